"""`kg check`: is the graph sound."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.examples import Command
from kg.cli.messages import plural, say
from kg.cli.options import graph_option

if TYPE_CHECKING:
    from kg.graph.validate import Violation

UNSOUND = 1


@click.command(cls=Command, examples=("kg check", "kg check -g outputs/samples"))
@graph_option
@click.pass_context
def check(ctx: click.Context, graph: Path) -> None:
    """Test whether the graph is sound.

    It must keep to its shapes, and every quote must stand in its article where the graph says. Each line printed is
    something that is not as it must be, with the article and the quote it comes from; then the exit
    status is 1.
    """
    from kg.graph.store import Graph

    with Graph.open(graph) as opened:
        violations = opened.check()
    for violation in violations:
        click.echo(described(violation))
    if violations:
        say(f"{graph}: {plural(len(violations), 'violation')}; kg build makes the graph again from the kept articles")
        ctx.exit(UNSOUND)
    click.echo(f"{graph}: sound")


def described(violation: Violation) -> str:
    """Return a violation as one line.

    >>> from kg.graph.validate import Violation
    >>> described(Violation("a date is not valid", "article:1f", "schema:datePublished", "2024-13-01", "a.txt"))
    'a.txt: a date is not valid: article:1f schema:datePublished 2024-13-01'
    """
    where = f"{violation.article}: " if violation.article else ""
    what = " ".join(filter(None, (violation.focus, violation.path, violation.value)))
    quote = f" “{violation.quote}”" if violation.quote else ""
    return " ".join(f"{where}{violation.message}: {what}{quote}".split())
