"""Words that look like a time and are none, and times of which the text does not tell the day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from kg.extract import words_times as words
from kg.extract.clause_shapes import clause_above
from kg.extract.trees import Tree
from kg.model import TimeValue

NAMING = ("amod", "compound", "nmod")
FINER = ("time", "day", "week", "month", "quarter", "season", "year", "decade", "century")
LATER = ("after", "afterwards", "before", "earlier", "later")
NEAR = 120  # characters from a time to what is reckoned from it


def is_no_time(tree: Tree, match: re.Match[str]) -> bool:
    """Tell whether "the night" or "the day" is no time of its own: "the night sky", "she won the day".

    >>> tree = Tree(words=("the", "night", "sky"), tags=("DT", "NN", "NN"), pos=("DET", "NOUN", "NOUN"),
    ...             deps=("det", "compound", "dobj"), lemmas=("the", "night", "sky"), heads=(2, 2, 2),
    ...             starts=(0, 4, 10), sentences=((0, 3),), text="the night sky")
    >>> is_no_time(tree, re.match("the night", tree.text))
    True
    """
    last = bisect_right(tree.starts, match.end() - 1) - 1
    head = tree.heads[last]
    if tree.deps[last] in NAMING and head > last and tree.tags[head].startswith("NN"):
        return True
    return tree.deps[last] == "dobj" and tree.bases[head] in words.WINNING


def lasts(tree: Tree, start: int) -> bool:
    """Tell whether "last" is what something does: "the truce was to last ten days"."""
    return tree.text.startswith("last", start) and tree.tags[bisect_right(tree.starts, start) - 1].startswith("VB")


def is_undecided(tree: Tree, start: int) -> bool:
    """Tell whether a weekday may lie on either side: "had told them to leave on Tuesday"."""
    verb = clause_above(tree, bisect_right(tree.starts, start) - 1)
    if verb is None or tree.deps[verb] != "xcomp" or not any(tree.tags[c] == "TO" for c in tree.having(verb, "aux")):
        return False
    above = tree.heads[verb]
    return tree.tags[above] == "VBN" and any(tree.lowers[c] == "had" for c in tree.having(above, "aux"))


def is_after_vague(found: Sequence[TimeValue], match: re.Match[str]) -> bool:
    """Tell whether days are counted from a time of which the day is not told: "in October and four days later"."""
    if not found or match.start() - found[-1].span.end > NEAR or match["where"].lower() not in LATER:
        return False
    unit, last = words.UNITS.get(match["unit"].lower().removesuffix("s"), ""), found[-1].granularity
    return unit in FINER and last in FINER[3:] and FINER.index(unit) < FINER.index(last)
