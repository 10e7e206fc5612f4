"""Queries with limits for callers that have no event loop of their own."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.graph.question import Limits, Question
from kg.graph.workers import Taker, Workers


class Blocking:
    """A worker whose answers are waited for."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.new_event_loop()
        self.workers = Workers(folder)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def ask(self, question: Question, take: Taker, limits: Limits | None = None) -> None:
        """Hand the parts of a query's answer to `take`.

        Raises:
            KgError: as Workers.ask.
        """
        self._wait_for(self.workers.ask(question, take, limits))

    def close(self) -> None:
        """End the worker."""
        self._wait_for(self.workers.close())
        self.loop.close()

    def _wait_for(self, work: Coroutine[None, None, None]) -> None:
        task = self.loop.create_task(work)
        if _is_in_a_loop():  # in a notebook, say: there a thread of its own runs ours
            with ThreadPoolExecutor(1) as threads:
                threads.submit(self.loop.run_until_complete, task).result()
            return
        try:
            self.loop.run_until_complete(task)
        except KeyboardInterrupt:
            task.cancel()
            with suppress(asyncio.CancelledError):
                self.loop.run_until_complete(task)
            raise


def _is_in_a_loop() -> bool:
    """Tell whether an event loop runs in this thread, within which no other one can."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return False
    return True
