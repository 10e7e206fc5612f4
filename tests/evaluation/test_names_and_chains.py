"""The yardsticks for coreference, names and links, on small gold of our own."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import rmtree

import pytest

from kg.errors import ReadError
from kg.evaluation import coreference, linking, names
from kg.evaluation.chain_scores import Cluster, Counts, b_cubed, ceaf_e, conll_f1, count_all, muc
from kg.evaluation.gum import read_gum
from kg.evaluation.re3d import read_reports
from tests.extract.small_lexicon import SMALL
from tests.parsing import parser

GUM = """# newdoc id = GUM_news_ferry
# newpar
# sent_id = 1
1	Anna	Anna	PROPN	NNP	_	3	nsubj	_	Entity=(1-person-new-nnnnn-cf1-1,2-coref
2	Lund	Lund	PROPN	NNP	_	1	flat	_	Entity=1)
3	left	leave	VERB	VBD	_	0	root	_	_
4	Stockholm	Stockholm	PROPN	NNP	_	3	obj	_	Entity=(2-place-new-nnnnn-cf2-1-sgl-Stockholm)|SpaceAfter=No
5	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = 2
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2	sold	sell	VERB	VBD	_	0	root	_	_
3	a	a	DET	DT	_	4	det	_	Entity=(3-object-new-nnnnn-cf2-2-sgl
4	boat	boat	NOUN	NN	_	2	obj	_	Entity=3)|SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_
"""
XML = """<?xml version="1.0" ?><Document doc_id="1" doc_name="sale" lang="en">
<token number="0" sentence="0" t_id="1">Sweden</token><token number="1" sentence="0" t_id="2">paid</token>
<token number="2" sentence="0" t_id="3">.</token>
<Markables><ENTITY_MENTION m_id="1" syntactic_type="NAM"><token_anchor t_id="1"/></ENTITY_MENTION>
<ENTITY m_id="2" ent_type="LOC" external_ref="http://dbpedia.org/resource/Sweden" instance_id="LOC1"/></Markables>
<Relations><REFERS_TO r_id="1"><source m_id="1"/><target m_id="2"/></REFERS_TO></Relations></Document>
"""
REPORT = "The ministry sent two tanks."


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    for folder in ("gum_news", "re3d/Set", "meantime/corpus_one"):
        (tmp_path / folder).mkdir(parents=True)
    for name in ("GUM_news_ferry", "OntoGUM_news_ferry"):
        (tmp_path / "gum_news" / f"{name}.conllu").write_text(GUM, encoding="utf-8")
    (tmp_path / "meantime/corpus_one/1_sale.xml").write_text(XML, encoding="utf-8")
    entities = [("Organisation", "ministry"), ("MilitaryPlatform", "two tanks"), ("Weapon", "anks")]
    records = [entity(kind, words) for kind, words in entities]
    (tmp_path / "re3d/Set/documents.json").write_text(json.dumps({"_id": "d", "text": REPORT}), encoding="utf-8")
    (tmp_path / "re3d/Set/entities.json").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return tmp_path


def entity(kind: str, words: str) -> dict[str, object]:
    begin = REPORT.index(words)
    return {"documentId": "d", "type": kind, "begin": begin, "end": begin + len(words), "value": words}


def clusters(*members: str) -> list[Cluster]:
    return [frozenset(one) for one in members]


def test_measures_on_the_example_of_the_papers() -> None:
    """Luo (2005) and Pradhan and others (2014) score such a case by hand."""
    gold, found = clusters("abc", "defg"), clusters("ab", "cde", "fghi")
    assert muc(gold, found) == Counts(right=3, found=6, recalled=3, there=5)
    assert b_cubed(gold, found).precision == pytest.approx((2 + 5 / 3 + 1) / 9)
    assert b_cubed(gold, found).recall == pytest.approx((5 / 3 + 2) / 7)
    assert ceaf_e(gold, found).right == pytest.approx(2 * 2 / 5 + 2 * 2 / 7)


def test_perfect_and_empty_answers() -> None:
    gold = clusters("abc", "de")
    assert conll_f1(count_all([(gold, gold)])) == 1.0
    assert conll_f1(count_all([(gold, [])])) == 0.0
    assert conll_f1(count_all([([], [])])) == 0.0


def test_chains_of_one_count_for_nothing() -> None:
    gold = clusters("ab", "c")
    assert count_all([(gold, clusters("ab", "d"))]) == count_all([(clusters("ab"), clusters("ab"))])


def test_coreference_is_right_here(gold: Path) -> None:
    reached = {score.measure: score.value for score in coreference.evaluate(gold, parser(), SMALL)}
    assert reached["CoNLL F1"] == 100
    assert reached["he and she right"] == 100


def test_names_are_right_here(gold: Path) -> None:
    reached = {score.measure: score.value for score in names.evaluate(gold, parser(), SMALL)}
    assert reached["head and type F1"] == 100
    assert reached["organizations F1"] == 100


def test_links_are_right_here(gold: Path) -> None:
    reached = {(score.gold, score.measure): score.value for score in linking.evaluate(gold, parser(), SMALL)}
    assert reached["GUM news", "recall of places"] == 100
    assert reached["MEANTIME", "precision"] == 100


@pytest.mark.parametrize(("missing", "left"), [("gum_news", {"re3d", "MEANTIME"}), ("re3d", {"GUM news"})])
def test_what_is_not_there_is_not_scored(gold: Path, missing: str, left: set[str]) -> None:
    rmtree(gold / missing)
    if missing == "re3d":
        rmtree(gold / "meantime")
    scored = (*names.evaluate(gold, parser(), SMALL), *linking.evaluate(gold, parser(), SMALL))
    assert {score.gold for score in scored} == left


def test_gold_is_read_by_offset(gold: Path) -> None:
    (article,) = read_gum(gold / "gum_news")
    assert article.document.text == "Anna Lund left Stockholm. She sold a boat."
    found = [(m.span.of(article.document.text), m.kind, m.link, m.is_name) for m in article.mentions]
    assert found[:2] == [("Anna Lund", "person", "", True), ("Stockholm", "place", "Stockholm", True)]
    assert found[-1] == ("a boat", "object", "", False)


def test_broken_offsets_are_left_out(gold: Path) -> None:
    (report,) = read_reports(gold / "re3d")
    assert [kind for kind, _ in report.entities] == ["Organisation", "MilitaryPlatform"]


def test_missing_gold_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="name the folder"):
        coreference.evaluate(tmp_path, parser(), SMALL)
    with pytest.raises(ReadError, match="name the folder"):
        read_reports(tmp_path)
