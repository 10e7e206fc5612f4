"""`kg evaluate`: scores on gold data, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import click

from kg.cli.examples import Command
from kg.cli.explain import fact_lines
from kg.cli.messages import say
from kg.cli.options import ontology_options
from kg.errors import ReadError, UsageError

if TYPE_CHECKING:
    from kg.evaluation import Score
    from kg.settings import Settings

EXISTING = click.Path(path_type=Path, exists=True, file_okay=False)
GOLD = {"openie", "gum_news", "meantime", "re3d"}
HEAD = ("layer", "gold", "measure", "value", "items")


@click.command(cls=Command, examples=("kg evaluate --gold bench/", "kg evaluate --sample 100 articles/ > to-judge.txt"))
@click.argument("folder", required=False, type=click.Path(path_type=Path))
@click.option("--gold", type=EXISTING, help="The folder with the gold data: openie, gum_news, meantime, re3d.")
@click.option(
    "--sample", type=click.IntRange(min=1), help="Print so many direct triples from FOLDER with their quotes."
)
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed draws another sample.")
@ontology_options
def evaluate(
    folder: Path | None,
    gold: Path | None,
    sample: int | None,
    seed: int,
    model: str | None,
    ontologies: tuple[Path, ...],
    no_defaults: bool,
) -> None:
    """Score the pipeline on gold data, or draw a sample to judge.

    FOLDER holds articles, or a graph that was built of them.
    """
    from kg.settings import load_settings

    if (gold is None) == (sample is None) or (sample is None) != (folder is None):
        raise UsageError("give --gold DIR, or --sample N with a folder", where="kg evaluate")
    settings = load_settings({"model": model})
    lines = (
        _score_table(gold, settings, ontologies, not no_defaults)
        if gold is not None
        else _sample(folder or Path(), sample or 0, seed, settings, ontologies, not no_defaults)
    )
    for line in lines:
        click.echo(line)


def _sample(
    folder: Path, number: int, seed: int, settings: Settings, ontologies: tuple[Path, ...], defaults: bool
) -> Iterator[str]:
    """Yield the drawn triples with a place for the verdict; articles are built into a folder that goes afterwards."""
    from kg.evaluation.sampling import draw
    from kg.graph.store import Graph
    from kg.pipeline import Config, build

    with TemporaryDirectory() as temporary:
        is_graph = (folder / "manifest.json").is_file()
        if not is_graph:
            build([folder], out=Path(temporary), config=Config(settings, ontologies, defaults))
        with Graph.open(folder if is_graph else temporary) as graph:
            for count, fact in enumerate(draw(graph, number, seed), start=1):
                yield f"{count}. right? [ ]"
                yield from (f"   {line}" for line in fact_lines(fact))
                yield ""


def _score_table(gold: Path, settings: Settings, ontologies: tuple[Path, ...], defaults: bool) -> Iterator[str]:
    from kg.ontology import load_ontology
    from kg.text.parse import load_parser

    lexicon = load_ontology(ontologies, defaults=defaults, base_iri=settings.base_iri).lexicon
    scores = list(_scores(gold, load_parser(settings.model), lexicon))
    if not scores:
        raise ReadError(
            "no gold data", where=str(gold), hint=f"name a folder with one of these in it: {', '.join(sorted(GOLD))}"
        )
    rows = [HEAD, *((s.layer, s.gold, s.measure, _figure(s), f"{s.items:,}") for s in scores)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _scores(gold: Path, nlp: Any, lexicon: Any) -> Iterator[Score]:
    """Yield the scores of every yardstick whose data is there."""
    from kg.evaluation import (
        attachment,
        attribution,
        coreference,
        dates,
        factuality,
        linking,
        names,
        openie,
        resolution,
        speed,
    )

    yardsticks: tuple[tuple[set[str], Callable[[], Iterable[Score]]], ...] = (
        ({"gum_news"}, lambda: speed.evaluate(gold / "gum_news", nlp, lexicon)),
        ({"openie"}, lambda: openie.evaluate(gold, nlp, lexicon)),
        ({"gum_news"}, lambda: attachment.evaluate(gold / "gum_news", nlp)),
        ({"gum_news", "re3d"}, lambda: names.evaluate(gold, nlp, lexicon)),
        ({"gum_news"}, lambda: coreference.evaluate(gold, nlp, lexicon)),
        ({"gum_news", "meantime"}, lambda: linking.evaluate(gold, nlp, lexicon)),
        ({"meantime"}, lambda: resolution.evaluate(gold, nlp, lexicon)),
        ({"gum_news"}, lambda: attribution.evaluate(gold / "gum_news", nlp)),
        ({"meantime"}, lambda: factuality.evaluate(gold / "meantime", nlp)),
        ({"gum_news"}, lambda: dates.evaluate(gold / "gum_news", nlp)),
        ({"meantime"}, lambda: dates.evaluate(gold / "meantime", nlp)),
    )
    there = {folder for folder in GOLD if (gold / folder).is_dir()}
    for folder in sorted(GOLD - there):
        say(f"left out: {gold / folder} is not there")
    for folders, evaluate_it in yardsticks:
        if folders & there:
            yield from evaluate_it()


def _figure(score: Score) -> str:
    """Return a score in percent (some yardsticks give a share of one); a time is a multiple."""
    if score.layer == "time":
        return f"{score.value:.2f} x"
    return f"{100 * score.value if score.value <= 1 else score.value:.1f}"
