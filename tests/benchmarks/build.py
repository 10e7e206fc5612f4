"""How long a build of many articles takes, of one article more, and of none.

    python -m tests.benchmarks.build [ARTICLES]

The articles are extracted without a parser, so that what is measured is all that a build does again. CPU time of this
process, so that neighbours do not count.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from kg import pipeline
from kg.config import Config
from kg.settings import Settings
from tests.benchmarks.turtle_order import timed
from tests.graph.test_sequences import extract_toys

TEXT = (
    "The harbour of Eastvale sent pumps{0} to the depot. Northland sold cranes{0} to the council on the coast. "
    "Eastvale sold valves{1} to the port. Northland sent ships{1} to the islands. "
    "Eastvale sent crews{0} to the yard."
)


def main(articles: int) -> None:
    """Print the time of each build."""
    pipeline.EXTRACTORS["toys"] = extract_toys
    config = Config(Settings(), extractor="toys")
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name, "in"), Path(name, "out")
        folder.mkdir()
        for number in range(articles):
            write(folder, number)
        report("all", lambda: pipeline.build([folder], out=out, config=config))
        write(folder, articles)
        report("one more", lambda: pipeline.build([folder], out=out, config=config))
        report("none", lambda: pipeline.build([folder], out=out, config=config))


def write(folder: Path, number: int) -> None:
    """Write an article that shares things with some others."""
    (folder / f"{number:06}.txt").write_text(TEXT.format(number, number % 97), encoding="utf-8")


def report(what: str, work: Callable[[], pipeline.Report]) -> None:
    """Print what a build did and how long that took."""
    done: list[pipeline.Report] = []
    seconds = timed(lambda: done.append(work()))
    print(f"{what:9} {seconds:6.1f} s: {done[0].articles:,} articles, {done[0].new:,} new, {done[0].facts:,} facts")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 500)
