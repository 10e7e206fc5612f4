"""The columns of a parse, as repairs read and rewrite them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Parse:
    """The columns of a parse that repairs read and rewrite.

    Attributes:
        below: the dependents of each token, left to right; they follow from the heads.
    """

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]
    below: tuple[tuple[int, ...], ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        """Derive the dependents, where they are not given."""
        if not self.below:
            object.__setattr__(self, "below", _dependents(self.heads))

    def attached(self, i: int, head: int, dep: str) -> Parse:
        """Return the parse with one token hung elsewhere."""
        heads, deps, below = list(self.heads), list(self.deps), list(self.below)
        below[heads[i]] = tuple(child for child in below[heads[i]] if child != i)
        heads[i], deps[i] = head, dep
        if head != i:
            below[head] = tuple(sorted((*below[head], i)))
        return replace(self, heads=tuple(heads), deps=tuple(deps), below=tuple(below))

    def read_as(self, i: int, *, tag: str = "", pos: str = "", lemma: str = "") -> Parse:
        """Return the parse with one token of another tag, part of speech or lemma, where one is given."""
        return replace(
            self,
            tags=_with(self.tags, i, tag),
            pos=_with(self.pos, i, pos),
            lemmas=_with(self.lemmas, i, lemma),
        )

    def child(self, head: int, *deps: str) -> int | None:
        """Return the first dependent of the token with one of the labels."""
        return next((i for i in self.below[head] if self.deps[i] in deps), None)


def _with(column: tuple[str, ...], i: int, value: str) -> tuple[str, ...]:
    return (*column[:i], value, *column[i + 1 :]) if value else column


def _dependents(heads: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    below: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            below[head].append(i)
    return tuple(map(tuple, below))
