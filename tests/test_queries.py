"""Rules and named queries give what they promise on a graph that was made by hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.graph.comparison import contradiction_quads
from kg.ontology import NamedQuery, Rule, load_ontology

HERE = Path(__file__).resolve().parent / "ontologies"
Row = tuple[str, ...]

RULES: dict[str, set[Row]] = {
    "inverse": set(),
    "listed-members": {("Crews", "maintains", "Giraffe", "maintains", "listed")},
    "relocation": {("Overhaul", "relocatedFrom", "Sweden", "taken", "purpose", "maintains", "", "", "")},
    "subproperty": {
        ("Crews", "supplies", "Radars", "denied"),
        ("Norway", "supplies", "Radars", "sells"),
        ("Norway", "suppliesTo", "Sweden", "sellsTo"),
    },
    "symmetric": {("Sweden", "allyOf", "Norway", "ally")},
    "transitive": set(),
}
# Of each query a row that must be there, by column; and how many rows there are.
QUERIES: dict[str, tuple[dict[str, str], int]] = {
    "articles": ({"source": "one.txt", "publisher": "Morning Post", "statements": "10"}, 2),
    "attacks": ({}, 0),
    "best-supported": ({"subject": "Agency", "property": "lifts", "support": "2"}, 10),
    "claims-by": ({"who": "the minister", "subject": "Agency", "quote": "The Agency has lifted the ban"}, 1),
    "contradicted": (
        {"conflict": "decided and undecided", "one_speaker": "the minister", "one_published": "2024-05-02"},
        1,
    ),
    "corroborated": ({"subject": "Agency", "property": "lifts", "object": "ban", "source": "one.txt"}, 1),
    "decisions": ({}, 0),
    "denied": ({"subject": "crews", "property": "sells", "object": "radars", "polarity": "negative"}, 1),
    "deployments": ({}, 0),
    "derived": ({}, 0),
    "entities": ({"label": "Agency", "kind": "government body", "articles": "2"}, 9),
    "maintenance": ({"subject": "crews", "property": "maintains", "object": "radars", "certainty": "certain"}, 1),
    "makers": ({}, 0),
    "members": ({"class": "radars", "member": "Giraffe"}, 1),
    "neighbours": ({"about": "Norway", "direction": "out", "property": "sells", "neighbour": "radars"}, 14),
    "offices": ({"person": "the minister", "office": "Minister of Works", "from": "2020-01-01"}, 1),
    "ownership": ({}, 0),
    "planned": ({"subject": "crews", "property": "maintains", "certainty": "certain"}, 2),
    "procurement": ({}, 0),
    "relations": ({"subject": "Norway", "property": "is an ally of", "object": "Sweden"}, 1),
    "roles": ({}, 0),
    "sanctions": ({"subject": "Agency", "property": "lifts", "object": "ban"}, 1),
    "single-source": ({"subject": "Norway", "property": "sells", "source": "one.txt"}, 8),
    "speakers": ({"speaker": "the minister", "statements": "1", "certain": "1"}, 1),
    "supplies": ({"supplier": "Norway", "property": "sells", "goods": "radars", "receiver": "Sweden"}, 1),
    "timeline": ({"time": "2024-05-01", "subject": "Agency", "quote": "The Agency has lifted the ban"}, 1),
    "uncertain": ({"subject": "Agency", "property": "lifts", "object": "ban", "certainty": "possible"}, 1),
    "unmapped": ({"phrase": "hum", "facts": "1"}, 1),
}


@cache
def store() -> ox.Store:
    filled = ox.Store()
    filled.load(path=HERE / "graph.ttl", format=ox.RdfFormat.TURTLE)
    ontology = load_ontology()
    filled.load(ontology.vocabulary.encode(), format=ox.RdfFormat.N_TRIPLES)
    filled.extend([*contradiction_quads(filled, ontology.base_iri)])
    return filled


def answer(sparql: str, asked: ox.Store | None = None) -> list[dict[str, str]]:
    solutions = (store() if asked is None else asked).query(sparql)
    assert isinstance(solutions, ox.QuerySolutions)
    names = [variable.value for variable in solutions.variables]
    return [{name: "" if row[name] is None else row[name].value for name in names} for row in solutions]


@pytest.mark.parametrize("rule", load_ontology().rules, ids=lambda rule: rule.name)
def test_a_rule_concludes_what_it_should(rule: Rule) -> None:
    found = {tuple(value.rsplit("/")[-1].rsplit("#")[-1] for value in row.values()) for row in answer(rule.sparql)}
    assert found == RULES[rule.name]


@pytest.mark.parametrize("query", load_ontology().queries, ids=lambda query: query.name)
def test_a_query_answers(query: NamedQuery) -> None:
    expected, count = QUERIES[query.name]
    rows = answer(query.sparql)
    assert len(rows) == count
    assert not rows or any(expected.items() <= row.items() for row in rows)


UNSURE_AND_VAGUE = """
e:wish a kg:Evidence ; prov:wasDerivedFrom a:one ; nif:anchorOf "Nobody should sell radars" ; kg:certainty "possible" .
f:wish a kg:Fact, kg:Claim ; rdf:subject entity:Agency ; rdf:predicate kg:sells ; rdf:object entity:Radars ;
    kg:polarity "negative" ; kg:evidence e:wish .
e:ban a kg:Evidence ; prov:wasDerivedFrom a:one ; nif:anchorOf "The Agency lets nobody sell" ; kg:certainty "certain" .
f:ban a kg:Fact, kg:Claim ; rdf:subject entity:Agency ; rdf:predicate kg:allows ; rdf:object f:denied ;
    kg:polarity "negative" ; kg:evidence e:ban .
e:vague a kg:Evidence ; prov:wasDerivedFrom a:one ; nif:anchorOf "Others sell radars" ; kg:certainty "certain" .
f:vague a kg:Fact, kg:Claim ; rdf:subject entity:Crews ; rdf:predicate kg:sells ; rdf:object entity:Radars ;
    kg:polarity "positive" ; kg:evidence e:vague .
"""


def test_a_denial_is_sure_and_negative() -> None:
    """What should not be is uncertain; a claim that is only too vague to be plain is neither."""
    text = (HERE / "graph.ttl").read_text(encoding="utf-8")
    filled = ox.Store()
    filled.load(f"{text}\n{UNSURE_AND_VAGUE}".encode(), format=ox.RdfFormat.TURTLE)
    filled.load(load_ontology().vocabulary.encode(), format=ox.RdfFormat.N_TRIPLES)
    queries = {query.name: query.sparql for query in load_ontology().queries}
    denied = {(row["quote"], row["object"]) for row in answer(queries["denied"], filled)}
    assert denied == {
        ("The crews will not sell radars", "radars"),
        ("The Agency lets nobody sell", "crews sells radars"),
    }, "one denial is not said twice"
    uncertain = {row["quote"] for row in answer(queries["uncertain"], filled)}
    assert uncertain == {"the Agency may lift the ban", "Nobody should sell radars"}


@pytest.mark.parametrize("query", load_ontology().queries, ids=lambda query: query.name)
def test_a_query_says_what_it_is_for(query: NamedQuery) -> None:
    title, *explained = [line for line in query.sparql.splitlines() if line.startswith("#")]
    assert title == f"# title: {query.title}"
    assert len(" ".join(explained)) > 20
    assert all(f"?{parameter}" in query.sparql for parameter in query.parameters)


def test_there_are_no_other_expectations() -> None:
    ontology = load_ontology()
    assert {rule.name for rule in ontology.rules} == RULES.keys()
    assert {query.name for query in ontology.queries} == QUERIES.keys()


@pytest.mark.parametrize(
    ("name", "parameter", "value", "count"),
    [
        ("claims-by", "speaker", '"MINISTER"', 1),
        ("claims-by", "speaker", '"nobody"', 0),
        ("claims-by", "speaker", "<https://w3id.org/newskg/entity/Minister>", 1),
        ("timeline", "since", '"2024-05-02"', 0),
        ("timeline", "since", '"2024"', 1),
        ("neighbours", "term", '"bureau"', 1),
        ("entities", "class", "<https://w3id.org/newskg/ontology#State>", 2),
        ("entities", "class", "<https://w3id.org/newskg/ontology#Place>", 2),
    ],
)
def test_a_parameter_narrows_the_answer(name: str, parameter: str, value: str, count: int) -> None:
    (query,) = [query for query in load_ontology().queries if query.name == name]
    assert parameter in query.parameters
    bound = query.sparql.replace("WHERE {", f"WHERE {{ VALUES ?{parameter} {{ {value} }}", 1)
    assert len(answer(bound)) == count


def test_no_parameter_has_the_name_of_an_option() -> None:
    from kg.cli.program import program

    options = {name for option in program.commands["query"].params for name in option.opts}
    taken = {f"--{p}" for query in load_ontology().queries for p in query.parameters} & options
    assert taken == set()
