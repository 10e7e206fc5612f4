"""Reads MEANTIME: the text of each article as it was written, its events with their factuality, its dates."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import unquote

from kg.errors import ReadError
from kg.model import Document, Span

NO_SPACE_BEFORE = frozenset(
    {".", ",", ";", ":", "!", "?", ")", "]", "%", "''", "'s", "'", "n't", "'re", "'ve", "'ll", "'d"}
)
NO_SPACE_AFTER = frozenset({"(", "[", "$", "#", "``", "`", "US$", "NZ$"})
HEAD_SENTENCES = 2  # the title and the date are paragraphs of their own


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event word: its characters and the gold's factuality, as it writes it ("" where it does not say)."""

    span: Span
    polarity: str
    certainty: str
    time: str


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A time: its characters, its kind (DATE, TIME, DURATION, SET) and its value in TimeML's notation."""

    span: Span
    kind: str
    value: str
    is_creation: bool


@dataclass(frozen=True, slots=True)
class GoldReference:
    """A mention of an entity.

    Attributes:
        kind: "PER", "ORG", "LOC", "PRO", "FIN", or "" where the gold does not say.
        instance: what mentions of the same thing share in all articles, or "".
        link: title of the Wikipedia page that the thing is about, or "".
        is_name: it is a name, also one that modifies another noun.
        entity: the instance, or where the gold gives none, what mentions of the same thing share in this article.
    """

    span: Span
    kind: str
    instance: str
    link: str
    is_name: bool
    entity: str = ""


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its events, times and mentions of entities in text order.

    Attributes:
        created: its date.
        corpus: name of the folder it is from; articles of one are about the same.
    """

    document: Document
    created: date | None
    events: tuple[GoldEvent, ...]
    times: tuple[GoldTime, ...]
    references: tuple[GoldReference, ...] = ()
    corpus: str = ""


def read_articles(folder: Path) -> tuple[GoldArticle, ...]:
    """Return the articles of all corpora below a folder, in order of path.

    Raises:
        ReadError: there is none.
    """
    paths = sorted(folder.glob("corpus_*/*.xml"))
    if not paths:
        raise ReadError("no corpus_*/*.xml here", where=str(folder), hint="name the folder that holds MEANTIME")
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> GoldArticle:
    root = ET.parse(path).getroot()  # noqa: S314  # gold data that the caller has named
    text, spans = _text(root)
    markables = [node for node in root.iterfind("Markables/*") if node.find("token_anchor") is not None]
    events = sorted(_events(markables, spans), key=lambda event: event.span)
    times = sorted(_times(markables, spans), key=lambda time: time.span)
    second = text.find("\n\n") + 2  # not every date line is marked as such
    created = next((time.value for time in times if time.is_creation or time.span.start == second), "")
    day = date.fromisoformat(created) if created else None
    references = sorted(_references(root, markables, spans, path.stem), key=lambda reference: reference.span)
    document, corpus = Document(path.stem, path.name, text), path.parent.name
    return GoldArticle(document, day, tuple(events), tuple(times), tuple(references), corpus)


def _text(root: ET.Element) -> tuple[str, dict[str, Span]]:
    """Put the words together as they are written, with typographic quotes."""
    text, sentence, before = "", "0", ""
    spans: dict[str, Span] = {}
    for token in root.iterfind("token"):
        word = {"``": "“", "''": "”"}.get(token.text or "", token.text or "")
        if token.get("sentence", "0") != sentence:
            text += "\n\n" if int(sentence) < HEAD_SENTENCES else " "
            sentence, before = token.get("sentence", "0"), ""
        elif text and (token.text not in NO_SPACE_BEFORE and before not in NO_SPACE_AFTER):
            text += " "
        spans[token.get("t_id", "")] = Span(len(text), len(text) + len(word))
        text, before = text + word, token.text or ""
    return text, spans


def _span(node: ET.Element, spans: dict[str, Span]) -> Span:
    anchors = [spans[anchor.get("t_id", "")] for anchor in node.iterfind("token_anchor")]
    return Span(min(a.start for a in anchors), max(a.end for a in anchors))


def _events(markables: list[ET.Element], spans: dict[str, Span]) -> Iterator[GoldEvent]:
    for node in markables:
        if node.tag == "EVENT_MENTION" and node.get("polarity"):
            values = (node.get(name) or "" for name in ("polarity", "certainty", "time"))
            yield GoldEvent(_span(node, spans), *values)


def _times(markables: list[ET.Element], spans: dict[str, Span]) -> Iterator[GoldTime]:
    for node in markables:
        if node.tag == "TIMEX3":
            is_creation = node.get("functionInDocument") == "CREATION_TIME"
            yield GoldTime(_span(node, spans), node.get("type") or "", node.get("value") or "", is_creation)


def _references(
    root: ET.Element, markables: list[ET.Element], spans: dict[str, Span], document: str
) -> Iterator[GoldReference]:
    """Yield the mentions that the gold ties to an entity, with what it says of that."""
    entities = {node.get("m_id"): node for node in root.iterfind("Markables/ENTITY")}
    entity_of = {
        source.get("m_id"): entities.get(target.get("m_id"))
        for relation in root.iterfind("Relations/REFERS_TO")
        for target in relation.iterfind("target")
        for source in relation.iterfind("source")
    }
    for node in markables:
        entity = entity_of.get(node.get("m_id"))
        if node.tag == "ENTITY_MENTION" and entity is not None:
            yield GoldReference(
                _span(node, spans),
                entity.get("ent_type") or "",
                entity.get("instance_id") or "",
                unquote((entity.get("external_ref") or "").rsplit("/", 1)[-1]),
                "NAM" in (node.get("syntactic_type") or ""),
                entity.get("instance_id") or f"{document}#{entity.get('m_id')}",
            )
