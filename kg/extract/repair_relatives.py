"""Repairs of what a relative clause or participle is said of: "Ann Lund of the fund Norvik, who", "a cave of ice dug".

"Who" stands for somebody, a participle behind a comma for what the sentence is about, and "most of them" for no
subject of the verb behind it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.attachments import is_many, number_of_verb
from kg.extract.parses import NOUNS, SUBJECTS, UNSAID, Parse
from kg.extract.words_attribution import SPEECH_NOUNS
from kg.extract.words_factuality import REJECTING
from kg.extract.words_mentions import (
    CLAUSE_NOUNS,
    COMPANY_SUFFIXES,
    GROUP_NOUNS,
    ORGANIZATION_WORDS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    ROLES,
    TITLES,
)
from kg.extract.words_nominal import EVENT_NOUNS
from kg.extract.words_relatives import (
    CALLINGS,
    CARRYING,
    CONTAINING,
    MATERIALS,
    PARTS,
    RELATIONS,
    SAID_OF_PLACES,
    SOMEBODY,
    SUPPLIES,
    WHERE_FROM,
)
from kg.extract.words_repairs import BEFORE_CLAUSE

PEOPLE = PERSON_NOUNS | ROLES | TITLES
BODIES = GROUP_NOUNS | PLACE_NOUNS | ORGANIZATION_WORDS | COMPANY_SUFFIXES
MANY_IN_ONE = GROUP_NOUNS & PERSON_NOUNS | frozenset({"community", "family", "population", "public", "team"})
PERSONAL = ("ist", "ian", "woman", "man")
EVENTS = EVENT_NOUNS | CLAUSE_NOUNS
AGES = frozenset({"under", "over", "above", "below"})  # "children under five who"
REACH = 3  # nouns up from the one that the clause hangs on


# ------------------------------------------------------------------------------------------------ who


def who_is_somebody(parse: Parse) -> Parse:
    """Hang a clause with "who" on somebody: "Ann Lund of the fund Norvik, who", "an engineer by training who"."""
    for who in parse.worded("who"):
        clause = parse.heads[who]
        noun = parse.heads[clause]
        if parse.deps[who] not in SUBJECTS or parse.deps[clause] != "relcl" or noun > who:
            continue
        if (better := _somebody_above(parse, noun, clause)) is not None:
            parse = parse.attached(clause, better, "relcl")
    return parse


def _somebody_above(parse: Parse, noun: int, clause: int) -> int | None:
    """Return who is meant instead of the noun that the clause hangs on, if that is nobody."""
    above = list(_nouns_above(parse, noun))
    if not above or parse.child(noun, "conj") is not None:
        return None
    if parse.bases[noun] in CALLINGS and parse.lowers[parse.heads[noun]] == "by":
        return above[0]
    plural = number_of_verb(parse, clause)
    if _is_nobody(parse, noun):
        fitting = [n for n in above if _fits(parse, n, plural)]
        return next((n for sort in SORTS for n in fitting if sort(parse, n)), None)
    is_apart = parse.words[_right(parse, noun) + 1 : _right(parse, noun) + 2] == (",",)
    holder = above[-1]
    is_main = is_apart and parse.deps[holder] in SUBJECTS and _is_person(parse, holder)
    return holder if is_main and _is_many(parse, noun) and _fits(parse, holder, plural) else None


def _nouns_above(parse: Parse, noun: int) -> Iterator[int]:
    """Yield the nouns that the noun hangs on by prepositions, the nearest first."""
    for _ in range(REACH):
        preposition = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.deps[preposition] != "prep":
            return
        noun = parse.heads[preposition]
        if parse.pos[noun] in ("ADJ", "ADV") and parse.heads[noun] < noun:
            noun = parse.heads[noun]  # "people familiar with the talks", "migrants now at sea"
        if parse.pos[noun] not in NOUNS or noun > preposition:
            return
        yield noun


def _is_many(parse: Parse, noun: int) -> bool:
    """Tell whether many are spoken of as one: "lawyers for the villages, who"."""
    return parse.bases[noun] in MANY_IN_ONE | BODIES


def _right(parse: Parse, noun: int) -> int:
    """Return the last word of a name that an apposition without a comma ends: "the fund Norvik"."""
    name = parse.child(noun, "appos")
    return name if name is not None and "," not in parse.words[noun:name] else noun


def _fits(parse: Parse, noun: int, plural: bool | None) -> bool:
    return plural is None or is_many(parse, noun) == plural


def _is_person(parse: Parse, noun: int) -> bool:
    lemma = parse.bases[noun]
    if parse.pos[noun] == "PROPN" and lemma not in TITLES:
        return not _is_body(parse, noun)
    return (lemma in PEOPLE and lemma not in MANY_IN_ONE) or lemma.endswith(PERSONAL)


def _is_many_people(parse: Parse, noun: int) -> bool:
    return parse.tags[noun] == "NNS" and parse.bases[noun] not in BODIES | EVENTS


def _is_group(parse: Parse, noun: int) -> bool:
    return parse.bases[noun] in MANY_IN_ONE | GROUP_NOUNS


def _is_nobody(parse: Parse, noun: int) -> bool:
    """Tell whether "who" cannot stand for the noun: a body or place beside somebody, or a bare idea."""
    lemma = parse.bases[noun]
    if parse.pos[noun] == "PROPN":
        return _is_body(parse, noun) or _is_where_from(parse, noun)
    if lemma in MANY_IN_ONE or _is_person(parse, noun):
        return False
    if parse.tags[noun] == "CD":
        return parse.lowers[parse.heads[noun]] in AGES
    if parse.tags[noun] == "NNS":
        holder = parse.heads[parse.heads[noun]]
        is_thing = not lemma.endswith(SOMEBODY) and parse.bases[holder] in PEOPLE - RELATIONS
        return lemma in EVENTS | BODIES or is_thing
    is_bare = parse.child(noun, "det", "poss", "nummod") is None
    is_where = parse.lowers[parse.heads[noun]] in WHERE_FROM
    return parse.tags[noun] == "NN" and (is_bare or is_where or lemma in BODIES)


def _is_body(parse: Parse, name: int) -> bool:
    """Tell whether a name is no person's: "the fund Norvik", "Norvik Bank"; but "the singer Ann Lund"."""
    within = [parse.bases[k] for k in parse.below[name] if k < name and parse.deps[k] in ("compound", "nmod")]
    if any(word in PEOPLE or word.endswith(PERSONAL) for word in within):
        return False
    has_article = any(parse.lowers[k] == "the" for k in parse.below[name] if k < name)
    return has_article or parse.bases[name] in ORGANIZATION_WORDS | COMPANY_SUFFIXES


def _is_where_from(parse: Parse, name: int) -> bool:
    """Tell whether a name says where somebody works or comes from: "Ann Lund of Norvik", "nurses from Alba"."""
    preposition = parse.heads[name]
    word, holder = parse.lowers[preposition], parse.heads[preposition]
    is_office = parse.pos[holder] == "PROPN" or parse.bases[holder] in (ROLES | TITLES | BODIES) - RELATIONS
    titled = any(parse.bases[k].rstrip(".") in TITLES for k in parse.below[name] if k < name)
    return not titled and (word in WHERE_FROM or (word == "of" and is_office))


def _is_called_so(parse: Parse, noun: int) -> bool:
    """Tell whether a name is called by the noun: "Ann Lund, a guide from Berg, who"."""
    is_one = parse.tags[noun] == "NN" and parse.deps[noun] == "appos" and parse.pos[parse.heads[noun]] == "PROPN"
    return is_one and parse.bases[noun] not in BODIES | EVENTS


SORTS = (
    _is_person,
    _is_many_people,
    _is_group,
    _is_called_so,
)  # "who" is the first of these above a noun that it cannot be


# ------------------------------------------------------------------------------------------------ participles


def participle_of_thing(parse: Parse) -> Parse:
    """Say a participle of what it is about: "sent rifles to Hull, hidden in flour", "a cave of ice dug beneath it"."""
    for i in parse.labelled("acl"):
        if parse.tags[i] not in ("VBN", "VBD"):
            continue
        if parse.tags[i] == "VBD" and parse.child(i, *SUBJECTS, "aux", "dobj") is None:
            parse = parse.read_as(i, tag="VBN")  # "the decision shared with the paper"
        noun = parse.heads[i]
        start = parse.start(i)
        if (counted := _counted(parse, noun, start)) is not None:
            parse = parse.attached(i, counted, "acl")
        elif parse.bases[noun] in MATERIALS and start == noun + 1:
            parse = _of_what_is_made(parse, i, noun)
        elif parse.words[start - 1] == "," and noun < start:
            parse = _of_what_is_carried(parse, i, noun)
    for i in parse.labelled("advcl"):
        if parse.tags[i] in ("VBN", "VBD") and parse.child(i, *SUBJECTS, "aux", "auxpass", "mark") is None:
            comma = parse.start(i) - 1
            is_of_place = parse.words[comma] == "," and parse.tags[comma - 1] == "NNP" and i - comma <= 2
            if is_of_place and parse.lowers[i] in SAID_OF_PLACES:
                parse = parse.attached(i, parse.heads[i], UNSAID)
            else:
                parse = _of_object(parse, i, parse.heads[i])
    return parse


def _counted(parse: Parse, noun: int, start: int) -> int | None:
    """Return what there is too little or enough of: of "a lack of engines, built by Norvik," the engines are built."""
    of = noun + 1
    thing = parse.child(of, "pobj") if parse.bases[noun] in SUPPLIES and of < start else None
    is_of = thing is not None and parse.lowers[of] == "of" and parse.heads[of] == noun and thing < start
    return thing if is_of else None


def _of_object(parse: Parse, i: int, verb: int) -> Parse:
    """Say of the thing what it is carried in: in "sent the toys to Ghana, packed in crates" nobody else is packed."""
    thing = parse.child(verb, "dobj")
    is_carried = thing is not None and parse.bases[verb] in CARRYING and verb < thing < i
    is_in = is_carried and _is_contained(parse, i)
    return parse.attached(i, thing, "acl").read_as(i, tag="VBN") if thing is not None and is_in else parse


def _is_contained(parse: Parse, i: int) -> bool:
    return any(parse.deps[k] == "prep" and parse.lowers[k] in CONTAINING for k in parse.below[i])


def _of_what_is_made(parse: Parse, i: int, material: int) -> Parse:
    preposition = parse.heads[material]
    is_of = parse.deps[material] == "pobj" and parse.lowers[preposition] == "of"
    is_bare = parse.tags[material] == "NN" and parse.child(material, "det", "poss", "conj") is None
    thing = parse.heads[preposition]
    return parse.attached(i, thing, "acl") if is_of and is_bare and parse.pos[thing] == "NOUN" else parse


def _of_what_is_carried(parse: Parse, i: int, place: int) -> Parse:
    """Take a participle behind a comma off the name of a place, of which it says nothing."""
    while parse.deps[place] == "conj":
        place = parse.heads[place]
    preposition = parse.heads[place]
    verb = _verb_above(parse, preposition)
    is_place = parse.pos[place] == "PROPN" and parse.lowers[preposition] in ("to", "into", "from", "in", "via")
    if not is_place or verb is None or parse.lowers[i] in SAID_OF_PLACES:
        return parse
    if parse.child(verb, "auxpass") is not None:
        return parse.attached(i, verb, "advcl")
    thing = parse.child(verb, "dobj")
    if thing is not None and verb < thing < preposition and _is_contained(parse, i):
        return parse.attached(i, thing, "acl")
    return parse.attached(i, verb, UNSAID)


def _verb_above(parse: Parse, preposition: int) -> int | None:
    """Return the verb that a preposition hangs on, or the verb of whose object it does."""
    if parse.deps[preposition] not in ("prep", "dative"):
        return None
    above = parse.heads[preposition]
    verb = parse.heads[above] if parse.deps[above] in ("dobj", "prep", *SUBJECTS) else above
    return verb if parse.pos[verb] == "VERB" else None


# ------------------------------------------------------------------------------------------------ parts of them


def part_of_them(parse: Parse) -> Parse:
    """Leave the verb its subject: in "A ferry with 40 pilgrims, most of them Poles, sank" it is the ferry that sank."""
    for them in parse.worded("them", "whom"):
        of = parse.heads[them]
        part = parse.heads[of]
        if parse.lowers[of] != "of" or part > of or not (_is_part(parse, part) and parse.words[part - 1] == ","):
            continue
        if parse.deps[part] in SUBJECTS and parse.pos[parse.heads[part]] in NOUNS:
            part = parse.heads[part]  # "most of them children"
        verb = parse.heads[part]
        if parse.deps[part] in SUBJECTS:
            parse = _without_part(parse, part, verb, is_whole=parse.lowers[them] == "them")
    return parse


def _without_part(parse: Parse, part: int, verb: int, *, is_whole: bool) -> Parse:
    """Give the verb the subject that stands before a part of it: "after a ship, most of it rust, sank"."""
    first = parse.child(verb, *SUBJECTS)
    if first is not None and first < part:
        return parse.attached(part, first, UNSAID)
    if parse.deps[verb] == "relcl" and is_whole:
        return parse.attached(verb, parse.heads[verb], UNSAID)
    opener = next((k for k in parse.below[verb] if k < part and parse.lowers[k] in BEFORE_CLAUSE), None)
    noun = None if opener is None else parse.child(opener, "pobj")
    if opener is None or noun is None or parse.deps[opener] != "prep":
        return parse
    slot = parse.deps[part]
    return parse.attached(opener, verb, "mark").attached(part, noun, UNSAID).attached(noun, verb, slot)


def _is_part(parse: Parse, part: int) -> bool:
    return parse.lowers[part] in PARTS or parse.tags[part] == "CD"


def claim_that_is_denied(parse: Parse) -> Parse:
    """Read "a claim that his office denied" as what the office denied, and not as what the claim says."""
    for i in parse.inner("that"):
        verb, noun = parse.heads[i], i - 1
        is_behind = parse.deps[i] == "mark" and parse.deps[verb] in ("acl", "relcl") and parse.heads[verb] == noun
        is_of_claim = is_behind and parse.bases[verb] in REJECTING | {"make"} and parse.bases[noun] in SPEECH_NOUNS
        has_subject = parse.child(verb, *SUBJECTS) is not None and parse.child(verb, "auxpass") is None
        if is_of_claim and has_subject and parse.child(verb, "dobj", "ccomp", "xcomp", "oprd") is None:
            parse = parse.attached(i, verb, "dobj").attached(verb, noun, "relcl").read_as(i, tag="WDT", pos="PRON")
    return parse
