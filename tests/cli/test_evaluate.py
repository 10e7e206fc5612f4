"""`kg evaluate` says what is missing; what it scores is tested with the yardsticks."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_a_sample_is_drawn_by_its_seed(run: Run, graph: Path, articles: Path) -> None:
    drawn = run("evaluate", "--sample", "2", graph)
    assert drawn.exit_code == 0, drawn.stderr
    assert drawn.stdout.startswith("1. right? [ ]\n")
    assert "\n2. right? [ ]\n" in drawn.stdout
    assert "“" in drawn.stdout
    assert run("evaluate", "--sample", "2", graph).stdout == drawn.stdout
    assert run("evaluate", "--sample", "2", articles).stdout == drawn.stdout


def test_a_sample_needs_a_folder(run: Run) -> None:
    result = run("evaluate", "--sample", "2")
    assert (result.exit_code, result.stderr) == (2, "kg evaluate: give --gold DIR, or --sample N with a folder\n")


def test_without_gold_data_there_is_nothing_to_score(run: Run, tmp_path: Path) -> None:
    result = run("evaluate", "--gold", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    *left_out, error = result.stderr.splitlines()
    assert [line.split(":")[0] for line in left_out] == ["left out"] * 4
    assert error.startswith(
        f"{tmp_path}: no gold data; name a folder with one of these in it: gum_news, meantime, openie, re3d"
    )
