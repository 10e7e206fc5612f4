"""Which articles copy each other: agencies sell one text to many papers, and that is one voice, not many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

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
    signature = _signature(words)
    near = [other for other in index.query(signature) if signature.jaccard(_signature(other)) >= COPIED]
    return [seen[other] for other in sorted(near)]


@lru_cache(maxsize=20_000)
def _signature(words: str) -> MinHash:
    parts = words.split()
    shingles = {" ".join(parts[i : i + SHINGLE]) for i in range(max(1, len(parts) - SHINGLE + 1))}
    signature = MinHash(num_perm=PERMUTATIONS, seed=SEED)
    signature.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return signature


def _root(leader: Mapping[str, str], article: str) -> str:
    while leader[article] != article:
        article = leader[article]
    return article
