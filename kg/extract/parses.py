"""The columns of a parse, as repairs read and rewrite them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

NOUNS = ("NOUN", "PROPN")
PLURAL = ("NNS", "NNPS")
VERBAL = ("VERB", "AUX")
SUBJECTS = ("nsubj", "nsubjpass")
UNSAID = "meta"  # a label that no rule reads: what hangs so is not told


@dataclass(frozen=True, slots=True)
class Parse:
    """The columns of a parse that repairs read and rewrite.

    Attributes:
        lowers: the words in small letters; `bases` the lemmas.
        below: the dependents of each token, left to right; they follow from the heads.
        by_dep: where each label stands, in order; it follows from the labels.
        by_word: where each word stands, in small letters.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    lowers: tuple[str, ...] = field(default=(), repr=False, compare=False)
    bases: tuple[str, ...] = field(default=(), repr=False, compare=False)
    below: tuple[tuple[int, ...], ...] = field(default=(), repr=False)
    by_dep: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)
    by_word: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Derive the small letters, the dependents and the places, where they are not given."""
        if not self.below:
            object.__setattr__(self, "lowers", tuple([word.lower() for word in self.words]))
            object.__setattr__(self, "bases", tuple([lemma.lower() for lemma in self.lemmas]))
            object.__setattr__(self, "below", dependents(self.heads))
            object.__setattr__(self, "by_dep", places(self.deps))
            object.__setattr__(self, "by_word", places(self.lowers))

    def attached(self, i: int, head: int, dep: str) -> Parse:
        """Return the parse with one token hung elsewhere."""
        heads, deps, below, by_dep = list(self.heads), list(self.deps), list(self.below), dict(self.by_dep)
        below[heads[i]] = tuple([child for child in below[heads[i]] if child != i])
        by_dep[deps[i]] = tuple([place for place in by_dep[deps[i]] if place != i])
        heads[i], deps[i] = head, dep
        by_dep[dep] = tuple(sorted((*by_dep.get(dep, ()), i)))
        if head != i:
            below[head] = tuple(sorted((*below[head], i)))
        return replace(self, heads=tuple(heads), deps=tuple(deps), below=tuple(below), by_dep=by_dep)

    def moved(self, tokens: Iterable[int], head: int) -> Parse:
        """Return the parse with the tokens hung on another one, each with the label it has."""
        parse = self
        for i in tokens:
            parse = parse.attached(i, head, parse.deps[i])
        return parse

    def joined(self, i: int, verb: int) -> Parse:
        """Return the parse with a conjunct, and the signs before it, joined to another verb."""
        head = self.heads[i]
        signs = [c for c in self.below[head] if head < c < i and self.deps[c] in ("cc", "punct")]
        return self.attached(i, verb, "conj").moved(signs, verb)

    def read_as(self, i: int, *, tag: str = "", pos: str = "", lemma: str = "") -> Parse:
        """Return the parse with one token of another tag, part of speech or lemma, where one is given."""
        return replace(
            self,
            tags=_with(self.tags, i, tag),
            pos=_with(self.pos, i, pos),
            lemmas=_with(self.lemmas, i, lemma),
            bases=_with(self.bases, i, lemma.lower()),
        )

    def child(self, head: int, *deps: str) -> int | None:
        """Return the first dependent of the token with one of the labels."""
        for i in self.below[head]:
            if self.deps[i] in deps:
                return i
        return None

    def start(self, i: int) -> int:
        """Return the first word of what hangs on the token, however deep, or the token where nothing precedes it."""
        while self.below[i] and self.below[i][0] < i:
            i = self.below[i][0]
        return i

    def end(self, i: int) -> int:
        """Return the last word of what hangs on the token, however deep, or the token where nothing follows it."""
        while self.below[i] and self.below[i][-1] > i:
            i = self.below[i][-1]
        return i

    def is_below(self, i: int, ancestor: int) -> bool:
        """Tell whether the token is the other one or hangs on it, however deep."""
        while i != ancestor and self.heads[i] != i:
            i = self.heads[i]
        return i == ancestor

    def labelled(self, *deps: str) -> Sequence[int]:
        """Return where the labels stand now, in order: repairs look at no other tokens."""
        return _in_order([self.by_dep.get(dep, ()) for dep in deps])

    def worded(self, *words: str) -> Sequence[int]:
        """Return where the words stand, in small letters or not, in order."""
        return _in_order([self.by_word.get(word, ()) for word in words])

    def inner(self, *words: str) -> Sequence[int]:
        """Return where the words stand between two others, in order."""
        last = len(self.words) - 1
        return [i for i in self.worded(*words) if 0 < i < last]

    def tagged(self, *tags: str) -> Sequence[int]:
        """Return where the tags stand now, in order."""
        return [i for i, tag in enumerate(self.tags) if tag in tags]


def _with(column: tuple[str, ...], i: int, value: str) -> tuple[str, ...]:
    return (*column[:i], value, *column[i + 1 :]) if value else column


def _in_order(found: Sequence[tuple[int, ...]]) -> Sequence[int]:
    return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))


def places(column: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Return where each value of a column stands, in order.

    >>> places(("DT", "NN", "DT"))
    {'DT': (0, 2), 'NN': (1,)}
    """
    found: dict[str, list[int]] = {}
    for i, value in enumerate(column):
        if value in found:
            found[value].append(i)
        else:
            found[value] = [i]
    return {value: tuple(at) for value, at in found.items()}


def dependents(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Return the dependents of each token, left to right.

    >>> dependents((1, 1, 1))
    ((), (0, 2), ())
    """
    below: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            below[head].append(i)
    return tuple(map(tuple, below))
