"""Which articles copy each other: agencies sell one text to many papers, and that is one voice, not many."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

SHINGLE = 3  # words; two paragraphs on one event share single words, copies share runs of them
COPIED = 0.6  # Jaccard similarity of shingles: a copy with a few words edited stays above, a retelling is under 0.2


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
    first: dict[str, str] = {}  # the first article with a paragraph of these words
    for article, text in sorted({(a, text) for a, texts in paragraphs.items() for text in texts}):
        words = " ".join(re.findall(r"\w+", text.casefold()))
        leader[_root(leader, article)] = _root(leader, first.setdefault(words, article))
    for one, other in copies(tuple(first)):
        leader[_root(leader, first[other])] = _root(leader, first[one])
    return len({_root(leader, article) for article in leader})


def copies(texts: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of texts that share most of their runs of words.

    Two sets that are so alike share one of their first members in any one order, as long as the tails are too short to
    hold all that they must share; so only texts with such a member in common are compared.

    >>> list(copies(["a b c d e f", "g h i", "a b c d e f g"]))
    [('a b c d e f', 'a b c d e f g')]
    """
    by_shingle: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        shingles = sorted(_shingles(text))
        heads = shingles[: int((1 - COPIED) * len(shingles)) + 2]  # one more than is needed, for rounding
        candidates = dict.fromkeys(other for shingle in heads for other in by_shingle[shingle])
        yield from ((other, text) for other in candidates if similarity(other, text) >= COPIED)
        for shingle in heads:
            by_shingle[shingle].append(text)


def similarity(one: str, other: str) -> float:
    """Return the share of runs of words that two texts have in common, from 0 to 1.

    >>> similarity("a b c d", "a b c e")
    0.3333333333333333
    """
    left, right = _shingles(one), _shingles(other)
    return len(left & right) / len(left | right)


def _shingles(words: str) -> frozenset[str]:
    parts = words.split()
    return frozenset(" ".join(parts[i : i + SHINGLE]) for i in range(max(1, len(parts) - SHINGLE + 1)))


def _root(leader: Mapping[str, str], article: str) -> str:
    while leader[article] != article:
        article = leader[article]
    return article
