"""`kg review`: what the graph is least sure of, with the lines that would decide on it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.examples import Command
from kg.cli.explain import marked
from kg.cli.messages import say
from kg.cli.options import domain_options, graph_option

if TYPE_CHECKING:
    from kg.graph.explain import FactView
    from kg.graph.review import DoubtfulMerge
    from kg.graph.store import Graph

DEFAULT_MOST = 20  # of each sort: as much as one reads at a sitting


@click.command(
    cls=Command,
    examples=("kg review", "kg review -n 50 -g outputs/samples", "kg review >> outputs/decisions.ttl"),
)
@graph_option
@click.option(
    "-n",
    "--most",
    type=click.IntRange(min=1),
    default=DEFAULT_MOST,
    show_default=True,
    help="How many merges, and how many facts.",
)
@domain_options
def review(graph: Path, most: int, ontologies: tuple[Path, ...], no_defaults: bool) -> None:
    """List merges and facts to decide on, the doubtful ones that matter.

    Each comes with its quote and, as a comment, the line that sets it right: uncomment it in decisions.ttl beside the
    graph, and build again. What is right is asked no more after owl:sameAs instead of owl:differentFrom, and
    kg:judgedWrong false. The ontologies are those that the graph was built with, unless others are named.
    """
    from kg.config import as_described
    from kg.graph.archive import load_extraction, read_manifest
    from kg.graph.decisions import DECISIONS, read_decisions
    from kg.graph.review import doubtful_facts, doubtful_merges, worth_deciding
    from kg.graph.store import Graph

    with Graph.open(graph) as opened:
        manifest = read_manifest(graph)
        extractions = [load_extraction(graph, entry.id)[0] for _, entry in sorted(manifest.articles.items())]
        config = as_described(manifest.settings)
        if ontologies or no_defaults:
            config = replace(config, ontologies=ontologies, defaults=not no_defaults)
        decisions = read_decisions(graph, opened.base_iri)
        merges = doubtful_merges(extractions, config.ontology().lexicon, opened.base_iri, decisions)
        for merge in worth_deciding(merges, opened)[:most]:
            click.echo("\n".join(merge_lines(merge, opened)))
        for fact in doubtful_facts(opened, decisions, most):
            click.echo("\n".join(fact_lines(fact, opened)))
    say(f"uncomment the lines that you agree with in {graph / DECISIONS}, and build again")


def merge_lines(merge: DoubtfulMerge, graph: Graph) -> Iterator[str]:
    """Yield a merge and the decision that undoes it, as comments of a Turtle file."""
    yield f"# {merge.confidence:.2f}  “{merge.quote}”"
    yield f"#       {merge.source}:{merge.place.start}-{merge.place.end}"
    yield f"#       taken for {merge.label}, {merge.reason}; if it is not:"
    yield f"# {graph.shortened(merge.alone)} owl:differentFrom {graph.shortened(merge.entity)} ."
    yield ""


def fact_lines(fact: FactView, graph: Graph) -> Iterator[str]:
    """Yield a fact with its evidence and the decision that it is wrong, as comments of a Turtle file."""
    yield f"# {max(float(evidence.confidence) for evidence in fact.evidence):.2f}  {' '.join(fact.label.split())}"
    for evidence in fact.evidence:
        yield f"#       “{marked(evidence)}” {evidence.article.source}:{evidence.span.start}-{evidence.span.end}"
    yield "#       if that is wrong:"
    yield f"# {graph.shortened(fact.iri)} kg:judgedWrong true ."
    yield ""
