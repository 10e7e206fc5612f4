"""How many a noun speaks of stays in what it is called."""

from __future__ import annotations

import pytest

from kg.graph.counts import amount_of, count_of
from kg.graph.resolution import resolve
from kg.model import Determination, Document, Extraction, Lexicon, Mention, MentionKind, Span

BASE = "https://w3id.org/newskg/"


def mention(sentence: str, phrase: str, normal: str) -> Mention:
    start, head = sentence.index(phrase), normal.split()[-1]
    at = start + phrase.rindex(head)
    where, root = Span(start, start + len(phrase)), Span(at, at + len(head))
    return Mention("", where, root, phrase, MentionKind.NOMINAL, "", normal, head, "", True, Determination.INDEFINITE)


@pytest.mark.parametrize(
    ("sentence", "phrase", "normal", "count"),
    [
        ("It hired 40 bakers.", "40 bakers", "bakers", "40"),
        ("At least 11 bakers fell.", "At least 11 bakers", "bakers", "at least 11"),
        ("It can bake for up to 90 guests.", "90 guests", "guests", "up to 90"),
        ("It lost nearly 2,500 new ovens.", "nearly 2,500 new ovens", "ovens", "nearly 2,500"),
        ("It has twenty-five ovens.", "twenty-five ovens", "ovens", "twenty-five"),
        ("It has 1.2 million readers.", "1.2 million readers", "readers", "1.2 million"),
        ("It has more than a million readers.", "more than a million readers", "readers", "more than a million"),
        ("It met hundreds of bakers.", "hundreds of bakers", "bakers", "hundreds of"),
        ("It hired 40 more bakers.", "40 more bakers", "bakers", "40 more"),
        ("The 19 guests sang.", "The 19 guests", "guests", "19"),
    ],
)
def test_a_count_is_kept_with_what_makes_it_inexact(sentence: str, phrase: str, normal: str, count: str) -> None:
    assert count_of(mention(sentence, phrase, normal), sentence) == count


@pytest.mark.parametrize(
    ("sentence", "phrase", "normal"),
    [
        ("Between 30 and 40 bakers sang.", "30 and 40 bakers", "bakers"),
        ("Between 30 and 40 bakers sang.", "40 bakers", "bakers"),
        ("It has 30 to 40 ovens.", "40 ovens", "ovens"),
        ("One in five bakers sang.", "five bakers", "bakers"),
        ("Some 40 of the bakers sang.", "Some 40 of the bakers", "bakers"),
        ("It lost the 2024 elections.", "the 2024 elections", "elections"),
        ("It won the last two cups.", "the last two cups", "cups"),
        ("It has 15 percent shares.", "15 percent shares", "shares"),
        ("It drives 40 tonne lorries.", "40 tonne lorries", "lorries"),
        ("It flies 747 jets.", "747 jets", "747 jets"),
        ("It hired bakers.", "bakers", "bakers"),
    ],
)
def test_what_is_no_whole_count_is_none(sentence: str, phrase: str, normal: str) -> None:
    assert count_of(mention(sentence, phrase, normal), sentence) == ""


@pytest.mark.parametrize(
    ("sentence", "phrase", "noun", "amount"),
    [
        ("It made a profit of 71 million pounds.", "a profit of 71 million pounds", "profit", "of 71 million pounds"),
        ("It won pledges of £310,000.", "pledges of £310,000", "pledges", "of £310,000"),
        ("It holds a stake of about 9%.", "a stake of about 9%", "stake", "of about 9%"),
        ("It holds a stake of 9 per cent.", "a stake of 9 per cent", "stake", "of 9 per cent"),
        ("It has a team of 40.", "a team of 40", "team", ""),
        ("It has a range of 9 to 12%.", "a range of 9 to 12%", "range", ""),
        ("It won pledges of £3,000 to £4,000.", "pledges of £3,000 to £4,000", "pledges", ""),
        ("It won pledges of £1.5 million and £2 million.", "pledges of £1.5 million", "pledges", ""),
        ("It won pledges of £1.5 million and left.", "pledges of £1.5 million", "pledges", "of £1.5 million"),
        ("It has a range of 9% to 12%.", "a range of 9% to 12%", "range", ""),
    ],
)
def test_how_much_stands_behind(sentence: str, phrase: str, noun: str, amount: str) -> None:
    start, at = sentence.index(phrase), sentence.index(noun)
    where, root = Span(start, start + len(phrase)), Span(at, at + len(noun))
    found = Mention("", where, root, phrase, MentionKind.NOMINAL, normal=noun, head_normal=noun)
    assert amount_of(found, sentence) == amount


def test_so_and_so_many_are_no_others() -> None:
    text = "It hired 40 bakers, then hundreds of young bakers."
    found = tuple(mention(text, phrase, "bakers") for phrase in ("40 bakers", "hundreds of young bakers"))
    resolution = resolve([Extraction(Document("a", "a.txt", text), found)], Lexicon(), BASE)
    counted = [entity for entity in resolution.entities if entity.merges]
    assert [entity.label for entity in counted] == ["40 bakers", "hundreds of bakers"]
    assert {entity.broader for entity in counted} == {BASE + "entity/bakers"}
