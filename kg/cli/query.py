"""`kg query` and `kg export`: ask the graph, and write it in other forms."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.examples import Command
from kg.cli.explain import fact_lines
from kg.cli.messages import say
from kg.cli.options import graph_option
from kg.errors import ReadError, UsageError

if TYPE_CHECKING:
    from kg.graph.store import Graph

# Written out, so that help need not load the graph; a test compares them with the graph's own.
RESULT_FORMATS = ("table", "csv", "tsv", "json", "xml", "turtle", "ntriples", "jsonld", "rdfxml")
EXPORT_FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "rdfxml", "rdf12", "graphml", "gexf", "csv")
LEVELS = ("plain", "facts", "all")


@click.command(
    cls=Command,
    context_settings={"ignore_unknown_options": True},  # those are the parameters of a named query
    examples=(
        'kg query "SELECT ?who ?what { ?who kg:maintains ?what }"',
        "kg query --query-file who.rq -f csv > who.csv",
        "kg query --list",
        'kg query --name claims-by --speaker "defense official"',
        "kg query --name denied --explain",
    ),
)
@click.argument("words", metavar="[SPARQL]", nargs=-1, type=click.UNPROCESSED)
@click.option(
    "-q", "--query-file", type=click.Path(path_type=Path), help='Read the query from a file ("-": standard input).'
)
@click.option("-n", "--name", help="A query that comes with the ontologies; its parameters are given as options.")
@click.option("-l", "--list", "lists", is_flag=True, help="List the queries that have a name, with their parameters.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(RESULT_FORMATS),
    default="table",
    show_default=True,
    help="How to write the answer.",
)
@click.option("--explain", "explains", is_flag=True, help="Show the facts behind each row, with their evidence.")
@graph_option
def query(
    words: tuple[str, ...],
    query_file: Path | None,
    name: str | None,
    lists: bool,
    form: str,
    explains: bool,
    graph: Path,
) -> None:
    """Ask the graph in SPARQL 1.1, or by the name of a query.

    The prefixes kg:, entity:, rdf:, rdfs:, skos:, owl:, prov:, nif:, schema: and xsd: need no declaration.
    """
    from kg.graph.store import Graph
    from kg.graph.unknown import unknown_terms

    if sum((bool(words and not name), query_file is not None, name is not None, lists)) != 1:
        raise UsageError("give one of: a query, --query-file, --name, --list", where="kg query")
    if explains and (lists or form != "table"):
        what = "--explain goes with neither --list nor --format"
        raise UsageError(what, where="kg query", hint="leave one of them out")
    with Graph.open(graph) as opened:
        if lists:
            _list_queries(opened)
            return
        sparql = _named(opened, name, words) if name else _read_query(words, query_file)
        unknown = () if name else unknown_terms(opened, sparql)
        if explains:
            _explain(opened, sparql)
    if not explains:
        _answer(graph, sparql, form, lambda part: click.echo(part, nl=False))
    for message in unknown:
        say(message)


def _answer(folder: Path, sparql: str, form: str, take: Callable[[bytes], object]) -> None:
    """Hand on the parts of the answer, from a process that is ended where it goes over a limit."""
    from kg.graph.blocking import Blocking
    from kg.graph.question import Limits, Question
    from kg.graph.results import ResultFormat
    from kg.settings import load_settings

    with Blocking(folder) as worker:
        worker.ask(Question(sparql, ResultFormat(form)), take, Limits.of(load_settings()))


def _explain(graph: Graph, sparql: str) -> None:
    """Print each row and, below it, the facts behind it."""
    from kg.graph.behind import explained, gives_rows

    if not gives_rows(sparql):
        raise UsageError("only the rows of a SELECT can be explained", where="kg query", hint="leave out --explain")
    parts: list[bytes] = []
    _answer(graph.folder or Path(), sparql, "json", parts.append)
    nothing_found = True
    for row in explained(graph, sparql, b"".join(parts)):
        click.echo(", ".join(f"{name}: {value}" for name, value in row.cells))
        for fact in row.facts:
            nothing_found = False
            for line in fact_lines(fact, depth=1):
                click.echo(line)
        click.echo()
    if nothing_found:
        say("no fact is behind any row; ask for subject, property and object, or for the fact itself")


@click.command(
    cls=Command,
    examples=(
        "kg export -o graph.trig",
        "kg export -f ntriples --level plain > plain.nt",
        "kg export -o graph.graphml",
    ),
)
@click.option(
    "-f", "--format", "form", type=click.Choice(EXPORT_FORMATS), help="Taken from the file's name unless given."
)
@click.option("-o", "--out", type=click.Path(path_type=Path), help="The file to write; standard output unless given.")
@click.option("--level", type=click.Choice(LEVELS), default="all", show_default=True, help="How much of the graph.")
@click.option("--no-quotes", is_flag=True, help="Leave out the words of the articles.")
@graph_option
def export(form: str | None, out: Path | None, level: str, no_quotes: bool, graph: Path) -> None:
    """Write the graph in another form.

    The level `plain` gives the direct triples with labels and types only, `facts` adds who says so and how sure they
    are. GraphML, GEXF and CSV hold the direct triples. The same graph gives the same bytes.
    """
    from kg.graph.export import Format, Level, write_export
    from kg.graph.export import export as export_parts
    from kg.graph.store import Graph

    chosen = Format(form) if form else None
    with Graph.open(graph) as opened:
        if out is not None and out != Path("-"):
            written = write_export(opened, out, form=chosen, level=Level(level), quotes=not no_quotes)
            say(f"written: {', '.join(map(str, written))}")
            return
        for part in export_parts(opened, chosen or Format.TURTLE, level=Level(level), quotes=not no_quotes):
            click.echo(part, nl=False)


def _read_query(words: Sequence[str], query_file: Path | None) -> str:
    if query_file is None:
        if len(words) > 1 or words[0].startswith("--"):
            odd = next((word for word in words if word.startswith("--")), words[-1])
            raise UsageError(f"cannot make sense of {odd!r}", where="kg query", hint="put the query in quotes")
        return sys.stdin.read() if words[0] == "-" else words[0]
    if query_file == Path("-"):
        return sys.stdin.read()
    try:
        return query_file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        what = error.strerror if isinstance(error, OSError) else "not UTF-8"
        raise ReadError(f"cannot be read ({what})", where=str(query_file), hint="name a file with a query") from error


def _named(graph: Graph, name: str, words: Sequence[str]) -> str:
    """Return the text of a named query with its parameters, given as `--speaker "defense official"`."""
    from kg.graph.query import find_named, with_parameters

    named = find_named(graph.queries, name)
    pairs = [part for word in words for part in (word.split("=", 1) if word.startswith("--") else [word])]
    keys, values = pairs[::2], pairs[1::2]
    if len(keys) != len(values) or not all(key.startswith("--") for key in keys):
        known = ", ".join(f"--{parameter}" for parameter in named.parameters) or "none"
        raise UsageError(
            "a parameter is given as --NAME VALUE", where=f"kg query --name {name}", hint=f"there are: {known}"
        )
    return with_parameters(named, {key[2:]: value for key, value in zip(keys, values, strict=True)}, graph.prefixes)


def _list_queries(graph: Graph) -> None:
    for named in graph.queries:
        parameters = " ".join(f"--{parameter}" for parameter in named.parameters)
        click.echo(f"{named.name}\t{parameters}\t{named.title}")
