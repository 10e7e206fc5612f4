"""A build as people use it: what comes in, what is kept, and the same bytes whatever the way."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kg
from kg.errors import GraphError, ReadError
from kg.pipeline import Config, build, remove
from kg.settings import Settings

ARTICLES = {
    "bridge.txt": """Harbour bridge to close for repairs

By Ada Lind

March 3, 2024

The Ministry of Transport has hired Globex Corporation to repair the Harbour Bridge in Port Ellis. "We will
finish before winter," said Maria Olsen, a spokeswoman for Globex. The ministry did not say what the work will cost.
""",
    "deal.txt": """Globex wins ministry contract

March 5, 2024

Globex Corporation will supply steel to Port Ellis, officials said on Tuesday. Initech denied that it had withdrawn its
bid for the contract.
""",
    "visit.txt": """Olsen visits the bridge

March 9, 2024

Maria Olsen visited the Harbour Bridge on Saturday. She met workers from Initech, according to the Ellis Courier.
""",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def outcome(out: Path) -> tuple[bytes, bytes]:
    return (out / "graph.ttl").read_bytes(), (out / "graph.html").read_bytes()


def config(**settings: int) -> Config:
    return Config(Settings(**settings))  # type: ignore[arg-type]


def test_a_build_writes_what_it_promises_and_says_what_it_did(folder: Path, tmp_path: Path) -> None:
    report = build([folder], out=tmp_path / "out")
    assert (report.articles, report.new, report.skipped) == (3, 3, ())
    assert report.facts > 3
    assert report.entities > 3
    for name in ("graph.ttl", "graph.html", "report.json", "manifest.json"):
        assert (tmp_path / "out" / name).stat().st_size > 0
    written = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert written["articles"] == 3
    assert not list((tmp_path / "out").rglob("*.tmp"))


def test_no_absolute_path_enters_the_graph(folder: Path, tmp_path: Path) -> None:
    build([folder], out=tmp_path / "out")
    turtle, page = outcome(tmp_path / "out")
    assert str(tmp_path).encode() not in turtle
    assert str(tmp_path).encode() not in page


def test_the_same_bytes_from_one_folder_from_single_files_and_step_by_step(folder: Path, tmp_path: Path) -> None:
    build([folder], out=tmp_path / "whole")
    build(sorted(folder.glob("*.txt"), reverse=True), out=tmp_path / "files")
    for path in sorted(folder.glob("*.txt"), reverse=True):
        build([path], out=tmp_path / "steps")
    assert outcome(tmp_path / "files") == outcome(tmp_path / "whole")
    assert outcome(tmp_path / "steps") == outcome(tmp_path / "whole")


def test_a_second_build_reads_only_what_is_new_or_changed(folder: Path, tmp_path: Path) -> None:
    build([folder], out=tmp_path / "out")
    before = outcome(tmp_path / "out")
    assert build([folder], out=tmp_path / "out").new == 0
    assert outcome(tmp_path / "out") == before
    (folder / "visit.txt").write_text(ARTICLES["visit.txt"].replace("visited", "inspected"), encoding="utf-8")
    assert build([folder], out=tmp_path / "out").new == 1
    assert b"inspected" in outcome(tmp_path / "out")[0]
    assert b"Maria Olsen visited" not in outcome(tmp_path / "out")[0]


def test_a_removed_article_leaves_the_graph_of_a_build_without_it(folder: Path, tmp_path: Path) -> None:
    build([folder], out=tmp_path / "out")
    remove(["deal.txt"], out=tmp_path / "out", config=Config(Settings()))
    (folder / "deal.txt").unlink()
    build([folder], out=tmp_path / "without")
    assert outcome(tmp_path / "out") == outcome(tmp_path / "without")
    with pytest.raises(GraphError, match="kg articles"):
        remove(["deal.txt"], out=tmp_path / "out", config=Config(Settings()))


def test_a_vanished_file_is_kept_and_reported_until_pruned(folder: Path, tmp_path: Path) -> None:
    build([folder], out=tmp_path / "out")
    (folder / "deal.txt").unlink()
    report = build([folder], out=tmp_path / "out")
    assert (report.articles, report.missing) == (3, ("deal.txt",))
    assert build([folder], out=tmp_path / "out", prune=True).articles == 2


def test_nothing_to_read_is_an_error_and_leaves_the_graph_alone(folder: Path, tmp_path: Path) -> None:
    build([folder], out=tmp_path / "out")
    before = outcome(tmp_path / "out")
    with pytest.raises(ReadError):
        build([tmp_path / "nowhere"], out=tmp_path / "out")
    assert outcome(tmp_path / "out") == before
    (tmp_path / "empty").mkdir()
    with pytest.raises(ReadError, match="no articles"):
        build([tmp_path / "empty"], out=tmp_path / "other")


def test_a_broken_kept_article_is_made_again_from_its_file(folder: Path, tmp_path: Path) -> None:
    build([folder], out=tmp_path / "out")
    before = outcome(tmp_path / "out")
    kept = sorted((tmp_path / "out" / "articles").glob("*.json.gz"))
    kept[0].write_bytes(b"junk")
    build([folder], out=tmp_path / "out")
    assert outcome(tmp_path / "out") == before


def test_the_python_interface_builds_opens_and_asks(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    built = kg.build(folder, out=tmp_path / "out")
    rows = list(built.rows("SELECT ?article WHERE { ?article a kg:Article }"))
    assert len(rows) == 3
    frame = built.query("SELECT ?article WHERE { ?article a kg:Article }")
    assert list(frame["article"]) == [iri for (iri,) in rows]
    assert kg.open(tmp_path / "out").to_networkx().number_of_nodes() > 3
    assert len(built.rdf) > 0
    assert capsys.readouterr() == ("", "")


@pytest.mark.slow
def test_the_same_bytes_whatever_the_hash_seed_and_the_number_of_processes(folder: Path, tmp_path: Path) -> None:
    code = "import sys, kg; kg.build(sys.argv[1], out=sys.argv[2], jobs=int(sys.argv[3]))"
    results = set()
    for seed, jobs in (("0", "1"), ("4711", "1"), ("1", "2")):
        out = tmp_path / f"out-{seed}"
        environment = os.environ | {"PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(folder), str(out), jobs], env=environment, check=True)
        results.add(outcome(out))
    assert len(results) == 1


def test_a_graph_folder_can_be_moved(folder: Path, tmp_path: Path) -> None:
    build([folder], out=tmp_path / "out")
    shutil.move(tmp_path / "out", tmp_path / "elsewhere")
    assert len(list(kg.open(tmp_path / "elsewhere").rows("SELECT ?a WHERE { ?a a kg:Article }"))) == 3
