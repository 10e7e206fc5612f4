"""The service against people who mean harm: nothing leaves, nothing is read, nobody else waits."""

from __future__ import annotations

import base64
import json
import os
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from kg.show.server import protocol
from tests.graph.test_workers import soon
from tests.show.serving import depot_graph, raw, running

SECRET = "canary-5b1e"
CONTEXT = "http://www.w3.org/ns/json-ld#context"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return depot_graph(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx.Client]:
    with running(folder, names=("news.example",)) as client:
        yield client


# ---------------------------------------------------------------------------------------------- nothing leaves


@dataclass
class Listener:
    """Somebody outside who counts who calls."""

    server: socket.socket
    calls: list[object] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.getsockname()[1]}/secret.nt"

    def listen(self) -> None:
        while True:
            try:
                connection, caller = self.server.accept()
            except OSError:
                return
            self.calls.append(caller)
            connection.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        listener = Listener(server)
        threading.Thread(target=listener.listen, daemon=True).start()
        yield listener
        server.shutdown(socket.SHUT_RDWR)


@dataclass
class Canary:
    """A file that notices when anybody opens it, in whatever language: a pipe that waits for readers."""

    path: Path
    opened: int = 0
    is_over: bool = False

    @property
    def address(self) -> str:
        return self.path.as_uri()

    def watch(self) -> None:
        while not self.is_over:
            try:
                pipe = os.open(self.path, os.O_WRONLY | os.O_NONBLOCK)  # fails as long as there is no reader
            except OSError:
                time.sleep(0.002)
                continue
            self.opened += 1
            os.write(pipe, f'<http://a/b> <http://a/c> "{SECRET}" .\n'.encode())
            os.close(pipe)
            time.sleep(0.05)


@pytest.fixture(scope="module")
def canary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canary]:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    canary = Canary(tmp_path_factory.mktemp("canary") / "secret.nt")
    os.mkfifo(canary.path)
    thread = threading.Thread(target=canary.watch, daemon=True)
    thread.start()
    yield canary
    canary.is_over = True
    thread.join(timeout=5)


def test_listener_and_canary_notice(listener: Listener, canary: Canary) -> None:
    """That they are silent below is worth something only if they can speak; the engine itself is made to reach out."""
    service = f"SELECT * {{ SERVICE SILENT <{listener.address}> {{ ?s ?p ?o }} }}"
    list(ox.Store().query(service))  # type: ignore[arg-type]
    assert soon(lambda: len(listener.calls) > 0)
    store = ox.Store()
    store.load(path=canary.path, format=ox.RdfFormat.N_TRIPLES)
    assert (canary.opened, len(store)) == (1, 1)


OUTWARD = (
    "SELECT * { SERVICE <{}> { ?s ?p ?o } }",
    "SELECT * { service <{}> { ?s ?p ?o } }",
    "SELECT * { SeRvIcE SILENT <{}> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT<{}>{ ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <{}> { ?s ?p ?o } }",
    "SELECT * { SER\\u0056ICE SILENT <{}> { ?s ?p ?o } }",
    "SELECT * { \\U00000053ERVICE <{}> { ?s ?p ?o } }",
    "SELECT * { { { OPTIONAL { SERVICE <{}> { ?s ?p ?o } } } } }",
    "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <{}> { ?s ?p ?o } } }",
    "SELECT * { { SELECT * { SERVICE <{}> { ?s ?p ?o } } } }",
    "SELECT * { VALUES ?g { <{}> } SERVICE ?g { ?s ?p ?o } }",
    "PREFIX x: <{}> SELECT * { SERVICE x: { ?s ?p ?o } }",
    "PREFIX x: <{}> SELECT * { SERVICEx: { ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment\n <{}> { ?s ?p ?o } }",
    "CONSTRUCT { ?s ?p ?o } { SERVICE <{}> { ?s ?p ?o } }",
    "ASK { SERVICE <{}> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <{}> { ?s ?p ?o } }",
    "LOAD <{}>",
    "LOAD SILENT <{}> INTO GRAPH <http://a/g>",
    "SELECT * FROM <{}> { ?s ?p ?o }",
    "SELECT * FROM NAMED <{}> { GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { GRAPH <{}> { ?s ?p ?o } }",
    "DESCRIBE <{}>",
    "BASE <{}> SELECT * FROM <> { ?s ?p ?o }",
)


def test_no_request_leaves_and_no_file_is_read(client: httpx.Client, listener: Listener, canary: Canary) -> None:
    called, opened = len(listener.calls), canary.opened
    path = canary.address.removeprefix("file://")
    for target in (listener.address, canary.address, f"file:{path}", path):
        for text in OUTWARD:
            sparql = text.replace("{}", target, 1)
            for response in (
                client.get("/sparql", params={"query": sparql}),
                client.post("/sparql", data={"query": sparql}),
            ):
                assert response.status_code in (200, 400), (sparql, response.text)
                assert SECRET not in response.text, sparql
                reaches = "service" in protocol_text(sparql) or "load" in sparql.lower()
                assert not (reaches and response.status_code == 200), sparql
        for name in ("default-graph-uri", "named-graph-uri", "using-graph-uri"):
            everything = "SELECT * { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } } LIMIT 10"
            response = client.get("/sparql", params={"query": everything, name: target})
            assert SECRET not in response.text
            is_graph = name != "using-graph-uri"  # that one is for updates, and means nothing to a query
            assert not is_graph or response.status_code == 400 or response.json()["results"]["bindings"] == []
        for address in (f"/queries/senders?who=<{target}>", f"/queries/senders?who={target}", f"/entity/{target}"):
            assert client.get(address).status_code in (200, 400, 404)
    assert (len(listener.calls), canary.opened) == (called, opened)


def test_no_remote_context_is_fetched(client: httpx.Client, listener: Listener, canary: Canary) -> None:
    called, opened = len(listener.calls), canary.opened
    for target in (listener.address, canary.address):
        data = json.dumps({"@context": target, "@id": "http://a/b", "query": "ASK {}"}).encode()
        for media_type in ("application/ld+json", "application/json", f'application/ld+json;profile="{target}"'):
            headers = {"Content-Type": media_type, "Link": f'<{target}>; rel="{CONTEXT}"'}
            assert client.post("/sparql", content=data, headers=headers).status_code == 415
        accept = {"Accept": f'application/ld+json;profile="{target}"', "Link": f'<{target}>; rel="{CONTEXT}"'}
        built = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 1"}, headers=accept)
        assert built.status_code == 200
        assert target not in built.text
    assert (len(listener.calls), canary.opened) == (called, opened)


def protocol_text(sparql: str) -> str:
    return sparql.replace("\\u0053", "S").replace("\\u0056", "V").replace("\\U00000053", "S").lower()


# ---------------------------------------------------------------------------------------------- who may ask


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "a b", "[::1"]
)
def test_a_foreign_name_is_refused(client: httpx.Client, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1", "[::1]:8080", "news.example"])
def test_a_known_name_passes(client: httpx.Client, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


def test_two_names_or_none_are_refused(client: httpx.Client) -> None:
    assert b" 400 " in raw(client, b"GET / HTTP/1.1\r\n\r\n").split(b"\r\n")[0]
    assert b" 4" in raw(client, b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n").split(b"\r\n")[0]
    assert b" 421 " in raw(client, b"GET / HTTP/1.0\r\n\r\n").split(b"\r\n")[0]


def test_other_sites_read_nothing_unless_they_are_allowed(folder: Path, client: httpx.Client) -> None:
    evil = {"Origin": "https://evil.example"}
    assert "access-control-allow-origin" not in client.get("/sparql", params={"query": "ASK {}"}, headers=evil).headers
    assert client.post("/sparql", data={"query": "ASK {}"}, headers=evil).status_code == 403
    own = {"Origin": str(client.base_url).rstrip("/")}
    assert client.post("/sparql", data={"query": "ASK {}"}, headers=own).status_code == 200
    with running(folder, origins=("https://good.example",)) as other:
        good = {"Origin": "https://good.example"}
        answer = other.post("/sparql", data={"query": "ASK {}"}, headers=good)
        assert answer.headers["access-control-allow-origin"] == "https://good.example"
        preflight = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
        assert other.options("/sparql", headers={**good, **preflight}).status_code == 200
        assert other.options("/sparql", headers={**evil, **preflight}).status_code == 400
        assert "access-control-allow-origin" not in other.get("/", headers=evil).headers


def test_a_token_is_asked_for(folder: Path) -> None:
    with running(folder, token="sesame") as client:
        assert client.get("/health").status_code == 200
        for path in ("/", "/sparql?query=ASK{}", "/graph", "/static/editor.js", "/entity/Northland"):
            refused = client.get(path)
            assert refused.status_code == 401
            assert "Basic" in refused.headers["www-authenticate"]
        basic = base64.b64encode(b"anybody:sesame").decode()
        for shown in ("Bearer sesame", "bearer sesame", f"Basic {basic}"):
            assert client.get("/", headers={"Authorization": shown}).status_code == 200
        for shown in ("Bearer", "Bearer Sesame", "Basic ?", "Basic " + base64.b64encode(b"sesame").decode(), "sesame"):
            assert client.get("/", headers={"Authorization": shown}).status_code == 401
        assert not any("sesame" in line for line in client.lines)  # type: ignore[attr-defined]


# ---------------------------------------------------------------------------------------------- odd requests


@pytest.mark.parametrize(
    "path",
    [
        "/static/../server/app.py",
        "/static/..%2fserver/app.py",
        "/static/%2e%2e/%2e%2e/cli/serve.py",
        "/static//etc/passwd",
        "/static/yasgui/../../page.py",
        "/static/..\\..\\page.py",
        "/static/service.css%00",
        "/../../etc/passwd",
        "//evil.example/",
        "/entity/../../../etc/passwd",
        "/entity/%00",
        "/entity/%ff%fe",
        "/queries/..%2f..%2fetc",
    ],
)
def test_no_path_leads_out(client: httpx.Client, path: str) -> None:
    head = f"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert raw(client, head.encode()).split(b"\r\n")[0].split()[1] in (b"400", b"404")


def test_heads_and_bodies_have_limits(client: httpx.Client) -> None:
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"
    assert b" 400 " in raw(client, head).split(b"\r\n")[0]
    line = b"GET /sparql?query=" + b"a" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert b" 414 " in raw(client, line).split(b"\r\n")[0]
    form = {"Content-Type": protocol.FORM}
    assert client.post("/sparql", content=b"query=" + b"a" * 1_000_001, headers=form).status_code == 413
    assert client.post("/sparql", content=(b"a" * 10_000 for _ in range(200)), headers=form).status_code == 413
    assert client.post("/sparql", content=b"&".join([b"a=b"] * 5000), headers=form).status_code == 400
    assert client.get("/sparql?query=ASK{}").status_code == 200


@pytest.mark.parametrize(
    "data",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"GET /sparql?query=%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"GET /sparql?query=ASK{}&query=ASK{} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        b"BREW / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    ],
)
def test_what_is_no_request_gets_a_4xx(client: httpx.Client, data: bytes) -> None:
    first = raw(client, data, wait=2).split(b"\r\n")[0]
    assert first == b"" or first.split()[1].startswith(b"4"), first


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * " + "{" * 5000 + "}" * 5000,
        "ASK { ?s ?p " + "(" * 5000 + ")" * 5000 + " }",
        "SELECT * { ?s ?p ?o FILTER(" + "!" * 20_000 + "?o) }",
        "SELECT * { ?s " + "/".join(["<http://a/b>"] * 200) + " ?o }",
        "SELECT * {} #" + "\u202e" * 1000,
        "SELECT ('" + "a" * 100_000 + "' AS ?x) {}",
        "SELECT (REPLACE('" + "a" * 5000 + "', '(a+)+$', 'b') AS ?x) {}",
        "\x00",
        "SELECT * { ?s ?p '\ud800' }".encode("utf-8", "replace").decode(),
    ],
    ids=range(9),
)
def test_strange_queries_are_answered_or_refused(client: httpx.Client, sparql: str) -> None:
    assert client.post("/sparql", data={"query": sparql}).status_code in (200, 400)
    assert client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True
