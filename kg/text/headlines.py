"""The head of a plain-text article: headline, byline, date and publisher before its text, and the dateline in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from kg.text.dates import find_date
from kg.text.frontmatter import Metadata
from kg.text.furniture import BYLINE, LineKind, kind_of, normal_form, words
from kg.text.words_furniture import FUNCTION_WORDS, NEWSROOM_PARTS, ROLES

HEAD_LINES = 25  # a headline is never further from its text than this
OPENING = 8  # paragraphs in which the words of the headline return
TITLE_WORDS = range(4, 31)  # of 000 headlines looked at, none was shorter or longer
TEXT_WORDS = 12  # the first paragraph has more, or is followed by another one
SEPARATOR = re.compile(r"\s*(?:\||·|•|—|–|,| - )\s*")
WRITTEN_IN = re.compile(r" in (?=[A-Z])")  # "By Ida Holm in Bergen"
UPDATED = re.compile(r"\b(?:updated|modified|amended)\b", re.IGNORECASE)

SMALL = r"(?:aan|am|an|da|de|del|della|den|der|des|di|do|dos|du|el|la|las|le|les|los|op|sur|upon|von)"
DATELINE = re.compile(
    rf"(?P<place>(?:[A-Z][A-Z.'’ -]{{3,}}|[A-Z][\w.'’-]+(?:(?: {SMALL})* [A-Z][\w.'’-]+){{0,2}})"
    r"(?:/[A-Z][\w .]+)?(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?)?)"
    r"(?P<day>,? (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+\.?)(?:,? \d{4})?)?"
    r"(?: \((?P<agency>[A-Z][\w.& -]{1,30})\))?"
    r"(?:\s*(?:—|–|--?)|(?<=\d)[.:])\s+(?=[“\"‘'A-Z])"
)
# A day that opens the text as no part of its sentence: "March 1, 2021 The mayor …", not "March 1, 2021, was cold".
OPENING_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?P<day>[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8}\.? \d{4})(?P<place>)"
    r"(?: \((?P<agency>[A-Z][\w.& -]{1,30})\))?(?:\s*[—–:|-])?\s+(?=[“\"‘'`]{0,2}[A-Z])"
)


def head_metadata(lines: Sequence[str]) -> Metadata:
    """Return what the lines before the text say of the article.

    >>> head_metadata(["Repairs begin in the port", "By Ida Holm, The Fjord Courier", "8 November 2024", "The crews \
have arrived, and they will stay for as long as the ministry pays them."]).publisher
    'The Fjord Courier'
    """
    start = text_start(lines)
    head = lines[max(0, start - HEAD_LINES) : start]
    author, publisher = _byline(head)
    place = dateline(lines[start]) if start < len(lines) else None
    return Metadata(
        title=_title(head, lines[start : start + OPENING]),
        author=author,
        publisher=publisher or (place["agency"] or "" if place else ""),
        published=_published(head) or (find_date(place["day"] or "") if place else None),
    )


def text_start(lines: Sequence[str]) -> int:
    """Return the index of the first line of running text, or the number of lines."""
    for index, line in enumerate(lines):
        if kind_of(line) is not LineKind.SENTENCES:
            continue
        goes_on = any(kind_of(after) is LineKind.SENTENCES for after in lines[index + 1 : index + 3])
        if goes_on or len(words(line)) >= TEXT_WORDS:
            return index
    return len(lines)


def dateline(line: str) -> re.Match[str] | None:
    """Return the dateline that a first paragraph begins with: place, day and agency before a dash, or a day alone.

    >>> dateline("TALLINN, Nov. 8, 2024 (Baltic Wire) — The crews have left.")["agency"]
    'Baltic Wire'
    >>> dateline("8 November 2024 The crews have left.")["day"]
    '8 November 2024'
    >>> dateline("The plan — A draft — is old.") is None
    True
    """
    opening = OPENING_DAY.match(line)
    if opening is not None and find_date(opening["day"]) is not None:
        return opening
    match = DATELINE.match(line)
    if match is None:
        return None
    is_marked = match["place"].split(",")[0].isupper() or match["day"] or match["agency"]
    return match if is_marked or _stands_alone(match) else None


def _stands_alone(match: re.Match[str]) -> bool:
    """Tell whether a long dash after "Porto, Portugal" opens the text, and no second one makes it a parenthesis."""
    dash, rest = match[0].rstrip()[-1], match.string[match.end() :]
    is_name = not FUNCTION_WORDS.intersection(word.lower() for word in match["place"].replace(",", " ").split())
    return is_name and dash in "—–" and not re.search(r"\s[—–]|--|\s-\s", rest.split(". ")[0])


def _title(head: Sequence[str], text: Sequence[str]) -> str:
    """Choose the headline: the line whose words return in the text, first of all if it is there twice."""
    candidates = [index for index, line in enumerate(head) if _may_be_title(line)]
    returning = {word.lower() for line in text for word in words(line)} - FUNCTION_WORDS

    def likelihood(index: int) -> tuple[float, int]:
        line = head[index]
        own = {word.lower() for word in words(line)} - FUNCTION_WORDS
        is_marked = head.count(line) > 1 or (index + 1 < len(head) and kind_of(head[index + 1]) is LineKind.BYLINE)
        return len(own & returning) / max(1, len(own)) + is_marked, -index

    return head[max(candidates, key=likelihood)] if candidates else ""


def _may_be_title(line: str) -> bool:
    return kind_of(line) is LineKind.HEADING and len(words(line)) in TITLE_WORDS


def _byline(head: Sequence[str]) -> tuple[str, str]:
    """Return author and publisher from "By Ida Holm, The Fjord Courier"."""
    for line in head:
        match = BYLINE.match(line)
        if match and kind_of(line) is LineKind.BYLINE:
            parts = [part for part in SEPARATOR.split(line[match.end() :]) if part and find_date(part) is None]
            others = [part for part in parts[1:] if not (is_role(part) or any(map(str.isdigit, part)))]
            author = WRITTEN_IN.split(parts[0])[0] if parts else ""
            return author, others[-1] if others else ""
    return "", ""


def is_role(part: str) -> bool:
    """Tell whether a part of a byline says what the author is, or where in the newsroom.

    >>> [is_role(part) for part in ("Foreign Editor", "Harbour Desk", "The Fjord Reporter")]
    [True, True, False]
    """
    name = part.lower()
    return name in ROLES or (name.rpartition(" ")[2] in NEWSROOM_PARTS and not name.startswith("the "))


def _published(head: Sequence[str]) -> date | None:
    """Return the day of publication: of several dates the one that is not an update's."""
    lines = [line for line in head if kind_of(line) in (LineKind.BYLINE, LineKind.HEADING)]
    parts = [part for line in lines for part in re.split(r"\s*\|\s*|(?i:(?=\bupdated\b))", line)]
    dated = [(UPDATED.search(part) is not None, index) for index, part in enumerate(parts) if find_date(part)]
    return find_date(parts[min(dated)[1]]) if dated else None


def is_same_line(line: str, other: str) -> bool:
    """Tell whether two lines differ in case, quotes and blanks at most.

    >>> is_same_line("Repairs  Begin", "repairs begin")
    True
    """
    return normal_form(line) == normal_form(other)
