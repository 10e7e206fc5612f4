"""Coreference on OntoGUM's news: CoNLL F1 in the OntoNotes manner, and how many links of the sure kinds are right.

In that manner chains of one mention do not count, a noun in apposition belongs to the mention it stands beside, and
relative pronouns are no mentions: links of those two sieves are taken out before scoring.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.evaluation import Score
from kg.evaluation.chain_scores import Cluster, conll_f1, count_all
from kg.evaluation.gum import GoldDocument, GoldMention, read_gum
from kg.extract.extraction import extract
from kg.model import Extraction, Lexicon, Link, Mention, Span
from kg.text.parse import parse

GOLD = "OntoGUM news"
LAYER = "coreference"
NOT_SCORED = frozenset({"apposition", "relative", "quantity"})
NAME_SIEVES = frozenset({"known", "exact name", "acronym", "surname", "name part"})
PRONOUN_SIEVES = frozenset({"pronoun", "speaker"})
HE_AND_SHE = frozenset("he him his himself she her hers herself".split())


@dataclass(frozen=True, slots=True)
class Scored:
    """One article: its chains in the gold and as found, and what they come from."""

    gold: tuple[Cluster, ...]
    found: tuple[Cluster, ...]
    mentions: tuple[GoldMention, ...]
    extraction: Extraction


def evaluate(folder: Path, parser: Any, lexicon: Lexicon) -> tuple[Score, ...]:
    """Score the chains found in OntoGUM's news articles.

    Args:
        folder: the folder of gold data; the articles are in its `gum_news`.
        parser: as `kg.text.parse.load_parser` gives it.
        lexicon: of the ontologies.

    Raises:
        ReadError: there are no such articles.
    """
    documents = read_gum(folder / "gum_news", "OntoGUM_*.conllu")
    scored = [score_document(document, parser, lexicon) for document in documents]
    totals = count_all((one.gold, one.found) for one in scored)
    mentions = sum(len(cluster) for one in scored for cluster in one.gold)
    rows = [Score(LAYER, GOLD, "CoNLL F1", 100 * conll_f1(totals), mentions)]
    rows += [Score(LAYER, GOLD, f"{name} F1", 100 * counts.f1, mentions) for name, counts in totals.items()]
    return (*rows, _name_links(scored), _he_and_she(scored))


def score_document(gold: GoldDocument, parser: Any, lexicon: Lexicon) -> Scored:
    """Extract from one gold article and set its chains beside the gold's."""
    extraction = extract(parse(parser, gold.document), gold.document, lexicon)
    clusters: dict[str, set[Span]] = defaultdict(set)
    for mention in gold.mentions:
        clusters[mention.entity].add(mention.span)
    chains = tuple(frozenset(cluster) for cluster in clusters.values())
    return Scored(chains, tuple(_chains(extraction)), gold.mentions, extraction)


def _chains(extraction: Extraction) -> Iterator[Cluster]:
    for chain in extraction.chains:
        left_out = {link.mention for link in chain.links if link.sieve in NOT_SCORED}
        yield frozenset(extraction.mentions[index].span for index in chain.mentions if index not in left_out)


# ------------------------------------------------------------------------------------------------ single links


def _name_links(scored: Iterable[Scored]) -> Score:
    """Score the links made by names alone, where both mentions are in the gold."""
    judged = []
    for one in scored:
        for link in _links(one, NAME_SIEVES):
            here, there = (
                _entity(one.extraction.mentions[index], one.mentions) for index in (link.mention, link.antecedent)
            )
            if here is not None and there is not None:
                judged.append(here == there)
    return Score(LAYER, GOLD, "names' links right", _share(judged), len(judged))


def _he_and_she(scored: Iterable[Scored]) -> Score:
    """Score the pronouns "he" and "she" of the gold: right if joined to a mention of the same entity."""
    judged = []
    for one in scored:
        antecedents = {link.mention: link.antecedent for link in _links(one, PRONOUN_SIEVES)}
        for index, mention in enumerate(one.extraction.mentions):
            entity = _entity(mention, one.mentions)
            if mention.text.lower() in HE_AND_SHE and entity is not None:
                antecedent = antecedents.get(index)
                joined = antecedent is not None and _entity(one.extraction.mentions[antecedent], one.mentions) == entity
                judged.append(joined)
    return Score(LAYER, GOLD, "he and she right", _share(judged), len(judged))


def _links(one: Scored, sieves: frozenset[str]) -> Iterator[Link]:
    return (link for chain in one.extraction.chains for link in chain.links if link.sieve in sieves)


def _entity(mention: Mention, gold: Sequence[GoldMention]) -> str | None:
    """Return the gold entity of the mention: of the same span, else of the shortest with the same head."""
    near = [one for one in gold if one.span == mention.span or any(head.overlaps(mention.head) for head in one.heads)]
    best = min(near, key=lambda one: (one.span != mention.span, one.span.end - one.span.start), default=None)
    return best.entity if best else None


def _share(judged: Sequence[bool]) -> float:
    return 100 * sum(judged) / len(judged) if judged else 0.0
