"""Filters, signs and claims as a person meets them: each number beside a value is what choosing it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from kg.show.gather import FAMILIES
from kg.show.network import Dispute, Fact, Network, Node, Quote
from tests.show.conftest import Visit
from tests.show.stories import fact, story

pytestmark = pytest.mark.browser
SENTENCE = "After years of talks, Harbour Board orders river ferries, and the Coastal Review doubts it."


def passing(visit: Visit) -> int:
    return int(visit.page.evaluate("() => kgPage.passed().total"))


def expected(network: Network, keeps: Callable[[Fact, Quote], bool]) -> int:
    """Count the facts with a quote that affirms them as certain or probable and for which `keeps` holds."""
    return sum(any(keeps(f, q) for q in affirming(network, f)) for f in network.facts)


def affirming(network: Network, f: Fact) -> Iterator[Quote]:
    quotes = f.quotes or [q for premise in f.premises for q in network.facts[premise].quotes]
    return (q for q in quotes if q.certainty in ("certain", "probable") and q.polarity == "positive")


FACETS: dict[str, tuple[str, Callable[[Network, Fact, Quote], bool]]] = {
    "Type of entity": ("product", lambda n, f, q: "product" in kinds_of(n, f)),
    "Relation": ("builds", lambda n, f, q: f.relation == "builds"),
    "Article": ("Shipyard says no deal was signed", lambda n, f, q: q.source == 1),
    "Publisher": ("Coastal Review", lambda n, f, q: q.source == 2),
    "Speaker": ("Marn Okafor", lambda n, f, q: q.speaker == "Marn Okafor"),
}


def kinds_of(network: Network, f: Fact) -> set[str]:
    return {network.nodes[end].kind for end in (f.subject, f.object) if end >= 0}


def facet(page: Any, title: str) -> Any:
    section = page.locator(f".facet:has(summary:has-text('{title}'))")
    if section.get_attribute("open") is None:
        section.locator("summary").click()
    return section


@pytest.mark.parametrize("title", FACETS)
def test_a_value_of_each_facet_leaves_its_facts(opened: Visit, title: str) -> None:
    value, keeps = FACETS[title]
    facet(opened.page, title).locator(f"label:has-text('{value}') input").check()
    network = story()
    assert passing(opened) == expected(network, lambda f, q: keeps(network, f, q)) > 0
    assert f"{passing(opened)} of {len(network.facts)} facts pass" in opened.page.inner_text("#passing")


@pytest.mark.parametrize("title", FACETS)
def test_the_number_beside_a_value_is_what_it_gives(opened: Visit, title: str) -> None:
    rows = facet(opened.page, title).locator("label")
    numbers = [int(text.split()[-1]) for text in rows.all_inner_texts()]
    assert len(numbers) > 1
    for number, words in zip(numbers, rows.locator(".value").all_inner_texts(), strict=True):
        box = f"label:has(bdi:text-is('{words}')) input"
        facet(opened.page, title).locator(box).check()
        assert passing(opened) == number, words
        facet(opened.page, title).locator(box).uncheck()


@pytest.mark.parametrize(("title", "value"), [("Certainty", "only possible"), ("Polarity", "denied")])
def test_certainty_and_polarity_let_more_in(opened: Visit, title: str, value: str) -> None:
    before = passing(opened)
    row = facet(opened.page, title).locator(f"label:has-text('{value}')")
    assert int(row.inner_text().split()[-1]) == 1
    row.locator("input").check()
    assert passing(opened) == before + 1


def test_numbers_follow_the_other_filters(opened: Visit) -> None:
    before = facet(opened.page, "Relation").locator("label").count()
    facet(opened.page, "Publisher").locator("label:has-text('Northmark Ledger') input").check()
    assert facet(opened.page, "Relation").locator("label").count() < before


# ------------------------------------------------------------------------------------------------ claims


def test_it_says_that_there_are_claims_and_shows_them_at_one_click(opened: Visit) -> None:
    page = opened.page
    assert page.inner_text("#claims") == "Show 2 denied or possible claims"
    before = passing(opened)
    page.click("#claims")
    assert passing(opened) == before + 2
    labels = page.evaluate("() => kgPage.picture.scene().lines.map(line => line.label)")
    assert {"denied: signs a contract with", "possibly: inspects"} <= set(labels)
    assert page.inner_text("#claims") == "Hide denied and possible claims"
    page.click("#claims")
    assert passing(opened) == before


def test_claims_are_told_on_a_phone_too(visit: Callable[..., Visit]) -> None:
    page = visit(story(), width=390, height=844).page
    assert not page.is_visible(".claim-toggle >> nth=0")
    page.click("#claims")
    assert "Hide" in page.inner_text("#claims")


def test_the_legend_counts_claims_by_sort(opened: Visit) -> None:
    counts = [text.split()[-1] for text in opened.page.locator(".claim-toggle").all_inner_texts()]
    assert counts == ["1", "1"]


def test_only_contradicted_shows_both_sides(opened: Visit) -> None:
    opened.page.locator("label:has-text('Only contradicted') input").check()
    lines = opened.page.evaluate("() => kgPage.picture.scene().lines.map(line => line.label)")
    assert sorted(lines) == ["denied: signs a contract with", "signs a contract with"]
    opened.page.locator("label:has-text('Only contradicted') input").uncheck()
    assert "Show 2" in opened.page.inner_text("#claims")


def test_a_contradiction_stands_first_with_both_sides_quoted(opened: Visit) -> None:
    opened.page.wait_for_selector("#panel .contra mark.subject")
    first = opened.page.locator("#panel .fact-row").first
    assert "Marn Okafor, in The Dorvale Courier" in first.locator(".preview").first.inner_text()
    against = first.locator(".contra").inner_text()
    assert "denied" in against
    assert "Aalto Shipyards, in Northmark Ledger" in against


def test_decided_for_one_and_undecided_for_another_stands_there_too(visit: Callable[..., Visit]) -> None:
    quotes = [Quote("It is so.", 0, certainty="certain"), Quote("It may be so.", 1, certainty="possible")]
    joins = fact(0, "joins", 1, quotes)
    page = visit(replace(story(), facts=(joins,), disputes=(Dispute(0, 0, is_denied=False, opposing=1),))).page
    page.wait_for_selector("#panel .contra .words")
    assert "undecided" in page.inner_text("#panel .contra")
    assert "It may be so." in page.inner_text("#panel .contra")
    page.click("#panel .fact-row")
    assert "Some articles take it as decided" in page.inner_text("#panel")


def test_a_fact_leads_to_what_speaks_against_it_and_back(opened: Visit) -> None:
    opened.select_fact(0)
    opened.page.click("#panel .against button")
    assert opened.state("selected") == {"kind": "fact", "fact": 1}
    assert "Others affirm it" in opened.page.inner_text("#panel .against")


# ------------------------------------------------------------------------------------------------ time, sentences


def test_what_is_still_to_come_says_so_everywhere(opened: Visit) -> None:
    page = opened.page
    line = page.evaluate("() => kgPage.picture.scene().lines.find(line => line.label.includes('visits'))")
    assert (line["label"], line["dotted"]) == ("in future: visits", True)
    page.keyboard.press("t")
    assert "in future" in page.inner_text("#table tr:has-text('visits')")
    opened.search("Dorvale summit")
    assert "in future" in page.inner_text("#panel .fact-row:has-text('visits')")
    page.click("#panel .fact-row:has-text('visits')")
    assert "in future" in page.inner_text("#panel .facts-line")
    assert "about the future" in page.inner_text("#panel .quote")


def test_a_quote_is_the_whole_sentence_and_a_preview_its_part(visit: Callable[..., Visit]) -> None:
    start = SENTENCE.index("Harbour")
    whole = Quote(
        SENTENCE,
        0,
        (start, start + 13),
        (start + 14, start + 20),
        (start + 21, start + 34),
        certainty="certain",
        stating=(start, start + 34),
    )
    page = visit(replace(story(), disputes=(), facts=(fact(0, "orders", 2, [whole]),))).page
    page.wait_for_selector("#panel .words mark.object")
    assert page.inner_text("#panel .words").replace("\u00a0", " ") == "… Harbour Board orders river ferries …"
    page.click("#panel .fact-row")
    page.wait_for_selector("#panel .quote")
    assert page.inner_text("#panel .quote blockquote") == SENTENCE
    assert page.locator("#panel .quote .context").all_inner_texts() == [SENTENCE[:start], SENTENCE[start + 34 :]]


# ------------------------------------------------------------------------------------------------ signs


def families() -> Network:
    """Return a chain of one entity of each family."""
    nodes = tuple(Node(f"entity/{name}", name, name.lower(), name) for name in (*FAMILIES, "Entity"))
    facts = tuple(fact(i, "meets", i + 1, nodes=nodes) for i in range(len(nodes) - 1))
    return Network("Families", nodes, facts, story().sources)


def test_no_two_families_look_alike_without_their_colours(visit: Callable[..., Visit]) -> None:
    page = visit(families()).page
    page.click(".choice >> text=community")
    signs = page.evaluate(
        """() => kgPage.picture.scene().nodes.map(node => {
          const { shape, color, borderWidth } = kgPage.picture.network.body.nodes[node].options;
          return [shape, color.background === kgPage.picture.colours().paper, borderWidth].join(); })"""
    )
    assert len(set(signs)) == len(FAMILIES) + 1
    legend = page.evaluate(
        """() => [...document.querySelectorAll('.legend .sign')].map(
          sign => sign.querySelector('path').getAttribute('d') + sign.classList.contains('hollow'))"""
    )
    assert len(set(legend)) == len(FAMILIES) + 1


def test_the_table_can_be_copied(opened: Visit) -> None:
    opened.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened.page.keyboard.press("t")
    opened.page.click("#table button:has-text('Copy')")
    opened.page.wait_for_selector("#notice:has-text('Copied')")
    copied = opened.page.evaluate("() => navigator.clipboard.readText()").split("\n")
    assert copied[0].split("\t")[:3] == ["Subject", "Relation", "Object"]
    assert "Marn Okafor\tleads\tHarbour Board\taffirmed\tcertain" in "\n".join(copied)
