"""What sources contradict each other on and agree on: by evidence made by hand, and by articles that are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.extract.extraction import extract
from kg.graph.comparison import DENIED, UNDECIDED, Voice, find_contradictions, may_be_one_time
from kg.graph.query import Rows
from kg.graph.rdf import quads
from kg.graph.resolution import resolve
from kg.graph.store import Graph
from kg.model import Document, Extraction, Skip
from kg.ontology import Ontology, load_ontology
from kg.text.clean import clean
from kg.text.parse import parse
from kg.text.read import read_articles
from tests.parsing import parser

BASE = "https://w3id.org/newskg/"
VOCABULARY = """
kg:sells rdfs:subPropertyOf kg:supplies . kg:owns owl:inverseOf kg:ownedBy . kg:allyOf a owl:SymmetricProperty .
kg:allows a kg:DecisionProperty . kg:lifts a kg:DecisionProperty .
"""
PREFIXES = """
@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix e: <https://w3id.org/newskg/entity/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
Row = tuple[str, ...]


def compared(lines: str) -> set[Row]:
    """Compare facts given by a line for each piece of evidence: name, ends, polarity, article, speaker ..."""
    turtle = [PREFIXES, VOCABULARY]
    for number, line in enumerate(lines.strip().splitlines()):
        name, subject, predicate, value, polarity, article, speaker, certainty, tense, time = line.split()
        turtle.append(
            f'e:{name} kg:polarity "{polarity}" ; rdf:subject e:{subject} ; rdf:predicate kg:{predicate} ; '
            f"rdf:object e:{value} ; kg:evidence e:evidence{number} . e:evidence{number} "
            f'prov:wasDerivedFrom e:{article} ; kg:certainty "{certainty}" ; kg:tense "{tense}" .'
        )
        turtle += [f"e:evidence{number} kg:attributedTo e:{speaker} ."] if speaker != "-" else []
        turtle += [f'e:evidence{number} kg:time "{time}" .'] if time != "-" else []
    store = ox.Store()
    store.load("\n".join(turtle).encode(), format=ox.RdfFormat.TURTLE)
    found = find_contradictions(store, BASE)
    return {(one.conflict, one.fact.rpartition("/")[2], one.against.rpartition("/")[2]) for one in found}


YES = "yes Acme sells Tanks positive one - certain past -"


@pytest.mark.parametrize(
    ("denial", "is_found"),
    [
        ("no Acme sells Tanks negative two - certain past -", True),
        ("no Acme sells Tanks negative two - possible past -", False),  # a doubt is no denial
        ("no Acme sells Tanks negative one - certain past -", False),  # an article may correct itself
        ("no Acme sells Tanks negative one Ann certain past -", True),  # but not whom it quotes
        ("no Acme sells Tanks negative two - certain future -", False),  # has sold, and will sell no more
        ("no Acme supplies Tanks negative two - certain past -", True),  # who sells supplies
        ("no Acme sells Jets negative two - certain past -", False),
    ],
)
def test_a_denial_contradicts(denial: str, is_found: bool) -> None:
    assert compared(f"{YES}\n{denial}") == ({(DENIED, "yes", "no")} if is_found else set())


def test_who_denies_the_narrower_denies_not_the_wider() -> None:
    wide = "yes Acme supplies Tanks positive one - certain past -"
    assert compared(f"{wide}\nno Acme sells Tanks negative two - certain past -") == set()


@pytest.mark.parametrize(("stated", "denied"), [("owns", "ownedBy"), ("allyOf", "allyOf")])
def test_the_other_way_round_is_the_same(stated: str, denied: str) -> None:
    lines = f"yes Acme {stated} Bolt positive one - certain past -\nno Bolt {denied} Acme negative two - certain past -"
    assert compared(lines) == {(DENIED, "yes", "no")}


@pytest.mark.parametrize(("time", "is_found"), [("2019", True), ("2019-05/..", True), ("2021", False)])
def test_of_different_times_both_may_be_true(time: str, is_found: bool) -> None:
    denial = f"no Acme sells Tanks negative two - certain past {time}"
    assert bool(compared(f"{YES[:-1]}2019-06-01\n{denial}")) == is_found


def test_times_of_which_one_is_open() -> None:
    dated, vague = Voice("", "", "certain", time="2020/2021"), Voice("", "", "certain", time="../2019")
    assert not may_be_one_time(dated, vague)
    assert may_be_one_time(dated, Voice("", "", "certain"))


@pytest.mark.parametrize(("published", "may_be_one"), [("2024-06-01", True), ("2019-05-01", False), ("", True)])
def test_articles_that_lie_years_apart_speak_of_different_times(published: str, may_be_one: bool) -> None:
    one, other = (Voice("", "", "certain", published=day) for day in ("2024-05-01", published))
    assert may_be_one_time(one, other) == may_be_one


def test_a_possible_thing_is_undecided_where_another_article_is_sure() -> None:
    assert compared(f"{YES}\nyes Acme sells Tanks positive two - possible past -") == {(UNDECIDED, "yes", "yes")}
    assert compared(f"{YES}\nyes Acme sells Tanks positive one - possible past -") == set()


def test_a_decision_on_a_thing_contradicts_that_it_is_only_thought_of() -> None:
    lifted = "lifted Agency lifts Firms positive one - certain past -"
    weighed = "weighed Agency allows work positive two - possible future -"
    work = "work Firms sells Tanks positive two - possible future -"  # what is allowed: a fact about the firms
    assert compared(f"{lifted}\n{weighed}\n{work}") == {(UNDECIDED, "lifted", "weighed")}
    assert compared(f"{lifted.replace('Agency', 'Court')}\n{weighed}\n{work}") == set()


# ------------------------------------------------------------------------------------------------ articles


@cache
def ontology() -> Ontology:
    return load_ontology()


def graph_of(documents: Sequence[Document]) -> Graph:
    lexicon, base_iri = ontology().lexicon, ontology().base_iri
    extractions: list[Extraction] = [extract(parse(parser(), document), document, lexicon) for document in documents]
    return Graph.of(
        quads(extractions, resolve(extractions, lexicon, base_iri), ontology(), min_confidence=0.5), ontology()
    )


def written(*texts: str) -> Graph:
    return graph_of([Document(f"{number}", f"{number}.txt", text) for number, text in enumerate(texts)])


def answers(graph: Graph, name: str, *columns: str) -> set[Row]:
    (query,) = [query for query in graph.queries if query.name == name]
    rows = graph.query(query.sparql)
    assert isinstance(rows, Rows)
    places = [rows.columns.index(column) for column in columns]
    return {tuple("" if row[place] is None else str(row[place]) for place in places) for row in rows}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Airbus acquired Bombardier in June.", "Bombardier was bought by Airbus, its chairman said."),
        ("The United States sanctioned Iran.", "Iran was sanctioned by the United States on Monday."),
        ("Poland repaired the Leopard 2.", "Poland carried out repairs on the Leopard 2."),
    ],
)
def test_the_same_in_other_words_is_corroborated(one: str, other: str) -> None:
    found = answers(written(one, other), "corroborated", "source", "support")
    assert {("0.txt", "2"), ("1.txt", "2")} <= found


def test_a_copy_corroborates_nothing() -> None:
    text = "Airbus acquired Bombardier in June, the company said in a statement on Monday."
    assert answers(written(text, text), "corroborated", "source") == set()


def test_who_takes_it_as_possible_corroborates_nothing() -> None:
    assert (
        answers(written("Airbus acquired Bombardier.", "Airbus may buy Bombardier."), "corroborated", "source") == set()
    )


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        ("Airbus acquired Bombardier.", "Airbus did not buy Bombardier, the minister said.", DENIED),
        ("Airbus acquired Bombardier.", "Bombardier was not bought by Airbus.", DENIED),
        ("Airbus will buy Bombardier.", "Airbus denied that it would buy Bombardier.", DENIED),
        ("Airbus will buy Bombardier.", "Airbus may buy Bombardier.", UNDECIDED),
        ("Airbus has acquired Bombardier.", "Airbus is considering buying Bombardier.", UNDECIDED),
    ],
)
def test_articles_contradict_each_other(one: str, other: str, conflict: str) -> None:
    assert {(conflict,)} == answers(written(one, other), "contradicted", "conflict")


def test_nothing_is_contradicted_where_articles_agree() -> None:
    graph = written("Airbus acquired Bombardier.", "Bombardier was bought by Airbus.", "Airbus did not buy Boeing.")
    assert answers(graph, "contradicted", "conflict") == set()


def test_the_given_articles_contradict_each_other_on_the_ban(shared: Callable[[str], Path]) -> None:
    documents = [
        article if isinstance(article, Skip) else clean(article) for article in read_articles([shared("articles")])
    ]
    graph = graph_of([document for document in documents if not isinstance(document, Skip)])
    found = answers(graph, "contradicted", "conflict", "subject", "property", "one", "other")
    lifted = [row for row in found if row[1:3] == ("Biden administration", "lifts a measure on")]
    assert lifted
    assert all(
        conflict == UNDECIDED and "lifted" in one and "considering" in other for conflict, _, _, one, other in lifted
    )
