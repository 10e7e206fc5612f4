"""Markdown to plain text: one line a paragraph, marks and addresses gone, the words of links and emphasis kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

BLOCKS_WITHOUT_PROSE = re.compile(
    r"^ {0,3}(?P<fence>```+|~~~+).*?(?:^ {0,3}(?P=fence)[^\n]*$|\Z)"  # code
    r"|<!--.*?-->"
    r"|<(?P<tag>script|style|figure|aside|nav|table)\b.*?</(?P=tag)>",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
# Rows of tables, rules, and where a reference leads to.
GAP = re.compile(r"\s*$| {0,3}(?:\|.*|\[[^\]]+\]:\s*\S+.*|(?:[-*_]\s*){3,}|:?-{3,}.*)$")
UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})\s*$")
HEADING = re.compile(r" {0,3}#{1,6}\s+(.*?)\s*#*\s*$")
QUOTE_MARKS = re.compile(r"^\s*(?:>\s?)+")
ITEM_MARK = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+")

# Bounded on purpose: without the bounds a file of nothing but brackets would take hours.
INLINE = (
    (re.compile(r"!\[[^\[\]]{0,500}\](?:\([^()\n]{0,2000}\)|\[[^\[\]\n]{0,200}\])"), ""),  # pictures
    (re.compile(r"\[\^[^\[\]\n]{1,100}\]:?"), ""),  # footnotes
    (re.compile(r"\[([^\[\]\n]{1,500})\]\((?:[^()\n]|\([^()\n]{0,500}\)){0,2000}\)"), r"\1"),
    (re.compile(r"\[([^\[\]\n]{1,500})\]\[[^\[\]\n]{0,200}\]"), r"\1"),
    (re.compile(r"<(?:https?://|mailto:)[^<>\n]{1,2000}>"), ""),
    (re.compile(r"</?[A-Za-z][^<>\n]{0,2000}>"), ""),
    (re.compile(r"(\*\*\*|___|\*\*|__|~~)(?=\S)(.{1,500}?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s\\])\*(?![\w*])"), r"\1"),
    (re.compile(r"(?<![\w_\\])_(?=[^\s_])([^_\n]{1,500}?)(?<=[^\s\\])_(?![\w_])"), r"\1"),
    (re.compile(r"(?<!`)(`{1,2})(?!`)([^`\n]{1,500})\1(?!`)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!~>|$&])"), r"\1"),
)


def strip_markdown(text: str) -> tuple[str, str]:
    r"""Return the title (the first heading, or "") and the text without marks.

    >>> strip_markdown("# Repairs *begin*\n\nCrews [have](https://a.example) **arrived**\nin the port.")
    ('Repairs begin', 'Crews have arrived in the port.')
    """
    paragraphs = [(is_heading, words) for is_heading, words in _paragraphs(BLOCKS_WITHOUT_PROSE.sub("", text)) if words]
    title = paragraphs[0][1] if paragraphs and paragraphs[0][0] else ""
    return title, "\n\n".join(words for _, words in paragraphs[bool(title) :])


def _paragraphs(text: str) -> Iterator[tuple[bool, str]]:
    """Yield for each paragraph whether it is a heading, and its words with wrapped lines joined."""
    block: list[str] = []
    for line in (*(QUOTE_MARKS.sub("", line) for line in text.split("\n")), ""):
        is_underline = bool(block) and UNDERLINE.match(line) is not None
        heading = HEADING.match(line)
        if is_underline or heading or GAP.match(line) or ITEM_MARK.match(line):
            yield is_underline, _plain(" ".join(block))
            block = []
        if heading:
            yield True, _plain(heading[1])
        elif not is_underline and not GAP.match(line):
            block.append(ITEM_MARK.sub("", line))


def _plain(text: str) -> str:
    for form, replacement in INLINE:
        text = form.sub(replacement, text)
    return " ".join(text.split())
