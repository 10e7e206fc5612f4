"""The two printed forms of an extraction."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kg.extract.rows import json_object, tsv_rows
from kg.model import (
    Argument,
    Attribution,
    Certainty,
    Document,
    Extraction,
    Factuality,
    Manner,
    Mention,
    MentionKind,
    Polarity,
    Predicate,
    Proposition,
    Qualifier,
    Role,
    Skip,
    Span,
    Statement,
    Tense,
    TimeValue,
)

TEXT = "Officials said\nAnn may not sell\tthe 😀 shop in May."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def argument(words: str, mention: int | None = None) -> Argument:
    return Argument(words, at(words), at(words), mention)


SOLD = Statement(
    Proposition(
        argument("Ann", 0),
        Predicate("sell", "may not sell", at("may not sell"), at("sell")),
        argument("the 😀 shop"),
        "object",
        Span(at("Ann").start, len(TEXT) - 1),
        at("sell").start,
        (Qualifier(Role.TIME, "in May", at("in May"), at("May")),),
        0.8,
    ),
    (
        Attribution(
            argument("Officials"), argument("said"), at("Ann may not sell\tthe 😀 shop in May"), Manner.INDIRECT
        ),
    ),
    Factuality(Polarity.NEGATIVE, Certainty.POSSIBLE, Tense.FUTURE),
    None,
    TimeValue("in May", at("in May"), None, None, "month"),
    "kg:sells",
)
DOUBTFUL = Statement(
    Proposition(argument("Ann"), Predicate("be", "is", at("may"), at("may")), None, "copula", at("Ann"), 0, (), 0.2)
)
EXTRACTION = Extraction(
    Document("1f", "a.txt", TEXT),
    (Mention("1f", at("Ann"), at("Ann"), "Ann", MentionKind.NAME, "kg:Person"),),
    statements=(SOLD, DOUBTFUL),
    skipped=(Skip("a.txt:3", "odd"),),
)


def test_a_row_holds_words_joined_by_single_blanks() -> None:
    rows = list(tsv_rows(EXTRACTION, 7))
    assert rows == ["7\tAnn\tmay not sell\tthe 😀 shop\t0.80\tobject\tnegative\tpossible\tOfficials"]


@pytest.mark.parametrize(
    ("kind", "rows"), [("object", 1), ("apposition", 1), ("title", 1), ("hyponym", 0), ("possessive", 0)]
)
def test_what_a_noun_phrase_takes_for_granted_is_no_row(kind: str, rows: int) -> None:
    said = replace(SOLD, proposition=replace(SOLD.proposition, kind=kind))
    extraction = replace(EXTRACTION, statements=(said,))
    assert len(list(tsv_rows(extraction, 1))) == rows
    assert len(json_object(extraction)["statements"]) == 1


def test_the_threshold_holds_for_both_forms() -> None:
    assert len(list(tsv_rows(EXTRACTION, 1, min_confidence=0.7))) == 1
    assert not list(tsv_rows(EXTRACTION, 1, min_confidence=0.9))
    assert len(json_object(EXTRACTION, min_confidence=0.5)["statements"]) == 1


def test_offsets_are_code_points_of_the_text() -> None:
    data = json_object(EXTRACTION)
    statement = data["statements"][0]
    for part in (statement["subject"], statement["object"], statement["attributions"][0]["content"]):
        assert data["text"][part["start"] : part["end"]] == part["text"]
    assert statement["subject"]["mention"] == data["mentions"][0]["id"] == 0


def test_the_object_has_the_agreed_keys() -> None:
    data = json_object(EXTRACTION)
    assert set(data) == {"id", "text", "mentions", "chains", "statements", "skipped"}
    assert set(data["statements"][0]) == set(
        "subject relation predicate property object qualifiers kind polarity certainty tense time attributions"
        " evidence confidence".split()
    )
    assert data["statements"][0]["time"] == {"start": None, "end": None, "granularity": "month", "text": "in May"}
    assert data["statements"][1]["property"] is None
    assert data["skipped"] == [{"where": "a.txt:3", "reason": "odd"}]


def test_since_a_year_is_an_open_time() -> None:
    since = TimeValue("2021", Span(0, 0), date(2021, 1, 1), date(2021, 12, 31), "year", "since")
    data = json_object(replace(EXTRACTION, statements=(replace(SOLD, time=since),)))
    assert data["statements"][0]["time"] == {"start": "2021-01-01", "end": None, "granularity": "year", "text": "2021"}


def test_a_time_and_what_stands_before_the_verb_keep_their_preposition() -> None:
    def printed(relation: str, end: str, anchor: str) -> list[str]:
        said = replace(
            SOLD.proposition, predicate=Predicate("", relation, at(anchor), at(anchor)), object=argument(end)
        )
        said = replace(said, kind="prepositional")
        rows = tsv_rows(replace(EXTRACTION, statements=(replace(SOLD, proposition=said),)), 1)
        return next(rows).split("\t")[2:4]

    assert printed("may not sell the 😀 shop in", "May", "sell") == ["may not sell the 😀 shop", "in May"]
    assert printed("sell prior to", "Officials", "sell") == ["sell", "prior to Officials"]
    assert printed("said in", "the 😀 shop", "said") == ["said in", "the 😀 shop"]
