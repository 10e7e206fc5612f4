"""Which deed a time dates, and which only tells a thing apart or is compared with."""

from __future__ import annotations

from datetime import date
from functools import cache

import pytest

from kg.extract.extraction import extract
from kg.model import Document, Lexicon
from kg.ontology import load_ontology
from kg.text.parse import parse
from tests.parsing import parser


@cache
def ontology() -> Lexicon:
    return load_ontology().lexicon


def dated(sentence: str) -> dict[str, set[str]]:
    """Return the times of the statements by their predicate; "" where they have none."""
    document = Document("a", "a.txt", sentence, published=date(2024, 6, 26))
    found: dict[str, set[str]] = {}
    for statement in extract(parse(parser(), document), document, ontology()).statements:
        time = "" if statement.time is None else statement.time.text
        found.setdefault(statement.proposition.predicate.lemma, set()).add(time)
    return found


CASES = (
    # What was said on Monday was said on Monday.
    ("The mayor said on Monday she would resign on Friday.", "say", "Monday"),
    ("The mayor said on Monday she would resign on Friday.", "resign", "Friday"),
    ("The firm said last week it would close the mill by March.", "say", "last week"),
    ("The firm said last week it would close the mill by March.", "close", "March"),
    ("The bank said Tuesday the bridge was shut.", "say", "Tuesday"),
    ("The minister said that on Monday the bridge collapsed.", "collapse", "Monday"),
    # Who is told on Monday to do something does it at another time.
    ("The court on Monday told the firm to sell its mill by June.", "sell", "June"),
    ("The court on Monday told the firm to sell its mill by June.", "tell", "Monday"),
    ("The junta on Sunday ordered the envoy to leave.", "order", "Sunday"),
    ("The junta on Sunday ordered the envoy to leave.", "leave", ""),
    # What tells a thing apart, or is compared, dates no deed.
    ("Sales reached 4 million, up from 3 million a year earlier.", "reach", ""),
    ("The win earned her a place in next year's race.", "earn", ""),
    ("The council approved a budget for 2025.", "approve", ""),
    ("The court scheduled the trial for 2025.", "schedule", "2025"),
    ("The council approved a budget for 2025 on Monday.", "approve", "Monday"),
    ("Nine people died in Tuesday's attack.", "die in", "Tuesday"),
    ("The army shelled the town, killing three people, on Sunday.", "shell", "Sunday"),
    # What is agreed upon is dated as its agreement.
    ("The two firms agreed last month to merge.", "agree to merge", "last month"),
    # How long something goes on may be told; what is given, put off by, ahead by or come again is no while.
    ("The match lasted two hours and 35 minutes.", "last", "two hours and 35 minutes"),
    ("The thief was given nine years.", "be given", ""),
    ("The judge sentenced the thief to nine years in prison.", "sentence", ""),
    ("The launch could be delayed by ten days.", "be delayed", ""),
    ("Cold springs have shortened the season by three weeks.", "shorten", ""),
    ("The staff had rejected a 9% raise over three years.", "reject", ""),
    ("The moon circles the planet every nine days.", "circle", ""),
    ("The drug is given in two doses three months apart.", "be given in", ""),
    ("The thief served nine years.", "serve", "nine years"),
    ("The judge gave the firm 60 days.", "give", ""),
    ("She may become the first winner since Lund in 1985.", "become", ""),
    ("Latvia has had three governments since the 2022 election.", "have", "2022"),
    ("The judge fined him on Friday for a crash two years ago.", "fine", "Friday"),
    # What is past cannot be next week, and who somebody is was not so on one day.
    ("The mayor has invited the envoys to talks in Geneva next week.", "invite", ""),
    ("The police arrested a cook, Sanjay Roy, the next day.", "be", ""),
    ("She has lived in Vilnius since 2020, when she left the theatre.", "leave", "2020"),
    ("The firm has delayed the plant by at least two years.", "delay", ""),
    # Since when something is the lowest dates no fall.
    ("The index fell, its lowest close since June 2022.", "fall", ""),
    ("The strike, the longest at the firm since 2009, cost it 9 million euros.", "cost", ""),
    ("Crews seized 20 tonnes last year, down from 40 tonnes in 2022.", "seize", "last year"),
    ("He pleaded guilty last October to two counts of fraud between 2014 and 2021.", "plead guilty", "last October"),
    ("The mill has been shut since June 2022.", "be shut since", "June 2022"),
    # A time behind an amount is the verb's.
    ("The yard had sales of $2bn last year.", "have", "last year"),
    # An earlier figure or record has its own time.
    ("Attendance fell to 41 percent from 58 percent in 2019.", "fall to", ""),
    ("Membership fell to 4,100 from 5,300 in 2019.", "fall to", ""),
    ("Attendance fell to 41 percent in May from 58 percent in 2019.", "fall to", "May"),
    ("Exports climbed to 4 million tonnes, compared with 3 million tonnes in 2019.", "climb to", ""),
    ("Profit rose to 3 million euros, against 2 million in 2019.", "rise to", ""),
    ("Sales rose to 5 million euros from 4 million euros last year.", "rise to", ""),
    ("The lake fell to 3 metres, one metre below the low set in 2003.", "fall to", ""),
    ("The lake rose to 9 metres, 20 centimetres above the record set in 2003.", "rise to", ""),
    ("Rents rose to 900 euros, more than double the level of 2015.", "rise to", ""),
    ("The price rose from 3 euros to 5 euros in 2019.", "rise from", "2019"),
    ("The army withdrew 300 soldiers from 12 bases in 2019.", "withdraw", "2019"),
    # The rest has a time of its own.
    ("The army will receive six guns by the summer of 2027 and the rest by 2029.", "receive", "the summer of 2027"),
    ("The first six tanks will be delivered to Finland by May and the others by June.", "be delivered to", "May"),
    ("The mill will be closed by March and the remaining four by June.", "be closed", "March"),
    # What happened "when" happened then; a day goes before a mere span.
    ("The rule should have come in 2019, when three cooks died.", "die", "2019"),
    ("In 2017, when a storm shut the port for six days, the navy came.", "shut", "2017"),
    ("The crews struck in three weeks twice, on Monday and on Friday.", "strike", "Monday"),
    # The object of a row is its own time.
    ("The mill lost money in 2019 and 2021.", "lose money in", "2019 2021"),
)


@pytest.mark.parametrize(
    ("sentence", "lemma", "times"), CASES, ids=[f"{lemma} in {sentence}" for sentence, lemma, _ in CASES]
)
def test_time_of_deed(sentence: str, lemma: str, times: str) -> None:
    expected = set(times.split()) if times.replace(" ", "").isdigit() else {times}
    assert dated(sentence).get(lemma) == expected
