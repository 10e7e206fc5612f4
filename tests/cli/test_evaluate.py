"""`kg evaluate` says what is missing; what it scores is tested with the yardsticks."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run


def test_without_gold_data_there_is_nothing_to_score(run: Run, tmp_path: Path) -> None:
    result = run("evaluate", "--gold", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    *left_out, error = result.stderr.splitlines()
    assert [line.split(":")[0] for line in left_out] == ["left out"] * 3
    assert error.startswith(f"{tmp_path}: no gold data; name a folder with openie, gum_news or meantime in it")
