"""Strings that want to be more than text, in every field that can reach the page."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kg.show.network import Dispute, Fact, Network, Node, Quote, Source
from kg.show.page import page_html
from tests.show.conftest import Visit
from tests.show.stories import story

BREAK_IN = "window.__broken = true"
HOSTILE = (
    f"<script>{BREAK_IN}</script>",
    f"</script><script>{BREAK_IN}</script>",
    f"</SCRIPT ><script>{BREAK_IN}//",
    "<!--<script>",
    "-->",
    f'<img src=x onerror="{BREAK_IN}">',
    f"<svg onload='{BREAK_IN}'>",
    f'" onmouseover="{BREAK_IN}" x="',
    f"' onfocus='{BREAK_IN}' autofocus '",
    f"javascript:{BREAK_IN}",
    f"JaVaScRiPt:{BREAK_IN}",
    f"java\nscript:{BREAK_IN}",
    f"data:text/html,<script>{BREAK_IN}</script>",
    "vbscript:msgbox(1)",
    f"http://ok.example/' onclick='{BREAK_IN}",
    "{{ 7 * 7 }}",
    "{% raw %}{% endraw %}",
    "${7*7}",
    "#{7*7}",
    "\\u003cscript\\u003e",
    "&lt;script&gt;&#60;b&#62;",
    "`backtick` and \\backslash\\",
    "line\u2028separator\u2029paragraph",
    "right\u202eto left\u202c and \u200fmarks\u200e",
    "null\x00byte and \x07bell",
    "lone \ud800 high and \udc00 low",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "*" * 10_000,
    "</style><style>*{display:none}</style>",
    "]]>",
    "",
    " ",
    "🚢👩‍👩‍👧‍👦 e\u0301 \u0627\u0644\u0639\u0631\u0628\u064a\u0629",
)


def hostile_network() -> Network:
    """Return a network where each string stands in each field, joined in a ring so that all are drawn."""
    count = len(HOSTILE)
    nodes = tuple(
        Node(f"entity/{text}", text, text or "kind", "Entity", (text, f"alias {i} {text}"))
        for i, text in enumerate(HOSTILE)
    )
    sources = tuple(Source(text, text, text, "2024-01-01" if i % 2 else text, text) for i, text in enumerate(HOSTILE))
    facts: tuple[Fact, ...] = tuple(
        Fact(
            text,
            i,
            (i + 1) % count,
            text,
            text,
            text if i % 3 == 0 else "",
            "positive",
            "certain",
            1,
            (_quote(text, i),),
            (),
            text if i % 5 == 0 else "",
        )
        for i, text in enumerate(HOSTILE)
    )
    facts = tuple(replace(f, is_ahead=i % 2 == 0) for i, f in enumerate(facts))
    disputes = tuple(Dispute(i, (i + 1) % count, i % 8 == 0) for i in range(0, count, 4))
    return Network(HOSTILE[1], nodes, facts, sources, HOSTILE[5], disputes)


def _quote(text: str, i: int) -> Quote:
    whole = f"x {text} y"
    length = len(text)
    marks = ((2, 2 + length), (0, 1), (3 + length, 4 + length))
    return Quote(whole, i, *marks, text, text, "certain", "positive", "past", text, (0, 2 + length))


def as_shown(text: str) -> str:
    """Return a text as a browser gives it back: halves of a character are replaced when they are shown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def test_there_are_thirty_of_them() -> None:
    assert len(HOSTILE) >= 30


def test_the_file_holds_no_markup_of_theirs() -> None:
    html = page_html(hostile_network())
    head, _, rest = html.partition('id="graph-data">')
    assert f"<script>{BREAK_IN}" not in head
    data = rest.partition("</script>")[0]
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(data)
    assert html.encode("utf-8")
    assert html.count("<script") == page_html(story()).count("<script")


@pytest.mark.browser
def test_no_script_of_theirs_runs_and_nothing_is_dropped(visit: Callable[..., Visit]) -> None:
    visited = visit(hostile_network())
    page = visited.page
    page.keyboard.press("t")
    for facet in page.locator(".facet summary").all():
        if facet.locator("..").get_attribute("open") is None:
            facet.click()
    for i in range(len(HOSTILE)):
        page.evaluate("node => kgPage.store.set({selected: {kind: 'node', node}})", i)
        page.evaluate("fact => kgPage.store.set({selected: {kind: 'fact', fact}})", i)
    page.wait_for_selector("#panel .quote")
    assert page.evaluate("() => window.__broken") is None
    assert visited.dialogs == []
    assert visited.outside() == []
    assert [error for error in visited.errors if "Error" in error] == []
    labels = page.evaluate("() => kgPage.graph.nodes.label")
    assert sorted(map(as_shown, labels)) == sorted(map(as_shown, HOSTILE))


@pytest.mark.browser
@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_each_shows_as_text(visit_hostile: Visit, number: int) -> None:
    """Its quote in the panel reads as it was written, with the mark around it."""
    visited, text = visit_hostile, HOSTILE[number]
    script = "text => kgPage.graph.nodes.label.findIndex(label => label.toWellFormed() === text)"
    node = visited.page.evaluate(script, as_shown(text))
    fact = visited.page.evaluate("node => [...kgPage.graph.facts.subject].indexOf(node)", node)
    visited.page.evaluate("() => kgPage.store.set({selected: null})")
    visited.page.evaluate("() => document.getElementById('panel').replaceChildren()")
    visited.page.evaluate("fact => kgPage.store.set({selected: {kind: 'fact', fact}})", fact)
    visited.page.wait_for_selector("#panel .quote blockquote")
    shown = visited.page.evaluate("() => document.querySelector('#panel .quote blockquote').textContent")
    assert as_shown(shown) == as_shown(f"x {text} y")
    for link in visited.page.evaluate("() => [...document.querySelectorAll('#panel a')].map(link => link.href)"):
        assert link.startswith(("http://", "https://"))
    assert (
        visited.page.evaluate("() => document.querySelectorAll('#panel script, #panel img, #panel style').length") == 0
    )


@pytest.fixture(scope="module")
def visit_hostile(browser: object, tmp_path_factory: pytest.TempPathFactory) -> Visit:
    path = tmp_path_factory.mktemp("hostile") / "graph.html"
    path.write_bytes(page_html(hostile_network()).encode("utf-8"))
    found = Visit(browser.new_page())  # type: ignore[attr-defined]
    found.page.goto(path.as_uri())
    found.page.wait_for_selector("html[data-ready]", state="attached", timeout=20_000)
    return found


@pytest.mark.browser
@pytest.mark.parametrize(
    "address",
    [
        "#g={digest}&at=e999999999&focus=-1.5.99999999&mode=around&n=1e9",
        "#g={digest}&at=<script>&kind=__proto__&off=constructor.Person&from=9999-99-99&to=<img>",
        "#g={digest}&pin=0_9999999_1.1_2&path=0.0.0&route=-1&depth=99&theme=javascript:1&colour=url(x)",
        "#%E0%A4%A&g=%00&" + "x" * 5000,
    ],
)
def test_an_address_is_only_read_for_what_it_may_say(visit: Callable[..., Visit], address: str) -> None:
    digest = visit(story()).page.evaluate("() => kgPage.graph.digest")
    visited = visit(story(), address=address.replace("{digest}", digest))
    visited.page.keyboard.press("t")
    assert visited.errors == []
    assert len(visited.drawn()) >= 1
    assert visited.page.evaluate("() => window.__broken") is None


@pytest.mark.browser
def test_typing_them_into_search_and_filters_does_nothing_else(visit: Callable[..., Visit]) -> None:
    visited = visit(story())
    for text in HOSTILE[:20]:
        visited.page.fill("#search", text.replace("\n", " "))
    assert visited.page.evaluate("() => window.__broken") is None
    assert visited.errors == []


@pytest.mark.browser
def test_a_drawing_holds_them_as_text(visit_hostile: Visit) -> None:
    """The saved SVG is well-formed, names what is drawn, and would run nothing where it is opened."""
    page = visit_hostile.page
    page.evaluate("() => kgPage.store.set({count: 300})")
    page.click("#open-export")
    with page.expect_download() as download:
        page.click("#export-svg")
    root = ET.parse(download.value.path()).getroot()
    assert {element.tag.rpartition("}")[2] for element in root.iter()} <= {
        "svg", "title", "rect", "g", "path", "polyline", "text",
    }  # fmt: skip
    assert not any(name.startswith("on") or "href" in name for element in root.iter() for name in element.attrib)
    assert any("<script>" in (element.text or "") for element in root.iter())


@pytest.mark.browser
def test_a_table_holds_them_as_text(visit_hostile: Visit) -> None:
    page = visit_hostile.page
    page.evaluate("() => kgPage.store.set({count: 300})")
    page.click("#open-export")
    with page.expect_download() as download:
        page.click("#export-csv")
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert not any(cell[:1] in ("=", "+", "@") for row in rows for cell in row)


def test_lone_surrogates_do_not_stop_the_writing() -> None:
    network = replace(story(), title="half \ud83d a character")
    assert "half � a character" in page_html(network)
