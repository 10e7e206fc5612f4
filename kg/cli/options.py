"""What several commands share: options, the progress bar, and the graph that they read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])
Progress = Callable[[str, int, int], None]

graph_option = click.option(
    "-g",
    "--graph",
    type=click.Path(path_type=Path),
    default=Path("outputs"),
    show_default=True,
    help="The folder that holds the graph.",
)


def ontology_options(command: Command) -> Command:
    """Add the options that choose ontologies and parser."""
    return domain_options(click.option("--model", help="The spaCy pipeline that parses.")(command))


def domain_options(command: Command) -> Command:
    """Add the options that choose ontologies."""
    for option in (
        click.option("--no-defaults", is_flag=True, help="Leave out the ontologies that ship, but for their core."),
        click.option(
            "--ontologies",
            type=click.Path(path_type=Path),
            multiple=True,
            help="A folder of Turtle with more names, phrases and rules; may be given again.",
        ),
    ):
        command = option(command)
    return command


def metadata_options(command: Command) -> Command:
    """Add the options for what bare text files do not say of themselves."""
    for option in (
        click.option("--publisher", default="", help="The publisher of articles that name none."),
        click.option("--published", type=DATE, help="The date of articles that name none: YYYY-MM-DD."),
    ):
        command = option(command)
    return command


class DateType(click.ParamType[date]):
    """A calendar date, written YYYY-MM-DD."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date, or say how to write one."""
        if isinstance(value, date):
            return value
        try:
            return datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            self.fail(f"{value!r} is no date; write it as 2024-11-08", param, ctx)


DATE = DateType()


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Give a function that shows how far each stage is; on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done, _total: None
        return
    from tqdm import tqdm

    bars: dict[str, tqdm[None]] = {}

    def show(stage: str, done: int, total: int) -> None:
        bar = bars.setdefault(stage, tqdm(total=total, desc=stage, leave=False))
        bar.n = done
        bar.refresh()

    try:
        yield show
    finally:
        for bar in bars.values():
            bar.close()
