"""What the page calls contradicted, planned and a sentence; the first is what the named query says, fact for fact."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import RdfFormat, Store

from kg.graph.comparison import contradiction_quads
from kg.show.gather import network_from
from kg.show.network import NO_ENTITY, Dispute, Network
from kg.show.sentences import sentence_around, sentence_bounds
from tests.show.synthetic import synthetic_store
from tests.show.test_gather import PREFIXES

QUERY = Path(__file__).resolve().parents[2] / "ontologies" / "queries" / "contradicted.rq"
# One line for each piece of evidence: fact, polarity of the fact, article, certainty, tense.
EVIDENCE = """
settled      positive 1 certain  present
undecided    positive 1 certain  present
undecided    positive 2 possible present
one_article  positive 1 certain  present
one_article  positive 1 possible present
denied       positive 1 probable past
denied       negative 2 certain  past
self_denied  positive 1 certain  past
self_denied  negative 1 certain  past
doubtful     positive 1 possible present
doubtful     negative 2 certain  present
announced    positive 1 certain  future
announced    positive 2 probable future
begun        positive 1 certain  future
begun        positive 2 certain  present
feared       positive 1 possible future
cancelled    negative 1 certain  future
"""


def disputes() -> Store:
    store = Store()
    lines = [PREFIXES, *(f'article:{i} a kg:Article ; rdfs:label "Article {i}" .' for i in (1, 2))]
    for number, line in enumerate(EVIDENCE.split("\n")[1:-1]):
        name, polarity, article, certainty, tense = line.split()
        lines.append(
            f"fact:{name}-{polarity} a kg:Fact ; rdf:subject entity:{name} ; rdf:predicate kg:does ; "
            f'rdf:object entity:deed ; kg:polarity "{polarity}" ; kg:evidence evidence:{number} . '
            f'entity:{name} rdfs:label "{name}" . entity:deed rdfs:label "deed" . kg:does rdfs:label "does" . '
            f'evidence:{number} prov:wasDerivedFrom article:{article} ; kg:certainty "{certainty}" ; '
            f'kg:tense "{tense}" ; nif:anchorOf "Quote {number}." ; nif:beginIndex 0 .'
        )
    store.load("\n".join(lines).encode(), format=RdfFormat.TURTLE)
    return store


def compared(store: Store) -> Store:
    """Add what a build finds to be contradicted."""
    store.extend([*contradiction_quads(store, "https://w3id.org/newskg/")])
    return store


def by_query(store: Store) -> set[tuple[str, ...]]:
    rows: Any = store.query(QUERY.read_text(encoding="utf-8"), use_default_graph_as_union=True)
    names = ("conflict", "subject", "property", "object", "one", "other")
    return {tuple(row[name].value for name in names) for row in rows}


def on_page(network: Network) -> set[tuple[str, ...]]:
    return {words(network, dispute) for dispute in network.disputes}


def words(network: Network, dispute: Dispute) -> tuple[str, ...]:
    fact, against = network.facts[dispute.fact], network.facts[dispute.against]
    thing = fact.text if fact.object == NO_ENTITY else network.nodes[fact.object].label
    conflict = "affirmed and denied" if dispute.is_denied else "decided and undecided"
    one, other = fact.quotes[dispute.stating].text, against.quotes[dispute.opposing].text
    return conflict, network.nodes[fact.subject].label, fact.relation, thing, one, other


@pytest.mark.parametrize(
    "store", [compared(disputes()), compared(synthetic_store(80, 160, 900))], ids=["small", "synthetic"]
)
def test_contested_on_the_page_is_contradicted_in_the_query(store: Store) -> None:
    expected = by_query(store)
    assert expected
    assert on_page(network_from(store)) == expected


def test_both_sides_of_a_denial_are_contested() -> None:
    network = network_from(compared(disputes()))
    facts = [network.facts[i] for dispute in network.disputes for i in (dispute.fact, dispute.against)]
    contested = {(network.nodes[f.subject].label, f.polarity) for f in facts}
    assert contested == {("undecided", "positive"), ("denied", "positive"), ("denied", "negative")}


def test_ahead_is_what_nobody_says_has_come() -> None:
    network = network_from(disputes())
    assert {network.nodes[f.subject].label for f in network.facts if f.is_ahead} == {"announced"}


def test_what_follows_from_what_is_ahead_is_ahead() -> None:
    store = disputes()
    rule = (
        "fact:derived a kg:DerivedFact ; rdf:subject entity:deed ; rdf:predicate kg:does ; rdf:object entity:begun ; "
        'kg:polarity "positive" ; kg:rule kg:rule ; '
        "prov:wasDerivedFrom fact:announced-positive, fact:settled-positive ."
    )
    store.load(f"{PREFIXES}\n{rule}".encode(), format=RdfFormat.TURTLE)
    network = network_from(store)
    assert [fact.is_ahead for fact in network.facts if fact.rule] == [True]


# ------------------------------------------------------------------------------------------------ sentences


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("He left. The yard, Ms. Osei said, builds ferries. It rained.", "builds ferries", 1),
        ("The U.S. forces left. Talks go on.", "forces left", 0),
        ("They met in the U.S. The talks failed.", "The talks failed", 1),
        ("“We go on.” The mayor left.", "The mayor left", 1),
        ("“Is it so?” asked the mayor. Élodie Ferrow left.", "asked", 0),
        ("Prices fell. `` We wait,'' he said. She left.", "wait", 1),
        ("She asked. Élodie Ferrow left.", "left", 1),
        ("Is it so? It is! They said so.", "It is", 1),
        ("It cost 3.5 million. Nobody paid.", "cost 3.5 million", 0),
        ("One line\nAnother line. And more.", "Another", 1),
        ("First. Second goes\non and ends. Third.", "goes\non", 1),
        ("On Aug. 5 they met J. R. Quill of Tamm Inc. in Sarn. He paid.", "in Sarn", 0),
    ],
)
def test_the_sentence_around_words(text: str, words: str, sentence: int) -> None:
    start = text.index(words)
    begin, end = sentence_around(text, sentence_bounds(text), start, start + len(words))
    parts = [text[a:b].strip() for a, b in zip(sentence_bounds(text), sentence_bounds(text)[1:], strict=False)]
    assert words in text[begin:end]
    if "\n" not in words:
        assert text[begin:end] == parts[sentence]
    else:
        assert text[begin:end] == "Second goes\non and ends."
