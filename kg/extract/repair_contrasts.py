"""Repairs of what is held against what is so: who chose talks rather than a strike chose no strike."""

from __future__ import annotations

from kg.extract.parses import NOUNS, PLURAL, UNSAID, Parse

HELD_AGAINST = {"than": "rather", "of": "instead"}
OPENING = ("(", "[", "-LRB-", "-LSB-")
CLOSING = (")", "]", "-RRB-", "-RSB-")
FINITE_WITHOUT_HELP = ("ROOT", "relcl")
WITH_BASE = frozenset({"i", "they", "we", "who", "you"})


def thing_of_contrast(parse: Parse) -> Parse:
    """Take out of a list what is not in it: "chose talks rather than a strike", "wood instead of steel"."""
    for i in parse.worded(*HELD_AGAINST):
        if i < 2 or parse.deps[i] != "cc" or parse.lowers[i - 1] != HELD_AGAINST[parse.lowers[i]]:
            continue
        thing = parse.heads[i]
        other = next((c for c in parse.below[thing] if c > i and parse.deps[c] == "conj"), None)
        if other is not None and parse.pos[other] in NOUNS:
            parse = parse.attached(other, thing, "parataxis")
            parse = parse.attached(i - 1, other, UNSAID).attached(i, other, UNSAID)
    return parse


def brackets_in_pairs(parse: Parse) -> Parse:
    """Hang a closing bracket where the opening one hangs: "the Union (EU)" is not cut before its end."""
    for i in parse.worded(*CLOSING):
        opening = next((k for k in range(i - 1, max(i - 8, -1), -1) if parse.words[k] in OPENING), None)
        if opening is not None and parse.heads[i] != parse.heads[opening] != opening:
            parse = parse.attached(i, parse.heads[opening], "punct")
    return parse


def base_of_present(parse: Parse) -> Parse:
    """Read "Analysts, however, point out" and "no cure or vaccine exists" as a present tense, whatever the tags say."""
    for i in parse.labelled(*FINITE_WITHOUT_HELP):
        subject = parse.child(i, "nsubj") if parse.tags[i] in ("VB", "NNS") else None
        if subject is None or subject > i or parse.child(i, "aux", "auxpass", "det", "amod", "compound") is not None:
            continue
        if parse.tags[i] == "NNS" and parse.tags[subject] in ("NN", "NNP"):
            parse = parse.read_as(i, tag="VBZ", pos="VERB")
        elif parse.tags[i] == "VB" and (parse.tags[subject] in PLURAL or parse.lowers[subject] in WITH_BASE):
            parse = parse.read_as(i, tag="VBP")
    return parse
