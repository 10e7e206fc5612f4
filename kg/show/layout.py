"""Positions for entities: near what they are joined to, apart from all else, the same for the same graph.

Each component is laid out by itself: a small one by stress majorization over its shortest paths, which gives the
clearest picture, a large one by distances to a few pivots (PivotMDS) and then by springs, with repulsion among the
nearest neighbours that a KD-tree finds. Boxes around the labels are pushed apart, and the components packed.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

Points = NDArray[np.float64]
Links = NDArray[np.int64]

UNIT = 100.0  # pixels of a link between two entities of one link each; labels then push apart what they need
SMALL = 400  # stress majorization takes 0.5 s for so many, and four times that for twice as many
STRESS_ROUNDS = 120  # the picture of 300 entities no longer moves visibly
PIVOTS = 40  # more pivots change the picture little (Brandes and Pich use 50 for any size)
SPRING_ROUNDS = 60  # 20,000 entities in 4 s
NEIGHBOURS = 14  # nearest entities that push one away
PUSH_ROUNDS = 400  # labels of 300 entities are apart after 60, those of a star of 60 after 200
WIDEN_AFTER, WIDEN = 25, 1.12
ASPECT = 1.2  # width to height of what is packed: a laptop's screen less the panels
GAP = 60.0  # between components
ROW_WIDTHS = (0.8, 1.0, 1.1, 1.25, 1.4, 1.6)  # of the side of a square picture; the best of them is taken


def arrange(count: int, links: Sequence[tuple[int, int]], boxes: Points | None = None) -> Points:
    """Return an array of `count` rows x, y in pixels, the middle of the picture at 0, 0.

    Args:
        count: number of entities.
        links: pairs of indices.
        boxes: width and height of the label of each entity, `count` rows; these do not overlap in the result.

    >>> arrange(2, [(0, 1)]).round().tolist()
    [[-50.0, -0.0], [50.0, 0.0]]
    """
    if not count:
        return np.zeros((0, 2))
    ends = _distinct(links)
    _, component = connected_components(_matrix(count, ends), directed=False)
    order = np.argsort(component, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(component[order])) + 1)
    placed = _placed(groups, _links_within(groups, ends, component), boxes)
    sizes = np.array([_extent(points, group, boxes) for points, group in zip(placed, groups, strict=True)])
    corners = pack(sizes)
    result = np.zeros((count, 2))
    for group, points, size, corner in zip(groups, placed, sizes, corners, strict=True):
        result[group] = points - (points.max(axis=0) + points.min(axis=0)) / 2 + corner + size / 2
    middle: Points = result - (result.max(axis=0) + result.min(axis=0)) / 2
    return middle


def _distinct(links: Sequence[tuple[int, int]]) -> Links:
    ends = np.array(links, dtype=np.int64).reshape(-1, 2)
    ends = np.sort(ends[ends[:, 0] != ends[:, 1]], axis=1)
    distinct: Links = np.unique(ends, axis=0)
    return distinct


def _matrix(count: int, ends: Links) -> csr_array:
    """Return the lengths that the links should have: longer where many links meet."""
    degree = np.bincount(ends.ravel(), minlength=count)
    room = np.sqrt(degree[ends[:, 0]]) + np.sqrt(degree[ends[:, 1]])
    lengths = 1.0 + 0.12 * (room - 2.0)
    both = (np.concatenate([ends[:, 0], ends[:, 1]]), np.concatenate([ends[:, 1], ends[:, 0]]))
    return csr_array((np.concatenate([lengths, lengths]), both), shape=(count, count))


def _links_within(groups: Sequence[Links], ends: Links, component: Links) -> list[Links]:
    """Return the links of each component, by the place of their ends within it."""
    place = np.zeros(len(component), dtype=np.int64)
    for group in groups:
        place[group] = np.arange(len(group))
    side = component[ends[:, 0]]
    order = np.argsort(side, kind="stable")
    return np.split(place[ends][order], np.searchsorted(side[order], np.arange(1, len(groups))))


def _placed(groups: Sequence[Links], links: Sequence[Links], boxes: Points | None) -> list[Points]:
    """Return the points of each component; most are pairs and small stars, and each shape is laid out once."""
    known: dict[tuple[int, bytes], Points] = {}
    placed = []
    for group, ends in zip(groups, links, strict=True):
        shape = len(group), ends.tobytes()
        if shape not in known:
            known[shape] = _laid_out(len(group), ends)
        placed.append(known[shape] if boxes is None else push_apart(known[shape], boxes[group]))
    return placed


def _laid_out(count: int, ends: Links) -> Points:
    if count == 1:
        return np.zeros((1, 2))
    part = _matrix(count, ends)
    return _lying((_by_stress(part) if count <= SMALL else _by_springs(part)) * UNIT)


def _extent(points: Points, group: Links, boxes: Points | None) -> Points:
    margin = np.full(2, GAP) if boxes is None else boxes[group].max(axis=0) + GAP / 2
    extent: Points = points.max(axis=0) - points.min(axis=0) + margin
    return extent


def _lying(points: Points) -> Points:
    """Turn the points so that they spread most from left to right."""
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    signs = np.where(axes[np.arange(2), np.abs(axes).argmax(axis=1)] < 0, -1.0, 1.0)
    turned: Points = centred @ (axes * signs[:, None]).T
    return turned


# ------------------------------------------------------------------------------------------------ small components


def _by_stress(part: csr_array) -> Points:
    """Place entities so that distances in the picture are the lengths of the shortest paths (SMACOF)."""
    wanted = dijkstra(part, directed=False)
    weights = 1.0 / np.maximum(wanted, 1e-9) ** 2
    np.fill_diagonal(weights, 0.0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian, hermitian=True)
    points = _pivot_start(wanted)
    for _ in range(STRESS_ROUNDS):
        distance = _distances(points)
        ratio = -weights * wanted / np.maximum(distance, 1e-9)
        np.fill_diagonal(ratio, 0.0)
        np.fill_diagonal(ratio, -ratio.sum(axis=1))
        points = inverse @ (ratio @ points)
    return points


def _distances(points: Points) -> Points:
    gaps = points[:, None, :] - points[None, :, :]
    distances: Points = np.sqrt((gaps**2).sum(axis=2))
    return distances


def _pivot_start(distances: Points) -> Points:
    """Return the two main axes of the distances to some entities, rows and columns centred (PivotMDS)."""
    squares = distances**2
    centred = squares - squares.mean(axis=0) - squares.mean(axis=1, keepdims=True) + squares.mean()
    left, values, _ = np.linalg.svd(centred, full_matrices=False)
    axes = np.zeros((len(distances), 2))
    found = min(2, len(values))
    axes[:, :found] = left[:, :found]
    axes *= np.where(axes[np.abs(axes).argmax(axis=0), np.arange(2)] < 0, -1.0, 1.0)
    spread = np.abs(axes).max(axis=0)
    scaled: Points = axes / np.maximum(spread, 1e-9) * max(float(distances.max()), 1.0) / 2 + _jitter(len(distances))
    return scaled


def _jitter(count: int) -> Points:
    """Return small distinct offsets: entities with the same distances to all others must not coincide."""
    turns = np.arange(count) * 2.399963  # the golden angle: no two directions alike
    radius = 0.3 * np.sqrt((np.arange(count) + 0.5) / count)
    offsets: Points = np.stack([np.cos(turns), np.sin(turns)], axis=1) * radius[:, None]
    return offsets


# ------------------------------------------------------------------------------------------------ large components


def _by_springs(part: csr_array) -> Points:
    """Place many entities: pivots give the whole its shape, springs and pushing neighbours the detail."""
    count = part.shape[0]
    points: Points = _pivot_start(_pivot_distances(part)) * np.sqrt(count) / 12
    links = part.tocoo()
    rows, columns, lengths = links.row.astype(np.int64), links.col.astype(np.int64), links.data
    degree = np.bincount(rows, minlength=count)
    for step in range(SPRING_ROUNDS):
        force = _pull(points, rows, columns, lengths, degree) + _push(points, degree)
        size = np.maximum(np.sqrt((force**2).sum(axis=1)), 1e-9)
        limit = 1.5 * (1 - step / SPRING_ROUNDS) + 0.05
        points = points + force * (np.minimum(size, limit) / size)[:, None]
    return points


def _pivot_distances(part: csr_array) -> Points:
    """Return distances to pivots that lie far from each other: the first has most links."""
    pivot = int(np.diff(part.indptr).argmax())
    columns, nearest = [], np.full(part.shape[0], np.inf)
    for _ in range(PIVOTS):
        column = dijkstra(part, directed=False, indices=pivot)
        columns.append(column)
        nearest = np.minimum(nearest, column)
        pivot = int(nearest.argmax())
    distances: Points = np.stack(columns, axis=1)
    return distances


def _pull(points: Points, rows: Links, columns: Links, lengths: Points, degree: Links) -> Points:
    """Return the force of the links; an entity with many links is pulled by their mean, so that it stays calm."""
    gaps = points[columns] - points[rows]
    distance = np.maximum(np.sqrt((gaps**2).sum(axis=1)), 1e-9)
    pulls = gaps * ((distance - lengths) / distance)[:, None]
    return _summed(pulls, rows, len(points)) / np.maximum(degree, 1)[:, None] * 0.9


def _push(points: Points, degree: Links) -> Points:
    """Return the force with which the nearest neighbours push an entity away; the more links, the wider its place."""
    near = min(NEIGHBOURS + 1, len(points))
    distance, other = cKDTree(points).query(points, k=near)
    distance, other = np.maximum(distance[:, 1:], 1e-3), other[:, 1:]
    room = np.sqrt(np.sqrt(degree + 1.0))
    strength = room[:, None] * room[other] / distance**2 * 0.12
    gaps = points[:, None, :] - points[other]
    force: Points = (gaps * strength[:, :, None]).sum(axis=1)
    return force


def _summed(forces: Points, rows: Links, count: int) -> Points:
    return np.stack([np.bincount(rows, weights=forces[:, axis], minlength=count) for axis in (0, 1)], axis=1)


# ------------------------------------------------------------------------------------------------ labels, packing


def push_apart(points: Points, boxes: Points) -> Points:
    """Return the points moved as little as needed until the boxes around them no longer overlap.

    >>> push_apart(np.array([[0.0, 0.0], [10.0, 0.0]]), np.array([[30.0, 20.0], [30.0, 20.0]])).round(1).tolist()
    [[0.0, -10.2], [10.0, 10.2]]
    """
    for turn in range(1, PUSH_ROUNDS + 1):
        pairs = _overlapping(points, boxes)
        if not len(pairs):
            break
        if turn % WIDEN_AFTER == 0:  # a crowd that pushes in a circle needs more room, not more pushing
            points = points * WIDEN
        one, other = pairs[:, 0], pairs[:, 1]
        gap = points[other] - points[one]
        lack = (boxes[one] + boxes[other]) / 2 - np.abs(gap)
        sideways = lack[:, 0] < lack[:, 1]
        direction = np.where(gap < 0, -1.0, 1.0)
        move = np.where(np.stack([sideways, ~sideways], axis=1), direction * (lack / 2 + 0.5), 0.0)
        step = _summed(move, other, len(points)) - _summed(move, one, len(points))
        points = points + step * 0.6
    return points


def _overlapping(points: Points, boxes: Points) -> Links:
    """Return the pairs whose boxes overlap, in fixed order."""
    reach = float(boxes.max(initial=0.0))
    pairs = cKDTree(points).query_pairs(reach * np.sqrt(2), output_type="ndarray")
    pairs = pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]
    room = (boxes[pairs[:, 0]] + boxes[pairs[:, 1]]) / 2
    found: Links = pairs[(np.abs(points[pairs[:, 0]] - points[pairs[:, 1]]) < room).all(axis=1)]
    return found


def pack(sizes: Points) -> Points:
    """Return the lower corner of each box: the tallest first, in rows, so that the picture can be drawn largest.

    >>> pack(np.array([[100.0, 50.0], [40.0, 50.0], [40.0, 20.0]])).tolist()
    [[0.0, 0.0], [0.0, 50.0], [40.0, 50.0]]
    """
    widest = float(sizes[:, 0].max())
    square = float(np.sqrt(sizes.prod(axis=1).sum() * ASPECT))
    tried = [_rows(sizes, max(widest, square * share)) for share in ROW_WIDTHS]
    return min(tried, key=lambda corners: _room(corners + sizes))


def _room(ends: Points) -> float:
    """Return the height of the smallest frame of that aspect that holds what ends there."""
    width, height = ends.max(axis=0)
    return max(float(width) / ASPECT, float(height))


def _rows(sizes: Points, width: float) -> Points:
    corners = np.zeros_like(sizes)
    x = y = height = 0.0
    for i in np.lexsort((np.arange(len(sizes)), -sizes[:, 1])):
        if x > 0 and x + sizes[i, 0] > width:
            x, y, height = 0.0, y + height, 0.0
        corners[i] = x, y
        x += sizes[i, 0]
        height = max(height, float(sizes[i, 1]))
    return corners
