"""How many words the parse hangs where GUM does, before and after what is plainly wrong has been put right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from kg.evaluation import Score
from kg.evaluation.gum_tokens import GoldArticle, GoldToken, read_articles
from kg.extract.trees import read_tree
from kg.model import Span
from kg.text.parse import parse

LAYER = "parse"
GOLD = "GUM news"
# What statements are read off, and what each is called here; a noun with a preposition is counted at the preposition.
RELATIONS = {
    "nsubj": "subjects",
    "nsubj:pass": "subjects",
    "obj": "objects",
    "obl": "prepositions",
    "nmod": "prepositions",
    "acl": "clauses of nouns",
    "acl:relcl": "clauses of nouns",
}
# Within a name or compound another scheme has another head.
SAME_WORD = frozenset({"flat", "compound", "fixed", "goeswith"})


def evaluate(folder: Path, parser: Any) -> tuple[Score, ...]:
    """Score where subjects, objects, prepositions and the clauses of nouns hang, as parsed and as repaired.

    Args:
        folder: the folder with `GUM_*.conllu`.
        parser: as `kg.text.parse.load_parser` gives it.

    Raises:
        ReadError: the gold is missing.
    """
    total: Counter[str] = Counter()
    right: dict[str, Counter[str]] = {"as parsed": Counter(), "as repaired": Counter()}
    for article in read_articles(folder):
        doc = parse(parser, article.document)
        heads = {"as parsed": [token.head.i for token in doc], "as repaired": read_tree(doc).heads}
        for kind, place, accepted in expected(article, doc):
            total[kind] += 1
            for state, found in heads.items():
                right[state][kind] += found[place] in accepted
    return tuple(_scores(total, right))


def expected(article: GoldArticle, doc: Doc) -> Iterator[tuple[str, int, frozenset[int]]]:
    """Yield what kind of word it is, its place in the parse, and the places that it may hang on.

    Words that the parser splits ("co-founder") are passed over: which half is the head is a matter of scheme.
    """
    places = {token.idx: token.i for token in doc}
    wholes = {Span(token.idx, token.idx + len(token)) for token in doc}
    tokens = article.tokens
    below = _children(tokens)
    for at, token in enumerate(tokens):
        kind = RELATIONS.get(token.relation)
        here = _first(tokens, below[at], "case") if kind == "prepositions" else at
        if kind is None or here is None or token.head == at:
            continue
        heads = _one_phrase(tokens, below, token.head)
        accepted = frozenset(places[tokens[h].span.start] for h in heads if tokens[h].span.start in places)
        if accepted and tokens[here].span in wholes:
            yield kind, places[tokens[here].span.start], accepted


def _children(tokens: Sequence[GoldToken]) -> list[list[int]]:
    below: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if token.head != at:
            below[token.head].append(at)
    return below


def _one_phrase(tokens: Sequence[GoldToken], below: Sequence[Sequence[int]], head: int) -> set[int]:
    """Return the words that other schemes take for the head: any word of a name, the verb of "is ready"."""
    while tokens[head].relation.partition(":")[0] in SAME_WORD and tokens[head].head != head:
        head = tokens[head].head
    found = [head]
    for word in found:
        found += [child for child in below[word] if tokens[child].relation.partition(":")[0] in SAME_WORD]
    return {*found, *(child for child in below[head] if tokens[child].relation == "cop")}


def _first(tokens: Sequence[GoldToken], children: Sequence[int], relation: str) -> int | None:
    return next((child for child in children if tokens[child].relation == relation), None)


def _scores(total: Counter[str], right: Mapping[str, Counter[str]]) -> Iterator[Score]:
    for state, counts in right.items():
        yield Score(LAYER, GOLD, f"attached {state}", counts.total() / total.total(), total.total())
        for kind in sorted(total):
            yield Score(LAYER, GOLD, f"{kind} {state}", counts[kind] / total[kind], total[kind])
