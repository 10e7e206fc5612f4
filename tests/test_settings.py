"""A setting in the file gives way to the environment, and that to a flag."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.settings import TABLE, Settings, load_settings


def test_the_table_and_the_settings_agree() -> None:
    assert [(setting.name, setting.default) for setting in TABLE] == [(f.name, f.default) for f in fields(Settings)]


def test_file_then_environment_then_flag(tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text('jobs = 2\nmodel = "en_from_file"\nquery_seconds = 5\n', encoding="utf-8")
    environment = {"KG_JOBS": "3", "KG_MODEL": "en_from_environment", "HOME": "/"}
    settings = load_settings({"jobs": 4, "min_confidence": None}, folder=tmp_path, environment=environment)
    assert (settings.query_seconds, settings.model, settings.jobs) == (5, "en_from_environment", 4)
    assert settings.min_confidence == Settings().min_confidence


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("jobs = two\n", "not valid TOML"),
        ('jobs = "two"\n', "setting jobs is 'two'; give it as int"),
        ("job = 2\n", "unknown setting 'job'; one of: base_iri"),
    ],
)
def test_a_mistake_in_the_file_is_said_with_what_to_do(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "kg.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=message.replace("'", ".")):
        load_settings(folder=tmp_path, environment={})
