"""Repairs of how long something took and by when: spans, deadlines and durations beside what they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.parses import NOUNS, UNSAID, VERBAL, Parse
from kg.extract.repair_amounts import record_set
from kg.extract.repair_times import (
    COMPARED,
    HAPPENINGS,
    day_of_month,
    measure_before_clause,
    part_of_month,
    time_behind_amount,
    time_behind_participle,
    time_of_day,
    time_of_subject,
    year_before_of,
    year_behind_since,
)
from kg.extract.words import MONTHS, TIME_NOUNS, WEEKDAYS
from kg.extract.words_repairs import GIVEN_TO, LEADING_TO, MEASURED, OF_DURATION, UNITS_OF_TIME
from kg.extract.words_suited import AGREEMENTS

ENDS_OF_SPANS = frozenset({"beginning", "close", "end", "middle", "start"})
SHORT = frozenset({"minute", "second"})  # "scored after ten minutes in Oslo" is about where
COUNTED_AGAINST = frozenset({"vote", "goal", "set", "game", "try", "seat", "frame"})  # "six sets to four"
REST = frozenset({"other", "others", "remainder", "remaining", "rest", "second"})
BY_WHEN = frozenset({"after", "before", "by", "during", "from", "in", "on"})
FINITE_AHEAD = frozenset({"will", "would", "must", "shall", "should", "'ll", "’ll"})


def measure_in_units(parse: Parse) -> Parse:
    """Read a measure in several units as one: "won in one hour, three minutes and 21 seconds"."""
    for first in (i - 1 for i in parse.worded(",", "and") if i > 1 and _is_measure(parse, i - 1)):
        if parse.deps[first] == "nmod":
            continue
        last, at = first, _next_unit(parse, first)
        while at:
            for token in range(last + 1, at - 1):
                parse = parse.attached(token, at, "punct" if parse.words[token] == "," else "cc")
            parse = parse.moved([c for c in parse.below[at] if c > at], first)
            parse = parse.attached(at - 1, at, "nummod").attached(at, first, "nmod")
            last, at = at, _next_unit(parse, at)
    return parse


def _is_measure(parse: Parse, i: int) -> bool:
    return parse.bases[i] in UNITS_OF_TIME and parse.tags[i - 1] == "CD" and parse.heads[i - 1] == i


def _next_unit(parse: Parse, unit: int) -> int:
    """Return the place of the smaller unit that goes on with a measure, or 0."""
    behind = unit + 1
    while behind < len(parse.words) and parse.lowers[behind] in (",", "and"):
        behind += 1
    at = behind + 1
    if not unit + 1 < behind or at >= len(parse.words) or parse.bases[at] not in UNITS_OF_TIME:
        return 0
    is_smaller = UNITS_OF_TIME.index(parse.bases[at]) < UNITS_OF_TIME.index(parse.bases[unit])
    return at if is_smaller and parse.tags[behind] == "CD" else 0


def place_of_duration(parse: Parse) -> Parse:
    """Hang a place on the duration before it: who returned "after a decade in Brazil" did not return there."""
    for i in parse.inner(*OF_DURATION):
        span, led = i - 1, parse.child(i, "pobj")
        after = parse.heads[span]
        is_behind = parse.deps[i] == "prep" and parse.deps[span] == "pobj" and parse.lowers[after] == "after"
        if not is_behind or led is None or parse.bases[span] not in TIME_NOUNS - SHORT:
            continue
        if parse.heads[i] == parse.heads[after] and parse.below[span] and not _is_moment(parse, led):
            parse = parse.attached(i, span, "prep")
    return parse


def means_behind_duration(parse: Parse) -> Parse:
    """Hang on the verb what stands behind how long it took: "watched it for two nights with a telescope"."""
    for i in parse.inner("with"):
        span = parse.heads[i]
        lead = parse.heads[span]
        is_behind = parse.deps[i] == "prep" and parse.deps[span] == "pobj" and parse.lowers[lead] == "for"
        if is_behind and parse.bases[span] in TIME_NOUNS and parse.pos[parse.heads[lead]] in VERBAL:
            parse = parse.attached(i, parse.heads[lead], "prep")
    return parse


def span_of_verb(parse: Parse) -> Parse:
    """Hang a span on the verb, not on whom or what it was done with: "sold it to a gang between 2019 and 2022"."""
    for i in parse.inner("between"):
        noun, led = parse.heads[i], parse.child(i, "pobj")
        if parse.deps[i] != "prep" or led is None or not _is_moment(parse, led):
            continue
        preposition = parse.heads[noun]
        is_with = parse.lowers[preposition] in ("to", "with") and noun == i - 1
        if parse.deps[noun] != "pobj" or not (is_with or _is_crossed(parse, preposition, noun, i)):
            continue
        if parse.bases[noun] in HAPPENINGS | TIME_NOUNS | MEASURED:
            continue
        verb = parse.heads[preposition]
        verb = parse.heads[verb] if parse.deps[verb] == "dobj" else verb
        if parse.pos[verb] in VERBAL and parse.bases[verb] != "compare":
            parse = parse.attached(i, verb, "prep")
    return parse


def _is_crossed(parse: Parse, preposition: int, noun: int, i: int) -> bool:
    """Tell whether what the verb takes stands between: "(sold) codes for phones to a gang between 2019 and 2022"."""
    above = parse.heads[preposition]
    above = parse.heads[above] if parse.deps[above] == "dobj" else above
    return any(noun < k < i and parse.deps[k] == "prep" for k in parse.below[above])


def deadline_of_verb(parse: Parse) -> Parse:
    """Hang a deadline on what is to be done by then: "aims to insure farmers aged 18 to 60 by the end of June"."""
    for i in parse.inner("by"):
        led, holder = parse.child(i, "pobj"), parse.heads[i]
        is_aged = parse.lowers[holder] == "aged"
        if led is None or not (is_aged or parse.pos[holder] in (*NOUNS, "NUM")) or not _is_deadline(parse, led):
            continue
        verb = _verb_to_do(parse, holder)
        if verb is not None:
            parse = parse.attached(i, verb, "prep")
    return parse


def _verb_to_do(parse: Parse, i: int) -> int | None:
    """Return the verb above that lies ahead, unless something on the way there may have the deadline."""
    while parse.pos[i] not in VERBAL or parse.lowers[i] == "aged":
        is_own = parse.bases[i] in HAPPENINGS or parse.lowers[i] in COMPARED - {"to"}
        if is_own or parse.heads[i] == i or parse.deps[i] in ("nsubj", "nsubjpass"):
            return None
        i = parse.heads[i]
    leads = [c for c in parse.below[i] if parse.deps[c] == "aux"]
    is_ahead = any(parse.tags[c] == "TO" or parse.lowers[c] in FINITE_AHEAD for c in leads)
    return i if is_ahead else None


def _is_deadline(parse: Parse, led: int) -> bool:
    if parse.bases[led] not in ENDS_OF_SPANS:
        return _is_moment(parse, led)
    of = parse.child(led, "prep")
    span = None if of is None else parse.child(of, "pobj")
    return span is not None and (_is_moment(parse, span) or parse.bases[span] in TIME_NOUNS)


def _is_moment(parse: Parse, led: int) -> bool:
    word = parse.lowers[led]
    is_year = parse.tags[led] == "CD" and len(word) == 4 and word.isdigit()
    return is_year or word in MONTHS or word in WEEKDAYS


def recipient_behind_goods(parse: Parse) -> Parse:
    """Hang who gets it on the verb: "sold codes for containers to the gang" is about no containers to it."""
    for i in parse.inner("to"):
        noun, led = parse.heads[i], parse.child(i, "pobj")
        between = parse.heads[noun]
        if parse.deps[i] != "prep" or parse.deps[noun] != "pobj" or led is None:
            continue
        if noun != i - 1 and (parse.tags[led] != "NNP" or "from" in parse.lowers[noun:i]):
            continue  # "codes for containers in Alba to Acme"
        goods = parse.heads[between]
        if parse.lowers[between] not in ("for", "of") or parse.bases[noun] in HAPPENINGS:
            continue
        is_far = noun != i - 1 and parse.bases[goods] in AGREEMENTS  # "a contract for ferries in Alba to Acme"
        if parse.bases[noun] in LEADING_TO and not is_far:
            continue
        verb = goods if parse.pos[goods] in VERBAL else parse.heads[goods]
        if _gives(parse, verb) and parse.bases[led] not in TIME_NOUNS and parse.tags[led] != "CD":
            parse = parse.attached(i, verb, "prep")
    return parse


def _gives(parse: Parse, verb: int) -> bool:
    """Tell whether the verb gives somebody something, and nobody is told yet who gets it."""
    object_ = parse.child(verb, "dobj")
    is_open = object_ is not None and parse.child(verb, "dative") is None
    is_told = any(parse.lowers[c] == "to" and parse.deps[c] == "prep" for c in parse.below[verb])
    return is_open and not is_told and parse.bases[verb] in GIVEN_TO


def span_of_the_most(parse: Parse) -> Parse:
    """Hang a span on what is the most or first in it: "fights its worst drought in ten years"."""
    for i in parse.inner("in"):
        noun, led = i - 1, parse.child(i, "pobj")
        is_behind = parse.deps[i] == "prep" and led is not None and parse.heads[noun] == parse.heads[i]
        is_behind &= parse.deps[noun] in ("dobj", "attr", "nsubjpass")
        if not is_behind or led is None or parse.bases[led] not in TIME_NOUNS or not parse.below[led]:
            continue
        if any(parse.tags[c] == "JJS" or parse.lowers[c] == "first" for c in (noun, *parse.below[noun])):
            parse = parse.attached(i, noun, "prep")
    return parse


def count_against(parse: Parse) -> Parse:
    """Hang the second number of a result on the first: "rejected it by 61 votes to 52"."""
    for i in parse.inner("to"):
        noun, led = i - 1, parse.child(i, "pobj")
        is_result = led is not None and parse.tags[led] == "CD" and not parse.below[led]
        if is_result and parse.bases[noun] in COUNTED_AGAINST and parse.child(noun, "nummod") is not None:
            parse = parse.attached(i, noun, "nmod")
    return parse


def duration_of_state(parse: Parse) -> Parse:
    """Hang a duration on the verb of a state, not on what somebody was: "were the better side for an hour"."""
    for i in parse.inner("for"):
        noun, led = parse.heads[i], parse.child(i, "pobj")
        is_state = parse.deps[noun] == "attr" and parse.bases[parse.heads[noun]] == "be"
        if is_state and led is not None and parse.bases[led] in TIME_NOUNS:
            is_measured = any(parse.deps[c] == "nummod" or parse.lowers[c] in ("a", "an") for c in parse.below[led])
            parse = parse.attached(i, parse.heads[noun], "prep") if is_measured else parse
    return parse


def rest_at_another_time(parse: Parse) -> Parse:
    """Give what is done later its own time: "will get six guns by May and the rest by the end of 2029"."""
    for sign in parse.worded("and"):
        lead = next((i for i in range(sign + 2, min(sign + 5, len(parse.words))) if parse.lowers[i] in BY_WHEN), 0)
        if not lead or REST.isdisjoint(parse.lowers[sign + 1 : lead]) or not _leads_to_date(parse, lead):
            continue
        rest = lead - 1
        verb = parse.heads[rest]
        while parse.pos[verb] not in VERBAL and parse.heads[verb] != verb:
            verb = parse.heads[verb]
        first = [c for c in parse.below[verb] if verb < c < sign and _leads_to_date(parse, c)]
        if not verb < sign or not first:
            continue
        for i in first:
            parse = parse.attached(i, verb, "prep")  # "delivered by the end of May": no agent
        parse = parse.moved([i for i in range(sign + 1, rest) if not sign < parse.heads[i] <= rest], rest)
        parse = parse.attached(rest, verb, UNSAID).attached(lead, rest, "prep").attached(sign, verb, "cc")
    return parse


def _leads_to_date(parse: Parse, i: int) -> bool:
    led = parse.child(i, "pobj") if parse.deps[i] in ("prep", "agent") and parse.lowers[i] in BY_WHEN else None
    if led is None or parse.bases[led] not in TIME_NOUNS:
        return led is not None and _is_deadline(parse, led)
    return any(_is_moment(parse, k) for of in parse.below[led] for k in (of, *parse.below[of]))


TIME_REPAIRS: Sequence[Callable[[Parse], Parse]] = (
    record_set,
    part_of_month,
    day_of_month,
    time_of_day,
    time_behind_amount,
    time_behind_participle,
    measure_before_clause,
    time_of_subject,
    year_before_of,
    year_behind_since,
    measure_in_units,
    place_of_duration,
    means_behind_duration,
    recipient_behind_goods,
    span_of_verb,
    deadline_of_verb,
    span_of_the_most,
    rest_at_another_time,
    duration_of_state,
    count_against,
)
