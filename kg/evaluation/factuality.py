"""Scores polarity, certainty and future on the events of MEANTIME."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.evaluation import Score
from kg.evaluation.meantime_articles import GoldEvent, read_articles
from kg.extract.factuality import assess
from kg.model import Certainty, Factuality, Polarity, Span, Tense
from kg.text.parse import parse

LAYER, GOLD = "factuality", "MEANTIME"
CERTAINTIES = {"CERTAIN": Certainty.CERTAIN, "PROBABLE": Certainty.PROBABLE, "POSSIBLE": Certainty.POSSIBLE}


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is compared: denied or not, asserted or only possible, ahead or not."""

    is_negative: bool
    is_possible: bool
    is_future: bool


def evaluate(folder: Path, nlp: Language) -> tuple[Score, ...]:
    """Score the factuality of each event word that the gold judges.

    Certainty has two values here, asserted (certain, probable) and possible (possible, underspecified): the border
    that decides what becomes a plain triple, and the one that both grids share.
    """
    found: list[tuple[GoldEvent, Factuality]] = []
    for article in read_articles(folder):
        doc = parse(nlp, article.document)
        found += [(event, assess(doc, anchor_of(doc, event.span))) for event in article.events]
    pairs = [(judged(event), ours(factuality)) for event, factuality in found]
    apart = sum(agrees(event, factuality) for event, factuality in found)
    majority = Counter(gold for gold, _ in pairs).most_common(1)[0][1]
    joint = sum(gold == own for gold, own in pairs)
    return (
        Score(LAYER, GOLD, "joint accuracy", 100 * joint / len(pairs), len(pairs)),
        Score(LAYER, GOLD, "joint accuracy, every certainty apart", 100 * apart / len(pairs), len(pairs)),
        Score(LAYER, GOLD, "joint accuracy of the majority class", 100 * majority / len(pairs), len(pairs)),
        *(_f1(pairs, name) for name in ("is_negative", "is_future", "is_possible")),
    )


def _f1(pairs: list[tuple[Judgement, Judgement]], name: str) -> Score:
    gold = sum(getattr(g, name) for g, _ in pairs)
    found = sum(getattr(own, name) for _, own in pairs)
    both = sum(getattr(g, name) and getattr(own, name) for g, own in pairs)
    return Score(LAYER, GOLD, f"{name.removeprefix('is_')} F1", 200 * both / max(gold + found, 1), gold)


def judged(event: GoldEvent) -> Judgement:
    """Read the gold's judgement.

    >>> judged(GoldEvent(Span(0, 4), "NEG", "CERTAIN", "NON_FUTURE"))
    Judgement(is_negative=True, is_possible=False, is_future=False)
    """
    is_possible = event.certainty in ("POSSIBLE", "UNDERSPECIFIED")
    return Judgement(event.polarity == "NEG", is_possible, event.time == "FUTURE")


def agrees(event: GoldEvent, factuality: Factuality) -> bool:
    """Tell whether polarity, certainty as the gold grades it, and future are all the gold's.

    It cannot be reached in full: a purpose is probable here and certain in the gold.
    """
    polarity = {"POS": Polarity.POSITIVE, "NEG": Polarity.NEGATIVE}.get(event.polarity, Polarity.UNKNOWN)
    certainty = CERTAINTIES.get(event.certainty, Certainty.UNKNOWN)
    is_future = factuality.tense is Tense.FUTURE
    return (polarity, certainty, event.time == "FUTURE") == (factuality.polarity, factuality.certainty, is_future)


def ours(factuality: Factuality) -> Judgement:
    """Read our own."""
    is_possible = factuality.certainty in (Certainty.POSSIBLE, Certainty.UNKNOWN)
    return Judgement(factuality.polarity is Polarity.NEGATIVE, is_possible, factuality.tense is Tense.FUTURE)


def anchor_of(doc: Doc, span: Span) -> int:
    """Return the token that heads the event's words."""
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return 0 if found is None else found.root.i
