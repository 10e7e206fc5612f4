"""Phrases that say when: a date, a time of day, a time on the clock."""

from __future__ import annotations

import re

from kg.extract.phrases import Phrase, is_time
from kg.extract.trees import Tree
from kg.extract.words_mentions import TIME_ZONES
from kg.extract.words_times import UNITS

CLOCK = re.compile(r"\d{1,2}[:.]?\d{2}(?:h|am|pm)?\Z")
PART_OF_YEAR = re.compile(r"(?:mid|early|late)-\d{4}s?\Z")
QUARTER = re.compile(r"[qh][1-4]\Z")
TIMES_OF_DAY = frozenset("dawn daybreak dusk midday midnight nightfall noon o'clock sunrise sunset".split())
WHICH_YEAR = frozenset({"this", "next", "current", "fiscal", "financial", "coming"})
COUNTED_FROM = tuple((word,) for word in ("after", "ago", "before", "earlier", "later"))
NO_SEASONS = frozenset({"falls", "springs", "seconds", "ends", "starts"})


def is_when(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the words say when: "May", "dawn", "Q3", "at 9:30"; "the recent falls" are no season.

    >>> tree = Tree(words=("at", "dawn"), tags=("IN", "NN"), pos=("ADP", "NOUN"), deps=("prep", "pobj"),
    ...             lemmas=("at", "dawn"), heads=(0, 0), starts=(0, 3), sentences=((0, 2),), text="at dawn")
    >>> is_when(tree, Phrase((1,), 1))
    True
    """
    word = tree.lowers[phrase.head]
    if word in TIME_ZONES or word in TIMES_OF_DAY or word in ("am", "pm", "a.m.", "p.m."):
        return True
    if PART_OF_YEAR.match(word) or QUARTER.match(word):
        return True
    if tree.tags[phrase.head] == "CD" and CLOCK.match(word) and ":" in word:
        return True
    is_many = tree.tags[phrase.head] == "NNS" and word in NO_SEASONS
    is_counted = word in ("seconds", "times") and tree.first(phrase.head, "nummod") is not None
    is_many = is_many and not (is_counted and word == "seconds")
    if (word == "times" and is_counted) or is_rate(tree, phrase):  # "at 22 times", "pays 9% a year"
        return False
    return is_time(tree, phrase.head) and not is_many and not _is_deed(tree, phrase.head)


def is_rate(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the words say how much at a time: "pays 9 euros a year", but "a year later"."""
    if len(phrase.words) != 2 or tree.deps[phrase.head] != "npadvmod":
        return False
    article, unit = (tree.lowers[w] for w in phrase.words)
    if article not in ("a", "an") or unit not in UNITS:
        return False
    amount = tree.first(tree.heads[phrase.head], "dobj")
    if amount is None or not amount < phrase.head:
        return False
    is_counted = tree.tags[amount] == "CD" or tree.first(amount, "nummod") is not None
    return is_counted and tree.lowers[phrase.head + 1 : phrase.head + 2] not in COUNTED_FROM


def _is_deed(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is what somebody does, and no season: "their biggest fall"."""
    is_either = tree.lowers[noun] in ("fall", "spring")
    return is_either and any(tree.tags[c] in ("JJS", "PRP$") or tree.deps[c] == "poss" for c in tree.children[noun])


def is_year(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the words name one year: "2025", "the 2026 fiscal year", "next year"; no "two years".

    >>> tree = Tree(words=("for", "2025"), tags=("IN", "CD"), pos=("ADP", "NUM"), deps=("prep", "pobj"),
    ...             lemmas=("for", "2025"), heads=(0, 0), starts=(0, 4), sentences=((0, 2),), text="for 2025")
    >>> is_year(tree, Phrase((1,), 1))
    True
    """
    word = tree.lowers[phrase.head]
    if tree.tags[phrase.head] == "CD":
        return len(word) == 4 and word.isdigit()
    before = [tree.lowers[w] for w in phrase.words]
    is_span = before[0] == "the" and before[1:2] in (["next"], ["coming"])  # "for the next year"
    return word == "year" and not is_span and any(w in WHICH_YEAR or w.isdigit() for w in before)
