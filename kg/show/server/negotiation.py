"""Content negotiation: what a client accepts, against what can be written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from kg.graph.results import ResultFormat
from kg.graph.sparql import DECLARATIONS, Kind, decoded, tokens

HTML = "text/html"
ROWS: Mapping[str, ResultFormat] = {
    "application/sparql-results+json": ResultFormat.JSON,
    "application/sparql-results+xml": ResultFormat.XML,
    "text/csv": ResultFormat.CSV,
    "text/tab-separated-values": ResultFormat.TSV,
    "application/json": ResultFormat.JSON,
    "application/xml": ResultFormat.XML,
    "text/xml": ResultFormat.XML,
}
TRIPLES: Mapping[str, ResultFormat] = {
    "text/turtle": ResultFormat.TURTLE,
    "application/n-triples": ResultFormat.NTRIPLES,
    "application/ld+json": ResultFormat.JSONLD,
    "application/rdf+xml": ResultFormat.RDFXML,
    "application/json": ResultFormat.JSONLD,
    "application/xml": ResultFormat.RDFXML,
}
LONGEST_PROLOGUE = 2000  # tokens; read where all others wait for it
LONGEST_ACCEPT = 2000  # characters; browsers send about a hundred
_QUALITY = re.compile(r"\s*q\s*=\s*(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Range:
    """One part of an Accept header."""

    kind: str
    subkind: str
    quality: float

    @property
    def precision(self) -> int:
        """How exactly it says what it means: `*/*` least."""
        return (self.kind != "*") + (self.subkind != "*")

    def covers(self, media_type: str) -> bool:
        """Tell whether it speaks of a media type."""
        kind, _, subkind = media_type.partition("/")
        return self.kind in ("*", kind) and self.subkind in ("*", subkind)


def ranges(accept: str) -> Iterator[Range]:
    """Yield the parts of an Accept header; what is malformed counts as not said.

    >>> [part.quality for part in ranges("text/csv, */*;q=0.1, nonsense")]
    [1.0, 0.1]
    """
    for part in accept[:LONGEST_ACCEPT].split(","):
        media_type, *parameters = part.split(";")
        kind, slash, subkind = media_type.strip().lower().partition("/")
        if slash and kind and subkind:
            matches = [match for match in map(_QUALITY.fullmatch, parameters) if match]
            yield Range(kind, subkind, float(matches[0][1]) if matches else 1.0)


@lru_cache(maxsize=256)  # a few clients ask the same way again and again
def best(accept: str, offered: tuple[str, ...]) -> str | None:
    """Return the media type that the client likes best, the first one where it likes several; None for none.

    >>> best("text/html, application/*;q=0.9", ("text/csv", "application/json"))
    'application/json'
    >>> best("", ("text/csv", "application/json"))
    'text/csv'
    """
    said = tuple(ranges(accept))
    if not accept.strip():
        return offered[0]
    scored = [(_quality(media_type, said), media_type) for media_type in offered]
    top = max(quality for quality, _ in scored)
    return next((media_type for quality, media_type in scored if quality == top), None) if top > 0 else None


def _quality(media_type: str, said: Sequence[Range]) -> float:
    """Return how much a client likes a media type: the most precise range that covers it decides."""
    covering = [part for part in said if part.covers(media_type)]
    return max(covering, key=lambda part: part.precision).quality if covering else 0.0


def offered_for(sparql: str) -> Mapping[str, ResultFormat]:
    """Return the media types that the answer to a query can have.

    >>> next(iter(offered_for("PREFIX a: <http://a/> CONSTRUCT WHERE { ?s ?p ?o }")))
    'text/turtle'
    """
    return TRIPLES if form_of(sparql) in ("CONSTRUCT", "DESCRIBE") else ROWS


def form_of(sparql: str) -> str:
    r"""Return SELECT, ASK, CONSTRUCT or DESCRIBE, or whatever word stands there.

    >>> form_of("# SELECT\nbase <http://a/> ask {}")
    'ASK'
    """
    found = islice(tokens(decoded(sparql)), LONGEST_PROLOGUE)
    words = (token.text.upper() for token in found if token.kind is Kind.WORD)
    return next((word for word in words if word not in DECLARATIONS), "")
