"""Repairs of what tells which people: "data on people never infected", "women aged 18 to 45", "among them nuns"."""

from __future__ import annotations

from kg.extract.parses import NOUNS, SUBJECTS, UNSAID, VERBAL, Parse
from kg.extract.words_mentions import PERSON_NOUNS, ROLES
from kg.extract.words_roles import TEXTS

FINITE = ("VBD", "VBZ", "VBP")
NEVER = ("never", "not")
# What is told of somebody: "data on people never infected" are on people who never were.
FINDINGS = TEXTS | frozenset(
    "analysis data datum figure finding information knowledge number research result study survey trial".split()
)
PEOPLE = PERSON_NOUNS | ROLES
TOLD_OF = frozenset({"about", "among", "from", "in", "of", "on"})  # but "letters to members not sent in time"
OBJECTS = ("dobj", "pobj", "npadvmod", "conj")
GROUPED = frozenset({"among", "amongst"})


def never_behind_noun(parse: Parse) -> Parse:
    """Say of people what they never were: in "Data on people never infected before were poor" no data were infected."""
    for no in parse.worded(*NEVER):
        participle, near = parse.heads[no], no - 1
        if parse.deps[no] != "neg" or participle != no + 1 or parse.tags[participle] not in ("VBN", "VBD") or near < 0:
            continue
        if parse.child(participle, "aux", "auxpass") is not None or parse.bases[near] not in PEOPLE:
            continue
        parse = _beside_main_verb(parse, participle)
        first, lead = parse.heads[participle], parse.lowers[parse.heads[near]]
        if (
            parse.deps[participle] == "acl"
            and lead in TOLD_OF
            and parse.bases[first] in FINDINGS
            and parse.is_below(near, first)
        ):
            parse = parse.attached(participle, near, "acl")
    return parse


def _beside_main_verb(parse: Parse, participle: int) -> Parse:
    """Give its subject to the finite verb behind a participle that was taken for the verb: "were poor"."""
    subject = parse.child(participle, *SUBJECTS)
    is_top = parse.heads[participle] == participle
    inside = (c for c in parse.below[participle] if c > participle and parse.deps[c] in ("ccomp", "conj", "dep"))
    main = next(inside, None) if is_top else _verb_beside(parse, participle)
    if subject is None or main is None or main < participle or parse.pos[main] not in VERBAL:
        return parse
    helper = parse.child(main, "aux", "auxpass")
    is_finite = parse.tags[main if helper is None else helper] in (*FINITE, "MD")
    if not is_finite or parse.child(main, *SUBJECTS, "mark", "expl") is not None:
        return parse
    behind = [c for c in parse.below[participle] if c > main] if is_top else []
    mark = parse.child(participle, "mark")
    parse = parse.attached(main, main, "ROOT") if is_top else parse
    parse = parse if mark is None else parse.attached(mark, main, "mark")
    passive = parse.child(main, "auxpass") is not None
    parse = parse.attached(subject, main, "nsubjpass" if passive else "nsubj").moved(behind, main)
    return parse.attached(participle, subject, "acl").read_as(participle, tag="VBN", pos="VERB")


def _verb_beside(parse: Parse, participle: int) -> int:
    """Return the verb below which a participle stands, or that stands behind it: "said data … never taken were few"."""
    above = parse.heads[participle]
    if parse.deps[participle] != "ccomp" or above > participle:
        return above
    return next((c for c in parse.below[above] if c > participle and parse.deps[c] in ("ccomp", "conj")), above)


def aged_between(parse: Parse) -> Parse:
    """Keep both ends of an age together: "children aged six to 16" are not helped up to 16."""
    for aged in parse.worded("aged"):
        low, to, high = aged + 1, aged + 2, aged + 3
        if high >= len(parse.words) or parse.lowers[to] not in ("to", "-", "–"):
            continue
        if parse.tags[low] == parse.tags[high] == "CD" and parse.heads[high] != aged and parse.pos[aged - 1] != "PUNCT":
            parse = parse.attached(high, aged, "npadvmod")
            parse = parse.attached(low, high, "quantmod").attached(to, high, "quantmod")
    return parse


def those_among_them(parse: Parse) -> Parse:
    """Take off the verb what only tells who is among them: "found nine bodies, among them those of two boys"."""
    for them in parse.worded("them", "whom"):
        among = them - 1
        if parse.lowers[among] not in GROUPED or parse.words[among - 1] != "," or parse.deps[among] != "prep":
            continue
        above = parse.heads[among]
        if above > among and parse.pos[above] in NOUNS:  # "among them Acme" is no name
            parse = parse.attached(among, parse.heads[above], UNSAID)
            parse = parse.attached(above, parse.heads[above], "dep") if parse.deps[above] in OBJECTS else parse
            continue
        phrases = (c for k in (above, among) for c in parse.below[k] if parse.start(c) == them + 1)
        named = next(phrases, None)
        if named is None or parse.pos[above] not in VERBAL or above > among:
            continue
        if parse.deps[named] in (*OBJECTS, "appos"):
            parse = parse.attached(named, above, "dep").attached(among, above, UNSAID)
    return parse
