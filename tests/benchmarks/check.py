"""How long it takes to check a graph against its shapes, and to find the few facts in it that break them.

    python -m tests.benchmarks.check [FACTS]

CPU time of this process, so that neighbours do not count.
"""

from __future__ import annotations

import sys

import pyoxigraph as ox

from kg.graph.store import Graph
from kg.graph.validate import Violation
from kg.ontology import load_ontology
from tests.benchmarks.graphs import copies
from tests.benchmarks.turtle_order import timed
from tests.graph.conftest import KG, depot_builder, graph_of

BROKEN = 20  # pieces of evidence


def main(facts: int) -> None:
    """Print the time for a sound graph of about so many facts, and for one with broken evidence."""
    ontology = load_ontology()
    quads = list(graph_of(depot_builder().build(), ontology=ontology))
    own = sum(quad.predicate.value.endswith("#support") for quad in quads)
    graph = Graph.of(copies(quads, facts // own, shared_by=1), ontology)
    found: list[Violation] = []
    seconds = timed(lambda: found.extend(graph.check()))
    print(f"{graph.counts()['facts']:,} facts, {len(graph):,} triples: {seconds:.1f} s, {len(found)} violations")
    sure = graph.store.quads_for_pattern(None, ox.NamedNode(f"{KG}certainty"), None, None)
    for quad in [quad for quad, _ in zip(sure, range(BROKEN), strict=False)]:
        graph.store.remove(quad)
    seconds = timed(lambda: found.extend(graph.check()))
    named = sum(bool(violation.article and violation.quote) for violation in found)
    print(f"the same with {BROKEN} broken: {seconds:.1f} s, {len(found)} violations, {named} with article and quote")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
