"""Lines as documents of their own, taken as they are: what `kg extract --lines` reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import ReadError
from kg.model import Article, Document
from kg.text.clean import document_id
from kg.text.decode import decode
from kg.text.read import find_files, opened


def read_lines(paths: Sequence[Path]) -> Iterator[tuple[int, Document]]:
    r"""Yield each line that holds words as a document, with its number; the numbers run on from file to file.

    Raises:
        ReadError: a path does not exist, or is not text.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp(), "lines.txt")
    >>> _ = path.write_text("Crews  arrived .\n\nThey stay .")
    >>> [(number, document.text) for number, document in read_lines([path])]
    [(1, 'Crews arrived .'), (3, 'They stay .')]
    """
    number = 0
    for file in find_files(paths):
        try:
            with opened(file.path) as stream:
                lines = decode(stream.read()).removesuffix("\n").split("\n")
        except (OSError, ReadError) as error:
            what, hint = (error.what, error.hint) if isinstance(error, ReadError) else (str(error.strerror), "")
            raise ReadError(what, where=str(file.path), hint=hint or "check the file and its permissions") from error
        for line in lines:
            number += 1
            text = " ".join(line.split())
            if text:
                source = f"{file.source}#{number}"
                yield number, Document(document_id(Article(source, text)), source, text)
