"""Resolution: the mentions of all articles to the entities of one graph. Block, compare, cluster; every merge says why.

Within an article the chains have been found; here they are joined across articles, by these steps in this order:

known      a mention names something the ontologies know: the entity has the IRI that they give
name       the same name, case, stops and legal form aside, with a type that fits
acronym    an acronym that some article defines for exactly one name
full name  a person's name that agrees in surname and given name, initials and nicknames aside
class      a bare nominal that says which ("American military contractors") is one class for the whole corpus
article    any other nominal ("the official", "contractors") is an entity of its article alone
decision   what a person has decided stands above all of these
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.graph.decisions import UNDECIDED, Decisions
from kg.graph.drafts import Draft, draft_entity, mint, missing_classes
from kg.graph.iris import Iris
from kg.graph.joins import Join, Joins, final_key, find_joins, path_of
from kg.graph.units import Key, Knowledge, Unit, find_units
from kg.model import Extraction, Lexicon, Merge, Resolution

DECIDED = "decided by a person"
KIND_ORDER = ("known", "name", "class", "article")  # what two keys become that a person makes one


def resolve(
    extractions: Iterable[Extraction], lexicon: Lexicon, base_iri: str, decisions: Decisions = UNDECIDED
) -> Resolution:
    """Join the mentions of a corpus into entities; the order of the articles changes nothing."""
    known = Knowledge(lexicon, Iris(base_iri), decisions.apart)
    units = read_units(extractions, known)
    drafts, iris = draft_all(units, settle(units, decisions, known), known)
    entities = [replace(draft.entity, iri=iris[draft.key], broader=iris.get(draft.broader, "")) for draft in drafts]
    entity_of = {(m.document, m.mention): entity.iri for entity in entities for m in entity.merges}
    return Resolution(tuple(sorted(entities, key=lambda entity: entity.iri)), entity_of)


def settle(units: Sequence[Unit], decisions: Decisions, known: Knowledge) -> Joins:
    """Return the keys that mean what another one does, by what the articles say and by what a person has decided."""
    joins = find_joins(units, known)
    return decide(joins, units, decisions, known) if decisions.same or decisions.different else joins


def read_units(extractions: Iterable[Extraction], known: Knowledge) -> list[Unit]:
    """Return what the articles speak of, in order of article and place."""
    ordered = sorted(extractions, key=lambda extraction: extraction.document.id)
    return [unit for extraction in ordered for unit in find_units(extraction, known)]


def draft_all(units: Sequence[Unit], joins: Joins, known: Knowledge) -> tuple[list[Draft], dict[Key, str]]:
    """Make an entity of each group of units, with the classes above them, and give out the IRIs."""
    groups = cluster(units, joins)
    drafts = [_below(draft_entity(key, group, known), joins) for key, group in sorted(groups.items())]
    drafts += missing_classes(drafts)
    return drafts, mint(drafts, known.iris)


def _below(draft: Draft, joins: Joins) -> Draft:
    """Put a draft below what its class has been joined to; nothing is a case of itself."""
    broader = final_key(draft.broader, joins)
    return replace(draft, broader=() if broader == draft.key else broader)


# ------------------------------------------------------------------------------------------------ cluster


def cluster(units: Sequence[Unit], joins: Joins) -> dict[Key, list[Unit]]:
    """Group the units by what they are, after keys that mean the same have been made one."""
    groups: dict[Key, list[Unit]] = defaultdict(list)
    for unit in units:
        path = path_of(unit.key, joins)
        joined = _joined(unit, joins[path[-2]]) if len(path) > 1 else unit
        groups[path[-1]].append(joined)
    return groups


def _joined(unit: Unit, join: Join) -> Unit:
    """Say of the mentions that stand for the unit why it was joined; the others keep why they are in it."""
    merges = tuple(
        Merge(m.document, m.mention, join.reason, join.confidence) if m.reason == unit.reason else m
        for m in unit.merges
    )
    return replace(unit, merges=merges)


# ------------------------------------------------------------------------------------------------ decide


def decide(joins: Joins, units: Sequence[Unit], decisions: Decisions, known: Knowledge) -> Joins:
    """Undo the joins of what a person keeps apart, then join what a person says is the same."""
    alone = _keys_by_iri(units, {}, known)
    together = _keys_by_iri(units, joins, known)
    decided = dict(joins)
    for one, other in decisions.different:
        first, second = (alone.get(iri, together.get(iri, ())) for iri in (one, other))
        _part(first, second, decided)
    for one, other in decisions.same:
        keys = {final_key(together.get(iri, alone.get(iri, ())), decided) for iri in (one, other)}
        if len(keys) == 2 and () not in keys:
            winner, loser = sorted(keys, key=lambda key: (KIND_ORDER.index(key[0]), key))
            decided[loser] = Join(winner, DECIDED, 1.0)
    return decided


def _keys_by_iri(units: Sequence[Unit], joins: Joins, known: Knowledge) -> dict[str, Key]:
    """Return the key behind each IRI that an entity would have; what is known needs no mention."""
    _, iris = draft_all(units, joins, known)
    return {iri: ("known", iri) for iri in known.lexicon.names} | {iri: key for key, iri in iris.items()}


def _part(one: Key, other: Key, joins: dict[Key, Join]) -> None:
    """Undo a join on the way from either key to where they meet."""
    ways = {key: path_of(key, joins) for key in (one, other)}
    if one == other or ways[one][-1] != ways[other][-1]:
        return
    del joins[other if len(ways[one]) == 1 else one]
