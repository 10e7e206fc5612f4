"""What a person does with the page, in Chromium with the network cut: one test for each thing it promises."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.show.conftest import Visit
from tests.show.stories import NODES, fact, quote, stars, story

pytestmark = pytest.mark.browser


def panel_text(visit: Visit) -> str:
    return str(visit.page.inner_text("#panel"))


# ------------------------------------------------------------------------------------------------ a part is drawn


def test_nothing_is_asked_of_the_network_and_nothing_fails(opened: Visit) -> None:
    opened.page.keyboard.press("t")
    opened.select_fact(0)
    opened.page.wait_for_selector("#panel .quote")
    assert opened.outside() == []
    assert opened.errors == []


def test_a_part_is_drawn_and_more_on_request_up_to_the_limit(visit: Callable[..., Visit]) -> None:
    page = visit(stars(400))
    first = len(page.drawn())
    assert 30 <= first <= 300
    page.page.click("#more")
    assert len(page.drawn()) > first
    for _ in range(12):
        page.page.keyboard.press("m")
    assert len(page.drawn()) == 300


def test_expand_around_hide_and_reset(visit: Callable[..., Visit]) -> None:
    page = visit(stars(400))
    first = page.drawn()
    page.search("Entity 390")
    page.page.keyboard.press("e")
    assert {f"Entity {i}" for i in range(390, 400)} <= set(page.drawn())
    page.page.keyboard.press("1")
    assert set(page.drawn()) == {"Entity 380", *(f"Entity {i}" for i in range(390, 400))}
    page.page.click("#panel button:text-is('2')")
    assert "Entity 381" in page.drawn()
    assert "Entity 371" not in page.drawn()
    page.page.click("#panel button:text-is('3')")
    assert "Entity 371" in page.drawn()
    page.page.click("text=Hide >> nth=0")
    assert "Entity 390" not in page.drawn()
    page.page.click("#reset")
    assert page.drawn() == first


def test_dragging_pins(opened: Visit) -> None:
    x, y = opened.pixel_of("Dorvale")
    opened.page.mouse.move(x, y)
    opened.page.mouse.down()
    opened.page.mouse.move(x + 60, y - 40, steps=5)
    opened.page.mouse.up()
    assert [pin[0] for pin in opened.state("pins")] == [3]
    assert opened.pixel_of("Dorvale") == pytest.approx((x + 60, y - 40), abs=3)
    assert "pin=3_" in opened.page.url
    opened.page.mouse.click(x + 60, y - 40)
    opened.page.click("#panel button:has-text('Unpin')")
    assert opened.state("pins") == []


# ------------------------------------------------------------------------------------------------ search, keys


def test_search_finds_names_aliases_and_relations(opened: Visit) -> None:
    opened.page.keyboard.press("/")
    opened.page.keyboard.type("okaf")
    assert "Marn Okafor" in opened.page.inner_text("#results")
    opened.page.fill("#search", "hb")
    assert "HB" in opened.page.inner_text("#results")
    opened.page.fill("#search", "signs")
    opened.page.keyboard.press("Enter")
    assert opened.drawn() == ["Harbour Board", "Aalto Shipyards"]


def test_search_tells_apart_what_has_one_name_and_says_when_there_is_nothing(visit: Callable[..., Visit]) -> None:
    twins = tuple(replace(node, label="the ban") if node.iri == "entity/engines" else node for node in NODES)
    twins = tuple(replace(node, label="the ban") if node.iri == "entity/court" else node for node in twins)
    page = visit(replace(story(), nodes=twins)).page
    page.fill("#search", "the ban")
    results = page.locator("#results .about").all_inner_texts()
    assert results == ["product · 1 fact · The Dorvale Courier", "government body · 1 fact · Coastal Review"]
    page.fill("#search", "zzz")
    assert page.inner_text("#results") == "Nothing is called so"


def test_search_does_not_ask_for_accents(visit: Callable[..., Visit]) -> None:
    nodes = (replace(NODES[0], label="Société Générale"), *NODES[1:])
    page = visit(replace(story(), nodes=nodes))
    page.page.fill("#search", "societe gen")
    assert "Société Générale" in page.page.inner_text("#results")


def test_keys_lead_all_the_way(opened: Visit) -> None:
    page = opened.page
    page.keyboard.press("/")
    page.keyboard.type("dor")
    first = page.get_attribute("#search", "aria-activedescendant")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#search", "aria-activedescendant") != first
    page.keyboard.press("Enter")
    assert opened.state("selected")["kind"] == "node"
    before = opened.state("selected")["node"]
    for arrow in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
        page.keyboard.press(arrow)
        if opened.state("selected")["node"] != before:
            break
    assert opened.state("selected")["node"] != before
    page.keyboard.press("Escape")
    assert opened.state("selected") is None
    page.keyboard.press("?")
    assert page.is_visible("#help")
    page.keyboard.press("Escape")
    assert not page.is_visible("#help")


# ------------------------------------------------------------------------------------------------ evidence


def test_a_click_on_an_entity_shows_its_quotes(opened: Visit) -> None:
    opened.page.mouse.click(*opened.pixel_of("Aalto Shipyards"))
    opened.page.wait_for_selector("#panel .preview mark.subject")
    text = panel_text(opened)
    assert "Aalto Shipyards" in text
    assert "Only around it" in text
    assert "hidden by the filters" in text  # the denied contract


def test_a_click_on_a_line_shows_who_says_so(opened: Visit) -> None:
    point = opened.page.evaluate(
        """() => { const line = kgPage.picture.scene().lines.find(line => line.label === 'leads');
          const at = kgPage.picture.network.canvasToDOM(kgPage.picture.pointOn(line, 0.5));
          const box = document.getElementById('canvas').getBoundingClientRect();
          return [at.x + box.left, at.y + box.top]; }"""
    )
    opened.page.mouse.click(*point)
    opened.page.wait_for_selector("#panel .quote")
    assert opened.state("selected") == {"kind": "fact", "fact": 4}
    assert "Harbour Board picks its shipyard" in panel_text(opened)


def test_a_quote_has_marks_article_date_speaker_and_grade_in_words(opened: Visit) -> None:
    opened.select_fact(0)
    opened.page.wait_for_selector("#panel .quote")
    first = opened.page.locator("#panel .quote").first
    marks = {role: first.locator(f"mark.{role}").inner_text() for role in ("subject", "relation", "object")}
    assert marks == {"subject": "Harbour Board", "relation": "signs a contract with", "object": "Aalto Shipyards"}
    for words in ("Said by Marn Okafor", "affirmed", "certain", "Harbour Board picks its shipyard", "1 March 2024"):
        assert words in first.inner_text()
    link = first.locator("a")
    assert link.get_attribute("href") == "https://news.example/1"
    assert "noopener" in link.get_attribute("rel")
    assert "Others deny it" in panel_text(opened)


def test_a_derived_fact_shows_rule_and_premises(opened: Visit) -> None:
    opened.select_fact(10)
    opened.page.wait_for_selector("#panel .premises .quote")
    text = panel_text(opened)
    assert "who buys from a builder" in text
    assert opened.page.locator("#panel .premises > li").count() == 2


def test_marks_stay_right_after_an_emoji(visit: Callable[..., Visit]) -> None:
    emoji = quote("Harbour Board", "orders", "river ferries", lead="🚢🇫🇮 At last ")
    page = visit(replace(story(), disputes=(), facts=(fact(0, "orders", 2, [emoji]),)))
    page.select_fact(0)
    page.page.wait_for_selector("#panel .quote")
    assert page.page.inner_text("#panel .quote mark.subject") == "Harbour Board"
    assert page.page.inner_text("#panel .quote mark.object") == "river ferries"


def test_quotes_are_read_without_decompression_stream(visit: Callable[..., Visit]) -> None:
    page = visit(story(), setup="delete window.DecompressionStream")
    page.select_fact(0)
    page.page.wait_for_selector("#panel .quote")
    assert page.page.inner_text("#panel .quote mark.subject >> nth=0") == "Harbour Board"


# ------------------------------------------------------------------------------------------------ filters, legend


def test_denied_and_possible_claims_come_at_one_click(opened: Visit) -> None:
    labels = "() => kgPage.picture.scene().lines.map(line => [line.label, line.dashed])"
    assert ["denied: signs a contract with", True] not in opened.page.evaluate(labels)
    opened.page.click("text=Show denied claims")
    assert ["denied: signs a contract with", True] in opened.page.evaluate(labels)
    opened.page.click("text=Show possible claims")
    assert ["possibly: inspects", True] in opened.page.evaluate(labels)


def test_filters_count_and_combine(opened: Visit) -> None:
    page = opened.page
    total = page.evaluate("() => kgPage.passed().total")
    page.click("summary:has-text('Publisher')")
    page.locator(".facet:has-text('Publisher') label:has-text('Northmark Ledger') input").check()
    assert page.evaluate("() => kgPage.passed().total") < total
    assert set(opened.drawn()) == {"Aalto Shipyards", "river ferries"}
    counts = page.evaluate("() => [...kgPage.passed().counts.publisher]")
    assert sum(1 for count in counts if count) > 1, "other publishers must stay in reach"
    page.click("#clear-filters")
    assert page.evaluate("() => kgPage.passed().total") == total


@pytest.mark.parametrize(
    ("label", "expected"), [("two or more sources", 1), ("Only contradicted", 2), ("still to come", 1)]
)
def test_switches(opened: Visit, label: str, expected: int) -> None:
    opened.page.locator(f"label:has-text('{label}') input").check()
    assert opened.page.evaluate("() => kgPage.passed().total") == expected


def test_dates_are_a_slider(opened: Visit) -> None:
    slider = opened.page.locator("input[type=range]").first
    slider.focus()
    slider.press("ArrowRight")
    assert opened.state("filters")["from"] == "2024-05-20"
    assert "20 May 2024" in opened.page.inner_text("#range-words")


def test_a_condition_on_quotes_holds_for_one_and_the_same_quote(opened: Visit) -> None:
    """Okafor states the contract as certain, the Coastal Review as probable: no quote is both."""
    opened.page.evaluate(
        """() => { const { filters } = kgPage.store.get(); const speaker = kgPage.graph.speakers.indexOf('Marn Okafor');
          kgPage.store.set({ filters: { ...filters, speaker: [speaker], certainty: [1] } }); }"""
    )
    assert opened.page.evaluate("() => kgPage.passed().total") == 0


def test_the_legend_counts_and_hides(opened: Visit) -> None:
    entry = opened.page.locator(".legend-entry:has-text('products')")
    assert entry.inner_text().split()[-1] == "2"
    entry.click()
    assert "river ferries" not in opened.drawn()
    assert opened.page.locator(".legend-entry:has-text('products')").get_attribute("aria-pressed") == "false"


def test_colour_and_size_can_be_chosen(opened: Visit) -> None:
    colours = "() => [0, 1, 2, 3].map(node => kgPage.picture.network.body.nodes[node].options.color.background)"
    before = opened.page.evaluate(colours)
    opened.page.click(".choice >> text=community")
    opened.page.click(".choice >> text=PageRank")
    assert opened.page.evaluate(colours) != before
    assert (opened.state("colour"), opened.state("size")) == ("community", "rank")
