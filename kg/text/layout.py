"""Layout of plain text: characters made ordinary, and the lines of a paragraph found whether it was wrapped or not."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby, pairwise

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
BLANKS = re.compile(r"[^\S\n]+")
# A wrapped line ends where the next word would have passed the margin. Typewriter and mail margins lie in this range.
MARGINS = range(50, 101)
LONGEST_WORD = 22  # characters that a line may stay short of the margin
WRAPPED_SHARE = 0.8  # of the lines that another follows at once


def paragraphs(text: str) -> tuple[str, ...]:
    r"""Return the paragraphs of a text, each one line; lines wrapped at a margin are joined.

    >>> paragraphs("One paragraph.\nAnother\u00a0one.\n\n\nA third.")
    ('One paragraph.', 'Another one.', 'A third.')
    """
    lines = ordinary(text).split("\n")
    blocks = [tuple(block) for is_text, block in groupby(lines, key=bool) if is_text]
    if is_wrapped(blocks):
        return tuple(paragraph for block in blocks for paragraph in _unwrapped(block))
    return tuple(line for block in blocks for line in block)


def ordinary(text: str) -> str:
    r"""Compose letters with their accents, drop what cannot be seen, and make every run of blanks one blank.

    >>> ordinary("Cafe\u0301\u00a0  open\u200b ")
    'Café open'
    """
    composed = unicodedata.normalize("NFC", INVISIBLE.sub("", text))
    return "\n".join(BLANKS.sub(" ", line).strip() for line in composed.split("\n"))


def is_wrapped(blocks: list[tuple[str, ...]]) -> bool:
    """Tell whether the lines of the text end at a margin and not where a paragraph ends."""
    inner = [line for block in blocks for line in block[:-1]]
    longest = max(map(len, inner), default=0)
    if len(inner) < 3 or longest not in MARGINS:
        return False
    full = [line for line in inner if len(line) > longest - LONGEST_WORD]
    return len(full) >= WRAPPED_SHARE * len(inner) and any(
        not line.endswith((".", "!", "?", "”", '"')) for line in full
    )


def _unwrapped(block: tuple[str, ...]) -> tuple[str, ...]:
    """Join the lines of a block; one that stops well before the margin at the end of a sentence ends a paragraph."""
    margin = max(map(len, block))
    joined = [block[0]]
    for before, line in pairwise(block):
        is_end = len(before) < margin - LONGEST_WORD
        joined = [*joined, line] if is_end else [*joined[:-1], f"{joined[-1]} {line}"]
    return tuple(joined)
