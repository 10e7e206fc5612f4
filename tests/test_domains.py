"""A domain is a folder of Turtle: another one, or one more name and phrase, is read without a change in code."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.extract.extraction import extract
from kg.graph.rdf import quads
from kg.graph.resolution import resolve
from kg.graph.rules import derive
from kg.model import Document
from kg.ontology import Ontology, load_ontology
from kg.text.parse import parse
from tests.parsing import parser

HERE = Path(__file__).resolve().parent / "ontologies"
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
DEAL = """Alder Foods has acquired Birch Dairies for 300 million pounds. The Market Authority cleared the takeover.

Cedar Press will merge with Alder Foods next year.
"""
DRONES = "The mechanics of the air force will polish the Skylark on Monday."


def plain_triples(text: str, ontology: Ontology) -> set[tuple[str, str, str]]:
    """Give the plain triples of a text that use a property of an ontology, by their labels."""
    document = Document("text", "text", text)
    extraction = extract(parse(parser(), document), document, ontology.lexicon)
    store = ox.Store()
    store.extend(
        quads([extraction], resolve([extraction], ontology.lexicon, ontology.base_iri), ontology, min_confidence=0.5)
    )
    derive(store, ontology.rules, ontology.base_iri)
    kg = f"{ontology.base_iri}ontology#"
    stated = {phrase.property for phrases in ontology.lexicon.phrases.values() for phrase in phrases}
    return {
        (label(store, quad.subject), quad.predicate.value.removeprefix(kg), label(store, quad.object))
        for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph())
        if quad.predicate.value in stated and isinstance(quad.object, ox.NamedNode)
    }


def label(store: ox.Store, node: ox.NamedNode) -> str:
    return min((quad.object.value for quad in store.quads_for_pattern(node, LABEL, None)), default=node.value)


@pytest.mark.parametrize(
    "triple",
    [
        ("Alder Foods", "takesOver", "Birch Dairies"),
        ("Alder Foods", "hasStakeIn", "Birch Dairies"),  # who takes over has a stake: a sub-property
        ("Market Authority", "clears", "takeover"),
        ("Cedar Press", "mergesWith", "Alder Foods"),
        ("Alder Foods", "mergesWith", "Cedar Press"),  # symmetric
    ],
)
def test_company_takeovers_with_the_core_alone(triple: tuple[str, str, str]) -> None:
    assert triple in plain_triples(DEAL, load_ontology([HERE / "takeovers"], defaults=False))


def test_what_ships_does_not_know_the_other_domain() -> None:
    assert not any(predicate == "takesOver" for _, predicate, _ in plain_triples(DEAL, load_ontology()))


def test_a_name_and_a_phrase_on_top_of_what_ships() -> None:
    expected = ("maintains", "Skylark")
    assert expected in {triple[1:] for triple in plain_triples(DRONES, load_ontology([HERE / "on_top"]))}
    assert expected not in {triple[1:] for triple in plain_triples(DRONES, load_ontology())}
