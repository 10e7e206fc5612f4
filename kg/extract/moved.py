"""Who sends a thing somewhere says where the thing is sent, and who buys one from somebody says who sells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.properties import without_governors
from kg.extract.words_nominal import BUYING, MOVING
from kg.extract.words_phrases import NOT_THERE
from kg.model import Argument, Predicate, Proposition, Role, Span

KIND = "moved"
CARRIED_OVER = 0.9  # of the confidence of the less sure of the two propositions that it joins
NAMED_BY_PLACE = frozenset({("return", "from")})  # "returned treasures from Abomey": which ones, not whence
WAYS = frozenset({"to", "into", "from", "for", "out of", "back to"})


def moved_things(propositions: Sequence[Proposition]) -> Iterator[Proposition]:
    """Yield for each thing that is sent, taken or brought where it goes, where it comes from, and what for.

    Of a thing that is bought from somebody it is told that they sell it.
    """
    objects = [p for p in propositions if p.kind == "object" and _verb(p) in (*MOVING, *BUYING)]
    for whole in objects:
        for around in propositions:
            if not _is_way(whole, around):
                continue
            if _verb(whole) in MOVING and (_verb(whole), _way(whole, around)) not in NAMED_BY_PLACE:
                yield _moved(whole, around)
            elif _way(whole, around) == "from" and whole.predicate.lemma in BUYING:  # who agrees to buy has not bought
                yield _sold(whole, around)


def _is_way(whole: Proposition, around: Proposition) -> bool:
    """Tell whether the second says where the object of the first goes: same verb, same subject, no more between."""
    same = around.predicate.anchor == whole.predicate.anchor and around.subject.head == whole.subject.head
    if not NOT_THERE.isdisjoint(around.predicate.text.lower().split()):
        return False
    return same and around is not whole and bool(_way(whole, around))


def _way(whole: Proposition, around: Proposition) -> str:
    """Return the preposition: what the normal form has after the verb and the one noun folded in, if it keeps that."""
    verb, _, rest = _verb(around).partition(" ")
    way = rest if around.predicate.folded == 1 and rest in WAYS else rest.partition(" ")[2]
    return way if verb == _verb(whole) and way in WAYS else ""


def _verb(proposition: Proposition) -> str:
    """Return the predicate without the verbs that govern it: "send" of "have to send"."""
    return list(without_governors(proposition.predicate.lemma))[-1]


def _moved(whole: Proposition, around: Proposition) -> Proposition:
    assert whole.object is not None  # noqa: S101 - an object proposition has one
    way = _way(whole, around)
    participle = MOVING[_verb(whole)]
    span = Span(around.predicate.anchor.start, around.predicate.span.end)  # not the verb above: "refused to send"
    lemma, text = f"be {participle} {way}", f"{participle} {way}"
    predicate = replace(around.predicate, lemma=lemma, text=text, span=span, folded=0)
    return _retold(around, whole.object, predicate, whole, around)


def _sold(whole: Proposition, around: Proposition) -> Proposition:
    """Say of whom it is bought from that they sell it: "Acme bought Bolt from Ann"."""
    assert around.object is not None  # noqa: S101 - whom it is bought from
    predicate = replace(whole.predicate, lemma="sell", text="sells", span=whole.predicate.anchor, active="")
    return _retold(whole, around.object, predicate, whole, around)


def _retold(
    told: Proposition, subject: Argument, predicate: Predicate, whole: Proposition, around: Proposition
) -> Proposition:
    """Say it of another subject, as surely as the two propositions that it comes from let it be said."""
    return replace(
        told,
        subject=subject,
        predicate=predicate,
        kind=KIND,
        qualifiers=tuple(q for q in around.qualifiers if q.role is not Role.QUANTIFIER),
        span=around.span,
        confidence=round(CARRIED_OVER * min(whole.confidence, around.confidence), 2),
    )
