"""Rows of what hangs on an argument: what a preposition, a gerund or an infinitive adds to its noun."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.borders import is_compared
from kg.extract.complements import Slot
from kg.extract.frames import Frame, Row
from kg.extract.phrases import Phrase, is_time, object_phrases, says_since_when, whole_phrase
from kg.extract.prepositions import prepositional
from kg.extract.relations import Relation
from kg.extract.trees import Tree
from kg.extract.verbs import is_to_infinitive

OF_ONE_DEED = frozenset({"on", "in", "to", "upon"})


def nested(frame: Frame, relation: Relation, phrase: Phrase, kind: str) -> Iterator[Row]:
    """What hangs on an argument by a preposition: "signed a treaty with Chad" -> (signed a treaty with / Chad)."""
    tree = frame.tree
    if not tree.having(phrase.head, "prep", "acl", "relcl"):
        return
    base = frame.over_short(relation, phrase)
    yield from _infinitives(frame, base, phrase)
    for preposition in tree.having(phrase.head, "prep"):
        if tree.lowers[preposition] == "of" and tree.pos[phrase.head] != "ADJ":
            continue
        if says_since_when(tree, preposition, phrase.head):
            continue
        for complement in prepositional(tree, preposition):
            if is_compared(tree, phrase.head) and is_time(tree, complement.at):
                continue  # "rose to 61 percent from 53 percent in 2025" tells of another year
            led = _with_of(tree, base, phrase, preposition).to(complement.lead)
            for inner in complement.phrases:
                if complement.slot is Slot.GERUND:
                    yield from gerund(frame, led, inner)
                else:
                    yield Row(led, whole_phrase(tree, inner), f"nested {kind}")
                    if tree.having(inner.head, "acl", "relcl"):
                        yield from _infinitives(frame, frame.over_short(led, inner), inner)


def _with_of(tree: Tree, relation: Relation, phrase: Phrase, preposition: int) -> Relation:
    """Keep what a noun is of: "condemned the use of force against strikers" condemns no use as such."""
    own = (p for p in tree.having(phrase.head, "prep") if p < preposition and tree.lowers[p] == "of")
    words = tuple(w for p in own if tree.right[p] < preposition for w in tree.subtree(p))
    return relation._replace(words=(*relation.words, *words))  # no part of the normal form


def gerund(frame: Frame, relation: Relation, phrase: Phrase) -> Iterator[Row]:
    """A preposition with a verb: (is charged with reviewing / plans), of a noun (a need for using / spies)."""
    tree = frame.tree
    is_of_noun = tree.pos[tree.heads[relation.words[-1]]] in ("NOUN", "PROPN")
    if tree.having(phrase.head, "nsubj", "nsubjpass"):
        return  # "with prices rising" is a clause of its own
    doing = _doing(frame, phrase.head)
    if not doing:
        yield Row(relation, phrase, "gerund")
    for verb, given in doing:
        further = relation.doing(tree, verb)
        if not is_of_noun and tree.lowers[relation.words[-1]] in OF_ONE_DEED:
            further = further._replace(anchor=verb, key=(verb,))  # "focus on repairing" is about repairing
        yield from (Row(further, inner, "noun gerund" if is_of_noun else "gerund") for inner in given)


def _doing(frame: Frame, first: int) -> list[tuple[int, tuple[Phrase, ...]]]:
    """Return each verb of "repairing and maintaining tanks" with its objects; none if one stands alone."""
    tree = frame.tree
    found: list[tuple[int, tuple[Phrase, ...]]] = []
    shared: tuple[Phrase, ...] = ()
    for verb in reversed((first, *(c for c in tree.having(first, "conj") if tree.tags[c] == "VBG"))):
        own = tuple(p for object_ in tree.having(verb, "dobj") for p in object_phrases(tree, object_))
        shared = own or (() if tree.having(verb, "prep", "prt", "xcomp", "ccomp") else shared)
        found.append((verb, shared))
    return found[::-1] if all(objects_ for _, objects_ in found) else []


def _infinitives(frame: Frame, base: Relation, phrase: Phrase) -> Iterator[Row]:
    """What an infinitive adds to a noun: "made efforts to gain control" -> (made efforts to gain / control)."""
    tree = frame.tree
    for verb in tree.having(phrase.head, "acl", "relcl"):
        if not is_to_infinitive(tree, verb) or tree.first(verb, "nsubj") is not None:
            continue
        further = base.doing(tree, verb)
        taken = further
        for object_ in tree.having(verb, "dobj", "attr"):
            for inner in object_phrases(tree, object_):
                yield Row(further, inner, "infinitive")
                taken = frame.over(further, inner)
        for preposition in tree.having(verb, "prep"):
            for complement in prepositional(tree, preposition):
                led = taken.to(complement.lead)
                yield from (Row(led, inner, "nested infinitive") for inner in complement.phrases)
