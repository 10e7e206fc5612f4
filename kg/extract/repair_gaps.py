"""Repairs of what is said without its verb: "Lund won 41 percent and Berg 36 percent", "14 in Alba and nine in Bera".

Who has an amount of their own hangs with it on the verb that both share, so that they get a row of their own; bare
numbers with places behind them are left out.
"""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.parses import NOUNS, SUBJECTS, UNSAID, Parse
from kg.extract.words import MONTHS, TIME_NOUNS, WEEKDAYS
from kg.extract.words_repairs import AMOUNTS

REMNANT = "remnant"  # whose amount it is, and then the amount
PERCENT = frozenset({"percent", "%", "cent"})
CURRENCY = frozenset({"$", "US$", "€", "£", "¥"})
COUNTING = frozenset({"claim", "gain", "get", "have", "hold", "lose", "receive", "score", "secure", "take", "win"})
OTHERS = (("second",), ("other",), ("latter",))
YEAR = 4  # digits
LEADS = frozenset({"to", "by"})
TIMES = MONTHS | TIME_NOUNS | WEEKDAYS
FAR = 30  # words back to the first amount
REACH = 5  # words of whose amount it is: "and the New Green Party 9 percent"


class Second(NamedTuple):
    """Who has the second amount, by its last word; where the amount begins and ends; what leads to it, if anything."""

    sign: int
    holder: int
    number: int
    amount: int

    @property
    def lead(self) -> int | None:
        """Return the preposition of "inflation to 5 percent"."""
        return self.number - 1 if self.holder < self.number - 1 else None


def second_amounts(parse: Parse) -> Parse:
    """Give each amount to whoever has it, in "Lund won 41 percent and Berg 36 percent"."""
    for sign in parse.worded("and", ","):
        second = _behind(parse, sign)
        if second is None:
            parse = _second_of_two(parse, sign)
        elif (verb := _verb_of_amount(parse, second)) is not None:
            parse = _as_remnants(parse, verb, second)
        elif parse.deps[sign] == "cc" and (verb := _verb_of_count(parse, second)) is not None:
            parse = _as_remnants(parse, verb, second)
            parse = parse.attached(second.holder, verb, UNSAID).attached(second.amount, verb, UNSAID)
    return places_of_parts(parse)


def _behind(parse: Parse, sign: int) -> Second | None:
    """Return who has which amount right behind an "and": "and the Greens 9 percent", "and inflation to 5 percent"."""
    if parse.words[sign + 1 : sign + 2] in (("a",), ("an",)):  # "rose in May, a record 9 percent"
        return None
    for i in range(sign + 1, min(sign + 2 + REACH, len(parse.words))):
        if parse.tags[i] == "CD" or parse.words[i] in CURRENCY:
            holder = i - 2 if parse.lowers[i - 1] in LEADS else i - 1
            is_time = parse.bases[holder] in TIMES
            is_noun = holder > sign and parse.pos[holder] in NOUNS and not is_time
            return Second(sign, holder, i, _unit_of(parse, i)) if is_noun else None
        if parse.pos[i] not in (*NOUNS, "DET", "ADJ") and parse.lowers[i] not in LEADS:
            return None
    return None


def _unit_of(parse: Parse, number: int) -> int:
    """Return the last word of an amount: "percent" of "36.5 percent", "million" of "$2 million"."""
    i = number
    while i + 1 < len(parse.words) and (parse.tags[i + 1] == "CD" or parse.lowers[i + 1] in AMOUNTS):
        i += 1
    unit = i + 1
    is_unit = unit < len(parse.words) and (parse.lowers[unit] in PERCENT or parse.tags[unit] == "NNS")
    return unit if is_unit else i


def _verb_of_amount(parse: Parse, second: Second) -> int | None:
    """Return the verb before the "and" that takes an amount in the same unit."""
    kind = _kind(parse, second.amount)
    for i in range(second.sign - 1, max(-1, second.sign - FAR), -1):
        if not kind or parse.words[i] in (".", ";", "?", "!"):
            break
        if _kind(parse, i) == kind and _is_amount(parse, i):
            verb = _verb_of(parse, i, second)
            subject = None if verb is None else parse.child(verb, *SUBJECTS)
            return verb if subject is not None and verb is not None and subject < verb < i else None
    return None


def _verb_of(parse: Parse, i: int, second: Second) -> int | None:
    """Return the verb that takes the first amount as it should take the second one."""
    if second.lead is not None:
        preposition = parse.heads[i]
        is_same = parse.lowers[preposition] == parse.lowers[second.lead]
        i = preposition if is_same and parse.deps[i] == "pobj" else i
        verb = parse.heads[i]
        return verb if i == preposition and parse.pos[verb] == "VERB" else None
    taken = second.amount if parse.heads[i] == second.amount and parse.deps[i] == "nmod" else i
    verb = parse.heads[taken]
    is_taken = parse.deps[taken] in ("dobj", "npadvmod", "attr", REMNANT)
    return verb if is_taken and parse.pos[verb] in ("VERB", "AUX") else None


def _verb_of_count(parse: Parse, second: Second) -> int | None:
    """Return the verb of "had 40 seats and the left 25", "won 40 seats and Berg 25", which share their noun."""
    number, sign = second.number, second.sign
    is_last = parse.words[number + 1 : number + 2] in ((".",), (",",), (";",)) and len(parse.words[number]) < YEAR
    if not is_last or second.lead is not None or second.amount != number:
        return None
    for i in range(sign - 1, max(-1, sign - REACH), -1):
        verb = parse.heads[i]
        subject = parse.child(verb, *SUBJECTS)
        is_counted = parse.deps[i] == "dobj" and parse.tags[i] == "NNS" and parse.child(i, "nummod") is not None
        if is_counted and subject is not None:
            is_common = parse.tags[second.holder] == "NN" and parse.tags[sign + 1] == "DT"
            is_name = parse.pos[second.holder] == "PROPN"
            is_like = parse.pos[subject] == "PROPN" or parse.bases[verb] in COUNTING
            return verb if is_common or (is_name and is_like) else None
    return None


def _kind(parse: Parse, i: int) -> str:
    word = parse.lowers[i]
    if word in PERCENT:
        return "%"
    if word in AMOUNTS or parse.tags[i] == "CD":
        before = [k for k in range(max(0, i - 3), i) if parse.words[k] in CURRENCY]
        return "$" if before else ""
    return parse.bases[i] if parse.tags[i] == "NNS" else ""


def _is_amount(parse: Parse, i: int) -> bool:
    return any(parse.tags[k] == "CD" or parse.words[k] in CURRENCY for k in range(max(0, i - 3), i))


def _as_remnants(parse: Parse, verb: int, second: Second) -> Parse:
    """Hang who has an amount, and the amount, on the verb that is left out before them."""
    sign, holder, number, amount = second
    for k in range(sign + 1, holder):
        if not sign < parse.heads[k] <= holder or parse.heads[k] == k:
            parse = parse.attached(k, holder, "compound" if parse.pos[k] in NOUNS else parse.deps[k])
    for k in range(number, amount):
        if not number <= parse.heads[k] <= amount:
            parse = parse.attached(k, amount, "nummod" if parse.tags[k] == "CD" else parse.deps[k])
    first = next((k for k in parse.below[amount] if parse.deps[k] == "nmod" and k < sign), None)
    if first is not None:  # "rose 12 percent and revenue 9 percent" read as one measure
        parse = parse.attached(first, verb, parse.deps[amount])
    parse = parse.attached(sign, verb, parse.deps[sign]).attached(amount, verb, REMNANT)
    if second.lead is not None:
        parse = parse.attached(second.lead, verb, UNSAID)
    parse = parse.moved([k for k in parse.below[holder] if k >= number], amount)
    return parse.attached(holder, verb, REMNANT)


def _second_of_two(parse: Parse, sign: int) -> Parse:
    """Leave out what the other one has: "The first mine produces copper and the second gold"."""
    if parse.words[sign + 1 : sign + 2] != ("the",) or parse.words[sign + 2 : sign + 3] not in OTHERS:
        return parse
    noun = parse.heads[sign + 2]
    first = parse.heads[noun]
    verb = parse.heads[first]
    subject = parse.child(verb, *SUBJECTS)
    if parse.deps[noun] != "conj" or parse.deps[first] != "dobj" or subject is None:
        return parse
    is_first = any(parse.lowers[k] in ("first", "former", "one") for k in (subject, *parse.below[subject]))
    return parse.attached(noun, first, UNSAID) if is_first else parse


# ------------------------------------------------------------------------------------------------ numbers by place


def places_of_parts(parse: Parse) -> Parse:
    """Leave out bare numbers with a place each: "killed 14 people in Alba, nine in Bera and three in Cosa"."""
    for i in parse.tagged("CD"):
        is_led = parse.words[i + 1 : i + 2] == ("in",) and parse.tags[i + 2 : i + 3] in (("NNP",), ("DT",))
        if not is_led or parse.words[i - 1] not in (",", "and") or parse.deps[i] not in ("npadvmod", "appos", "conj"):
            continue
        head = parse.heads[i]
        if i and head < i and (parse.pos[head] in ("VERB", "PROPN", "NOUN") or parse.deps[head] == UNSAID):
            parse = parse.attached(i, head, UNSAID)
    return parse
