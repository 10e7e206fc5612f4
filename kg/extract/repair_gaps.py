"""Repairs of what is said without its verb: "Lund won 41 percent and Berg 36 percent", "14 in Alba and nine in Bera".

Who has an amount of their own hangs with it on the verb that both share, so that they get a row of their own; bare
numbers with places behind them are left out.
"""

from __future__ import annotations

from kg.extract.parses import Parse

SUBJECTS = ("nsubj", "nsubjpass")
NOUNS = ("NOUN", "PROPN")
REMNANT = "remnant"  # whose amount it is, and then the amount
UNSAID = "meta"  # a label that no rule reads: what hangs so is not told
PERCENT = frozenset({"percent", "%", "cent"})
CURRENCY = frozenset({"$", "US$", "€", "£", "¥"})
AMOUNTS = frozenset({"million", "billion", "trillion"})
COUNTING = frozenset({"claim", "gain", "get", "have", "hold", "lose", "receive", "score", "secure", "take", "win"})
OTHERS = (("second",), ("other",), ("latter",))
YEAR = 4  # digits
REACH = 5  # words of whose amount it is: "and the New Green Party 9 percent"


def second_amounts(parse: Parse) -> Parse:
    """Give each amount to whoever has it, in "Lund won 41 percent and Berg 36 percent"."""
    for sign in parse.worded("and"):
        number = _number_behind(parse, sign)
        if number is None:
            parse = _second_of_two(parse, sign)
            continue
        amount = _unit_of(parse, number)
        verb = _verb_of_amount(parse, sign, amount)
        if verb is not None:
            parse = _as_remnants(parse, verb, sign, number, amount)
        elif (verb := _verb_of_count(parse, sign, number)) is not None:
            parse = _as_remnants(parse, verb, sign, number, number)
            parse = parse.attached(number - 1, verb, UNSAID).attached(number, verb, UNSAID)
    return places_of_parts(parse)


def _number_behind(parse: Parse, sign: int) -> int | None:
    """Return the number right behind a noun phrase that an "and" begins: "and the Greens 9 percent"."""
    for i in range(sign + 1, min(sign + 2 + REACH, len(parse.words))):
        is_number = parse.tags[i] == "CD" or parse.words[i] in CURRENCY
        if is_number:
            return i if i > sign + 1 and parse.pos[i - 1] in NOUNS else None
        if parse.pos[i] not in (*NOUNS, "DET", "ADJ", "PRON"):
            return None
    return None


def _unit_of(parse: Parse, number: int) -> int:
    """Return the last word of an amount: "percent" of "36.5 percent", "million" of "$2 million"."""
    i = number
    while i + 1 < len(parse.words) and (parse.tags[i + 1] == "CD" or parse.words[i + 1].lower() in AMOUNTS):
        i += 1
    unit = i + 1
    is_unit = unit < len(parse.words) and (parse.words[unit].lower() in PERCENT or parse.tags[unit] == "NNS")
    return unit if is_unit else i


def _verb_of_amount(parse: Parse, sign: int, amount: int) -> int | None:
    """Return the verb before the "and" that takes an amount in the same unit."""
    kind = _kind(parse, amount)
    for i in range(sign - 1, max(-1, sign - 30), -1):
        if parse.words[i] in (".", ";", "?", "!"):
            break
        if not kind or _kind(parse, i) != kind or not _is_amount(parse, i):
            continue
        verb = parse.heads[i]
        is_taken = parse.deps[i] in ("dobj", "npadvmod", "attr") and parse.pos[verb] in ("VERB", "AUX")
        subject = parse.child(verb, *SUBJECTS) if is_taken else None
        return verb if subject is not None and subject < verb < i else None
    return None


def _verb_of_count(parse: Parse, sign: int, number: int) -> int | None:
    """Return the verb of "had 40 seats and the left 25", "won 40 seats and Berg 25", which share their noun."""
    is_last = parse.words[number + 1 : number + 2] in ((".",), (",",), (";",)) and len(parse.words[number]) < YEAR
    is_common = parse.tags[number - 1] == "NN" and parse.tags[sign + 1] == "DT"
    for i in range(sign - 1, max(-1, sign - REACH), -1) if is_last else ():
        verb = parse.heads[i]
        if parse.deps[i] == "dobj" and parse.tags[i] == "NNS" and parse.child(i, "nummod") is not None:
            is_scored = parse.pos[number - 1] == "PROPN" and parse.lemmas[verb].lower() in COUNTING
            return verb if parse.child(verb, *SUBJECTS) is not None and (is_common or is_scored) else None
    return None


def _kind(parse: Parse, i: int) -> str:
    word = parse.words[i].lower()
    if word in PERCENT:
        return "%"
    if word in AMOUNTS or parse.tags[i] == "CD":
        before = [k for k in range(max(0, i - 3), i) if parse.words[k] in CURRENCY]
        return "$" if before else ""
    return parse.lemmas[i].lower() if parse.tags[i] == "NNS" else ""


def _is_amount(parse: Parse, i: int) -> bool:
    return any(parse.tags[k] == "CD" or parse.words[k] in CURRENCY for k in range(max(0, i - 3), i))


def _as_remnants(parse: Parse, verb: int, sign: int, number: int, amount: int) -> Parse:
    """Hang who has an amount, and the amount, on the verb that is left out before them."""
    holder = number - 1
    for k in range(sign + 1, holder):
        if not sign < parse.heads[k] <= holder or parse.heads[k] == k:
            parse = parse.attached(k, holder, "compound" if parse.pos[k] in NOUNS else parse.deps[k])
    for k in range(number, amount):
        if not number <= parse.heads[k] <= amount:
            parse = parse.attached(k, amount, "nummod" if parse.tags[k] == "CD" else parse.deps[k])
    parse = parse.attached(sign, verb, "cc").attached(amount, verb, REMNANT)
    for k in [k for k in parse.below[holder] if k >= number]:
        parse = parse.attached(k, amount, parse.deps[k])
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
    is_first = any(parse.words[k].lower() in ("first", "former", "one") for k in (subject, *parse.below[subject]))
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
