"""Queries in processes that are killed at the limit; each test starts real ones."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import psutil
import pytest

from kg.errors import GraphError, Limit, LimitError, QueryError, UsageError
from kg.graph.blocking import Blocking
from kg.graph.generations import current
from kg.graph.question import Limits, Question
from kg.graph.results import ResultFormat
from kg.graph.store import commit
from kg.graph.workers import Workers
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
def worker(folder: Path) -> Iterator[Blocking]:
    with Blocking(folder) as worker:
        yield worker


def answered(worker: Blocking, sparql: str, limits: Limits | None = None) -> bytes:
    return b"".join(parts_of(worker, Question(sparql, ResultFormat.JSON), limits))


def parts_of(worker: Blocking, question: Question, limits: Limits | None = None) -> list[bytes]:
    parts: list[bytes] = []
    worker.ask(question, parts.append, limits)
    return parts


async def asked(workers: Workers, sparql: str, limits: Limits | None = None) -> bytes:
    parts: list[bytes] = []
    await workers.ask(Question(sparql, ResultFormat.JSON), parts.append, limits)
    return b"".join(parts)


def processes() -> list[psutil.Process]:
    return [child for child in psutil.Process().children(recursive=True) if "kg.graph.worker" in child.cmdline()]


def soon(holds: Callable[[], bool], *, seconds: float = 10) -> bool:
    """Tell whether something comes to hold."""
    until = time.monotonic() + seconds
    while not holds() and time.monotonic() < until:
        time.sleep(0.02)
    return holds()


def test_a_query_is_answered(worker: Blocking) -> None:
    assert json.loads(answered(worker, "ASK { entity:Northland relation:send ?x }")) == {"head": {}, "boolean": True}


def test_a_query_is_answered_where_a_loop_runs_already(folder: Path) -> None:
    async def cell_of_a_notebook() -> bytes:
        with Blocking(folder) as worker:
            with pytest.raises(QueryError):
                answered(worker, "ASK {")
            return answered(worker, "ASK {}")

    assert b"true" in asyncio.run(cell_of_a_notebook())


# ---------------------------------------------------------------------------------------------- limits


@pytest.mark.parametrize(
    ("sparql", "limits", "limit", "message"),
    [
        (ENDLESS, Limits(seconds=0.5), Limit.TIME, r"takes longer than 0.5 s and was ended; narrow it"),
        (HUGE, Limits(rows=100), Limit.ROWS, r"more than 100 rows; add a LIMIT"),
        ("CONSTRUCT { ?a ?b ?f } WHERE " + HUGE[9:], Limits(rows=100), Limit.ROWS, r"more than 100 rows"),
        (HUGE, Limits(answer_megabytes=1), Limit.BYTES, r"gives more than 1 MB and was ended"),
        (f"{HUGE} ORDER BY ?f ?a", Limits(seconds=20, megabytes=200), Limit.MEMORY, r"more than 200 MB of memory"),
    ],
)
def test_a_query_over_a_limit_is_ended_and_the_next_is_answered(
    worker: Blocking, sparql: str, limits: Limits, limit: Limit, message: str
) -> None:
    form = ResultFormat.NTRIPLES if sparql.startswith("CONSTRUCT") else ResultFormat.JSON
    with pytest.raises(LimitError, match=message) as caught:
        parts_of(worker, Question(sparql, form), limits)
    assert caught.value.limit is limit
    began = time.monotonic()
    assert b"true" in answered(worker, "ASK {}")
    assert time.monotonic() - began < 5


def test_one_row_of_any_size_comes_in_parts(worker: Blocking) -> None:
    doubled = "BIND(CONCAT({0}, {0}) AS {1})"
    steps = " ".join(doubled.format(f"?x{number}", f"?x{number + 1}") for number in range(22))
    sparql = f"SELECT ?x22 {{ BIND('abcdefgh' AS ?x0) {steps} }}"  # 8 bytes, doubled 22 times: 33 MB
    with pytest.raises(LimitError, match="gives more than 10 MB"):
        answered(worker, sparql, Limits(answer_megabytes=10))
    parts = parts_of(worker, Question(sparql, ResultFormat.JSON), Limits(answer_megabytes=40))
    assert sum(map(len, parts)) > 33_000_000
    assert max(map(len, parts)) <= 65_536


def test_time_that_the_reader_of_an_answer_takes_does_not_count(worker: Blocking) -> None:
    parts: list[bytes] = []

    def take(part: bytes) -> None:
        if not parts:
            time.sleep(2.5)
        parts.append(part)

    worker.ask(Question(f"{HUGE} LIMIT 5000", ResultFormat.CSV), take, Limits(seconds=2))
    assert len(b"".join(parts)) > 1_000_000


def test_nothing_is_left_running(folder: Path) -> None:
    with Blocking(folder) as worker:
        with pytest.raises(LimitError):
            answered(worker, ENDLESS, Limits(seconds=0.2))
        assert b"true" in answered(worker, "ASK {}")
        assert len(processes()) == 1
    assert processes() == []
    assert list((folder / "store" / "readers").iterdir()) == []


def test_an_answer_that_nobody_wants_any_more_ends(worker: Blocking) -> None:
    def take(_: bytes) -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        worker.ask(Question(HUGE, ResultFormat.CSV), take)
    assert processes() == []
    assert b"true" in answered(worker, "ASK {}")


def test_a_worker_ends_with_the_one_who_asked(folder: Path) -> None:
    """`kill -9` of the program that asks leaves no query running, on any system."""
    script = (
        "import sys; from pathlib import Path; from tests.graph.test_workers import *\n"
        "with Blocking(Path(sys.argv[1])) as worker:\n    answered(worker, ENDLESS)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script, str(folder)]) as asking:
        assert soon(lambda: any(child.cpu_times().user > 0.5 for child in psutil.Process(asking.pid).children()))
        (running,) = psutil.Process(asking.pid).children()
        asking.kill()
    assert soon(lambda: not running.is_running() or running.status() == psutil.STATUS_ZOMBIE, seconds=3)


# ---------------------------------------------------------------------------------------------- many at once


def test_where_a_worker_was_killed_another_is_ready(folder: Path) -> None:
    async def attack() -> float:
        workers = Workers(folder, size=2, revives=True)
        await workers.warm_up()
        before = {worker.process.transport.get_pid() for worker in workers.idle}
        ended = await asyncio.gather(
            *(asked(workers, ENDLESS, Limits(seconds=0.2)) for _ in range(4)), return_exceptions=True
        )
        assert [type(outcome) for outcome in ended] == [LimitError] * 4
        assert len(workers.idle) == 2
        assert not before & {worker.process.transport.get_pid() for worker in workers.idle}
        began = time.monotonic()
        assert b"true" in await asked(workers, "ASK {}")
        took = time.monotonic() - began
        await workers.close()
        return took

    assert asyncio.run(attack()) < 0.5
    assert processes() == []


def test_a_query_that_is_cancelled_gives_its_place_back(folder: Path) -> None:
    async def impatience() -> None:
        workers = Workers(folder)
        for _ in range(3):
            with pytest.raises(TimeoutError):
                await asyncio.wait_for(asked(workers, ENDLESS), 0.3)
        assert b"true" in await asked(workers, "ASK {}")
        await workers.close()

    within(impatience, 30)


def test_a_broken_store_costs_no_place(tmp_path: Path) -> None:
    async def trouble() -> None:
        commit(tmp_path, [], Ontology(Lexicon()))
        workers = Workers(tmp_path, size=2)
        pointer = current(tmp_path) / "quads" / "CURRENT"
        right = pointer.read_text(encoding="utf-8")
        pointer.write_text("x", encoding="utf-8")
        for _ in range(2):
            with pytest.raises(GraphError, match="broken store"):
                await workers.warm_up()
            with pytest.raises(GraphError, match="broken store"):
                await asked(workers, "ASK {}")
        pointer.write_text(right, encoding="utf-8")
        await workers.warm_up()
        both = await asyncio.gather(asked(workers, "ASK {}"), asked(workers, "ASK {}"))
        assert all(b"true" in answer for answer in both)
        await workers.close()

    within(trouble, 60)
    assert processes() == []


def within(work: Callable[[], Awaitable[None]], seconds: float) -> None:
    """Run something that would hang where a place is lost."""
    asyncio.run(asyncio.wait_for(work(), seconds))  # type: ignore[arg-type]


# ---------------------------------------------------------------------------------------------- the rest


def test_mistakes_and_refusals_come_through(worker: Blocking) -> None:
    with pytest.raises(QueryError, match=r"query:1:12: unknown word 'FOO'") as caught:
        answered(worker, "SELECT * { FOO }")
    assert not isinstance(caught.value, LimitError)
    with pytest.raises(QueryError, match="SERVICE would ask another server"):
        answered(worker, "ASK { SERVICE <http://x/> {} }")
    with pytest.raises(UsageError, match="rows cannot be written as turtle"):
        parts_of(worker, Question("SELECT * { ?s ?p ?o }", ResultFormat.TURTLE))


def test_relative_iris_count_from_the_base(worker: Blocking) -> None:
    question = Question("SELECT (<x> AS ?x) {}", ResultFormat.CSV, base_iri="http://a/b/c")
    assert b"".join(parts_of(worker, question)) == b"x\r\nhttp://a/b/x\r\n"
    with pytest.raises(QueryError, match="<x> is no full IRI"):
        answered(worker, "SELECT (<x> AS ?x) {}")


def test_a_new_generation_is_picked_up(tmp_path: Path) -> None:
    commit(tmp_path, [], Ontology(Lexicon()))
    with Blocking(tmp_path) as worker:
        for _ in range(3):
            assert b"false" in answered(worker, "ASK { ?s ?p ?o }")
            commit(tmp_path, graph_of(depot_builder().build()), Ontology(Lexicon()))
            assert b"true" in answered(worker, "ASK { ?s ?p ?o }")
            commit(tmp_path, [], Ontology(Lexicon()))


def test_modules_in_the_current_folder_are_not_run(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with Blocking(folder) as worker:
        assert b"true" in answered(worker, "ASK {}")
