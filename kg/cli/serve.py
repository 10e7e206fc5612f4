"""`kg serve`: page, SPARQL endpoint and editor over HTTP."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kg.cli.examples import Command
from kg.cli.messages import say
from kg.cli.options import graph_option


@click.command(
    cls=Command,
    examples=(
        "kg serve -g outputs/samples",
        "kg serve --port 9000 --quiet",
        "kg serve --host 0.0.0.0 --token sesame --allow-host news.example",
    ),
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on; 0.0.0.0 is all.")
@click.option(
    "-p",
    "--port",
    type=click.IntRange(0, 65535),
    default=8080,
    show_default=True,
    help="The port to listen on; 0: any that is free.",
)
@click.option("--token", default="", envvar="KG_TOKEN", help="What everybody must give, as password or Bearer.")
@click.option("--allow-host", "names", multiple=True, help="A host name that leads here; may be given again.")
@click.option(
    "--allow-origin", "origins", multiple=True, help="A site whose scripts may read answers; may be given again."
)
@click.option("-q", "--quiet", is_flag=True, help="Write no access log.")
@graph_option
def serve(
    host: str, port: int, token: str, names: tuple[str, ...], origins: tuple[str, ...], quiet: bool, graph: Path
) -> None:
    """Serve the graph: page, SPARQL endpoint and editor, read-only.

    The address is printed once the service is ready; Ctrl-C stops it. The access log goes to standard error.
    """
    from kg.graph.question import Limits
    from kg.settings import load_settings
    from kg.show.server import Options
    from kg.show.server import serve as serve_graph
    from kg.show.server.options import ANSWER_MEGABYTES, ignore, is_loopback

    limits = replace(Limits.of(load_settings()), answer_megabytes=ANSWER_MEGABYTES)
    log = ignore if quiet else say
    options = Options(graph, host, port, token, names, origins, limits, log)
    if not is_loopback(host):
        say(f"others can reach {host}: what they ask, and the token, travels unencrypted")
    serve_graph(options, ready=click.echo)
