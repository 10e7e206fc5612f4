"""What the tokenizer is to keep whole: "€9m" is a sign and a number, and "Ji-woo" in "Shin Ji-woo" one word."""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.lexeme import Lexeme
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from kg.text.words_surnames import NO_SYLLABLES, SURNAMES

COMPONENT = "kg_given_names"
# "Ji-woo" behind a surname: the second syllable is in small letters, and no English word.
GIVEN_NAME = re.compile(
    rf"\b(?:{'|'.join(SURNAMES)})\s([A-Z][a-z]{{0,6}}-(?!(?:{'|'.join(NO_SYLLABLES)})\b)"
    r"(?:b|ch?|d|f|g|hs?|j|kh?|kk|kw|l|m|n|ng|p|pp|r|s|sh|ss|sz|t|tt|ts|tz|w|y)?"
    r"[aeiouwy]{1,3}(?:ng|n|g|k|l|m|p|t|h|r|u|e|i)?)\b(?!-)"
)
USUAL_NAME = "Smith"
# "He wrote so on X. The firm": behind a word in small letters a letter with a point ends its sentence.
LETTER_AT_END = re.compile(
    r"\b[a-z]+ [A-Z]\. (?=(?:A|After|An|And|As|At|But|For|He|Her|His|I|In|It|Its|On|She|That|The|Their|These|They|This|"
    r"Those|We|When|While)\b)"
)
UNITS = r"(?<=[0-9])(?:km|"  # how spaCy's rule begins that cuts a unit off its number: "5km"
MULTIPLES = frozenset("m M K G T".split())  # millions and thousands belong to the number, as "bn" and "k" do anyway
# "R$", "HK$": a currency that is written with letters before a common sign.
CURRENCIES = r"(?:(?:A|AU|BRL|C|CA|HK|J|Mex|NT|NZ|R|S|US|USD|Z)\$|GB£|CN¥)(?=[0-9])"
FULL_STOP = r"(?<=[0-9][A-Z])\."  # "on Highway 7A."
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
    suffixes = [FULL_STOP, *(_without_multiples(rule) for rule in defaults.suffixes or ())]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    tokenizer.prefix_search = compile_prefix_regex([CURRENCIES, *(defaults.prefixes or ())]).search
    tokenizer.infix_finditer = compile_infix_regex([*(defaults.infixes or ()), RANGES]).finditer
    for word in STOPPED:
        tokenizer.add_special_case(word, [{"ORTH": word}])
    return nlp


@Language.component(COMPONENT)
def keep_given_names_whole(doc: Doc) -> Doc:
    """Make one token of a given name with a hyphen, before the tagger reads it, in place as spaCy's components do.

    >>> import spacy
    >>> [token.text for token in keep_given_names_whole(spacy.blank("en")("Shin Ji-woo paid a Park City-based firm."))]
    ['Shin', 'Ji-woo', 'paid', 'a', 'Park', 'City', '-', 'based', 'firm', '.']
    """
    spans = [doc.char_span(*found.span(1)) for found in GIVEN_NAME.finditer(doc.text)]
    with doc.retokenize() as whole:
        for span in spans:
            if span is not None and len(span) > 1:
                whole.merge(span)
                _read_as(doc.vocab[span.text], doc.vocab[USUAL_NAME])
    return _with_sentences_ended(doc)


def _with_sentences_ended(doc: Doc) -> Doc:
    """Tell the parser where sentences begin that it would go on with: "posted on X. A spokesman"."""
    for found in LETTER_AT_END.finditer(doc.text):
        first = doc.char_span(found.end(), found.end() + 1, alignment_mode="expand")
        if first is not None:
            first[0].is_sent_start = True
    return doc


def _read_as(word: Lexeme, other: Lexeme) -> None:
    """Let the tagger see a word that it has never met as one that it has."""
    word.norm, word.prefix, word.suffix, word.shape = other.norm, other.prefix, other.suffix, other.shape


def _without_multiples(rule: str | re.Pattern[str]) -> str:
    if isinstance(rule, re.Pattern):
        return rule.pattern
    if not rule.startswith(UNITS):
        return rule
    opening, units = rule.rstrip(")").split("(?:")
    return f"{opening}(?:{'|'.join(unit for unit in units.split('|') if unit not in MULTIPLES)})"
