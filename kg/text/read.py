"""Files and folders to articles: the only reader of articles."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from kg.errors import ReadError
from kg.model import Article, Skip
from kg.text.decode import decode, encoding_of, scrub
from kg.text.frontmatter import Metadata, split_front_matter
from kg.text.headlines import head_metadata
from kg.text.jsonlines import read_record
from kg.text.layout import LONGEST_TEXT, paragraphs
from kg.text.markdown import strip_markdown
from kg.text.webpage import is_markup, is_page, read_page, without_markup

STANDARD_INPUT = Path("-")
LARGEST_FILE = 16_000_000  # bytes; pages with everything inlined reach 5 MB
LONGEST_LINE = 4_000_000  # characters of one JSON line
SAMPLE = 65_536  # bytes that tell the encoding of JSON Lines
JSON_LINES = frozenset({".jsonl", ".ndjson"})
UNREAD: Mapping[str, str] = MappingProxyType(  # documents that hold text, but as no reader here takes it
    {
        ".doc": "Word",
        ".docx": "Word",
        ".epub": "EPUB",
        ".odt": "OpenDocument",
        ".pages": "Pages",
        ".pdf": "PDF",
        ".rtf": "RTF",
    }
)
GRAPH_MARKS = frozenset({"manifest.json", "articles"})  # what every folder with a graph in it holds

Parts = tuple[Metadata, str, bool]  # what the file says of the article, its text, whether furniture is still in it


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read: where it is, and what it is called in the graph."""

    path: Path
    source: str


def read_articles(
    paths: Sequence[Path], *, published: date | None = None, publisher: str = ""
) -> Iterator[Article | Skip]:
    r"""Yield the articles of files and folders, and what could not be read, in order of source.

    Args:
        paths: files, folders (searched with all below them) and "-" for standard input.
        published: the date of articles that name none themselves.
        publisher: the publisher of articles that name none themselves.

    Raises:
        ReadError: at once, if a path does not exist.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> _ = (folder / "b.txt").write_text("Title: Repairs begin\n\nCrews arrived.")
    >>> [(article.source, article.title) for article in read_articles([folder])]
    [('b.txt', 'Repairs begin')]
    """
    found = find_files(paths)
    fallback = Metadata(publisher=publisher, published=published)
    return _read_files(found, fallback)


def find_files(paths: Sequence[Path]) -> tuple[Found, ...]:
    """Return the files under the paths in order of source, each once.

    Raises:
        ReadError: a path does not exist.
    """
    found = {file.path.resolve(): file for path in paths for file in _files_at(path)}
    return tuple(sorted(found.values(), key=lambda file: (file.source, str(file.path))))


def _files_at(path: Path) -> Iterator[Found]:
    if path == STANDARD_INPUT:
        yield Found(path, "stdin")
    elif path.is_dir():
        yield from _files_below(path)
    elif path.exists():
        yield Found(path, scrub(path.name))
    else:
        hint = "save the page as a file first" if ":/" in str(path) else "check the spelling"
        raise ReadError("no such file or folder", where=str(path), hint=hint)


def _files_below(root: Path) -> Iterator[Found]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if {*folders, *names} >= GRAPH_MARKS:
            folders.clear()  # the page that a build wrote is no article
            continue
        for name in sorted(name for name in names if not name.startswith(".")):
            file = Path(folder) / name
            if file.suffix.lower() in READERS.keys() | JSON_LINES | UNREAD.keys():
                yield Found(file, scrub(file.relative_to(root).as_posix()))


def _read_files(found: Sequence[Found], fallback: Metadata) -> Iterator[Article | Skip]:
    seen: set[str] = set()
    for file in found:
        if file.source in seen:
            yield Skip(file.source, "another file is called the same; give the folder above both")
        else:
            seen.add(file.source)
            yield from _read_file(file, fallback)


def _read_file(file: Found, fallback: Metadata) -> Iterator[Article | Skip]:
    suffix = file.path.suffix.lower()
    if suffix in UNREAD:
        yield Skip(file.source, f"{UNREAD[suffix]} is not read; save the text as .txt, .md, .html or .jsonl")
        return
    try:
        with opened(file.path) as stream:
            if suffix in JSON_LINES:
                yield from _read_json_lines(stream, file.source, fallback)
            else:
                yield from _read_whole(stream, file, fallback)
    except OSError as error:
        yield Skip(file.source, f"cannot be read: {error.strerror or error}; check the file and its permissions")
    except ReadError as error:
        yield _skip(file.source, error)


def opened(path: Path) -> BinaryIO:
    """Open a file, or standard input."""
    return BytesIO(sys.stdin.buffer.read(LARGEST_FILE + 1)) if path == STANDARD_INPUT else path.open("rb")


def _read_whole(stream: BinaryIO, file: Found, fallback: Metadata) -> Iterator[Article | Skip]:
    data = stream.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise ReadError(f"larger than {LARGEST_FILE // 1_000_000} MB", hint="split it into articles")
    if file.path == STANDARD_INPUT and data.lstrip()[:1] == b"{":
        yield from _read_json_lines(BytesIO(data), file.source, fallback)
    else:
        yield _article(file.source, READERS.get(file.path.suffix.lower(), read_text)(decode(data)), fallback)


def _read_json_lines(stream: BinaryIO, source: str, fallback: Metadata) -> Iterator[Article | Skip]:
    encoding = encoding_of(stream.read(SAMPLE))
    stream.seek(0)
    count = 0
    with TextIOWrapper(stream, encoding=encoding, errors="replace", newline="\n") as text:
        for number, line in _lines(text):
            if line.strip():
                count += 1
                yield _read_line(line, source, number, fallback)
    if count == 0:
        raise ReadError("no articles in it", hint='write one object a line, such as {"text": "…"}')


def _lines(text: TextIOWrapper) -> Iterator[tuple[int, str]]:
    """Yield numbered lines; of one that is far too long the rest is passed over, never held."""
    number = 0
    while line := text.readline(LONGEST_LINE):
        number += 1
        yield number, line
        while line and not line.endswith("\n"):
            line = text.readline(LONGEST_LINE)


def _read_line(line: str, source: str, number: int, fallback: Metadata) -> Article | Skip:
    if len(line) >= LONGEST_LINE:
        return Skip(f"{source}:{number}", f"a line of more than {LONGEST_LINE // 1_000_000} MB; split it into articles")
    try:
        known, body = read_record(line.rstrip("\n"))
        page_known, body, is_plain = read_text(body)
    except ReadError as error:
        return _skip(f"{source}:{number}", error)
    return _article(f"{source}#{number}", (known.or_else(page_known), body, is_plain), fallback)


def read_text(text: str) -> Parts:
    r"""Read plain text, with or without front matter; a page saved as text is read as the page it is.

    >>> read_text("Title: Repairs begin\nDate: 2024-11-08\n\nCrews arrived.")[0].published
    datetime.date(2024, 11, 8)
    """
    if is_page(text):
        return read_html(text)
    if is_markup(text):
        text = without_markup(text)
    known, body = split_front_matter(text)
    return known.or_else(_head_of(body)), body, True


def read_markdown(text: str) -> Parts:
    """Read Markdown: front matter, else the first heading, gives the title."""
    known, body = split_front_matter(text)
    title, body = strip_markdown(body) if len(body) <= LONGEST_TEXT else ("", body)
    known = known.or_else(Metadata(title=title))
    return known.or_else(_head_of(body)), body, True


def read_html(text: str) -> Parts:
    """Read a page: its furniture is gone already."""
    known, body = read_page(text)
    return known, body, False


def _head_of(body: str) -> Metadata:
    """Return what the head lines say; a text too long to be an article is not looked at, for it will be left out."""
    return head_metadata(paragraphs(body)) if len(body) <= LONGEST_TEXT else Metadata()


READERS: Mapping[str, Callable[[str], Parts]] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
    }
)


def _article(source: str, parts: Parts, fallback: Metadata) -> Article:
    known, text, is_plain = parts
    known = known.or_else(fallback)
    return Article(
        source=source,
        text=text,
        title=known.title,
        author=known.author,
        publisher=known.publisher,
        published=known.published,
        url=known.url,
        is_plain=is_plain,
    )


def _skip(where: str, error: ReadError) -> Skip:
    return Skip(where, f"{error.what}; {error.hint}" if error.hint else error.what)
