"""A process of our own that answers in frames: started, written to, listened to, ended; the same on every system."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import cast

import psutil  # type: ignore[import-untyped]

READ_AHEAD = 262_144  # bytes that wait to be taken, more than a frame has
HEAD = 5  # bytes of a frame before its data: its kind, and its length
# What psutil calls the priority of what may wait: a class on Windows, a number elsewhere.
MAY_WAIT = getattr(psutil, "BELOW_NORMAL_PRIORITY_CLASS", 10)
ANSWERS = 1  # the number of the pipe that answers come by
REQUESTS = 0


class Process(asyncio.SubprocessProtocol):
    """A process that runs a module; what it says is held up where nobody takes it."""

    def __init__(self) -> None:
        self.loop = asyncio.get_running_loop()
        self.buffer = bytearray()
        self.news = self.loop.create_future()
        self.gone = self.loop.create_future()
        self.has_ended = False
        self.is_paused = False

    @classmethod
    async def started(cls, module: str, arguments: Sequence[str]) -> Process:
        """Start a module; `-P` keeps those that lie in the current folder out of it.

        Raises:
            OSError: the system cannot start another process.
        """
        command = [sys.executable, "-P", "-m", module, *arguments]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        _, process = await asyncio.get_running_loop().subprocess_exec(
            cls, *command, stdin=pipe, stdout=pipe, stderr=nothing, env=environment
        )
        return process

    def write(self, data: bytes) -> None:
        """Send a request."""
        cast("asyncio.WriteTransport", self.transport.get_pipe_transport(REQUESTS)).write(data)

    async def frame(self) -> tuple[bytes, bytes]:
        """Return kind and data of what the process says next; of kind "" where it has ended."""
        while True:
            size = HEAD + int.from_bytes(self.buffer[1:HEAD], "big")
            if len(self.buffer) >= max(HEAD, size):
                frame = bytes(self.buffer[:1]), bytes(self.buffer[HEAD:size])
                del self.buffer[:size]
                self._hold_up()
                return frame
            if self.has_ended:
                return b"", b""
            self.news = self.loop.create_future()
            await self.news

    def kill(self) -> None:
        """Begin to end the process."""
        self.transport.close()

    async def stop(self) -> None:
        """End the process, and wait until it has ended."""
        self.kill()
        await asyncio.shield(self.gone)

    def step_back(self) -> None:
        """Let other processes go first from now on; the system lets none step forward again."""
        with suppress(psutil.Error):
            psutil.Process(self.transport.get_pid()).nice(MAY_WAIT)

    @property
    def memory(self) -> float:
        """The resident size of the process in megabytes, 0 where it has ended."""
        try:
            return float(psutil.Process(self.transport.get_pid()).memory_info().rss) / 1_000_000
        except psutil.Error:
            return 0.0

    @property
    def worked(self) -> float:
        """The seconds that processors have worked for the process, 0 where it has ended."""
        try:
            times = psutil.Process(self.transport.get_pid()).cpu_times()
        except psutil.Error:
            return 0.0
        return float(times.user + times.system)

    # ------------------------------------------------------------------------------------- called by the event loop

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take note that the process runs."""
        self.transport = cast("asyncio.SubprocessTransport", transport)

    def pipe_data_received(self, _: int, data: bytes) -> None:
        """Keep what the process says."""
        self.buffer += data
        self._hold_up()
        self._tell()

    def pipe_connection_lost(self, _: int, __: Exception | None) -> None:
        """Take note that nothing more comes."""
        self.has_ended = True
        self._tell()

    def connection_lost(self, _: Exception | None) -> None:
        """Take note that the process has ended."""
        self.has_ended = True
        self._tell()
        if not self.gone.done():
            self.gone.set_result(None)

    def _tell(self) -> None:
        if not self.news.done():
            self.news.set_result(None)

    def _hold_up(self) -> None:
        """Let the process wait where too much is kept already, and go on where there is room."""
        is_full = len(self.buffer) > READ_AHEAD
        if is_full is not self.is_paused and not self.has_ended:
            self.is_paused = is_full
            pipe = cast("asyncio.ReadTransport", self.transport.get_pipe_transport(ANSWERS))
            (pipe.pause_reading if is_full else pipe.resume_reading)()
