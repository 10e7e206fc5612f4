"""The yardstick for resolution across articles, on a small gold of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.evaluation import resolution
from kg.evaluation.chain_scores import Counts
from kg.model import Determination, Extraction, MentionKind
from kg.text.parse import parse
from tests.extract.small_lexicon import SMALL
from tests.parsing import parser

WORDS = "Sweden", "paid", "the", "yard", "."
ENTITIES = {"LOC1": (1,), "ORG1": (3, 4)}  # by token


def article(entities: dict[str, tuple[int, ...]]) -> str:
    tokens = "".join(
        f'<token number="{number}" sentence="2" t_id="{number}">{word}</token>' for number, word in enumerate(WORDS, 1)
    )
    marks = relations = ""
    for number, (instance, anchors) in enumerate(entities.items(), 1):
        anchored = "".join(f'<token_anchor t_id="{anchor}"/>' for anchor in anchors)
        marks += f'<ENTITY_MENTION m_id="{number}" syntactic_type="NAM">{anchored}</ENTITY_MENTION>'
        marks += f'<ENTITY m_id="{number}0" ent_type="LOC" external_ref="" instance_id="{instance}"/>'
        relations += f'<REFERS_TO r_id="{number}"><source m_id="{number}"/><target m_id="{number}0"/></REFERS_TO>'
    return (
        f'<?xml version="1.0" ?><Document doc_id="1" doc_name="sale" lang="en">{tokens}'
        f"<Markables>{marks}</Markables><Relations>{relations}</Relations></Document>"
    )


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "meantime" / "corpus_one"
    folder.mkdir(parents=True)
    (folder / "1_sale.xml").write_text(article(ENTITIES), encoding="utf-8")
    (folder / "2_sale.xml").write_text(article(ENTITIES | {"": (2,)}), encoding="utf-8")
    return tmp_path


def scores(gold: Path) -> dict[str, float]:
    return {score.measure: score.value for score in resolution.evaluate(gold, parser(), SMALL)}


def test_a_known_name_is_one_thing_in_both_articles_and_a_definite_noun_is_not(gold: Path) -> None:
    found = scores(gold)
    assert found["MUC F1"] == pytest.approx(200 / 3), "one of two links"
    assert found["B3 F1"] == pytest.approx(200 * 0.8 / 1.8), "the yards count half each"
    assert found["CoNLL F1 of the same head lemma"] == pytest.approx(100)


def test_another_corpus_is_another_world(gold: Path) -> None:
    other = gold / "meantime" / "corpus_two"
    other.mkdir()
    (gold / "meantime/corpus_one/2_sale.xml").rename(other / "2_sale.xml")
    assert scores(gold)["MUC F1"] == 0, "nothing is mentioned twice in either"


def test_what_the_gold_ties_to_no_instance_is_alone(gold: Path) -> None:
    (article,) = (one for one in resolution.read_articles(gold / "meantime") if one.document.id == "2_sale")
    assert [reference.entity for reference in article.references] == ["LOC1", "2_sale#30", "ORG1"]


def test_a_mention_that_we_have_not_found_is_given_to_resolution(gold: Path) -> None:
    article, _ = resolution.read_articles(gold / "meantime")
    read = resolution.ReadArticle(article, parse(parser(), article.document), Extraction(article.document))
    mentions = resolution.with_given(read).extraction.mentions
    assert [(one.kind, one.normal, one.determination) for one in mentions] == [
        (MentionKind.NAME, "Sweden", Determination.BARE),
        (MentionKind.NOMINAL, "yard", Determination.DEFINITE),
    ]


def test_entities_of_one_mention_count() -> None:
    single = [frozenset("a")]
    assert resolution.count_with_single_ones([(single, single)])["B3"] == Counts(1, 1, 1, 1)


def test_without_articles_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="MEANTIME"):
        resolution.evaluate(tmp_path, parser(), SMALL)
