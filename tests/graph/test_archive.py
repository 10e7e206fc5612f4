"""What is kept for good: it comes back as it was, and what is broken is one clear error that names the file."""

from __future__ import annotations

import gzip
import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.graph import archive
from kg.graph.archive import (
    Entry,
    Manifest,
    drop_unused,
    is_kept,
    kept_texts,
    load_extraction,
    read_manifest,
    save_extraction,
    write_file,
    write_manifest,
)
from kg.model import Extraction
from tests.graph.conftest import depot_builder

MANIFEST = Manifest(
    {"wire/a.txt": Entry("1f", "news/wire/a.txt"), "https://example.org/ø": Entry("2e")},
    made_with="d1",
    graph_from="d2",
    settings={"model": "en_core_web_md"},
)


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


# ------------------------------------------------------------------------------------------------ extractions


def test_an_extraction_comes_back_as_it_was(tmp_path: Path, depot: Extraction) -> None:
    save_extraction(tmp_path, depot, made_with="d1")
    assert load_extraction(tmp_path, depot.document.id) == (depot, "d1")
    assert names(tmp_path) == [f"articles/{depot.document.id}.json.gz"]


def test_the_same_extraction_gives_the_same_bytes(tmp_path: Path, depot: Extraction) -> None:
    for name in ("one", "other"):
        save_extraction(tmp_path / name, depot_builder().build(), made_with="d1")
    one, other = ((tmp_path / name) for name in names(tmp_path))
    assert one.read_bytes() == other.read_bytes()


def test_texts_come_back_by_source_and_what_is_missing_or_broken_is_left_out(tmp_path: Path, depot: Extraction) -> None:
    save_extraction(tmp_path, depot, made_with="d1")
    (tmp_path / "articles" / "2e.json.gz").write_bytes(b"junk")
    entries = {"a.txt": Entry(depot.document.id), "b.txt": Entry("2e"), "c.txt": Entry("3f")}
    write_manifest(tmp_path, Manifest(entries))
    assert kept_texts(tmp_path) == {"a.txt": depot.document.text}


def test_the_later_one_replaces_the_earlier(tmp_path: Path, depot: Extraction) -> None:
    save_extraction(tmp_path, depot, made_with="d1")
    later = replace(depot, statements=depot.statements[:1])
    save_extraction(tmp_path, later, made_with="d2")
    assert load_extraction(tmp_path, depot.document.id) == (later, "d2")


def test_what_is_kept_is_known(tmp_path: Path, depot: Extraction) -> None:
    assert not is_kept(tmp_path, depot.document.id)
    save_extraction(tmp_path, depot, made_with="d1")
    assert is_kept(tmp_path, depot.document.id)


def test_an_extraction_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"articles/1f\.json\.gz: missing; build from the articles again"):
        load_extraction(tmp_path, "1f")


def repacked(change: Callable[[dict[str, object]], object]) -> Callable[[bytes], bytes]:
    """Return a function that changes the JSON within a kept file."""
    return lambda data: gzip.compress(json.dumps(change(json.loads(gzip.decompress(data)))).encode())


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"no gzip at all",
        lambda data: data[: len(data) // 2],
        lambda data: data[:40] + bytes(20) + data[60:],
        lambda data: gzip.compress(b"{no json"),
        lambda data: gzip.compress(b"\xff\xfe"),
        repacked(lambda kept: []),
        repacked(lambda kept: {"extraction": kept["extraction"]}),
        repacked(lambda kept: kept | {"extraction": {"document": 1}}),
    ],
    ids=["empty", "text", "half", "holes", "json", "utf-8", "list", "undated", "form"],
)
def test_a_broken_extraction_is_one_error_that_names_the_file(
    tmp_path: Path, depot: Extraction, damage: Callable[[bytes], bytes]
) -> None:
    save_extraction(tmp_path, depot, made_with="d1")
    path = tmp_path / "articles" / f"{depot.document.id}.json.gz"
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(GraphError, match=r"broken .*; delete it and build from the articles again") as error:
        load_extraction(tmp_path, depot.document.id)
    assert str(error.value).startswith(f"{path}: ")


# ------------------------------------------------------------------------------------------------ manifest


def test_a_manifest_comes_back_as_it_was(tmp_path: Path) -> None:
    write_manifest(tmp_path / "new", MANIFEST)
    assert read_manifest(tmp_path / "new") == MANIFEST


def test_the_order_of_articles_does_not_change_the_bytes(tmp_path: Path) -> None:
    write_manifest(tmp_path / "one", MANIFEST)
    write_manifest(tmp_path / "other", replace(MANIFEST, articles=dict(reversed(MANIFEST.articles.items()))))
    assert (tmp_path / "one/manifest.json").read_bytes() == (tmp_path / "other/manifest.json").read_bytes()


def test_where_nothing_was_built_the_manifest_is_empty(tmp_path: Path) -> None:
    assert read_manifest(tmp_path) == read_manifest(tmp_path / "nowhere") == Manifest()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        "{}",
        '{"format": "one"}',
        '{"format": 1, "articles": [], "made_with": "", "graph_from": "", "settings": {}}',
        '{"format": 1, "articles": {"a": {"name": "a"}}, "made_with": "", "graph_from": "", "settings": {}}',
        '{"format": 1, "articles": {}, "made_with": ""}',
    ],
)
def test_a_broken_manifest_is_one_error_that_names_the_file(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(GraphError, match=r"manifest\.json: broken manifest .*; put it back from a copy, or delete it"):
        read_manifest(tmp_path)


def test_a_manifest_that_is_no_text_is_broken(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GraphError, match="broken manifest"):
        read_manifest(tmp_path)


def test_a_manifest_of_a_later_version_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text(json.dumps({"format": archive.FORMAT + 1}), encoding="utf-8")
    with pytest.raises(GraphError, match="written by a later version of kg; install that version"):
        read_manifest(tmp_path)


# ------------------------------------------------------------------------------------------------ what nobody uses


def test_what_the_manifest_does_not_name_is_dropped(tmp_path: Path, depot: Extraction) -> None:
    for name in ("1f", "2e", "3d"):
        save_extraction(tmp_path, replace(depot, document=replace(depot.document, id=name)), made_with="d1")
    (tmp_path / "articles/notes.txt").write_text("mine", encoding="utf-8")
    drop_unused(tmp_path, MANIFEST)
    assert names(tmp_path) == ["articles/1f.json.gz", "articles/2e.json.gz", "articles/notes.txt"]
    drop_unused(tmp_path, Manifest())
    assert names(tmp_path) == ["articles/notes.txt"]


def test_half_a_file_of_a_killed_writer_is_dropped_and_one_of_a_running_writer_stays(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    ours, dead = f".graph.ttl.{os.getpid()}.tmp", ".1f.json.gz.999999999.tmp"
    for name in (ours, f"articles/{dead}", "articles/notes.tmp"):
        (tmp_path / name).write_text("half", encoding="utf-8")
    drop_unused(tmp_path, Manifest())
    assert names(tmp_path) == [ours, "articles/notes.tmp"]


def test_nothing_is_dropped_where_nothing_is_kept(tmp_path: Path) -> None:
    drop_unused(tmp_path, MANIFEST)
    assert names(tmp_path) == []


# ------------------------------------------------------------------------------------------------ writing


def test_a_file_is_written_with_its_folders_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.bin"
    write_file(path, b"one")
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert names(tmp_path) == ["a/b/c.bin"]


@pytest.mark.parametrize("below", ["file/c.bin", "file/b/c.bin"])
def test_below_a_file_nothing_can_be_written_and_that_is_said(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(GraphError, match=r"cannot be written .*; free some space or choose another folder") as error:
        write_file(tmp_path / below, b"new")
    assert str(error.value).startswith(f"{tmp_path / below}: ")
    assert (tmp_path / "file").read_bytes() == b"mine"


def test_a_folder_in_the_place_of_the_file_is_said_and_kept(tmp_path: Path) -> None:
    (tmp_path / "c.bin").mkdir()
    with pytest.raises(GraphError, match="cannot be written"):
        write_file(tmp_path / "c.bin", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["c.bin"], "the temporary file is gone"


def test_what_stood_there_is_intact_where_the_disk_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    write_file(tmp_path / "c.bin", b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(GraphError, match=r"cannot be written \(No space left on device\); free some space"):
        write_file(tmp_path / "c.bin", b"new")
    assert (tmp_path / "c.bin").read_bytes() == b"old"
    assert names(tmp_path) == ["c.bin"]
