"""Which evidence suffices for a plain triple: it must be true as it is written, with nothing beside it."""

from __future__ import annotations

import re

from kg.graph.words_plain import CHANGING, PENDING, UNIVERSAL
from kg.model import (
    Argument,
    Certainty,
    Determination,
    Extraction,
    Mention,
    MentionKind,
    Polarity,
    Role,
    Statement,
    Tense,
)

SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
COPULA = "copula"  # the rule family of "the tanker is a priority"
PURPOSE = "purpose"  # the rule family of "crews who are there to repair"
GOVERNOR = re.compile(r"^(?:be )?(\S+) to ")
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def suffices(statement: Statement, extraction: Extraction, named: frozenset[str], ends: tuple[str, str]) -> bool:
    """Tell whether a statement is positive, sure and true of its two ends as they are called.

    Args:
        statement: what the article says, in the view of its innermost source.
        extraction: of the article.
        named: IRIs of the entities that the article calls by name.
        ends: IRI of the subject, and IRI or words of the object.
    """
    factuality, proposition = statement.factuality, statement.proposition
    mentions = [_mention(end, extraction) for end in (proposition.subject, proposition.object)]
    return (
        factuality.polarity is Polarity.POSITIVE
        and factuality.certainty in SURE
        and all(qualifier.role is not Role.QUANTIFIER for qualifier in proposition.qualifiers)
        and not any(_is_no_one(mention) for mention in mentions)
        and not any(_has_lost_words(mention, iri) for mention, iri in zip(mentions, ends, strict=True))
        and not is_pending(statement)
        and not is_turned_around(statement, mentions)
        and (statement.property != "" or is_told_apart(statement, named, ends))
    )


def is_told_apart(statement: Statement, named: frozenset[str], ends: tuple[str, str]) -> bool:
    """Tell whether a relation that no property covers has a name or a clause at an end, in the order of a main clause.

    Of common nouns alone little is known, and with them a relation is wrong about every second time.
    """
    value = statement.proposition.object
    is_clause = value is not None and value.mention is None and value.statement is not None
    return (is_clause or not named.isdisjoint(ends)) and not is_fronted(statement)


def is_pending(statement: Statement) -> bool:
    """Tell whether the property names a deed that the words only plan: "intends to hold" is no holding.

    A purpose is what an actual arrangement is for, and a relation of the sentence's own words keeps "intend to".
    """
    governor = GOVERNOR.match(statement.proposition.predicate.lemma)
    is_ahead = statement.factuality.certainty is Certainty.PROBABLE or statement.factuality.tense is Tense.FUTURE
    is_governed = governor is not None and governor[1] in PENDING
    return is_governed and is_ahead and statement.property != "" and statement.proposition.kind != PURPOSE


def is_turned_around(statement: Statement, mentions: list[Mention | None]) -> bool:
    """Tell whether a copula only says which one is meant: in "the biggest loser was Acme" Acme is no class."""
    subject, value = mentions
    is_copula = statement.proposition.kind.startswith(COPULA) and statement.property != ""
    is_name = value is not None and value.kind is MentionKind.NAME
    return is_copula and is_name and subject is not None and subject.kind is MentionKind.NOMINAL


def is_fronted(statement: Statement) -> bool:
    """Tell whether the object stands before the subject: "In other markets, shares rose" is where, not what."""
    value = statement.proposition.object
    return value is not None and value.head.start < statement.proposition.subject.head.start


def _mention(argument: Argument | None, extraction: Extraction) -> Mention | None:
    has_none = argument is None or argument.mention is None
    return None if argument is None or has_none else extraction.mentions[argument.mention or 0]


def _is_no_one(mention: Mention | None) -> bool:
    """Tell whether a mention stands for none, or for whichever there is: "no company", "each company"."""
    if mention is None or mention.kind in (MentionKind.DATE, MentionKind.QUANTITY):
        return False
    is_universal = not UNIVERSAL.isdisjoint(word.lower() for word in WORD.findall(mention.text))
    return mention.determination is Determination.NEGATED or (is_universal and mention.kind is not MentionKind.NAME)


def _has_lost_words(mention: Mention | None, iri: str) -> bool:
    """Tell whether the name of an entity lacks a word that changes what it is: "anti-war protest" is no war protest."""
    if mention is None or mention.kind not in (MentionKind.NAME, MentionKind.NOMINAL):
        return False
    parts = {part for word in WORD.findall(mention.text.lower()) for part in (word, word.partition("-")[0])}
    return any(part not in iri.lower() for part in sorted(parts & CHANGING))
