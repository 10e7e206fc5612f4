"""Repairs of sentences that put one thing forward: "What we need is rain", "It was the mayor who closed the bridge".

They say no more than the plain sentence does, "we need rain", and are read as it. What is denied in one of them
("It is not the tax that angers farmers") is not told.
"""

from __future__ import annotations

from kg.extract.parses import SUBJECTS, UNSAID, Parse
from kg.extract.words import BE, TIME_NOUNS
from kg.extract.words_relatives import NEVER_CLEFT, NOT_PUT_FORWARD, PUT_FORWARD

NOUNS = ("NOUN", "PROPN", "PRON")


def what_is_put_forward(parse: Parse) -> Parse:
    """Read a sentence that puts one thing forward as the plain one that it stands for."""
    for what in parse.worded("what"):
        parse = _free_relative(parse, what)
    for all_ in parse.worded("all"):
        parse = _all_that(parse, all_)
    for it in parse.worded("it"):
        parse = _it_is(parse, it)
    return parse


def _promoted(parse: Parse, verb: int, be: int) -> Parse:
    """Put a verb into the place of the "be" above it."""
    others = [c for c in parse.below[be] if c != verb and parse.deps[c] != "neg"]
    is_root = parse.heads[be] == be
    if parse.pos[verb] not in ("VERB", "AUX"):
        parse = parse.read_as(verb, tag="VBD", pos="VERB")
    parse = parse.attached(verb, verb if is_root else parse.heads[be], parse.deps[be])
    parse = parse.moved(others, verb)
    return parse.attached(be, verb, UNSAID)


def _is_denied(parse: Parse, be: int, noun: int) -> bool:
    """Tell whether one thing is said not to be it: "is not the tax", "is not the tax but the fine"."""
    neg = parse.child(be, "neg")
    before = [k for k in (*parse.below[noun], *parse.below[be]) if parse.lowers[k] in ("not", "n't", "n’t")]
    is_only = any(parse.words[k + 1 : k + 2] in (("only",), ("just",)) for k in before)
    return (neg is not None or bool(before)) and not is_only


# ------------------------------------------------------------------------------------------------ what, all


def _free_relative(parse: Parse, what: int) -> Parse:
    """Read "What worries us is the price" as "the price worries us", "What we need is rain" as "we need rain"."""
    verb = parse.heads[what]
    be = parse.heads[verb]
    if parse.deps[verb] != "csubj" or not what < verb < be or parse.lowers[be] not in BE:
        return parse
    is_subject = parse.deps[what] in SUBJECTS
    if is_subject:
        parse = _with_object(parse, verb, be)
    noun = parse.child(be, "attr", "xcomp")
    lemma = parse.bases[verb]
    is_cleft = lemma not in NEVER_CLEFT if is_subject else lemma in PUT_FORWARD and parse.deps[what] == "dobj"
    if noun is None or not be < noun or not is_cleft or parse.child(be, "aux") is not None:
        return parse
    if _is_denied(parse, be, noun):
        return parse.attached(verb, be, UNSAID)
    slot = "nsubj" if is_subject else "xcomp" if parse.deps[noun] == "xcomp" else "dobj"
    if is_subject and parse.deps[noun] == "xcomp":
        return parse
    return _promoted(parse.attached(what, verb, UNSAID).attached(noun, verb, slot), verb, be)


def _with_object(parse: Parse, verb: int, be: int) -> Parse:
    """Give the verb whom it is about, whatever the parser hangs that on: "What worries doctors is the fever"."""
    if parse.child(verb, "dobj") is not None:
        return parse
    loose = [k for k in parse.below[be] if verb < k < be and parse.deps[k] in SUBJECTS]
    bare = [k for k in parse.below[verb] if k > verb and parse.deps[k] == "pobj"]
    return parse.attached(min(loose or bare), verb, "dobj") if loose or bare else parse


def _all_that(parse: Parse, all_: int) -> Parse:
    """Read "All they want is a school" as "they want a school"."""
    be, verb = parse.heads[all_], parse.child(all_, "relcl")
    if parse.deps[all_] != "nsubj" or verb is None or parse.lowers[be] not in BE or not verb < be:
        return parse
    thing = parse.child(be, "attr", "xcomp")
    fronted = [k for k in parse.below[verb] if parse.deps[k] == "dobj" and parse.lowers[k] != "that"]
    if parse.child(verb, *SUBJECTS) is None or fronted or thing is None or thing < be or _is_denied(parse, be, thing):
        return parse.attached(verb, all_, UNSAID)
    stranded = verb + 1 if parse.deps[verb + 1] == "prep" and not parse.below[verb + 1] else verb
    slot = "pobj" if stranded != verb else "xcomp" if parse.deps[thing] == "xcomp" else "dobj"
    return _promoted(parse.attached(thing, stranded, slot), verb, be).attached(all_, be, UNSAID)


# ------------------------------------------------------------------------------------------------ it is


def _it_is(parse: Parse, it: int) -> Parse:
    """Read "It was Lund who closed it" as "Lund closed it", and "It was in May that it fell" as "it fell in May"."""
    be = parse.heads[it]
    if parse.deps[it] != "nsubj" or not it < be or parse.lowers[be] not in BE or parse.child(be, "aux"):
        return parse
    noun, said = parse.child(be, "attr"), parse.child(be, "ccomp")
    if noun is not None:
        verb = parse.child(noun, "relcl")
        return parse if verb is None or not _is_who(parse, noun, verb) else _who_did(parse, it, be, noun, verb)
    led = [k for k in parse.below[be] if parse.deps[k] == "prep" and be < k]
    mark = None if said is None else parse.start(said)
    is_when = led and mark is not None and parse.lowers[mark] == "that" and led[-1] < mark
    if said is None or mark is None or not is_when or parse.child(be, "acomp") is not None:
        return parse
    if parse.child(be, "neg") is not None:
        return parse.attached(said, be, UNSAID).attached(it, be, UNSAID)
    return _promoted(parse.attached(mark, said, UNSAID), said, be).attached(it, said, UNSAID)


def _is_who(parse: Parse, noun: int, verb: int) -> bool:
    """Tell whether a clause behind a noun tells what it did, where "it" can hardly be anything."""
    pronoun = parse.child(verb, *SUBJECTS, "dobj")
    is_right_behind = pronoun is not None and pronoun == noun + 1 and parse.lowers[pronoun] in ("who", "that")
    below = [k for k in parse.below[noun] if k < noun]
    is_known = parse.pos[noun] == "PROPN" or any(parse.lowers[k] in ("the", "its", "their") for k in below)
    is_ranked = any(parse.tags[k] == "JJS" or parse.lowers[k] in NOT_PUT_FORWARD for k in below)
    return is_right_behind and is_known and not is_ranked and parse.bases[noun] not in TIME_NOUNS


def _who_did(parse: Parse, it: int, be: int, noun: int, verb: int) -> Parse:
    pronoun = noun + 1
    if _is_denied(parse, be, noun):
        return parse.attached(verb, noun, UNSAID).attached(it, be, UNSAID)
    slot = parse.deps[pronoun]
    parse = parse.attached(pronoun, verb, UNSAID)
    parse = parse.attached(noun, be, UNSAID).attached(verb, be, "relcl")
    return _promoted(parse, verb, be).attached(noun, verb, slot).attached(it, verb, UNSAID)
