"""Repairs of what one verb governs of another: who is told to do it, what is ruled out, where the governing ends."""

from __future__ import annotations

from kg.extract.parses import SUBJECTS, Parse
from kg.extract.words import BE, INTRANSITIVE
from kg.extract.words_factuality import (
    CALLING_ON,
    COMMANDING,
    CONDITIONAL_MODALS,
    GERUND_PARTICLES,
    INVERTED_CONDITIONS,
    MANDATIVE,
    PROVIDED,
)
from kg.extract.words_mentions import GROUP_NOUNS, PERSON_NOUNS, ROLES

CLAUSES = ("conj", "advcl", "pcomp", "ccomp", "xcomp")
TAKEN = ("dobj", "xcomp", "ccomp", "acomp", "attr", "prt", "oprd", "prep")


def governed_verbs(parse: Parse) -> Parse:
    """Put right what hangs on a verb that governs others, in one pass."""
    deps = parse.deps
    for i in sorted({*parse.labelled(*CLAUSES), *parse.worded(*PROVIDED, "pending")}):
        dep = deps[i]
        if dep == "conj" and _opens_with_that(parse, i):
            parse = _said_too(parse, i)
        elif dep == "conj" and parse.tags[i] == "VBD":
            parse = _beside_governor(parse, i)
        elif dep == "advcl" and parse.tags[i] == "VB":
            called = _called_on(parse, i)
            parse = _told_to_do(parse, i) if called is parse else called
        elif dep in ("advcl", "pcomp") and parse.tags[i] == "VBG":
            parse = _ruled_out(parse, i)
        elif dep == "ccomp" and parse.lowers[min((*parse.below[i], i))] in INVERTED_CONDITIONS:
            parse = _inverted_condition(parse, i)
        elif dep == "ccomp" and parse.tags[i] == "NN":
            parse = _demanded(parse, i)
        elif dep == "xcomp" and parse.tags[i] == "VB":
            parse = _called_on(parse, i)
        elif parse.lowers[i] in PROVIDED:
            parse = _provided(parse, i)
        elif dep == "amod" and parse.lowers[i] == "pending":
            parse = _pending(parse, i)
    return parse


def _opens_with_that(parse: Parse, i: int) -> bool:
    return any(parse.deps[c] == "mark" and parse.lowers[c] == "that" for c in parse.below[i])


def _said_too(parse: Parse, i: int) -> Parse:
    """Join a second that-clause to the first one: "said they had met, but that a deal was not certain"."""
    verb = parse.heads[i]
    said = next((c for c in parse.below[verb] if parse.deps[c] == "ccomp" and verb < c < i), None)
    if said is None or parse.child(i, *SUBJECTS) is None:
        return parse
    parse = parse.attached(i, said, "conj")
    for sign in [c for c in parse.below[verb] if said < c < i and parse.deps[c] == "cc"]:
        parse = parse.attached(sign, said, "cc")
    return parse


def _beside_governor(parse: Parse, i: int) -> Parse:
    """Join a past tense to the verb above an infinitive: "was asked to resign and left" is not asked to left."""
    first = governor = parse.heads[i]
    is_infinitive = _is_infinitive(parse, first) and parse.child(first, "auxpass") is None
    if not is_infinitive or parse.child(i, "aux", "auxpass", *SUBJECTS) is not None:
        return parse
    while (_is_infinitive(parse, governor) or parse.pos[governor] == "ADJ") and parse.heads[governor] != governor:
        governor = parse.heads[governor]
    if parse.pos[governor] not in ("VERB", "AUX"):
        return parse
    is_open = parse.child(governor, "auxpass") is not None and parse.child(i, *TAKEN) is None
    is_unsure = is_open and parse.bases[i] not in INTRANSITIVE  # "was told to go and (was?) refused"
    parse = parse.attached(i, governor, "dep" if is_unsure else "conj")
    for sign in [c for c in parse.below[first] if first < c < i and parse.deps[c] == "cc"]:
        parse = parse.attached(sign, governor, "cc")
    return parse


def _is_infinitive(parse: Parse, i: int) -> bool:
    return any(parse.lowers[c] == "to" for c in parse.below[i] if parse.deps[c] == "aux")


def _told_to_do(parse: Parse, i: int) -> Parse:
    """Read "directed the airline to pay its pilots" as what the airline is to do, and as no purpose."""
    verb = parse.heads[i]
    told, first = parse.child(verb, "dobj"), min(parse.below[i], default=i)
    if parse.bases[verb] not in COMMANDING | {"cause"} or told is None or not verb < told < first:
        return parse
    is_somebody = parse.pos[told] in ("PROPN", "PRON") or parse.bases[told] in PERSON_NOUNS | GROUP_NOUNS | ROLES
    is_somebody |= parse.bases[verb] == "cause"  # whatever is made to do something
    is_next = parse.is_below(first - 1, told) or _is_behind_apposition(parse, first - 1, told)
    if not (is_somebody and is_next and _is_infinitive(parse, i) and parse.child(i, *SUBJECTS) is None):
        return parse
    return parse.attached(told, i, "nsubj").attached(i, verb, "ccomp")


def _called_on(parse: Parse, i: int) -> Parse:
    """Read "called on members to vote" as what the members are to do."""
    verb, first = parse.heads[i], min(parse.below[i], default=i)
    for lead in parse.below[verb]:
        called = parse.child(lead, "pobj") if verb < lead < first and parse.deps[lead] == "prep" else None
        is_pair = (parse.bases[verb], parse.lowers[lead]) in CALLING_ON
        if called is not None and is_pair and parse.is_below(first - 1, called) and _is_infinitive(parse, i):
            parse = parse.attached(called, i, "nsubj").attached(i, verb, "ccomp")
            return parse.attached(lead, verb, "prt").read_as(lead, tag="RP")
    return parse


def _provided(parse: Parse, i: int) -> Parse:
    """Read "provided (that) it pays" as a condition, and as nothing that anybody provides."""
    if parse.deps[i] == "csubj":  # "Providing the weather holds"
        clause, subject = parse.heads[i], parse.child(i, "dobj")
        return parse if subject is None else parse.attached(subject, clause, "nsubj").attached(i, clause, "mark")
    above = parse.heads[i]
    for clause in (*parse.below[i], *parse.below[above], *parse.below[parse.heads[above]]):
        is_next = parse.deps[clause] == "ccomp" and parse.start(clause) == i + 1
        if is_next and parse.child(clause, *SUBJECTS) is not None and parse.pos[parse.heads[clause]] == "VERB":
            verb = parse.heads[i] if parse.heads[clause] == i else parse.heads[clause]
            while parse.pos[verb] not in ("VERB", "AUX") and parse.heads[verb] != verb:
                verb = parse.heads[verb]
            return parse.attached(clause, verb, "advcl").attached(i, clause, "mark")
    return parse


def _is_behind_apposition(parse: Parse, comma: int, told: int) -> bool:
    """Tell whether an apposition ends before the infinitive: "asked the winner, Berg's Union for Reform, to form"."""
    return parse.words[comma] == "," and "," in parse.words[told:comma] and parse.is_below(comma - 1, told)


def _ruled_out(parse: Parse, i: int) -> Parse:
    """Take a participle behind a particle for what the verb is about: "ruled out sending troops"."""
    above = parse.heads[i]
    verb = parse.heads[above] if parse.deps[i] == "pcomp" else above
    particle = i - 1
    is_pair = (parse.bases[verb], parse.lowers[particle]) in GERUND_PARTICLES
    if not is_pair or parse.heads[particle] != verb or parse.child(i, "mark", "aux", *SUBJECTS) is not None:
        return parse
    return parse.attached(particle, verb, "prt").read_as(particle, tag="RP").attached(i, verb, "xcomp")


def _demanded(parse: Parse, i: int) -> Parse:
    """Read "proposed that the city scrap the tax" as a clause: a noun has no object."""
    subject, mark = parse.child(i, "nsubj"), parse.child(i, "mark")
    is_clause = mark is not None and parse.lowers[mark] == "that" and parse.child(i, "dobj") is not None
    is_said = parse.bases[parse.heads[i]] in MANDATIVE
    return parse.read_as(i, tag="VB", pos="VERB") if is_clause and is_said and subject is not None else parse


def _inverted_condition(parse: Parse, i: int) -> Parse:
    """Read "Had it been checked, the boiler would not have burst" as a condition, and as nothing that is said."""
    verb, first = parse.heads[i], min((*parse.below[i], i))
    subject = parse.child(i, *SUBJECTS)
    would = next((v for v in (verb, *parse.below[verb]) if _has_would(parse, v)), None)  # "…, I think it would have"
    if subject is None or not first < subject or i > verb or would is None:
        return parse
    parse = parse.attached(i, would, "advcl")
    deed = parse.child(subject, "relcl")  # "Were the tax to pass"
    is_be_to = deed is not None and first == i and _is_infinitive(parse, deed)
    return parse.attached(deed, i, "xcomp") if deed is not None and is_be_to else parse


def _has_would(parse: Parse, verb: int) -> bool:
    return any(parse.lowers[c] in CONDITIONAL_MODALS for c in parse.below[verb] if parse.deps[c] == "aux")


def _pending(parse: Parse, i: int) -> Parse:
    """Read "pending" as a preposition behind a comma or "be": "will pay, pending approval", "is pending approval"."""
    noun, before = parse.heads[i], parse.lowers[i - 1] if i else ","
    verb = parse.heads[noun]
    if i != min(parse.below[noun]) or (before != "," and before not in BE) or parse.pos[verb] not in ("VERB", "AUX"):
        return parse
    if parse.deps[noun] not in ("dobj", "attr", "npadvmod", "appos", "oprd"):
        return parse
    return parse.read_as(i, tag="IN", pos="ADP").attached(i, verb, "prep").attached(noun, i, "pobj")
