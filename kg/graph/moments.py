"""Whether what is said of different times may be one thing: who won a cup in 2019 has not won that of 2023.

A time is an ISO 8601 date or interval, as evidence has it: `..` for an open end, "" where it is not known.
"""

from __future__ import annotations

from collections.abc import Mapping

OPEN_END = ".."
UNKNOWN = ""


def may_overlap(one: str, other: str) -> bool:
    """Tell whether two times may have a day in common.

    >>> may_overlap("2019-05", "2019-01-01/2019-12-31"), may_overlap("2019", "2020/2021"), may_overlap("2019", "")
    (True, False, True)
    """
    (start, end), (opening, close) = _bounds(one), _bounds(other)
    return _is_before(start, close) and _is_before(opening, end)


def of_one_time(times: Mapping[int, str]) -> list[list[int]]:
    r"""Return the groups of what may speak of one day, each as large as can be; what has no time is in all of them.

    >>> of_one_time({0: "2019-05-01/2019-05-31", 1: "2023-05-01/2023-05-31", 2: "2023", 3: ""})
    [[0, 3], [1, 2, 3]]
    >>> of_one_time({0: "", 1: ""})
    [[0, 1]]
    """
    days = {_day(time) for time in times.values()} - {UNKNOWN}
    groups = {tuple(at for at, time in times.items() if _covers(time, day)) for day in days} or {tuple(times)}
    return sorted(list(group) for group in groups if not any(set(group) < set(other) for other in groups))


def _day(time: str) -> str:
    """Return a day that a time covers: where the groups that it is in have one in common, the first."""
    return next((end for end in _bounds(time) if end != OPEN_END), UNKNOWN)


def _covers(time: str, day: str) -> bool:
    start, end = _bounds(time)
    return _is_before(start, day) and _is_before(day, end)


def _bounds(time: str) -> tuple[str, str]:
    start, _, end = time.partition("/")
    return start, end or start


def _is_before(start: str, end: str) -> bool:
    """Tell whether a start lies before an end; an open or unknown one always does."""
    return not {start, end}.isdisjoint({UNKNOWN, OPEN_END}) or start[: len(end)] <= end
