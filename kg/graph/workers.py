"""Queries with limits: each runs in a warm process of its own, which is killed where it goes too far.

Neither SPARQL engine can be interrupted from within. A process can, on every system, and what it did was only read.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil  # type: ignore[import-untyped]

from kg.errors import GraphError, KgError, QueryError, UsageError
from kg.graph.generations import AGAIN, QUADS, current, read_about, register
from kg.graph.query import EVERYTHING, Dataset
from kg.graph.results import ResultFormat
from kg.settings import Settings

POLL = 0.05  # seconds between two looks at time and memory
START = 30.0  # seconds that a worker may take to start on a busy machine
SHORT = 60_000  # bytes of a part that is the last or the only one
HALF = 0.5  # a worker that keeps more than this share of the memory allowed is replaced after its answer
ERRORS = {error.__name__: error for error in (QueryError, UsageError)}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: time, rows, memory of its process, and size of its answer."""

    seconds: float = 30
    rows: int = 1_000_000
    megabytes: int = 2048
    answer_megabytes: int = 512

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the limits that the settings give.

        >>> Limits.of(Settings(query_seconds=5)).seconds
        5
        """
        return cls(settings.query_seconds, settings.query_rows, settings.query_megabytes)


@dataclass(frozen=True, slots=True)
class Watch:
    """What another thread sees of a query, and asks of it: whether it runs, and that it be ended."""

    began: threading.Event = field(default_factory=threading.Event)
    unwanted: threading.Event = field(default_factory=threading.Event)


class Worker:
    """One process with its store open, ready for a query."""

    def __init__(self, generation: Path) -> None:
        self.generation = generation
        self.note = register(generation)
        self.process = _started(generation)
        self.frames: queue.Queue[tuple[bytes, bytes]] = queue.Queue(maxsize=64)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()
        kind, _ = self._next(time.monotonic() + START)
        if kind != b"R":
            self.stop()
            raise GraphError("broken store", where=str(generation), hint=AGAIN)

    def ask(self, sparql: str, form: ResultFormat, dataset: Dataset, limits: Limits, watch: Watch) -> Iterator[bytes]:
        """Yield the parts of an answer; the worker is stopped where the query goes over a limit or is unwanted."""
        deadline, size = time.monotonic() + limits.seconds, 0
        self._write(sparql, form, dataset, limits)
        watch.began.set()
        while True:
            kind, data = self._within(deadline, limits, watch)
            size += len(data)
            if kind == b"E":
                return
            if kind == b"X":
                raise _error(data)
            if size > limits.answer_megabytes * 1_000_000:
                raise self._stopped(f"gives more than {limits.answer_megabytes} MB", "add a LIMIT")
            yield data

    def stop(self) -> None:
        """End the process."""
        self.process.kill()
        self.process.wait()
        while self.reader.is_alive():  # it may wait for room to put what nobody wants any more
            self._next(time.monotonic())
            self.reader.join(0.001)
        if self.note is not None:
            self.note.unlink(missing_ok=True)

    @property
    def memory(self) -> float:
        """The resident size of the process in megabytes, 0 where it has ended."""
        try:
            return float(psutil.Process(self.process.pid).memory_info().rss) / 1_000_000
        except psutil.Error:
            return 0.0

    @property
    def is_alive(self) -> bool:
        """Whether the process can take another query."""
        return self.process.poll() is None

    def _write(self, sparql: str, form: ResultFormat, dataset: Dataset, limits: Limits) -> None:
        request = {
            "sparql": sparql,
            "form": form,
            "default_graphs": dataset.default_graphs,
            "named_graphs": dataset.named_graphs,
            "rows": limits.rows,
            "seconds": limits.seconds,
        }
        assert self.process.stdin is not None  # noqa: S101 - for the type checker: it was opened as a pipe
        try:
            self.process.stdin.write(json.dumps(request).encode() + b"\n")
            self.process.stdin.flush()
        except OSError as error:
            raise self._stopped("could not be handed over", "ask again") from error

    def _within(self, deadline: float, limits: Limits, watch: Watch) -> tuple[bytes, bytes]:
        """Return the next frame, looking at the clock and the memory while waiting for it."""
        while True:
            if watch.unwanted.is_set():
                raise self._stopped("is no longer wanted", "ask again")
            if time.monotonic() > deadline:
                raise self._stopped(f"takes longer than {limits.seconds:g} s", "narrow it, or raise query_seconds")
            kind, data = self._next(min(deadline, time.monotonic() + POLL))
            if kind == b"!":
                raise self._stopped("ended the process that ran it", "simplify it")
            if kind and len(data) < SHORT:
                return kind, data
            if self.memory > limits.megabytes:  # takes longer to find out than a short part
                what = f"takes more than {limits.megabytes} MB of memory"
                raise self._stopped(what, "narrow it, or raise query_megabytes")
            if kind:
                return kind, data

    def _next(self, until: float) -> tuple[bytes, bytes]:
        try:
            return self.frames.get(timeout=max(0.001, until - time.monotonic()))
        except queue.Empty:
            return b"", b""

    def _read(self) -> None:
        """Move frames from the pipe into the queue, which can be waited on for a time everywhere."""
        pipe = self.process.stdout
        assert pipe is not None  # noqa: S101 - for the type checker: it was opened as a pipe
        while True:
            head = pipe.read(5)
            if len(head) < 5:
                self.frames.put((b"!", b""))
                return
            self.frames.put((head[:1], pipe.read(int.from_bytes(head[1:], "big"))))

    def _stopped(self, what: str, hint: str) -> QueryError:
        self.stop()
        return QueryError(f"the query {what} and was ended", hint=hint)


def _started(generation: Path) -> subprocess.Popen[bytes]:
    """Start the process; `-P` keeps modules that lie in the current folder out of it."""
    command = [sys.executable, "-P", "-m", "kg.graph.worker", str(generation / QUADS), read_about(generation).base_iri]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    pipe = subprocess.PIPE
    return subprocess.Popen(  # noqa: S603 - a module of our own
        command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=environment
    )


def _error(data: bytes) -> KgError:
    fields = json.loads(data)
    return ERRORS.get(fields["kind"], QueryError)(fields["what"], where=fields["where"], hint=fields["hint"])


class Workers:
    """Warm workers on the graph in a folder; a build beside them is picked up with the next query.

    Several threads may ask at once: as many as there are workers run, the others wait.
    """

    def __init__(self, folder: Path, *, size: int = 1) -> None:
        self.folder = folder
        self.idle: queue.Queue[Worker | None] = queue.Queue()
        for _ in range(size):
            self.idle.put(None)
        self.size = size

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(
        self,
        sparql: str,
        form: ResultFormat,
        *,
        dataset: Dataset = EVERYTHING,
        limits: Limits | None = None,
        watch: Watch | None = None,
    ) -> Iterator[bytes]:
        """Yield the parts of a query's answer, which another thread may watch.

        Raises:
            QueryError: the query is malformed, refused, or over a limit.
            UsageError: what the query gives has no such form.
            GraphError: there is no graph, or it is broken.
        """
        limits = limits or Limits()
        worker = self.idle.get()
        finished = False
        try:
            worker = self._current(worker)
            yield from worker.ask(sparql, form, dataset, limits, watch or Watch())
            finished = True
        except KgError:
            finished = worker is not None and worker.is_alive
            raise
        finally:
            if worker is not None and not (finished and worker.memory < HALF * limits.megabytes):
                worker.stop()
                worker = None
            self.idle.put(worker)

    def warm_up(self) -> None:
        """Start all workers now."""
        for worker in [self.idle.get() for _ in range(self.size)]:
            self.idle.put(self._current(worker))

    def revive(self) -> None:
        """Start a worker in place of one that was ended, so that the next query need not wait for it."""
        for _ in range(self.size):
            try:
                worker = self.idle.get_nowait()
            except queue.Empty:
                return
            is_live = worker is not None and worker.is_alive
            try:
                worker = worker if is_live else self._current(None)
            finally:
                self.idle.put(worker)
            if not is_live:
                return

    def close(self) -> None:
        """End all workers that are idle."""
        while not self.idle.empty():
            worker = self.idle.get()
            if worker is not None:
                worker.stop()

    def _current(self, worker: Worker | None) -> Worker:
        """Return the worker if it reads the current generation, else a new one."""
        generation = current(self.folder)
        if worker is not None and worker.is_alive and worker.generation == generation:
            return worker
        if worker is not None:
            worker.stop()
        return Worker(generation)
