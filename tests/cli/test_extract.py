"""`kg extract`: both formats, lines, files, standard input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

SENTENCE = "The yard repaired two tugs in Bergen."


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


def test_a_row_for_each_statement(run: Run) -> None:
    result = run("extract", "--lines", "--format", "tsv", "-", stdin=f"{SENTENCE}\n")
    assert result.exit_code == 0
    assert ["1", "The yard", "repaired", "two tugs"] in [row[:4] for row in rows(result.stdout)]
    assert {len(row) for row in rows(result.stdout)} == {9}


def test_lines_are_numbered_as_in_the_file(run: Run) -> None:
    result = run("extract", "--lines", "--format", "tsv", "-", stdin=f"{SENTENCE}\n\n\n{SENTENCE}\n")
    assert {row[0] for row in rows(result.stdout)} == {"1", "4"}


def test_tokenised_lines_keep_their_tokens(run: Run) -> None:
    line = "The yard -LRB- in Bergen -RRB- did n't repair the `` Maru '' ."
    result = run("extract", "--lines", "-", stdin=line)
    assert json.loads(result.stdout)["text"] == line


def test_an_object_for_each_document_with_offsets_in_its_text(run: Run, articles: Path) -> None:
    result = run("extract", articles)
    documents = [json.loads(line) for line in result.stdout.splitlines()]
    assert len(documents) == 2
    for document in documents:
        assert set(document) == {"id", "text", "mentions", "chains", "statements", "skipped"}
        for statement in document["statements"]:
            subject = statement["subject"]
            words = document["text"][subject["start"] : subject["end"]].split()
            assert set(subject["text"].split()) <= set(words)


def test_standard_input_is_read_where_no_file_is_named(run: Run) -> None:
    assert run("extract", stdin=SENTENCE).stdout == run("extract", "-", stdin=SENTENCE).stdout != ""


def test_a_line_is_taken_as_it_is_and_an_article_is_cleaned(run: Run) -> None:
    page = f"Follow us on social\n{SENTENCE}\nkeep readingShow less\n"
    assert json.loads(run("extract", "-", stdin=page).stdout)["text"] == SENTENCE
    assert len(run("extract", "--lines", "-", stdin=page).stdout.splitlines()) == 3


def test_an_article_without_a_date_is_said_and_a_line_is_none(run: Run) -> None:
    assert run("extract", stdin=SENTENCE).stderr.startswith("1 of 1 article has no date")
    assert run("extract", "--published", "2023-02-16", stdin=SENTENCE).stderr == ""
    assert run("extract", stdin=f"Date: 2023-02-16\n\n{SENTENCE}").stderr == ""
    assert run("extract", "--lines", "-", stdin=SENTENCE).stderr == ""


def test_the_least_confidence_can_be_chosen(run: Run) -> None:
    arguments = ("extract", "--lines", "--format", "tsv", "-")
    everything = run(*arguments, "--min-confidence", "0", stdin=SENTENCE).stdout
    default = run(*arguments, stdin=SENTENCE).stdout
    assert set(default.splitlines()) <= set(everything.splitlines())
    assert all(float(row[4]) >= 0.5 for row in rows(default))


@pytest.mark.parametrize("form", ["json", "tsv"])
def test_the_same_input_gives_the_same_bytes(run: Run, articles: Path, form: str) -> None:
    arguments = ("extract", "--format", form, articles)
    assert run(*arguments).stdout_bytes == run(*arguments).stdout_bytes
