"""`kg explain`: an entity or a fact with every place that speaks of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.examples import Command
from kg.cli.messages import plural
from kg.cli.options import graph_option

if TYPE_CHECKING:
    from kg.graph.explain import EntityView, EvidenceView, FactView, TenureView

INDENT = "  "
MARKS = "«", "»"


@click.command(
    cls=Command,
    examples=(
        'kg explain "Department of Defense"',
        "kg explain entity:Poland -g outputs/samples",
        "kg explain Poland --mentions",
    ),
)
@click.argument("term")
@graph_option
@click.option("--mentions", is_flag=True, help="Each mention, what made it this entity, and how sure that is.")
def explain(term: str, graph: Path, mentions: bool) -> None:
    """Show an entity or a fact with its evidence.

    TERM is a name, an alias, or an IRI as `kg query` gives it. Each quote has the words of subject, relation and
    object marked, and says who speaks, how sure they are, where and when.
    """
    from kg.graph.explain import FactView
    from kg.graph.store import Graph

    with Graph.open(graph) as opened:
        view = opened.explain(term)
        base_iri = opened.base_iri
    if isinstance(view, FactView):
        lines = fact_lines(view)
    else:
        lines = _mentions(view.iri, graph, base_iri) if mentions else _entity(view)
    for line in lines:
        click.echo(line)


def _mentions(iri: str, graph: Path, base_iri: str) -> Iterator[str]:
    from kg.config import as_described
    from kg.graph.archive import load_extraction, read_manifest
    from kg.graph.decisions import read_decisions
    from kg.graph.mentioned import mentions_of, votes

    manifest = read_manifest(graph)
    extractions = [load_extraction(graph, entry.id)[0] for _, entry in sorted(manifest.articles.items())]
    lexicon = as_described(manifest.settings).ontology().lexicon
    views = mentions_of(iri, extractions, lexicon, base_iri, read_decisions(graph, base_iri))
    if found := votes(views):
        yield f"sorts: {', '.join(f'{kind} ({count})' for kind, count in found)}"
    for view in views:
        yield f"{view.confidence:.2f}  “{view.quote}”"
        yield f"{INDENT * 3}{view.source}:{view.place.start}-{view.place.end}, {', then '.join(view.reasons)}"


def _entity(view: EntityView) -> Iterator[str]:
    yield f"{view.label} ({view.kind})" if view.kind else view.label
    known = (
        ("iri", view.iri),
        ("also called", ", ".join(view.aliases)),
        ("same as", ", ".join(view.same_as)),
        ("a case of", view.broader),
        ("in office", "; ".join(map(_tenure, view.offices))),
        ("mentioned", f"{plural(view.mentions, 'time')} in {plural(view.articles, 'article')} (--mentions shows each)"),
        ("merged because", "; ".join(view.reasons)),
    )
    yield from (f"{INDENT}{name}: {value}" for name, value in known if value)
    for fact in view.facts:
        yield ""
        yield from fact_lines(fact)


def _tenure(view: TenureView) -> str:
    dates = f"from {view.start} until {view.end}" if view.end else f"since {view.start}" if view.start else ""
    return " ".join(filter(None, (f"{view.holder}, {view.office}", dates)))


def fact_lines(view: FactView, depth: int = 0) -> Iterator[str]:
    """Yield a fact with its evidence, or with what it follows from."""
    tags = (
        "denied" if view.polarity == "negative" else "",
        view.certainty,
        "" if view.is_plain else "claimed only",
        plural(view.support, "independent article") if view.support else "",
    )
    yield f"{INDENT * depth}{view.label} [{', '.join(filter(None, tags))}]"
    for evidence in view.evidence:
        yield from (f"{INDENT * (depth + 1)}{line}" for line in _evidence(evidence))
    if view.rule:
        yield f"{INDENT * (depth + 1)}by the rule {view.rule}, from:"
    for premise in view.premises:
        yield from fact_lines(premise, depth + 2)


def _evidence(view: EvidenceView) -> Iterator[str]:
    article = view.article
    place = (article.publisher, article.title, article.published, f"{article.source}:{view.span.start}-{view.span.end}")
    saying = f"{view.speaker} ({view.cue})" if view.speaker and view.cue else view.speaker
    tags = (saying, view.certainty, view.tense, view.time, *(f"{name}: {text}" for name, text in view.qualifiers))
    yield f"“{marked(view)}”"
    yield f"{INDENT}{', '.join(filter(None, place))}"
    yield f"{INDENT}{', '.join(filter(None, tags))}"


def marked(view: EvidenceView) -> str:
    """Return the quote on one line, with the words of subject, relation and object between marks."""
    spans = set(view.marks)
    ends, starts = Counter(span.end for span in spans), Counter(span.start for span in spans)
    places = range(len(view.quote) + 1)
    text = "".join(
        MARKS[1] * ends[place] + MARKS[0] * starts[place] + view.quote[place : place + 1] for place in places
    )
    return " ".join(text.split())
