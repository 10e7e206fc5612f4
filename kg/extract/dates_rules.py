"""The rules of the date grammar: one for each way to write a time, tried in order, each a pattern and a reading."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kg.extract import dates_grammar as grammar
from kg.extract import words_times as words


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to write a time."""

    name: str
    pattern: re.Pattern[str]
    read: grammar.Reading


def _names(table: dict[str, int], shortest: int = 0) -> str:
    long = sorted((name for name in table if len(name) >= shortest), key=len, reverse=True)
    return "|".join(f"{name.capitalize()}|{name.upper()}" for name in long)


MONTH = rf"(?P<month>{_names(words.MONTHS)})(?:\.(?= ?[\d,]))?"  # "Sept. 5", but "the 3rd of June."
DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
WEEKDAY = rf"(?P<weekday>{_names(words.WEEKDAYS)})"
COMMA = r" ?,? "
NUMBER_WORDS = "|".join(sorted((*words.NUMBERS, *words.VAGUE_NUMBERS), key=len, reverse=True))
TENS = "|".join(words.TENS)
# Editors put "[Ten] years ago" in brackets.
NUMBER = rf"\[?(?P<number>\d{{1,4}}(?:\.\d)?|(?:(?:{TENS})-)?(?:{NUMBER_WORDS}))\]?"
UNIT = r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|century|centurie)"
SEASON = r"(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
WHICH = r"(?P<which>this|last|next|past|coming|previous|current|following|same|that|the)"
NAMED = r"(?P<which>this|last|next|past|coming|previous|following)"
FULL_WEEKDAY = rf"(?P<weekday>{_names(words.WEEKDAYS, shortest=6)})"
FULL_MONTH = rf"(?P<month>{'|'.join(name.capitalize() for name in words.FULL_MONTHS)})"
LAST_DAY = r"(?P<last>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
YEAR_OR_THIS = r"(?P<year>1[6-9]\d\d|20\d\d|(?i:(?:this|last|next|the) year))"
FISCAL = r"(?:(?i:fiscal(?: year)?) |(?:FY|fy) ?)"
OF_YEAR = rf"(?: ?,? ?(?:of )?(?P<fiscal>{FISCAL})?{YEAR_OR_THIS})?"
NTH = r"(?P<nth>first|second|third|fourth|final|1st|2nd|3rd|4th)"
HOLIDAY = f"(?P<holiday>{'|'.join(sorted(words.HOLIDAYS, key=len, reverse=True))})".replace("'", "['’]")
NAMED_DAY = (
    r"the day (?:before yesterday|after tomorrow)|(?:(?:earlier|later|late) )?today|tonight|yesterday"
    r"|tomorrow|last night|this (?:morning|afternoon|evening)"
)
ENDED = r"(?:(?:that |which )?end(?:s|ed|ing)(?: in| on)?|to(?: the end of)?|through)"
WHERE = r"ago|earlier|later|from now|afterwards|back"
FROM_HERE = "past|last|previous|next|coming|following"
CLOCK = (
    r"(?:\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?|[0-2]?\d:[0-5]\d(?::\d\d)?|[0-2]\d[0-5]\d(?= (?:UTC|GMT))|noon|midnight)"
)
PART_OF_DAY = r"(?: (?i:morning|afternoon|evening|night))?"


NTH_WEEKDAY = (
    rf"(?i:(?:the )?(?P<nth>first|second|third|fourth|last) ){FULL_WEEKDAY} (?:of|in) "
    rf"(?P<which>\b){FULL_MONTH}(?:,? {YEAR_OR_THIS})?"
)
UNIT_BEFORE = rf"(?i:the (?P<number>\b){UNIT} (?P<where>before|earlier|after|later))(?= ?[,.;:)\n]|$)"
YEAR_TO = (
    rf"(?i:(?:the )?(?:{NUMBER} )?(?:fiscal )?{UNIT}s? {ENDED} )(?:(?P<before>\d{{1,2}}) )?{MONTH}(?: {DAY})?"
    rf"(?:{COMMA}{YEAR})?"
)


def _nameless(pattern: str) -> str:
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def _rule(name: str, pattern: str, reading: grammar.Reading) -> Rule:
    """Compile a rule; a blank in its pattern stands for any blanks within a paragraph, " ?" for one or none."""
    pattern = pattern.replace(" ?", BLANK + "?").replace(" ", BLANK + "+")
    return Rule(name, re.compile(rf"{NOT_INSIDE}(?:{pattern})(?!\w)"), reading)


BLANK = r"[^\S\n]"
NOT_INSIDE = r"(?<![\w$£€#/])(?<!\d,(?=\d\d\d\b))"  # nor in "12,600 years ago"
RULES: tuple[Rule, ...] = (
    _rule("iso", rf"{YEAR}-(?P<m>0[1-9]|1[0-2])-(?P<day>[0-3]\d)(?:T[\d:.]+Z?)?", grammar.iso_date),
    _rule("numeric", r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<year>\d{4}|\d\d)", grammar.numeric_date),
    _rule("dotted", r"(?P<b>\d{1,2})\.(?P<a>\d{1,2})\.(?P<year>\d{4})", grammar.numeric_date),
    _rule("days", rf"{MONTH} {DAY} ?(?:-|–|to|and|through) ?{LAST_DAY}(?:{COMMA}{YEAR})?", grammar.days_of_month),
    _rule("full", rf"(?:{WEEKDAY}{COMMA})?{MONTH} {DAY}{COMMA}{YEAR}", grammar.full_date),
    _rule("british", rf"(?:{WEEKDAY}{COMMA})?{DAY} (?:of )?{MONTH}{COMMA}{YEAR}", grammar.full_date),
    _rule("month-day", rf"(?:{WEEKDAY}{COMMA})?{MONTH} {DAY}(?![:,]\d| ?%)", grammar.day_and_month),
    _rule("day-month", rf"(?:{WEEKDAY}{COMMA})?(?:(?i:the) )?{DAY} (?:of )?{MONTH}", grammar.day_and_month),
    _rule("month-year", rf"{MONTH}(?: ?,)? (?:of )?{YEAR_OR_THIS}", grammar.month_and_year),
    _rule("year-to", YEAR_TO, grammar.year_to),
    _rule("fiscal", rf"{FISCAL}(?P<year>20\d\d|\d\d)", grammar.fiscal_year),
    _rule("nth-weekday", NTH_WEEKDAY, grammar.nth_weekday),
    _rule("year-range", rf"{YEAR} ?[-–] ?(?P<last>\d{{4}}|\d\d)", grammar.year_range),
    _rule("decade", r"(?:(?i:the) )?(?:['’](?P<short>\d0)|(?P<decade>1[6-9]\d0|20\d0))['’]?s", grammar.decade),
    _rule("century", r"(?:(?i:the) )?(?P<nth>1\d|2[01])(?:th|st)(?:-| )century", grammar.century),
    _rule("quarter", rf"(?i:(?:the )?(?:{NTH}(?:-| )(?:fiscal )?quarter|Q(?P<digit>[1-4]))){OF_YEAR}", grammar.quarter),
    _rule("half", rf"(?i:(?:the )?(?P<nth>first|second) half of |H(?P<digit>[12]) ?){YEAR_OR_THIS}", grammar.half),
    _rule("season", rf"(?:(?i:{WHICH}) )?{SEASON}(?: (?:of )?{YEAR})?", grammar.season),
    _rule("holiday", rf"(?i:{HOLIDAY})(?:{COMMA}{YEAR})?", grammar.holiday),
    _rule("year-end", r"(?i:year(?:-| )end|year['’]s end|(?:the )?end of the year)", grammar.year_end),
    _rule("named-day", rf"(?i:{NAMED_DAY}){PART_OF_DAY}", grammar.named_day),
    _rule("ago", rf"(?i:{NUMBER}(?: of)?(?:-| ){UNIT}s?(?P<half> and a half)? (?P<where>{WHERE}))", grammar.ago),
    _rule("unit-before", UNIT_BEFORE, grammar.ago),
    _rule("span", rf"(?i:(?:(?:the|these) )?(?P<which>{FROM_HERE}) {NUMBER} (?:of )?{UNIT}s)", grammar.span_of_units),
    _rule("the-past", rf"(?i:the (?P<which>past|coming) (?P<number>\b){UNIT})", grammar.span_of_units),
    _rule("which-unit", rf"(?i:(?:(?:earlier|later|late|early) )?(?P<the>the )?{WHICH} {UNIT})", grammar.which_unit),
    _rule("unit-part", r"(?i:(?P<unit>week|month|quarter|year|decade|century))", grammar.unit_part),
    _rule("in-units", rf"(?i:{NUMBER}(?: of)? {UNIT}s?(?:['’]s? time)?)", grammar.in_units),
    _rule("week-day", rf"{FULL_WEEKDAY}{PART_OF_DAY} (?:of )?(?P<which>this|last|next) week", grammar.weekday_of_week),
    _rule("weekday", rf"(?:(?i:{NAMED}) )?{FULL_WEEKDAY}{PART_OF_DAY}", grammar.weekday),
    _rule("month", rf"(?:(?i:{NAMED}) )?{FULL_MONTH}", grammar.month_alone),
    _rule("clock", rf"(?i:{CLOCK}(?: \(?(?:UTC|GMT|local time|E[SD]?T|BST|CES?T)\b)?)", grammar.clock),
    _rule("short-year", r"['’](?P<short>\d\d)", grammar.short_year),
    _rule("year", YEAR, grammar.year),
    _rule("duration", rf"(?i:{NUMBER}(?: and a half| of)?(?:-| ){UNIT}s?(?:(?:-| )long)?)", grammar.duration),
)
ANY = re.compile("|".join(_nameless(rule.pattern.pattern).removeprefix(NOT_INSIDE) for rule in RULES))
BEGINNING = re.compile(NOT_INSIDE + r"(?:\w+|['’\[])")  # where one can begin


def may_begin(word: str) -> bool:
    """Tell whether a time can begin so: one look-up spares most words of a text three dozen patterns.

    >>> may_begin("The"), may_begin("Q3"), may_begin("ship")
    (True, True, False)
    """
    lower = word.lower()
    return lower in words.FIRST or not word[0].isalpha() or lower[1:].isdigit() or lower.startswith("fy")
