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
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile

from kg.errors import KgError
from kg.graph.question import Limits, Question
from kg.graph.workers import Workers

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


class GoneError(Exception):
    """Nobody waits for the answer any more."""


@dataclass(slots=True)
class Share:
    """What one client holds: quick lanes, and queries that run or wait."""

    lanes: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(SHARE))
    queries: int = 0


class Lanes:
    """Queries to the workers on one graph, for many clients."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.limits = limits
        self.workers = Workers(folder, size=QUICK + LONG, revives=True)
        self.quick = asyncio.Semaphore(QUICK)
        self.long = asyncio.Semaphore(LONG)
        self.shares: dict[str, Share] = {}
        self.waiting = 0

    async def ask(self, question: Question, client: str, has_gone: HasGone) -> Answer:
        """Return the answer to a query, at its start, to be closed by the caller.

        Raises:
            BusyError: there are too many queries, or too many slow ones.
            GoneError: the client has gone.
            KgError: as Workers.ask.
        """
        if self.waiting >= MOST_WAITING:
            raise BusyError
        self.waiting += 1
        try:
            return await self._in_lanes(question, client, has_gone)
        finally:
            self.waiting -= 1

    async def _in_lanes(self, question: Question, client: str, has_gone: HasGone) -> Answer:
        async with self._share(client), self.quick:
            run = Run(self, question, has_gone)
            try:
                if await run.is_done_within(SLICE):
                    return run.answer()
                if self.long.locked():
                    raise BusyError
                await self.long.acquire()
            except BaseException:
                await run.end()
                raise
        try:
            await run.is_done_within(math.inf)  # the worker knows its limits
            return run.answer()
        finally:
            await run.end()
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

    async def gathered(self, question: Question, began: asyncio.Event) -> Answer:
        """Run a query and return its whole answer."""
        answer: Answer = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - the caller closes it
        try:
            await self.workers.ask(question, answer.write, self.limits, began=began)
        except BaseException:
            answer.close()
            raise
        answer.seek(0)
        return answer

    async def warm_up(self) -> None:
        """Start all workers before anybody asks."""
        with suppress(KgError):  # whoever asks is told
            await self.workers.warm_up()

    async def close(self) -> None:
        """End all workers."""
        await self.workers.close()


class Run:
    """A query that runs, while its client waits."""

    def __init__(self, lanes: Lanes, question: Question, has_gone: HasGone) -> None:
        self.has_gone = has_gone
        self.began = asyncio.Event()
        self.job = asyncio.create_task(lanes.gathered(question, self.began))

    async def is_done_within(self, seconds: float) -> bool:
        """Tell whether the query is done within some seconds from its start; where the client goes, have it ended."""
        loop = asyncio.get_running_loop()
        until = math.inf
        while not self.job.done() and loop.time() < until:
            if until == math.inf and self.began.is_set():
                until = loop.time() + seconds
            await asyncio.wait([self.job], timeout=min(LOOK, until - loop.time()))
            if not self.job.done() and await self.has_gone():
                self.job.cancel()
        return self.job.done()

    def answer(self) -> Answer:
        """Return the answer of a query that is done."""
        if self.job.cancelled():
            raise GoneError
        return self.job.result()

    async def end(self) -> None:
        """End the query where it still runs, and wait until it has ended."""
        if not self.job.done():
            self.job.cancel()
            await asyncio.wait([self.job])
            if not self.job.cancelled() and self.job.exception() is None:
                self.job.result().close()
