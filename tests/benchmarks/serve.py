"""The service under load and under fuzz: python -m tests.benchmarks.serve load|fuzz [options].

`load` asks for the labels of random entities of a made-up graph from many clients at once, beside the bare oxigraph
server on the same quads, and prints requests a second and the 50th and 99th percentile of the time that each takes.
`fuzz` sends mutated queries and requests, and prints what came back and how much memory the service took.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import httpx
import psutil
import pyoxigraph as ox

from kg.graph.generations import QUADS, current
from kg.graph.store import commit
from kg.graph.terms import LABEL
from kg.model import Lexicon
from kg.ontology import Ontology

BASE = "https://w3id.org/newskg/"
LOOKUP = "SELECT ?label ?other {{ <{0}entity/e{1}> <{2}> ?label ; <{0}relation/near> ?other }}"
SEEDS = (
    "SELECT * { ?s ?p ?o } LIMIT 3",
    "PREFIX a: <http://a/> CONSTRUCT { ?s a:b 'c\"d' } WHERE { ?s ?p ?o FILTER(?o > 1.5e3) } LIMIT 2",
    "ASK { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
    "SELECT (COUNT(*) AS ?n) FROM <file:///etc/hostname> { { ?s a/rdfs:label* ?o } UNION { GRAPH ?g { ?s ?p ?o } } }",
    "DESCRIBE <https://w3id.org/newskg/entity/e1>",
    "INSERT DATA { <http://a/b> <http://a/c> '''d''' }",
)
REQUESTS = (
    b"GET /sparql?query=ASK%20%7B%7D HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\nConnection: close\r\n\r\n",
    (
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 6\r\n"
        b"Connection: close\r\n\r\nASK {}"
    ),
    b'GET /entity/e1?format=turtle HTTP/1.1\r\nHost: localhost\r\nIf-None-Match: "a"\r\nConnection: close\r\n\r\n',
    b"GET /queries/none HTTP/1.0\r\nHost: 127.0.0.1\r\nAuthorization: Basic YTpi\r\n\r\n",
)


def made_up(entities: int) -> Iterator[ox.Quad]:
    """Yield five triples for each entity."""
    near = ox.NamedNode(f"{BASE}relation/near")
    for number in range(entities):
        node = ox.NamedNode(f"{BASE}entity/e{number}")
        yield ox.Quad(node, LABEL, ox.Literal(f"Entity {number}"))
        for step in (1, 7, 31, 101):
            yield ox.Quad(node, near, ox.NamedNode(f"{BASE}entity/e{(number + step) % entities}"))


@contextmanager
def process(command: list[str], address: str) -> Iterator[psutil.Process]:
    """Run a server until the block ends."""
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        try:
            _wait(address)
            yield psutil.Process(running.pid)
        finally:
            running.terminate()


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            httpx.get(address, timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"nothing answers at {address}")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def kg_server(folder: Path, port: int) -> list[str]:
    """Return the command that serves a graph."""
    return [sys.executable, "-m", "kg", "serve", "-g", str(folder), "--port", str(port), "--quiet"]


async def crowd(address: str, clients: int, seconds: float, entities: int) -> tuple[list[float], Counter[int]]:
    """Return how long each lookup took, and the statuses."""
    times: list[float] = []
    statuses: Counter[int] = Counter()
    url = httpx.URL(address)
    until = time.monotonic() + seconds

    async def one(seed: int) -> None:
        chance = random.Random(seed)
        reader, writer = await asyncio.open_connection(url.host, url.port)
        while time.monotonic() < until:
            sparql = LOOKUP.format(BASE, chance.randrange(entities), LABEL.value)
            began = time.perf_counter()
            target = f"{url.path}?query={quote(sparql)}"
            writer.write(f"GET {target} HTTP/1.1\r\nHost: {url.host}\r\nAccept: */*\r\n\r\n".encode())
            statuses[await _status(reader)] += 1
            times.append(time.perf_counter() - began)
        writer.close()

    await asyncio.gather(*(one(seed) for seed in range(clients)))
    return sorted(times), statuses


async def _status(reader: asyncio.StreamReader) -> int:
    """Read an answer to its end, by hand: a client that takes more time than the server measures itself."""
    head = (await reader.readuntil(b"\r\n\r\n")).lower()
    length = re.search(rb"content-length: (\d+)", head)
    if length:
        await reader.readexactly(int(length[1]))
    else:
        while size := int((await reader.readline()).strip() or b"0", 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return int(head[9:12])


def load(args: argparse.Namespace) -> None:
    """Print how the service does beside the bare server."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commit(folder, made_up(args.entities), Ontology(Lexicon()))
        copy = folder / "bare"
        shutil.copytree(current(folder) / QUADS, copy)
        ports = free_port(), free_port()
        oxigraph = str(Path(sys.executable).parent / "oxigraph")
        bare = [oxigraph, "serve-read-only", "--location", str(copy), "--bind", f"127.0.0.1:{ports[1]}"]
        servers = (
            ("kg serve", kg_server(folder, ports[0]), f"http://127.0.0.1:{ports[0]}/sparql"),
            ("oxigraph", bare, f"http://127.0.0.1:{ports[1]}/query"),
        )
        for title, command, address in servers:
            with process(command, address):
                times, statuses = asyncio.run(crowd(address, args.clients, args.seconds, args.entities))
            _report(title, times, statuses, args.seconds)


def _report(title: str, times: list[float], statuses: Counter[int], seconds: float) -> None:
    half, most = times[len(times) // 2] * 1000, times[int(len(times) * 0.99)] * 1000
    print(f"{title}: {len(times) / seconds:.0f} requests/s, p50 {half:.0f} ms, p99 {most:.0f} ms, {dict(statuses)}")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return some bytes with a few of them changed, doubled, dropped or moved."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 6))):  # few changes leave much that still runs
        place, length = chance.randrange(len(changed) + 1), chance.randint(1, 12)
        piece = bytes(changed[place : place + length])
        changes = (b"", piece * 3, chance.randbytes(2), piece[::-1], piece.swapcase(), chance.choice(PIECES))
        changed[place : place + length] = chance.choice(changes)
    return bytes(changed)


PIECES = (b"{", b"}", b"'", b'"', b"\\u0053ERVICE", b"<", b"SERVICE", b"\x00", b"%ff", b"\r\n", b"?", b"(" * 50, b"#")


def fuzz(args: argparse.Namespace) -> None:
    """Print what came back for mutated queries and requests; fail where the service did."""
    chance = random.Random(args.seed)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        commit(Path(name), made_up(1000), Ontology(Lexicon()))
        port = free_port()
        address = f"http://127.0.0.1:{port}/sparql"
        with process(kg_server(Path(name), port), address) as server, httpx.Client(timeout=60) as client:
            before = 0.0
            for count in range(args.number):
                if count == args.number // 5:
                    before = memory(server)
                found[one_of(client, address, port, chance)] += 1
            after, alive = memory(server), client.get(address, params={"query": "ASK {}"}).status_code == 200
    print(f"{dict(found)}; memory {before:.0f} MB after a fifth, {after:.0f} MB at the end")
    failed = found.keys() & {"500", "hang"}  # 503 is the limit of a query
    sys.exit(1 if failed or not alive or after > 1.5 * before else 0)


def memory(server: psutil.Process) -> float:
    """Return the resident size of the service and its workers, in megabytes."""
    return sum(part.memory_info().rss for part in (server, *server.children(recursive=True))) / 1e6


def one_of(client: httpx.Client, address: str, port: int, chance: random.Random) -> str:
    """Send one mutated query or request and return its status."""
    if chance.random() < 0.6:
        query = mutated(chance.choice(SEEDS).encode(), chance)
        headers = {"Content-Type": "application/sparql-query"}
        try:
            return str(client.post(address, content=query, headers=headers).status_code)
        except httpx.TimeoutException:
            return "hang"
    return sent(port, mutated(chance.choice(REQUESTS), chance))


def sent(port: int, data: bytes) -> str:
    """Send bytes and return the status of the answer, "closed" where there is none."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            received = connection.recv(65_536)
        except TimeoutError:
            return "hang"
        except OSError:
            return "closed"
    return received[9:12].decode("ascii", "replace") or "closed"


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True)
    loading = commands.add_parser("load")
    loading.add_argument("--entities", type=int, default=200_000, help="five triples each")
    loading.add_argument("--clients", type=int, default=50)
    loading.add_argument("--seconds", type=float, default=60)
    loading.set_defaults(run=load)
    fuzzing = commands.add_parser("fuzz")
    fuzzing.add_argument("--number", type=int, default=10_000)
    fuzzing.add_argument("--seed", type=int, default=0)
    fuzzing.set_defaults(run=fuzz)
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
