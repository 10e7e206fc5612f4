"""What the rule families work on and give: a clause seen from one subject, and one proposition in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.extract.clauses import Clause
from kg.extract.complements import CORE, Complement
from kg.extract.phrases import Phrase, object_words, short_words
from kg.extract.relations import Relation
from kg.extract.trees import Tree


class Row(NamedTuple):
    """One proposition in words: the relation, what it leads to, and the family that found it."""

    relation: Relation
    object: Phrase | None
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    """A clause seen from one subject.

    Attributes:
        relation: the verb group alone.
        complements: all that holds for the clause.
        inner: gives the complements of a clause below by its verb.
        sentence_length: how many words the sentence has.
        core: of the complements the objects and predicatives.
    """

    tree: Tree
    clause: Clause
    relation: Relation
    complements: tuple[Complement, ...]
    inner: Callable[[int], tuple[Complement, ...]]
    sentence_length: int
    core: tuple[Complement, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Tell the objects and predicatives from the rest."""
        object.__setattr__(self, "core", tuple(c for c in self.complements if c.slot in CORE))

    def folded(self) -> Relation:
        """Return the relation with the first object, or what the verb lacks in a relative clause, taken in."""
        relation = self.relation
        if self.clause.gap is not None:
            relation = self.over(relation, self.clause.gap)
        for complement in self.core:
            relation = self.over(relation, complement.phrases[0]) if complement.phrases else relation
        return relation

    def over(self, relation: Relation, phrase: Phrase) -> Relation:
        """Take an object with its "of" phrases into the relation."""
        return relation.over(self.tree, object_words(self.tree, phrase.head), phrase.head)

    def over_short(self, relation: Relation, phrase: Phrase) -> Relation:
        """Take an object up to its head into the relation."""
        return relation.over(self.tree, short_words(self.tree, phrase), phrase.head)
