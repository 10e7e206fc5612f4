"""kg: a knowledge graph of the news that says who claims what, how sure they are, and where it is written.

import kg
graph = kg.build("articles/", out="outputs/")
graph.query("SELECT ?who WHERE { ?who kg:maintains ?what }")  # a pandas data frame when pandas is there
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.show.notebook import NotebookGraph

__version__ = "0.1.0"
__all__ = ["__version__", "build", "open"]

AnyPath = str | PathLike[str]


def build(
    paths: AnyPath | Sequence[AnyPath] = (),
    *,
    out: AnyPath | None = None,
    ontologies: Sequence[AnyPath] = (),
    defaults: bool = True,
    published: date | None = None,
    publisher: str = "",
    prune: bool = False,
    **settings: str | int | float | None,
) -> NotebookGraph:
    """Build the graph of some articles, and open it. Nothing is printed.

    Args:
        paths: files and folders (.txt, .md, .html, .jsonl); without any, the samples that come with kg.
        out: the folder that holds the graph, made if missing; default `outputs/` (`outputs/samples/` for the samples).
        ontologies: folders of Turtle that add names, phrases, rules and shapes.
        defaults: whether the ontologies that ship are loaded beneath them.
        published: the date of articles that do not give one.
        publisher: the publisher of articles that do not give one.
        prune: drop articles whose file has vanished.
        settings: any of `kg.settings.TABLE`, such as `jobs=2`.

    Raises:
        kg.errors.KgError: with what happened, where, and what to do next.
    """
    from kg.pipeline import Config
    from kg.pipeline import build as build_graph
    from kg.settings import load_settings

    several = [paths] if isinstance(paths, str | PathLike) else paths
    config = Config(load_settings(settings), tuple(Path(folder) for folder in ontologies), defaults)
    report = build_graph(
        [Path(path) for path in several],
        out=None if out is None else Path(out),
        config=config,
        published=published,
        publisher=publisher,
        prune=prune,
    )
    return open(report.folder)


def open(folder: AnyPath = "outputs") -> NotebookGraph:  # noqa: A001 - kg.open reads like the built-in it resembles
    """Open the graph in a folder, read-only.

    Raises:
        kg.errors.GraphError: there is none, or it is broken.
    """
    from kg.show.notebook import NotebookGraph

    return NotebookGraph.open(Path(folder))
