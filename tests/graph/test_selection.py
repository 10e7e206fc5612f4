"""Which statements become facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.graph.selection import becomes_fact, find_cues
from kg.model import (
    Argument,
    Attribution,
    Document,
    Extraction,
    Manner,
    Mention,
    MentionKind,
    Predicate,
    Proposition,
    Span,
    Statement,
)

TEXT = "Officials said that crews on Tuesday keep jets in service."
AT = {
    word: Span(TEXT.index(word), TEXT.index(word) + len(word))
    for word in ("Officials", "said", "crews", "keep", "jets")
}
TUESDAY = Mention("", Span(29, 36), Span(29, 36), "Tuesday", MentionKind.DATE)
JETS = Mention("", AT["jets"], AT["jets"], "jets", MentionKind.NOMINAL)


def argument(word: str, mention: int | None = None, statement: int | None = None) -> Argument:
    return Argument(word, AT[word], AT[word], mention, statement)


def statement(lemma: str = "keep", *, kind: str = "object", covered_by: str = "", folded: int = 0) -> Statement:
    predicate = Predicate(lemma, lemma, AT["keep"], AT["keep"], folded=folded)
    return Statement(
        Proposition(argument("crews"), predicate, argument("jets"), kind, AT["keep"], 0), property=covered_by
    )


def decide(candidate: Statement, *others: Statement, mentions: tuple[Mention, ...] = ()) -> bool:
    extraction = Extraction(Document("a", "a.txt", TEXT), mentions, statements=(candidate, *others))
    return becomes_fact(candidate, extraction, find_cues(extraction))


def test_an_ordinary_statement_becomes_a_fact() -> None:
    assert decide(statement())


@pytest.mark.parametrize("candidate", [statement("keep jet in", folded=1), statement("have", kind="possessive")])
def test_what_no_property_covers_must_say_something_of_its_own(candidate: Statement) -> None:
    assert not decide(candidate)
    assert decide(replace(candidate, property="https://example.org/keeps")), "an ontology may say that it does"


def test_a_date_alone_is_a_time_and_no_object() -> None:
    dated = statement()
    on_tuesday = Argument("Tuesday", TUESDAY.span, TUESDAY.head, mention=0)
    dated = replace(dated, proposition=replace(dated.proposition, object=on_tuesday))
    assert not decide(dated, mentions=(TUESDAY,))


def test_the_saying_of_something_is_attribution_and_what_is_said_is_the_fact() -> None:
    source = Attribution(argument("Officials"), argument("said"), Span(15, 57), Manner.INDIRECT)
    said = replace(statement(), attributions=(source,))
    predicate = Predicate("say", "said", AT["said"], AT["said"])
    inner = Argument(TEXT[20:57], Span(20, 57), AT["keep"], statement=1)
    saying = Statement(Proposition(argument("Officials"), predicate, inner, "clause", Span(0, 57), 0))
    telling = replace(saying.proposition, object=argument("jets", mention=0), kind="object")
    assert decide(said, saying)
    assert not decide(saying, said)
    assert decide(
        replace(saying, proposition=telling),
        said,
        mentions=(JETS,),
    )


@pytest.mark.parametrize("word", ["first", "points", "rest", "two", "x"])
def test_a_head_that_stands_for_nothing_alone_is_no_end(word: str) -> None:
    text = f"Officials said that crews keep {word} in service."
    at = Span(text.index(f" {word} ") + 1, text.index(f" {word} ") + 1 + len(word))
    head = Mention("", at, at, word, MentionKind.NOMINAL, normal=word)
    kept = replace(statement(), proposition=replace(statement().proposition, object=Argument(word, at, at, mention=0)))
    assert not becomes_fact(kept, Extraction(Document("a", "a.txt", text), (head,), statements=(kept,)), frozenset())


def test_half_a_word_is_no_end() -> None:
    text = "Crews called for a re-run."
    at = Span(text.index("re-"), text.index("re-") + 2)
    half = Mention("", at, at, "re", MentionKind.NOMINAL, normal="re")
    called = replace(
        statement(), proposition=replace(statement().proposition, object=Argument("re", at, at, mention=0))
    )
    assert not becomes_fact(
        called, Extraction(Document("a", "a.txt", text), (half,), statements=(called,)), frozenset()
    )


@pytest.mark.parametrize("lemma", ["exist", "make", "re-"])
def test_a_verb_that_was_not_read_to_its_end_says_nothing(lemma: str) -> None:
    candidate = statement(lemma)
    cut = replace(candidate, proposition=replace(candidate.proposition, object=None))
    assert not decide(cut)
    assert decide(replace(cut, property="https://example.org/is")), "an ontology may say that it does"


def test_a_thought_without_what_is_thought_says_nothing() -> None:
    candidate = replace(statement("forecast"), property="https://example.org/believes")
    assert not decide(replace(candidate, proposition=replace(candidate.proposition, object=None)))


@pytest.mark.parametrize("words", ["the first", "the rest"])
def test_words_that_stand_for_nothing_alone_are_no_value(words: str) -> None:
    at = Span(0, len(words))
    candidate = statement()
    assert not decide(replace(candidate, proposition=replace(candidate.proposition, object=Argument(words, at, at))))


@pytest.mark.parametrize(("words", "is_whole"), [("as soon", False), ("so hard", False), ("fast", True)])
def test_an_adverb_that_waits_for_a_clause_is_no_object(words: str, is_whole: bool) -> None:
    closed = statement(kind="adverb")
    value = Argument(words, AT["jets"], AT["jets"])
    assert decide(replace(closed, proposition=replace(closed.proposition, object=value))) is is_whole
