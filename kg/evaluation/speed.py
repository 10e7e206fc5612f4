"""How long parse and all of extraction take together, as a multiple of the plain parse in the same run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import Any

from kg.evaluation import Score
from kg.evaluation.gum_tokens import read_articles
from kg.extract.extraction import extract
from kg.model import Document, Lexicon
from kg.text.parse import parse

LAYER = "time"
GOLD = "GUM news"
ROUNDS = 5  # the quickest counts: other programs only ever slow one down


def evaluate(folder: Path, parser: Any, lexicon: Lexicon) -> tuple[Score, ...]:
    """Time the articles of a folder, parsed alone and parsed and extracted from, turn by turn.

    Args:
        folder: the folder with `GUM_*.conllu`.
        parser: as `kg.text.parse.load_parser` gives it.
        lexicon: of the ontologies.

    Raises:
        ReadError: the gold is missing.
    """
    documents = [article.document for article in read_articles(folder)]
    ratio = time_ratio(documents, parser, lexicon)
    return (Score(LAYER, GOLD, "parse and extraction, in plain parses", ratio, len(documents)),)


def time_ratio(documents: Sequence[Document], parser: Any, lexicon: Lexicon) -> float:
    """Return the processor time of parse and extraction as a multiple of that of the parse alone."""

    def parsed() -> None:
        for document in documents:
            parse(parser, document)

    def extracted() -> None:
        for document in documents:
            extract(parse(parser, document), document, lexicon)

    parsed()  # what is loaded at first use counts for neither
    extracted()
    rounds = [(_seconds(parsed), _seconds(extracted)) for _ in range(ROUNDS)]
    return min(whole for _, whole in rounds) / min(alone for alone, _ in rounds)


def _seconds(work: Callable[[], None]) -> float:
    start = process_time()
    work()
    return process_time() - start
