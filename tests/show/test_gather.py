from __future__ import annotations

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store

from kg.show.gather import network_from
from kg.show.network import NO_ENTITY, Network
from tests.show.synthetic import synthetic_store

PREFIXES = """
@prefix kg: <https://w3id.org/newskg/ontology#> .
@prefix entity: <https://w3id.org/newskg/entity/> .
@prefix fact: <https://w3id.org/newskg/fact/> .
@prefix evidence: <https://w3id.org/newskg/evidence/> .
@prefix article: <https://w3id.org/newskg/article/> .
@prefix relation: <https://w3id.org/newskg/relation/> .
@prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix schema: <https://schema.org/> .
"""
DATA = f"""{PREFIXES}
kg:Company rdfs:subClassOf kg:Organization ; rdfs:label "company" .
kg:Organization rdfs:subClassOf kg:Agent ; rdfs:label "organization" .
entity:yard a kg:Company, kg:Organization ; rdfs:label "Aalto Shipyards" ; skos:altLabel "Aalto", "Aalto Shipyards" ;
  skos:broader entity:shipyards ; kg:mentionCount 7 .
entity:shipyards a kg:Topic ; rdfs:label "shipyards" .
entity:ferries rdfs:label "ferries" .
relation:builds rdfs:label "builds" .

fact:builds a kg:Fact ; rdf:subject entity:yard ; rdf:predicate relation:builds ; rdf:object entity:ferries ;
  kg:polarity "positive" ; kg:support 1 ; kg:evidence evidence:1, evidence:2 ; rdfs:label "Aalto builds ferries" .
fact:not a kg:Fact, kg:Claim ; rdf:subject entity:yard ; rdf:predicate relation:builds ; rdf:object entity:ferries ;
  kg:polarity "negative" ; kg:support 1 .
fact:allows a kg:Fact ; rdf:subject entity:shipyards ; rdf:predicate kg:allowsIt ; rdf:object fact:builds ;
  kg:polarity "positive" .
fact:late a kg:Fact ; rdf:subject entity:yard ; rdf:predicate kg:isLate ; rdf:object "by a year" ;
  kg:polarity "positive" .
fact:stops a kg:Fact ; rdf:subject entity:yard ; rdf:predicate kg:stops ; rdf:object true ; kg:polarity "positive" .
fact:derived a kg:DerivedFact ; rdf:subject entity:shipyards ;
  rdf:predicate relation:builds ; rdf:object entity:ferries ;
  kg:polarity "positive" ; kg:factCertainty "probable" ; kg:rule kg:members ; prov:wasDerivedFrom fact:builds .

article:1 a kg:Article ; rdfs:label "A title" ; kg:publisher "A paper" ;
  schema:datePublished "2024-03-01" ; schema:url "https://a.example/" .
evidence:1 nif:anchorOf "Aalto 🚢 builds ferries" ; nif:beginIndex 100 ; prov:wasDerivedFrom article:1 ;
  kg:certainty "possible" ;
  kg:evidencePolarity "positive" ; kg:subjectAt "100-105" ; kg:predicateAt "108-114" ; kg:objectAt "90-95" ;
  kg:attributedTo entity:yard ; kg:cue "said" .
evidence:2 nif:anchorOf "They build." ; nif:beginIndex 0 ; prov:wasDerivedFrom article:1 ; kg:certainty "certain" .
"""


def network() -> Network:
    store = Store()
    store.load(DATA.encode(), format=RdfFormat.TURTLE)
    return network_from(store)


TEXT = "A lead.\n" + "x" * 60 + " said so. Today, Aalto 🚢 builds ferries, it says. They build."


def test_quotes_are_the_sentences_of_the_article() -> None:
    start = TEXT.index("Aalto")
    text = f"{' ' * (100 - start)}{TEXT}"  # where the evidence says that it stands
    store = Store()
    data = f'{DATA} article:1 kg:sourceFile "1.txt" .'
    store.load(data.encode(), format=RdfFormat.TURTLE)
    found = network_from(store, texts={"1.txt": text})
    first = next(q for fact in found.facts for q in fact.quotes if "builds" in q.text)
    assert first.text == "Today, Aalto 🚢 builds ferries, it says."
    marks = (first.stating, first.subject, first.relation)
    assert [first.text[slice(*mark)] for mark in marks if mark] == ["Aalto 🚢 builds ferries", "Aalto", "builds"]


def test_a_text_that_has_changed_is_not_quoted() -> None:
    store = Store()
    store.load(f'{DATA} article:1 kg:sourceFile "1.txt" .'.encode(), format=RdfFormat.TURTLE)
    found = network_from(store, texts={"1.txt": "Something else altogether. " * 9})
    assert {q.text for fact in found.facts for q in fact.quotes} == {"Aalto 🚢 builds ferries", "They build."}


def labels(found: Network) -> dict[str, int]:
    return {node.label: i for i, node in enumerate(found.nodes)}


def test_entities_have_kind_family_aliases_and_broader() -> None:
    found = network()
    yard = found.nodes[labels(found)["Aalto Shipyards"]]
    assert (yard.kind, yard.family, yard.aliases, yard.mentions) == ("company", "Organization", ("Aalto",), 7)
    assert found.nodes[yard.broader].label == "shipyards"
    assert found.nodes[labels(found)["ferries"]].family == "Entity"


def test_evidence_becomes_quotes_surest_first_with_marks_within_them() -> None:
    found = network()
    builds = next(fact for fact in found.facts if fact.iri.endswith("fact/builds"))
    assert builds.certainty == "certain"
    assert [quote.certainty for quote in builds.quotes] == ["certain", "possible"]
    marked = builds.quotes[1]
    assert (marked.subject, marked.relation, marked.object) == ((0, 5), (8, 14), None)
    assert marked.text[8:14] == "builds"
    assert (marked.speaker, marked.cue) == ("Aalto Shipyards", "said")
    assert found.sources[marked.source].publisher == "A paper"


def test_clauses_literals_and_nothing_as_objects() -> None:
    found = network()
    by_name = {fact.iri.rsplit("/", 1)[1]: fact for fact in found.facts}
    assert by_name["allows"].text == "Aalto Shipyards builds ferries"
    assert found.nodes[by_name["allows"].object].label == "Aalto Shipyards"
    assert (by_name["late"].object, by_name["late"].text) == (NO_ENTITY, "by a year")
    assert (by_name["stops"].object, by_name["stops"].text) == (NO_ENTITY, "")
    assert by_name["allows"].relation == "allows it"


def test_a_derived_fact_names_rule_and_premises() -> None:
    found = network()
    derived = next(fact for fact in found.facts if fact.rule)
    assert derived.rule == "members"
    assert [found.facts[premise].iri.rsplit("/", 1)[1] for premise in derived.premises] == ["builds"]
    assert derived.certainty == "probable"


def test_the_order_of_quads_changes_nothing() -> None:
    quads = list(synthetic_store(30, 60, 120))
    one, other = Store(), Store()
    one.extend(quads)
    other.extend(reversed(quads))
    assert network_from(one) == network_from(other)


def test_facts_in_a_circle_end() -> None:
    store = Store()
    a, b = NamedNode("https://w3id.org/newskg/fact/a"), NamedNode("https://w3id.org/newskg/fact/b")
    rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    for fact, other in ((a, b), (b, a)):
        for name, value in (("subject", other), ("predicate", NamedNode(rdf + "p")), ("object", Literal("x"))):
            store.add(Quad(fact, NamedNode(rdf + name), value, DefaultGraph()))
    assert len(network_from(store).facts) == 2
