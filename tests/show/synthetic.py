"""Graphs of any size in the vocabulary of core.ttl, made up: the same for the same numbers."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Store

BASE = "https://w3id.org/newskg/"
KG = f"{BASE}ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SCHEMA = "https://schema.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"
CORE = Path(__file__).resolve().parents[2] / "ontologies" / "core.ttl"

FIRST = "Marn Tilda Osei Ravel Ines Bruno Keza Odile Pavel Sunniva Amadou Lior Greta Ishaan Noor Casimir".split()
LAST = "Okafor Lindqvist Harrow Brandt Castellan Duarte Ferrow Whitlock Aalto Merced Novak Quill Sato Tamm".split()
PLACES = "Dorvale Kessland Port Amsel Veltria Northmark Sarn Ostmere Halden Caldoria Brenn Lysand Torrin".split()
GOODS = "river ferries|tidal turbines|grain silos|night trains|radar masts|water filters|rail cars|cables".split("|")
BODIES = "Ministry of Transport|Harbour Board|Energy Agency|Water Office|Coast Guard|Court of Audit".split("|")
FIRMS = "Works|Shipyards|Logistics|Dynamics|Foundries|Partners".split("|")
OUTLETS = "The Dorvale Courier|Northmark Ledger|Morning Compass|The Halden Post|Wire Seven|Coastal Review".split("|")
RELATIONS = {
    "supplies": "supplies",
    "operatesIn": "operates in",
    "inspects": "inspects",
    "leads": "leads",
    "signsContractWith": "signs a contract with",
    "isLocatedIn": "is located in",
    "funds": "funds",
    "criticises": "criticises",
    "isMemberOf": "is a member of",
    "repairs": "repairs",
    "delivers": "delivers",
    "invitesBidsFrom": "invites bids from",
}
MOST_QUOTES = 25  # what the best attested fact has
CERTAINTIES = ("certain",) * 7 + ("probable",) * 2 + ("possible",) * 2 + ("unknown",)


@dataclass(frozen=True, slots=True)
class Thing:
    iri: NamedNode
    label: str
    kind: str


def synthetic_store(nodes: int, edges: int, quotes: int, *, seed: int = 7) -> Store:
    """Return a store with that many entities, facts between them, and quotes that state the facts."""
    store = Store()
    store.load(path=str(CORE), format=RdfFormat.TURTLE)
    store.bulk_extend(_quads(nodes, edges, quotes, random.Random(seed)))
    return store


def _quads(nodes: int, edges: int, quotes: int, rng: random.Random) -> Iterator[Quad]:
    things = [_thing(i, rng) for i in range(nodes)]
    for thing in things:
        yield from _thing_quads(thing, rng)
    for name, label in RELATIONS.items():
        yield _quad(NamedNode(KG + name), RDFS + "label", Literal(label))
    articles = [NamedNode(f"{BASE}article/{i:06d}") for i in range(max(quotes // 12, 3))]
    for i, article in enumerate(articles):
        yield from _article_quads(i, article, rng)
    facts = list(_ends(things, edges, rng))
    shares = [1] * len(facts)
    for _ in range(max(quotes - edges, 0)):
        popular = min(int(rng.paretovariate(0.4)), len(facts)) - 1
        shares[popular if shares[popular] < MOST_QUOTES else rng.randrange(len(facts))] += 1
    number = 0
    for i, (fact, share) in enumerate(zip(facts, shares, strict=True)):
        iri = NamedNode(f"{BASE}fact/{i:032x}")
        cited = [articles[rng.randrange(len(articles))] for _ in range(share)]
        denied = rng.random() < 0.06
        yield from _fact_quads(iri, fact, denied, len(set(cited)))
        for article in cited:
            number += 1
            evidence = NamedNode(f"{BASE}evidence/{number:032x}")
            yield _quad(iri, KG + "evidence", evidence)
            yield from _evidence_quads(evidence, article, fact, denied, rng.choice(things), rng)


def _thing(i: int, rng: random.Random) -> Thing:
    place, number = rng.choice(PLACES), f" {i}" if i >= 40 else ""
    kinds = {
        "Person": f"{rng.choice(FIRST)} {rng.choice(LAST)}{number}",
        "Company": f"{rng.choice(LAST)} {rng.choice(FIRMS)}{number}",
        "GovernmentBody": f"{place} {rng.choice(BODIES)}{number}",
        "City": f"{place}{number}",
        "State": f"Republic of {place}{number}",
        "Product": f"{place} {rng.choice(GOODS)}{number}",
        "Topic": f"{rng.choice(GOODS)}{number}",
        "Event": f"{place} summit{number}",
    }
    kind = rng.choice(sorted(kinds))
    return Thing(NamedNode(f"{BASE}entity/{kinds[kind].replace(' ', '_')}_{i}"), kinds[kind], kind)


def _thing_quads(thing: Thing, rng: random.Random) -> Iterator[Quad]:
    yield _quad(thing.iri, RDF + "type", NamedNode(KG + thing.kind))
    yield _quad(thing.iri, RDFS + "label", Literal(thing.label))
    yield _quad(thing.iri, KG + "mentionCount", _integer(rng.randrange(1, 40)))
    if rng.random() < 0.3:
        initials = "".join(word[0] for word in thing.label.split())
        yield _quad(thing.iri, SKOS + "altLabel", Literal(initials))


def _article_quads(i: int, article: NamedNode, rng: random.Random) -> Iterator[Quad]:
    title = f"{rng.choice(PLACES)} weighs {rng.choice(GOODS)} as talks enter week {i % 50 + 1}"
    date = f"{2023 + i % 2}-{i % 12 + 1:02d}-{i % 28 + 1:02d}"
    values = {
        RDF + "type": NamedNode(KG + "Article"),
        RDFS + "label": Literal(title),
        KG + "publisher": Literal(OUTLETS[i % len(OUTLETS)]),
        SCHEMA + "datePublished": Literal(date, datatype=NamedNode(XSD + "date")),
        SCHEMA + "url": Literal(f"https://news.example/{i}"),
    }
    for predicate, value in values.items():
        yield Quad(article, NamedNode(predicate), value, article)


def _ends(things: list[Thing], edges: int, rng: random.Random) -> Iterator[tuple[Thing, str, Thing]]:
    """Join each thing to a popular one first, then at random within neighbourhoods, as news graphs look."""
    seen: set[tuple[int, str, int]] = set()
    names = sorted(RELATIONS)
    while len(seen) < edges:
        i = len(seen) + 1 if len(seen) + 1 < len(things) else rng.randrange(len(things))
        near = max(0, i - 200)
        j = min(int(rng.paretovariate(0.7)), len(things)) - 1 if rng.random() < 0.15 else rng.randrange(near, i + 1)
        key = (i, rng.choice(names), j)
        if i != j and key not in seen:
            seen.add(key)
            yield things[i], key[1], things[j]


def _fact_quads(iri: NamedNode, fact: tuple[Thing, str, Thing], denied: bool, support: int) -> Iterator[Quad]:
    subject, name, target = fact
    yield _quad(iri, RDF + "type", NamedNode(KG + ("Claim" if denied else "Fact")))
    yield _quad(iri, RDF + "subject", subject.iri)
    yield _quad(iri, RDF + "predicate", NamedNode(KG + name))
    yield _quad(iri, RDF + "object", target.iri)
    yield _quad(iri, RDFS + "label", Literal(f"{subject.label} {RELATIONS[name]} {target.label}"))
    yield _quad(iri, KG + "polarity", Literal("negative" if denied else "positive"))
    yield _quad(iri, KG + "support", _integer(support))


def _evidence_quads(
    evidence: NamedNode,
    article: NamedNode,
    fact: tuple[Thing, str, Thing],
    denied: bool,
    speaker: Thing,
    rng: random.Random,
) -> Iterator[Quad]:
    subject, name, target = fact
    relation = ("never " if denied else "") + RELATIONS[name]
    head = f"After {rng.randrange(2, 30)} days of talks, "
    tail = f", {speaker.label} said on {rng.choice(('Monday', 'Tuesday', 'Friday'))}, citing the {rng.choice(BODIES)}."
    text = f"{head}{subject.label} {relation} {target.label}{tail}"
    start = rng.randrange(0, 4000)
    at = start + len(head)
    verb = at + len(subject.label) + 1
    thing = verb + len(relation) + 1
    values = {
        RDF + "type": NamedNode(KG + "Evidence"),
        NIF + "anchorOf": Literal(text),
        NIF + "beginIndex": _integer(start),
        NIF + "endIndex": _integer(start + len(text)),
        PROV + "wasDerivedFrom": article,
        KG + "certainty": Literal(rng.choice(CERTAINTIES)),
        KG + "evidencePolarity": Literal("negative" if denied else "positive"),
        KG + "tense": Literal(rng.choice(("past", "present", "future"))),
        KG + "subjectAt": Literal(f"{at}-{at + len(subject.label)}"),
        KG + "predicateAt": Literal(f"{verb}-{verb + len(relation)}"),
        KG + "objectAt": Literal(f"{thing}-{thing + len(target.label)}"),
    }
    if rng.random() < 0.6:
        values |= {KG + "attributedTo": speaker.iri, KG + "cue": Literal("said")}
    for predicate, value in values.items():
        yield Quad(evidence, NamedNode(predicate), value, article)


def _quad(subject: NamedNode, predicate: str, value: NamedNode | Literal) -> Quad:
    return Quad(subject, NamedNode(predicate), value, DefaultGraph())


def _integer(number: int) -> Literal:
    return Literal(str(number), datatype=NamedNode(XSD + "integer"))
