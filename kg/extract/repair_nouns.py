"""Repairs inside noun phrases: what the tokenizer or the parser has taken apart, or taken for a verb."""

from __future__ import annotations

from dataclasses import replace

from kg.extract.parses import Parse
from kg.extract.words_repairs import NOUN_PARTICLES, SPENT_IN

NOUNS = ("NOUN", "PROPN")
CURRENCY = frozenset({"$", "US$", "€", "£", "¥", "#"})


def name_behind_hyphen(parse: Parse) -> Parse:
    """Join the halves of a given name: "Lee Min-ho" is one name, whatever the parser hangs "-ho" on."""
    for i, word in enumerate(parse.words[:-1]):
        if word != "-" or i == 0 or parse.pos[i - 1] != "PROPN" or not parse.words[i - 1][:1].isupper():
            continue
        is_apart = parse.heads[i + 1] == parse.heads[i - 1] and parse.deps[i + 1] == parse.deps[i - 1]
        if is_apart and parse.pos[i + 1] == "PROPN" and parse.heads[i] in (i - 1, i + 1, parse.heads[i - 1]):
            parse = parse.attached(i, i - 1, "nmod").attached(i + 1, i - 1, "nmod")
    return parse


def based_before_name(parse: Parse) -> Parse:
    """Read "chose Oslo based Norvik Marine" as a firm that is based in Oslo, not as Oslo."""
    for i, word in enumerate(parse.words[:-1]):
        if word.lower() != "based" or i == 0 or not (parse.pos[i - 1] == parse.pos[i + 1] == "PROPN"):
            continue
        place = i - 1
        firm = _last_of_name(parse, i + 1)
        if parse.heads[place] in (i, firm):
            continue
        head, dep = parse.heads[place], parse.deps[place]
        parse = parse.attached(firm, head, dep).attached(i, firm, "amod").attached(place, i, "npadvmod")
        parse = replace(parse, tags=_with(parse.tags, i, "VBN"), pos=_with(parse.pos, i, "VERB"))
    return parse


def _last_of_name(parse: Parse, i: int) -> int:
    while i + 1 < len(parse.words) and parse.pos[i + 1] == "PROPN":
        i += 1
    return i


def _with(column: tuple[str, ...], i: int, value: str) -> tuple[str, ...]:
    return (*column[:i], value, *column[i + 1 :])


def number_before_noun(parse: Parse) -> Parse:
    """Read "a magnitude 6.3 earthquake" as one phrase, where the parser makes a subject of "magnitude"."""
    for i, tag in enumerate(parse.tags[1:-1], start=1):
        noun, before = i + 1, i - 1
        if tag != "CD" or parse.tags[before] != "NN" or parse.tags[noun] not in ("NN", "NNS"):
            continue
        if parse.deps[noun] == "appos" and parse.heads[noun] == before != parse.heads[before]:
            parse = parse.attached(noun, parse.heads[before], parse.deps[before])
        is_split = parse.heads[i] == noun and parse.deps[before] == parse.deps[noun]
        if is_split and parse.heads[before] == parse.heads[noun]:
            parse = parse.attached(before, noun, "compound").attached(i, before, "nummod")
            for child in [c for c in parse.below[before] if c < before]:
                parse = parse.attached(child, noun, parse.deps[child])
    return parse


def amount_of_goods(parse: Parse) -> Parse:
    """Read "ordered $2 billion in new tankers" as so many tankers, and "between 30 and 50 guests" as guests."""
    return _between_numbers(_money_in_goods(parse))


def _money_in_goods(parse: Parse) -> Parse:
    for i, dep in enumerate(parse.deps):
        if dep != "pobj" or parse.tags[i] != "NNS" or parse.words[parse.heads[i]].lower() != "in":
            continue
        preposition = parse.heads[i]
        money = preposition - 1
        verb = parse.heads[money]
        if parse.deps[money] != "dobj" or not _is_money(parse, money) or parse.lemmas[verb].lower() in SPENT_IN:
            continue
        parse = parse.attached(i, verb, "dobj").attached(money, i, "nummod").attached(preposition, money, "prep")
    return parse


def _is_money(parse: Parse, i: int) -> bool:
    """Tell whether it is an amount of money: a number that a currency stands before."""
    is_number = parse.tags[i] == "CD"
    return is_number and any(w in CURRENCY for w in parse.words[max(0, i - 3) : i])


def _between_numbers(parse: Parse) -> Parse:
    for i, word in enumerate(parse.words[:-4]):
        number = i + 1
        if word.lower() != "between" or parse.deps[i] != "prep" or parse.tags[number] != "CD":
            continue
        noun = next((k for k in reversed(parse.below[i]) if parse.deps[k] == "pobj" and parse.pos[k] == "NOUN"), None)
        verb = parse.heads[i]
        if noun is None or parse.pos[verb] != "VERB" or parse.heads[number] not in (noun, i):
            continue
        is_pair = parse.words[i + 2].lower() == "and" and parse.tags[i + 3] == "CD"
        if is_pair and verb < i and parse.child(verb, "dobj") is None:
            parse = parse.attached(noun, verb, "dobj").attached(number, noun, "nummod").attached(i, number, "quantmod")
            parse = replace(parse, tags=_with(parse.tags, i, "RB"), pos=_with(parse.pos, i, "ADV"))
    return parse


def clause_read_as_member(parse: Parse) -> Parse:
    """Take a participle with its noun off a list: "gauges including the speed, leading suspicion to fall on it"."""
    for i, dep in enumerate(parse.deps):
        start = parse.below[i][0] if parse.below[i] else i
        if dep != "conj" or parse.tags[start] != "VBG" or parse.deps[start] != "amod" or parse.words[start - 1] != ",":
            continue
        if parse.child(parse.heads[i], "cc") is None and parse.child(i, "cc") is None:
            parse = parse.attached(i, parse.heads[i], "dep")
    return parse


def rise_with_measure(parse: Parse) -> Parse:
    """Read "was up almost 5%" as "up" with a measure: the index is up, and is no percentage."""
    for i, dep in enumerate(parse.deps):
        is_measure = dep in ("attr", "npadvmod") and parse.words[i] in ("%", "percent", "cent", "points")
        verb = parse.heads[i]
        if not is_measure or parse.lemmas[verb].lower() != "be":
            continue
        way = next((w for w in range(verb + 1, i) if parse.words[w].lower() in ("up", "down")), None)
        if way is not None and parse.heads[way] in (verb, i):
            parse = parse.attached(way, verb, "advmod").attached(i, way, "npadvmod")
    return parse


def per_cent(parse: Parse) -> Parse:
    """Read "rose 7.4 per cent" as one measure, and not as "7.4"."""
    for i, word in enumerate(parse.words[:-1]):
        number, cent = i - 1, i + 1
        if word.lower() != "per" or i == 0 or parse.words[cent].lower() != "cent" or parse.tags[number] != "CD":
            continue
        if parse.heads[i] == number and parse.heads[cent] == i:
            parse = parse.attached(cent, parse.heads[number], parse.deps[number])
            parse = parse.attached(number, cent, "nummod").attached(i, cent, "compound")
    return parse


def noun_with_particle(parse: Parse) -> Parse:
    """Keep a noun of two words together: "a bail out of the banks", "the sell off"."""
    for i, tag in enumerate(parse.tags[:-1]):
        particle = i + 1
        if tag != "NN" or (parse.lemmas[i].lower(), parse.words[particle].lower()) not in NOUN_PARTICLES:
            continue
        is_loose = parse.child(particle, "pobj", "pcomp") is None and parse.pos[i] == "NOUN"
        if is_loose and parse.child(i, "det", "poss", "amod", "nummod") is not None:
            for child in parse.below[particle]:
                parse = parse.attached(child, i, parse.deps[child])
            parse = parse.attached(particle, i, "prt")
    return parse


def names_of_nearest(parse: Parse) -> Parse:
    """Hang names on the noun right before them: "shares of the brewers Alba and Norvik" are brewers, not shares."""
    for i, dep in enumerate(parse.deps):
        if dep != "appos" or parse.pos[i] != "PROPN" or not i:
            continue
        near = (parse.below[i][0] if parse.below[i] and parse.below[i][0] < i else i) - 1
        is_inside = parse.deps[near] == "pobj" and parse.heads[parse.heads[near]] == parse.heads[i]
        if is_inside and parse.tags[near] == "NNS" and parse.child(i, "conj") is not None:
            parse = parse.attached(i, near, "appos")
    return parse
