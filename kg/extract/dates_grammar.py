"""The date grammar: one rule for each way to write a time, tried in order, each a pattern and a reading.

A rule's pattern finds the words; its function turns their parts into a `Period`, given when the article was published,
which day was last spoken of, and whether the clause looks back or ahead.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extract import words_times as words
from kg.extract.periods import Period, day, make_day, months, nearest, period_of, shifted, unknown, years


@dataclass(frozen=True, slots=True)
class Setting:
    """What a relative time depends on: `direction` is -1 in a clause that looks back, 1 in one that looks ahead."""

    published: date | None
    reference: date | None
    direction: int


Reading = Callable[[re.Match[str], Setting], Period | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time."""

    name: str
    pattern: re.Pattern[str]
    read: Reading


def _names(table: dict[str, int], shortest: int = 0) -> str:
    long = sorted((name for name in table if len(name) >= shortest), key=len, reverse=True)
    return "|".join(f"{name.capitalize()}|{name.upper()}" for name in long)


MONTH = rf"(?P<month>{_names(words.MONTHS)})(?:\.(?= ?[\d,]))?"  # "Sept. 5", but "the 3rd of June."
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
WEEKDAY = rf"(?P<weekday>{_names(words.WEEKDAYS)})"
COMMA = r" ?,? "
NUMBER_WORDS = "|".join(sorted((*words.NUMBERS, *words.VAGUE_NUMBERS), key=len, reverse=True))
NUMBER = rf"\[?(?P<number>\d{{1,4}}(?:\.\d)?|{NUMBER_WORDS})\]?"  # editors put "[Ten] years ago" in brackets
UNIT = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|centurie)"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
WHICH = r"(?P<which>this|last|next|past|coming|previous|current|following|same|the)"
NAMED = r"(?P<which>this|last|next|past|coming|previous|following)"
FULL_WEEKDAY = rf"(?P<weekday>{_names(words.WEEKDAYS, shortest=6)})"
FULL_MONTH = rf"(?P<month>{'|'.join(name.capitalize() for name in words.FULL_MONTHS)})"
LAST_DAY = r"(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
YEAR_OR_THIS = r"(?P<year>1[6-9]\d\d|20\d\d|(?i:(?:this|last|next|the) year))"
OF_YEAR = rf"(?: ?,? ?(?:of )?{YEAR_OR_THIS})?"
NTH = r"(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)"
HOLIDAY = f"(?P<holiday>{'|'.join(sorted(words.HOLIDAYS, key=len, reverse=True))})".replace("'", "['’]")
NAMED_DAY = (
    r"the day (?:before yesterday|after tomorrow)|(?:(?:earlier|later|late) )?today|tonight|yesterday"
    r"|tomorrow|last night|this (?:morning|afternoon|evening)"
)
WHERE = r"ago|earlier|later|from now|afterwards|back"
FROM_HERE = "past|last|previous|next|coming|following"
CLOCK = r"(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\b\.?|[0-2]?\d:[0-5]\d(?::\d\d)?|[0-2]\d[0-5]\d(?= (?:UTC|GMT))|noon|midnight)"
PART_OF_DAY = r"(?: (?i:morning|afternoon|evening|night))?"


def _nameless(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


# ------------------------------------------------------------------------------------------------ whole dates


def _full_date(match: re.Match[str], _: Setting) -> Period | None:
    return make_day(int(match["year"]), words.MONTHS[match["month"].lower()], int(match["day"]))


def _numeric_date(match: re.Match[str], _: Setting) -> Period | None:
    """Read 6/26/2024 as Americans do, unless only the other way is a date."""
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    year += 0 if year > 99 else 1900 if year > 50 else 2000
    return make_day(year, first, second) or make_day(year, second, first)


def _iso_date(match: re.Match[str], _: Setting) -> Period | None:
    return make_day(int(match["year"]), int(match["m"]), int(match["day"]))


def _day_and_month(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "June 26": in the year that brings it nearest, on the side that the clause looks to."""
    month, number = words.MONTHS[match["month"].lower()], int(match["day"])
    if setting.published is None:
        return unknown("day")
    around = [make_day(setting.published.year + offset, month, number) for offset in (-1, 0, 1)]
    candidates = [candidate for candidate in around if candidate is not None]
    return nearest(candidates, setting.published, setting.direction) if candidates else None


def _days_of_month(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "May 5-7" and "June 12 and 13, 2024"."""
    first = _full_date(match, setting) if match["year"] else _day_and_month(match, setting)
    if first is None or first.start is None:
        return first
    last = make_day(first.start.year, first.start.month, int(match["last"]))
    return None if last is None else Period(first.start, last.end, "day")


def _month_and_year(match: re.Match[str], setting: Setting) -> Period | None:
    year = match["year"]
    if not year.isdigit():
        if setting.published is None:
            return unknown("month")
        year = setting.published.year + {"this": 0, "last": -1, "next": 1}[year.split()[0].lower()]
    return months(int(year), words.MONTHS[match["month"].lower()], 1, "month")


def _month_alone(match: re.Match[str], setting: Setting) -> Period | None:
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


def _year(match: re.Match[str], _: Setting) -> Period:
    return years(int(match["year"]), int(match["year"]))


def _short_year(match: re.Match[str], setting: Setting) -> Period:
    """Read "since '82" as the last such year before the article."""
    latest = setting.published.year if setting.published is not None else 2049
    year = latest // 100 * 100 + int(match["short"])
    year -= 100 if year > latest + 1 else 0
    return years(year, year)


def _year_range(match: re.Match[str], _: Setting) -> Period | None:
    first, last = int(match["year"]), match["last"]
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return years(first, end) if first < end else None


def _decade(match: re.Match[str], _: Setting) -> Period:
    first = int(match["decade"]) if match["decade"] else 1900 + int(match["short"])
    return years(first, first + 9, "decade")


def _century(match: re.Match[str], _: Setting) -> Period:
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


def _quarter(match: re.Match[str], setting: Setting) -> Period:
    """Read "the third quarter": without a year the last one before the article, or the next for a look ahead."""
    number = int(match["digit"]) if match["digit"] else words.ORDINALS[match["nth"].lower()]
    year = _year_of(match, setting)
    if year is None or setting.published is None:
        return unknown("quarter") if year is None else months(year, number * 3 - 2, 3, "quarter")
    if match["year"]:
        return months(year, number * 3 - 2, 3, "quarter")
    around = [months(year + offset, number * 3 - 2, 3, "quarter") for offset in (-1, 0, 1)]
    return nearest(around, setting.published, setting.direction or -1)


def _half(match: re.Match[str], setting: Setting) -> Period:
    year = _year_of(match, setting)
    first = 1 if match["digit"] == "1" or (match["nth"] or "").lower() == "first" else 7
    return unknown("quarter") if year is None else months(year, first, 6, "quarter")


def _season(match: re.Match[str], setting: Setting) -> Period:
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


def _named_day(match: re.Match[str], setting: Setting) -> Period:
    if setting.published is None:
        return unknown("day")
    word = " ".join(match.group().lower().split())
    offset = -1 if word.startswith(("yesterday", "last")) else 1 if word.startswith("tomorrow") else 0
    if word.startswith("the day before"):
        offset = -2
    if word.startswith("the day after"):
        offset = 2
    return day(setting.published + timedelta(offset))


def _which_unit(match: re.Match[str], setting: Setting) -> Period | None:
    """Read "last week", "this month", "the same day", "the following year"."""
    unit = words.UNITS[_singular(match["unit"])]
    which = match["which"].lower()
    is_anaphoric = which in ("same", "following", "previous", "the") or (which, unit) == ("next", "day")
    at = _spoken_of(setting, which in ("following", "next")) if is_anaphoric else setting.published
    if at is None:
        return unknown("day" if unit == "weekend" else unit)
    if unit == "weekend" and which in ("this", "the"):
        return _weekend(at, setting.direction)
    if which == "the" and unit in ("quarter", "decade", "century", "year", "month"):
        return None
    offset = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(which, 0)
    if unit == "weekend" and offset == -1:
        at -= timedelta(1 if at.weekday() >= 5 else 0)
    return period_of(unit, shifted(at, unit, offset))


def _spoken_of(setting: Setting, is_later: bool) -> date | None:
    """Return the day last spoken of; what comes after a day that the text has not named is not known."""
    if setting.reference is not None or (is_later and setting.direction < 0):
        return setting.reference
    return setting.published


def _weekend(at: date, direction: int) -> Period:
    """Return the weekend just past for a clause that looks back before Friday, else the one of this week."""
    here = period_of("weekend", at)
    return period_of("weekend", at - timedelta(7)) if direction < 0 and at.weekday() < 5 else here


def _span_of_units(match: re.Match[str], setting: Setting) -> Period:
    """Read "the past two years" and "the next five days": up to, or from, the day of the article."""
    unit = words.UNITS[_singular(match["unit"])]
    count = number_of(match["number"]) if match["number"] else 1
    if count is None or setting.published is None or unit == "time":
        return unknown("duration")
    if match["which"].lower() in ("next", "coming", "following"):
        return Period(setting.published, shifted(setting.published, unit, count), unit)
    return Period(shifted(setting.published, unit, -count), setting.published, unit)


def _ago(match: re.Match[str], setting: Setting) -> Period:
    """Read "two years ago" (a year), "a week ago" (a day), "three days later", "the year before"."""
    unit, count = words.UNITS[_singular(match["unit"])], number_of(match["number"] or "one")
    where = match["where"].lower()
    is_later = where in ("later", "after", "afterwards")
    at = setting.published if where in ("ago", "from now", "back") else _spoken_of(setting, is_later)
    if count is None or at is None:
        return unknown("day" if unit in ("time", "week", "weekend") else unit)
    sign = 1 if is_later or where == "from now" else -1
    if unit == "time":
        return day(at + timedelta(sign * (count // 24 if _singular(match["unit"]) == "hour" else 0)))
    if unit == "decade":
        unit, count = "year", count * 10
    return period_of("day" if unit in ("week", "weekend") else unit, shifted(at, unit, sign * count))


def _weekday(match: re.Match[str], setting: Setting) -> Period:
    """Read "Monday": the last one before a clause that looks back, the next one for one that looks ahead."""
    if setting.published is None:
        return unknown("day")
    which = (match["which"] or "").lower()
    number = words.WEEKDAYS[match["weekday"].lower()]
    back = (setting.published.weekday() - number) % 7
    ahead = (number - setting.published.weekday()) % 7
    if which in ("last", "past", "previous"):
        return day(setting.published - timedelta(back or 7))
    if which in ("next", "coming", "following"):
        return day(setting.published + timedelta(ahead or 7))
    return day(setting.published + timedelta(ahead if setting.direction > 0 else -back))


def _holiday(match: re.Match[str], setting: Setting) -> Period | None:
    month, number = words.HOLIDAYS[match["holiday"].lower().replace("’", "'")]
    if match["year"]:
        return make_day(int(match["year"]), month, number)
    if setting.published is None:
        return unknown("day")
    around = [make_day(setting.published.year + offset, month, number) for offset in (-1, 0, 1)]
    return nearest([c for c in around if c is not None], setting.published, setting.direction)


def _year_end(_: re.Match[str], setting: Setting) -> Period:
    at = setting.published
    return unknown("year") if at is None else Period(date(at.year, 12, 31), date(at.year, 12, 31), "year")


def _clock(_: re.Match[str], setting: Setting) -> Period:
    at = setting.reference or setting.published
    return unknown("time") if at is None else day(at, "time")


def _duration(match: re.Match[str], _: Setting) -> Period | None:
    is_one = match["number"].lower() in ("a", "an")  # "15 a year" is a rate
    return None if is_one else unknown("duration")


def number_of(text: str | None) -> int | None:
    """Return the number that the words name, or None where it is vague.

    >>> number_of("twelve"), number_of("several")
    (12, None)
    """
    word = (text or "").lower().strip()
    if word in words.VAGUE_NUMBERS:
        return None
    return words.NUMBERS[word] if word in words.NUMBERS else int(float(word))


def _singular(unit: str) -> str:
    return "century" if unit.lower() == "centurie" else unit.lower()


def _rule(name: str, pattern: str, read: Reading) -> Rule:
    """Compile a rule; a blank in its pattern stands for any blanks within a paragraph, " ?" for one or none."""
    pattern = pattern.replace(" ?", BLANK + "?").replace(" ", BLANK + "+")
    return Rule(name, re.compile(rf"{NOT_INSIDE}(?:{pattern})(?!\w)"), read)


BLANK = r"[^\S\n]"
NOT_INSIDE = r"(?<![\w$£€#/])"
RULES: tuple[Rule, ...] = (
    _rule("iso", rf"{YEAR}-(?P<m>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?:T[\d:.]+Z?)?", _iso_date),
    _rule("numeric", r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4}|\d\d)", _numeric_date),
    _rule("days", rf"{MONTH} {DAY} ?(?:-|–|to|and|through) ?{LAST_DAY}(?:{COMMA}{YEAR})?", _days_of_month),
    _rule("full", rf"(?:{WEEKDAY}{COMMA})?{MONTH} {DAY}{COMMA}{YEAR}", _full_date),
    _rule("british", rf"(?:{WEEKDAY}{COMMA})?{DAY} (?:of )?{MONTH}{COMMA}{YEAR}", _full_date),
    _rule("month-day", rf"(?:{WEEKDAY}{COMMA})?{MONTH} {DAY}(?![:,]\d| ?%)", _day_and_month),
    _rule("day-month", rf"(?:{WEEKDAY}{COMMA})?(?:(?i:the) )?{DAY} (?:of )?{MONTH}", _day_and_month),
    _rule("month-year", rf"{MONTH}(?: ?,)? (?:of )?{YEAR_OR_THIS}", _month_and_year),
    _rule("year-range", rf"{YEAR} ?[-–] ?(?P<last>\d{{4}}|\d\d)", _year_range),
    _rule("decade", r"(?:(?i:the) )?(?:['’](?P<short>\d0)|(?P<decade>1[6-9]\d0|20\d0))['’]?s", _decade),
    _rule("century", r"(?:(?i:the) )?(?P<nth>1\d|2[01])(?:th|st)(?:-| )century", _century),
    _rule("quarter", rf"(?i:(?:the )?(?:{NTH}(?:-| )(?:fiscal )?quarter|Q(?P<digit>[1-4]))){OF_YEAR}", _quarter),
    _rule("half", rf"(?i:(?:the )?(?P<nth>first|second) half of |H(?P<digit>[12]) ?){YEAR_OR_THIS}", _half),
    _rule("season", rf"(?:(?i:{WHICH}) )?{SEASON}(?: (?:of )?{YEAR})?", _season),
    _rule("holiday", rf"(?i:{HOLIDAY})(?:{COMMA}{YEAR})?", _holiday),
    _rule("year-end", r"(?i:year(?:-| )end|year['’]s end|(?:the )?end of the year)", _year_end),
    _rule("named-day", rf"(?i:{NAMED_DAY}){PART_OF_DAY}", _named_day),
    _rule("ago", rf"(?i:{NUMBER}(?: of)?(?:-| ){UNIT}s? (?P<where>{WHERE}))", _ago),
    _rule(
        "unit-before", rf"(?i:the (?P<number>\b){UNIT} (?P<where>before|earlier|after|later))(?= ?[,.;:)\n]|$)", _ago
    ),
    _rule("span", rf"(?i:(?:(?:the|these) )?(?P<which>{FROM_HERE}) {NUMBER} (?:of )?{UNIT}s)", _span_of_units),
    _rule("the-past", rf"(?i:the (?P<which>past|coming) (?P<number>\b){UNIT})", _span_of_units),
    _rule("which-unit", rf"(?i:(?:(?:earlier|later|late|early) )?(?P<the>the )?{WHICH} {UNIT})", _which_unit),
    _rule("weekday", rf"(?:(?i:{NAMED}) )?{FULL_WEEKDAY}{PART_OF_DAY}", _weekday),
    _rule("month", rf"(?:(?i:{NAMED}) )?{FULL_MONTH}", _month_alone),
    _rule("clock", rf"(?i:{CLOCK}(?: \(?(?:UTC|GMT|local time|E[SD]?T|BST|CES?T)\b)?)", _clock),
    _rule("short-year", r"['’](?P<short>\d\d)", _short_year),
    _rule("year", YEAR, _year),
    _rule("duration", rf"(?i:{NUMBER}(?: and a half)?(?:-| ){UNIT}s?(?:(?:-| )long)?)", _duration),
)
ANY = re.compile(NOT_INSIDE + "(?:" + "|".join(_nameless(rule.pattern.pattern) for rule in RULES) + ")")
