"""Statements of which the name of somebody, or of the body that somebody serves, has been cut off."""

from __future__ import annotations

import re

from kg.graph.words_hollow import BODY_OFFICES
from kg.model import Extraction, Mention, MentionKind, Statement

TITLE = "title"  # the rule family of "captain Ann Lee"
CLASSES = ("apposition", "copula", TITLE)
KIN = re.compile(r"\b(?:brothers|cousins|couple|daughters|siblings|sisters|sons|twins)\b[^.;]{0,30}$", re.IGNORECASE)
AND_FULL_NAME = re.compile(r" and [A-Z][\w'’-]+ (?:[a-z]{1,3} )*[A-Z]")
BODY = re.compile(r"\b(?:at|of|for) (?:the )?([A-Z]\w+)")
BACK = 50  # characters before a given name in which its kin stands


def is_cut_short(statement: Statement, extraction: Extraction, ends: tuple[str, str]) -> bool:
    """Tell whether a name that tells who or where is left out.

    Args:
        statement: what the article says.
        extraction: of the article.
        ends: IRI of the subject, and IRI or words of the object.
    """
    proposition, text = statement.proposition, extraction.document.text
    both = zip((proposition.subject, proposition.object), ends, strict=True)
    is_unnamed = any(is_given_name_alone(extraction.mention_of(end), iri, text) for end, iri in both)
    return is_unnamed or is_office_of_none(statement) or is_office_cut_off(statement, ends[1])


def is_given_name_alone(mention: Mention | None, iri: str, text: str) -> bool:
    """Tell whether only the second of two names has the surname of both: "the brothers Ian and Rory Baird"."""
    if mention is None or mention.kind is not MentionKind.NAME or "_" in iri.rpartition("/")[2]:
        return False
    is_joined = AND_FULL_NAME.match(text, mention.head.end) is not None
    return is_joined and KIN.search(text[max(0, mention.head.start - BACK) : mention.head.start]) is not None


def is_office_of_none(statement: Statement) -> bool:
    """Tell whether a title is of some body that is not said: "captain Ann Lee"."""
    value = statement.proposition.object
    return statement.proposition.kind == TITLE and value is not None and value.text.lower() in BODY_OFFICES


def is_office_cut_off(statement: Statement, called: str) -> bool:
    """Tell whether the body has been cut off: "is head of surgery at Halden Hospital" to "is head of surgery"."""
    value = statement.proposition.object
    if statement.proposition.kind not in CLASSES or value is None or value.mention is None:
        return False
    is_office = any(value.text.lower().startswith(office) for office in BODY_OFFICES)
    body = BODY.search(value.text)
    return is_office and body is not None and body[1].lower() not in called.lower()
