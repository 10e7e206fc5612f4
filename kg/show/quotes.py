"""Evidence -> the quotes that the page shows: whole sentences, with the words that state the fact marked in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.show.columns import NIF, PROV, Columns, words_of
from kg.show.network import Quote, Source
from kg.show.sentences import sentence_around, sentence_bounds

CERTAINTIES = ("certain", "probable", "possible", "unknown")
PROPERTIES = (
    "attributedTo",
    "subjectAt",
    "predicateAt",
    "objectAt",
    "cue",
    "certainty",
    "evidencePolarity",
    "tense",
    "timeText",
)


@dataclass(frozen=True, slots=True)
class Texts:
    """The cleaned texts of articles by IRI, from which quotes take the sentence around them."""

    by_iri: Mapping[str, str]
    bounds: dict[str, list[int]] = field(default_factory=dict)  # of the articles asked for, so that each is read once

    def sentence(self, article: str, start: int, words: str) -> tuple[int, str]:
        """Return begin and text of the sentence around a quote; the quote itself where the article is not there."""
        text = self.by_iri.get(article, "")
        end = start + len(words)
        if not words or text[start:end] != words:
            return start, words
        if article not in self.bounds:
            self.bounds[article] = sentence_bounds(text)
        begin, after = sentence_around(text, self.bounds[article], start, end)
        return begin, text[begin:after]


def quotes_from(
    columns: Columns, labels: Mapping[str, str], sources: Sequence[Source], texts: Texts
) -> dict[str, Quote]:
    """Return the quote of each piece of evidence by its IRI."""
    source_of = {source.iri: i for i, source in enumerate(sources)}
    begins = columns.one(NIF + "beginIndex")
    origins = columns.one(PROV + "wasDerivedFrom")
    own = {name: columns.own(name) for name in PROPERTIES}
    quotes = {}
    for iri, words in columns.one(NIF + "anchorOf").items():
        article = origins.get(iri, "")
        if article not in source_of:
            continue
        start = int(begins.get(iri, "0"))
        begin, text = texts.sentence(article, start, words)
        stating = (start - begin, start - begin + len(words))
        speaker = own["attributedTo"].get(iri, "")
        quotes[iri] = Quote(
            text=text,
            source=source_of[article],
            subject=mark(own["subjectAt"].get(iri, ""), begin, len(text)),
            relation=mark(own["predicateAt"].get(iri, ""), begin, len(text)),
            object=mark(own["objectAt"].get(iri, ""), begin, len(text)),
            stating=stating if len(words) < len(text) else None,
            speaker=labels.get(speaker) or words_of(speaker) if speaker else "",
            cue=own["cue"].get(iri, ""),
            certainty=own["certainty"].get(iri, "unknown"),
            polarity=own["evidencePolarity"].get(iri, "positive"),
            tense=own["tense"].get(iri, "none"),
            time=own["timeText"].get(iri, ""),
        )
    return quotes


def mark(place: str, start: int, length: int) -> tuple[int, int] | None:
    """Return a place in the article ("begin-end") as a range within the quote that starts there.

    >>> mark("104-110", 100, 40)
    (4, 10)
    >>> mark("20-30", 100, 40) is None
    True
    """
    match = re.fullmatch(r"(\d+)-(\d+)", place)
    if not match:
        return None
    begin, end = int(match[1]) - start, int(match[2]) - start
    return (begin, end) if 0 <= begin < end <= length else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The quotes of each fact: the surest first, then by article and place."""

    by_iri: Mapping[str, Quote]
    of_fact: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, quotes: Mapping[str, Quote], evidence: Mapping[str, Iterable[str]]) -> Evidence:
        """Put the quotes of each fact in order; `evidence` holds the IRIs of what states it."""
        ordered = {
            fact: tuple(sorted((e for e in found if e in quotes), key=lambda e: (_order(quotes[e]), e)))
            for fact, found in evidence.items()
        }
        return cls(quotes, ordered)

    def quotes(self, fact: str) -> tuple[Quote, ...]:
        """Return the quotes of a fact."""
        return tuple(self.by_iri[evidence] for evidence in self.of_fact.get(fact, ()))

    def place(self, fact: str, evidence: str) -> int:
        """Return where a piece of evidence stands among those of a fact; 0 where it is none of them."""
        known = self.of_fact.get(fact, ())
        return known.index(evidence) if evidence in known else 0


def _order(quote: Quote) -> tuple[int, int, str, tuple[int, int]]:
    return CERTAINTIES.index(_known(quote.certainty)), quote.source, quote.text, quote.subject or (0, 0)


def _known(certainty: str) -> str:
    return certainty if certainty in CERTAINTIES else "unknown"


def best_certainty(quotes: Iterable[Quote]) -> str:
    """Return the surest of what the quotes say.

    >>> best_certainty([Quote("", 0, certainty="possible"), Quote("", 0, certainty="probable")])
    'probable'
    """
    return min((_known(quote.certainty) for quote in quotes), key=CERTAINTIES.index, default="unknown")


# ------------------------------------------------------------------------------------------------ several quotes


def are_ahead(quotes: Iterable[Quote]) -> bool:
    """Tell whether all quotes that affirm something as certain or probable speak of the future.

    >>> are_ahead([Quote("", 0, certainty="certain", tense="future")])
    True
    """
    sure = [quote for quote in quotes if quote.polarity == "positive" and quote.certainty in ("certain", "probable")]
    return bool(sure) and all(quote.tense == "future" for quote in sure)
