"""A term that nothing has to do with is said, with the one that may be meant."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.graph.store import Graph
from kg.graph.terms import TYPE
from kg.graph.unknown import unknown_terms
from kg.model import Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import depot_builder, graph_of

KINDS = {"maintains": "ObjectProperty", "polarity": "DatatypeProperty", "Evidence": "Class"}


@pytest.fixture(scope="module")
def graph() -> Graph:
    kg, owl = "https://w3id.org/newskg/ontology#", "http://www.w3.org/2002/07/owl#"
    terms = [ox.Quad(ox.NamedNode(kg + name), TYPE, ox.NamedNode(owl + kind)) for name, kind in KINDS.items()]
    return Graph.of([*graph_of(depot_builder().build()), *terms], Ontology(Lexicon()))


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("ASK { ?s kg:maintans ?o }", "query:1:10: kg:maintans is no property of this graph; did you mean kg:main"),
        ("ASK { ?s a kg:Evidense }", "query:1:12: kg:Evidense is no class of this graph; did you mean kg:Evidence?"),
        ("ASK { ?s relation:snd ?o }", "query:1:10: relation:snd is no property of this graph; did you mean rel"),
        ("ASK { ?s rdfs:label/kg:polarety ?o }", "did you mean kg:polarity?"),
        ("ASK { ?s <https://w3id.org/newskg/ontology#polarety> ?o }", "did you mean kg:polarity?"),
        ("PREFIX n: <https://w3id.org/newskg/ontology#> ASK { ?s n:polarety ?o }", "did you mean kg:polarity?"),
        ("CONSTRUCT { ?s kg:new ?o } WHERE { ?s kg:polarety ?o }", "query:1:39: kg:polarety is"),
        ("DESCRIBE kg:Evidense", "did you mean kg:Evidence?"),
        ("ASK { ?s kg:qqqqqq ?o }", 'kg query "SELECT DISTINCT ?p { ?s ?p ?o }" lists them'),
        ("ASK { entity:Atlantis_City ?p ?o }", "entity:Atlantis_City is not in this graph; kg search 'Atlantis City'"),
    ],
)  # fmt: skip
def test_a_term_that_is_not_there_is_said(graph: Graph, sparql: str, message: str) -> None:
    (said,) = unknown_terms(graph, sparql)
    assert message in said


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?s relation:send ?o ; a kg:Fact ; kg:maintains ?x . entity:Northland rdfs:label ?l }",
        "PREFIX kg: <http://a/b#> ASK { ?s kg:maintans ?o }",
        "ASK { ?s rdfs:labell ?o ; <http://a/b> 'kg:maintans' } # kg:maintans",
        "SELECT * FROM <https://w3id.org/newskg/article/none> { ?s ?p ?o }",
        "",
        "}{ WHERE kg:",
        "SELECT * {",
    ],
)
def test_nothing_else_is(graph: Graph, sparql: str) -> None:
    assert unknown_terms(graph, sparql) == ()


def test_many_are_said_up_to_a_number(graph: Graph) -> None:
    assert len(unknown_terms(graph, "ASK {" + "".join(f" ?s kg:x{number} ?o ." for number in range(100)) + "}")) == 20
