from __future__ import annotations

from dataclasses import replace

import pytest

from kg.graph.behind import behind, explained
from kg.graph.query import Rows, answer
from kg.graph.results import ResultFormat
from kg.graph.store import Graph
from kg.model import Extraction, Lexicon, MentionKind, Polarity
from kg.ontology import Ontology
from tests.graph.conftest import ArticleBuilder, graph_of


def labels_behind(extraction: Extraction, sparql: str) -> list[str]:
    graph = Graph.of(graph_of(extraction), Ontology(Lexicon()))
    rows = graph.query(sparql)
    assert isinstance(rows, Rows)
    return [fact.label for row in rows.terms for fact in behind(graph, sparql, row)]


def test_a_direct_triple_leads_to_its_fact(depot: Extraction) -> None:
    assert labels_behind(depot, "SELECT ?who ?what { ?who relation:send ?what }") == ["Northland sends pumps"]


def test_a_fact_in_the_row_leads_to_itself(depot: Extraction) -> None:
    found = labels_behind(depot, "SELECT ?f { ?f rdf:predicate relation:arm }")
    assert found == ["negative: Northland arms militias"]


def test_a_row_without_senthas_nothing_behind_it(depot: Extraction) -> None:
    assert labels_behind(depot, "SELECT ?a { ?a a kg:Article }") == []


def test_labels_lead_to_the_fact_as_iris_do(depot: Extraction) -> None:
    sparql = """SELECT ?s ?p ?o {
      ?f rdf:subject/rdfs:label ?s ; rdf:predicate ?r ; rdf:object/rdfs:label ?o .
      ?r rdfs:label ?p FILTER(STRENDS(STR(?r), "/send")) }"""
    assert labels_behind(depot, sparql) == ["Northland sends pumps"]


def test_two_labels_without_a_property_lead_nowhere(depot: Extraction) -> None:
    sparql = "SELECT ?s ?o { ?f rdf:subject/rdfs:label ?s ; rdf:predicate ?r ; rdf:object/rdfs:label ?o }"
    assert labels_behind(depot, sparql) == []


def test_a_text_as_object_is_found(depot: Extraction) -> None:
    assert labels_behind(depot, "SELECT ?s ?o { ?s relation:be ?o }") == ["crews is tired"]


def said_twice(*, quotes: bool) -> str:
    shown = "?quote" if quotes else "?polarity"
    return f"""SELECT ?s ?o {shown} {{
      ?f rdf:subject ?s ; rdf:predicate relation:send ; rdf:object ?o ; kg:polarity ?polarity ; kg:evidence ?e .
      ?e nif:anchorOf ?quote }} ORDER BY ?polarity"""


@pytest.mark.parametrize("quotes", [True, False])
def test_a_quote_or_a_polarity_narrows(quotes: bool) -> None:
    article = ArticleBuilder("Northland sent pumps. Officials doubt it: Northland has sent no pumps.")
    article.say("Northland", "sent", "pumps", lemma="send")
    article.say("Northland", "has sent", "pumps", lemma="send", polarity=Polarity.NEGATIVE)
    assert labels_behind(article.build(), said_twice(quotes=quotes)) == [
        "negative: Northland sends pumps",
        "Northland sends pumps",
    ]


@pytest.mark.parametrize(("columns", "facts"), [("?s ?label ?o", 1), ("?label ?o", 1), ("?label ?name", 2)])
def test_a_namesake_counts_only_where_the_row_has_no_more_than_the_name(columns: str, facts: int) -> None:
    extractions = []
    for source in ("a.txt", "b.txt"):
        article = ArticleBuilder("crews sent pumps.", source)
        article.say("crews", "sent", "pumps", lemma="send")
        article.mentions = [replace(mention, kind=MentionKind.NOMINAL) for mention in article.mentions]
        extractions.append(article.build())
    graph = Graph.of(graph_of(*extractions), Ontology(Lexicon()))
    sent = "?f rdf:subject ?s ; rdf:predicate relation:send ; rdf:object ?o ."
    sparql = f"SELECT {columns} {{ {sent} ?s rdfs:label ?label . ?o rdfs:label ?name }}"
    rows = graph.query(sparql)
    assert isinstance(rows, Rows)
    assert [len(behind(graph, sparql, row)) for row in rows.terms] == [facts, facts]


def test_rows_are_explained_from_an_answer_in_json(depot: Extraction) -> None:
    graph = Graph.of(graph_of(depot), Ontology(Lexicon()))
    sparql = "SELECT ?who ?nobody ?what { ?who relation:send ?what }"
    text = "".join(answer(graph.store, sparql, ResultFormat.JSON, graph.prefixes)).encode()
    (row,) = explained(graph, sparql, text)
    assert [name for name, _ in row.cells] == ["who", "what"]
    assert row.cells[0][1] == "entity:Northland"
    assert [fact.label for fact in row.facts] == ["Northland sends pumps"]
    assert list(explained(graph, "ASK {}", b'{"head":{},"boolean":true}')) == []
