"""Repairs of what came of something whose cause is not known yet: it did happen, and the cause did not do it."""

from __future__ import annotations

from kg.extract.parses import Parse

STARTING = frozenset("cause ignite provoke set spark start trigger".split())
HARMING = frozenset(
    """burn close cut damage destroy disrupt displace flood force gut halt hurt injure kill leave maim ruin send shut
    strand trap wound wreck""".split()
)


def result_of_what_is_asked(parse: Parse) -> Parse:
    """Read "whether a spark caused the fire, killing two" as what the fire did: only its cause is asked for."""
    for mark in parse.worded("whether"):
        verb = parse.heads[mark]
        if parse.tags[verb] != "VBD" or parse.bases[verb] not in STARTING:
            continue
        event = parse.child(verb, "dobj")
        for participle in parse.below[verb]:
            if event is not None and _is_result(parse, participle, event):
                parse = parse.attached(participle, event, "acl")
    return parse


def _is_result(parse: Parse, participle: int, event: int) -> bool:
    """Tell whether a participle behind a comma tells of harm, right behind the event."""
    is_harm = parse.tags[participle] == "VBG" and parse.bases[participle] in HARMING
    is_apart = parse.words[participle - 1] == "," and event < participle - 1
    is_bare = parse.deps[participle] == "advcl" and parse.child(participle, "mark", "nsubj") is None
    is_right_behind = not any(event < c < participle - 1 for c in parse.below[parse.heads[event]])
    return is_harm and is_apart and is_bare and is_right_behind
