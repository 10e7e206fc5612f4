"""Statements that hold only a half of what their clause says, so that alone they say less than it, or another thing."""

from __future__ import annotations

import re

from kg.graph.second_halves import (
    carried_with,
    is_end_of_time,
    is_given_to_speaker,
    is_part_of_verb,
    is_question,
    lacks_complement,
    lacks_deed,
    lacks_deed_wanted,
    lacks_first_half,
    lacks_gift,
    lacks_question,
    lacks_second_half,
)
from kg.graph.words_plain import ADDRESSING, PAIRING, SUPERLATIVE
from kg.model import Extraction, Role, Statement

EXISTENTIAL = "existential"  # the rule family of "there is a bakery in Halden"
CLAUSES = frozenset({"clause", "gerund"})  # the rule families of what somebody is told or accused of
CONTENT = re.compile(r"(?:of|about|that|how|why|whether)\b", re.IGNORECASE)
PARTNER = re.compile(r"(?:with|to)\b", re.IGNORECASE)
ONLY = re.compile(r"only (?:after|as|because|by|if|on condition|once|through|to|until|when|with)\b", re.IGNORECASE)
SHORT = re.compile(r"\bshort of\b", re.IGNORECASE)
SINCE = re.compile(r"\W*since\b", re.IGNORECASE)
SCOPE = re.compile(r"\s+(?:ever|to (?!(?:a|an|her|his|its|the|their)\b)[a-z]+)\b")  # "the biggest storm to hit Oslo"
BEST = re.compile(rf"\b(?:{'|'.join(SUPERLATIVE)}|\w{{2,}}est)\b", re.IGNORECASE)


def is_half(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether the other half of what is said stands beside the statement in its clause."""
    return (
        is_bare_existence(statement)
        or lacks_extent(statement)
        or falls_short(statement)
        or depends_on_another(statement)
        or is_best_of_late(statement, extraction)
        or lacks_content(statement, extraction)
        or lacks_partner(statement, extraction)
        or lacks_second_half(statement, extraction)
        or lacks_first_half(statement)
        or lacks_question(statement, extraction)
        or is_question(statement)
        or lacks_complement(statement)
        or lacks_deed(statement)
        or is_given_to_speaker(statement, extraction)
        or is_part_of_verb(statement, extraction)
        or lacks_deed_wanted(statement, extraction)
        or lacks_gift(statement, extraction)
        or is_end_of_time(statement, extraction)
    )


def is_bare_existence(statement: Statement) -> bool:
    """Tell whether it says of a thing no more than that it is there: where it is there is what matters."""
    return statement.proposition.kind == EXISTENTIAL and statement.proposition.object is None


def lacks_extent(statement: Statement) -> bool:
    """Tell whether it says that something changed, and its clause by how much: "fell 17%" is more than "fell"."""
    roles = {qualifier.role for qualifier in statement.proposition.qualifiers}
    return statement.proposition.object is None and Role.EXTENT in roles


def falls_short(statement: Statement) -> bool:
    """Tell whether it takes "fell two points short of a record" for a fall."""
    proposition = statement.proposition
    beside = [qualifier.text for qualifier in proposition.qualifiers]
    beside += [proposition.object.text] if proposition.object is not None else []
    return any(SHORT.search(text) for text in beside)


def depends_on_another(statement: Statement) -> bool:
    """Tell whether it holds on a condition alone: "showed remorse only after it was fined" nearly denies it."""
    return any(ONLY.match(qualifier.text) for qualifier in statement.proposition.qualifiers)


def is_best_of_late(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether it calls something the most of a time without the time: "the biggest deal since May"."""
    proposition = statement.proposition
    value = proposition.object
    if value is None or not BEST.search(value.text):
        return False
    called = extraction.document.text[value.span.start : value.head.end]
    if BEST.search(called) and SCOPE.match(extraction.document.text, value.head.end) is not None:
        return True
    beside = [qualifier.text for qualifier in proposition.qualifiers]
    return any(SINCE.match(text) for text in (*beside, extraction.document.text[value.span.end :][:10]))


def lacks_content(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether it says whom somebody tells or accuses, and its clause says what, or of what."""
    proposition = statement.proposition
    if proposition.object is None or ADDRESSING.isdisjoint(proposition.predicate.lemma.split()[:2]):
        return False
    is_beside = any(CONTENT.match(qualifier.text) for qualifier in proposition.qualifiers)
    after = extraction.document.text[proposition.object.head.end :].lstrip()
    return (
        is_beside
        or CONTENT.match(after) is not None
        or any(sister.proposition.kind in CLAUSES for sister in carried_with(statement, extraction))
    )


def lacks_partner(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether it names one of the two that are linked or share something: "share a border" says with whom."""
    proposition = statement.proposition
    lemma = proposition.predicate.lemma
    if proposition.object is None or lemma.removeprefix("be ") not in PAIRING:
        return False
    is_beside = any(PARTNER.match(qualifier.text) for qualifier in proposition.qualifiers)
    folded = [sister.proposition.predicate.lemma for sister in carried_with(statement, extraction)]
    return is_beside or any(lemma.endswith((" with", " to")) for lemma in folded)
