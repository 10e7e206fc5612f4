"""Names: their types on GUM's news; weapons, platforms and organizations on re3d."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from kg.evaluation import Score
from kg.evaluation.chain_scores import Counts
from kg.evaluation.gum import GoldDocument, GoldMention, read_gum
from kg.evaluation.re3d import GoldReport, read_reports
from kg.extract.extraction import extract
from kg.model import Document, Extraction, Lexicon, Mention, MentionKind, Span
from kg.text.parse import parse

LAYER = "names"
GUM = "GUM news"
RE3D = "re3d"
# GUM's types of what can have a name; "time" is scored with the dates.
GUM_TYPES = frozenset({"person", "organization", "place", "object", "event", "abstract", "animal", "plant"})
# The first of our classes that a class is or is below decides; a state is a place here, as for the tagger.
GUM_TYPE_OF = (
    ("Place", "place"),
    ("Person", "person"),
    ("Group", "person"),
    ("Organization", "organization"),
    ("Event", "event"),
    ("Activity", "event"),
    ("Work", "abstract"),
    ("Software", "abstract"),
    ("Product", "object"),
)


def evaluate(folder: Path, parser: Any, lexicon: Lexicon) -> tuple[Score, ...]:
    """Score names on GUM's news and on re3d, whichever is there.

    Args:
        folder: the folder of gold data, with `gum_news` or `re3d` in it.
        parser: as `kg.text.parse.load_parser` gives it.
        lexicon: of the ontologies.

    Raises:
        ReadError: a folder is there without its articles.
    """
    classes = Classes(lexicon)
    scores: list[Score] = []
    if (folder / "gum_news").is_dir():
        articles = [(gold, _extract(gold.document, parser, lexicon)) for gold in read_gum(folder / "gum_news")]
        scores += _typed_names(articles, classes)
    if (folder / "re3d").is_dir():
        reports = [(gold, _extract(gold.document, parser, lexicon)) for gold in read_reports(folder / "re3d")]
        scores += _typed_reports(reports, classes)
    return tuple(scores)


def _typed_reports(reports: Sequence[tuple[GoldReport, Extraction]], classes: Classes) -> tuple[Score, ...]:
    return (
        _overlaps(reports, "weapons and platforms F1", WEAPON_TYPES, classes.is_weapon),
        _overlaps(reports, "organizations F1", frozenset({"Organisation"}), classes.is_organization),
    )


def _extract(document: Document, parser: Any, lexicon: Lexicon) -> Extraction:
    return extract(parse(parser, document), document, lexicon)


class Classes:
    """Asks whether a class is one of those that the gold knows."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.iris = {iri.rsplit("#", 1)[-1]: iri for iri in lexicon.kinds}

    def is_a(self, label: str, *names: str) -> bool:
        """Tell whether a class is one of those named or below one."""
        return any(name in self.iris and self.lexicon.is_a(label, self.iris[name]) for name in names)

    def gum_type(self, label: str) -> str:
        """Return the type that GUM has for a class, "abstract" where nothing fits."""
        return next((gum for name, gum in GUM_TYPE_OF if self.is_a(label, name)), "abstract")

    def is_weapon(self, _: Mention, label: str) -> bool:
        """Tell whether a mention of a class is a weapon or a military platform."""
        return self.is_a(label, "MilitaryEquipment")

    def is_organization(self, mention: Mention, label: str) -> bool:
        """Tell whether it is an organization or several people, which re3d does not tell apart."""
        return self.is_a(label, "Organization", "Group") or (mention.plural and self.is_a(label, "Person"))


# ------------------------------------------------------------------------------------------------ typed names


def _typed_names(articles: Iterable[tuple[GoldDocument, Extraction]], classes: Classes) -> tuple[Score, ...]:
    """Score names by head: the head words match, and in the typed figure the type does too."""
    typed, untyped = Counts(), Counts()
    for gold, extraction in articles:
        there = _named(gold)
        found = [mention for mention in extraction.mentions if _is_scored_name(mention, classes.lexicon)]
        pairs = [(mention, _at_head(mention, there)) for mention in found]
        matched = {id(one): mention for mention, one in pairs if one is not None}
        right = sum(classes.gum_type(m.label) == one.kind for m, one in pairs if one is not None)
        typed += Counts(right, len(found), right, len(there))
        untyped += Counts(len(matched), len(found), len(matched), len(there))
    return (
        Score(LAYER, GUM, "head and type F1", 100 * typed.f1, int(typed.there)),
        Score(LAYER, GUM, "head F1", 100 * untyped.f1, int(untyped.there)),
    )


def _named(gold: GoldDocument) -> list[GoldMention]:
    """Return the gold's names; of those that begin with the same head (a coordination), only the shortest."""
    names = [mention for mention in gold.mentions if mention.is_name and mention.kind in GUM_TYPES]
    shortest: dict[Span, GoldMention] = {}
    for name in sorted(names, key=lambda one: (one.span.end - one.span.start, one.span)):
        shortest.setdefault(name.heads[0], name)
    return sorted(shortest.values(), key=lambda one: one.span)


def _is_scored_name(mention: Mention, lexicon: Lexicon) -> bool:
    """Tell whether GUM would mark it: a name or an office in capitals, and not an adjective such as "American"."""
    in_capitals = mention.head_normal[:1].isupper() and mention.head.start > mention.span.start
    is_nominal = mention.kind is MentionKind.NOMINAL and in_capitals
    return is_nominal or (mention.kind is MentionKind.NAME and not _is_demonym(mention, lexicon))


def _is_demonym(mention: Mention, lexicon: Lexicon) -> bool:
    name = lexicon.names.get(mention.link)
    return name is not None and mention.normal in name.demonyms and mention.normal not in (name.label, *name.aliases)


def _at_head(mention: Mention, there: Sequence[GoldMention]) -> GoldMention | None:
    near = [one for one in there if any(head.overlaps(mention.head) for head in one.heads)]
    return min(near, key=lambda one: (one.span.end - one.span.start, one.span), default=None)


# ------------------------------------------------------------------------------------------------ re3d

WEAPON_TYPES = frozenset({"Weapon", "MilitaryPlatform"})


def _overlaps(
    reports: Iterable[tuple[GoldReport, Extraction]],
    measure: str,
    types: frozenset[str],
    is_type: Callable[[Mention, str], bool],
) -> Score:
    """Score the mentions of a type: right if the head lies within an entity of the gold of that type."""
    total = Counts()
    for gold, extraction in reports:
        there = [span for kind, span in gold.entities if kind in types]
        found = [mention.head for mention, label in _labelled(extraction) if is_type(mention, label)]
        total += Counts(
            sum(any(span.contains(head) for span in there) for head in found),
            len(found),
            sum(any(span.contains(head) for head in found) for span in there),
            len(there),
        )
    return Score(LAYER, RE3D, measure, 100 * total.f1, int(total.there))


def _labelled(extraction: Extraction) -> list[tuple[Mention, str]]:
    """Return the mentions with their class; a pronoun has that of its chain."""
    labels = [mention.label for mention in extraction.mentions]
    for chain in extraction.chains:
        for index in chain.mentions:
            if extraction.mentions[index].kind is MentionKind.PRONOUN:
                labels[index] = labels[index] or extraction.mentions[chain.representative].label
    return list(zip(extraction.mentions, labels, strict=True))
