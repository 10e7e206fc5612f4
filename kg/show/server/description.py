"""The service described in its own terms, as SPARQL 1.1 Service Description says."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from kg.graph.results import ResultFormat, write_triples
from kg.graph.terms import TYPE

SD = "http://www.w3.org/ns/sparql-service-description#"
VOID = "http://rdfs.org/ns/void#"
FORMATS = "http://www.w3.org/ns/formats/"
OFFERED = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "JSON-LD",
    "RDF_XML",
)


def description(endpoint: str, form: ResultFormat) -> str:
    """Return what the endpoint can do, as RDF; its nodes have IRIs of their own.

    >>> "sd:endpoint <http://localhost/sparql>" in description("http://localhost/sparql", ResultFormat.TURTLE)
    True
    """
    return "".join(write_triples(_triples(endpoint), form, {"sd": SD, "void": VOID, "formats": FORMATS}))


def _triples(endpoint: str) -> Iterator[ox.Triple]:
    service, dataset, default = (ox.NamedNode(f"{endpoint}{part}") for part in ("", "#dataset", "#default"))
    yield ox.Triple(service, TYPE, _sd("Service"))
    yield ox.Triple(service, _sd("endpoint"), service)
    yield ox.Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield ox.Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    yield from (ox.Triple(service, _sd("resultFormat"), ox.NamedNode(f"{FORMATS}{name}")) for name in OFFERED)
    yield ox.Triple(service, _sd("defaultDataset"), dataset)
    yield ox.Triple(dataset, TYPE, _sd("Dataset"))
    yield ox.Triple(dataset, _sd("defaultGraph"), default)
    yield ox.Triple(default, TYPE, _sd("Graph"))


def _sd(name: str) -> ox.NamedNode:
    return ox.NamedNode(f"{SD}{name}")
