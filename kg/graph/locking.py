"""One writer at a time in a folder; the system lets go of the lock however the process ends."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kg.errors import GraphError

LOCK = ".lock"
HOLDER_AT = 1  # the holder's name stands behind the locked byte, where others may read it on every system


@contextmanager
def lock(folder: Path) -> Iterator[None]:
    """Hold the folder, made if missing, for one writer.

    Raises:
        GraphError: another process holds it, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        hint = "choose another folder with -o"
        raise GraphError(f"cannot be written ({error.strerror})", where=str(folder), hint=hint) from error
    try:
        if not _take(handle):
            raise GraphError(f"in use by {_holder(handle)}", where=str(folder), hint="wait until it has ended")
        os.ftruncate(handle, 0)
        os.write(handle, f"\nprocess {os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)


def _holder(handle: int) -> str:
    os.lseek(handle, HOLDER_AT, os.SEEK_SET)
    return os.read(handle, 100).decode(errors="replace").strip() or "another process"


if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> bool:
        """Lock the first byte, and tell whether that was free."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _take(handle: int) -> bool:
        """Lock the file, and tell whether it was free."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
