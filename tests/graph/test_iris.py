from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.graph.iris import LONG_DIGEST, MAX_SLUG, Iris, digest, slug

IRIS = Iris("https://w3id.org/newskg/")


@given(st.text(), st.text())
def test_every_iri_is_valid(label: str, other: str) -> None:
    made = [
        IRIS.entity(label),
        IRIS.disambiguated(label, other),
        IRIS.relation(label),
        IRIS.article(label),
        IRIS.speaker(IRIS.article(other), label),
        IRIS.fact(label, other, label, other),
        IRIS.evidence(label, other, label),
        IRIS.rule(label),
    ]
    for iri in made:
        assert ox.NamedNode(iri).value == iri


@given(st.text(max_size=MAX_SLUG))
def test_slugs_are_stable_and_never_empty(label: str) -> None:
    assert slug(label)
    assert slug(slug(label)) == slug(label)
    assert len(slug(label)) <= MAX_SLUG + 11


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Department of Defense", "Department_of_Defense"),
        ("F-16 fighter jets", "F-16_fighter_jets"),
        ("U.S. troops", "U.S._troops"),
        ("AT&T Inc.", "AT_T_Inc"),
        ("“Iron  Shield” (2024)", "Iron_Shield_2024"),
        ("Київ", "Київ"),
    ],
)
def test_slugs_are_readable(label: str, expected: str) -> None:
    assert slug(label) == expected


def test_digests_are_long_enough_and_keep_parts_apart() -> None:
    assert LONG_DIGEST * 4 >= 128
    assert digest("a", "") != digest("", "a")


def test_articles_of_one_name_in_two_folders_differ() -> None:
    assert IRIS.article("north/index.html") != IRIS.article("south/index.html")


def test_a_lone_surrogate_does_not_stop_a_build() -> None:
    assert ox.NamedNode(IRIS.entity("bad \ud800 label")).value.endswith("bad_label")
