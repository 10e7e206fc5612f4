"""In a notebook a graph shows itself, and the answer to a query is a data frame when pandas is there."""

from __future__ import annotations

import sys

import pytest

from kg.errors import QueryError
from kg.graph.query import Rows
from kg.model import Lexicon
from kg.ontology import Ontology
from kg.show.notebook import NotebookGraph

QUERY = 'SELECT (1 AS ?one) ("<b>" AS ?two) {}'


@pytest.fixture
def graph() -> NotebookGraph:
    return NotebookGraph.of([], Ontology(Lexicon()))


@pytest.fixture
def no_pandas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)


def test_a_graph_is_a_page_in_a_frame_that_shares_nothing(graph: NotebookGraph) -> None:
    html = graph._repr_html_()
    assert html.startswith("<iframe ")
    assert "allow-same-origin" not in html
    assert "srcdoc=" in html


def test_with_pandas_an_answer_is_a_data_frame(graph: NotebookGraph) -> None:
    pandas = pytest.importorskip("pandas")
    frame = graph.query(QUERY)
    assert isinstance(frame, pandas.DataFrame)
    assert frame.to_dict("records") == [{"one": 1, "two": "<b>"}]
    assert "&lt;b&gt;" in frame._repr_html_()


def test_an_answer_without_rows_keeps_its_columns(graph: NotebookGraph) -> None:
    pytest.importorskip("pandas")
    frame = graph.query("SELECT ?who ?what { ?who kg:maintains ?what }")
    assert (list(frame.columns), len(frame)) == (["who", "what"], 0)


@pytest.mark.usefixtures("no_pandas")
def test_without_pandas_an_answer_is_rows(graph: NotebookGraph) -> None:
    rows = graph.query(QUERY)
    assert isinstance(rows, Rows)
    assert list(rows) == [(1, "<b>")]
    assert repr(rows) == "<Rows one, two: 1>"
    assert rows._repr_html_() is None


def test_rows_are_rows_whatever_is_installed(graph: NotebookGraph) -> None:
    assert list(graph.rows(QUERY)) == [(1, "<b>")]
    assert "&lt;b&gt;" in str(graph.rows(QUERY)._repr_html_())


def test_yes_and_no_and_triples_stay_what_they_are(graph: NotebookGraph) -> None:
    assert graph.query("ASK {}") is True
    assert graph.query("CONSTRUCT { kg:a kg:b kg:c } WHERE {}")[0].object.value.endswith("#c")
    with pytest.raises(QueryError):
        graph.query("SELECT")
