"""Where the files of the ontologies are, and what they hold as text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.errors import OntologyError

BASE_IRI = "https://w3id.org/newskg/"
CORE = "core.ttl"


@dataclass(frozen=True, slots=True)
class Source:
    """One file, read."""

    path: Path
    text: str

    @property
    def holds_shapes(self) -> bool:
        """Whether it is SHACL: its name begins so."""
        return self.path.suffix == ".ttl" and self.path.stem.startswith("shapes")

    def line_of(self, iri: str) -> int:
        """Give the first line that begins with the short name of an IRI, or 0."""
        begins = re.compile(rf"\S*[:/#]{re.escape(short(iri))}\b")
        lines = enumerate(self.text.splitlines(), start=1)
        return next((number for number, line in lines if begins.match(line)), 0)


def short(iri: str) -> str:
    """Give the last part of an IRI.

    >>> short("https://w3id.org/newskg/ontology#Entity")
    'Entity'
    """
    return re.split(r"[/#]", iri)[-1]


def shipped_folder() -> Path:
    """Return where the ontologies that ship are: in the package, or beside it in a working copy.

    >>> (shipped_folder() / "core.ttl").is_file()
    True
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "ontologies"
    return inside if inside.is_dir() else package.parent / "ontologies"


def read_sources(folders: Sequence[Path], *, defaults: bool, base_iri: str) -> tuple[Source, ...]:
    """Read what ships, then each folder, with the chosen base wherever an IRI begins with the default one.

    Raises:
        OntologyError: a folder is missing or holds no Turtle, or a file cannot be read.
    """
    shipped = shipped_folder()
    paths = [*(_files(shipped) if defaults else _core_files(shipped))]
    for folder in folders:
        _refuse_useless(folder)
        paths += _files(folder)
    return tuple(Source(path, _read(path).replace(f"<{BASE_IRI}", f"<{base_iri}")) for path in paths)


def digest(sources: Iterable[Source]) -> str:
    """Return the SHA-256 of names and contents."""
    content = hashlib.sha256()
    for source in sources:
        content.update(f"{source.path.name}\n{source.text}\0".encode())
    return content.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for pattern in ("*.ttl", "rules/**/*.rq", "queries/**/*.rq"):
        yield from sorted(folder.glob(pattern))


def _core_files(folder: Path) -> Iterator[Path]:
    """List what needs no domain: rules and queries of a domain lie one folder deeper."""
    yield folder / CORE
    for pattern in ("shapes.ttl", "rules/*.rq", "queries/*.rq"):
        yield from sorted(folder.glob(pattern))


def _refuse_useless(folder: Path) -> None:
    if not folder.is_dir():
        raise OntologyError("no such folder", where=str(folder), hint="name a folder that holds .ttl files")
    if not any(folder.glob("*.ttl")):
        hint = "put the domain's classes, properties and names in one"
        raise OntologyError("no .ttl file in this folder", where=str(folder), hint=hint)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise OntologyError("not UTF-8", where=str(path), hint="save it as UTF-8") from error
    except OSError as error:
        hint = "check the file and its permissions"
        raise OntologyError(error.strerror or "cannot be read", where=str(path), hint=hint) from error
