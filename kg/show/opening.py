"""What the page shows first: the strongest facts and what they join, drawn by pyvis."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from kg.show.encode import Drawing, Json
from kg.show.layout import Points, arrange
from kg.show.network import NO_ENTITY, Fact, Network, Node
from kg.show.weights import communities, page_rank

OPENING = 60  # entities drawn first on a large screen: more are a thicket
SMALLER = (12, 32)  # the same for a phone's and for a laptop's screen
BOX_LINE = 18  # characters in a line of a label before it is broken
MOST_LINES = 3
LINE_WIDTH, LINE_HEIGHT, MARK_HEIGHT = 7.4, 16.0, 40.0  # pixels of a character, a line, and of the sign above it
SHAPES = {
    "Person": "dot",
    "Organization": "square",
    "Group": "hexagon",
    "Place": "triangleDown",
    "Product": "diamond",
    "Event": "star",
    "Activity": "triangle",
    "Work": "square",
    "Topic": "hexagon",
    "Entity": "dot",
}
HOLLOW = ("Work", "Topic", "Entity")  # drawn as outlines, so that nothing is told by colour alone
OPTIONS: dict[str, Json] = {
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "interaction": {
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
        "hoverConnectedEdges": False,
        "zoomSpeed": 0.6,
        "tooltipDelay": 100000,
    },
    "nodes": {"borderWidth": 1.5, "borderWidthSelected": 3, "font": {"size": 0}},
    "edges": {
        "width": 1.4,
        "selectionWidth": 1.2,
        "hoverWidth": 0.6,
        "arrowStrikethrough": False,
        "arrows": {"to": {"enabled": True, "scaleFactor": 0.55}},
        "font": {"size": 0},
        "smooth": {"enabled": True, "type": "curvedCW", "roundness": 0.08},
    },
}


def is_affirmed(fact: Fact) -> bool:
    """Tell whether the page shows a fact at first: something states it as certain or probable, and as so."""
    return fact.polarity == "positive" and fact.certainty in ("certain", "probable")


def opening_nodes(facts: Iterable[Fact], limit: int = OPENING) -> list[int]:
    """Return the entities that the strongest facts join, up to a limit, in that order.

    >>> opening_nodes([Fact("f", 4, 2, "supplies", certainty="certain")])
    [4, 2]
    """
    chosen: dict[int, None] = {}
    for fact in facts:
        if fact.object == NO_ENTITY or fact.object == fact.subject or not is_affirmed(fact):
            continue
        new = [end for end in (fact.subject, fact.object) if end not in chosen]
        if len(chosen) + len(new) <= limit:
            chosen.update(dict.fromkeys(new))
    return list(chosen)


def boxes_of(nodes: Iterable[Node]) -> Points:
    """Return width and height of each label with the sign above it, in pixels."""
    lengths = np.array([min(len(node.label), MOST_LINES * BOX_LINE) for node in nodes], dtype=np.float64)
    lines = np.maximum(np.ceil(lengths / BOX_LINE), 1.0)
    widths = np.maximum(np.minimum(lengths, BOX_LINE) * LINE_WIDTH, 40.0) + 14.0
    return np.stack([widths, MARK_HEIGHT + lines * LINE_HEIGHT + 14.0], axis=1)


def drawing_of(network: Network) -> Drawing:
    """Return where all entities are, which belong together, and how central each is (0 to 1000)."""
    count, links = len(network.nodes), network.links()
    positions = arrange(count, links).round().astype(int)
    ranks = (page_rank(count, links) * 1000).round().astype(int)
    return Drawing([(int(x), int(y)) for x, y in positions], communities(count, links), ranks.tolist())


def opening_view(network: Network) -> dict[str, Json]:
    """Return the nodes, edges and options of the opening view, as pyvis hands them to vis-network.

    `smaller` holds what is drawn instead where there is less room: lists of entity, x and y, the shortest list first.
    """
    from pyvis.network import Network as Vis  # brings IPython along, which takes a while

    vis = Vis(directed=True)  # undirected, it drops all but one of several edges between two nodes
    for i, x, y in _places(network, OPENING):
        node = network.nodes[i]
        vis.add_node(i, label=node.label or " ", shape=SHAPES[node.family], x=x, y=y)
    drawn = {node["id"] for node in vis.nodes}
    for number, fact in enumerate(network.facts):
        if fact.subject in drawn and fact.object in drawn and fact.object != fact.subject:
            vis.add_edge(fact.subject, fact.object, id=number, label=fact.relation)
    smaller: list[Json] = [[list(place) for place in _places(network, limit)] for limit in SMALLER]
    return {"nodes": vis.nodes, "edges": vis.edges, "smaller": smaller, "options": OPTIONS} | _signs()


def _signs() -> dict[str, Json]:
    """Return what tells the families apart without colour."""
    return {"shapes": dict(SHAPES), "hollow": list(HOLLOW)}


def _places(network: Network, limit: int) -> list[tuple[int, int, int]]:
    """Return the first entities with their place in the picture."""
    chosen = opening_nodes(network.facts, limit)
    index = {node: i for i, node in enumerate(chosen)}
    links = [(index[a], index[b]) for a, b in network.links() if a in index and b in index]
    positions = arrange(len(chosen), links, boxes_of(network.nodes[i] for i in chosen))
    return [(i, round(x), round(y)) for i, (x, y) in zip(chosen, positions.tolist(), strict=True)]
