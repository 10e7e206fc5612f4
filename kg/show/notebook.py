"""A graph that shows itself in a notebook: the page, in a frame of its own."""

from __future__ import annotations

from kg.graph.store import Graph


class NotebookGraph(Graph):
    """A graph whose last line in a cell is its page."""

    def _repr_html_(self) -> str:
        from kg.show.page import frame  # loads what draws, which opening a graph has no need of

        return frame(self)
