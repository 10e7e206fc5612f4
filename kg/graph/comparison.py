"""What sources contradict each other on: found once, when a graph is made, and kept in it as `kg:Contradiction`.

This is the one definition of "contradicted". The named query `contradicted` and the page read what is kept:
`kg:conflict`, `kg:affirmed` and `kg:against` (two facts, or twice the same one), and `kg:affirmedBy` and
`kg:againstBy`, the evidence that speaks most clearly for each side.

- *affirmed and denied*: one source affirms what another denies, in the same words, by a narrower property, or the other
  way round by an inverse or symmetric one; both are sure of it, and may speak of the same time. A source is an article
  or somebody who speaks in it.
- *decided and undecided*: one article states as certain or probable what another takes as merely possible; or somebody
  has decided on a thing in one article (`kg:DecisionProperty`), and is only thought to decide on it in another.

It goes by scans of single properties: a query with as many parts takes minutes on a large graph.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.iris import Iris
from kg.graph.moments import may_overlap
from kg.model import Certainty, Polarity, Tense

DENIED, UNDECIDED = "affirmed and denied", "decided and undecided"
SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
SAME_NEWS = timedelta(days=366)  # what articles say without a time may be of one time, if they lie no further apart
SUB_PROPERTY = ox.NamedNode(f"{t.RDFS}subPropertyOf")
INVERSE = ox.NamedNode(f"{t.OWL}inverseOf")
SYMMETRIC = ox.NamedNode(f"{t.OWL}SymmetricProperty")


@dataclass(frozen=True, slots=True)
class Voice:
    """One piece of evidence, as far as it matters whether two agree; "" where something is not known.

    Attributes:
        time: ISO 8601 date, or interval with ".." for an open end.
        published: ISO 8601 date of the article.
    """

    iri: str
    article: str
    certainty: str
    speaker: str = ""
    tense: str = ""
    time: str = ""
    published: str = ""

    @property
    def is_sure(self) -> bool:
        """Whether it is stated as certain or probable."""
        return self.certainty in SURE

    @property
    def rank(self) -> tuple[bool, bool, str]:
        """The clearest sorts first: certain, with a speaker."""
        return self.certainty != Certainty.CERTAIN, not self.speaker, self.iri


@dataclass(frozen=True, slots=True, order=True)
class Contradiction:
    """Two facts, or one twice, that sources contradict each other on, each with its clearest evidence."""

    conflict: str
    fact: str
    against: str
    one: str
    other: str


def find_contradictions(store: ox.Store, base_iri: str) -> tuple[Contradiction, ...]:
    """Return what sources contradict each other on, in a fixed order.

    >>> find_contradictions(ox.Store(), "https://w3id.org/newskg/")
    ()
    """
    comparer = _Comparer(store, t.Terms(Iris(base_iri)))
    return tuple(sorted({*comparer.denials(), *comparer.doubts(), *comparer.decisions()}))


def contradiction_quads(store: ox.Store, base_iri: str) -> Iterator[ox.Quad]:
    """Yield how the contradictions are kept in the graph."""
    kg = t.Terms(Iris(base_iri))
    for found in find_contradictions(store, base_iri):
        node = ox.NamedNode(kg.iris.contradiction(found.fact, found.against))
        yield ox.Quad(node, t.TYPE, kg["Contradiction"])
        yield ox.Quad(node, kg["conflict"], ox.Literal(found.conflict))
        yield ox.Quad(node, kg["affirmed"], ox.NamedNode(found.fact))
        yield ox.Quad(node, kg["against"], ox.NamedNode(found.against))
        yield ox.Quad(node, kg["affirmedBy"], ox.NamedNode(found.one))
        yield ox.Quad(node, kg["againstBy"], ox.NamedNode(found.other))


def may_be_one_time(one: Voice, other: Voice) -> bool:
    """Tell whether two pieces of evidence may speak of the same time.

    "Has not lifted it" and "will lift it" may both be true, and so may what is said of different years: also by
    articles that lie years apart, where these do not say of when.

    >>> may_be_one_time(Voice("", "", "certain", time="2019"), Voice("", "", "certain", time="2020/2021"))
    False
    """
    if (one.tense == Tense.FUTURE) != (other.tense == Tense.FUTURE):
        return False
    is_open = not (one.time and other.time)
    if is_open and one.published and other.published and _years_apart(one.published, other.published):
        return False
    return may_overlap(one.time, other.time)


def _years_apart(one: str, other: str) -> bool:
    return abs(date.fromisoformat(one) - date.fromisoformat(other)) > SAME_NEWS


class _Comparer:
    """Goes through the facts of a store; what each property says is read in one scan."""

    def __init__(self, store: ox.Store, kg: t.Terms) -> None:
        self.store = store
        self.kg = kg
        self.subject = dict(self.pairs(None, t.SUBJECT))
        self.predicate = dict(self.pairs(None, t.PREDICATE))
        self.object = dict(self.pairs(None, t.OBJECT))
        self.around: dict[t.Term, list[ox.NamedNode]] = defaultdict(list)
        for fact, value in self.object.items():
            if value in self.subject:
                self.around[value].append(fact)
        self.polarity = {fact: value.value for fact, value in self.pairs(None, kg["polarity"])}
        self.facts = {
            (self.subject[fact], self.predicate[fact], self.object.get(fact)): fact
            for fact, polarity in self.polarity.items()
            if polarity == Polarity.POSITIVE and fact in self.subject and fact in self.predicate
        }

    def pairs(
        self, subject: ox.NamedNode | None, predicate: ox.NamedNode, value: t.Term | None = None
    ) -> Iterator[tuple[ox.NamedNode, t.Term]]:
        """Yield what one property says, of one thing or of all."""
        for quad in self.store.quads_for_pattern(subject, predicate, value, None):
            if isinstance(quad.subject, ox.NamedNode) and isinstance(quad.object, ox.NamedNode | ox.Literal):
                yield quad.subject, quad.object

    # ---------------------------------------------------------------- affirmed and denied

    def denials(self) -> Iterator[Contradiction]:
        """Yield what one source affirms and another denies."""
        for against, polarity in self.polarity.items():
            if polarity == Polarity.NEGATIVE:
                for fact in self.affirming(against):
                    yield from self.compared(DENIED, fact, against)

    def affirming(self, against: ox.NamedNode) -> Iterator[ox.NamedNode]:
        """Yield the facts that say what another fact denies."""
        subject, denied, value = self.subject.get(against), self.predicate.get(against), self.object.get(against)
        if isinstance(denied, ox.NamedNode):
            same = ((subject, predicate, value) for predicate in self.narrower(denied))
            turned = ((value, predicate, subject) for predicate in self.turned(denied))
            yield from (self.facts[key] for key in (*same, *turned) if key in self.facts)

    def narrower(self, predicate: ox.NamedNode) -> list[ox.NamedNode]:
        """Return a property and all below it."""
        found = [predicate]
        for above in found:
            found += [below for below, _ in self.pairs(None, SUB_PROPERTY, above) if below not in found]
        return found

    def turned(self, predicate: ox.NamedNode) -> set[t.Term]:
        """Return the properties that say the same from object to subject."""
        inverse = {other for _, other in self.pairs(predicate, INVERSE)}
        symmetric = {same for same, _ in self.pairs(predicate, t.TYPE, SYMMETRIC)}
        return inverse | symmetric | {other for other, _ in self.pairs(None, INVERSE, predicate)}

    def compared(self, conflict: str, fact: ox.NamedNode, against: ox.NamedNode) -> Iterator[Contradiction]:
        """Yield the clearest pair of evidence of which one affirms and one denies."""
        pairs = product(self.voices(fact), self.voices(against))
        apart = (
            (one, other)
            for one, other in pairs
            if one.is_sure
            and other.is_sure
            and (one.article, one.speaker) != (other.article, other.speaker)
            and may_be_one_time(one, other)
        )
        yield from self.clearest(conflict, fact, against, apart)

    # ---------------------------------------------------------------- decided and undecided

    def unsure(self) -> list[ox.NamedNode]:
        """Return the facts with evidence that takes them as merely possible, by IRI."""
        doubted = {node for node, value in self.pairs(None, self.kg["certainty"]) if value.value not in SURE}
        found = {fact for fact, evidence in self.pairs(None, self.kg["evidence"]) if evidence in doubted}
        is_affirmed = (fact for fact in found if self.polarity.get(fact) == Polarity.POSITIVE)
        return sorted(is_affirmed, key=lambda fact: fact.value)

    def doubts(self) -> Iterator[Contradiction]:
        """Yield what one article states, and another takes as possible."""
        for fact in self.unsure():
            yield from self.weighed(fact, fact)

    def decisions(self) -> Iterator[Contradiction]:
        """Yield what somebody has decided on in one article, and is thought to decide on in another."""
        kinds = {kind for kind, _ in self.pairs(None, t.TYPE, self.kg["DecisionProperty"])}
        decided: dict[tuple[t.Term, t.Term], list[ox.NamedNode]] = defaultdict(list)
        for fact in self.facts.values():
            if self.predicate[fact] in kinds:
                for matter in self.matters(fact):
                    decided[self.subject[fact], matter].append(fact)
        for against in self.unsure():
            if self.predicate.get(against) in kinds:
                about = ((self.subject[against], matter) for matter in self.matters(against))
                others = {fact for key in about for fact in decided.get(key, ()) if fact != against}
                for fact in sorted(others, key=lambda other: other.value):
                    yield from self.weighed(fact, against)

    def matters(self, fact: ox.NamedNode) -> Iterator[t.Term]:
        """Yield what a decision is about: its object, and who is to do what it allows or forbids."""
        value = self.object.get(fact)
        if isinstance(value, ox.NamedNode):
            yield value
            yield from (self.subject[inner] for inner in (value,) if inner in self.subject)

    def weighed(self, fact: ox.NamedNode, against: ox.NamedNode) -> Iterator[Contradiction]:
        """Yield the clearest pair of evidence in two articles of which one is sure and one is not."""
        pairs = product(self.voices(fact), self.voices(against))
        apart = (
            (one, other) for one, other in pairs if one.is_sure and not other.is_sure and one.article != other.article
        )
        yield from self.clearest(UNDECIDED, fact, against, apart)

    # ---------------------------------------------------------------- evidence

    def clearest(
        self, conflict: str, fact: ox.NamedNode, against: ox.NamedNode, pairs: Iterable[tuple[Voice, Voice]]
    ) -> Iterator[Contradiction]:
        """Yield the contradiction with the pair of evidence that speaks most clearly, if there is one."""
        best = min(pairs, key=lambda pair: (pair[0].rank, pair[1].rank), default=None)
        if best is not None:
            one, other = self.in_context(fact, best[0]), self.in_context(against, best[1])
            yield Contradiction(conflict, fact.value, against.value, one, other)

    def in_context(self, fact: ox.NamedNode, voice: Voice) -> str:
        """Return the evidence for what an article says around a fact: "a shift that could permit crews to work"."""
        around = (outer for outer in self.around.get(fact, ()) if outer != fact)
        said = (other for outer in around for other in self.voices(outer) if other.article == voice.article)
        return min((other.iri for other in said), default=voice.iri)

    def voices(self, fact: ox.NamedNode) -> list[Voice]:
        """Return the evidence of a fact."""
        found = (evidence for _, evidence in self.pairs(fact, self.kg["evidence"]))
        return [self.voice(evidence) for evidence in found if isinstance(evidence, ox.NamedNode)]

    def voice(self, evidence: ox.NamedNode) -> Voice:
        """Read one piece of evidence."""
        names = ("certainty", "attributedTo", "tense", "time")
        certainty, speaker, tense, time = (self.said(evidence, self.kg[name]) for name in names)
        article = self.said(evidence, t.DERIVED_FROM)
        published = self.said(ox.NamedNode(article), t.PUBLISHED) if article else ""
        return Voice(evidence.value, article, certainty, speaker, tense, time, published)

    def said(self, node: ox.NamedNode, predicate: ox.NamedNode) -> str:
        """Return what one property says of something, or ""."""
        return next((value.value for _, value in self.pairs(node, predicate)), "")
