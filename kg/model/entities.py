"""The things of a whole corpus, and why mentions were merged into them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Merge:
    """Why a mention belongs to an entity: the step that joined it, in words, and how sure that is."""

    document: str
    mention: int
    reason: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world, over the whole corpus.

    Attributes:
        kind: IRI of its class, or "".
        aliases: other wordings found or known, sorted.
        broader: IRI of the class nominal it is a case of, or "" ("contractors" for "American military contractors").
        metonym_for: IRI of what it also stands for in the news, or "".
        merges: one for each mention, in order of document and position.
    """

    iri: str
    label: str
    kind: str = ""
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    broader: str = ""
    metonym_for: str = ""
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entities of a corpus in order of IRI, and the entity of each mention: (document id, index) -> IRI.

    A mention that stands for nothing we know (a pronoun without antecedent, a date) is missing from `entity_of`.
    """

    entities: tuple[Entity, ...]
    entity_of: Mapping[tuple[str, int], str]
