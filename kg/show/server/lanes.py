"""Who may ask when: queries run in lanes, so that slow ones never keep the quick ones waiting.

A query starts in a quick lane. Where it takes longer than a slice of time it must move over to one of the few long
lanes, and there let others go first; where these are full it is ended. One client cannot hold all the quick lanes, so
that another one is served. Answers are gathered before they are sent: a query that fails halfway is an error, not half
an answer, and a client that reads slowly holds no worker.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import SpooledTemporaryFile

from kg.errors import KgError
from kg.graph.question import Limits, Question
from kg.graph.workers import Worker, Workers

QUICK = 4  # lanes
LONG = 2
SHARE = QUICK - 1  # quick lanes that one client may hold
SLICE = 0.5  # seconds of work in a quick lane; lookups take some milliseconds
PATIENCE = 2.0  # seconds in a quick lane, where the machine is so busy that the slice is not used up by then
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
                if await run.is_quick():
                    return run.answer()
                if self.long.locked():
                    raise BusyError
                await self.long.acquire()
                run.step_back()
            except BaseException:
                await run.end()
                raise
        try:
            await run.is_done()  # the worker knows its limits
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

    async def gathered(self, question: Question, began: asyncio.Future[Worker]) -> Answer:
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
        self.began: asyncio.Future[Worker] = asyncio.get_running_loop().create_future()
        self.first_look: tuple[float, float] | None = None
        self.job = asyncio.create_task(lanes.gathered(question, self.began))

    async def is_quick(self) -> bool:
        """Wait until the query is done, or tell that it has used up its slice."""
        while not await self._is_done_soon():
            if self._is_slow():
                return False
        return True

    async def is_done(self) -> None:
        """Wait until the query is done."""
        while not await self._is_done_soon():
            continue

    async def _is_done_soon(self) -> bool:
        """Wait a little; where the client goes, have the query ended."""
        await asyncio.wait([self.job], timeout=LOOK)
        if not self.job.done() and await self.has_gone():
            self._cancel()
        return self.job.done()

    def _is_slow(self) -> bool:
        """Tell whether the query has used up its slice; on a busy machine it is not to blame for the time."""
        if not self.began.done():
            return False
        now, worked = asyncio.get_running_loop().time(), self.began.result().process.worked
        self.first_look = self.first_look or (now, worked)
        since, before = self.first_look
        return worked - before > SLICE - LOOK or now - since > PATIENCE

    def step_back(self) -> None:
        """Let quicker queries go first."""
        if self.began.done() and not self.job.done():
            self.began.result().step_back()

    def answer(self) -> Answer:
        """Return the answer of a query that is done."""
        if self.job.cancelled():
            raise GoneError
        return self.job.result()

    async def end(self) -> None:
        """End the query where it still runs, and wait until it has ended."""
        if not self.job.done():
            self._cancel()
            await asyncio.wait([self.job])
            if not self.job.cancelled() and self.job.exception() is None:
                self.job.result().close()

    def _cancel(self) -> None:
        """Have the query ended, once: a second time would disturb the cleaning up."""
        if not self.job.cancelling():
            self.job.cancel()
