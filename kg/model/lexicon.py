"""What extraction needs to know of the domain, as the ontologies tell it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Name:
    """Something that the ontologies know by name.

    Attributes:
        kind: IRI of its class.
        aliases: other names for exactly the same thing ("DoD", "Defense Department").
        demonyms: adjectives and nouns for what belongs to it ("American", "Americans", "U.S.").
        metonym_for: IRI of what it also stands for in the news ("Kremlin" for the government of Russia), or "".
        contexts: words near an ambiguous alias that decide for this name; empty where the alias decides alone.
        belongs_to: IRIs of the state that it belongs to, or of the states and bodies that somebody holds office in.
        states: IRIs of the states that it is, is in, is a part of, stands for or holds office in.
        shared: those of its names that the like of it in other states has too ("Democratic Party").
    """

    iri: str
    label: str
    kind: str
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    metonym_for: str = ""
    contexts: tuple[str, ...] = ()
    belongs_to: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way to express a property: `text` is written as `Predicate.lemma` is.

    `subjects` and `objects` are IRIs of the classes that the two ends may have; empty means any. With `inverse`
    the sentence's subject is the property's object. A `strict` phrase, of a verb with many senses ("have", "take"),
    means the property only where the classes of both ends are known. In `text`, "*" stands for a noun folded into
    the predicate: "send * to" is how "send tank to" is looked up, after "send tank to" itself. The property of a
    `valued` phrase takes words, a date, an amount or nothing ("talks collapsed"), and never a thing.
    """

    text: str
    property: str
    inverse: bool = False
    subjects: tuple[str, ...] = ()
    objects: tuple[str, ...] = ()
    strict: bool = False
    valued: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A class of the ontologies with itself and all its ancestors, and the nouns that denote its instances."""

    iri: str
    label: str
    ancestors: frozenset[str]
    nouns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What extraction needs to know of the domain.

    Attributes:
        names: by IRI.
        phrases: by `Phrase.text`, the most specific first.
        kinds: by IRI.
    """

    names: Mapping[str, Name] = field(default_factory=dict)
    phrases: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict)
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    def is_a(self, kind: str, ancestor: str) -> bool:
        """Tell whether the class is the other one or below it; an unknown class is only itself."""
        known = self.kinds.get(kind)
        return kind == ancestor or (known is not None and ancestor in known.ancestors)
