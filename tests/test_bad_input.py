"""Whatever is wrong gets one clear line, the rest goes on, and what was built before is never lost."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.program import program
from kg.graph.locking import lock

GOOD = "Chile bought two tugs from Norway in May 2022. The navy of Chile has sent the tugs to Valparaiso."
MORE = "Peru leased a dredger from Chile in June 2023, and the port of Callao uses it."
Bad = tuple[str, bytes, str]  # name, content, the line that is said of it

BAD: tuple[Bad, ...] = (
    ("empty.txt", b"", "empty.txt: no text in it; give the article's text or leave the file out"),
    ("blank.md", b" \n\n\t\n", "blank.md: no text in it; give the article's text or leave the file out"),
    ("junk.txt", bytes(range(256)) * 40, "junk.txt: not a text file; give the article as text, Markdown, HTML or JSON"),
    ("picture.html", b"\x89PNG\r\n\x1a\n" + bytes(90), "picture.html: not a text file"),
    ("long.txt", b"x" * 10_000_000, "long.txt: longer than 500,000 characters; split it into articles"),
    ("huge.txt", b"x" * 20_000_000, "huge.txt: larger than 16 MB; split it into articles"),
    (
        "empty.html",
        b"<html></html>",
        "empty.html: no article found in the page; give the article's text as a .txt file",
    ),
    ("broken.html", b"<html><p <div <<<", "broken.html: no "),
    (
        "german.txt",
        b"Die Werft hat zwei Schlepper repariert, und die Marine hat sie bezahlt.",
        "german.txt: not in English but in 'de'; kg reads English",
    ),
    ("report.pdf", b"%PDF-1.7", "report.pdf: PDF is not read; save the text as .txt, .md, .html or .jsonl"),
    ("report.docx", b"PK\x03\x04", "report.docx: Word is not read; save the text as .txt, .md, .html or .jsonl"),
    ("menu.txt", b"Home\nNews\nSport", "menu.txt: no sentences in it; give the article's full text"),
    (
        "wire.jsonl",
        b"\n".join(
            [*[json.dumps({"text": GOOD}).encode()] * 6, b'{"text": "Chile b', json.dumps({"text": MORE}).encode()]
        ),
        "wire.jsonl:7: not valid JSON at column 10: Unterminated string starting at; write one object a line",
    ),
    ("list.jsonl", b"[1, 2]", "list.jsonl:1: not a JSON object; write one object a line"),
    ("long.jsonl", b'{"text": "' + b"x" * 10_000_000, "long.jsonl:1: a line of more than 4 MB; split it into articles"),
    ("bare.jsonl", b'{"title": "Tugs"}', "bare.jsonl:1: the article has no text; one of the keys must be text, body"),
)


@pytest.fixture
def run() -> Callable[..., Result]:
    return lambda *args: CliRunner().invoke(program, [str(arg) for arg in args], prog_name="kg")


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A folder with one good article."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    return folder


@pytest.fixture
def built(run: Callable[..., Result], news: Path, tmp_path: Path) -> Path:
    """The graph of that folder."""
    result = run("build", news, "-o", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    return tmp_path / "out"


def is_one_line(text: str) -> bool:
    return text.count("\n") == 1 and "Traceback" not in text


# ------------------------------------------------------------------------------------------------ articles


def test_each_bad_file_gets_a_line_and_the_rest_is_built(
    run: Callable[..., Result], news: Path, tmp_path: Path
) -> None:
    for name, content, _ in BAD:
        (news / name).write_bytes(content)
    result = run("build", news, "-o", tmp_path / "out")
    assert result.exit_code == 0
    *lines, undated = result.stderr.splitlines()
    assert " no date " in undated
    for _, _, said in BAD:
        assert any(line.startswith(f"left out: {said}") for line in lines), said
    assert len(lines) == len(BAD)
    sources = [line.split("\t")[0] for line in run("articles", "-g", tmp_path / "out").stdout.splitlines()]
    assert sources == ["good.txt", *(f"wire.jsonl#{number}" for number in (1, 2, 3, 4, 5, 6, 8))]


@pytest.mark.parametrize(("name", "content", "said"), BAD, ids=[name for name, _, _ in BAD])
def test_nothing_but_a_bad_file_is_an_error(
    run: Callable[..., Result], tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    if name == "wire.jsonl":
        content = content.split(b"\n")[6]
        said = said.replace(":7:", ":1:")
    (tmp_path / name).write_bytes(content)
    result = run("build", tmp_path / name, "-o", tmp_path / "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"none of 1 articles can be used: {said}")
    assert is_one_line(result.stderr)


def test_a_missing_path_is_an_error_before_anything_is_read(
    run: Callable[..., Result], built: Path, news: Path
) -> None:
    before = (built / "graph.ttl").read_bytes()
    result = run("build", news, news / "nowhere.txt", "-o", built)
    assert result.exit_code == 1
    assert result.stderr == f"{news / 'nowhere.txt'}: no such file or folder; check the spelling\n"
    assert (built / "graph.ttl").read_bytes() == before


def test_a_folder_without_articles_is_an_error(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").touch()
    result = run("build", tmp_path, "-o", tmp_path / "out")
    assert result.exit_code == 1
    assert "no articles found; name files or folders with .txt, .md, .html or .jsonl articles" in result.stderr


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(run: Callable[..., Result], tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("Zoë’s café bought two tugs from Curaçao.".encode(encoding))
    result = run("extract", tmp_path / "a.txt")
    assert json.loads(result.stdout)["text"] == "Zoë’s café bought two tugs from Curaçao."


def test_a_lone_surrogate_or_a_nul_becomes_a_replacement_character(run: Callable[..., Result], news: Path) -> None:
    (news / "odd.jsonl").write_text('{"text": "Chile bought\\ud800 two\\u0000 tugs from Norway."}', encoding="utf-8")
    (news / "odd.txt").write_bytes(b"Chile bought two\0 tugs from Norway.")
    result = run("build", news, "-o", news.parent / "out")
    assert result.exit_code == 0, result.stderr
    turtle = (news.parent / "out/graph.ttl").read_text(encoding="utf-8")
    assert "�" in turtle
    assert "\0" not in turtle


# ------------------------------------------------------------------------------------------ ontologies and queries


def test_a_syntax_error_in_an_ontology_is_named_with_its_line(
    run: Callable[..., Result], built: Path, news: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "ontology"
    folder.mkdir()
    (folder / "tugs.ttl").write_text(
        "@prefix kg: <https://a.example/> .\n\nkg:Tug a kg:Ship ;;\n  kg:noun .\n", encoding="utf-8"
    )
    before = (built / "graph.ttl").read_bytes()
    result = run("build", news, "-o", built, "--ontologies", folder)
    assert result.exit_code == 1
    assert f"{folder / 'tugs.ttl'}:4" in result.stderr
    assert is_one_line(result.stderr)
    assert (built / "graph.ttl").read_bytes() == before


def test_a_missing_folder_of_ontologies_is_an_error(run: Callable[..., Result], news: Path, tmp_path: Path) -> None:
    result = run("build", news, "-o", tmp_path / "out", "--ontologies", tmp_path / "none")
    assert result.exit_code == 1
    assert str(tmp_path / "none") in result.stderr
    assert is_one_line(result.stderr)


def test_a_missing_pipeline_is_said_with_those_that_are_there(run: Callable[..., Result], news: Path) -> None:
    result = run("extract", news, "--model", "en_core_web_colossal")
    assert result.exit_code == 1
    assert result.stderr.startswith("en_core_web_colossal: no such spaCy pipeline is installed; installed: ")


@pytest.mark.parametrize(
    "query", ["SELECT ?a {", "SELCT ?a { ?a ?b ?c }", "SELECT ?a { ?a foo:bar ?c }", "", "{{{{" * 500]
)
def test_a_malformed_query_is_pointed_at(run: Callable[..., Result], built: Path, query: str) -> None:
    result = run("query", query, "-g", built)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("query")
    assert is_one_line(result.stderr)
    assert len(result.stderr) < 500


# ------------------------------------------------------------------------------------------------ a corrupt graph


def scribble(path: Path) -> None:
    path.write_bytes(b"\x00garbage\xff" * 20)


def test_a_broken_manifest_is_said_and_nothing_is_overwritten(
    run: Callable[..., Result], built: Path, news: Path
) -> None:
    scribble(built / "manifest.json")
    result = run("build", news, "-o", built)
    assert result.exit_code == 1
    assert str(built / "manifest.json") in result.stderr
    assert is_one_line(result.stderr)
    assert (built / "graph.ttl").stat().st_size > 0


def test_a_broken_store_is_said_and_the_next_build_makes_it_again(
    run: Callable[..., Result], built: Path, news: Path
) -> None:
    expected = run("query", "SELECT ?a { ?a a kg:Article }", "-f", "csv", "-g", built).stdout
    for path in sorted(built.glob("store/*/quads/*")):
        scribble(path)
    broken = run("query", "ASK {}", "-g", built)
    assert broken.exit_code == 1
    assert is_one_line(broken.stderr)
    assert "kg build" in broken.stderr
    assert run("build", news, "-o", built).exit_code == 0
    assert run("query", "SELECT ?a { ?a a kg:Article }", "-f", "csv", "-g", built).stdout == expected


def test_a_broken_kept_article_is_read_again(run: Callable[..., Result], built: Path, news: Path) -> None:
    expected = (built / "graph.ttl").read_bytes()
    (kept,) = built.glob("articles/*.json.gz")
    kept.write_bytes(kept.read_bytes()[:40])
    result = run("build", news, "-o", built)
    assert result.exit_code == 0, result.stderr
    assert "(1 new)" in result.stdout
    assert (built / "graph.ttl").read_bytes() == expected


def test_a_kept_article_of_another_form_is_read_again(run: Callable[..., Result], built: Path, news: Path) -> None:
    expected = (built / "graph.ttl").read_bytes()
    (kept,) = built.glob("articles/*.json.gz")
    kept.write_bytes(gzip.compress(b'{"statements": 7}'))
    assert run("build", news, "-o", built).exit_code == 0
    assert (built / "graph.ttl").read_bytes() == expected


def test_a_file_where_the_folder_should_be_is_said(run: Callable[..., Result], news: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    result = run("build", news, "-o", tmp_path / "taken")
    assert result.exit_code == 1
    assert str(tmp_path / "taken") in result.stderr
    assert is_one_line(result.stderr)


# ------------------------------------------------------------------------------------------------ a full disk


@contextmanager
def mounted(folder: Path, *options: str) -> Iterator[Path]:
    """Mount a disk of its own in a folder, where the system lets us."""
    folder.mkdir()
    done = False
    if sys.platform == "linux" and os.geteuid() == 0:
        call = ["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", str(folder)]
        done = subprocess.run(call, capture_output=True, check=False).returncode == 0
    if not done:
        pytest.skip("a disk of its own needs Linux and the right to mount one")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MB: a graph of one article fits, a second generation beside it does not."""
    with mounted(tmp_path / "disk", "size=4m") as folder:
        yield folder


@pytest.fixture
def roomy_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk that holds two generations, so that each stage of a build can be the one that lacks room."""
    with mounted(tmp_path / "disk", "size=12m") as folder:
        yield folder


def test_on_a_full_disk_the_old_graph_stays(run: Callable[..., Result], small_disk: Path, news: Path) -> None:
    out = small_disk / "out"
    assert run("build", news, "-o", out).exit_code == 0
    before = run("query", "SELECT ?a { ?a a kg:Article }", "-f", "csv", "-g", out).stdout
    free = os.statvfs(small_disk).f_bavail * os.statvfs(small_disk).f_frsize
    (small_disk / "ballast").write_bytes(b"x" * (free - 8192))
    (news / "more.txt").write_text(MORE, encoding="utf-8")
    result = run("build", news, "-o", out)
    assert result.exit_code == 1
    assert is_one_line(result.stderr)
    assert "space" in result.stderr
    assert run("query", "SELECT ?a { ?a a kg:Article }", "-f", "csv", "-g", out).stdout == before
    (small_disk / "ballast").unlink()
    assert "2 articles" in run("build", news, "-o", out).stdout


@pytest.mark.slow
@pytest.mark.parametrize("left", [100_000, 600_000, 900_000, 1_100_000, 1_300_000, 1_600_000, 2_000_000])
def test_wherever_the_disk_is_full_nothing_is_lost(
    run: Callable[..., Result], roomy_disk: Path, news: Path, left: int
) -> None:
    out = roomy_disk / "out"
    assert run("build", news, "-o", out).exit_code == 0
    one = run("export", "-f", "nquads", "-g", out).stdout
    assert run("build", news, "-o", roomy_disk / "two").exit_code == 0  # what takes no part but in the end
    (news / "more.txt").write_text(MORE, encoding="utf-8")
    free = os.statvfs(roomy_disk).f_bavail * os.statvfs(roomy_disk).f_frsize
    (roomy_disk / "ballast").write_bytes(b"x" * (free - left))
    result = run("build", news, "-o", out)
    assert result.exit_code == 0 or (is_one_line(result.stderr) and "space" in result.stderr)
    kept = run("export", "-f", "nquads", "-g", out).stdout
    (roomy_disk / "ballast").unlink()
    assert "2 articles" in run("build", news, "-o", out).stdout
    both = run("export", "-f", "nquads", "-g", out).stdout
    assert kept in (one, both), "neither the old graph nor the new one"
    assert run("check", "-g", out).exit_code == 0


# ------------------------------------------------------------------------------------ a folder that is not ours


def test_in_a_folder_that_may_only_be_read_the_graph_stays(
    run: Callable[..., Result], small_disk: Path, news: Path
) -> None:
    out = small_disk / "out"
    assert run("build", news, "-o", out).exit_code == 0
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for call in (("build", news, "-o", out), ("remove", "good.txt", "-g", out)):
        result = run(*call)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr == f"{out}: cannot be written (Read-only file system); choose another folder with -o\n"
    assert run("query", "ASK { ?a a kg:Article }", "-g", out).stdout == "true\n"
    assert run("check", "-g", out).exit_code == 0
    assert "good.txt" in run("articles", "-g", out).stdout


def test_while_one_build_runs_the_second_says_who_holds_the_folder(
    run: Callable[..., Result], built: Path, news: Path
) -> None:
    before = (built / "graph.ttl").read_bytes()
    with lock(built):
        for call in (("build", news, "-o", built), ("remove", "good.txt", "-g", built)):
            result = run(*call)
            assert (result.exit_code, result.stdout) == (1, "")
            assert result.stderr == f"{built}: in use by process {os.getpid()}; wait until it has ended\n"
        assert run("query", "ASK { ?a a kg:Article }", "-g", built).stdout == "true\n", "readers are not kept waiting"
    assert (built / "graph.ttl").read_bytes() == before
    assert run("build", news, "-o", built).exit_code == 0


@pytest.mark.slow
def test_of_two_builds_at_once_one_is_done_and_the_other_says_so(news: Path, tmp_path: Path) -> None:
    call = [sys.executable, "-m", "kg", "build", str(news), "-o", str(tmp_path / "out")]
    both = [subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [process.communicate(timeout=300)[1] for process in both]
    statuses = sorted(process.returncode for process in both)
    assert statuses in ([0, 0], [0, 1])  # both, where one had ended before the other began
    assert statuses == [0, 0] or any("in use by process" in text for text in said)
    assert list((tmp_path / "out" / "store").glob(".draft*")) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a limit on the size of files is set by the shell")
def test_where_files_may_not_grow_the_old_export_stays(built: Path, tmp_path: Path) -> None:
    target = tmp_path / "graph.nt"
    target.write_text("what was there before", encoding="utf-8")
    command = f"ulimit -f 2 && {sys.executable} -m kg export -o {target} -g {built}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 1
    assert is_one_line(result.stderr)
    assert str(target) in result.stderr
    assert target.read_text(encoding="utf-8") == "what was there before"
    assert list(tmp_path.glob(".graph*")) == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_standard_output_is_said(built: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        result = subprocess.run(
            [sys.executable, "-m", "kg", "export", "-g", str(built)],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert result.returncode == 1
    assert "No space left on device" in result.stderr
    assert "Traceback" not in result.stderr
