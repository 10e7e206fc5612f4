"""The borders of noun phrases: which of the words that hang on a noun belong to an argument."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from kg.extract.conjuncts import conjuncts, is_counted_together, is_one_thing
from kg.extract.trees import LOOSE, QUOTES, Tree
from kg.extract.words import EITHER_MONTHS, MONTHS, TIME_NOUNS, WEEKDAYS

SUBJECT_LOOSE = LOOSE | {"acl"}
ONE_THING_LOOSE = SUBJECT_LOOSE - {"conj", "cc"}
OBJECT_LOOSE = LOOSE - {"punct"}
NEVER_INSIDE = frozenset({"relcl", "parataxis", "acl"})
OWN = ("det", "poss", "amod", "nummod", "prep", "relcl", "acl")  # what a member of a list has for itself
NOT_OF_NOUN = frozenset({"xcomp", "ccomp"})
# What these lead to after an object's noun belongs to the noun: "a border between two states", "a visit by the envoy".
# Measured one by one on both halves of both benchmarks; "in", "for", "to" and "with" lead to the verb's own as often.
OF_NOUN = frozenset("of by between among amongst at near into against over about regarding concerning per".split())
OPENING_QUOTES = frozenset({"``", "“", '"', "`"})
CLOSING_QUOTES = frozenset({"''", "”", '"', "'"})
BESIDE_QUOTED = {"``": 1, "''": -1}  # where what is quoted stands
DECADE = re.compile(r"(?:\d\d|['’])?\d0['’]?s")  # 1990s, '90s, 1990's


class Phrase(NamedTuple):
    """Words that stand together, and their head."""

    words: tuple[int, ...]
    head: int


def noun_phrases(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """Return the phrase of each conjunct of a subject, with all its prepositional phrases."""
    heads = conjuncts(tree, head)
    shared = _shared(tree, heads) if len(heads) > 1 else ()
    found = ((_without_opener(tree, _with_commas(tree, tree.phrase(h, without=_loose(tree, h)), h)), h) for h in heads)
    return tuple(Phrase((*words, *(() if h == head else shared)), h) for words, h in found if words)


def _shared(tree: Tree, heads: tuple[int, ...]) -> tuple[int, ...]:
    """Return what is said of all of a list with one article, or of two: "the wheat and barley in the river"."""
    first, *others = heads
    is_pair = len(heads) == 2 and all(tree.tags[h] == "NNS" for h in heads)
    is_led = tree.first(first, "det") is not None or (is_pair and tree.first(first, *OWN[:4]) is None)
    if not is_led or tree.pos[first] != "NOUN":
        return ()
    if any(tree.pos[h] != "NOUN" or tree.first(h, *OWN) is not None for h in others):
        return ()
    behind = next((p for p in tree.having(first, "prep") if p == heads[-1] + 1), None)
    return () if behind is None else tuple(tree.subtree(behind))


def _with_commas(tree: Tree, words: tuple[int, ...], head: int) -> tuple[int, ...]:
    """Return the words of a list said as a whole with the commas in it: "40 nurses, clerks and drivers"."""
    if len(words) < 3 or not is_counted_together(tree, head):
        return words
    return tuple(w for w in range(words[0], words[-1] + 1) if w in words or tree.words[w] == ",")


def _without_opener(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words without a conjunction that the parser hung on the subject: "(said) that one of them"."""
    is_opened = bool(words) and tree.tags[words[0]] == "IN" and tree.lowers[words[0]] in ("that", "of")
    return _without_empty_quotes(tree, words[1:] if is_opened else words)


def _without_empty_quotes(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words without the quotation marks of a name that was left out: her novel, "Salt", sold well."""
    quotes = [w for w in words if tree.tags[w] in BESIDE_QUOTED]
    empty = [w for w in quotes if w + BESIDE_QUOTED[tree.tags[w]] not in words]
    return tuple(w for w in words if w not in empty) if empty else words


def _loose(tree: Tree, head: int) -> frozenset[str]:
    return ONE_THING_LOOSE if is_one_thing(tree, head) else SUBJECT_LOOSE


def object_phrases(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """Return the phrase of each conjunct of an object: of what follows the noun only "of", "between" and their like.

    What other prepositions lead to may belong to the verb as well, and is a proposition of its own.
    """
    found = ((object_words(tree, h), h) for h in conjuncts(tree, head))
    return tuple(Phrase(words, h) for words, h in found if words)


@lru_cache(maxsize=256)  # one rule family after the other asks for the same object
def object_words(tree: Tree, head: int, *, keep_of: bool = True) -> tuple[int, ...]:
    """Return the words of one object; without `keep_of` those up to its head."""
    words: list[int] = []
    waiting = [head]
    while waiting:
        i = waiting.pop()
        words.append(i)
        waiting += [c for c in tree.children[i] if _is_inside(tree, c, i, head, keep_of=keep_of)]
    found = sorted(words)
    while found and tree.tags[found[-1]] == "CC":
        found.pop()
    return _quoted(tree, _with_commas(tree, tree.trimmed(found), head))


def whole_phrase(tree: Tree, phrase: Phrase) -> Phrase:
    """Return the object with all its prepositional phrases: what is no place to hang further propositions on."""
    further = [w for w in tree.phrase(phrase.head) if w > phrase.words[-1] and tree.deps[w] != "neg"]
    while further and tree.tags[further[-1]] == "CC":
        further.pop()
    return Phrase((*phrase.words, *further), phrase.head)


def restricted(tree: Tree, phrase: Phrase) -> Phrase:
    """Return the object with the participle or infinitive right behind it that says which one: "ads made by Bob".

    An amount stays one: in "spent 3 million raised by donors" the value is 3 million.
    """
    if tree.first(phrase.head, "nummod") is not None:
        return phrase
    for clause in tree.having(phrase.head, "acl"):
        if tree.left[clause] == phrase.words[-1] + 1:
            return Phrase((*phrase.words, *tree.trimmed(list(tree.subtree(clause)))), phrase.head)
    return phrase


def told_apart(tree: Tree, phrase: Phrase, verbs: tuple[int, ...]) -> Phrase:
    """Return the object with what says which one; denied, it needs its clause, too: "won't hire men who lie"."""
    nearer = restricted(tree, phrase)
    return with_clause(tree, nearer) if any(tree.deps[word] == "neg" for word in verbs) else nearer


def with_clause(tree: Tree, phrase: Phrase) -> Phrase:
    """Return the object with the relative clause right behind it.

    >>> tree = Tree(words=("people", "who", "lie"), tags=("NNS", "WP", "VBP"), pos=("NOUN", "PRON", "VERB"),
    ...             deps=("ROOT", "nsubj", "relcl"), lemmas=("people", "who", "lie"), heads=(0, 2, 0),
    ...             starts=(0, 7, 11), sentences=((0, 3),), text="people who lie")
    >>> with_clause(tree, Phrase((0,), 0)).words
    (0, 1, 2)
    """
    for clause in tree.having(phrase.head, "relcl"):
        if tree.left[clause] == phrase.words[-1] + 1:
            return Phrase((*phrase.words, *tree.trimmed(list(tree.subtree(clause)))), phrase.head)
    return phrase


def short_words(tree: Tree, phrase: Phrase) -> tuple[int, ...]:
    """Return the words of an object without the prepositional phrases after its head."""
    own = object_words(tree, phrase.head, keep_of=False)
    return tuple(w for w in own if w in phrase.words) or own  # "made them poor": "poor" alone


def _is_inside(tree: Tree, child: int, parent: int, head: int, *, keep_of: bool) -> bool:
    dep = tree.deps[child]
    if dep in NEVER_INSIDE:
        return False
    if parent == head:
        if dep in NOT_OF_NOUN and tree.deps[head] in ("dobj", "pobj"):
            return False
        if dep == "punct" and child > head and tree.words[child] not in QUOTES:
            return any(tree.left[c] == child + 1 and _goes_on(tree, c, head) for c in tree.children[head])
        if dep in OBJECT_LOOSE:
            return _goes_on(tree, child, head)
        if dep == "neg" and child > head:
            return False
    if dep == "prep" and child > parent and (parent == head or tree.deps[parent] == "pobj"):
        is_of_noun = tree.lowers[child] in OF_NOUN or _says_where_it_is(tree, child, head)
        return keep_of and (is_of_noun or says_since_when(tree, child, head))
    return True


def _goes_on(tree: Tree, child: int, head: int) -> bool:
    """Tell whether what hangs on a noun goes on with it: the rest of a name, of a pair, of a list said as a whole."""
    is_joined = tree.deps[child] in ("conj", "cc") and is_one_thing(tree, head)
    return is_joined or _completes_name(tree, child, head)


def _says_where_it_is(tree: Tree, preposition: int, head: int) -> bool:
    """Tell whether a name says where the noun behind a preposition is: "(lies at) a base in Oslo"."""
    is_behind = tree.lowers[preposition] == "in" and tree.deps[head] == "pobj" and tree.tags[head] != "CD"
    place = tree.first(preposition, "pobj") if is_behind else None
    return place is not None and tree.pos[place] == "PROPN" and not is_time(tree, place)


def says_since_when(tree: Tree, preposition: int, head: int) -> bool:
    """Tell whether a time says since when something is the most or first: "its worst drought in ten years".

    A date is the deed's own: "won her first title in 2010".
    """
    word = tree.lowers[preposition]
    is_behind = word in ("in", "since") and tree.heads[preposition] == head
    between = (c for c in tree.having(head, "prep") if head < c < preposition) if is_behind else ()
    if any(tree.lowers[c] not in OF_NOUN for c in between):  # "the lowest close for the index since May"
        return False
    time = tree.first(preposition, "pobj") if is_behind else None
    if time is None or not is_time(tree, time):
        return False
    is_span = tree.tags[time] == "NNS" or any(tree.lowers[c] in ("a", "an", "one") for c in tree.children[time])
    is_most = any(tree.tags[c] == "JJS" or tree.lowers[c] == "first" for c in (head, *tree.children[head]))
    return is_most and (is_span or word == "since")


def _completes_name(tree: Tree, child: int, head: int) -> bool:
    """Tell whether what follows a comma belongs to the name: "July 4 , 1999", "Lund , Sweden"."""
    if tree.lowers[head] in MONTHS and tree.words[child].isdigit():
        return True
    if tree.deps[child] != "appos" or not tree.pos[child] == tree.pos[head] == "PROPN":
        return False
    first = tree.left[child]
    is_bare = not any(tree.deps[c] in ("det", "amod") for c in tree.children[child] if c < child)
    return is_bare and first - head <= 2 and tree.words[first - 1] == ","


def _quoted(tree: Tree, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return the words with the quotation marks that stand around all of them."""
    if not words or words[0] == 0 or tree.words[words[0] - 1] not in OPENING_QUOTES:
        return words
    last = words[-1] + 1
    if last < len(tree.words) and tree.words[last] == ",":
        last += 1
    if last < len(tree.words) and tree.words[last] in CLOSING_QUOTES:
        return (words[0] - 1, *words, last)
    return words


def is_time(tree: Tree, head: int) -> bool:
    """Tell whether the word denotes a time."""
    word = tree.lowers[head]
    if DECADE.fullmatch(word):
        return True
    if tree.tags[head] == "CD":
        return len(word) == 4 and word.isdigit()
    if word in EITHER_MONTHS:
        return any(tree.words[c].isdigit() for c in tree.having(head, "nummod"))
    return word in MONTHS or word in WEEKDAYS or tree.bases[head] in TIME_NOUNS
