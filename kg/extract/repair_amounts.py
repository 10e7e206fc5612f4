"""Repairs of amounts: what a sum in another currency, in brackets, has taken apart."""

from __future__ import annotations

from kg.extract.parses import NOUNS, Parse

CURRENCY = "$£€¥"


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
    """Keep a figure and its time together: in "died last year, up from 78 in 2019" nobody died in 2019."""
    for i in parse.worded("from"):
        way, figure = parse.heads[i], parse.child(i, "pobj")
        if parse.lowers[way] not in ("up", "down") or way != i - 1 or figure is None:
            continue
        for time in parse.below[i]:
            if time > figure and parse.deps[time] == "prep":
                parse = parse.attached(time, figure, "prep")
    return parse
