"""What names have: "Ukraine's power grid"; a deed of theirs is told elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.nouns import PLACES, Nouns, argument, make, phrases, worded
from kg.extract.phrases import Phrase
from kg.extract.trees import Tree
from kg.extract.words_mentions import ORGANIZATION_WORDS
from kg.extract.words_nominal import NO_POSSESSIONS
from kg.model import Proposition

MANY_PEOPLE = ("men", "people", "children")
BEHIND_NAMES = ("in", "at", "on", "from", "to", "with")  # what these lead to is the verb's own
# How likely each is right; read by hand on the development sentences of both benchmarks (their gold asks for half).
NAMED = 0.6  # something with a name of its own: "Microsoft's LinkedIn"
POSSESSIVE = 0.45  # anything else: true, but of little use, and the gold of both benchmarks asks for one in four


def possessives(nouns: Nouns) -> Iterator[Proposition]:
    """Yield what a name has: "Ukraine's power grid"; a deed ("Russia's invasion") is told by the rule for deeds."""
    tree = nouns.tree
    for i, dep in enumerate(tree.deps):
        thing = tree.heads[i]
        if dep != "poss" or not nouns.is_name(i) or not nouns.is_noun(thing):
            continue
        if tree.bases[thing] in NO_POSSESSIONS or _is_one_name(nouns, i, thing) or _are_two(nouns, i, thing):
            continue
        owner, owned = phrases(nouns, i), _owned(nouns, i, thing)
        predicate = worded(nouns, thing, "have", "has")
        for phrase in owner:
            yield make(
                nouns,
                argument(nouns, Phrase(_without_mark(nouns, phrase.words), phrase.head)),
                predicate,
                argument(nouns, owned),
                kind="possessive",
                confidence=NAMED if nouns.is_name(thing) else POSSESSIVE,
            )


def _owned(nouns: Nouns, i: int, thing: int) -> Phrase:
    """Return what is had: of a name no place behind it, and of several things the first."""
    tree = nouns.tree
    if not nouns.is_name(thing):
        return Phrase(tree.phrase(thing, cut=(i,)), thing)
    is_person = nouns.sorts[thing] == "PERSON"
    led = tuple(p for p in tree.having(thing, "prep") if is_person or tree.lowers[p] in BEHIND_NAMES)
    others = [k for k in tree.subtree(thing) if tree.deps[k] == "conj" and k > thing and _is_other(nouns, k, thing)]
    words = tree.phrase(thing, cut=(i, *led, *others))
    return Phrase(_without_and(tree, words), thing)


def _are_two(nouns: Nouns, i: int, thing: int) -> bool:
    """Tell whether two people were read as one name: "Alba's Ann Lund and singer Bo Kerr"."""
    tags = nouns.tree.tags[i + 1 : thing]
    return nouns.is_name(thing) and "CC" in tags and "NN" in tags[tags.index("CC") :]


def _is_other(nouns: Nouns, k: int, thing: int) -> bool:
    """Tell whether a name joined to another is one by itself: "Alba's Ann Lund and the singer Bo Kerr"."""
    tree = nouns.tree
    return tree.heads[k] == thing or tree.first(k, "det") is not None


def _without_and(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    while words and (tree.tags[words[-1]] == "CC" or tree.words[words[-1]] == ","):
        words = words[:-1]
    return words


def _is_one_name(nouns: Nouns, i: int, thing: int) -> bool:
    """Tell whether a body is called after many people: no teachers have "the Alba Teachers' Association"."""
    tree, mark = nouns.tree, i + 1
    is_marked = tree.tags[mark] == "POS" and thing > mark
    if is_marked and not nouns.is_name(thing):  # "the Miners' Party chairman"
        return tree.words[mark] in ("'", "’") and tree.tags[mark + 1] == "NNP"
    are_many = tree.words[mark] in ("'", "’") or tree.lowers[i].endswith(MANY_PEOPLE)
    between = tree.tags[mark + 1 : thing]
    is_body = tree.bases[thing] in ORGANIZATION_WORDS
    is_read = any(start <= i and thing < end for start, end, _ in nouns.names)
    is_body |= is_read or (tree.tags[i] == "NNPS" and nouns.sorts[i] not in PLACES)  # "Alba Miners' Brotherhood"
    return is_marked and are_many and is_body and all(tag in ("NNP", "NNPS", "JJ", "CC") for tag in between)


def _without_mark(nouns: Nouns, words: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(i for i in words if nouns.tree.tags[i] != "POS" or i != words[-1])
