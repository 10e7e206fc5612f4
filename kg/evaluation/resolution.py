"""Resolution across articles on MEANTIME: CoNLL F1 of entities, the mentions of the gold given.

The gold marks what is mentioned but once, too, so that such entities count here; a row leaves them out as on OntoGUM.
Each gold mention takes the entity of our mention with the same head word; one that we have not found is given to
resolution as a mention of its own. Beside our figure stands what joining all mentions with the same head lemma gives.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.evaluation import Score
from kg.evaluation.chain_scores import MEASURES, Cluster, Counts, conll_f1, count_all
from kg.evaluation.meantime_articles import GoldArticle, read_articles
from kg.extract.extraction import extract
from kg.graph.resolution import resolve
from kg.model import Determination, Extraction, Lexicon, Mention, MentionKind, Span
from kg.text.parse import parse

LAYER, GOLD = "resolution", "MEANTIME"
NOUNS = frozenset({"NOUN", "PROPN", "NUM", "PRON"})
BASE_IRI = "https://w3id.org/newskg/"
Place = tuple[str, Span, str]  # a gold mention: article, place, entity; some mentions share their words


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article of the gold as we read it."""

    gold: GoldArticle
    doc: Doc
    extraction: Extraction


def evaluate(folder: Path, parser: Language, lexicon: Lexicon) -> tuple[Score, ...]:
    """Score the entities of each corpus in MEANTIME.

    Args:
        folder: the folder of gold data, with `meantime` in it.
        parser: as `kg.text.parse.load_parser` gives it.
        lexicon: of the ontologies.

    Raises:
        ReadError: there are no such articles.
    """
    corpora: dict[str, list[ReadArticle]] = defaultdict(list)
    for gold in read_articles(folder / "meantime"):
        doc = parse(parser, gold.document)
        corpora[gold.corpus].append(ReadArticle(gold, doc, extract(doc, gold.document, lexicon)))
    return score_corpora(list(corpora.values()), lexicon)


def score_corpora(corpora: Sequence[Sequence[ReadArticle]], lexicon: Lexicon) -> tuple[Score, ...]:
    """Score corpora that have been read: ours, each measure of it, and the same head lemma."""
    gold = [_clusters({place: place[2] for article in corpus for place in places(article)}) for corpus in corpora]
    ours = [*zip(gold, (_clusters(our_entities(corpus, lexicon)) for corpus in corpora), strict=True)]
    lemmas = [*zip(gold, (_clusters(head_lemmas(corpus)) for corpus in corpora), strict=True)]
    totals = count_with_single_ones(ours)
    figures = {
        "CoNLL F1": conll_f1(totals),
        **{f"{name} F1": counts.f1 for name, counts in totals.items()},
        "CoNLL F1 of the same head lemma": conll_f1(count_with_single_ones(lemmas)),
        "CoNLL F1 without single mentions": conll_f1(count_all(ours)),
    }
    mentions = sum(len(cluster) for clusters in gold for cluster in clusters)
    return tuple(Score(LAYER, GOLD, name, 100 * value, mentions) for name, value in figures.items())


def count_with_single_ones(corpora: Sequence[tuple[Sequence[Cluster], Sequence[Cluster]]]) -> dict[str, Counts]:
    """Return the counts of each measure, summed over corpora of (gold, found), with entities of one mention."""
    return {name: sum((measure(*pair) for pair in corpora), Counts()) for name, measure in MEASURES.items()}


def places(article: ReadArticle) -> list[Place]:
    """Return the gold mentions of an article."""
    return [(article.gold.document.id, one.span, one.entity) for one in article.gold.references]


def our_entities(corpus: Sequence[ReadArticle], lexicon: Lexicon) -> dict[Place, Hashable]:
    """Return the IRI of the entity of each gold mention, or the mention itself where we know none."""
    completed = [with_given(article) for article in corpus]
    entity_of = resolve([article.extraction for article in completed], lexicon, BASE_IRI).entity_of
    found: dict[Place, Hashable] = {}
    for article in completed:
        for place in places(article):
            index = own_mention(article, place[1])
            found[place] = place if index is None else entity_of.get((place[0], index), place)
    return found


def with_given(article: ReadArticle) -> ReadArticle:
    """Add the gold's mentions that we have not found, in no chain."""
    missing = dict.fromkeys(span for _, span, _ in places(article) if own_mention(article, span) is None)
    mentions = (*article.extraction.mentions, *(given_mention(article, span) for span in missing))
    return replace(article, extraction=replace(article.extraction, mentions=mentions))


def given_mention(article: ReadArticle, span: Span) -> Mention:
    """Read the words of a gold mention as a name or a nominal, without their article."""
    head, text = head_of(article.doc, span), span.of(article.gold.document.text)
    first, _, rest = text.partition(" ")
    is_definite = first.lower() == "the" and bool(rest)
    return Mention(
        article.gold.document.id,
        span,
        Span(head.idx, head.idx + len(head)),
        text,
        MentionKind.NAME if head.pos_ == "PROPN" else MentionKind.NOMINAL,
        normal=rest if is_definite else text,
        head_normal=head.text,
        determination=Determination.DEFINITE if is_definite else Determination.BARE,
    )


def own_mention(article: ReadArticle, span: Span) -> int | None:
    """Return our mention that a gold one is: of the same words, else the longest with the same head."""
    at = head_of(article.doc, span)
    head = Span(at.idx, at.idx + len(at))
    near = [
        (mention.span != span, -len(mention.text), index)
        for index, mention in enumerate(article.extraction.mentions)
        if mention.span == span or mention.head.overlaps(head)
    ]
    return min(near)[-1] if near else None


def head_lemmas(corpus: Iterable[ReadArticle]) -> dict[Place, Hashable]:
    """Return the head lemma of each gold mention."""
    return {place: head_of(article.doc, place[1]).lemma_.lower() for article in corpus for place in places(article)}


def head_of(doc: Doc, span: Span) -> Token:
    """Return the word that the others of a span hang on; of several, the last noun ("the Globex" of a compound)."""
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert words is not None  # noqa: S101 - the gold's places lie in its text
    tops = [token for token in words if token.head == token or token.head not in words]
    return next((token for token in reversed(tops) if token.pos_ in NOUNS), words.root)


def _clusters(entities: dict[Place, Hashable]) -> list[Cluster]:
    by_entity: dict[Hashable, set[Place]] = defaultdict(set)
    for place, entity in entities.items():
        by_entity[entity].add(place)
    return [frozenset(members) for members in by_entity.values()]
