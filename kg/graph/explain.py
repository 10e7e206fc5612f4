"""What the graph knows of an entity or a fact, with every piece of evidence: who says it, where, and in which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import QueryError
from kg.graph import terms as t
from kg.graph.evidence import ROLE_PROPERTIES
from kg.model import Span

if TYPE_CHECKING:
    from kg.graph.store import Graph

MOST_NAMED = 5  # candidates that a message names
DEEPEST = 5  # premises of premises of premises ...


@dataclass(frozen=True, slots=True, order=True)
class ArticleView:
    """An article in the graph; dates are in ISO form, "" where something is not known."""

    source: str
    iri: str
    title: str = ""
    publisher: str = ""
    published: str = ""
    author: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One place that states a fact.

    Attributes:
        span: the place of the quote in the article.
        marks: the words of subject, relation and object, as places in the quote.
        speaker: who says it, or "" where it is the article itself.
        qualifiers: circumstances by name.
    """

    iri: str
    article: ArticleView
    quote: str
    span: Span
    marks: tuple[Span, ...]
    certainty: str
    tense: str
    confidence: str
    speaker: str = ""
    cue: str = ""
    time: str = ""
    qualifiers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with its evidence, or, where it is derived, with the rule and the facts that it follows from."""

    iri: str
    label: str
    polarity: str
    certainty: str
    support: int
    is_plain: bool
    evidence: tuple[EvidenceView, ...] = ()
    rule: str = ""
    premises: tuple[FactView, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class TenureView:
    """A term of office, as the ontologies know it; dates in ISO form, "" where one is not known or still to come."""

    start: str
    end: str
    office: str
    holder: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """An entity with what is known of it; facts that it is an end of come with the best supported first.

    Attributes:
        offices: terms of office of the entity, or in it.
    """

    iri: str
    label: str
    kind: str
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    broader: str
    reasons: tuple[str, ...]
    mentions: int
    articles: int
    facts: tuple[FactView, ...]
    offices: tuple[TenureView, ...] = ()


def explain(graph: Graph, term: str) -> EntityView | FactView:
    """Return what the graph knows of an entity or fact.

    Args:
        graph: where to look.
        term: an IRI, a prefixed name such as `entity:Poland`, or a label or alias in any case.

    Raises:
        QueryError: nothing, or more than one thing, is called so.
    """
    viewer = Viewer(graph)
    iri = find(graph, term)
    return viewer.fact(iri) if viewer.is_fact(iri) else viewer.entity(iri)


def find(graph: Graph, term: str) -> str:
    """Return the IRI of what is called so.

    Raises:
        QueryError: nothing, or more than one thing, is called so.
    """
    node = _node(graph, term)
    if node is not None:
        return node.value
    names = _names(graph)
    wanted = term.casefold().strip()
    found = sorted({iri for name, iri in names if name.casefold() == wanted})
    if len(found) > 1:
        mentions = {row[0].value: int(row[1].value) for row in graph.select("SELECT ?e ?n { ?e kg:mentionCount ?n }")}
        found.sort(key=lambda iri: (-mentions.get(iri, 0), iri))
        listed = ", ".join(map(graph.shortened, islice(found, MOST_NAMED)))
        raise QueryError(f"{len(found)} things are called {term!r}", hint=f"give one of: {listed}")
    if not found:
        near = sorted({name for name, _ in names if wanted in name.casefold()}, key=lambda name: (len(name), name))
        hint = f"did you mean: {', '.join(near[:MOST_NAMED])}?" if near else "give a label, an alias or an IRI"
        raise QueryError(f"nothing is called {term!r}", hint=hint)
    return found[0]


def _node(graph: Graph, term: str) -> ox.NamedNode | None:
    prefix, colon, local = term.strip("<>").partition(":")
    full = f"{graph.prefixes[prefix]}{local}" if prefix in graph.prefixes else term.strip("<>")
    node = t.node_or_none(full) if colon else None
    known = node is not None and any(True for _ in graph.store.quads_for_pattern(node, None, None, None))
    return node if known else None


def _names(graph: Graph) -> list[tuple[str, str]]:
    rows = graph.select("SELECT ?name ?e { ?e kg:mentionCount ?n ; rdfs:label|skos:altLabel ?name }")
    return [(name.value, entity.value) for name, entity in rows]


def articles(graph: Graph) -> tuple[ArticleView, ...]:
    """Return the articles in the graph, by source."""
    viewer = Viewer(graph)
    return tuple(sorted(viewer.article(row[0].value) for row in graph.select("SELECT ?a { ?a a kg:Article }")))


@dataclass(frozen=True, slots=True)
class Viewer:
    """Reads what is said of single nodes."""

    graph: Graph

    def said(self, iri: str) -> Mapping[str, list[t.Term]]:
        """Return what is said of a node, by the short name of the property (`kg:polarity`)."""
        found: dict[str, list[t.Term]] = {}
        for quad in self.graph.store.quads_for_pattern(ox.NamedNode(iri), None, None, None):
            if isinstance(quad.object, ox.NamedNode | ox.Literal):
                found.setdefault(self.graph.shortened(quad.predicate.value), []).append(quad.object)
        return {name: sorted(values, key=str) for name, values in found.items()}

    def label(self, iri: str) -> str:
        """Return the label of a node, or its short name."""
        return _first(self.said(iri), "rdfs:label") or self.graph.shortened(iri)

    def is_fact(self, iri: str) -> bool:
        """Tell whether the node is a fact."""
        return "kg:polarity" in self.said(iri)

    def entity(self, iri: str) -> EntityView:
        """Return the view of an entity."""
        said = self.said(iri)
        facts = sorted(
            map(self.fact, self._facts_of(iri)), key=lambda fact: (not fact.is_plain, -fact.support, fact.label)
        )
        return EntityView(
            iri,
            _first(said, "rdfs:label") or self.graph.shortened(iri),
            ", ".join(self.label(kind.value) for kind in said.get("rdf:type", ())),
            _all(said, "skos:altLabel"),
            _all(said, "owl:sameAs"),
            ", ".join(self.label(broader.value) for broader in said.get("skos:broader", ())),
            _all(said, "kg:mergeReason"),
            int(_first(said, "kg:mentionCount") or 0),
            len(said.get("kg:mentionedIn", ())),
            tuple(facts),
            self.offices(iri),
        )

    def offices(self, iri: str) -> tuple[TenureView, ...]:
        """Return the terms of office of somebody, or in an office, by date."""
        rows = self.graph.select(f"SELECT ?t {{ ?t kg:holder|kg:office <{iri}> }}")
        terms = (self.said(row[0].value) for row in rows)
        return tuple(sorted(self._tenure(said) for said in terms))

    def _tenure(self, said: Mapping[str, list[t.Term]]) -> TenureView:
        office, holder = (", ".join(map(self.label, _all(said, name))) for name in ("kg:office", "kg:holder"))
        return TenureView(_first(said, "kg:from"), _first(said, "kg:until"), office, holder)

    def _facts_of(self, iri: str) -> list[str]:
        rows = self.graph.select(f"SELECT DISTINCT ?f {{ ?f rdf:subject|rdf:object <{iri}> ; kg:polarity ?p }}")
        return sorted(row[0].value for row in rows)

    def fact(self, iri: str, depth: int = DEEPEST) -> FactView:
        """Return the view of a fact, with its premises to the given depth."""
        said = self.said(iri)
        claim = self.graph.prefixes["kg"] + "Claim"
        premises = said.get("prov:wasDerivedFrom", ()) if depth else ()
        return FactView(
            iri,
            _first(said, "rdfs:label"),
            _first(said, "kg:polarity"),
            _first(said, "kg:factCertainty"),
            int(_first(said, "kg:support") or 0),
            all(kind.value != claim for kind in said.get("rdf:type", ())),
            tuple(sorted(map(self.evidence, _all(said, "kg:evidence")), key=lambda e: (e.article, e.span, e.iri))),
            ", ".join(self.label(rule.value) for rule in said.get("kg:rule", ())),
            tuple(self.fact(premise.value, depth - 1) for premise in premises),
        )

    def evidence(self, iri: str) -> EvidenceView:
        """Return the view of a piece of evidence."""
        said = self.said(iri)
        span = Span(int(_first(said, "nif:beginIndex")), int(_first(said, "nif:endIndex")))
        qualifiers = [(name, text) for name in QUALIFIERS for text in _all(said, f"kg:{name}")]
        return EvidenceView(
            iri,
            self.article(_first(said, "prov:wasDerivedFrom")),
            _first(said, "nif:anchorOf"),
            span,
            tuple(_marks(said, span)),
            _first(said, "kg:certainty"),
            _first(said, "kg:tense"),
            _first(said, "kg:confidence"),
            ", ".join(self.label(speaker) for speaker in _all(said, "kg:attributedTo")),
            _first(said, "kg:cue"),
            _first(said, "kg:time"),
            tuple(qualifiers),
        )

    def article(self, iri: str) -> ArticleView:
        """Return the view of an article."""
        said = self.said(iri)
        names = ("rdfs:label", "kg:publisher", "schema:datePublished", "kg:author", "schema:url")
        return ArticleView(_first(said, "kg:sourceFile"), iri, *(_first(said, name) for name in names))


QUALIFIERS = tuple(sorted({*ROLE_PROPERTIES.values()}))


def _marks(said: Mapping[str, list[t.Term]], span: Span) -> Iterator[Span]:
    """Yield the words of subject, relation and object that lie in the quote, as places in it."""
    for name in ("kg:subjectAt", "kg:predicateAt", "kg:objectAt"):
        start, dash, end = _first(said, name).partition("-")
        if dash and span.contains(Span(int(start), int(end))):
            yield Span(int(start) - span.start, int(end) - span.start)


def _first(said: Mapping[str, list[t.Term]], name: str) -> str:
    return said[name][0].value if name in said else ""


def _all(said: Mapping[str, list[t.Term]], name: str) -> tuple[str, ...]:
    return tuple(value.value for value in said.get(name, ()))
