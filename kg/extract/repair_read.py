"""Repairs of nouns that the parser takes for verbs, and of verbs taken for nouns, by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extract.parses import NOUNS, PLURAL, SUBJECTS, Parse
from kg.extract.words import TIME_NOUNS
from kg.extract.words_repairs import GERUND_NOUNS

NOUN_ENDINGS = re.compile(r"\w{4,}(?:[stx]ion|ment|ness|ity)")
# In these endings, and verbs: "to auction boats".
VERBS_SO_ENDING = frozenset(
    """augment auction audition caution cement comment commission complement compliment condition document envision
    experiment fashion ferment function implement lament mention motion partition petition portion position question
    ration reposition requisition sanction station supplement torment transition vision witness""".split()
)
TO_NOTHING_DONE = frozenset({"amount", "belong"})  # behind these no deed follows: "belonged to chum salmon"
# What nobody has done to them: "two members who abstained".
NEVER_SUFFERED = frozenset(
    """abstain apologise apologize arrive capitulate collapse crash defect die disagree disappear emerge erupt fall flee
    happen object protest resign retire surrender vanish""".split()
)
FINITE = ("VBD", "VBZ", "VBP")
ADJECTIVAL = ("JJ", "NN", "VBG", "VBN")
MARKS = frozenset({"after", "before", "since", "until"})


def noun_behind_to(parse: Parse) -> Parse:
    """Read "repairs to irrigation canals" as what is repaired: nobody irrigations anything."""
    for i in parse.tagged("VB"):
        to, above = i - 1, parse.heads[i]
        if to < 1 or parse.tags[to] != "TO" or parse.heads[to] != i:
            continue
        thing = parse.child(i, "dobj")
        is_noun = NOUN_ENDINGS.fullmatch(parse.lowers[i]) and parse.lowers[i] not in VERBS_SO_ENDING
        if not is_noun and parse.bases[above] not in TO_NOTHING_DONE:
            continue
        if thing is None or thing != i + 1 or parse.child(thing, "det", "poss") is not None:
            continue
        holder = to - 1 if parse.pos[to - 1] in NOUNS else above
        parse = parse.moved([c for c in parse.below[i] if c not in (to, thing)], thing)
        parse = parse.attached(to, holder, "prep").read_as(to, tag="IN", pos="ADP").attached(thing, to, "pobj")
        parse = parse.attached(i, thing, "compound").read_as(i, tag="NN", pos="NOUN", lemma=parse.lowers[i])
    return parse


def dating_of_wood(parse: Parse) -> Parse:
    """Read "Radiocarbon dating of wood gave" as one noun: no radiocarbon is dating, and none gave anything."""
    for i in parse.worded(*GERUND_NOUNS):
        noun = i - 1
        is_of = noun >= 0 and parse.words[i + 1 : i + 2] == ("of",)
        if not is_of or parse.tags[i] not in ("VBG", "NN") or parse.tags[noun] not in ("NN", "NNP"):
            continue
        if parse.deps[i] == "acl" and parse.heads[i] == noun and parse.heads[noun] != noun:
            parse = parse.attached(i, parse.heads[noun], parse.deps[noun])
            parse = parse.moved([c for c in parse.below[noun] if c != i], i)
        if parse.heads[i] != noun and (parse.heads[noun] == parse.heads[i] or parse.deps[noun] == "nsubj"):
            parse = parse.attached(noun, i, "compound").read_as(i, tag="NN", pos="NOUN", lemma=parse.lowers[i])
    return parse


def holding_behind_noun(parse: Parse) -> Parse:
    """Read "staff at the state power holding" as a firm, where it holds nothing, and "a stock listing in Oslo"."""
    for i in parse.inner("holding", "listing"):
        noun = i - 1
        is_free = parse.child(i, "dobj", "prt", "ccomp", "aux", *SUBJECTS) is None
        is_free = is_free and (parse.lowers[i] == "listing" or parse.child(i, "prep") is None)
        is_led = parse.tags[noun] == "NN" and parse.child(noun, "det", "poss") is not None
        if parse.tags[i] != "VBG" or not is_free or not is_led or parse.deps[i] not in ("acl", "advcl"):
            continue
        inner, above = [c for c in parse.below[i] if parse.deps[c] == "xcomp"], parse.heads[i]
        above = parse.heads[noun] if above == noun else above
        for deed in inner:
            parse = parse.attached(deed, above, "advcl")
        beside = [c for c in parse.below[noun] if c != i]
        parse = parse.attached(i, parse.heads[noun], parse.deps[noun]).moved(beside, i)
        parse = parse.attached(noun, i, "compound").read_as(i, tag="NN", pos="NOUN", lemma=parse.lowers[i])
    return parse


def draw_behind_article(parse: Parse) -> Parse:
    """Read "won after a goalless draw" as a noun: what has an article and is one does not "draw"."""
    for i in parse.tagged("VBP"):
        subject, mark = parse.child(i, "nsubj"), parse.child(i, "mark")
        if subject is None or subject != i - 1 or mark is None or parse.lowers[mark] not in MARKS:
            continue
        is_one = parse.tags[subject] in ("NN", "JJ") and any(
            parse.lowers[c] in ("a", "an") for c in parse.below[subject]
        )
        if is_one and parse.deps[i] == "advcl" and parse.child(i, "dobj", "aux", "auxpass", "neg") is None:
            parse = parse.moved(parse.below[subject], i).attached(mark, parse.heads[i], "prep")
            parse = parse.attached(i, mark, "pobj").attached(subject, i, "amod")
            parse = parse.read_as(i, tag="NN", pos="NOUN").read_as(mark, tag="IN", pos="ADP")
    return parse


def deed_behind_clause(parse: Parse) -> Parse:
    """Read "went on strike after talks failed, halting exports" as what that did: no docker is an export."""
    for i in parse.labelled("appos", "dep", "dobj", "npadvmod"):
        start, above = parse.start(i), parse.heads[i]
        verb = above if parse.pos[above] == "VERB" else parse.heads[above]
        is_deed = start == i - 1 and parse.lowers[start].endswith("ing") and parse.words[start - 1] == ","
        if not is_deed or parse.tags[i] != "NNS" or parse.tags[start] not in ADJECTIVAL or not above < start:
            continue
        ends = (parse.end(c) for c in parse.below[verb] if parse.deps[c] == "advcl" and verb < c < start)
        if parse.tags[verb] in FINITE and verb < start and any(end in (start - 1, start - 2) for end in ends):
            parse = parse.attached(start, verb, "advcl").attached(i, start, "dobj")
            parse = parse.read_as(start, tag="VBG", pos="VERB")
    return parse


def things_counted(parse: Parse) -> Parse:
    """Read "buy 12 underwater minehunting drones" as what is bought: no 12 underwater hunt for mines."""
    for i in parse.tagged("VBG"):
        kind, thing = i - 1, parse.child(i, "dobj")
        if thing != i + 1 or parse.tags[thing] != "NNS" or parse.tags[kind] not in ("JJ", "NN"):
            continue
        is_object = parse.deps[i] == "acl" and parse.heads[i] == kind and parse.deps[kind] == "dobj"
        verb = parse.heads[kind] if is_object else parse.heads[i]
        is_subject = parse.child(i, "nsubj") == kind and parse.child(verb, "dobj") is None
        is_many = any(parse.tags[c] == "CD" and parse.lowers[c] not in ("one", "1") for c in parse.below[kind])
        if not is_many or not (is_object or is_subject) or parse.pos[verb] != "VERB" or parse.start(kind) != verb + 1:
            continue
        parse = parse.attached(thing, verb, "dobj").moved([c for c in parse.below[kind] if c != i], thing)
        parse = parse.moved([c for c in parse.below[i] if c > thing], verb)
        parse = parse.attached(kind, thing, "amod").attached(i, thing, "amod")
    return parse


def verb_behind_participle(parse: Parse) -> Parse:
    """Find the verb in "Residents reached by phone described blasts", where the parser reads "phone-described"."""
    for i in parse.labelled("amod"):
        thing, means = parse.heads[i], parse.child(i, "npadvmod")
        if parse.tags[i] not in ("VBN", "VBD") or means != i - 1 or thing < i or parse.deps[thing] != "pobj":
            continue
        lead = parse.heads[thing]
        participle = parse.heads[lead]
        noun = parse.heads[participle]
        is_headless = parse.deps[participle] == "acl" and parse.heads[noun] == noun and parse.pos[noun] in NOUNS
        if is_headless and lead == means - 1 and parse.words[means + 1 : i + 1] == (parse.words[i],):
            behind = [c for c in parse.below[noun] if c > participle]
            parse = parse.attached(i, i, "ROOT").attached(noun, i, "nsubj").moved(behind, i)
            parse = parse.attached(means, lead, "pobj").attached(thing, i, "dobj").read_as(i, tag="VBD", pos="VERB")
    return parse


def noun_behind_article(parse: Parse) -> Parse:
    """Read "offered a 9 per cent raise over two years and a bonus" as two things: a raise raises no bonus."""
    for i in parse.tagged("VB", "VBP"):
        is_thing = parse.deps[i] == "dobj" and parse.child(i, "det", "poss") is not None and parse.heads[i] < i
        if not is_thing or parse.child(i, "aux", *SUBJECTS) is not None:
            continue
        parse = parse.read_as(i, tag="NN", pos="NOUN", lemma=parse.lowers[i])
        other = parse.child(i, "dobj")
        sign = None if other is None else parse.start(other) - 1
        if other is not None and sign is not None and parse.lowers[sign] == "and":
            parse = parse.attached(other, i, "conj").attached(sign, i, "cc")
    return parse


def farm_behind_name(parse: Parse) -> Parse:
    """Go on with a name: "bought a stake in the Alba Bank wind farm" bought no wind farm."""
    for i in parse.labelled("dobj"):
        verb, name = parse.heads[i], parse.start(i) - 1
        lead = parse.heads[name]
        is_bare = parse.tags[i] == "NN" and parse.child(i, "det", "poss", "nummod") is None and verb < name
        is_name = parse.tags[name] == "NNP" and parse.deps[name] == "pobj" and parse.child(name, "det") is not None
        thing = parse.heads[lead]
        if not is_bare or not is_name or parse.deps[thing] not in ("dobj", "dative") or parse.heads[thing] != verb:
            continue
        behind = [c for c in parse.below[i] if c > i]
        parse = parse.attached(i, lead, "pobj").moved(parse.below[name], i).attached(name, i, "compound")
        parse = parse.attached(thing, verb, "dobj").moved(behind, verb)
    return parse


def time_given(parse: Parse) -> Parse:
    """Read "gave the city's office 60 days" as what it was given, and not for how long it was given away."""
    for i in parse.labelled("npadvmod"):
        verb, taker = parse.heads[i], parse.start(i) - 1
        is_span = parse.tags[i] == "NNS" and parse.bases[i] in TIME_NOUNS and parse.child(i, "nummod") is not None
        if not is_span or parse.bases[verb] not in ("give", "grant") or not verb < taker:
            continue
        if parse.deps[taker] in ("dobj", "dative") and parse.heads[taker] == verb:
            parse = parse.attached(taker, verb, "dative").attached(i, verb, "dobj")
    return parse


def show_behind_name(parse: Parse) -> Parse:
    """Find the verb in "Bones found in a cave in Alba show that people lived there": nobody found that they did."""
    for that in parse.inner("that"):
        show, found = that - 1, parse.heads[parse.heads[that]]
        if parse.lowers[show] not in ("show", "suggest", "indicate") or parse.deps[show] != "pobj":
            continue
        place, clause = show - 1, parse.heads[that]
        while parse.tags[found] not in ("VBD", "VBN") and parse.heads[found] < found:
            found = parse.heads[found]
        noun = parse.child(found, "nsubj")
        is_split = noun is not None and noun == found - 1 and parse.tags[noun] in PLURAL and found < place
        if noun is None or not is_split or parse.deps[place] != "compound" or parse.deps[that] != "mark":
            continue
        above, dep = parse.heads[found], parse.deps[found]
        owners = [c for c in parse.below[show] if c < place]
        behind = [c for c in parse.below[found] if c > that]
        parse = parse.attached(place, parse.heads[show], "pobj").moved(owners, place)
        parse = parse.attached(show, show if above == found else above, dep).read_as(show, tag="VBP", pos="VERB")
        parse = parse.attached(noun, show, "nsubj").attached(found, noun, "acl").read_as(found, tag="VBN")
        parse = parse.moved(behind, show).attached(clause, show, "ccomp")
    return parse


def deed_in_time_clause(parse: Parse) -> Parse:
    """Read "won after two members from the north abstained" as a clause: what is never done to anybody is a deed."""
    for i in parse.labelled("acl"):
        if parse.tags[i] not in ("VBD", "VBN") or parse.bases[i] not in NEVER_SUFFERED:
            continue
        noun = parse.heads[i]
        while parse.deps[noun] == "pobj" and parse.lowers[parse.heads[noun]] not in MARKS:
            noun = parse.heads[parse.heads[noun]]
        lead = parse.heads[noun]
        if parse.deps[noun] == "pobj" and parse.deps[lead] == "prep" and parse.lowers[lead] in MARKS:
            parse = parse.attached(i, parse.heads[lead], "advcl").read_as(i, tag="VBD")
            parse = parse.attached(noun, i, "nsubj").attached(lead, i, "mark")
    return parse


def forecast_on_average(parse: Parse) -> Parse:
    """Read "had on average forecast 3 billion" as what was forecast: nobody had it."""
    for i in parse.inner("average"):
        on, have, noun = i - 1, i - 2, i + 1
        if have < 0 or parse.lowers[on] != "on" or parse.lowers[have] not in ("had", "has", "have"):
            continue
        if parse.lowers[noun] != "forecast" or parse.heads[i] != noun or parse.deps[noun] != "pobj":
            continue
        above, dep = parse.heads[have], parse.deps[have]
        beside = [c for c in (*parse.below[have], *parse.below[noun], *parse.below[on]) if c not in (on, i, noun)]
        parse = parse.attached(noun, noun if above == have else above, dep).attached(have, noun, "aux")
        parse = parse.attached(on, noun, "prep").attached(i, on, "pobj").moved(beside, noun)
        amount = next((c for c in parse.below[noun] if c > noun and parse.deps[c] == "pobj"), None)
        parse = parse if amount is None else parse.attached(amount, noun, "dobj")
        parse = parse.read_as(noun, tag="VBN", pos="VERB").read_as(i, tag="NN", pos="NOUN")
    return parse


def time_behind_means(parse: Parse) -> Parse:
    """Hang a time on the verb: in "told them by phone two hours in advance" it is no means."""
    for i in parse.labelled("pobj"):
        lead, start = parse.heads[i], parse.start(i)
        first = parse.child(lead, "pobj")
        is_second = first is not None and first == start - 1 and parse.bases[i] in TIME_NOUNS
        if is_second and parse.tags[i] == "NNS" and parse.child(i, "nummod") is not None and parse.deps[lead] == "prep":
            parse = parse.attached(i, parse.heads[lead], "npadvmod")
    return parse


READ_REPAIRS: Sequence[Callable[[Parse], Parse]] = (
    noun_behind_to,
    dating_of_wood,
    holding_behind_noun,
    draw_behind_article,
    deed_behind_clause,
    things_counted,
    verb_behind_participle,
    noun_behind_article,
    farm_behind_name,
    time_given,
    show_behind_name,
    deed_in_time_clause,
    forecast_on_average,
    time_behind_means,
)
