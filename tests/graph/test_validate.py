from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pyshacl
import pytest
import rdflib

from kg.errors import OntologyError
from kg.graph.archive import Entry, Manifest, load_extraction, save_extraction, write_manifest
from kg.graph.shapes import SUBCLASS, read_shapes
from kg.graph.store import Graph, commit
from kg.graph.terms import OWL, TYPE, prefixes
from kg.graph.turtle import write_turtle
from kg.model import Extraction, Lexicon
from kg.ontology import Ontology, load_ontology, shipped_folder
from tests.graph.conftest import BASE, KG, depot_builder, graph_of

KNOWN = prefixes(BASE)
SHIPPED = load_ontology()
ONTOLOGY = Ontology(Lexicon(), shapes=SHIPPED.shapes, vocabulary=SHIPPED.vocabulary)


def built(folder: Path, *extractions: Extraction) -> Graph:
    for extraction in extractions:
        save_extraction(folder, extraction, made_with="x")
    write_manifest(folder, Manifest({e.document.source: Entry(e.document.id) for e in extractions}))
    commit(folder, graph_of(*extractions, ontology=ONTOLOGY), ONTOLOGY)
    return Graph.open(folder)


def test_a_built_graph_is_sound(tmp_path: Path, depot: Extraction) -> None:
    assert built(tmp_path, depot, depot_builder("b.txt").build()).check() == ()


def test_pyshacl_agrees_that_it_is_sound(tmp_path: Path, depot: Extraction) -> None:
    graph = built(tmp_path, depot)
    assert not shacl_failures(set(graph.quads()))


def test_a_quote_that_its_offsets_do_not_give_is_found(tmp_path: Path, depot: Extraction) -> None:
    graph = built(tmp_path, depot)
    document = replace(depot.document, text=depot.document.text.replace("valves", "VALVES"))
    save_extraction(tmp_path, replace(depot, document=document), made_with="x")
    found = graph.check()
    assert ("the offsets do not give the quote", "a.txt", "crews will repair valves") in [
        (v.message, v.article, v.quote) for v in found
    ]
    assert load_extraction(tmp_path, depot.document.id)[0].document.text == document.text


# What is taken from a sound graph or put into it, and how many nodes that breaks.
DAMAGES = {
    "no certainty": (
        "DELETE { GRAPH ?g { ?e kg:certainty ?c } } WHERE { GRAPH ?g { ?e kg:certainty ?c ; kg:cue 'said' } }"
    ),
    "odd certainty": "INSERT { ?e kg:certainty 'sure' } WHERE { GRAPH ?g { ?e kg:cue 'said' } }",
    "two polarities": "INSERT { ?f kg:polarity 'negative' } WHERE { ?f rdf:predicate relation:send }",
    "a word for support": "INSERT { ?f kg:support 'two' } WHERE { ?f rdf:predicate relation:arm }",
    "evidence without fact": "DELETE WHERE { ?f kg:evidence ?e ; rdf:predicate relation:repair }",
    "article without source": "DELETE WHERE { GRAPH ?g { ?a kg:sourceFile ?s } }",
    "entity without label": "DELETE WHERE { entity:Northland rdfs:label ?l }",
    "begin behind end": "INSERT { GRAPH ?g { ?e nif:beginIndex 999999 } } WHERE { GRAPH ?g { ?e kg:cue 'said' } }",
    "confidence too high": "INSERT { GRAPH ?g { ?e kg:confidence 1.5 } } WHERE { GRAPH ?g { ?e kg:cue 'said' } }",
    "odd place": "INSERT { GRAPH ?g { ?e kg:subjectAt '3..5' } } WHERE { GRAPH ?g { ?e kg:cue 'said' } }",
    "evidence of a wrong kind": "INSERT { ?f kg:evidence entity:Northland } WHERE { ?f rdf:predicate relation:arm }",
    "derived from nothing": "INSERT { ?f a kg:DerivedFact ; kg:rule entity:X } WHERE { ?f rdf:predicate relation:arm }",
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_where_pyshacl_finds_it(depot: Extraction, damage: str) -> None:
    graph = Graph.of(graph_of(depot, ontology=ONTOLOGY), ONTOLOGY)
    graph.store.update(DAMAGES[damage], prefixes=KNOWN)
    found = graph.check()
    assert found
    assert {violation.focus for violation in found} == {
        graph.shortened(iri) for iri in shacl_failures(set(graph.quads()))
    }


def test_a_violation_names_article_and_quote(depot: Extraction) -> None:
    graph = Graph.of(graph_of(depot, ontology=ONTOLOGY), ONTOLOGY)
    graph.store.update(DAMAGES["odd certainty"], prefixes=KNOWN)
    assert {(v.article, v.quote) for v in graph.check()} == {("a.txt", "crews will repair valves")}


def test_a_blank_node_is_found(depot: Extraction) -> None:
    graph = Graph.of(graph_of(depot), Ontology(Lexicon()))
    graph.store.add(ox.Quad(ox.BlankNode("b"), ox.NamedNode(f"{KG}x"), ox.Literal("y")))
    assert [violation.message for violation in graph.check()] == ["a node without a name"]


def test_a_shape_that_is_not_read_is_an_error() -> None:
    shapes = "@prefix sh: <http://www.w3.org/ns/shacl#> . <a:S> sh:targetClass <a:C> ; sh:closed true ."
    with pytest.raises(OntologyError, match="closed is not read in shapes; use one of"):
        read_shapes(shapes)


def vocabulary() -> set[str]:
    """Return every class and property that core.ttl declares."""
    core = ox.parse((shipped_folder() / "core.ttl").read_text(encoding="utf-8"), format=ox.RdfFormat.TURTLE)
    kinds = {f"{OWL}{name}" for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
    return {quad.subject.value for quad in core if quad.predicate == TYPE and quad.object.value in kinds}


def test_every_class_and_property_of_the_vocabulary_has_a_shape() -> None:
    shapes = read_shapes(SHIPPED.shapes)
    spoken_of = {iri.value for shape in shapes for _, iri in shape.targets}
    spoken_of |= {inner.path.property.value for shape in shapes for inner in shape.properties if inner.path}
    below: dict[str, set[str]] = defaultdict(set)
    for line in ox.parse(SHIPPED.vocabulary, format=ox.RdfFormat.N_TRIPLES):
        if line.predicate == SUBCLASS:
            below[line.object.value].add(line.subject.value)
    while more := {sub for iri in spoken_of for sub in below[iri]} - spoken_of:
        spoken_of |= more  # a shape of a class is one of the classes below it
    assert vocabulary() - spoken_of == set()


def test_nothing_is_written_that_the_vocabulary_does_not_declare(depot: Extraction) -> None:
    written = {quad.predicate.value for quad in graph_of(depot) if quad.predicate.value.startswith(KG)}
    assert written - vocabulary() == set()


@pytest.mark.slow
def test_a_hundred_thousand_facts_take_less_than_a_minute(depot: Extraction) -> None:
    """Measured on a part of them, in the time of this process alone."""
    quads = set(graph_of(depot, ontology=ONTOLOGY))
    graph = Graph.of((_renamed(quad, number) for number in range(1_200) for quad in quads), ONTOLOGY)
    began = time.process_time()
    assert graph.check() == ()
    assert time.process_time() - began < 60 * graph.counts()["facts"] / 100_000


def _renamed(quad: ox.Quad, number: int) -> ox.Quad:
    def renamed(term: ox.NamedNode | ox.Literal | ox.DefaultGraph) -> ox.NamedNode | ox.Literal | ox.DefaultGraph:
        own = isinstance(term, ox.NamedNode) and term.value.startswith(
            (f"{BASE}fact", f"{BASE}evidence", f"{BASE}article")
        )
        return ox.NamedNode(f"{term.value}{number}") if own else term

    return ox.Quad(renamed(quad.subject), quad.predicate, renamed(quad.object), renamed(quad.graph_name))


def shacl_failures(quads: set[ox.Quad]) -> set[str]:
    """Return the nodes that pySHACL finds wrong."""
    data = rdflib.Graph().parse(
        data="".join(write_turtle({str(quad.triple) for quad in quads}, KNOWN)), format="turtle"
    )
    shapes = rdflib.Graph().parse(data=SHIPPED.shapes, format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, inference="none", advanced=False)
    focus = rdflib.URIRef("http://www.w3.org/ns/shacl#focusNode")
    return {str(node) for node in report.objects(None, focus)}
