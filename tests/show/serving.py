"""A service on a small graph, reached over real HTTP."""

from __future__ import annotations

import queue
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import httpx

from kg.graph.question import Limits
from kg.graph.store import commit
from kg.model import Lexicon
from kg.ontology import NamedQuery, Ontology
from kg.show.server import Options, serve
from tests.graph.conftest import depot_builder, graph_of

SENDERS = NamedQuery("senders", "Who sends what", "SELECT ?who ?what WHERE { ?who relation:send ?what }", ("who",))
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LIMITS = Limits(seconds=5, answer_megabytes=20)


def depot_graph(folder: Path, *, articles: int = 3) -> Path:
    """Write a graph of some articles that say the same."""
    built = [depot_builder(f"{number}.txt").build() for number in range(articles)]
    commit(folder, graph_of(*built), Ontology(Lexicon(), queries=(SENDERS,)))
    return folder


@contextmanager
def running(folder: Path, **options: object) -> Iterator[httpx.Client]:
    """Serve a graph in a thread, and give a client whose `lines` are the access log."""
    lines: list[str] = []
    addresses: queue.Queue[str] = queue.Queue()
    servers: queue.Queue = queue.Queue()
    told = replace(Options(folder, port=0, limits=LIMITS, log=lines.append), **options)
    thread = threading.Thread(target=serve, args=(told,), kwargs={"ready": addresses.put, "started": servers.put})
    thread.start()
    try:
        with httpx.Client(base_url=addresses.get(timeout=30), timeout=30) as client:
            client.lines = lines  # type: ignore[attr-defined]
            yield client
    finally:
        servers.get(timeout=5).should_exit = True
        thread.join(timeout=10)
        assert not thread.is_alive(), "the service must stop"


def port_of(client: httpx.Client) -> int:
    port = client.base_url.port
    assert port is not None
    return port


def raw(client: httpx.Client, data: bytes, *, wait: float = 20, source: str = "127.0.0.1") -> bytes:
    """Send bytes as they are, and return all that comes back until the service closes the connection."""
    address = ("127.0.0.1", port_of(client))
    with socket.create_connection(address, timeout=wait, source_address=(source, 0)) as connection:
        connection.sendall(data)
        received = b""
        try:
            while part := connection.recv(65_536):
                received += part
        except (ConnectionResetError, TimeoutError):
            pass
        return received
