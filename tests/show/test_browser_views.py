"""More of what a person does with the page: lines, paths, tables, files, addresses, and how it looks."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kg.show.network import Fact, Network, Quote
from kg.show.page import framed
from tests.show.conftest import Visit
from tests.show.stories import NODES, fact, stars, story

pytestmark = pytest.mark.browser


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
    page = visit(replace(story(), disputes=(), facts=facts))
    lines = page.page.evaluate("() => kgPage.picture.scene().lines.map(line => [line.label, line.facts.length])")
    assert lines == [["6 relations", 6]]
    point = page.page.evaluate(
        """() => { const [, box] = kgPage.picture.labels.boxes().lines[0];
          const canvas = document.getElementById('canvas').getBoundingClientRect();
          return [(box[0] + box[2]) / 2 + canvas.left, (box[1] + box[3]) / 2 + canvas.top]; }"""
    )
    page.page.mouse.click(*point)
    assert page.page.inner_text("#panel .kicker").lower() == "6 relations"
    assert page.page.locator("#panel .fact-row").count() == 6
    page.page.click("#panel .fact-row:has-text('audits')")
    page.page.wait_for_selector("#panel .quote")
    assert "audits" in page.page.inner_text("#panel h2")


def test_lines_show_their_direction(opened: Visit) -> None:
    arrows = opened.page.evaluate(
        "() => Object.values(kgPage.picture.network.body.edges).map(edge => edge.options.arrows.to.enabled)"
    )
    assert arrows
    assert all(arrows)


def test_every_label_is_shown_at_reading_zoom(visit: Callable[..., Visit]) -> None:
    page = visit(stars(50), width=2400, height=1800)
    page.page.evaluate(
        "() => { kgPage.picture.network.moveTo({scale: 1, position: {x: 0, y: 0}}); kgPage.picture.network.redraw(); }"
    )
    shown = page.page.evaluate(
        "() => { const { nodes, lines } = kgPage.picture.labels.boxes(); return [nodes, lines]; }"
    )
    boxes = [box for _, box in shown[0]]
    assert len(boxes) == 50
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert len(shown[1]) == len(page.page.evaluate("() => kgPage.picture.scene().lines"))


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
    page.click("#path .ways button >> nth=1")
    assert page.locator("#path .steps > li").count() == ways[1]
    assert opened.state("route") == 1


def test_a_path_can_start_at_the_selected_entity_and_says_when_there_is_none(visit: Callable[..., Visit]) -> None:
    page = visit(replace(story(), disputes=(), facts=(fact(0, "leads", 1), fact(2, "run on", 6))))
    page.search("Aalto")
    page.page.click("#panel button:has-text('Path from here')")
    page.page.keyboard.type("electric")
    page.page.keyboard.press("Enter")
    assert "No way joins them" in page.page.inner_text("#path .routes")
    page.page.keyboard.press("Escape")
    page.page.keyboard.press("Escape")
    assert not page.page.is_visible("#path")


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


def test_a_link_pasted_into_the_open_page_shows_its_view(opened: Visit) -> None:
    first = opened.drawn()
    opened.search("Okafor")
    opened.page.keyboard.press("1")
    address = opened.page.url.partition("#")[2]
    opened.page.click("#reset")
    assert opened.drawn() == first
    opened.page.evaluate("address => { window.location.hash = address; }", address)
    opened.page.wait_for_selector("#panel h2:has-text('Marn Okafor')")
    assert opened.drawn() != first


def test_a_link_shows_on_a_phone_what_it_shows_on_a_desk(visit: Callable[..., Visit]) -> None:
    page = visit(stars(80))
    page.page.click(".choice >> text=community")
    phone = visit(stars(80), address=f"#{page.page.url.partition('#')[2]}", width=390, height=844)
    assert phone.drawn() == page.drawn()
    assert len(visit(stars(80), width=390, height=844).drawn()) < len(page.drawn())


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
        ("phone-dark", 390, 844, "dark"),
        ("zoom-200", 640, 360, "light"),
    ],
)
def test_it_fits_its_window(
    visit: Callable[..., Visit], artefacts: Path, name: str, width: int, height: int, scheme: str
) -> None:
    page = visit(story(), width=width, height=height, scheme=scheme)
    page.select_fact(0)
    page.page.wait_for_selector("#panel .quote")
    page.page.screenshot(path=artefacts / f"page-{name}.png")
    assert page.page.evaluate("() => document.documentElement.scrollWidth <= window.innerWidth")
    assert page.page.evaluate("() => document.getElementById('canvas').clientHeight") >= 200


def test_on_paper_the_evidence_and_the_table_come_along(opened: Visit) -> None:
    opened.select_fact(0)
    opened.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    opened.page.emulate_media(media="print")
    assert opened.page.is_visible("#table tbody tr >> nth=0")
    assert opened.page.is_visible("#panel .quote >> nth=0")
    assert not opened.page.is_visible("#side")
    assert not opened.page.is_visible(".tools")


def labelled(visit: Visit) -> list[list[float]]:
    """Return left and right of each entity's label on the screen."""
    return [box for _, box in visit.page.evaluate("() => kgPage.picture.labels.boxes().nodes")]


@pytest.mark.parametrize(("width", "height"), [(390, 844), (640, 360), (1280, 720)])
def test_no_label_is_cut_at_the_edge_and_none_covers_another(
    visit: Callable[..., Visit], width: int, height: int
) -> None:
    nodes = tuple(replace(node, label=f"{node.label} of the north") for node in NODES)
    page = visit(replace(story(), nodes=nodes), width=width, height=height)
    boxes = labelled(page)
    stage = page.page.evaluate(
        "() => [document.getElementById('canvas').clientWidth, kgPage.picture.canvas.clientHeight]"
    )
    top = page.page.evaluate(
        "() => { const note = document.getElementById('note'); return note.offsetTop + note.offsetHeight; }"
    )
    assert len(boxes) == len(page.drawn())
    assert all(
        left >= 0 and right <= stage[0] and over >= top and under <= stage[1] for left, over, right, under in boxes
    )
    assert not any(overlap(a, b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_what_was_searched_is_shown_with_its_neighbours(visit: Callable[..., Visit]) -> None:
    page = visit(stars(400))
    page.search("Entity 390")
    x, y = page.pixel_of("Entity 390")
    stage = page.page.evaluate("() => document.getElementById('canvas').getBoundingClientRect().toJSON()")
    for label in ("Entity 390", "Entity 391", "Entity 394"):
        x, y = page.pixel_of(label)
        assert stage["left"] < x < stage["right"]
        assert stage["top"] < y < stage["bottom"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
@pytest.mark.parametrize("view", ["first", "everything"])
def test_axe_finds_no_serious_violation(
    visit: Callable[..., Visit], scheme: str, width: int, height: int, view: str
) -> None:
    page = visit(story(), scheme=scheme, width=width, height=height)
    if view == "everything":
        page.page.keyboard.press("t")
        page.page.click("#open-path")
        if width < 1000:
            page.page.click("#open-filters")
        page.page.click("#claims")
        page.search("Aalto")
        page.page.wait_for_selector("#panel .preview mark")
    else:
        page.page.wait_for_selector("#panel .contra mark")
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
    page = visit(replace(story(), disputes=(), facts=(many, fact(0, "renames", 0))))
    page.select_fact(0)
    page.page.wait_for_selector("#panel .quote")
    assert page.page.locator("#panel .quote").count() == 30
    page.page.click("text=Show 60 more quotes")
    assert page.page.locator("#panel .quote").count() == 90
    assert page.errors == []


def test_it_can_be_shown_in_a_frame(visit: Callable[..., Visit], browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!DOCTYPE html><title>n</title>{framed(story(), height=500)}", encoding="utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached", timeout=20_000)
    assert "Ferries of Dorvale" in frame.locator("h1").inner_text()
    page.close()


def test_light_and_dark_follow_the_system_until_one_is_chosen(visit: Callable[..., Visit]) -> None:
    page = visit(story(), scheme="dark").page
    ground = "() => getComputedStyle(document.body).backgroundColor"
    dark = page.evaluate(ground)
    page.click("#theme")
    assert page.evaluate(ground) != dark
    page.click("#theme")
    assert page.evaluate(ground) == dark
    page.click("#theme")
    page.emulate_media(color_scheme="light")
    page.wait_for_selector("html[data-theme=light]", state="attached")
    assert page.evaluate(ground) != dark
