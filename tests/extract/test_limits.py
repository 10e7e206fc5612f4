"""What keeps a statement from holding for all it names: "only", "or", "two of"; and what does not."""

from __future__ import annotations

import pytest

from kg.extract.extraction import extract
from kg.model import Certainty, Document, Lexicon, Polarity, Role, Statement
from kg.text.parse import parse
from tests.parsing import parser


def statement(text: str, verb: str, thing: str) -> Statement:
    """Return the first statement with the verb that has the thing at one of its ends."""
    document = Document("a", "a.txt", text)
    found = extract(parse(parser(), document), document, Lexicon()).statements
    ends = (
        (s, s.proposition.subject.text, s.proposition.object) for s in found if verb in s.proposition.predicate.text
    )
    return next(s for s, subject, object_ in ends if thing in (subject, object_.text if object_ else ""))


def limits(found: Statement) -> list[str]:
    return [q.text for q in found.proposition.qualifiers if q.role is Role.QUANTIFIER]


@pytest.mark.parametrize("thing", ["Chile", "Peru"])
def test_of_what_is_listed_with_or_each_is_possible(thing: str) -> None:
    found = statement("Norway will meet Chile or Peru.", "meet", thing)
    assert found.factuality.certainty is Certainty.POSSIBLE
    assert limits(found) == ["or"]


def test_an_amount_in_two_units_is_certain() -> None:
    found = statement("The firm lost 2 million euros or 90 jobs.", "lost", "90 jobs")
    assert (found.factuality.certainty, limits(found)) == (Certainty.CERTAIN, [])


def test_neither_of_two_that_are_denied_with_or_is_so() -> None:
    found = statement("No school or mill was closed.", "closed", "mill")
    assert (found.factuality.polarity, found.factuality.certainty) == (Polarity.NEGATIVE, Certainty.CERTAIN)


def test_only_does_not_go_into_a_clause_beside() -> None:
    text = "He named only a hearing, which ended in May."
    assert limits(statement(text, "named", "only a hearing")) == ["only"]
    assert limits(statement(text, "ended", "only a hearing")) == []


def test_only_inside_a_compound_limits_nothing() -> None:
    assert limits(statement("They took out interest-only loans.", "took out", "interest-only loans")) == []


def test_nobody_belongs_to_whose_predecessor_they_are() -> None:
    found = statement("Lund's predecessor, Ann Berg, left.", "has", "predecessor")
    assert not found.property.endswith("affiliatedWith")
