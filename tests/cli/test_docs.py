"""The README names every command and every setting, and what it tells people to type is a call that kg takes."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from kg.cli.program import COMMANDS, program
from kg.settings import TABLE

README = Path(__file__).resolve().parents[2] / "README.md"
HEAD = "| setting | default | what it is |\n|---|---|---|\n"
SETTINGS = re.compile(rf"(?<={re.escape(HEAD)})(?:<!-- settings -->\n|\|[^\n]*\n)*")
CALL = re.compile(r"^kg (.*)$", re.MULTILINE)


def readme() -> str:
    return README.read_text(encoding="utf-8")


def calls() -> list[str]:
    blocks = re.findall(r"```bash\n(.*?)```", readme(), re.DOTALL)
    return [re.sub(r"\s+#\s.*", "", line) for block in blocks for line in CALL.findall(block)]


def settings_rows() -> str:
    return "".join(f"| `{setting.name}` | `{setting.default}` | {setting.help} |\n" for setting in TABLE)


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_named(command: str) -> None:
    assert re.search(rf"^\| `kg {command}\b", readme(), re.MULTILINE)


def test_no_other_command_is_named() -> None:
    named = set(re.findall(r"^\| `kg ([a-z]+)", readme(), re.MULTILINE))
    assert named == {command.name for command in COMMANDS}


def test_every_setting_is_named_with_default_and_help(regen: bool) -> None:
    if regen:
        README.write_text(SETTINGS.sub(lambda _: settings_rows(), readme()), encoding="utf-8")
    assert HEAD + settings_rows() in readme()


@pytest.mark.parametrize("call", calls())
def test_every_call_is_one_that_kg_takes(call: str) -> None:
    name, *args = shlex.split(call.split(" | ")[0].split(" > ")[0])
    command = program.commands[name]
    known = {option for parameter in command.params for option in parameter.opts}
    given = {arg.split("=")[0] for arg in args if arg.startswith("-") and arg != "-"}
    is_named_query = name == "query" and "--name" in args  # its parameters are options, too
    assert given <= known or is_named_query
    with click.Context(command, info_name=f"kg {name}") as ctx:
        command.make_parser(ctx).parse_args(args)
