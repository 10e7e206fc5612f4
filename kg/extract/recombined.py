"""What a sentence says in an order that no phrase of the ontologies has, in the order of one that it does have.

"Invited firms to bid", "asked firms for bids" and "bids were sought from firms by the agency" all say who invites bids
from whom. A statement is added only where the lexicon knows its wording, so what is added always has a property.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.properties import without_governors
from kg.extract.trees import read_parse, read_tree
from kg.model import Argument, Lexicon, Predicate, Proposition, Span

KIND = "recombined"
KEPT = 0.95  # of the confidence of the less sure of the two propositions that it is made of


def recombined(doc: Doc, propositions: Sequence[Proposition], lexicon: Lexicon) -> Iterator[Proposition]:
    """Yield what the propositions of one verb say together, in the wording of a phrase of the lexicon."""
    by_anchor: dict[Span, list[Proposition]] = defaultdict(list)
    for proposition in propositions:
        by_anchor[proposition.predicate.anchor].append(proposition)
    for group in by_anchor.values():
        for one in group:
            yield from _object_to_infinitive(doc, one, by_anchor, lexicon)
            if one.kind != "object" and not one.predicate.active:
                continue
            for other in group:
                if one is not other and one.subject.head == other.subject.head:
                    yield from _object_and_preposition(doc, one, other, lexicon)
                    yield from _agent_and_preposition(doc, one, other, lexicon)


def _object_to_infinitive(
    doc: Doc, one: Proposition, by_anchor: Mapping[Span, Sequence[Proposition]], lexicon: Lexicon
) -> Iterator[Proposition]:
    """Read "invite firms to bid" as "invite to bid", said of the firms."""
    if one.kind != "clause" or one.object is None:
        return
    for inner in by_anchor.get(one.object.head, ()):
        for deed in _deeds(doc, inner):
            lemma = f"{_base(one)} to {deed}"
            if lemma in lexicon.phrases and one.object.span.contains(inner.subject.span):
                yield _joined(one, inner, lemma, inner.subject, f"{one.predicate.text} {inner.predicate.text}")


def _object_and_preposition(doc: Doc, one: Proposition, other: Proposition, lexicon: Lexicon) -> Iterator[Proposition]:
    """Read "ask firms for bids" as "ask for bid", said of the firms."""
    if one.kind != "object" or one.object is None or other.object is None:
        return
    preposition = other.predicate.text.rpartition(" ")[2].lower()
    lemma = f"{_base(one)} {preposition} {_lemma(doc, other.object)}"
    if lemma in lexicon.phrases:
        yield _joined(one, other, lemma, one.object, f"{one.predicate.text} {preposition} {other.object.text}")


def _agent_and_preposition(doc: Doc, one: Proposition, other: Proposition, lexicon: Lexicon) -> Iterator[Proposition]:
    """Read "bids are sought from firms by the agency" as "the agency seeks bids from firms"."""
    if not one.predicate.active or one.object is None or other.object is None:
        return
    preposition = other.predicate.text.rpartition(" ")[2].lower()
    lemma = f"{one.predicate.active} {_lemma(doc, one.subject)} {preposition}"
    if lemma in lexicon.phrases:
        text = f"{one.predicate.text.removesuffix(' by')} {preposition}"
        yield replace(_joined(one, other, lemma, other.object, text), subject=one.object)


def _joined(one: Proposition, other: Proposition, lemma: str, object_: Argument, text: str) -> Proposition:
    spans = (one.span, other.span)
    return replace(
        one,
        predicate=Predicate(lemma, text, one.predicate.span, one.predicate.anchor),
        object=object_,
        kind=KIND,
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        qualifiers=tuple(q for q in one.qualifiers if q.head != object_.head),
        confidence=round(KEPT * min(one.confidence, other.confidence), 2),
    )


def _base(proposition: Proposition) -> str:
    """Return the innermost verb with what belongs to it."""
    return list(without_governors(proposition.predicate.lemma))[-1]


def _deeds(doc: Doc, inner: Proposition) -> Iterator[str]:
    """Yield what somebody is to do, with its object and without: "submit bid", "submit"."""
    verb = _base(inner).partition(" ")[0]
    if inner.object is not None:
        yield f"{verb} {_lemma(doc, inner.object)}"
    yield verb


def _lemma(doc: Doc, argument: Argument) -> str:
    place = bisect_right(read_tree(doc).starts, argument.head.start) - 1
    return read_parse(doc).bases[place]
