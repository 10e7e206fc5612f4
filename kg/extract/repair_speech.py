"""Repairs of where something said or thought ends: a main clause behind it is told by the article."""

from __future__ import annotations

from kg.extract.parses import NOUNS, SUBJECTS, Parse
from kg.extract.words import INTRANSITIVE, SAYING, TELLING
from kg.extract.words_factuality import NOUNS as NOUNS_OF_CLAUSES
from kg.extract.words_mentions import CLAUSE_NOUNS, GROUP_NOUNS, HOLDING_WORDS, PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_relatives import SOMEBODY
from kg.extract.words_repairs import CALLING_UPON, GIVING, NAMING, PROMISING
from kg.extract.words_roles import TEXTS

BACKSHIFTED = frozenset({"would", "could", "might", "should", "had", "'d", "’d"})
RULING = frozenset("agree announce decide determine order rule vote".split())
# What a ruling does, and none of those it is about: "ruled that Ann may stay, handing a victory to".
DEALING = frozenset(
    """acquit affirm back cap clear clinch dash deal deliver dismiss echo grant hand overrule overturn pave prompt
    provoke quash rebuff reject resolve reverse settle side spark trigger uphold""".split()
)
# "Said he would stay, denying reports": by this who speaks goes on.
BESIDE_SPEECH = SAYING | {"accuse", "blame", "call", "describe", "dismiss", "reject"}
INVERTED = frozenset({"had", "should", "were"})  # "Should the war end, he said, ..."
SPEAKERS = GROUP_NOUNS | PERSON_NOUNS | ROLES | TITLES
# What no thing does: "said the pump had been repaired and blamed a valve".
OF_SPEAKERS = (SAYING | CALLING_UPON | PROMISING) - {"show", "indicate", "mean", "hold", "find"}
# What even behind somebody's name the one goes on with who has told all that: "said Ann had been hurt and added".
GOING_ON = frozenset({"add", "insist", "say", "stress"})
OF_CLAUSES = CLAUSE_NOUNS | NOUNS_OF_CLAUSES.keys()
TAKEN = ("dobj", "xcomp", "ccomp", "acomp", "attr", "oprd")
ACTED = frozenset({"has", "have", "'s", "’s", "'ve", "’ve", "will"})


def main_clause_behind_speech(parse: Parse) -> Parse:
    """End what is said where a main clause begins: "said that they had never been asked, and two senators resigned"."""
    for i in parse.labelled("conj"):
        said = parse.heads[i]
        if parse.deps[said] != "ccomp" or not said < i:
            continue
        verb = parse.heads[said]
        if verb < said and parse.bases[verb] in SAYING and _begins_main_clause(parse, verb, said, i):
            parse = parse.attached(i, verb, "conj")
            sign = _sign_before(parse, i)
            parse = parse if sign is None else parse.attached(sign, verb, "cc")
    return parse


def _begins_main_clause(parse: Parse, verb: int, said: int, i: int) -> bool:
    """Tell whether a clause with a subject of its own, behind a comma and "and", is no more of what is said."""
    subject = parse.child(i, *SUBJECTS)
    sign = _sign_before(parse, i)
    if subject is None or sign is None or parse.pos[subject] not in NOUNS or parse.words[sign - 1] != ",":
        return False
    if parse.child(i, "mark") is not None or '"' in parse.words[said:sign] or "”" in parse.words[said:sign]:
        return False
    if parse.bases[i] in SAYING and parse.tags[i] == "VBD":
        return True
    is_other = _is_new(parse, subject) or (parse.tags[verb] == "VBD" and _is_shifted(parse, said))
    return is_other and _is_plain(parse, i)


def _is_new(parse: Parse, subject: int) -> bool:
    """Tell whether somebody comes in of whom nothing was said yet: "and a court threw out the case"."""
    return any(parse.lowers[k] in ("a", "an") or parse.tags[k] == "CD" for k in parse.below[subject])


def _sign_before(parse: Parse, i: int) -> int | None:
    """Return the "and" or "but" right before a clause."""
    sign = parse.start(i) - 1
    return sign if sign > 0 and parse.lowers[sign] in ("and", "but") and parse.deps[sign] == "cc" else None


def _is_shifted(parse: Parse, verb: int) -> bool:
    """Tell whether a verb stands in the tense of what somebody has said: "would fall", "had failed"."""
    return any(parse.lowers[k] in BACKSHIFTED for k in parse.below[verb] if parse.deps[k] == "aux")


def _is_plain(parse: Parse, verb: int) -> bool:
    """Tell whether a verb stands in a tense in which articles tell what happened: "opened", "has opened"."""
    helpers = [parse.lowers[k] for k in parse.below[verb] if parse.deps[k] == "aux"]
    return parse.tags[verb] == "VBD" if not helpers else helpers[0] in ACTED


def saying_behind_perfect(parse: Parse) -> Parse:
    """Give a second saying to who speaks: in "denied that shots had been fired and said Bob fell" no shots say so."""
    for i in parse.labelled("conj"):
        first = parse.heads[i]
        verb = parse.heads[first]
        is_told = parse.deps[first] == "ccomp" and verb < first < i and parse.tags[verb] == "VBD"
        is_perfect = parse.tags[first] == "VBN" and parse.child(first, "aux", "auxpass") is not None
        if is_told and is_perfect and _is_active(parse, i) and _is_of_speaker(parse, i, first):
            signs = [c for c in parse.below[first] if first < c < i and parse.deps[c] == "cc"]
            parse = parse.attached(i, verb, "conj").read_as(i, tag="VBD", pos="VERB").moved(signs, verb)
    return parse


def _is_active(parse: Parse, i: int) -> bool:
    """Tell whether a past tense, or what is read as a participle, has an object: "blamed a valve", "said it fell"."""
    if parse.child(i, "aux", "auxpass", "mark", *SUBJECTS) is not None or parse.child(i, "dobj", "ccomp") is None:
        return False
    is_passive = parse.bases[i] in GIVING | NAMING and parse.child(i, "ccomp", "oprd") is None  # "was given a year"
    return parse.tags[i] == "VBD" or (parse.tags[i] == "VBN" and not is_passive)


def _is_of_speaker(parse: Parse, i: int, first: int) -> bool:
    """Tell whether what is said before is about nobody who can say this, nor about a text, or hardly."""
    subject = parse.child(first, *SUBJECTS)
    if subject is None or parse.bases[subject] in TEXTS:
        return False
    lemma = parse.bases[subject]
    is_thing = parse.tags[subject] in ("NN", "NNS") and lemma not in SPEAKERS and not lemma.endswith(SOMEBODY)
    return parse.bases[i] in (OF_SPEAKERS if is_thing else GOING_ON)


def said_at_time(parse: Parse) -> Parse:
    """Read "said at the time that it had not struck the port" as what was said, and not as which time."""
    for i in parse.labelled("relcl", "acl"):
        noun, that = parse.heads[i], parse.start(i)
        preposition = parse.heads[noun]
        verb = _verb_of_phrase(parse, preposition)
        if verb is None or parse.lowers[that] != "that" or parse.words[that - 1] == "," or noun > that:
            continue
        is_worded = parse.lowers[preposition] == "in" and parse.bases[noun] in HOLDING_WORDS
        is_of_noun = parse.bases[noun] in OF_CLAUSES and not is_worded  # "said after reports that it would"
        if not is_of_noun and _says_nothing_else(parse, verb, i) and _is_whole(parse, i, that):
            parse = parse.attached(i, verb, "ccomp").attached(that, i, "mark").read_as(that, tag="IN", pos="SCONJ")
    return parse


def _verb_of_phrase(parse: Parse, preposition: int) -> int | None:
    """Return the verb of saying that a phrase hangs on, directly or by another one: "said on the day of the sale"."""
    above = preposition
    while parse.deps[above] in ("prep", "pobj") and parse.heads[above] < above:
        above = parse.heads[above]
    is_saying = parse.bases[above] in SAYING and parse.pos[above] == "VERB" and parse.deps[preposition] == "prep"
    return above if is_saying and parse.tags[above] in ("VBD", "VBN", "VBZ", "VBG", "VB") else None


def _says_nothing_else(parse: Parse, verb: int, i: int) -> bool:
    """Tell whether the verb has no other content, in front, behind or as an object that nobody is told."""
    told = parse.child(verb, "dobj")
    is_free = parse.child(verb, "ccomp", "xcomp", "auxpass", "advmod", "mark") is None
    is_inside = parse.deps[verb] in ("parataxis", "relcl", "ccomp") and parse.heads[verb] > verb
    return is_free and not is_inside and (told is None or (parse.bases[verb] in TELLING and told < i))


def _is_whole(parse: Parse, i: int, that: int) -> bool:
    """Tell whether a clause lacks nothing that "that" could stand for."""
    subject = parse.child(i, *SUBJECTS)
    if subject is None or subject == that:
        return False
    has_object = any(parse.deps[c] in TAKEN and c != that for c in parse.below[i])
    return has_object or parse.deps[that] not in ("dobj", "pobj") or parse.bases[i] in INTRANSITIVE


def condition_before_aside(parse: Parse) -> Parse:
    """Leave a clause that opens the sentence to what is said: "If it rained, she warned, the dam might burst"."""
    for verb in parse.labelled("parataxis"):
        said, subject = parse.heads[verb], parse.child(verb, *SUBJECTS)
        if said < verb or subject is None or parse.bases[verb] not in SAYING:
            continue
        for clause in parse.below[verb]:
            is_before = parse.deps[clause] == "advcl" and clause < subject and parse.words[parse.end(clause) + 1] == ","
            is_inverted = parse.lowers[parse.start(clause)] in INVERTED
            if is_before and (is_inverted or parse.child(clause, "mark", "advmod") is not None):
                parse = parse.attached(clause, said, "advcl")
    return parse


def outcome_of_ruling(parse: Parse) -> Parse:
    """Say of a court what its ruling does: "ruled that Ann may stay, handing a victory to her lawyers"."""
    for i in parse.labelled("advcl"):
        said = parse.heads[i]
        verb = parse.heads[said]
        if parse.tags[i] != "VBG" or parse.deps[said] != "ccomp" or not verb < said < i or parse.words[i - 1] != ",":
            continue
        is_outcome = parse.bases[verb] in RULING and parse.bases[i] in DEALING
        if is_outcome and parse.child(i, "mark", *SUBJECTS) is None:
            parse = parse.attached(i, verb, "advcl")
    return parse


def saying_beside_speech(parse: Parse) -> Parse:
    """Say of who speaks what they say by the way: "told the paper that he would stay, denying that he was ill"."""
    for i in parse.labelled("advcl"):
        said = parse.heads[i]
        verb = parse.heads[said]
        is_told = parse.deps[said] == "ccomp" and verb < said < i and parse.bases[verb] in SAYING
        if not is_told or parse.tags[i] != "VBG" or parse.words[i - 1] != "," or parse.bases[i] not in BESIDE_SPEECH:
            continue
        subject = parse.child(said, *SUBJECTS)
        is_own = subject is not None and parse.tags[subject] == "PRP"
        if is_own and parse.child(i, "mark", "aux", *SUBJECTS) is None:
            parse = parse.attached(i, verb, "advcl")
    return parse


def speaker_at_end(parse: Parse) -> Parse:
    """Find who says a sentence at its end: "It lies in the bay, the team led by Lund reported in May"."""
    for i in parse.labelled("advcl"):
        told, speaker = parse.heads[i], parse.child(i, "nsubj")
        if speaker is None or parse.tags[i] not in ("VBD", "VBZ") or parse.bases[i] not in SAYING:
            continue
        start = parse.start(speaker)
        is_last = told < start and parse.heads[told] == told and parse.words[start - 1] == ","
        is_bare = parse.child(i, "mark", "advmod", "ccomp", "dobj") is None and parse.start(i) in (start, start - 1)
        if is_last and is_bare and not any(c > i for c in parse.below[told] if parse.deps[c] != "punct"):
            parse = parse.attached(i, i, "ROOT").attached(told, i, "ccomp")
    return parse
