"""What people call a thing is told of the thing, too: "Critics called the plan reckless" describes the plan."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.trees import Tree
from kg.extract.words_attribution import NAMING
from kg.model import Proposition, Span

KIND = "called"
KEPT = 0.95  # of the confidence of the row that it is taken from
LEMMA = "be described as"
ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN"})


def called_things(tree: Tree, propositions: Sequence[Proposition]) -> Iterator[Proposition]:
    """Yield what things are called by adjectives, with the thing as the subject.

    A noun is left to who says it: that somebody is called a liar makes them none. None of them is a plain triple, for
    what people call a thing is their opinion of it.
    """
    if NAMING.isdisjoint(tree.bases):  # as mostly
        return
    verbs = {tree.starts[i]: i for i, base in enumerate(tree.bases) if base in NAMING}
    for said in propositions:
        verb, end = verbs.get(said.predicate.anchor.start), said.object
        if verb is None or end is None or not _calls(tree, verb, said):
            continue
        thing, head = tree.first(verb, "dobj"), bisect_left(tree.starts, end.head.start)
        if thing is None or tree.tags[head] not in ADJECTIVES or not verb < thing < head:
            continue
        subject = tree.argument(tree.phrase(thing), thing)
        predicate = replace(said.predicate, lemma=LEMMA, text=tree.words[verb], anchor=end.head, folded=0)
        yield replace(
            said,
            subject=subject,
            predicate=replace(predicate, span=tree.span((verb,))),
            kind=KIND,
            span=Span(subject.span.start, max(subject.span.end, end.span.end)),
            confidence=round(KEPT * said.confidence, 2),
        )


def _calls(tree: Tree, verb: int, said: Proposition) -> bool:
    """Tell whether it is a row of "called the plan | reckless", "described the plan as | reckless"."""
    is_as = said.kind == "prepositional" and said.predicate.text.endswith(" as")
    return tree.first(verb, "auxpass", "neg") is None and (said.kind == "complement" or is_as)
