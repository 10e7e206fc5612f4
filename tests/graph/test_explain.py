from __future__ import annotations

from dataclasses import replace

import pytest

from kg.errors import QueryError
from kg.graph.explain import EntityView, FactView, TenureView
from kg.graph.store import Graph
from kg.model import Extraction, Lexicon
from kg.ontology import Ontology, load_ontology
from tests.graph.conftest import BASE, ArticleBuilder, graph_of


@pytest.fixture
def graph(depot: Extraction) -> Graph:
    return Graph.of(graph_of(depot), Ontology(Lexicon()))


@pytest.mark.parametrize("term", ["Northland", "northland", "entity:Northland", f"<{BASE}entity/Northland>"])
def test_an_entity_is_found_by_label_and_iri(graph: Graph, term: str) -> None:
    view = graph.explain(term)
    assert isinstance(view, EntityView)
    assert view.label == "Northland"
    assert (view.facts[0].label, view.facts[0].is_plain) == ("Northland sends pumps", True)


def test_evidence_marks_the_words_in_the_quote(graph: Graph, depot: Extraction) -> None:
    view = graph.explain("valves")
    assert isinstance(view, EntityView)
    evidence = view.facts[0].evidence[0]
    assert [mark.of(evidence.quote) for mark in evidence.marks] == ["crews", "will repair", "valves"]
    assert evidence.quote == evidence.span.of(depot.document.text)
    assert (evidence.speaker, evidence.cue, evidence.article.source) == ("an envoy", "said", "a.txt")
    assert evidence.qualifiers == (("place", "in Eastvale"),)


def test_a_fact_is_explained_by_its_iri(graph: Graph) -> None:
    iri = next(graph.select("SELECT ?f { ?f rdf:predicate relation:arm }"))[0].value
    view = graph.explain(graph.shortened(iri))
    assert isinstance(view, FactView)
    assert (view.polarity, view.is_plain, view.support) == ("negative", False, 1)


def test_what_is_not_there_says_what_is_near(graph: Graph) -> None:
    with pytest.raises(QueryError, match="nothing is called 'north'; did you mean: Northland"):
        graph.explain("north")
    with pytest.raises(QueryError, match="nothing is called 'qqq'; give a label"):
        graph.explain("qqq")


def test_what_is_ambiguous_lists_candidates() -> None:
    articles = []
    for name in "ab":
        article = ArticleBuilder("the plan failed.", f"{name}.txt")
        article.say("the plan", "failed", None)
        articles.append(article.build())
    graph = Graph.of(graph_of(*articles), Ontology(Lexicon()))
    labels = {row[0].value for row in graph.select("SELECT ?l { ?e kg:mentionCount ?n ; rdfs:label ?l }")}
    assert graph.explain("the plan").label in labels


def test_articles_are_listed_by_source(graph: Graph) -> None:
    assert [(article.source, article.published) for article in graph.articles()] == [("a.txt", "2024-11-09")]


def test_an_entity_comes_with_its_terms_of_office() -> None:
    ontology = load_ontology()
    (macron,) = (name for name in ontology.lexicon.names.values() if name.label == "Emmanuel Macron")
    article = ArticleBuilder("Macron praised Northland.")
    article.say("Macron", "praised", "Northland", lemma="praise")
    article.mentions = [replace(one, link=macron.iri) if one.text == "Macron" else one for one in article.mentions]
    graph = Graph.of(graph_of(article.build(), ontology=ontology), ontology)
    view = graph.explain("Emmanuel Macron")
    assert isinstance(view, EntityView)
    assert view.offices == (TenureView("2017-05-14", "", "President of France", "Emmanuel Macron"),)
