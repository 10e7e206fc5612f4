"""Repairs of what several infinitives hang on: who has pledged to do one thing has pledged the others, too."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.parses import SUBJECTS, Parse
from kg.extract.words_factuality import UNCHANGED

FINITE = ("VBD", "VBZ", "VBP", "VBN", "VBG")  # of these last two it is the auxiliary
NEVER_PRESENT = ("VBD", "VBZ", "VBN")  # what stands beside these is no present tense of many
GOVERNED = ("xcomp", "ccomp", "advcl")
PLANNED = ("acomp", "attr", "dobj", "oprd")  # "is ready to sell", "has a plan to sell"
SIGNS = frozenset({":", ";", '"', "“", "”", "``", "''"})  # what stands behind these begins anew
OF_PLAN = ("acl", "relcl", "xcomp")


def later_infinitives(parse: Parse) -> Parse:
    """Hang what else is planned on what is planned first: "has pledged to ban boats, hire men and close a mine"."""
    for i in parse.labelled("conj", "advcl"):
        governor = parse.heads[i]
        first = _infinitive_between(parse, governor, i) if _is_infinitive_beside(parse, i, governor) else None
        if first is None:
            continue
        past = [c for c in parse.below[i] if parse.deps[c] == "conj" and parse.tags[c] in ("VBD", "VBZ")]
        if past and parse.bases[i] in UNCHANGED:  # "tried to flee, hit a guard and was shot"
            parse = parse.read_as(i, tag="VBD", pos="VERB")
            continue
        signs = [c for c in parse.below[governor] if first < c < i and parse.deps[c] == "cc"]
        parse = parse.attached(i, first, "conj").read_as(i, tag="VB", pos="VERB").moved(signs, first)
        parse = parse.moved(past, governor)
    return parse


def _is_infinitive_beside(parse: Parse, i: int, governor: int) -> bool:
    """Tell whether a verb is a bare infinitive, or one with "to", and the one that it is joined to is none."""
    is_base = parse.tags[i] == "VB" or (parse.tags[i] == "VBP" and parse.tags[governor] in NEVER_PRESENT)
    if not is_base or governor > i or not _is_finite(parse, governor):
        return False
    own = [c for c in parse.below[i] if parse.deps[c] in ("aux", "auxpass", "neg", "mark", *SUBJECTS)]
    return not own or (parse.deps[i] == "conj" and all(parse.tags[c] == "TO" for c in own))


def _is_finite(parse: Parse, verb: int) -> bool:
    """Tell whether a verb is no infinitive with "to": "plans", "has planned", "does not plan to", "will have to"."""
    if parse.tags[verb] != "VB":
        return parse.tags[verb] in FINITE
    helper = parse.child(verb, "aux")
    return helper is not None and parse.tags[helper] != "TO" and parse.child(verb, "xcomp") is not None


def _infinitive_between(parse: Parse, governor: int, i: int) -> int | None:
    """Return the last infinitive that the governor, or what somebody plans, governs before the token."""
    first = max((k for k in _infinitives(parse, governor) if governor < k < i), default=None)
    return first if first is not None and SIGNS.isdisjoint(parse.words[first:i]) else None


def _infinitives(parse: Parse, governor: int) -> Iterator[int]:
    for child in parse.below[governor]:
        if parse.deps[child] in PLANNED:
            yield from (k for k in parse.below[child] if parse.deps[k] in OF_PLAN and _has_to(parse, k))
        elif _has_to(parse, child) and parse.deps[child] in (("xcomp",) if parse.tags[governor] == "VB" else GOVERNED):
            yield child


def _has_to(parse: Parse, i: int) -> bool:
    return parse.tags[i] == "VB" and any(parse.tags[c] == "TO" for c in parse.below[i] if parse.deps[c] == "aux")


def main_verb_behind_plans(parse: Parse) -> Parse:
    """Find the main verb behind what is planned: "Lund, who vowed to cut rents, build homes and sell a mill, left"."""
    for i in parse.labelled("ROOT"):
        subject = parse.child(i, *SUBJECTS)
        if parse.tags[i] not in ("VB", "VBP") or subject is None or parse.tags[subject] not in ("NN", "NNP"):
            continue
        clause = parse.child(subject, "relcl")
        main = next((c for c in parse.below[i] if c > i and _is_main_behind_comma(parse, c)), None)
        first = None if clause is None or clause > i else _infinitive_between(parse, clause, i)
        if main is None or first is None or parse.child(i, "aux", "auxpass") is not None:
            continue
        behind = [c for c in parse.below[i] if c > main]
        parse = parse.attached(main, main, "ROOT").attached(subject, main, "nsubj").attached(i, first, "conj")
        parse = parse.moved(behind, main).read_as(i, tag="VB")
    return parse


def _is_main_behind_comma(parse: Parse, i: int) -> bool:
    is_bare = parse.child(i, "aux", "auxpass", "mark", *SUBJECTS) is None
    start = parse.start(i)
    return is_bare and parse.tags[i] in ("VBD", "VBZ") and "," in (parse.words[start - 1], parse.words[start])


def past_behind_infinitive(parse: Parse) -> Parse:
    """Join a verb of the past to one that has a tense: "was last with a lap to go and won" is not what a lap does."""
    for i in parse.labelled("conj"):
        infinitive = parse.heads[i]
        if not _is_bare_past(parse, i) or not _has_to(parse, infinitive):
            continue
        above = parse.heads[infinitive]
        while parse.tags[above] not in ("VBD", "VBZ") and parse.heads[above] != above:
            above = parse.heads[above]
        if above < infinitive and parse.pos[above] in ("VERB", "AUX"):
            parse = parse.joined(i, above)
    return parse


def _is_bare_past(parse: Parse, i: int) -> bool:
    """Tell whether a verb has a tense of its own, or looks like a participle that nothing makes one."""
    is_past = parse.tags[i] in ("VBD", "VBZ", "VBN")
    return is_past and parse.child(i, "aux", "auxpass", *SUBJECTS) is None


def sign_of_joined(parse: Parse) -> Parse:
    """Hang "and" where what it joins hangs: in "needs a point to stay afloat but lost" nobody is to stay "but"."""
    for i in parse.labelled("cc"):
        head = parse.heads[i]
        if head > i or any(parse.deps[c] == "conj" and c > i for c in parse.below[head]):
            continue
        joined = next((c for c in _joined_above(parse, head) if parse.start(c) == i + 1), None)
        if joined is not None:
            parse = parse.attached(i, parse.heads[joined], "cc")
    return parse


def _joined_above(parse: Parse, i: int) -> Iterator[int]:
    """Yield what is joined to the words that a word depends on, from near to far."""
    while parse.heads[i] != i:
        i = parse.heads[i]
        yield from (c for c in parse.below[i] if parse.deps[c] == "conj")
