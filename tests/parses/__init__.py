"""Stored parses: the grammar is tested on these, so that a test of it needs no model and shows what the parser gave.

`propositions.jsonl` holds one sentence a line, in the order of the sentences; `pytest tests/extract --regen` writes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.text.parse import parse_line

FILE = Path(__file__).with_name("propositions.jsonl")


@cache
def _stored() -> dict[str, dict[str, list[object]]]:
    rows = map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
    return {row.pop("text"): row for row in rows}


def stored_parse(sentence: str) -> Doc:
    """Give the stored parse of a sentence.

    Raises:
        KeyError: there is none; run the tests of extraction with --regen once.
    """
    row = _stored()[sentence]
    return Doc(Vocab(), **row)  # type: ignore[arg-type]


def to_row(doc: Doc) -> dict[str, object]:
    """Return a parse as the arguments that make it again."""
    return {
        "text": doc.text,
        "words": [token.text for token in doc],
        "spaces": [bool(token.whitespace_) for token in doc],
        "tags": [token.tag_ for token in doc],
        "pos": [token.pos_ for token in doc],
        "lemmas": [token.lemma_ for token in doc],
        "heads": [token.head.i for token in doc],
        "deps": [token.dep_ for token in doc],
        "sent_starts": [bool(token.is_sent_start) for token in doc],
        "ents": [f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O" for token in doc],
    }


def write_parses(nlp: Language, sentences: Iterable[str]) -> None:
    """Parse the sentences and store the parses."""
    rows = [json.dumps(to_row(parse_line(nlp, sentence)), ensure_ascii=False) for sentence in sorted(set(sentences))]
    FILE.write_text("\n".join(rows) + "\n", encoding="utf-8")
    _stored.cache_clear()
