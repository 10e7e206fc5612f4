"""What an article says of itself in lines of the form "Title: …" before its text, or in YAML or TOML front matter."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from types import MappingProxyType

from kg.text.dates import find_date

# What editors, site generators and data sets call the fields of Article.
FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "title": ("title", "headline"),
        "author": ("author", "authors", "byline", "by"),
        "publisher": ("publisher", "source", "outlet", "site", "sitename", "site_name", "publication"),
        "published": (
            "published",
            "date",
            "published_at",
            "publish_date",
            "date_published",
            "datepublished",
            "pubdate",
        ),
        "url": ("url", "link", "canonical", "permalink"),
    }
)
FIELD_OF: Mapping[str, str] = MappingProxyType({key: name for name, keys in FIELDS.items() for key in keys})
HEAD_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,20}?)\s*:\s*(\S.*)$")
YAML = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
TOML = re.compile(r"\A\+\+\+[ \t]*\n(.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
YAML_LIST_ITEM = re.compile(r"\s*-\s+(\S.*)$")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article beside its text; what is not known is empty."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: date | None = None
    url: str = ""

    def or_else(self, other: Metadata) -> Metadata:
        """Return this one with its gaps filled from the other."""
        return Metadata(
            title=self.title or other.title,
            author=self.author or other.author,
            publisher=self.publisher or other.publisher,
            published=self.published or other.published,
            url=self.url or other.url,
        )


def split_front_matter(text: str) -> tuple[Metadata, str]:
    r"""Return what the head of a text says of it, and the text without that head.

    >>> split_front_matter("Title: Repairs begin\nDate: 8 November 2024\n\nCrews have arrived.")[1]
    'Crews have arrived.'
    """
    text = text.lstrip("\n")
    for form, fields in ((YAML, _yaml_fields), (TOML, _toml_fields)):
        if head := form.match(text):
            return metadata(fields(head[1])), text[head.end() :].lstrip("\n")
    return _split_head_lines(text)


def metadata(fields: Mapping[str, object]) -> Metadata:
    """Return the metadata that is in fields with any of the usual names; the first of several names wins.

    >>> metadata({"headline": "Repairs begin", "date": "2024-11-08"}).published
    datetime.date(2024, 11, 8)
    """
    known: dict[str, str] = {}
    by_name = {key.lower(): value for key, value in fields.items()}
    for name, keys in FIELDS.items():
        values = (_as_text(by_name[key]) for key in keys if key in by_name)
        known[name] = next((value for value in values if value), "")
    return Metadata(
        title=known["title"],
        author=known["author"],
        publisher=known["publisher"],
        published=find_date(known["published"]),
        url=known["url"],
    )


def _split_head_lines(text: str) -> tuple[Metadata, str]:
    lines = text.split("\n")
    head = list(takewhile(lambda match: match and match[1].lower() in FIELD_OF, map(HEAD_LINE.match, lines)))
    fields = {match[1].lower(): match[2] for match in head if match}
    if len(fields) < 2 and not fields.keys() & set(FIELDS["title"]):
        return Metadata(), text
    return metadata(fields), "\n".join(lines[len(head) :]).lstrip("\n")


def _yaml_fields(head: str) -> dict[str, object]:
    """Read the flat part of YAML that front matter is written in: `key: value`, and lists of words."""
    fields: dict[str, object] = {}
    key = ""
    for line in head.split("\n"):
        if item := YAML_LIST_ITEM.match(line):
            fields[key] = ", ".join(filter(None, (_as_text(fields.get(key)), _unquoted(item[1]))))
        elif not line[:1].isspace() and ":" in line:
            key, _, value = line.partition(":")
            fields[key.strip()] = _unquoted(value)
    return fields


def _toml_fields(head: str) -> dict[str, object]:
    try:
        return tomllib.loads(head)
    except tomllib.TOMLDecodeError:
        return {}


def _unquoted(value: str) -> str:
    value = value.strip()
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))
    if isinstance(value, dict):  # {"name": "The Harbor Gazette"}, as schema.org writes a publisher
        return _as_text(value.get("name"))
    return str(value) if isinstance(value, date) else ""
