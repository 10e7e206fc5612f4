"""`kg search`: find by words what the graph knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.examples import Command
from kg.cli.messages import say
from kg.cli.options import graph_option

if TYPE_CHECKING:
    from kg.graph.explain import Viewer
    from kg.graph.search import Hit

KINDS = ("entity", "fact", "quote", "article")  # as the index has them, which help need not load; a test compares


@click.command(
    cls=Command,
    examples=(
        "kg search air defence",
        "kg search '\"air defence\" repair' --kind quote",
        "kg search minist --kind entity --most 5 -g outputs/samples",
    ),
)
@click.argument("words", nargs=-1, required=True)
@click.option("-k", "--kind", type=click.Choice(KINDS), help="Only hits of this kind.")
@click.option(
    "--most", type=click.IntRange(min=1), default=20, show_default=True, help="How many hits to print at most."
)
@graph_option
def search(words: tuple[str, ...], kind: str | None, most: int, graph: Path) -> None:
    """Find names, facts, quotes and headlines, the best match first.

    All WORDS must match, in any of their forms; the last may be the beginning of a word. Words in double quotes must
    follow each other. Each line has kind, IRI, text with the match in brackets, and place in the articles, with
    tabs between; `kg explain` takes the IRI of an entity or a fact.
    """
    from kg.graph.explain import Viewer
    from kg.graph.store import Graph

    wanted = " ".join(words)
    with Graph.open(graph) as opened:
        hits = opened.search(wanted, kind=kind or "", most=most)
        viewer = Viewer(opened)
        for hit in hits:
            click.echo("\t".join((hit.kind, opened.shortened(hit.iri), hit.snippet, _place(hit, viewer))).rstrip("\t"))
        near = () if hits else opened.near(wanted)
    if not hits:
        hint = f"did you mean: {', '.join(near)}?" if near else "give fewer words, or the beginning of one"
        say(f"{graph}: nothing matches {wanted!r}; {hint}")


def _place(hit: Hit, viewer: Viewer) -> str:
    """Return where a quote or an article is; entities and facts have many places."""
    if hit.kind == "quote":
        evidence = viewer.evidence(hit.iri)
        return f"{evidence.article.source}:{evidence.span.start}-{evidence.span.end}"
    return viewer.article(hit.iri).source if hit.kind == "article" else ""
