"""A statement that holds half of what its clause says is not plain."""

from __future__ import annotations

import pytest

from kg.graph.halves import is_half
from kg.model import (
    Argument,
    Document,
    Extraction,
    Factuality,
    Predicate,
    Proposition,
    Qualifier,
    Role,
    Span,
    Statement,
)


def statement(
    text: str, lemma: str, value: str, beside: tuple[Role, str] | None = None, kind: str = "object"
) -> Statement:
    """Make what "SUBJECT VERB VALUE" says of its first word, with a qualifier beside it."""
    at = text.index(value)
    where = Span(at, at + len(value))
    head = Span(where.end - len(value.rpartition(" ")[2]), where.end)
    name = text.split()[0]
    subject, anchor = Span(0, len(name)), Span(len(name) + 1, len(name) + 2)
    proposition = Proposition(
        Argument(name, subject, subject),
        Predicate(lemma, lemma, anchor, anchor),
        Argument(value, where, head, mention=0) if value else None,
        kind,
        Span(0, len(text)),
        0,
        () if beside is None else (Qualifier(beside[0], beside[1], where, head),),
    )
    return Statement(proposition, factuality=Factuality())


def halved(text: str, *found: Statement) -> bool:
    return is_half(found[0], Extraction(Document("a", "a.txt", text), statements=found))


@pytest.mark.parametrize(
    ("text", "lemma", "value", "beside"),
    [
        ("Acme fell 17%", "fall", "", (Role.EXTENT, "17%")),
        ("Ann fell two points short of a cup", "fall", "two points short of a cup", None),
        ("Ann fell two points short of a cup", "fall", "", (Role.TIME, "two points short of a cup")),
        ("Acme showed remorse only after May", "show", "remorse", (Role.TIME, "only after May")),
        ("Acme buys Bolt only if it can", "buy", "Bolt", (Role.CONDITION, "only if it can")),
        ("Acme reached its lowest level since May", "reach", "its lowest level", (Role.TIME, "since May")),
        ("Acme is the biggest since May", "be", "the biggest", None),
        ("Ann accused Acme of fraud", "accuse", "Acme", (Role.OTHER, "of fraud")),
        ("Ann accused Acme of fraud", "accuse", "Acme", None),
        ("Ann told Acme that it rained", "tell", "Acme", None),
        ("Ann told Acme about it", "tell", "Acme", (Role.TOPIC, "about it")),
        ("Cables link Acme with Bolt", "link", "Acme", (Role.COMPANION, "with Bolt")),
        ("Ann blamed fires on arson", "blame", "fires", (Role.OTHER, "on arson")),
        ("Ann described Acme as dull", "describe", "Acme", None),
        ("Ann warned Acme against delay", "warn", "Acme", None),
    ],
)
def test_the_other_half_stands_beside_it(text: str, lemma: str, value: str, beside: tuple[Role, str] | None) -> None:
    assert halved(text, statement(text, lemma, value, beside))


@pytest.mark.parametrize(
    ("text", "lemma", "value", "beside"),
    [
        ("Acme fell 17%", "fall", "17%", None),
        ("Acme fell on Monday", "fall", "", (Role.TIME, "on Monday")),
        ("Acme showed remorse after May", "show", "remorse", (Role.TIME, "after May")),
        ("Acme reached its lowest level", "reach", "its lowest level", None),
        ("Acme served guests since May", "serve", "guests", (Role.TIME, "since May")),
        ("Ann accused Acme", "accuse", "Acme", None),
        ("Ann joined Acme with Bolt", "join", "Acme", (Role.COMPANION, "with Bolt")),
        ("Ann advised Acme on it", "advise", "Acme", (Role.TOPIC, "on it")),
        ("Ann described Acme as well", "describe", "Acme", None),
        ("Ann praised Acme for it", "praise", "Acme", (Role.CAUSE, "for it")),
    ],
)
def test_a_whole_is_no_half(text: str, lemma: str, value: str, beside: tuple[Role, str] | None) -> None:
    assert not halved(text, statement(text, lemma, value, beside))


def test_a_clause_that_somebody_is_told_stands_before_it_too() -> None:
    text = "Ann told Acme: it rains"
    hearer, clause = statement(text, "tell", "Acme"), statement(text, "tell acme", "it rains", kind="clause")
    assert halved(text, hearer, clause)
    assert not halved(text, hearer)


def test_with_whom_something_is_shared_stands_in_the_relation() -> None:
    text = "Norland shares borders with Sudland"
    bare, whole = statement(text, "share", "borders"), statement(text, "share border with", "Sudland")
    assert halved(text, bare, whole)
    assert not halved(text, whole, bare)


def test_that_something_is_there_says_nothing_without_where() -> None:
    text = "Bakeries exist"
    assert halved(text, statement(text, "exist", "", kind="existential"))
    assert not halved(text, statement(text, "exist", "", kind="intransitive"))
