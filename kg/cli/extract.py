"""`kg extract`: what articles say, without a graph."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from kg.cli.examples import Command
from kg.cli.messages import say, say_undated
from kg.cli.options import metadata_options, ontology_options

if TYPE_CHECKING:
    from kg.model import Document, Extraction


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
    It leaves out what has no object, and possessives, compounds, lists and nouns for deeds: json has all.
    """
    from kg.settings import load_settings
    from kg.text.lines import read_lines

    settings = load_settings({"model": model, "min_confidence": min_confidence})
    paths = files or (Path("-"),)
    numbered = tuple(read_lines(paths) if lines else enumerate(_read(paths, published, publisher), start=1))
    domain = Domain(ontologies, not no_defaults, settings.base_iri)
    for number, extraction in _extractions(numbered, domain, settings.model, lines=lines):
        for row in _rows(extraction, number, form, settings.min_confidence):
            click.echo(row)
    if not lines:
        say_undated(sum(document.published is None for _, document in numbered), len(numbered))


class Domain(NamedTuple):
    """Which ontologies say what there is."""

    folders: tuple[Path, ...]
    defaults: bool
    base_iri: str


def _extractions(
    numbered: Sequence[tuple[int, Document]], domain: Domain, model: str, *, lines: bool
) -> Iterator[tuple[int, Extraction]]:
    """Parse documents and yield what they say; only now is loaded what is heavy."""
    from kg.extract.extraction import extract as extract_from
    from kg.ontology import load_ontology
    from kg.text.parse import load_parser, parse, parse_lines

    lexicon = load_ontology(domain.folders, defaults=domain.defaults, base_iri=domain.base_iri).lexicon
    nlp = load_parser(model)
    documents = (document for _, document in numbered)
    docs = parse_lines(nlp, (d.text for d in documents)) if lines else (parse(nlp, d) for d in documents)
    for (number, document), doc in zip(numbered, docs, strict=True):
        yield number, extract_from(doc, document, lexicon)


def _rows(extraction: Extraction, number: int, form: str, min_confidence: float) -> Iterator[str]:
    from kg.extract.rows import json_object, tsv_rows

    if form == "tsv":
        yield from tsv_rows(extraction, number, min_confidence=min_confidence)
    else:
        yield json.dumps(json_object(extraction, min_confidence=min_confidence), ensure_ascii=False)


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
