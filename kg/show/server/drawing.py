"""The page of the graph where no build has written it: drawn once for each generation, in a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.errors import GraphError
from kg.graph.newest import State

LONGEST_ERROR = 500  # characters of what the process says


class Drawing:
    """Draws the page beside the service: on a large graph that takes a minute of work, and some memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = asyncio.Lock()
        self.place: TemporaryDirectory[str] | None = None
        self.process: asyncio.subprocess.Process | None = None

    async def page(self, state: State) -> Path:
        """Return the file with the page of a generation.

        Raises:
            GraphError: it cannot be drawn.
        """
        async with self.lock:  # whoever asks meanwhile gets the same
            self.place = self.place or TemporaryDirectory(prefix="kg-page-")
            path = Path(self.place.name) / f"{state.tag}.html"
            if not path.is_file():
                for old in path.parent.iterdir():
                    old.unlink(missing_ok=True)
                await self._draw(path)
            return path

    async def close(self) -> None:
        """Stop drawing, and delete what was drawn."""
        if self.process is not None and self.process.returncode is None:
            self.process.kill()
            await self.process.wait()
        if self.place is not None:
            self.place.cleanup()

    async def _draw(self, path: Path) -> None:
        command = [sys.executable, "-P", "-m", "kg", "view", "-g", str(self.folder), "-o", str(path)]
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        self.process = await asyncio.create_subprocess_exec(
            *command, stdin=nothing, stdout=nothing, stderr=pipe, env=environment
        )
        _, said = await self.process.communicate()
        if self.process.returncode != 0 or not path.is_file():
            what = said.decode("utf-8", "replace").strip()[-LONGEST_ERROR:]
            raise GraphError(f"the page cannot be drawn ({what})", where=str(self.folder), hint="kg build writes it")
