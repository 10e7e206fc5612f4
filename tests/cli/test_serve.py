"""`kg serve` as people start it, and what the README says of it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
import httpx
import pytest

from kg.cli.program import program
from tests.cli.conftest import Run
from tests.cli.test_docs import readme

HEAD = "| option | default | what it is |\n|---|---|---|\n"


@contextmanager
def serving(graph: Path, *args: str, **environment: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """Start the program and give the address that it prints."""
    command = [sys.executable, "-m", "kg", "serve", "-g", str(graph), "--port", "0", *args]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=os.environ | environment) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip(), process
        finally:
            process.terminate()


def options() -> list[click.Option]:
    options = [option for option in program.commands["serve"].params if isinstance(option, click.Option)]
    return [option for option in options if option.name != "help"]


def test_the_readme_names_every_option_with_default_and_help() -> None:
    rows = ""
    for option in options():
        name = max(option.opts, key=len)
        default = f"`{option.default}` " if option.default and option.show_default else ""
        rows += f"| `{name}` | {default}| {option.help} |\n"
    assert HEAD + rows in readme()


@pytest.mark.slow
def test_the_call_in_the_readme_is_answered(graph: Path) -> None:
    (line,) = [line for line in readme().splitlines() if line.startswith("curl ")]
    query = line.partition("query=")[2].partition('"')[0]
    with serving(graph) as (address, process):
        answer = httpx.post(f"{address}sparql", data={"query": query}, headers={"Accept": "text/csv"}, timeout=30)
        assert answer.text.startswith("who,what\r\n")
        process.terminate()
        assert process.stderr is not None
        assert "127.0.0.1 POST /sparql 200 " in process.stderr.read()
    assert process.returncode == 0


@pytest.mark.slow
def test_who_serves_everybody_is_warned_and_must_give_a_token(run: Run, graph: Path) -> None:
    refused = run("serve", "-g", graph, "--host", "0.0.0.0")
    assert refused.exit_code == 2
    assert "add --token WORD" in refused.stderr
    with serving(graph, "--host", "0.0.0.0", "--quiet", KG_TOKEN="sesame") as (address, process):
        here = address.replace("0.0.0.0", "127.0.0.1")
        assert httpx.get(f"{here}editor").status_code == 401
        assert httpx.get(f"{here}editor", auth=("anybody", "sesame")).status_code == 200
        process.terminate()
        assert process.stderr is not None
        assert process.stderr.read() == (
            "others can reach 0.0.0.0: what they ask, and the token, travels unencrypted\n"
        )
