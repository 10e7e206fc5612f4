"""`kg query` where something is amiss: a limit, a name that nothing has, a reader that leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest

from kg.graph.store import Graph
from kg.graph.unknown import unknown_terms
from tests.cli.conftest import Run

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
HUGE = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


@pytest.mark.parametrize(
    ("setting", "value", "sparql", "message"),
    [
        ("seconds", "1", ENDLESS, "the query takes longer than 1 s and was ended; narrow it, or raise query_seconds\n"),
        ("rows", "10", HUGE, "query: more than 10 rows; add a LIMIT, or raise query_rows\n"),
        (
            "megabytes",
            "150",
            f"{HUGE} ORDER BY ?i ?a",
            "the query takes more than 150 MB of memory and was ended; narrow it, or raise query_megabytes\n",
        ),
    ],
)
def test_a_limit_is_one_line_and_status_1(
    run: Run, graph: Path, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, sparql: str, message: str
) -> None:
    monkeypatch.setenv(f"KG_QUERY_{setting.upper()}", value)
    result = run("query", sparql, "-f", "csv", "-g", graph)
    assert (result.exit_code, result.stderr) == (1, message)


def test_a_misspelt_name_is_said_beside_the_answer(run: Run, graph: Path) -> None:
    result = run("query", "SELECT ?e { ?e kg:polarty ?o ; a kg:Fact }", "-f", "csv", "-g", graph)
    assert (result.exit_code, result.stdout_bytes) == (0, b"e\r\n")
    assert result.stderr == "query:1:16: kg:polarty is no property of this graph; did you mean kg:polarity?\n"
    assert run("query", "SELECT ?e { ?e kg:polarity ?o ; a kg:Fact }", "-g", graph).stderr == ""


def test_every_named_query_names_what_there_is(graph: Path) -> None:
    with Graph.open(graph) as opened:
        assert len(opened.queries) > 3
        assert [unknown_terms(opened, query.sparql) for query in opened.queries] == [()] * len(opened.queries)


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_leaves_nothing_running(graph: Path) -> None:
    command = [sys.executable, "-m", "kg", "query", ENDLESS, "-g", str(graph)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as asking:
        workers = started_by(asking.pid)
        asking.send_signal(signal.SIGINT)
        _, said = asking.communicate(timeout=20)  # well before the limit of the query would end it
    assert "Traceback" not in said
    assert asking.returncode != 0
    assert not any(worker.is_running() for worker in workers)


def started_by(pid: int) -> list[psutil.Process]:
    """Return the workers of a program once they are at work."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        workers = psutil.Process(pid).children()
        if any(worker.cpu_times().user > 0.4 for worker in workers):
            return workers
        time.sleep(0.05)
    raise AssertionError("no query has begun")
