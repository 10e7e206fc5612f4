"""What the page shows, as one frozen value: entities, facts with their quotes, and the articles they come from.

Facts come strongest first and entities in the order of their weight, so that whoever reads the first ones reads
what matters most.
"""

from __future__ import annotations

from dataclasses import dataclass, field

NO_ENTITY = -1


@dataclass(frozen=True, slots=True)
class Source:
    """An article: where a quote comes from. `date` is ISO 8601 or ""."""

    iri: str
    title: str
    publisher: str = ""
    date: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """One place that states a fact. Marks are half-open ranges of code points within `text`, or None.

    Attributes:
        text: the sentence, or as much of it as is known.
        source: index into `Network.sources`.
        speaker: label of the innermost source of the claim, or "" where the article itself says it.
        cue: the words that show the attribution ("said").
        time: when it holds, as written, or "".
        stating: the words of the sentence that state the fact, or None where all of them do.
    """

    text: str
    source: int
    subject: tuple[int, int] | None = None
    relation: tuple[int, int] | None = None
    object: tuple[int, int] | None = None
    speaker: str = ""
    cue: str = ""
    certainty: str = "unknown"
    polarity: str = "positive"
    tense: str = "none"
    time: str = ""
    stating: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Node:
    """An entity.

    Attributes:
        family: the core class that gives its shape and colour.
        broader: index of the class nominal it is a case of, or `NO_ENTITY`.
        sources: the articles that mention it, for an entity that no fact is about.
    """

    iri: str
    label: str
    kind: str = "entity"
    family: str = "Entity"
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    broader: int = NO_ENTITY
    sources: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A subject, predicate, object and polarity with all that states it.

    Attributes:
        subject: index into `Network.nodes`.
        object: index into `Network.nodes`, or `NO_ENTITY` where `text` is all there is.
        text: the literal that is the object, or the clause that is (then `object` is the clause's subject).
        certainty: the best that any of its evidence has.
        premises: indices of the facts that it follows from, by `rule`.
        is_ahead: all that affirms it speaks of the future.
    """

    iri: str
    subject: int
    object: int
    relation: str
    relation_iri: str = ""
    text: str = ""
    polarity: str = "positive"
    certainty: str = "unknown"
    support: int = 0
    quotes: tuple[Quote, ...] = ()
    premises: tuple[int, ...] = ()
    rule: str = ""
    is_ahead: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Dispute:
    """What sources contradict each other on, as the graph has it.

    Attributes:
        fact: index of the fact that is stated.
        against: index of the fact that speaks against it; of itself, where only its certainty is in dispute.
        is_denied: it is denied, not just undecided.
        stating: place among the quotes of the fact of the one that states it most clearly.
        opposing: the same of the quote that speaks against it.
    """

    fact: int
    against: int
    is_denied: bool = True
    stating: int = 0
    opposing: int = 0


@dataclass(frozen=True, slots=True)
class Network:
    """Everything that a page holds.

    >>> Network(title="News").facts
    ()
    """

    title: str
    nodes: tuple[Node, ...] = ()
    facts: tuple[Fact, ...] = ()
    sources: tuple[Source, ...] = ()
    base_iri: str = field(default="https://w3id.org/newskg/")
    disputes: tuple[Dispute, ...] = ()

    def links(self) -> list[tuple[int, int]]:
        """Return the two ends of each fact that joins two entities, in the order of the facts."""
        return [(f.subject, f.object) for f in self.facts if f.object not in (NO_ENTITY, f.subject)]
