"""The program as a whole: its commands, and one line on standard error for whatever goes wrong."""

from __future__ import annotations

import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from kg import __version__
from kg.cli.build import articles, build, remove
from kg.cli.check import check
from kg.cli.diff import diff
from kg.cli.evaluate import evaluate
from kg.cli.examples import Command
from kg.cli.explain import explain
from kg.cli.extract import extract
from kg.cli.messages import say
from kg.cli.push import push
from kg.cli.query import export, query
from kg.cli.review import review
from kg.cli.search import search
from kg.cli.serve import serve
from kg.cli.view import view
from kg.errors import KgError

DONE, AT_FAULT, WRONG_CALL = 0, 1, 2
# How many to make before Python looks for cycles among them: many more than by itself, for values are made by the
# million here and hold none; a build takes a fortieth less time.
NEW_OBJECTS = 20_000
EXAMPLES = ("kg build articles/", "kg view --open", "kg query --name denied")
COMMANDS = (
    build,
    extract,
    query,
    search,
    export,
    push,
    view,
    explain,
    check,
    review,
    diff,
    articles,
    remove,
    serve,
    evaluate,
)


class Program(Command, click.Group):
    """A group of commands that says in one line what went wrong, and ends with 0, 1 or 2."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - asked for by click
        """List the commands in the order of use, not of the alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what it raises becomes one line, unless somebody debugs."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if _is_closed_pipe(error) or is_debugged(ctx):
                raise
            say(_in_one_line(error))
            ctx.exit(error.exit_status if isinstance(error, KgError) else AT_FAULT)

    def main(self, args: Sequence[str] | None = None, **extra: Any) -> NoReturn:  # type: ignore[override]
        """Run the program and leave with its exit status."""
        extra["standalone_mode"] = False
        try:
            status = super().main(args, **extra)
        except click.exceptions.NoArgsIsHelpError as error:
            error.show()
            sys.exit(WRONG_CALL)
        except click.ClickException as error:
            say(_wrong_call(error))
            sys.exit(WRONG_CALL)
        except click.Abort:
            say("stopped; what was finished is kept")
            sys.exit(AT_FAULT)
        except OSError as error:
            if not _is_closed_pipe(error):
                raise
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it flushes
            sys.exit(AT_FAULT)
        sys.exit(status if isinstance(status, int) else DONE)


def is_debugged(ctx: click.Context) -> bool:
    """Tell whether the program was called with --debug."""
    return bool(ctx.find_root().params.get("debug"))


def _in_one_line(error: Exception) -> str:
    if isinstance(error, KgError):
        return str(error)
    if isinstance(error, OSError):
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror or error}; {_what_to_do(error)}"
    name = type(error).__name__
    return f"{name}: {error}; this is a fault of kg: run it with kg --debug … and report what it prints"


def _what_to_do(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "make room and run the command again: nothing was lost"
    return "check the path and its permissions"


def _wrong_call(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    path = context.command_path if context else "kg"
    return f"{path}: {error.format_message().rstrip('.')}; {path} --help shows how"


def _is_closed_pipe(error: Exception) -> bool:
    """Tell whether the reader has gone, as in `kg query … | head -1`."""
    return isinstance(error, OSError) and error.errno == errno.EPIPE


@click.group(
    cls=Program, examples=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, "-V", "--version", prog_name="kg", message="%(prog)s %(version)s")
@click.option("--debug", is_flag=True, help="Show where an error comes from.")
def program(debug: bool) -> None:
    """Build a knowledge graph of the news: who claims what, how sure they are, and where it is written."""


for command in COMMANDS:
    program.add_command(command)


def main() -> NoReturn:
    """Run the command line."""
    gc.set_threshold(NEW_OBJECTS)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    program.main(prog_name="kg")
