"""Repairs of names that the parser has taken apart: of "the Fédération du Nord" nothing is done by "du Nord"."""

from __future__ import annotations

import re

from kg.extract.linked_names import names_held_together
from kg.extract.parses import PLURAL, SUBJECTS, VERBAL, Parse
from kg.extract.words_names import NUMBERED

NOMINAL = frozenset({*SUBJECTS, "dobj", "pobj", "appos", "conj", "attr", "dative", "oprd"})
BEFORE_NAME = frozenset({"DT", "PRP$", "JJ"})
SERIAL = re.compile(r"\d{1,3}[A-Z]?\d?")
CONSONANT = re.compile(r"[BCDFGJKLMNPQRSTVWXYZ][a-z]+")  # no letter word such as "FBI"
SCORING = frozenset({"-", "–", "%", "times", "points"})  # "beat Alba 2 - 1"


def name_with_small_words(parse: Parse) -> Parse:
    """Make one name of what words such as "des" and "and" hold together, where the parser reads a verb or two nouns."""
    for name in names_held_together(parse.words, parse.tags, parse.by_word):
        if not _is_whole(parse, name):
            parse = _as_name(parse, name)
    return parse


def _is_whole(parse: Parse, name: range) -> bool:
    """Tell whether the parser has read the name as one."""
    outer = [k for k in name if parse.heads[k] not in name or parse.heads[k] == k]
    is_owned = any(parse.deps[k] == "poss" for k in name[:-1])
    return outer == [name[-1]] and parse.pos[outer[0]] not in VERBAL and not is_owned


def _as_name(parse: Parse, name: range) -> Parse:
    """Hang the name on what its first words follow, and what hangs on its parts on its last word."""
    whole, core = parse, name[-1]
    for verb in (k for k in name if parse.pos[k] in VERBAL):
        whole = _without_verb(whole, name, verb)
    place = _place(whole, name)
    if place is None or _hangs_on(whole, place[0], name):
        return parse
    for part in name:
        for child in [c for c in whole.below[part] if c not in name]:
            whole = whole.attached(child, core, whole.deps[child])
    whole = whole.attached(core, *place)
    for part in name:
        whole = whole if part == core else whole.attached(part, core, "compound")
        whole = whole.read_as(part, tag="NNP", pos="PROPN")
    return _with_object(whole, place[0])


def _hangs_on(parse: Parse, i: int, name: range) -> bool:
    """Tell whether a token depends on a part of the name, however deep."""
    while i not in name and parse.heads[i] != i:
        i = parse.heads[i]
    return i in name


def _without_verb(parse: Parse, name: range, verb: int) -> Parse:
    """Give what the parser hangs on a verb inside the name to the verb outside it."""
    outside = [c for c in parse.below[verb] if c not in name]
    above = parse.heads[verb]
    if above == verb:
        above = next((c for c in outside if c > verb and parse.pos[c] in VERBAL), verb)
        if above != verb:
            parse = parse.attached(above, above, "ROOT").attached(verb, above, "dep")
    if above == verb or above in name:
        return parse
    for child in outside:
        if child != above and (child < verb or above > verb):
            parse = parse.attached(child, above, parse.deps[child])
    return parse


def _place(parse: Parse, name: range) -> tuple[int, str] | None:
    """Return what the name hangs on and how: the preposition before it, or what one of its parts hangs on."""
    before = name[0] - 1
    while before > 0 and parse.tags[before] in BEFORE_NAME:
        before -= 1
    if before >= 0 and parse.tags[before] == "IN" and parse.deps[before] == "prep":
        return before, "pobj"
    outer = [k for k in name if parse.heads[k] not in name]
    if parse.deps[outer[0]] == "appos" and parse.heads[outer[0]] == name[0] - 1:  # "the painter Ana do Rio"
        return name[0] - 1, "appos"
    named = [k for k in outer if parse.deps[k] in NOMINAL]
    if named:
        return parse.heads[named[-1]], parse.deps[named[-1]]
    heads = {parse.heads[k] for k in outer}
    if len(heads) == 1 and parse.pos[above := min(heads)] in ("NOUN", "PROPN") and above > name[-1]:
        return above, "compound"
    verb = next((parse.heads[k] for k in outer if parse.pos[parse.heads[k]] in VERBAL), None)
    if verb is None or verb < name[0]:
        return None if verb is None else (verb, "dobj")
    subject = parse.child(verb, *SUBJECTS)
    is_beside = subject is not None and subject not in name and parse.words[before] == ","
    return (subject, "appos") if is_beside and subject is not None else (verb, "nsubj")


def _with_object(parse: Parse, head: int) -> Parse:
    """Make an object of what was read as a receiver, where the name was read as what it received."""
    verb = parse.heads[parse.heads[head]]
    receiver = parse.child(verb, "dative")
    is_free = receiver is not None and parse.pos[receiver] == "NOUN" and parse.child(verb, "dobj") is None
    return parse.attached(receiver, verb, "dobj") if is_free and receiver is not None and receiver > verb else parse


def serial_read_as_extent(parse: Parse) -> Parse:
    """Hang the number of a model on its name: "sold the Leopard 2 to Norway" tells of no 2."""
    for i in parse.labelled("npadvmod"):
        name, behind = i - 1, parse.words[i + 1] if i + 1 < len(parse.words) else ""
        is_serial = parse.tags[i] == "CD" and SERIAL.fullmatch(parse.words[i]) is not None and not parse.below[i]
        is_beside = name >= 0 and parse.tags[name] == "NNP" and parse.heads[name] == parse.heads[i]
        if is_serial and is_beside and behind not in SCORING:
            parse = parse.attached(i, name, "nummod")
    return parse


def number_of_thing(parse: Parse) -> Parse:
    """Hang the number that says which road or gate is meant on it: "reopened National Highway 14E"."""
    for i in parse.worded(*NUMBERED):
        n = i + 1
        is_number = n < len(parse.words) and SERIAL.fullmatch(parse.words[n]) is not None
        if not is_number or not parse.words[i][:1].isupper() or (parse.heads[n], parse.deps[n]) == (i, "nummod"):
            continue
        if parse.heads[n] > n and parse.tags[parse.heads[n]] in PLURAL:  # "on Lake Road 40 people died"
            continue
        is_swapped = parse.heads[i] == n or (parse.deps[n] in NOMINAL and parse.deps[i] not in NOMINAL)
        if parse.heads[n] not in (n, i) and is_swapped:
            parse = parse.attached(i, parse.heads[n], parse.deps[n])
        parse = parse.moved([child for child in parse.below[n] if child != i], i)
        if parse.heads[n] != n:
            parse = parse.attached(n, i, "nummod").read_as(n, tag="CD", pos="NUM")
    return parse


def number_inside_name(parse: Parse) -> Parse:
    """Make one name of what the parser reads as an apposition with a count: "the Rio Alto 3 dam" is no three dams."""
    for noun in parse.labelled("appos", "nsubj"):
        n, name = noun - 1, noun - 2
        if parse.deps[noun] == "nsubj":  # "the Rio Alto" and "3 dam" read as two subjects
            parse = _behind_number(parse, noun)
            continue
        is_name = name >= 0 and parse.heads[noun] == name and parse.tags[name] == "NNP"
        is_count = is_name and parse.heads[n] == noun and SERIAL.fullmatch(parse.words[n]) is not None
        if is_count and parse.tags[noun] == "NN" and parse.heads[name] != name:
            parse = parse.attached(noun, parse.heads[name], parse.deps[name])
            parse = parse.moved([child for child in parse.below[name] if parse.deps[child] != "compound"], noun)
            parse = parse.attached(name, noun, "compound")
    return parse


def _behind_number(parse: Parse, noun: int) -> Parse:
    n, name = noun - 1, noun - 2
    is_second = name >= 0 and parse.heads[name] == parse.heads[noun] and parse.deps[name] == "nsubj"
    is_count = is_second and parse.heads[n] == noun and SERIAL.fullmatch(parse.words[n]) is not None
    if not is_count or parse.tags[name] != "NNP" or parse.tags[noun] != "NN":
        return parse
    parse = parse.moved([child for child in parse.below[name] if parse.deps[child] != "compound"], noun)
    return parse.attached(name, noun, "compound")


def number_behind_name(parse: Parse) -> Parse:
    """Keep the number of an index with its name: "the KAX 30 fell" tells of no KAX."""
    for i in parse.labelled("appos"):
        name, verb = i - 1, i + 1
        is_number = parse.tags[i] == "CD" and parse.heads[i] == name and parse.tags[name] == "NNP"
        if is_number and parse.words[name].isupper() and parse.tags[verb : verb + 1] in (("VBD",), ("VBZ",)):
            parse = parse.attached(i, name, "nummod")
    return parse


def an_before_consonant(parse: Parse) -> Parse:
    """Read "An" as the first part of a name where no article can stand: "An Tam opened a clinic"."""
    for i in parse.worded("an"):
        name = i + 1
        is_article = parse.words[i] == "An" and parse.tags[i] == "DT" and name < len(parse.words)
        if is_article and parse.tags[name] == "NNP" and CONSONANT.fullmatch(parse.words[name]):
            parse = parse.attached(i, name, "compound").read_as(i, tag="NNP", pos="PROPN")
    return parse
