"""Scores attribution on GUM's discourse units: units that only attribute, and who says it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from kg.evaluation import Score
from kg.evaluation.gum_tokens import GoldArticle, GoldToken, read_articles
from kg.extract.attribution import find_attributions
from kg.model import Attribution, Span
from kg.text.parse import parse

LAYER, GOLD = "attribution", "GUM news"
SUBJECTS = ("nsubj", "nsubj:xsubj")
IN_CLAUSE = frozenset({"RB", "NN", "NNS", "NNP"})  # GUM makes no unit of "reportedly" or "his claim"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many cues agree with the gold, and of those how many name its source."""

    right: int = 0
    found: int = 0
    gold: int = 0
    sources: int = 0
    right_sources: int = 0

    def plus(self, other: Tally) -> Tally:
        """Add two tallies."""
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def evaluate(folder: Path, nlp: Language) -> tuple[Score, ...]:
    """Score the cues and sources found in the articles of a folder.

    A cue is right when it lies in a unit that the gold calls an attribution. Adverbs and nouns as cues are left out,
    for GUM never makes units of them. So are those whose words begin in the cue's own unit ("urged voters to reject
    it", "called it reckless"), for such a unit does more than attribute. The source is compared where the gold's
    syntax gives the cue a subject.
    """
    total = Tally()
    for article in read_articles(folder):
        total = total.plus(tally(article, find_attributions(parse(nlp, article.document))))
    precision, recall = ratio(total.right, total.found), ratio(total.right, total.gold)
    f1 = ratio(2 * total.right, total.found + total.gold)
    return (
        Score(LAYER, GOLD, "cue precision", precision, total.found),
        Score(LAYER, GOLD, "cue recall", recall, total.gold),
        Score(LAYER, GOLD, "cue F1", f1, total.gold),
        Score(LAYER, GOLD, "right source", ratio(total.right_sources, total.sources), total.sources),
    )


def ratio(part: int, whole: int) -> float:
    """Return the share in percent, 0 of nothing."""
    return 100 * part / whole if whole else 0.0


def tally(article: GoldArticle, attributions: tuple[Attribution, ...]) -> Tally:
    """Compare the attributions found with those of one article."""
    units = _units(article)
    gold = {unit for unit, relation in enumerate(units.relations) if relation.startswith("attribution")}
    cues = [(a, _token_at(article, a.cue.head)) for a in attributions]
    apart = [(a, at) for a, at in cues if _is_apart(article, units, a, at)]
    clausal = [(a, at) for a, at in apart if article.tokens[at].tag not in IN_CLAUSE]
    found = {units.unit_of[at] for _, at in clausal}
    sources = [
        _names(article, a, subject)
        for a, at in clausal
        if units.unit_of[at] in gold and (subject := _subject(article, at)) is not None
    ]
    return Tally(len(found & gold), len(found), len(gold), len(sources), sum(sources))


@dataclass(frozen=True, slots=True)
class _Units:
    unit_of: tuple[int, ...]
    relations: tuple[str, ...]


def _units(article: GoldArticle) -> _Units:
    unit_of: list[int] = []
    relations: list[str] = []
    for token in article.tokens:
        if "Discourse" in token.notes or not relations:
            relations.append(token.notes.get("Discourse", ""))
        unit_of.append(len(relations) - 1)
    return _Units(tuple(unit_of), tuple(relations))


def _is_apart(article: GoldArticle, units: _Units, attribution: Attribution, cue: int) -> bool:
    """Tell whether what is said lies outside the cue's unit, or on both sides of the cue."""
    content, head = attribution.content, attribution.cue.head
    nearest = content.start if content.start > head.start else content.end - 1
    return content.contains(head) or units.unit_of[_token_at(article, Span(nearest, nearest + 1))] != units.unit_of[cue]


def _token_at(article: GoldArticle, span: Span) -> int:
    return max(bisect_right([token.span.start for token in article.tokens], span.start) - 1, 0)


def _subject(article: GoldArticle, cue: int) -> int | None:
    """Return the gold's source of a cue: the verb's subject, the noun after "according to"."""
    if article.tokens[cue].text.lower() == "according":
        return article.tokens[cue].head
    for position, token in enumerate(article.tokens):
        if any(head == cue and relation in SUBJECTS for head, relation in token.edges):
            return position
    return None


def _names(article: GoldArticle, attribution: Attribution, subject: int) -> bool:
    """Tell whether the source found and the gold's are the same phrase: each holds the head of the other."""
    if attribution.source is None:
        return False
    at = _token_at(article, attribution.source.head)
    holds_gold = attribution.source.span.overlaps(article.tokens[subject].span)
    return at == subject or (holds_gold and _is_below(article.tokens, at, subject))


def _is_below(tokens: tuple[GoldToken, ...], position: int, ancestor: int) -> bool:
    while position != ancestor and tokens[position].head != position:
        position = tokens[position].head
    return position == ancestor
