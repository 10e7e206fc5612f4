"""An article as it was read and as it is after cleaning; places in its text; what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points in a document's text; there are thousands in an article, so they are tuples.

    >>> Span(3, 6).of("on Sunday")
    'Sun'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it was read, before cleaning.

    Attributes:
        source: what identifies it: its path within the given folder (with `#line` in JSON Lines), or its URL.
        text: the body, still with the site's furniture around it if `is_plain` (LF line ends, no NUL, no surrogate).
        is_plain: the body is bare text whose furniture and head lines are still in it.
    """

    source: str
    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """One cleaned article. `id` comes from its content: the same article has the same id in every build."""

    id: str
    source: str
    text: str
    title: str = ""
    author: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Skip:
    """Something that was left out, and why: a file, an article, a paragraph or a sentence."""

    where: str
    reason: str
