"""The graph to any SPARQL 1.1 server, by the Graph Store Protocol: whole, or the named graphs that changed since.

What a server was sent is noted in `OUT/pushed/`, by digest of each graph, so that the next push sends the difference.
"""

from __future__ import annotations

import hashlib
import http.client
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from kg.errors import GraphError, UsageError
from kg.graph.archive import write_file
from kg.graph.iris import digest
from kg.graph.turtle import split_line

if TYPE_CHECKING:
    from kg.graph.store import Graph

TIMEOUT = 60  # seconds that a server may be silent


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did: graphs sent, deleted, and left as they were."""

    sent: int
    deleted: int
    unchanged: int


def push(graph: Graph, url: str, *, whole: bool = False, token: str = "") -> Pushed:
    """Send the graph to a server.

    Args:
        graph: opened from a folder.
        url: the server's Graph Store endpoint, such as http://localhost:7878/store.
        whole: send all graphs, whatever was sent before.
        token: sent as a bearer token, where the server wants one.

    Raises:
        UsageError: the URL is none of http or https, the token is malformed, or the graph is not in a folder.
        GraphError: the server cannot be reached or refuses.
    """
    if not is_address(url):
        raise UsageError(f"{url!r} is no address of a server", hint="give it as http://HOST:PORT/store")
    if token and not _is_one_word(token):
        raise UsageError("the token is not one word of ASCII", hint="give it as the server's keeper wrote it")
    if graph.folder is None:
        raise UsageError("only a graph in a folder can be pushed", hint="open it with kg.open")
    note = graph.folder / "pushed" / f"{digest(url)}.json"
    texts = _by_graph(graph)
    now = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in texts.items()}
    before = {} if whole else _read(note)
    changed = sorted(name for name, content in now.items() if before.get(name) != content)
    gone = sorted(before.keys() - now.keys())
    for name in changed:
        _send("PUT", url, name, texts[name], token)
    for name in gone:
        _send("DELETE", url, name, "", token)
    write_file(note, (json.dumps({"url": url, "graphs": now}, indent=1, sort_keys=True) + "\n").encode())
    return Pushed(len(changed), len(gone), len(now) - len(changed))


def is_address(url: str) -> bool:
    """Tell whether a URL is one that can be sent to.

    >>> [is_address(url) for url in ("http://a:7878/store", "a:7878", "http://a:port/", "http://a/b c", "http://x:y@a/")]
    [True, False, False, False, False]
    """
    try:
        parts = urlsplit(url)
        is_plain = parts.port != 0 and "@" not in parts.netloc  # a name and password are no part of an endpoint
    except ValueError:
        return False
    return is_plain and parts.scheme in ("http", "https") and bool(parts.hostname) and _is_one_word(url)


def _is_one_word(text: str) -> bool:
    return text.isascii() and text.isprintable() and " " not in text


def _by_graph(graph: Graph) -> dict[str, str]:
    """Return each named graph as sorted N-Triples; the default one is named ""."""
    lines: dict[str, list[str]] = defaultdict(list)
    data = graph.store.dump(format=ox.RdfFormat.N_QUADS) or b""
    for line in data.decode().split("\n")[:-1]:
        triple, name = split_line(line)
        lines[name.strip("<>")].append(f"{triple} .\n")
    return {name: "".join(sorted(triples)) for name, triples in lines.items()}


def _read(note: Path) -> Mapping[str, str]:
    try:
        graphs = json.loads(note.read_text(encoding="utf-8"))["graphs"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}  # without a readable note everything is sent
    return {str(name): str(content) for name, content in graphs.items()}


def _send(method: str, url: str, name: str, text: str, token: str) -> None:
    parts = urlsplit(url)
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    selector = f"graph={quote(name, safe='')}" if name else "default"
    target = f"{parts.path or '/'}?{'&'.join(filter(None, (parts.query, selector)))}"
    headers = {"Content-Type": "application/n-triples"} if text else {}
    headers |= {"Authorization": f"Bearer {token}"} if token else {}
    connection = kind(parts.netloc, timeout=TIMEOUT)
    try:
        connection.request(method, target, body=text.encode() or None, headers=headers)
        response = connection.getresponse()
        answer = response.read(500).decode(errors="replace").strip()
    except (OSError, http.client.HTTPException) as error:
        raise GraphError(f"cannot be reached ({error})", where=url, hint="check that the server runs") from error
    finally:
        connection.close()
    if response.status >= 300 and not (method == "DELETE" and response.status == 404):
        what = f"answered {response.status} {response.reason}: {' '.join(answer.split())[:200]}"
        raise GraphError(what, where=url, hint="give the Graph Store endpoint of a server that may be written to")
