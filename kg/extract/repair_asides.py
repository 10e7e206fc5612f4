"""Repairs of participles and other insertions that the parser takes for the sentence's own verb or object."""

from __future__ import annotations

from kg.extract.parses import SUBJECTS, VERBAL, Parse
from kg.extract.words import MONTHS, TIME_NOUNS, WEEKDAYS
from kg.extract.words_repairs import CALLING_AS, COMMANDING, LASTING, OF_WHOM, OFTEN

FINITE = ("VBD", "VBZ", "VBP", "MD")
ASKS_FOR = frozenset("ask beg challenge press pressure push".split())  # "was seen and asked to leave" is either


def participle_before_verb(parse: Parse) -> Parse:
    """Read "The club, reduced to ten men, had led" as what the club had done: what it was reduced to is put in."""
    for i in parse.labelled(*SUBJECTS):
        participle = parse.heads[i]
        comma = participle - 1
        if not i < comma or parse.words[comma] != "," or parse.tags[participle] not in ("VBN", "VBD"):
            continue
        if parse.heads[participle] != participle or parse.child(participle, "aux", "auxpass", "dobj", "cc") is not None:
            continue
        verb = _verb_behind_comma(parse, participle)
        if verb is not None and parse.end(i) < participle:
            parse = _put_in(parse, i, participle, verb)
    return parse


def _verb_behind_comma(parse: Parse, participle: int) -> int | None:
    """Return the finite verb behind the comma that closes the insertion, where it has no subject of its own."""
    for verb in parse.below[participle]:
        if verb < participle or parse.pos[verb] not in VERBAL or parse.deps[verb] not in ("conj", "ccomp", "dep"):
            continue
        first = min(
            (c for c in parse.below[verb] if parse.deps[c] in ("aux", "auxpass", "neg", "advmod")), default=verb
        )
        auxiliary = parse.child(verb, "aux", "auxpass")
        is_finite = parse.tags[verb if auxiliary is None else auxiliary] in FINITE
        is_bare = parse.child(verb, "mark", *SUBJECTS) is None
        if is_finite and is_bare and parse.words[min(first, verb) - 1] == ",":
            return verb
    return None


def _put_in(parse: Parse, subject: int, participle: int, verb: int) -> Parse:
    behind = [c for c in parse.below[participle] if c > verb]
    is_passive = parse.child(verb, "auxpass") is not None
    parse = parse.attached(verb, verb, "ROOT").attached(subject, verb, "nsubjpass" if is_passive else "nsubj")
    parse = parse.moved(behind, verb)
    return parse.attached(participle, subject, "acl").read_as(participle, tag="VBN", pos="VERB")


def age_of_subject(parse: Parse) -> Parse:
    """Read "died at her home in Leeds, aged 88" as how old she was: no town is aged."""
    for i in parse.worded("aged"):
        place = parse.heads[i]
        preposition = parse.heads[place]
        if parse.deps[i] not in ("acl", "amod") or parse.words[i - 1] != "," or parse.deps[place] != "pobj":
            continue
        verb = preposition
        while parse.pos[verb] not in VERBAL and parse.heads[verb] != verb:
            verb = parse.heads[verb]
        is_place = parse.lowers[preposition] in ("in", "at", "on", "near", "of", "from")
        if is_place and parse.pos[verb] in VERBAL and parse.child(verb, *SUBJECTS) is not None:
            parse = parse.attached(i, verb, "advcl")
    return parse


def how_often(parse: Parse) -> Parse:
    """Read "repeats every two hours" and "opens next spring" as times, and not as what is repeated or opened."""
    for i in parse.labelled("dobj"):
        verb = parse.heads[i]
        first = parse.start(i)
        if first == i:
            continue
        is_often = parse.lowers[first] in OFTEN or (
            parse.lowers[first] == "the" and parse.lowers[first + 1] in ("following", "next", "same")
        )
        if not is_often or parse.bases[i] not in TIME_NOUNS or parse.bases[verb] in LASTING:
            continue
        if verb < first and parse.child(i, "prep", "acl", "relcl") is None:
            parse = parse.attached(i, verb, "npadvmod")
    return _once_a_month(parse)


def _once_a_month(parse: Parse) -> Parse:
    """Read "once a month" as one: "a month" alone says how long."""
    for i in parse.worded("once", "twice", "thrice"):
        time = i + 2
        if time >= len(parse.words) or parse.deps[time] != "npadvmod" or parse.heads[i] != parse.heads[time]:
            continue
        if parse.lowers[i + 1] in ("a", "an", "each", "every") and parse.bases[time] in TIME_NOUNS:
            parse = parse.attached(i, time, "predet")
    return parse


def name_behind_noun(parse: Parse) -> Parse:
    """Read "married the trumpeter Joe Quill" as one man, and not as a trumpeter and a time."""
    for i in parse.labelled("npadvmod"):
        verb, start = parse.heads[i], parse.start(i)
        noun = parse.child(verb, "dobj", "pobj")
        if parse.tags[i] != "NNP" or noun is None or noun != start - 1 or parse.tags[noun] != "NN":
            continue
        is_time = parse.bases[i] in TIME_NOUNS or any(parse.tags[k] == "CD" for k in range(start, i + 1))
        if not is_time and parse.child(noun, "det", "poss") is not None and parse.tags[start] == "NNP":
            parse = parse.attached(i, noun, "appos")
    return parse


def called_as(parse: Parse) -> Parse:
    """Read "described her as quiet" as what she was called, and not only as that somebody described her."""
    for i in parse.worded("as"):
        adjective = parse.heads[i]
        verb = parse.heads[adjective]
        object_ = parse.child(verb, "dobj")
        if parse.deps[i] != "advmod" or parse.pos[adjective] != "ADJ" or object_ is None or not object_ < i < adjective:
            continue
        is_next = parse.end(object_) == i - 1 or object_ == i - 1
        if is_next and parse.bases[verb] in CALLING_AS:
            parse = parse.attached(i, verb, "prep").attached(adjective, i, "pobj")
    return parse


def passive_joined(parse: Parse) -> Parse:
    """Read "was treated and allowed to leave" as what was allowed, and not as who allowed it."""
    for i in parse.labelled("conj"):
        first = parse.heads[i]
        if parse.tags[i] != "VBD" or parse.bases[i] not in COMMANDING - ASKS_FOR or parse.tags[first] != "VBN":
            continue
        is_led = parse.child(i, "xcomp") is not None and parse.child(i, "dobj", "dative", "ccomp", *SUBJECTS) is None
        is_passive = parse.child(first, "auxpass") is not None and parse.child(i, "aux", "auxpass") is None
        inner = parse.child(i, "xcomp")
        if is_led and is_passive and inner is not None and parse.child(inner, *SUBJECTS) is None:
            parse = parse.read_as(i, tag="VBN")
    return parse


def insertion_in_subject(parse: Parse) -> Parse:
    """Take off a subject what commas part from it: "The fall, far from being a disaster, has helped farmers"."""
    for i in parse.labelled("prep"):
        noun = parse.heads[i]
        start, end = parse.start(i), parse.end(i)
        is_of_it = parse.lowers[i] in OF_WHOM and parse.lowers[start] != "far"  # "far from being new"
        if parse.deps[noun] not in SUBJECTS or not noun < i or is_of_it or _says_where(parse, i):
            continue
        is_behind = parse.words[start - 1] == "," and end < parse.heads[noun]
        if is_behind and end + 1 < len(parse.words) and parse.words[end + 1] == ",":
            parse = parse.attached(i, noun, "parataxis")
    return parse


def _says_where(parse: Parse, preposition: int) -> bool:
    """Tell whether it says where the thing is, and so which one: "The Regal, on Main Street, closed"."""
    led = parse.child(preposition, "pobj")
    if parse.lowers[preposition] not in ("at", "in", "near", "off", "on", "outside") or led is None:
        return False
    return parse.bases[led] not in MONTHS | WEEKDAYS | TIME_NOUNS and parse.tags[led] != "CD"


def left_to_infinitive(parse: Parse) -> Parse:
    """Read "a book which her firm intends to print" as what is printed, and not as what is intended."""
    for i in parse.worded("which", "that", "whom"):
        verb = parse.heads[i]
        inner = parse.child(verb, "xcomp")
        if parse.deps[i] != "dobj" or not i < verb or inner is None or parse.deps[verb] != "relcl":
            continue
        is_free = parse.child(inner, "dobj", "ccomp", "xcomp", "attr", "acomp", *SUBJECTS) is None
        if is_free and parse.tags[parse.start(inner)] == "TO" and parse.child(verb, "dobj", "dative") == i:
            parse = parse.attached(i, inner, "dobj")
    return parse


def times_in_a_row(parse: Parse) -> Parse:
    """Keep "in a row" with what it counts: "for the third year in a row"."""
    for i in parse.inner("row"):
        first = i - 2
        counted = first - 1
        if first < 1 or tuple(map(str.lower, parse.words[first:i])) != ("in", "a") or parse.heads[i] != first:
            continue
        if parse.pos[counted] == "NOUN" and not parse.start(first) < first:
            parse = parse.attached(first, counted, "advmod")
    return parse


def opener_of_subject(parse: Parse) -> Parse:
    """Take "above all" off what it opens: "a lack of vets and, above all, new rules that took effect"."""
    for i in parse.worded("above", "among", "of"):
        noun, end = parse.heads[i], i + 1
        if end >= noun or parse.deps[i] != "prep" or parse.lowers[end] not in ("all", "others", "course"):
            continue
        if parse.words[end + 1] == "," and parse.pos[noun] in ("NOUN", "PROPN"):
            parse = parse.attached(i, noun, "parataxis").attached(end + 1, noun, "punct")
    return parse
