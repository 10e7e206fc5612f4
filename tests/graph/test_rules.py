from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.errors import OntologyError
from kg.graph.explain import FactView
from kg.graph.store import Graph
from kg.graph.terms import prefixes
from kg.model import Certainty, Extraction, Lexicon, Polarity
from kg.ontology import Ontology, Rule, load_ontology
from tests.graph.conftest import BASE, ArticleBuilder, graph_of

FACT = "?{n} rdf:subject {s} ; rdf:predicate {p} ; rdf:object {o} ."


def rule(name: str, conclusion: str, *premises: str) -> Rule:
    body = " ".join(
        FACT.format(n=f"premise{i}", **dict(zip("spo", p.split(), strict=True))) for i, p in enumerate(premises, 1)
    )
    binds = " ".join(
        f"BIND({term} AS ?{part})"
        for part, term in zip(("subject", "predicate", "object"), conclusion.split(), strict=True)
    )
    names = " ".join(f"?premise{i}" for i in range(1, len(premises) + 1))
    return Rule(name, f"{BASE}rule/{name}", f"SELECT ?subject ?predicate ?object {names} {{ {body} {binds} }}")


PART = rule("part-of-part", "?a relation:hold ?c", "?a relation:hold ?b", "?b relation:hold ?c")
OWN = rule("who-holds-owns", "?a relation:own ?b", "?a relation:hold ?b")


def article(*pairs: tuple[str, str], **more: object) -> Extraction:
    names = dict.fromkeys(name for pair in pairs for name in pair)  # the one who holds stands first, as in a sentence
    builder = ArticleBuilder(f"hold {' '.join(names)}")
    for start, end in pairs:
        builder.say(start, "hold", end, **more)
    return builder.build()


def graph(extraction: Extraction, *rules: Rule) -> Graph:
    return Graph.of(graph_of(extraction), Ontology(Lexicon(), rules=rules))


def derived(graph: Graph) -> list[tuple[str, ...]]:
    rows = graph.select("SELECT ?l ?c { ?f a kg:DerivedFact ; rdfs:label ?l ; kg:factCertainty ?c }")
    return sorted(tuple(term.value for term in row) for row in rows)


CHAIN = article(("town", "port"), ("port", "pier"), ("pier", "crane"))


def test_a_rule_runs_to_a_fixpoint() -> None:
    labels = [label for label, _ in derived(graph(CHAIN, PART))]
    assert labels == ["port holds crane", "town holds crane", "town holds pier"]


def test_rules_feed_each_other_in_any_order() -> None:
    for rules in ((PART, OWN), (OWN, PART)):
        assert [label for label, _ in derived(graph(CHAIN, *rules))].count("town own crane") == 1
    assert set(graph(CHAIN, PART, OWN).quads()) == set(graph(CHAIN, OWN, PART).quads())


def test_a_derived_fact_keeps_rule_and_premises() -> None:
    found = graph(CHAIN, PART)
    iri = next(found.select("SELECT ?f { ?f a kg:DerivedFact ; rdfs:label 'town holds pier' }"))[0].value
    view = found.explain(iri)
    assert isinstance(view, FactView)
    assert view.rule == "part of part"
    assert [premise.label for premise in view.premises] == ["port holds pier", "town holds port"]
    assert found.query("ASK { entity:town relation:hold entity:pier }") is True


def test_a_possible_premise_makes_a_claim() -> None:
    found = graph(article(("town", "port"), ("port", "pier"), certainty=Certainty.POSSIBLE), PART)
    assert derived(found) == [("town holds pier", "possible")]
    assert found.query("ASK { ?f a kg:DerivedFact, kg:Claim }") is True
    assert found.query("ASK { entity:town relation:hold entity:pier }") is False


def test_the_least_certain_premise_counts() -> None:
    builder = ArticleBuilder("hold town port pier")
    builder.say("town", "hold", "port")
    builder.say("port", "hold", "pier", certainty=Certainty.PROBABLE)
    assert derived(graph(builder.build(), PART)) == [("town holds pier", "probable")]


def test_a_denied_premise_carries_nothing() -> None:
    assert derived(graph(article(("town", "port"), ("port", "pier"), polarity=Polarity.NEGATIVE), PART)) == []


def test_what_is_stated_is_not_derived() -> None:
    assert derived(graph(article(("town", "port"), ("port", "pier"), ("town", "pier")), PART)) == []


def test_a_circle_ends() -> None:
    assert derived(graph(article(("town", "port"), ("port", "town")), PART)) == []


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        (
            "SELECT ?subject ?predicate ?object ?premise1 { ?premise1 rdf:subject ?subject ; rdf:object ?object }",
            "no triple",
        ),
        (
            "SELECT * { ?premise1 rdf:subject ?subject BIND(BNODE() AS ?object) BIND(kg:x AS ?predicate) }",
            "no triple",
        ),
        ("SELECT ?subject { ?premise1 nope:subject ?subject }", "not valid SPARQL"),
    ],
)
def test_a_rule_that_makes_no_triple_is_an_error(sparql: str, message: str) -> None:
    with pytest.raises(OntologyError, match=f"bad: .*{message}"):
        graph(CHAIN, Rule("bad", f"{BASE}rule/bad", sparql))


def test_a_rule_that_goes_on_for_ever_is_an_error() -> None:
    longer = rule("longer", "?a relation:hold ?longer", "?a relation:hold ?b")
    sparql = longer.sparql.replace("BIND(?longer AS ?object)", "BIND(CONCAT(STR(?b), 'x') AS ?object)")
    with pytest.raises(OntologyError, match="longer: still something new after"):
        graph(CHAIN, Rule("longer", longer.iri, sparql))


# ------------------------------------------------------------------------------------------------ a rule that ships

LISTED = """
kg:maintains a owl:ObjectProperty .
fact:list a kg:Fact ; rdf:subject entity:Crane ; rdf:predicate kg:listedUnder ; rdf:object entity:gear ;
  kg:polarity "positive" ; kg:factCertainty "certain" ; kg:evidence evidence:list .
evidence:list prov:wasDerivedFrom article:a ; kg:objectAt "30-35" ; kg:subjectAt "10-14" {chain} .
fact:care a kg:Fact ; rdf:subject entity:Yard ; rdf:predicate kg:maintains ; rdf:object entity:gear ;
  kg:polarity "positive" ; kg:factCertainty "certain" ; kg:evidence evidence:care .
evidence:care prov:wasDerivedFrom {article} ; kg:subjectAt "1-4" ; kg:objectAt "{place}" {chain} .
"""


@pytest.mark.parametrize(
    ("place", "chain", "article", "follows"),
    [
        ("10-14", "", "article:a", True),
        ("80-84", "", "article:a", False),
        ("80-84", "; kg:chain 10", "article:a", True),
        ("80-84", "; kg:chain 10", "article:b", False),
        ("10-14", "", "article:b", False),
    ],
    ids=["the very words", "other words", "one chain", "a chain elsewhere", "other words elsewhere"],
)
def test_what_is_said_of_a_class_holds_for_the_members_listed_for_it(
    place: str, chain: str, article: str, follows: bool
) -> None:
    known = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes(BASE).items())
    turtle = known + LISTED.format(place=place, chain=chain, article=article)
    rules = tuple(rule for rule in load_ontology().rules if rule.name == "listed-members")
    found = Graph.of(ox.parse(turtle, format=ox.RdfFormat.TURTLE), Ontology(Lexicon(), rules=rules))
    assert found.query("ASK { entity:Yard kg:maintains entity:Crane }") is follows


WORKED = """
kg:employs a owl:ObjectProperty , kg:PassingProperty ; owl:inverseOf kg:worksFor .
fact:work a kg:Fact ; rdf:subject entity:Ann ; rdf:predicate kg:worksFor ; rdf:object entity:Yard ;
  kg:polarity "positive" ; kg:factCertainty "certain" ; kg:evidence evidence:work, evidence:again .
evidence:work kg:tense "past" .
evidence:again kg:tense "{tense}" .
"""


@pytest.mark.parametrize(("tense", "follows"), [("past", False), ("present", True)])
def test_who_is_only_said_to_have_worked_somewhere_is_not_employed_there(tense: str, follows: bool) -> None:
    known = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes(BASE).items())
    rules = tuple(rule for rule in load_ontology().rules if rule.name == "inverse")
    turtle = ox.parse(known + WORKED.format(tense=tense), format=ox.RdfFormat.TURTLE)
    found = Graph.of(turtle, Ontology(Lexicon(), rules=rules))
    assert found.query("ASK { ?f a kg:DerivedFact ; rdf:subject entity:Yard }") is True
    assert found.query("ASK { entity:Yard kg:employs entity:Ann }") is follows
