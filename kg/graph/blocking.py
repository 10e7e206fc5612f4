"""Queries with limits for callers that have no event loop of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from kg.graph.question import Limits, Question
from kg.graph.workers import Workers

Item = TypeVar("Item")


class Blocking:
    """A worker whose answers are waited for, part by part."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.workers = Workers(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, question: Question, limits: Limits | None = None) -> Iterator[bytes]:
        """Yield the parts of a query's answer.

        Raises:
            KgError: as Workers.ask.
        """
        parts = self.workers.ask(question, limits)
        try:
            while (part := self._result(anext(parts, None))) is not None:
                yield part
        finally:
            self._result(parts.aclose())

    def close(self) -> None:
        """End the worker."""
        self._result(self.workers.close())
        self.loop.close()

    def _result(self, work: Awaitable[Item]) -> Item:
        task = self.loop.create_task(_awaited(work))
        try:
            return self.loop.run_until_complete(task)
        except KeyboardInterrupt:
            task.cancel()
            with suppress(asyncio.CancelledError):
                self.loop.run_until_complete(task)
            raise


async def _awaited(work: Awaitable[Item]) -> Item:
    return await work
