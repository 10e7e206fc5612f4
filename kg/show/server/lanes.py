"""Who may ask when: queries run in lanes, so that slow ones never keep the quick ones waiting.

A query starts in a quick lane. Where it takes longer than a slice of time it must move over to one of the few long
lanes; where these are full it is ended. One client cannot hold all the quick lanes, so that another one is served.
Answers are gathered before they are sent: a query that fails halfway is an error, not half an answer, and a client
that reads slowly holds no worker.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile

from kg.errors import KgError
from kg.graph.results import ResultFormat
from kg.graph.workers import Limits, Watch, Workers
from kg.show.server.protocol import Question

QUICK = 4  # lanes
LONG = 2
SHARE = QUICK - 1  # quick lanes that one client may hold
SLICE = 0.5  # seconds in a quick lane; lookups take some milliseconds
LOOK = 0.1  # seconds between two looks at whether the client still waits
MOST_WAITING = 500  # queries in all, so that memory is bounded
IN_MEMORY = 1_000_000  # bytes of an answer; the rest lies on disk

Answer = SpooledTemporaryFile[bytes]
HasGone = Callable[[], Awaitable[bool]]


class BusyError(Exception):
    """There is no room for this query now."""


@dataclass(slots=True)
class Share:
    """What one client holds: quick lanes, and queries that run or wait."""

    lanes: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(SHARE))
    queries: int = 0


class Lanes:
    """Queries to the workers on one graph, for many clients."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.limits = limits
        self.workers = Workers(folder, size=QUICK + LONG)
        self.threads = ThreadPoolExecutor(QUICK + LONG, thread_name_prefix="query")
        self.quick = asyncio.Semaphore(QUICK)
        self.long = asyncio.Semaphore(LONG)
        self.shares: dict[str, Share] = {}
        self.waiting = 0
        self.running: set[Watch] = set()
        self.is_closing = False

    async def ask(self, question: Question, client: str, has_gone: HasGone) -> Answer:
        """Return the answer to a query, at its start, to be closed by the caller.

        Raises:
            BusyError: there are too many queries, or too many slow ones.
            KgError: as Workers.ask.
        """
        if self.waiting >= MOST_WAITING:
            raise BusyError
        self.waiting += 1
        watch = Watch()
        self.running.add(watch)
        try:
            return await self._in_lanes(question, client, has_gone, watch)
        finally:
            watch.unwanted.set()
            self.running.discard(watch)
            self.waiting -= 1

    async def _in_lanes(self, question: Question, client: str, has_gone: HasGone, watch: Watch) -> Answer:
        async with self._share(client), self.quick:
            loop = asyncio.get_running_loop()
            job = loop.run_in_executor(self.threads, self._gathered, question, watch)
            if await _done(job, SLICE, has_gone, watch):
                return await job
            if self.long.locked():
                await _ended(job, watch)
                raise BusyError
            await self.long.acquire()
        try:
            await _done(job, math.inf, has_gone, watch)  # the worker knows its limits
            return await job
        finally:
            await _ended(job, watch)
            self.long.release()

    @asynccontextmanager
    async def _share(self, client: str) -> AsyncIterator[None]:
        """Wait until a client has a part of its share left."""
        share = self.shares.setdefault(client, Share())
        share.queries += 1
        try:
            async with share.lanes:
                yield
        finally:
            share.queries -= 1
            if not share.queries:
                del self.shares[client]

    def _gathered(self, question: Question, watch: Watch) -> Answer:
        """Run a query; in a thread of its own."""
        answer: Answer = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the caller closes it
        try:
            for part in self.workers.ask(
                question.sparql, question.form, dataset=question.dataset, limits=self.limits, watch=watch
            ):
                answer.write(part)
        except BaseException:
            answer.close()
            self._revive()
            raise
        answer.seek(0)
        return answer

    def _revive(self) -> None:
        """Have the worker of this lane ready again before the lane is free."""
        with suppress(KgError):
            if not self.is_closing:
                self.workers.revive()

    async def warm_up(self) -> None:
        """Start all workers before anybody asks."""
        loop = asyncio.get_running_loop()
        await asyncio.gather(*(loop.run_in_executor(self.threads, self._greet) for _ in range(QUICK + LONG)))

    def _greet(self) -> None:
        with suppress(KgError):  # whoever asks is told
            any(self.workers.ask("ASK {}", ResultFormat.JSON, limits=self.limits))

    def close(self) -> None:
        """End all queries and workers."""
        self.is_closing = True
        for watch in tuple(self.running):
            watch.unwanted.set()
        self.threads.shutdown(wait=True)
        self.workers.close()


async def _done(job: asyncio.Future[Answer], seconds: float, has_gone: HasGone, watch: Watch) -> bool:
    """Wait for a query, for some seconds from its start; where the client goes, have it ended."""
    loop = asyncio.get_running_loop()
    until = math.inf
    while not job.done() and loop.time() < until:
        if until == math.inf and watch.began.is_set():
            until = loop.time() + seconds
        await asyncio.wait([job], timeout=min(LOOK, until - loop.time()))
        if not job.done() and await has_gone():
            watch.unwanted.set()
    return job.done()


async def _ended(job: asyncio.Future[Answer], watch: Watch) -> None:
    """End a query that runs, and wait until it has."""
    watch.unwanted.set()
    if not job.done():
        await asyncio.wait([job])
        with suppress(KgError, OSError):
            (await job).close()
