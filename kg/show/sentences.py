"""The sentence around a place in an article, found in the text alone: the page has no parse to ask."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from kg.show.words_sentences import ABBREVIATIONS, STARTERS

LONGEST = 700  # code points; what runs on further is a list or a table that lost its line ends
# The word before the stop, the stop, what closes behind it, and the word that follows.
END = re.compile(r"""(\S{0,16})([.!?…])["'”’»)\]]*\s+(?=["'`“‘«(\[]*\s?(\w+))|\n""")
INITIALS = re.compile(r"""["'“‘(\[]*(?:[A-Za-z]\.)*[A-Za-z]""")


def sentence_bounds(text: str) -> list[int]:
    """Return where sentences begin, and the end of the text; a line end is always a bound.

    >>> sentence_bounds("It rained. Mr. Hale said so. He left.")
    [0, 11, 29, 37]
    """
    ends = (match.end() for match in END.finditer(text) if _is_end(*match.groups(default="")))
    return sorted({0, len(text), *ends})


def sentence_around(text: str, bounds: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return begin and end of the sentence, or the sentences, that a place lies in.

    >>> text = "It rained. Mr. Hale said so. He left."
    >>> sentence_around(text, sentence_bounds(text), 15, 19)
    (11, 28)
    """
    begin = bounds[bisect_right(bounds, start) - 1]
    after = bounds[min(bisect_left(bounds, end), len(bounds) - 1)]
    after = max(end, begin + len(text[begin:after].rstrip()))
    return (begin, after) if after - begin <= LONGEST else (start, end)


def _is_end(word: str, stop: str, following: str) -> bool:
    """Tell whether a stop, or a line end where there is no stop, ends a sentence: not that of "U.S. forces"."""
    if following[:1].islower():
        return False
    is_short = word.lstrip("\"'“‘([").casefold() in ABBREVIATIONS or INITIALS.fullmatch(word) is not None
    return stop != "." or not is_short or following.casefold() in STARTERS
