"""The part of a network that is around one entity."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from kg.errors import DataError
from kg.show.network import NO_ENTITY, Fact, Network, Node
from kg.show.weights import renumbered


def part_about(network: Network, about: str, depth: int) -> Network:
    """Return what is at most `depth` links away from an entity, with the facts between.

    Raises:
        DataError: no entity is called so.

    >>> part_about(Network("News"), "Atlantis", 1)
    Traceback (most recent call last):
    kg.errors.DataError: no entity is called 'Atlantis'; look for its name with kg query --name entities
    """
    start = find_entity(network, about)
    near = {start}
    for _ in range(max(depth, 0)):
        near |= {end for fact in network.facts for end in _beyond(fact, near)}
    return _only(network, near, f"{network.title}: {network.nodes[start].label}")


def find_entity(network: Network, name: str) -> int:
    """Return the index of the entity with this IRI, label or alias, in any case; the weightiest of several."""
    wanted = name.casefold()
    for i, node in enumerate(network.nodes):
        if name == node.iri or wanted == node.label.casefold():
            return i
    for i, node in enumerate(network.nodes):
        if any(wanted == alias.casefold() for alias in node.aliases):
            return i
    names = [node.label for node in network.nodes]
    close = get_close_matches(name, names, n=3, cutoff=0.5) or [n for n in names if wanted in n.casefold()][:3]
    hint = f"did you mean {', '.join(close)}" if close else "look for its name with kg query --name entities"
    raise DataError(f"no entity is called {name!r}", hint=hint)


def _beyond(fact: Fact, near: set[int]) -> Iterable[int]:
    ends = {fact.subject, fact.object} - {NO_ENTITY}
    return ends if ends & near else ()


def _only(network: Network, near: set[int], title: str) -> Network:
    """Return the network with these entities alone, the facts among them and what those follow from."""
    kept = {i for i, fact in enumerate(network.facts) if _lies_in(fact, near)}
    kept |= {premise for i in kept for premise in network.facts[i].premises}
    near = near | {end for i in kept for end in (network.facts[i].subject, network.facts[i].object)} - {NO_ENTITY}
    nodes, facts = sorted(near), sorted(kept)
    node_of = {old: new for new, old in enumerate(nodes)}
    fact_of = {old: new for new, old in enumerate(facts)}
    stating = {quote.source for i in facts for quote in network.facts[i].quotes}
    cited = sorted(stating | {source for i in nodes for source in network.nodes[i].sources})
    source_of = {old: new for new, old in enumerate(cited)}
    return replace(
        network,
        title=title,
        nodes=tuple(_kept(network.nodes[i], node_of, source_of) for i in nodes),
        facts=tuple(_moved(network.facts[i], node_of, fact_of, source_of) for i in facts),
        sources=tuple(network.sources[i] for i in cited),
        disputes=renumbered(network.disputes, fact_of),
    )


def _lies_in(fact: Fact, near: set[int]) -> bool:
    return fact.subject in near and (fact.object in near or fact.object == NO_ENTITY)


def _kept(node: Node, node_of: dict[int, int], source_of: dict[int, int]) -> Node:
    sources = tuple(source_of[source] for source in node.sources)
    return replace(node, broader=node_of.get(node.broader, NO_ENTITY), sources=sources)


def _moved(fact: Fact, node_of: dict[int, int], fact_of: dict[int, int], source_of: dict[int, int]) -> Fact:
    return replace(
        fact,
        subject=node_of[fact.subject],
        object=node_of.get(fact.object, NO_ENTITY),
        premises=tuple(fact_of[p] for p in fact.premises if p in fact_of),
        quotes=tuple(replace(quote, source=source_of[quote.source]) for quote in fact.quotes),
    )
