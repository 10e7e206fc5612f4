"""Article to document: site furniture out, head lines made metadata, paragraphs kept apart by one empty line."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from kg.model import Article, Document, Skip
from kg.text.frontmatter import Metadata
from kg.text.furniture import LineKind, kind_of, kinds_of, words
from kg.text.headlines import dateline, head_metadata, is_same_line
from kg.text.language import language_of
from kg.text.layout import LONGEST_TEXT, paragraphs

SENTENCE_IN_ANY_LANGUAGE = re.compile(r"[.!?…。！？।؟]")
# What a line is worth when the best run of lines is looked for, in words of running text.
COSTS = {
    LineKind.HEADING: 6,
    LineKind.BYLINE: 30,
    LineKind.PICTURE: 12,
    LineKind.FURNITURE: 4,
    LineKind.BOUNDARY: 60,
}
RUN_COST = 6  # more for each further line of a run without text: lists of links
MOST_RUN_COSTS = 140  # a run costs no more, however long a list of links in the middle of an article is
MOST_START_COSTS = 30  # a box of links stands rather within an article than after another one
MOST_PASSES = 10


def clean(article: Article) -> Document | Skip:
    r"""Return the article's own text with what is known of it, or why it was left out.

    >>> text = "Repairs begin\nFollow us\nThe crews have arrived, and the ministry has paid for their work."
    >>> clean(Article(source="a.txt", text=text)).text
    'The crews have arrived, and the ministry has paid for their work.'
    """
    if len(article.text) > LONGEST_TEXT:
        return Skip(article.source, f"longer than {LONGEST_TEXT:,} characters; split it into articles")
    if not article.text.strip():
        return Skip(article.source, "no text in it; give the article's text or leave the file out")
    cleaned = _cleaned(article)
    language = language_of(cleaned.text or article.text)
    if language != "en" and SENTENCE_IN_ANY_LANGUAGE.search(article.text):
        return Skip(article.source, f"not in English but in {language!r}; kg reads English")
    if not cleaned.text:
        return Skip(article.source, "no sentences in it; give the article's full text")
    return _document(cleaned)


def best_run(lines: Sequence[str], kinds: Sequence[LineKind]) -> range:
    """Return the run of lines that holds most running text and least furniture.

    >>> lines = ["Follow us", "The crews have arrived, and they will stay.", "Latest", "Port closed"]
    >>> best_run(lines, kinds_of(lines))
    range(1, 2)
    """
    end = _best_end(_values(lines, kinds, MOST_RUN_COSTS))
    return range(_best_start(_values(lines, kinds, MOST_START_COSTS)[:end]), end)


def _cleaned(article: Article) -> Article:
    """Clean until nothing changes, so that cleaning twice is cleaning once."""
    for _ in range(MOST_PASSES):
        cleaned = _pass(article)
        if cleaned == article:
            break
        article = cleaned
    return article


def _pass(article: Article) -> Article:
    lines = paragraphs(article.text)
    if not article.is_plain:
        own = [line for line in lines if not is_same_line(line, article.title)]
        has_sentences = any(kind_of(line) is LineKind.SENTENCES for line in own)
        return replace(article, text="\n\n".join(_without_dateline(own)) if has_sentences else "")
    known = Metadata(article.title, article.author, article.publisher, article.published, article.url)
    known = known.or_else(head_metadata(lines))
    kinds = kinds_of(lines, known.author)
    body = [lines[index] for index in best_run(lines, kinds) if kinds[index] is LineKind.SENTENCES]
    body = [line for line in body if not is_same_line(line, known.title)]
    return replace(
        article,
        text="\n\n".join(_without_dateline(body)),
        title=known.title,
        author=known.author,
        publisher=known.publisher,
        published=known.published,
    )


def _without_dateline(body: Sequence[str]) -> list[str]:
    place = dateline(body[0]) if body else None
    return [body[0][place.end() :], *body[1:]] if place else list(body)


def _values(lines: Sequence[str], kinds: Sequence[LineKind], most: int) -> list[int]:
    """Return what each line is worth: its words if it is running text, else its cost, which grows along a run."""
    values: list[int] = []
    run = spent = 0
    for line, kind in zip(lines, kinds, strict=True):
        if kind is LineKind.SENTENCES:
            run = spent = 0
            values.append(len(words(line)))
            continue
        cost = min(COSTS[kind] + RUN_COST * run, most - spent)
        run, spent = run + (kind is not LineKind.FURNITURE), spent + cost
        values.append(-cost)
    return values


def _best_end(values: Sequence[int]) -> int:
    """Return where the run with the highest sum ends, wherever it starts."""
    best = best_sum = total = 0
    for index, value in enumerate(values, start=1):
        total = max(total, 0) + value
        if total > best_sum:
            best, best_sum = index, total
    return best


def _best_start(values: Sequence[int]) -> int:
    """Return where the run with the highest sum starts that goes to the end; of several the first."""
    sums = list(accumulate(reversed(values)))
    return len(values) - 1 - max(range(len(sums)), key=lambda length: (sums[length], length)) if sums else 0


def _document(article: Article) -> Document:
    return Document(
        id=document_id(article),
        source=article.source,
        text=article.text,
        title=article.title,
        author=article.author,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
    )


def document_id(article: Article) -> str:
    """Return the hash of an article's text, source, publisher and date: 128 bits in hexadecimal.

    >>> document_id(Article(source="a.txt", text="Repairs began."))
    'e4ff784f66d55010296faa1e5cd5b0f3'
    """
    published = article.published.isoformat() if article.published else ""
    content = json.dumps([article.text, article.source, article.publisher, published], ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:32]
