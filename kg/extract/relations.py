"""The predicate of a proposition: its words in order, and its normal form."""

from __future__ import annotations

from kg.extract.trees import Tree
from kg.model import Predicate

SKIPPED = frozenset({"aux", "auxpass", "neg", "advmod", "det", "amod", "poss", "nummod", "quantmod", "mark", "punct"})


def predicate(tree: Tree, words: tuple[int, ...], verb: int, *, passive: bool = False) -> Predicate:
    """Make the predicate of the words, in their order."""
    ordered = tuple(sorted(words))
    return Predicate(
        lemma=normal_form(tree, words, verb, passive=passive),
        text=_text(tree, words),
        span=tree.span(ordered),
        anchor=tree.span((verb,)),
    )


def _text(tree: Tree, words: tuple[int, ...]) -> str:
    return tree.string(words)


def normal_form(tree: Tree, words: tuple[int, ...], verb: int, *, passive: bool) -> str:
    """Return the lemmas joined by blanks, without auxiliaries, adverbs and determiners."""
    kept: list[str] = []
    for w in words:
        if w == verb and passive:
            kept += ["be", tree.words[w].lower()]
        elif w == verb or tree.deps[w] not in SKIPPED:
            kept.append(tree.lemmas[w].lower())
    return " ".join(kept)
