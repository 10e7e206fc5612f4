"""Noun phrases in a parse: which tokens head one, how far it reaches, its number, determiner and normal form."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from kg.extract import words_mentions as words
from kg.extract.trees import CLOSING, OPENING, Tree
from kg.model import Determination

MODIFIERS = frozenset(
    {"compound", "amod", "nmod", "nummod", "quantmod", "punct", "det", "case", "cc", "predet", "expl"}
)
# What hangs on a noun without being part of what it denotes.
OUTSIDE = frozenset(
    "conj cc preconj punct nsubj nsubjpass csubj csubjpass aux auxpass cop mark advcl parataxis ccomp dep intj meta"
    " expl".split()
)
SUM = re.compile(r"\d[\d.,]*(?:m|bn|k|tn)\Z")
GREAT_NUMBERS = frozenset({"thousand", "million", "billion", "trillion", "crore", "lakh"})
SAYING_LITTLE = words.CLAUSE_NOUNS | words.EMPTY_PREDICATIVES
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})
NUMERAL_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "attr", "conj", "dative", "oprd", "npadvmod", "appos"})


@dataclass(frozen=True, slots=True)
class Extents:
    """First and last token of the phrase of each token: alone (`left`, `right`) and with what is coordinated to it."""

    left: tuple[int, ...]
    right: tuple[int, ...]


def is_head(tree: Tree, i: int) -> bool:
    """Tell whether the token heads a noun phrase: an argument, a possessor, a member of a coordination."""
    pos, dep = tree.pos[i], tree.deps[i]
    if pos in ("NOUN", "PROPN"):
        return dep not in MODIFIERS or (dep == "nmod" and any(tree.deps[c] == "case" for c in tree.children[i]))
    if pos == "PRON":
        return dep not in ("expl", "det", "mark", "advmod", "predet", "compound", "nummod", "amod", "punct")
    if pos in ("NUM", "DET"):
        return dep in NUMERAL_DEPS
    if pos == "ADJ":
        has_article = dep in ("nsubj", "nsubjpass", "dobj", "pobj") and _has_article(tree, i)
        return has_article or (dep in NUMERAL_DEPS and _is_quantity(tree, i))
    return False


def _is_quantity(tree: Tree, i: int) -> bool:
    """Tell whether it is a quantity of something: "few of the pilots"."""
    return tree.lowers[i] in words.TRANSPARENT and any(tree.words[c] == "of" for c in tree.children[i])


def _has_article(tree: Tree, i: int) -> bool:
    return any(tree.lowers[child] in ("the", "these", "those") for child in tree.children[i])


def find_extents(tree: Tree) -> Extents:
    """Return how far the noun phrase of each token reaches, in one pass from the leaves to the roots."""
    size = len(tree.words)
    left, right = list(range(size)), list(range(size))
    full_left, full_right = list(range(size)), list(range(size))
    for i in reversed(tree.top_down):
        if not tree.children[i]:  # more than half of all tokens
            continue
        nominal = tree.pos[i] in NOMINAL
        cut = _first_conjunct(tree, i) if nominal else size
        for child in tree.children[i]:
            dep = tree.deps[child]
            if dep == "punct" or (nominal and dep != "conj" and dep in OUTSIDE):
                continue
            first, last = full_left[child], full_right[child]
            if first < full_left[i]:
                full_left[i] = first
            if last > full_right[i]:
                full_right[i] = last
            if dep == "conj" or child >= cut or (nominal and _is_aside(tree, i, child, first)):
                continue
            if first < left[i]:
                left[i] = first
            if last > right[i]:
                right[i] = last
        right[i] = _closed(tree, left[i], right[i])
        full_right[i] = max(full_right[i], right[i])
    return Extents(tuple(left), tuple(right))


def _is_aside(tree: Tree, i: int, child: int, start: int) -> bool:
    """Tell whether a dependent stands apart from its noun: after a semicolon, or in brackets as in "Lund (left)"."""
    if child < i or start == 0:
        return False
    before = tree.words[start - 1]
    return before == ";" or (before in ("(", "[") and tree.deps[child] not in ("appos", "prep", "relcl", "nummod"))


def _first_conjunct(tree: Tree, i: int) -> int:
    for child in tree.children[i]:
        if child > i and tree.deps[child] == "conj":
            return child
    return len(tree.words)


def _closed(tree: Tree, left: int, right: int) -> int:
    """Extend the phrase over the bracket or quote that closes one opened inside it."""
    following = right + 1
    if following >= len(tree.words) or tree.words[following] not in CLOSING or right == left:
        return right
    opened = sum(tree.words[i] in OPENING for i in range(left, following))
    closed = sum(tree.words[i] in CLOSING and tree.words[i] not in OPENING for i in range(left, following))
    same = tree.words[following] in OPENING  # a straight quote opens and closes
    return following if (opened % 2 == 1 if same else opened > closed) else right


def content_head(tree: Tree, i: int) -> int:
    """Return the noun that the phrase is about: "contractors" in "a limited number of contractors".

    >>> tree = Tree(words=("dozens", "of", "ships"), tags=("NNS", "IN", "NNS"), pos=("NOUN", "ADP", "NOUN"),
    ...             deps=("ROOT", "prep", "pobj"), lemmas=("dozen", "of", "ship"), heads=(0, 0, 1), starts=(0, 7, 10),
    ...             sentences=((0, 3),), text="dozens of ships")
    >>> content_head(tree, 0)
    2
    """
    for _ in range(3):
        inner = _transparent_object(tree, i)
        if inner is None:
            return i
        i = inner
    return i


def _transparent_object(tree: Tree, i: int) -> int | None:
    lower = tree.lowers[i]
    if lower not in words.TRANSPARENT and tree.pos[i] != "NUM":
        return None
    if any(tree.lowers[child] == "the" for child in tree.children[i] if child < i):
        return None
    for child in tree.children[i]:
        if child > i and tree.lowers[child] == "of":
            return next((c for c in tree.children[child] if tree.deps[c] == "pobj"), None)
    return None


def is_plural(tree: Tree, i: int) -> bool:
    """Tell whether the noun, pronoun or numeral denotes more than one."""
    lower = tree.lowers[i]
    if tree.pos[i] == "PRON" or tree.tags[i] == "PRP$":
        return lower in words.PLURAL_PRONOUNS or lower in words.FIRST_PLURAL or lower in ("these", "those", "both")
    if tree.pos[i] == "ADJ":
        return True
    return tree.tags[i] in ("NNS", "NNPS") or lower in words.PLURAL_NOUNS


def determination_of(tree: Tree, i: int, names: Container[int] = ()) -> Determination:
    """Return what the determiner and the quantifiers before a noun say about which one is meant.

    Tokens in `names` are parts of names: "F-16" counts nothing.
    """
    before = [child for child in tree.children[i] if child < i]
    lowers = {tree.lowers[child] for child in before if tree.deps[child] != "compound" and child not in names}
    if tree.lowers[i] in words.NEGATIVE or not words.NEGATIVE.isdisjoint(lowers):
        return Determination.NEGATED
    if not words.QUANTIFIERS.isdisjoint(lowers) or _is_part_of_known(tree, i) or _is_focused(tree, i):
        return Determination.QUANTIFIED
    if not before:
        return Determination.BARE
    if "poss" in [tree.deps[child] for child in before]:
        return Determination.POSSESSIVE
    if not words.DEMONSTRATIVE.isdisjoint(lowers):
        return Determination.DEMONSTRATIVE
    if not words.DEFINITE.isdisjoint(lowers):
        return Determination.DEFINITE
    is_counted = any(tree.deps[child] == "nummod" and child not in names for child in before)
    return Determination.INDEFINITE if is_counted or not words.INDEFINITE.isdisjoint(lowers) else Determination.BARE


def _is_part_of_known(tree: Tree, i: int) -> bool:
    """Tell whether it is a part of a known group: "two of the twelve", "most of these"."""
    inner = _transparent_object(tree, i)
    if inner is None or tree.lowers[i] in words.PARTITIVE_OF_PEOPLE:
        return False
    return any(tree.lowers[c] in ("the", "these", "those") or tree.deps[c] == "poss" for c in tree.children[inner])


def _is_focused(tree: Tree, i: int) -> bool:
    """Tell whether "only" or "hardly any" limits the phrase."""
    first = min((i, *tree.children[i][:1]))
    return first > 0 and tree.lowers[first - 1] in ("only", "hardly", "barely", "scarcely")


def identifying_words(tree: Tree, i: int, names: Container[int], noun: range | None) -> tuple[int, ...]:
    """Return the tokens that say which class a noun denotes: compounds, names, demonyms, classifying adjectives.

    Args:
        tree: the parse.
        i: the noun.
        names: tokens that belong to a proper name or a demonym.
        noun: tokens of the class noun of the ontologies that ends here ("armored vehicle"), if there is one.
    """
    kept = [*_prefix(tree, i, names), i]
    if not tree.children[i]:
        return _without_half_brackets(tree, kept)
    for child in tree.children[i]:
        if child < i and _identifies(tree, child, names, noun):
            kept += [c for c in tree.subtree(child) if c in names or tree.tags[c] not in ("CD", "DT")]
            kept += _number(tree, child, i)
            kept += _prefix(tree, child, names)
    kept += [c for c in tree.having(i, "prt") if c == i + 1]  # "bail out"
    kept += [c for c in tree.having(i, "compound") if c > i and tree.tags[c] == "AFX"]  # "brother-in-law"
    return _without_half_brackets(tree, sorted(set(kept)))


def _without_half_brackets(tree: Tree, kept: Sequence[int]) -> tuple[int, ...]:
    """Return the tokens without brackets, unless each has its other half: "Council (" of "Council (North) seat"."""
    brackets = [c for c in kept if tree.words[c] in ("(", ")", "[", "]")]
    opened = sum(tree.words[c] in ("(", "[") for c in brackets)
    return tuple(kept) if 2 * opened == len(brackets) else tuple(c for c in kept if c not in brackets)


def _number(tree: Tree, child: int, noun: int) -> tuple[int, ...]:
    """Return the number that belongs to what a modifier says: the 9 of "number 9 bus", "9.0 magnitude earthquake"."""
    if tree.tags[child] != "NN":
        return ()
    beside = (child + 1, child - 1) if tree.lowers[child] in words.NUMBERED else (child + 1,)
    near = (i for i in beside if 0 <= i < noun and tree.tags[i] == "CD")
    return tuple(i for i in near if tree.heads[i] in (child, noun))[:1]


def _prefix(tree: Tree, i: int, names: Container[int]) -> range:
    """Return the first part of a noun with a hyphen: "then-" of "then-minister"; "10-" only counts."""
    start = i - 2
    is_hyphenated = (
        i > 1 and tree.words[i - 1] == "-" and tree.starts[start] + len(tree.words[start]) + 1 == tree.starts[i]
    )
    return range(start, i) if is_hyphenated and tree.words[start].isalpha() and start not in names else range(0)


def _is_measured(tree: Tree, child: int) -> bool:
    """Tell whether a modifier says how long or how large: "10-year", "five-day", "15 per cent"."""
    before = range(tree.left[child], child)
    counts = tree.having(child, "nummod")
    if SUM.match(tree.words[child]) or any(tree.lowers[c] in GREAT_NUMBERS for c in counts):
        return True  # "a €9m ferry", "a 3 billion baht budget"
    if tree.lowers[child] in words.MEASURES or tree.words[child] == "%":
        return tree.tags[max(tree.left[child] - 1, 0)] == "CD" or any(tree.tags[j] == "CD" for j in before)
    return bool(before) and any(tree.tags[j] == "CD" and tree.words[j + 1] == "-" for j in before)


def _identifies(tree: Tree, child: int, names: Container[int], noun: range | None) -> bool:
    dep = tree.deps[child]
    if noun is not None and child in noun:
        return True
    if child not in names and _is_measured(tree, child):
        return False
    if tree.tags[child] in ("JJS", "RBS") or tree.lowers[child] in words.CHANGING:
        return True
    if dep in ("compound", "nmod"):
        return tree.tags[child] != "CD" or child in names
    if dep == "poss":
        return child in names
    if dep == "amod" and _is_summed_up(tree, tree.heads[child]):
        return tree.tags[child] in ("JJ", "VBG")
    if dep == "amod" and _opens_name(tree, child):
        return True
    if dep in ("amod", "nummod"):
        classifies = tree.lowers[child] in words.CLASSIFYING_ADJECTIVES and tree.left[child] == child
        return classifies or child in names
    return False


def _opens_name(tree: Tree, child: int) -> bool:
    """Tell whether a sentence opens with an adjective that is part of a name: "Cystic lung disease"."""
    noun = tree.heads[child]
    is_one = tree.tags[child] == "JJ" and tree.tags[noun] == "NN" and tree.left[noun] == child
    return is_one and tree.words[child].istitle() and noun == child + 2 and tree.deps[child + 1] == "compound"


def _is_summed_up(tree: Tree, i: int) -> bool:
    """Tell whether the noun says little without its adjective: "the sale was a decisive step"."""
    return tree.deps[i] == "attr" and tree.bases[i] in SAYING_LITTLE


def joined(tree: Tree, kept: Sequence[int]) -> str:
    """Return the words as they are written, with one blank where words are left out."""
    return tree.string(tuple(kept))
