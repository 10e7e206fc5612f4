"""Writers that are killed at any moment, two writers at once, a full disk, a folder that cannot be written."""

from __future__ import annotations

import multiprocessing
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.graph.generations import current
from kg.graph.store import Graph, commit, lock
from kg.model import Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import depot_builder, graph_of

ONTOLOGY = Ontology(Lexicon())
ROOT = Path(__file__).resolve().parents[2]
WRITER = """
import sys
import time
from pathlib import Path
from kg.graph.store import commit, lock
from tests.graph.test_crash import ONTOLOGY, quads
print("ready", flush=True)
with lock(Path(sys.argv[1])):
    commit(Path(sys.argv[1]), quads(int(sys.argv[2])), ONTOLOGY)
print("done", flush=True)
"""


def quads(articles: int):
    return graph_of(*(depot_builder(f"{number}.txt").build() for number in range(articles)))


def write(folder: Path, articles: int) -> None:
    with lock(folder):
        commit(folder, quads(articles), ONTOLOGY)


def articles_in(folder: Path) -> int:
    with Graph.open(folder) as graph:
        return len(graph.articles())


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="there is no fork server")
def test_fifty_kills_lose_nothing(tmp_path: Path) -> None:
    """A writer that is killed leaves the graph of the last one that finished, and the next one works."""
    choice = random.Random(9)
    commit(tmp_path, quads(1), ONTOLOGY)
    done, killed = 1, 0
    server = multiprocessing.get_context("forkserver")  # imports everything once, so that a start takes no time
    server.set_forkserver_preload([__name__])
    usual = 60.0
    for number in range(2, 54):
        process = server.Process(target=write, args=(tmp_path, number))
        began = time.monotonic()
        process.start()
        process.join(usual if number < 4 else choice.uniform(0, 1.3 * usual))
        usual = time.monotonic() - began if number < 4 else usual
        process.kill()
        process.join()
        finished = process.exitcode == 0
        killed += not finished
        kept = articles_in(tmp_path)
        assert kept == number if finished else kept in (done, number), "neither the old graph nor the new one"
        done = kept
    assert killed > 10, "hardly any was caught at work"
    commit(tmp_path, quads(3), ONTOLOGY)
    assert articles_in(tmp_path) == 3
    assert not list((tmp_path / "store").glob(".draft*"))


def test_a_second_writer_says_who_holds_the_folder(tmp_path: Path) -> None:
    with lock(tmp_path):
        code = f"from pathlib import Path; from kg.graph.store import lock\nwith lock(Path({str(tmp_path)!r})): pass"
        second = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert second.returncode
    assert f"in use by process {os.getpid()}; wait until it has ended" in second.stderr


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of POSIX systems")
def test_a_killed_writer_holds_nothing(tmp_path: Path) -> None:
    code = (
        "import time; from pathlib import Path; from kg.graph.store import lock\n"
        f"with lock(Path({str(tmp_path)!r})):\n    print('held', flush=True); time.sleep(60)"
    )
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with pytest.raises(GraphError, match=f"in use by process {process.pid}"), lock(tmp_path):
        pass
    process.kill()
    process.communicate()
    with lock(tmp_path):
        pass


@pytest.mark.skipif(os.name != "posix", reason="the limit that stands for a full disk is of POSIX systems")
def test_a_full_disk_is_a_clear_error_and_the_old_graph_stays(tmp_path: Path) -> None:
    commit(tmp_path, quads(2), ONTOLOGY)
    before = current(tmp_path)
    limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))\n"
    ignore = "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    code = limit + ignore + WRITER
    command = [sys.executable, "-c", code, str(tmp_path), "40"]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "GraphError" in result.stderr
    assert "what was built before is intact" in result.stderr
    assert current(tmp_path) == before
    assert articles_in(tmp_path) == 2


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with (
        pytest.raises(GraphError, match=r"cannot be written \(.*\); choose another folder"),
        lock(tmp_path / "file" / "out"),
    ):
        pass


def test_a_graph_is_read_where_nothing_can_be_written(tmp_path: Path) -> None:
    commit(tmp_path, quads(1), ONTOLOGY)
    readers = tmp_path / "store" / "readers"
    readers.write_text("a file where the folder would be", encoding="utf-8")
    assert articles_in(tmp_path) == 1
