"""JSON Lines: one article a line, under any of the usual keys."""

from __future__ import annotations

import json
from collections.abc import Mapping

from kg.errors import ReadError
from kg.text.decode import scrub
from kg.text.frontmatter import Metadata, metadata

BODY_KEYS = ("text", "body", "content", "article", "maintext", "articlebody", "article_body")


def read_record(line: str) -> tuple[Metadata, str]:
    """Return the metadata and the body of one line.

    Raises:
        ReadError: it is no JSON object, or has no body.

    >>> read_record('{"headline": "Repairs begin", "body": "Crews have arrived."}')[1]
    'Crews have arrived.'
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        at = f" at column {error.colno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else ""
        what = f"not valid JSON{at}"
        raise ReadError(what, hint='write one object a line, such as {"text": "…"}') from error
    if not isinstance(record, dict):
        raise ReadError("not a JSON object", hint='write one object a line, such as {"text": "…"}')
    return metadata(_scrubbed(record)), _body(record)


def _body(record: Mapping[str, object]) -> str:
    by_name = {key.lower(): value for key, value in record.items()}
    for key in BODY_KEYS:
        value = by_name.get(key)
        if isinstance(value, list) and all(isinstance(part, str) for part in value):
            value = "\n\n".join(value)
        if isinstance(value, str) and value.strip():
            return scrub(value)
    keys = ", ".join(record) or "none"
    raise ReadError("the article has no text", hint=f"one of the keys must be {', '.join(BODY_KEYS[:3])}; here: {keys}")


def _scrubbed(record: Mapping[str, object]) -> dict[str, object]:
    return {key: scrub(value) if isinstance(value, str) else value for key, value in record.items()}
