"""Repairs of what several infinitives hang on: who has pledged to do one thing has pledged the others, too."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.parses import SUBJECTS, Parse

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
        signs = [c for c in parse.below[governor] if first < c < i and parse.deps[c] == "cc"]
        parse = parse.attached(i, first, "conj").read_as(i, tag="VB", pos="VERB").moved(signs, first)
    return parse


def _is_infinitive_beside(parse: Parse, i: int, governor: int) -> bool:
    """Tell whether a verb is a bare infinitive, or one with "to", and the one that it is joined to is none."""
    is_base = parse.tags[i] == "VB" or (parse.tags[i] == "VBP" and parse.tags[governor] in NEVER_PRESENT)
    if not is_base or parse.tags[governor] not in FINITE or governor > i:
        return False
    own = [c for c in parse.below[i] if parse.deps[c] in ("aux", "auxpass", "neg", "mark", *SUBJECTS)]
    return not own or (parse.deps[i] == "conj" and all(parse.tags[c] == "TO" for c in own))


def _infinitive_between(parse: Parse, governor: int, i: int) -> int | None:
    """Return the last infinitive that the governor, or what somebody plans, governs before the token."""
    first = max((k for k in _infinitives(parse, governor) if governor < k < i), default=None)
    return first if first is not None and SIGNS.isdisjoint(parse.words[first:i]) else None


def _infinitives(parse: Parse, governor: int) -> Iterator[int]:
    for child in parse.below[governor]:
        if parse.deps[child] in PLANNED:
            yield from (k for k in parse.below[child] if parse.deps[k] in OF_PLAN and _has_to(parse, k))
        elif parse.deps[child] in GOVERNED and _has_to(parse, child):
            yield child


def _has_to(parse: Parse, i: int) -> bool:
    return parse.tags[i] == "VB" and any(parse.tags[c] == "TO" for c in parse.below[i] if parse.deps[c] == "aux")
