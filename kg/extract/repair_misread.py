"""Repairs of words that the parser takes for another part of speech, whatever stands around them."""

from __future__ import annotations

import re

from kg.extract.parses import NOUNS, VERBAL, Parse
from kg.extract.words import TIME_NOUNS
from kg.extract.words_mentions import PERSON_NOUNS, ROLES
from kg.extract.words_repairs import (
    BACK_VERBS,
    COME_TO,
    DONE_TO_NOBODY,
    DONE_TO_NOTHING,
    IN_VERBS,
    LIGHT_NOUNS,
    NOUNS_IN_ISE,
    OVER_VERBS,
    TAKE_TIME,
)

SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")
OPEN_ADJECTIVES = frozenset({"clear", "known", "uncertain", "unclear", "unknown", "unsure"})
ASKING = frozenset({"how", "when", "where", "why"})
READ_AS_COMPLEMENT = ("acomp", "ccomp", "oprd", "xcomp", "advmod")


def light_noun(parse: Parse) -> Parse:
    """Read "made landfall near a village" as what was made, where the parser takes the noun for an adjective."""
    for i in parse.worded(*LIGHT_NOUNS):
        verb = parse.heads[i]
        is_complement = parse.deps[i] in READ_AS_COMPLEMENT and verb < i and parse.pos[verb] == "VERB"
        if is_complement and parse.bases[verb] in ("make", "gain") and parse.child(verb, "dobj") is None:
            parse = parse.attached(i, verb, "dobj").read_as(i, tag="NN", pos="NOUN", lemma=parse.lowers[i])
        elif parse.deps[i] == "dobj":
            parse = parse.read_as(i, tag="NN", pos="NOUN", lemma=parse.lowers[i])
    return parse


def way_given(parse: Parse) -> Parse:
    """Read "gave way before dawn" as to give way: it is no time long before dawn."""
    for i in parse.worded("way"):
        if i > 0 and parse.bases[i - 1] == "give" and parse.deps[i] in READ_AS_COMPLEMENT:
            parse = parse.attached(i, i - 1, "dobj").read_as(i, tag="NN", pos="NOUN")
    return parse


def back_before_object(parse: Parse) -> Parse:
    """Read "holds back migrants" as to hold back, and not as migrants of the back."""
    for i in parse.inner("back"):
        noun, verb = parse.heads[i], i - 1
        is_read_as_adjective = parse.deps[i] in ("amod", "compound") and parse.deps[noun] == "dobj"
        is_first = parse.heads[noun] == verb and min(parse.below[noun]) == i
        if is_read_as_adjective and is_first and parse.bases[verb] in BACK_VERBS:
            parse = parse.attached(i, verb, "prt").read_as(i, tag="RP", pos="ADP")
    return parse


def duration_behind_verb(parse: Parse) -> Parse:
    """Read "a core drilled over five summers" as what was drilled, and for how long: nobody drills summers."""
    for i in parse.labelled("dobj"):
        verb = parse.heads[i]
        over = verb + 1
        is_time = parse.bases[i] in TIME_NOUNS and parse.bases[verb] not in TAKE_TIME
        if not is_time or not over < i or parse.lowers[over] != "over" or parse.deps[over] == "prt":
            continue
        parse = parse.attached(over, verb, "prep").attached(i, over, "pobj").read_as(over, tag="IN", pos="ADP")
        if parse.deps[verb] == "acl" and parse.child(verb, "aux", "auxpass", "nsubj") is None:
            parse = parse.read_as(verb, tag="VBN")
    return parse


def thanks_to(parse: Parse) -> Parse:
    """Read "survived thanks to a wall" as what it was due to, unless somebody gives thanks."""
    for i in parse.inner("thanks"):
        to, verb = i + 1, parse.heads[i]
        is_led = parse.heads[to] in (i, verb) and parse.lowers[to] == "to"
        is_bare = all(c == to for c in parse.below[i]) and parse.child(to, "pobj") is not None
        is_read_as_noun = parse.deps[i] in ("npadvmod", "appos", "nsubj", "dep") and is_bare
        if is_led and is_read_as_noun and parse.pos[verb] in VERBAL:
            parse = parse.attached(i, verb, "prep").attached(to, i, "prep").read_as(i, tag="IN", pos="ADP")
    return parse


def through_by_score(parse: Parse) -> Parse:
    """Read "went through 3-2" as how they went through, and not as what they went through."""
    for i in parse.inner("through"):
        verb, score = parse.heads[i], parse.child(i, "pobj")
        is_led = score == i + 1 and parse.deps[i] == "prep" and i == verb + 1
        if score is not None and is_led and SCORE.fullmatch("".join(parse.words[score : score + 3])):
            parse = parse.attached(i, verb, "prt").read_as(i, tag="RP").attached(score, verb, "npadvmod")
            for behind in [k for k in parse.below[score] if k > score and parse.deps[k] == "prep"]:
                parse = parse.attached(behind, verb, "prep")
    return parse


def worth_of_noun(parse: Parse) -> Parse:
    """Read "loans worth 5 million euros" as loans of that worth, whatever the parser takes the word for."""
    for i in parse.inner("worth"):
        noun, money = i - 1, parse.child(i, "npadvmod", "pobj", "dobj")
        if parse.deps[i] in ("prep", "amod") and parse.pos[noun] in NOUNS and money is not None:
            parse = parse.attached(i, noun, "amod")
    return parse


def object_behind_over(parse: Parse) -> Parse:
    """Read "signed over the farm" as to sign over, and "tapped in the rebound" as to tap in, each with its object."""
    for i in parse.inner("in", "over"):
        verb, object_ = i - 1, parse.child(i, "pobj")
        verbs = OVER_VERBS if parse.lowers[i] == "over" else IN_VERBS
        is_led = parse.deps[i] == "prep" and parse.heads[i] == verb and object_ is not None
        if not is_led or object_ is None or parse.bases[verb] not in verbs:
            continue
        if parse.child(verb, "dobj") is None and parse.bases[object_] not in TIME_NOUNS:
            parse = parse.attached(i, verb, "prt").attached(object_, verb, "dobj").read_as(i, tag="RP")
    return parse


def object_of_particle(parse: Parse) -> Parse:
    """Give the verb what the parser gives to its particle: "voted down a bill" is about a bill."""
    for i in parse.labelled("prt"):
        verb, thing = parse.heads[i], parse.child(i, "pobj")
        if thing is not None and parse.child(verb, "dobj") is None:
            parse = parse.attached(thing, verb, "dobj")
    return parse


def participle_before_noun(parse: Parse) -> Parse:
    """Read "pays pensions to surviving relatives" as who gets them: nobody survives the relatives."""
    for i in parse.labelled("pcomp"):
        noun = parse.child(i, "dobj")
        if noun is None or not _stands_before(parse, i, noun) or parse.child(i, "aux", "nsubj") is not None:
            continue
        lead = parse.heads[i]
        parse = parse.moved([c for c in parse.below[i] if c != noun], noun)
        parse = parse.attached(noun, lead, "pobj").attached(i, noun, "amod")
    return parse


def _stands_before(parse: Parse, participle: int, noun: int) -> bool:
    """Tell whether a participle tells which ones are meant: nobody does these to anything, or not to people."""
    lemma = parse.bases[participle]
    is_of_people = lemma in DONE_TO_NOBODY and parse.bases[noun] in PERSON_NOUNS
    is_near = min(parse.start(noun), noun) == participle + 1 and parse.child(noun, "det", "poss") is None
    return is_near and parse.tags[noun] == "NNS" and (is_of_people or lemma in DONE_TO_NOTHING)


def come_to_rest(parse: Parse) -> Parse:
    """Read "came to rest on a road" as one deed: it came there for no purpose."""
    for i in parse.worded(*COME_TO):
        verb = parse.heads[i]
        is_led = parse.deps[i] == "advcl" and verb == i - 2 and parse.tags[i - 1] == "TO"
        if is_led and parse.bases[verb] == "come":
            parse = parse.attached(i, verb, "xcomp")
    return parse


def that_before_role(parse: Parse) -> Parse:
    """Read "that" before a role and a name as what they did: "a plan that coach Ann Lund called odd"."""
    for that in parse.inner("that"):
        role = parse.heads[that]
        name = parse.child(role, "appos")
        if parse.tags[that] not in ("DT", "WDT") or parse.deps[that] != "det" or role != that + 1 or name is None:
            continue
        verb = parse.heads[role]
        is_role = parse.bases[role] in ROLES | PERSON_NOUNS and parse.start(name) == role + 1
        if not is_role or parse.deps[role] != "nsubj" or parse.deps[verb] not in ("acl", "relcl"):
            continue
        parse = parse.attached(name, verb, "nsubj").attached(role, name, "compound")
        label = "dobj" if parse.child(verb, "dobj") is None else "mark"
        parse = parse.attached(that, verb, label).read_as(that, tag="WDT").attached(verb, parse.heads[verb], "relcl")
    return parse


def there_behind_noun(parse: Parse) -> Parse:
    """Read "the price of rice there has risen" as the price in that place: "there" is not what has risen."""
    for i in parse.worded("there"):
        verb = parse.heads[i]
        noun = parse.child(verb, "nsubj", "nsubjpass") if parse.deps[i] == "expl" else None
        if noun is not None and noun < i < verb and parse.end(noun) == i - 1:
            parse = parse.attached(i, noun, "advmod").read_as(i, tag="RB", pos="ADV")
    return parse


def verb_read_as_thing(parse: Parse) -> Parse:
    """Read "to free the men and apologise" as two deeds, where the parser takes the second verb for a noun."""
    for i in parse.labelled("conj"):
        thing = parse.heads[i]
        verb, lower = parse.heads[thing], parse.lowers[i]
        is_verb = lower.endswith(("ise", "ize")) and lower not in NOUNS_IN_ISE and parse.tags[i] == "NN"
        if is_verb and parse.deps[thing] == "dobj" and parse.tags[verb] == "VB" and not parse.below[i]:
            parse = parse.joined(i, verb).read_as(i, tag="VB", pos="VERB", lemma=lower)
    return parse


def open_question(parse: Parse) -> Parse:
    """Read "it is unclear when the mine will reopen" as what is unclear: it says of no time that the mine will."""
    for i in parse.worded(*OPEN_ADJECTIVES):
        mark = i + 1
        above = parse.heads[i]
        if mark >= len(parse.words) or parse.lowers[mark] not in ASKING or parse.deps[i] != "acomp":
            continue
        clause = next((c for c in parse.below[above] if parse.deps[c] == "advcl" and parse.start(c) == mark), None)
        lies_ahead = clause is not None and any(parse.tags[c] == "MD" for c in parse.below[clause])
        if clause is not None and lies_ahead:  # but "it is not clear how they escaped": they did
            parse = parse.attached(clause, i, "ccomp")
    return parse
