"""Where the quotations of a text are: from mark to mark, over sentences and, where a quotation goes on, paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Span

OPENERS = {"“": "”", "„": "“", "«": "»", "``": "''", '"': '"'}
MARK = re.compile(r"“|”|„|«|»|``|''|\"|‘|(?<![\w'])'(?=\w)")
# A single mark opens before a word and behind none, and closes behind a word or its full stop and before none.
SINGLE_OPENER = re.compile(r"(?<![\w.,!?])[‘'](?=[^\W\d_])")
SINGLE_CLOSER = re.compile(r"(?<=[\w.,!?…])[’'](?![\w’'])")
PLURAL_OWNER = re.compile(r"(?<=[sS])[’'] [a-z]")  # "the workers' demands"
PARAGRAPH_BREAK = re.compile(r"\n\s*")
WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
SPEECH_WORDS = 4  # a shorter quotation is a phrase that somebody used, not a sentence of theirs


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `inner` lies between the marks, `outer` holds them too."""

    outer: Span
    inner: Span

    def is_long(self, text: str) -> bool:
        """Tell whether the quotation is long enough to be a sentence of its own."""
        return sum(1 for _ in WORD.finditer(text, self.inner.start, self.inner.end)) >= SPEECH_WORDS


@lru_cache(maxsize=2)  # who says it and whose view it is both ask
def find_quotes(text: str) -> tuple[Quote, ...]:
    r"""Return the quotations of a text, in order; they do not nest.

    A quotation that is not closed ends with its paragraph, but one between single marks is none then.

    >>> [quote.inner.of('He said “no, never.” “Why?”') for quote in find_quotes('He said “no, never.” “Why?”')]
    ['no, never.', 'Why?']
    >>> text = '“We will stay.\n\n“We will help,” she said.'
    >>> [quote.inner.of(text) for quote in find_quotes(text)]
    ['We will stay.', 'We will help,']
    >>> text = "'It's the crews' pay,' she said."
    >>> [quote.inner.of(text) for quote in find_quotes(text)]
    ["It's the crews' pay,"]
    """
    quotes: list[Quote] = []
    for start, end in paragraphs(text):
        quotes += _in_paragraph(text, start, end)
    return tuple(quotes)


def quote_at(text: str, position: int) -> Quote | None:
    """Return the quotation that a position lies in.

    >>> quote_at("He said “no”.", 9)
    Quote(outer=Span(start=8, end=12), inner=Span(start=9, end=11))
    """
    quotes = find_quotes(text)
    index = bisect_right(_openings(text), position) - 1
    return quotes[index] if index >= 0 and position < quotes[index].outer.end else None


@lru_cache(maxsize=2)
def _openings(text: str) -> tuple[int, ...]:
    return tuple(quote.outer.start for quote in find_quotes(text))


@lru_cache(maxsize=2)
def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    r"""Return where the paragraphs lie.

    >>> paragraphs("One.\n\nTwo.")
    ((0, 4), (6, 10))
    """
    breaks = [match.span() for match in PARAGRAPH_BREAK.finditer(text)]
    starts = [0, *(end for _, end in breaks)]
    ends = [*(start for start, _ in breaks), len(text)]
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start < end)


def _in_paragraph(text: str, start: int, end: int) -> list[Quote]:
    quotes: list[Quote] = []
    opened: tuple[int, int, str] | None = None
    for match in MARK.finditer(text, start, end):
        mark = match.group()
        if quotes and match.start() < quotes[-1].outer.end:
            continue
        if mark in ("‘", "'"):
            if opened is None and (single := _single(text, match.start(), end)) is not None:
                quotes.append(single)
        elif opened is None:
            if mark in OPENERS and not _is_inch(text, match):
                opened = (match.start(), match.end(), OPENERS[mark])
        elif mark == opened[2] or mark in ("”", "''"):
            quotes.append(Quote(Span(opened[0], match.end()), Span(opened[1], match.start())))
            opened = None
    if opened is not None:
        quotes.append(Quote(Span(opened[0], end), Span(opened[1], end)))
    return quotes


def _single(text: str, start: int, end: int) -> Quote | None:
    """Return the quotation between single marks that opens here; an apostrophe opens none, and closes none.

    A plural that owns something closes one only where nothing else does.
    """
    if SINGLE_OPENER.match(text, start) is None:
        return None
    closers = [match.start() for match in SINGLE_CLOSER.finditer(text, start + 1, end)]
    sure = next((at for at in closers if PLURAL_OWNER.match(text, at) is None), None)
    return None if sure is None else Quote(Span(start, sure + 1), Span(start + 1, sure))


def _is_inch(text: str, match: re.Match[str]) -> bool:
    """Tell whether the mark stands for inches or seconds: a digit before it, no word after it."""
    before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
    return match.group() == '"' and before.isdigit() and not after.isalnum()
