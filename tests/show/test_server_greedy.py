"""The service against those who want too much: nobody else waits for slow queries and slow clients."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from kg.graph.question import Limits
from kg.show.server import connections, protocol
from tests.graph.test_workers import soon
from tests.show.serving import ENDLESS, depot_graph, port_of, raw, running


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return depot_graph(tmp_path_factory.mktemp("greedy"))


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx.Client]:
    with running(folder) as client:
        yield client


DOUBLINGS = " ".join(f"BIND(CONCAT(?x{number}, ?x{number}) AS ?x{number + 1})" for number in range(32))
GREEDY = {
    "long": ENDLESS,
    "many rows": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "sorted": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?i ?a",
    "grouped": "SELECT ?a ?e ?i (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } GROUP BY ?a ?e ?i",
    "exponential path": "SELECT * { ?a ((<http://a/b>|!<http://a/c>)*/(!<http://a/d>)*)* ?b . ?c (!a)* ?d . ?e ?f ?g }",
    "exponential text": f"SELECT (STRLEN(?x32) AS ?n) {{ BIND('abcdefghij' AS ?x0) {DOUBLINGS} }}",
    "deep": f"SELECT * {'{' * 400_000}{'}' * 400_000}",
    "many values": f"SELECT * {{ VALUES ?x {{ {'1 ' * 480_000} }} ?a ?b ?c . ?d ?e ?f }}",
    "many prefixes": "".join(f"PREFIX a{number}: <http://a/{number}> " for number in range(30_000)) + ENDLESS,
    "many unions": f"SELECT * {{ {' UNION '.join(['{ ?a ?b ?c . ?d ?e ?f }'] * 20_000)} }}",
    "many triples": "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", GREEDY)
def test_greedy_queries_keep_nobody_else_waiting(folder: Path, name: str) -> None:
    limits = Limits(seconds=3, rows=100_000, megabytes=300, answer_megabytes=20)
    with running(folder, limits=limits) as client, ThreadPoolExecutor(6) as crowd:
        allowed = bearable(client)
        jobs = [crowd.submit(client.post, "/sparql", data={"query": GREEDY[name]}) for _ in range(6)]
        assert longest_wait(client, lambda: all(job.done() for job in jobs)) < allowed
        assert {job.result().status_code for job in jobs} <= {400, 413, 503}


def bearable(client: httpx.Client) -> float:
    """Return the seconds that somebody may wait: one, or more on a machine that is busy with other things."""
    until = time.monotonic() + 0.5
    return max(1.0, 15 * longest_wait(client, lambda: time.monotonic() > until))


def longest_wait(client: httpx.Client, is_over: Callable[[], bool]) -> float:
    """Return how long somebody else waits at most for an answer, asked for again and again until something is over."""
    waits: list[float] = []
    transport = httpx.HTTPTransport(local_address="127.0.0.2")
    with httpx.Client(base_url=client.base_url, transport=transport, timeout=30) as somebody:
        while not is_over():
            began = time.monotonic()
            assert somebody.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
            waits.append(time.monotonic() - began)
            time.sleep(0.05)
    return max(waits, default=0.0)


@pytest.mark.slow
def test_slow_queries_keep_nobody_else_waiting(folder: Path) -> None:
    with running(folder, limits=Limits(seconds=4)) as client, ThreadPoolExecutor(12) as crowd:
        assert client.get("/sparql", params={"query": "ASK {}"}).status_code == 200
        allowed = bearable(client)
        jobs = [crowd.submit(client.get, "/sparql", params={"query": ENDLESS}) for _ in range(12)]
        assert longest_wait(client, lambda: all(job.done() for job in jobs)) < allowed
        assert {job.result().status_code for job in jobs} == {503}
        said = [job.result().text for job in jobs]
        assert sum("takes longer than 4 s" in text for text in said) >= 2, "those that had a long lane"
        assert sum("other slow queries are running" in text for text in said) >= 1, "those that had none"


@pytest.mark.slow
def test_a_client_that_goes_ends_its_query(folder: Path) -> None:
    with running(folder, limits=Limits(seconds=30)) as client:
        for _ in range(6):
            with pytest.raises(httpx.TimeoutException):
                client.get("/sparql", params={"query": ENDLESS}, timeout=0.3)
        time.sleep(0.5)
        assert client.get("/sparql", params={"query": "ASK {}"}, timeout=5).status_code == 200


@pytest.mark.slow
def test_one_client_cannot_hold_all_connections(client: httpx.Client) -> None:
    other = httpx.HTTPTransport(local_address="127.0.0.2")
    with ExitStack() as held, httpx.Client(base_url=client.base_url, transport=other, timeout=30) as somebody:
        for _ in range(600):
            held.enter_context(socket.create_connection(("127.0.0.1", port_of(client)), timeout=5))
        assert somebody.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
    assert soon(lambda: client.get("/health").status_code == 200)


@pytest.mark.slow
def test_slow_clients_are_let_go(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.5)
    monkeypatch.setattr(connections, "READ_SECONDS", 0.5)
    monkeypatch.setattr(protocol, "BODY_SECONDS", 0.5)
    with running(folder) as client:
        began = time.monotonic()
        assert raw(client, b"GET / HTTP/1.1\r\nHost: loc") == b""
        assert raw(client, b"") == b""
        body = b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\n"
        assert b" 408 " in raw(client, body + b"Content-Length: 50\r\n\r\nASK").split(b"\r\n")[0]
        assert time.monotonic() - began < 8
        assert does_not_read(client)


def does_not_read(client: httpx.Client) -> bool:
    """Ask for a large answer, read nothing of it, and tell whether the service has given up."""
    query = "SELECT%20*%20%7B%20?a%20?b%20?c%20.%20?d%20?e%20?f%20%7D%20LIMIT%20100000"
    with socket.create_connection(("127.0.0.1", port_of(client)), timeout=20) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.sendall(f"GET /sparql?query={query} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(6)
        received = b""
        try:
            while part := connection.recv(65_536):
                received += part
        except ConnectionResetError:
            return True
        return b"0\r\n\r\n" not in received[-10:] and len(received) < 5_000_000
