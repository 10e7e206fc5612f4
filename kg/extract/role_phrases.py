"""The role of a prepositional phrase, where its preposition does not tell: "for ten euros", "for years", "for Ann"."""

from __future__ import annotations

import re

from kg.extract import words_roles as words
from kg.extract.complements import Complement
from kg.extract.deed_nouns import deed_frame
from kg.extract.noun_phrases import content_head
from kg.extract.phrases import Phrase, is_time
from kg.extract.trees import Tree
from kg.extract.words import ROLE_OF_PREPOSITION
from kg.extract.words_mentions import MEASURES, ORDINALS
from kg.extract.words_nominal import EVENT_NOUNS
from kg.extract.words_repairs import LOOSE_LEADS
from kg.model import Role

AMOUNT_WORDS = frozenset({"%", "percent", "times", "mark", "cent", "bn", "basis"})
FIGURE = re.compile(r"[\d.,]*\d[\d.,]*(?:%|k|km|m|mm|cm|kg|g|p|c|bn|mn|tn)?\.?\Z")  # 500, 3.4%, 20km
SHORT_UNITS = frozenset("cm ft gw kg km kph kw kwh lb mm mph mw".split())
SHORT_NUMBERS = frozenset("k m mn mln bn tn".split())
VERBAL = ("VERB", "AUX")
BETWEEN = ("ADP", "SCONJ", "ADV", "PART")  # words on the way from a preposition to its verb
CURRENCY = "$€£¥"
BESIDE_LEVELS = frozenset("above at below near".split())
FROM_FIGURE = ("up from", "down from")  # "1,040 people died, up from 780 in 2019"
COUNTED = frozenset({"nummod", "quantmod"})
LIVING = frozenset({"get", "go", "live", "suffer"})
UPPER_LIMITS = frozenset({"age", "limit", "maximum", "number", "size"})
STOPS = frozenset({"end", "halt", "stop"})


def role_of_phrase(tree: Tree, complement: Complement, phrase: Phrase) -> Role:
    """Tell what a prepositional phrase adds that names no date."""
    lead = " ".join(tree.lowers[w] for w in complement.lead)
    last = lead.rsplit(" ", 1)[-1]
    is_compass = words.COMPASS.intersection((*lead.split(), tree.lowers[phrase.head]))  # "20 miles to the west"
    role = Role.PLACE if is_compass and last != "from" else _by_preposition(lead)
    by_words = _of_set_phrase(tree, phrase, lead, role) or _of_measure(tree, complement)
    if by_words is not None:
        return by_words
    if last == "at" and tree.lowers[complement.lead[0] - 1] in words.OUTCRIES:  # "voted against it in protest at"
        return Role.CAUSE
    if last == "before" and _lemma(tree, phrase) in words.LOOKING_ON:
        return Role.OTHER
    if last == "into" and _looks_into(tree, complement):
        return Role.TOPIC
    return _of_sort(tree, complement, phrase, lead, role)


def _of_set_phrase(tree: Tree, phrase: Phrase, lead: str, role: Role) -> Role | None:
    """Return the role of words that are said so, or None: "in writing", "at first light", "on the grounds of"."""
    said, last = f"{lead} {tree.string(phrase.words).lower()}", lead.rsplit(" ", 1)[-1]
    if said in words.MANNER_PHRASES or said.removeprefix(lead.removesuffix(last)) in words.MANNER_PHRASES:
        return Role.MANNER
    if said in words.TIME_PHRASES:
        return Role.TIME
    if said in words.STATE_PHRASES or (lead.partition(" ")[0] in LOOSE_LEADS and role is not Role.TIME):
        return Role.OTHER
    by_noun = words.ROLE_BY_NOUN.get(f"{last} {tree.lowers[phrase.head]}")
    is_loose = by_noun is Role.CAUSE and tree.lowers[phrase.words[0]] in ("a", "an")
    return None if is_loose else by_noun  # "in protest at the plan", but "in a formal protest"


def _of_sort(tree: Tree, complement: Complement, phrase: Phrase, lead: str, role: Role) -> Role:
    """Tell apart what one preposition leads to, by noun and verb."""
    last = lead.rsplit(" ", 1)[-1]
    if role is Role.BENEFICIARY:
        return role_of_for(tree, complement, phrase)
    if role is Role.SOURCE:
        return _role_of_from(tree, complement, phrase, lead)
    if role is Role.INSTRUMENT:
        return _role_of_means(tree, complement, phrase, lead)
    if role is Role.COMPANION:
        is_means = last == "with" and _lemma(tree, phrase) in words.MEANS
        return Role.INSTRUMENT if is_means else _beside_verb(verb_of(tree, complement), last, role)
    if role is Role.GOAL and last == "to":
        return _role_of_goal(tree, complement, phrase, lead)
    return _role_of_place(tree, complement, phrase, lead) if role is Role.PLACE else role


def _of_measure(tree: Tree, complement: Complement) -> Role | None:
    """Tell what a preposition with a measure before it leads to: "5 km from the shore", "two seconds outside it"."""
    counted = [w for w in complement.lead[:-1] if tree.first(w, "nummod") is not None]
    if not counted or tree.lowers[complement.lead[-1]] in ("after", "before", "into"):
        return None
    return Role.PLACE if tree.lowers[counted[-1]] in words.LENGTHS else Role.EXTENT


def role_of_for(tree: Tree, complement: Complement, phrase: Phrase) -> Role:
    """Tell what "for" leads to: a price, a time, a reason, what something is done for, or else whom."""
    noun, verb = _lemma(tree, phrase), verb_of(tree, complement)
    if is_amount(tree, phrase) or (noun in words.PRICES and tree.tags[phrase.head] == "NN"):
        return Role.EXTENT
    if lasts(tree, phrase) or (noun in words.EVENTS and tree.first(phrase.head, "nummod") is not None):
        return Role.TIME
    if verb in words.FOR_A_REASON or noun in words.CRIMES:
        return Role.CAUSE
    if verb in words.PAYING or verb in words.FOR_A_GOAL:
        return Role.OTHER
    return Role.PURPOSE if is_event(noun) else Role.BENEFICIARY


def _role_of_goal(tree: Tree, complement: Complement, phrase: Phrase, lead: str) -> Role:
    """Tell what "to" leads to: how far something reaches, what a verb takes, or a goal."""
    verb = verb_of(tree, complement)
    if lead.endswith("up to") and (_lemma(tree, phrase) in UPPER_LIMITS or is_amount(tree, phrase)):
        return Role.EXTENT  # "for people up to the age of 70"
    beside = tree.having(tree.heads[complement.lead[-1]], "dobj")
    if verb in ("bring", "put") and any(tree.bases[c] in STOPS for c in beside):
        return Role.OTHER  # "put an end to it"
    if verb == "admit" and _is_passive(tree, tree.heads[complement.lead[-1]]):
        return Role.GOAL  # "was admitted to hospital", but "admitted to the theft"
    return _beside_verb(verb, "to", Role.GOAL)


def _beside(tree: Tree, complement: Complement) -> tuple[int, ...]:
    """Return the object and the predicative that stand beside a phrase: "the largest airline by passengers"."""
    return tree.having(tree.heads[complement.lead[-1]], "dobj", "attr")


def _looks_into(tree: Tree, complement: Complement) -> bool:
    """Tell whether "into" leads to what is looked into: "opened an inquiry into the deal"."""
    above = tree.heads[complement.lead[-1]]
    return any(tree.bases[i] in words.LOOKING_INTO for i in (above, *tree.having(above, "dobj", "nsubjpass")))


def _role_of_from(tree: Tree, complement: Complement, phrase: Phrase, lead: str) -> Role:
    noun, verb = _lemma(tree, phrase), verb_of(tree, complement)
    if is_amount(tree, phrase) and any(tree.lowers[w] in ("to", "-", "–") for w in phrase.words):
        return Role.EXTENT  # "from 4% to 6%"
    if lead.endswith(FROM_FIGURE):
        return Role.EXTENT
    if verb in words.FROM_A_CAUSE and lead == "from":
        return Role.CAUSE
    if verb == "recover" and lead == "from" and tree.first(tree.heads[complement.lead[-1]], "dobj") is None:
        return Role.OTHER  # "recovered from his illness", but "recovered the files from the disk"
    if not lead.endswith("out of"):
        return Role.SOURCE
    is_stuff = verb == "run" and tree.pos[phrase.head] != "PROPN"  # "ran out of fuel"
    is_share = tree.tags[phrase.head] == "CD" or tree.first(phrase.head, "nummod") is not None  # "47 out of 50"
    if noun in words.MOTIVES:
        return Role.CAUSE
    return Role.OTHER if noun in words.OUT_OF_STATES or is_stuff or is_share else Role.SOURCE


def _role_of_means(tree: Tree, complement: Complement, phrase: Phrase, lead: str) -> Role:
    """Tell what "by" and "through" lead to: an amount, a way, a time, means; who does it is no means."""
    noun, last = _lemma(tree, phrase), lead.rsplit(" ", 1)[-1]
    is_counted = bool(tree.having(phrase.head, *COUNTED)) or noun in words.SIZES or noun in words.SHARES
    if is_amount(tree, phrase) or (last == "by" and (is_counted or noun in words.LEVELS)):
        return Role.EXTENT
    if last == "through" and verb_of(tree, complement) in LIVING and noun not in words.ROUTES:
        return Role.OTHER  # "go through a depression"
    if lasts(tree, phrase) or (last == "through" and noun in words.EVENTS | words.STATES_OF):
        return Role.TIME
    if last in ("through", "via") and (noun in words.ROUTES or verb_of(tree, complement) in words.MOTION):
        return Role.PLACE
    if last == "through" and noun in words.THICK | words.TRIALS:
        return Role.PLACE if noun in words.THICK else Role.OTHER
    is_rank = lead == "by" and any(tree.tags[c] == "JJS" for n in _beside(tree, complement) for c in tree.children[n])
    is_somebody = is_rank or tree.pos[phrase.head] == "PROPN" or tree.first(phrase.head, "det", "poss") is not None
    return Role.OTHER if lead == "by" and is_somebody else Role.INSTRUMENT


def _role_of_place(tree: Tree, complement: Complement, phrase: Phrase, lead: str) -> Role:
    noun, last = _lemma(tree, phrase), lead.rsplit(" ", 1)[-1]
    if _is_measured(tree, phrase, lead):
        return Role.EXTENT
    is_moved = last in ("on", "over") and noun in words.MOTIVES
    is_moved = is_moved or (last == "over" and verb_of(tree, complement) in words.OVER_A_CAUSE)
    if is_moved or (last == "over" and noun in words.CONTESTED):
        return Role.CAUSE
    if (lasts(tree, phrase) and last != "under") or _is_span(noun, last):
        return Role.TIME
    if tree.pos[phrase.head] == "PRON" and last == "on":
        return Role.OTHER  # "put pressure on anyone"
    if last == "under" and tree.pos[phrase.head] == "PROPN":
        return Role.OTHER  # "under President Holm", "under the Hague Convention"
    if last == "in" and complement.lead and _is_sum(tree, tree.heads[complement.lead[-1]]):
        return Role.OTHER  # "saved $3bn in fuel"
    is_state = noun in words.STATES_OF or (last == "under" and noun in words.UNDER_TERMS)
    plain = Role.OTHER if is_state or _is_no_place(tree, phrase, last) else Role.PLACE
    return _beside_verb(verb_of(tree, complement), last, plain)


def _is_span(noun: str, preposition: str) -> bool:
    """Tell whether a noun names a while behind the preposition: "throughout its history", "at breakfast"."""
    return noun in (words.SPANS if preposition in ("throughout", "over") else words.MEALS)


def _is_measured(tree: Tree, phrase: Phrase, lead: str) -> bool:
    """Tell whether the words say how far or at what rate: "by about a year", "above the limit", "at a loss"."""
    noun, last = _lemma(tree, phrase), lead.rsplit(" ", 1)[-1]
    if noun == "level" and any(tree.lowers[c] in words.SCOPES for c in tree.having(phrase.head, "amod", "compound")):
        return False  # "ruled out a pact at national level"
    if last == "in" and noun in MEASURES and tree.first(phrase.head, "det", "poss") is not None:
        return False  # "won in the 100 metres"
    is_level = noun in words.LEVELS | words.PRICES or (last == "at" and noun in words.RATES)
    by_size = lead.startswith("by ") and noun in words.SIZES
    return by_size or is_amount(tree, phrase) or (last in BESIDE_LEVELS and is_level)


def _is_no_place(tree: Tree, phrase: Phrase, preposition: str) -> bool:
    """Tell whether the noun is what happens, is said, or only thought: "in a crash", "in a note", "in desperation"."""
    if tree.pos[phrase.head] == "PROPN" or (preposition == "at" and _lemma(tree, phrase) in words.EVENTS):
        return False
    noun = tree.bases[content_head(tree, phrase.head)]
    if noun == "stage" and tree.first(phrase.head, "nummod") is not None:
        return True  # "in two stages"
    if noun == "place" and any(tree.bases[c] in ORDINALS for c in tree.children[phrase.head]):
        return True  # "ended in fifth place"
    if noun in ("one", "level") or noun in MEASURES:  # "in the worst one", "at local level", "in the 100 metres"
        return True
    if noun in words.NO_PLACES or (preposition in ("in", "on") and (noun in words.TEXTS or is_event(noun))):
        return True
    return noun.endswith(words.ABSTRACT_ENDINGS) and noun not in words.PLACES_BY_ENDING


def _beside_verb(verb: str, preposition: str, role: Role) -> Role:
    """Tell what a preposition leads to that some verbs take: "commented on", "is related to"; else the role given."""
    if verb in words.TOPIC_OF_VERB.get(preposition, ()):
        return Role.TOPIC
    return Role.OTHER if verb in words.NOTHING_OF_VERB.get(preposition, ()) else role


# ------------------------------------------------------------------------------------------------ words


def is_amount(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the words say how much: "14%", "at $3.93", "nine points", "870 million pounds"."""
    head = phrase.head
    word = tree.lowers[head]
    if word == "one" and len(phrase.words) == 1:  # "asked for one"
        return False
    is_figure = tree.tags[head] in ("CD", "$") or FIGURE.match(word) is not None
    if is_figure and content_head(tree, head) != head:  # "in 11 of the towns"
        return False
    if word in AMOUNT_WORDS or (is_figure and tree.first(head, "det", "poss") is None):  # "the 737" is a plane
        return True
    if word.rstrip(".") in SHORT_NUMBERS and "$" in (tree.tags[w] for w in phrase.words):  # "£2.3m."
        return True
    is_counted = tree.first(head, *COUNTED) is not None or any(
        FIGURE.match(tree.words[c]) for c in tree.having(head, "amod")
    )
    return (is_counted and (word in MEASURES or word in words.MONEY or word in SHORT_UNITS)) or word[:1] in CURRENCY


def lasts(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the words say how long or when: "a third session", "most of the year", "a couple of weeks"."""
    if _lemma(tree, phrase) in words.SESSIONS:
        return True
    if tree.lowers[phrase.head] not in words.PARTS_OF_TIME:
        return False
    of = (p for p in tree.having(phrase.head, "prep") if tree.lowers[p] == "of")
    wholes = [noun for p in of for noun in tree.having(p, "pobj")]
    return any(is_time(tree, noun) or tree.bases[noun] in words.SESSIONS for noun in wholes)


def is_event(noun: str) -> bool:
    """Tell whether a noun names a deed or an event.

    >>> is_event("repair"), is_event("wedding"), is_event("engineer")
    (True, True, False)
    """
    return noun in words.EVENTS or noun in EVENT_NOUNS or deed_frame(noun) is not None


def verb_of(tree: Tree, complement: Complement) -> str:
    """Return the lemma of the verb that the preposition hangs on, or ""."""
    if not complement.lead:
        return ""
    at = complement.lead[-1]
    while (tree.pos[at] in BETWEEN or _is_sum(tree, at)) and tree.heads[at] != at:
        at = tree.heads[at]
    if tree.deps[at] == "pobj":  # the noun of "in exchange for"
        return ""
    return tree.bases[at] if tree.pos[at] in VERBAL else ""


def _is_passive(tree: Tree, verb: int) -> bool:
    return tree.first(verb, "auxpass") is not None


def _is_sum(tree: Tree, i: int) -> bool:
    """Tell whether it is an amount that stands between a verb and what is its own: "paid €9m for the mill"."""
    return tree.deps[i] == "dobj" and is_amount(tree, Phrase((i,), i))


def _by_preposition(lead: str) -> Role:
    """Return the role of the longest preposition that the words end with: "mainly due to"."""
    parts = lead.split(" ")
    ends = (" ".join(parts[i:]) for i in range(len(parts)))
    return next((ROLE_OF_PREPOSITION[end] for end in ends if end in ROLE_OF_PREPOSITION), Role.OTHER)


def _lemma(tree: Tree, phrase: Phrase) -> str:
    return tree.bases[phrase.head]
