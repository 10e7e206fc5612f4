"""Names by other names: those spelled out before their acronym, and those within longer ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract import words_mentions as words
from kg.extract.name_ranges import ProperName, is_within, root_of
from kg.extract.trees import Tree
from kg.extract.words_names import JOINERS_OF_PLACES

ACRONYM = re.compile(r"[A-Z]{3,8}\Z")

# ------------------------------------------------------------------------------------------------ spelled-out names


def spelled_out(tree: Tree) -> Iterator[ProperName]:
    """Yield the names whose initials follow in brackets: "Acquisition, Technology and Logistics Agency (ATLA)"."""
    for i in tree.by_word.get("(", ()):
        acronym, *closed = tree.words[i + 1 : i + 3] or ("",)
        if closed == [")"] and ACRONYM.match(acronym):
            start = _start_of_initials(tree, i, acronym)
            if start is not None:
                yield ProperName(start, i, root_of(tree, start, i), "ORG")


def is_spelled_out(tree: Tree, name: ProperName) -> bool:
    """Tell whether an acronym in brackets follows: the name of a body, though it may end like an office."""
    following = tree.words[name.end : name.end + 3]
    is_bracket = len(following) == 3 and following[0] == "(" and following[2] == ")"
    return is_bracket and name.end - name.start > 1 and ACRONYM.match(following[1]) is not None


def _start_of_initials(tree: Tree, end: int, acronym: str) -> int | None:
    """Walk back from the bracket until every letter has its word; small words and commas may stand between."""
    letters = list(acronym)
    for i in range(end - 1, max(-1, end - 16), -1):
        word = tree.words[i]
        if word[0] == letters[-1]:
            letters.pop()
            if not letters:
                return i
        elif word.lower() not in words.SMALL_WORDS and word not in (",", "-"):
            return None
    return None


def hyphenated(tree: Tree) -> Iterator[ProperName]:
    """Yield the names of places with two hyphens, which the tagger cuts: "Alba-les-Bains", "Norton-upon-Rell"."""
    for start in (hyphen - 1 for hyphen in tree.by_word.get("-", ())):
        end = start + 5
        word = tree.words[start:end]
        is_joined = len(word) == end - start and word[3] == "-" and word[2].lower() in JOINERS_OF_PLACES
        if is_joined and word[0].istitle() and word[-1].istitle():
            yield ProperName(start, end, root_of(tree, start, end), "GPE")


# ------------------------------------------------------------------------------------------------ names in names


def nested(tree: Tree, kept: Sequence[ProperName], known: Iterable[ProperName]) -> Iterator[ProperName]:
    """Yield known names and places inside longer names: "Irving" in "Irving Police Department"."""
    alone = {tree.words[name.start : name.end]: name for name in kept if name.label == "GPE" or name.name is not None}
    for name in kept:
        if name.name is not None or name.end - name.start < 2 or name.label in ("PERSON", "NORP"):
            continue
        inside = [other for other in known if is_within(other, name)]
        yield from (other for other in inside if name.root not in other)
        taken = {token for other in inside for token in range(other.start, other.end)}
        for start in range(name.start, name.end):
            other = _starting_at(tree, start, name, alone)
            if other is not None and start not in taken and name.root not in other:
                yield other


def _starting_at(
    tree: Tree, start: int, outer: ProperName, alone: Mapping[tuple[str, ...], ProperName]
) -> ProperName | None:
    for end in range(min(outer.end, start + 4), start, -1):
        found = alone.get(tree.words[start:end])
        if found is not None and end - start < outer.end - outer.start:
            return ProperName(start, end, root_of(tree, start, end), found.label, found.name)
    return None
