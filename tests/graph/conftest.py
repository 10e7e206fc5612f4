"""A small builder of extractions by hand, so that the graph is tested without a parser."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import pyoxigraph as ox
import pytest

from kg.graph.iris import Iris
from kg.graph.rdf import quads
from kg.graph.resolution import resolve
from kg.graph.terms import prefixes
from kg.model import (
    Argument,
    Attribution,
    Certainty,
    Document,
    Extraction,
    Factuality,
    Lexicon,
    Manner,
    Mention,
    MentionKind,
    Polarity,
    Predicate,
    Proposition,
    Qualifier,
    Role,
    Span,
    Statement,
    Tense,
    TimeValue,
)
from kg.ontology import Ontology

NAMES = ("Northland", "Southland", "Alpha One", "Eastvale")
BASE = "https://w3id.org/newskg/"
KG = f"{BASE}ontology#"
IRIS = Iris(BASE)


@dataclass
class ArticleBuilder:
    """Collects statements about words of one text: each argument is found in the text by its words."""

    text: str
    source: str = "a.txt"
    published: date | None = date(2024, 11, 9)
    publisher: str = "The Daily Test"
    mentions: list[Mention] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    @property
    def id(self) -> str:
        return hashlib.sha256(f"{self.source}\n{self.text}".encode()).hexdigest()[:16]

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def argument(self, words: str | int | None) -> Argument | None:
        """Make a clause of a number (the index of its statement), a literal of an adjective, else a mention."""
        if words is None:
            return None
        if isinstance(words, int):
            inner = self.statements[words].proposition
            return Argument(inner.span.of(self.text), inner.span, inner.predicate.anchor, statement=words)
        span = self.span(words)
        mention = None if words == "tired" else self.mention(words)
        return Argument(words, span, span, mention=mention)

    def mention(self, words: str) -> int:
        known = next((i for i, mention in enumerate(self.mentions) if mention.text == words), None)
        if known is not None:
            return known
        span = self.span(words)
        kind = MentionKind.PRONOUN if words in ("he", "it") else MentionKind.NAME  # a name is one thing in all articles
        kind = MentionKind.QUANTITY if words[0].isdigit() else kind
        normal = words if words in NAMES else words.lower()
        self.mentions.append(
            Mention(
                self.id,
                span,
                span,
                words,
                kind,
                normal=normal,
                head_normal=(normal.split() or [normal])[-1],
                plural=True,
            )
        )
        return len(self.mentions) - 1

    def say(
        self,
        subject: str | int,
        relation: str,
        object_: str | int | None,
        *,
        lemma: str = "",
        polarity: Polarity = Polarity.POSITIVE,
        certainty: Certainty = Certainty.CERTAIN,
        tense: Tense = Tense.PRESENT,
        speaker: str | None = None,
        cue: str = "",
        qualifiers: Sequence[tuple[Role, str]] = (),
        confidence: float = 0.9,
        **more: object,
    ) -> int:
        """Add a statement and return its index."""
        start, end = self.argument(subject), self.argument(object_)
        predicate = Predicate(lemma or relation, relation, self.span(relation), self.span(relation))
        spans = [self.span(relation)] + [part.span for part in (start, end) if part]
        whole = Span(min(span.start for span in spans), max(span.end for span in spans))
        marks = tuple(Qualifier(role, words, self.span(words), self.span(words)) for role, words in qualifiers)
        kind = str(more.pop("kind", "object"))
        proposition = Proposition(start, predicate, end, kind, whole, whole.start, marks, confidence)
        attributions: tuple[Attribution, ...] = ()
        if cue:
            source = self.argument(speaker)
            attributions = (Attribution(source, self.argument_cue(cue), whole, Manner.INDIRECT),)
        statement = Statement(proposition, attributions, Factuality(polarity, certainty, tense))
        self.statements.append(replace(statement, **more))
        return len(self.statements) - 1

    def argument_cue(self, cue: str) -> Argument:
        return Argument(cue, self.span(cue), self.span(cue))

    def build(self) -> Extraction:
        document = Document(
            self.id, self.source, self.text, f"Title of {self.source}", "", self.publisher, self.published
        )
        return Extraction(document, tuple(self.mentions), (), tuple(self.statements))


def graph_of(*extractions: Extraction, ontology: Ontology | None = None, min_confidence: float = 0.5) -> ox.Dataset:
    """Return the quads of some extractions, resolved; fails if one comes twice."""
    ontology = ontology or Ontology(Lexicon())
    resolution = resolve(extractions, ontology.lexicon, ontology.base_iri)
    found = list(quads(extractions, resolution, ontology, min_confidence=min_confidence))
    assert len(found) == len(set(found)), "a quad comes twice"
    return ox.Dataset(found)


def store_of(dataset: ox.Dataset) -> ox.Store:
    store = ox.Store()
    store.extend(dataset)
    return store


def ask(dataset: ox.Dataset, pattern: str) -> bool:
    result = store_of(dataset).query(f"ASK {{ {pattern} }}", use_default_graph_as_union=True, prefixes=prefixes(BASE))
    return bool(result)


def values(dataset: ox.Dataset, select: str) -> list[tuple[str, ...]]:
    """Return the rows of a query, each value as its text, sorted."""
    rows = store_of(dataset).query(select, use_default_graph_as_union=True, prefixes=prefixes(BASE))
    return sorted(tuple("" if value is None else value.value for value in row) for row in rows)


@pytest.fixture
def depot() -> Extraction:
    """One article of our own that has one of everything."""
    return depot_builder().build()


def depot_builder(source: str = "a.txt") -> ArticleBuilder:
    text = (
        "Northland sent pumps to the depot in May.\n"
        "An envoy said crews will repair valves in Eastvale, and he denied that Northland armed militias.\n"
        "Northland may buy cranes. Crews are tired. Talks collapsed. Officials say Northland may buy cranes.\n"
        "Pumps like Alpha One cost 20 dollars. it grew."
    )
    article = ArticleBuilder(text, source)
    may = TimeValue("in May", article.span("in May"), date(2024, 5, 1), date(2024, 5, 31), "month")
    article.say(
        "Northland", "sent", "pumps", lemma="send", tense=Tense.PAST, time=may, qualifiers=[(Role.GOAL, "to the depot")]
    )
    article.say(
        "crews",
        "will repair",
        "valves",
        lemma="repair",
        tense=Tense.FUTURE,
        speaker="An envoy",
        cue="said",
        qualifiers=[(Role.PLACE, "in Eastvale")],
    )
    article.say("Northland", "armed", "militias", lemma="arm", polarity=Polarity.NEGATIVE, speaker="he", cue="denied")
    buy = article.say("Northland", "may buy", "cranes", lemma="buy", certainty=Certainty.POSSIBLE)
    article.say("Crews", "are", "tired", lemma="be", kind="complement")
    article.say("Talks", "collapsed", None, lemma="collapse")
    article.say("Officials", "say", buy, lemma="say", kind="clausal")
    article.say("Pumps", "like", "Alpha One", lemma="include as member", kind="hyponym")
    article.say("Pumps", "cost", "20 dollars", lemma="cost")
    article.say("it", "grew", None, lemma="grow")
    return article
