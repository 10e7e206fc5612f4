"""Reads GUM and OntoGUM: the text of each article, with paragraphs, and the entities marked in it, by offset."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from kg.errors import ReadError
from kg.model import Document, Span

BRACKETS = re.compile(r"\(|\)|[^()]+")
FIELDS = ("type", "status", "salience", "centering", "minspan", "relation", "identity")


@dataclass(frozen=True, slots=True)
class GoldMention:
    """A mention of the gold: the entity it belongs to, its characters, and what GUM says of it.

    Attributes:
        kind: "person", "organization", "place", … ("" in OntoGUM).
        link: title of the Wikipedia page that it is about, or "".
        heads: characters of its head words: all words of a name (the whole span where the gold does not say).
        is_name: the last of them is a proper noun.
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


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the gold: its characters, its part of speech and the brackets that open and close at it."""

    span: Span
    tag: str
    brackets: str


def read_gum(folder: Path, pattern: str = "GUM_*.conllu") -> tuple[GoldDocument, ...]:
    """Return the articles of a folder, in order of file name.

    Raises:
        ReadError: the folder holds no such file.
    """
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise ReadError(f"no {pattern} here", where=str(folder), hint="name the folder that holds the gold files")
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> GoldDocument:
    text, tokens = _tokens(path.read_text(encoding="utf-8").splitlines())
    return GoldDocument(Document(path.stem, path.name, text), tuple(_mentions(tokens)))


def _tokens(lines: list[str]) -> tuple[str, list[Token]]:
    """Join the words as they were written, a blank line between paragraphs."""
    text = ""
    tokens: list[Token] = []
    joined_until = ""
    for line in lines:
        if line.startswith("# newpar") and not line.startswith("# newpar_block") and text:
            text = text.rstrip() + "\n\n"
        columns = line.split("\t")
        if len(columns) != 10 or "." in columns[0]:
            continue
        if "-" in columns[0]:
            joined_until = columns[0].split("-")[1]
            is_last_apart = "SpaceAfter=No" not in columns[9]
            continue
        tokens.append(Token(Span(len(text), len(text) + len(columns[1])), columns[4], _brackets(columns[9])))
        is_apart = "SpaceAfter=No" not in columns[9]
        if joined_until:
            is_apart = is_last_apart and columns[0] == joined_until
            joined_until = "" if columns[0] == joined_until else joined_until
        text += columns[1] + (" " if is_apart else "")
    return text.rstrip(), tokens


def _brackets(misc: str) -> str:
    return next((part.removeprefix("Entity=") for part in misc.split("|") if part.startswith("Entity=")), "")


def _mentions(tokens: list[Token]) -> Iterator[GoldMention]:
    """Match the opening and closing brackets: "(1-person-new…" opens, "1)" closes, "(1-person-new…)" does both."""
    waiting: list[tuple[str, int]] = []
    for place, token in enumerate(tokens):
        parts = BRACKETS.findall(token.brackets)
        for number, part in enumerate(parts):
            if part == "(":
                waiting.append((parts[number + 1], place))
            elif part == ")":
                closed = _opened(waiting, parts[number - 1])
                if closed is not None:
                    description, start = waiting.pop(closed)
                    yield _mention(description, tokens[start : place + 1])


def _opened(waiting: list[tuple[str, int]], closing: str) -> int | None:
    """Return the place of the bracket that is closed: the latest of the same entity."""
    entity = closing.split("-")[0]
    for place in range(len(waiting) - 1, -1, -1):
        if waiting[place][0].split("-")[0] == entity:
            return place
    return None


def _mention(description: str, tokens: list[Token]) -> GoldMention:
    entity, *rest = description.split("-", 7)
    fields = dict(zip(FIELDS, rest, strict=False))
    span = Span(tokens[0].span.start, tokens[-1].span.end)
    places = [int(place) - 1 for place in fields.get("minspan", "").split(",") if place.isdigit()]
    heads = [tokens[place] for place in places if place < len(tokens)]
    return GoldMention(
        entity=entity,
        span=span,
        kind=fields.get("type", ""),
        link=unquote(fields.get("identity", "")),
        heads=tuple(head.span for head in heads) or (span,),
        is_name=bool(heads) and heads[-1].tag in ("NNP", "NNPS"),
    )
