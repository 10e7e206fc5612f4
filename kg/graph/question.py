"""What is asked of a graph, and how much the answer may take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from kg.graph.query import EVERYTHING, Dataset
from kg.graph.results import ResultFormat
from kg.settings import Settings


@dataclass(frozen=True, slots=True)
class Question:
    """A query with the form of its answer, the graphs that it is about, and what its relative IRIs count from."""

    sparql: str
    form: ResultFormat
    dataset: Dataset = EVERYTHING
    base_iri: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one query may take: time, rows, memory of its process, and size of its answer."""

    seconds: float = 30
    rows: int = 1_000_000
    megabytes: int = 2048
    answer_megabytes: int = 512

    @classmethod
    def of(cls, settings: Settings) -> Self:
        """Return the limits that the settings give.

        >>> Limits.of(Settings(query_seconds=5)).seconds
        5
        """
        return cls(settings.query_seconds, settings.query_rows, settings.query_megabytes)
