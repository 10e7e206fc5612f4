"""The process that runs queries for another one: it reads requests, writes answers in frames, and may be killed.

A frame is a kind (one byte), a length (four bytes, big-endian) and the data: `P` a part of the answer, `E` its end,
`X` an error as JSON, `R` ready for the first request. A request is a line of JSON.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.errors import KgError, QueryError
from kg.graph.query import Dataset, answer
from kg.graph.results import ResultFormat
from kg.graph.terms import prefixes

PART = 65_536  # bytes: large enough to be quick, small enough to notice a limit
GRACE = 5  # seconds after its limit at which a worker ends itself, should the one that watches it be gone


def serve(requests: BinaryIO, answers: BinaryIO, path: str, base_iri: str) -> None:
    """Answer requests on the store at a path until there are no more."""
    store = ox.Store.read_only(path)
    known = prefixes(base_iri)
    _send(answers, b"R")
    for line in requests:
        request = json.loads(line)
        _limit_time(request["seconds"] + GRACE)
        try:
            for part in _joined(_parts(store, request, known)):
                _send(answers, b"P", part)
        except KgError as error:
            _send(answers, b"X", _as_json(error))
        except (OSError, RuntimeError, ValueError, MemoryError, RecursionError) as error:
            _send(
                answers, b"X", _as_json(QueryError(f"cannot be answered ({error})", where="query", hint="simplify it"))
            )
        else:
            _send(answers, b"E")
        _limit_time(0)


def _parts(store: ox.Store, request: dict[str, Any], known: dict[str, str]) -> Iterator[str]:
    dataset = Dataset(tuple(request["default_graphs"]), tuple(request["named_graphs"]))
    form = ResultFormat(request["form"])
    return answer(store, request["sparql"], form, known, dataset, max_rows=request["rows"])


def _joined(parts: Iterator[str]) -> Iterator[bytes]:
    """Join small parts into larger ones."""
    buffer, size = [], 0
    for part in parts:
        data = part.encode("utf-8", "replace")
        buffer.append(data)
        size += len(data)
        if size >= PART:
            yield b"".join(buffer)
            buffer, size = [], 0
    yield b"".join(buffer)


def _send(answers: BinaryIO, kind: bytes, data: bytes = b"") -> None:
    answers.write(kind + len(data).to_bytes(4, "big") + data)
    answers.flush()


def _as_json(error: KgError) -> bytes:
    data = {"kind": type(error).__name__, "what": error.what, "where": error.where, "hint": error.hint}
    return json.dumps(data).encode()


def _limit_time(seconds: float) -> None:
    """Have the system end this process after some seconds (0: not at all), where it can."""
    if sys.platform != "win32":
        signal.alarm(int(seconds))


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, sys.argv[1], sys.argv[2])
