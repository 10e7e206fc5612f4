"""`kg push`: the graph to a SPARQL server."""

from __future__ import annotations

from pathlib import Path

import click

from kg.cli.examples import Command
from kg.cli.messages import plural
from kg.cli.options import graph_option

TOKEN = "KG_PUSH_TOKEN"  # noqa: S105 - the name of a variable


@click.command(
    cls=Command,
    examples=("kg push http://localhost:7878/store", "kg push http://localhost:3030/news/data --whole"),
)
@click.argument("url")
@click.option("--whole", is_flag=True, help="Send every graph, whatever the server was sent before.")
@click.option(
    "--token",
    envvar=TOKEN,
    default="",
    help=f"The bearer token of a server that wants one; better set as {TOKEN}, where no list of processes shows it.",
)
@graph_option
def push(url: str, whole: bool, token: str, graph: Path) -> None:
    """Send the graph to a SPARQL server, or what changed since.

    URL is the server's endpoint of the SPARQL 1.1 Graph Store Protocol. Each article is a named graph there, entities
    and facts are the default graph; each one sent replaces what the server has under its name. What was sent to which
    server is noted in the graph's folder, so that the next push sends only what differs.
    """
    from kg.graph.push import push as send
    from kg.graph.store import Graph

    with Graph.open(graph) as opened:
        done = send(opened, url, whole=whole, token=token.strip())  # a file's last line has an end
    click.echo(f"{url}: {plural(done.sent, 'graph')} sent, {done.deleted} deleted, {done.unchanged} unchanged")
