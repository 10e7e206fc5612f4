"""Amounts stay with what they are of: numbers, "at least", and a sum told again in brackets."""

from __future__ import annotations

from functools import cache

import pytest

from kg.extract.extraction import extract
from kg.model import Document, Extraction, Lexicon
from kg.ontology import load_ontology
from kg.text.parse import parse
from tests.parsing import parser


@cache
def ontology() -> Lexicon:
    return load_ontology().lexicon


def read(sentence: str) -> Extraction:
    document = Document("a", "a.txt", sentence)
    return extract(parse(parser(), document), document, ontology())


def rows(sentence: str) -> set[str]:
    """Return subject, predicate and object of each statement, in the words of the sentence."""
    said = (statement.proposition for statement in read(sentence).statements)
    return {
        " | ".join(filter(None, (p.subject.text, p.predicate.text, p.object.text if p.object else ""))) for p in said
    }


ROWS = (
    (
        "The council approved a 5 million baht ($138,000) budget.",
        "The council | approved | {}",
        "5 million baht ($138,000) budget",
    ),
    ("The bank paid a 2 billion yen ($14 million) fine.", "The bank | paid | {}", "2 billion yen ($14 million) fine"),
    ("At least 12 soldiers and nearly 40 civilians died.", "{} | died", "At least 12 soldiers"),
    ("At least 12 soldiers and nearly 40 civilians died.", "{} | died", "nearly 40 civilians"),
    ("The singer had repaid €9m to the tax office.", "The singer | had repaid | {}", "€9m"),
    ("The firm sold more than 20m records.", "The firm | sold | {}", "more than 20m records"),
    ("The miner signed an A$4bn contract.", "The miner | signed | {}", "an A$4bn contract"),
)


@pytest.mark.parametrize(("sentence", "row", "amount"), ROWS, ids=[amount for *_, amount in ROWS])
def test_row_keeps_amount(sentence: str, row: str, amount: str) -> None:
    found = rows(sentence)
    assert row.format(amount) in found or row.format(f"a {amount}") in found


@pytest.mark.parametrize("amount", ["a 3.78 trillion baht ($109 billion)", "a 5 million baht ($138,000)", "a €9m"])
def test_an_amount_is_no_part_of_what_a_thing_is(amount: str) -> None:
    normals = {mention.normal for mention in read(f"The council approved {amount} budget.").mentions}
    assert "budget" in normals
    assert not any("baht" in normal or "9m" in normal for normal in normals)


def test_a_currency_is_no_country() -> None:
    assert not any(mention.text == "US" for mention in read("The agency spent US$3m on boats.").mentions)
