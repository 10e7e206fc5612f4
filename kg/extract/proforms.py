"""The "one" that stands for a noun: "We become one that makes ships" says neither what we are nor who makes them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.trees import Tree
from kg.model import Proposition


def without_pro_forms(tree: Tree, propositions: Sequence[Proposition]) -> Sequence[Proposition]:
    """Return the propositions without those about an unnamed "one" that a clause tells apart."""
    if "one" not in tree.words:
        return propositions
    ones = {tree.starts[i]: i for i, word in enumerate(tree.words) if word == "one" and _is_pro_form(tree, i)}
    return list(_named(tree, propositions, ones)) if ones else propositions


def _is_pro_form(tree: Tree, i: int) -> bool:
    """Tell whether "one" stands for a noun: "one that runs on gas", but "one of those that", "the one that"."""
    return tree.first(i, "relcl", "acl") is not None and tree.first(i, "prep", "det", "appos") is None


def _named(tree: Tree, propositions: Sequence[Proposition], ones: dict[int, int]) -> Iterator[Proposition]:
    governors = {tree.starts[tree.heads[i]] for i in ones.values()}
    for proposition in propositions:
        end, predicate = proposition.object, proposition.predicate
        is_one = proposition.subject.head.start in ones or (end is not None and end.head.start in ones)
        is_folded = predicate.anchor.start in governors and "one" in predicate.text.split()
        if not is_one and not is_folded:
            yield proposition
