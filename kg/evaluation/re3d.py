"""Reads re3d: short defence reports with their entities by offset, as JSON Lines."""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ReadError
from kg.model import Document, Span


@dataclass(frozen=True, slots=True)
class GoldReport:
    """A report and its entities: (type, characters), in text order."""

    document: Document
    entities: tuple[tuple[str, Span], ...]


def read_reports(folder: Path) -> tuple[GoldReport, ...]:
    """Return the reports of all sets below a folder, in order of path and place.

    Entities whose words do not stand at their offsets are left out.

    Raises:
        ReadError: there are none.
    """
    paths = sorted(folder.glob("*/documents.json"))
    if not paths:
        raise ReadError("no */documents.json here", where=str(folder), hint="name the folder that holds re3d")
    return tuple(report for path in paths for report in _read(path))


def _read(path: Path) -> list[GoldReport]:
    texts = {record["_id"]: record["text"] for record in _records(path)}
    entities: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for record in _records(path.with_name("entities.json")):
        span = Span(record["begin"], record["end"])
        text = texts.get(record["documentId"], "")
        if span.of(text) == record["value"] and _is_whole(span, text):
            entities[record["documentId"]].append((record["type"], span))
    return [
        GoldReport(Document(key, f"{path.parent.name}/{key}", text), tuple(sorted(entities[key], key=lambda e: e[1])))
        for key, text in texts.items()
    ]


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _is_whole(span: Span, text: str) -> bool:
    """Tell whether the span begins and ends with a word: some begin in the middle of one."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not (before.isalnum() and text[span.start].isalnum()) and not (
        after.isalnum() and text[span.end - 1].isalnum()
    )
