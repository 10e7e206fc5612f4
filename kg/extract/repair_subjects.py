"""Repairs of sentences whose subject stands far from its verb, or behind a phrase that the parser takes for it."""

from __future__ import annotations

from kg.extract.parses import NOUNS, SUBJECTS, Parse
from kg.extract.words import INTRANSITIVE
from kg.extract.words_mentions import PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_relatives import OFFENCES
from kg.extract.words_repairs import BEFORE_CLAUSE, GIVING, NAMING

FINITE = ("VBD", "VBZ", "VBP")
JOINING = frozenset({",", "and", "or"})
PEOPLE = PERSON_NOUNS | ROLES | TITLES


def subject_behind_place(parse: Parse) -> Parse:
    """Read "At a rally in Bergen, the fund's chairman, Ole Lund, signed the deal": it is he who did, not Bergen."""
    for i in parse.labelled("appos"):
        place = parse.heads[i]
        if parse.deps[place] != "pobj" or parse.pos[place] != "PROPN" or place > i or not _is_office(parse, i):
            continue
        start = parse.start(i)
        if parse.words[start - 1] != "," or start - 1 != place + 1 or parse.child(i, "det", "poss") is None:
            continue
        names = [k for k in parse.below[place] if k > i and parse.deps[k] == "appos" and parse.pos[k] == "PROPN"]
        name = parse.child(i, "appos") or next(iter(names), None)
        first = _first_of_fronted(parse, place)
        verb = _verb_behind(parse, i if name is None else name)
        if first is not None and verb is not None:
            parse = parse.attached(name, i, "appos") if name in names and name is not None else parse
            parse = _with_subject(parse, verb, i, first)
    return parse


def _is_office(parse: Parse, i: int) -> bool:
    return parse.bases[i] in PEOPLE and parse.tags[i] == "NN"


def _first_of_fronted(parse: Parse, place: int) -> int | None:
    """Return the preposition that a sentence begins with, where the place is the end of its phrase."""
    i = place
    while parse.heads[i] != i and parse.pos[i] not in ("VERB", "AUX") and parse.heads[i] < place:
        i = parse.heads[i]
    is_first = i == 0 or parse.words[i - 1] in (".", "!", "?", "”", '"') or parse.words[i - 1].isspace()
    return i if parse.tags[i] == "IN" and is_first and parse.deps[i] in ("ROOT", "prep") else None


def _verb_behind(parse: Parse, name: int) -> int | None:
    """Return the verb right behind the comma that closes an apposition, where it has no subject."""
    comma = parse.end(name) + 1
    if parse.words[comma : comma + 1] != (",",) or comma + 1 >= len(parse.words):
        return None
    first = comma + 1
    while parse.deps[first] in ("aux", "auxpass", "advmod", "neg") and parse.heads[first] > first:
        first = parse.heads[first]
    is_verb = parse.pos[first] == "VERB" and parse.tags[first] in (*FINITE, "VBN", "VB")
    is_finite = parse.tags[first] != "VB" or parse.child(first, "aux") is not None
    return first if is_verb and is_finite and parse.child(first, *SUBJECTS) is None else None


def _with_subject(parse: Parse, verb: int, subject: int, preposition: int) -> Parse:
    is_passive = parse.child(verb, "auxpass") is not None
    if parse.deps[preposition] == "ROOT":
        loose = [k for k in parse.below[preposition] if k > verb or parse.words[k] == ","]
        parse = parse.attached(verb, verb, "ROOT").attached(preposition, verb, "prep")
        parse = parse.moved(loose, verb)
    elif parse.heads[preposition] != verb:
        return parse
    for comma in [k for k in parse.below[parse.heads[subject]] if k > parse.heads[subject] and parse.words[k] == ","]:
        parse = parse.attached(comma, verb, "punct")
    if parse.child(verb, "aux", "auxpass") is None and parse.tags[verb] == "VBN":
        parse = parse.read_as(verb, tag="VBD", pos="VERB")
    return parse.attached(subject, verb, "nsubjpass" if is_passive else "nsubj")


# ------------------------------------------------------------------------------------------------ long insertions


def clause_around_insertion(parse: Parse) -> Parse:
    """Read a clause with an insertion as one: "nine days after a boat, most of it rotten, sank"."""
    for i in parse.worded(*BEFORE_CLAUSE):
        noun = parse.child(i, "pobj") if parse.deps[i] in ("prep", "mark") else None
        if noun is None or parse.child(noun, "conj") is not None:
            continue
        verb = _verb_without_and(parse, i, noun) if parse.deps[i] == "prep" else None
        verb = _verb_right_behind(parse, i, noun) if verb is None else verb
        if verb is None:
            continue
        above, between = parse.heads[verb if parse.deps[i] == "mark" else i], parse.heads[verb]
        passive = parse.child(verb, "auxpass") is not None
        parse = parse.attached(verb, above, "advcl").attached(i, verb, "mark")
        if between > noun and between != above:
            parse = parse.attached(between, noun, "acl")
        parse = parse.attached(noun, verb, "nsubjpass" if passive else "nsubj")
    return parse


def _verb_without_and(parse: Parse, preposition: int, noun: int) -> int | None:
    """Return the finite verb that a comma parts from an insertion, and that no "and" joins to the verb before it."""
    above = parse.heads[preposition]
    for verb in parse.labelled("conj", "advcl"):
        beside = parse.heads[verb]
        if verb < noun or parse.pos[verb] not in ("VERB", "AUX") or parse.child(verb, "mark", *SUBJECTS) is not None:
            continue
        is_near = beside == above or (noun < beside < verb and parse.is_below(beside, above))
        is_near |= beside == _first_governor(parse, above)
        has_and = any(parse.deps[k] == "cc" and noun < k for k in parse.below[beside])
        has_and |= any(parse.deps[k] == "cc" and parse.words[k - 1] == "," for k in parse.below[verb])  # a series
        if is_near and not has_and and _is_finite_behind_comma(parse, verb, noun):
            return verb
    return None


def _first_governor(parse: Parse, verb: int) -> int:
    """Return the verb that governs others of which this is the last: "seemed" of "seemed to be drifting"."""
    while parse.deps[verb] == "xcomp":
        verb = parse.heads[verb]
    return verb


def _verb_right_behind(parse: Parse, preposition: int, noun: int) -> int | None:
    """Return the finite verb that follows a noun's phrase at once: "after a clerk at the mint sold them"."""
    above, verb = parse.heads[preposition], parse.end(noun) + 1
    while verb < len(parse.words) and parse.deps[verb] in ("aux", "auxpass", "advmod", "neg"):
        verb = parse.heads[verb] if parse.heads[verb] > verb else len(parse.words)
    if verb >= len(parse.words) or parse.deps[verb] not in ("advcl", "conj") or above not in (verb, parse.heads[verb]):
        return None
    first = next((k for k in parse.below[verb] if k < verb and parse.deps[k] in ("aux", "auxpass")), verb)
    is_bare = parse.child(verb, "mark", "cc", *SUBJECTS) in (None, preposition)
    is_bare = is_bare and JOINING.isdisjoint(parse.lowers[noun:verb])
    return verb if is_bare and parse.pos[verb] in ("VERB", "AUX") and parse.tags[first] in (*FINITE, "MD") else None


def _is_finite_behind_comma(parse: Parse, verb: int, noun: int) -> bool:
    auxiliary = parse.child(verb, "aux", "auxpass")
    is_finite = parse.tags[verb if auxiliary is None else auxiliary] in (*FINITE, "MD")
    first = min((k for k in parse.below[verb] if parse.deps[k] in ("aux", "auxpass", "advmod")), default=verb)
    before = min(first, verb) - 1
    return is_finite and parse.words[before] == "," and "," in parse.words[noun:before]


def verb_before_object(parse: Parse) -> Parse:
    """Read "A plan to sell the port, drawn up in secret, has angered unions" as a sentence, not as "angered unions"."""
    for i in parse.labelled("amod"):
        noun = parse.heads[i]
        if parse.child(i, *SUBJECTS) is None or parse.child(i, "aux") != i - 1 or not i < noun:
            continue
        others = [k for k in parse.below[noun] if k > noun and parse.deps[k] in ("punct", "advcl", "npadvmod")]
        is_root = parse.heads[noun] == noun
        parse = parse.attached(i, i if is_root else parse.heads[noun], parse.deps[noun]).attached(noun, i, "dobj")
        parse = parse.moved(others, i)
        parse = parse.read_as(i, pos="VERB")
    return parse


def verb_behind_of(parse: Parse) -> Parse:
    """Read "estimates that each day of the strike costs Oslo money" as a clause, and not as the costs of a strike."""
    for verb in parse.labelled("pobj"):
        of, noun = parse.heads[verb], verb - 1
        subject = parse.heads[of]
        above = parse.heads[subject]
        that = parse.start(subject) - 1
        is_read_as_noun = parse.tags[verb] in FINITE and parse.heads[noun] == verb and parse.deps[noun] == "compound"
        is_clause = that >= 0 and parse.words[that] == "that" and parse.heads[that] == above
        if not (is_read_as_noun and is_clause and parse.pos[above] == "VERB" and above < that < subject < of < verb):
            continue
        parse = parse.moved([k for k in parse.below[verb] if k < noun], noun)
        parse = parse.attached(noun, of, "pobj").attached(verb, above, "ccomp").read_as(verb, pos="VERB")
        objects = [k for k in parse.below[subject] if k > verb and parse.deps[k] == "appos"]
        for k in objects:
            parse = parse.attached(k, verb, "dobj" if k == objects[-1] else "dative")
        parse = parse.attached(subject, verb, "nsubj").attached(that, verb, "mark")
    return parse


def apposition_of_nearest(parse: Parse) -> Parse:
    """Hang what nobody is on the noun before it: "A man held on suspicion of arson, a crime that …" is no crime."""
    for i in parse.labelled("appos"):
        start, head = parse.start(i), parse.heads[i]
        near = start - 2
        if parse.words[start - 1] != "," or parse.lowers[start] not in ("a", "an") or not head < near < i:
            continue
        is_nobody = parse.tags[i] == "NN" and parse.bases[i] in OFFENCES
        is_person = parse.bases[head] in PEOPLE and parse.pos[near] == "NOUN"
        if is_nobody and is_person and parse.is_below(near, head):
            parse = parse.attached(i, near, "appos")
    return parse


def verb_of_headless(parse: Parse) -> Parse:
    """Find the verb of a sentence that has none: "A fire caused by days of heat killed nine people"."""
    for noun in parse.labelled("ROOT"):
        first = parse.child(noun, "acl") if parse.pos[noun] in NOUNS else None
        if first is None or parse.tags[first] != "VBN" or parse.child(first, "agent") is None:
            continue
        inside = (v for v in parse.labelled("acl") if v > first and parse.is_below(v, first))
        verb = next((v for v in inside if parse.tags[v] == "VBN" and parse.child(v, "dobj") is not None), None)
        if verb is not None and parse.child(verb, *SUBJECTS, "agent") is None:
            parse = parse.attached(verb, verb, "ROOT").attached(noun, verb, "nsubj").read_as(verb, tag="VBD")
    return parse


def verb_behind_insertions(parse: Parse) -> Parse:
    """Find the verb of a name: in "Ann Lund, who led the party, handed in her badge" nobody was handed in."""
    for noun in parse.labelled("ROOT"):
        if parse.pos[noun] not in NOUNS:
            continue
        verb = next((c for c in reversed(parse.below[noun]) if parse.deps[c] == "acl" and _is_active(parse, c)), None)
        if verb is None or parse.words[parse.start(verb) - 1] != "," or "," not in parse.words[noun : verb - 1]:
            continue
        behind = [c for c in parse.below[noun] if c > verb or (c == verb - 1 and parse.deps[c] == "punct")]
        parse = parse.attached(verb, verb, "ROOT").attached(noun, verb, "nsubj").moved(behind, verb)
        parse = parse.read_as(verb, tag="VBD")
    return parse


def _is_active(parse: Parse, verb: int) -> bool:
    """Tell whether what is read as a participle has an object that nobody was given: "handed in her badge"."""
    object_ = parse.child(verb, "dobj")
    if parse.tags[verb] not in ("VBN", "VBD") or parse.child(verb, "aux", "auxpass", "agent", *SUBJECTS) is not None:
        return False
    if object_ is None:
        return parse.bases[verb] in INTRANSITIVE and not parse.words[verb].endswith("n")  # but "gone", "fallen"
    is_given = parse.bases[verb] in GIVING | NAMING and parse.child(object_, "poss") is None
    return object_ > verb and (not is_given or parse.child(verb, "prt") is not None)
