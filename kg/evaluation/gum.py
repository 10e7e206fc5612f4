"""Reads the entities marked in GUM and OntoGUM, by offset."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kg.evaluation.gum_tokens import GoldToken, read_articles
from kg.model import Document, Span

BRACKETS = re.compile(r"\(|\)|[^()]+")
PROPER = frozenset({"NNP", "NNPS"})
FIELDS = ("type", "status", "salience", "centering", "minspan", "relation", "identity")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of the gold: the entity it belongs to, its characters, and what GUM says of it.

    Attributes:
        kind: "person", "organization", "place", … ("" in OntoGUM).
        link: title of the Wikipedia page that it is about, or "".
        heads: characters of its head word, then of the other words of a name of several.
        is_name: the head is a proper noun.
    """

    entity: str
    span: Span
    kind: str = ""
    link: str = ""
    heads: tuple[Span, ...] = ()
    is_name: bool = False


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """An article of the gold with its mentions, in the order in which they end."""

    document: Document
    mentions: tuple[GoldMention, ...]


def read_gum(folder: Path, pattern: str = "GUM_*.conllu") -> tuple[GoldDocument, ...]:
    """Return the articles of a folder, in order of file name.

    Raises:
        ReadError: the folder holds no such file.
    """
    articles = read_articles(folder, pattern)
    return tuple(GoldDocument(article.document, tuple(_mentions(article.tokens))) for article in articles)


def _mentions(tokens: Sequence[GoldToken]) -> Iterator[GoldMention]:
    """Match the opening and closing brackets: "(1-person-new…" opens, "1)" closes, "(1-person-new…)" does both."""
    waiting: list[tuple[str, int]] = []
    for place, token in enumerate(tokens):
        parts = BRACKETS.findall(token.notes.get("Entity", ""))
        for number, part in enumerate(parts):
            if part == "(":
                waiting.append((parts[number + 1], place))
            elif part == ")":
                closed = _opened(waiting, parts[number - 1])
                if closed is not None:
                    description, start = waiting.pop(closed)
                    yield _mention(description, tokens[start : place + 1], start)


def _opened(waiting: list[tuple[str, int]], closing: str) -> int | None:
    """Return the place of the bracket that is closed: the latest of the same entity."""
    entity = closing.split("-")[0]
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place][0].split("-")[0] == entity:
            return place
    return None


def _mention(description: str, tokens: Sequence[GoldToken], first: int) -> GoldMention:
    entity, *rest = description.split("-", 7)
    fields = dict(zip(FIELDS, rest, strict=False))
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    heads = _head_words(tokens, first)
    return GoldMention(
        entity=entity,
        span=span,
        kind=fields.get("type", ""),
        link=unquote(fields.get("identity", "")),
        heads=tuple(head.span for head in heads),
        is_name=any(head.tag in PROPER for head in heads),
    )


def _head_words(tokens: Sequence[GoldToken], first: int) -> list[GoldToken]:
    """Return the word that the others hang on, with the rest of a name of several words."""
    inside = range(first, first + len(tokens))
    outside = (
        place for place in inside if tokens[place - first].head == place or tokens[place - first].head not in inside
    )
    head = next(outside, first)
    relations = {"flat", "compound"} if tokens[head - first].tag in PROPER else {"flat"}
    found = {head}
    for _ in range(3):  # in "Kim Jong-un" the last part hangs on the middle one
        found |= {
            place
            for place in inside
            if tokens[place - first].head in found and tokens[place - first].relation in relations
        }
    parts = [tokens[place - first] for place in sorted(found - {head})]
    return [tokens[head - first], *(part for part in parts if part.tag in PROPER)]
