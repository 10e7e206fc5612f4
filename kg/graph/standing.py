"""Whether a graph still stands as a build left it, so that a build in which nothing is new makes nothing anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from kg.errors import GraphError
from kg.graph.generations import current

DIARY = "LOG"  # how RocksDB's own log files begin, which whoever opens a store may write


def standing(folder: Path, inputs: Iterable[str], files: Iterable[str]) -> str:
    """Return the digest of what a graph is derived from and of every file that was derived; "" where one is missing.

    Args:
        folder: holds the graph.
        inputs: all that the graph depends on.
        files: what was derived besides the store, by name in the folder.
    """
    digest = hashlib.sha256()
    for text in inputs:
        digest.update(f"{len(text)} {text}".encode())
    try:
        for path in (*_of_store(folder), *(folder / name for name in files)):
            with path.open("rb") as file:
                content = hashlib.file_digest(file, "sha256").hexdigest()
            digest.update(f"{path.name} {content}".encode())
    except (OSError, GraphError):
        return ""
    return digest.hexdigest()[:32]


def _of_store(folder: Path) -> Iterator[Path]:
    paths = sorted(current(folder).rglob("*"))
    return (path for path in paths if path.is_file() and not path.name.startswith(DIARY))
