"""Repairs of amounts: what a sum in another currency has taken apart, and which time belongs to which figure."""

from __future__ import annotations

from kg.extract.parses import NOUNS, Parse
from kg.extract.words import MONTHS, TIME_NOUNS, WEEKDAYS
from kg.extract.words_roles import OF_CHANGE

CURRENCY = "$£€¥"
WHEN = frozenset({"during", "for", "in", "on"})
TIMES = MONTHS | WEEKDAYS | TIME_NOUNS
RECORDS = frozenset({"benchmark", "high", "low", "mark", "peak", "record"})


def price_in_brackets(parse: Parse) -> Parse:
    """Read a price before a noun as the noun's, though it is told twice: "a 5 million baht ($138,000) budget"."""
    for opening in parse.worded("("):
        money = opening - 1
        closing = next((i for i in range(opening + 1, min(opening + 6, len(parse.words))) if parse.words[i] == ")"), 0)
        noun = _noun_behind(parse, closing, money) if money >= 0 and closing else None
        if noun is None or parse.words[opening + 1][-1] not in CURRENCY or parse.child(money, "nummod") is None:
            continue
        parse = _owned(parse, money, noun, closing)
    return parse


def _noun_behind(parse: Parse, closing: int, money: int) -> int | None:
    """Return the noun right behind the brackets that is read as one more name of the money."""
    beside = (c for c in parse.below[money] if c > closing and parse.deps[c] == "appos" and parse.pos[c] in NOUNS)
    noun = next(beside, None)
    return noun if noun is not None and all(parse.heads[i] == noun for i in range(closing + 1, noun)) else None


def _owned(parse: Parse, money: int, noun: int, closing: int) -> Parse:
    """Give the noun the place of the money, its determiner and what follows; the bracket stays with the money."""
    parse = parse.attached(noun, parse.heads[money], parse.deps[money]).attached(money, noun, "nmod")
    for child in parse.below[noun]:
        if money < child < closing:
            parse = parse.attached(child, money, "appos")
    for child in parse.below[money]:
        if parse.deps[child] in ("det", "poss") or child > noun:
            parse = parse.attached(child, noun, parse.deps[child])
    return parse


def earlier_figure(parse: Parse) -> Parse:
    """Keep a figure and its time together: in "fell to 60, down from 78 in 2019" nothing fell in 2019."""
    for i in parse.worded("against", "from", "with"):
        figure = parse.child(i, "pobj")
        if figure is None or not _is_compared(parse, i, figure):
            continue
        behind, way = parse.end(figure) + 1, parse.heads[i]
        beside = (c for above in (i, way, parse.heads[way]) for c in parse.below[above])
        for time in [c for c in beside if parse.start(c) == behind and _is_when(parse, c)]:
            parse = parse.attached(time, figure, parse.deps[time])
    return parse


def _is_compared(parse: Parse, i: int, figure: int) -> bool:
    """Tell whether a figure is set beside another one: "compared with 78", "up from 78", "to 60 from 78"."""
    word, above = parse.lowers[i], parse.heads[i]
    is_number = parse.tags[figure] == "CD"
    if not is_number and parse.child(figure, "nummod") is None:
        return False
    if word == "with":
        return parse.lowers[above] == "compared"
    if word == "against":
        return is_number and parse.words[i - 1] == ","
    is_change = parse.bases[above] in OF_CHANGE or parse.lowers[above] in ("down", "up")
    return is_change or any(_is_like(parse, to, figure) for to in parse.below[above] if parse.lowers[to] == "to")


def _is_like(parse: Parse, preposition: int, figure: int) -> bool:
    """Tell whether a figure is of the same sort as another: "to 4,100 from 5,300", "to 3 euros from 5 euros"."""
    other = parse.child(preposition, "pobj")
    if other is None or other > figure:
        return False
    are_numbers = parse.tags[other] == parse.tags[figure] == "CD"
    return are_numbers or (parse.bases[other] == parse.bases[figure] and parse.child(other, "nummod") is not None)


def _is_when(parse: Parse, i: int) -> bool:
    """Tell whether a phrase says when: "in 2019", "in May", "last year"."""
    time = parse.child(i, "pobj") if parse.deps[i] == "prep" and parse.lowers[i] in WHEN else i
    if time is None or parse.deps[time] not in ("pobj", "npadvmod"):
        return False
    is_year = len(parse.words[time]) == 4 and parse.words[time].isdigit()
    return is_year or parse.bases[time] in TIMES or parse.bases[time] == "period"


def record_set(parse: Parse) -> Parse:
    """Read "above the record set in 2019" as the record that was set then: it is no set."""
    for i in parse.inner("set"):
        record = i - 1
        is_read_as_noun = parse.tags[i] == "NN" and parse.heads[record] == i and parse.lowers[i + 1] in WHEN
        if parse.lowers[record] not in RECORDS or not is_read_as_noun:
            continue
        parse = parse.attached(record, parse.heads[i], parse.deps[i]).moved(
            [c for c in parse.below[i] if c < record], record
        )
        parse = parse.attached(i, record, "acl").attached(i + 1, i, "prep")
        parse = parse.read_as(record, tag="NN", pos="NOUN").read_as(i, tag="VBN", pos="VERB")
    return parse
