"""Qualifiers: what the circumstances of a clause add to its propositions, each with its role."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.complements import CIRCUMSTANCES, Complement, Slot
from kg.extract.phrases import Phrase, is_time
from kg.extract.trees import Tree
from kg.extract.words import ROLE_OF_CONJUNCTION, ROLE_OF_GERUND, ROLE_OF_PREPOSITION, TIME_ADVERBS
from kg.extract.words_mentions import MEASURES, TIME_ZONES
from kg.extract.words_repairs import LOOSE_LEADS
from kg.model import Qualifier, Role

CLOCK = re.compile(r"\d{1,2}[:.]?\d{2}(?:h|am|pm)?\Z")
OLDEST = 120  # "at 17" tells an age
TIMES_OF_DAY = frozenset("dawn daybreak dusk midday midnight nightfall noon sunrise sunset".split())
NO_SEASONS = frozenset({"falls", "springs", "seconds", "ends", "starts"})
AMOUNT_WORDS = frozenset({"%", "percent", "times", "mark", "cent", "bn", "basis"})
IDIOMS = frozenset("return turn response case fact addition particular general short way".split())  # "in return"
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
    if complement.slot is Slot.PURPOSE:
        return Role.PURPOSE
    if complement.slot is Slot.TIME:
        is_adverb = tree.pos[phrase.head] in ("ADV", "ADP")  # "two years ago"
        return Role.TIME if is_adverb or is_when(tree, phrase) else _of_noun(tree, phrase)
    lead = " ".join(tree.words[w].lower() for w in complement.lead)
    last = lead.rsplit(" ", 1)[-1]
    if complement.slot is Slot.ADVERBIAL:
        return ROLE_OF_CONJUNCTION.get(last, Role.OTHER)
    if complement.slot is Slot.GERUND:
        return ROLE_OF_GERUND.get(last, Role.OTHER)
    if lead not in ("of", "to", "with") and (is_when(tree, phrase) or (lead == "at" and _is_age(tree, phrase))):
        return Role.TIME
    if lead.partition(" ")[0] in LOOSE_LEADS:
        return Role.OTHER
    role = ROLE_OF_PREPOSITION.get(lead, ROLE_OF_PREPOSITION.get(last, Role.OTHER))
    if role in (Role.PLACE, Role.INSTRUMENT):
        return _of_noun(tree, phrase, role)
    return role


def is_when(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the words say when: a date, a time of day, a time on the clock; "the recent falls" are no season."""
    word = tree.words[phrase.head].lower()
    if word in TIME_ZONES or word in TIMES_OF_DAY or word in ("am", "pm", "a.m.", "p.m."):
        return True
    if tree.tags[phrase.head] == "CD" and CLOCK.match(word) and ":" in word:
        return True
    return is_time(tree, phrase.head) and not (tree.tags[phrase.head] == "NNS" and word in NO_SEASONS)


def _is_age(tree: Tree, phrase: Phrase) -> bool:
    word = tree.words[phrase.head]
    return len(phrase.words) == 1 and word.isdigit() and int(word) <= OLDEST


def _of_noun(tree: Tree, phrase: Phrase, otherwise: Role = Role.OTHER) -> Role:
    """Tell an amount ("14%", "at $3.93", "by nine points") from what else stands without saying its role."""
    word = tree.words[phrase.head].lower()
    is_amount = word in AMOUNT_WORDS or (word in MEASURES and tree.first(phrase.head, "nummod", "quantmod") is not None)
    if is_amount or tree.tags[phrase.head] in ("CD", "$"):
        return Role.EXTENT
    return Role.OTHER if word in IDIOMS else otherwise


def _is_agent(tree: Tree, complement: Complement) -> bool:
    return bool(complement.lead) and tree.deps[complement.lead[-1]] == "agent"
