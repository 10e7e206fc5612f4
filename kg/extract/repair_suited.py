"""Repairs of clauses that do not suit what they hang on: no town meets, no mountain is run, no bridge is awarded."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.attachments import is_many, number_of_verb
from kg.extract.parses import NOUNS, SUBJECTS, VERBAL, Parse
from kg.extract.words_mentions import GROUP_NOUNS, ORGANIZATION_WORDS, PLACE_NOUNS
from kg.extract.words_relatives import CALAMITIES, SAID_OF_PLACES
from kg.extract.words_suited import (
    AGREEMENTS,
    COLLAPSING,
    DEALT,
    DEEDS,
    EVENTS,
    HAPPENING,
    HAS_PLACE,
    INSTALLATIONS,
    KILLING,
    MEETING,
    MEETING_BODIES,
    NAMED_EVENTS,
    RESULTING,
    RUN,
    SIGNED,
)

BODIES = GROUP_NOUNS | ORGANIZATION_WORDS
REACH = 4  # nouns up from the one that the clause hangs on


class Suit(NamedTuple):
    """Verbs, the nouns that they are said of, and whether only a clause that hangs on a place is moved."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    passive: bool
    from_place: bool


SUITS = (
    Suit(SIGNED, AGREEMENTS, passive=True, from_place=False),
    Suit(MEETING, MEETING_BODIES, passive=False, from_place=True),
    Suit(HAPPENING, EVENTS, passive=False, from_place=True),
    Suit(RUN, INSTALLATIONS, passive=True, from_place=True),
    Suit(RESULTING, DEEDS, passive=False, from_place=True),
)


# ------------------------------------------------------------------------------------------------ which


def which_suits_verb(parse: Parse) -> Parse:
    """Hang a clause on what its verb is said of: no pier in "a contract to mend a pier, which was awarded"."""
    for which in parse.worded("which"):
        clause = parse.heads[which]
        noun = parse.heads[clause]
        if parse.deps[clause] != "relcl" or parse.deps[which] not in SUBJECTS or parse.words[which - 1] != ",":
            continue
        passive = parse.deps[which] == "nsubjpass"
        suit = next((s for s in SUITS if parse.bases[clause] in s.verbs and s.passive is passive), None)
        if suit is None or noun > which or parse.bases[noun] in suit.nouns:
            continue
        if suit.from_place and not _is_place(parse, noun, suit):
            continue
        plural = number_of_verb(parse, clause)
        fitting = (n for n in _above(parse, noun) if parse.bases[n] in suit.nouns and _agrees(parse, n, plural))
        if (better := next(fitting, None)) is not None:
            parse = parse.attached(clause, better, "relcl")
    return parse


def _is_place(parse: Parse, noun: int, suit: Suit) -> bool:
    """Tell whether the clause hangs on where something is, and on nothing that the verb is said of itself."""
    within = {parse.bases[noun], *(parse.bases[k] for k in parse.below[noun] if parse.deps[k] == "compound")}
    is_led = parse.deps[noun] == "pobj" and parse.lowers[parse.heads[noun]] in HAS_PLACE
    is_where = parse.pos[noun] == "PROPN" or parse.bases[noun] in PLACE_NOUNS
    return is_led and is_where and not within & (suit.nouns | NAMED_EVENTS)


def _above(parse: Parse, noun: int) -> Iterator[int]:
    """Yield the nouns that a noun hangs on, by prepositions or as what is done to it: "a contract to mend it"."""
    for _ in range(REACH):
        link = parse.heads[noun]
        is_led = parse.deps[noun] == "pobj" and parse.deps[link] == "prep"
        is_done = parse.deps[noun] == "dobj" and parse.deps[link] in ("acl", "relcl") and parse.tags[link] == "VB"
        above = parse.heads[link]
        if is_led and parse.pos[above] == "VERB":  # "set up a committee in the city of Alba"
            above = parse.child(above, "dobj") or above
        if not (is_led or is_done) or parse.pos[above] not in NOUNS or above > link:
            return
        yield above
        noun = above


def _agrees(parse: Parse, noun: int, plural: bool | None) -> bool:
    return plural is None or is_many(parse, noun) == plural


def body_of_name(parse: Parse) -> Parse:
    """Hang a clause on a body and not on the end of its name: "the Movement for Alba, which came third"."""
    for which in parse.worded("which"):
        clause = parse.heads[which]
        end = parse.heads[clause]
        word = parse.heads[end]
        is_led = parse.deps[clause] == "relcl" and parse.deps[which] in SUBJECTS and parse.words[which - 1] == ","
        if (
            not is_led
            or parse.deps[end] != "pobj"
            or parse.pos[end] != "PROPN"
            or parse.bases[clause] in SAID_OF_PLACES
        ):
            continue
        body = parse.heads[word]
        is_body = parse.lowers[word] == "for" or (parse.lowers[word] == "of" and parse.bases[body] in BODIES)
        is_capital = parse.words[body][:1].isupper() and body == word - 1
        if is_body and is_capital and parse.child(end, "det") is None:
            parse = parse.attached(clause, body, "relcl")
    return parse


def that_of_many(parse: Parse) -> Parse:
    """Hang a clause on those it picks out: a name needs none in "one of four in Nordland that can read it"."""
    for that in parse.worded("that"):
        clause = parse.heads[that]
        name = parse.heads[clause]
        place = parse.heads[name]
        many = parse.heads[place]
        is_led = parse.deps[clause] == "relcl" and parse.deps[name] == "pobj" and name < that
        if not is_led or parse.lowers[place] not in ("in", "at", "near") or parse.words[that - 1] == ",":
            continue
        is_name = parse.tags[name] in ("NNP", "NNPS") and parse.tags[many] in ("CD", "NNS")
        is_one_of = parse.tags[many] == "CD" and parse.lowers[parse.heads[many]] == "of"  # "one of four labs in towns"
        if many < place and (is_name or is_one_of):
            parse = parse.attached(clause, many, "relcl")
    return parse


# ------------------------------------------------------------------------------------------------ participles


def known_as(parse: Parse) -> Parse:
    """Give a name to what has an article: "the limit on new debt, known as the brake" is a limit."""
    for i in parse.labelled("acl"):
        noun = parse.heads[i]
        above = parse.heads[parse.heads[noun]]
        is_name = parse.bases[i] in ("know", "call", "dub") and parse.tags[i] == "VBN" and parse.words[i - 1] == ","
        is_bare = parse.deps[noun] == "pobj" and parse.pos[noun] == "NOUN" and parse.child(noun, "det", "poss") is None
        if is_name and is_bare and parse.pos[above] == "NOUN" and parse.child(above, "det") is not None:
            parse = parse.attached(i, above, "acl")
    return parse


def outcome_behind_relative(parse: Parse) -> Parse:
    """Say of the main clause what came of it: "rejected a bill that would have cut pay, dealing a blow to him"."""
    for i in parse.labelled("advcl"):
        clause = parse.heads[i]
        if parse.tags[i] != "VBG" or parse.bases[i] not in DEALT or parse.deps[clause] != "relcl" or i < clause:
            continue
        start = parse.start(clause)
        main = verb_above(parse, parse.heads[clause])
        is_apart = parse.words[i - 1] == "," and parse.words[start - 1] != ","
        if is_apart and main is not None and "," not in parse.words[main:start]:
            parse = parse.attached(i, main, "advcl")
    return parse


def verb_above(parse: Parse, noun: int) -> int | None:
    """Return the verb of the sentence that a noun belongs to, over prepositions and what is told of other nouns."""
    i = noun
    while parse.heads[i] != i:
        i = parse.heads[i]
        if parse.pos[i] in VERBAL and parse.deps[i] not in ("acl", "relcl", "amod", "pcomp"):
            return i
    return i if parse.pos[i] in VERBAL else None


def harm_of_event(parse: Parse) -> Parse:
    """Let the event kill, and not the helpers: "Crews dug on after a fire wrecked a hut, killing two"."""
    for i in parse.labelled("advcl"):
        if parse.tags[i] != "VBG" or parse.bases[i] not in KILLING or parse.words[i - 1] != ",":
            continue
        verb = parse.heads[i]
        if parse.child(i, "mark", *SUBJECTS) is not None or _is_harm(parse, verb):
            continue
        before = (c for c in parse.below[verb] if verb < c < i and parse.deps[c] == "advcl" and _is_harm(parse, c))
        event = next((c for c in before if parse.end(c) >= i - 2), None)
        if event is not None:
            parse = parse.attached(i, event, "advcl")
    return parse


def _is_harm(parse: Parse, verb: int) -> bool:
    """Tell whether the clause tells of what happened by itself: "a fire wrecked a hut", "a hut collapsed"."""
    subject = parse.child(verb, "nsubj")
    return subject is not None and (parse.bases[subject] in CALAMITIES or parse.bases[verb] in COLLAPSING)


SUITED_REPAIRS = (
    which_suits_verb,
    body_of_name,
    that_of_many,
    known_as,
    outcome_behind_relative,
    harm_of_event,
)
