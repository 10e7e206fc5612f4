"""How a nominal is called where it stands alone: "first doses of vaccine" says more than "doses"."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from kg.extract.trees import Tree
from kg.extract.words_mentions import COMPLETING, POINTING, TAKING_IN

LONGEST = 9  # words; what is longer is the quote's business
HYPHENS = ("-", "–", "/")
BEST_OF_SOME = re.compile(r"\w+-\w+est", re.IGNORECASE)  # "second-largest"
ENDING = frozenset({"relcl", "acl", "appos", "advcl", "parataxis"})


def wording(tree: Tree, noun: int, kept: Sequence[int], times: Container[int] = ()) -> str:
    """Return the noun with its adjectives and the phrases that complete it, without determiners and counts.

    Args:
        tree: the parse.
        noun: the head of the nominal.
        kept: the words of its normal form.
        times: the words that belong to a date; when something was is no part of what it is called.

    >>> tree = Tree(words=("new", "doses", "of", "the", "drug"), tags=("JJ", "NNS", "IN", "DT", "NN"),
    ...             pos=("ADJ", "NOUN", "ADP", "DET", "NOUN"), deps=("amod", "ROOT", "prep", "det", "pobj"),
    ...             lemmas=("new", "dose", "of", "the", "drug"), heads=(1, 1, 1, 4, 2), starts=(0, 4, 10, 13, 17),
    ...             sentences=((0, 5),), text="new doses of the drug")
    >>> wording(tree, 1, (1,))
    'new doses of drug'
    """
    before = sorted({*kept, *_modifiers(tree, noun)})
    whole = [*before, *_completing(tree, noun, max(before), times)]
    return tree.string(whole if len(whole) <= LONGEST else before if len(before) <= LONGEST else tuple(kept))


def _modifiers(tree: Tree, noun: int) -> Iterator[int]:
    """Yield the words of the adjectives before the noun, but for those that only count or point."""
    for child in tree.having(noun, "amod", "compound", "nmod"):
        if child < noun and tree.lowers[child] not in POINTING and tree.tags[child] != "CD":
            inside = takewhile(lambda word: tree.words[word] != "(", tree.subtree(child))  # "5 million baht ($138,000)"
            yield from (word for word in inside if word < noun and _is_said(tree, word))
    if _is_superlative(tree, noun):  # "the world's biggest farmer"
        for owner in tree.having(noun, "poss"):
            yield from (word for word in tree.subtree(owner) if word < noun and _is_said(tree, word))


def _is_said(tree: Tree, word: int) -> bool:
    is_rate = tree.deps[word] == "det" and tree.deps[tree.heads[word]] == "npadvmod"  # "400 dollars a month"
    return (is_rate or tree.tags[word] not in ("DT", "PDT", "PRP$")) and not _is_stop(tree, word)


def _is_stop(tree: Tree, word: int) -> bool:
    return tree.deps[word] == "punct" and tree.words[word] not in HYPHENS


def _completing(tree: Tree, noun: int, last: int, times: Container[int]) -> list[int]:
    """Return the words right behind the noun that say of what, for what or to do what."""
    found: list[int] = []
    for child in tree.children[noun]:
        if child > noun and tree.left[child] == last + 1 and _completes(tree, child, times):
            words, is_whole = _phrase(tree, child)
            found += words
            last = tree.right[child]
            if not is_whole:
                break
    return found


def _completes(tree: Tree, child: int, times: Container[int]) -> bool:
    """Tell whether it is a phrase that belongs to the noun, and gives no time: "ban on exports", "plan to leave"."""
    if tree.deps[child] == "prep":
        inner = tree.first(child, "pobj")
        word = tree.lowers[child]
        if inner is None or inner in times or (tree.tags[inner] == "PRP" and word != "of"):  # "40 pesos on it"
            return False
        return _takes(tree, child, word)
    if tree.deps[child] != "acl" or tree.tags[child] not in ("VB", "VBN"):
        return False
    if tree.tags[child] == "VBN":  # "the first ship built in Norway" is no first ship
        return _is_superlative(tree, tree.heads[child])
    begins = tree.left[child] + (tree.lowers[tree.left[child]] == "not")  # "the decision not to pay"
    return tree.tags[begins] == "TO"


def _takes(tree: Tree, child: int, preposition: str) -> bool:
    """Tell whether the noun goes with a preposition: "shops from Lagos to Kano" do not.

    What is the most of its kind is so in its scope, and a partner is one in something: these go with "in".
    """
    noun = tree.heads[child]
    if preposition == "by":  # "the report by the auditor", and not "the largest by far"
        return not _is_superlative(tree, noun)
    if preposition == "from":
        after = tree.right[child] + 1
        return after >= len(tree.words) or tree.lowers[after] != "to"
    return preposition in COMPLETING or (
        preposition == "in" and (tree.bases[noun] in TAKING_IN or _is_superlative(tree, noun))
    )


def _is_superlative(tree: Tree, noun: int) -> bool:
    """Tell whether the noun is the most of its kind: "the second-largest bank", "the most visited park"."""
    return any(
        tree.tags[word] in ("JJS", "RBS") or tree.lowers[word] == "first" or BEST_OF_SOME.fullmatch(tree.words[word])
        for child in tree.having(noun, "amod", "nmod", "compound")
        for word in tree.subtree(child)
        if word < noun
    )


def _phrase(tree: Tree, top: int) -> tuple[list[int], bool]:
    """Return the words of a phrase up to a clause or a stop in it, without determiners, and whether that is all."""
    words: list[int] = []
    for word in tree.subtree(top):
        if word != top and (_is_stop(tree, word) or _begins_clause(tree, word, top)):
            return words, False
        words += [word] if _is_said(tree, word) else []
    return words, True


def _begins_clause(tree: Tree, word: int, top: int) -> bool:
    """Tell whether a clause or an apposition inside the phrase begins here."""
    at = word
    while at != top:
        if tree.deps[at] in ENDING and tree.left[at] == word:
            return True
        at = tree.heads[at]
    return False
