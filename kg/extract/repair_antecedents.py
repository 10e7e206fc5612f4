"""Repairs of what "which" and "who" stand for: no person, no place that people died in, nobody who opposed a law."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.attachments import is_many, number_of_verb
from kg.extract.parses import NOUNS, PLURAL, SUBJECTS, UNSAID, Parse
from kg.extract.words_mentions import CLAUSE_NOUNS, GROUP_NOUNS, PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_nominal import BODIES_TOO, EVENT_NOUNS, OBJECT_AFTER_OF
from kg.extract.words_relatives import (
    BUILDING,
    CALAMITIES,
    DEPICTIONS,
    HARMING,
    OBJECTING,
    SOMEBODY,
    SUMMARIES,
    SUMMING,
)

PEOPLE = (PERSON_NOUNS | ROLES | TITLES) - GROUP_NOUNS - BODIES_TOO
EVENTS = CALAMITIES | CLAUSE_NOUNS
COMPLETING = frozenset({"complete", "finish", "finalise", "finalize", "conclude"})
WHERE_BUILT = ("in", "at", "near")
REACH = 4  # nouns up from the one that the clause hangs on


def which_is_no_person(parse: Parse) -> Parse:
    """Hang a clause with "which" on a thing: "The film by the director Ann Lund, which" is about the film."""
    for which in parse.worded("which"):
        clause = parse.heads[which]
        noun = parse.heads[clause]
        if parse.deps[clause] != "relcl" or parse.deps[which] not in (*SUBJECTS, "dobj") or noun > which:
            continue
        if (opposed := _what_was_opposed(parse, noun, clause)) is not None:
            participle, passed = opposed
            parse = parse.attached(clause, passed, "relcl").attached(participle, passed, "acl")
        elif is_person(parse, noun):
            plural = number_of_verb(parse, clause)
            things = (
                n for n in _around(parse, noun, clause) if not is_person(parse, n) and _fits(parse, n, plural=plural)
            )
            better = next(things, None)
            parse = parse.attached(clause, parse.heads[clause] if better is None else better, _label(better))
    return parse


def deed_completed(parse: Parse) -> Parse:
    """Hang on the deed who completed it: "the purchase of the mill, which Acme completed in May" completes no mill."""
    for which in parse.worded("which", "that"):
        done = parse.heads[which]
        clause = parse.heads[done] if parse.deps[done] == "xcomp" else done  # "which it hopes to complete"
        thing = parse.heads[clause]
        of = parse.heads[thing]
        is_done = parse.deps[clause] == "relcl" and parse.deps[which] == "dobj" and parse.bases[done] in COMPLETING
        if not is_done or parse.deps[thing] != "pobj" or parse.lowers[of] != "of":
            continue
        deed = parse.heads[of]
        if parse.bases[deed] in OBJECT_AFTER_OF and parse.bases[thing] not in OBJECT_AFTER_OF:
            parse = parse.attached(clause, deed, "relcl")
    return parse


def _label(better: int | None) -> str:
    return UNSAID if better is None else "relcl"


def is_person(parse: Parse, noun: int) -> bool:
    """Tell whether a noun or the noun before a name is somebody's: "the director", "the director Ann Lund"."""
    if parse.pos[noun] == "NOUN":
        return parse.bases[noun] in PEOPLE
    before = [k for k in parse.below[noun] if k < noun and parse.deps[k] in ("compound", "nmod")]
    if parse.deps[noun] == "appos" and "," not in parse.words[parse.heads[noun] : noun]:
        before.append(parse.heads[noun])
    return any(parse.bases[k] in PEOPLE for k in before)


def _around(parse: Parse, noun: int, clause: int) -> Iterator[int]:
    """Yield the last noun before the clause, where it belongs to the person's, and then those above."""
    last = parse.start(clause) - 2
    if last > noun and parse.deps[last] == "pobj" and parse.is_below(last, noun):
        yield last
    yield from _above(parse, noun)


def _above(parse: Parse, noun: int) -> Iterator[int]:
    """Yield the nouns that a noun hangs on by prepositions, the nearest first."""
    for _ in range(REACH):
        while parse.deps[noun] in ("appos", "conj") and parse.heads[noun] < noun:
            noun = parse.heads[noun]
        preposition = parse.heads[noun]
        above = parse.heads[preposition]
        if parse.deps[noun] != "pobj" or parse.pos[above] not in NOUNS or above > preposition:
            return
        yield above
        noun = above


def _fits(parse: Parse, noun: int, *, plural: bool | None) -> bool:
    return plural is None or is_many(parse, noun) == plural or parse.pos[noun] == "PROPN"


def thing_depicted(parse: Parse) -> Parse:
    """Hang a clause on a picture and not on who is in it: "the statue of a boy that they found" is about the statue."""
    for pronoun in parse.worded("that", "which"):
        clause = parse.heads[pronoun]
        noun = parse.heads[clause]
        of = parse.heads[noun]
        is_led = parse.deps[clause] == "relcl" and parse.deps[noun] == "pobj" and parse.lowers[of] == "of"
        if is_led and parse.bases[parse.heads[of]] in DEPICTIONS and noun < pronoun:
            parse = parse.attached(clause, parse.heads[of], "relcl")
    return parse


def thing_built(parse: Parse) -> Parse:
    """Let what is being built be no town: "a museum in Alba, the town by the sea, which is being built"."""
    for which in parse.worded("which"):
        clause = parse.heads[which]
        town = parse.heads[clause]
        place = parse.heads[town]
        is_built = parse.deps[which] == "nsubjpass" and parse.bases[clause] in BUILDING
        is_town = parse.deps[town] == "appos" and parse.tags[place] == "NNP" and parse.deps[place] == "pobj"
        if not (is_built and is_town and parse.deps[clause] == "relcl"):
            continue
        where = parse.heads[place]
        above = parse.heads[where]
        if parse.tags[above] == "NN" and above < place and parse.lowers[where] in WHERE_BUILT:
            parse = parse.attached(clause, above, "relcl")
    return parse


def match_between(parse: Parse) -> Parse:
    """Hang a clause on what is between two: "the match between Alba and Berg, which was put off" is about the match."""
    for which in parse.worded("which"):
        clause = parse.heads[which]
        side = parse.heads[clause]
        if parse.deps[clause] != "relcl" or parse.deps[which] not in SUBJECTS or side > which:
            continue
        side = parse.heads[side] if parse.deps[side] == "conj" else side
        between = parse.heads[side]
        above = parse.heads[between]
        is_between = parse.lowers[between] == "between" and parse.child(side, "conj") is not None
        if is_between and parse.pos[above] in NOUNS and above < between and number_of_verb(parse, clause) is False:
            parse = parse.attached(clause, above, "relcl")
    return parse


# ------------------------------------------------------------------------------------------------ over objections


def _what_was_opposed(parse: Parse, noun: int, clause: int) -> tuple[int, int] | None:
    """Return "passed" and the law of "a law, passed over the objections of unions, which": it goes on about it."""
    plural = number_of_verb(parse, clause)
    if parse.words[noun + 1 : noun + 2] != (",",):
        return None
    between = [noun, *_above(parse, noun)]
    participle = parse.heads[parse.heads[between[-1]]]
    law = parse.heads[participle]
    if parse.deps[participle] == "advcl":  # "awaits a law, passed over the objections of unions, which"
        law = parse.child(law, "dobj") or law
    is_inserted = parse.tags[participle] == "VBN" and law < participle and parse.words[law + 1] == ","
    if not is_inserted or parse.pos[law] not in NOUNS or not _fits(parse, law, plural=plural):
        return None
    is_opposed = any(parse.bases[n] in OBJECTING for n in between[1:])
    is_other = plural is False and parse.tags[noun] in PLURAL and parse.tags[law] == "NN"
    return (participle, law) if is_opposed or is_other else None


# ------------------------------------------------------------------------------------------------ all that was said


def which_sums_up(parse: Parse) -> Parse:
    """Leave unsaid what a whole clause is: "built it on foreign soil, which would mark a shift" is about no soil."""
    for which in parse.worded("which"):
        clause = parse.heads[which]
        noun = parse.heads[clause]
        if parse.deps[clause] != "relcl" or parse.deps[which] not in SUBJECTS or parse.words[which - 1] != ",":
            continue
        judged = parse.child(clause, "dobj", "attr")
        is_summary = judged is not None and parse.bases[judged] in SUMMARIES
        is_behind = parse.deps[noun] == "pobj" and parse.bases[noun] not in EVENTS | EVENT_NOUNS
        if is_summary and is_behind and parse.bases[clause] in SUMMING:
            parse = parse.attached(clause, noun, UNSAID)
    return parse


# ------------------------------------------------------------------------------------------------ in which


def event_in_which(parse: Parse) -> Parse:
    """Let people die in what happened, and in no place: "a fire in Bergen in which two died" is about the fire."""
    for which in parse.worded("which"):
        preposition = parse.heads[which]
        clause = parse.heads[preposition]
        place = parse.heads[clause]
        is_in = parse.lowers[preposition] == "in" and parse.deps[which] == "pobj"
        if not is_in or parse.deps[clause] != "relcl" or parse.pos[place] != "PROPN" or place > which:
            continue
        if parse.bases[clause] in HARMING:
            event = next((n for n in _above(parse, place) if parse.bases[n] in EVENTS), None)
            parse = parse.attached(clause, place if event is None else event, _label(event))
    return parse


# ------------------------------------------------------------------------------------------------ who, of a name


def who_is_named(parse: Parse) -> Parse:
    """Hang a clause behind a comma on the name: "Ann Lund, a nurse in Bergen, who left" is about Ann Lund."""
    for who in parse.worded("who"):
        clause = parse.heads[who]
        noun = parse.heads[clause]
        name = parse.heads[noun]
        if parse.deps[clause] != "relcl" or parse.deps[who] not in SUBJECTS or parse.deps[noun] != "appos":
            continue
        is_apart = parse.words[who - 1] == "," and "," in parse.words[name:noun]
        is_one = parse.pos[name] == "PROPN" and parse.tags[noun] == "NN" and parse.child(noun, "conj") is None
        if is_apart and is_one and parse.lowers[parse.start(noun)] in ("a", "an"):
            parse = parse.attached(clause, name, "relcl")
    return parse


# ------------------------------------------------------------------------------------------------ names of players


def name_behind_place_and_role(parse: Parse) -> Parse:
    """Read "Norway long jumper Ann Lund was banned" as one person, and not as Norway with a jumper beside it."""
    for name in parse.labelled("appos"):
        place = parse.heads[name]
        are_names = parse.tags[place] == parse.tags[name] == "NNP" and place < name
        is_one = parse.child(place, "cc", "conj") is None and parse.deps[place] != "conj"  # no "Smith & Lund"
        if not (are_names and is_one) or not _lead_to(parse, range(place + 1, name), name):
            continue
        parse = parse.attached(name, name if parse.heads[place] == place else parse.heads[place], parse.deps[place])
        parse = parse.moved([k for k in parse.below[place] if k > place], name)
        parse = parse.attached(place, name, "compound")
    return parse


def _lead_to(parse: Parse, between: range, name: int) -> bool:
    """Tell whether small words that end in what somebody is stand between, and nothing but the first name else."""
    small = [k for k in between if parse.words[k].islower()]
    if not small or small != list(range(between[0], small[-1] + 1)):
        return False
    word = parse.lowers[small[-1]]
    is_role = (word in PEOPLE or word.endswith(SOMEBODY)) and parse.pos[small[-1]] == "NOUN"
    are_words = all(parse.pos[k] in ("NOUN", "ADJ", "PROPN", "VERB") for k in between)
    return is_role and are_words and all(parse.heads[k] in (name, *small) for k in between)
