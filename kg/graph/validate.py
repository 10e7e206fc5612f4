"""Is the graph sound: does it keep to the shapes, and does every stored offset give its quote again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.archive import load_extraction, read_manifest
from kg.graph.iris import Iris
from kg.graph.shapes import AnyTerm, failures, read_shapes

if TYPE_CHECKING:
    from pathlib import Path

    from kg.graph.store import Graph


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """Something that is not as it must be, with the article and the quote it comes from, where it comes from one."""

    message: str
    focus: str
    path: str = ""
    value: str = ""
    article: str = ""
    quote: str = ""


def check(graph: Graph) -> tuple[Violation, ...]:
    """Return what is wrong with a graph, sorted; nothing where it is sound.

    Raises:
        GraphError: a kept article is missing or broken.
    """
    found = [*violations(graph), *blank_nodes(graph)]
    if graph.folder is not None:
        found += wrong_quotes(graph, graph.folder)
    return tuple(sorted(set(found)))


def violations(graph: Graph) -> Iterator[Violation]:
    """Yield what breaks the shapes that the graph was built with."""
    for failure in failures(graph.store, read_shapes(graph.about.shapes)):
        article, quote = _origin(graph, failure.focus)
        value = "" if failure.value in (None, failure.focus) else str(failure.value)
        focus = graph.shortened(failure.focus.value)
        path = graph.shortened(failure.path) if failure.path else ""
        yield Violation(failure.message, focus, path, value, article, quote)


def _origin(graph: Graph, focus: AnyTerm) -> tuple[str, str]:
    """Return source and quote of a piece of evidence, or of the first one of a fact."""
    if not isinstance(focus, ox.NamedNode):
        return "", ""
    sparql = (
        f"SELECT ?source ?quote {{ {focus} kg:evidence? ?e . "
        "?e nif:anchorOf ?quote ; prov:wasDerivedFrom/kg:sourceFile ?source } ORDER BY ?source ?quote LIMIT 1"
    )
    rows = [(source.value, quote.value) for source, quote in graph.select(sparql)]
    return rows[0] if rows else ("", "")


def blank_nodes(graph: Graph) -> Iterator[Violation]:
    """Yield nodes without a name, which nobody can point at; kg writes none."""
    for (focus,) in graph.select("SELECT DISTINCT ?s { ?s ?p ?o FILTER(isBlank(?s)) }"):
        yield Violation("a node without a name", str(focus))


def wrong_quotes(graph: Graph, folder: Path) -> Iterator[Violation]:
    """Yield the evidence whose offsets do not give its quote in the article as it was kept."""
    iris = Iris(graph.base_iri)
    for source, entry in sorted(read_manifest(folder).articles.items()):
        text = load_extraction(folder, entry.id)[0].document.text
        rows = graph.select(
            f"SELECT ?e ?quote ?begin ?end {{ GRAPH <{iris.article(source)}> "
            "{ ?e nif:anchorOf ?quote ; nif:beginIndex ?begin ; nif:endIndex ?end } }"
        )
        for evidence, quote, begin, end in rows:
            if text[int(begin.value) : int(end.value)] != quote.value:
                message = "the offsets do not give the quote"
                place = f"{begin.value}-{end.value}"
                yield Violation(message, graph.shortened(evidence.value), "", place, source, quote.value)
