"""Repairs of amounts of two words: "between 4% and 5%", "55% to 45%", "less than a second", "one in 3,000"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.parses import Parse
from kg.extract.words import TIME_NOUNS
from kg.extract.words_mentions import MEASURES
from kg.extract.words_roles import LENGTHS

COMPARED = frozenset({"fewer", "less", "more"})
PARTS = frozenset({"fifth", "fraction", "half", "quarter", "tenth", "third"})
HUNDREDS = frozenset({"billion", "dozen", "hundred", "million", "thousand", "trillion"})
LAPS = frozenset({"ball", "game", "hole", "lap", "match", "minute", "over", "race", "round", "second", "stage"})
SMALLER = {"hour": "minute", "minute": "second", "foot": "inch", "pound": "ounce", "year": "month"}
OF_VOTES = frozenset({"%", "cent", "percent"})


def both_ends(parse: Parse) -> Parse:
    """Read two figures as one range, and not as two things: "cut it to between 4% and 5%"."""
    for i in parse.worded("between"):
        figure = parse.heads[i]
        second = parse.child(figure, "conj")
        if parse.deps[i] != "quantmod" or parse.tags[figure] != "CD" or second is None:
            continue
        if parse.tags[second] == "CD" or parse.child(second, "nummod") is not None:
            sign = parse.child(figure, "cc")
            parse = parse.attached(second, figure, "quantmod")
            parse = parse if sign is None else parse.attached(sign, figure, "quantmod")
    return parse


def share_to_share(parse: Parse) -> Parse:
    """Read the votes of both sides as one: "rejected it by 55% to 45%"."""
    for i in parse.worded("to"):
        number = parse.heads[i]
        second = parse.heads[number] if parse.tags[number] == "CD" else number
        first = i - 1
        are_shares = first > 0 and parse.lowers[first] in OF_VOTES and parse.lowers[second] in OF_VOTES
        is_pair = parse.deps[first] == parse.deps[second] == "pobj" and parse.heads[first] == parse.heads[second]
        if are_shares and is_pair and parse.deps[i] == "quantmod" and i < second:
            parse = parse.attached(second, first, "quantmod")
    return parse


def less_than_unit(parse: Parse) -> Parse:
    """Read "less than a second" as a second, and not as less: "missed the record by less than a second"."""
    for i in parse.worded("than"):
        less, unit = i - 1, parse.child(i, "pobj")
        if unit is None or parse.heads[i] != less or parse.lowers[less] not in COMPARED or not _is_unit(parse, i, unit):
            continue
        parse = parse.moved([c for c in parse.below[less] if c != i], unit)
        parse = parse.attached(unit, parse.heads[less], parse.deps[less])
        parse = parse.attached(less, unit, "amod").attached(i, unit, "quantmod")
    return parse


def _is_unit(parse: Parse, than: int, unit: int) -> bool:
    """Tell whether a measure is compared, and no other thing: "than a second", "than half", not "than a rival"."""
    bare = parse.lowers[unit] in PARTS | HUNDREDS
    is_measure = parse.lowers[unit] in MEASURES or parse.bases[unit] in TIME_NOUNS
    is_one = parse.lowers[unit - 1] in ("a", "an") and parse.start(unit) == than + 1
    return (is_measure or bare) and is_one


def one_in_many(parse: Parse) -> Parse:
    """Read a chance as one figure: "less than one in 3,000" lies in no place."""
    for i in parse.worded("in"):
        one, many = i - 1, parse.child(i, "pobj")
        is_figure = many is not None and parse.tags[many] == "CD" and not parse.below[many]
        is_one = parse.lowers[one] == "one" and parse.heads[i] == one
        if is_figure and (is_one or _is_one_thing(parse, one)):  # "one in 3,000", "one clinic in three"
            parse = parse.attached(i, one, "quantmod")
    return parse


def _is_one_thing(parse: Parse, noun: int) -> bool:
    number = parse.child(noun, "nummod")
    return parse.tags[noun] == "NN" and number is not None and parse.lowers[number] == "one"


def and_a_half(parse: Parse) -> Parse:
    """Read "a day and a half" as one."""
    for i in parse.worded("half"):
        unit = parse.heads[i]
        if parse.deps[i] == "conj" and parse.bases[unit] in TIME_NOUNS and parse.lowers[i - 2 : i] == ("and", "a"):
            parse = parse.attached(i, unit, "quantmod").attached(i - 2, unit, "quantmod")
    return parse


def way_to(parse: Parse) -> Parse:
    """Hang both ends of a way on it: "was shot on the road from Lund to Ystad"."""
    for i in parse.worded("to"):
        start = i - 1
        lead = parse.heads[start]
        way = parse.heads[lead]
        is_start = parse.deps[start] == "pobj" and parse.lowers[lead] == "from" and parse.tags[start] == "NNP"
        if is_start and parse.pos[way] == "NOUN" and parse.heads[i] != way and parse.deps[i] == "prep":
            parse = parse.attached(i, way, "prep")
    return parse


def left_to_go(parse: Parse) -> Parse:
    """Hang "to go" on what is left: "broke away with 3 km to go"."""
    for i in parse.worded("go", "play", "spare"):
        unit = i - 2
        is_stretch = unit > 0 and (parse.bases[unit] in LAPS | TIME_NOUNS or parse.lowers[unit] in MEASURES | LENGTHS)
        is_left = is_stretch and parse.lowers[i - 1] == "to" and parse.deps[unit] == "pobj"
        if is_left and parse.lowers[parse.heads[unit]] == "with" and parse.child(unit, "nummod") is not None:
            parse = parse.attached(i, unit, "relcl")
    return parse


def smaller_unit(parse: Parse) -> Parse:
    """Read "in seven minutes 54.2 seconds" as one."""
    for i in parse.labelled("appos"):
        unit = parse.heads[i]
        are_units = SMALLER.get(parse.bases[unit]) == parse.bases[i]
        if are_units and parse.child(i, "nummod") == unit + 1 and parse.child(unit, "nummod") is not None:
            parse = parse.attached(i, unit, "quantmod")
    return parse


RANGE_REPAIRS: Sequence[Callable[[Parse], Parse]] = (
    both_ends,
    share_to_share,
    less_than_unit,
    one_in_many,
    and_a_half,
    way_to,
    left_to_go,
    smaller_unit,
)
