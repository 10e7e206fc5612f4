"""Agreement: which numbers and genders a mention can have; two mentions agree where both leave something possible."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from kg.extract import words_mentions as words
from kg.extract.vocabulary import Vocabulary
from kg.extract.words_given_names_world import FEMALE_GIVEN_NAMES, MALE_GIVEN_NAMES
from kg.extract.words_people import OCCUPATIONS
from kg.model import Determination, Mention, MentionKind


class Gender(StrEnum):
    """What a pronoun for it would be: he, she or it."""

    MALE = "male"
    FEMALE = "female"
    NEUTER = "neuter"


PERSONAL = frozenset({Gender.MALE, Gender.FEMALE})
NEUTER = frozenset({Gender.NEUTER})
ANY_GENDER = PERSONAL | NEUTER
SOMEBODY = words.PERSON_NOUNS | OCCUPATIONS


class Traits(NamedTuple):
    """What is possible of a mention: its genders, and whether it can be one or more than one."""

    genders: frozenset[Gender] = ANY_GENDER
    singular: bool = True
    plural: bool = True

    def agrees(self, other: Traits) -> bool:
        """Tell whether one thing can have both.

        >>> Traits(PERSONAL, plural=False).agrees(Traits(NEUTER, plural=False))
        False
        """
        number = (self.singular and other.singular) or (self.plural and other.plural)
        return number and not self.genders.isdisjoint(other.genders)

    def narrowed(self, other: Traits) -> Traits:
        """Return what both leave possible, or this where they disagree."""
        if not self.agrees(other):
            return self
        return Traits(self.genders & other.genders, self.singular and other.singular, self.plural and other.plural)


def pronoun_traits(lower: str) -> Traits:
    """Return the traits of a pronoun.

    >>> pronoun_traits("her") == Traits(frozenset({Gender.FEMALE}), plural=False)
    True
    """
    if lower in words.MALE_PRONOUNS:
        return Traits(frozenset({Gender.MALE}), plural=False)
    if lower in words.FEMALE_PRONOUNS:
        return Traits(frozenset({Gender.FEMALE}), plural=False)
    if lower in words.NEUTER_PRONOUNS:
        return Traits(NEUTER, plural=False)
    if lower in words.PLURAL_PRONOUNS:
        return Traits(singular=False)
    if lower in words.FIRST_SINGULAR:
        return Traits(PERSONAL, plural=False)
    if lower in words.SECOND_PERSON or lower in ("who", "whom"):
        return Traits(PERSONAL)
    return Traits()


def name_traits(mention: Mention, title: str, vocabulary: Vocabulary) -> Traits:
    """Return the traits of a name, from its class, the title before it and its given name."""
    if is_kind(mention.label, "Person", vocabulary):
        return Traits(_person_genders(mention.normal, title), plural=mention.plural)
    if is_kind(mention.label, "Group", vocabulary):
        return Traits(ANY_GENDER, singular=False) if mention.plural else Traits(NEUTER | PERSONAL)
    if not mention.label:
        return Traits(singular=True, plural=mention.plural)
    if is_kind(mention.label, "Organization", vocabulary):
        return Traits(NEUTER)
    return Traits(NEUTER, singular=not mention.plural, plural=mention.plural)


def _person_genders(name: str, title: str) -> frozenset[Gender]:
    if title in words.MALE_TITLES:
        return frozenset({Gender.MALE})
    if title in words.FEMALE_TITLES:
        return frozenset({Gender.FEMALE})
    given = name.split()[0].lower() if " " in name else ""
    if given in MALE_GIVEN_NAMES and given not in FEMALE_GIVEN_NAMES:
        return frozenset({Gender.MALE})
    if given in FEMALE_GIVEN_NAMES and given not in MALE_GIVEN_NAMES:
        return frozenset({Gender.FEMALE})
    return PERSONAL


def nominal_traits(mention: Mention, lemma: str, vocabulary: Vocabulary) -> Traits:
    """Return the traits of a common noun; a group ("the team") can be "it" and "they"."""
    if lemma in words.MALE_NOUNS:
        genders = frozenset({Gender.MALE})
    elif lemma in words.FEMALE_NOUNS:
        genders = frozenset({Gender.FEMALE})
    elif lemma in words.GROUP_NOUNS:
        return Traits(ANY_GENDER if mention.plural else NEUTER, singular=not mention.plural)
    elif lemma in SOMEBODY or is_kind(mention.label, "Person", vocabulary):
        genders = PERSONAL
    else:
        genders = NEUTER
    if mention.plural:
        genders = ANY_GENDER if genders == NEUTER else genders
    if lemma in words.INVARIANT_NOUNS and mention.determination is not Determination.INDEFINITE:
        return Traits(ANY_GENDER)
    return Traits(genders, singular=not mention.plural, plural=mention.plural)


def is_kind(label: str, core: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a class is one of the core classes or below it."""
    return bool(label) and vocabulary.lexicon.is_a(label, vocabulary.core[core])


def is_person(mention: Mention, lemma: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a mention denotes one or more people rather than a thing or an organization."""
    if mention.kind is MentionKind.PRONOUN:
        return False
    known = is_kind(mention.label, "Person", vocabulary) or is_kind(mention.label, "Group", vocabulary)
    return known or (mention.kind is MentionKind.NOMINAL and lemma in SOMEBODY)
