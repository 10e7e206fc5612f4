from __future__ import annotations

from kg.graph.diff import Change, Difference, diff
from kg.graph.store import Graph
from kg.model import Certainty, Lexicon, Polarity
from kg.ontology import Ontology
from tests.graph.conftest import ArticleBuilder, graph_of


def graph(
    *, source: str = "a.txt", polarity: Polarity = Polarity.POSITIVE, certainty: Certainty = Certainty.CERTAIN
) -> Graph:
    article = ArticleBuilder("Northland sent pumps. Crews rested.", source)
    article.say("Northland", "sent", "pumps", lemma="send", polarity=polarity, certainty=certainty)
    article.say("Crews", "rested", None, lemma="rest")
    return Graph.of(graph_of(article.build()), Ontology(Lexicon()))


def brief(changes: tuple[Change, ...]) -> list[tuple[str, str, str, str, str]]:
    return [(c.what, c.difference.value, c.label, c.before, c.after) for c in changes]


def test_a_graph_agrees_with_itself() -> None:
    assert diff(graph(), graph()) == ()


def test_contradictions_come_first() -> None:
    changes = brief(diff(graph(), graph(polarity=Polarity.NEGATIVE)))
    assert changes[0] == ("fact", "contradicted", "Northland sends pumps", "positive", "negative")
    assert {change[1] for change in changes[1:]} == {"removed", "added"}


def test_a_change_of_certainty_is_told() -> None:
    changes = brief(diff(graph(), graph(certainty=Certainty.POSSIBLE)))
    assert changes == [
        ("fact", "changed", "Northland sends pumps", "certain, fact, support 1", "possible, claim, support 1")
    ]


def test_articles_and_entities_come_after_facts() -> None:
    empty = Graph.of([], Ontology(Lexicon()))
    changes = diff(empty, graph(source="b.txt"))
    assert [c.what for c in changes] == ["fact", "fact", "article", "entity", "entity", "entity"]
    assert {c.difference for c in changes} == {Difference.ADDED}
    assert [c.label for c in changes if c.what == "article"] == ["b.txt"]
    assert {c.difference for c in diff(graph(), empty)} == {Difference.REMOVED}
