"""Repairs of what stands behind an insertion or at the end of a clause: a charge, a verdict, a value in quotes."""

from __future__ import annotations

from kg.extract.parses import SUBJECTS, UNSAID, Parse
from kg.extract.repair_suited import verb_above
from kg.extract.words_suited import CHARGES, FINDING, VERDICTS

PRICES = frozenset({"fee", "price", "sum", "amount", "million", "billion"})
# These say nothing without an object.
NEEDS_OBJECT = frozenset(
    """build buy carry claim control cover employ hold make need occupy operate own possess produce provide receive
    require seek sell share supply use want""".split()
)
OBJECTS = ("dobj", "ccomp", "xcomp", "oprd", "attr")
GOING = frozenset({"come", "go"})
BEHIND_VALUE = frozenset({".", ",", ";", "from", "after", "on", "and"})


def charge_behind_comma(parse: Parse) -> Parse:
    """Take off a name what was said: in "a show staged by Ann Lund, a charge she denied" she is no charge."""
    for i in parse.labelled("appos"):
        start, noun = parse.start(i), parse.heads[i]
        is_charge = parse.bases[i] in CHARGES and parse.bases[noun] not in CHARGES and parse.words[start - 1] == ","
        if not is_charge or parse.lowers[start] not in ("a", "an") or parse.child(i, "relcl") is None:
            continue
        verb = verb_above(parse, noun)
        if verb is not None and verb < i:
            parse = parse.attached(i, verb, "dep")
    return parse


def verdict_behind_comma(parse: Parse) -> Parse:
    """Read a verdict behind an insertion as one: "found Ann Lund, a clerk, guilty of fraud"."""
    for i in parse.inner(*VERDICTS):
        noun = parse.heads[i]
        verb = parse.heads[noun]
        is_apart = parse.deps[i] in ("amod", "acomp") and noun < i and parse.words[i - 1] == ","
        if is_apart and parse.deps[noun] == "dobj" and parse.bases[verb] in FINDING:
            parse = parse.attached(i, verb, "oprd")
    return parse


def part_of_programme(parse: Parse) -> Parse:
    """Leave open what was part of it: "took a drug made by Acme as part of a study" made no drug for the study."""
    for i in parse.worded("as"):
        made, part = parse.heads[i], parse.child(i, "pobj")
        is_part = part is not None and parse.lowers[part] == "part" and parse.deps[i] == "prep"
        is_told = parse.deps[made] == "acl" and parse.tags[made] == "VBN" and made < i
        if is_part and is_told and parse.deps[parse.heads[made]] == "dobj":
            parse = parse.attached(i, parse.heads[parse.heads[made]], UNSAID)
    return parse


def values_in_quotes(parse: Parse) -> Parse:
    """Read quoted words behind "to" as values: 'cut its rating to "sell"' sells nothing."""
    for to in parse.inner("to"):
        word = parse.heads[to]
        is_quoted = word == to + 2 and parse.tags[to + 1] == "``" and parse.tags[word + 1] == "''"
        verb = parse.heads[word]
        if parse.tags[to] != "TO" or not is_quoted or parse.tags[word] != "VB" or parse.pos[verb] != "VERB":
            continue
        if not BEHIND_VALUE.intersection(parse.lowers[word + 2 : word + 3]):  # 'to "streamline" the rules'
            continue
        parse = parse.moved([k for k in parse.below[word] if k > word + 1], verb)
        parse = parse.attached(to, verb, "prep").read_as(to, tag="IN", pos="ADP")
        parse = parse.attached(word, to, "pobj").read_as(word, tag="NN", pos="NOUN", lemma=parse.lowers[word])
    return parse


def guests_since(parse: Parse) -> Parse:
    """Find the main verb behind a time: "guests who ate there since May have been told" tells guests, and not May."""
    for since in parse.worded("since"):
        main = parse.heads[since]
        time, clause = since + 1, parse.heads[main]
        noun = parse.heads[clause]
        is_read = parse.deps[since] == "mark" and parse.heads[time] == main and parse.deps[time] in SUBJECTS
        is_behind = parse.deps[main] == "advcl" and parse.deps[clause] == "relcl" and noun < clause < since
        helper = parse.child(main, "aux", "auxpass")
        if not (is_read and is_behind) or helper != since + 2 or parse.heads[noun] != noun:
            continue
        slot = parse.deps[time]
        parse = parse.attached(since, clause, "prep").attached(time, since, "pobj")
        parse = parse.attached(main, main, "ROOT").attached(noun, main, slot)
    return parse


def cut_short(parse: Parse) -> Parse:
    """Keep "short" with its verb: "cut short her trip" cuts the trip."""
    for i in parse.worded("short"):
        noun, verb = parse.heads[i], i - 1
        is_read = parse.deps[i] == "amod" and verb >= 0 and parse.bases[verb] == "cut" and parse.heads[noun] == verb
        if is_read and parse.tags[i + 1] in ("DT", "PRP$"):
            parse = parse.attached(i, verb, "prt").read_as(i, tag="RP")
    return parse


def which_of_last_verb(parse: Parse) -> Parse:
    """Leave "which" to the verb that lacks an object: "the pump, which Acme had planned to start selling"."""
    for which in parse.worded("which", "that"):
        verb = parse.heads[which]
        inner = parse.child(verb, "xcomp")
        if parse.deps[which] != "dobj" or inner is None or which > verb or parse.tags[inner] != "VBG":
            continue
        if parse.child(inner, "dobj", "xcomp", "ccomp") is None:
            parse = parse.attached(which, inner, "dobj")
    return parse


def price_behind_name(parse: Parse) -> Parse:
    """Leave the price to the deed: "was bought by the group Acme for an undisclosed sum" is no name of a group."""
    for i in parse.worded("for"):
        name, price = parse.heads[i], parse.child(i, "pobj")
        if price is None or parse.deps[i] != "prep" or parse.tags[name] != "NNP":
            continue
        while parse.deps[name] == "appos" and parse.heads[name] < name:
            name = parse.heads[name]
        verb = parse.heads[parse.heads[name]]
        is_price = parse.bases[price] in PRICES or "$" in parse.tags[parse.start(price) : price + 1]
        if is_price and parse.deps[name] == "pobj" and parse.pos[verb] == "VERB" and verb < name:
            parse = parse.attached(i, verb, "prep")
    return parse


def halting_of_deed(parse: Parse) -> Parse:
    """Read a participle behind a comma as what comes of it: "went on strike, halting exports" went no halting."""
    for i in parse.labelled("dobj", "xcomp", "ccomp"):
        verb = parse.heads[i]
        is_apart = parse.tags[i] == "VBG" and verb < i - 1 and parse.words[i - 1] == ","
        if is_apart and parse.bases[verb] in GOING and parse.child(i, *SUBJECTS) is None:
            parse = parse.attached(i, verb, "advcl")
    return parse


def name_of_kind(parse: Parse) -> Parse:
    """Hang a name on what it is the name of: "the oldest boat of its kind, the Alba," is no kind."""
    for i in parse.labelled("appos"):
        kind = parse.heads[i]
        if parse.bases[kind] == "kind" and parse.deps[kind] == "pobj" and parse.tags[i] == "NNP":
            noun = parse.heads[parse.heads[kind]]
            parse = parse.attached(i, noun, "appos") if parse.pos[noun] == "NOUN" else parse
    return parse


def that_of_thing(parse: Parse) -> Parse:
    """Read "that" as what a verb lacks: "waters that both states claim" are claimed."""
    for that in parse.inner("that"):
        verb = parse.heads[that]
        is_mark = parse.deps[that] == "mark" and parse.deps[verb] in ("acl", "relcl")
        if not is_mark or parse.heads[verb] != that - 1 or parse.bases[verb] not in NEEDS_OBJECT:
            continue
        if parse.child(verb, *SUBJECTS) is not None and parse.child(verb, *OBJECTS, "auxpass", "prep") is None:
            parse = parse.attached(that, verb, "dobj").read_as(that, tag="WDT", pos="PRON")
            parse = parse.attached(verb, that - 1, "relcl")
    return parse


def doing_so(parse: Parse) -> Parse:
    """Keep "so" with its verb: "denied doing so"."""
    for so in parse.inner("so"):
        if parse.deps[so] == "advmod" and parse.heads[so] == so - 1 and parse.bases[so - 1] == "do":
            parse = parse.attached(so, so - 1, "prt").read_as(so, tag="RP")
    return parse


ENDING_REPAIRS = (
    charge_behind_comma,
    verdict_behind_comma,
    part_of_programme,
    values_in_quotes,
    guests_since,
    cut_short,
    which_of_last_verb,
    price_behind_name,
    halting_of_deed,
    name_of_kind,
    that_of_thing,
    doing_so,
)
