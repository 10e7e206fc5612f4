"""Repairs of two objects that the parser reads as one: who is given what, and who is called, elected or rated what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kg.extract.parses import NOUNS, Parse
from kg.extract.words_mentions import COMPANY_SUFFIXES, GROUP_NOUNS, ORGANIZATION_WORDS, PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_names import BEFORE_ROLE
from kg.extract.words_repairs import (
    AMOUNTS,
    DEPUTIES,
    ELECTING,
    GERUND_NOUNS,
    GIVING,
    NAMING,
    OFFERING,
    PAYING,
    VALUING,
)

MODIFIERS = ("compound", "nmod")
BODIES_GIVEN = GROUP_NOUNS - {"office", "service", "state", "world"}
OFFICES = PERSON_NOUNS | ROLES | TITLES | {"champion", "speaker"}
BODIES = ORGANIZATION_WORDS | COMPANY_SUFFIXES
GRADE = re.compile(r"(?:A{1,3}|B{1,3}|C{1,3}|D|Aa|Baa?|Caa?)[123]?[+-]?\Z")  # "AA", "Baa1", "BBB-"


def two_objects(parse: Parse) -> Parse:
    """Tell a receiver from a gift ("handed Ann Lund a bill") and a name from an office ("elected Ann Lund chair")."""
    for i in parse.labelled("appos"):
        parse = _office_behind(parse, i)
    for i in parse.labelled("dobj", "oprd", "ccomp"):
        verb, dep = parse.heads[i], parse.deps[i]
        if i <= verb or parse.pos[i] not in NOUNS:
            continue
        lemma = parse.bases[verb]
        if lemma in NAMING:
            parse = _named(parse, verb, i)
        elif lemma in GIVING and dep == "dobj":
            parse = _given(parse, verb, i)
    return parse


def _office_behind(parse: Parse, i: int) -> Parse:
    """Read a bare office behind a comma as what somebody is elected to: "elected Berg, a farmer from Sarn, speaker"."""
    verb = parse.heads[i]
    while parse.pos[verb] not in ("VERB", "AUX") and parse.heads[verb] < verb:
        verb = parse.heads[verb]
    is_bare = parse.tags[i] == "NN" and parse.bases[i] in OFFICES and not parse.below[i]
    is_apart = is_bare and parse.words[i - 1] == "," and parse.bases[verb] in NAMING
    return parse.attached(i, verb, "oprd") if is_apart and parse.child(verb, "dobj") is not None else parse


def _first_of_two(parse: Parse, verb: int, i: int) -> int | None:
    """Return the bare object before another one, which no comma parts."""
    first = parse.child(verb, parse.deps[i])
    return first if first is not None and verb < first < i and "," not in parse.words[first:i] else None


# ------------------------------------------------------------------------------------------------ names and offices


def _named(parse: Parse, verb: int, i: int) -> Parse:
    """Split what somebody or something is called, elected, declared or rated from who or what it is."""
    if parse.deps[i] != "ccomp" and (first := _first_of_two(parse, verb, i)) is not None:
        return parse.attached(i, verb, "oprd").attached(first, verb, "dobj")
    if _is_her_office(parse, verb, i):
        her = verb + 1
        return parse.attached(her, verb, "dobj").read_as(her, tag="PRP", pos="PRON").attached(i, verb, "oprd")
    if parse.bases[i] == "void" and (first := _part_before(parse, i)) is not None:
        return _apart(parse, verb, first, i, "dobj", "oprd").read_as(i, tag="JJ", pos="ADJ")
    if parse.deps[i] == "oprd" and parse.child(verb, "dobj") is not None:
        return _finite(parse, verb)
    is_one = parse.deps[i] == "ccomp" or parse.child(verb, "auxpass") is not None
    first = None if is_one else _one_in_office(parse, i) or _graded(parse, i)
    return parse if first is None else _finite(_apart(parse, verb, first, i, "dobj", "oprd"), verb)


def _finite(parse: Parse, verb: int) -> Parse:
    """Make a sentence of a noun and a participle with two objects, as no passive has: "The board named Lund chair"."""
    subject = parse.heads[verb]
    is_fragment = parse.deps[verb] == "acl" and subject == verb - 1 and parse.deps[subject] == "ROOT"
    if not is_fragment:
        return parse
    parse = parse.moved([k for k in parse.below[subject] if k > verb], verb)
    parse = parse.attached(verb, verb, "ROOT").attached(subject, verb, "nsubj")
    return parse.read_as(verb, tag="VBD")


def _is_her_office(parse: Parse, verb: int, i: int) -> bool:
    """Tell whether "her" is who is elected: "named her captain", but not "named her deputy"."""
    is_her = parse.lowers[verb + 1] == "her" and parse.heads[verb + 1] == i
    is_office = parse.bases[i] in OFFICES - DEPUTIES and parse.tags[i] == "NN"
    is_bare = parse.child(i, "appos") is None and parse.words[i + 1 : i + 2] not in ((",",), ("as",))
    return is_her and is_office and is_bare and parse.bases[verb] in ELECTING


def _one_in_office(parse: Parse, i: int) -> int | None:
    """Return the name that an office is read as one with: "Ann Lund" of "elected Ann Lund chief executive"."""
    is_office = parse.bases[i] in OFFICES and parse.child(i, "det", "poss", "appos", "nummod") is None
    last = _part_before(parse, i)
    if not is_office or last is None or parse.pos[last] != "PROPN" or parse.pos[i + 1 : i + 2] == ("PROPN",):
        return None
    word, between = parse.words[last], parse.words[last + 1 : i]
    is_other = word.isupper() or word.lower() in BODIES | BEFORE_ROLE | OFFICES
    is_short = parse.pos[last - 1] != "PROPN"
    is_open = is_short and not BEFORE_ROLE.issuperset(between)  # "appointed Oslo police chief Ann Lund"
    return None if is_other or is_open or any(word[:1].isupper() for word in between) else last


def _graded(parse: Parse, i: int) -> int | None:
    """Return what is rated: "the country" of "rates the country Baa1"."""
    return _part_before(parse, i) if GRADE.match(parse.words[i]) else None


def _part_before(parse: Parse, i: int) -> int | None:
    """Return the last noun that is read as a modifier of another one and may be an object of its own."""
    parts = (k for k in reversed(parse.below[i]) if k < i and parse.deps[k] in MODIFIERS)
    return next((k for k in parts if parse.pos[k] == "PROPN" or parse.words[k].islower()), None)


def _apart(parse: Parse, verb: int, first: int, second: int, dep: str, other: str) -> Parse:
    """Make two parts of a verb of one phrase: all up to the first one's noun is the first one's."""
    parse = parse.moved([k for k in parse.below[second] if k < first], first)
    return parse.attached(first, verb, dep).attached(second, verb, other)


# ------------------------------------------------------------------------------------------------ receivers and gifts


def _given(parse: Parse, verb: int, gift: int) -> Parse:
    """Split the receiver from the gift, whatever the parser reads as one."""
    if (first := _first_of_two(parse, verb, gift)) is not None:
        is_rate = _is_each(parse, first, gift)  # "pay four euros a shirt"
        return parse.attached(gift, first, "npadvmod") if is_rate else parse.attached(first, verb, "dative")
    receiver = next(_receivers(parse, gift), None)
    return parse if receiver is None else _apart(parse, verb, receiver, gift, "dative", "dobj")


def _is_each(parse: Parse, amount: int, thing: int) -> bool:
    """Tell whether a thing right behind an amount is what each costs or gets: "four euros a shirt"."""
    is_next = thing == amount + 2 and parse.lowers[amount + 1] in ("a", "an", "each", "every", "per")
    return is_next and any(parse.tags[k] in ("CD", "$") for k in parse.below[amount])


def gerund_before_gift(parse: Parse, verb: int, gerund: int) -> Parse | None:
    """Read "denied the builders planning permission" as a receiver and a gift, and not as what builders plan."""
    receiver, gift = parse.child(gerund, "nsubj"), parse.child(gerund, "dobj")
    is_noun = parse.lowers[gerund] in GERUND_NOUNS and gift == gerund + 1 and receiver == gerund - 1
    if not is_noun or receiver is None or gift is None or parse.bases[verb] not in GIVING:
        return None
    parse = parse.attached(receiver, verb, "dative").attached(gift, verb, "dobj")
    return parse.attached(gerund, gift, "compound").read_as(gerund, tag="NN", pos="NOUN")


def _receivers(parse: Parse, gift: int) -> Iterator[int]:
    """Yield who is given something in "lent Norvik Steel 40 million euros", "granted the president powers"."""
    below = [k for k in parse.below[gift] if k < gift]
    number = next((k for k in range(min(below, default=gift), gift + 1) if parse.tags[k] in ("CD", "$")), None)
    is_paid = parse.bases[parse.heads[gift]] in PAYING and parse.tags[gift] in ("NN", "NNS")
    if number is not None and (is_paid or not AMOUNTS.isdisjoint(parse.lowers[number : gift + 1])):
        yield from (k for k in below if k == number - 1 and _may_receive(parse, k))
    if parse.bases[parse.heads[gift]] in OFFERING and parse.tags[gift] == "NNS":
        yield from (k for k in below if _is_body_given(parse, k, gift))
    for k in below:
        is_person = parse.words[k].islower() and parse.bases[k] in OFFICES and parse.deps[k] in MODIFIERS
        if is_person and parse.tags[k - 1] == "DT" and parse.heads[k - 1] == gift and parse.tags[gift] == "NNS":
            yield k


def _may_receive(parse: Parse, k: int) -> bool:
    is_body = parse.bases[k] in BODIES_GIVEN and parse.deps[k] == "amod"  # "cost the firm 9 million euros"
    return is_body or (parse.pos[k] in NOUNS and parse.deps[k] in MODIFIERS)


def _is_body_given(parse: Parse, k: int, gift: int) -> bool:
    """Tell whether a body is who is offered something: "offered the company tax breaks", but no "company shares"."""
    is_body = parse.words[k].islower() and parse.bases[k] in BODIES_GIVEN and parse.heads[k] == gift
    is_first = is_body and parse.tags[k - 1] == "DT" and parse.heads[k - 1] == gift
    has_worth = any(parse.lowers[c] in ("worth", "of") for c in parse.below[gift] if c > gift)
    return is_first and (gift > k + 1 or has_worth)


def amount_put(parse: Parse) -> Parse:
    """Keep a thing whole before what it is put at: "put the loss in exports at 3 million" puts nothing in exports."""
    for i in parse.worded("at"):
        verb = parse.heads[i]
        thing, amount = parse.child(verb, "dobj"), parse.child(i, "pobj")
        if parse.deps[i] != "prep" or parse.bases[verb] not in VALUING or thing is None or amount is None:
            continue
        if any(parse.tags[k] in ("CD", "$") for k in (amount, *parse.below[amount])):
            between = [k for k in parse.below[verb] if thing < k < i and parse.deps[k] == "prep"]
            parse = parse.moved(between, thing)
    return parse
