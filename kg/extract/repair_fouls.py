"""Repairs of words that look like another: who fouls awards nothing, and "won" is money behind a number of it."""

from __future__ import annotations

from kg.extract.parses import SUBJECTS, Parse
from kg.extract.words_repairs import AMOUNTS, MISDEEDS

BEFORE_PRIZE = ("DT", "PRP$")


def misdeed_by(parse: Parse) -> Parse:
    """Let the one who did it do it: "a penalty awarded for a foul by Ann Lund" is not awarded by Ann Lund."""
    for by in parse.worded("by"):
        noun, participle = by - 1, parse.heads[by]
        is_agent = parse.deps[by] in ("agent", "prep") and parse.tags[participle] == "VBN" and participle < noun
        if not is_agent or parse.bases[noun] not in MISDEEDS or parse.deps[noun] != "pobj":
            continue
        reason = parse.heads[noun]
        if parse.lowers[reason] in ("after", "for", "following") and parse.heads[reason] == participle:
            parse = parse.attached(by, noun, "prep")
    return parse


def money_won(parse: Parse) -> Parse:
    """Read "a loss of 94 billion won" as an amount of money, and not as a loss that won."""
    for i in parse.inner("won"):
        number = i - 1
        is_prize = parse.tags[i + 1] in BEFORE_PRIZE and parse.heads[i + 1] > i  # "raised 3 million won the seat"
        if parse.lowers[number] not in AMOUNTS or (is_prize and parse.lowers[i + 1] != "this"):
            continue
        if parse.heads[number] != i:
            parse = _as_amount(parse, i, number)
        parse = parse.read_as(i, tag="NNS", pos="NOUN", lemma="won")
    return parse


def _as_amount(parse: Parse, won: int, number: int) -> Parse:
    """Put the money where the number stands, and what the verb had where the verb above it is."""
    above, dep = parse.heads[won], parse.deps[won]
    if above == won:
        return parse
    subject = parse.child(won, *SUBJECTS)
    parse = parse.moved([k for k in parse.below[won] if k > won], number if above == number else above)
    if subject is not None and dep == "ccomp":
        parse = parse.attached(subject, above, "dobj")
    parse = parse.attached(won, parse.heads[number], parse.deps[number])
    return parse.attached(number, won, "nummod")
