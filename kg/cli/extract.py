"""`kg extract`: what articles say, without a graph."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.examples import Command
from kg.cli.messages import say
from kg.cli.options import metadata_options, ontology_options

if TYPE_CHECKING:
    from kg.model import Document


@click.command(
    cls=Command,
    examples=(
        "kg extract article.txt",
        "kg extract --format tsv articles/ > statements.tsv",
        'echo "The crews repaired two launchers." | kg extract --lines --format tsv -',
    ),
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--lines", is_flag=True, help="Each line is a document of its own, taken as it is.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["json", "tsv"]),
    default="json",
    show_default=True,
    help="One object a document, or one row a statement.",
)
@click.option("--min-confidence", type=click.FloatRange(0, 1), help="Leave out statements less sure than this.")
@metadata_options
@ontology_options
def extract(
    files: tuple[Path, ...],
    lines: bool,
    form: str,
    min_confidence: float | None,
    published: date | None,
    publisher: str,
    model: str | None,
    ontologies: tuple[Path, ...],
    no_defaults: bool,
) -> None:
    """Print what articles say, without a graph.

    FILES are files, folders, or standard input ("-"), which is also read where there are none.
    The columns of tsv: line, subject, relation, object, confidence, kind, polarity, certainty, source.
    """
    from kg.extract.extraction import extract as extract_from
    from kg.extract.rows import json_object, tsv_rows
    from kg.ontology import load_ontology
    from kg.settings import load_settings
    from kg.text.lines import read_lines
    from kg.text.parse import load_parser, parse, parse_lines

    settings = load_settings(model=model, min_confidence=min_confidence)
    lexicon = load_ontology(ontologies, defaults=not no_defaults, base_iri=settings.base_iri).lexicon
    nlp = load_parser(settings.model)
    paths = files or (Path("-"),)
    if lines:
        numbered = tuple(read_lines(paths))
        docs = parse_lines(nlp, (document.text for _, document in numbered))
    else:
        numbered = tuple(enumerate(_read(paths, published, publisher), start=1))
        docs = (parse(nlp, document) for _, document in numbered)
    for (number, document), doc in zip(numbered, docs, strict=True):
        extraction = extract_from(doc, document, lexicon)
        if form == "json":
            found = json_object(extraction, min_confidence=settings.min_confidence)
            click.echo(json.dumps(found, ensure_ascii=False))
        else:
            for row in tsv_rows(extraction, number, min_confidence=settings.min_confidence):
                click.echo(row)


def _read(paths: tuple[Path, ...], published: date | None, publisher: str) -> Iterator[Document]:
    """Read and clean articles; what is left out is said, and is an error if nothing else is there."""
    from kg.errors import ReadError
    from kg.model import Skip
    from kg.text.clean import clean
    from kg.text.read import read_articles

    count = 0
    hint = "name files or folders with .txt, .md, .html or .jsonl articles"
    for article in read_articles(paths, published=published, publisher=publisher):
        document = article if isinstance(article, Skip) else clean(article)
        if isinstance(document, Skip):
            hint = f"{document.where}: {document.reason}"
            say(f"left out: {hint}")
        else:
            count += 1
            yield document
    if count == 0:
        raise ReadError("no article to extract from", where=str(paths[0]), hint=hint)
