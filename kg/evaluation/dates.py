"""Scores the values of dates on GUM's marked dates and on MEANTIME's time expressions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from spacy.language import Language

from kg.evaluation import Score, gum_tokens, meantime_articles
from kg.extract.periods import Period, make_day, months, period_of, years
from kg.extract.times import find_times
from kg.model import Span, TimeValue
from kg.text.parse import parse

LAYER = "dates"
OPENED = re.compile(r"<date ([^>]*)>")
ATTRIBUTE = re.compile(r"(\w+):::\"([^\"]*)\"")
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@dataclass(frozen=True, slots=True)
class GoldDate:
    """A date of the gold: its characters and the days it stands for; `is_head`: it is the article's own date line."""

    span: Span
    start: date
    end: date
    is_head: bool


def evaluate(folder: Path, nlp: Language) -> tuple[Score, ...]:
    """Score date values in a folder of GUM (*.conllu) or of MEANTIME (corpus_*/*.xml).

    A value is right when the days found are exactly the gold's. Of a range the gold marks the two ends, we the whole:
    an end is right when it ends the range. Left out are durations, vague words and bounds ("not after"), which have no
    value. The article's date is given, as it is to `find_times`; so a second figure leaves out the date line.
    """
    is_gum = any(folder.glob("GUM_*.conllu"))
    gold_name = "GUM news" if is_gum else "MEANTIME"
    results = list(_gum(folder, nlp) if is_gum else _meantime(folder, nlp))
    body = [is_right for gold, is_right in results if not gold.is_head]
    everything = [is_right for _, is_right in results]
    return (
        Score(LAYER, gold_name, "exact value", _percent(everything), len(everything)),
        Score(LAYER, gold_name, "exact value, without date lines", _percent(body), len(body)),
    )


def _percent(results: list[bool]) -> float:
    return 100 * sum(results) / len(results) if results else 0.0


def is_right(gold: GoldDate, found: tuple[TimeValue, ...]) -> bool:
    """Tell whether a time that overlaps the gold's has its days.

    >>> gold = GoldDate(Span(3, 7), date(2022, 1, 1), date(2022, 12, 31), False)
    >>> is_right(gold, (TimeValue("2022", Span(3, 7), date(2022, 1, 1), date(2022, 12, 31), "year"),))
    True
    """
    return any(_agrees(gold, value) for value in found if value.span.overlaps(gold.span))


def _agrees(gold: GoldDate, value: TimeValue) -> bool:
    if (value.start, value.end) == (gold.start, gold.end):
        return True
    is_part = value.span.contains(gold.span) and value.span != gold.span
    starts, ends = value.span.start == gold.span.start, value.span.end == gold.span.end
    return is_part and ((starts and value.start == gold.start) or (ends and value.end == gold.end))


# ------------------------------------------------------------------------------------------------ GUM


def _gum(folder: Path, nlp: Language) -> Iterator[tuple[GoldDate, bool]]:
    for article in gum_tokens.read_articles(folder):
        times = find_times(parse(nlp, article.document), date.fromisoformat(article.created))
        for gold in gum_dates(article):
            yield gold, is_right(gold, times)


def gum_dates(article: gum_tokens.GoldArticle) -> tuple[GoldDate, ...]:
    """Return the dates that the article marks with a value."""
    found: list[GoldDate] = []
    opened: tuple[int, dict[str, str]] | None = None
    for token in article.tokens:
        note = token.notes.get("XML", "")
        if match := OPENED.search(note):
            opened = token.span.start, dict(ATTRIBUTE.findall(match.group(1)))
        if opened is not None and "</date>" in note:
            found += _gum_date(Span(opened[0], token.span.end), opened[1], article.created)
            opened = None
    return tuple(found)


def _gum_date(span: Span, attributes: dict[str, str], created: str) -> list[GoldDate]:
    if "when" in attributes:
        period = value_of(attributes["when"])
    elif "from" in attributes and "to" in attributes:
        period = Period(date.fromisoformat(attributes["from"]), date.fromisoformat(attributes["to"]), "day")
    else:
        return []
    is_head = attributes.get("when") == created and "rend" in attributes
    return _gold(span, period, is_head)


def _gold(span: Span, period: Period | None, is_head: bool) -> list[GoldDate]:
    if period is None or period.start is None or period.end is None:
        return []
    return [GoldDate(span, period.start, period.end, is_head)]


# ------------------------------------------------------------------------------------------------ MEANTIME


def _meantime(folder: Path, nlp: Language) -> Iterator[tuple[GoldDate, bool]]:
    for article in meantime_articles.read_articles(folder):
        times = find_times(parse(nlp, article.document), article.created)
        for time in article.times:
            if time.kind in ("DATE", "TIME"):
                for gold in _gold(time.span, value_of(time.value), time.is_creation):
                    yield gold, is_right(gold, times)


def value_of(value: str) -> Period | None:
    """Read a value of TimeML or TEI: the days it stands for, or None where it names none.

    >>> value_of("2006-Q4").start, value_of("2004-W47").end, value_of("PAST_REF")
    (datetime.date(2006, 10, 1), datetime.date(2004, 11, 21), None)
    """
    for pattern, read in VALUES:
        if match := re.fullmatch(pattern, value):
            return read(*match.groups())
    return None


def _weekend(year: str, week: str) -> Period:
    saturday = date.fromisocalendar(int(year), int(week), 6)
    return Period(saturday, saturday + timedelta(1), "day")


VALUES = (
    (r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?", lambda y, m, d: make_day(int(y), int(m), int(d))),
    (r"(\d{4})-(\d\d)", lambda y, m: months(int(y), int(m), 1, "month")),
    (r"(\d{4})", lambda y: years(int(y), int(y))),
    (r"(\d{4})-W(\d\d)", lambda y, w: period_of("week", date.fromisocalendar(int(y), int(w), 1))),
    (r"(\d{4})-W(\d\d)-WE", _weekend),
    (r"(\d{4})-Q(\d)", lambda y, q: months(int(y), int(q) * 3 - 2, 3, "quarter")),
    (r"(\d{4})-(SP|SU|FA|WI)", lambda y, s: months(int(y), SEASONS[s], 3, "season")),
    (r"(\d{3})", lambda d: years(int(d) * 10, int(d) * 10 + 9, "decade")),
)
