"""What stands behind a row of results: the facts, with their evidence, that the row holds or joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.explain import FactView, Viewer
from kg.graph.results import AnyTerm, cell
from kg.graph.sparql import FORMS, Kind, tokens
from kg.graph.terms import LABEL
from kg.graph.turtle import Shortener

if TYPE_CHECKING:
    from kg.graph.store import Graph


@dataclass(frozen=True, slots=True)
class ExplainedRow:
    """A row of results: its values by the name of the variable, as people read them, and the facts behind it."""

    cells: tuple[tuple[str, str], ...]
    facts: tuple[FactView, ...]


def gives_rows(sparql: str) -> bool:
    """Tell whether a query is a SELECT; one that is malformed counts as such.

    >>> gives_rows("PREFIX x: <y:> SELECT ?s { ?s a x:ASK }"), gives_rows("ASK { ?s ?p 'SELECT' }")
    (True, False)
    """
    words = (token.text.upper() for token in tokens(sparql) if token.kind is Kind.WORD)
    return next((word for word in words if word in FORMS), "SELECT") == "SELECT"


def explained(graph: Graph, sparql: str, answer: bytes) -> Iterator[ExplainedRow]:
    """Yield the rows of an answer, each with the facts behind it.

    Args:
        graph: what was asked.
        sparql: the query, a SELECT.
        answer: what it gave, as SPARQL 1.1 Query Results JSON.
    """
    rows = ox.parse_query_results(answer, format=ox.QueryResultsFormat.JSON)
    if isinstance(rows, ox.QueryBoolean):
        return
    names = [variable.value for variable in rows.variables]
    shortener = Shortener(graph.prefixes)
    for row in rows:
        terms = tuple(row)
        values = [(name, cell(term, shortener)) for name, term in zip(names, terms, strict=True) if term is not None]
        yield ExplainedRow(tuple(values), behind(graph, sparql, terms))


def behind(graph: Graph, sparql: str, row: Sequence[AnyTerm | None]) -> tuple[FactView, ...]:
    """Return the facts behind one row of a query's answer.

    These are the facts that the row names, and those whose subject and object are both in the row and whose property
    is in the row or named in the query. A node is in the row by its IRI or, where no IRI there is called so, by its
    label. Where the row holds a quote or a polarity, only the facts that have it count.

    Args:
        graph: what was asked.
        sparql: the query.
        row: one of `Rows.terms`.
    """
    named = {term.value for term in row if isinstance(term, ox.NamedNode)}
    texts = {term.value for term in row if isinstance(term, ox.Literal)}
    viewer = Viewer(graph)
    facts = [viewer.fact(iri) for iri in sorted(filter(viewer.is_fact, named))]
    nodes = named | _labelled(graph, row, named)
    joined = [viewer.fact(iri) for iri in sorted(_joined(graph, nodes, texts, named_in(sparql, graph)) - named)]
    for has in (_has_quote, _has_polarity):
        joined = [fact for fact in joined if has(fact, texts)] or joined
    return tuple(sorted([*facts, *joined], key=lambda fact: (not fact.is_plain, fact.label, fact.iri)))


def _labelled(graph: Graph, row: Sequence[AnyTerm | None], named: set[str]) -> set[str]:
    """Return the nodes that have a literal of the row as their label, where none of the row's own has it."""
    found: set[str] = set()
    for term in row:
        if isinstance(term, ox.Literal):
            quads = graph.store.quads_for_pattern(None, LABEL, term, None)
            called = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
            found |= called if called.isdisjoint(named) else set()
    return found


def _joined(graph: Graph, nodes: set[str], texts: set[str], properties: set[str]) -> set[str]:
    """Return the facts between the nodes, or from one of them to a text, by one of the properties."""
    found = set()
    for node in sorted(nodes):
        rows = graph.select(f"SELECT ?f ?p ?o {{ ?f rdf:subject <{node}> ; rdf:predicate ?p ; rdf:object ?o }}")
        for fact, property_, end in rows:
            if property_.value in properties | nodes and end.value in (texts if isinstance(end, ox.Literal) else nodes):
                found.add(fact.value)
    return found


def _has_quote(fact: FactView, texts: set[str]) -> bool:
    return any(evidence.quote in texts for evidence in fact.evidence)


def _has_polarity(fact: FactView, texts: set[str]) -> bool:
    return fact.polarity in texts


def named_in(sparql: str, graph: Graph) -> set[str]:
    """Return the IRIs that a query names, in full or with a prefix that needs no declaration."""
    found = set()
    for token in tokens(sparql):
        if token.kind is Kind.IRI:
            found.add(token.text[1:-1])
        elif token.kind is Kind.PREFIXED:
            prefix, _, local = token.text.partition(":")
            found.add(f"{graph.prefixes.get(prefix, '')}{local}")
    return found
