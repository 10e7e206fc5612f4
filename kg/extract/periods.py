"""Days, weeks, months and years as intervals, and the way from one to another."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_OF = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


@dataclass(frozen=True, slots=True)
class Period:
    """An interval of days, both ends included, with the unit it is told in; without ends it is not resolved."""

    start: date | None
    end: date | None
    granularity: str
    modifier: str = ""


def unknown(granularity: str) -> Period:
    """Return a period of which only the unit is known."""
    return Period(None, None, granularity)


def day(at: date, granularity: str = "day") -> Period:
    """Return one day."""
    return Period(at, at, granularity)


def period_of(unit: str, at: date) -> Period:
    """Return the calendar unit that holds the day; weeks begin on Monday.

    >>> period_of("quarter", date(2024, 5, 20)).end
    datetime.date(2024, 6, 30)
    """
    if unit in ("day", "time"):
        return day(at, unit)
    if unit == "week":
        monday = at - timedelta(at.weekday())
        return Period(monday, monday + timedelta(6), "week")
    if unit == "weekend":
        saturday = at + timedelta(5 - at.weekday())
        return Period(saturday, saturday + timedelta(1), "day")
    length = MONTHS_OF[unit]
    index = (at.year * 12 + at.month - 1) // length * length
    return Period(_first_of(index), _first_of(index + length) - timedelta(1), unit)


def _first_of(index: int) -> date:
    return date(min(max(index // 12, 1), 9999), index % 12 + 1, 1)


def shifted(at: date, unit: str, count: int) -> date:
    """Return the day that lies so many units later, or earlier where the count is negative.

    >>> shifted(date(2024, 1, 31), "month", 1)
    datetime.date(2024, 2, 29)
    """
    try:
        if unit == "time":
            return at
        if unit in ("day", "week", "weekend"):
            return at + timedelta(count * (1 if unit == "day" else 7))
        index = at.year * 12 + at.month - 1 + count * MONTHS_OF[unit]
        year, month = divmod(index, 12)
        return date(year, month + 1, min(at.day, monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):  # beyond the calendar: "in a million years"
        return at


def make_day(year: int, month: int, number: int) -> Period | None:
    """Return a day, or None where the calendar has none such."""
    try:
        return day(date(year, month, number))
    except ValueError:
        return None


def months(year: int, month: int, count: int, granularity: str) -> Period:
    """Return so many whole months.

    >>> months(2024, 12, 3, "season").end
    datetime.date(2025, 2, 28)
    """
    index = year * 12 + month - 1
    return Period(_first_of(index), _first_of(index + count) - timedelta(1), granularity)


def years(first: int, last: int, granularity: str = "year") -> Period:
    """Return whole years."""
    return Period(date(first, 1, 1), date(last, 12, 31), granularity)


def nearest(candidates: list[Period], at: date, direction: int) -> Period:
    """Return the candidate that lies nearest the day, on the side that the direction names where there is one.

    >>> nearest([months(2023, 1, 1, "month"), months(2024, 1, 1, "month")], date(2023, 11, 2), -1).start
    datetime.date(2023, 1, 1)
    """
    fitting = [c for c in candidates if _fits(c, at, direction)] or candidates
    return min(fitting, key=lambda c: (_distance(c, at), c.start or at))


def _fits(period: Period, at: date, direction: int) -> bool:
    if period.start is None or period.end is None:
        return False
    return direction == 0 or (period.start <= at if direction < 0 else period.end >= at)


def _distance(period: Period, at: date) -> int:
    if period.start is None or period.end is None:
        return 0
    if period.start <= at <= period.end:
        return 0
    return min(abs((period.start - at).days), abs((period.end - at).days))
