"""Repairs of what stands between two: a trade of both goods, the thing in a place, the speaker behind a name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.parses import NOUNS, Parse
from kg.extract.words_attribution import SAYING
from kg.extract.words_repairs import DEALT_IN, TRADES

BEFORE = frozenset({"after", "before", "until"})


def trade_in_both(parse: Parse) -> Parse:
    """Hang both goods on the trade in them: whoever sold "the group's salt and sugar business" sold no salt."""
    for i in parse.labelled("conj"):
        first = parse.heads[i]
        goods = parse.child(i, "compound")
        is_pair = goods is not None and goods == i - 1 == first + 2 and parse.lowers[first + 1] == "and"
        is_trade = parse.bases[i] in TRADES and parse.deps[first] in ("dobj", "nsubj", "nsubjpass", "pobj")
        is_named = not parse.words[first].islower() or not parse.words[i - 1].islower()
        if goods is None or not is_pair or not is_trade or is_named or parse.child(first, "det", "poss") is None:
            continue
        above, dep, below = parse.heads[first], parse.deps[first], parse.below[first]
        parse = parse.attached(i, above, dep).attached(first, i, "compound").attached(goods, first, "conj")
        for k in below:
            if k != i and parse.deps[k] != "cc":
                parse = parse.attached(k, i, parse.deps[k])
    return parse


def thing_in_place(parse: Parse) -> Parse:
    """Hang what was bought on the thing: "a villa in Nice, which Ann bought" is a villa and no town."""
    for i in parse.labelled("relcl"):
        place = parse.heads[i]
        at = parse.heads[place] if parse.deps[place] != "appos" else parse.heads[parse.heads[place]]
        thing = parse.heads[at]
        which = parse.child(i, "dobj")
        is_bought = which is not None and parse.lowers[which] == "which" and parse.lemmas[i] in DEALT_IN
        is_in = parse.lowers[at] in ("in", "at", "near", "on") and parse.deps[at] == "prep"
        if is_bought and is_in and parse.tags[place] == "NNP" and parse.tags[thing] == "NN" and thing < at:
            parse = parse.attached(i, thing, "relcl")
    return parse


def speaker_behind_name(parse: Parse) -> Parse:
    """Make the last name the speaker: "It left the probe Ada, Norway's agency NSA said" is said by the agency."""
    for i in parse.labelled("nsubj"):
        verb = parse.heads[i]
        speaker = parse.child(i, "appos")
        start = parse.start(i)
        if parse.lemmas[verb] not in SAYING or speaker is None or start < 1 or not i < speaker < verb:
            continue
        said, before = parse.child(verb, "ccomp"), start - 1
        is_inside = said is not None and said < before and parse.is_below(before, said)
        is_apart = parse.words[parse.start(speaker) - 1] == "," and "," not in parse.words[speaker:verb]
        if not is_inside or not is_apart or parse.pos[before] not in NOUNS:
            continue
        names = [k for k in parse.below[i] if k > speaker and parse.deps[k] == "appos"]
        parse = parse.attached(i, before, "appos").attached(speaker, verb, "nsubj")
        for k in names:
            parse = parse.attached(k, speaker, "appos")
    return parse


def gone_missing(parse: Parse) -> Parse:
    """Read "missing" as what somebody is: "two sailors are missing" misses nothing."""
    for i in parse.worded("missing"):
        be = next((k for k in parse.below[i] if parse.deps[k] == "aux" and parse.lemmas[k] == "be"), None)
        subject = parse.child(i, "nsubj")
        if parse.tags[i] != "VBG" or be is None or subject is None or parse.child(i, "dobj") is not None:
            continue
        parse = parse.attached(be, i, "auxpass").attached(subject, i, "nsubjpass").read_as(i, tag="VBN")
    return parse


def clause_behind_trade(parse: Parse) -> Parse:
    """Give the clause its own subject: "worked as a nurse before her first novel, "Fen", came out" in 2011."""
    for as_ in parse.worded("as"):
        verb = parse.heads[as_]
        trade = parse.child(verb, "nsubj")
        if parse.deps[as_] != "mark" or parse.deps[verb] != "advcl" or trade is None or parse.heads[verb] > as_:
            continue
        before = parse.child(trade, "prep")
        named = None if before is None else parse.child(before, "pobj")
        if before is None or named is None or parse.lowers[before] not in BEFORE or parse.start(trade) != as_ + 1:
            continue
        if parse.words[verb - 1] == "," and parse.child(named, "appos") is not None and named < verb:
            parse = parse.attached(as_, parse.heads[verb], "prep").attached(trade, as_, "pobj")
            parse = parse.attached(before, verb, "mark").attached(named, verb, "nsubj")
    return parse


SHARED_REPAIRS: Sequence[Callable[[Parse], Parse]] = (
    trade_in_both,
    thing_in_place,
    speaker_behind_name,
    gone_missing,
    clause_behind_trade,
)
