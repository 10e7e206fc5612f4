"""Mentions of which it is not sure enough what they stand for: nothing plain is said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kg.model import Chain, Extraction

# On OntoGUM's news and MEANTIME 85 of 100 links that are at least so sure are right, of the others 60.
SURE_ENOUGH = 0.6


def doubtful_mentions(extraction: Extraction) -> frozenset[int]:
    """Return the mentions that a doubtful link lies between and what names their chain.

    >>> from kg.model import Document, Link
    >>> chain = Chain((0, 1, 2), 0, (Link(1, 0, "pronoun", 0.5), Link(2, 1, "pronoun", 0.95)))
    >>> sorted(doubtful_mentions(Extraction(Document("a", "a.txt", ""), (), (chain,), ())))
    [1, 2]
    """
    return frozenset(mention for chain in extraction.chains for mention in _doubtful(chain))


def _doubtful(chain: Chain) -> Iterator[int]:
    """Yield the mentions of a chain that its doubtful links part from its best name."""
    if all(link.confidence >= SURE_ENOUGH for link in chain.links):
        return
    beside: dict[int, list[int]] = defaultdict(list)
    for link in chain.links:
        if link.confidence >= SURE_ENOUGH:
            beside[link.mention].append(link.antecedent)
            beside[link.antecedent].append(link.mention)
    reached = [chain.representative]
    for mention in reached:
        reached += [other for other in beside[mention] if other not in reached]
    yield from (mention for mention in chain.mentions if mention not in reached)
