"""The plain triples as a networkx graph, for people who think in nodes and edges, and for GraphML and GEXF."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import networkx as nx
import pyoxigraph as ox

from kg.graph.terms import NOT_XML

if TYPE_CHECKING:
    from kg.graph.store import Graph

_WRITTEN_ON = re.compile(r' lastmodifieddate="[^"]*"')
PLAIN = """
SELECT DISTINCT ?fact ?subject ?predicate ?object ?certainty ?support {
  ?fact a kg:Fact ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
  OPTIONAL { ?fact kg:factCertainty ?certainty }
  OPTIONAL { ?fact kg:support ?support }
  FILTER NOT EXISTS { ?fact a kg:Claim }
}
"""


def plain_network(graph: Graph) -> nx.MultiDiGraph:
    """Return entities and facts as nodes by IRI, and between them the plain triples as edges by IRI of the property.

    A node has `label` and `kind`; a literal object becomes an attribute of its subject, named by the property's label.
    An edge has `label`, `fact`, `certainty` and `support` (0 for a derived fact).
    """
    network = nx.MultiDiGraph()
    labels = {s.value: o.value for s, o in _pairs(graph, "rdfs:label")}
    kinds = {s.value: labels.get(o.value, "") for s, o in sorted(_pairs(graph, "a"), key=lambda pair: pair[1].value)}
    rows = sorted(graph.select(PLAIN), key=lambda row: tuple(str(term) for term in row))
    for fact, subject, predicate, value, certainty, support in rows:
        label = labels.get(predicate.value, predicate.value)
        for end in (subject, value):
            if isinstance(end, ox.NamedNode):
                network.add_node(end.value, label=labels.get(end.value, end.value), kind=kinds.get(end.value, ""))
        if isinstance(value, ox.NamedNode):
            edge = {"label": label, "fact": fact.value, "certainty": certainty.value if certainty else ""}
            edge["support"] = int(support.value) if support else 0
            network.add_edge(subject.value, value.value, key=predicate.value, **edge)
        else:
            node = network.nodes[subject.value]
            node[label] = f"{node[label]}; {value.value}" if label in node else value.value
    return network


def _pairs(graph: Graph, predicate: str) -> list[tuple[Any, Any]]:
    return [(row[0], row[1]) for row in graph.select(f"SELECT ?s ?o {{ ?s {predicate} ?o }}")]


def as_graphml(network: nx.MultiDiGraph) -> Iterator[str]:
    """Yield the lines of a GraphML file."""
    return (f"{line}\n" for line in nx.generate_graphml(_for_xml(network)))


def as_gexf(network: nx.MultiDiGraph) -> Iterator[str]:
    """Yield the lines of a GEXF file, without the day it was written, so that it is the same every day."""
    lines = nx.generate_gexf(_for_xml(network))
    return (f"{_WRITTEN_ON.sub('', line)}\n" for line in lines)


def _for_xml(network: nx.MultiDiGraph) -> nx.MultiDiGraph:
    """Return the network with U+FFFD in place of characters that XML cannot hold."""
    sound = nx.MultiDiGraph()
    sound.add_nodes_from((node, _sound(data)) for node, data in network.nodes(data=True))
    sound.add_edges_from(
        (start, end, key, _sound(data)) for start, end, key, data in network.edges(keys=True, data=True)
    )
    return sound


def _sound(data: Mapping[str, Any]) -> dict[str, Any]:
    return {name: NOT_XML.sub("\ufffd", value) if isinstance(value, str) else value for name, value in data.items()}
