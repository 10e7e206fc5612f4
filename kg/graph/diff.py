"""What two graphs disagree on: contradictions first, then facts, articles and entities of which one has more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kg.model import Polarity

if TYPE_CHECKING:
    from kg.graph.store import Graph

FACTS = """SELECT ?f ?s ?p ?o ?label ?polarity ?certainty ?support ?claim {
  ?f kg:polarity ?polarity ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; rdfs:label ?label .
  OPTIONAL { ?f kg:factCertainty ?certainty } OPTIONAL { ?f kg:support ?support }
  OPTIONAL { ?f a kg:Claim BIND(true AS ?claim) } }"""
ARTICLES = "SELECT ?a ?source { ?a a kg:Article ; kg:sourceFile ?source }"
ENTITIES = "SELECT ?e (SAMPLE(?l) AS ?label) { ?e kg:mentionCount ?n ; rdfs:label ?l } GROUP BY ?e"


class Difference(StrEnum):
    """How two graphs differ in one thing."""

    CONTRADICTED = "contradicted"  # one affirms what the other denies
    CHANGED = "changed"
    REMOVED = "removed"  # only the first has it
    ADDED = "added"  # only the second has it


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that two graphs disagree on, with what each says of it."""

    what: str
    difference: Difference
    iri: str
    label: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class _Fact:
    label: str
    ends: tuple[str, str, str]
    polarity: str
    known: str


def diff(one: Graph, other: Graph) -> tuple[Change, ...]:
    """Return what two graphs disagree on: contradictions, other facts, articles, entities, each by label."""
    facts = sorted(_facts(_read_facts(one), _read_facts(other)), key=lambda c: (_ORDER[c.difference], c.label, c.iri))
    return (
        *facts,
        *_sets("article", _labels(one, ARTICLES), _labels(other, ARTICLES)),
        *_sets("entity", _labels(one, ENTITIES), _labels(other, ENTITIES)),
    )


_ORDER = {difference: place for place, difference in enumerate(Difference)}


def _read_facts(graph: Graph) -> dict[str, _Fact]:
    return {
        fact.value: _Fact(label.value, (str(s), str(p), str(o)), polarity.value, _known(certainty, support, claim))
        for fact, s, p, o, label, polarity, certainty, support, claim in graph.select(FACTS)
    }


def _known(certainty: object, support: object, claim: object) -> str:
    parts = [getattr(certainty, "value", ""), "claim" if claim is not None else "fact"]
    number = getattr(support, "value", "")
    return ", ".join(filter(None, [*parts, f"support {number}" if number else "derived"]))


def _facts(one: Mapping[str, _Fact], other: Mapping[str, _Fact]) -> Iterator[Change]:
    denied, affirmed = _stated(other, Polarity.NEGATIVE), _stated(other, Polarity.POSITIVE)
    for iri, fact in one.items():
        opposite = {Polarity.POSITIVE: denied, Polarity.NEGATIVE: affirmed}.get(Polarity(fact.polarity), {})
        if fact.ends in opposite:
            yield Change("fact", Difference.CONTRADICTED, iri, fact.label, fact.polarity, opposite[fact.ends].polarity)
        if iri not in other:
            yield Change("fact", Difference.REMOVED, iri, fact.label, before=fact.known)
        elif other[iri].known != fact.known:
            yield Change("fact", Difference.CHANGED, iri, fact.label, fact.known, other[iri].known)
    for iri in other.keys() - one.keys():
        yield Change("fact", Difference.ADDED, iri, other[iri].label, after=other[iri].known)


def _stated(facts: Mapping[str, _Fact], polarity: Polarity) -> dict[tuple[str, str, str], _Fact]:
    return {fact.ends: fact for fact in facts.values() if fact.polarity == polarity}


def _labels(graph: Graph, sparql: str) -> dict[str, str]:
    return {row[0].value: row[1].value for row in graph.select(sparql)}


def _sets(what: str, one: Mapping[str, str], other: Mapping[str, str]) -> Iterator[Change]:
    gone = [Change(what, Difference.REMOVED, iri, one[iri]) for iri in one.keys() - other.keys()]
    new = [Change(what, Difference.ADDED, iri, other[iri]) for iri in other.keys() - one.keys()]
    yield from sorted([*gone, *new], key=lambda change: (_ORDER[change.difference], change.label, change.iri))
