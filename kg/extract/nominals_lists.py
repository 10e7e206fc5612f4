"""Members listed for a class: "systems, including X and Y", "countries such as X", "jets like the X"."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.conjuncts import conjuncts
from kg.extract.nouns import Nouns, argument, make, phrases, worded
from kg.extract.phrases import Phrase
from kg.extract.words_nominal import INVARIABLE, SINGLING_OUT
from kg.model import Predicate, Proposition

HYPONYM = 0.8
WHERE = ("in", "on", "at")
OPENERS = frozenset({"including", "as", "like"}) | SINGLING_OUT


def lists(nouns: Nouns) -> Iterator[Proposition]:
    """Yield the class, the words that open the list, and each member; both may be joined by "and"."""
    for i in sorted(i for word in OPENERS for i in nouns.tree.by_word.get(word, ())):
        opener = _opener(nouns, i)
        member = _first_member(nouns, i) if opener else None
        kind = _class_before(nouns, opener[0]) if opener and member is not None else None
        if kind is None or member is None:
            continue
        predicate = _predicate(nouns, opener)
        whole = argument(nouns, Phrase(_words_before(nouns, kind, opener[0]), kind))
        for phrase in phrases(nouns, member):
            if nouns.is_noun(phrase.head):
                listed = argument(nouns, _after(_without_place(nouns, phrase), opener))
                yield make(nouns, whole, predicate, listed, kind="hyponym", confidence=HYPONYM)


def _opener(nouns: Nouns, i: int) -> tuple[int, ...]:
    """Return the words that open a list at the preposition."""
    words = nouns.tree.words
    word = words[i].lower()
    if word == "including":
        return (i,)
    if word == "as" and i > 0 and words[i - 1].lower() == "such":
        return (i - 1, i)
    if word == "like" and nouns.tree.tags[i] == "IN" and nouns.tree.pos[nouns.tree.heads[i]] in ("NOUN", "PROPN"):
        return (i,)
    return (i,) if _singles_out(nouns, i) else ()


def _singles_out(nouns: Nouns, i: int) -> bool:
    """Tell whether it picks one out of what stands before it: "several states, notably Ohio"."""
    tree = nouns.tree
    return tree.lowers[i] in SINGLING_OUT and tree.deps[i] == "advmod" and tree.deps[tree.heads[i]] == "appos"


def _first_member(nouns: Nouns, i: int) -> int | None:
    """Return the first thing listed: the opener's object, or the noun that the opener modifies."""
    return nouns.tree.heads[i] if _singles_out(nouns, i) else nouns.tree.first(i, "pobj", "dobj")


def _class_before(nouns: Nouns, opener: int) -> int | None:
    """Return the head of the plural noun phrase that ends right before the opener."""
    tree = nouns.tree
    last = opener - 1
    while last >= 0 and (tree.words[last] in (",", "--", "–", "—", "(", "-LRB-") or tree.pos[last] == "SPACE"):
        last -= 1
    if last < 0 or (tree.lowers[opener] == "like" and tree.heads[opener] != last):
        return None
    governor = tree.heads[opener if tree.lowers[opener] != "such" else opener + 1]
    is_joined = last in conjuncts(tree, governor)  # "jets and systems, including": the nearest is the class
    candidates = [governor] if nouns.is_noun(governor) and governor < opener and not is_joined else []
    return next((noun for noun in [*candidates, last] if _is_class(nouns, noun)), None)


def _is_class(nouns: Nouns, noun: int) -> bool:
    return nouns.is_noun(noun) and (nouns.tree.tags[noun] == "NNS" or nouns.tree.lowers[noun] in INVARIABLE)


def _words_before(nouns: Nouns, kind: int, opener: int) -> tuple[int, ...]:
    tree = nouns.tree
    return tree.trimmed([i for i in tree.phrase(kind) if i < opener])


def _after(phrase: Phrase, opener: tuple[int, ...]) -> Phrase:
    """Return what is listed without the word that opens the list, where it modifies the first member."""
    return Phrase(tuple(word for word in phrase.words if word not in opener), phrase.head)


def _without_place(nouns: Nouns, phrase: Phrase) -> Phrase:
    """Return the name listed without what follows it, which mostly belongs to the verb: "such as the X, in Y".

    So does where a bare noun is: in "detect gases such as argon on cold stars" all gases are there.
    """
    tree, led = nouns.tree, nouns.tree.having(phrase.head, "prep")
    if not nouns.is_name(phrase.head):
        is_bare = len([w for w in phrase.words if w <= phrase.head]) == 1
        led = tuple(p for p in led if is_bare and tree.lowers[p] in WHERE)
        return phrase if not led else Phrase(tree.phrase(phrase.head, cut=led), phrase.head)
    return Phrase(tree.phrase(phrase.head, cut=led), phrase.head)


def _predicate(nouns: Nouns, opener: tuple[int, ...]) -> Predicate:
    """Make the predicate in the list's own words; its normal form is the same for all openers."""
    return worded(nouns, opener[-1], "include as member", nouns.tree.string(opener), opener)
