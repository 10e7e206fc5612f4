"""`kg view`: the page to look at the graph."""

from __future__ import annotations

import webbrowser
from pathlib import Path

import click

from kg.cli.examples import Command
from kg.cli.options import graph_option
from kg.errors import UsageError

PAGE = "graph.html"  # what a build writes
PART = "part.html"


@click.command(
    cls=Command,
    examples=("kg view --open", 'kg view --about "Department of Defense" --depth 1 -o dod.html'),
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"The file to write.  [default: {PAGE} in the graph's folder; with --about {PART}]",
)
@click.option("--open", "opens", is_flag=True, help="Show it in the browser.")
@click.option("--about", metavar="TERM", help="Only what is around an entity: its name, alias or IRI.")
@click.option("--depth", type=click.IntRange(min=1), help="How many links away from it.  [default: 2]")
@graph_option
def view(out: Path | None, opens: bool, about: str | None, depth: int | None, graph: Path) -> None:
    """Write the page that shows the graph.

    It is one file that needs no network. The name of the file is printed.
    """
    from kg.graph.store import Graph
    from kg.show.page import write_page

    if depth is not None and about is None:
        raise UsageError("--depth needs --about", where="kg view", hint="name the entity in the middle")
    path = out or graph / (PART if about else PAGE)
    with Graph.open(graph) as opened:
        write_page(opened, path, about=about, depth=depth or 2)
    click.echo(path)
    if opens and not webbrowser.open(path.resolve().as_uri()):
        raise UsageError("no browser found", where="kg view --open", hint=f"open {path} yourself")
