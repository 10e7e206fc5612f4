"""How much each entity and fact matters, and which entities belong together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import log1p

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from kg.show.network import NO_ENTITY, Dispute, Fact, Network

DAMPING = 0.85  # what the PageRank paper and networkx use
ROUNDS = 60  # 0.85 ** 60 < 1e-4: the order of entities no longer changes


def page_rank(count: int, links: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Return the PageRank of each of `count` entities, links read in both directions, the highest as 1.

    Both directions, since "A supplies B" says as much of B as of A.

    >>> page_rank(3, [(0, 1), (0, 2)]).round(2).tolist()
    [1.0, 0.53, 0.53]
    """
    if not count:
        return np.zeros(0)
    ends = np.array(links, dtype=np.int64).reshape(-1, 2)
    rows, columns = np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]])
    matrix = csr_array((np.ones(len(rows)), (rows, columns)), shape=(count, count))
    degree = np.maximum(matrix.sum(axis=1), 1.0)
    rank = np.full(count, 1.0 / count)
    for _ in range(ROUNDS):
        rank = (1 - DAMPING) / count + DAMPING * (matrix.T @ (rank / degree))
    scaled: NDArray[np.float64] = rank / rank.max()
    return scaled


def entity_weights(network: Network) -> NDArray[np.float64]:
    """Return what each entity weighs, from 0 to 1: half by the evidence about it, half by its place in the graph."""
    evidence = Counter[int]()
    for fact in network.facts:
        for end in {fact.subject, fact.object} - {NO_ENTITY}:
            evidence[end] += max(len(fact.quotes), 1)
    told = np.array([log1p(evidence[i]) for i in range(len(network.nodes))])
    rank = page_rank(len(network.nodes), network.links())
    weights: NDArray[np.float64] = told / max(told.max(initial=0), 1.0) / 2 + rank / 2
    return weights


def strongest_first(network: Network) -> Network:
    """Return the network with entities by weight and facts by what supports them and the weight of their ends."""
    weights = [round(float(weight), 9) for weight in entity_weights(network)]
    nodes = sorted(range(len(network.nodes)), key=lambda i: (-weights[i], network.nodes[i].iri))
    facts = sorted(range(len(network.facts)), key=lambda i: _strength(network.facts[i], weights))
    new_node = {old: new for new, old in enumerate(nodes)} | {NO_ENTITY: NO_ENTITY}
    new_fact = {old: new for new, old in enumerate(facts)}
    return replace(
        network,
        nodes=tuple(replace(network.nodes[i], broader=new_node[network.nodes[i].broader]) for i in nodes),
        facts=tuple(_renumbered(network.facts[i], new_node, new_fact) for i in facts),
        disputes=renumbered(network.disputes, new_fact),
    )


def renumbered(disputes: Iterable[Dispute], fact_of: Mapping[int, int]) -> tuple[Dispute, ...]:
    """Return the disputes with the new indices of their facts, in that order; those without one are left out.

    >>> renumbered([Dispute(4, 9), Dispute(4, 7)], {4: 0, 9: 1})
    (Dispute(fact=0, against=1, is_denied=True, stating=0, opposing=0),)
    """
    kept = (d for d in disputes if d.fact in fact_of and d.against in fact_of)
    return tuple(sorted(replace(d, fact=fact_of[d.fact], against=fact_of[d.against]) for d in kept))


def _strength(fact: Fact, weights: Sequence[float]) -> tuple[float, str]:
    other = weights[fact.object] if fact.object != NO_ENTITY else 0.0
    return -round(weights[fact.subject] + other + log1p(fact.support), 9), fact.iri


def _renumbered(fact: Fact, node: dict[int, int], fact_of: dict[int, int]) -> Fact:
    return replace(
        fact,
        subject=node[fact.subject],
        object=node[fact.object],
        premises=tuple(fact_of[p] for p in fact.premises),
    )


def communities(count: int, links: Sequence[tuple[int, int]]) -> list[int]:
    """Return the community of each entity, numbered from the largest; the same for the same links.

    >>> communities(5, [(0, 1), (1, 2), (0, 2), (3, 4)])
    [0, 0, 0, 1, 1]
    """
    import networkx as nx  # slow to import, and only a page needs it

    graph = nx.Graph()
    graph.add_nodes_from(range(count))
    for (one, other), weight in sorted(Counter(tuple(sorted(link)) for link in links).items()):
        graph.add_edge(one, other, weight=weight)
    found = nx.community.louvain_communities(graph, seed=1)
    ordered = sorted((sorted(members) for members in found), key=lambda members: (-len(members), members))
    number = {node: i for i, members in enumerate(ordered) for node in members}
    return [number[node] for node in range(count)]
