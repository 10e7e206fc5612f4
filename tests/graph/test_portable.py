"""Queries and service need nothing that only one system has: neither modules and calls of POSIX nor fork."""

from __future__ import annotations

import ast
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from kg.graph.store import commit
from kg.model import Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import depot_builder, graph_of
from tests.graph.test_workers import ENDLESS

ROOT = Path(__file__).resolve().parents[2]
POSIX_MODULES = ("fcntl", "grp", "pty", "pwd", "resource", "syslog", "termios", "tty")
POSIX_CALLS = {
    "os": ("fork", "forkpty", "getpgid", "getuid", "geteuid", "killpg", "mkfifo", "nice", "posix_spawn", "setsid"),
    "signal": ("SIGALRM", "SIGHUP", "SIGKILL", "SIGUSR1", "alarm", "pthread_kill", "setitimer", "sigwait"),
}
# What is used where there is one: by subprocess, by psutil, by the lock of a build, which has a way for Windows too.
OF_LIBRARIES = ("SIGKILL", "resource", "fcntl")
BESIDE = "locking.py"
BARRED = f"""
import importlib.abc, os, signal, sys

class Barrier(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name in {POSIX_MODULES!r} and name not in {OF_LIBRARIES!r}:
            raise ImportError(name)

sys.meta_path.insert(0, Barrier())
for module, names in {POSIX_CALLS!r}.items():
    for name in names:
        if name not in {OF_LIBRARIES!r} and hasattr(sys.modules[module], name):
            delattr(sys.modules[module], name)
import multiprocessing
multiprocessing.set_start_method("spawn")
with open(os.environ["BARRED_LOG"], "a", encoding="utf-8") as log:
    log.write(" ".join(sys.orig_argv) + "\\n")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph")
    commit(folder, graph_of(*(depot_builder(f"{number}.txt").build() for number in range(8))), Ontology(Lexicon()))
    return folder


@pytest.fixture
def barred(tmp_path: Path) -> dict[str, str]:
    """An environment in which no Python, workers included, has what only POSIX has; what runs is written down."""
    (tmp_path / "sitecustomize.py").write_text(BARRED, encoding="utf-8")
    path = os.pathsep.join((str(tmp_path), str(ROOT)))
    return os.environ | {"PYTHONPATH": path, "BARRED_LOG": str(tmp_path / "log"), "KG_QUERY_SECONDS": "1"}


def kg(*args: str) -> list[str]:
    return [sys.executable, "-m", "kg", *args]


def test_queries_run_and_are_ended(folder: Path, barred: dict[str, str]) -> None:
    for sparql, status, said in (("ASK { ?s ?p ?o }", 0, "true\n"), (ENDLESS, 1, "takes longer than 1 s")):
        command = kg("query", sparql, "-g", str(folder))
        done = subprocess.run(command, env=barred, capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == status, done.stderr
        assert said in done.stdout + done.stderr
    assert Path(barred["BARRED_LOG"]).read_text(encoding="utf-8").count("kg.graph.worker") == 2


@pytest.mark.slow
def test_the_service_runs(folder: Path, barred: dict[str, str]) -> None:
    command = kg("serve", "-g", str(folder), "--port", "0")
    with subprocess.Popen(command, env=barred, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as serving:
        assert serving.stdout is not None
        address = serving.stdout.readline().strip()
        with ended(serving), httpx.Client(base_url=address, timeout=30) as client:
            assert client.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"] is True
            assert "takes longer" in client.get("/sparql", params={"query": ENDLESS}).text
            assert client.get("/graph").text.startswith("<!DOCTYPE html>")
            serving.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
            assert serving.wait(timeout=10) == 0
    log = Path(barred["BARRED_LOG"]).read_text(encoding="utf-8")
    assert log.count("kg.graph.worker") >= 7, "six workers, and another one for that which was ended"
    assert " view " in log


@contextmanager
def ended(process: subprocess.Popen[str]) -> Iterator[None]:
    try:
        yield
    finally:
        process.kill()


def sources() -> Iterator[Path]:
    for pattern in ("graph/*.py", "show/server/*.py", "cli/*.py"):
        yield from (path for path in sorted((ROOT / "kg").glob(pattern)) if path.name != BESIDE)


@pytest.mark.parametrize("path", list(sources()), ids=lambda path: path.name)
def test_no_source_names_what_only_posix_has(path: Path) -> None:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else [name.name for name in node.names]
            found.update(set(modules) & set(POSIX_MODULES))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            found.update({node.attr} & set(POSIX_CALLS.get(node.value.id, ())))
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.update(start for start in ("/proc", "/dev/", "/sys/") if node.value.startswith(start))
    assert found == set()
