"""The sieve that joins a description with the one name it fits: "the 24-year-old", "the Swede", "the French carmaker".

It goes by age, by state and by the sort of body. Where two fit, neither is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.extract import words_mentions as words
from kg.extract.agreement import is_kind
from kg.extract.candidates import Candidate, Partition, Scene
from kg.extract.sieves_nominals import is_said_of_other
from kg.model import MentionKind

Proposal = tuple[Candidate, Candidate, str, float]

PROVEN = 0.8  # what the description says is said of the name, too
LEFT_OVER = 0.65  # nothing says so, but nobody else is near
FAR, NEAR = 12, 2  # sentences back to a name that is proven, and to one that is left over
PREDICATES = frozenset({"attr", "appos", "oprd", "acomp", "conj"})
AGE = re.compile(r"\b(\d{1,3})(?:-| )year(?:-| )old\b|, (?:aged )?(\d{1,3})\b(?!\s*(?:%|per|million|billion|,\d))")
BASED = re.compile(r"(\w+)-based\b")
BEFORE_NOUNS = frozenset({"amod", "compound", "nmod", "poss", "nsubj"})
BEHIND_NOUNS = frozenset({"of", "from"})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said of somebody or something that tells it apart: ages in years, IRIs of states, where it is based."""

    ages: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    seats: frozenset[str] = frozenset()

    def proves(self, other: Facts) -> bool:
        """Tell whether both say the same of something."""
        return bool(self.ages & other.ages or self.states & other.states or self.seats & other.seats)

    def excludes(self, other: Facts) -> bool:
        """Tell whether both speak of one matter and differ.

        >>> Facts(ages=frozenset({"24"})).excludes(Facts(ages=frozenset({"61"})))
        True
        """
        pairs = ((self.ages, other.ages), (self.states, other.states))
        return any(one and two and not one & two for one, two in pairs)


NOTHING = Facts()


def described(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join a definite noun that gives an age, a state or a seat with the only name before it that it fits."""
    for place, candidate in enumerate(scene.candidates):
        said = _said_of(candidate, scene) if _may_describe(candidate, scene) else NOTHING
        if said is not NOTHING and said != NOTHING and _is_open(candidate, partition):
            before = (other for other in scene.candidates[:place] if _is_describable(other, scene))
            fitting = [other for other in before if _fits(candidate, other, scene, partition)]
            yield from _the_only_one(candidate, said, fitting, scene, partition)


def _is_open(candidate: Candidate, partition: Partition) -> bool:
    """Tell whether nothing says yet who is described: nothing is joined with it but the "who" of its own clause."""
    chain = partition.chain_of(candidate)
    return all(other is candidate or other.head in words.RELATIVE_PRONOUNS for other in chain)


def _may_describe(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it is a singular "the X" of a person or a company, with nothing but ", who …" behind it."""
    if candidate.kind is not MentionKind.NOMINAL or not candidate.is_definite or candidate.mention.plural:
        return False
    if candidate.dep in PREDICATES or not _is_bare(candidate, scene):
        return False
    if not candidate.is_person and not _is_company(candidate, scene):
        return False
    return words.CHANGING.isdisjoint(candidate.mention.text.lower().split())


def _is_bare(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether nothing behind a noun says which one it is; what follows a comma says more of one already known.

    Neither does where somebody is from: "the 24-year-old from Halden".
    """
    behind = max(candidate.content, candidate.token) + 1
    return candidate.end <= behind or scene.tree.words[behind] in (",", "from")


def _is_company(candidate: Candidate, scene: Scene) -> bool:
    return is_kind(candidate.mention.label, "Company", scene.vocabulary)


def _is_describable(candidate: Candidate, scene: Scene) -> bool:
    is_thing = candidate.kind in (MentionKind.NAME, MentionKind.NOMINAL) and not candidate.mention.plural
    return is_thing and not candidate.is_modifier and candidate.dep != "attr" and not is_said_of_other(candidate, scene)


def _fits(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether an earlier mention can be what is described."""
    if candidate.sentence - other.sentence > FAR or other.contains(candidate) or candidate.contains(other):
        return False
    if not partition.may_join(candidate, other) or _says_it(candidate, other, scene, partition):
        return False
    if candidate.is_person:
        return other.is_person
    core = scene.vocabulary.core["Organization"]
    label, sort = other.mention.label, candidate.mention.label
    is_of_sort = label == core or scene.lexicon.is_a(label, sort) or (bool(label) and scene.lexicon.is_a(sort, label))
    return other.kind is MentionKind.NAME and is_of_sort


def _says_it(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether the other one is who speaks of what is described."""
    content = candidate.mention.span
    sources = (a.source.mention for a in scene.attributions if a.source is not None and a.content.contains(content))
    return any(partition.owner.get(index) == partition.owner[other.index] for index in sources if index is not None)


def _the_only_one(
    candidate: Candidate, said: Facts, fitting: Sequence[Candidate], scene: Scene, partition: Partition
) -> Iterator[Proposal]:
    """Yield the join with what is proven to be meant, else with the only thing that is left over."""
    known = {partition.owner[other.index]: other for other in fitting}  # the nearest mention of each
    facts = {owner: _said_of_all(partition.members[owner], scene) for owner in known}
    open_to = {owner: other for owner, other in known.items() if not said.excludes(facts[owner])}
    proven = [other for owner, other in open_to.items() if said.proves(facts[owner])]
    if len(proven) == 1:
        yield candidate, proven[0], "described", PROVEN
    elif not proven and _may_be_left_over(candidate, said, scene):
        near = [other for other in open_to.values() if candidate.sentence - other.sentence <= NEAR]
        if said.ages and len(near) > 1:  # somebody's age is given right behind what tells of them
            near = [other for other in near if candidate.sentence - other.sentence == 1]
        if len(near) == 1 and _does_something(near[0], scene, partition):
            yield candidate, near[0], "described", LEFT_OVER


def _may_be_left_over(candidate: Candidate, said: Facts, scene: Scene) -> bool:
    """Tell whether it says nothing but what the reader could guess: no office ("the Turkish leader")."""
    is_countryman = candidate.mention.normal in scene.vocabulary.demonyms
    return bool(said.ages) or is_countryman or not candidate.is_person


def _does_something(name: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether somebody has a name, and is more in the article than one who is quoted in it."""
    if all(member.kind is not MentionKind.NAME for member in partition.chain_of(name)):
        return False
    said = {(a.source.mention, a.cue.span.start) for a in scene.attributions if a.source is not None}
    sources = {(index, start) for index, start in said if index is not None}
    starts, heads = scene.tree.starts, scene.tree.heads
    return any(
        member.dep in ("nsubj", "nsubjpass", "dobj", "poss")
        and (member.index, starts[heads[member.token]]) not in sources
        for member in partition.chain_of(name)
    )


# ------------------------------------------------------------------------------------------------ what is said


def _said_of_all(members: Iterable[Candidate], scene: Scene) -> Facts:
    every = [_said_of(member, scene) for member in members if member.kind is not MentionKind.PRONOUN]
    return Facts(
        frozenset(age for said in every for age in said.ages),
        frozenset(state for said in every for state in said.states),
        frozenset(seat for said in every for seat in said.seats),
    )


def _said_of(candidate: Candidate, scene: Scene) -> Facts:
    """Return the ages and states that a mention gives in its own words, or that are known of its name."""
    if candidate.kind not in (MentionKind.NAME, MentionKind.NOMINAL):
        return NOTHING
    ages = (age for found in AGE.findall(candidate.mention.text) for age in found if age)
    name = scene.lexicon.names.get(candidate.mention.link)
    states = {*_states_beside(candidate, scene), *(name.belongs_to if name is not None else ())}
    demonym = scene.vocabulary.demonyms.get(candidate.mention.normal)
    if demonym is not None and candidate.kind is MentionKind.NOMINAL:
        states.add(demonym)
    return Facts(frozenset(ages), frozenset(states), frozenset(BASED.findall(candidate.mention.text)))


def _states_beside(candidate: Candidate, scene: Scene) -> Iterator[str]:
    """Yield the states named right beside a mention's nouns: "Britain's Ann Lowe", "the Swede Ann Lowe", "of Peru"."""
    tree = scene.tree
    nouns = {candidate.token, candidate.content}
    nouns |= {child for child in tree.children[candidate.token] if tree.deps[child] == "appos"}
    for token in range(candidate.start, candidate.end):
        other = scene.by_token.get(token)
        name = None if other is None else scene.lexicon.names.get(other.mention.link)
        if name is None or not scene.lexicon.is_a(name.kind, scene.vocabulary.core["State"]):
            continue
        head = tree.heads[token]
        is_before = head in nouns and tree.deps[token] in BEFORE_NOUNS
        is_behind = tree.heads[head] in nouns and tree.lowers[head] in BEHIND_NOUNS
        if is_before or is_behind:
            yield name.iri
