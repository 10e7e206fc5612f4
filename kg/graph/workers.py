"""Queries with limits: each runs in a warm process of its own, which is killed where it goes too far.

Neither SPARQL engine can be interrupted from within. A process can, on every system, and what it did was only read.
All happens in one event loop: to hand a lookup over from thread to thread takes longer than to answer it.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager, suppress
from pathlib import Path
from typing import Self

import psutil  # type: ignore[import-untyped]

from kg.errors import GraphError, KgError, Limit, LimitError, QueryError, UsageError
from kg.graph.generations import AGAIN, QUADS, read_about, register
from kg.graph.newest import Newest
from kg.graph.question import Limits, Question

POLL = 0.05  # seconds between two looks at time and memory
START = 30.0  # seconds that a worker may take to start on a busy machine
READ_AHEAD = 262_144  # bytes of an answer that wait to be taken
HALF = 0.5  # a worker that keeps more than this share of the memory allowed is replaced after its answer
CHECKED = 100  # short queries after which its memory is looked at
ERRORS = {error.__name__: error for error in (QueryError, UsageError)}
FRAME_HEAD = 5  # bytes


class Worker:
    """One process with its store open, ready for a query."""

    def __init__(self, generation: Path, process: asyncio.subprocess.Process, note: Path | None) -> None:
        assert process.stdin is not None  # noqa: S101 - for the type checker: they were opened as pipes
        assert process.stdout is not None  # noqa: S101
        self.generation = generation
        self.process = process
        self.requests = process.stdin
        self.answers = process.stdout
        self.note = note
        self.answered = 0
        self.is_idle = False
        self.was_looked_at = False

    @classmethod
    async def started(cls, generation: Path) -> Self:
        """Start a process on a generation and wait until it is ready.

        Raises:
            GraphError: the store is broken.
        """
        note = register(generation)
        try:
            worker = cls(generation, await _process(generation), note)
        except BaseException:
            _forget(note)
            raise
        try:
            async with asyncio.timeout(START):
                kind, _ = await worker.next_frame()
        except TimeoutError:
            kind = b""
        except BaseException:
            await worker.stop()
            raise
        if kind != b"R":
            await worker.stop()
            raise GraphError("broken store", where=str(generation), hint=AGAIN)
        worker.is_idle = True
        return worker

    async def ask(self, question: Question, limits: Limits) -> AsyncGenerator[bytes, None]:
        """Yield the parts of an answer; the process is killed where the query goes over a limit.

        Whoever stops taking parts before the end must stop the worker.
        """
        self.is_idle = self.was_looked_at = False
        size = 0
        self.requests.write(_request(question, limits))
        watch = Watch(self, limits)
        try:
            while True:
                kind, data = await self.next_frame()
                size += len(data)
                if kind in (b"E", b"X"):
                    self.is_idle = True
                    self.answered += 1
                if kind == b"E":
                    return
                if kind != b"P":
                    raise _error(data) if kind == b"X" else watch.verdict or _ended()
                if size > limits.answer_megabytes * 1_000_000:
                    what = f"gives more than {limits.answer_megabytes} MB"
                    raise _over(Limit.BYTES, what, "add a LIMIT")
                taken = watch.loop.time()
                yield data
                watch.deadline += watch.loop.time() - taken  # whoever takes it may take their time
        finally:
            watch.stop()

    async def next_frame(self) -> tuple[bytes, bytes]:
        """Return kind and data of what the process says next; of kind "" where it has ended."""
        try:
            head = await self.answers.readexactly(FRAME_HEAD)
            return head[:1], await self.answers.readexactly(int.from_bytes(head[1:], "big"))
        except asyncio.IncompleteReadError:
            return b"", b""

    def kill(self) -> None:
        """Begin to end the process."""
        with suppress(ProcessLookupError):
            self.process.kill()

    async def stop(self) -> None:
        """End the process, and wait until it has ended."""
        self.kill()
        try:
            while await self.answers.read(READ_AHEAD):
                continue  # what nobody wants any more must be taken, or the pipe stays open
            await self.process.wait()
        finally:
            _forget(self.note)

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
        return self.is_idle and self.process.returncode is None


class Watch:
    """Looks at time and memory of a query now and then, and kills its process where they are over a limit.

    Attributes:
        verdict: why the process was killed, None where it was not.
    """

    def __init__(self, worker: Worker, limits: Limits) -> None:
        self.worker = worker
        self.limits = limits
        self.loop = asyncio.get_running_loop()
        self.deadline = self.loop.time() + limits.seconds
        self.verdict: LimitError | None = None
        self.timer = self._next_look()

    def stop(self) -> None:
        """Look no more."""
        self.timer.cancel()

    def look(self) -> None:
        """Look once, and plan the next time."""
        self.worker.was_looked_at = True
        self.verdict = self._verdict()
        if self.verdict is None:
            self.timer = self._next_look()
        else:
            self.worker.kill()

    def _next_look(self) -> asyncio.TimerHandle:
        return self.loop.call_at(min(self.loop.time() + POLL, self.deadline), self.look)

    def _verdict(self) -> LimitError | None:
        if self.loop.time() >= self.deadline:
            what = f"takes longer than {self.limits.seconds:g} s"
            return _over(Limit.TIME, what, "narrow it, or raise query_seconds")
        if self.worker.memory > self.limits.megabytes:
            what = f"takes more than {self.limits.megabytes} MB of memory"
            return _over(Limit.MEMORY, what, "narrow it, or raise query_megabytes")
        return None


class Workers:
    """Warm workers on the graph in a folder; a build beside them is picked up with the next query.

    Several may ask at once: as many as there are workers run, the others wait.

    Args:
        folder: where the graph is.
        size: how many queries run at once.
        revives: start another worker at once where one was killed, so that the next query need not wait for it.
    """

    def __init__(self, folder: Path, *, size: int = 1, revives: bool = False) -> None:
        self.newest = Newest(folder)
        self.size = size
        self.revives = revives
        self.room = asyncio.Semaphore(size)
        self.idle: list[Worker] = []
        self.is_closing = False

    async def ask(
        self, question: Question, limits: Limits | None = None, *, began: asyncio.Event | None = None
    ) -> AsyncGenerator[bytes, None]:
        """Yield the parts of a query's answer; `began` is set once it runs.

        Raises:
            QueryError: the query is malformed or refused.
            LimitError: it goes over a limit.
            UsageError: what the query gives has no such form.
            GraphError: there is no graph, or it is broken.
        """
        limits = limits or Limits()
        async with self._worker(limits) as worker:
            if began is not None:
                began.set()
            async with aclosing(worker.ask(question, limits)) as parts:
                async for part in parts:
                    yield part

    async def warm_up(self) -> None:
        """Start all workers before anybody asks.

        Raises:
            GraphError: there is no graph, or it is broken.
        """
        generation = self.newest.state().generation
        started = [Worker.started(generation) for _ in range(self.size - len(self.idle))]
        for outcome in await asyncio.gather(*started, return_exceptions=True):
            if isinstance(outcome, BaseException):
                await self._empty()
                raise outcome
            self.idle.append(outcome)

    async def close(self) -> None:
        """End all workers that are idle, and those that run once they are done."""
        self.is_closing = True
        await self._empty()

    @asynccontextmanager
    async def _worker(self, limits: Limits) -> AsyncIterator[Worker]:
        """Give a worker on the current generation; where it was killed, have another one ready."""
        async with self.room:
            worker = await self._ready()
            try:
                yield worker
            finally:
                if worker.is_alive and not self.is_closing and not is_bloated(worker, limits):
                    self.idle.append(worker)
                else:
                    await worker.stop()
                    await self._replace()

    async def _ready(self) -> Worker:
        generation = self.newest.state().generation
        while self.idle:
            worker = self.idle.pop()
            if worker.is_alive and worker.generation == generation:
                return worker
            await worker.stop()
        return await Worker.started(generation)

    async def _replace(self) -> None:
        if self.revives and not self.is_closing:
            with suppress(KgError):  # whoever asks next is told
                self.idle.append(await Worker.started(self.newest.state().generation))

    async def _empty(self) -> None:
        idle, self.idle = self.idle, []
        for worker in idle:
            await worker.stop()


def is_bloated(worker: Worker, limits: Limits) -> bool:
    """Tell whether a worker keeps so much memory that the next query would have too little."""
    is_due = worker.was_looked_at or worker.answered % CHECKED == 0
    return is_due and worker.memory > HALF * limits.megabytes


async def _process(generation: Path) -> asyncio.subprocess.Process:
    """Start the process; `-P` keeps modules that lie in the current folder out of it."""
    command = [sys.executable, "-P", "-m", "kg.graph.worker", str(generation / QUADS), read_about(generation).base_iri]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    try:
        return await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment, limit=READ_AHEAD
        )
    except OSError as error:
        what = f"no process can be started for the query ({error.strerror or error})"
        raise GraphError(what, where=str(generation), hint="end some other programs") from error


def _forget(note: Path | None) -> None:
    """Take back the note that a generation is read."""
    if note is not None:
        note.unlink(missing_ok=True)


def _request(question: Question, limits: Limits) -> bytes:
    request = {
        "sparql": question.sparql,
        "form": question.form,
        "default_graphs": question.dataset.default_graphs,
        "named_graphs": question.dataset.named_graphs,
        "base_iri": question.base_iri,
        "rows": limits.rows,
    }
    return json.dumps(request).encode() + b"\n"


def _error(data: bytes) -> KgError:
    fields = json.loads(data)
    kind, limit, what = fields.pop("kind"), fields.pop("limit", ""), fields.pop("what")
    return LimitError(what, limit=Limit(limit), **fields) if limit else ERRORS.get(kind, QueryError)(what, **fields)


def _over(limit: Limit, what: str, hint: str) -> LimitError:
    return LimitError(f"the query {what} and was ended", limit=limit, hint=hint)


def _ended() -> QueryError:
    return QueryError("the query ended the process that ran it", hint="simplify it")
