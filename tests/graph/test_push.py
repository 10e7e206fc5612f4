"""Pushing to a real Oxigraph server on loopback."""

from __future__ import annotations

import http.client
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox
import pytest

from kg.errors import GraphError, UsageError
from kg.graph.push import Pushed, push
from kg.graph.store import Graph, commit
from kg.model import Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import depot_builder, graph_of

ONTOLOGY = Ontology(Lexicon())


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an Oxigraph server of its own."""
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    assert binary, "the oxigraph package brings it; it is in requirements-dev.txt"
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("oxigraph")
    command = [binary, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server does not start")


def dumped(server: str) -> set[ox.Quad]:
    """Return all that the server holds."""
    connection = http.client.HTTPConnection(server.removeprefix("http://"), timeout=30)
    connection.request("GET", "/store", headers={"Accept": "application/n-quads"})
    return set(ox.parse(connection.getresponse().read(), ox.RdfFormat.N_QUADS))


def built(folder: Path, *names: str) -> Graph:
    commit(folder, graph_of(*(depot_builder(f"{name}.txt").build() for name in names)), ONTOLOGY)
    return Graph.open(folder)


def test_a_push_sends_all_then_only_what_changed(server: str, tmp_path: Path) -> None:
    graph = built(tmp_path, "a", "b")
    assert push(graph, f"{server}/store") == Pushed(sent=3, deleted=0, unchanged=0)
    assert dumped(server) == set(graph.quads())
    assert push(graph, f"{server}/store") == Pushed(sent=0, deleted=0, unchanged=3)
    later = built(tmp_path, "b", "c")
    assert push(later, f"{server}/store") == Pushed(sent=2, deleted=1, unchanged=1)
    assert dumped(server) == set(later.quads())
    assert push(later, f"{server}/store", whole=True).sent == 3


def test_another_server_is_sent_everything(server: str, tmp_path: Path) -> None:
    graph = built(tmp_path, "a")
    push(graph, f"{server}/store")
    assert push(graph, f"{server}/store?{quote('x')}=1").sent == 2


def test_an_address_that_is_none(tmp_path: Path) -> None:
    graph = built(tmp_path, "a")
    for address in ("ftp://x/store", "localhost:7878", "file:///etc"):
        with pytest.raises(UsageError, match="is no address of a server; give it as http"):
            push(graph, address)


def test_a_server_that_is_not_there_or_refuses(server: str, tmp_path: Path) -> None:
    graph = built(tmp_path, "a")
    with pytest.raises(GraphError, match="cannot be reached"):
        push(graph, "http://127.0.0.1:9/store")
    with pytest.raises(GraphError, match=r"answered 40\d"):
        push(graph, f"{server}/query")
    assert push(graph, f"{server}/store").sent == 2, "a push that failed is not noted as done"
