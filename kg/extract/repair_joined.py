"""Repairs of what is joined: two sentences read as one list, "not" before a thing, a name behind a list of things."""

from __future__ import annotations

from kg.extract.parses import NOUNS, SUBJECTS, Parse
from kg.extract.repair_verbs import verb_of_speech_before
from kg.extract.words import SAYING
from kg.extract.words_mentions import GROUP_NOUNS, PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_repairs import CALLING_UPON

PEOPLE = PERSON_NOUNS | ROLES | TITLES
EMBEDDED = ("advcl", "ccomp", "relcl", "acl")
NOT_ALONE = frozenset("all always even every everybody everyone just least merely much many only simply so".split())


def sentences_read_as_list(parse: Parse) -> Parse:
    """Read "Some oil leaked into the bay, and people have fled" as two sentences: it is not the oil that fled."""
    for noun in parse.labelled(*SUBJECTS):
        verb, participle, other = parse.heads[noun], parse.child(noun, "acl"), parse.child(noun, "conj")
        joined = parse.child(noun, "cc")
        if participle is None or other is None or joined is None or not noun < participle < joined < other < verb:
            continue
        is_list = parse.words[joined - 1] != "," or "," in parse.words[noun : joined - 1] + parse.words[other:verb]
        is_verb = parse.tags[participle] == "VBN" and parse.words[participle].endswith("ed")
        if is_list or not is_verb or parse.child(participle, "agent", "aux", "auxpass") is not None:
            continue
        if parse.child(other, "conj", "acl", "relcl") is None and parse.pos[verb] in ("VERB", "AUX"):
            parse = _as_sentences(parse, noun, participle, other)
    return parse


def _as_sentences(parse: Parse, noun: int, participle: int, other: int) -> Parse:
    verb, joined, dep = parse.heads[noun], parse.child(noun, "cc"), parse.deps[noun]
    is_root = parse.heads[verb] == verb
    parse = parse.attached(participle, participle if is_root else parse.heads[verb], parse.deps[verb])
    parse = parse.attached(verb, participle, "conj").attached(other, verb, dep).attached(noun, participle, "nsubj")
    parse = parse if joined is None else parse.attached(joined, participle, "cc")
    return parse.read_as(participle, tag="VBD", pos="VERB")


def not_the_other(parse: Parse) -> Parse:
    """Take out of a list what is not in it: "hired Ann but not Bob", "wants peace, not war"."""
    for i in parse.inner("not"):
        if parse.lowers[i - 1] not in (",", "and", "but") or parse.lowers[i + 1] in NOT_ALONE:
            continue
        other, noun = _noun_from(parse, i + 1), i - 2
        is_noun = parse.pos[other] in NOUNS and parse.deps[other] in ("conj", "appos", "npadvmod")
        if not is_noun or noun < 0 or parse.pos[noun] not in NOUNS or parse.child(other, *SUBJECTS) is not None:
            continue
        if parse.deps[other] in ("conj", "appos"):
            noun = parse.heads[other]
        if noun < i:
            parse = parse.attached(i, other, "neg").attached(other, noun, "parataxis")
    return parse


def _noun_from(parse: Parse, i: int) -> int:
    """Return the noun whose phrase begins with the word."""
    while parse.deps[i] in ("det", "amod", "compound", "nummod", "poss") and parse.heads[i] > i:
        i = parse.heads[i]
    return i


def no_more_than(parse: Parse) -> Parse:
    """Read "No more than two were paid" as a number, and not as that none was."""
    for i in parse.worded("no"):
        if i + 3 >= len(parse.words) or parse.lowers[i + 2] != "than":
            continue
        if parse.lowers[i + 1] in ("more", "fewer", "less"):
            parse = parse.attached(i, i + 1, "advmod").read_as(i, tag="RB", pos="ADV")
    return parse


def name_of_person(parse: Parse) -> Parse:
    """Hang a name on the person or body before it: "a penalty given by the referee, Pablo Ruiz," names no penalty."""
    for i in parse.labelled("appos", "nsubj"):
        if _is_name_of_group(parse, i):
            parse = parse.attached(i, parse.start(i) - 1, "appos")
        if parse.deps[i] == "nsubj":
            continue
        start, head = parse.start(i), parse.heads[i]
        near = start - 2
        is_name = parse.tags[i] == parse.tags[start] == "NNP" and head < near and parse.words[start - 1] == ","
        is_person = parse.bases[near] in PEOPLE or _is_who(parse, i)
        if not is_name or parse.tags[near] != "NN" or not is_person:
            continue
        is_thing = parse.tags[head] in ("NN", "NNS") and parse.bases[head] not in PEOPLE
        if is_thing and parse.child(near, "appos") is None and parse.child(near, "det", "poss") is not None:
            parse = parse.attached(i, near, "appos")
    return parse


def _is_name_of_group(parse: Parse, i: int) -> bool:
    """Tell whether it names the body right before it: "shares in the oil company Petrovia" are not Petrovia."""
    start = parse.start(i)
    noun = start - 1
    if parse.tags[i] != "NNP" or parse.tags[start] != "NNP" or noun < 2 or parse.deps[noun] != "pobj":
        return False
    is_group = parse.bases[noun] in GROUP_NOUNS and parse.tags[noun] == "NN"
    if not is_group or parse.child(noun, "det") is None or parse.child(noun, "appos") is not None:
        return False
    owner, head = parse.heads[parse.heads[noun]], parse.heads[i]
    return owner == head if parse.deps[i] == "appos" else parse.deps[owner] in SUBJECTS and parse.heads[owner] == head


def _is_who(parse: Parse, name: int) -> bool:
    """Tell whether "who" follows the name."""
    clauses = (c for c in parse.below[name] if parse.deps[c] == "relcl")
    return any(parse.lowers[parse.start(c)] == "who" for c in clauses)


def call_behind_speech(parse: Parse) -> Parse:
    """Give a call to who speaks: "said that Acme would pay, and called on rivals to follow"."""
    for i in parse.labelled("conj"):
        verb = verb_of_speech_before(parse, i) if parse.bases[i] in CALLING_UPON else None
        if verb is not None and parse.bases[verb] in SAYING:
            parse = parse.attached(i, verb, "conj").attached(i - 1, verb, "cc")
    return parse


def perfect_of_perfect(parse: Parse) -> Parse:
    """Join two verbs with "had": who "had been listed before the sale was held and had never paid" never paid."""
    for i in parse.labelled("conj"):
        below = parse.heads[i]
        if not _has_had(parse, i) or _has_had(parse, below) or parse.child(i, *SUBJECTS) is not None:
            continue
        above = _clause_above(parse, below)
        if parse.deps[below] in EMBEDDED and above < below < i and _has_had(parse, above):
            parse = parse.joined(i, above)
    return parse


def _clause_above(parse: Parse, verb: int) -> int:
    """Return what a clause hangs on: of one about an object, the verb that has it, "had sold tyres that were made"."""
    above = parse.heads[verb]
    is_about_object = parse.deps[verb] in ("relcl", "acl") and parse.deps[above] == "dobj"
    return parse.heads[above] if is_about_object else above


def _has_had(parse: Parse, verb: int) -> bool:
    return any(parse.deps[c] == "aux" and parse.lowers[c] in ("had", "'d") for c in parse.below[verb])


def whether_is_open(parse: Parse) -> Parse:
    """Read "Whether it can be used to make anything is unclear" as what is unclear, and not as what is used."""
    for i in parse.worded("whether"):
        verb = parse.heads[i]
        is_first = parse.start(verb) == i and parse.heads[verb] == verb and parse.deps[i] == "mark"
        last = next((k for k in parse.labelled("ccomp") if k > verb and _is_said_open(parse, k)), None)
        if not is_first or last is None:
            continue
        subject, above = parse.child(last, *SUBJECTS), parse.heads[last]
        if subject is None or above not in (verb, parse.child(verb, "xcomp")):
            continue
        behind = [k for k in parse.below[verb] if k > last]
        parse = parse.attached(last, last, "ROOT").attached(verb, last, "csubj").attached(subject, above, "dobj")
        parse = parse.moved(behind, last)
    return parse


def _is_said_open(parse: Parse, i: int) -> bool:
    return parse.pos[i] in ("AUX", "VERB") and parse.child(i, "acomp") == i + 1 and parse.child(i, "mark") is None


def so_many_to_each(parse: Parse) -> Parse:
    """Read "sleep two to a bed" and "queued three abreast" as how they do it: two are not what is slept."""
    for i in parse.worded("to", "abreast"):
        if parse.lowers[i] == "abreast":
            is_object = parse.deps[i] == "dobj"
            parse = parse.attached(i, parse.heads[i], "advmod").read_as(i, tag="RB", pos="ADV") if is_object else parse
            continue
        count, thing = i - 1, parse.child(i, "pobj")
        if count < 1 or thing is None or parse.tags[count] != "CD" or parse.deps[count] not in ("dobj", "npadvmod"):
            continue
        verb = parse.heads[count]
        is_each = any(parse.lowers[c] in ("a", "an", "each", "every") for c in parse.below[thing])
        if is_each and parse.heads[i] in (verb, count) and verb < count:
            parse = parse.attached(i, count, "nmod").attached(count, verb, "advmod")
    return parse
