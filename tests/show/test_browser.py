"""What a person does with the page, in Chromium with the network cut: one test for each thing it promises."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.show.network import Fact, Network, Node, Quote
from tests.show.conftest import Visit
from tests.show.stories import NODES, fact, quote, story

pytestmark = pytest.mark.browser


def big(count: int) -> Network:
    """Return a network of stars: each tenth entity is joined to the nine after it, and to the next star."""
    nodes = tuple(Node(f"entity/{i}", f"Entity {i}") for i in range(count))
    links = [(i - i % 10, i) for i in range(count) if i % 10] + [(i, i + 10) for i in range(0, count - 10, 10)]
    return Network("Stars", nodes, tuple(fact(a, "joins", b, nodes=nodes) for a, b in links), story().sources)


def panel_text(visit: Visit) -> str:
    return str(visit.page.inner_text("#panel"))


def select_fact(visit: Visit, number: int) -> None:
    visit.page.evaluate("fact => kgPage.store.set({selected: {kind: 'fact', fact}})", number)


# ------------------------------------------------------------------------------------------------ a part is drawn


def test_nothing_is_asked_of_the_network_and_nothing_fails(opened: Visit) -> None:
    opened.page.keyboard.press("t")
    select_fact(opened, 0)
    opened.page.wait_for_selector("#panel .quote")
    assert opened.outside() == []
    assert opened.errors == []


def test_a_part_is_drawn_and_more_on_request_up_to_the_limit(visit: Callable[..., Visit]) -> None:
    page = visit(big(400))
    first = len(page.drawn())
    assert 40 <= first <= 300
    page.page.click("#more")
    assert len(page.drawn()) > first
    for _ in range(12):
        page.page.keyboard.press("m")
    assert len(page.drawn()) == 300


def test_expand_around_hide_and_reset(visit: Callable[..., Visit]) -> None:
    page = visit(big(400))
    first = page.drawn()
    page.search("Entity 390")
    page.page.keyboard.press("e")
    assert {f"Entity {i}" for i in range(390, 400)} <= set(page.drawn())
    page.page.keyboard.press("1")
    assert set(page.drawn()) == {"Entity 380", *(f"Entity {i}" for i in range(390, 400))}
    page.page.keyboard.press("2")
    assert "Entity 381" in page.drawn()
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
    select_fact(opened, 0)
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
    select_fact(opened, 10)
    opened.page.wait_for_selector("#panel .premises .quote")
    text = panel_text(opened)
    assert "who buys from a builder" in text
    assert opened.page.locator("#panel .premises > li").count() == 2


def test_marks_stay_right_after_an_emoji(visit: Callable[..., Visit]) -> None:
    emoji = quote("Harbour Board", "orders", "river ferries", lead="🚢🇫🇮 At last ")
    page = visit(replace(story(), facts=(fact(0, "orders", 2, [emoji]),)))
    select_fact(page, 0)
    page.page.wait_for_selector("#panel .quote")
    assert page.page.inner_text("#panel .quote mark.subject") == "Harbour Board"
    assert page.page.inner_text("#panel .quote mark.object") == "river ferries"


def test_quotes_are_read_without_decompression_stream(visit: Callable[..., Visit]) -> None:
    page = visit(story(), setup="delete window.DecompressionStream")
    select_fact(page, 0)
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


@pytest.mark.parametrize(("label", "expected"), [("two or more sources", 1), ("Only contradicted", 1)])
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


# ------------------------------------------------------------------------------------------------ lines, path


def test_parallel_relations_are_all_kept_apart(opened: Visit) -> None:
    middles = opened.page.evaluate(
        """() => kgPage.picture.scene().lines.filter(line => ['builds', 'repairs'].includes(line.label))
          .map(line => kgPage.picture.pointOn(line, 0.5))"""
    )
    assert len(middles) == 2
    assert abs(middles[0]["x"] - middles[1]["x"]) + abs(middles[0]["y"] - middles[1]["y"]) > 12


def test_many_relations_become_one_line_that_opens_to_a_list(visit: Callable[..., Visit]) -> None:
    facts = tuple(fact(0, verb, 1) for verb in ("hires", "pays", "audits", "sues", "praises", "visits"))
    page = visit(replace(story(), facts=facts))
    lines = page.page.evaluate("() => kgPage.picture.scene().lines.map(line => [line.label, line.facts.length])")
    assert lines == [["6 relations", 6]]
    page.page.evaluate("() => kgPage.store.set({selected: {kind: 'bundle', facts: [0, 1, 2, 3, 4, 5]}})")
    assert page.page.locator("#panel .fact-row").count() == 6


def test_every_label_is_shown_at_reading_zoom(visit: Callable[..., Visit]) -> None:
    page = visit(big(50), width=2400, height=1800)
    page.page.evaluate(
        "() => { kgPage.picture.network.moveTo({scale: 1, position: {x: 0, y: 0}}); kgPage.picture.network.redraw(); }"
    )
    shown = page.page.evaluate("() => kgPage.picture.labelsShown()")
    boxes = page.page.evaluate("() => kgPage.picture.labelBoxes().nodes.map(([, box]) => box)")
    assert shown["nodes"] == 50
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert shown["lines"] == len(page.page.evaluate("() => kgPage.picture.scene().lines"))


def overlap(a: list[float], b: list[float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def test_a_path_shows_each_step_with_its_evidence(opened: Visit) -> None:
    page = opened.page
    page.keyboard.press("p")
    page.keyboard.type("okafor")
    page.keyboard.press("Enter")
    page.focus("#path-to")
    page.keyboard.type("electric")
    page.keyboard.press("Enter")
    page.wait_for_selector("#path .steps .quote")
    assert page.locator("#path .steps > li").count() == 3  # Okafor, Board, ferries (derived), engines
    ways = [int(text.split()[1]) for text in page.locator("#path .ways button").all_inner_texts()]
    assert len(ways) > 1
    assert ways == sorted(ways)


# ------------------------------------------------------------------------------------------------ table, files, address


def test_the_table_holds_what_is_drawn_and_sorts(opened: Visit) -> None:
    page = opened.page
    page.keyboard.press("t")
    rows = page.locator("#table tbody tr")
    assert rows.count() == page.evaluate("() => kgPage.picture.scene().lines.flatMap(line => line.facts).length")
    page.click("#table th button:has-text('Object')")
    objects = page.locator("#table tbody td:nth-child(3)").all_inner_texts()
    assert objects == sorted(objects, key=str.lower)
    assert page.locator("#table th").nth(2).get_attribute("aria-sort") == "ascending"


@pytest.mark.parametrize(
    ("button", "name", "start"), [("#export-png", "graph.png", b"\x89PNG"), ("#export-svg", "graph.svg", b"<svg")]
)
def test_the_view_can_be_saved(opened: Visit, button: str, name: str, start: bytes) -> None:
    opened.page.click("#open-export")
    with opened.page.expect_download() as download:
        opened.page.click(button)
    assert download.value.suggested_filename == name
    assert Path(download.value.path()).read_bytes().startswith(start)


def test_facts_can_be_saved_with_quotes_and_no_cell_computes(visit: Callable[..., Visit]) -> None:
    nodes = (replace(NODES[0], label='=HYPERLINK("http://bad.example")'), *NODES[1:])
    page = visit(replace(story(), nodes=nodes))
    page.page.click("#open-export")
    with page.page.expect_download() as download:
        page.page.click("#export-csv")
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) >= 8
    assert {row["publisher"] for row in rows} >= {"The Dorvale Courier", "Northmark Ledger"}
    assert not any(cell.startswith("=") for row in rows for cell in row.values())


def test_a_view_is_shared_by_its_address(visit: Callable[..., Visit]) -> None:
    page = visit(story())
    page.search("Aalto")
    page.page.keyboard.press("1")
    page.page.click("text=Show denied claims")
    page.page.click(".choice >> text=community")
    address = page.page.url.partition("#")[2]
    again = visit(story(), address=f"#{address}")
    for key in ("mode", "focus", "selected", "filters", "colour"):
        assert again.state(key) == page.state(key)
    assert again.drawn() == page.drawn()


def test_an_address_of_another_edition_says_so(visit: Callable[..., Visit]) -> None:
    page = visit(story(), address="#g=00000000&at=e3&mode=around&focus=1")
    assert page.state("selected") is None
    assert "another edition" in page.page.inner_text("#notice")


# ------------------------------------------------------------------------------------------------ looks, access


@pytest.mark.parametrize(
    ("name", "width", "height", "scheme"),
    [
        ("desktop", 1280, 720, "light"),
        ("desktop-dark", 1280, 720, "dark"),
        ("phone", 390, 844, "light"),
        ("zoom-200", 640, 360, "light"),
    ],
)
def test_it_fits_its_window(
    visit: Callable[..., Visit], artefacts: Path, name: str, width: int, height: int, scheme: str
) -> None:
    page = visit(story(), width=width, height=height, scheme=scheme)
    select_fact(page, 0)
    page.page.wait_for_selector("#panel .quote")
    page.page.screenshot(path=artefacts / f"page-{name}.png")
    assert page.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    assert page.page.evaluate("() => document.getElementById('canvas').clientHeight") >= 200


def test_on_paper_the_evidence_and_the_table_come_along(opened: Visit) -> None:
    select_fact(opened, 0)
    opened.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.is_visible("#table tbody tr >> nth=0")
    assert opened.page.is_visible("#panel .quote >> nth=0")
    assert not opened.page.is_visible("#side")
    assert not opened.page.is_visible(".tools")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_serious_violation(visit: Callable[..., Visit], scheme: str) -> None:
    page = visit(story(), scheme=scheme)
    page.page.keyboard.press("t")
    page.page.click("#open-path")
    page.search("Aalto")
    page.page.wait_for_selector("#panel .preview mark")
    page.page.evaluate((Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8"))
    found = page.page.evaluate("() => axe.run({resultTypes: ['violations']})")
    bad = [
        (v["id"], [node["html"][:120] for node in v["nodes"][:3]])
        for v in found["violations"]
        if v["impact"] in ("serious", "critical")
    ]
    assert bad == []


def test_a_screen_reader_hears_what_is_selected(opened: Visit) -> None:
    opened.search("Okafor")
    assert "Marn Okafor selected" in opened.page.inner_text("#say")


def test_an_empty_graph_says_so_without_failing(visit: Callable[..., Visit]) -> None:
    page = visit(Network("Nothing"))
    page.page.keyboard.press("t")
    page.page.keyboard.press("m")
    assert page.errors == []
    assert "0 entities" in page.page.inner_text("#counts")


def test_self_links_and_long_lists_do_not_fail(visit: Callable[..., Visit]) -> None:
    many = Fact(
        "fact/many",
        0,
        1,
        "meets",
        certainty="certain",
        support=1,
        quotes=tuple(Quote(f"Quote {i}.", 0, certainty="certain") for i in range(90)),
    )
    page = visit(replace(story(), facts=(many, fact(0, "renames", 0))))
    select_fact(page, 0)
    page.page.wait_for_selector("#panel .quote")
    assert page.page.locator("#panel .quote").count() == 30
    page.page.click("text=Show 60 more quotes")
    assert page.page.locator("#panel .quote").count() == 90
    assert page.errors == []


def test_it_can_be_shown_in_a_frame(visit: Callable[..., Visit], browser: Any, tmp_path: Path) -> None:
    from kg.show.page import framed

    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><title>n</title>{framed(story(), height=500)}", encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached", timeout=20_000)
    assert "Ferries of Dorvale" in frame.locator("h1").inner_text()
    page.close()
