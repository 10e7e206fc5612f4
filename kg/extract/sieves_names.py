"""Sieves that join names: known ones, the same wording, acronyms, and a part of a fuller name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract import words_mentions as words
from kg.extract.agreement import is_kind
from kg.extract.candidates import Candidate, Partition, Scene
from kg.model import MentionKind

KNOWN = 1.0
EXACT = 0.95
ACRONYM = 0.9
SURNAME = 0.9
PART = 0.75
SMALL_WORDS = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "&"})
BETWEEN = frozenset("compound amod nmod".split())

Proposal = tuple[Candidate, Candidate, str, float]


def _names(scene: Scene) -> list[Candidate]:
    """Return the names that denote things themselves: an adjective such as "American" only says whose."""
    return [c for c in scene.candidates if c.kind is MentionKind.NAME and scene.tree.pos[c.token] != "ADJ"]


def known_names(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join names that the ontologies know as the same thing."""
    first: dict[str, Candidate] = {}
    for name in _names(scene):
        if name.mention.link:
            if name.mention.link in first:
                yield name, first[name.mention.link], "known", KNOWN
            first.setdefault(name.mention.link, name)


def exact_names(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join names of the same wording."""
    first: dict[str, Candidate] = {}
    for name in _names(scene):
        key = _plain(name)
        if key in first:
            yield name, first[key], "exact", EXACT
        first.setdefault(key, name)


def _plain(name: Candidate) -> str:
    return name.mention.normal.lower().replace(".", "").replace("’", "'")


def acronyms(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join an acronym with the name whose initials it is made of."""
    full: dict[str, Candidate] = {}
    for name in _names(scene):
        for initials in _initials(name.mention.normal):
            full.setdefault(initials, name)
    for name in _names(scene):
        letters = name.mention.normal.replace(".", "")
        if letters.isupper() and len(letters) > 1 and letters in full:
            yield name, full[letters], "acronym", ACRONYM


def _initials(normal: str) -> set[str]:
    parts = [part for part in normal.replace("-", " ").split() if part[:1].isalnum()]
    if len(parts) < 2:
        return set()
    strong = "".join(part[0] for part in parts if part.lower() not in SMALL_WORDS)
    return {strong.upper(), "".join(part[0] for part in parts).upper()} if len(strong) > 1 else set()


def partial_names(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join a name with a fuller one that it is a part of: a surname, or the last or first word of an organization."""
    names = _names(scene)
    by_word: dict[str, list[Candidate]] = defaultdict(list)
    for name in names:
        parts = _parts(name)
        if len(parts) > 1:
            for part in {parts[0], parts[-1], name.head}:
                by_word[part].append(name)
    for name in names:
        fuller = [other for other in by_word.get(_parts(name)[-1], ()) if _is_part(name, other, scene)]
        chains = {partition.owner[other.index] for other in fuller}
        if fuller and (len(chains) == 1 or not name.is_person):
            yield name, _nearest(name, fuller), *(("surname", SURNAME) if name.is_person else ("name part", PART))


def _parts(name: Candidate) -> list[str]:
    return [part for part in _plain(name).split() if part not in words.NAME_SUFFIXES]


def _is_part(name: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether the words of a name are among those of the other, in a way that keeps what it denotes."""
    short, long = _parts(name), _parts(other)
    if name.index == other.index or len(short) >= len(long) or not set(short) <= set(long):
        return False
    if name.is_person != other.is_person and name.mention.label and other.mention.label:
        return False
    if other.is_person:
        return short[-1] == long[-1] or (len(short) == 1 and short[0] == long[0])
    if is_kind(other.mention.label, "Place", scene.vocabulary):
        return False
    return long[: len(short)] == short or long[-len(short) :] == short or other.head == short[-1]


def _nearest(name: Candidate, others: Sequence[Candidate]) -> Candidate:
    before = [other for other in others if other.index < name.index]
    return before[-1] if before else others[0]
