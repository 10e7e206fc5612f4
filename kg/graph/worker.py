"""The process that runs queries for another one: it reads requests, writes answers in frames, and may be killed.

A frame is a kind (one byte), a length (four bytes, big-endian) and the data: `P` a part of the answer, `E` the last
one, `X` an error as JSON, `R` ready for the first request. A request is a line of JSON. The process ends with its
input: whoever asked is gone then, and a query that still runs has nobody to end it.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

import pyoxigraph as ox

from kg.errors import KgError, LimitError, QueryError
from kg.graph.query import Dataset, answer
from kg.graph.results import ResultFormat
from kg.graph.terms import prefixes

PART = 65_536  # bytes: large enough to be quick, small enough to notice a limit


def serve(requests: BinaryIO, answers: BinaryIO, path: str, base_iri: str) -> None:
    """Answer requests on the store at a path until there are no more."""
    lines: SimpleQueue[bytes] = SimpleQueue()
    Thread(target=_read, args=(requests, lines), daemon=True).start()  # the engine lets other threads run
    store = ox.Store.read_only(path)
    known = prefixes(base_iri)
    _send(answers, b"R")
    while True:
        request = json.loads(lines.get())
        try:
            part = b""
            for following in _joined(_parts(store, request, known)):
                if part:
                    _send(answers, b"P", part)
                part = following
        except KgError as error:
            _send(answers, b"X", _as_json(error))
        except (OSError, RuntimeError, ValueError, MemoryError, RecursionError) as error:
            what = QueryError(f"cannot be answered ({error})", where="query", hint="simplify it")
            _send(answers, b"X", _as_json(what))
        else:
            _send(answers, b"E", part)


def _read(requests: BinaryIO, lines: SimpleQueue[bytes]) -> None:
    """Hand requests on; at their end, end the process, whatever it does."""
    for line in requests:
        lines.put(line)
    os._exit(0)


def _parts(store: ox.Store, request: dict[str, Any], known: dict[str, str]) -> Iterator[str]:
    dataset = Dataset(tuple(request["default_graphs"]), tuple(request["named_graphs"]))
    form, base_iri, rows = ResultFormat(request["form"]), request["base_iri"] or None, request["rows"]
    return answer(store, request["sparql"], form, known, dataset, base_iri=base_iri, max_rows=rows)


def _joined(parts: Iterator[str]) -> Iterator[bytes]:
    """Join small parts into larger ones, and cut those that are too large."""
    buffer, size = [], 0
    for part in parts:
        data = part.encode("utf-8", "replace")
        buffer.append(data)
        size += len(data)
        if size >= PART:
            whole = b"".join(buffer)
            yield from (whole[start : start + PART] for start in range(0, size, PART))
            buffer, size = [], 0
    yield b"".join(buffer)


def _send(answers: BinaryIO, kind: bytes, data: bytes = b"") -> None:
    answers.write(kind + len(data).to_bytes(4, "big") + data)
    answers.flush()


def _as_json(error: KgError) -> bytes:
    data = {"kind": type(error).__name__, "what": error.what, "where": error.where, "hint": error.hint}
    return json.dumps(data | ({"limit": error.limit} if isinstance(error, LimitError) else {})).encode()


if __name__ == "__main__":
    serve(sys.stdin.buffer, sys.stdout.buffer, sys.argv[1], sys.argv[2])
