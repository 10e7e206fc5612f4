"""What a person should decide on: merges of mentions, and facts, the doubtful ones that matter most in the graph first.

What matters is counted: a merge by the facts that rest on it, a fact by how often the articles speak of its two ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from math import log2

from kg.graph.decisions import Decisions
from kg.graph.explain import FactView
from kg.graph.iris import Iris
from kg.graph.joins import final_key
from kg.graph.resolution import DECIDED, draft_all, read_units, settle
from kg.graph.store import Graph
from kg.graph.units import Key, Knowledge, Unit
from kg.model import Document, Extraction, Lexicon, Mention, Span

SAME_NAME = 0.95  # two articles that write a name alike: seldom two things, but nothing else vouches for it
WITHIN = "coreference"  # how the reasons of merges within an article begin
CONTEXT = 90  # characters on either side of a mention: about a line each
SPEAKERS = frozenset("i me my mine myself we us our ours ourselves you your".split())  # the quote says who that is
PRONOUNS_WEIGH = 0.5  # a person who decides on one pronoun has decided on one sentence
BEST_EVIDENCE = """
SELECT ?fact (MAX(?confidence) AS ?best) (SAMPLE(?subject) AS ?one) (SAMPLE(?object) AS ?other) {
  ?fact a kg:Fact ; kg:evidence ?evidence ; rdf:subject ?subject ; rdf:object ?object
  FILTER NOT EXISTS { ?fact a kg:Claim }
  ?evidence kg:confidence ?confidence ; kg:kind ?kind FILTER(?kind != "possessive")
} GROUP BY ?fact"""
ENDS = """
SELECT ?source ?from ?to ?subject ?object {
  ?fact kg:evidence ?evidence ; rdf:subject ?subject ; rdf:object ?object FILTER NOT EXISTS { ?fact a kg:Claim }
  ?evidence kg:subjectAt ?from ; prov:wasDerivedFrom/kg:sourceFile ?source OPTIONAL { ?evidence kg:objectAt ?to }
}"""
MENTIONED = "SELECT ?entity ?count { ?entity kg:mentionCount ?count }"


@dataclass(frozen=True, slots=True, order=True)
class DoubtfulMerge:
    """A mention that was taken for a thing.

    Attributes:
        alone: IRI of what it would be by itself; a decision that this is different from `entity` takes it out.
        label: of the entity.
        place: where the mention stands in the article.
        quote: the words around it, with the mention between « and ».
        mention: its words.
    """

    confidence: float
    source: str
    place: Span
    alone: str
    entity: str
    label: str
    reason: str
    quote: str
    mention: str


def doubtful_merges(
    extractions: Sequence[Extraction], lexicon: Lexicon, base_iri: str, decisions: Decisions
) -> tuple[DoubtfulMerge, ...]:
    """Return the merges that neither a known name nor a person vouches for, the least sure first."""
    reviewer = _Reviewer(extractions, Knowledge(lexicon, Iris(base_iri), decisions.apart), decisions)
    found = {*reviewer.within_articles(), *reviewer.by_steps(), *reviewer.by_name()}
    confirmed = {*decisions.same, *((other, one) for one, other in decisions.same)}
    return tuple(sorted(merge for merge in found if (merge.alone, merge.entity) not in confirmed))


def worth_deciding(merges: Iterable[DoubtfulMerge], graph: Graph) -> tuple[DoubtfulMerge, ...]:
    """Return the merges that direct triples rest on: those first where most is doubtful, then by confidence.

    Who "I" and "we" are in a quote is left out: the quote names its speaker.
    """
    resting = _facts_by_place(graph)
    weighed = [(_stake(merge, resting), merge) for merge in merges]
    return tuple(merge for stake, merge in sorted(weighed, key=lambda pair: (-pair[0], pair[1])) if stake)


def _stake(merge: DoubtfulMerge, resting: Mapping[tuple[str, str], int]) -> float:
    """Tell how much is doubtful: the number of triples that rest on a merge, times how unsure it is."""
    if merge.mention.lower() in SPEAKERS:
        return 0
    is_pronoun = merge.reason.endswith("pronoun")
    place = f"{merge.place.start}-{merge.place.end}" if merge.reason.startswith(WITHIN) else merge.entity
    weight = PRONOUNS_WEIGH if is_pronoun else 1
    return round(weight * (1 - merge.confidence) * resting.get((merge.source, place), 0), 6)


def _facts_by_place(graph: Graph) -> Counter[tuple[str, str]]:
    """Count the direct triples of each article by the places of their ends, and by the entities at them."""
    found: Counter[tuple[str, str]] = Counter()
    for source, *ends in graph.select(ENDS):
        found.update((source.value, end.value) for end in ends if end is not None)
    return found


def doubtful_facts(graph: Graph, decisions: Decisions, most: int) -> tuple[FactView, ...]:
    """Return the facts with a direct triple whose best evidence is least sure, what is spoken of most first.

    Those that a person has judged stay out.
    """
    judged = decisions.wrong | decisions.right
    mentioned = {entity.value: int(count.value) for entity, count in graph.select(MENTIONED)}
    doubts = (
        (-(1 - float(best.value)) * log2(2 + sum(mentioned.get(end.value, 0) for end in ends)), fact.value)
        for fact, best, *ends in graph.select(BEST_EVIDENCE)
        if fact.value not in judged
    )
    found = (graph.explain(iri) for _, iri in nsmallest(most, doubts))
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
            confidence,
            document.source,
            mention.span,
            alone,
            self.iris[key],
            self.labels[key],
            reason,
            quote,
            mention.span.of(document.text),
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
