"""Repairs of what a time hangs on: who said on Monday that it would close said so on Monday."""

from __future__ import annotations

from kg.extract.parses import VERBAL, Parse
from kg.extract.words import MONTHS, SAYING, TIME_NOUNS, WEEKDAYS
from kg.extract.words_nominal import EVENT_NOUNS, OBJECT_AFTER_OF, OBJECT_AFTER_OTHERS, SUBJECT_AFTER_OF
from kg.extract.words_roles import EVENTS, MISHAPS

SUBJECTS = ("nsubj", "nsubjpass", "expl")
TIMES = MONTHS | WEEKDAYS | TIME_NOUNS
COMPARED = frozenset({"from", "than", "to"})
WHICH = frozenset({"last", "next", "this"})
HAPPENINGS = EVENTS | EVENT_NOUNS | OBJECT_AFTER_OTHERS.keys() | OBJECT_AFTER_OF.keys() | SUBJECT_AFTER_OF.keys()


def circumstance_of_saying(parse: Parse) -> Parse:
    """Hang what stands right behind a verb of saying on it: "said on Monday it had closed"."""
    for said in parse.labelled("ccomp"):
        verb = parse.heads[said]
        if verb > said or parse.bases[verb] not in SAYING:
            continue
        subject = parse.child(said, *SUBJECTS)
        for child in [c for c in parse.below[said] if subject is not None and verb < c < subject]:
            if _is_circumstance(parse, child) and _follows(parse, child, said):
                parse = parse.attached(child, verb, parse.deps[child])
    return parse


def _is_circumstance(parse: Parse, child: int) -> bool:
    is_time = parse.bases[child] in TIMES or parse.lowers[child] in TIMES
    return parse.deps[child] == "prep" or (parse.deps[child] == "npadvmod" and is_time)


def _follows(parse: Parse, child: int, said: int) -> bool:
    """Tell whether nothing of what is said stands before it, and no comma behind it."""
    start, end = _ends(parse, child)
    before = start - 1
    is_inside = parse.words[before] in (",", ":", '"', "“", "``") or parse.is_below(before, said)
    return not is_inside and end + 1 < len(parse.words) and parse.words[end + 1] != ","


def part_of_month(parse: Parse) -> Parse:
    """Read "mid-June" as one."""
    for i in parse.worded("early", "late", "mid"):
        month = i + 2
        is_part = parse.words[i + 1 : month] == ("-",) and month < len(parse.words)
        if is_part and parse.lowers[month] in MONTHS and parse.heads[i] == parse.heads[month]:
            parse = parse.attached(i, month, "compound").attached(i + 1, month, "punct")
    return parse


def day_of_month(parse: Parse) -> Parse:
    """Read "on Oct 9" as one: the day is neither how much somebody did nor a time of its own."""
    for i in parse.worded(*MONTHS):
        day = i + 1
        is_number = day < len(parse.words) and parse.tags[day] == "CD" and parse.words[day].isdigit()
        if is_number and parse.deps[i] == "pobj" and parse.deps[day] in ("npadvmod", "dobj") and not parse.below[day]:
            parse = parse.attached(day, i, "nummod")
    return parse


def time_of_day(parse: Parse) -> Parse:
    """Read "at 6.30 a.m." as one, where the parser takes the half of the day for an adverb."""
    for i in [i for i in parse.worded("a.m.", "am", "p.m.", "pm") if i]:
        hour, lead = i - 1, parse.heads[i - 1]
        is_apart = parse.deps[i] == "advmod" and parse.tags[hour] == "CD" and parse.deps[hour] == "pobj"
        if is_apart and not parse.below[i]:
            parse = parse.attached(i, lead, "pobj").attached(hour, i, "nummod").read_as(i, tag="NN", pos="NOUN")
    return parse


def time_behind_amount(parse: Parse) -> Parse:
    """Hang a time on the verb, not on the amount before it: "had sales of $2bn last year"."""
    for i in parse.labelled("npadvmod"):
        amount = parse.heads[i]
        if amount > i or parse.tags[amount] != "CD" or parse.bases[i] not in TIMES:
            continue
        if not any(parse.lowers[c] in WHICH for c in parse.below[i]):  # "$2bn a year" is a rate
            continue
        verb = _verb_above(parse, amount)
        if verb is not None:
            parse = parse.attached(i, verb, "npadvmod")
    return parse


def time_of_subject(parse: Parse) -> Parse:
    """Hang a weekday on the verb, not on who does it: "The junta on Sunday ordered him to go"."""
    for noun in parse.labelled("nsubj", "nsubjpass"):
        verb = parse.heads[noun]
        if parse.bases[noun] in HAPPENINGS or noun > verb:
            continue
        for child in [c for c in parse.below[noun] if c > noun and parse.lowers[c] == "on"]:
            day = parse.child(child, "pobj")
            ends = day is not None and parse.lowers[day] in WEEKDAYS and not parse.below[day]
            if ends and day is not None and _is_group(parse, day + 1, verb):
                parse = parse.attached(child, verb, "prep")
    return parse


def time_behind_participle(parse: Parse) -> Parse:
    """Hang a time behind a comma on the main verb: "shelled the town, killing three people, on Sunday"."""
    for participle in parse.labelled("advcl"):
        verb = parse.heads[participle]
        if parse.tags[participle] != "VBG" or verb > participle:
            continue
        for child in [c for c in parse.below[participle] if parse.deps[c] == "prep" and parse.words[c - 1] == ","]:
            time = parse.child(child, "pobj")
            if child > participle and time is not None and parse.lowers[time] in MONTHS | WEEKDAYS:
                parse = parse.attached(child, verb, "prep")
    return parse


def _is_group(parse: Parse, start: int, verb: int) -> bool:
    """Tell whether nothing but words of its own stands before a verb: "on Monday had ordered"."""
    return start <= verb and all(parse.heads[i] == verb and parse.deps[i] != "nsubj" for i in range(start, verb))


def year_before_of(parse: Parse) -> Parse:
    """Hang "of" on the verb, not on the year before it: "was convicted in 2002 of two murders"."""
    for i in parse.worded("of"):
        year = parse.heads[i]
        is_year = parse.tags[year] == "CD" and len(parse.words[year]) == 4 and parse.words[year].isdigit()
        if is_year and parse.deps[i] == "prep" and parse.deps[year] == "pobj":
            verb = _verb_above(parse, year)
            parse = parse if verb is None else parse.attached(i, verb, "prep")
    return parse


def year_behind_since(parse: Parse) -> Parse:
    """Hang a year on whom something is the first since: "the first winner since Lund in 1985"."""
    for i in parse.worded("in"):
        name, year = i - 1, parse.child(i, "pobj")
        is_since = name > 0 and parse.deps[name] == "pobj" and parse.lowers[parse.heads[name]] == "since"
        is_year = year == i + 1 and len(parse.words[year]) == 4 and parse.words[year].isdigit()
        if is_since and is_year and parse.tags[name] == "NNP":
            parse = parse.attached(i, name, "prep")
    return parse


def measure_before_clause(parse: Parse) -> Parse:
    """Hang "a year" on the clause that it measures: "was listed a year before the audit was held"."""
    for i in parse.labelled("mark"):
        verb, unit = parse.heads[i], i - 1
        if i < 1 or parse.lowers[i] not in ("after", "before") or parse.heads[unit] != parse.heads[verb]:
            continue
        is_measure = any(parse.deps[c] == "nummod" or parse.lowers[c] in ("a", "an") for c in parse.below[unit])
        is_time = parse.deps[unit] == "npadvmod" and parse.bases[unit] in TIME_NOUNS
        if is_time and is_measure and parse.deps[verb] == "advcl":
            parse = parse.attached(unit, verb, "npadvmod")
    return parse


def is_dated_apart(parse: Parse, verb: int, noun: int) -> bool:
    """Tell whether a noun happened at another time than the verb: "fined him on Friday for a crash two years ago"."""
    if parse.bases[noun] not in HAPPENINGS | MISHAPS:
        return False
    days = (parse.child(c, "pobj") for c in parse.below[verb] if parse.lowers[c] == "on")
    return any(day is not None and parse.lowers[day] in WEEKDAYS for day in days)


def _verb_above(parse: Parse, i: int) -> int | None:
    """Return the verb that an amount belongs to, unless another is compared with it: "up from 3 million last year"."""
    while parse.heads[i] != i and parse.pos[i] not in VERBAL:
        if parse.lowers[i] in COMPARED:
            return None
        i = parse.heads[i]
    return i if parse.pos[i] in VERBAL else None


def _ends(parse: Parse, i: int) -> tuple[int, int]:
    """Return the first and the last token that depend on one, itself included."""
    first = last = i
    waiting = [i]
    while waiting:
        waiting += parse.below[(token := waiting.pop())]
        first, last = min(first, token), max(last, token)
    return first, last
