"""Sieves that join nouns by whose they are: a lawyer's client, and what belongs to one owner."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract import words_mentions as words
from kg.extract.candidates import NOMINAL, Candidate, Partition, Scene
from kg.model import MentionKind

Proposal = tuple[Candidate, Candidate, str, float]

SAME_OWNER = 0.7
CLIENT = 0.8


def nominals(scene: Scene) -> list[Candidate]:
    """Return the nouns that stand for themselves: none that modifies or is counted by another one."""
    return [c for c in scene.candidates if c.kind is NOMINAL and not c.is_modifier and not c.is_inner]


def clients(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join a lawyer's client with whose lawyer it is: "Lund's lawyer said his client would appeal"."""
    lawyers: list[tuple[Candidate, Candidate]] = []
    for candidate in nominals(scene):
        owner = owner_of(candidate, scene)
        if owner is None or candidate.mention.plural:
            continue
        if candidate.head in words.LAWYERS:
            lawyers = [] if _is_not_yet_known(owner, partition) else [(candidate, owner)]
        elif candidate.head == "client" and lawyers and candidate.sentence - lawyers[-1][0].sentence < 2:
            yield candidate, lawyers[-1][1], "client", CLIENT


def _is_not_yet_known(owner: Candidate, partition: Partition) -> bool:
    return owner.kind is MentionKind.PRONOUN and len(partition.chain_of(owner)) == 1


def same_owners(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join nouns of the same head that belong to the same thing: "its crew" and "the ship's crew"."""
    first: dict[tuple[int, str, frozenset[str], bool], Candidate] = {}
    for candidate in nominals(scene):
        owner = owner_of(candidate, scene)
        if owner is None or candidate.head in words.TIME_NOUNS:
            continue
        own = scene.modifiers(candidate) - scene.modifiers(owner) - {owner.head}
        key = (partition.owner[owner.index], candidate.head, own, candidate.mention.plural)
        if key in first:
            yield candidate, first[key], "same owner", SAME_OWNER
        first.setdefault(key, candidate)


def owner_of(candidate: Candidate, scene: Scene) -> Candidate | None:
    """Return what a noun belongs to: "its" in "its crew"."""
    tree = scene.tree
    possessor = next((child for child in tree.children[candidate.content] if tree.deps[child] == "poss"), None)
    return None if possessor is None else scene.by_token.get(possessor)
