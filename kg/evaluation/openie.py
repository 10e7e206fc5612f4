"""Triples on BenchIE and CaRB: every row that `kg extract --lines` prints, scored by the scorer beside the gold."""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ReadError
from kg.evaluation import Score
from kg.extract.extraction import extract
from kg.extract.rows import tsv_rows
from kg.model import Document, Lexicon
from kg.settings import Settings
from kg.text.parse import parse_line

LAYER = "triples"
DEFAULT_CONFIDENCE = Settings().min_confidence
# BenchIE's facts use the sentence's own words, so that what nouns say in other words is never among them.
NOT_IN_BENCHIE = frozenset({"apposition", "title", "possessive", "nominal", "compound", "hyponym"})
ENOUGH_WORDS = 0.6  # a row is right on CaRB when this share of its words are those of one tuple
BENCHES = {"BenchIE": "benchie", "CaRB": "carb"}
SENTENCES = ".sentences.txt"
ENDINGS = {"benchie": ".txt", "carb": ".tsv"}


@dataclass(frozen=True, slots=True)
class Printed:
    """One printed row: its three parts, how sure it is, and the rule family."""

    subject: str
    relation: str
    object: str
    confidence: float
    kind: str


Rows = Mapping[str, Sequence[Printed]]


def evaluate(
    folder: Path, parser: Any, lexicon: Lexicon, *, min_confidence: float = DEFAULT_CONFIDENCE
) -> tuple[Score, ...]:
    """Score the rows printed for both benchmarks' sentences: over all, by half, and BenchIE's precision by family.

    Args:
        folder: the folder of gold data, with `score.py` and `openie` in it.
        parser: as `kg.text.parse.load_parser` gives it.
        lexicon: of the ontologies.
        min_confidence: rows less sure are not printed.

    Raises:
        ReadError: the scorer or the gold is missing.
    """
    scorer = load_scorer(folder / "score.py")
    found: list[Score] = []
    for gold, bench, sentences in _gold_parts(folder / "openie"):
        lines = sentences.read_text(encoding="utf-8").splitlines()
        rows = read_rows(lines, parser, lexicon, min_confidence)
        name = sentences.name.removesuffix(SENTENCES) + ENDINGS[bench]
        found += score(scorer, gold, bench, sentences.with_name(name), rows)
    return tuple(found)


def _gold_parts(folder: Path) -> list[tuple[str, str, Path]]:
    """Return what is to be scored: the benchmark's name, the scorer's word for it, and the sentences of one part."""
    parts = [
        (gold, bench, sentences)
        for gold, bench in BENCHES.items()
        for sentences in sorted(folder.glob(f"{bench}*{SENTENCES}"))
    ]
    if not parts:
        where = str(folder / f"*{SENTENCES}")
        raise ReadError("no such gold data", where=where, hint="name the folder that holds openie/")
    several = {gold for gold, _, _ in parts if sum(gold == other for other, _, _ in parts) > 1}
    return [
        (f"{gold} {sentences.name.removesuffix(SENTENCES)}" if gold in several else gold, bench, sentences)
        for gold, bench, sentences in parts
    ]


def load_scorer(path: Path) -> Any:
    """Load the scorer that comes with the gold data, so that one scorer counts for all systems."""
    spec = importlib.util.spec_from_file_location("openie_scorer", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise ReadError("no such scorer", where=str(path), hint="name the folder that holds score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_rows(lines: Sequence[str], parser: Any, lexicon: Lexicon, min_confidence: float) -> Rows:
    """Return what `kg extract --lines --format tsv` prints for each line, by its number."""
    rows: dict[str, list[Printed]] = {}
    for number, line in enumerate(lines, start=1):
        extraction = extract(parse_line(parser, line), Document(str(number), "", line), lexicon)
        printed = tsv_rows(extraction, number, min_confidence=min_confidence)
        rows[str(number)] = [_printed(row.split("\t")) for row in printed]
    return rows


def _printed(columns: Sequence[str]) -> Printed:
    _, subject, relation, object_, confidence, kind, *_ = columns
    return Printed(subject, relation, object_, float(confidence), kind)


def score(scorer: Any, gold: str, bench: str, path: Path, rows: Rows) -> Iterator[Score]:
    """Yield precision, recall and F1 over all rows and on each half, and BenchIE's precision by rule family."""
    load, judge = scorer.BENCHES[bench]
    _, facts = load(path)
    extractions = {
        key: [scorer.Extraction(row.subject, row.relation, row.object, row.confidence) for row in printed]
        for key, printed in rows.items()
    }
    details: list[tuple[Any, ...]] = []
    judged = list(judge(facts, extractions, details).values())
    half = len(judged) // 2
    parts = {"": judged, " first half": judged[:half], " second half": judged[half:]}
    for name, part in ((name, part) for name, part in parts.items() if part):
        figures = scorer.prf(part)
        yield from (
            Score(LAYER, gold, measure + name, figures[measure], figures["gold"]) for measure in "P R F1".split()
        )
    yield from _by_family(gold, details, rows)
    yield from _reliability(gold, _verdicts(scorer, bench, facts, rows))


def _by_family(gold: str, details: Sequence[tuple[Any, ...]], rows: Rows) -> Iterator[Score]:
    """Yield how many of each family's rows are right, where the scorer tells row by row."""
    kinds = {(key, r.subject, r.relation, r.object): r.kind for key, printed in rows.items() for r in printed}
    right: dict[str, list[bool]] = defaultdict(list)
    for key, verdict, _, *parts in details:
        if verdict != "FN":
            right[kinds[key, *parts]].append(verdict == "TP")
    for kind, verdicts in sorted(right.items(), key=lambda item: (-len(item[1]), item[0])):
        yield Score(LAYER, gold, f"P of {kind}", sum(verdicts) / len(verdicts), len(verdicts))


# ------------------------------------------------------------------------------------------------ reliability


def _verdicts(scorer: Any, bench: str, facts: Mapping[str, Any], rows: Rows) -> list[tuple[float, bool]]:
    """Tell of each row that the gold could hold how sure it is, and whether it is right."""
    found: list[tuple[float, bool]] = []
    for key, gold in facts.items():
        judged = [
            row for row in rows.get(key, ()) if row.object and (bench == "carb" or row.kind not in NOT_IN_BENCHIE)
        ]
        if bench == "carb":
            given = [scorer.Extraction(row.subject, row.relation, row.object, row.confidence) for row in judged]
            table = scorer.carb_table({key: gold}, {key: given})[key]
            right = [max(pairs[at][0] for pairs in table) >= ENOUGH_WORDS for at in range(len(judged))]
        else:
            right = [
                any(scorer.exact(row[:3], fact, True) for group in gold for fact in group)
                for row in map(_parts, judged)
            ]
        found += zip((row.confidence for row in judged), right, strict=True)
    return found


def _parts(row: Printed) -> tuple[str, str, str]:
    return row.subject, row.relation, row.object


def _reliability(gold: str, verdicts: Sequence[tuple[float, bool]]) -> Iterator[Score]:
    """Yield for each tenth of confidence how many of its rows are right: "right at .8" counts .75 to .85."""
    for tenth in range(11):
        right = [is_right for confidence, is_right in verdicts if round(confidence * 10) == tenth]
        if right:
            yield Score(
                LAYER, gold, f"right at .{tenth}" if tenth < 10 else "right at 1", sum(right) / len(right), len(right)
            )
