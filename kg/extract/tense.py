"""When something holds, seen from the time of writing: tense, "going to", infinitives that lie ahead."""

from __future__ import annotations

from kg.extract import words_factuality as words
from kg.extract.trees import Tree
from kg.model import Tense

PRESENT_TAGS = frozenset({"VBZ", "VBP"})
AUXILIARIES = ("aux", "auxpass")


def finite_tense(tree: Tree, verb: int) -> Tense | None:
    """Return the tense that the verb or its auxiliaries show, or None where it is not finite."""
    auxiliaries = tree.having(verb, *AUXILIARIES)
    lowered = [tree.words[a].lower() for a in auxiliaries]
    if any(tree.tags[a] == "MD" or w in words.CONDITIONAL_MODALS for a, w in zip(auxiliaries, lowered, strict=True)):
        return _modal_tense(lowered)
    for auxiliary in auxiliaries:
        if tree.tags[auxiliary] == "TO":
            return None
        if tree.lemmas[auxiliary] == "have" and tree.tags[auxiliary] in PRESENT_TAGS | {"VBD"}:
            return Tense.PAST
        if tree.tags[auxiliary] == "VBD":
            return Tense.PAST
        if tree.tags[auxiliary] in PRESENT_TAGS:
            return _present_or_planned(tree, verb)
    if tree.tags[verb] == "VBD":
        return Tense.PAST
    return _present_or_planned(tree, verb) if tree.tags[verb] in PRESENT_TAGS else None


def _modal_tense(auxiliaries: list[str]) -> Tense:
    """Return the tense of a verb with a modal: "may have left" is past, "can leave" holds now, the rest lies ahead."""
    if "have" in auxiliaries or "'ve" in auxiliaries or "’ve" in auxiliaries:
        will_have = any(word in words.FUTURE_MODALS for word in auxiliaries)
        return Tense.FUTURE if will_have else Tense.PAST
    return Tense.PRESENT if "can" in auxiliaries or "ca" in auxiliaries else Tense.FUTURE


def _present_or_planned(tree: Tree, verb: int) -> Tense:
    """Tell "is arriving" from "is arriving tomorrow" and "opens next week"."""
    return Tense.FUTURE if any(_is_future_word(tree, c) for c in tree.children[verb]) else Tense.PRESENT


def _is_future_word(tree: Tree, i: int) -> bool:
    if tree.deps[i] == "advmod":
        return tree.words[i].lower() in words.FUTURE_WORDS
    if tree.deps[i] == "prep":
        return any(_is_future_word(tree, c) for c in tree.having(i, "pobj"))
    in_time = tree.deps[i] in ("npadvmod", "pobj", "tmod")
    return in_time and any(tree.words[w].lower() in words.FUTURE_WORDS for w in (*tree.having(i, "amod"), i))
