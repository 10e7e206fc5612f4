"""A question by a wider, inverse or symmetric property finds what articles say by another."""

from __future__ import annotations

import pytest

from tests.graph.test_comparison import written

PREFIXES = "PREFIX kg: <https://w3id.org/newskg/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>"


@pytest.mark.parametrize(
    ("text", "subject", "asked", "value"),
    [
        ("Germany sold the Leopard 2 to Norway.", "Germany", "supplies", "Leopard 2"),  # who sells supplies
        ("Boeing owns Jeppesen.", "Jeppesen", "ownedBy", "Boeing"),
        ("Norway met Sweden in Oslo.", "Sweden", "meets", "Norway"),
        ("Russia bombed Kharkiv.", "Russia", "attacks", "Kharkiv"),
        ("Antony Blinken visited Poland.", "Antony Blinken", "goesTo", "Poland"),
        ("The United States imposed tariffs on China.", "United States", "imposesMeasureOn", "China"),
    ],
)
def test_another_property_is_found(text: str, subject: str, asked: str, value: str) -> None:
    triple = f'?s rdfs:label "{subject}" ; kg:{asked} ?o . ?o rdfs:label "{value}"'
    assert written(text).query(f"{PREFIXES} ASK {{ {triple} }}") is True
