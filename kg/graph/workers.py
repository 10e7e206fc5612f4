"""Queries with limits: each runs in a warm process of its own, which is killed where it goes too far.

Neither SPARQL engine can be interrupted from within. A process can, on every system, and what it did was only read.
All happens in one event loop: to hand a lookup over from thread to thread takes longer than to answer it.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Self

from kg.errors import GraphError, KgError, Limit, LimitError, QueryError, UsageError
from kg.graph.generations import AGAIN, QUADS, read_about, register
from kg.graph.newest import Newest
from kg.graph.process import Process
from kg.graph.question import Limits, Question

POLL = 0.05  # seconds between two looks at time and memory
START = 30.0  # seconds that a worker may take to start on a busy machine
HALF = 0.5  # a worker that keeps more than this share of the memory allowed is replaced after its answer
CHECKED = 100  # short queries after which its memory is looked at
ERRORS = {error.__name__: error for error in (QueryError, UsageError)}
READY, PART, LAST, ERROR = b"R", b"P", b"E", b"X"  # kinds of frames, as the worker has them
Taker = Callable[[bytes], object]


class Worker:
    """One process with its store open, ready for a query."""

    def __init__(self, generation: Path, process: Process, note: Path | None) -> None:
        self.generation = generation
        self.process = process
        self.note = note
        self.answered = 0
        self.is_idle = False
        self.was_looked_at = False
        self.has_stepped_back = False

    @classmethod
    async def started(cls, generation: Path) -> Self:
        """Start a process on a generation and wait until it is ready.

        Raises:
            GraphError: the store is broken, or there is no room for another process.
        """
        arguments = str(generation / QUADS), read_about(generation).base_iri
        note = register(generation)
        try:
            process = await Process.started("kg.graph.worker", arguments)
        except OSError as error:
            _forget(note)
            what = f"no process can be started for the query ({error.strerror or error})"
            raise GraphError(what, where=str(generation), hint="end some other programs") from error
        worker = cls(generation, process, note)
        try:
            async with asyncio.timeout(START):
                worker.is_idle = (await process.frame())[0] == READY
        except TimeoutError:
            pass
        finally:
            if not worker.is_idle:
                await worker.stop()
        if not worker.is_idle:
            raise GraphError("broken store", where=str(generation), hint=AGAIN)
        return worker

    async def ask(self, question: Question, limits: Limits, take: Taker) -> None:
        """Hand the parts of an answer to `take`; the process is killed where the query goes over a limit."""
        self.is_idle = self.was_looked_at = False
        self.process.write(_request(question, limits))
        watch = Watch(self, limits)
        size = 0
        try:
            while not self.is_idle:
                kind, data = await self.process.frame()
                self.is_idle = kind in (LAST, ERROR)
                if kind not in (PART, LAST):
                    raise _error(data) if kind == ERROR else watch.verdict or _ended()
                size += len(data)
                if size > limits.answer_megabytes * 1_000_000:
                    raise _over(Limit.BYTES, f"gives more than {limits.answer_megabytes} MB", "add a LIMIT")
                watch.hand_over(data, take)
            self.answered += 1
        finally:
            watch.stop()

    def step_back(self) -> None:
        """Let quicker queries go first, until the end of this worker."""
        self.has_stepped_back = True
        self.process.step_back()

    async def stop(self) -> None:
        """End the process, and wait until it has ended."""
        self.is_idle = False
        try:
            await self.process.stop()
        finally:
            _forget(self.note)

    @property
    def is_alive(self) -> bool:
        """Whether the process can take another query."""
        return self.is_idle and not self.process.has_ended


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

    def hand_over(self, data: bytes, take: Taker) -> None:
        """Give a part to whoever takes it; the time that they take does not count."""
        began = self.loop.time()
        take(data)
        self.deadline += self.loop.time() - began

    def look(self) -> None:
        """Look once, and plan the next time."""
        self.worker.was_looked_at = True
        self.verdict = self._verdict()
        if self.verdict is None:
            self.timer = self._next_look()
        else:
            self.worker.process.kill()

    def _next_look(self) -> asyncio.TimerHandle:
        return self.loop.call_at(min(self.loop.time() + POLL, self.deadline), self.look)

    def _verdict(self) -> LimitError | None:
        if self.loop.time() >= self.deadline:
            what = f"takes longer than {self.limits.seconds:g} s"
            return _over(Limit.TIME, what, "narrow it, or raise query_seconds")
        if self.worker.process.memory > self.limits.megabytes:
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
        self,
        question: Question,
        take: Taker,
        limits: Limits | None = None,
        *,
        began: asyncio.Future[Worker] | None = None,
    ) -> None:
        """Hand the parts of a query's answer to `take`; `began` gets the worker once it runs.

        Raises:
            QueryError: the query is malformed or refused.
            LimitError: it goes over a limit.
            UsageError: what the query gives has no such form.
            GraphError: there is no graph, or it is broken.
        """
        limits = limits or Limits()
        async with self._worker(limits) as worker:
            if began is not None:
                began.set_result(worker)
            await worker.ask(question, limits, take)

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
                if worker.is_alive and not self.is_closing and not is_worn(worker, limits):
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


def is_worn(worker: Worker, limits: Limits) -> bool:
    """Tell whether a worker is unfit for the next query: it is slow now, or keeps much of the memory allowed."""
    is_due = worker.was_looked_at or worker.answered % CHECKED == 0
    return worker.has_stepped_back or (is_due and worker.process.memory > HALF * limits.megabytes)


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
