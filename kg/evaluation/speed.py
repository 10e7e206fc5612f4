"""How long parse and all of extraction take together, as a multiple of the plain parse in the same run."""

from __future__ import annotations

from collections.abc import Sequence
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
    """Return the processor time of parse and extraction as a multiple of that of the parse alone.

    Each document is taken several times, turn by turn, and its quickest time of either kind counts.
    """
    alone = whole = 0.0
    for document in documents:
        rounds = [_times(document, parser, lexicon) for _ in range(1 + ROUNDS)]
        alone += min(times[0] for times in rounds[1:])  # what is loaded at first use counts for neither
        whole += min(times[1] for times in rounds[1:])
    return whole / alone


def _times(document: Document, parser: Any, lexicon: Lexicon) -> tuple[float, float]:
    """Return the seconds of the parse alone, and those of another parse and the extraction from it."""
    start = process_time()
    parse(parser, document)
    between = process_time()
    extract(parse(parser, document), document, lexicon)
    return between - start, process_time() - between
