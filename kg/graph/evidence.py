"""What is an article's own, in its named graph: the article, its evidence, and the speakers known only there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.emptiness import LISTED_MEMBER
from kg.graph.facts import Reading
from kg.model import (
    Argument,
    Attribution,
    Certainty,
    Document,
    Extraction,
    Mention,
    MentionKind,
    Polarity,
    Proposition,
    Role,
    Span,
    Statement,
    Tense,
    TimeValue,
)

NEWS = timedelta(days=31)  # how far from its article's date what is told without a time may be
UNNAMED = "unnamed source"
# The property of each role's words; where the role's own name says something else in the vocabulary, another one.
ROLE_PROPERTIES = {role: role.value for role in Role} | {Role.SOURCE: "sourceOf", Role.OTHER: "circumstance"}
ROLE_PROPERTIES |= {Role.TIME: "timeText"}
Pairs = Iterator[tuple[ox.NamedNode, t.Term]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place that states a fact, and the paragraph it stands in; `time`: of what it states, "" if not known."""

    iri: str
    fact: str
    document: str
    certainty: Certainty
    is_plain: bool
    paragraph: Span
    time: str = ""


@dataclass(frozen=True, slots=True)
class ArticleWriter:
    """Writes the named graph of one article."""

    extraction: Extraction
    entity_of: Mapping[tuple[str, int], str]
    terms: t.Terms
    listing: Mapping[int, int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "listing", listing_chains(self.extraction))

    @property
    def article(self) -> ox.NamedNode:
        """The article's IRI, which is also its graph's."""
        return ox.NamedNode(self.terms.iris.article(self.extraction.document.source))

    def evidence(self, readings: Iterable[Reading]) -> dict[str, tuple[Evidence, Reading]]:
        """Return the evidence by IRI; of two statements in the same words the surer one is kept."""
        found: dict[str, tuple[Evidence, Reading]] = {}
        for reading in readings:
            evidence = self._evidence(reading)
            known = found.get(evidence.iri)
            if known is None or self._confidence(reading) > self._confidence(known[1]):
                found[evidence.iri] = (evidence, reading)
        return found

    def quads(self, evidence: Mapping[str, tuple[Evidence, Reading]]) -> Iterator[ox.Quad]:
        """Yield the article and its evidence, each quad once."""
        graph = self.article
        pairs = [(graph, pair) for pair in _article_pairs(self.extraction.document, self.terms)]
        speakers: dict[ox.NamedNode, str] = {}
        for iri, (_, reading) in evidence.items():
            statement = self.extraction.statements[reading.statement]
            sources = [self._speaker(attribution) for attribution in statement.attributions]
            speakers |= {node: label for node, label in sources if label}
            nodes = [node for node, _ in sources]
            pairs += [(ox.NamedNode(iri), pair) for pair in dict.fromkeys(self._evidence_pairs(statement, nodes))]
        for node, label in speakers.items():
            pairs += [(node, (t.TYPE, self.terms["Speaker"])), (node, (t.LABEL, ox.Literal(label)))]
        return (ox.Quad(subject, predicate, value, graph) for subject, (predicate, value) in pairs)

    def _listing_chains(self, proposition: Proposition) -> Iterator[int]:
        """Yield the chains of the ends that some list of the article names members of."""
        for end in (proposition.subject, proposition.object):
            if end is not None and end.mention is not None and end.mention in self.listing:
                yield self.listing[end.mention]

    def _confidence(self, reading: Reading) -> float:
        return self.extraction.statements[reading.statement].proposition.confidence

    def _evidence(self, reading: Reading) -> Evidence:
        statement = self.extraction.statements[reading.statement]
        proposition, document = statement.proposition, self.extraction.document
        spans = (proposition.subject.span, proposition.predicate.span, proposition.object and proposition.object.span)
        places = " ".join(_place(span) if span else "-" for span in spans)
        stated = f"{reading.fact.predicate} {reading.fact.polarity}"
        iri = self.terms.iris.evidence(self.article.value, places, stated)
        paragraph = paragraph_around(document.text, proposition.span)
        certainty = statement.factuality.certainty
        time = happening(statement, reading, document)
        return Evidence(iri, reading.fact.iri, document.id, certainty, reading.is_plain, paragraph, time)

    def _speaker(self, attribution: Attribution) -> tuple[ox.NamedNode, str]:
        """Return who speaks, and the label to write where that is no entity of the corpus."""
        source = attribution.source
        mention = None if source is None or source.mention is None else self.extraction.mentions[source.mention]
        if source is not None and source.mention is not None:
            entity = self.entity_of.get((self.extraction.document.id, source.mention))
            if entity is not None:
                return ox.NamedNode(entity), ""
        label = UNNAMED if source is None or _is_pronoun(source, mention) else source.text
        return ox.NamedNode(self.terms.iris.speaker(self.article.value, label)), label

    def _evidence_pairs(self, statement: Statement, sources: list[ox.NamedNode]) -> Pairs:
        kg, proposition, factuality = self.terms, statement.proposition, statement.factuality
        yield t.TYPE, kg["Evidence"]
        yield t.DERIVED_FROM, self.article
        yield t.QUOTE, ox.Literal(proposition.span.of(self.extraction.document.text))
        yield t.BEGIN, t.integer(proposition.span.start)
        yield t.END, t.integer(proposition.span.end)
        yield kg["certainty"], ox.Literal(factuality.certainty)
        if factuality.polarity is not Polarity.POSITIVE:
            yield kg["evidencePolarity"], ox.Literal(factuality.polarity)
        if factuality.tense is not Tense.NONE:
            yield kg["tense"], ox.Literal(factuality.tense)
        yield kg["confidence"], t.decimal(proposition.confidence)
        yield kg["clause"], t.integer(proposition.clause)
        yield kg["kind"], ox.Literal(proposition.kind)
        yield from _word_pairs(proposition, kg)
        yield from ((kg["chain"], t.integer(chain)) for chain in self._listing_chains(proposition))
        if statement.attributions:
            yield kg["attributedTo"], sources[-1]
            yield kg["cue"], ox.Literal(statement.attributions[-1].cue.text)
            yield from ((kg["reportedBy"], outer) for outer in sources[:-1])
        if statement.author_factuality is not None:
            yield kg["authorCertainty"], ox.Literal(statement.author_factuality.certainty)
        if statement.time is not None:
            yield from _time_pairs(statement.time, kg)
        for qualifier in proposition.qualifiers:
            yield kg[ROLE_PROPERTIES[qualifier.role]], ox.Literal(qualifier.text)


def listing_chains(extraction: Extraction) -> dict[int, int]:
    """Return the mentions of what lists name members of, each with the place of its chain's first mention.

    "Systems, including the F-16" lists members of "systems"; what the article says of them elsewhere it says of the
    listed members too, but what another article says of systems it does not.
    """
    chain_of = {mention: chain.mentions for chain in extraction.chains for mention in chain.mentions}
    listed = [s.proposition.subject.mention for s in extraction.statements if s.proposition.kind == LISTED_MEMBER]
    chains = [chain_of.get(mention, (mention,)) for mention in listed if mention is not None]
    return {mention: extraction.mentions[chain[0]].span.start for chain in chains for mention in chain}


def paragraph_around(text: str, span: Span) -> Span:
    r"""Return the paragraph that a span begins in: what stands between line ends.

    >>> paragraph_around("One.\nTwo three.\nFour.", Span(9, 14))
    Span(start=5, end=15)
    """
    end = text.find("\n", span.start)
    return Span(text.rfind("\n", 0, span.start) + 1, len(text) if end < 0 else end)


def _article_pairs(document: Document, kg: t.Terms) -> Pairs:
    yield t.TYPE, kg["Article"]
    yield kg["sourceFile"], ox.Literal(document.source)
    if document.title:
        yield t.LABEL, ox.Literal(document.title)
    if document.published is not None:
        yield t.PUBLISHED, ox.Literal(document.published.isoformat(), datatype=t.DATE)
    if document.publisher:
        yield kg["publisher"], ox.Literal(document.publisher)
    if document.author:
        yield kg["author"], ox.Literal(document.author)
    if document.url:
        yield t.URL, t.node_or_none(document.url) or ox.Literal(document.url)


def _word_pairs(proposition: Proposition, kg: t.Terms) -> Pairs:
    """Say where the words of subject, relation and object stand, so that they can be marked in the quote."""
    yield kg["subjectAt"], ox.Literal(_place(proposition.subject.span))
    yield kg["predicateAt"], ox.Literal(_place(proposition.predicate.span))
    if proposition.object is not None:
        yield kg["objectAt"], ox.Literal(_place(proposition.object.span))


def happening(statement: Statement, reading: Reading, document: Document) -> str:
    """Return when something happens, as it is told, or "" where that may be at any time.

    What rises, falls or happens at all, told without a time, is news: it is not long before its article.
    """
    if statement.time is not None:
        return interval(statement.time)
    if not isinstance(reading.fact.object, ox.Literal) or document.published is None:
        return ""
    return f"{(document.published - NEWS).isoformat()}/{(document.published + NEWS).isoformat()}"


def _time_pairs(time: TimeValue, kg: t.Terms) -> Pairs:
    yield kg["timeText"], ox.Literal(time.text)
    if time.start is not None or time.end is not None:
        yield kg["time"], ox.Literal(interval(time))


def interval(time: TimeValue) -> str:
    """Return an ISO 8601 date, or an interval with `..` at an open end ("since 2022", "before the end of 2024").

    >>> from datetime import date
    >>> interval(TimeValue("in 2022", Span(0, 7), date(2022, 1, 1), date(2022, 12, 31), "year"))
    '2022-01-01/2022-12-31'
    """
    start, end = (".." if day is None else day.isoformat() for day in time.bounds())
    return start if start == end else f"{start}/{end}"


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _is_pronoun(source: Argument, mention: Mention | None) -> bool:
    return not source.text.strip() or (mention is not None and mention.kind is MentionKind.PRONOUN)
