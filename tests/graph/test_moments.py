"""Articles that state the same of different times do not agree with each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.moments import may_overlap, of_one_time
from kg.model import Span, TimeValue
from tests.graph.conftest import ArticleBuilder, graph_of, values

YEARS = st.sampled_from(["", "2019", "2023", "2019-01-01/2023-12-31", "2019-05-04", "2023-03-01/..", "../2019-12-31"])


def year(number: int) -> TimeValue:
    return TimeValue(f"in {number}", Span(0, 7), date(number, 1, 1), date(number, 12, 31), "year")


def support(*articles: ArticleBuilder) -> set[str]:
    graph = graph_of(*(article.build() for article in articles))
    return {row[1] for row in values(graph, "SELECT ?f ?n { ?f kg:support ?n }")}


@pytest.mark.parametrize(
    ("times", "expected"),
    [((2019, 2019), "2"), ((2019, 2023), "1"), ((2019, None), "2"), ((2019, 2023, 2023), "2"), ((None, None), "2")],
)
def test_sources_agree_on_what_may_be_of_one_time(times: tuple[int | None, ...], expected: str) -> None:
    tellings = (
        "Northland won the Alpha One.",
        "We are told Northland won it, the Alpha One.",
        "Hear: Northland won Alpha One.",
    )
    articles = [ArticleBuilder(telling, f"{at}.txt") for at, telling in enumerate(tellings[: len(times)])]
    for article, told in zip(articles, times, strict=True):
        article.say("Northland", "won", "Alpha One", lemma="win", time=None if told is None else year(told))
    assert support(*articles) == {expected}


@pytest.mark.parametrize(("published", "expected"), [(date(2024, 11, 20), "2"), (date(2023, 11, 9), "1")])
def test_what_only_happens_does_so_near_its_article(published: date, expected: str) -> None:
    one = ArticleBuilder("Shares in Northland fell.", "a.txt")
    other = ArticleBuilder("We hear that Northland fell again.", "b.txt", published=published)
    for article in (one, other):
        article.say("Northland", "fell", None, lemma="fall")
    assert support(one, other) == {expected}


@given(st.dictionaries(st.integers(0, 6), YEARS, max_size=5))
def test_each_group_may_be_of_one_time_and_all_are_in_one(times: dict[int, str]) -> None:
    groups = of_one_time(times)
    assert {at for group in groups for at in group} == set(times)
    assert all(may_overlap(times[one], times[other]) for group in groups for one in group for other in group)
