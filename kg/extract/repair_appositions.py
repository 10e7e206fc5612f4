"""Repairs of what stands behind a comma: one more name of what was named, or where a part of them is."""

from __future__ import annotations

from kg.extract.parses import PLURAL, SUBJECTS, UNSAID, Parse
from kg.extract.words import MONTHS, TIME_NOUNS, WEEKDAYS
from kg.extract.words_given_names import FEMALE_NAMES, MALE_NAMES
from kg.extract.words_mentions import GROUP_NOUNS, ORDINALS, ORGANIZATION_WORDS, PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_relatives import PARTS, TOWNS

BODIES = GROUP_NOUNS | ORGANIZATION_WORDS
PERSONS = PERSON_NOUNS | ROLES | TITLES
GIVEN = FEMALE_NAMES | MALE_NAMES
MEASURED = ("age", "colour", "color", "height", "length", "shape", "size", "weight", "width")


def apposition_of_object(parse: Parse) -> Parse:
    """Hang a second object behind a comma on the first: "asked a friend, Ann Lee," asks one person."""
    for i in parse.labelled("appos"):
        if parse.tags[i] == "NNP":
            parse = _named_person(parse, i)
    for i in parse.labelled("dobj", "oprd", "npadvmod"):
        is_time = parse.deps[i] == "npadvmod" and _is_time(parse, i)
        if is_time or parse.pos[i] not in ("NOUN", "PROPN") or not _follows_comma(parse, i):
            continue
        first = parse.child(parse.heads[i], "dobj")
        if first is not None and parse.heads[i] < first < i:
            parse = parse.attached(i, first, "appos")
    return parse


def _named_person(parse: Parse, i: int) -> Parse:
    """Hang a name on the first of two offices: "the group's chairman and largest shareholder, Ann Lund," is one."""
    second = parse.heads[i]
    first = parse.heads[second]
    is_pair = parse.deps[second] == "conj" and parse.tags[first] == parse.tags[second] == "NN"
    is_bare = is_pair and parse.child(second, "det", "poss", "conj") is None and parse.child(first, "appos") is None
    return parse.attached(i, first, "appos") if is_bare and parse.words[second + 1] == "," else parse


def _is_time(parse: Parse, i: int) -> bool:
    word = parse.lowers[i]
    return word in MONTHS or word in WEEKDAYS or parse.bases[i] in TIME_NOUNS


def _follows_comma(parse: Parse, i: int) -> bool:
    """Tell whether the noun with what stands before it comes right behind a comma."""
    start = min((k for k in parse.below[i] if k < i and parse.deps[k] != "punct"), default=i)
    return start > 0 and parse.words[start - 1] == ","


def towns_behind_comma(parse: Parse) -> Parse:
    """Hang towns on the places before them: "shut mills in Alba and Berg, market towns near Oslo" shuts no towns."""
    for i in parse.labelled("appos", "dobj", "npadvmod"):
        comma = parse.start(i) - 1
        place = comma - 1
        if place <= parse.heads[i] or parse.bases[i] not in TOWNS or parse.words[comma] != ",":
            continue
        first = parse.heads[place] if parse.deps[place] == "conj" else place
        is_place = parse.tags[place] == parse.tags[first] == "NNP" and parse.deps[first] == "pobj"
        is_many = parse.tags[i] in PLURAL
        if is_place and first > parse.heads[i] and is_many == (first != place):
            parse = parse.attached(i, first, "dep" if is_many else "appos")  # each of them is one town
    return parse


def name_of_object(parse: Parse) -> Parse:
    """Hang a name on the object before it: "could cause the pump, the Alva 3, to leak" names a pump and no fault."""
    for i in parse.labelled("appos"):
        comma = parse.start(i) - 1
        subject, noun = parse.heads[i], comma - 1
        verb = parse.heads[subject]
        is_across = parse.deps[subject] in SUBJECTS and subject < verb < noun and parse.words[comma] == ","
        is_object = is_across and parse.deps[noun] in ("dobj", "pobj") and parse.is_below(noun, verb)
        are_many = parse.tags[subject] in PLURAL or parse.child(i, "conj") is not None
        if not is_object or are_many or parse.tags[i] != "NNP" or parse.tags[noun] != "NN":
            continue
        parse = parse.attached(i, noun, "appos")
        for deed in [k for k in parse.below[i] if parse.deps[k] == "relcl" and parse.tags[k] == "VB"]:
            parse = parse.attached(deed, verb, "advcl")  # "..., to leak"
    return parse


def person_behind_body(parse: Parse) -> Parse:
    """Hang a person's name on the person before it: "a mediator named by the ministry, Ann Lund," is Ann Lund."""
    for i in parse.labelled("appos"):
        body, start = parse.heads[i], parse.start(i)
        is_person = parse.tags[i] == "NNP" and parse.lowers[start] in GIVEN and start < i
        if not is_person or parse.bases[body] not in BODIES or parse.words[start - 1] != ",":
            continue
        deed = parse.heads[parse.heads[body]]
        person = parse.heads[deed]
        if parse.deps[body] == "pobj" and parse.deps[deed] == "acl" and parse.bases[person] in PERSONS:
            parse = parse.attached(i, person, "appos")
    return parse


def part_behind_comma(parse: Parse) -> Parse:
    """Take off the verb what only says where a part of them is: "are in use in Chile, most of them in Talca"."""
    for them in parse.worded("them", "which"):
        of = parse.heads[them]
        part = parse.heads[of]
        if parse.lowers[of] != "of" or parse.deps[part] not in ("npadvmod", "dobj", "conj", "appos"):
            continue
        is_part = parse.lowers[part] in PARTS or parse.tags[part] == "CD"
        above = parse.heads[part]
        if is_part and above < part and parse.words[parse.start(part) - 1] == ",":
            for where in [k for k in parse.below[above] if k == them + 1 and parse.deps[k] == "prep"]:
                parse = parse.attached(where, part, "prep")
            parse = parse.attached(part, above, "dep")
    return parse


def feat_behind_comma(parse: Parse) -> Parse:
    """Take off its verb what it comes to: "blasted off on Friday, its first mission" blasts no mission."""
    for i in parse.labelled("dobj", "attr"):
        start, verb = parse.start(i), parse.heads[i]
        if parse.deps[i] == "attr" and not any(verb < k < start and parse.deps[k] == "prep" for k in parse.below[verb]):
            continue
        is_apart = verb < start - 1 and parse.words[start - 1] == "," and parse.tags[start] == "PRP$"
        if is_apart and any(parse.tags[k] == "JJS" or parse.bases[k] in ORDINALS for k in range(start, i)):
            parse = parse.attached(i, verb, "npadvmod")
    return parse


def of_so_many(parse: Parse) -> Parse:
    """Take off the verb what a number is part of: in "Of 40 boats, three sank" nothing sank of boats."""
    for of in parse.worded("of"):
        verb = parse.heads[of]
        if parse.words[of] != "Of" or parse.deps[of] != "prep" or of > verb:
            continue
        subject = verb if parse.tags[verb] == "CD" else parse.child(verb, *SUBJECTS)
        if subject is not None and (parse.tags[subject] == "CD" or parse.lowers[subject] in PARTS):
            parse = parse.attached(of, verb, UNSAID)
    return parse


def as_large_as(parse: Parse) -> Parse:
    """Hang a size on what has it: "detects drones the size of a gull" detects no size."""
    for i in parse.inner(*MEASURED):
        noun = parse.start(i) - 1
        is_size = parse.lowers[noun + 1] == "the" and parse.lowers[i + 1] == "of"
        if is_size and parse.deps[i] in ("dobj", "npadvmod", "appos") and parse.deps[noun] in ("dobj", "pobj"):
            parse = parse.attached(i, noun, "nmod")
    return parse
