"""What stands behind a row of results: the facts, with their evidence, that the row holds or joins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.explain import FactView, Viewer
from kg.graph.sparql import Kind, tokens

if TYPE_CHECKING:
    from kg.graph.store import Graph

AnyTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple


def behind(graph: Graph, sparql: str, row: Sequence[AnyTerm | None]) -> tuple[FactView, ...]:
    """Return the facts behind one row of a query's answer.

    These are the facts that the row names, and those whose subject and object are both in the row and whose property
    is in the row or named in the query.

    Args:
        graph: what was asked.
        sparql: the query.
        row: one of `Rows.terms`.
    """
    nodes = {term.value for term in row if isinstance(term, ox.NamedNode)}
    values = {str(term) for term in row if term is not None}
    properties = nodes | named_in(sparql, graph)
    found = set()
    for node in sorted(nodes):
        rows = graph.select(f"SELECT ?f ?p ?o {{ ?f rdf:subject <{node}> ; rdf:predicate ?p ; rdf:object ?o }}")
        found |= {fact.value for fact, p, o in rows if p.value in properties and str(o) in values}
    viewer = Viewer(graph)
    found |= {node for node in nodes if viewer.is_fact(node)}
    return tuple(sorted(map(viewer.fact, found), key=lambda fact: (not fact.is_plain, fact.label, fact.iri)))


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
