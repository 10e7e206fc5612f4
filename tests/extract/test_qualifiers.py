"""Which verb a circumstance is told of: what may as well be another word's is not told at all."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from kg.extract.extraction import extract
from kg.model import Document, Lexicon, Statement
from kg.ontology import load_ontology
from kg.text.parse import parse
from tests.parsing import parser


@cache
def ontology() -> Lexicon:
    return load_ontology().lexicon


def statements(sentence: str, verb: str) -> list[Statement]:
    """Return what is told with a verb, by the word as it stands."""
    document = Document("a", "a.txt", sentence, published=date(2026, 3, 2))
    found = extract(parse(parser(), document), document, ontology()).statements
    return [s for s in found if document.text[slice_of(s)] == verb]


def slice_of(statement: Statement) -> slice:
    anchor = statement.proposition.predicate.anchor
    return slice(anchor.start, anchor.end)


def told(sentence: str, verb: str, *, about: str = "") -> set[str]:
    """Return the words of all qualifiers of a verb, or of its statements with one object."""
    ends = [s.proposition for s in statements(sentence, verb)]
    named = [p for p in ends if not about or (p.object is not None and p.object.text == about)]
    return {qualifier.text for p in named for qualifier in p.qualifiers}


DOUBTFUL = (
    # Behind what is said it may be part of that.
    ("Acme has sold its mill, Ann Lund said on Monday, as prices fell.", "said", "as prices fell"),
    ("Ann Lund said Acme had bought a mill in Oslo, its first purchase.", "said", "its first purchase"),
    ("Acme will lend 30 boats, she said, including a ferry that never left Oslo.", "said", "including a ferry"),
    # So may what stands behind a comma in a clause that hangs on another.
    ("A law was passed a day after thousands marched in Oslo, as the party wooed voters.", "marched", "as the party"),
    (
        "The court ruled that Ann may not send the boys home, in a decision that shook the town.",
        "send",
        "in a decision",
    ),
    # A noun beside a noun is no circumstance.
    ("Troops will not leave the port, one of the terms of the deal.", "leave", "one of the terms of the deal"),
    # How long what is wanted lasts, and how long something has been the most.
    ("The union is asking for 20 per cent over three years.", "asking", "over three years"),
    ("Acme announced 900 job cuts over the next four years.", "announced", "over the next four years"),
    ("The index closed at its lowest level in two years.", "closed", "in two years"),
    ("Ann lowered the price for the second time in four months.", "lowered", "in four months"),
    ("It had sales of 45 pounds in the ten months to the end of June.", "had", "to the end of June"),
    ("The lab tested bones from the same period.", "tested", "from the same period"),
    # When somebody was bidden is not when it is to be done.
    ("Chad ordered the envoy to leave the country within two days on Sunday.", "leave", "on Sunday"),
    # What a deed of something else is part of.
    ("Nurses got a drug developed by Acme as part of a trial.", "developed", "as part of a trial"),
    ("Ann took a clock he had built to school.", "built", "to school"),
    ("Ann took a clock he had built to school on Monday.", "built", "on Monday"),
    ("They tried to remove a film featuring Tom Berg from the page.", "featuring", "from the page"),
    ("He gave the mayor bags filled with cash in the yard of a diner.", "filled", "in the yard"),
    # Half of it would say something else.
    ("They pulled his tooth with nothing but aspirin.", "pulled", "with nothing"),
    # A circumstance of a circumstance.
    ("Ann accused the firm of using boys as guards.", "accused", "as guards"),
    ("The goods were shipped to shops in Norway and Sweden.", "shipped", "in Norway"),
    ("The goods were shipped to shops in Norway and Sweden.", "shipped", "in Sweden"),
    ("Acme sends tyres to Ann from a mill in Kiel, Germany.", "sends", "in Germany"),
    ("Ann arrived from a meeting in Turin on Monday.", "arrived", "in Turin"),
)


@pytest.mark.parametrize(("sentence", "verb", "words"), DOUBTFUL)
def test_what_may_be_of_another_word_is_not_told(sentence: str, verb: str, words: str) -> None:
    assert statements(sentence, verb)
    assert not any(found.startswith(words) for found in told(sentence, verb))


CLEAR = (
    ("Acme has sold its mill, Ann Lund said on Monday, as prices fell.", "said", "on Monday"),
    ("Ann Lund said in Oslo that Acme had sold a mill.", "said", "in Oslo"),
    ("Ann met the cook in a hall in Oslo.", "met", "in a hall"),
    ("The tanker went on show in Bergen.", "went", "in Bergen"),
    ("Ann raised the price of bread over two years.", "raised", "over two years"),
    ("Ann closed the mill in two years.", "closed", "in two years"),
    ("Divers pulled Ann out with ropes and bare hands.", "pulled", "with ropes"),
    ("Trains come once a month in a convoy.", "come", "once a month"),
    ("Thousands marched in Oslo, as the party wooed voters.", "marched", "as the party wooed voters"),
    ("The index has not closed at its lowest level in two years.", "closed", "in two years"),
    ("The bridge was closed from May to July.", "closed", "from May to July"),
    (
        "Acme will not sack miners who joined the march, except those charged with theft.",
        "sack",
        "except those charged with theft",
    ),
    ("In a speech in Lima, Ann ruled out a sale.", "ruled", "in Lima"),
    ("Acme will leave unless the mill closes.", "leave", "unless the mill closes"),
)


@pytest.mark.parametrize(("sentence", "verb", "words"), CLEAR)
def test_what_is_plainly_of_the_verb_is_told(sentence: str, verb: str, words: str) -> None:
    assert words in told(sentence, verb)


def test_what_hangs_on_one_of_a_list_is_not_told_of_the_others() -> None:
    paid = "Acme will pay 30 million euros in cash and the rest in new bonds."
    assert "in new bonds" not in told(paid, "pay", about="30 million euros")
    assert "in cash" not in told(paid, "pay", about="the rest")
    sent = "The navy sent in three boats and a squad with trained divers."
    assert told(sent, "sent", about="three boats") == set()


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ("We have waited ten years for this day.", "waited", "this day"),
        ("The plant would brighten the night sky.", "brighten", "the night"),
        ("The union is asking for 20 per cent over three years.", "asking", "three years"),
        ("Shares fell on Monday after a four-day rally.", "fell", "four-day"),
        ("The index fell from Monday's level.", "fell", "Monday"),
        ("The bank cut its estimate of third-quarter 2006 growth.", "cut", "2006"),
        ("The sale is allowed under the Trade Act of 1934.", "allowed", "1934"),
        ("Ann keeps a 2000 year old vase.", "keeps", "2000"),
        ("Acme announced 900 job cuts over the next four years.", "announced", "years"),
        ("They rejected an offer of a 12% raise over four years.", "rejected", "years"),
    ],
)
def test_a_time_of_another_word_dates_nothing(sentence: str, verb: str, words: str) -> None:
    dated = [s.time.text for s in statements(sentence, verb) if s.time is not None]
    assert not any(words in text for text in dated)


@pytest.mark.parametrize(
    ("sentence", "verb", "words"),
    [
        ("She will run in Sunday's race.", "run", "Sunday"),
        ("The mill sold boats in the first half of 2025.", "sold", "the first half of 2025"),
        ("They met in the course of 2024.", "met", "2024"),
    ],
)
def test_a_time_in_a_circumstance_dates_the_verb(sentence: str, verb: str, words: str) -> None:
    assert {s.time.text for s in statements(sentence, verb) if s.time is not None} == {words}


def test_a_figure_of_another_year_does_not_date_the_rise() -> None:
    rose = statements("Turnover rose to 61 percent from 53 percent in 2025.", "rose")
    assert [s.proposition.object.text for s in rose if s.proposition.object] == ["61 percent", "53 percent"]
    assert all(s.time is None for s in rose)
