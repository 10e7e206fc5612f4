"""In a notebook a graph shows itself, and so does the answer to a query."""

from __future__ import annotations

import sys

import pytest

from kg.model import Lexicon
from kg.ontology import Ontology
from kg.show.notebook import NotebookGraph

QUERY = 'SELECT (1 AS ?one) ("<b>" AS ?two) {}'


@pytest.fixture
def graph() -> NotebookGraph:
    return NotebookGraph.of([], Ontology(Lexicon()))


def test_a_graph_is_a_page_in_a_frame_that_shares_nothing(graph: NotebookGraph) -> None:
    html = graph._repr_html_()
    assert html.startswith("<iframe ")
    assert "allow-same-origin" not in html
    assert "srcdoc=" in html


def test_an_answer_is_a_table_whose_text_stays_text(graph: NotebookGraph) -> None:
    html = graph.query(QUERY)._repr_html_()  # type: ignore[union-attr]
    assert "<th>one</th>" in html
    assert "&lt;b&gt;" in html


def test_without_pandas_an_answer_shows_its_short_form(graph: NotebookGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    rows = graph.query(QUERY)
    assert rows._repr_html_() is None  # type: ignore[union-attr]
    assert repr(rows) == "<Rows one, two: 1>"
