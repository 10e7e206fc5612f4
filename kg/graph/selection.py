"""Which statements become facts: those that say something of their own which nothing else in the graph says already.

What is left out here stays in the extraction, and as attribution, time or qualifier in the evidence of other facts.
"""

from __future__ import annotations

from kg.model import Argument, Extraction, MentionKind, Span, Statement

POSSESSIVE = "possessive"  # the rule family of "Ukraine's forces"


def find_cues(extraction: Extraction) -> frozenset[Span]:
    """Return the places of the words that show an attribution ("said")."""
    return frozenset(a.cue.head for statement in extraction.statements for a in statement.attributions)


def becomes_fact(statement: Statement, extraction: Extraction, cues: frozenset[Span]) -> bool:
    """Tell whether a statement says something of its own."""
    if is_saying(statement, cues):
        return False
    return bool(statement.property) or not (
        is_circumstance(statement, extraction) or is_bare_possession(statement) or is_folded(statement)
    )


def is_saying(statement: Statement, cues: frozenset[Span]) -> bool:
    """Tell whether it is the saying of something ("officials said that …"): the evidence of what is said names them."""
    value = statement.proposition.object
    return statement.proposition.predicate.anchor in cues and (value is None or value.mention is None)


def is_circumstance(statement: Statement, extraction: Extraction) -> bool:
    """Tell whether it only tells when ("spoke on Tuesday"): that is the time of the other facts of its clause."""
    return _kind(statement.proposition.object, extraction) is MentionKind.DATE


def is_bare_possession(statement: Statement) -> bool:
    """Tell whether it says no more than the possessive in an entity's name does ("Ukraine has Ukraine's forces")."""
    return statement.proposition.kind == POSSESSIVE


def is_folded(statement: Statement) -> bool:
    """Tell whether its relation holds nouns of one sentence ("keep jet in"), so that hardly another one shares it."""
    return statement.proposition.predicate.folded > 0


def _kind(argument: Argument | None, extraction: Extraction) -> MentionKind | None:
    if argument is None or argument.mention is None:
        return None
    return extraction.mentions[argument.mention].kind
