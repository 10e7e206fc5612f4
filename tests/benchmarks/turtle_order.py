"""How long Turtle in a fixed order takes, against pyoxigraph's own dump in the order of the store.

    python -m tests.benchmarks.turtle_order [TRIPLES]

Both write the same store on disk to a file; CPU time of this process, so that neighbours do not count.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox

from kg.graph.export import Format, write_export
from kg.graph.store import Graph, commit
from kg.model import Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import BASE, KG

OWN = 13  # triples of a fact and its evidence


def synthetic_quads(triples: int) -> Iterator[ox.Quad]:
    """Yield facts and evidence shaped as a build makes them."""
    for number in range(triples // OWN):
        fact = ox.NamedNode(f"{BASE}fact/{number * 7919 % 1_000_003:032x}")
        evidence = ox.NamedNode(f"{BASE}evidence/{number * 104_729 % 1_000_003:032x}")
        article = ox.NamedNode(f"{BASE}article/{number // 30}")
        yield ox.Quad(fact, ox.NamedNode(f"{KG}evidence"), evidence)
        for name in range(4):
            yield ox.Quad(
                fact, ox.NamedNode(f"{KG}own{name}"), ox.NamedNode(f"{BASE}entity/name_{number * name % 5_000}")
            )
        for name in range(OWN - 5):
            text = ox.Literal(f"some words of a quote, {number} {name}") if name % 2 else ox.Literal(number + name)
            yield ox.Quad(evidence, ox.NamedNode(f"{KG}said{name}"), text, article)


def timed(work: Callable[[], object]) -> float:
    """Return the CPU seconds that some work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main(triples: int) -> None:
    """Print both times and their ratio."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        commit(folder, synthetic_quads(triples), Ontology(Lexicon()))
        with Graph.open(folder) as graph:
            unordered = timed(
                lambda: graph.store.dump(str(folder / "x.trig"), ox.RdfFormat.TRIG, prefixes=graph.prefixes)
            )
            ordered = timed(lambda: write_export(graph, folder / "x.ttl", form=Format.TURTLE))
            size = f"{len(graph):,} triples"
            print(f"{size}: dump {unordered:.1f} s, ordered Turtle {ordered:.1f} s, ratio {ordered / unordered:.2f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
