"""The three measures of coreference and their mean, the CoNLL F1, on chains of spans.

MUC counts links (Vilain and others 1995), B3 mentions (Bagga and Baldwin 1998), CEAFe aligned chains (Luo 2005).
Chains of one mention take no part: the gold in the OntoNotes manner has none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Cluster = frozenset[Any]  # of whatever mentions are told apart by, such as their spans


@dataclass(frozen=True, slots=True)
class Counts:
    """What is right of what was found, and what was found of what there is; counts of several documents add up.

    >>> Counts(1, 2, 1, 4).f1
    0.3333333333333333
    """

    right: float = 0.0
    found: float = 0.0
    recalled: float = 0.0
    there: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.found + other.found,
            self.recalled + other.recalled,
            self.there + other.there,
        )

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of what there is that was found."""
        return self.recalled / self.there if self.there else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def muc(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Counts:
    """Count the links that need no repair.

    >>> muc([frozenset("abc")], [frozenset("ab"), frozenset("cd")])
    Counts(right=1, found=2, recalled=1, there=2)
    """
    return Counts(*_links(found, gold), *_links(gold, found))


def _links(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[int, int]:
    owner = {mention: number for number, cluster in enumerate(others) for mention in cluster}
    right = total = 0
    for cluster in clusters:
        parts = {owner[mention] for mention in cluster if mention in owner}
        alone = sum(mention not in owner for mention in cluster)
        right += len(cluster) - len(parts) - alone
        total += len(cluster) - 1
    return right, total


def b_cubed(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Counts:
    """Count, for each mention, the share of its chain that is right.

    >>> b_cubed([frozenset("abc")], [frozenset("ab")]).precision
    1.0
    """
    return Counts(*_shares(found, gold), *_shares(gold, found))


def _shares(clusters: Sequence[Cluster], others: Sequence[Cluster]) -> tuple[float, int]:
    owner = {mention: cluster for cluster in others for mention in cluster}
    nothing: Cluster = frozenset()
    right = sum(
        len(cluster & owner.get(mention, nothing)) / len(cluster) for cluster in clusters for mention in cluster
    )
    return right, sum(len(cluster) for cluster in clusters)


def ceaf_e(gold: Sequence[Cluster], found: Sequence[Cluster]) -> Counts:
    """Align each chain found with at most one of the gold and count how much of them is shared.

    >>> ceaf_e([frozenset("ab"), frozenset("cd")], [frozenset("ab")]).recall
    0.5
    """
    if not gold or not found:
        return Counts(found=len(found), there=len(gold))
    similarity = np.array([[2 * len(g & f) / (len(g) + len(f)) for f in found] for g in gold])
    rows, columns = linear_sum_assignment(-similarity)
    shared = float(similarity[rows, columns].sum())
    return Counts(shared, len(found), shared, len(gold))


MEASURES: Mapping[str, Callable[[Sequence[Cluster], Sequence[Cluster]], Counts]] = {
    "MUC": muc,
    "B3": b_cubed,
    "CEAFe": ceaf_e,
}


def count_all(documents: Iterable[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> dict[str, Counts]:
    """Return the counts of each measure, summed over documents of (gold, found)."""
    totals = {name: Counts() for name in MEASURES}
    for gold, found in documents:
        gold, found = _real(gold), _real(found)
        for name, measure in MEASURES.items():
            totals[name] += measure(gold, found)
    return totals


def conll_f1(totals: Mapping[str, Counts]) -> float:
    """Return the mean F1 of the three measures.

    >>> conll_f1(count_all([([frozenset("ab")], [frozenset("ab")])]))
    1.0
    """
    return sum(totals[name].f1 for name in MEASURES) / len(MEASURES)


def _real(clusters: Sequence[Cluster]) -> list[Cluster]:
    return [cluster for cluster in clusters if len(cluster) > 1]
