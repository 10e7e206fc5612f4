"""Polarity, certainty and tense, by phenomenon."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.factuality import assess, author_view
from kg.extract.quantifiers import quantifier
from kg.extract.trees import read_tree
from kg.model import Certainty, Document, Factuality, Polarity
from kg.text.parse import parse
from tests.golden_lines import Case, golden_tests
from tests.parsing import parser

ANCHOR = re.compile(r"\[(\w+)\]")


def outcome(case: Case) -> tuple[str, ...]:
    text = ANCHOR.sub(r"\1", case.given)
    doc = parse(parser(), Document("a", "a.txt", text))
    starts = [match.start() - 2 * number for number, match in enumerate(ANCHOR.finditer(case.given))]
    anchors = [token for token in doc if token.idx in starts]
    found = [(token.text, assess(doc, token.i)) for token in anchors]
    return tuple(f"{word}: {f.polarity.value} {f.certainty.value} {f.tense.value}" for word, f in found)


test_golden, test_regen = golden_tests("factuality", outcome)


# ------------------------------------------------------------------------------------------------ properties

SUBJECTS = st.sampled_from(["The firm", "The minister", "The engineer", "She"])
PLAIN = st.sampled_from(
    [
        ("will", "sell the plant"),
        ("has", "sold the plant"),
        ("had", "left the town"),
        ("may", "close the road"),
        ("must", "pay the fine"),
        ("might", "reach the coast"),
        ("is", "building a bridge"),
        ("was", "arrested on Monday"),
        ("will", "probably visit the port"),
    ]
)
FRAMES = st.sampled_from(["{}.", "Officials said that {}.", "The court denied that {}.", "In the north, {}."])


def of_verb(text: str, verb: str) -> Factuality:
    doc = parse(parser(), Document("a", "a.txt", text))
    return assess(doc, next(token.i for token in doc if token.text == verb))


@given(subject=SUBJECTS, plain=PLAIN, frame=FRAMES)
@settings(max_examples=60)
def test_not_changes_polarity_and_nothing_else(subject: str, plain: tuple[str, str], frame: str) -> None:
    auxiliary, rest = plain
    verb = next(word for word in rest.split() if word != "probably")
    affirmed = of_verb(frame.format(f"{subject} {auxiliary} {rest}"), verb)
    denied = of_verb(frame.format(f"{subject} {auxiliary} not {rest}"), verb)
    assert {affirmed.polarity, denied.polarity} == {Polarity.POSITIVE, Polarity.NEGATIVE}
    assert (affirmed.certainty, affirmed.tense) == (denied.certainty, denied.tense)


@pytest.mark.parametrize("modal", ["can", "could"])
def test_who_cannot_certainly_does_not(modal: str) -> None:
    assert of_verb(f"The firm {modal} reach the coast.", "reach").certainty is Certainty.POSSIBLE
    assert of_verb(f"The firm {modal} not reach the coast.", "reach").certainty is Certainty.CERTAIN


# ------------------------------------------------------------------------------------------------ whose view


@pytest.mark.parametrize(
    ("text", "verb", "certainty"),
    [
        ("Officials said the firm sold the plant.", "sold", Certainty.UNKNOWN),
        ("Officials confirmed that the firm sold the plant.", "sold", Certainty.CERTAIN),
        ("Officials did not confirm that the firm sold the plant.", "sold", Certainty.UNKNOWN),
        ("“We know that the firm sold the plant. It is sad,” she said.", "sold", Certainty.UNKNOWN),
        ("She confirmed that the firm “sold the plant”.", "sold", Certainty.CERTAIN),
        ("The mayor revealed that officials said the firm sold the plant.", "sold", Certainty.UNKNOWN),
    ],
)
def test_author_view(text: str, verb: str, certainty: Certainty) -> None:
    doc = parse(parser(), Document("a", "a.txt", text))
    anchor = next(token.i for token in doc if token.text == verb)
    view = author_view(doc, anchor, attributed=True)
    assert view is not None
    assert view.certainty is certainty
    assert author_view(doc, anchor, attributed=False) is None


@pytest.mark.parametrize(
    ("text", "head", "words"),
    [
        ("No contractor came.", "contractor", "No"),
        ("Few contractors came.", "contractors", "Few"),
        ("Few came.", "Few", "Few"),
        ("Nobody came.", "Nobody", "Nobody"),
        ("A few contractors came.", "contractors", ""),
        ("Hardly any contractors came.", "contractors", "Hardly any"),
        ("Only contractors came.", "contractors", "Only"),
        ("Two of the twelve contractors came.", "Two", "Two of the twelve"),
        ("Only three contractors came.", "contractors", "Only"),
        ("Not all contractors came.", "contractors", "Not all"),
        ("None of the contractors came.", "None", "None of the"),
        ("The contractors came.", "contractors", ""),
        ("Twelve contractors came.", "contractors", ""),
        ("Many of the contractors came.", "Many", "Many of the"),
        ("The dearest part of the car is steel.", "part", ""),
        ("Part of the car is steel.", "Part", "Part of the"),
    ],
)
def test_quantifiers(text: str, head: str, words: str) -> None:
    doc = parse(parser(), Document("a", "a.txt", text))
    assert quantifier(read_tree(doc), next(token.i for token in doc if token.text == head)) == words
