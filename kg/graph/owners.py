"""Whose a body is that many states have: "Supreme Court" and "Ministry of Defence" alone name no certain one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.graph.naming import words_of
from kg.graph.words_naming import DIRECTIONS, GENERIC
from kg.model import Extraction, Lexicon, Mention

POSSESSOR = re.compile(r"([A-Z][\w-]+)['’]s ")
# So many mentions, and so many times as often as any other state: then an article is about that one.
OFTEN, MUCH_MORE = 3, 3


def is_generic(name: str) -> bool:
    """Tell whether nothing in a name says which one it is.

    >>> is_generic("Ministry of Foreign Affairs"), is_generic("Halden District Court")
    (True, False)
    """
    return all(word in GENERIC for word in words_of(name))


def is_relative(name: str) -> bool:
    """Tell whether a name says only where from: "the North".

    >>> is_relative("North"), is_relative("North Korea")
    (True, False)
    """
    return all(word in DIRECTIONS for word in words_of(name))


def wordings_of(lexicon: Lexicon) -> dict[str, str]:
    """Return the known names by the wordings that nothing else has, case and stops aside."""
    found: dict[str, set[str]] = defaultdict(set)
    for name in lexicon.names.values():
        for wording in (name.label, *name.aliases):
            found[" ".join(words_of(wording))].add(name.iri)
    return {wording: min(iris) for wording, iris in found.items() if len(iris) == 1}


def of_owner(name: str, owner: str, lexicon: Lexicon, wordings: Mapping[str, str]) -> str:
    """Return IRI of what is known as a body of a state: "Treasury" of the United States is the "U.S. Treasury"."""
    state = lexicon.names.get(owner)
    if state is None:
        return ""
    called = [f"{word} {name}" for word in (state.label, *state.aliases, *state.demonyms)]
    keys = (" ".join(words_of(wording)) for wording in (*called, f"{name} of {state.label}"))
    return next((wordings[key] for key in keys if key in wordings), "")


def of_possessor(main: Mention, wordings: Mapping[str, str]) -> str:
    """Return IRI of what is known as somebody's: "President Ann Lee's cabinet" is the "Lee cabinet".

    >>> from kg.model import MentionKind, Span
    >>> at = Span(0, 0)
    >>> cabinet = Mention("a", at, at, "President Ann Lee's cabinet", MentionKind.NOMINAL, head_normal="cabinet")
    >>> of_possessor(cabinet, {"lee cabinet": "https://example.org/Lee_cabinet"})
    'https://example.org/Lee_cabinet'
    """
    possessor = POSSESSOR.search(main.text)
    wording = f"{possessor[1]} {main.head_normal}" if possessor else ""
    return wordings.get(" ".join(words_of(wording)), "")


def owner_of(mentions: Iterable[Mention], extraction: Extraction, lexicon: Lexicon) -> str:
    """Return IRI of the state that the words before a name say it belongs to: "India's Ministry of Defence"."""
    for mention in mentions:
        for other in extraction.mentions:
            is_before = mention.span.start <= other.span.start and other.span.end <= mention.head.start
            if is_before and _is_state(other.link, lexicon):
                return other.link
    return ""


def state_of(mentions: Sequence[Mention], lexicon: Lexicon) -> str:
    """Return IRI of the state that an article is about, or "" where it speaks of several about as much."""
    counts = Counter(state for mention in mentions if (state := _state_meant(mention.link, lexicon)))
    (first, most), (_, next_most) = [*sorted(counts.items(), key=_most_first), ("", 0), ("", 0)][:2]
    return first if most >= OFTEN and most >= MUCH_MORE * next_most else ""


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    return -counted[1], counted[0]


def _state_meant(link: str, lexicon: Lexicon) -> str:
    """Return the state that a name is or stands for: capitals and seats of power stand for theirs."""
    for _ in range(3):
        if link not in lexicon.names or _is_state(link, lexicon):
            break
        link = lexicon.names[link].metonym_for
    return link if _is_state(link, lexicon) else ""


def _is_state(link: str, lexicon: Lexicon) -> bool:
    name = lexicon.names.get(link)
    return name is not None and any(kind.endswith("#State") for kind in (name.kind, *_ancestors(name.kind, lexicon)))


def _ancestors(kind: str, lexicon: Lexicon) -> Iterable[str]:
    return lexicon.kinds[kind].ancestors if kind in lexicon.kinds else ()
