"""Terms that a query names and the graph does not know: most are misspelt, and the answer is silently empty."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from itertools import pairwise
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.sparql import Kind, Token, decoded, place, read
from kg.graph.terms import node_or_none

if TYPE_CHECKING:
    from kg.graph.store import Graph

OURS = ("kg", "relation", "entity")  # prefixes of what only this graph says; other vocabularies are not all in it
MOST_NAMED = 20  # messages of one query
ALIKE = 0.7  # of difflib's likeness: "maintans" is to "maintains" .94, "delivers" to "relies on" .53
TERMS = (
    "SELECT DISTINCT ?term { VALUES ?kind { rdf:Property owl:ObjectProperty owl:DatatypeProperty "
    "owl:SymmetricProperty owl:TransitiveProperty owl:Class rdfs:Class } ?term a ?kind }"
)


def unknown_terms(graph: Graph, sparql: str) -> tuple[str, ...]:
    """Return a message for each term of our own in a query's pattern that nothing in the graph has to do with.

    >>> from kg.graph.store import Graph
    >>> from kg.model import Lexicon
    >>> from kg.ontology import Ontology
    >>> unknown_terms(Graph.of([], Ontology(Lexicon())), "ASK { ?s a kg:Fact ; rdfs:label ?o }")
    ('query:1:12: kg:Fact is no class of this graph; kg query "SELECT DISTINCT ?c { ?s a ?c }" lists them',)
    """
    ours = {name: graph.prefixes[name] for name in OURS if name in graph.prefixes}
    found: dict[str, tuple[Token, str]] = {}
    for token, iri in _named(sparql, graph.prefixes):
        name = next((name for name, start in ours.items() if iri.startswith(start) and iri != start), "")
        if name and not _is_known(graph.store, iri):
            found.setdefault(iri, (token, name))
    messages = (_message(graph, iri, name, token) for iri, (token, name) in found.items())
    return tuple(message for message, _ in zip(messages, range(MOST_NAMED), strict=False))


def _named(sparql: str, prefixes: Mapping[str, str]) -> Iterator[tuple[Token, str]]:
    """Yield the IRIs in the pattern of a query, each with its token."""
    found = read(decoded(sparql))
    known = dict(prefixes)
    for word, name, iri in zip(found, found[1:], found[2:], strict=False):
        if word.text.upper() == "PREFIX" and iri.kind is Kind.IRI:
            known[name.text.removesuffix(":")] = iri.text[1:-1]
    for before, token in pairwise(found[_pattern_start(found) :]):
        if token.kind is Kind.IRI and before.text.upper() not in ("FROM", "NAMED", "GRAPH"):
            yield token, token.text[1:-1]
        elif token.kind is Kind.PREFIXED and not token.text.startswith("_:"):
            prefix, _, local = token.text.partition(":")
            yield token, known.get(prefix, "") + local.replace("\\", "")


def _pattern_start(found: tuple[Token, ...]) -> int:
    """Return which token begins the pattern: what is built from it may be new."""
    words = [token.text.upper() for token in found]
    if "CONSTRUCT" in words and "WHERE" in words:
        return words.index("WHERE")
    return words.index("{") if "{" in words and "CONSTRUCT" not in words else 0


def _is_known(store: ox.Store, iri: str) -> bool:
    node = node_or_none(iri)
    if node is None:
        return False
    quads = store.quads_for_pattern
    places = (quads(node, None, None, None), quads(None, node, None, None), quads(None, None, node, None))
    return any(next(found, None) is not None for found in places)


def _message(graph: Graph, iri: str, prefix: str, token: Token) -> str:
    start = graph.prefixes[prefix]
    name = iri.removeprefix(start)
    if prefix == "entity":
        hint = f"kg search {' '.join(name.split('_'))!r} may find what it is called"
        return f"{place(token)}: entity:{name} is not in this graph; {hint}"
    is_class = name[:1].isupper()
    terms = [term.value.removeprefix(start) for (term,) in graph.select(TERMS) if term.value.startswith(start)]
    same = sorted(term for term in terms if term[:1].isupper() == is_class)
    near = get_close_matches(name, same, n=1, cutoff=ALIKE)
    what, listing = ("class", "?c { ?s a ?c }") if is_class else ("property", "?p { ?s ?p ?o }")
    hint = f"did you mean {prefix}:{near[0]}?" if near else f'kg query "SELECT DISTINCT {listing}" lists them'
    return f"{place(token)}: {prefix}:{name} is no {what} of this graph; {hint}"
