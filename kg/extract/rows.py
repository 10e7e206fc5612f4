"""The two forms in which `kg extract` prints an extraction: one row a statement, or one object a document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kg.extract.words import ROLE_OF_PREPOSITION
from kg.model import Argument, Attribution, Extraction, Mention, Qualifier, Span, Statement, TimeValue

Json = dict[str, Any]

# The triple form holds what a clause says in three parts, appositions and titles. What else a noun phrase takes for
# granted, with a relation that is no verb of the sentence ("has", "including"), what is put together from other
# statements, and clauses without an object are in the object form alone.
NOT_TRIPLES = frozenset({"called", "compound", "hyponym", "moved", "nominal", "possessive", "recombined"})
LONGEST = max(len(preposition.split()) for preposition in ROLE_OF_PREPOSITION)
LED = frozenset({"prepositional", "nested prepositional", "gerund"})  # families whose object a preposition leads to


def tsv_rows(extraction: Extraction, line: int, *, min_confidence: float = 0.0) -> Iterator[str]:
    r"""Yield a row for each statement that is a triple, its columns joined by tabs, without a line end.

    The columns: line, subject, relation, object, confidence, kind, polarity, certainty, source.

    >>> from kg.model import Document, Predicate, Proposition
    >>> at = Span(0, 0)
    >>> crews, tanks = Argument("Crews", at, at), Argument("tanks", at, at)
    >>> said = Proposition(crews, Predicate("repair", "repaired", at, at), tanks, "object", at, 0)
    >>> list(tsv_rows(Extraction(Document("1f", "a.txt", ""), statements=(Statement(said),)), 1))
    ['1\tCrews\trepaired\ttanks\t1.00\tobject\tpositive\tcertain\t']
    """
    for statement in extraction.statements:
        proposition = statement.proposition
        if proposition.confidence < min_confidence or proposition.object is None or proposition.kind in NOT_TRIPLES:
            continue
        relation, end = _parts(statement, proposition.object)
        columns = (
            str(line),
            proposition.subject.text,
            relation,
            end,
            f"{proposition.confidence:.2f}",
            proposition.kind,
            statement.factuality.polarity,
            statement.factuality.certainty,
            _innermost_source(statement),
        )
        yield "\t".join(" ".join(column.split()) for column in columns)


def json_object(extraction: Extraction, *, min_confidence: float = 0.0) -> Json:
    """Return the extraction as plain values; offsets are code points in `text`, mentions are known by their id."""
    return {
        "id": extraction.document.id,
        "text": extraction.document.text,
        "mentions": [_mention(index, mention) for index, mention in enumerate(extraction.mentions)],
        "chains": [list(chain.mentions) for chain in extraction.chains],
        "statements": [
            _statement(statement, extraction.document.text)
            for statement in extraction.statements
            if statement.proposition.confidence >= min_confidence
        ],
        "skipped": [{"where": skip.where, "reason": skip.reason} for skip in extraction.skipped],
    }


def _parts(statement: Statement, end: Argument) -> tuple[str, str]:
    """Return relation and object; a time, and what stands before the verb, has its preposition: (began / in May)."""
    proposition = statement.proposition
    is_time = statement.time is not None and statement.time.span.overlaps(end.span)
    is_first = end.span.start < proposition.predicate.anchor.start and not proposition.kind.startswith("nested")
    is_loose = proposition.kind in LED and (is_time or is_first)
    words = proposition.predicate.text.split()
    lead = _lead(words) if is_loose else 0
    return " ".join(words[: len(words) - lead]), " ".join((*words[len(words) - lead :], end.text))


def _lead(words: Sequence[str]) -> int:
    """Return how many words at the end are the preposition that leads to the object: 2 in "was shut prior to"."""
    lengths = range(1, min(len(words), LONGEST + 1))
    return max((n for n in lengths if " ".join(words[-n:]).lower() in ROLE_OF_PREPOSITION), default=0)


def _innermost_source(statement: Statement) -> str:
    sources = [a.source.text for a in statement.attributions if a.source is not None]
    return sources[-1] if sources else ""


def _mention(index: int, mention: Mention) -> Json:
    head = {"head_start": mention.head.start, "head_end": mention.head.end}
    return {"id": index} | _span(mention.span) | head | {"kind": mention.kind.value, "label": mention.label or None}


def _statement(statement: Statement, text: str) -> Json:
    proposition, factuality = statement.proposition, statement.factuality
    return {
        "subject": _argument(proposition.subject),
        "relation": proposition.predicate.text,
        "predicate": proposition.predicate.lemma,
        "property": statement.property or None,
        "object": None if proposition.object is None else _argument(proposition.object),
        "qualifiers": [_qualifier(qualifier) for qualifier in proposition.qualifiers],
        "kind": proposition.kind,
        "polarity": factuality.polarity.value,
        "certainty": factuality.certainty.value,
        "tense": factuality.tense.value,
        "time": None if statement.time is None else _time(statement.time),
        "attributions": [_attribution(attribution, text) for attribution in statement.attributions],
        "evidence": _span(proposition.span),
        "confidence": round(proposition.confidence, 2),
    }


def _argument(argument: Argument) -> Json:
    return {"text": argument.text} | _span(argument.span) | {"mention": argument.mention}


def _qualifier(qualifier: Qualifier) -> Json:
    return (
        {"role": qualifier.role.value, "text": qualifier.text} | _span(qualifier.span) | {"mention": qualifier.mention}
    )


def _time(time: TimeValue) -> Json:
    start, end = (None if day is None else day.isoformat() for day in time.bounds())
    return {
        "start": start,
        "end": end,
        "granularity": time.granularity,
        "text": time.text,
    }


def _attribution(attribution: Attribution, text: str) -> Json:
    return {
        "source": None if attribution.source is None else _argument(attribution.source),
        "cue": _argument(attribution.cue),
        "content": {"text": attribution.content.of(text)} | _span(attribution.content) | {"mention": None},
        "manner": attribution.manner.value,
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}
