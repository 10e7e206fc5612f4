"""Markdown gives its words, not its marks."""

from __future__ import annotations

import pytest

from kg.text.markdown import strip_markdown


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("**Bold**, *light* and ~~gone~~", "Bold, light and gone"),
        ("__Bold__ and _light_ but snake_case_names", "Bold and light but snake_case_names"),
        ("2 * 3 * 4 is 24", "2 * 3 * 4 is 24"),
        ('[the yard](https://a.example/x_(y) "title")', "the yard"),
        ("[the yard][1] and <https://a.example>", "the yard and"),
        ("before ![a crane](crane.png) after[^2]", "before after"),
        ("`code` and <b>html</b> and \\*stars\\*", "code and html and *stars*"),
        ("> quoted\n> on two lines", "quoted on two lines"),
        ("- one\n- two\n  goes on\n3. three", "one\n\ntwo goes on\n\nthree"),
        ("text\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nmore", "text\n\nmore"),
        ("text\n\n```\ncode\n\ncode\n```\nmore", "text\n\nmore"),
        ("text\n\n[1]: https://a.example\n\n***\n<!-- hidden\nnote -->more", "text\n\nmore"),
        ("wrapped\nlines", "wrapped lines"),
    ],
)
def test_words_without_marks(written: str, words: str) -> None:
    assert strip_markdown(written) == ("", words)


@pytest.mark.parametrize("heading", ["# The *yard* reopens #", "The *yard* reopens\n======"])
def test_the_first_heading_is_the_title(heading: str) -> None:
    assert strip_markdown(f"{heading}\n\nText.\n\n## Later\n\nMore.") == ("The yard reopens", "Text.\n\nLater\n\nMore.")


def test_a_heading_further_down_is_no_title() -> None:
    assert strip_markdown("Text.\n\n# Later")[0] == ""
