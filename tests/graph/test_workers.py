"""Queries in processes that are killed at the limit; each test starts real ones."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from kg.errors import GraphError, QueryError, UsageError
from kg.graph.generations import current
from kg.graph.results import ResultFormat
from kg.graph.store import commit
from kg.graph.workers import Limits, Workers
from kg.model import Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import depot_builder, graph_of

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    articles = [depot_builder(f"{number}.txt").build() for number in range(8)]
    commit(folder, graph_of(*articles), Ontology(Lexicon()))
    return folder


@pytest.fixture
def workers(folder: Path) -> Iterator[Workers]:
    with Workers(folder) as workers:
        workers.warm_up()
        yield workers


def answered(workers: Workers, sparql: str, limits: Limits | None = None) -> bytes:
    return b"".join(workers.ask(sparql, ResultFormat.JSON, limits=limits))


def test_a_query_is_answered(workers: Workers) -> None:
    assert json.loads(answered(workers, "ASK { entity:Northland relation:send ?x }")) == {"head": {}, "boolean": True}


@pytest.mark.parametrize(
    ("sparql", "limits", "message"),
    [
        (ENDLESS, Limits(seconds=0.5), r"takes longer than 0.5 s and was ended; narrow it"),
        (HUGE, Limits(rows=100), r"more than 100 rows; add a LIMIT"),
        (HUGE, Limits(answer_megabytes=1), r"gives more than 1 MB and was ended"),
        (
            f"{HUGE} ORDER BY ?f ?a",
            Limits(seconds=20, megabytes=200),
            r"takes more than 200 MB of memory and was ended",
        ),
    ],
)
def test_a_query_over_a_limit_is_ended_and_the_next_is_answered(
    workers: Workers, sparql: str, limits: Limits, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        answered(workers, sparql, limits)
    began = time.monotonic()
    assert b"true" in answered(workers, "ASK {}")
    assert time.monotonic() - began < 5


def test_nothing_is_left_running(folder: Path) -> None:
    with Workers(folder, size=2) as workers:
        workers.warm_up()
        with pytest.raises(QueryError):
            answered(workers, ENDLESS, Limits(seconds=0.2))
        assert b"true" in answered(workers, "ASK {}")
    assert not [child for child in psutil.Process().children(recursive=True) if "kg.graph.worker" in child.cmdline()]


def test_an_answer_that_nobody_wants_any_more_ends(workers: Workers) -> None:
    parts = workers.ask(HUGE, ResultFormat.CSV)
    next(parts)
    parts.close()  # type: ignore[attr-defined]
    assert b"true" in answered(workers, "ASK {}")


def test_mistakes_and_refusals_come_through(workers: Workers) -> None:
    with pytest.raises(QueryError, match=r"query:1:12: unknown word 'FOO'"):
        answered(workers, "SELECT * { FOO }")
    with pytest.raises(QueryError, match="SERVICE would ask another server"):
        answered(workers, "ASK { SERVICE <http://x/> {} }")
    with pytest.raises(UsageError, match="rows cannot be written as turtle"):
        list(workers.ask("SELECT * { ?s ?p ?o }", ResultFormat.TURTLE))


def test_a_new_generation_is_picked_up(tmp_path: Path) -> None:
    commit(tmp_path, [], Ontology(Lexicon()))
    with Workers(tmp_path) as workers:
        assert b"false" in answered(workers, "ASK { ?s ?p ?o }")
        commit(tmp_path, graph_of(depot_builder().build()), Ontology(Lexicon()))
        assert b"true" in answered(workers, "ASK { ?s ?p ?o }")


def test_a_broken_store_says_what_to_do(tmp_path: Path) -> None:
    commit(tmp_path, [], Ontology(Lexicon()))
    (current(tmp_path) / "quads" / "CURRENT").write_text("x", encoding="utf-8")
    with Workers(tmp_path) as workers, pytest.raises(GraphError, match="broken store"):
        answered(workers, "ASK {}")


def test_modules_in_the_current_folder_are_not_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Workers(folder) as workers:
        assert b"true" in answered(workers, "ASK {}")
