"""How many or how much a noun speaks of: "about 1,400 people" are not just "people", nor "a stake of 9%" a stake."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.graph.words_naming import JOINING, MEASURING, MORE, NUMERALS, POWERS, ROUGHLY
from kg.model import Mention, MentionKind


def _one_of(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(words, key=lambda word: (-len(word), word))) + ")"


SPELLED = rf"{_one_of(NUMERALS)}(?:-{_one_of(NUMERALS)}|-one)?"
DIGITS = r"(?!(?:19|20)\d\d\b(?!,))\d{1,3}(?:(?:,\d{3})+|\d*)(?:\.\d+)?"  # but no year: "the 2024 elections"
POWER = _one_of(POWERS)
NUMBER = rf"(?:(?:{DIGITS}|{SPELLED}|an?)(?: {POWER})+|{DIGITS}|{SPELLED}|{POWER}s(?: of {POWER}s)? of)"
INEXACT = rf"(?:{_one_of(ROUGHLY)} )*"
COUNT = re.compile(rf"(?:(?:the|these|those) )?({INEXACT}{NUMBER}(?: {_one_of(MORE)})?) ", re.IGNORECASE)
BEFORE = re.compile(rf"(?<!\S){INEXACT}$", re.IGNORECASE)
CUT = re.compile(rf"(?:(?:\d|{_one_of(NUMERALS)}|one) {_one_of(JOINING)}|between|than) $", re.IGNORECASE)
MONEY = r"[A-Z]{0,2}[$€£¥] ?"
SUM = rf"{MONEY}{DIGITS}(?:bn|m|k)?(?: {POWER})?"
SHARE = rf"{DIGITS}(?: {POWER})?(?:%| per cent\b| {_one_of(MEASURING)}\b)"
SPLIT = rf"\w|[-–]\d|,?(?: and| or| to)? (?:{MONEY})?\d"  # "pledges of £3,000 and £4,000" are not of £3,000
AMOUNT = re.compile(rf"\s(?>of ({INEXACT}(?:{SUM}|{SHARE})))(?!{SPLIT})")
LONGEST = 24  # characters before a mention in which what makes its count inexact stands
FARTHEST = 3  # adjectives between a count and what it counts


def count_of(mention: Mention, text: str) -> str:
    """Return how many a plural noun speaks of, as written, or "" where no whole count stands before it.

    >>> from kg.model import Span
    >>> text = "It has about 140 new beds."
    >>> beds = Mention("", Span(7, 25), Span(21, 25), text[7:25], MentionKind.NOMINAL, normal="beds", plural=True)
    >>> count_of(beds, text)
    'about 140'
    """
    found = COUNT.match(" ".join(mention.text.split()) + " ")
    if mention.kind is not MentionKind.NOMINAL or not mention.plural or found is None or not _counts(found, mention):
        return ""
    start = mention.span.start
    before = " ".join(text[max(0, start - LONGEST) : start].split()) + text[start - 1 : start].replace("\n", " ")
    inexact = BEFORE.search(before)
    rough = inexact[0] if inexact is not None else ""
    return "" if CUT.search(before.removesuffix(rough)) else (rough + found[1]).lower()


def amount_of(mention: Mention, text: str) -> str:
    """Return how much a noun speaks of, as written behind it, or "".

    >>> from kg.model import Span
    >>> text = "It has a stake of around 9%."
    >>> stake = Mention("", Span(7, 27), Span(9, 14), text[7:27], MentionKind.NOMINAL, normal="stake")
    >>> amount_of(stake, text)
    'of around 9%'
    """
    behind = AMOUNT.match(text, mention.head.end)
    is_whole = mention.kind is MentionKind.NOMINAL and mention.normal.endswith(mention.head_normal or mention.normal)
    is_head = mention.head.of(text) == mention.normal.rpartition(" ")[2]
    return f"of {behind[1]}" if behind is not None and is_whole and is_head else ""


def _counts(found: re.Match[str], mention: Mention) -> bool:
    """Tell whether a number counts the noun: only adjectives stand between, and it is no part of what it is called."""
    words, first = [word.rstrip(",") for word in found.string[found.end() :].split()], mention.normal.split()[0]
    between = words[: words.index(first)] if first in words else ["of"]
    return (
        len(between) <= FARTHEST
        and all(word.replace("-", "").isalpha() for word in between)
        and ((JOINING | MEASURING).isdisjoint(between))
    )
