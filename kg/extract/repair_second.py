"""Repairs of whose deed a second verb tells: the speaker's, that of who is spoken of, or that of the main clause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.parses import NOUNS, SUBJECTS, UNSAID, VERBAL, Parse
from kg.extract.words import SAYING
from kg.extract.words_factuality import UNCHANGED
from kg.extract.words_mentions import GROUP_NOUNS, PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_relatives import SOMEBODY
from kg.extract.words_roles import TEXTS

FINITE = ("VBD", "VBZ", "VBP")
HELPERS = ("aux", "auxpass")
SHIFTED = frozenset({"had", "'d", "’d", "would", "could", "might", "should"})
HAD = frozenset({"had", "'d", "’d"})
# Of these the past tense is no participle: "had been shot but gave no names" shares no "had".
OWN_PAST = frozenset(
    """arose ate bore became began bit blew broke came chose did drank drew drove fell flew forgot froze gave grew hid
    knew ran rang rode rose sang sank saw shook spoke stole swam swore threw took tore went withdrew woke wore
    wrote""".split()
)
MARKS = frozenset({"after", "as", "before", "until"})
NEXT = 4  # words between "and" and the verb it leads to
# What no thing does: "said the sale was a mistake and denied any split".
SPEECH_ACTS = frozenset(
    """accuse apologise apologize blame condemn criticise criticize demand deny insist pledge praise promise thank
    threaten urge vow warn""".split()
)
# Nor do things do these: "said the dam would open and gave no date".
PERSONAL = SPEECH_ACTS | frozenset(
    """appeal ask call cite compare decline defend describe dismiss give invite offer order refuse reject repeat sign
    stress""".split()
)
SPEAKERS = GROUP_NOUNS | PERSON_NOUNS | ROLES | TITLES
GOING_ON = frozenset({"add", "insist", "warn"})
AVERAGE = frozenset({"average", "typical", "ordinary"})  # "the average nurse" is nobody who says anything


def gave_behind_speech(parse: Parse) -> Parse:
    """Give a past tense to who speaks: who "said rebels had been shot but gave no names" gave none, and no rebel did.

    The other way round, who "said the firm had paid and had met nobody" says of the firm that it had.
    """
    for i in parse.labelled("conj"):
        above = parse.heads[i]
        if not above < i or _has_subject(parse, i):
            continue
        if parse.deps[above] == "ccomp" and _is_of_speaker(parse, i, above):
            parse = _joined(parse, i, parse.heads[above]).read_as(i, tag="VBD")
            continue
        said = parse.child(above, "ccomp")
        is_speech = parse.bases[above] in SAYING and parse.tags[above] == "VBD" and not _has_had(parse, above)
        if is_speech and said is not None and above < said < i and _has_had(parse, said) and _has_had(parse, i):
            parse = _joined(parse, i, said)
    return parse


def _is_of_speaker(parse: Parse, i: int, said: int) -> bool:
    """Tell whether a bare past tense behind what is said is a deed of who says it."""
    verb = parse.heads[said]
    is_active = parse.bases[i] in SPEECH_ACTS and parse.child(i, "dobj") is not None  # "would be cut and blamed him"
    is_past = parse.tags[i] == "VBD" or (parse.tags[i] == "VBN" and is_active)
    if not is_past or parse.child(i, *HELPERS) is not None or not verb < said:
        return False
    if parse.bases[verb] not in SAYING or parse.tags[verb] != "VBD" or parse.child(verb, *SUBJECTS) is None:
        return False
    is_thing = _is_of_thing(parse, said)
    if is_thing and parse.bases[i] not in PERSONAL:  # "said the deal would cost jobs but removed a doubt": the deal did
        return False
    return _is_other_tense(parse, i, said) or (is_thing and parse.bases[i] in SPEECH_ACTS)


def _is_other_tense(parse: Parse, i: int, said: int) -> bool:
    """Tell whether a past tense cannot go on with a clause, which stands in "had" or "would"."""
    helpers = {parse.lowers[c] for c in parse.below[said] if parse.deps[c] == "aux"}
    is_would = not helpers.isdisjoint(SHIFTED - HAD) and parse.bases[i] not in UNCHANGED
    return is_would or (not helpers.isdisjoint(HAD) and parse.lowers[i] in OWN_PAST)


def _is_of_thing(parse: Parse, said: int) -> bool:
    """Tell whether a clause is about nobody who could say anything: "the merger", "the average nurse", "that"."""
    subject = parse.child(said, *SUBJECTS)
    if subject is None or parse.bases[subject] in TEXTS:
        return False
    lemma = parse.bases[subject]
    if parse.tags[subject] == "DT" or any(parse.lowers[c] in AVERAGE for c in parse.below[subject]):
        return True
    return parse.tags[subject] in ("NN", "NNS") and lemma not in SPEAKERS and not lemma.endswith(SOMEBODY)


def main_verb_of_noun(parse: Parse) -> Parse:
    """Find the main verb behind a clause put in: in "Lund, which came second, called for a vote" nobody called Lund."""
    for i in parse.labelled("ROOT"):
        verb, clause = parse.child(i, "acl"), parse.child(i, "relcl")
        if parse.pos[i] not in NOUNS or verb is None or clause is None or not i < clause < verb:
            continue
        has_verb = any(parse.pos[c] in VERBAL and c not in (verb, clause) for c in parse.below[i])
        if parse.tags[verb] == "VBD" and parse.words[parse.start(verb) - 1] == "," and not has_verb:
            behind = [c for c in parse.below[i] if c > verb]
            parse = parse.attached(verb, verb, "ROOT").attached(i, verb, "nsubj").moved(behind, verb)
    return parse


def past_behind_gerund(parse: Parse) -> Parse:
    """Join a past tense to one: who "stopped thinking about it and hit the ball" did hit it."""
    for i in parse.labelled("conj"):
        gerund = parse.heads[i]
        verb = parse.heads[gerund]
        is_gerund = parse.tags[gerund] == "VBG" and parse.deps[gerund] in ("xcomp", "pcomp") and gerund < i
        if not is_gerund or parse.tags[i] != "VBD" or _has_subject(parse, i):
            continue
        is_joined = parse.tags[verb] == "VBD" and parse.pos[verb] == "VERB"
        if is_joined and parse.child(i, *HELPERS) is None and parse.child(gerund, *HELPERS) is None:
            parse = _joined(parse, i, verb)
    return parse


def deed_behind_aside(parse: Parse) -> Parse:
    """Go on behind an aside: in "The fire cost a million, Lund said, and closed the port" it was no Lund who did."""
    for i in parse.labelled("conj"):
        verb = next((k for k in range(i - 2, max(0, i - NEXT - 2), -1) if parse.words[k + 1] == ","), i)
        told = _told_around(parse, verb) if parse.bases[verb] in SAYING else None
        if told is None or parse.heads[i] not in (told, verb) or parse.tags[i] not in FINITE:
            continue
        is_behind = parse.lowers[verb + 2] in ("and", "but") and not _has_subject(parse, i)
        if is_behind and parse.tags[told] == parse.tags[i]:
            above = verb if parse.bases[i] in GOING_ON else told
            parse = parse.attached(i, above, "conj").attached(verb + 2, above, "cc")
    return parse


def _told_around(parse: Parse, verb: int) -> int | None:
    """Return the clause that a speaker's aside stands in: "The fire cost a million, Lund said,"."""
    subject = parse.child(verb, *SUBJECTS)
    if subject is None or not subject < verb or parse.words[parse.start(subject) - 1] != ",":
        return None
    told = parse.heads[verb] if parse.deps[verb] in ("parataxis", "ccomp") else parse.child(verb, "ccomp")
    is_before = told is not None and told < subject and parse.child(told, *SUBJECTS) is not None
    return told if is_before else None


# ------------------------------------------------------------------------------------------------ without its verb


def deed_behind_reason(parse: Parse) -> Parse:
    """Go on behind a comma with the main clause: who "sold the mill as prices fell, and bought a farm" bought it."""
    for i in parse.labelled("conj"):
        first = parse.heads[i]
        verb = parse.heads[first]
        is_inside = parse.deps[first] == "advcl" and verb < first < i and parse.child(first, "mark") is not None
        if not is_inside or parse.tags[i] not in ("VBD", "VBZ") or parse.tags[i] != parse.tags[verb]:
            continue
        sign = parse.start(i) - 1
        is_apart = parse.lowers[sign] == "and" and parse.words[sign - 1] == ","
        is_bare = not _has_subject(parse, i) and parse.child(i, *HELPERS) is None
        if is_apart and is_bare and parse.child(verb, *SUBJECTS) is not None:
            parse = parse.attached(i, verb, "conj").attached(sign, verb, "cc")
    return parse


def second_without_verb(parse: Parse) -> Parse:
    """Leave out who else it is so of: in "was advised by Hall, and Vanta by Kern" Vanta advised nobody."""
    for lead in parse.inner("by", "for", "from", "in", "of", "to", "with", "within"):
        noun = lead - 1
        first = parse.heads[noun]
        if parse.deps[noun] != "conj" or parse.deps[first] != "pobj" or parse.child(lead, "pobj") is None:
            continue
        above = parse.heads[first]
        verb = parse.heads[above]
        is_rest = parse.lowers[noun] in ("rest", "remainder", "others") and parse.deps[lead] == "prep"
        is_by = parse.lowers[lead] == "by" and parse.deps[above] == "agent"
        is_same = parse.lowers[above] == parse.lowers[lead] and (is_by or parse.lowers[noun] == "other")
        if is_rest or is_same:
            parse = parse.attached(noun, verb, UNSAID).attached(lead, noun, "prep")
    return parse


def hurt_beside_killed(parse: Parse) -> Parse:
    """Share what makes a passive: in "Nine people were killed and 20 injured" the 20 injured nobody."""
    for i in parse.labelled("conj"):
        first, subject = parse.heads[i], parse.child(i, "nsubj")
        is_bare = parse.tags[i] in ("VBN", "VBD") and parse.child(i, "aux", "auxpass", "dobj", "ccomp", "xcomp") is None
        is_beside = subject is not None and subject == i - 1 and parse.child(first, "auxpass") is not None
        if is_bare and is_beside and subject is not None and parse.tags[subject] == "CD" and first < subject:
            parse = parse.attached(subject, i, "nsubjpass").read_as(i, tag="VBN")
    return parse


def clause_behind_and(parse: Parse) -> Parse:
    """Begin a clause behind "and": in "as costs rose to a peak and a warning from Acme hit the index" Acme hit none."""
    for i in parse.labelled("nsubj"):
        verb, lead = parse.heads[i], parse.start(i) - 1
        if lead < 2 or parse.deps[lead] != "prep" or parse.child(lead, "pobj", "pcomp") is not None:
            continue
        noun = parse.heads[lead]
        start, first = parse.start(noun), _verb_over(parse, parse.heads[noun])
        is_new = parse.deps[noun] == "conj" and parse.tags[start] == "DT" and parse.lowers[start - 1] == "and"
        if not is_new or first is None or verb < i or parse.heads[verb] == verb or not first < start:
            continue
        parse = parse.attached(i, lead, "pobj").attached(noun, verb, "nsubj").read_as(noun, tag="NN", pos="NOUN")
        if parse.heads[first] == verb:
            parse = parse.attached(first, parse.heads[verb], parse.deps[first])
        parse = parse.attached(verb, first, "conj").attached(start - 1, first, "cc")
    return parse


def subject_behind_list(parse: Parse) -> Parse:
    """Begin a clause behind the only "and": in "He sold boats to Lima and Quito was told" he was told nothing."""
    for i in parse.labelled("conj"):
        verb, helper = parse.heads[i], parse.child(i, *HELPERS)
        noun = (i if helper is None else min(helper, i)) - 1
        is_free = not _has_subject(parse, i) and verb < noun and parse.pos[verb] in VERBAL
        if not is_free or parse.deps[noun] != "conj" or parse.tags[noun] not in ("NN", "NNS", "NNP"):
            continue
        sign = parse.start(noun) - 1
        is_finite = parse.tags[i if helper is None else helper] in (*FINITE, "MD")
        if is_finite and parse.lowers[sign] == "and" and verb < parse.heads[noun] < sign:
            dep = "nsubj" if parse.child(i, "auxpass") is None else "nsubjpass"
            parse = parse.attached(noun, i, dep).attached(sign, verb, "cc")
    return parse


def one_that_was(parse: Parse) -> Parse:
    """Split what is no list, as its verb tells of one: "saw the men and a ship was sent" sends no men."""
    for i in parse.labelled("ccomp"):
        verb, first = parse.heads[i], parse.child(i, *SUBJECTS)
        other = None if first is None else parse.child(first, "conj")
        if first is None or other is None or parse.start(first) != verb + 1 or parse.bases[verb] in SAYING:
            continue
        helper, sign = parse.child(i, *HELPERS), parse.start(other) - 1
        is_one = parse.lowers[i if helper is None else helper] in ("is", "was", "has")
        if is_one and parse.lowers[sign] == "and" and parse.tags[other] in ("NN", "NNP") and other < i:
            dep = parse.deps[first]
            parse = parse.attached(first, verb, "dobj").attached(other, i, dep)
            parse = parse.attached(i, verb, "conj").attached(sign, verb, "cc")
    return parse


def _verb_over(parse: Parse, i: int) -> int | None:
    """Return the verb whose phrase a noun stands in."""
    while parse.deps[i] in ("pobj", "prep", "conj", "dobj") and parse.heads[i] < i:
        i = parse.heads[i]
    return i if parse.tags[i] in FINITE else None


def talks_over_two(parse: Parse) -> Parse:
    """Keep two topics together: in "quit after talks over time and pay broke down" it was no pay that broke down."""
    for i in parse.labelled("nsubj"):
        verb, topic = parse.heads[i], i - 2
        is_bare = not parse.below[i] and parse.tags[i] in ("NN", "NNS") and parse.lowers[i - 1] == "and"
        if not is_bare or topic < 0 or parse.deps[topic] != "pobj" or parse.below[topic] or parse.deps[verb] != "conj":
            continue
        lead = parse.heads[topic]
        noun = parse.heads[lead]
        mark = parse.heads[noun]
        is_clause = (
            parse.lowers[mark] in MARKS and parse.deps[noun] == "pobj" and parse.heads[mark] == parse.heads[verb]
        )
        if is_clause and lead < topic and parse.pos[noun] == "NOUN" and parse.child(verb, "auxpass") is None:
            parse = parse.attached(i, topic, "conj").attached(i - 1, topic, "cc").attached(noun, verb, "nsubj")
            parse = parse.attached(verb, parse.heads[verb], "advcl").attached(mark, verb, "mark")
    return parse


# ------------------------------------------------------------------------------------------------ shared


def _joined(parse: Parse, i: int, verb: int) -> Parse:
    """Return the parse with a verb, and the "and" right before it, joined to another verb."""
    sign = next((k for k in range(i - 1, max(-1, i - NEXT), -1) if parse.deps[k] == "cc"), None)
    parse = parse.attached(i, verb, "conj")
    return parse if sign is None else parse.attached(sign, verb, "cc")


def _has_subject(parse: Parse, i: int) -> bool:
    return parse.child(i, *SUBJECTS, "expl", "mark") is not None


def _has_had(parse: Parse, verb: int) -> bool:
    return any(parse.deps[c] == "aux" and parse.lowers[c] in HAD for c in parse.below[verb])


SECOND_REPAIRS: Sequence[Callable[[Parse], Parse]] = (
    gave_behind_speech,
    past_behind_gerund,
    deed_behind_aside,
    deed_behind_reason,
    second_without_verb,
    hurt_beside_killed,
    clause_behind_and,
    talks_over_two,
    subject_behind_list,
    one_that_was,
)
