"""What a verb takes beside its subject: objects, complements, prepositional phrases, adverbs and clauses."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.extract.clauses import Clause, Phrase
from kg.extract.conjuncts import conjuncts
from kg.extract.trees import LOOSE, Tree
from kg.extract.words import DISCOURSE_ADVERBS, DISCOURSE_PHRASES, WH


class Slot(StrEnum):
    """What sort of complement it is."""

    OBJECT = "object"
    PREDICATIVE = "predicative"  # attr, acomp, oprd
    DATIVE = "dative"
    PREPOSITIONAL = "prepositional"
    GERUND = "gerund"  # preposition and -ing clause
    ADVERB = "adverb"
    TIME = "time"  # "last week"
    CLAUSE = "clause"  # "that he left"
    ADVERBIAL = "adverbial"  # "because he left"


@dataclass(frozen=True, slots=True)
class Complement:
    """One complement: the words that lead to it (a preposition), and the phrase of each conjunct."""

    slot: Slot
    lead: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    at: int


NESTED = LOOSE | {"prep", "acl", "ccomp", "xcomp"}
BARE = LOOSE | {"acl"}
DIRECT = {"dobj": Slot.OBJECT, "attr": Slot.PREDICATIVE, "acomp": Slot.PREDICATIVE, "oprd": Slot.PREDICATIVE}


def complements(tree: Tree, clause: Clause) -> tuple[Complement, ...]:
    """Return the complements of the clause's verb in text order."""
    found: list[Complement] = []
    for child in tree.children[clause.verb]:
        found += _complement(tree, clause, child)
    return tuple(found)


def _complement(tree: Tree, clause: Clause, child: int) -> list[Complement]:
    dep = tree.deps[child]
    if dep in DIRECT:
        if tree.words[child].lower() in WH:
            return []
        return [Complement(DIRECT[dep], (), phrases_of(tree, child), child)]
    if dep == "dative" and tree.tags[child] != "IN":
        return [Complement(Slot.DATIVE, (), phrases_of(tree, child), child)]
    if dep in ("prep", "agent", "dative"):
        return prepositional(tree, child)
    if dep == "npadvmod":
        return [Complement(Slot.TIME, (), phrases_of(tree, child), child)]
    if dep == "advmod":
        return _adverb(tree, clause, child)
    return []


def phrases_of(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """Return the phrase of each conjunct, without clauses that hang on it."""
    return tuple(Phrase(words, h) for h in conjuncts(tree, head) if (words := tree.phrase(h, without=BARE)))


def prepositional(tree: Tree, preposition: int) -> list[Complement]:
    """Return what the preposition leads to; "out of", "because of" and "from 1970 to 1985" are walked through."""
    if is_discourse(tree, preposition):
        return []
    lead = (*(w for c in tree.having(preposition, "advmod", "npadvmod", "quantmod") if c < preposition for w in tree.subtree(c)), preposition)
    return _led(tree, preposition, lead)


def _led(tree: Tree, preposition: int, lead: tuple[int, ...]) -> list[Complement]:
    found: list[Complement] = []
    for child in tree.children[preposition]:
        dep = tree.deps[child]
        if dep == "pobj" and tree.words[child].lower() not in WH:
            found.append(Complement(Slot.PREPOSITIONAL, lead, phrases_of(tree, child), child))
        elif dep == "pcomp" and tree.tags[child] == "VBG":
            found.append(Complement(Slot.GERUND, lead, (Phrase(clause_words(tree, child), child),), child))
        elif dep in ("prep", "pcomp") and tree.tags[child] in ("IN", "TO") and child == preposition + 1:
            found += _led(tree, child, (*lead, child))
        elif dep in ("prep", "conj") and tree.tags[child] in ("IN", "TO"):
            found += prepositional(tree, child)
    return found


def clause_words(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return all words of a clause."""
    return tree.trimmed(list(tree.subtree(verb)))


def is_discourse(tree: Tree, i: int) -> bool:
    """Tell whether the phrase comments on the sentence ("for example") instead of being part of what it says."""
    return tree.string(list(tree.subtree(i))).lower() in DISCOURSE_PHRASES


def _adverb(tree: Tree, clause: Clause, child: int) -> list[Complement]:
    word = tree.words[child].lower()
    if word in WH or word in DISCOURSE_ADVERBS or child < clause.verb:
        return []
    words = tree.phrase(child)
    return [Complement(Slot.ADVERB, (), (Phrase(words, child),), child)] if words else []
