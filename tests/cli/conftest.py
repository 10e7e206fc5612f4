"""The program called as people call it, and a small graph to call it on."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.program import program

ARTICLES = {
    "courier.txt": (
        "Title: Yard repairs tugs for Chile\nPublisher: The Skerry Courier\nDate: 14 February 2023\n\n"
        "Norway's navy has sent two tugs to Chile. The Ministry of Defence denied that the yard had repaired the tugs. "
        '"The yard may repair a third tug in March," said Marit Solheim, a spokeswoman.'
    ),
    "ledger.txt": (
        "Title: Tugs leave for Chile\nPublisher: The Fjord Ledger\nDate: 15 February 2023\n\n"
        "Two tugs left Bergen for Chile on Tuesday, the harbour master said. Chile bought the tugs from Norway."
    ),
}

Run = Callable[..., Result]


@pytest.fixture
def run() -> Run:
    """Call the program; what it prints to the two streams is kept apart."""
    runner = CliRunner()

    def call(*args: str | Path, stdin: str | bytes | None = None) -> Result:
        return runner.invoke(program, [str(arg) for arg in args], input=stdin, prog_name="kg")

    return call


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two articles."""
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def graph(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the two articles. Read it; do not change it."""
    folder = tmp_path_factory.mktemp("graph")
    result = CliRunner().invoke(program, ["build", str(articles), "-o", str(folder)])
    assert result.exit_code == 0, result.output
    return folder
