"""What a graph is least sure of, for a person to decide on: merges of mentions, and facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from kg.graph.decisions import Decisions
from kg.graph.explain import FactView
from kg.graph.iris import Iris
from kg.graph.joins import final_key
from kg.graph.resolution import DECIDED, draft_all, read_units, settle
from kg.graph.store import Graph
from kg.graph.units import Key, Knowledge, Unit
from kg.model import Document, Extraction, Lexicon, Mention, Span

SAME_NAME = 0.95  # two articles that write a name alike: seldom two things, but nothing else vouches for it
CONTEXT = 90  # characters on either side of a mention: about a line each
LEAST_SURE = """
SELECT ?fact (MAX(?confidence) AS ?best) {
  ?fact a kg:Fact ; kg:evidence/kg:confidence ?confidence FILTER NOT EXISTS { ?fact a kg:Claim }
} GROUP BY ?fact ORDER BY ?best ?fact"""


@dataclass(frozen=True, slots=True, order=True)
class DoubtfulMerge:
    """A mention that was taken for a thing.

    Attributes:
        alone: IRI of what it would be by itself; a decision that this is different from `entity` takes it out.
        label: of the entity.
        place: where the mention stands in the article.
        quote: the words around it, with the mention between « and ».
    """

    confidence: float
    source: str
    place: Span
    alone: str
    entity: str
    label: str
    reason: str
    quote: str


def doubtful_merges(
    extractions: Sequence[Extraction], lexicon: Lexicon, base_iri: str, decisions: Decisions
) -> tuple[DoubtfulMerge, ...]:
    """Return the merges that neither a known name nor a person vouches for, the least sure first."""
    reviewer = _Reviewer(extractions, Knowledge(lexicon, Iris(base_iri), decisions.apart), decisions)
    found = {*reviewer.within_articles(), *reviewer.by_steps(), *reviewer.by_name()}
    confirmed = {*decisions.same, *((other, one) for one, other in decisions.same)}
    return tuple(sorted(merge for merge in found if (merge.alone, merge.entity) not in confirmed))


def doubtful_facts(graph: Graph, decisions: Decisions, most: int) -> tuple[FactView, ...]:
    """Return the facts with a direct triple whose best evidence is least sure, the least sure first.

    Those that a person has judged stay out.
    """
    judged = decisions.wrong | decisions.right
    open_ones = (row[0].value for row in graph.select(LEAST_SURE) if row[0].value not in judged)
    found = (graph.explain(iri) for iri in islice(open_ones, most))
    return tuple(view for view in found if isinstance(view, FactView))


class _Reviewer:
    """Goes through what resolution has joined, once for each way of joining."""

    def __init__(self, extractions: Sequence[Extraction], known: Knowledge, decisions: Decisions) -> None:
        self.known = known
        self.documents = {extraction.document.id: extraction.document for extraction in extractions}
        self.mentions = {extraction.document.id: extraction.mentions for extraction in extractions}
        self.units = read_units(extractions, known)
        self.joins = settle(self.units, decisions, known)
        drafts, self.iris = draft_all(self.units, self.joins, known)
        self.labels = {draft.key: draft.entity.label for draft in drafts}

    def within_articles(self) -> Iterator[DoubtfulMerge]:
        """Yield mentions that coreference put into a chain."""
        for unit in self.units:
            for merge in unit.merges:
                if merge.confidence < 1:
                    mention = self.mentions[merge.document][merge.mention]
                    alone = self.known.mention_iri(merge.document, mention)
                    yield self.doubt(unit, mention, alone, merge.reason, merge.confidence)

    def by_steps(self) -> Iterator[DoubtfulMerge]:
        """Yield names that a step across articles took for another, each once."""
        alone = draft_all(self.units, {}, self.known)[1]
        for unit in _first_of_each(self.units):
            join = self.joins.get(unit.key)
            if join is not None and join.reason != DECIDED:
                yield self.doubt(unit, unit.main, alone[unit.key], join.reason, join.confidence)

    def by_name(self) -> Iterator[DoubtfulMerge]:
        """Yield names that another article writes alike."""
        first = {unit.key: unit.document for unit in _first_of_each(self.units)}
        for unit in self.units:
            if unit.key[0] == "name" and unit.key not in self.joins and unit.document != first[unit.key]:
                alone = self.known.unit_iri(unit.document, unit.key, unit.main)
                yield self.doubt(unit, unit.main, alone, unit.reason, SAME_NAME)

    def doubt(self, unit: Unit, mention: Mention, alone: str, reason: str, confidence: float) -> DoubtfulMerge:
        """Describe one merge."""
        key, document = final_key(unit.key, self.joins), self.documents[unit.document]
        quote = quoted(document, mention.span)
        return DoubtfulMerge(
            confidence, document.source, mention.span, alone, self.iris[key], self.labels[key], reason, quote
        )


def _first_of_each(units: Iterable[Unit]) -> Iterator[Unit]:
    seen: set[Key] = set()
    for unit in units:
        if unit.key not in seen:
            seen.add(unit.key)
            yield unit


def quoted(document: Document, span: Span) -> str:
    """Return the words around a place on one line, with those at the place between marks.

    >>> quoted(Document("d", "d.txt", "The yard bought a crane."), Span(4, 8))
    'The «yard» bought a crane.'
    """
    start, end = max(span.start - CONTEXT, 0), span.end + CONTEXT
    before, after = document.text[start : span.start], document.text[span.end : end]
    if start > 0:
        before = f"… {before.partition(' ')[2]}"
    if end < len(document.text):
        after = f"{after.rpartition(' ')[0]} …"
    return " ".join(f"{before}«{span.of(document.text)}»{after}".split())
