"""Repairs inside noun phrases: what the tokenizer or the parser has taken apart, or taken for a verb."""

from __future__ import annotations

from itertools import pairwise

from kg.extract.parses import Parse
from kg.extract.words_repairs import DECIDING, NOUN_PARTICLES, SPENT_IN

PARTICLES = tuple(sorted({particle for _, particle in NOUN_PARTICLES}))
CURRENCY = frozenset({"$", "US$", "€", "£", "¥", "#"})


def name_behind_hyphen(parse: Parse) -> Parse:
    """Join the halves of a given name: "Lee Min-ho" is one name, whatever the parser hangs "-ho" on."""
    for i in parse.inner("-"):
        if parse.pos[i - 1] != "PROPN" or not parse.words[i - 1][:1].isupper():
            continue
        is_apart = parse.heads[i + 1] == parse.heads[i - 1] and parse.deps[i + 1] == parse.deps[i - 1]
        if is_apart and parse.pos[i + 1] == "PROPN" and parse.heads[i] in (i - 1, i + 1, parse.heads[i - 1]):
            parse = parse.attached(i, i - 1, "nmod").attached(i + 1, i - 1, "nmod")
    return parse


def based_before_name(parse: Parse) -> Parse:
    """Read "chose Oslo based Norvik Marine" as a firm that is based in Oslo, not as Oslo."""
    for i in parse.inner("based"):
        if not parse.pos[i - 1] == parse.pos[i + 1] == "PROPN":
            continue
        place = i - 1
        firm = _last_of_name(parse, i + 1)
        if parse.heads[place] in (i, firm):
            continue
        head, dep = parse.heads[place], parse.deps[place]
        parse = parse.attached(firm, head, dep).attached(i, firm, "amod").attached(place, i, "npadvmod")
        parse = parse.read_as(i, tag="VBN", pos="VERB")
    return parse


def _last_of_name(parse: Parse, i: int) -> int:
    while i + 1 < len(parse.words) and parse.pos[i + 1] == "PROPN":
        i += 1
    return i


def number_before_noun(parse: Parse) -> Parse:
    """Read "a magnitude 6.3 earthquake" as one phrase, where the parser makes a subject of "magnitude"."""
    for i in parse.tagged("CD"):
        noun, before = i + 1, i - 1
        if not 0 < i < len(parse.tags) - 1 or parse.tags[before] != "NN" or parse.tags[noun] not in ("NN", "NNS"):
            continue
        if parse.deps[noun] == "appos" and parse.heads[noun] == before != parse.heads[before]:
            parse = parse.attached(noun, parse.heads[before], parse.deps[before])
        is_split = parse.heads[i] == noun and parse.deps[before] == parse.deps[noun]
        if is_split and parse.heads[before] == parse.heads[noun]:
            parse = parse.attached(before, noun, "compound").attached(i, before, "nummod")
            parse = parse.moved([c for c in parse.below[before] if c < before], noun)
    return parse


def amount_of_goods(parse: Parse) -> Parse:
    """Read "ordered $2 billion in new tankers" as so many tankers, and "between 30 and 50 guests" as guests."""
    return _between_numbers(_money_in_goods(parse))


def _money_in_goods(parse: Parse) -> Parse:
    for i in parse.labelled("pobj"):
        if parse.tags[i] != "NNS" or parse.lowers[parse.heads[i]] != "in":
            continue
        preposition = parse.heads[i]
        money = preposition - 1
        verb = parse.heads[money]
        if parse.deps[money] != "dobj" or not _is_money(parse, money) or parse.bases[verb] in SPENT_IN:
            continue
        parse = parse.attached(i, verb, "dobj").attached(money, i, "nummod").attached(preposition, money, "prep")
    return parse


def _is_money(parse: Parse, i: int) -> bool:
    """Tell whether it is an amount of money: a number that a currency stands before."""
    is_number = parse.tags[i] == "CD"
    return is_number and any(w in CURRENCY for w in parse.words[max(0, i - 3) : i])


def _between_numbers(parse: Parse) -> Parse:
    for i in parse.worded("between"):
        number = i + 1
        if i + 4 >= len(parse.words) or parse.deps[i] != "prep" or parse.tags[number] != "CD":
            continue
        noun = next((k for k in reversed(parse.below[i]) if parse.deps[k] == "pobj" and parse.pos[k] == "NOUN"), None)
        verb = parse.heads[i]
        if noun is None or parse.pos[verb] != "VERB" or parse.heads[number] not in (noun, i):
            continue
        is_pair = parse.lowers[i + 2] == "and" and parse.tags[i + 3] == "CD"
        if is_pair and verb < i and parse.child(verb, "dobj") is None:
            parse = parse.attached(noun, verb, "dobj").attached(number, noun, "nummod").attached(i, number, "quantmod")
            parse = parse.read_as(i, tag="RB", pos="ADV")
    return parse


def clause_read_as_member(parse: Parse) -> Parse:
    """Take a participle with its noun off a list: "gauges including the speed, leading suspicion to fall on it"."""
    for i in parse.labelled("conj"):
        start = parse.below[i][0] if parse.below[i] else i
        if parse.tags[start] != "VBG" or parse.deps[start] != "amod" or parse.words[start - 1] != ",":
            continue
        if parse.child(parse.heads[i], "cc") is None and parse.child(i, "cc") is None:
            parse = parse.attached(i, parse.heads[i], "dep")
    return parse


def rise_with_measure(parse: Parse) -> Parse:
    """Read "was up almost 5%" as "up" with a measure: the index is up, and is no percentage."""
    for i in parse.labelled("attr", "npadvmod"):
        is_measure = parse.words[i] in ("%", "percent", "cent", "points")
        verb = parse.heads[i]
        if not is_measure or parse.bases[verb] != "be":
            continue
        way = next((w for w in range(verb + 1, i) if parse.lowers[w] in ("up", "down")), None)
        if way is not None and parse.heads[way] in (verb, i):
            parse = parse.attached(way, verb, "advmod").attached(i, way, "npadvmod")
    return parse


def per_cent(parse: Parse) -> Parse:
    """Read "rose 7.4 per cent" as one measure, and not as "7.4"."""
    for i in parse.inner("per"):
        number, cent = i - 1, i + 1
        if parse.lowers[cent] != "cent" or parse.tags[number] != "CD":
            continue
        if parse.heads[i] == number and parse.heads[cent] == i:
            parse = parse.attached(cent, parse.heads[number], parse.deps[number])
            parse = parse.attached(number, cent, "nummod").attached(i, cent, "compound")
    return parse


def noun_with_particle(parse: Parse) -> Parse:
    """Keep a noun of two words together: "a bail out of the banks", "the sell off"."""
    for particle in parse.worded(*PARTICLES):
        i = particle - 1
        if i < 0 or parse.tags[i] != "NN":
            continue
        if (parse.bases[i], parse.lowers[particle]) not in NOUN_PARTICLES:
            continue
        is_loose = parse.child(particle, "pobj", "pcomp") is None and parse.pos[i] == "NOUN"
        if is_loose and parse.child(i, "det", "poss", "amod", "nummod") is not None:
            parse = parse.moved(parse.below[particle], i)
            parse = parse.attached(particle, i, "prt")
    return parse


def result_of_count(parse: Parse) -> Parse:
    """Read "voted 66 to 61 against it" as one result, and "won , 5 to 2 in front of many", "beat Alba 5 to 2"."""
    for i in parse.inner("to", "-", "–"):
        first, last = i - 1, i + 1
        if i < 2 or not parse.tags[first] == parse.tags[last] == "CD":
            continue
        verb = parse.heads[first]
        is_split = (
            parse.deps[first] in ("dobj", "npadvmod") and parse.heads[i] in (verb, first) and parse.heads[last] == i
        )
        if is_split and _is_behind(parse, first, verb) and parse.bases[verb] in DECIDING:
            slot = "dobj" if parse.child(verb, "dobj") in (None, first) else "npadvmod"
            parse = parse.moved([c for c in (*parse.below[first], *parse.below[last]) if c > last], verb)
            parse = parse.attached(last, verb, slot).attached(first, last, "quantmod").attached(i, last, "quantmod")
    return parse


def _is_behind(parse: Parse, i: int, verb: int) -> bool:
    """Tell whether a token comes right behind the verb, or behind a comma or the verb's object."""
    return i > verb and (i == verb + 1 or parse.words[verb + 1 : i] == (",",) or parse.child(verb, "dobj") == i - 1)


def object_read_as_clause(parse: Parse) -> Parse:
    """Read "makes her debut with the choir" as an object: a noun with its determiner and no subject is no clause."""
    for i in parse.labelled("ccomp"):
        verb = parse.heads[i]
        is_noun = parse.tags[i] in ("NN", "NNS") and parse.child(i, "det", "poss") is not None
        is_bare = parse.child(i, "nsubj", "nsubjpass", "expl", "csubj", "mark", "cop", "aux", "auxpass") is None
        if is_noun and is_bare and verb < i and parse.child(verb, "dobj") is None:
            parse = parse.attached(i, verb, "dobj")
    return parse


def fraction_before_measure(parse: Parse) -> Parse:
    """Read "rose 1/2 point" as one measure, and not as "1/2" and "point"."""
    measures = parse.labelled("npadvmod")
    for i, measure in pairwise(measures):
        is_number = parse.tags[i] == "CD" and parse.tags[measure] in ("NN", "NNS")
        if is_number and measure == i + 1 and parse.heads[i] == parse.heads[measure] < i:
            parse = parse.attached(i, measure, "nummod")
    return parse


def parts_of_kin(parse: Parse) -> Parse:
    """Make one noun of "brother-in-law", whose law is none."""
    for i in (law - 4 for law in parse.worded("law") if law >= 4):
        if parse.pos[i] == "NOUN" and parse.words[i + 1 : i + 5] == ("-", "in", "-", "law"):
            parse = _as_one(parse, range(i, i + 5), i).read_as(i, lemma=f"{parse.lowers[i]}-in-law")
            for part in range(i + 1, i + 5):
                parse = parse.read_as(part, tag="AFX", pos="X")
    return parse


def name_with_hyphens(parse: Parse) -> Parse:
    """Make one name of "Alba-les-Bains" and "Norton-upon-Rell"."""
    for i in (hyphen - 1 for hyphen in parse.inner("-") if hyphen + 3 < len(parse.words)):
        last, joiner = i + 4, parse.words[i + 2]
        is_joined = parse.words[i + 3] == "-" and joiner.islower() and joiner.isalpha()
        if is_joined and parse.words[i].istitle() and parse.words[last].istitle() and joiner not in ("and", "or", "to"):
            parse = _as_one(parse, range(i, last + 1), last)
            for part in range(i, last + 1):
                parse = parse.read_as(part, tag="NNP", pos="PROPN")
    return parse


def _as_one(parse: Parse, parts: range, core: int) -> Parse:
    """Hang all that is outside on one of the parts, and the other parts on it."""
    outer = next((k for k in parts if parse.heads[k] not in parts or parse.heads[k] == k), core)
    head, dep = parse.heads[outer], parse.deps[outer]
    parse = parse.attached(core, core if head == outer else head, dep)
    for part in parts:
        parse = parse.moved([c for c in parse.below[part] if c not in parts and part != core], core)
    for part in parts:
        parse = parse if part == core else parse.attached(part, core, "compound")
    return parse


def names_of_nearest(parse: Parse) -> Parse:
    """Hang names on the noun right before them: "shares of the brewers Alba and Norvik" are brewers, not shares."""
    for i in parse.labelled("appos", "dobj"):
        if parse.pos[i] != "PROPN" or not i:
            continue
        near = (parse.below[i][0] if parse.below[i] and parse.below[i][0] < i else i) - 1
        above = parse.heads[parse.heads[near]]
        is_inside = parse.deps[near] == "pobj" and parse.heads[i] in (above, parse.heads[above])
        is_inside = is_inside and (parse.deps[i] == "appos" or parse.deps[above] == "dobj")
        if is_inside and parse.tags[near] == "NNS" and parse.child(i, "conj") is not None:
            parse = parse.attached(i, near, "appos")
    return parse
