"""Sentences that parsers trip over: clauses on the wrong noun, verbs left out, clefts, where speech ends.

After a change, `pytest tests/extract/test_mended.py --regen` rewrites the files; review the diff.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.extraction import extract
from kg.model import Document, Lexicon, Role, Statement
from kg.text.parse import parse
from tests.golden_lines import Case, golden_tests
from tests.parsing import parser


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


test_golden, test_regen = golden_tests("mended", outcome)
