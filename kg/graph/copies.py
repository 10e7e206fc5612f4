"""Which articles copy each other: agencies sell one text to many papers, and that is one voice, not many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the library takes longer to load than most commands take to run, so only a comparison loads it
    from datasketch import MinHash, MinHashLSH

SHINGLE = 3  # words; two paragraphs on one event share single words, copies share runs of them
PERMUTATIONS = 64
BANDS = (16, 4)  # finds nearly all pairs above COPIED; given, as finding the best split takes longer than the search
COPIED = 0.6  # Jaccard similarity of shingles: a copy with a few words edited stays above, a retelling is under 0.2
SEED = 1


def count_independent(paragraphs: Mapping[str, Iterable[str]]) -> int:
    """Count the articles that do not copy each other, from the paragraphs of each that state the same fact.

    >>> count_independent({"a": ["Talks collapsed on Friday."], "b": ["Talks collapsed on Friday."]})
    1
    >>> count_independent({"a": ["Talks collapsed on Friday."], "b": ["On Friday the talks broke down."]})
    2
    """
    if len(paragraphs) < 2:
        return len(paragraphs)
    from datasketch import MinHashLSH

    leader = {article: article for article in sorted(paragraphs)}
    seen: dict[str, str] = {}
    index = MinHashLSH(num_perm=PERMUTATIONS, params=BANDS)
    for article, text in sorted({(a, text) for a, texts in paragraphs.items() for text in texts}):
        words = " ".join(re.findall(r"\w+", text.casefold()))
        copies = [seen[words]] if words in seen else _similar(index, words, seen)
        for other in copies:
            leader[_root(leader, article)] = _root(leader, other)
        if words not in seen:
            seen[words] = article
            index.insert(words, _signature(words))
    return len({_root(leader, article) for article in leader})


def _similar(index: MinHashLSH, words: str, seen: Mapping[str, str]) -> list[str]:
    """Return the articles of paragraphs that share most of their shingles: candidates by MinHash, then compared."""
    candidates = index.query(_signature(words))
    return [seen[other] for other in sorted(candidates) if similarity(words, other) >= COPIED]


def similarity(one: str, other: str) -> float:
    """Return the share of runs of words that two texts have in common, from 0 to 1.

    >>> similarity("a b c d", "a b c e")
    0.3333333333333333
    """
    left, right = _shingles(one), _shingles(other)
    return len(left & right) / len(left | right)


@lru_cache(maxsize=20_000)
def _shingles(words: str) -> frozenset[str]:
    parts = words.split()
    return frozenset(" ".join(parts[i : i + SHINGLE]) for i in range(max(1, len(parts) - SHINGLE + 1)))


@lru_cache(maxsize=20_000)
def _signature(words: str) -> MinHash:
    from datasketch import MinHash

    signature = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    signature.update_batch([shingle.encode() for shingle in sorted(_shingles(words))])
    return signature


def _root(leader: Mapping[str, str], article: str) -> str:
    while leader[article] != article:
        article = leader[article]
    return article
