"""What a clause's verb takes beside its subject: the value, and the kinds of clause that follow from it."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from kg.extract.phrases import Phrase


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
    PURPOSE = "purpose"  # "to repair them"
    ADVERBIAL = "adverbial"  # "because he left"


CORE = (Slot.OBJECT, Slot.PREDICATIVE)
CIRCUMSTANCES = (Slot.PREPOSITIONAL, Slot.GERUND, Slot.ADVERB, Slot.TIME, Slot.PURPOSE, Slot.ADVERBIAL)


class Complement(NamedTuple):
    """One complement.

    Attributes:
        lead: the words that lead to it (a preposition, "because").
        phrases: the phrase of each conjunct.
        at: the position of its head.
    """

    slot: Slot
    lead: tuple[int, ...]
    phrases: tuple[Phrase, ...]
    at: int


class ClauseKind(StrEnum):
    """The seven kinds of clause: subject, verb, object, complement, adverbial."""

    SV = "SV"
    SVA = "SVA"
    SVC = "SVC"
    SVO = "SVO"
    SVOO = "SVOO"
    SVOA = "SVOA"
    SVOC = "SVOC"


def kind_of(complements: Iterable[Complement]) -> ClauseKind:
    """Tell which of the seven kinds a clause with these complements is.

    >>> kind_of([Complement(Slot.OBJECT, (), (), 2), Complement(Slot.PREDICATIVE, (), (), 3)]).value
    'SVOC'
    """
    slots = {complement.slot for complement in complements}
    has_object = bool(slots & {Slot.OBJECT, Slot.CLAUSE})
    if Slot.PREDICATIVE in slots:
        return ClauseKind.SVOC if has_object else ClauseKind.SVC
    if has_object and Slot.DATIVE in slots:
        return ClauseKind.SVOO
    has_adverbial = bool(slots & set(CIRCUMSTANCES))
    if has_object:
        return ClauseKind.SVOA if has_adverbial else ClauseKind.SVO
    return ClauseKind.SVA if has_adverbial else ClauseKind.SV
