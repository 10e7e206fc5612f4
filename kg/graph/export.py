"""The graph as files, in a fixed order: the same graph gives the same bytes in every format."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import pyoxigraph as ox

from kg.errors import GraphError, UsageError
from kg.graph.layers import Level, Quad, layer, with_triple_terms, without_quotes
from kg.graph.networks import as_gexf, as_graphml, plain_network
from kg.graph.turtle import split_line, write_trig, write_turtle

if TYPE_CHECKING:
    from kg.graph.store import Graph

__all__ = ["Format", "Level", "export", "format_of", "write_export"]


class Format(StrEnum):
    """What a file is written in."""

    TURTLE = "turtle"
    TRIG = "trig"
    NQUADS = "nquads"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"
    RDF12 = "rdf12"
    GRAPHML = "graphml"
    GEXF = "gexf"
    CSV = "csv"


SUFFIXES = {
    ".ttl": Format.TURTLE,
    ".trig": Format.TRIG,
    ".nq": Format.NQUADS,
    ".nt": Format.NTRIPLES,
    ".jsonld": Format.JSONLD,
    ".rdf": Format.RDFXML,
    ".xml": Format.RDFXML,
    ".graphml": Format.GRAPHML,
    ".gexf": Format.GEXF,
    ".csv": Format.CSV,
}


def format_of(path: Path) -> Format:
    """Return the format that a file's name tells.

    >>> format_of(Path("graph.ttl"))
    <Format.TURTLE: 'turtle'>
    """
    found = SUFFIXES.get(path.suffix.lower())
    if found is None:
        raise UsageError(f"{path.suffix or 'no suffix'} tells no format", where=str(path), hint="give one with -f")
    return found


def write_export(
    graph: Graph, path: Path, *, form: Format | None = None, level: Level = Level.ALL, quotes: bool = True
) -> tuple[Path, ...]:
    """Write the graph to a file, whole or not at all, and return what was written.

    Args:
        graph: what is written.
        path: the file; for CSV, which needs two, `x.csv` gives `x.nodes.csv` and `x.edges.csv`.
        form: the format; follows from the file's name unless given.
        level: how much of the graph.
        quotes: whether the article's own words are written.

    Raises:
        UsageError: the name tells no format.
        GraphError: the file cannot be written.
    """
    chosen = form or format_of(path)
    if chosen is Format.CSV:
        stem = path.with_suffix("") if path.suffix == ".csv" else path
        parts = {stem.with_name(f"{stem.name}.{name}.csv"): rows for name, rows in csv_tables(graph).items()}
    else:
        parts = {path: export(graph, chosen, level=level, quotes=quotes)}
    for file, text in parts.items():
        with _replacing(file) as stream:
            stream.writelines(text)
    return tuple(parts)


@contextmanager
def _replacing(path: Path) -> Iterator[TextIO]:
    """Open a temporary file beside the path that takes its place in the end."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("w", encoding="utf-8", newline="") as stream:
            yield stream
        temporary.replace(path)
    except OSError as error:
        hint = "free some space or choose another file"
        raise GraphError(f"cannot be written ({error.strerror})", where=str(path), hint=hint) from error
    finally:
        with suppress(OSError):
            temporary.unlink()


def export(graph: Graph, form: Format, *, level: Level = Level.ALL, quotes: bool = True) -> Iterator[str]:
    """Yield the parts of the file.

    Raises:
        UsageError: the format needs more than one file.
    """
    if form is Format.CSV:
        raise UsageError("CSV needs two files", hint="name them with -o, such as -o graph.csv")
    if form is Format.GRAPHML:
        return as_graphml(plain_network(graph))
    if form is Format.GEXF:
        return as_gexf(plain_network(graph))
    kg = graph.prefixes["kg"]
    quads: Iterable[Quad] = layer(_quads(graph), level, kg)
    return _written(quads if quotes else without_quotes(quads, kg), form, graph)


def _written(quads: Iterable[Quad], form: Format, graph: Graph) -> Iterator[str]:
    if form is Format.TURTLE:
        return write_turtle((triple for triple, _ in quads), graph.prefixes)
    if form is Format.RDF12:
        return write_turtle((triple for triple, _ in with_triple_terms(quads)), graph.prefixes)
    if form is Format.TRIG:
        return write_trig(quads, graph.prefixes)
    if form is Format.JSONLD:
        return _serialized(_lines(quads), ox.RdfFormat.JSON_LD, graph)
    triples = sorted(f"{triple} .\n" for triple, _ in quads) if form is not Format.NQUADS else _lines(quads)
    if form is Format.RDFXML:
        return _serialized([_for_xml(triple) for triple in triples], ox.RdfFormat.RDF_XML, graph)
    return iter(triples)


def _quads(graph: Graph) -> Iterator[Quad]:
    data = graph.store.dump(format=ox.RdfFormat.N_QUADS) or b""
    lines = data.decode().split("\n")[:-1]  # splitlines() would part a literal at a rare line end
    return map(split_line, lines)


def _lines(quads: Iterable[Quad]) -> list[str]:
    return sorted(f"{triple} {graph} .\n" if graph else f"{triple} .\n" for triple, graph in quads)


def _serialized(lines: list[str], form: ox.RdfFormat, graph: Graph) -> Iterator[str]:
    """Have pyoxigraph write the lines in their order."""
    parsed = ox.parse("".join(lines), format=ox.RdfFormat.N_QUADS)
    yield (ox.serialize(parsed, format=form, prefixes=graph.prefixes) or b"").decode()


_NOT_XML = re.compile(r"\\(\\|u00[01][0-9A-Fa-f]|[bf])|[\ufffe\uffff]")


def _for_xml(line: str) -> str:
    """Put U+FFFD in place of characters that XML cannot hold."""
    return _NOT_XML.sub(lambda match: match[0] if match[1] == "\\" else "\ufffd", line)


# ------------------------------------------------------------------------------------------------ CSV


def csv_tables(graph: Graph) -> dict[str, Iterator[str]]:
    """Return nodes and edges as the text of two CSV files, with the headers that Neo4j's importer takes."""
    network = plain_network(graph)
    nodes = ((iri, data["label"], data["kind"].replace(";", ",")) for iri, data in network.nodes(data=True))
    edges = (
        (start, end, data["label"], property_, data["fact"], data["certainty"], data["support"])
        for start, end, property_, data in network.edges(keys=True, data=True)
    )
    return {
        "nodes": _csv([("iri:ID", "label", ":LABEL"), *nodes]),
        "edges": _csv([(":START_ID", ":END_ID", ":TYPE", "property", "fact", "certainty", "support:int"), *edges]),
    }


def _csv(rows: Iterable[tuple[object, ...]]) -> Iterator[str]:
    buffer = io.StringIO()
    csv.writer(buffer, lineterminator="\n").writerows(rows)
    yield buffer.getvalue()
