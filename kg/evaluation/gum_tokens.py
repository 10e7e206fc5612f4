"""Reads GUM's words with all that is said of each: syntax, discourse units and marked dates, by offset."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kg.errors import ReadError
from kg.model import Document, Span

COLUMNS = 10
ID, FORM, XPOS, HEAD, RELATION, ENHANCED, MISC = 0, 1, 4, 6, 7, 8, 9


@dataclass(frozen=True, slots=True)
class GoldToken:
    """A word of the gold.

    Attributes:
        head: position of its head in the document, its own for a root.
        edges: positions of the heads and the relations of its enhanced dependencies.
        notes: the last column, by key.
    """

    span: Span
    text: str
    tag: str
    head: int
    relation: str
    edges: tuple[tuple[int, str], ...]
    notes: dict[str, str]


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """An article with its words; `created` is its date as the gold writes it."""

    document: Document
    tokens: tuple[GoldToken, ...]
    created: str


def read_articles(folder: Path, pattern: str = "GUM_*.conllu") -> tuple[GoldArticle, ...]:
    """Return the articles of a folder, in order of file name.

    Raises:
        ReadError: the folder holds no such file.
    """
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise ReadError(f"no {pattern} here", where=str(folder), hint="name the folder that holds the gold files")
    return tuple(_read(path) for path in paths)


def _read(path: Path) -> GoldArticle:
    """Join the words as they were written, a blank line between paragraphs."""
    text, created, first, joined_until, joined_space = "", "", 0, 0, True
    tokens: list[GoldToken] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# meta::dateCreated"):
            created = line.partition("=")[2].strip()
        if line.startswith("# newpar") and not line.startswith("# newpar_block"):
            text = text.rstrip() + "\n\n" if text else ""
        if line.startswith("# sent_id"):
            first, joined_until = len(tokens), 0
        columns = line.split("\t")
        if len(columns) != COLUMNS or "." in columns[ID]:
            continue
        if "-" in columns[ID]:  # "isn't" before its parts "is" and "n't"
            joined_until = int(columns[ID].partition("-")[2])
            joined_space = "SpaceAfter=No" not in columns[MISC]
            continue
        span = Span(len(text), len(text) + len(columns[FORM]))
        tokens.append(_token(columns, span, first))
        number = int(columns[ID])
        is_inside = number < joined_until
        space = joined_space if number == joined_until else "SpaceAfter=No" not in columns[MISC]
        text += columns[FORM] + (" " if space and not is_inside else "")
    return GoldArticle(Document(path.stem, path.name, text.rstrip()), tuple(tokens), created)


def _token(columns: list[str], span: Span, first: int) -> GoldToken:
    here = first + int(columns[ID]) - 1
    head = first + int(columns[HEAD]) - 1 if columns[HEAD] != "0" else here
    edges = [edge.partition(":") for edge in columns[ENHANCED].split("|") if edge != "_"]
    enhanced = tuple((first + int(e[0]) - 1, e[2]) for e in edges if e[0].isdigit() and e[0] != "0")
    notes = dict(note.split("=", 1) for note in columns[MISC].split("|") if "=" in note)
    return GoldToken(span, columns[FORM], columns[XPOS], head, columns[RELATION], enhanced, notes)
