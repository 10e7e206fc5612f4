"""Sieves that join names: known ones, the same wording, acronyms, and a part of a fuller name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.extract import words_mentions as words
from kg.extract.agreement import is_kind
from kg.extract.candidates import Candidate, Partition, Scene
from kg.extract.vocabulary import Vocabulary
from kg.extract.words_given_names import FEMALE_NAMES, MALE_NAMES
from kg.model import MentionKind

KNOWN = 1.0
EXACT = 0.95
ACRONYM = 0.9
BRACKETED = 0.85
GIVEN_NAMES = MALE_NAMES | FEMALE_NAMES
# Words of titles that stand in the names of bodies as well: "Norvik Home Care", "Norvik General".
OF_BODIES_TOO = frozenset("defence defense first foreign general home interior marine private state".split())
FAMILIES = frozenset({"brother", "clan", "dynasty", "family", "household", "sibling", "sister"})
FAR_IN_NAME = 8  # tokens from the head of a name to its end
SURE_PART = {"surname": 0.9, "name part": 0.75}
INTRODUCED = 0.7  # the only one of several people of that surname who has been introduced
AMBIGUOUS = 0.55  # one of several people of that surname

Proposal = tuple[Candidate, Candidate, str, float]


def known_names(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join names that the ontologies know as the same thing."""
    first: dict[str, Candidate] = {}
    for name in scene.names:
        if name.mention.link:
            if name.mention.link in first:
                yield name, first[name.mention.link], "known", KNOWN
            first.setdefault(name.mention.link, name)


def exact_names(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join names of the same wording."""
    first: dict[str, Candidate] = {}
    for name in scene.names:
        key = _plain(name)
        if key in first:
            yield name, first[key], "exact name", EXACT
        first.setdefault(key, name)


def _plain(name: Candidate) -> str:
    return name.mention.normal.lower().replace(".", "").replace("’", "'")


def acronyms(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join an acronym with the name whose initials it is made of."""
    full: dict[str, Candidate] = {}
    for name in scene.names:
        for initials in _initials(name.mention.normal):
            full.setdefault(initials, name)
    for name in scene.names:
        letters = name.mention.normal.replace(".", "")
        if letters.isupper() and len(letters) > 1 and letters in full:
            yield name, full[letters], "acronym", ACRONYM


def bracketed(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join a short name in brackets with the body named before it: "Forestry Corporation (Conaf)"."""
    tree = scene.tree
    for name in scene.names:
        token = name.token
        is_alone = 1 < token < len(tree.words) - 1 and tree.words[token - 1] == "(" and tree.words[token + 1] == ")"
        if is_alone and not name.mention.link and name.mention.normal == tree.words[token]:
            spelled = _before_bracket(token - 2, scene)
            if spelled is not None and _may_be_short_for(tree.words[token], spelled, scene.vocabulary):
                yield name, spelled, "acronym", BRACKETED


def _before_bracket(last: int, scene: Scene) -> Candidate | None:
    """Return the longest name that ends with the token, else the definite noun that it is."""
    ending = [
        other
        for other in scene.candidates
        if other.start <= last
        and other.kind is MentionKind.NAME
        and other.token <= last
        and other.mention.normal.split()[-1:] == [scene.tree.words[last]]
        and last - other.token < FAR_IN_NAME
    ]
    if ending:
        return max(ending, key=lambda other: (len(other.mention.normal), -other.index))
    noun = scene.by_token.get(last)
    return noun if noun is not None and noun.kind is MentionKind.NOMINAL and noun.is_definite else None


def _may_be_short_for(short: str, spelled: Candidate, vocabulary: Vocabulary) -> bool:
    """Tell whether a body or a thing of several words is called so, and no person, place or party member."""
    label = spelled.mention.label
    if spelled.is_person or len(spelled.mention.normal.split()) < 2 or is_kind(label, "Place", vocabulary):
        return False
    has_letters = set(short.lower()) <= set(spelled.mention.normal.lower())
    return len(short) > 1 and short[0].isupper() and (has_letters or short.isupper())


def _initials(normal: str) -> set[str]:
    parts = [part for part in normal.replace("-", " ").split() if part[:1].isalnum()]
    if len(parts) < 2:
        return set()
    strong = "".join(part[0] for part in parts if part.lower() not in words.SMALL_WORDS)
    return {strong.upper(), "".join(part[0] for part in parts).upper()} if len(strong) > 1 else set()


def partial_names(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join a name with a fuller one: a surname with the full name, "Acme" with "Acme Corp.", "the Ministry"."""
    parts = {name.index: _parts(name) for name in scene.names}
    by_word: dict[str, list[Candidate]] = defaultdict(list)
    for name in scene.names:
        if len(parts[name.index]) > 1:
            for part in sorted({*parts[name.index], name.head}):
                by_word[part].append(name)
    for name in scene.names:
        fuller = [
            other
            for other in by_word.get(parts[name.index][-1], ())
            if _is_part(name, other, parts) or _is_short_form(name, other, parts, scene.vocabulary)
        ]
        fuller = [other for other in fuller if not _is_kin(name, other, scene, partition)]
        fuller = [other for other in fuller if _given_before(name, scene) <= set(parts[other.index])]
        if name.is_modifier and scene.tree.bases[scene.tree.heads[name.token]] in FAMILIES:
            continue  # "the Lund family" is no one Lund
        if any(_is_founder(name, other) for other in by_word.get(parts[name.index][-1], ())):
            fuller = [other for other in fuller if other.is_person]
        antecedent = _likeliest(name, fuller, partition)
        if antecedent is not None:
            sieve = "surname" if antecedent.is_person else "name part"
            yield name, antecedent, sieve, _sureness(name, fuller, SURE_PART[sieve], partition)


def _given_before(name: Candidate, scene: Scene) -> set[str]:
    """Return the given names that the parser has cut off from a surname: of "the teacher Joao Batista | Lund"."""
    before = scene.by_token.get(name.token - 1)
    if before is None or before.kind is not MentionKind.NAME or not (before.is_person and name.is_person):
        return set()
    return set(_parts(before)) if before.end == name.token else set()


def _sureness(name: Candidate, fuller: Sequence[Candidate], alone: float, partition: Partition) -> float:
    """Return how sure a part of a name is of a fuller one: surer where that is the only one, of all or up to there."""
    if len(_owners(fuller, partition)) == 1:
        return alone
    return INTRODUCED if len(_owners(_introduced(name, fuller, partition), partition)) == 1 else AMBIGUOUS


def _owners(names: Sequence[Candidate], partition: Partition) -> set[int]:
    return {partition.owner[name.index] for name in names}


def _introduced(name: Candidate, fuller: Sequence[Candidate], partition: Partition) -> list[Candidate]:
    """Return the fuller names that stand before the first mention of what a name is joined to."""
    first = partition.chain_of(name)[0].index
    return [other for other in fuller if other.index < first]


def _parts(name: Candidate) -> list[str]:
    return [part for part in _plain(name).split() if part not in words.NAME_SUFFIXES] or [_plain(name)]


def _is_part(name: Candidate, other: Candidate, parts: Mapping[int, list[str]]) -> bool:
    """Tell whether a name is a shorter form of the other one."""
    short, long = parts[name.index], parts[other.index]
    if name.index == other.index or len(short) >= len(long) or not set(short) <= set(long):
        return False
    if name.mention.link and not name.is_person:
        return False
    if other.is_person:
        unknown = not name.mention.label or name.is_person
        return unknown and (short[-1] == long[-1] or (len(short) == 1 and short[0] == long[0]))
    if name.is_person:
        return False
    rest = long[len(short) :]
    if long[: len(short)] == short and all(_is_kind_word(word) for word in rest):
        return True
    return len(short) == 1 and other.head == short[0] and name.is_definite


def _is_short_form(name: Candidate, other: Candidate, parts: Mapping[int, list[str]], vocabulary: Vocabulary) -> bool:
    """Tell whether a body is called by the first words of its name: "Norvik" for "Norvik Power"."""
    short, long = parts[name.index], parts[other.index]
    if name.mention.link or name.index < other.index or len(short) >= len(long) or long[: len(short)] != short:
        return False
    if long[len(short)] in words.TITLES - OF_BODIES_TOO:
        return False  # "Norvik Chief Executive Ann Lund" is no name of Norvik, but "Norvik Defence Works" is
    if not words.OF_TOWNS.isdisjoint(long[len(short) :]) or (len(short) == 1 and short[0] in GIVEN_NAMES):
        return False  # "Halden" is no "Halden University", and "Chelsea" no "Chelsea Lund"
    return all(is_kind(one.mention.label, "Organization", vocabulary) for one in (name, other))


def _is_founder(name: Candidate, other: Candidate) -> bool:
    """Tell whether somebody's surname is what a firm is called by, too: "Paul Ford" beside "Ford Robotics"."""
    return other.is_person and name.index != other.index and _parts(other)[-1:] == _parts(name)


def _is_kind_word(word: str) -> bool:
    """Tell whether the word only says what sort of thing the name before it is: "Corp.", "City"."""
    return word in words.COMPANY_SUFFIXES or word in words.NAME_KIND_WORDS


def _is_kin(name: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether the other one is said to be somebody's of that name: "Lund's wife, Ada Lund"."""
    beside = scene.by_token.get(scene.tree.heads[other.token]) if other.dep == "appos" else None
    return beside is not None and any(
        beside.contains(member) and member.token < beside.token for member in partition.chain_of(name)
    )


def _likeliest(name: Candidate, fuller: Sequence[Candidate], partition: Partition) -> Candidate | None:
    """Return the nearest fuller name before, else the first after; of several people the one mentioned most.

    Whoever is introduced only later is not yet meant.
    """
    fuller = _introduced(name, fuller, partition) or fuller
    owners = _owners(fuller, partition)
    if len(owners) > 1:
        sizes = sorted(((len(partition.members[owner]), owner) for owner in owners), reverse=True)
        if sizes[0][0] == sizes[1][0] or not name.is_person:
            return None
        fuller = [other for other in fuller if partition.owner[other.index] == sizes[0][1]]
    before = [other for other in fuller if other.index < name.index]
    return before[-1] if before else next(iter(fuller), None)
