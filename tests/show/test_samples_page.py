"""The page of the samples: what a reporter in a hurry looks for, and pictures of it to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import kg
from kg.show.network import Network
from kg.show.page import gathered
from tests.show.conftest import Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    with kg.build(out=tmp_path_factory.mktemp("samples")) as graph:
        yield gathered(graph)


@pytest.mark.parametrize(("name", "width", "height"), [("desktop", 1280, 720), ("phone", 390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_its_picture_taken(
    visit: Callable[..., Visit], samples: Network, artefacts: Path, name: str, width: int, height: int, scheme: str
) -> None:
    page = visit(samples, width=width, height=height, scheme=scheme)
    page.page.wait_for_selector("#panel .words mark")
    page.page.screenshot(path=artefacts / f"samples-{name}-{scheme}.png")
    page.search("Department of Defense")
    page.page.wait_for_selector("#panel .words mark")
    page.page.screenshot(path=artefacts / f"samples-{name}-{scheme}-selected.png")
    assert page.errors == []
    named = page.page.evaluate("() => kgPage.picture.labels.boxes().nodes.length")
    assert named > 0


def test_the_first_view_names_every_entity_and_says_what_many_lines_mean(
    visit: Callable[..., Visit], samples: Network
) -> None:
    page = visit(samples)
    named, told = page.page.evaluate(
        "() => [kgPage.picture.labels.boxes().nodes.length, kgPage.picture.labels.boxes().lines.length]"
    )
    assert named == len(page.drawn())
    texts = page.page.evaluate("() => kgPage.picture.scene().nodes.flatMap(kgPage.picture.labelLines)")
    assert not any(text.endswith("…") for text in texts)
    assert told >= 10


def test_who_says_that_the_ban_is_lifted(visit: Callable[..., Visit], samples: Network) -> None:
    page = visit(samples).page
    page.keyboard.press("/")
    page.keyboard.type("lifts")
    page.keyboard.press("Enter")
    rows = page.locator("#panel .fact-row:has-text('ban')")
    rows.first.click()
    page.wait_for_selector("#panel .quote")
    quote = page.locator("#panel .quote").first
    sentence = quote.locator("blockquote").inner_text()
    assert "ban" in sentence
    assert sentence.endswith((".", "”", '"'))
    assert quote.locator("mark.relation").inner_text() in sentence
    assert any(words in quote.inner_text() for words in ("Said by", "In the article’s own words"))


def test_how_two_are_joined_and_a_link_to_it(visit: Callable[..., Visit], samples: Network) -> None:
    page = visit(samples)
    page.page.keyboard.press("p")
    for name in ("Department of Defense", "F-16"):
        page.page.keyboard.type(name)
        page.page.keyboard.press("Enter")
        page.page.focus("#path-to")
    page.page.wait_for_selector("#path .steps .quote")
    steps = page.page.locator("#path .steps > li").all_inner_texts()
    assert "Department of Defense" in steps[0]
    assert "F-16" in steps[-1]
    again = visit(samples, address=f"#{page.page.url.partition('#')[2]}").page
    again.wait_for_selector("#path .steps .quote")
    assert again.locator("#path .steps > li").all_inner_texts() == steps


def test_what_one_speaker_says(visit: Callable[..., Visit], samples: Network) -> None:
    page: Any = visit(samples).page
    speaker = next(q.speaker for fact in samples.facts for q in fact.quotes if q.speaker and q.certainty == "certain")
    page.click("summary:has-text('Speaker')")
    page.fill(".facet:has(summary:has-text('Speaker')) .find", speaker)
    page.locator(f".facet:has(summary:has-text('Speaker')) label:has(bdi:text-is('{speaker}')) input").check()
    page.wait_for_selector("#panel h3:has-text('What passes the filters')")
    page.locator("#panel .fact-row").first.click()
    page.wait_for_selector("#panel .quote")
    assert f"Said by {speaker}" in page.inner_text("#panel")


def test_every_quote_is_a_sentence_of_its_article(samples: Network) -> None:
    quotes = [quote for fact in samples.facts for quote in fact.quotes]
    whole = [quote for quote in quotes if quote.stating and quote.text[:1].isupper() | (quote.text[:1] in "“\"‘'")]
    assert len(whole) > len(quotes) * 0.8
    for quote in quotes:
        assert "\n" not in quote.text.strip()
        for mark in (quote.subject, quote.relation, quote.object, quote.stating):
            assert mark is None or quote.text[slice(*mark)].strip()


def test_the_words_of_subject_and_relation_are_marked_in_every_quote(samples: Network) -> None:
    quotes = [quote for fact in samples.facts for quote in fact.quotes]
    marked = [quote for quote in quotes if quote.subject and quote.relation]
    assert len(marked) > len(quotes) * 0.97
