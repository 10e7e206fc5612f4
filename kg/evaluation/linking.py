"""Links of places, states and international organizations, against the Wikipedia pages that GUM and MEANTIME name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.evaluation import Score
from kg.evaluation.gum import GoldMention, read_gum
from kg.evaluation.meantime_articles import GoldReference, read_articles
from kg.extract.extraction import extract
from kg.model import Document, Extraction, Lexicon, Mention, Name, Span
from kg.text.parse import parse

LAYER = "linking"
BOTH = "GUM news, MEANTIME"
PLACES = ("Place",)
BODIES = ("State", "InternationalOrganization")


@dataclass(frozen=True, slots=True)
class GoldName:
    """A name of the gold.

    Attributes:
        heads: characters that its head can be known by: all head words in GUM, the last letter in MEANTIME.
        page: title of its Wikipedia page, or "".
        is_place: the gold calls it a place.
    """

    span: Span
    heads: tuple[Span, ...]
    page: str
    is_place: bool


def evaluate(folder: Path, parser: Any, lexicon: Lexicon) -> tuple[Score, ...]:
    """Score the links of places, states and international organizations on GUM's news and on MEANTIME.

    Args:
        folder: the folder of gold data, with `gum_news` or `meantime` in it; with both, they are also scored as one.
        parser: as `kg.text.parse.load_parser` gives it.
        lexicon: of the ontologies.

    Raises:
        ReadError: a folder is there without its articles.
    """
    known = Known(lexicon)
    scored = {
        gold: [(names, extract(parse(parser, document), document, lexicon)) for document, names in articles]
        for gold, articles in _gold_articles(folder)
    }
    if len(scored) > 1:
        scored[BOTH] = [article for articles in scored.values() for article in articles]
    return tuple(row for gold, articles in scored.items() for row in _scores(gold, articles, known))


def _gold_articles(folder: Path) -> Iterator[tuple[str, list[tuple[Document, list[GoldName]]]]]:
    """Yield the articles of each gold that is there, with its names."""
    if (folder / "gum_news").is_dir():
        yield (
            "GUM news",
            [(article.document, _gum_names(article.mentions)) for article in read_gum(folder / "gum_news")],
        )
    if (folder / "meantime").is_dir():
        articles = read_articles(folder / "meantime")
        yield "MEANTIME", [(article.document, _meantime_names(article.references)) for article in articles]


def _gum_names(mentions: Iterable[GoldMention]) -> list[GoldName]:
    return [GoldName(m.span, m.heads, m.link, m.kind == "place") for m in mentions if m.is_name]


def _meantime_names(references: Iterable[GoldReference]) -> list[GoldName]:
    names = [r for r in references if r.is_name]
    return [GoldName(r.span, (Span(r.span.end - 1, r.span.end),), r.link, r.kind == "LOC") for r in names]


@dataclass(frozen=True, slots=True)
class Known:
    """What the lexicon knows: is a name one of those scored, is it what a page is about?"""

    lexicon: Lexicon

    def is_scored(self, name: Name) -> bool:
        """Tell whether it is a place, a state or an international organization."""
        return self._is_a(name, *PLACES, *BODIES)

    def _is_a(self, name: Name, *classes: str) -> bool:
        ends = tuple(f"#{one}" for one in classes)
        kind = self.lexicon.kinds.get(name.kind)
        return kind is not None and any(iri.endswith(ends) for iri in kind.ancestors | {name.kind})

    def is_body(self, page: str) -> bool:
        """Tell whether a page is about a state or an international organization that the lexicon knows."""
        return any(self._is_a(name, *BODIES) for name in self.lexicon.names.values() if is_about(page, name))


def is_about(page: str, name: Name) -> bool:
    """Tell whether a Wikipedia page is about a name: "Georgia_(country)" is about what is called "Georgia".

    >>> is_about("New_York_City", Name("x:NYC", "New York City", "x:City"))
    True
    """
    plain = page.replace("_", " ").split(" (")[0]
    wordings = (name.label, *name.aliases)
    return plain in wordings or plain.split(",")[0] in wordings


def _scores(
    gold: str, articles: Sequence[tuple[list[GoldName], Extraction]], known: Known
) -> tuple[Score, Score, Score]:
    """Score precision where the gold has a name with a page, and recall of places alone and with bodies."""
    right = made = 0
    places: list[bool] = []
    wanted: list[bool] = []
    bodies = {one.page: known.is_body(one.page) for names, _ in articles for one in names}
    for names, extraction in articles:
        linked = [m for m in extraction.mentions if m.link and known.is_scored(known.lexicon.names[m.link])]
        judged = [_is_right(mention, names, known) for mention in linked]
        made += sum(verdict is not None for verdict in judged)
        right += sum(verdict is True for verdict in judged)
        found = {one: _is_found(one, linked, known) for one in names}
        places += [found[one] for one in names if one.is_place and one.page]
        wanted += [found[one] for one in names if one.page and (one.is_place or bodies[one.page])]
    return (
        Score(LAYER, gold, "precision", 100 * right / max(made, 1), made),
        _recall(gold, "recall of places", places),
        _recall(gold, "recall of places, states, int. organizations", wanted),
    )


def _recall(gold: str, measure: str, found: Sequence[bool]) -> Score:
    return Score(LAYER, gold, measure, 100 * sum(found) / max(len(found), 1), len(found))


def _is_right(mention: Mention, names: Iterable[GoldName], known: Known) -> bool | None:
    """Judge a link by the shortest name of the gold at the mention's head; None where there is none."""
    near = [one for one in names if any(head.overlaps(mention.head) for head in one.heads)]
    if not near:
        return None
    best = min(near, key=lambda one: (one.span.end - one.span.start, one.span))
    if not best.page:
        return None
    name = known.lexicon.names[mention.link]
    if mention.normal in name.demonyms and mention.normal not in (name.label, *name.aliases):
        return None
    return is_about(best.page, name)


def _is_found(one: GoldName, linked: Iterable[Mention], known: Known) -> bool:
    return any(
        is_about(one.page, known.lexicon.names[mention.link])
        for mention in linked
        if any(head.overlaps(mention.head) for head in one.heads)
    )
