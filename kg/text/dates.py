"""The date that an article gives itself in a head line, in front matter or in a field."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"\b{_YEAR}[-/.](?P<number>0?[1-9]|1[0-2])[-/.]{_DAY}(?!\d)",
        rf"\b{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"\b{_DAY}(?:st|nd|rd|th)?(?:\s+of)?\s+{_MONTH},?\s+{_YEAR}\b",
        rf"\b{_DAY}-{_MONTH}-{_YEAR}\b",
        rf"(?<![\d.]){_DAY}\.\s?(?P<number>0?[1-9]|1[0-2])\.\s?{_YEAR}\b",
        rf"(?<![\d/])(?P<first>\d\d?)/(?P<second>\d\d?)/{_YEAR}\b",
    )
)


def find_date(text: str) -> date | None:
    """Return the first calendar date with a year that the text holds, or None.

    >>> find_date("Updated 3:45 PM EST, Fri November 8, 2024")
    datetime.date(2024, 11, 8)
    >>> find_date("2024-11-08T09:30:00Z")
    datetime.date(2024, 11, 8)
    >>> find_date("03/04/2024") is None
    True
    """
    found = [match for form in FORMS for match in form.finditer(text)]
    dates = (_date_of(match) for match in sorted(found, key=lambda match: match.start()))
    return next((day for day in dates if day is not None), None)


def _date_of(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    if parts.get("first"):
        month, day = _in_order(int(parts["first"]), int(parts["second"]))
    else:
        month = int(parts["number"]) if parts.get("number") else MONTHS.index(parts["month"][:3].lower()) + 1
        day = int(parts["day"])
    try:
        return date(int(parts["year"]), month, day)
    except ValueError:  # 31 February
        return None


def _in_order(first: int, second: int) -> tuple[int, int]:
    """Return month and day; 03/04 is in March for one half of the world and in April for the other: no date."""
    if first <= 12 and second <= 12 and first != second:
        return 0, 0
    return (second, first) if first > 12 else (first, second)
