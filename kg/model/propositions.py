"""Who does what to whom, before anyone is asked who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.model.text import Span


@dataclass(frozen=True, slots=True)
class Argument:
    """One part of a proposition, in the words of the sentence.

    It is a mention, a clause (`statement`), or, where both are None, a literal such as an adjective complement.
    `text` joins the words by single blanks; it can skip words, so that `span` (from first to last word) is wider.
    """

    text: str
    span: Span
    head: Span
    mention: int | None = None
    statement: int | None = None


@dataclass(frozen=True, slots=True)
class Predicate:
    """What is said of the arguments.

    Attributes:
        lemma: the normal form: lemmas with particle or preposition and the nouns folded in, without auxiliaries,
            adverbs and determiners ("invite bids from"); a passive keeps "be" and the participle ("be sent to").
        text: the words as in the sentence ("is inviting bids from").
        anchor: the span of the word that carries it (verb, predicate noun or adjective).
        active: of a passive with its agent ("be maintained by"), the active lemma ("maintain"); else "".
        folded: how many nouns stand in it: 1 in "invite bids from". The more, the less it is a relation of its own:
            what they say is said by the other propositions of the clause and its qualifiers.
    """

    lemma: str
    text: str
    span: Span
    anchor: Span
    active: str = ""
    folded: int = 0


class Role(StrEnum):
    """What a qualifier adds to a statement."""

    PLACE = "place"
    TIME = "time"
    MANNER = "manner"
    PURPOSE = "purpose"
    CAUSE = "cause"
    CONDITION = "condition"
    SOURCE = "source"  # out of Ukraine
    GOAL = "goal"  # to Poland
    INSTRUMENT = "instrument"
    COMPANION = "companion"
    BENEFICIARY = "beneficiary"
    TOPIC = "topic"
    EXTENT = "extent"
    QUANTIFIER = "quantifier"  # "two of the twelve", "only": blocks the plain triple
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A circumstance of a proposition: `text` holds the words with their preposition."""

    role: Role
    text: str
    span: Span
    head: Span
    mention: int | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """Who does what to whom, before anyone is asked who says so. `object` is None in "talks collapsed".

    Attributes:
        kind: the rule family that found it (object, complement, prepositional, copula, apposition, possessive,
            purpose, clausal, nominal, hyponym, ...).
        clause: start offset of the clause it comes from; propositions of one clause share it.
        confidence: how likely it is right, from the rule family and the shape of the parse.
    """

    subject: Argument
    predicate: Predicate
    object: Argument | None
    kind: str
    span: Span
    clause: int
    qualifiers: tuple[Qualifier, ...] = ()
    confidence: float = 1.0
