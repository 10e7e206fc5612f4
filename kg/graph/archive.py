"""What is kept for good: `articles/<id>.json.gz` and the manifest. Everything else is derived from it.

An extraction is written as soon as it is made, under the id of its content; what is in the graph is what the manifest
names, and the manifest is replaced last, by one rename. So a build that is stopped loses nothing and goes on where it
was, and a reader never sees half of one.
"""

from __future__ import annotations

import contextlib
import gzip
import json
import os
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

import psutil  # type: ignore[import-untyped]

from kg.codec import extraction_from_json, to_json
from kg.errors import DataError, GraphError
from kg.model import Extraction

MANIFEST = "manifest.json"
ARTICLES = "articles"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One article that is in the graph: the id of its content, and the path it was read from as the user gave it."""

    id: str
    given: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in the graph and what it was made with.

    Attributes:
        articles: by source (path within the given folder, or URL).
        made_with: digest of what an extraction depends on: version, model, ontology.
        graph_from: digest of what the graph was derived from and of the files that were derived.
        settings: what the build was called with, for people to read.
    """

    articles: Mapping[str, Entry] = field(default_factory=dict)
    made_with: str = ""
    graph_from: str = ""
    settings: Mapping[str, str] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of an output folder, or an empty one where nothing was built yet.

    Raises:
        GraphError: the file is broken or of a later version.
    """
    path = folder / MANIFEST
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] > FORMAT:
            raise GraphError("written by a later version of kg", where=str(path), hint="install that version")
        entries = {source: Entry(**entry) for source, entry in data["articles"].items()}
        return Manifest(entries, data["made_with"], data["graph_from"], data["settings"])
    except FileNotFoundError:
        return Manifest()
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        hint = "put it back from a copy, or delete it and build from the articles again"
        raise GraphError(f"broken manifest ({error})", where=str(path), hint=hint) from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest by one atomic rename."""
    articles = {source: asdict(entry) for source, entry in sorted(manifest.articles.items())}
    data = {
        "format": FORMAT,
        "made_with": manifest.made_with,
        "graph_from": manifest.graph_from,
        "settings": dict(manifest.settings),
        "articles": articles,
    }
    write_file(folder / MANIFEST, (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


def save_extraction(folder: Path, extraction: Extraction, *, made_with: str) -> None:
    """Keep an extraction under its document's id; the same extraction gives the same bytes."""
    data = {"made_with": made_with, "extraction": to_json(extraction)}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    write_file(_path(folder, extraction.document.id), gzip.compress(text.encode(), mtime=0))


def load_extraction(folder: Path, document_id: str) -> tuple[Extraction, str]:
    """Return a kept extraction and the digest of what it was made with.

    Raises:
        GraphError: the file is missing or broken.
    """
    path = _path(folder, document_id)
    try:
        data = json.loads(gzip.decompress(path.read_bytes()))
        return extraction_from_json(data["extraction"]), data["made_with"]
    except FileNotFoundError as error:
        raise GraphError("missing", where=str(path), hint="build from the articles again") from error
    except (OSError, EOFError, ValueError, KeyError, TypeError, zlib.error, DataError) as error:
        hint = "delete it and build from the articles again"
        raise GraphError(f"broken ({error})", where=str(path), hint=hint) from error


def kept_texts(folder: Path) -> dict[str, str]:
    """Return the cleaned text of each kept article by its source; one that is missing or broken is left out."""
    texts = {}
    for source, entry in sorted(read_manifest(folder).articles.items()):
        with contextlib.suppress(OSError, EOFError, ValueError, KeyError, TypeError, zlib.error):
            data = json.loads(gzip.decompress(_path(folder, entry.id).read_bytes()))
            texts[source] = str(data["extraction"]["document"]["text"])
    return texts


def is_kept(folder: Path, document_id: str) -> bool:
    """Tell whether an extraction of this document lies in the folder."""
    return _path(folder, document_id).is_file()


def drop_unused(folder: Path, manifest: Manifest) -> None:
    """Delete the kept articles that the manifest does not name, and half files of writers that were killed."""
    for path in sorted([*folder.glob(".*.tmp"), *folder.glob("*/.*.tmp")]):
        writer = path.name.split(".")[-2]
        if writer.isdigit() and not psutil.pid_exists(int(writer)):
            path.unlink(missing_ok=True)
    used = {entry.id for entry in manifest.articles.values()}
    for path in sorted((folder / ARTICLES).glob("*.json.gz")):
        if path.name.removesuffix(".json.gz") not in used:
            path.unlink(missing_ok=True)


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: to a temporary one beside it, flushed to disk, then renamed.

    Raises:
        GraphError: the disk is full or the folder cannot be written; what stood there is intact.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):  # it was never made, or its folder is a file
            temporary.unlink()
        what = f"cannot be written ({error.strerror})"
        hint = "free some space or choose another folder with -o; what was built before is intact"
        raise GraphError(what, where=str(path), hint=hint) from error


def _path(folder: Path, document_id: str) -> Path:
    return folder / ARTICLES / f"{document_id}.json.gz"
