from __future__ import annotations

import itertools
from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.graph.facts import Fact
from kg.graph.rdf import Wording, fact_label
from kg.graph.terms import TRUE
from kg.model import Certainty, Extraction, Factuality, Polarity, Predicate, Role
from kg.ontology import Ontology, load_ontology
from tests.graph.conftest import BASE, KG, ArticleBuilder, ask, depot_builder, graph_of, values


@pytest.fixture
def graph(depot: Extraction) -> ox.Dataset:
    return graph_of(depot)


def test_a_sure_statement_is_a_plain_triple(graph: ox.Dataset) -> None:
    assert ask(graph, "entity:Northland relation:send entity:pumps")
    assert ask(graph, "entity:crews relation:repair entity:valves")


@pytest.mark.parametrize("pattern", ["entity:Northland relation:arm ?x", "entity:Northland relation:buy ?x"])
def test_a_denied_or_possible_claim_is_a_fact_but_no_plain_triple(graph: ox.Dataset, pattern: str) -> None:
    assert not ask(graph, pattern)
    subject, predicate, _ = pattern.split()
    assert ask(graph, f"?f a kg:Fact, kg:Claim ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object ?x")


def test_a_denied_claim_says_so(graph: ox.Dataset) -> None:
    rows = values(graph, "SELECT ?p ?label { ?f rdf:predicate relation:arm ; kg:polarity ?p ; rdfs:label ?label }")
    assert rows == [("negative", "negative: Northland arms militias")]


@pytest.mark.parametrize(
    ("predicate", "label"),
    [("prevents", "Northland prevents [crews arm]"), ("reports", "Northland reports [negative: crews arm]")],
)
def test_what_is_prevented_is_not_denied_twice(predicate: str, label: str) -> None:
    inner = Fact("x:inner", "x:crews", "x:arm", TRUE, Polarity.NEGATIVE)
    outer = Fact("x:outer", "x:Northland", f"x:{predicate}", ox.NamedNode("x:inner"), Polarity.POSITIVE)
    names = {f"x:{name}": name for name in ("crews", "arm", "Northland", "prevents", "reports")}
    assert fact_label(outer, Wording(names, frozenset({"x:prevents"})), {"x:inner": inner}) == label


def test_what_is_not_expected_is_denied_once() -> None:
    inner = Fact("x:inner", "x:crews", "x:arm", TRUE, Polarity.NEGATIVE)
    outer = Fact("x:outer", "x:Northland", "x:expects", ox.NamedNode("x:inner"), Polarity.NEGATIVE)
    names = {f"x:{name}": name for name in ("crews", "arm", "Northland", "expects")}
    assert (
        fact_label(outer, Wording(names, frozenset()), {"x:inner": inner}) == "negative: Northland expects [crews arm]"
    )


def test_the_ontologies_tell_which_properties_deny_their_clause() -> None:
    kinds = [row for row in load_ontology().vocabulary.splitlines() if "DenyingProperty" in row]
    assert any("ontology#prevents>" in row for row in kinds)
    assert any("ontology#bans>" in row for row in kinds)


def test_a_quantified_statement_is_no_plain_triple() -> None:
    article = ArticleBuilder("Few of the crews repaired pumps.")
    article.say("crews", "repaired", "pumps", lemma="repair", qualifiers=[(Role.QUANTIFIER, "Few of the")])
    graph = graph_of(article.build())
    assert not ask(graph, "?s relation:repair ?o")
    assert values(graph, "SELECT ?q { ?e kg:quantifier ?q }") == [("Few of the",)]


def test_ends_without_a_thing_are_literals(graph: ox.Dataset) -> None:
    assert ask(graph, '?fact rdf:subject entity:crews ; rdf:predicate relation:be ; rdf:object "tired"')
    assert ask(graph, 'entity:pumps relation:cost "20 dollars"')
    assert ask(graph, "?talks rdfs:label 'talks' . ?talks relation:collapse true")


def test_a_clause_is_the_fact_node_of_that_clause(graph: ox.Dataset) -> None:
    rows = values(
        graph,
        "SELECT ?label { ?f rdf:subject entity:Northland ; rdf:predicate relation:buy . "
        "?outer rdf:object ?f ; rdf:predicate relation:say ; rdfs:label ?label }",
    )
    assert rows == [("officials says [Northland buys cranes]",)]
    assert not ask(graph, "?who relation:say ?f"), "they only say that it may"


def test_a_listed_member_is_tied_to_its_class(graph: ox.Dataset) -> None:
    assert ask(graph, "entity:Alpha_One kg:listedUnder ?class . ?class rdfs:label 'pumps'")


def test_a_pronoun_without_antecedent_stays_out(graph: ox.Dataset) -> None:
    assert not ask(graph, "?f rdf:predicate relation:grow")


def test_evidence_gives_quote_place_speaker_and_circumstances(depot: Extraction, graph: ox.Dataset) -> None:
    rows = values(
        graph,
        """SELECT ?quote ?begin ?end ?certainty ?tense ?speaker ?cue ?place ?confidence {
        ?f rdf:predicate relation:repair ; kg:evidence ?e . ?e a kg:Evidence ; prov:wasDerivedFrom ?article ;
        nif:anchorOf ?quote ; nif:beginIndex ?begin ; nif:endIndex ?end ; kg:certainty ?certainty ; kg:tense ?tense ;
        kg:attributedTo/rdfs:label ?speaker ; kg:cue ?cue ; kg:place ?place ; kg:confidence ?confidence }""",
    )
    quote = "crews will repair valves"
    start = depot.document.text.index(quote)
    offsets = (str(start), str(start + len(quote)))
    assert rows == [(quote, *offsets, "certain", "future", "an envoy", "said", "in Eastvale", "0.9")]


def test_a_hidden_speaker_is_an_unnamed_source_of_the_article(graph: ox.Dataset) -> None:
    rows = values(graph, "SELECT ?who ?label { ?e kg:cue 'denied' ; kg:attributedTo ?who . ?who rdfs:label ?label }")
    assert [label for _, label in rows] == ["unnamed source"]
    assert rows[0][0].startswith(f"{BASE}article/a-")


def test_time_is_an_interval(graph: ox.Dataset) -> None:
    assert values(graph, "SELECT ?t ?x { ?e kg:time ?t ; kg:timeText ?x }") == [("2024-05-01/2024-05-31", "in May")]


def test_an_article_has_its_metadata(graph: ox.Dataset) -> None:
    rows = values(
        graph,
        "SELECT ?title ?date ?publisher ?source { ?a a kg:Article ; rdfs:label ?title ; schema:datePublished ?date ; "
        "kg:publisher ?publisher ; kg:sourceFile ?source }",
    )
    assert rows == [("Title of a.txt", "2024-11-09", "The Daily Test", "a.txt")]


def test_no_triple_stands_in_two_graphs_and_nothing_is_blank(depot: Extraction) -> None:
    graph = graph_of(depot, depot_builder("b.txt").build(), ontology=load_ontology())
    triples = [quad.triple for quad in graph]
    assert len(triples) == len(set(triples))
    assert not any(isinstance(part, ox.BlankNode) for triple in triples for part in triple)


def test_evidence_is_lean(graph: ox.Dataset) -> None:
    triples = values(graph, "SELECT ?e ?p ?o { ?e a kg:Evidence ; ?p ?o }")
    assert len(triples) / len({row[0] for row in triples}) <= 16


def test_one_fact_of_two_articles_has_two_pieces_of_evidence() -> None:
    first = ArticleBuilder("Northland sent pumps to the east on Friday.", "a.txt")
    second = ArticleBuilder("On Monday, we are told, Northland sent pumps.", "b.txt")
    for article in (first, second):
        article.say("Northland", "sent", "pumps", lemma="send")
    graph = graph_of(first.build(), second.build())
    rows = values(graph, "SELECT ?f ?n (COUNT(?e) AS ?m) { ?f kg:support ?n ; kg:evidence ?e } GROUP BY ?f ?n")
    assert [row[1:] for row in rows] == [("2", "2")]


def test_copies_count_as_one_voice(depot: Extraction) -> None:
    graph = graph_of(depot, depot_builder("copy.txt").build())
    assert set(values(graph, "SELECT ?n { ?f kg:support ?n }")) == {("1",)}


def test_a_fact_is_plain_if_one_article_is_sure() -> None:
    articles = [ArticleBuilder("Northland may buy cranes.", f"{i}.txt") for i in range(2)]
    articles[0].say("Northland", "may buy", "cranes", lemma="buy", certainty=Certainty.POSSIBLE)
    articles[1].say("Northland", "may buy", "cranes", lemma="buy", certainty=Certainty.PROBABLE)
    graph = graph_of(*(article.build() for article in articles))
    assert ask(graph, "entity:Northland relation:buy entity:cranes")
    assert not ask(graph, "?f a kg:Claim")
    assert values(graph, "SELECT ?c { ?f kg:factCertainty ?c }") == [("probable",)]


def test_affirmed_and_denied_are_two_facts() -> None:
    article = ArticleBuilder("Northland armed militias.")
    article.say("Northland", "armed", "militias", lemma="arm")
    article.say("Northland", "armed", "militias", lemma="arm", polarity=Polarity.NEGATIVE)
    graph = graph_of(article.build())
    assert len(values(graph, "SELECT ?f { ?f rdf:predicate relation:arm }")) == 2


def test_unsure_statements_stay_out() -> None:
    article = ArticleBuilder("Northland sent pumps.")
    article.say("Northland", "sent", "pumps", confidence=0.3)
    assert not ask(graph_of(article.build()), "?f a kg:Fact")
    assert ask(graph_of(article.build(), min_confidence=0.2), "?f a kg:Fact")


def test_an_inverse_phrase_swaps_the_ends() -> None:
    article = ArticleBuilder("Pumps are maintained by crews.")
    index = article.say("Pumps", "are maintained by", "crews", property=f"{KG}maintains", inverse=True)
    assert ask(graph_of(article.build()), "entity:crews kg:maintains entity:pumps")
    proposition = article.statements[index].proposition
    passive = Predicate("be maintained by", "are maintained by", proposition.span, proposition.span, "maintain")
    article.statements[0] = replace(
        article.statements[0], property="", inverse=False, proposition=replace(proposition, predicate=passive)
    )
    assert ask(graph_of(article.build()), "entity:crews relation:maintain entity:pumps")


def test_a_clause_within_itself_stays_out() -> None:
    article = ArticleBuilder("Crews hope talks resume.")
    article.say("talks", "resume", None)
    outer = article.say("Crews", "hope", 0)
    inner = article.statements[0].proposition
    circular = replace(inner, object=replace(inner.subject, mention=None, statement=outer))
    article.statements[0] = replace(article.statements[0], proposition=circular)
    assert not ask(graph_of(article.build()), "?f a kg:Fact")


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [depot_builder(f"{name}.txt").build() for name in "abc"]
    graphs = [graph_of(*order) for order in itertools.permutations(articles)]
    assert all(set(graph) == set(graphs[0]) for graph in graphs)


def test_evidence_is_free_of_the_corpus(depot: Extraction) -> None:
    alone = set(values(graph_of(depot), "SELECT ?e { ?e prov:wasDerivedFrom ?a . ?a kg:sourceFile 'a.txt' }"))
    other = ArticleBuilder("Southland sent Crews home. Pumps grew.", "b.txt")
    other.say("Southland", "sent", "Crews")
    both = graph_of(depot, other.build())
    assert set(values(both, "SELECT ?e { ?e prov:wasDerivedFrom ?a . ?a kg:sourceFile 'a.txt' }")) == alone


def test_what_is_known_beforehand_comes_in_only_for_what_occurs() -> None:
    known, other = f"{BASE}entity/Northland", f"{BASE}entity/Southland"
    line = "<{0}> <{1}capital> <{0}_City> .\n"
    ontology = replace(load_ontology(), background=line.format(known, KG) + line.format(other, KG))
    article = ArticleBuilder("Northland sent pumps.")
    article.say("Northland", "sent", "pumps")
    graph = graph_of(article.build(), ontology=ontology)
    assert ask(graph, "entity:Northland kg:capital ?c")
    assert not ask(graph, "entity:Southland ?p ?o")


def test_an_empty_ontology_will_do(depot: Extraction) -> None:
    assert len(graph_of(depot, ontology=Ontology(depot and load_ontology().lexicon))) > 50


def test_evidence_of_what_a_list_names_members_of_shares_its_chain() -> None:
    articles = []
    for name in "ab":
        article = ArticleBuilder(
            "Crews service pumps, such as Alpha One. Southland sells pumps. Depots store cranes.", name
        )
        article.say("Crews", "service", "pumps")
        article.say("Southland", "sells", "pumps", lemma="sell")
        article.say("Depots", "store", "cranes")
        if name == "a":
            article.say("pumps", "such as", "Alpha One", lemma="include as member", kind="hyponym")
        articles.append(article.build())
    chains = values(graph_of(*articles), "SELECT ?kind ?c { ?e kg:kind ?kind ; kg:chain ?c }")
    assert chains == [("hyponym", "14"), ("object", "14"), ("object", "14")]


@pytest.mark.parametrize("certainty", [Certainty.UNKNOWN, Certainty.CERTAIN])
def test_the_authors_own_view_stands_beside_the_sources(depot: Extraction, certainty: Certainty) -> None:
    own = Factuality(certainty=certainty)
    statements = [replace(s, author_factuality=own) if s.attributions else s for s in depot.statements]
    graph = graph_of(replace(depot, statements=tuple(statements)))
    rows = values(graph, "SELECT DISTINCT ?c { ?e kg:attributedTo ?who ; kg:authorCertainty ?c }")
    assert rows == [(certainty.value,)]
    assert not ask(graph, "?e kg:authorCertainty ?c FILTER NOT EXISTS { ?e kg:attributedTo ?who }")
