"""Which expressions are mentions, with class, normal form, link and determination; one golden file per phenomenon."""

from __future__ import annotations

from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract.mentions import find_mentions
from kg.model import Document, Lexicon, Mention, Name, Span
from kg.text.parse import parse
from tests.extract.small_lexicon import SMALL, plain
from tests.golden_lines import Case, golden_tests
from tests.parsing import parser

WORDS = st.sampled_from(
    "the a no two of and who said it Sweden U.K.-made Swedish ( ) , . Anna Lund ministry plan 5 May".split()
)


@lru_cache(maxsize=256)
def parsed(text: str) -> Doc:
    return parse(parser(), Document("a", "a.txt", text))


def line(mention: Mention) -> str:
    facts = [mention.kind.value, plain(mention.label), mention.determination.value]
    facts += ["plural"] * mention.plural + [f"= {plain(mention.link)}"] * bool(mention.link)
    return f"{mention.text} > {mention.normal}: {', '.join(facts)}"


def outcome(case: Case) -> tuple[str, ...]:
    return tuple(line(mention) for mention in find_mentions(parsed(case.given), SMALL))


test_golden, test_regen = golden_tests("mentions", outcome)


@settings(max_examples=40)
@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join))
def test_spans_lie_in_the_text_and_heads_are_unique(text: str) -> None:
    mentions = find_mentions(parsed(text), SMALL)
    assert all(mention.span.of(text) == mention.text for mention in mentions)
    assert all(mention.span.contains(mention.head) for mention in mentions)
    assert len({mention.head for mention in mentions}) == len(mentions)
    assert list(mentions) == sorted(mentions, key=lambda m: (m.span.start, -m.span.end, m.head))


def test_document_is_noted() -> None:
    assert {mention.document for mention in find_mentions(parsed("Sweden paid."), SMALL, document="x")} == {"x"}


def test_without_a_lexicon_names_are_still_found() -> None:
    (mention,) = find_mentions(parsed("Anna Lund resigned."), Lexicon())
    assert (mention.normal, mention.link, plain(mention.label)) == ("Anna Lund", "", "Person")


def test_empty_text_has_no_mentions() -> None:
    assert find_mentions(parsed(" "), SMALL) == ()


def test_head_of_a_modifying_name_is_its_own_word() -> None:
    mentions = find_mentions(parsed("Gripen fighter jets"), SMALL)
    assert {mention.head for mention in mentions} == {Span(0, 6), Span(15, 19)}


@pytest.mark.parametrize("party", ["Free Democrats", "Blue Democrats"])
def test_a_known_name_in_a_longer_one_is_not_what_it_names(party: str) -> None:
    democrats = Name("https://example.org/Democrats", "Democrats", "https://example.org/Party")
    lexicon = Lexicon({democrats.iri: democrats})
    names = find_mentions(parsed(f"Voters like the {party}."), lexicon)
    assert party in {name.normal for name in names}
    assert {name.link for name in names} == {""}
    assert democrats.iri in {name.link for name in find_mentions(parsed("Voters like the Democrats."), lexicon)}
