from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import GraphError, QueryError
from kg.graph.store import Graph, commit
from kg.model import Extraction, Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import BASE, graph_of


@pytest.fixture
def graph(tmp_path: Path, depot: Extraction) -> Graph:
    commit(tmp_path, graph_of(depot), Ontology(Lexicon()))
    return Graph.open(tmp_path)


def test_what_is_named_so_comes_first(graph: Graph) -> None:
    hits = graph.search("northland")
    assert (hits[0].kind, hits[0].iri) == ("entity", f"{BASE}entity/Northland")
    assert {hit.kind for hit in hits} == {"entity", "fact", "quote"}
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_words_are_found_in_other_forms_and_by_their_beginning(graph: Graph) -> None:
    assert any("repair" in hit.label for hit in graph.search("repaired"))
    assert graph.search("north", kind="entity")[0].label == "Northland"


def test_a_quote_shows_the_words_around_the_match(graph: Graph) -> None:
    hit = graph.search("valves", kind="quote")[0]
    assert "[valves]" in hit.snippet


def test_all_words_must_match_and_phrases_hold_together(graph: Graph) -> None:
    assert graph.search('"repair valves"')
    assert not graph.search('"valves repair"')
    assert not graph.search("valves zeppelin")


@pytest.mark.parametrize("words", ['OR "', "a* NOT b)", "name:x", "'; DROP TABLE words; --", "NEAR(a b)"])
def test_nothing_is_an_operator(graph: Graph, words: str) -> None:
    assert isinstance(graph.search(words), tuple)


def test_no_word_and_no_index_are_clear_errors(graph: Graph) -> None:
    with pytest.raises(QueryError, match="there is no word to search for"):
        graph.search("?! --")
    assert graph.generation is not None
    (graph.generation / "search.db").write_text("broken", encoding="utf-8")
    with pytest.raises(GraphError, match="the search index is broken"):
        graph.search("x")
    (graph.generation / "search.db").unlink()
    with pytest.raises(GraphError, match="there is no search index; build the graph again"):
        Graph.open(graph.folder or "").search("x")
    with pytest.raises(GraphError, match="in memory"):
        Graph.of([], Ontology(Lexicon())).search("x")
