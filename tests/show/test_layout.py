from __future__ import annotations

import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.show.layout import arrange, pack


def tree(count: int, seed: int = 3) -> list[tuple[int, int]]:
    rng = random.Random(seed)
    return [(i, rng.randrange(max(0, i - 30), i)) for i in range(1, count)]


def overlaps(points: np.ndarray, boxes: np.ndarray) -> int:
    gap = np.abs(points[:, None] - points[None])
    lack = ((boxes[:, None] + boxes[None]) / 2 - gap > 0.01).all(axis=2)
    return int((lack.sum() - len(points)) // 2)


def test_the_same_graph_gives_the_same_picture() -> None:
    links = tree(500)
    assert np.array_equal(arrange(500, links), arrange(500, list(reversed(links))))


@pytest.mark.parametrize("count", [2, 20, 50, 120])
def test_labels_do_not_overlap(count: int) -> None:
    boxes = np.tile([120.0, 60.0], (count, 1))
    assert overlaps(arrange(count, tree(count), boxes), boxes) == 0


def test_a_star_of_sixty_has_room_for_all_labels() -> None:
    boxes = np.tile([120.0, 60.0], (61, 1))
    assert overlaps(arrange(61, [(0, i) for i in range(1, 61)], boxes), boxes) == 0


@given(st.integers(0, 25), st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=40))
@settings(max_examples=60)
def test_any_graph_has_finite_positions_that_differ(count: int, links: list[tuple[int, int]]) -> None:
    links = [(a, b) for a, b in links if a < count and b < count]
    points = arrange(count, links, np.tile([60.0, 30.0], (count, 1)))
    assert points.shape == (count, 2)
    assert np.isfinite(points).all()
    assert len(np.unique(points.round(3), axis=0)) == count


def test_neighbours_are_nearer_than_strangers() -> None:
    links = tree(800)
    points = arrange(800, links)
    ends = np.array(links)
    joined = np.linalg.norm(points[ends[:, 0]] - points[ends[:, 1]], axis=1).mean()
    strangers = np.linalg.norm(points - np.roll(points, 317, axis=0), axis=1).mean()
    assert joined < strangers / 3


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(1, 300)), min_size=1, max_size=40))
def test_packed_boxes_do_not_overlap(sizes: list[tuple[int, int]]) -> None:
    boxes = np.array(sizes, dtype=float)
    assert overlaps(pack(boxes) + boxes / 2, boxes) == 0


@pytest.mark.slow
def test_twenty_thousand_take_eight_seconds_of_cpu_at_most() -> None:
    links = tree(20_000) + [(i, (i * 7919) % 20_000) for i in range(10_000)]
    start = time.process_time()
    arrange(20_000, links)
    assert time.process_time() - start < 8
