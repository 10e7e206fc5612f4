"""`kg build`, `kg articles`, `kg remove`: what is in the graph."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.examples import Command
from kg.cli.messages import plural, say, say_undated
from kg.cli.options import graph_option, metadata_options, ontology_options, progress_bar

if TYPE_CHECKING:
    from kg.model import Skip
    from kg.pipeline import Report

MOST_SHOWN = 20  # of what was left out; the rest is in report.json


@click.command(
    cls=Command,
    examples=(
        "kg build articles/",
        "kg build articles/ -o outputs/news --published 2024-11-08 --jobs 2",
        "kg build deals/ -o outputs/deals --ontologies deals-ontology/ --no-defaults",
    ),
)
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help="The folder that holds the graph, made if missing.  [default: outputs]",
)
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="How many processes read and parse.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Statements less sure than this stay out.")
@click.option("--prune", is_flag=True, help="Drop articles whose file has vanished.")
@metadata_options
@ontology_options
def build(
    paths: tuple[Path, ...],
    out: Path | None,
    jobs: int | None,
    min_confidence: float | None,
    prune: bool,
    published: date | None,
    publisher: str,
    model: str | None,
    ontologies: tuple[Path, ...],
    no_defaults: bool,
) -> None:
    """Read articles into a graph.

    PATHS are files (.txt, .md, .html, .jsonl), folders, or standard input ("-"). Without any, the samples that
    come with kg are built into outputs/samples/. Building again reads only what is new or changed.
    """
    from kg.pipeline import Config
    from kg.pipeline import build as build_graph
    from kg.settings import load_settings

    settings = load_settings({"model": model, "jobs": jobs, "min_confidence": min_confidence})
    config = Config(settings, ontologies, defaults=not no_defaults)
    with progress_bar() as progress:
        report = build_graph(
            paths,
            out=out,
            config=config,
            published=published,
            publisher=publisher,
            prune=prune,
            progress=progress,
        )
    _tell_skipped(report.skipped)
    _tell_missing(report.missing)
    say_undated(report.undated, report.articles)
    if report.changed:
        say(f"{report.folder}: made anew, as this is set otherwise than before: {'; '.join(report.changed)}")
    click.echo(_summary(report))


@click.command(cls=Command, examples=("kg articles -g outputs/samples",))
@graph_option
def articles(graph: Path) -> None:
    """List the articles in a graph.

    The columns, separated by tabs: source, date, publisher, title.
    """
    from kg.graph.store import Graph

    with Graph.open(graph) as opened:
        for article in opened.articles():
            click.echo(f"{article.source}\t{article.published}\t{article.publisher}\t{article.title}")


@click.command(cls=Command, examples=("kg remove wire/0412.txt -g outputs/news",))
@click.argument("sources", nargs=-1, required=True)
@graph_option
def remove(sources: tuple[str, ...], graph: Path) -> None:
    """Take articles out of a graph.

    The graph then equals one that was built without them. SOURCES are what `kg articles` lists.
    """
    from kg.pipeline import remove as remove_articles

    report = remove_articles(sources, out=graph)
    click.echo(_summary(report))


def _summary(report: Report) -> str:
    counts = (
        f"{plural(report.articles, 'article')} ({report.new} new)",
        plural(report.entities, "entity"),
        plural(report.facts, "fact"),
        plural(report.triples, "plain triple"),
        f"{len(report.skipped)} left out",
    )
    return f"{report.folder}: {', '.join(counts)}"


def _tell_skipped(skipped: tuple[Skip, ...]) -> None:
    for skip in skipped[:MOST_SHOWN]:
        say(f"left out: {skip.where}: {skip.reason}")
    reasons = Counter(skip.reason for skip in skipped[MOST_SHOWN:])
    for reason, number in reasons.most_common():
        say(f"left out: {number} more: {reason}")


def _tell_missing(missing: tuple[str, ...]) -> None:
    if missing:
        say(f"no longer found, but still in the graph: {', '.join(missing[:MOST_SHOWN])}; --prune drops them")
