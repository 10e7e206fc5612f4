"""Names that bodies of many states share: "the Democratic Party" of Seoul is not that of Washington."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract.names import NameMatch
from kg.model import Name

POSSESSIVES = frozenset({" ", "'s ", "’s ", "' ", "’ "})
OF_WHAT = re.compile(r"\sof (?:the )?(?=[A-Z])")
NOWHERE_KNOWN = frozenset({""})
MUCH_MORE = 3  # times as often as its own state another one is named where a body is that one's


def without_bodies_of_others(text: str, matches: Sequence[NameMatch]) -> Iterator[NameMatch]:
    """Drop the names that bodies of other states have too, unless the text speaks of their own state.

    >>> party = Name("x:P", "Democratic Party", "x:Party", states=("x:N",), shared=("Democratic Party",))
    >>> norland = Name("x:N", "Norland", "x:State", demonyms=("Norlandic",), states=("x:N",))
    >>> text = "In Norland the Democratic Party won."
    >>> matches = [NameMatch(3, 10, norland, None), NameMatch(15, 31, party, None)]
    >>> [len(list(without_bodies_of_others(*given))) for given in ((text, matches), (text, matches[1:]))]
    [2, 0]
    """
    shared = [at for at, match in enumerate(matches) if _is_shared(text, match)]
    if not shared:
        yield from matches
        return
    named = _states_named(match for at, match in enumerate(matches) if at not in shared)
    bodies = {at: body for at in shared if (body := _denoted(matches[at])) is not None}
    beside = {at: _states_beside(text, matches, at) for at in shared}
    strangers = {bodies[at].iri for at, states in beside.items() if states and states.isdisjoint(bodies[at].states)}
    spoken_of = {body.iri for body in bodies.values() if _is_spoken_of(body, named, bodies.values())} - strangers
    for at, match in enumerate(matches):
        body = bodies.get(at)
        if body is None or (not beside[at].isdisjoint(body.states) if beside[at] else body.iri in spoken_of):
            yield match


def _is_shared(text: str, match: NameMatch) -> bool:
    """Tell whether others may be called so too, or belong to others that are: "Democratic Party", "Democrat"."""
    if match.name is None:
        return match.demonym_of is not None and bool(match.demonym_of.shared)
    wording = " ".join(text[match.start : match.end].split()).casefold()
    return any(wording == shared.casefold() for shared in match.name.shared)


def _denoted(match: NameMatch) -> Name | None:
    return match.name or match.demonym_of


def _states_named(matches: Iterable[NameMatch]) -> Counter[str]:
    """Count how often a text speaks of each state: by name, by its people, places, bodies and officers."""
    names = (name for match in matches if (name := _denoted(match)) is not None)
    return Counter(state for name in names for state in name.states)


def _states_beside(text: str, matches: Sequence[NameMatch], at: int) -> frozenset[str]:
    """Return the states of what is named right with a body: "South Korea's Senate", "the Senate of" somewhere."""
    match = matches[at]
    before = _denoted(matches[at - 1]) if at else None
    if before is not None and before.states and text[matches[at - 1].end : match.start] in POSSESSIVES:
        return frozenset(before.states)
    behind = OF_WHAT.match(text, match.end)
    if behind is None:
        return frozenset()
    after = matches[at + 1] if at + 1 < len(matches) and matches[at + 1].start == behind.end() else None
    name = _denoted(after) if after is not None else None
    return frozenset(name.states) if name is not None else NOWHERE_KNOWN


def _is_spoken_of(body: Name, named: Mapping[str, int], bodies: Iterable[Name]) -> bool:
    """Tell whether the text is about the state of a body, or names several of its bodies and no other state."""
    own = max((named[state] for state in body.states), default=0)
    most = max(named.values(), default=0)
    if most == 0:
        return len({other.iri for other in bodies if other.states == body.states}) > 1
    return own > 0 and most < MUCH_MORE * own
