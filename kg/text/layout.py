"""Layout of plain text: characters made ordinary, and the lines of a paragraph found whether it was wrapped or not."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import groupby, pairwise

LONGEST_TEXT = 500_000  # characters; the longest newspaper articles have a fifth of that
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
BLANKS = re.compile(r"[^\S\n]+")
# A wrapped line ends where the next word would have passed the margin. Typewriter and mail margins lie in this range.
MARGINS = range(50, 101)
EXACT, RAGGED = 0, 22  # characters that a full line may stay short of the margin: wrapped by a program, by hand
WITHIN_MARGIN = 0.95  # of the lines
WRAPPED_SHARE = 0.7  # of the lines that another follows at once


def paragraphs(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a text, each one line; lines wrapped at a margin are joined.

    >>> paragraphs("One paragraph.\nAnother\u00a0one.\n\n\nA third.")
    ('One paragraph.', 'Another one.', 'A third.')
    """
    lines = ordinary(text).split("\n")
    blocks = [tuple(block) for is_text, block in groupby(lines, key=bool) if is_text]
    margin = _margin([len(line) for block in blocks for line in block[:-1]])
    for slack in (EXACT, RAGGED):
        if margin in MARGINS and is_wrapped(blocks, margin - slack):
            return tuple(paragraph for block in blocks for paragraph in _unwrapped(block, margin - slack))
    return tuple(line for block in blocks for line in block)


def _margin(lengths: Sequence[int]) -> int:
    """Return the length that lines do not pass, but for the odd one that somebody edited."""
    return sorted(lengths)[int(WITHIN_MARGIN * (len(lengths) - 1))] if lengths else 0


def ordinary(text: str) -> str:
    r"""Compose letters with their accents, drop what cannot be seen, and make every run of blanks one blank.

    >>> ordinary("Cafe\u0301\u00a0  open\u200b ")
    'Café open'
    """
    composed = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return "\n".join(BLANKS.sub(" ", line).strip() for line in composed.split("\n"))


def is_wrapped(blocks: Sequence[Sequence[str]], margin: int) -> bool:
    """Tell whether lines end at the margin and not where a paragraph ends."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    full = [before for before, after in pairs if _is_full(before, after, margin)]
    is_prose = any(not line.endswith((".", "!", "?", "”", '"')) for line in full)
    return len(pairs) >= 3 and len(full) >= WRAPPED_SHARE * len(pairs) and is_prose


def _is_full(line: str, after: str, margin: int) -> bool:
    """Tell whether the first word of the next line would have passed the margin."""
    return len(line) + 1 + len(after.split(" ", 1)[0]) > margin


def _unwrapped(block: Sequence[str], margin: int) -> tuple[str, ...]:
    """Join the lines of a block; one that could have held the next word ends a paragraph."""
    joined = [block[0]]
    for before, after in pairwise(block):
        if _is_full(before, after, margin):
            joined[-1] = f"{joined[-1]} {after}"
        else:
            joined.append(after)
    return tuple(joined)
