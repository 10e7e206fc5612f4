"""A graph as people use it from Python and in a notebook: it shows itself, and answers in data frames."""

from __future__ import annotations

from typing import Any

from kg.graph.query import Rows
from kg.graph.store import Graph


class NotebookGraph(Graph):
    """A graph whose last line in a cell is its page, and whose answers are pandas data frames when pandas is there."""

    def query(self, sparql: str) -> Any:
        """Return the rows of a SELECT as a pandas data frame, or as `Rows` where pandas is not installed.

        An ASK gives True or False, a CONSTRUCT or DESCRIBE triples. `rows` gives `Rows` whatever is installed.

        Raises:
            QueryError: it is malformed, changes the graph, or asks another server.

        >>> from kg.model import Lexicon
        >>> from kg.ontology import Ontology
        >>> NotebookGraph.of([], Ontology(Lexicon())).query("ASK { ?s a kg:Fact }")
        False
        """
        answer = super().query(sparql)
        if not isinstance(answer, Rows):
            return answer
        try:
            return answer.frame()
        except ImportError:
            return answer

    def _repr_html_(self) -> str:
        from kg.show.page import frame  # loads what draws, which opening a graph has no need of

        return frame(self)
