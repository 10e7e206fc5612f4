"""The columns of a parse, as repairs read and rewrite them."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Parse:
    """The columns of a parse that repairs read and rewrite."""

    words: tuple[str, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[int, ...]

    def attached(self, i: int, head: int, dep: str) -> Parse:
        """Return the parse with one token hung elsewhere."""
        heads, deps = list(self.heads), list(self.deps)
        heads[i], deps[i] = head, dep
        return replace(self, heads=tuple(heads), deps=tuple(deps))

    def child(self, head: int, *deps: str) -> int | None:
        """Return the first dependent of the token with one of the labels."""
        return next((i for i, h in enumerate(self.heads) if h == head and i != head and self.deps[i] in deps), None)
