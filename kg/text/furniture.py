"""What sort of line a line is: sentences of the article, or furniture of the site that shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import lru_cache

from kg.text.dates import find_date
from kg.text.words_furniture import (
    BOUNDARY_LINES,
    BOUNDARY_STARTS,
    FUNCTION_WORDS,
    FURNITURE_PHRASES,
    FURNITURE_STARTS,
    PICTURE_SOURCES,
    PICTURE_WORDS,
    PICTURE_WORDS_BEFORE,
)


class LineKind(StrEnum):
    """What a line of a page is."""

    SENTENCES = "sentences"  # of an article: this one, or a teaser of another
    HEADING = "heading"  # any short line: headline, label, button, name of a section
    BYLINE = "byline"  # who wrote it, when
    PICTURE = "picture"  # caption or credit
    FURNITURE = "furniture"  # said by the site to its reader; can stand in the middle of an article
    BOUNDARY = "boundary"  # begins what else there is on the site


WORD = re.compile(r"[^\W\d_][\w'-]*")
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")  # "keep readingShow less": two buttons in one line
TERMINAL = re.compile(r"[.!?…][\"'”’»)\]*]*(?: \([^()]{2,30}\))?$")  # the agency may stand behind the full stop
ENDS_OPEN = re.compile(r"[,:;—–-][\"'”’]*$")
IS_QUOTED = re.compile(r"^[\"“‘'«]")

_PICTURE = "|".join(PICTURE_WORDS)
_BEFORE = "|".join(PICTURE_WORDS_BEFORE)
_SOURCES = "|".join(map(re.escape, sorted(PICTURE_SOURCES, key=len, reverse=True)))
_CREDIT = r"(?:credit|source|courtesy|caption|by|via|from)s?"
PICTURE_LABEL = re.compile(
    rf"[(\[]?(?:(?:{_BEFORE}) )?(?:{_PICTURE}|caption)(?: {_CREDIT})*\s*[:|/©]"
    rf"|[(\[]?(?:{_BEFORE}) (?:photo|image|picture)s?\b"
    r"|[(\[]?(?:photo|image|picture|photograph|graphic|illustration)s? (?:credit|by|via|courtesy)\b"
    r"|(?:credit|caption)s?: ",
    re.IGNORECASE,
)
PICTURE_SOURCE = re.compile(rf"\b(?:{_SOURCES})\b", re.IGNORECASE)
CREDIT_AT_END = re.compile(r"[.!?…][\"”’]?\s*[(\[]([^()\[\]]{2,80}[^()\[\].!?])[)\]]$")
PICTURE_WORD = re.compile(rf"\b(?:{_PICTURE}|credit|handout|courtesy)\b", re.IGNORECASE)
SENTENCE_END = re.compile(r"[.!?][\"”’]?(?=\s|$)")
WHERE_TO_LOOK = re.compile(
    r"[,(] ?(?:left|right|centre|center|top|bottom|above|below)[,).]|\b(?:pictured|seen here|(?:is|are) seen)\b",
    re.IGNORECASE,
)
ABOUT = re.compile(r",? (?:is|was|writes|covers|reports|reported|works|has written|contributed)\b")
CREDIT_WORDS = 12  # a line that names an agency and is longer is a sentence about the agency
CAPTION_WORDS = 60
BYLINE = re.compile(r"(?i:(?:written|reported|story|words|article|posted|published) )?(?i:by):?\s+(?=[A-Z])")
NAME_PART = re.compile(r"[A-Z].*|and|de|der|van|von|al|el|bin|la|du|di|for|in|at|of|the|[,&|/·•—–-]+|\d.*")
BYLINE_WORDS = 14
AGO = re.compile(r"\b\d{1,2} (?:min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?)\.? (?:ago|read)\b", re.IGNORECASE)
STAMP_WORDS = 12  # "Published Friday, November 8, 2024 at 3:45 PM EST | Updated 4:10 PM EST"

SHORTEST_SENTENCE = 3  # words; a shorter line with a full stop is a label
LONG_LINE = 25  # words; a line of that length is text even where its last full stop is missing
FUNCTION_SHARE = 0.15  # of a sentence's words; running news text has .35 to .50, lists of links and names under .10
QUESTION_WORDS = 12  # a lone question up to this length is a subheading or somebody else's headline
SHORT_LINE = 10  # words; only a short line can be the label of a box
LABEL_WORDS = 5  # words; so short, it is one even with a full stop


@lru_cache(maxsize=5_000)  # the head, the body and the second pass ask for the same lines
def kind_of(line: str) -> LineKind:
    """Return what sort of line it is, seen by itself.

    >>> kind_of("The crews arrived on Friday, the ministry said."), kind_of("keep readingShow less")
    (<LineKind.SENTENCES: 'sentences'>, <LineKind.BOUNDARY: 'boundary'>)
    >>> kind_of("Top photo credit: A. Nowak/Shutterstock"), kind_of("Why repairs are late")
    (<LineKind.PICTURE: 'picture'>, <LineKind.HEADING: 'heading'>)
    """
    return next((kind for kind, test in TESTS if test(line)), LineKind.HEADING)


def kinds_of(lines: Sequence[str], author: str = "") -> tuple[LineKind, ...]:
    """Return the kinds of lines that follow each other: some sentences show only by their neighbours what they are.

    >>> kinds_of(["A crew member, left, loads a launcher in Gdansk.", "Jo Dahl/Getty Images"])
    (<LineKind.PICTURE: 'picture'>, <LineKind.PICTURE: 'picture'>)
    """
    kinds = [kind_of(line) for line in lines]
    for index, line in enumerate(lines):
        if kinds[index] is not LineKind.SENTENCES:
            continue
        if is_caption(line) and index + 1 < len(lines) and kinds[index + 1] is LineKind.PICTURE:
            kinds[index] = LineKind.PICTURE
        elif is_about(line, author):
            kinds[index] = LineKind.BOUNDARY
    return tuple(kinds)


def is_caption(line: str) -> bool:
    """Tell whether a sentence reads like what stands under a picture: it shows where to look, or when."""
    is_one = len(words(line)) <= CAPTION_WORDS and len(SENTENCE_END.findall(line)) <= 1
    return is_one and (find_date(line) is not None or WHERE_TO_LOOK.search(line) is not None)


def is_about(line: str, author: str) -> bool:
    """Tell whether a line says who the author is.

    >>> is_about("Ida Holm is a reporter in Oslo.", "Ida Holm"), is_about("Ida Holm is late.", "")
    (True, False)
    """
    return bool(author) and line.startswith(author) and ABOUT.match(line[len(author) :]) is not None


def words(line: str) -> list[str]:
    """Return the words of a line.

    >>> words("Kyiv's 2 crews")
    ["Kyiv's", 'crews']
    """
    return WORD.findall(line.replace("’", "'"))


def function_share(line: str) -> float:
    """Return the share of English function words among the words of a line; 0 where there are none.

    >>> function_share("the crews of the port")
    0.6
    """
    found = [word.split("'")[0].lower() for word in words(line)]
    return sum(word in FUNCTION_WORDS for word in found) / len(found) if found else 0.0


def is_boundary(line: str) -> bool:
    """Tell whether a line is the label of a box with other articles, or the end of a page."""
    normal = normal_form(line)
    label = normal.strip(" .:!|»>›→-–—•")
    count = len(words(line))
    is_short = count <= LABEL_WORDS or (count <= SHORT_LINE and TERMINAL.search(line) is None)
    return label in BOUNDARY_LINES or (is_short and begins_with(normal, BOUNDARY_STARTS))


def is_furniture(line: str) -> bool:
    """Tell whether a line is what the site says to its reader."""
    normal = normal_form(line)
    return begins_with(normal, FURNITURE_STARTS) or any(phrase in normal for phrase in FURNITURE_PHRASES)


def is_picture(line: str) -> bool:
    """Tell whether a line is a caption with its credit, or a credit alone."""
    count = len(words(line))
    if count <= CAPTION_WORDS and (PICTURE_LABEL.match(line) or ends_in_credit(line)):
        return True
    return count <= CREDIT_WORDS and TERMINAL.search(line) is None and PICTURE_SOURCE.search(line) is not None


def ends_in_credit(line: str) -> bool:
    """Tell whether a picture's owner stands in brackets after the last sentence; an agency alone owns the news.

    >>> ends_in_credit("A crew loads a launcher. (Jo Dahl/Fjord Images)"), ends_in_credit("The crew has left. (AFP)")
    (True, False)
    """
    credit = CREDIT_AT_END.search(line)
    if credit is None:
        return False
    return PICTURE_WORD.search(credit[1]) is not None or PICTURE_SOURCE.fullmatch(credit[1]) is None


def is_byline(line: str) -> bool:
    """Tell whether a line names the writer or the day, and nothing else."""
    count = len(words(line))
    if TERMINAL.search(line) and not line.lower().endswith(".m."):
        return False
    if count <= BYLINE_WORDS and (named := BYLINE.match(line)):
        return all(NAME_PART.fullmatch(word) for word in line[named.end() :].split())
    is_stamp = find_date(line) is not None or AGO.search(line) is not None
    return is_stamp and count <= STAMP_WORDS and function_share(line) < FUNCTION_SHARE


def is_sentences(line: str) -> bool:
    """Tell whether a line is running text."""
    count = len(words(line))
    if count < SHORTEST_SENTENCE or line.isupper():
        return False
    if count >= LONG_LINE:
        return function_share(line) >= FUNCTION_SHARE
    if is_lone_question(line, count):
        return False
    is_closed = TERMINAL.search(line) is not None or (ENDS_OPEN.search(line) is not None and count >= SHORT_LINE)
    return is_closed and (function_share(line) >= FUNCTION_SHARE or count < SHORT_LINE)


def is_lone_question(line: str, count: int) -> bool:
    """Tell whether a line is one short question that nobody in the article asks."""
    return line.endswith("?") and count <= QUESTION_WORDS and not IS_QUOTED.match(line) and line.count(".") == 0


def begins_with(normal: str, phrases: tuple[str, ...]) -> bool:
    """Tell whether a line in normal form begins with one of the phrases, as whole words."""
    for phrase in phrases:
        rest = normal[len(phrase) : len(phrase) + 1]
        if normal.startswith(phrase) and not (rest.isalnum() and phrase[-1].isalnum()):
            return True
    return False


def normal_form(line: str) -> str:
    """Return a line in lower case, with straight apostrophes, and with buttons that were glued together apart.

    >>> normal_form("keep readingShow less")
    'keep reading show less'
    """
    return " ".join(GLUED.sub(" ", line).replace("’", "'").lower().split())


# Tried in this order; a line that is none of them is a heading.
TESTS: tuple[tuple[LineKind, Callable[[str], bool]], ...] = (
    (LineKind.BOUNDARY, is_boundary),
    (LineKind.PICTURE, is_picture),
    (LineKind.BYLINE, is_byline),
    (LineKind.FURNITURE, is_furniture),
    (LineKind.SENTENCES, is_sentences),
)
