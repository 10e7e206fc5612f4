"""The yardsticks for attribution, factuality and dates, on small gold of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.evaluation import attribution, dates, factuality, gum_tokens, meantime_articles
from kg.model import Span
from tests.parsing import parser

CONLLU = """# newdoc id = GUM_news_port
# meta::dateCreated = 2024-06-26
# newpar
# sent_id = GUM_news_port-1
1	The	the	DET	DT	_	2	det	2:det	Discourse=attribution-positive:1->2:0
2	mayor	mayor	NOUN	NN	_	3	nsubj	3:nsubj	_
3	said	say	VERB	VBD	_	0	root	0:root	_
4	the	the	DET	DT	_	5	det	5:det	Discourse=ROOT:2:0
5	port	port	NOUN	NN	_	6	nsubj	6:nsubj	_
6-7	didn't	_	_	_	_	_	_	_	_
6	did	do	AUX	VBD	_	8	aux	8:aux	_
7	n't	not	PART	RB	_	8	advmod	8:advmod	_
8	close	close	VERB	VB	_	3	ccomp	3:ccomp	_
9	on	on	ADP	IN	_	10	case	10:case	_
10	Monday	Monday	PROPN	NNP	_	8	obl	8:obl	SpaceAfter=No|XML=<date when:::"2024-06-24"></date>
11	.	.	PUNCT	.	_	3	punct	3:punct	_

# newpar
# sent_id = GUM_news_port-2
1	It	it	PRON	PRP	_	2	nsubj	2:nsubj	Discourse=joint:3->2:0
2	opened	open	VERB	VBD	_	0	root	0:root	_
3	in	in	ADP	IN	_	4	case	4:case	_
4	2020	2020	NUM	CD	_	2	obl	2:obl	XML=<date when:::"2019"></date>
"""
XML = """<?xml version="1.0" ?><Document doc_id="1" doc_name="port" lang="en">
<token number="0" sentence="0" t_id="1">Port</token><token number="1" sentence="0" t_id="2">closed</token>
<token number="2" sentence="1" t_id="3">June</token><token number="3" sentence="1" t_id="4">26</token>
<token number="4" sentence="1" t_id="5">,</token><token number="5" sentence="1" t_id="6">2024</token>
<token number="6" sentence="2" t_id="7">The</token><token number="7" sentence="2" t_id="8">port</token>
<token number="8" sentence="2" t_id="9">will</token><token number="9" sentence="2" t_id="10">not</token>
<token number="10" sentence="2" t_id="11">open</token><token number="11" sentence="2" t_id="12">on</token>
<token number="12" sentence="2" t_id="13">Friday</token><token number="13" sentence="2" t_id="14">.</token>
<Markables>
<EVENT_MENTION m_id="1" polarity="POS" certainty="CERTAIN" time="NON_FUTURE"><token_anchor t_id="2"/></EVENT_MENTION>
<EVENT_MENTION m_id="2" polarity="NEG" certainty="CERTAIN" time="FUTURE"><token_anchor t_id="11"/></EVENT_MENTION>
<EVENT_MENTION m_id="3" polarity="" certainty=""><token_anchor t_id="8"/></EVENT_MENTION>
<TIMEX3 m_id="4" type="DATE" value="2024-06-26" functionInDocument="NONE"><token_anchor t_id="3"/>
<token_anchor t_id="4"/><token_anchor t_id="5"/><token_anchor t_id="6"/></TIMEX3>
<TIMEX3 m_id="5" type="DATE" value="2024-06-28" functionInDocument="NONE"><token_anchor t_id="13"/></TIMEX3>
<TIMEX3 m_id="6" type="DURATION" value="P1D" functionInDocument="NONE"><token_anchor t_id="13"/></TIMEX3>
</Markables></Document>
"""


@pytest.fixture
def gum(tmp_path: Path) -> Path:
    (tmp_path / "GUM_news_port.conllu").write_text(CONLLU, encoding="utf-8")
    return tmp_path


@pytest.fixture
def meantime(tmp_path: Path) -> Path:
    (tmp_path / "corpus_ports").mkdir()
    (tmp_path / "corpus_ports" / "1_port.xml").write_text(XML, encoding="utf-8")
    return tmp_path


def test_gum_is_read_as_it_was_written(gum: Path) -> None:
    (article,) = gum_tokens.read_articles(gum)
    assert article.document.text == "The mayor said the port didn't close on Monday.\n\nIt opened in 2020"
    assert [token.span.of(article.document.text) for token in article.tokens[5:7]] == ["did", "n't"]


def test_meantime_is_read_with_its_date_line(meantime: Path) -> None:
    (article,) = meantime_articles.read_articles(meantime)
    assert article.document.text == "Port closed\n\nJune 26, 2024\n\nThe port will not open on Friday."
    assert article.created == date(2024, 6, 26)
    assert [event.span.of(article.document.text) for event in article.events] == ["closed", "open"]


def test_attribution_counts_cues_and_sources(gum: Path) -> None:
    scores = {score.measure: (score.value, score.items) for score in attribution.evaluate(gum, parser())}
    assert scores["cue F1"] == (100.0, 1)
    assert scores["right source"] == (100.0, 1)


def test_a_missed_attribution_costs_recall(gum: Path) -> None:
    (article,) = gum_tokens.read_articles(gum)
    assert attribution.tally(article, ()) == attribution.Tally(gold=1)


def test_dates_count_what_is_not_the_golds(gum: Path) -> None:
    (exact, _) = dates.evaluate(gum, parser())
    assert (exact.value, exact.items) == (50.0, 2)  # the gold says 2019 of "2020"


def test_dates_of_meantime_leave_durations_out(meantime: Path) -> None:
    (exact, body) = dates.evaluate(meantime, parser())
    assert (exact.value, exact.items) == (100.0, 2)
    assert body.items == 2


def test_factuality_is_judged_jointly(meantime: Path) -> None:
    scores = {score.measure: (score.value, score.items) for score in factuality.evaluate(meantime, parser())}
    assert scores["joint accuracy"] == (100.0, 2)
    assert scores["negative F1"] == (100.0, 1)


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2006", "2006-01-01", "2006-12-31"),
        ("2008-W42-WE", "2008-10-18", "2008-10-19"),
        ("199", "1990-01-01", "1999-12-31"),
    ],
)
def test_values_are_read_as_days(value: str, start: str, end: str) -> None:
    period = dates.value_of(value)
    assert period is not None
    assert (str(period.start), str(period.end)) == (start, end)


def test_a_wrong_end_of_a_range_is_wrong() -> None:
    gold = dates.GoldDate(Span(5, 9), date(2009, 1, 1), date(2009, 12, 31), is_head=False)
    assert not dates.is_right(gold, ())


@pytest.mark.parametrize("read", [gum_tokens.read_articles, meantime_articles.read_articles])
def test_an_empty_folder_is_an_error(read: object, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="name the folder"):
        read(tmp_path)  # type: ignore[operator]
