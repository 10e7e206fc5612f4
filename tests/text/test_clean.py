"""Cleaning: what is kept is kept as it was, twice is once, and what is no English article is left out with a reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Article, Document, Skip
from kg.text.clean import clean
from kg.text.layout import LONGEST_TEXT
from kg.text.read import read_articles

BODY = (
    "The yard has repaired eleven ships since the spring, and it has hired forty people to do the work on time.\n\n"
    "Its owner, a company from Bergen, says that orders will last until 2027. Some of its clients doubt that."
)
LINES = (
    *BODY.split("\n\n"),
    '"We did not expect that," said the director.',
    "BERGEN (Coast Wire) — The yard will grow.",
    "Yard hires forty people",
    "By Marit Solheim, The Skerry Courier",
    "14 February 2023",
    "Photo: Jo Dahl/Getty Images",
    "A crane, left, lifts a tug on May 3, 2022.",
    "Read more: Where the tugs went",
    "keep readingShow less",
    "LATEST",
    "Sea & Harbour",
    "What happens next?",
    "Sign up for our newsletter.",
    "Marit Solheim is a reporter in Bergen.",
    "© 2023 The Skerry Courier. All rights reserved.",
    "",
    "Die Werft hat elf Schiffe repariert.",
)


def article(text: str, **known: object) -> Article:
    return replace(Article("a.txt", text), **known)  # type: ignore[arg-type]


def document(text: str, **known: object) -> Document:
    found = clean(article(text, **known))
    assert isinstance(found, Document), found
    return found


def again(cleaned: Document) -> Article:
    """The cleaned article, to be cleaned once more."""
    return Article(
        cleaned.source, cleaned.text, cleaned.title, cleaned.author, cleaned.publisher, cleaned.published, cleaned.url
    )


# ------------------------------------------------------------------------------------------------ properties


@settings(max_examples=300)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25).map("\n".join))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    once = clean(article(text))
    if isinstance(once, Document):
        assert clean(again(once)) == once


@settings(max_examples=200)
@given(st.lists(st.sampled_from(LINES), min_size=1, max_size=25))
def test_what_is_kept_stands_in_the_article_in_that_order(lines: list[str]) -> None:
    found = clean(article("\n".join(lines)))
    if isinstance(found, Document):
        rest = iter(lines)
        assert all(any(line.endswith(kept) for line in rest) for kept in found.text.split("\n\n"))


@given(st.text(max_size=200))
def test_any_text_gives_a_document_or_a_reason(text: str) -> None:
    found = clean(article(text))
    assert found.text if isinstance(found, Document) else found.reason


# ------------------------------------------------------------------------------------------------ what is kept


def test_clean_text_stays_as_it_is() -> None:
    assert document(BODY).text == BODY


def test_a_page_loses_its_headline_and_nothing_else() -> None:
    page = f"Yard hires forty people\n{BODY}\nPhoto: Jo Dahl"
    cleaned = document(page, title="Yard hires forty people", is_plain=False)
    assert cleaned.text == f"{BODY}\n\nPhoto: Jo Dahl"


def test_one_short_sentence_is_an_article() -> None:
    assert document("The crews of the yard have left.").text == "The crews of the yard have left."


def test_a_sentence_in_brackets_is_no_credit() -> None:
    text = f"{BODY} (The other half went to a yard in Gdansk.)"
    assert document(text).text == text


def test_an_agency_in_brackets_does_not_make_a_caption() -> None:
    text = f"{BODY}\n\nThe yard closed on Friday. (Reuters)"
    assert document(text).text == text


def test_an_acronym_before_a_dash_is_no_dateline() -> None:
    text = "UNESCO — the organization that lists them — has taken the bridges off its list, and the city has protested."
    assert document(text).text == text


@pytest.mark.parametrize(
    ("dateline", "publisher", "published"),
    [
        ("BERGEN — ", "", None),
        ("BERGEN, Norway (Coast Wire) — ", "Coast Wire", None),
        ("Bergen, Nov. 8, 2024 (Coast Wire) – ", "Coast Wire", date(2024, 11, 8)),
        ("ABU DHABI, 8 November 2024 -- ", "", date(2024, 11, 8)),
        ("BERGEN/OSLO (Coast Wire) - ", "Coast Wire", None),
        ("Bergen — ", "", None),
        ("Bergen, Norway – ", "", None),
        ("November 8, 2024 ", "", date(2024, 11, 8)),
        ("BERGEN, 8 November 2024. ", "", date(2024, 11, 8)),
        ("BERGEN, Nov. 8, 2024 (Coast-Wire) — ", "Coast-Wire", date(2024, 11, 8)),
        ("Friday, 8 November 2024 (Coast Wire): ", "Coast Wire", date(2024, 11, 8)),
    ],
)
def test_a_dateline_becomes_metadata(dateline: str, publisher: str, published: date | None) -> None:
    cleaned = document(dateline + BODY)
    assert (cleaned.text, cleaned.publisher, cleaned.published) == (BODY, publisher, published)


def test_where_an_author_writes_is_no_part_of_the_name() -> None:
    cleaned = document(f"Crews leave the town\n\nBy Ida Holm in Bergen, 8 November 2024\n\n{BODY}")
    assert (cleaned.author, cleaned.published) == ("Ida Holm", date(2024, 11, 8))


def test_a_day_that_the_first_sentence_needs_stays_in_it() -> None:
    text = "November 8, 2024, was the day on which the crews of the yard left the town, and nobody saw them go."
    assert document(text).text == text


# ------------------------------------------------------------------------------------------------ identity


def test_the_id_covers_text_source_publisher_and_date() -> None:
    variants = [
        document(BODY),
        document(BODY + " It closes on Sunday."),
        document(BODY, source="b.txt"),
        document(BODY, publisher="The Skerry Courier"),
        document(BODY, published=date(2023, 2, 14)),
    ]
    assert len({variant.id for variant in variants}) == len(variants)


def test_the_id_does_not_depend_on_furniture_or_title() -> None:
    assert document(f"Yard hires forty people\nShare\n\n{BODY}\n\nLATEST\nFish market closed").id == document(BODY).id


# ------------------------------------------------------------------------------------------------ what is left out


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text in it; give the article's text or leave the file out"),
        (" \n\u00a0\n", "no text in it; give the article's text or leave the file out"),
        ("Menu\nSubscribe\nHome", "no sentences in it; give the article's full text"),
        ("a" * (LONGEST_TEXT + 1), "longer than 500,000 characters; split it into articles"),
        (
            "Die Werft hat seit dem Frühjahr elf Schiffe repariert, und sie hat vierzig Leute eingestellt.",
            "not in English but in 'de'; kg reads English",
        ),
        (
            "Le chantier a réparé onze navires depuis le printemps, et il a engagé quarante personnes.",
            "not in English but in 'fr'; kg reads English",
        ),
        (
            "Верфь отремонтировала одиннадцать судов и наняла сорок человек.",
            "not in English but in 'ru'; kg reads English",
        ),
        ("造船所は春から十一隻の船を修理し、四十人を雇った。", "not in English but in 'ja'; kg reads English"),
    ],
)
def test_what_is_no_english_article_is_left_out_with_the_reason(text: str, reason: str) -> None:
    assert clean(article(text)) == Skip("a.txt", reason)


def test_an_english_article_full_of_foreign_names_is_english() -> None:
    text = (
        "Wołodymyr Hrysenko met Łukasz Żółkiewski in the town of Kędzierzyn-Koźle, and they agreed that Szczecin's "
        "Stocznia Remontowa would be paid by Przedsiębiorstwo Żeglugi before the end of the month."
    )
    assert document(text).text == text


# ------------------------------------------------------------------------------------------------ the given articles


@pytest.fixture
def given_articles(shared: Callable[[str], Path]) -> dict[str, tuple[Article, Document]]:
    found = {}
    for read in read_articles([shared("articles")]):
        assert isinstance(read, Article)
        cleaned = clean(read)
        assert isinstance(cleaned, Document)
        found[read.source[:3]] = (read, cleaned)
    return found


def test_articles_without_furniture_stay_whole(given_articles: dict[str, tuple[Article, Document]]) -> None:
    with_headline, cleaned = given_articles["000"]
    assert with_headline.text.split() == [*cleaned.title.split(), *cleaned.text.split()]
    without_headline, cleaned = given_articles["001"]
    assert without_headline.text.split() == cleaned.text.split()


def test_teasers_and_captions_go(given_articles: dict[str, tuple[Article, Document]]) -> None:
    _, cleaned = given_articles["002"]
    for word in ("Bessent", "Merz", "conscription", "MIM-104", "propagandist", "inflate", "Subscribe", "Shutterstock"):
        assert word not in cleaned.text
    assert len(cleaned.text.split("\n\n")) == 12
    assert cleaned.title.startswith("US contractors in Ukraine")
