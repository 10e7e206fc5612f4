"""Small networks with a plot, for tests that look at what a person sees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kg.show.network import NO_ENTITY, Dispute, Fact, Network, Node, Quote, Source

SOURCES = (
    Source(
        "article/1", "Harbour Board picks its shipyard", "The Dorvale Courier", "2024-03-01", "https://news.example/1"
    ),
    Source("article/2", "Shipyard says no deal was signed", "Northmark Ledger", "2024-05-20", "https://news.example/2"),
    Source("article/3", "Ferries: what we know", "Coastal Review", "2024-07-11", "http://review.example/3"),
)
NODES = (
    Node("entity/board", "Harbour Board", "government body", "Organization", ("HB", "the Board"), 9),
    Node("entity/yard", "Aalto Shipyards", "company", "Organization", (), 7),
    Node("entity/ferries", "river ferries", "product", "Product", (), 5),
    Node("entity/dorvale", "Dorvale", "city", "Place", (), 4),
    Node("entity/okafor", "Marn Okafor", "person", "Person", ("Okafor",), 4),
    Node("entity/summit", "Dorvale summit", "event", "Event", (), 2),
    Node("entity/engines", "electric engines", "product", "Product", (), 2),
    Node("entity/court", "Court of Audit", "government body", "Organization", (), 1),
)


def quote(
    subject: str,
    relation: str,
    thing: str,
    source: int = 0,
    *,
    speaker: str = "",
    certainty: str = "certain",
    polarity: str = "positive",
    lead: str = "On Monday ",
) -> Quote:
    """Return a quote that says so, with its marks."""
    start = len(lead)
    verb = start + len(subject) + 1
    end = verb + len(relation) + 1
    text = f"{lead}{subject} {relation} {thing}, it was reported."
    marks = ((start, start + len(subject)), (verb, verb + len(relation)), (end, end + len(thing)))
    cue = "said" if speaker else ""
    return Quote(text, source, *marks, speaker, cue, certainty, polarity, "present", "on Monday")


def fact(
    subject: int,
    relation: str,
    target: int,
    quotes: Sequence[Quote] = (),
    *,
    nodes: Sequence[Node] = NODES,
    **more: object,
) -> Fact:
    """Return a fact between two entities; without quotes given, one article states it."""
    thing = nodes[target].label if target != NO_ENTITY else str(more.get("text", ""))
    quotes = tuple(quotes) or (quote(nodes[subject].label, relation, thing),)
    values = {
        "certainty": quotes[0].certainty,
        "polarity": quotes[0].polarity,
        "support": len({q.source for q in quotes}),
    }
    iri = f"fact/{subject}-{relation}-{target}-{values['polarity']}"
    return Fact(iri, subject, target, relation, quotes=quotes, **(values | more))  # type: ignore[arg-type]


def story() -> Network:
    """Return a network of eight entities with one of everything: denied, possible, derived, parallel, literal."""
    signed = [
        quote("Harbour Board", "signs a contract with", "Aalto Shipyards", 0, speaker="Marn Okafor"),
        quote("Harbour Board", "signs a contract with", "Aalto Shipyards", 2, certainty="probable"),
    ]
    denied = quote(
        "Harbour Board", "signs a contract with", "Aalto Shipyards", 1, speaker="Aalto Shipyards", polarity="negative"
    )
    maybe = quote("Court of Audit", "inspects", "Harbour Board", 2, certainty="possible")
    ahead = replace(quote("Marn Okafor", "visits", "Dorvale summit"), tense="future")
    facts = (
        fact(0, "signs a contract with", 1, signed),
        fact(0, "signs a contract with", 1, [denied]),
        fact(1, "builds", 2),
        fact(1, "is located in", 3),
        fact(4, "leads", 0),
        fact(1, "repairs", 2, [quote("Aalto Shipyards", "repairs", "river ferries", 1)]),
        fact(7, "inspects", 0, [maybe]),
        fact(2, "run on", 6),
        fact(5, "takes place in", 3),
        fact(0, "is late", NO_ENTITY, text="by two years"),
        Fact("fact/orders", 0, 2, "orders", certainty="certain", premises=(0, 2), rule="who buys from a builder"),
        fact(4, "visits", 5, [ahead], is_ahead=True),
    )
    return Network("Ferries of Dorvale", NODES, facts, SOURCES, disputes=(Dispute(0, 1),))


def stars(count: int) -> Network:
    """Return a network of stars: each tenth entity is joined to the nine after it, and to the next star."""
    nodes = tuple(Node(f"entity/{i}", f"Entity {i}") for i in range(count))
    links = [(i - i % 10, i) for i in range(count) if i % 10] + [(i, i + 10) for i in range(0, count - 10, 10)]
    return Network("Stars", nodes, tuple(fact(a, "joins", b, nodes=nodes) for a, b in links), SOURCES)
