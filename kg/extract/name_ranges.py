"""Names as ranges of tokens, and how two of them lie to each other."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract.trees import Tree
from kg.model import Name

NUMBER = re.compile(r"\d+|\d{1,3}[A-Z]")  # "14E" of a road


@dataclass(frozen=True, slots=True)
class ProperName:
    """A proper name as a range of tokens.

    Attributes:
        root: the token that the rest of the sentence attaches to.
        label: the tagger's label ("PERSON"), or "".
        name: what the ontologies know it as, or None.
        is_demonym: it stands for what belongs to a state or an organisation ("American").
    """

    start: int
    end: int
    root: int
    label: str = ""
    name: Name | None = None
    is_demonym: bool = False

    def __contains__(self, token: int) -> bool:
        return self.start <= token < self.end


@dataclass(frozen=True, slots=True)
class Fragment:
    """A known name inside a token ("U.S." in "U.S.-provided"), as offsets."""

    start: int
    end: int
    name: Name
    is_demonym: bool


def overlap(name: ProperName, other: ProperName) -> bool:
    """Tell whether two names share a token."""
    return name.start < other.end and other.start < name.end


def is_inner(name: ProperName, other: ProperName) -> bool:
    """Tell whether a name is a part of the other one, and not all of it."""
    return is_within(name, other) and name.end - name.start < other.end - other.start


def is_within(name: ProperName, other: ProperName) -> bool:
    """Tell whether every token of a name is one of the other."""
    return other.start <= name.start and name.end <= other.end


def root_of(tree: Tree, start: int, end: int) -> int:
    """Return the last token of the range whose head lies outside it."""
    for i in range(end - 1, start - 1, -1):
        if not start <= tree.heads[i] < end or tree.heads[i] == i:
            return i
    return end - 1


def has_number(tree: Tree, start: int, end: int) -> bool:
    """Tell whether a number after the name is its last part: "Falcon 9", "Resolution 2249"."""
    if end >= len(tree.words) or tree.tags[end] != "CD" or NUMBER.fullmatch(tree.words[end]) is None:
        return False
    is_apart = end + 1 < len(tree.words) and tree.pos[end + 1] in ("SYM", "NUM")
    head = tree.heads[end]
    is_of_one = head == end + 1 and tree.heads[end - 1] == head and tree.tags[head] == "NN"  # "the Falcon 9 rocket"
    return (start <= head < end or is_of_one) and not is_apart
