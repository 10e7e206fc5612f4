"""Repairs of what verbs take: who does it, whom it is given to, what the particle is, what a participle belongs to."""

from __future__ import annotations

from kg.extract.attachments import names_many
from kg.extract.parses import NOUNS, SUBJECTS, Parse
from kg.extract.words import SAYING
from kg.extract.words_mentions import CLAUSE_NOUNS, GROUP_NOUNS, PERSON_NOUNS, PLACE_NOUNS, ROLES, TIME_NOUNS, TITLES
from kg.extract.words_nominal import EVENT_NOUNS
from kg.extract.words_relatives import SOMEBODY
from kg.extract.words_repairs import (
    DIRECTIONS,
    FIGURES,
    GERUND_NOUNS,
    PARTICLE_ADVERBS,
    PARTICLE_VERBS,
    PHRASAL,
    PROMISING,
    RESULTS,
)

SUMMARIES = CLAUSE_NOUNS | EVENT_NOUNS | FIGURES
COUNTED = (
    CLAUSE_NOUNS | EVENT_NOUNS | GROUP_NOUNS | PERSON_NOUNS | PLACE_NOUNS | TIME_NOUNS
)  # "that plan", but "that famine had spread"
SPEAKERS = GROUP_NOUNS | PERSON_NOUNS | ROLES | TITLES
FINITE = ("VBD", "VBZ", "VBP")
QUOTE_ENDS = frozenset({"''", "”", '"', "'", "’"})
REACH = 6  # words from a verb to its particle: "put the whole team of four ahead"


def subject_of_auxiliary(parse: Parse) -> Parse:
    """Give the subject to the verb whose auxiliary it hangs on: "exchanges in three towns were closed"."""
    for verb in parse.labelled("ROOT"):
        if parse.tags[verb] == "VBZ" and parse.heads[verb - 1] == verb and parse.deps[verb - 1] == "compound":
            parse = _subject_before(parse, verb, verb - 1)
    for i in parse.labelled(*SUBJECTS):
        helper = parse.heads[i]
        if parse.deps[helper] not in ("aux", "auxpass"):
            continue
        verb = parse.heads[helper]
        if parse.child(verb, *SUBJECTS, "csubj", "expl") is None:
            parse = parse.attached(i, verb, "nsubjpass" if parse.deps[helper] == "auxpass" else "nsubj")
    return parse


def _subject_before(parse: Parse, verb: int, noun: int) -> Parse:
    """Read "The court rules against Norvik" as a sentence, where the parser reads "court rules"."""
    if parse.child(verb, *SUBJECTS, "csubj", "expl") is not None:
        return parse
    if parse.lowers[noun] in GERUND_NOUNS or parse.deps[verb + 1 : verb + 2] == ("compound",):
        return parse  # "the spending plans anger parties"
    parse = parse.moved([c for c in parse.below[verb] if c < noun], noun)
    return _verb(parse.attached(noun, verb, "nsubj"), verb, "VBZ")


def verb_read_as_modifier(parse: Parse) -> Parse:
    """Read "The mayor, Ann Lund, accused firms of fraud" as a sentence: behind two commas it is no "accused firms".

    And the other way round "a hiring freeze" and "a difficult rook ending" as nouns.
    """
    for i in parse.labelled("amod", "acl"):
        noun, dep = parse.heads[i], parse.deps[i]
        if parse.tags[i] == "VBG":
            parse = _noun_in_ing(parse, i, noun)
            continue
        subject = parse.heads[noun]
        if dep != "amod" or parse.tags[i] not in ("VBN", "VBD") or parse.deps[noun] != "appos" or i < 2:
            continue
        is_root = parse.deps[subject] == "ROOT" and parse.pos[subject] in NOUNS
        if not is_root or parse.words[i - 1] != "," or parse.child(noun, "det", "poss") is not None:
            continue
        name = i - 2
        if parse.pos[name] == "PROPN" and parse.heads[name] != subject - 1 and "," in parse.words[subject:name]:
            parse = _as_sentence(parse.attached(name, subject, "appos"), subject, i, noun)
    return parse


def _noun_in_ing(parse: Parse, i: int, noun: int) -> Parse:
    """Read a word in -ing as the noun that it is: before a noun as its kind, and behind one as what is done."""
    word = parse.lowers[i]
    if parse.deps[i] == "amod":
        is_kind = word in GERUND_NOUNS and i < noun
        return parse.attached(i, noun, "compound").read_as(i, tag="NN", pos="NOUN") if is_kind else parse
    is_ending = word == "ending" and parse.words[i + 1 : i + 2] in (("against",), ("for",), ("of",))
    if not is_ending or noun != i - 1 or parse.tags[noun] != "NN" or parse.child(noun, "det", "amod") is None:
        return parse
    parse = parse.moved([c for c in parse.below[noun] if c != i], i)
    parse = parse.attached(i, parse.heads[noun], parse.deps[noun]).attached(noun, i, "compound")
    return parse.read_as(i, tag="NN", pos="NOUN")


def _as_sentence(parse: Parse, subject: int, verb: int, object_: int) -> Parse:
    for child in [c for c in parse.below[subject] if c > verb and c != object_]:
        parse = parse.attached(child, verb, parse.deps[child] if parse.deps[child] == "punct" else "npadvmod")
    parse = parse.attached(verb, verb, "ROOT").attached(subject, verb, "nsubj").attached(object_, verb, "dobj")
    return _verb(parse, verb, "VBD")


def speaker_behind_question(parse: Parse) -> Parse:
    """Let who asked stand behind what was asked: in "'Why go?' asked Ann Lund" nobody asked Ann."""
    for i, tag in enumerate(parse.tags):
        if tag != "VBD" or parse.bases[i] not in SAYING or i < 2:
            continue
        if parse.words[i - 1] not in QUOTE_ENDS or parse.words[i - 2] not in ("?", "!", ","):
            continue
        speaker, said = parse.child(i, "dobj"), parse.child(i, *SUBJECTS)
        if speaker is not None and speaker > i and parse.child(i, "prep", "ccomp") is None:
            parse = parse.attached(speaker, i, "nsubj")
            parse = parse if said is None or said > i else _verb(parse.attached(said, i, "ccomp"), said, "VB")
    return parse


def _verb(parse: Parse, i: int, tag: str) -> Parse:
    """Return the parse with one token read as a verb."""
    return parse if parse.pos[i] in ("VERB", "AUX") else parse.read_as(i, tag=tag, pos="VERB")


def particle_behind_object(parse: Parse) -> Parse:
    """Take an adverb that belongs to the verb for its particle: "put the hosts ahead", "a theory put forward by"."""
    for i in parse.worded(*PARTICLE_ADVERBS):
        verb = parse.heads[i]
        if parse.deps[i] != "advmod" or not verb < i <= verb + REACH:
            continue
        if parse.bases[verb] not in PARTICLE_VERBS or parse.pos[verb] != "VERB":
            continue
        object_ = parse.child(verb, "dobj")
        is_behind = object_ is not None and verb < object_ < i
        is_between = object_ is not None and i == verb + 1 and parse.lowers[i] in DIRECTIONS
        if is_behind or is_between or (i == verb + 1 and parse.tags[verb] == "VBN"):
            parse = parse.attached(i, verb, "prt")
            for child in [c for c in parse.below[i] if parse.deps[c] == "prep"]:
                parse = parse.attached(child, verb, "prep")
    return parse


def particle_before_preposition(parse: Parse) -> Parse:
    """Take a word that leads to nothing for a particle: "held on to the lead", "cut short a visit"."""
    for i in parse.labelled("prep", "advmod", "acomp", "oprd", "amod"):
        verb, dep = parse.heads[i], parse.deps[i]
        if (
            i != verb + 1 or i + 1 == len(parse.words) or parse.pos[verb] != "VERB" or "CD" in parse.tags[i + 2 : i + 3]
        ):  # "flies up to 800 people"
            continue
        is_loose = dep == "prep" and not parse.below[i] and parse.lowers[i] in ("on", "up", "down", "out")
        is_led = is_loose and parse.lowers[i + 1] in ("to", "from", "with") and parse.heads[i + 1] == verb
        if is_led or _is_result(parse, i, verb) or _is_part_of_verb(parse, i, verb):
            parse = parse.attached(i, verb, "prt")
            parse = parse.read_as(i, tag="RP")
    return parse


def struck_off(parse: Parse) -> Parse:
    """Read "was struck off the register" as to strike off, which hits nobody, and "walked off the job" as one."""
    for i in parse.worded("off"):
        verb = parse.heads[i]
        if parse.deps[i] != "prep" or i != verb + 1:
            continue
        register = parse.child(i, "pobj")
        if register is not None and _takes_off(parse, verb, register):
            parse = parse.attached(i, verb, "prt").attached(register, verb, "dobj")
            parse = parse.read_as(i, tag="RP")
    return parse


def _takes_off(parse: Parse, verb: int, thing: int) -> bool:
    lemma = parse.bases[verb]
    return lemma in ("strike", "cross") or (lemma == "walk" and parse.bases[thing] == "job")


def _is_result(parse: Parse, i: int, verb: int) -> bool:
    """Tell whether the word behind a verb says what comes of the object that follows: "cut short a visit"."""
    is_result = (parse.bases[verb], parse.lowers[i]) in RESULTS
    return is_result and parse.deps[i] in ("advmod", "acomp", "oprd", "amod")


def _is_part_of_verb(parse: Parse, i: int, verb: int) -> bool:
    """Tell whether an adverb right behind a verb makes another verb of it: "stepped down as chair"."""
    is_part = (parse.bases[verb], parse.lowers[i]) in PHRASAL
    return is_part and parse.deps[i] == "advmod" and parse.child(i, "npadvmod", "advmod", "pobj") is None


def participle_joined_to_finite(parse: Parse) -> Parse:
    """Join a participle to the participle above: "causing floods that cut a road and closing two schools"."""
    for i in parse.labelled("conj"):
        first = parse.heads[i]
        if parse.tags[i] != "VBG" or parse.tags[first] not in FINITE or parse.deps[first] != "relcl":
            continue
        noun = parse.heads[first]
        verb = parse.heads[noun]
        is_free = parse.child(i, "aux", "auxpass", "nsubj") is None
        if is_free and parse.deps[noun] == "dobj" and parse.tags[verb] == "VBG":
            parse = parse.attached(i, verb, "conj")
    return parse


def relative_of_list(parse: Parse) -> Parse:
    """Take a clause about one thing off a list: "called an alert in Alba, Nerova and Cosa, which frees funds"."""
    for i in parse.labelled("relcl"):
        first = parse.heads[i]
        if parse.tags[i] != "VBZ" or parse.deps[first] == "conj" or parse.child(first, "conj") is None:
            continue
        subject = parse.child(i, "nsubj", "nsubjpass")
        if subject is None or parse.lowers[subject] not in ("which", "that", "who"):
            continue
        if not _is_and(parse, first, before=i):
            continue
        noun = _noun_above(parse, first)
        parse = parse.attached(i, noun, "relcl") if noun is not None else parse.attached(i, first, "parataxis")
    return parse


def _is_and(parse: Parse, first: int, *, before: int) -> bool:
    """Tell whether a list that stands before a clause ends in "and", wherever in it the parser hangs that."""
    members = [first]
    for member in members:
        members += [k for k in parse.below[member] if parse.deps[k] == "conj" and k < before]
    return any(parse.lowers[k] == "and" and parse.heads[k] in members for k in range(first, max(members)))


def _noun_above(parse: Parse, noun: int) -> int | None:
    """Return the one thing that a list of places hangs on: the "alert" of "an alert in Alba and Cosa"."""
    preposition = parse.heads[noun]
    if parse.deps[noun] != "pobj" or parse.deps[preposition] != "prep":
        return None
    above = parse.heads[preposition]
    found = parse.child(above, "dobj", "nsubjpass") if parse.pos[above] in ("VERB", "AUX") else above
    is_one = found is not None and parse.tags[found] in ("NN", "NNP") and parse.child(found, "conj") is None
    return found if is_one else None


def one_subject(parse: Parse) -> Parse:
    """Leave a verb one subject: "an offer made for 300 boats was rejected", "ports in Oslo, Lima and Bari shut"."""
    for i in parse.labelled(*SUBJECTS):
        verb = parse.heads[i]
        first = parse.child(verb, *SUBJECTS) if i < verb else None
        if first is None or first == i:
            parse = _finite(parse, verb) if parse.deps[i] == "nsubj" and parse.tags[verb] == "VBN" else parse
            continue
        parse = _second_subject(parse, verb, first, i)
    return parse


def _finite(parse: Parse, verb: int) -> Parse:
    """Read a participle with subject and object and no auxiliary as a past tense: "The academy named Ann Lund"."""
    is_main = parse.deps[verb] == "ROOT" and parse.child(verb, "dobj", "oprd") is not None
    is_bare = parse.child(verb, "aux", "auxpass") is None
    return parse.read_as(verb, tag="VBD") if is_main and is_bare else parse


def _second_subject(parse: Parse, verb: int, first: int, i: int) -> Parse:
    """Hang what is no second subject where it belongs: on a preposition, in a list, or beside the verb."""
    before = _start(parse, i) - 1
    word = parse.lowers[before]
    if parse.lowers[i] in ("each", "all", "both"):
        return parse.attached(i, verb, "advmod")  # "the indices each fell"
    if parse.tags[before] == "IN" and parse.deps[before] == "prep" and parse.child(before, "pobj", "pcomp") is None:
        return parse.attached(i, before, "pobj")
    if word == "," and (member := _member_before(parse, first, before)) is not None:
        return parse.attached(i, member, "conj")
    if word == "and" and parse.pos[i] in NOUNS and parse.pos[first] in NOUNS:
        pair = _first_of_pair(parse, first)
        is_many = parse.tags[verb] != "VBZ" and parse.child(verb, "conj") is None
        holder = pair if pair is not None else first if is_many else None
        return parse if holder is None else parse.attached(i, holder, "conj").attached(before, holder, "cc")
    return parse


def _first_of_pair(parse: Parse, noun: int) -> int | None:
    """Return the "state" of "the deal between the state": what comes behind "and" belongs with it."""
    between = next((k for k in parse.below[noun] if parse.lowers[k] == "between"), None)
    return None if between is None else parse.child(between, "pobj")


def _start(parse: Parse, noun: int) -> int:
    """Return the first of the words before a noun that hang on it, however deep: "nearly" of "nearly 40 men"."""
    first = min((k for k in parse.below[noun] if k < noun), default=noun)
    return first if first == noun else _start(parse, first)


def _member_before(parse: Parse, subject: int, comma: int) -> int | None:
    """Return the name before a comma where a list in a phrase of the subject begins with it: "ports in Oslo, Lima"."""
    member = comma - 1
    preposition = parse.heads[member]
    is_name = parse.pos[member] == "PROPN" and parse.deps[member] == "pobj"
    return member if is_name and parse.heads[preposition] == subject else None


def that_before_clause(parse: Parse) -> Parse:
    """Read "said that famine had spread" as what was said, and not as "that famine"."""
    for i in parse.worded("that"):
        noun = parse.heads[i]
        verb = parse.heads[noun]
        if parse.deps[i] != "det" or parse.deps[noun] not in SUBJECTS or i == 0:
            continue
        is_said = parse.deps[verb] == "ccomp" and parse.heads[verb] == i - 1 and parse.bases[i - 1] in SAYING
        is_counted = parse.tags[noun] == "NN" and parse.bases[noun] in COUNTED
        if is_said and not is_counted and parse.child(verb, "mark") is None:
            parse = parse.attached(i, verb, "mark")
            parse = parse.read_as(i, tag="IN")
    return parse


def second_saying(parse: Parse) -> Parse:
    """Give a second saying to who says the first: "said that thieves had broken in, and promised to act"."""
    for i in parse.labelled("conj"):
        verb = verb_of_speech_before(parse, i) if parse.bases[i] in SAYING else None
        verb = _verb_of_who_promises(parse, i) if verb is None else verb
        if verb is not None:
            parse = parse.attached(i, verb, "conj")
            parse = parse.attached(i - 1, verb, "cc") if parse.deps[i - 1] == "cc" else parse
    return parse


def verb_of_speech_before(parse: Parse, i: int) -> int | None:
    """Return the verb whose content a second verb was read into, though its tense and comma part it from that."""
    first = parse.heads[i]
    verb = parse.heads[first]
    is_inside = parse.deps[first] == "ccomp" and verb < first and parse.tags[verb] == "VBD"
    is_other_tense = parse.tags[first] in ("VBN", "VB") and parse.child(first, "aux") is not None
    is_bare = parse.tags[i] == "VBD" and parse.child(i, "aux", "auxpass", *SUBJECTS) is None
    is_apart = parse.words[i - 2] == "," and parse.deps[i - 1] == "cc"
    return verb if is_inside and is_other_tense and is_bare and is_apart else None


def _verb_of_who_promises(parse: Parse, i: int) -> int | None:
    """Return who speaks as who promises, too: "said that the cause was not known and promised an inquiry"."""
    first = parse.heads[i]
    subject, verb = parse.child(first, *SUBJECTS), parse.heads[first]
    if parse.bases[i] not in PROMISING or parse.deps[first] != "ccomp" or subject is None or verb > first:
        return None
    lemma = parse.bases[subject]
    is_thing = parse.tags[subject] in ("NN", "NNS") and lemma not in SPEAKERS and not lemma.endswith(SOMEBODY)
    is_bare = parse.tags[i] == "VBD" and parse.child(i, "aux", "auxpass", *SUBJECTS) is None
    is_said = parse.tags[verb] == "VBD" and parse.child(verb, *SUBJECTS) is not None
    return verb if is_thing and is_bare and is_said else None


def clause_behind_name(parse: Parse) -> Parse:
    """Take a clause without a comma off a name, which needs none: "hopefuls from Chad and Mali who applied"."""
    for i in parse.labelled("relcl"):
        name = parse.heads[i]
        subject = parse.child(i, "nsubj", "nsubjpass")
        if subject is None or parse.lowers[subject] not in ("who", "that"):
            continue
        if parse.pos[name] != "PROPN" or parse.pos[subject - 1] != "PROPN" or names_many(parse, name):
            continue
        while parse.deps[name] == "conj":
            name = parse.heads[name]
        preposition = parse.heads[name]
        above = parse.heads[preposition]
        if parse.deps[name] == "pobj" and parse.deps[preposition] == "prep" and parse.pos[above] == "NOUN":
            parse = parse.attached(i, above, "relcl")
    return parse


def preposition_of_verb(parse: Parse) -> Parse:
    """Hang on the verb what the parser hangs on its particle: "is made up of 23 players"."""
    for particle in parse.labelled("prt"):
        for i in [c for c in parse.below[particle] if c == particle + 1 and parse.deps[c] == "prep"]:
            parse = parse.attached(i, parse.heads[particle], "prep")
    return parse


def summary_of_clause(parse: Parse) -> Parse:
    """Take off its verb what a sentence is called at its end: "wants a law, a demand that the minister rejected"."""
    for i in parse.labelled("npadvmod", "dobj"):
        if parse.bases[i] not in SUMMARIES or parse.heads[i] > i:
            continue
        verb, start = parse.heads[i], _start(parse, i)
        is_apart = start > 0 and parse.words[start - 1] == "," and parse.tags[start] == "DT"
        if is_apart and (parse.deps[i] == "npadvmod" or _has_clause_before(parse, verb, start - 1)):
            parse = parse.attached(i, parse.heads[i], "dep")
    return parse


def _has_clause_before(parse: Parse, verb: int, comma: int) -> bool:
    """Tell whether a clause of the verb ends at the comma, and no other one parts it from the verb."""
    clauses = [c for c in parse.below[verb] if verb < c < comma and parse.deps[c] in ("advcl", "ccomp", "xcomp")]
    return any(parse.end(c) <= comma for c in clauses) and "," not in parse.words[verb + 1 : parse.start(clauses[0])]
