"""Who has what where a sentence tells several at once: "won 41 percent and Berg 36", "paid 3 and 2 respectively"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.parses import UNSAID
from kg.extract.repair_gaps import REMNANT
from kg.extract.trees import Tree
from kg.model import Argument, Proposition, Role, Span

GAPPED = 0.9  # of the confidence of the row whose verb is left out
RESPECTIVELY = "respectively"
AMOUNT_KINDS = frozenset({"object", "time", "copula", "complement"})


def with_pairs(tree: Tree, propositions: Sequence[Proposition]) -> Sequence[Proposition]:
    """Return the propositions with those of verbs left out, and without those that cross what belongs together."""
    gapped = _gapped(tree, propositions) if REMNANT in tree.deps else ()
    told = _without_crossed(tree, propositions) if RESPECTIVELY in tree.words else propositions
    return [*told, *gapped]


# ------------------------------------------------------------------------------------------------ verbs left out


def _gapped(tree: Tree, propositions: Sequence[Proposition]) -> Iterator[Proposition]:
    """Yield what is said with a verb left out: who comes first, what they have second."""
    remnants = [i for i, dep in enumerate(tree.deps) if dep == REMNANT]
    for holder, amount in zip(remnants[::2], remnants[1::2], strict=False):
        verb = tree.heads[holder]
        lead = next((tree.lowers[k] for k in tree.having(verb, UNSAID) if holder < k < amount), "")
        of_verb = (p for p in propositions if p.predicate.anchor.start == tree.starts[verb])
        whole = next((p for p in of_verb if _takes_amount(tree, p, amount, lead)), None)
        if whole is not None and tree.heads[amount] == verb:
            yield _of_other(tree, whole, holder, amount)


def _takes_amount(tree: Tree, proposition: Proposition, amount: int, lead: str) -> bool:
    """Tell whether a row has the first amount where the second belongs: "won | 41 percent", "rose to | 8 percent"."""
    end = proposition.object
    is_led = proposition.kind == "prepositional" and proposition.predicate.text.lower().endswith(f" {lead}")
    if end is None or not (is_led if lead else proposition.kind in AMOUNT_KINDS):
        return False
    head = tree.at.get(end.head.start, -1)
    same = tree.bases[head] == tree.bases[amount] or tree.tags[head] == tree.tags[amount] == "CD"
    return 0 <= head < amount and same


def _of_other(tree: Tree, whole: Proposition, holder: int, amount: int) -> Proposition:
    subject = tree.argument(tree.phrase(holder), holder)
    end = tree.argument(tree.phrase(amount), amount)
    return replace(
        whole,
        subject=subject,
        object=end,
        span=Span(whole.predicate.span.start, max(subject.span.end, end.span.end)),
        qualifiers=tuple(q for q in whole.qualifiers if q.role is not Role.EXTENT and not end.span.overlaps(q.span)),
        confidence=round(GAPPED * whole.confidence, 2),
    )


# ------------------------------------------------------------------------------------------------ respectively


def _without_crossed(tree: Tree, propositions: Sequence[Proposition]) -> Iterator[Proposition]:
    """Yield all but what gives one the amount of another: "Norway and Peru pledged 3 and 2 million respectively"."""
    sentences = {bisect_right(tree.sentences, i, key=lambda s: s[0]) - 1 for i in _adverbs(tree)}
    spans = [_span_of(tree, number) for number in sorted(sentences)]
    crossed: dict[tuple[Span, str], list[Proposition]] = {}
    for proposition in propositions:
        if any(span.contains(proposition.predicate.anchor) for span in spans):
            key = (proposition.predicate.anchor, proposition.predicate.text)
            crossed.setdefault(key, []).append(proposition)
        else:
            yield proposition
    for together in crossed.values():
        yield from _paired(together)


def _adverbs(tree: Tree) -> Sequence[int]:
    return tree.by_word.get(RESPECTIVELY, ())


def _span_of(tree: Tree, sentence: int) -> Span:
    first, end = tree.sentences[sentence]
    return tree.span((first, end - 1))


def _paired(together: Sequence[Proposition]) -> Iterator[Proposition]:
    """Yield of rows with one relation the first subject with the first object, and so on; none where numbers differ."""
    subjects = _in_order([p.subject for p in together])
    ends = _in_order([p.object for p in together if p.object is not None])
    is_one = len(ends) <= 1 and not any(" and " in end for end in ends)
    if (len(subjects) == 1 and " and " not in subjects[0]) or is_one:
        yield from together if is_one else (replace(p, qualifiers=()) for p in together)
    elif len(subjects) == len(ends):
        pairs = set(zip(subjects, ends, strict=True))
        yield from (p for p in together if p.object is not None and (p.subject.text, p.object.text) in pairs)


def _in_order(arguments: Sequence[Argument]) -> list[str]:
    ordered = sorted(arguments, key=lambda argument: argument.span.start)
    return list(dict.fromkeys(argument.text for argument in ordered))
