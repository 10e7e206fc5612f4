"""Expressions that refer to something, and the chains of those that refer to the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import Span


class MentionKind(StrEnum):
    """What sort of expression a mention is."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"
    DATE = "date"
    QUANTITY = "quantity"


class Determination(StrEnum):
    """What the determiner of a nominal says about which one is meant."""

    BARE = "bare"  # contractors
    INDEFINITE = "indefinite"  # a contractor, some contractors
    DEFINITE = "definite"  # the contractor
    DEMONSTRATIVE = "demonstrative"  # these contractors
    POSSESSIVE = "possessive"  # its contractors, Ukraine's contractors
    QUANTIFIED = "quantified"  # two of the contractors, few contractors, only contractors
    NEGATED = "negated"  # no contractors


@dataclass(frozen=True, slots=True)
class Mention:
    """An expression that refers to something, named or not.

    Attributes:
        head: the span of the head word alone. Arguments and mentions are joined by it.
        text: the words as written, with their determiner and modifiers.
        label: IRI of the class that it belongs to, or "" where nothing is known.
        normal: what identifies it: of a nominal the head with compounds, names and demonyms
            ("American military contractors"), without determiner, quantity and loose adjectives; of a name the
            name without title, determiner and possessive ("Lloyd Austin").
        head_normal: the head alone, in the number it is written in ("contractors").
        link: IRI of the known name in the ontologies that it denotes, or "".
        plural: whether it denotes more than one.
        wording: what a nominal is called where it stands alone, where that is more than its normal form: "first doses
            of vaccine" of "the first doses of a vaccine that …".
    """

    document: str
    span: Span
    head: Span
    text: str
    kind: MentionKind
    label: str = ""
    normal: str = ""
    head_normal: str = ""
    link: str = ""
    plural: bool = False
    determination: Determination = Determination.BARE
    wording: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """Why one mention was joined to an earlier one: both by index, the sieve that did it, and how sure it is."""

    mention: int
    antecedent: int
    sieve: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Chain:
    """The mentions of one thing within one document, by index in text order."""

    mentions: tuple[int, ...]
    representative: int
    links: tuple[Link, ...] = ()
