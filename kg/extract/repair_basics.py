"""Repairs of the commonest slips: a passive without its "by", a noun with a participle read as a clause."""

from __future__ import annotations

from kg.extract.parses import Parse
from kg.extract.repair_objects import gerund_before_gift
from kg.extract.words import TIME_NOUNS
from kg.extract.words_mentions import PLACE_NOUNS

AFTER_LIST = frozenset({"in", "inside", "within", "at", "near", "outside", "for"})
LIST_OPENERS = frozenset({"including", "like", "as"})


def agent_of_passive(parse: Parse) -> Parse:
    """Hang "by" on the passive verb: "was founded as an academy by monks"."""
    for i in parse.worded("by"):
        if parse.deps[i] != "prep" or parse.pos[parse.heads[i]] not in ("NOUN", "PROPN"):
            continue
        verb = _verb_above(parse, i)
        if verb is not None and parse.child(verb, "auxpass") is not None and parse.child(verb, "agent") is None:
            noun = parse.heads[i]
            if parse.deps[noun] == "pobj" and parse.heads[parse.heads[noun]] == verb:
                parse = parse.attached(i, verb, "agent")
    return parse


def _verb_above(parse: Parse, i: int) -> int | None:
    while parse.heads[i] != i:
        i = parse.heads[i]
        if parse.pos[i] in ("VERB", "AUX"):
            return i
    return None


def subject_of_main_verb(parse: Parse) -> Parse:
    """Give the subject back to the main verb: "His show, dubbed "A Trip", was a hit"."""
    for i in parse.labelled("ccomp"):
        head = parse.heads[i]
        if i > head or parse.tags[i] not in ("VBN", "VBG") or parse.child(i, "aux", "auxpass") is not None:
            continue
        subject = parse.child(i, "nsubj", "nsubjpass")
        if subject is not None and subject < i and parse.child(head, "nsubj", "nsubjpass", "expl") is None:
            parse = parse.attached(subject, head, "nsubj").attached(i, subject, "acl")
    return parse


def object_before_time(parse: Parse) -> Parse:
    """Split a noun from a time: "would receive praise years later"."""
    for i in parse.labelled("compound"):
        time = parse.heads[i]
        if i + 1 != time or parse.tags[time] != "NNS" or parse.lemmas[time] not in TIME_NOUNS:
            continue
        verb = _verb_above(parse, time)
        if verb == i - 1 and parse.child(verb, "dobj") is None:
            parse = parse.attached(i, verb, "dobj")
    return parse


def noun_with_participle(parse: Parse) -> Parse:
    """Read "makes remarks relating to it" as a noun with a participle, not as a clause."""
    for i in parse.labelled("ccomp"):
        head = parse.heads[i]
        if i < head or not _is_bare_participle(parse, i, "VBG"):
            continue
        subject = parse.child(i, "nsubj")
        if (split := gerund_before_gift(parse, head, i)) is not None:
            parse = split
        elif subject is not None and subject > head and parse.pos[head] == "VERB" and parse.child(head, "dobj") is None:
            parse = parse.attached(subject, head, "dobj").attached(i, subject, "acl")
    return parse


def circumstance_after_list(parse: Parse) -> Parse:
    """Hang what follows listed names on the verb: "will service jets, including the A and the B, in Kenya"."""
    for i in parse.worded(*AFTER_LIST):
        if parse.deps[i] != "prep":
            continue
        opener = _list_before(parse, i)
        verb = None if opener is None else _verb_above(parse, opener)
        if opener is None or verb is None or verb > opener:
            continue
        is_aim = parse.lowers[i] == "for" and not _leads_to_name(parse, i)
        if is_aim or not (parse.lowers[i] == "for" or _lists_places(parse, opener)):
            parse = parse.attached(i, verb, "prep")
    return parse


def _list_before(parse: Parse, i: int) -> int | None:
    """Return the "including", "like" or "as" of the list whose last name, or whose class, the preposition hangs on."""
    holder = parse.heads[i]
    if parse.tags[holder] == "NNS":
        return next((k for k in range(holder + 1, i) if parse.heads[k] == holder and _opens_list(parse, k)), None)
    if parse.tags[holder] != "NNP":
        return None
    while parse.deps[holder] == "conj":
        holder = parse.heads[holder]
    opener = parse.heads[holder]
    return opener if _opens_list(parse, opener) and parse.deps[holder] in ("pobj", "dobj") else None


def _opens_list(parse: Parse, i: int) -> bool:
    return parse.lowers[i] in LIST_OPENERS and parse.deps[i] == "prep"


def _leads_to_name(parse: Parse, preposition: int) -> bool:
    """Tell whether what follows is part of a name: "the Council for the Welfare of Seamen"."""
    led = parse.child(preposition, "pobj")
    return led is not None and parse.tags[led] == "NNP"


def _lists_places(parse: Parse, opener: int) -> bool:
    noun = parse.heads[opener]
    return parse.bases[noun] in PLACE_NOUNS


def _is_bare_participle(parse: Parse, i: int, *tags: str) -> bool:
    return parse.tags[i] in tags and parse.child(i, "aux", "auxpass", "mark") is None


def adverb_as_root(parse: Parse) -> Parse:
    """Make the verb the root: "has carefully — and gradually — scaled up aid" is not about "carefully"."""
    for i in parse.labelled("ROOT"):
        verb = parse.child(i, "conj") if parse.tags[i] == "RB" else None
        if verb is None or parse.pos[verb] != "VERB" or parse.child(i, "nsubj", "nsubjpass") is None:
            continue
        parse = parse.moved([c for c in parse.below[i] if c not in (i, verb)], verb)
        parse = parse.attached(verb, verb, "ROOT").attached(i, verb, "advmod")
    return parse
