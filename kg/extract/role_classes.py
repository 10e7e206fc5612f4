"""Whom something is done for or with, once the classes of the nouns are known: only somebody, no thing or place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.extract.vocabulary import Vocabulary, vocabulary_of
from kg.extract.words_mentions import INDEFINITE_PRONOUNS
from kg.extract.words_roles import AT_NO_PLACE, MOTION, OF_BOTH, STATE_PHRASES
from kg.model import Lexicon, Mention, MentionKind, Proposition, Qualifier, Role

OF_KIND = {MentionKind.DATE: Role.TIME, MentionKind.QUANTITY: Role.EXTENT}
SOMEBODY = (Role.BENEFICIARY, Role.COMPANION)
SETTLED = (*SOMEBODY, Role.INSTRUMENT, Role.PLACE, Role.OTHER)
LOCATIVES = ("at ", "in ", "inside ", "near ", "outside ", "within ")
RANK = " place"  # "in fifth place"
INTO_PERSONS = ("on ", "in ", "over ", "among ", "between ")
ALONGSIDE = ("alongside", "along with", "together with")


def with_classes(
    propositions: Iterable[Proposition], mentions: Sequence[Mention], lexicon: Lexicon
) -> tuple[Proposition, ...]:
    """Return the propositions with the roles of their qualifiers as the classes of the mentions allow."""
    vocabulary = vocabulary_of(lexicon)
    return tuple(_settled(proposition, mentions, vocabulary) for proposition in propositions)


def _settled(proposition: Proposition, mentions: Sequence[Mention], vocabulary: Vocabulary) -> Proposition:
    if not any(q.role in SETTLED for q in proposition.qualifiers):
        return proposition
    verbs = frozenset(proposition.predicate.lemma.split())
    settled = tuple(_with_role(q, mentions, verbs, vocabulary) for q in proposition.qualifiers)
    return proposition if settled == proposition.qualifiers else replace(proposition, qualifiers=settled)


def _with_role(
    qualifier: Qualifier, mentions: Sequence[Mention], verbs: frozenset[str], vocabulary: Vocabulary
) -> Qualifier:
    mention = None if qualifier.mention is None else mentions[qualifier.mention]
    role = _role(qualifier, mention, verbs, vocabulary)
    return qualifier if role is qualifier.role else replace(qualifier, role=role)


def _role(qualifier: Qualifier, mention: Mention | None, verbs: frozenset[str], vocabulary: Vocabulary) -> Role:
    role = qualifier.role
    words = qualifier.text.lower()
    if role in (Role.INSTRUMENT, Role.PLACE, Role.OTHER):
        return role if mention is None else _of_thing(role, words, mention, verbs, vocabulary)
    if role not in SOMEBODY:
        return role
    if mention is None:
        return Role.OTHER
    is_place = _is_a(mention, "Place", vocabulary)
    if role is Role.BENEFICIARY and is_place and verbs & MOTION:
        return Role.GOAL
    if _is_somebody(mention, vocabulary):
        return role
    if role is Role.COMPANION:
        return role if verbs & OF_BOTH or qualifier.text.lower().startswith(ALONGSIDE) else Role.OTHER
    return Role.PURPOSE if _is_event(mention, vocabulary) else OF_KIND.get(mention.kind, Role.OTHER)


def _of_thing(role: Role, words: str, mention: Mention, verbs: frozenset[str], vocabulary: Vocabulary) -> Role:
    """Tell a way and a place by the class of what is named: "through a tunnel", "in the Accommodation", a hotel."""
    is_place, is_person = (_is_a(mention, core, vocabulary) for core in ("Place", "Person"))
    if role is Role.INSTRUMENT:
        if is_place and not words.startswith("by "):
            return Role.PLACE
        return Role.OTHER if is_person and words.startswith("through ") else role  # "scored through a defender"
    if role is Role.PLACE:  # "operated on a boy", but "sat beside a boy"
        is_into = words.startswith(INTO_PERSONS) and not words.startswith("in front")
        return Role.OTHER if is_person and mention.kind is not MentionKind.NAME and is_into else role
    is_there = words.startswith(LOCATIVES) and not words.endswith(RANK) and words not in STATE_PHRASES
    is_aimed_at = words.startswith("at ") and not verbs.isdisjoint(AT_NO_PLACE)
    return Role.PLACE if is_place and is_there and not is_aimed_at else role


def _is_somebody(mention: Mention, vocabulary: Vocabulary) -> bool:
    if mention.label:
        return _is_a(mention, "Agent", vocabulary)
    is_personal = mention.kind is MentionKind.PRONOUN and mention.text.lower() not in INDEFINITE_PRONOUNS
    return is_personal and mention.text.lower() not in ("it", "itself", "this", "that", "these", "those")


def _is_event(mention: Mention, vocabulary: Vocabulary) -> bool:
    return _is_a(mention, "Event", vocabulary) or _is_a(mention, "Activity", vocabulary)


def _is_a(mention: Mention, core: str, vocabulary: Vocabulary) -> bool:
    return bool(mention.label) and vocabulary.lexicon.is_a(mention.label, vocabulary.core[core])
