"""Repairs of what belongs to a predicate: a pluperfect, the adjective behind "deemed", an adverb at its end."""

from __future__ import annotations

from kg.extract.parses import NOUNS, SUBJECTS, Parse
from kg.extract.words_mentions import GROUP_NOUNS, PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_relatives import ADJECTIVAL, JUDGING, OF_CLAUSE

SOMEBODY = PERSON_NOUNS | GROUP_NOUNS | ROLES | TITLES


def pluperfect(parse: Parse) -> Parse:
    """Read "a dispute that had strained ties" as what it had done, and not as strained ties that it had."""
    for had in parse.worded("had"):
        thing, participle = parse.child(had, "dobj"), had + 1
        if parse.pos[had] == "PROPN" or thing is None or participle >= thing:
            continue
        is_first = parse.deps[participle] == "amod" and parse.heads[participle] == thing
        is_participle = parse.tags[participle] in ("VBN", "VBD") and parse.lemmas[participle] not in ADJECTIVAL
        is_bare = parse.child(thing, "det", "poss", "nummod", "predet") is None and parse.tags[thing] == "NNS"
        is_told = parse.deps[had] == "ccomp" and parse.tags[parse.heads[had]] == "VBD"  # "said they had signed papers"
        if is_first and is_participle and is_bare and (is_told or _is_event(parse, had)):
            parse = _as_auxiliary(parse, had, participle, thing)
    return parse


def _is_event(parse: Parse, verb: int) -> bool:
    """Tell whether the subject can have nothing: it happens, and is nobody."""
    subject = parse.child(verb, *SUBJECTS)
    if subject is not None and parse.lowers[subject] in ("that", "which") and parse.deps[verb] == "relcl":
        subject = parse.heads[verb]
    if subject is None or parse.tags[subject] != "NN":
        return False
    return parse.bases[subject] not in SOMEBODY


def _as_auxiliary(parse: Parse, had: int, participle: int, thing: int) -> Parse:
    others = [c for c in parse.below[had] if c != thing]
    is_root = parse.heads[had] == had
    parse = parse.attached(participle, participle if is_root else parse.heads[had], parse.deps[had])
    parse = parse.moved((*others, thing), participle)
    parse = parse.attached(had, participle, "aux").read_as(had, tag="VBD", pos="AUX")
    return parse.read_as(participle, tag="VBN", pos="VERB")


def judged_to_be(parse: Parse) -> Parse:
    """Keep what something is judged to be: "doses that are deemed necessary to treat" are not deemed to treat."""
    for i in parse.labelled("xcomp"):
        verb = parse.heads[i]
        adjective = i - 2
        if adjective <= verb or parse.bases[verb] not in JUDGING or parse.lowers[i - 1] != "to":
            continue
        if parse.heads[adjective] == verb and parse.pos[adjective] == "ADJ" and parse.deps[adjective] != "advmod":
            parse = parse.attached(i, adjective, "xcomp")
    return parse


def that_repeated(parse: Parse) -> Parse:
    """Read "said that aid had come, and that work would start" as two clauses, and not as "that work"."""
    for that in parse.worded("that"):
        noun = parse.heads[that]
        verb = parse.heads[noun]
        if parse.deps[that] != "det" or parse.deps[noun] not in SUBJECTS or parse.deps[verb] != "conj" or not that:
            continue
        first = parse.heads[verb]
        mark = parse.child(first, "mark") if parse.deps[first] == "ccomp" else None
        is_and = parse.deps[that - 1] == "cc" and mark is not None and parse.lowers[mark] == "that"
        if is_and and parse.child(verb, "mark") is None:
            parse = parse.attached(that, verb, "mark").read_as(that, tag="IN")
    return parse


def adverb_of_clause(parse: Parse) -> Parse:
    """Take off a noun what ends the clause: "to be seen with anybody else either"."""
    for i in parse.worded(*OF_CLAUSE):
        noun = parse.heads[i]
        is_last = i + 1 >= len(parse.words) or parse.deps[i + 1] == "punct"
        if parse.deps[i] != "advmod" or noun > i or not is_last or parse.pos[noun] not in (*NOUNS, "PRON", "NUM"):
            continue
        verb = noun
        while parse.pos[verb] not in ("VERB", "AUX") and parse.heads[verb] != verb:
            verb = parse.heads[verb]
        if parse.pos[verb] in ("VERB", "AUX") and verb < i:
            parse = parse.attached(i, verb, "advmod")
    return parse
