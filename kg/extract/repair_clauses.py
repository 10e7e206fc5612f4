"""Repairs of which clause a verb belongs to: what was said, what happened after what, or none at all."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.parses import Parse
from kg.extract.words import MONTHS, SAYING, WEEKDAYS
from kg.extract.words_mentions import PERSON_NOUNS, ROLES
from kg.extract.words_repairs import BEFORE_CLAUSE

NOUNS = ("NOUN", "PROPN")
OFFICES = PERSON_NOUNS | ROLES
SUBJECTS = ("nsubj", "nsubjpass")
FINITE = ("VBD", "VBZ", "VBP")
QUOTES = frozenset({'"', "“", "”", "``", "''"})


def series_of_what_is_said(parse: Parse) -> Parse:
    """Keep a series in what was said: "told the court that Bob sold the shop, bought a flat and paid his debts"."""
    for said in parse.labelled("ccomp"):
        verb = parse.heads[said]
        if verb > said or parse.lemmas[verb].lower() not in SAYING:
            continue
        series = [i for i in parse.below[verb] if i > said and parse.deps[i] == "conj"]
        if series and _goes_on(parse, said, series):
            parse = _in_series(parse, said, series)
    return parse


def _goes_on(parse: Parse, said: int, series: Sequence[int]) -> bool:
    """Tell whether verbs behind a that-clause go on with it: a comma and no "and" before the first, none of saying."""
    first = series[0]
    members = [*series, *(k for i in series for k in parse.below[i] if parse.deps[k] == "conj")]
    if any(parse.tags[i] != parse.tags[first] or parse.child(i, *SUBJECTS, "aux") is not None for i in members):
        return False
    is_series = len(members) > 1 and parse.words[first - 1] == "," and parse.child(said, *SUBJECTS) is not None
    is_saying = any(parse.lemmas[i].lower() in SAYING for i in members)
    return is_series and not is_saying and _shares_tense(parse, said, first)


def _shares_tense(parse: Parse, said: int, first: int) -> bool:
    """Tell whether a verb may go on with a clause: "spent, bought", or of a person "had spent, bought"."""
    if parse.tags[said] in FINITE:
        return parse.tags[said] == parse.tags[first] and parse.child(said, "aux") is None
    auxiliary, subject = parse.child(said, "aux"), parse.child(said, *SUBJECTS)
    is_past_perfect = auxiliary is not None and parse.words[auxiliary].lower() == "had" and parse.tags[said] == "VBN"
    is_person = subject is not None and (
        parse.pos[subject] in ("PROPN", "PRON") or parse.lemmas[subject].lower() in OFFICES
    )
    return is_past_perfect and is_person and parse.tags[first] == "VBD"


def _in_series(parse: Parse, said: int, series: Sequence[int]) -> Parse:
    verb = parse.heads[said]
    for i in series:
        parse = parse.attached(i, said, "conj")
    for child in [c for c in parse.below[verb] if said < c < series[-1] and parse.deps[c] == "cc"]:
        parse = parse.attached(child, said, "cc")
    return parse


def clause_behind_preposition(parse: Parse) -> Parse:
    """Read a clause with an apposition as one: "opened in May and shut after its owner, Alba Mills, went bankrupt"."""
    for i in parse.worded(*BEFORE_CLAUSE):
        noun = parse.child(i, "pobj") if parse.deps[i] == "prep" else None
        apposition = None if noun is None else _named_behind(parse, noun)
        if noun is None or apposition is None or parse.child(noun, "conj") is not None:
            continue
        verb = _finite_behind(parse, apposition)
        if verb is not None and parse.deps[verb] == "conj" and parse.child(verb, *SUBJECTS) is None:
            passive = parse.child(verb, "auxpass") is not None
            parse = parse.attached(verb, parse.heads[i], "advcl").attached(i, verb, "mark")
            parse = parse.attached(noun, verb, "nsubjpass" if passive else "nsubj").attached(apposition, noun, "appos")
    return parse


def _named_behind(parse: Parse, noun: int) -> int | None:
    """Return the name that stands between commas behind a noun, wherever the parser hangs it."""
    verb = parse.heads[parse.heads[noun]]
    loose = (i for i in parse.below[verb] if i > noun and parse.deps[i] == "npadvmod" and parse.pos[i] == "PROPN")
    is_comma = parse.words[noun + 1 : noun + 2] == (",",)
    behind = (i for i in loose if is_comma and min(parse.below[i], default=i) == noun + 2)
    return parse.child(noun, "appos") or next(behind, None)


def _finite_behind(parse: Parse, apposition: int) -> int | None:
    """Return the finite verb right behind the comma that closes an apposition."""
    comma = apposition + 1
    if parse.words[comma : comma + 1] != (",",) or comma + 1 >= len(parse.words):
        return None
    first = comma + 1
    verb = parse.heads[first] if parse.deps[first] in ("aux", "auxpass") else first
    is_finite = parse.tags[first] in (*FINITE, "MD") and parse.pos[verb] in ("VERB", "AUX")
    return verb if is_finite and verb >= first else None


def name_read_as_time(parse: Parse) -> Parse:
    """Take a name behind a comma for no time: "was fired by the head of the court, Judge Ola Berg"."""
    for i in parse.labelled("npadvmod"):
        word = parse.words[i].lower()
        if parse.pos[i] != "PROPN" or word in MONTHS or word in WEEKDAYS:
            continue
        comma = min(parse.below[i], default=i)
        comma = min(comma, i) - 1
        if comma < 1 or parse.words[comma] != "," or parse.pos[comma - 1] not in NOUNS or parse.heads[i] > i:
            continue
        noun = _noun_of_office(parse, comma - 1)
        parse = parse if noun is None else parse.attached(i, noun, "appos")
    return parse


def _noun_of_office(parse: Parse, noun: int) -> int | None:
    """Return who is named by an office before a comma: the "head" of "the head of the court"."""
    while parse.lemmas[noun].lower() not in OFFICES:
        preposition = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.words[preposition].lower() not in ("of", "for", "at", "in"):
            return None
        noun = parse.heads[preposition]
    return noun if parse.pos[noun] in NOUNS and parse.child(noun, "appos") is None else None


def quoted_word(parse: Parse) -> Parse:
    """Read one word in quotation marks as what something is called, and as no clause: "rates the shares 'hold'"."""
    for i in parse.tagged("VB", "VBP"):
        verb = parse.heads[i]
        if not 0 < i < len(parse.tags) - 1 or parse.deps[i] == "ROOT" or parse.pos[verb] != "VERB":
            continue
        is_alone = all(parse.deps[c] == "punct" for c in parse.below[i])
        is_quoted = parse.words[i - 1] in QUOTES and parse.words[i + 1] in QUOTES
        if is_alone and is_quoted and verb < i and parse.lemmas[verb].lower() not in SAYING:
            slot = "dobj" if parse.child(verb, "dobj") is None else "oprd"
            parse = parse.attached(i, verb, slot).read_as(i, tag="NN", pos="NOUN")
    return parse
