"""The store on disk: each build writes a generation of its own, then switches to it by one rename.

OUT/store/current        name of the generation to read
OUT/store/000007/        quads/ (RocksDB) and about.json: base IRI, named queries, shapes
OUT/store/readers/       one small file for each open reader, so that a generation in use is not deleted

A reader is never disturbed: it keeps the generation it opened. Generations that nobody reads go with the next build.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from itertools import count
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from kg.errors import GraphError
from kg.graph.archive import write_file
from kg.ontology import NamedQuery, Ontology

STORE = "store"
QUADS = "quads"
AGAIN = "kg build makes it again from the kept articles"


@dataclass(frozen=True, slots=True)
class About:
    """What a reader needs to know besides the quads: how IRIs begin, which queries have a name, and the shapes."""

    base_iri: str
    queries: tuple[NamedQuery, ...] = ()
    shapes: str = ""


def current(folder: Path) -> Path:
    """Return the folder of the generation to read.

    Raises:
        GraphError: there is none.
    """
    pointer = folder / STORE / "current"
    try:
        generation = folder / STORE / pointer.read_text(encoding="utf-8").strip()
    except OSError as error:
        hint = f"make one: kg build ARTICLES -o {folder}"
        raise GraphError("no graph here", where=str(folder), hint=hint) from error
    if not generation.is_dir() or generation.parent != folder / STORE:
        raise GraphError("the store is incomplete", where=str(pointer), hint=AGAIN)
    return generation


def read_about(generation: Path) -> About:
    """Return what stands beside the quads of a generation.

    Raises:
        GraphError: the file is missing or broken.
    """
    path = generation / "about.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        queries = tuple(NamedQuery(q["name"], q["title"], q["sparql"], tuple(q["parameters"])) for q in data["queries"])
        return About(data["base_iri"], queries, data["shapes"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise GraphError(f"broken ({error})", where=str(path), hint=AGAIN) from error


def write_about(generation: Path, ontology: Ontology) -> None:
    """Write what a reader needs to know besides the quads."""
    data = asdict(About(ontology.base_iri, ontology.queries, ontology.shapes))
    write_file(generation / "about.json", json.dumps(data, ensure_ascii=False, indent=1).encode())


@contextmanager
def new_generation(folder: Path) -> Iterator[Path]:
    """Give an empty folder; when the block ends without an error it becomes the current generation.

    Raises:
        GraphError: the disk is full or the folder cannot be written; the old generation stays.
    """
    store = folder / STORE
    draft = store / f".draft-{os.getpid()}"
    try:
        store.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        yield draft
        final = _next_name(store)
        draft.rename(final)
        _sync(store)
        write_file(store / "current", f"{final.name}\n".encode())
    except OSError as error:
        hint = "free some space or choose another folder with -o; what was built before is intact"
        raise GraphError(f"cannot be written ({error.strerror or error})", where=str(store), hint=hint) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    drop_unused(folder)


def _next_name(store: Path) -> Path:
    numbers = [int(path.name) for path in store.iterdir() if path.name.isdigit()]
    return store / f"{max(numbers, default=0) + 1:06}"


def _sync(folder: Path) -> None:
    """Flush the names in a folder to disk, where the system can."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def drop_unused(folder: Path) -> None:
    """Delete generations that are neither current nor read, and what stopped builds left behind.

    The one before the current is kept: somebody may have just looked up its name.
    """
    store, now = folder / STORE, current(folder).name
    generations = sorted(path for path in store.iterdir() if path.name.isdigit() and path.name < now)
    read = {path.name.split(".")[0] for path in _live_readers(store)}
    leftovers = [path for path in store.glob(".draft-*") if not _is_running(path.name.removeprefix(".draft-"))]
    for path in [*leftovers, *(path for path in generations[:-1] if path.name not in read)]:
        shutil.rmtree(path, ignore_errors=True)


# ------------------------------------------------------------------------------------------------ readers


_serial = count()


def register(generation: Path) -> Path | None:
    """Note that this process reads a generation; None where nothing can be written, as nothing can be deleted there."""
    readers = generation.parent / "readers"
    note = readers / f"{generation.name}.{os.getpid()}.{next(_serial)}"
    try:
        readers.mkdir(exist_ok=True)
        note.write_text(_started(os.getpid()), encoding="utf-8")
    except OSError:
        return None
    return note


def _live_readers(store: Path) -> Iterator[Path]:
    """Yield the notes of readers that still run, and delete the others."""
    for note in sorted((store / "readers").glob("*.*.*")):
        pid = note.name.split(".")[1]
        if _is_running(pid) and note.read_text(encoding="utf-8") == _started(int(pid)):
            yield note
        else:
            note.unlink(missing_ok=True)


def _started(pid: int) -> str:
    """Return when a process began, which tells it from a later one of the same number."""
    try:
        return f"{psutil.Process(pid).create_time():.2f}"
    except psutil.Error:
        return ""


def _is_running(pid: str) -> bool:
    return pid.isdigit() and psutil.pid_exists(int(pid))
