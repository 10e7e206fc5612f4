"""The predicate of a proposition: its words in order, and its normal form."""

from __future__ import annotations

from kg.extract.trees import Tree
from kg.model import Predicate

SKIPPED = frozenset(
    "aux auxpass neg advmod det amod poss case nummod quantmod mark punct predet preconj cc nmod npadvmod".split()
)
NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})


def predicate(tree: Tree, words: tuple[int, ...], verb: int, *, passive: bool = False) -> Predicate:
    """Make the predicate of the words, in their order."""
    ordered = tuple(sorted(words))
    return Predicate(
        lemma=normal_form(tree, words, verb, passive=passive),
        text=tree.string(words),
        span=tree.span(ordered),
        anchor=tree.span((verb,)),
        active=_active(tree, words, verb) if passive else "",
        folded=sum(w != verb and tree.pos[w] in NOUNS and _is_said(tree, w, first=False) for w in words),
    )


def normal_form(tree: Tree, words: tuple[int, ...], verb: int, *, passive: bool) -> str:
    """Return the lemmas joined by blanks, without auxiliaries, adverbs, determiners and modifiers.

    A passive keeps "be" and its participle; "to" stays between verbs ("be invited to bid by", "have to be sent to").
    """
    kept: list[str] = []
    for w in words:
        if (w == verb and passive) or (w != verb and tree.first(w, "auxpass") is not None):
            kept += ["be", tree.words[w].lower()]
        elif w == verb or _is_said(tree, w, first=w == words[0]):
            kept.append(tree.lemmas[w].lower())
    return " ".join(kept)


def _is_said(tree: Tree, w: int, *, first: bool) -> bool:
    if tree.tags[w] == "TO":
        return not first
    is_loose_compound = tree.deps[w] == "compound" and tree.pos[w] != "PROPN"
    return tree.deps[w] not in SKIPPED and not is_loose_compound and tree.pos[w] != "PUNCT"


def _active(tree: Tree, words: tuple[int, ...], verb: int) -> str:
    """Return the active form of "is maintained by" and "was taken over by", where nothing else is folded in."""
    said = [w for w in words if w != verb and _is_said(tree, w, first=w == words[0])]
    particles = [w for w in said if tree.deps[w] == "prt"]
    if [tree.words[w].lower() for w in said if w not in particles] != ["by"]:
        return ""
    return " ".join(tree.lemmas[w].lower() for w in (verb, *particles))
