"""Repairs of phrases that hang on the verb although a noun before them asks for them, or the other way round."""

from __future__ import annotations

from kg.extract.parses import NOUNS, UNSAID, Parse
from kg.extract.repair_antecedents import PEOPLE, is_person
from kg.extract.repair_times import is_dated_apart
from kg.extract.words import MONTHS, TIME_NOUNS
from kg.extract.words_repairs import CLOSING_QUOTES, FORECASTS, GIVING, OPENING_QUOTES, WARNINGS

# ------------------------------------------------------------------------------------------------ prepositions


def maker_of_title(parse: Parse) -> Parse:
    """Hang "by" on the title before it: "The prize went to "Low Tide" by Ann Lund" is a film of hers."""
    for by in parse.inner("by"):
        title = by - 2
        verb, maker = parse.heads[by], parse.child(by, "pobj")
        if parse.words[by - 1] not in CLOSING_QUOTES or parse.deps[by] not in ("prep", "agent") or maker is None:
            continue
        is_title = title >= 0 and parse.pos[title] in NOUNS and parse.words[title].istitle()
        is_active = parse.pos[verb] == "VERB" and parse.child(verb, "auxpass", "nsubjpass") is None
        if is_title and is_active and (parse.pos[maker] == "PROPN" or is_person(parse, maker)):
            while parse.deps[title] in ("compound", "nmod") and parse.heads[title] < by:
                title = parse.heads[title]
            parse = parse if parse.is_below(title, by) else parse.attached(by, title, "prep")
    return parse


def asked_for_by_noun(parse: Parse) -> Parse:
    """Hang a phrase on the noun that asks for it: "a warning about a gale", "the year to June", "5 points out of 8"."""
    for i in parse.worded("about", "for", "out", "to"):
        verb = parse.heads[i]
        if parse.deps[i] != "prep" or parse.pos[verb] != "VERB" or verb > i:
            continue
        noun = _noun_ending_at(parse, i - 1, verb)
        if noun is not None and _asks_for(parse, noun, i):
            parse = _with_year(parse.attached(i, noun, "prep"), i, verb)
    return parse


def _noun_ending_at(parse: Parse, last: int, verb: int) -> int | None:
    """Return the object or what a preposition of the verb leads to, where nothing stands behind it."""
    noun = last
    while parse.heads[noun] != verb and parse.heads[noun] != noun:
        above = parse.heads[noun]
        if parse.heads[above] == verb and parse.deps[above] == "prep" and above < noun:
            return noun
        noun = above
    is_object = parse.heads[noun] == verb and parse.deps[noun] == "dobj"
    return noun if is_object and verb < noun else None


def _asks_for(parse: Parse, noun: int, i: int) -> bool:
    word, lemma = parse.lowers[i], parse.bases[noun]
    if word == "out":
        of = parse.child(i, "prep")
        total = None if of is None else parse.child(of, "pobj")
        return parse.child(noun, "nummod") is not None and total is not None and parse.pos[total] == "NUM"
    if word == "to":
        led = parse.child(i, "pobj")
        is_month = led is not None and any(w in MONTHS for w in parse.lowers[i + 1 : i + 4])
        return lemma in TIME_NOUNS and is_month and noun == i - 1
    return lemma in (WARNINGS if word == "about" else FORECASTS)


def _with_year(parse: Parse, i: int, verb: int) -> Parse:
    """Hang the year on what is forecast: "lowered its forecast for growth in 2027" was no deed of 2027."""
    led = parse.child(i, "pobj")
    if led is None or parse.lowers[i] != "for":
        return parse
    after = parse.end(led) + 1
    is_in = parse.words[after : after + 1] == ("in",) and parse.heads[after] == verb
    is_year = is_in and parse.tags[after + 1 : after + 2] == ("CD",)
    return parse.attached(after, led, "prep") if is_year else parse


def within_quotes(parse: Parse) -> Parse:
    """Hang a phrase on the noun that it is quoted with: had lost "a poet with a hammer"."""
    for i in parse.worded("with", "without", "in", "on", "for"):
        verb, led = parse.heads[i], parse.child(i, "pobj")
        noun = parse.child(verb, "dobj")
        if parse.deps[i] != "prep" or led is None or noun != i - 1 or noun < verb:
            continue
        before, after = parse.start(noun) - 1, parse.end(led) + 1
        is_quoted = parse.words[before] in OPENING_QUOTES or parse.words[before + 1] in OPENING_QUOTES
        if is_quoted and {*parse.words[after - 1 : after + 1]} & CLOSING_QUOTES:
            parse = parse.attached(i, noun, "prep")
    return parse


def quote_ends_phrase(parse: Parse) -> Parse:
    """Let no noun run on past a quote: in "who never saw a dyke" reports, it is the dyke that they never saw."""
    for quote in parse.labelled("punct"):
        noun, outer = quote - 1, parse.heads[quote - 1]
        if noun < 0 or outer <= quote or parse.words[quote] not in CLOSING_QUOTES:
            continue
        verb = parse.heads[outer]
        is_cut = parse.deps[noun] in ("compound", "nmod", "amod") and parse.deps[outer] == "dobj" and verb < noun
        is_opened = not OPENING_QUOTES.isdisjoint(parse.words[:verb])
        determiner = next((k for k in (*parse.below[noun], *parse.below[outer]) if parse.deps[k] == "det"), noun)
        if not (is_cut and is_opened and determiner < noun):
            continue
        parse = parse.moved([k for k in parse.below[outer] if k < noun], noun)
        parse = parse.attached(noun, verb, "dobj").read_as(noun, tag="NN", pos="NOUN")
        parse = _behind_quote(parse.read_as(outer, tag="NNS", pos="NOUN"), outer, verb)
    return parse


def _behind_quote(parse: Parse, noun: int, verb: int) -> Parse:
    """Make what follows a quote the object of the verb before it: dismissed as "tales" reports that the wall leaks."""
    opening = max(k for k in range(verb) if parse.words[k] in OPENING_QUOTES)
    before = max(opening - 1, 0)
    governor = parse.heads[before]
    is_as = parse.words[before] == "as" and parse.pos[governor] == "VERB" and not parse.is_below(governor, noun)
    is_free = is_as and parse.child(governor, "dobj") is None
    return parse.attached(noun, governor if is_free else verb, "dobj" if is_free else UNSAID)


def times_as_much(parse: Parse) -> Parse:
    """Read "sells for several times its price" as what it sells for, and not as what it sells."""
    for times in parse.worded("times"):
        preposition = parse.heads[times]
        verb = parse.heads[preposition]
        price = parse.child(verb, "dobj")
        is_led = parse.deps[times] == "pobj" and parse.deps[preposition] == "prep" and parse.pos[verb] == "VERB"
        if is_led and price is not None and parse.start(price) == times + 1 and parse.child(price, "det", "poss"):
            parse = parse.attached(price, preposition, "pobj").attached(times, price, "predet")
    return parse


# ------------------------------------------------------------------------------------------------ others


def later_of_verb(parse: Parse) -> Parse:
    """Hang a time on the verb: "was found by a fishing boat three days later" is no boat of three days later."""
    for i in parse.worded("later", "earlier", "ago", "before"):
        noun = parse.heads[i]
        verb = parse.heads[parse.heads[noun]]
        is_behind = parse.deps[i] == "advmod" and parse.deps[noun] == "pobj" and noun < i
        is_measured = is_behind and parse.pos[verb] == "VERB" and parse.child(i, "npadvmod") is not None
        if is_measured and not is_dated_apart(parse, verb, noun):
            parse = parse.attached(i, verb, "advmod")
    return parse


def own_subject(parse: Parse) -> Parse:
    """Let a participle be said of its own noun: in "told reporters, his voice breaking" it was the voice that broke."""
    for i in parse.labelled("ccomp", "dobj", "npadvmod"):
        noun = i - 1
        owner = parse.child(i, "poss")
        if parse.tags[i] != "VBG" or owner is None or owner != noun - 1 or parse.heads[noun] != i:
            continue
        if parse.words[owner - 1] == "," and parse.deps[noun] in ("compound", "amod", "nmod", "dobj"):
            parse = parse.attached(owner, noun, "poss").attached(noun, i, "nsubj")
            parse = parse.attached(i, parse.heads[i], "advcl").read_as(i, pos="VERB")
    return parse


def gift_behind_name(parse: Parse) -> Parse:
    """Read "gave its founder, the singer Ann Lund, the medal" as a medal for one: nobody is a medal."""
    for gift in parse.labelled("appos"):
        name = parse.heads[gift]
        verb = parse.heads[name]
        while parse.pos[verb] in NOUNS and parse.heads[verb] < verb:
            verb = parse.heads[verb]
        receiver = parse.child(verb, "dobj")
        if receiver is None or parse.bases[verb] not in GIVING or not verb < receiver < name < gift:
            continue
        is_gift = parse.tags[gift] in ("NN", "NNS") and parse.bases[gift] not in PEOPLE
        if is_gift and is_person(parse, name) and parse.words[parse.start(gift) - 1] == ",":
            parse = parse.attached(gift, verb, "dobj").attached(receiver, verb, "dative")
            parse = parse.attached(name, receiver, "appos") if parse.heads[name] == verb else parse
    return parse
