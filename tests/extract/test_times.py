"""Times as intervals, with what they depend on: when the article was published, and where the clause looks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.times import dateline, find_times
from kg.model import Document, TimeValue
from kg.text.parse import parse
from tests.golden_lines import Case, golden_tests
from tests.parsing import parser


def times_in(text: str, published: date | None) -> tuple[TimeValue, ...]:
    return find_times(parse(parser(), Document("a", "a.txt", text)), published)


def outcome(case: Case) -> tuple[str, ...]:
    published, _, text = case.given.partition(" ")
    given_day = None if published == "-" else date.fromisoformat(published)
    return tuple(as_line(time) for time in times_in(text, given_day))


def as_line(time: TimeValue) -> str:
    modifier = f", {time.modifier}" if time.modifier else ""
    return f"{time.text} = {time.start or '?'} to {time.end or '?'}, {time.granularity}{modifier}"


test_golden, test_regen = golden_tests("times", outcome)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KYIV, June 26, 2024 — The port is closed.", date(2024, 6, 26)),
        ("KYIV, 26 June 2024 (AFP)", date(2024, 6, 26)),
        ("2024-06-26", date(2024, 6, 26)),
        ("Published: Wed, June 26, 2024 10:05 a.m.", date(2024, 6, 26)),
        ("Updated 6/26/2024", date(2024, 6, 26)),
        ("June 26 (Reuters) - The port is closed.", None),
        ("The port is closed.", None),
        ("February 30, 2024", None),
    ],
)
def test_dateline(text: str, expected: date | None) -> None:
    assert dateline(text) == expected


def test_a_dateline_without_a_year_is_near_a_known_day() -> None:
    assert dateline("Dec. 30 (AP)", near=date(2024, 1, 2)) == date(2023, 12, 30)


def test_bounds_follow_the_modifier() -> None:
    (time,) = times_in("The deal will be signed before the end of 2024.", date(2024, 6, 26))
    assert time.bounds() == (None, date(2024, 12, 31))


DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2040, 12, 31))
PHRASES = st.sampled_from(
    """last week|next month|in March|on May 31|two years ago|in the third quarter|this weekend|over the past 30 days
    |on Monday|yesterday|in 2012|by the end of the year|last summer|on 31/2/2020""".replace("\n    ", "").split("|")
)


@given(published=DAYS, phrase=PHRASES, verb=st.sampled_from(["was sold", "will be sold", "is sold"]))
@settings(max_examples=120)
def test_intervals_run_forward_and_spans_give_the_words(published: date, phrase: str, verb: str) -> None:
    text = f"The plant {verb} {phrase}."
    for time in times_in(text, published):
        assert time.span.of(text) == time.text
        assert (time.start is None) == (time.end is None)
        assert time.start is None or time.end is None or time.start <= time.end


@given(published=DAYS, weekday=st.sampled_from(["Monday", "Thursday", "Sunday"]))
@settings(max_examples=40)
def test_the_tense_gives_a_weekday_its_side(published: date, weekday: str) -> None:
    (past,) = times_in(f"The plant was sold on {weekday}.", published)
    (future,) = times_in(f"The plant will be sold on {weekday}.", published)
    assert past.start is not None
    assert future.start is not None
    assert past.start <= published <= future.start
    assert future.start - past.start in (timedelta(0), timedelta(7))
