"""What noun phrases say, one golden file per phenomenon."""

from __future__ import annotations

import pytest

from kg.extract.nominals import find_nominal_propositions
from kg.text.parse import parse_line
from tests.extract.golden_files import Case, parameters, rewrite
from tests.parsing import parser

FILES = ("nominal_names.txt", "nominal_deeds.txt", "nominal_compounds.txt", "nominal_lists.txt")


def found(sentence: str) -> tuple[str, ...]:
    propositions = find_nominal_propositions(parse_line(parser(), sentence))
    return tuple(
        f"{p.kind}: {p.subject.text} | {p.predicate.text} | {p.object.text if p.object else '-'}" for p in propositions
    )


def test_regen(regen: bool) -> None:
    if regen:
        for name in FILES:
            rewrite(name, found)


@pytest.mark.parametrize("case", [case for name in FILES for case in parameters(name)])
def test_sentences(case: Case) -> None:
    assert found(case.sentence) == case.expected


def test_lemmas_are_verbs() -> None:
    doc = parse_line(parser(), "Crews helped Basra with repairs of the bridge after Iraq's invasion of Kuwait.")
    assert {p.predicate.lemma for p in find_nominal_propositions(doc)} == {"repair", "invade"}


def test_a_carried_deed_is_decided_by_its_verb() -> None:
    doc = parse_line(parser(), "Crews refused to help Basra with repairs of the bridge.")
    (repair,) = find_nominal_propositions(doc)
    assert repair.predicate.anchor.of(doc.text) == "help"
    assert repair.predicate.span.of(doc.text) == "repairs of"


def test_offsets_reproduce_words() -> None:
    text = "Lloyd Marsh, the defence secretary, got U.S.-made jets."
    for p in find_nominal_propositions(parse_line(parser(), text)):
        ends = [p.subject, *([p.object] if p.object else [])]
        assert all(end.span.of(text) == end.text and end.head.of(text) in end.text for end in ends)
