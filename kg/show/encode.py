"""Network -> what the page holds: columns of numbers instead of one object for each fact, quotes compressed apart.

The page reads the columns at once, and of the quotes only the piece that somebody looks at.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from kg.show.network import NO_ENTITY, Fact, Network, Quote
from kg.show.quotes import CERTAINTIES

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"

POLARITIES = ("positive", "negative", "unknown")
TENSES = ("past", "present", "future", "none")
PIECE = 48_000  # characters of quotes packed together: above deflate's window of 32 K larger pieces gain little
UNSAFE = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where the entities are and which belong together, by index of the network's nodes."""

    positions: Sequence[tuple[int, int]]
    communities: Sequence[int]
    ranks: Sequence[int]


def safe_json(value: Json) -> str:
    r"""Return JSON that stays text wherever it stands in HTML, with lone surrogates as escapes.

    >>> safe_json(["</script>", 1])
    '["\\u003c/script\\u003e",1]'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=False)
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


class Table:
    """Strings by number, in the order they came."""

    def __init__(self, first: Iterable[str] = ()) -> None:
        self.index: dict[str, int] = {}
        for value in first:
            self.number(value)

    def number(self, value: str) -> int:
        """Return the number of a string, a new one if it has none."""
        return self.index.setdefault(value, len(self.index))

    def values(self) -> list[Json]:
        """Return the strings by number."""
        return list(self.index)


def columns(network: Network, drawing: Drawing) -> dict[str, Json]:
    """Return all but the words of the quotes, as the page's script reads it."""
    speakers, publishers = Table([""]), Table([""])
    data: dict[str, Json] = {
        "title": network.title,
        "base": network.base_iri,
        "certainties": list(CERTAINTIES),
        "polarities": list(POLARITIES),
        "tenses": list(TENSES),
        "nodes": _node_columns(network, drawing),
        "facts": _fact_columns(network),
        "evidence": _evidence_columns(network, speakers),
        "disputes": [[d.fact, d.against, int(d.is_denied), d.stating, d.opposing] for d in network.disputes],
        "sources": {
            "title": [source.title for source in network.sources],
            "publisher": [publishers.number(source.publisher) for source in network.sources],
            "date": [source.date for source in network.sources],
            "url": [source.url for source in network.sources],
        },
    }
    data |= {"speakers": speakers.values(), "publishers": publishers.values()}
    data["digest"] = hashlib.sha256(safe_json(data).encode()).hexdigest()[:8]
    return data


def _node_columns(network: Network, drawing: Drawing) -> dict[str, Json]:
    kinds = Table()
    families: dict[str, str] = {}
    for node in network.nodes:
        kinds.number(node.kind)
        families.setdefault(node.kind, node.family)
    nodes = network.nodes
    return {
        "label": [node.label for node in nodes],
        "iri": [node.iri.removeprefix(network.base_iri) for node in nodes],
        "kind": [kinds.number(node.kind) for node in nodes],
        "kinds": [[kind, families[str(kind)]] for kind in kinds.index],
        "x": [x for x, _ in drawing.positions],
        "y": [y for _, y in drawing.positions],
        "community": list(drawing.communities),
        "rank": list(drawing.ranks),
        "mentions": [node.mentions for node in nodes],
        "aliases": {str(i): list(node.aliases) for i, node in enumerate(nodes) if node.aliases},
        "sources": {str(i): list(node.sources) for i, node in enumerate(nodes) if node.sources},
        "broader": {str(i): node.broader for i, node in enumerate(nodes) if node.broader != NO_ENTITY},
    }


def _fact_columns(network: Network) -> dict[str, Json]:
    relations, rules = Table(), Table()
    facts = network.facts
    return {
        "subject": [fact.subject for fact in facts],
        "object": [fact.object for fact in facts],
        "relation": [relations.number(fact.relation) for fact in facts],
        "relations": relations.values(),
        "text": {str(i): fact.text for i, fact in enumerate(facts) if fact.text},
        "polarity": [POLARITIES.index(_known(fact.polarity, POLARITIES)) for fact in facts],
        "certainty": [CERTAINTIES.index(_known(fact.certainty, CERTAINTIES)) for fact in facts],
        "support": [fact.support for fact in facts],
        "quotes": [len(fact.quotes) for fact in facts],
        "premises": {str(i): list(fact.premises) for i, fact in enumerate(facts) if fact.rule},
        "rule": {str(i): rules.number(fact.rule) for i, fact in enumerate(facts) if fact.rule},
        "rules": rules.values(),
        "ahead": [i for i, fact in enumerate(facts) if fact.is_ahead],
    }


def _evidence_columns(network: Network, speakers: Table) -> dict[str, Json]:
    quotes = [quote for fact in network.facts for quote in fact.quotes]
    return {
        "source": [quote.source for quote in quotes],
        "speaker": [speakers.number(quote.speaker) for quote in quotes],
        "certainty": [CERTAINTIES.index(_known(quote.certainty, CERTAINTIES)) for quote in quotes],
        "polarity": [POLARITIES.index(_known(quote.polarity, POLARITIES)) for quote in quotes],
    }


def _known(value: str, values: Sequence[str]) -> str:
    return value if value in values else "unknown"


# ------------------------------------------------------------------------------------------------ quotes


def quote_pieces(facts: Sequence[Fact]) -> dict[str, Json]:
    """Return the quotes in compressed pieces: `start` holds the first fact of each piece.

    >>> quote_pieces([])
    {'start': [], 'data': []}
    """
    starts = list(_piece_starts(facts))
    ends = [*starts, len(facts)]
    pieces = [[[_row(quote) for quote in fact.quotes] for fact in facts[a:b]] for a, b in pairwise(ends)]
    return {"start": list(starts), "data": [deflated(safe_json(piece)) for piece in pieces]}  # type: ignore[arg-type]


def _piece_starts(facts: Sequence[Fact]) -> Iterator[int]:
    size = PIECE
    for i, fact in enumerate(facts):
        if size >= PIECE:
            yield i
            size = 0
        size += sum(len(quote.text) for quote in fact.quotes)


def _row(quote: Quote) -> list[Json]:
    """Return one quote: text, marks of subject, relation, object and all that states it, cue, tense, time."""
    marks = (quote.subject, quote.relation, quote.object, quote.stating)
    places: list[Json] = [end for mark in marks for end in mark or (-1, -1)]
    return [quote.text, *places, quote.cue, TENSES.index(quote.tense if quote.tense in TENSES else "none"), quote.time]


def deflated(text: str) -> str:
    """Return a text compressed without header, in base64."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(text.encode("utf-8")) + packer.flush()
    return base64.b64encode(packed).decode("ascii")
