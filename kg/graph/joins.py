"""The steps that join what articles speak of under different keys, each on evidence from the articles themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.graph.naming import is_acronym, name_key, person_parts, same_person, singular, words_of
from kg.graph.units import Key, Knowledge, Unit
from kg.model import Determination, MentionKind

# How sure each step is, only to list the least sure first: of the links by names alone, 92 in 100 are right.
UNTYPED, ACRONYM, FULL_NAME, SHORT_NAME, NAMED = 0.9, 0.9, 0.85, 0.8, 0.8
POSSESSIVES = ("'s", "’s", "s'", "s’")
DEFINED = "coreference: acronym"  # why a short name in brackets belongs to the long one before it
CERTAIN = frozenset({Determination.DEFINITE, Determination.POSSESSIVE})


@dataclass(frozen=True, slots=True)
class Join:
    """Units of one key are those of another, with the reason in words and how sure that is."""

    key: Key
    reason: str
    confidence: float


Joins = Mapping[Key, Join]


def find_joins(units: Sequence[Unit], known: Knowledge) -> Joins:
    """Return the keys that mean what another one does; each step goes on from what those before it have joined."""
    joins: dict[Key, Join] = {}
    for step in (_untyped_names, _acronyms, _short_names, _full_names, _named_nominals):
        found = dict(step(units, known))
        joins |= found
        units = [replace(unit, key=final_key(unit.key, found)) for unit in units] if found else units
    return joins


def final_key(key: Key, joins: Joins) -> Key:
    """Return the key that a key has become."""
    return path_of(key, joins)[-1]


def path_of(key: Key, joins: Joins) -> list[Key]:
    """Return the keys that a key becomes one after the other, itself first."""
    path = [key]
    while key in joins and joins[key].key not in path:
        key = joins[key].key
        path.append(key)
    return path


def _untyped_names(units: Sequence[Unit], _: Knowledge) -> Iterator[tuple[Key, Join]]:
    """A name whose type is not known is the one typed thing of that name, if there is just one."""
    families: dict[str, set[str]] = defaultdict(set)
    for unit in units:
        if unit.key[0] == "name" and len(unit.key) == 3:
            families[unit.key[1]].add(unit.key[2])
    for name, kinds in families.items():
        if "" in kinds and len(kinds) == 2:
            yield ("name", name, ""), Join(("name", name, max(kinds)), f"same name, type not known: {name}", UNTYPED)


def _acronyms(units: Sequence[Unit], _: Knowledge) -> Iterator[tuple[Key, Join]]:
    """An acronym that articles define for just one name is that name in every article."""
    meanings: dict[str, set[Key]] = defaultdict(set)
    for unit in units:
        if unit.key[0] in ("name", "known"):
            for mention, merge in zip(unit.mentions, unit.merges, strict=True):
                is_short = is_acronym(mention.normal) or merge.reason == DEFINED
                if mention.kind is MentionKind.NAME and is_short and mention is not unit.main:
                    meanings[name_key(mention.normal)].add(unit.key)
    for unit in units:
        meant = meanings.get(unit.key[1], set()) - {unit.key}
        if unit.key[0] == "name" and not _is_person(unit) and len(meanings[unit.key[1]]) == 1 and meant:
            yield unit.key, Join(min(meant), f"acronym: {unit.main.normal}", ACRONYM)


def _is_person(unit: Unit) -> bool:
    return unit.key[0] == "name" and unit.key[2] == "Person"


def _short_names(units: Sequence[Unit], known: Knowledge) -> Iterator[tuple[Key, Join]]:
    """A part of a name that articles use for just one thing is that thing in every article; a surname is not."""
    meanings: dict[str, set[Key]] = defaultdict(set)
    for unit in units:
        if unit.key[0] in ("name", "known") and not _is_person(unit):
            for mention in unit.mentions:
                if mention.kind is MentionKind.NAME and mention.normal not in _ambiguous(unit, known):
                    meanings[name_key(mention.normal)].add(unit.key)
    for unit in units:
        meant = meanings.get(unit.key[1], set()) - {unit.key}
        if unit.key[0] == "name" and not _is_person(unit) and not unit.scope and len(meant) == 1:
            (longer,) = meant
            is_part = longer[0] == "known" or set(unit.key[1].split()) < set(longer[1].split())
            if is_part and unit.key[2] in ("", _family(longer, known)):
                yield unit.key, Join(longer, f"short for: {unit.main.normal}", SHORT_NAME)


def _ambiguous(unit: Unit, known: Knowledge) -> tuple[str, ...]:
    """Return the words for what belongs to something known, and its names that others have too."""
    name = known.lexicon.names.get(unit.key[1]) if unit.key[0] == "known" else None
    return (*name.demonyms, *name.shared) if name is not None else ()


def _named_nominals(units: Sequence[Unit], known: Knowledge) -> Iterator[tuple[Key, Join]]:
    """A name before a noun that its thing is called by in some article ("the Globex company") is that thing.

    Never "the Moscow region", "Globex's company": what stands at a place or belongs to somebody is something else.
    """
    called = {(unit.key, head) for unit in units if unit.key[0] in ("name", "known") for head in _heads(unit)}
    named = _things_by_name(units)
    for unit in units:
        if unit.key[0] == "article" and unit.main.determination in CERTAIN and not unit.main.plural:
            *modifiers, head = words_of(unit.main.normal)
            endings = (" ".join(modifiers[start:]) for start in range(len(modifiers)))
            thing = next((named[name] for name in endings if name in named), None)
            if thing and (thing.key, singular(head)) in called and not _is_owned(unit, thing, known):
                yield unit.key, Join(thing.key, f"named: {unit.main.normal}", NAMED)


def _heads(unit: Unit) -> set[str]:
    nominals = (mention for mention in unit.mentions if mention.kind is MentionKind.NOMINAL and mention.head_normal)
    return {singular(words_of(mention.head_normal)[-1]) for mention in nominals if words_of(mention.head_normal)}


def _is_owned(unit: Unit, thing: Unit, known: Knowledge) -> bool:
    """Tell whether the name before the noun says whose or where it is."""
    before = unit.main.normal.split()[-2]
    is_possessor = before.endswith(POSSESSIVES) and not thing.main.normal.endswith(POSSESSIVES)
    return is_possessor or _family(thing.key, known) in ("Person", "Place")


def _family(key: Key, known: Knowledge) -> str:
    return known.family(known.lexicon.names[key[1]].kind) if key[0] == "known" else key[2]


def _things_by_name(units: Sequence[Unit]) -> dict[str, Unit]:
    """Return what has a name that nothing else in the corpus has, by the name."""
    things: dict[str, dict[Key, Unit]] = defaultdict(dict)
    for unit in units:
        if unit.key[0] in ("name", "known") and unit.main.kind is MentionKind.NAME and not unit.scope:
            things[name_key(unit.main.normal)].setdefault(unit.key, unit)
    return {name: unit for name, found in things.items() if len(found) == 1 for unit in found.values()}


def _full_names(units: Sequence[Unit], _: Knowledge) -> Iterator[tuple[Key, Join]]:
    """A person's name joins the one fuller name that agrees with it ("J. Smith", "Jim Smith": "James Smith")."""
    people = (unit for unit in units if unit.key[0] == "name" and unit.key[2] == "Person" and len(unit.key) == 3)
    by_surname: dict[str, list[tuple[Key, str]]] = defaultdict(list)
    for key, name in sorted({(unit.key, unit.main.normal) for unit in people}):
        by_surname[person_parts(name)[-1]].append((key, name))
    for same_surname in by_surname.values():
        for key, name in same_surname:
            fuller = {
                k for k, other in same_surname if k != key and same_person(name, other) and len(other) > len(name)
            }
            if len(fuller) == 1:
                yield key, Join(min(fuller), f"full name: {name}", FULL_NAME)
