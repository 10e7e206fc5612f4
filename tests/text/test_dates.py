"""Dates as articles write their own."""

from __future__ import annotations

from datetime import date

import pytest

from kg.text.dates import find_date

NOVEMBER_8 = date(2024, 11, 8)


@pytest.mark.parametrize(
    "text",
    [
        "2024-11-08",
        "2024-11-08T09:30:00+01:00",
        "2024/11/08",
        "November 8, 2024",
        "Nov. 8, 2024, 3:45 p.m.",
        "Friday, 8 November 2024 14:05 GMT",
        "8th of November, 2024",
        "08-Nov-2024",
        "08.11.2024",
    ],
)
def test_a_date_is_found(text: str) -> None:
    assert find_date(f"Published {text}") == NOVEMBER_8


def test_a_day_above_twelve_tells_which_number_is_the_month() -> None:
    assert find_date("25/11/2024") == find_date("11/25/2024") == date(2024, 11, 25)


@pytest.mark.parametrize(
    "text", ["08/11/2024", "November 8", "in 2024", "31 February 2024", "2024-13-08", "call 1/12/3/2024", "20241108"]
)
def test_what_is_not_sure_is_no_date(text: str) -> None:
    assert find_date(text) is None


def test_the_first_of_several_is_taken() -> None:
    assert find_date("8 November 2024, updated 2024-11-10") == NOVEMBER_8
