"""With the ontologies that ship: the plain triples of small articles, by what their ends are called."""

from __future__ import annotations

from functools import lru_cache

import pyoxigraph as ox

from kg.extract.extraction import extract
from kg.graph.facts import find_readings
from kg.graph.iris import Iris
from kg.graph.resolution import resolve
from kg.model import Document
from kg.ontology import Ontology, load_ontology
from kg.text.parse import parse
from tests.golden_lines import Case, golden_tests
from tests.parsing import parser


@lru_cache(maxsize=1)
def ontology() -> Ontology:
    return load_ontology()


def plain_triples(case: Case) -> tuple[str, ...]:
    """Return the plain triples of an article."""
    document = Document("a", "a.txt", case.given)
    extraction = extract(parse(parser(), document), document, ontology().lexicon)
    base_iri = ontology().base_iri
    resolution = resolve([extraction], ontology().lexicon, base_iri)
    labels = {entity.iri: entity.label for entity in resolution.entities}
    readings = find_readings(extraction, resolution.entity_of, Iris(base_iri), min_confidence=0.5)
    facts = [reading.fact for reading in readings if reading.is_plain]
    return tuple(
        dict.fromkeys(
            f"{labels.get(fact.subject, 'a fact')} | {short(fact.predicate)} | {ending(fact.object, labels)}"
            for fact in facts
        )
    )


def ending(value: ox.NamedNode | ox.Literal, labels: dict[str, str]) -> str:
    return labels.get(value.value, "a fact") if isinstance(value, ox.NamedNode) else value.value


def short(iri: str) -> str:
    return iri.replace("#", "/").rpartition("/")[2]


test_what_is_plain_is_true_as_it_is_written, test_regen = golden_tests("plain", plain_triples)
