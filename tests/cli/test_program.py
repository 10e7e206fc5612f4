"""The program as a whole: help, exit status, and one line for an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from kg.cli.build import build
from kg.cli.examples import Command
from kg.cli.program import COMMANDS, program
from kg.cli.query import EXPORT_FORMATS, LEVELS, RESULT_FORMATS
from kg.graph.export import Format
from kg.graph.layers import Level
from kg.graph.results import ResultFormat
from tests.cli.conftest import Run

HEAVY = ("spacy", "rdflib", "pyoxigraph", "trafilatura", "networkx", "numpy", "py3langid", "tqdm")


def kg(*args: str, stdin: str = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *args],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ | (env or {}),
        check=False,
        timeout=120,
    )


def is_one_line(text: str) -> bool:
    return text.count("\n") == 1 and text.endswith("\n") and "Traceback" not in text


# ------------------------------------------------------------------------------------------------ help


@pytest.mark.parametrize("command", [program, *COMMANDS], ids=lambda command: command.name)
def test_every_command_has_help_with_an_example(run: Run, command: click.Command) -> None:
    args = ("--help",) if command is program else (command.name or "", "--help")
    result = run(*args)
    assert result.exit_code == 0
    assert isinstance(command, Command)
    assert command.examples
    assert all(f"  {example}\n" in result.stdout for example in command.examples)
    assert all(example.startswith(("kg ", "echo ")) for example in command.examples)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_option_has_help(command: click.Command) -> None:
    options = [parameter for parameter in command.params if isinstance(parameter, click.Option)]
    assert not [option.name for option in options if not option.help]


def test_every_command_says_in_one_sentence_what_it_does() -> None:
    for command in COMMANDS:
        first = (command.help or "").split("\n")[0]
        assert first.endswith("."), command.name
        assert len(first) <= 70


def test_help_loads_nothing_heavy() -> None:
    code = f"import sys, kg.cli; print([name for name in {HEAVY!r} if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout == "[]\n"


def test_the_formats_are_those_of_the_graph() -> None:
    assert set(EXPORT_FORMATS) == set(Format)
    assert set(RESULT_FORMATS) == set(ResultFormat)
    assert set(LEVELS) == set(Level)


def test_the_version_is_printed(run: Run) -> None:
    from kg import __version__

    assert run("--version").stdout == f"kg {__version__}\n"


# ------------------------------------------------------------------------------------------------ wrong calls


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["biuld"], "kg: No such command 'biuld'. Did you mean 'build'?; kg --help shows how"),
        (["build", "--job", "2"], "kg build: No such option '--job'"),
        (["build", "--jobs", "none"], "kg build: Invalid value for '-j' / '--jobs'"),
        (["build", "--published", "yesterday"], "'yesterday' is no date; write it as 2024-11-08"),
        (["extract", "--format", "xls"], "kg extract: Invalid value for '-f' / '--format': 'xls' is not one of"),
        (["extract", "--min-confidence", "7"], "7.0 is not in the range 0<=x<=1"),
        (["export", "-f", "docx"], "kg export: Invalid value for '-f' / '--format'"),
        (["remove"], "kg remove: Missing argument 'SOURCES...'"),
        (["explain"], "kg explain: Missing argument 'TERM'"),
        (["query"], "kg query: give one of: a query, --query-file, --name, --list"),
        (["query", "ASK {}", "--list"], "kg query: give one of: a query, --query-file, --name, --list"),
        (["evaluate", "--gold", "nowhere"], "'nowhere' does not exist"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_call_gives_one_line_and_status_2(run: Run, args: list[str], message: str) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert message in result.stderr
    assert is_one_line(result.stderr)


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    result = run()
    assert result.exit_code == 2
    assert "Commands:" in result.stderr


def test_an_unknown_setting_is_a_wrong_call(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "kg.toml").write_text("job = 2\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = run("extract", "-", stdin="The crews left.")
    assert result.exit_code == 2
    assert result.stderr.startswith("unknown setting 'job'; one of: base_iri, model, jobs")


# ------------------------------------------------------------------------------------------------ faults


def test_a_fault_of_the_program_is_one_line_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError("one\nand two")

    monkeypatch.setattr(build, "callback", fail)
    monkeypatch.setattr(build, "params", [])
    result = run("build")
    assert result.exit_code == 1
    assert result.stderr.startswith("ZeroDivisionError: one and two; this is a fault of kg")
    assert is_one_line(result.stderr)
    assert isinstance(run("--debug", "build").exception, ZeroDivisionError)


def test_a_process_of_its_own_says_it_in_one_line() -> None:
    result = kg("extract", "nowhere.txt")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr == "nowhere.txt: no such file or folder; check the spelling\n"


def test_with_debug_the_trace_is_shown() -> None:
    result = kg("--debug", "extract", "nowhere.txt")
    assert result.returncode == 1
    assert "Traceback" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a closed pipe is no error there")
def test_a_reader_that_leaves_early_is_no_error() -> None:
    lines = "The navy of Chile bought a tug .\n" * 400
    command = f"{sys.executable} -m kg extract --lines --format json - | head -c 10"
    result = subprocess.run(command, shell=True, input=lines, capture_output=True, text=True, check=False, timeout=120)
    assert result.stderr == ""


def test_output_is_utf8_whatever_the_locale() -> None:
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    result = kg("extract", "--lines", "--format", "tsv", "-", stdin="Łódź sold a café to Zoë.\n", env=env)
    assert result.returncode == 0, result.stderr
    assert "Łódź\tsold\ta café" in result.stdout
