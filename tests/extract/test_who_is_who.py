"""With the ontologies that ship: what a name denotes where it may denote several things, and who is who in an article.

The golden files of `homonyms` hold single sentences, those of `who_is_who` small articles.
"""

from __future__ import annotations

from functools import lru_cache

from kg.extract.extraction import extract
from kg.model import Document, Extraction, Lexicon, MentionKind
from kg.ontology import load_ontology
from kg.text.parse import parse
from tests.golden_lines import Case, golden_tests
from tests.parsing import parser


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


test_a_name_denotes_what_its_sentence_means, test_regen_of_sentences = golden_tests("homonyms", denoted)
test_each_is_who_the_article_means, test_regen_of_articles = golden_tests("who_is_who", told_apart)


def test_what_is_part_of_a_body_is_not_the_body() -> None:
    mentions = extraction_of("The Reuters news agency knows the IMF team and the Airbus union.").mentions
    linked = {mention.text: short(mention.link) for mention in mentions if mention.kind is MentionKind.NOMINAL}
    assert linked == {"The Reuters news agency": "Reuters", "the IMF team": "-", "the Airbus union": "-"}
