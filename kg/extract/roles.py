"""Qualifiers: what the circumstances of a clause add to its propositions, each with its role."""

from __future__ import annotations

from collections.abc import Iterable

from kg.extract.complements import CIRCUMSTANCES, Complement, Slot
from kg.extract.phrases import Phrase, is_time
from kg.extract.trees import Tree
from kg.extract.words import ROLE_OF_CONJUNCTION, ROLE_OF_GERUND, ROLE_OF_PREPOSITION, TIME_ADVERBS
from kg.model import Qualifier, Role

OF_SLOT = {Slot.TIME: Role.TIME, Slot.PURPOSE: Role.PURPOSE}
PLACE_ADVERBS = frozenset("here there abroad overseas home elsewhere nearby away outside inside everywhere".split())


def qualifiers(tree: Tree, complements: Iterable[Complement]) -> tuple[tuple[int, Qualifier], ...]:
    """Return a qualifier for each circumstance, with the position of its head word."""
    return tuple(
        (phrase.head, _qualifier(tree, complement, phrase))
        for complement in complements
        if complement.slot in CIRCUMSTANCES and not _is_agent(tree, complement)
        for phrase in complement.phrases
    )


def _qualifier(tree: Tree, complement: Complement, phrase: Phrase) -> Qualifier:
    words = (*complement.lead, *phrase.words)
    role = role_of(tree, complement, phrase)
    return Qualifier(role, tree.string(words), tree.span(tuple(sorted(words))), tree.span((phrase.head,)))


def role_of(tree: Tree, complement: Complement, phrase: Phrase) -> Role:
    """Tell what a circumstance adds: by its sort, its preposition, and whether it names a time."""
    if complement.slot is Slot.ADVERB:
        word = tree.words[phrase.head].lower()
        return Role.PLACE if word in PLACE_ADVERBS else Role.TIME if word in TIME_ADVERBS else Role.MANNER
    if complement.slot in OF_SLOT:
        return OF_SLOT[complement.slot]
    lead = " ".join(tree.words[w].lower() for w in complement.lead)
    last = lead.rsplit(" ", 1)[-1]
    if complement.slot is Slot.ADVERBIAL:
        return ROLE_OF_CONJUNCTION.get(last, Role.OTHER)
    if complement.slot is Slot.GERUND:
        return ROLE_OF_GERUND.get(last, Role.OTHER)
    if is_time(tree, phrase.head) and lead not in ("of", "to", "with"):
        return Role.TIME
    return ROLE_OF_PREPOSITION.get(lead, ROLE_OF_PREPOSITION.get(last, Role.OTHER))


def _is_agent(tree: Tree, complement: Complement) -> bool:
    return bool(complement.lead) and tree.deps[complement.lead[-1]] == "agent"
