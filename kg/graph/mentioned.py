"""Each mention of an entity: where it stands, what made it this entity, and how sure that is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.graph.decisions import Decisions
from kg.graph.iris import Iris
from kg.graph.joins import Joins, final_key
from kg.graph.resolution import draft_all, read_units, settle
from kg.graph.review import quoted
from kg.graph.units import Knowledge, Unit
from kg.model import Document, Extraction, Lexicon, Span


@dataclass(frozen=True, slots=True, order=True)
class MentionView:
    """One mention of an entity.

    Attributes:
        place: where it stands in the article.
        quote: the words around it, with the mention between « and ».
        reasons: why it is this entity, step by step.
        confidence: that all of these steps are right.
        kind: what sort of thing the mention alone speaks of, or "".
    """

    source: str
    place: Span
    quote: str
    reasons: tuple[str, ...]
    confidence: float
    kind: str = ""


def mentions_of(
    iri: str, extractions: Sequence[Extraction], lexicon: Lexicon, base_iri: str, decisions: Decisions
) -> tuple[MentionView, ...]:
    """Return the mentions of an entity by article and place; none where the IRI is of no entity."""
    known = Knowledge(lexicon, Iris(base_iri), decisions.apart)
    units = read_units(extractions, known)
    joins = settle(units, decisions, known)
    iris = draft_all(units, joins, known)[1]
    read = {extraction.document.id: extraction for extraction in extractions}
    of_it = (unit for unit in units if iris[final_key(unit.key, joins)] == iri)
    return tuple(sorted(view for unit in of_it for view in _views(unit, joins, read[unit.document], lexicon)))


def votes(views: Iterable[MentionView]) -> tuple[tuple[str, int], ...]:
    """Return how many mentions speak of each sort of thing, the most first.

    >>> one = MentionView("a.txt", Span(0, 1), "", (), 1.0, "bank")
    >>> votes([one, one, MentionView("a.txt", Span(0, 1), "", (), 1.0)])
    (('bank', 2),)
    """
    counts = Counter(view.kind for view in views if view.kind)
    return tuple(sorted(counts.items(), key=lambda vote: (-vote[1], vote[0])))


def _views(unit: Unit, joins: Joins, extraction: Extraction, lexicon: Lexicon) -> Iterator[MentionView]:
    document: Document = extraction.document
    join = joins.get(unit.key)
    for merge in unit.merges:
        mention = extraction.mentions[merge.mention]
        span, kind = mention.span, lexicon.kinds.get(mention.label)
        reasons = (merge.reason, join.reason) if join else (merge.reason,)
        confidence = merge.confidence * (join.confidence if join else 1)
        label = "" if kind is None else kind.label
        yield MentionView(document.source, span, quoted(document, span), reasons, confidence, label)
