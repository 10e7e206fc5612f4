"""Scoring the pipeline on gold data: one module per yardstick, each gives Score rows."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: the layer it measures, the gold it comes from, its name, its value, and on how many items."""

    layer: str
    gold: str
    measure: str
    value: float
    items: int
