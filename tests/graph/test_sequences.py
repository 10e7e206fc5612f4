"""After any sequence of builds, edits and removals the graph is, byte for byte, one build of what is in."""

from __future__ import annotations

import multiprocessing
import os
import random
import re
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from kg import pipeline
from kg.graph.archive import read_manifest
from kg.graph.export import Format, export
from kg.graph.store import Graph
from kg.model import Document, Extraction, Lexicon
from kg.settings import Settings
from tests.graph.conftest import ArticleBuilder

NAMES = ("east.txt", "north.txt", "south.txt", "west.txt")
TEXTS = (
    "The harbour of Eastvale sent pumps to the depot on the coast. Officials said that the work would take a year.",
    "The council of Northland sold cranes to the depot on the coast. The mayor denied that there was any delay.",
    "The harbour of Eastvale sold pumps to the council. Nobody at the depot on the coast was asked about it at all.",
)


def extract_toys(document: Document, _lexicon: Lexicon, _model: str) -> Extraction:
    """Find who sent or sold what, without a parser, so that a build takes no time."""
    article = ArticleBuilder(document.text)
    for match in re.finditer(r"(Eastvale|Northland) (sent|sold) (\w+)", document.text):
        article.say(match[1], match[2], match[3])
    built = article.build()
    mentions = tuple(mention for mention in built.mentions)
    return Extraction(document, mentions, (), built.statements)


pipeline.EXTRACTORS["toys"] = extract_toys
CONFIG = pipeline.Config(Settings(), defaults=False, extractor="toys")


def turtle(folder: Path) -> bytes:
    return (folder / "graph.ttl").read_bytes()


class Sequences(RuleBasedStateMachine):
    """Builds, edits and removes articles at random, and knows what is in."""

    @initialize()
    def start(self) -> None:
        self.root = Path(tempfile.mkdtemp(dir=os.environ["SEQUENCES"]))
        self.out = self.root / "out"
        self.inside: dict[str, int] = {}

    def write(self, folder: Path, texts: dict[str, int]) -> Path:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        for name, version in texts.items():
            (folder / name).write_text(f"{TEXTS[version]}\n\n{TEXTS[version]}\n", encoding="utf-8")
        return folder

    @rule(texts=st.dictionaries(st.sampled_from(NAMES), st.integers(0, len(TEXTS) - 1), min_size=1))
    def build(self, texts: dict[str, int]) -> None:
        pipeline.build([self.write(self.root / "in", texts)], out=self.out, config=CONFIG)
        self.inside |= texts

    @precondition(lambda self: len(getattr(self, "inside", ())) > 1)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from(sorted(self.inside)))
        pipeline.remove([name], out=self.out, config=CONFIG)
        del self.inside[name]

    @invariant()
    def equals_one_build(self) -> None:
        if getattr(self, "inside", None):
            folder = self.write(self.root / "again", self.inside)
            shutil.rmtree(self.root / "whole", ignore_errors=True)
            pipeline.build([folder], out=self.root / "whole", config=CONFIG)
            assert turtle(self.out) == turtle(self.root / "whole")


@pytest.mark.slow
def test_any_sequence_equals_one_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEQUENCES", str(tmp_path))
    machine = Sequences.TestCase
    machine.settings = settings(max_examples=8, stateful_step_count=6, suppress_health_check=list(HealthCheck))
    machine().runTest()


def command(action: str, out: str, what: str) -> None:
    if action == "build":
        pipeline.build([Path(what)], out=Path(out), config=CONFIG)
    else:
        pipeline.remove([what], out=Path(out), config=CONFIG)


def killed_after(seconds: float, *arguments: str) -> bool:
    """Run a command in a process that is killed after some time; tell whether it had finished."""
    server = multiprocessing.get_context("forkserver")  # imports everything once, so that a start takes no time
    server.set_forkserver_preload([__name__])
    process = server.Process(target=command, args=arguments)
    process.start()
    process.join(seconds)
    process.kill()
    process.join()
    return process.exitcode == 0


class Reference:
    """What one build of some texts gives, each made once: the lines of its store, and the document of each source."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.lines: dict[frozenset[tuple[str, int]], str] = {}
        self.version: dict[str, tuple[str, int]] = {}  # by document id

    def of(self, texts: dict[str, int]) -> str:
        """Return the store of a build of these texts as N-Quads."""
        state = frozenset(texts.items())
        if state not in self.lines:
            out = self.root / str(len(self.lines))
            pipeline.build([Sequences().write(self.root / "in", texts)], out=out, config=CONFIG)
            self.lines[state] = stored(out)
            self.version |= {e.id: (source, texts[source]) for source, e in read_manifest(out).articles.items()}
        return self.lines[state]

    def known(self, out: Path) -> dict[str, int]:
        """Return the texts that the manifest of a folder names."""
        return dict(self.version[entry.id] for entry in read_manifest(out).articles.values())


def stored(out: Path) -> str:
    with Graph.open(out) as graph:
        return "".join(export(graph, Format.NQUADS))


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="there is no fork server")
def test_fifty_killed_builds_additions_and_removals_lose_nothing(tmp_path: Path) -> None:
    """After each kill the store is, line by line, what it was or what it was to be; then the next command works."""
    choice, reference = random.Random(6), Reference(tmp_path / "reference")
    folder, out = tmp_path / "in", tmp_path / "out"
    texts = dict.fromkeys(NAMES, 0)
    Sequences().write(folder, texts)
    killed_after(120, "build", str(out), str(folder))  # the first one imports everything
    began = time.monotonic()
    assert killed_after(120, "build", str(tmp_path / "timed"), str(folder))
    usual = time.monotonic() - began
    before = reference.of(texts)
    assert stored(out) == before
    killed = 0
    for number in range(50):
        inside = reference.known(out)
        name, action = choice.choice(NAMES), "build"
        if number % 3 == 2 and len(inside) > 1:
            action, name = "remove", choice.choice(sorted(inside))
            wanted = {source: version for source, version in inside.items() if source != name}
        else:  # an article that is edited, or one that comes (back)
            wanted = inside | {name: (inside.get(name, 0) + 1) % len(TEXTS)}
            Sequences().write(folder, {name: wanted[name]})
        after = reference.of(wanted)
        finished = killed_after(
            choice.uniform(0, 1.3 * usual), action, str(out), name if action == "remove" else str(folder)
        )
        now = stored(out)
        assert now == after if finished else now in (before, after), f"{number}: {action} {name}"
        assert not finished or reference.known(out) == wanted
        before, killed = now, killed + (not finished)
    assert 10 < killed < 50
    wanted = reference.known(out) | dict.fromkeys(NAMES, 1)
    pipeline.build([Sequences().write(folder, dict.fromkeys(NAMES, 1))], out=out, config=CONFIG)
    assert stored(out) == reference.of(wanted)
    assert Graph.open(out).check() == ()
    assert not list(out.rglob("*.tmp")) + list(out.glob("store/.draft*"))
