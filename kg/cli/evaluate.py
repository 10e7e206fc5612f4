"""`kg evaluate`: scores on gold data, in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kg.cli.examples import Command
from kg.cli.messages import say
from kg.cli.options import ontology_options

if TYPE_CHECKING:
    from kg.evaluation import Score

HEAD = ("layer", "gold", "measure", "value", "items")


@click.command(cls=Command, examples=("kg evaluate --gold bench/",))
@click.option(
    "--gold",
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder with the gold data: openie, gum_news, meantime, re3d.",
)
@ontology_options
def evaluate(gold: Path, model: str | None, ontologies: tuple[Path, ...], no_defaults: bool) -> None:
    """Score the pipeline on gold data."""
    from kg.errors import ReadError
    from kg.ontology import load_ontology
    from kg.settings import load_settings
    from kg.text.parse import load_parser

    settings = load_settings(model=model)
    lexicon = load_ontology(ontologies, defaults=not no_defaults, base_iri=settings.base_iri).lexicon
    scores = list(_scores(gold, load_parser(settings.model), lexicon))
    if not scores:
        raise ReadError("no gold data", where=str(gold), hint="name a folder with openie, gum_news or meantime in it")
    rows = [HEAD, *((s.layer, s.gold, s.measure, f"{_percent(s.value):.1f}", f"{s.items:,}") for s in scores)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        click.echo("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _scores(gold: Path, nlp: Any, lexicon: Any) -> Iterator[Score]:
    """Yield the scores of every yardstick whose data is there."""
    from kg.evaluation import attribution, coreference, dates, factuality, linking, names, openie

    yardsticks: tuple[tuple[str, Callable[[], Iterable[Score]]], ...] = (
        ("openie", lambda: openie.evaluate(gold, nlp, lexicon)),
        ("gum_news", lambda: names.evaluate(gold, nlp, lexicon)),
        ("gum_news", lambda: coreference.evaluate(gold, nlp, lexicon)),
        ("meantime", lambda: linking.evaluate(gold, nlp, lexicon)),
        ("gum_news", lambda: attribution.evaluate(gold / "gum_news", nlp)),
        ("meantime", lambda: factuality.evaluate(gold / "meantime", nlp)),
        ("gum_news", lambda: dates.evaluate(gold / "gum_news", nlp)),
        ("meantime", lambda: dates.evaluate(gold / "meantime", nlp)),
    )
    for folder in sorted({folder for folder, _ in yardsticks if not (gold / folder).is_dir()}):
        say(f"left out: {gold / folder} is not there")
    for folder, evaluate_it in yardsticks:
        if (gold / folder).is_dir():
            yield from evaluate_it()


def _percent(value: float) -> float:
    """Return a score in percent; some yardsticks give a share of one."""
    return 100 * value if value <= 1 else value
