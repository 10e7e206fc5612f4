"""The graph as files, in a fixed order: the same graph gives the same bytes in every format."""

from __future__ import annotations

import os
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.errors import GraphError, UsageError
from kg.graph.turtle import split_line, write_trig, write_turtle

if TYPE_CHECKING:
    from kg.graph.store import Graph


class Format(StrEnum):
    """What a file is written in."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"


SUFFIXES = {".ttl": Format.TURTLE, ".trig": Format.TRIG, ".nq": Format.NQUADS, ".nt": Format.NTRIPLES}


def write_export(graph: Graph, path: Path, *, format: Format | None = None) -> None:  # noqa: A002
    """Write the graph to a file, whole or not at all; the format follows from the file's name unless given.

    Raises:
        UsageError: the name tells no format.
        GraphError: the file cannot be written.
    """
    chosen = format or format_of(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(export(graph, chosen))
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        hint = "free some space or choose another file"
        raise GraphError(f"cannot be written ({error.strerror})", where=str(path), hint=hint) from error


def format_of(path: Path) -> Format:
    """Return the format that a file's name tells.

    >>> format_of(Path("graph.ttl"))
    <Format.TURTLE: 'turtle'>
    """
    found = SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise UsageError(f"{path.suffix or 'no suffix'} tells no format", where=str(path), hint="give one with -f")
    return found


def export(graph: Graph, format: Format) -> Iterator[str]:  # noqa: A002
    """Yield the parts of the file."""
    lines = [split_line(line) for line in _lines(graph)]
    if format is Format.TURTLE:
        yield from write_turtle((triple for triple, _ in lines), graph.prefixes)
    elif format is Format.TRIG:
        yield from write_trig(lines, graph.prefixes)
    elif format is Format.NTRIPLES:
        yield from (f"{triple} .\n" for triple in sorted(triple for triple, _ in lines))
    else:
        yield from sorted(f"{triple} {name} .\n" if name else f"{triple} .\n" for triple, name in lines)


def _lines(graph: Graph) -> list[str]:
    data = graph.store.dump(format=ox.RdfFormat.N_QUADS)
    return (data or b"").decode().split("\n")[:-1]  # splitlines() would part a literal at a rare line end
