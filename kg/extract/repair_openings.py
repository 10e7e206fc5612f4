"""Repairs of conditions without "if": "Should the war end, the firm will return"."""

from __future__ import annotations

from kg.extract.parses import NOUNS, SUBJECTS, VERBAL, Parse

REACH = 25  # words in which such a condition ends
ENDS = (".", "!", "?", ";", ":", "”", '"', "''")


def condition_with_should(parse: Parse) -> Parse:
    """Read "Should the strike end, the firm will return" as a condition: nothing "should will return"."""
    for should in parse.worded("should"):
        comma = _comma_behind(parse, should) if _begins_sentence(parse, should) else None
        main = None if comma is None else _main_verb(parse, comma)
        verb = None if comma is None or main is None else _verb_of_condition(parse, should, comma)
        if verb is not None and main is not None:
            parse = _as_condition(parse, should, verb, main)
    return parse


def _begins_sentence(parse: Parse, i: int) -> bool:
    is_first = i == 0 or parse.words[i - 1] in ENDS or parse.words[i - 1].isspace()
    return is_first and parse.words[i] == "Should"


def _comma_behind(parse: Parse, i: int) -> int | None:
    """Return the first comma behind, if no sentence ends before."""
    for k in range(i + 1, min(i + REACH, len(parse.words))):
        if parse.words[k] == ",":
            return k
        if parse.words[k] in ENDS:
            return None
    return None


def _main_verb(parse: Parse, comma: int) -> int | None:
    """Return the verb behind the comma that has a modal and a subject of its own: "the firm will return"."""
    for k in range(comma + 1, len(parse.words)):
        if parse.words[k] in ENDS:
            return None
        verb = parse.heads[k]
        subject = parse.child(verb, *SUBJECTS, "expl")
        if parse.tags[k] == "MD" and verb > k and subject is not None and comma < subject < verb:
            return verb
    return None


def _verb_of_condition(parse: Parse, should: int, comma: int) -> int | None:
    """Return the verb that "Should" goes with, or the noun behind another that it is read as: "the strike end"."""
    if parse.deps[should] == "aux" and parse.heads[should] < comma:
        return parse.heads[should]
    nouns = (
        k for k in range(should + 2, comma) if parse.tags[k] in ("NN", "VB", "VBP") and parse.deps[k] != "compound"
    )
    return next((k for k in nouns if parse.deps[k - 1] == "compound" and parse.heads[k - 1] == k), None)


def _as_condition(parse: Parse, should: int, verb: int, main: int) -> Parse:
    for top in (should, verb):
        if parse.is_below(main, top):
            is_root = parse.heads[top] == top
            parse = parse.attached(main, main if is_root else parse.heads[top], parse.deps[top])
    parse = parse.attached(verb, main, "advcl").attached(should, verb, "aux")
    loose = [k for k in parse.below[should] if k < main]
    parse = parse.moved(loose, verb).moved([k for k in parse.below[should] if k > main], main)
    subject = verb - 1
    if parse.child(verb, *SUBJECTS, "expl") is None and parse.pos[subject] in NOUNS and parse.heads[subject] == verb:
        parse = parse.moved([k for k in parse.below[verb] if should < k < subject], subject)
        parse = parse.attached(subject, verb, "nsubj")
    return (
        parse if parse.pos[verb] in VERBAL and parse.tags[verb] == "VB" else parse.read_as(verb, tag="VB", pos="VERB")
    )
