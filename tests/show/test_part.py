"""A part of a network points to its own articles."""

from __future__ import annotations

from kg.show.network import Node
from kg.show.part import _kept


def test_a_kept_node_points_to_the_articles_by_their_new_places() -> None:
    node = Node("http://a/b", "Norvik", broader=4, sources=(2, 5))
    kept = _kept(node, {4: 1}, {2: 0, 5: 1})
    assert (kept.broader, kept.sources) == (1, (0, 1))
