"""How long each rule takes, and all of them until nothing new follows.

    python -m tests.benchmarks.rules [STATEMENTS]

CPU time of this process, so that neighbours do not count.
"""

from __future__ import annotations

import sys
import tempfile

import pyoxigraph as ox

from kg.graph.rules import derive
from kg.graph.terms import prefixes
from kg.ontology import load_ontology
from tests.benchmarks.graphs import copies, crews
from tests.benchmarks.turtle_order import timed
from tests.graph.conftest import graph_of

ARTICLES_A_FACT = 4


def main(statements: int) -> None:
    """Print the time of each rule on a graph of about so many statements, then of a whole derivation."""
    ontology = load_ontology()
    quads = list(graph_of(crews(), ontology=ontology))
    own = sum(quad.predicate.value.endswith("#evidence") for quad in quads)
    with tempfile.TemporaryDirectory() as folder:
        store = ox.Store(folder)
        store.bulk_extend(copies(quads, statements // own, shared_by=ARTICLES_A_FACT))
        print(f"{statements // own * own:,} statements, {len(store):,} triples")
        for rule in ontology.rules:
            rows: list[object] = []
            seconds = timed(lambda rule=rule, rows=rows: rows.extend(solutions(store, rule.sparql, ontology.base_iri)))
            print(f"{rule.name:16} {seconds:6.2f} s {len(rows):8,} solutions")
        found: list[int] = []
        seconds = timed(lambda: found.append(derive(store, ontology.rules, ontology.base_iri)))
        print(f"{'all, to the end':16} {seconds:6.2f} s {found[0]:8,} derived facts")


def solutions(store: ox.Store, sparql: str, base_iri: str) -> list[object]:
    """Return what one rule concludes."""
    found = store.query(sparql, prefixes=prefixes(base_iri), use_default_graph_as_union=True)
    assert isinstance(found, ox.QuerySolutions)
    return list(found)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
