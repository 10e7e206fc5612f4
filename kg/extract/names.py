"""Where a text uses the names that the ontologies know: case-sensitive, longest match, ambiguity settled by context.

Names are matched on pieces of the text (words and single signs), not on tokens, so that "U.S." is found in
"U.S.-provided" and a name may be broken over a line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kg.model import Lexicon, Name

PIECE = re.compile(r"[^\W_]+|[^\w\s]|_")
PRODUCT = "#Product"
NEAR = 25  # pieces before and behind a name that decide first which one is meant
NOT_ALONE = re.compile(r"[A-Z](?:[a-z]+|[A-Z]{1,3})\Z")  # "Georgia", "ANA": what may mean something else
PREFIXES = frozenset(
    "anti pro non pan ex post pre neo trans mid un inter intra sub semi quasi counter self all half".split()
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One wording of known names: its pieces, the names it may denote, and those it is a demonym of."""

    pieces: tuple[str, ...]
    names: tuple[Name, ...]
    demonym_of: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A wording found in a text, as offsets; `name` is None where no reading fits, `is_demonym` as in "American"."""

    start: int
    end: int
    name: Name | None
    demonym_of: Name | None


@dataclass(frozen=True, slots=True)
class NameIndex:
    """All wordings by their first piece, the longest first; `pieces` holds every piece of any wording."""

    by_first: Mapping[str, tuple[Entry, ...]]
    pieces: frozenset[str]


def index_names(lexicon: Lexicon) -> NameIndex:
    """Return the lexicon's names, ready for `match_names`."""
    named: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    demonyms: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    products = next((iri for iri in sorted(lexicon.kinds) if iri.endswith(PRODUCT)), "")
    for iri in sorted(lexicon.names):
        name = lexicon.names[iri]
        is_thing = products != "" and lexicon.is_a(name.kind, products)
        for wording in sorted({name.label, *name.aliases}):
            for pieces in _with_plural(tuple(PIECE.findall(wording)), is_thing=is_thing):
                if name not in named[pieces]:
                    named[pieces].append(name)
        for wording in sorted(set(name.demonyms)):
            demonyms[tuple(PIECE.findall(wording))].append(name)
    by_first: dict[str, list[Entry]] = defaultdict(list)
    for pieces in sorted(named.keys() | demonyms.keys(), key=lambda pieces: (-len(pieces), pieces)):
        if pieces:
            by_first[pieces[0]].append(Entry(pieces, tuple(named[pieces]), tuple(demonyms[pieces])))
    used = frozenset(piece for wording in named.keys() | demonyms.keys() for piece in wording)
    return NameIndex({first: tuple(entries) for first, entries in by_first.items()}, used)


def _with_plural(pieces: tuple[str, ...], *, is_thing: bool) -> Iterator[tuple[str, ...]]:
    """Yield the wording and its plural, of things of which there are many, and of "A380" and "F-16" in any case."""
    yield pieces
    is_model = bool(pieces) and (any(map(str.isdigit, pieces[-1])) or (len(pieces) > 1 and pieces[-1].isupper()))
    if is_model or (is_thing and pieces and pieces[-1].isalpha()):
        yield (*pieces[:-1], pieces[-1] + "s" if is_model else _plural(pieces[-1]))


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def match_names(text: str, index: NameIndex) -> tuple[NameMatch, ...]:
    """Return the known names in a text, in order and without overlap.

    >>> lexicon = Lexicon(names={"x:DoD": Name("x:DoD", "Department of Defense", "x:Agency", aliases=("DoD",))})
    >>> [text[m.start : m.end] for text in ("The DoD paid.",) for m in match_names(text, index_names(lexicon))]
    ['DoD']
    """
    found = list(PIECE.finditer(text))
    pieces = [_plain_case(piece, index) if piece.isupper() else piece for piece in PIECE.findall(text)]
    matches: list[NameMatch] = []
    end = 0
    for at in [place for place, piece in enumerate(pieces) if piece in index.by_first]:
        entry = _longest(pieces, at, index) if at >= end else None
        if entry is None or _follows_prefix(found, at):
            continue
        end = at + len(entry.pieces)
        near = pieces[max(0, at - NEAR) : end + NEAR]
        name, demonym_of = (_fitting(names, entry.pieces, near, text) for names in (entry.names, entry.demonym_of))
        matches.append(NameMatch(found[at].start(), found[end - 1].end(), name, demonym_of))
    return tuple(matches)


def _plain_case(piece: str, index: NameIndex) -> str:
    """Return a word in capitals as it is written elsewhere ("Kyiv" for "KYIV"), unless a name is written so."""
    shouts = len(piece) > 3 and piece not in index.pieces
    return piece.capitalize() if shouts else piece


def _longest(pieces: list[str], at: int, index: NameIndex) -> Entry | None:
    entries = index.by_first[pieces[at]]
    following = tuple(pieces[at : at + len(entries[0].pieces)])
    for entry in entries:
        if following[: len(entry.pieces)] == entry.pieces:
            return entry
    return None


def _follows_prefix(found: Sequence[re.Match[str]], at: int) -> bool:
    """Tell whether the piece continues a word such as "anti-American"."""
    return (
        at > 1
        and found[at - 1].group() == "-"
        and found[at - 1].end() == found[at].start()
        and found[at - 2].end() == found[at - 1].start()
        and found[at - 2].group().lower() in PREFIXES
    )


def _fitting(names: tuple[Name, ...], wording: tuple[str, ...], near: Sequence[str], text: str) -> Name | None:
    """Return the name that the words around decide for, else the one that needs no such words."""
    if not names:
        return None
    needs_context = len(names) > 1 or (len(wording) == 1 and NOT_ALONE.match(wording[0]) is not None)
    if not needs_context:
        return names[0]
    if any(name.contexts for name in names):
        for around in (frozenset(map(str.lower, near)), _words_of(text)):
            scored = [(len(around & {word.lower() for word in name.contexts}), name) for name in names]
            best = max(score for score, _ in scored)
            if best:
                return next(name for score, name in scored if score == best)
    plain = [name for name in names if not name.contexts]
    return plain[0] if len(plain) == 1 else None


@lru_cache(maxsize=2)
def _words_of(text: str) -> frozenset[str]:
    """Return the words of a text in small letters, once for all its names."""
    return frozenset(text.lower().split())
