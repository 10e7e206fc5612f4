"""The readings of the date grammar: each turns the parts that a rule's pattern found into a `Period`.

They are given when the article was published, which day was last spoken of, and whether the clause looks back or ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kg.extract import words_times as words
from kg.extract.periods import Period, day, make_day, months, nearest, period_of, shifted, unknown, years


@dataclass(frozen=True, slots=True)
class Setting:
    """What a relative time depends on.

    Attributes:
        reference: the day last spoken of.
        direction: -1 in a clause that looks back, 1 in one that looks ahead.
        year: the first day of a year that was named just before.
    """

    published: date | None
    reference: date | None
    direction: int
    year: date | None = None


DAYS_OF_WEEK = 7
Reading = Callable[[re.Match[str], Setting], Period | None]


# ------------------------------------------------------------------------------------------------ whole dates


def full_date(match: re.Match[str], _: Setting) -> Period | None:
    """Read "June 26, 2024"."""
    return make_day(int(match["year"]), words.MONTHS[match["month"].lower()], int(match["day"]))


def numeric_date(match: re.Match[str], _: Setting) -> Period | None:
    """Read 6/26/2024 as Americans do, unless only the other way is a date."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    return make_day(year, first, second) or make_day(year, second, first)


def iso_date(match: re.Match[str], _: Setting) -> Period | None:
    """Read "2024-06-26"."""
    return make_day(int(match["year"]), int(match["m"]), int(match["day"]))


def day_and_month(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "June 26": in the year that brings it nearest, on the side that the clause looks to."""
    month, number = words.MONTHS[match["month"].lower()], int(match["day"])
    if setting.published is None:
        return unknown("day")
    around = [make_day(setting.published.year + offset, month, number) for offset in (-1, 0, 1)]
    candidates = [candidate for candidate in around if candidate is not None]
    return nearest(candidates, setting.published, setting.direction) if candidates else None


def days_of_month(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "May 5-7" and "June 12 and 13, 2024"."""
    first = full_date(match, setting) if match["year"] else day_and_month(match, setting)
    if first is None or first.start is None:
        return first
    last = make_day(first.start.year, first.start.month, int(match["last"]))
    return None if last is None else Period(first.start, last.end, "day")


def month_and_year(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "June 2024" and "June last year"."""
    year = match["year"]
    if not year.isdigit():
        if setting.published is None:
            return unknown("month")
        year = setting.published.year + {"this": 0, "last": -1, "next": 1}[year.split()[0].lower()]
    return months(int(year), words.MONTHS[match["month"].lower()], 1, "month")


def month_alone(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "in June": the one that the clause looks to."""
    month = words.MONTHS[match["month"].lower()]
    if setting.published is None:
        return unknown("month")
    which = (match["which"] or "").lower()
    direction = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, setting.direction)
    around = [months(setting.published.year + offset, month, 1, "month") for offset in (-1, 0, 1)]
    if which == "this":
        return around[1]
    here = period_of("month", setting.published)
    if which in ("last", "next"):
        around = [candidate for candidate in around if candidate.start != here.start]
    return nearest(around, setting.published, direction)


# ------------------------------------------------------------------------------------------------ years and their parts


def year(match: re.Match[str], _: Setting) -> Period:
    """Read "2024"."""
    return years(int(match["year"]), int(match["year"]))


def short_year(match: re.Match[str], setting: Setting) -> Period:
    """Read "since '82" as the last such year before the article."""
    latest = setting.published.year if setting.published is not None else 2049
    year = latest // 100 * 100 + int(match["short"])
    year -= 100 if year > latest + 1 else 0
    return years(year, year)


def year_range(match: re.Match[str], _: Setting) -> Period | None:
    """Read "2022-23"."""
    first, last = int(match["year"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return years(first, end) if first < end else None


def decade(match: re.Match[str], _: Setting) -> Period:
    """Read "the 1990s"."""
    first = int(match["decade"]) if match["decade"] else 1900 + int(match["short"])
    return years(first, first + 9, "decade")


def century(match: re.Match[str], _: Setting) -> Period:
    """Read "the 19th century"."""
    first = (int(match["nth"]) - 1) * 100 + 1
    return years(first, first + 99, "century")


def _year_of(match: re.Match[str], setting: Setting) -> int | None:
    """Return the year that "of 2024", "of last year" or nothing names."""
    text = match["year"]
    if text and text.isdigit():
        return int(text)
    if setting.published is None:
        return None
    return setting.published.year + {"last": -1, "next": 1}.get((text or "this").split()[0].lower(), 0)


def quarter(match: re.Match[str], setting: Setting) -> Period:
    """Read "the third quarter": without a year the last one before the article, or the next for a look ahead."""
    number = int(match["digit"]) if match["digit"] else words.ORDINALS[match["nth"].lower()]
    year = _year_of(match, setting)
    if year is None or setting.published is None:
        return unknown("quarter") if year is None else months(year, number * 3 - 2, 3, "quarter")
    if match["year"]:
        quarter = months(year, number * 3 - 2, 3, "quarter")
        return replace(quarter, modifier="approx") if match["fiscal"] else quarter
    around = [months(year + offset, number * 3 - 2, 3, "quarter") for offset in (-1, 0, 1)]
    return nearest(around, setting.published, setting.direction or -1)


def fiscal_year(match: re.Match[str], _: Setting) -> Period:
    """Read "fiscal 2023": about that year, for when it begins the text does not say."""
    text = match["year"]
    year = int(text) if len(text) == 4 else 2000 + int(text)
    return replace(years(year, year), modifier="approx")


def year_to(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "the year to March" and "the three months ended March 31, 2024"."""
    month, text = words.MONTHS[match["month"].lower()], match["year"]
    if setting.published is None and not text:
        return unknown(words.UNITS[match["unit"].lower()])
    at = setting.published
    candidates = [int(text)] if text or at is None else [at.year - 1, at.year]
    whole = [months(year, month, 1, "month") for year in candidates]
    last = nearest(whole, at, -1) if at is not None and not text else whole[0]
    number = match["day"] or match["before"]
    end = last.end if not number or last.start is None else last.start + timedelta(int(number) - 1)
    count = number_of(match["number"]) if match["number"] else 1
    if end is None or count is None:
        return None
    unit = words.UNITS[match["unit"].lower()]
    return Period(shifted(end + timedelta(1), unit, -count), end, unit)


def half(match: re.Match[str], setting: Setting) -> Period:
    """Read "the first half of 2024"."""
    year = _year_of(match, setting)
    first = 1 if match["digit"] == "1" or (match["nth"] or "").lower() == "first" else 7
    return unknown("quarter") if year is None else months(year, first, 6, "quarter")


def season(match: re.Match[str], setting: Setting) -> Period:
    """Read "last summer" and "the summer of 2020"."""
    month = words.SEASONS[match["season"].lower()]
    if match["year"]:
        return months(int(match["year"]), month, 3, "season")
    if setting.published is None:
        return unknown("season")
    around = [months(setting.published.year + offset, month, 3, "season") for offset in (-1, 0, 1)]
    which = (match["which"] or "").lower()
    direction = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, setting.direction)
    if which == "last":
        around = [c for c in around if c.end is not None and c.end < setting.published]
    if which == "next":
        around = [c for c in around if c.start is not None and c.start > setting.published]
    return nearest(around, setting.published, direction)


# ------------------------------------------------------------------------------------------------ relative


def named_day(match: re.Match[str], setting: Setting) -> Period:
    """Read "yesterday", "tonight", "the day before yesterday"."""
    if setting.published is None:
        return unknown("day")
    word = " ".join(match.group().lower().split())
    offset = -1 if word.startswith(("yesterday", "last")) else 1 if word.startswith("tomorrow") else 0
    if word.startswith("the day before"):
        offset = -2
    if word.startswith("the day after"):
        offset = 2
    return day(setting.published + timedelta(offset))


def unit_part(match: re.Match[str], setting: Setting) -> Period:
    """Read the "month" of "the end of the month"."""
    unit = words.UNITS[match["unit"].lower()]
    return unknown(unit) if setting.published is None else period_of(unit, setting.published)


def in_units(match: re.Match[str], setting: Setting) -> Period:
    """Read the "two weeks" of "will be sold in two weeks"; in a clause that looks back it is how long it took."""
    unit, count = words.UNITS[_singular(match["unit"])], number_of(match["number"])
    if setting.direction <= 0 or count is None or unit == "time":
        return unknown("duration")
    if setting.published is None:
        return unknown("day" if unit == "week" else unit)
    return period_of("day" if unit == "week" else unit, shifted(setting.published, unit, count))


def nth_weekday(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "the first Monday of May"."""
    month = month_and_year(match, setting) if match["year"] else month_alone(match, setting)
    number, nth = words.WEEKDAYS[match["weekday"].lower()], match["nth"].lower()
    if month is None or month.start is None or month.end is None:
        return unknown("day")
    if nth in ("last", "final"):
        return day(month.end - timedelta((month.end.weekday() - number) % 7))
    first = month.start + timedelta((number - month.start.weekday()) % 7)
    return day(first + timedelta(7 * (words.ORDINALS[nth] - 1)))


def which_unit(match: re.Match[str], setting: Setting) -> Period:
    """Read "last week", "this month", "the same day", "the following year"."""
    unit = words.UNITS[_singular(match["unit"])]
    which = match["which"].lower()
    is_anaphoric = which in ("same", "that", "following", "previous", "the") or (which, unit) == ("next", "day")
    at = _spoken_of(setting, which in ("following", "next"), unit) if is_anaphoric else setting.published
    if at is None:
        return unknown("day" if unit == "weekend" else unit)
    if unit == "weekend" and which in ("this", "the") and setting.published is not None:
        return _weekend(setting.published, setting.direction)
    offset = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit == "weekend" and offset == -1:
        at -= timedelta(1 if at.weekday() >= 5 else 0)
    return period_of(unit, shifted(at, unit, offset))


def _spoken_of(setting: Setting, is_later: bool, unit: str) -> date | None:
    """Return the day last spoken of; what comes after a day that the text has not named is not known."""
    if unit == "year" and setting.year is not None:
        return setting.year
    if setting.reference is not None or (is_later and setting.direction < 0):
        return setting.reference
    return setting.published


def _weekend(at: date, direction: int) -> Period:
    """Return the weekend just past for a clause that looks back before Friday, else the one of this week."""
    here = period_of("weekend", at)
    return period_of("weekend", at - timedelta(7)) if direction < 0 and at.weekday() < 5 else here


def span_of_units(match: re.Match[str], setting: Setting) -> Period:
    """Read "the past two years" and "the next five days": up to, or from, the day of the article."""
    unit = words.UNITS[_singular(match["unit"])]
    count = number_of(match["number"]) if match["number"] else 1
    if count is None or setting.published is None or unit == "time":
        return unknown("duration")
    if match["which"].lower() in ("next", "coming", "following"):
        return Period(setting.published, shifted(setting.published, unit, count), unit)
    return Period(shifted(setting.published, unit, -count), setting.published, unit)


def ago(match: re.Match[str], setting: Setting) -> Period:
    """Read "two years ago" (a year), "a week ago" (a day), "three days later", "the year before"."""
    unit, count = words.UNITS[_singular(match["unit"])], number_of(match["number"] or "one")
    where = match["where"].lower()
    is_later = where in ("later", "after", "afterwards")
    at = setting.published if where in ("ago", "from now", "back") else _spoken_of(setting, is_later, unit)
    if count is None or at is None:
        return unknown("day" if unit in ("time", "week", "weekend") else unit)
    sign = 1 if is_later or where == "from now" else -1
    if is_later and setting.published is not None and setting.direction < 0:
        days = timedelta(1) if unit == "time" else shifted(at, unit, count) - at
        if at + days > setting.published:  # what is past cannot lie ahead of the article: another day was meant
            return unknown("day")
    if unit == "time":
        return day(at + timedelta(sign * (count // 24 if _singular(match["unit"]) == "hour" else 0)))
    if unit == "decade":
        unit, count = "year", count * 10
    if match.groupdict().get("half") and unit == "year":
        return period_of("month", shifted(at, "month", sign * (count * 12 + 6)))
    return period_of("day" if unit in ("week", "weekend") else unit, shifted(at, unit, sign * count))


def weekday_of_week(match: re.Match[str], setting: Setting) -> Period:
    """Read "Tuesday last week": the day of the calendar week."""
    if setting.published is None:
        return unknown("day")
    weeks = {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    monday = setting.published - timedelta(setting.published.weekday())
    return day(monday + timedelta(7 * weeks + words.WEEKDAYS[match["weekday"].lower()]))


def weekday(match: re.Match[str], setting: Setting) -> Period:
    """Read "Monday": the last one before a clause that looks back, the next one for one that looks ahead."""
    if setting.published is None:
        return unknown("day")
    which = (match["which"] or "").lower()
    number = words.WEEKDAYS[match["weekday"].lower()]
    back = (setting.published.weekday() - number) % 7
    ahead = (number - setting.published.weekday()) % 7
    if which in ("last", "past", "previous"):
        return day(setting.published - timedelta(back or 7))
    is_this_week = 0 < ahead < DAYS_OF_WEEK - setting.published.weekday()
    if which == "next" and is_this_week and setting.direction > 0:
        return unknown("day")  # on a Tuesday "next Wednesday" is tomorrow for few, and for most in a week
    if which in ("next", "coming", "following"):
        return day(setting.published + timedelta(ahead or 7))
    return day(setting.published + timedelta(ahead if setting.direction > 0 else -back))


def holiday(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "Christmas"."""
    month, number = words.HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    if match["year"]:
        return make_day(int(match["year"]), month, number)
    if setting.published is None:
        return unknown("day")
    around = [make_day(setting.published.year + offset, month, number) for offset in (-1, 0, 1)]
    return nearest([c for c in around if c is not None], setting.published, setting.direction)


def year_end(_: re.Match[str], setting: Setting) -> Period:
    """Read "the end of the year"."""
    at = setting.published
    return unknown("year") if at is None else Period(date(at.year, 12, 31), date(at.year, 12, 31), "year")


def clock(_: re.Match[str], setting: Setting) -> Period:
    """Read "6 p.m.": on the day last spoken of."""
    at = setting.reference or setting.published
    return unknown("time") if at is None else day(at, "time")


def duration(match: re.Match[str], _: Setting) -> Period | None:
    """Read "two weeks": how long, no time."""
    is_one = match["number"].lower() in ("a", "an")  # "15 a year" is a rate
    return None if is_one else unknown("duration")


def number_of(text: str | None) -> int | None:
    """Return the number that the words name, or None where it is vague.

    >>> number_of("twelve"), number_of("thirty-one"), number_of("several")
    (12, 31, None)
    """
    word = " ".join((text or "").lower().split())
    if word in words.VAGUE_NUMBERS:
        return None
    tens, _, ones = word.partition("-")
    if tens in words.TENS and ones:  # "thirty-one"
        return words.NUMBERS[tens] + words.NUMBERS.get(ones, 0)
    return words.NUMBERS[word] if word in words.NUMBERS else int(float(word))


def _singular(unit: str) -> str:
    return "century" if unit.lower() == "centurie" else unit.lower()
