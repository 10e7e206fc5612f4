"""Amounts as the tokenizer is to keep them: "€9m" is a sign and a number, never a number and a loose letter."""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

UNITS = r"(?<=[0-9])(?:km|"  # how spaCy's rule begins that cuts a unit off its number: "5km"
MULTIPLES = frozenset("m M K G T".split())  # millions and thousands belong to the number, as "bn" and "k" do anyway
# "R$", "HK$": a currency that is written with letters before a common sign.
CURRENCIES = r"(?:(?:A|AU|BRL|C|CA|HK|J|Mex|NT|NZ|R|S|US|USD|Z)\$|GB£|CN¥)(?=[0-9])"
STOPPED = ("Alta.", "Ont.", "Que.", "Sask.")  # short names of provinces; those of the states of the U.S. are known
RANGES = r"(?<=[0-9kmbn])[-–](?=[$£€¥])"  # "€5m-€10m"


def keep_amounts_whole(nlp: Language) -> Language:
    """Return the pipeline with a tokenizer that leaves the short words for numbers where they are written.

    >>> import spacy
    >>> nlp = keep_amounts_whole(spacy.blank("en"))
    >>> [token.text for token in nlp("It paid €9m, R$4.9bn and $3m.")]
    ['It', 'paid', '€', '9m', ',', 'R$', '4.9bn', 'and', '$', '3m', '.']
    """
    defaults = nlp.Defaults
    tokenizer: Any = nlp.tokenizer  # of a compiled module that tells no types
    suffixes = [_without_multiples(rule) for rule in defaults.suffixes or ()]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.prefix_search = compile_prefix_regex([CURRENCIES, *(defaults.prefixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), RANGES]).finditer
    for word in STOPPED:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp


def _without_multiples(rule: str | re.Pattern[str]) -> str:
    if isinstance(rule, re.Pattern):
        return rule.pattern
    if not rule.startswith(UNITS):
        return rule
    opening, units = rule.rstrip(")").split("(?:")
    return f"{opening}(?:{'|'.join(unit for unit in units.split('|') if unit not in MULTIPLES)})"
