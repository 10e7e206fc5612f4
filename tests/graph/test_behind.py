from __future__ import annotations

from kg.graph.behind import behind
from kg.graph.query import Rows
from kg.graph.store import Graph
from kg.model import Extraction, Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import graph_of


def labels_behind(extraction: Extraction, sparql: str) -> list[str]:
    graph = Graph.of(graph_of(extraction), Ontology(Lexicon()))
    rows = graph.query(sparql)
    assert isinstance(rows, Rows)
    return [fact.label for row in rows.terms for fact in behind(graph, sparql, row)]


def test_a_direct_triple_leads_to_its_fact(depot: Extraction) -> None:
    assert labels_behind(depot, "SELECT ?who ?what { ?who relation:send ?what }") == ["Northland send pumps"]


def test_a_fact_in_the_row_leads_to_itself(depot: Extraction) -> None:
    found = labels_behind(depot, "SELECT ?f { ?f rdf:predicate relation:arm }")
    assert found == ["negative: Northland arm militias"]


def test_a_row_without_facts_has_nothing_behind_it(depot: Extraction) -> None:
    assert labels_behind(depot, "SELECT ?a { ?a a kg:Article }") == []
