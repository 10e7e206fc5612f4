"""What propositions of one verb say together: things moved, wordings of the ontologies, shared circumstances."""

from __future__ import annotations

import pytest

from kg.extract.gathering import gather_propositions
from kg.model import Document, Lexicon, Phrase, Proposition
from kg.text.parse import parse_line
from tests.parsing import parser

PHRASES = ("invite to bid", "ask for bid", "seek bid from", "invite bid from", "ask to submit bid")
LEXICON = Lexicon(phrases={text: (Phrase(text, "invitesBidsFrom"),) for text in PHRASES})


def gathered(text: str, lexicon: Lexicon = LEXICON) -> tuple[Proposition, ...]:
    return gather_propositions(parse_line(parser(), text), Document("1f", "a.txt", text), lexicon)[0]


def said(text: str, kind: str, lexicon: Lexicon = LEXICON) -> list[tuple[str, str, str]]:
    return [
        (p.subject.text, p.predicate.lemma, p.object.text if p.object else "")
        for p in gathered(text, lexicon)
        if p.kind == kind
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The navy sent ships to Singapore.", [("ships", "be sent to", "Singapore")]),
        ("The navy had to send ships to Singapore.", [("ships", "be sent to", "Singapore")]),
        (
            "The army flew tanks to Kiel for repairs.",
            [("tanks", "be flown to", "Kiel"), ("tanks", "be flown for", "repairs")],
        ),
        ("The navy painted ships in Singapore.", []),
        ("The navy sent ships.", []),
        ("Ann walked to school.", []),
    ],
)
def test_who_moves_a_thing_says_where_it_goes(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text, "moved") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ministry invited shipyards to bid.", [("The ministry", "invite to bid", "shipyards")]),
        ("The ministry invited shipyards to bid for the work.", [("The ministry", "invite to bid", "shipyards")]),
        ("The ministry asked shipyards to submit bids.", [("The ministry", "ask to submit bid", "shipyards")]),
        ("The ministry asked shipyards for bids.", [("The ministry", "ask for bid", "shipyards")]),
        ("Bids were sought from shipyards by the ministry.", [("the ministry", "seek bid from", "shipyards")]),
        ("The ministry told shipyards to leave.", []),
    ],
)
def test_a_phrase_of_the_ontologies_is_found_in_any_order(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text, "recombined") == expected


def test_nothing_is_recombined_that_no_phrase_asks_for() -> None:
    assert said("The ministry invited shipyards to bid.", "recombined", Lexicon()) == []


def test_a_list_is_read_as_a_list_alone() -> None:
    found = gathered("The crews repaired vehicles like the Garratt in Kiel.")
    listed = [p for p in found if p.object is not None and p.object.text == "the Garratt"]
    assert [p.kind for p in listed] == ["hyponym"]


def test_a_deed_has_the_circumstances_of_its_clause() -> None:
    found = gathered("The crews will do these repairs in Lviv.")
    done = next(p for p in found if p.predicate.lemma == "do")
    assert ("place", "in Lviv") in {(q.role.value, q.text) for q in done.qualifiers}


def test_nothing_is_said_twice() -> None:
    found = gathered("Ann Keller, the mayor, asked crews for bids on U.S.-made ships such as the Garratt.")
    keys = [(p.subject.span, p.predicate.lemma, p.predicate.anchor, p.object and p.object.span) for p in found]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Critics called the plan reckless.", [("the plan", "be described as", "reckless")]),
        ("The auditor described the scheme as too costly.", [("the scheme", "be described as", "too costly")]),
        ("Critics called the mayor a liar.", []),
        ("Critics did not call the plan reckless.", []),
        ("Critics painted the house red.", []),
    ],
)
def test_what_a_thing_is_called_is_said_of_the_thing(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert said(text, "called") == expected
