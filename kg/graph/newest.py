"""Which generation of the store is the current one, asked thousands of times and seldom another."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from kg.graph.generations import STORE, current


class State(NamedTuple):
    """A generation of a graph, and a text that tells it from all others."""

    generation: Path
    tag: str


class Newest:
    """The current state of the graph in a folder, read anew only where the pointer to it was written anew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pointer = folder / STORE / "current"
        self.mark: tuple[int, ...] = ()
        self.known = State(folder, "")

    def state(self) -> State:
        """Return the generation to read.

        Raises:
            GraphError: there is none.
        """
        mark = self._mark()
        if not mark or mark != self.mark:
            generation = current(self.folder)
            self.known = State(generation, "-".join((generation.name, *map(str, mark[:1]))))
            self.mark = mark
        return self.known

    def _mark(self) -> tuple[int, ...]:
        """Return what changes where the pointer is written; nothing where it cannot be looked at."""
        try:
            status = self.pointer.stat()
        except OSError:
            return ()
        return status.st_mtime_ns, status.st_ino
