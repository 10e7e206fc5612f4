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
CONFIG = pipeline.Config(Settings(), extractor="toys")


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
    machine.settings = settings(
        max_examples=8, stateful_step_count=6, deadline=None, suppress_health_check=list(HealthCheck)
    )
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


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="there is no fork server")
def test_killed_builds_and_removals_lose_nothing_and_the_next_command_works(tmp_path: Path) -> None:
    choice = random.Random(6)
    machine = Sequences()
    folder, out = tmp_path / "in", tmp_path / "out"
    texts = dict.fromkeys(NAMES, 0)
    machine.write(folder, texts)
    killed_after(60, "build", str(out), str(folder))  # the first one imports everything
    began = time.monotonic()
    assert killed_after(60, "build", str(tmp_path / "timed"), str(folder))
    usual = time.monotonic() - began
    finished = 0
    for number in range(50):
        name = choice.choice(NAMES)
        texts[name] = (texts[name] + 1) % len(TEXTS)
        machine.write(folder, texts)
        action, what = ("remove", name) if number % 5 == 4 else ("build", str(folder))
        finished += killed_after(choice.uniform(0, 1.3 * usual), action, str(out), what)
        with Graph.open(out) as graph:
            assert len(graph.articles()) >= len(NAMES) - 1
    assert 0 < finished < 50
    pipeline.build([machine.write(folder, texts)], out=out, config=CONFIG)
    pipeline.build([folder], out=tmp_path / "whole", config=CONFIG)
    assert turtle(out) == turtle(tmp_path / "whole")
    assert Graph.open(out).check() == ()
