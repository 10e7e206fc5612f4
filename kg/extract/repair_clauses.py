"""Repairs of which clause a verb belongs to: what was said, what happened after what, or none at all."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract.parses import NOUNS, SUBJECTS, Parse
from kg.extract.words import INTRANSITIVE, MONTHS, SAYING, TIME_NOUNS, WEEKDAYS
from kg.extract.words_mentions import MEASURES, PERSON_NOUNS, ROLES, TRANSPARENT
from kg.extract.words_repairs import BEFORE_CLAUSE

OFFICES = PERSON_NOUNS | ROLES
FINITE = ("VBD", "VBZ", "VBP")
VERB_FORMS = (*FINITE, "VB", "VBN", "VBG")
BESIDE_VERB = ("aux", "auxpass", "advmod", "neg", "punct")
PART_PRONOUNS = frozenset({"which", "whom", "whose", "them"})
REACH = 8  # words in which the noun of a phrase stands
ASKING_FOR = frozenset({"appeal", "apply", "file"})  # no passive either: "filed for bankruptcy"
ASIDES = frozenset({"ahead", "behind", "down", "off", "on", "out", "up"})
QUOTES = frozenset({'"', "“", "”", "``", "''"})


def series_of_what_is_said(parse: Parse) -> Parse:
    """Keep a series in what was said: "told the court that Bob sold the shop, bought a flat and paid his debts"."""
    for said in parse.labelled("ccomp"):
        verb = parse.heads[said]
        if verb > said or parse.bases[verb] not in SAYING:
            continue
        series = [i for i in parse.below[verb] if i > said and parse.deps[i] == "conj"]
        if series and _goes_on(parse, said, series):
            parse = _in_series(parse, said, series)
    return parse


def _goes_on(parse: Parse, said: int, series: Sequence[int]) -> bool:
    """Tell whether verbs behind a that-clause go on with it: a comma and no "and" before the first, none of saying."""
    first = series[0]
    members = [*series, *(k for i in series for k in parse.below[i] if parse.deps[k] == "conj")]
    if any(parse.tags[i] != parse.tags[first] or parse.child(i, *SUBJECTS, "aux") is not None for i in members):
        return False
    is_series = len(members) > 1 and parse.words[first - 1] == "," and parse.child(said, *SUBJECTS) is not None
    is_saying = any(parse.bases[i] in SAYING for i in members)
    return is_series and not is_saying and _shares_tense(parse, said, first)


def _shares_tense(parse: Parse, said: int, first: int) -> bool:
    """Tell whether a verb may go on with a clause: "spent, bought", or of a person "had spent, bought"."""
    if parse.tags[said] in FINITE:
        return parse.tags[said] == parse.tags[first] and parse.child(said, "aux") is None
    auxiliary, subject = parse.child(said, "aux"), parse.child(said, *SUBJECTS)
    is_past_perfect = auxiliary is not None and parse.lowers[auxiliary] == "had" and parse.tags[said] == "VBN"
    is_person = subject is not None and (parse.pos[subject] in ("PROPN", "PRON") or parse.bases[subject] in OFFICES)
    return is_past_perfect and is_person and parse.tags[first] == "VBD"


def _in_series(parse: Parse, said: int, series: Sequence[int]) -> Parse:
    verb = parse.heads[said]
    for i in series:
        parse = parse.attached(i, said, "conj")
    for child in [c for c in parse.below[verb] if said < c < series[-1] and parse.deps[c] == "cc"]:
        parse = parse.attached(child, said, "cc")
    return parse


def clause_behind_preposition(parse: Parse) -> Parse:
    """Read a clause with an apposition as one: "opened in May and shut after its owner, Alba Mills, went bankrupt"."""
    for i in parse.worded(*BEFORE_CLAUSE):
        noun = parse.child(i, "pobj") if parse.deps[i] == "prep" else None
        apposition = None if noun is None else _named_behind(parse, noun) or _set_behind(parse, noun)
        if noun is None or apposition is None or parse.child(noun, "conj") is not None:
            continue
        verb = _finite_behind(parse, apposition)
        if verb is None or parse.child(verb, *SUBJECTS) not in (None, apposition):
            continue
        above = parse.heads[i]
        if verb == above or parse.deps[verb] in ("conj", "advcl", "acl"):
            parse = parse if verb == above else parse.attached(verb, above, "advcl")
            parse = _as_subject(parse.attached(i, verb, "mark").attached(apposition, noun, "appos"), verb, noun)
    return parse


def _set_behind(parse: Parse, noun: int) -> int | None:
    """Return the noun whose phrase follows a comma: "Alba, the largest producer, cut"."""
    if parse.words[noun + 1 : noun + 2] != (",",):
        return None
    first = noun + 2
    phrases = (k for k in range(first, min(first + REACH, len(parse.words))) if parse.pos[k] in NOUNS)
    return next((k for k in phrases if min(parse.below[k], default=k) == first), None)


def subject_behind_opening(parse: Parse) -> Parse:
    """Give its subject to a verb behind an opening phrase: "After a career in banking, Ann Lund, a nurse, resigned"."""
    for i in parse.labelled("nsubj"):
        if (verb := parse.heads[i]) > i:
            parse = _named_in_opening(parse, verb, i)
    behind = [i for comma in parse.inner(",") if parse.deps[i := comma + 1] == "pobj"]  # "In the final, Lund"
    for i in sorted((*parse.labelled("appos"), *behind)):
        parse = _subject_of_main(parse, i)
    return parse


def _subject_of_main(parse: Parse, i: int) -> Parse:
    """Make a subject of what is read as beside, or as the end of, an opening phrase, if the verb has none."""
    opening = _opening_around(parse, i)
    verb = parse.heads[opening] if opening is not None else i
    start = min((k for k in parse.below[i] if k < i and parse.words[k] != ","), default=i)
    if opening is None or verb < i or parse.child(verb, *SUBJECTS, "expl") is not None or parse.tags[verb] == "VBG":
        return parse
    if any(parse.deps[k] not in BESIDE_VERB for k in parse.below[verb] if i < k < verb):
        return parse
    if parse.deps[i] == "pobj":  # "in the final, Lund beat Berg"
        return _out_of_phrase(parse, verb, i)
    if parse.words[start - 1] != "," or (parse.pos[i] == "NOUN" and parse.lemmas[verb] == "be"):
        return parse
    if parse.deps[opening] == "csubj":
        parse = parse.attached(opening, verb, "advcl")
    parse = parse.moved([k for k in parse.below[parse.heads[i]] if i < k < verb and parse.deps[k] != "punct"], i)
    return _as_subject(parse, verb, i)


def _opening_around(parse: Parse, i: int) -> int | None:
    """Return the preposition or participle before a verb that what holds a noun hangs on, directly or further up."""
    above = parse.heads[i]
    while parse.deps[above] in ("pobj", "prep", "pcomp") and parse.heads[above] < above:
        above = parse.heads[above]
    is_opening = parse.deps[above] in ("prep", "csubj", "advcl") and parse.heads[above] > i > above
    return above if is_opening and parse.pos[parse.heads[above]] in ("VERB", "AUX") else None


def _out_of_phrase(parse: Parse, verb: int, i: int) -> Parse:
    """Read "In the final, Lund beat Berg" as what Lund did, where the parser reads "the final Lund"."""
    noun, preposition = i - 2, parse.heads[i]
    is_split = parse.pos[i] == "PROPN" and parse.heads[noun] == i and parse.deps[noun] in ("amod", "compound", "nmod")
    if not is_split or parse.lowers[noun - 1] not in ("the", "his", "her", "their", "its"):
        return parse
    parse = parse.moved([k for k in parse.below[i] if k < noun], noun)
    parse = parse.attached(noun, preposition, "pobj").read_as(noun, tag="NN", pos="NOUN")
    return _as_subject(parse, verb, i)


def _as_subject(parse: Parse, verb: int, noun: int) -> Parse:
    parse = parse.attached(noun, verb, "nsubj" if parse.child(verb, "auxpass") is None else "nsubjpass")
    is_past = parse.tags[verb] in ("VB", "VBN") and parse.child(verb, "aux", "auxpass") is None
    return parse.read_as(verb, tag="VBD") if is_past and parse.pos[verb] == "VERB" else parse


def _named_in_opening(parse: Parse, verb: int, i: int) -> Parse:
    """Hang a name between commas on the noun before it: "after the death of its founder, Erik Moss, the firm moved"."""
    start = min((k for k in parse.below[i] if k < i), default=i)
    if start == 0 or (parse.words[start - 1] != "," and parse.deps[start - 1] != "prep"):
        return parse
    second = next((k for k in parse.below[verb] if k > i and parse.deps[k] in SUBJECTS), None)
    if second is None and start > 0 and parse.deps[start - 1] == "prep" and not parse.below[start - 1]:
        return _behind_companion(parse, verb, i, start - 1)
    if second is None or parse.pos[i] != "PROPN" or parse.words[start - 1] != "," or start < 2:
        return parse
    holder = start - 2
    is_led = parse.deps[holder] == "pobj" and parse.words[i + 1] == ","
    return parse.attached(i, holder, "appos") if is_led and _opening_around(parse, holder) is not None else parse


def _behind_companion(parse: Parse, verb: int, i: int, preposition: int) -> Parse:
    """Read "Along with his wife, Maria, Bob Lund owns it" as what Bob Lund owns."""
    named = next((k for k in reversed(parse.below[i]) if parse.deps[k] == "appos" and parse.pos[k] == "PROPN"), None)
    start = i if named is None else min((k for k in parse.below[named] if k < named), default=named)
    if named != verb - 1 or named is None or parse.words[start - 1] != ",":
        return parse
    return parse.attached(named, verb, "nsubj").attached(i, preposition, "pobj")


def _named_behind(parse: Parse, noun: int) -> int | None:
    """Return the name that stands between commas behind a noun, wherever the parser hangs it."""
    verb = parse.heads[parse.heads[noun]]
    loose = (i for i in parse.below[verb] if i > noun and parse.deps[i] == "npadvmod" and parse.pos[i] == "PROPN")
    is_comma = parse.words[noun + 1 : noun + 2] == (",",)
    behind = (i for i in loose if is_comma and min(parse.below[i], default=i) == noun + 2)
    return parse.child(noun, "appos") or next(behind, None)


def _finite_behind(parse: Parse, apposition: int) -> int | None:
    """Return the finite verb right behind the comma that closes an apposition."""
    comma = apposition + (2 if parse.tags[apposition + 1 : apposition + 2] == ("CD",) else 1)  # "Ariane 5"
    if parse.words[comma : comma + 1] != (",",) or comma + 1 >= len(parse.words):
        return None
    first = comma + 1
    verb = parse.heads[first] if parse.deps[first] in ("aux", "auxpass") else first
    is_finite = parse.tags[first] in (*FINITE, "MD") or (
        parse.tags[first] == "VBN" and parse.bases[first] in INTRANSITIVE | ASKING_FOR
    )
    return verb if is_finite and parse.pos[verb] in ("VERB", "AUX") and verb >= first else None


def name_read_as_time(parse: Parse) -> Parse:
    """Take a name behind a comma for no time: "was fired by the head of the court, Judge Ola Berg"."""
    for i in parse.worded(*ASIDES):  # "Norvik, down to ten men, scored" is no scoring down
        is_aside = parse.deps[i] == "advmod" and parse.heads[i] > i > 1 and parse.words[i - 1] == ","
        if is_aside and parse.child(i, "prep") is not None and parse.pos[i - 2] in NOUNS:
            parse = parse.attached(i, i - 2, "dep")
    for i in parse.worded("time"):  # "Lund, at the time a judge, signed"
        beside = parse.child(i, "appos")
        parse = parse if beside is None else parse.attached(beside, i, "dep")
    for i in parse.labelled("npadvmod"):
        if _is_object_of_particle(parse, i):
            parse = parse.attached(i, parse.heads[i], "dobj")
            continue
        word = parse.lowers[i]
        if parse.pos[i] != "PROPN" or word in MONTHS or word in WEEKDAYS:
            continue
        comma = min(parse.below[i], default=i)
        comma = min(comma, i) - 1
        if _is_person_behind(parse, i):
            parse = parse.attached(i, parse.heads[i], "dobj")
            continue
        if comma < 1 or parse.words[comma] != "," or parse.pos[comma - 1] not in NOUNS or parse.heads[i] > i:
            continue
        noun = _noun_of_office(parse, comma - 1)
        parse = parse if noun is None else parse.attached(i, noun, "appos")
    return parse


def _is_object_of_particle(parse: Parse, i: int) -> bool:
    """Tell whether a noun with an article right behind a verb's particle is no time: "ruled out a third term"."""
    verb, start = parse.heads[i], min(parse.below[i], default=i)
    is_noun = parse.pos[i] == "NOUN" and parse.tags[start] == "DT"
    is_noun = is_noun and parse.bases[i] not in TIME_NOUNS | TRANSPARENT | {"bit", "way"}
    is_next = verb < start and parse.deps[start - 1] == "prt" and parse.heads[start - 1] == verb
    return is_noun and is_next and parse.lowers[i] not in MEASURES and parse.child(verb, "dobj") is None


def _is_person_behind(parse: Parse, i: int) -> bool:
    """Tell whether somebody with an office follows a verb without object: "fires chief executive Ann Lund"."""
    verb = parse.heads[i]
    office = next((k for k in parse.below[i] if parse.deps[k] == "compound" and parse.words[k].islower()), None)
    if office is None or parse.bases[office] not in PERSON_NOUNS | ROLES or parse.pos[verb] != "VERB":
        return False
    return min((*parse.below[office], office)) == verb + 1 and parse.child(verb, "dobj") is None


def _noun_of_office(parse: Parse, noun: int) -> int | None:
    """Return who is named by an office before a comma: the "head" of "the head of the court"."""
    while parse.bases[noun] not in OFFICES:
        preposition = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.lowers[preposition] not in ("of", "for", "at", "in"):
            return None
        noun = parse.heads[preposition]
    return noun if parse.pos[noun] in NOUNS and parse.child(noun, "appos") is None else None


def quoted_word(parse: Parse) -> Parse:
    """Read one word in quotation marks as what something is called, and as no clause: "rates the shares 'hold'"."""
    for i in parse.tagged("VB", "VBP"):
        verb = parse.heads[i]
        if not 0 < i < len(parse.tags) - 1 or parse.deps[i] == "ROOT" or parse.pos[verb] != "VERB":
            continue
        is_alone = all(parse.deps[c] == "punct" for c in parse.below[i])
        is_quoted = parse.words[i - 1] in QUOTES and parse.words[i + 1] in QUOTES
        if is_alone and is_quoted and verb < i and parse.bases[verb] not in SAYING:
            slot = "dobj" if parse.child(verb, "dobj") is None else "oprd"
            parse = parse.attached(i, verb, slot).read_as(i, tag="NN", pos="NOUN")
    return parse


# ------------------------------------------------------------------------------------------------ what is not so


def verb_of_contrast(parse: Parse) -> Parse:
    """Join what did not happen to what did: "was brought by sailors rather than learned by hunters"."""
    for i in parse.worded("than"):
        verb = i + 1
        is_contrast = i > 1 and parse.lowers[i - 1] == "rather" and verb < len(parse.words)
        if not is_contrast or parse.tags[verb] not in VERB_FORMS or parse.deps[verb] not in ("acl", "advcl", "conj"):
            continue
        above = parse.heads[verb]
        while parse.tags[above] not in VERB_FORMS and parse.heads[above] != above:
            above = parse.heads[above]
        if above < i and parse.tags[above] in VERB_FORMS:
            dep = (
                "conj" if parse.deps[verb] == "conj" else "dep"
            )  # of a participle the auxiliary is not the first verb's
            parse = parse.attached(verb, above, dep).attached(i, above, "cc").attached(i - 1, verb, "neg")
    return parse


# ------------------------------------------------------------------------------------------------ clauses put in


def clause_about_part(parse: Parse) -> Parse:
    """Join what a clause about a part cuts in two: "Lund, one of whose brothers is a priest, filed for divorce"."""
    for i in parse.worded(*PART_PRONOUNS):
        if i < 3 or parse.lowers[i - 1] != "of":
            continue
        part = i - 2
        start = min((k for k in parse.below[part] if k < part), default=part)
        inner = parse.heads[part]
        if parse.deps[part] not in SUBJECTS or parse.words[start - 1] != ",":
            continue
        if parse.lowers[i] == "them":  # "the victims, two of them children": not all are children
            parse = parse.attached(inner, parse.heads[inner], "parataxis") if parse.deps[inner] == "appos" else parse
            continue
        verb = _verb_behind(parse, inner)
        if verb is not None and parse.child(verb, *SUBJECTS) is None:
            parse = _rejoined(parse, inner, verb, start)
    return parse


def _verb_behind(parse: Parse, inner: int) -> int | None:
    """Return the verb that stands behind the comma which ends a clause."""
    comma = next((k for k in range(inner, len(parse.words) - 1) if parse.words[k] == ","), None)
    if comma is None or parse.tags[comma + 1] not in (*FINITE, "MD", "VBN"):
        return None
    first = comma + 1
    verb = parse.heads[first] if parse.deps[first] in ("aux", "auxpass") else first
    return verb if verb >= first else None


def _rejoined(parse: Parse, inner: int, verb: int, start: int) -> Parse:
    """Give a verb its subject back, and what the clause put in hangs on."""
    noun = parse.heads[inner]
    if parse.deps[inner] == "relcl" and parse.deps[noun] == "ROOT" and parse.pos[noun] in NOUNS:
        return _as_subject(parse.attached(verb, verb, "ROOT"), verb, noun)
    subject = parse.child(inner, *SUBJECTS)
    if subject is None or subject >= start or parse.pos[start - 2] not in NOUNS:
        return parse
    above, dep = noun, parse.deps[inner]
    for mark in [k for k in parse.below[inner] if parse.deps[k] == "mark"]:
        parse = parse.attached(mark, verb, "mark")
    parse = parse.attached(verb, verb if above == inner else above, dep)
    return _as_subject(parse.attached(inner, start - 2, "relcl"), verb, subject)
