"""A sample of direct triples beside their quotes, drawn by a seed, for a person to judge."""

from __future__ import annotations

import random

from kg.graph.explain import FactView
from kg.graph.store import Graph

PLAIN = "SELECT DISTINCT ?fact { ?fact a kg:Fact ; kg:evidence ?e FILTER NOT EXISTS { ?fact a kg:Claim } }"


def draw(graph: Graph, number: int, seed: int = 0) -> tuple[FactView, ...]:
    """Return so many facts that are direct triples and stated somewhere, in random order; the same for the same seed.

    >>> from kg.model import Lexicon
    >>> from kg.ontology import Ontology
    >>> draw(Graph.of([], Ontology(Lexicon())), 100)
    ()
    """
    facts = sorted(row[0].value for row in graph.select(PLAIN))
    chosen = random.Random(seed).sample(facts, min(number, len(facts)))  # noqa: S311 - a sample, not a secret
    views = (graph.explain(iri) for iri in chosen)
    return tuple(view for view in views if isinstance(view, FactView))
