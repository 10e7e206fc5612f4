"""Building again: nothing is made twice, what was stopped goes on, what was broken is tried again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg import pipeline
from kg.config import Config
from kg.errors import OntologyError
from kg.graph.generations import current
from kg.model import Document, Extraction, Lexicon
from kg.settings import Settings
from tests.graph.test_sequences import extract_toys

TEXT = "The harbour of Eastvale sent pumps to the depot on the coast. Officials said that it would take a year.\n"
OTHER = "The council of Northland sold cranes to the depot on the coast. The mayor denied that there was any delay.\n"
TAKEOVERS = Path(__file__).parent / "ontologies" / "takeovers"
TOYS = Config(Settings(), defaults=False, extractor="toys")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Four articles."""
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text((TEXT, OTHER)[number % 2] * 2, encoding="utf-8")
    return folder


def build(folder: Path, out: Path, config: Config = TOYS) -> pipeline.Report:
    return pipeline.build([folder], out=out, config=config)


def turtle(out: Path) -> bytes:
    return (out / "graph.ttl").read_bytes()


# ------------------------------------------------------------------------------------------------ nothing is new


def test_where_nothing_is_new_the_graph_stays(folder: Path, tmp_path: Path) -> None:
    first = build(folder, tmp_path / "out")
    generation = current(tmp_path / "out")
    again = build(folder, tmp_path / "out")
    assert current(tmp_path / "out") == generation
    assert (again.new, again.facts, again.entities) == (0, first.facts, first.entities)


@pytest.mark.parametrize("victim", ["graph.ttl", "graph.html", "about.json", "search.db", "*.sst"])
@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"junk")], ids=["gone", "junk"])
def test_what_was_damaged_is_made_again(
    folder: Path, tmp_path: Path, victim: str, damage: Callable[[Path], object]
) -> None:
    build(folder, tmp_path / "out")
    before = turtle(tmp_path / "out")
    damage(sorted((tmp_path / "out").rglob(victim))[-1])
    build(folder, tmp_path / "out")
    assert turtle(tmp_path / "out") == before
    assert pipeline.Graph.open(tmp_path / "out").check() == ()


def test_what_is_set_otherwise_is_made_anew_and_said(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out")
    report = build(folder, tmp_path / "out", Config(Settings(min_confidence=0.95), defaults=False, extractor="toys"))
    assert report.changed == ("min_confidence: 0.5 → 0.95",)
    assert report.facts == 0
    assert build(folder, tmp_path / "out").facts > 0


def test_a_decision_is_heeded_at_the_next_build(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out")
    decision = "entity:Eastvale owl:sameAs entity:Northland ."
    (tmp_path / "out" / "decisions.ttl").write_text(decision, encoding="utf-8")
    before = turtle(tmp_path / "out")
    build(folder, tmp_path / "out")
    assert turtle(tmp_path / "out") != before


# ------------------------------------------------------------------------------------------------ stopped, broken


def test_a_build_that_was_stopped_goes_on_where_it_was(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def stopped(document: Document, lexicon: Lexicon, model: str) -> Extraction:
        if len(seen) == 2:
            seen.append("stop")
            raise KeyboardInterrupt
        seen.append(document.source)
        return extract_toys(document, lexicon, model)

    monkeypatch.setitem(pipeline.EXTRACTORS, "stopped", stopped)
    config = Config(Settings(), defaults=False, extractor="stopped")
    with pytest.raises(KeyboardInterrupt):
        build(folder, tmp_path / "out", config)
    report = build(folder, tmp_path / "out", config)
    assert seen == ["0.txt", "1.txt", "stop", "2.txt", "3.txt"]
    assert (report.articles, report.new) == (4, 2)
    build(folder, tmp_path / "whole")
    assert turtle(tmp_path / "out") == turtle(tmp_path / "whole")


def test_a_broken_article_is_left_out_and_tried_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(document: Document, lexicon: Lexicon, model: str) -> Extraction:
        if "moon" in document.text:
            raise ValueError("the moon is too far")
        return extract_toys(document, lexicon, model)

    monkeypatch.setitem(pipeline.EXTRACTORS, "fails", fails)
    config = Config(Settings(), defaults=False, extractor="fails")
    (folder / "1.txt").write_text(OTHER.replace("coast", "moon") * 2, encoding="utf-8")
    report = build(folder, tmp_path / "out", config)
    assert (report.articles, [(s.where, s.reason) for s in report.skipped]) == (
        3,
        [("1.txt", "extraction failed: ValueError: the moon is too far")],
    )
    (folder / "1.txt").write_text(OTHER * 2, encoding="utf-8")
    report = build(folder, tmp_path / "out", config)
    assert (report.articles, report.new, report.skipped) == (4, 1, ())
    (folder / "1.txt").write_text(OTHER.replace("coast", "moon") * 2, encoding="utf-8")
    report = build(folder, tmp_path / "out", config)
    assert (report.articles, len(report.skipped)) == (4, 1), "the version that could be read stays"


# ------------------------------------------------------------------------------------------------ removing


def test_a_removal_makes_the_graph_with_what_it_was_built_with(folder: Path, tmp_path: Path) -> None:
    config = Config(Settings(min_confidence=0.2), (TAKEOVERS,), defaults=False, extractor="toys")
    build(folder, tmp_path / "out", config)
    pipeline.remove(["3.txt"], out=tmp_path / "out")
    (folder / "3.txt").unlink()
    build(folder, tmp_path / "without", config)
    assert turtle(tmp_path / "out") == turtle(tmp_path / "without")


def test_a_removal_says_where_what_the_graph_was_built_with_is_gone(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out", Config(Settings(), (TAKEOVERS,), extractor="toys"))
    before = turtle(tmp_path / "out")
    manifest = tmp_path / "out" / "manifest.json"
    gone = manifest.read_text(encoding="utf-8").replace(TAKEOVERS.as_posix(), (tmp_path / "gone").as_posix())
    manifest.write_text(gone, encoding="utf-8")
    with pytest.raises(OntologyError, match="gone"):
        pipeline.remove(["3.txt"], out=tmp_path / "out")
    assert turtle(tmp_path / "out") == before


def test_the_last_article_can_be_removed(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out")
    report = pipeline.remove([f"{number}.txt" for number in range(4)], out=tmp_path / "out")
    assert (report.articles, report.facts) == (0, 0)
    assert build(folder, tmp_path / "out").articles == 4
