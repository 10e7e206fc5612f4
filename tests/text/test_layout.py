"""Paragraphs, however a file lays them out."""

from __future__ import annotations

from textwrap import fill

import pytest

from kg.text.layout import ordinary, paragraphs

PROSE = (
    "The yard has repaired eleven ships since the spring, and it has hired forty people to do the work on time.",
    "Its owner, a company from Bergen, says that orders will last until 2027. Some of its clients doubt that.",
    "A second yard, further up the coast, closed in May, because nobody there could be found to weld.",
)


@pytest.mark.parametrize("width", [55, 64, 72, 80])
def test_wrapped_lines_are_joined(width: int) -> None:
    assert paragraphs("\n\n".join(fill(paragraph, width) for paragraph in PROSE)) == PROSE


def test_wrapped_paragraphs_need_no_empty_line_between() -> None:
    longer = (f"{PROSE[0]} {PROSE[1]}", f"{PROSE[1]} {PROSE[2]}", f"{PROSE[2]} {PROSE[0]}")
    assert paragraphs("\n".join(fill(paragraph, 60) for paragraph in longer)) == longer


def test_one_long_line_does_not_hide_the_margin() -> None:
    text = "\n\n".join(fill(paragraph, 60) for paragraph in PROSE * 3)
    first, second, rest = text.split("\n", 2)
    assert paragraphs(f"{first} {second}\n{rest}") == PROSE * 3


def test_lines_that_are_paragraphs_stay() -> None:
    assert paragraphs("\n".join(PROSE)) == PROSE


def test_short_lines_of_a_menu_are_not_joined() -> None:
    menu = ("World", "Politics and people", "Business", "Sea and harbour", "Opinion of the day", "Weather")
    assert paragraphs("\n".join(menu)) == menu


def test_characters_become_ordinary() -> None:
    assert ordinary("a\u200b\u00a0\u2009b\ufeff \u00adc\u0308") == "a b c\u0308"
    assert ordinary("Cafe\u0301") == "Café"
