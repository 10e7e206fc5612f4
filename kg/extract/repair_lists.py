"""Repairs of lists and scores: whose council it is, what only the last of them takes, by how much somebody won."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from kg.extract.parses import NOUNS, Parse
from kg.extract.words_mentions import GROUP_NOUNS, PERSON_NOUNS, ROLES, TITLES
from kg.extract.words_repairs import TAKEN_BY_NOUN

PEOPLE = GROUP_NOUNS | PERSON_NOUNS | ROLES | TITLES
POINTS = re.compile(r"\d{1,3}(?:\(\d{1,2}\)?)?")
DASHES = frozenset({"-", "–", "−"})
IN_SCORE = frozenset({*DASHES, "(", ")", ","})
NAMED_FOR = frozenset({"for", "of", "on"})
LONGEST = 24  # words of a score: five sets with their tie-breaks


def body_in_list(parse: Parse) -> Parse:
    """Join a body to the body before it: "the Agency for Trade and Tourism and the Lund Fund" is for no fund."""
    for i in parse.labelled("conj"):
        first = parse.heads[i]
        topics = [c for c in parse.below[first] if parse.deps[c] == "conj" and c < i]
        if parse.tags[i] != "NNP" or parse.child(i, "det") is None or parse.deps[first] != "pobj" or not topics:
            continue
        lead = parse.heads[first]
        body, sign = parse.heads[lead], parse.start(i) - 1
        is_topic = all(parse.child(k, "det", "poss") is None for k in (first, *topics))
        is_body = parse.tags[body] == "NNP" and parse.lowers[lead] in NAMED_FOR and body < lead
        if is_topic and is_body and parse.lowers[sign] == "and":
            clauses = [c for c in parse.below[body] if parse.deps[c] == "relcl" and c > i]
            parse = parse.attached(i, body, "conj").attached(sign, body, "cc").moved(clauses, i)
    return parse


def taken_by_last(parse: Parse) -> Parse:
    """Hang on the last of a list what only that one takes: "wants 12% and limits on boats" wants 12% of no boats."""
    for i in parse.labelled("prep"):
        verb, noun = parse.heads[i], i - 1
        is_last = noun > 0 and parse.deps[noun] == "conj" and verb < noun
        if is_last and parse.lowers[i] == "of" and parse.heads[noun] == verb and parse.deps[verb] == "conj":
            parse = parse.attached(i, noun, "prep")  # "fraud, bribery and obstruction of justice"
            continue
        if is_last and _is_bare_list(parse, verb, noun):  # "clients, firms and officials from Oslo": not all are
            parse = parse.attached(i, noun, "prep")
            continue
        if not is_last or parse.bases[noun] not in TAKEN_BY_NOUN.get(parse.lowers[i], ()):
            continue
        first = parse.heads[noun]
        if first == verb or (parse.deps[first] == "dobj" and parse.heads[first] == verb):
            parse = parse.attached(i, noun, "prep")
    return parse


def _is_bare_list(parse: Parse, first: int, last: int) -> bool:
    """Tell whether two nouns begin and end a longer list of common nouns, of which the first has nothing before it."""
    if parse.heads[last] == first and parse.child(first, "conj") == last:
        return False
    while parse.deps[last] == "conj" and parse.heads[last] != first:
        last = parse.heads[last]
    is_list = parse.deps[last] == "conj" and parse.tags[first] == parse.tags[last] == "NNS"
    return is_list and parse.child(first, "det", "poss", "nummod") is None


def goods_behind_name(parse: Parse) -> Parse:
    """Keep a list of things apart from a name in it: "two drawings by the painter Ann Lund, a boat and papers"."""
    for i in parse.labelled("appos"):
        name, start = parse.heads[i], parse.start(i)
        is_things = parse.tags[i] in ("NN", "NNS") and parse.bases[i] not in PEOPLE and parse.child(i, "cc") is not None
        if not is_things or parse.words[start - 1] != "," or parse.tags[name] != "NNP" or not name < start:
            continue
        role = name if parse.deps[name] != "appos" else parse.heads[name]
        lead, is_person = parse.heads[role], any(parse.bases[k] in PEOPLE for k in (role, *parse.below[name]))
        noun = _object_before(parse, lead) if parse.deps[lead] == "prep" and is_person else None
        if noun is not None:
            parse = parse.attached(i, noun, "conj").attached(lead, noun, "prep")
    return parse


def _object_before(parse: Parse, lead: int) -> int | None:
    """Return the object that stands before a preposition, whether that hangs on it or on its verb."""
    above = parse.heads[lead]
    noun = above if parse.deps[above] == "dobj" else parse.child(above, "dobj")
    return noun if noun is not None and noun < lead and parse.pos[noun] in NOUNS else None


def score_of_match(parse: Parse) -> Parse:
    """Hang a score on the verb, and not on the loser: "beat Lund 6-4 3-6 7-5", "knocked out Norvik 2-0"."""
    for i in parse.tagged("CD"):
        loser = i - 1
        if loser < 1 or parse.tags[loser] not in ("NN", "NNP", "NNS", "PRP") or not _is_pair(parse, i):
            continue
        noun = parse.heads[loser] if parse.deps[loser] == "conj" else loser
        verb = parse.heads[noun]
        if parse.deps[noun] == "dobj" and parse.pos[verb] == "VERB":
            parse = _as_score(parse, range(i, _end_of_score(parse, i)), verb)
    return parse


def _is_pair(parse: Parse, i: int) -> bool:
    words = parse.words[i : i + 3]
    return len(words) == 3 and words[1] in DASHES and all(POINTS.fullmatch(w) for w in (words[0], words[2]))


def _end_of_score(parse: Parse, i: int) -> int:
    """Return where the sets end: behind "6-4 3-6 7-6(5)"."""
    end = i
    for k in range(i, min(i + LONGEST, len(parse.words))):
        if POINTS.fullmatch(parse.words[k]) or parse.words[k] == ")":
            end = k + 1
        elif parse.words[k] not in IN_SCORE:
            break
    return end


def _as_score(parse: Parse, score: range, verb: int) -> Parse:
    last = max(k for k in score if POINTS.fullmatch(parse.words[k]))
    for k in score:
        parse = parse.moved([c for c in parse.below[k] if c not in score], verb)
    parse = parse.attached(last, verb, "npadvmod")
    for k in score:
        parse = parse if k == last else parse.attached(k, last, "quantmod")
    return parse.read_as(last, tag="CD", pos="NUM")


def list_behind_with(parse: Parse) -> Parse:
    """Read "ruled with fines, raids, forced labour and jail" as a list: no fines forced any labour."""
    for i in parse.labelled("advcl"):
        lead, first, thing = parse.child(i, "mark"), parse.child(i, "nsubj"), parse.child(i, "dobj")
        if lead is None or first is None or thing != i + 1 or parse.lowers[lead] != "with":
            continue
        is_kind = parse.tags[i] in ("VBD", "VBN") and parse.tags[thing] == "NN" and parse.words[i - 1] == ","
        if is_kind and parse.child(thing, "det", "poss") is None and parse.start(first) == lead + 1:
            behind = [c for c in parse.below[i] if c > thing]
            parse = parse.attached(lead, parse.heads[i], "prep").read_as(lead, tag="IN", pos="ADP")
            parse = parse.attached(first, lead, "pobj").attached(thing, first, "conj").moved(behind, thing)
            parse = parse.attached(i, thing, "amod").read_as(i, tag="VBN")
    return parse


def up_to_amount(parse: Parse) -> Parse:
    """Keep "up to" together before an amount: who "could return up to $600m" returns no "to $600m"."""
    for to in parse.inner("to"):
        up, amount = to - 1, parse.heads[to]
        is_cut = parse.lowers[up] == "up" and parse.deps[to] == "quantmod" and parse.heads[up] == parse.heads[amount]
        if is_cut and amount > to and parse.deps[amount] == "dobj":
            parse = parse.attached(up, amount, "quantmod")
    return parse


LIST_REPAIRS: Sequence[Callable[[Parse], Parse]] = (
    body_in_list,
    taken_by_last,
    goods_behind_name,
    score_of_match,
    list_behind_with,
    up_to_amount,
)
