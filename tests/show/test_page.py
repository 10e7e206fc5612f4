from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import zlib
from base64 import b64decode
from collections import Counter
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Store

from kg.errors import DataError, GraphError
from kg.show.bundle import script, style
from kg.show.encode import quote_pieces, safe_json
from kg.show.opening import opening_nodes, opening_view
from kg.show.page import page_html, write_page
from kg.show.part import part_about
from kg.show.weights import communities
from tests.show.stories import fact, story
from tests.show.synthetic import synthetic_store

ROOT = Path(__file__).resolve().parents[2]
JS = ROOT / "kg" / "show" / "template" / "js"


def graph_of(store: Store) -> SimpleNamespace:
    return SimpleNamespace(store=store, base_iri="https://w3id.org/newskg/")


def test_the_page_is_written_in_place_of_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "graph.html"
    path.write_text("old")
    write_page(graph_of(synthetic_store(20, 30, 60)), path)
    assert path.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert [file.name for file in tmp_path.iterdir()] == ["graph.html"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_folder_that_is_missing_is_told_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="cannot write"):
        write_page(graph_of(Store()), tmp_path / "none" / "graph.html")


def test_the_same_network_gives_the_same_bytes_in_any_locale_and_hash_seed(tmp_path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from types import SimpleNamespace as N\n"
        "from kg.show.page import write_page; from tests.show.synthetic import synthetic_store\n"
        "write_page(N(store=synthetic_store(60, 90, 200), base_iri='https://w3id.org/newskg/'), sys.argv[1])"
    )
    pages = []
    for seed, locale in (("1", "C"), ("2", "C.UTF-8")):
        path = tmp_path / f"{seed}.html"
        environment = {**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0"}
        subprocess.run([sys.executable, "-c", program, str(path)], check=True, env=environment, cwd=ROOT)
        pages.append(path.read_bytes())
    assert pages[0] == pages[1]


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_what_is_drawn_has_contrast(theme: int) -> None:
    """What stands on the canvas, where axe does not look: words 4.5 to 1, signs 3 to 1."""
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", style().split(":root")[theme + 1]))
    for name in ("ink", "quiet", "warn", "accent"):
        assert contrast(colours[name], colours["paper"]) >= 4.5, name
    for name, colour in colours.items():
        if name.startswith(("family", "community")):
            assert contrast(colour, colours["paper"]) >= 3, name
    for name in ("subject", "relation", "object"):
        assert contrast(colours["ink"], colours[f"mark-{name}"]) >= 4.5, name


def test_nothing_outside_is_named_and_nothing_is_inline() -> None:
    html = page_html(story())
    head = html[: html.index('id="graph-data"')]
    assert "default-src 'none'" in unescape(head)
    assert "unsafe" not in head
    assert not re.search(r"<[^>]+\s(on\w+|style|src)=", head)
    assert not re.search(r"<link|@import|url\(", head)
    assert html.count("\n<script>") == 2


def test_about_takes_the_part_around_an_entity() -> None:
    part = part_about(story(), "okafor", 1)
    assert {node.label for node in part.nodes} == {"Marn Okafor", "Harbour Board", "Dorvale summit"}
    assert {fact.relation for fact in part.facts} == {"leads", "visits", "is late"}
    assert part.title.endswith("Marn Okafor")
    assert all(quote.source < len(part.sources) for fact in part.facts for quote in fact.quotes)


def test_premises_come_with_what_follows_from_them() -> None:
    part = part_about(story(), "river ferries", 1)
    derived = next(fact for fact in part.facts if fact.rule)
    assert [part.facts[i].relation for i in derived.premises] == ["signs a contract with", "builds"]


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(DataError, match=r"no entity is called 'Harbor Bord'; did you mean Harbour Board"):
        part_about(story(), "Harbor Bord", 2)


def test_the_opening_view_has_every_parallel_fact() -> None:
    view = opening_view(
        replace(story(), disputes=(), facts=tuple(fact(0, verb, 1) for verb in ("hires", "pays", "sues")))
    )
    assert [edge["label"] for edge in view["edges"]] == ["hires", "pays", "sues"]  # type: ignore[index,call-overload,union-attr]


def test_the_opening_view_starts_from_what_is_affirmed() -> None:
    denied = replace(fact(0, "joins", 1), polarity="negative")
    maybe = replace(fact(2, "joins", 3), certainty="possible")
    assert opening_nodes([denied, maybe, fact(4, "leads", 5)]) == [4, 5]


def test_quotes_come_back_from_their_pieces() -> None:
    facts = story().facts
    pieces = quote_pieces(facts)
    rows = [row for data in pieces["data"] for row in json.loads(zlib.decompress(b64decode(data), -15))]  # type: ignore[union-attr,arg-type]
    assert [[row[0] for row in fact_rows] for fact_rows in rows] == [[q.text for q in f.quotes] for f in facts]


@given(st.text(st.characters(exclude_categories=())))
def test_json_in_the_page_is_text_and_comes_back(text: str) -> None:
    written = safe_json([text])
    assert json.loads(written) == [text]
    assert not {"<", ">", "&"} & set(written)
    written.encode("utf-8")


def test_communities_are_the_same_whatever_the_order_of_links() -> None:
    links = [(i, i + 1) for i in range(40)] + [(0, 20), (5, 30)]
    assert communities(41, links) == communities(41, [(b, a) for a, b in reversed(links)])


def test_scripts_share_no_names() -> None:
    names = Counter(
        name
        for path in sorted(JS.glob("*.js"))
        for name in re.findall(
            r"^(?:export )?(?:async )?(?:function|const|let|class) (\w+)", path.read_text(), re.MULTILINE
        )
    )
    assert [name for name, count in names.items() if count > 1] == []


def test_scripts_put_no_text_in_as_markup() -> None:
    for path in sorted(JS.glob("*.js")):
        source = path.read_text(encoding="utf-8")
        for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"):
            assert word not in source, f"{path.name}: {word}"
        assert not re.search(r"\.style\b(?!\.css)", source), f"{path.name} sets a style attribute"
    assert "import " not in re.sub(r"//.*|/\*[\s\S]*?\*/|\"[^\"]*\"", "", script())
