"""A lexicon of a few classes and names for tests that must not change with the ontologies."""

from __future__ import annotations

from kg.model import Kind, Lexicon, Name

CLASS = "https://w3id.org/newskg/ontology#"
ENTITY = "https://w3id.org/newskg/entity/"


def _kind(name: str, ancestors: str, *nouns: str) -> Kind:
    iris = frozenset(CLASS + ancestor for ancestor in (name, *ancestors.split()))
    return Kind(CLASS + name, name, iris, nouns)


def _name(name: str, kind: str, label: str, *aliases: str, demonyms: str = "", contexts: str = "") -> Name:
    words = tuple(demonyms.split())
    return Name(ENTITY + name, label, CLASS + kind, aliases, words, contexts=tuple(contexts.split()))


KINDS = (
    _kind("Entity", ""),
    _kind("Person", "Agent Entity", "official"),
    _kind("Group", "Agent Entity", "troops"),
    _kind("Organization", "Agent Entity"),
    _kind("Company", "Organization Agent Entity", "company", "carmaker"),
    _kind("Ministry", "Organization Agent Entity", "ministry", "department"),
    _kind("Place", "Entity"),
    _kind("State", "Place Agent Entity", "country", "state"),
    _kind("City", "Place Entity", "city"),
    _kind("Product", "Entity"),
    _kind("Weapon", "Product Entity", "weapon", "weapons system"),
    _kind("AirDefenseSystem", "Weapon Product Entity", "air defense system"),
    _kind("FighterJet", "Weapon Product Entity", "fighter jet", "fighter"),
    _kind("ArmoredVehicle", "Weapon Product Entity", "armored vehicle", "tank"),
    _kind("Law", "Entity"),
)
NAMES = (
    _name("Sweden", "State", "Sweden", demonyms="Swedish Swedes"),
    _name("United_Kingdom", "State", "United Kingdom", "U.K.", "UK", "Britain", demonyms="British Britons U.K."),
    _name("Georgia", "State", "Georgia", demonyms="Georgian Georgians", contexts="Tbilisi Caucasus"),
    _name("Georgia_state", "Place", "Georgia", contexts="Atlanta governor senator"),
    _name("Ministry", "Ministry", "Ministry of Defence", "MoD"),
    _name("Gripen", "FighterJet", "Gripen", "JAS 39 Gripen", "JAS 39"),
    _name("Rapier", "AirDefenseSystem", "Rapier", contexts="missile battery air"),
    _name("Stockholm", "City", "Stockholm"),
)
SMALL = Lexicon({name.iri: name for name in NAMES}, {}, {kind.iri: kind for kind in KINDS})


def plain(iri: str) -> str:
    """Return the last part of an IRI, "-" for none.

    >>> plain("https://w3id.org/newskg/ontology#Person")
    'Person'
    """
    return iri.replace("#", "/").rsplit("/", 1)[-1] or "-"
