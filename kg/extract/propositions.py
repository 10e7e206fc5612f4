"""Propositions: who does what to whom, from clauses."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.arguments import Complement, Slot, complements
from kg.extract.clauses import Clause, Phrase, View, find_clauses
from kg.extract.relations import predicate
from kg.extract.trees import LOOSE, Tree, read_tree
from kg.model import Proposition


def find_propositions(doc: Doc) -> tuple[Proposition, ...]:
    """Find the propositions of every clause, in text order."""
    tree = read_tree(doc)
    return tuple(p for clause in find_clauses(tree) for p in _of_clause(tree, clause))


def _of_clause(tree: Tree, clause: Clause) -> Iterator[Proposition]:
    slots = complements(tree, clause)
    for view in clause.views:
        for subject in view.subjects:
            yield from _rows(tree, clause, view, subject, slots)


def _rows(tree: Tree, clause: Clause, view: View, subject: Phrase, slots: tuple[Complement, ...]) -> Iterator[Proposition]:
    direct = [c for c in slots if c.slot in (Slot.OBJECT, Slot.PREDICATIVE)]
    folded: tuple[int, ...] = ()
    if clause.gap is not None:
        yield _make(tree, clause, subject, view.group, clause.gap, "relative")
        folded = clause.gap.words
    for complement in direct:
        kind = "object" if complement.slot is Slot.OBJECT else ("copula" if tree.deps[complement.at] == "attr" else "complement")
        for phrase in complement.phrases:
            yield _make(tree, clause, subject, (*view.group, *complement.lead), phrase, kind)
            yield from _of_noun(tree, clause, subject, view.group, phrase, kind)
        folded = (*folded, *short(tree, complement.phrases[0])) if complement.phrases else folded
    others = [c for c in slots if c.slot not in (Slot.OBJECT, Slot.PREDICATIVE)]
    for complement in others:
        kind = str(complement.slot)
        if complement.slot is Slot.ADVERB and len(slots) > 1:
            continue
        for phrase in complement.phrases:
            yield _make(tree, clause, subject, (*view.group, *folded, *complement.lead), phrase, kind)
            yield from _of_noun(tree, clause, subject, (*view.group, *folded, *complement.lead), phrase, kind)


def short(tree: Tree, phrase: Phrase) -> tuple[int, ...]:
    """Return the phrase without what follows its head."""
    return tree.phrase(phrase.head, without=LOOSE | {"prep", "acl", "ccomp", "xcomp", "advcl"})


def _of_noun(tree: Tree, clause: Clause, subject: Phrase, group: tuple[int, ...], phrase: Phrase, kind: str) -> Iterator[Proposition]:
    from kg.extract.arguments import prepositional

    base = (*group, *short(tree, phrase))
    for child in tree.having(phrase.head, "prep"):
        for c in prepositional(tree, child):
            for inner in c.phrases:
                yield _make(tree, clause, subject, (*base, *c.lead), inner, "nested " + kind)


def _make(tree: Tree, clause: Clause, subject: Phrase, relation: tuple[int, ...], object_: Phrase, kind: str) -> Proposition:
    everything = sorted({*subject.words, *relation, *object_.words})
    return Proposition(
        subject=tree.argument(subject.words, subject.head),
        predicate=predicate(tree, relation, clause.verb, passive=clause.passive),
        object=tree.argument(object_.words, object_.head),
        kind=kind,
        span=tree.span(tuple(everything)),
        clause=tree.starts[clause.verb],
    )
