"""Statements to facts: subject, predicate, object and polarity of each, and whether it may be a plain triple."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph as ox

from kg.graph.doubts import doubtful_mentions
from kg.graph.emptiness import LISTED_MEMBER, find_empty
from kg.graph.iris import Iris
from kg.graph.plain import suffices
from kg.graph.selection import becomes_fact, find_cues
from kg.graph.terms import TRUE, Term
from kg.model import (
    Argument,
    Extraction,
    MentionKind,
    Polarity,
    Statement,
)

VALUES = frozenset({MentionKind.DATE, MentionKind.QUANTITY})  # may be an object as a literal, never a node


@dataclass(frozen=True, slots=True)
class Fact:
    """One subject, predicate, object and polarity, whoever says it.

    Attributes:
        iri: made from the other four.
        phrase: the words of a predicate that no property of the ontologies covers, else "".
    """

    iri: str
    subject: str
    predicate: str
    object: Term
    polarity: Polarity
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a statement says, by its index in the extraction; `is_plain`: this evidence suffices for a plain triple."""

    statement: int
    fact: Fact
    is_plain: bool


def find_readings(
    extraction: Extraction, entity_of: Mapping[tuple[str, int], str], iris: Iris, *, min_confidence: float
) -> tuple[Reading, ...]:
    """Return the facts that an article states, in the order of its statements.

    A statement stays out where an end is a mention that stands for nothing known, where both ends are one entity, and
    where it is less sure than `min_confidence`.
    """
    reader = _Reader(extraction, entity_of, iris, min_confidence)
    return tuple(reader.readings())


class _Reader:
    """Reads the facts of one article; a clause within a statement is read once, before it."""

    def __init__(
        self, extraction: Extraction, entity_of: Mapping[tuple[str, int], str], iris: Iris, min_confidence: float
    ) -> None:
        self.extraction = extraction
        self.entity_of = entity_of
        self.iris = iris
        self.min_confidence = min_confidence
        self.cues = find_cues(extraction)
        self.doubtful = doubtful_mentions(extraction)
        self.emptiness = find_empty(extraction, entity_of)
        self.facts: dict[int, Fact | None] = {}
        self.nodes: set[str] = set()  # IRIs of the facts read so far: a clause is read before what holds it
        self.named = frozenset(
            entity_of.get((extraction.document.id, index), "")
            for index, mention in enumerate(extraction.mentions)
            if mention.kind is MentionKind.NAME
        ) - {""}

    def readings(self) -> Iterator[Reading]:
        for index, statement in enumerate(self.extraction.statements):
            fact = self.fact(index)
            if fact is not None:
                yield Reading(index, fact, self.is_plain(statement, fact))

    def fact(self, index: int) -> Fact | None:
        if index not in self.facts:
            self.facts[index] = None  # a clause within itself finds this and stays out
            fact = self.facts[index] = self.read(self.extraction.statements[index])
            self.nodes |= {fact.iri} if fact is not None else set()
        return self.facts[index]

    def read(self, statement: Statement) -> Fact | None:
        proposition = statement.proposition
        if proposition.confidence < self.min_confidence or not becomes_fact(statement, self.extraction, self.cues):
            return None
        subject = self.node(proposition.subject)
        value = TRUE if proposition.object is None else self.term(proposition.object)
        if subject is None or value is None or subject == value:
            return None
        return self.oriented(statement, subject, value)

    def oriented(self, statement: Statement, subject: ox.NamedNode, value: Term) -> Fact:
        """Make the fact with its ends in the order that the property has."""
        predicate = statement.proposition.predicate
        is_node = isinstance(value, ox.NamedNode)
        if statement.property and (is_node or not statement.inverse):
            return self.minted(statement, subject, value, statement.property, swapped=statement.inverse)
        if statement.proposition.kind == LISTED_MEMBER and is_node:
            return self.minted(statement, subject, value, self.iris.term("listedUnder"), swapped=True)
        phrase = predicate.active if predicate.active and is_node else predicate.lemma
        relation = self.iris.relation(phrase)
        return self.minted(statement, subject, value, relation, phrase=phrase, swapped=phrase != predicate.lemma)

    def minted(
        self,
        statement: Statement,
        subject: ox.NamedNode,
        value: Term,
        predicate: str,
        *,
        phrase: str = "",
        swapped: bool = False,
    ) -> Fact:
        start, end = (value, subject) if swapped else (subject, value)
        polarity = statement.factuality.polarity
        iri = self.iris.fact(start.value, predicate, str(end), polarity)
        return Fact(iri, start.value, predicate, end, polarity, phrase)

    def node(self, argument: Argument) -> ox.NamedNode | None:
        """Return the entity or the inner fact that an argument stands for, or None."""
        if argument.mention is not None:
            iri = self.entity_of.get((self.extraction.document.id, argument.mention))
            return None if iri is None else ox.NamedNode(iri)
        if argument.statement is not None:
            inner = self.fact(argument.statement)
            return None if inner is None else ox.NamedNode(inner.iri)
        return None

    def term(self, argument: Argument) -> Term | None:
        """Return what an object stands for: a node, or its words where they are a value and no mention of a thing."""
        if argument.statement is not None and argument.mention is None:
            return self.node(argument)
        if argument.mention is not None:
            mention = self.extraction.mentions[argument.mention]
            return self.node(argument) or (ox.Literal(argument.text) if mention.kind in VALUES else None)
        return ox.Literal(argument.text) if argument.text.strip() else None

    def is_plain(self, statement: Statement, fact: Fact) -> bool:
        """Tell whether this evidence suffices for a plain triple."""
        subject, value = fact.subject, fact.object.value if isinstance(fact.object, ox.NamedNode) else ""
        ends = (value, subject) if self.is_swapped(statement, fact) else (subject, value)
        if self.is_doubtful(statement) or self.is_empty(fact):
            return False
        return suffices(statement, self.extraction, self.named, ends, vague=self.emptiness.vague)

    def is_doubtful(self, statement: Statement) -> bool:
        """Tell whether it is not sure enough who or what an end is."""
        ends = (statement.proposition.subject, statement.proposition.object)
        return any(end is not None and end.mention in self.doubtful for end in ends)

    def is_empty(self, fact: Fact) -> bool:
        """Tell whether nothing says which thing is meant, and the other end says no more."""
        told = self.named | {fact.object.value} if fact.object.value in self.nodes else self.named
        return self.emptiness.says_nothing(fact.subject, fact.object.value, told)

    def is_swapped(self, statement: Statement, fact: Fact) -> bool:
        """Tell whether the sentence's subject is the object of the fact."""
        subject = self.node(statement.proposition.subject)
        return subject is not None and subject.value != fact.subject
