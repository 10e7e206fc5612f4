"""Names of other languages, whose small words the tagger and the parser take for English or for nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain

from kg.extract.words import MONTHS, WEEKDAYS
from kg.extract.words_mentions import TITLES
from kg.extract.words_names import BODIES_FOR, BODIES_OF, FIRST_WORDS, LINKERS, MEMBERS, OPENERS, TOPICS

ELIDED = re.compile(r"(?:d|l|dell|all)['’][A-Z]")  # "d'Azur"
POSSESSIVES = frozenset({"'", "’", "'s", "’s"})
SAINTS = frozenset({"St", "Saint", "Saints", "SS"})
NO_FIRST_WORDS = MONTHS | WEEKDAYS | TITLES | FIRST_WORDS | frozenset({"the", "a", "an", "its", "their"})
NO_LAST_WORDS = MONTHS | WEEKDAYS
TOPIC_OPENERS = frozenset({"anti", "civil", "consumer", "human", "national", "public", "social"})
REACHES = frozenset({"Amalgamated", "International", "National", "United"})
ARABIC = frozenset({"al", "el", "ad", "ar", "as", "ash"})


def names_held_together(
    words: Sequence[str], tags: Sequence[str], by_word: Mapping[str, tuple[int, ...]]
) -> Iterator[range]:
    """Yield the tokens of names that small words hold together: linked ones, after two things, after members.

    Args:
        words: of a document.
        tags: of the words.
        by_word: where each word stands, in small letters.

    >>> words = ("the", "Land", "and", "Water", "Agency", "said")
    >>> list(names_held_together(words, ("DT", "NNP", "CC", "NNP", "NNP", "VBD"), {"and": (2,)}))
    [range(1, 5)]
    """
    linkers, possessives = (_places(words, by_word, wanted) for wanted in (LINKERS, POSSESSIVES))
    topics = joined_topics(words, _places(words, by_word, ("and",)))
    return chain(linked_names(words, tags, linkers), topics, names_of_members(words, possessives))


def _places(words: Sequence[str], by_word: Mapping[str, tuple[int, ...]], wanted: Collection[str]) -> list[int]:
    """Return where the words stand, written just so."""
    return sorted([i for word in wanted if word in by_word for i in by_word[word] if words[i] in wanted])


def linked_names(words: Sequence[str], tags: Sequence[str], linkers: Sequence[int]) -> Iterator[range]:
    """Yield the tokens of names that small words of other languages hold together.

    >>> words = ("the", "Gesellschaft", "für", "deutsche", "Sprache", "said")
    >>> list(linked_names(words, ("DT", "NNP", *["NN"] * 4), [2]))
    [range(1, 5)]
    """
    end = 0
    for i in linkers:
        is_dated = tags[i - 1] == "CD" and words[i - 1].isdigit()  # "12 de Mayo"
        if i <= end or not (is_dated or (tags[i - 1] == "NNP" and _is_capital(words[i - 1]))):
            continue
        last = _last(words, tags, i)
        if last is not None:
            yield range(_start(words, tags, i - 1), last + 1)
            end = last


def joined_topics(words: Sequence[str], ands: Sequence[int]) -> Iterator[range]:
    """Yield the tokens of bodies called after two things: "the Ethics and Anti-Doping Commission" is one.

    >>> list(joined_topics(("the", "Land", "and", "Water", "Agency", "said"), [2]))
    [range(1, 5)]
    """
    for i in ands:
        start = i - 1
        if start < 0 or not words[start][:1].isupper():
            continue
        is_body = start > 0 and words[start - 1] in REACHES  # "the International Farm and Forest Union"
        if words[start].lower() not in TOPICS and not is_body:
            continue
        start -= 1 if is_body else 0
        while start > 0 and words[start - 1].istitle() and words[start - 1].lower() in TOPIC_OPENERS:
            start -= 1
        end = i + 1
        while end < len(words) and (words[end][:1].isupper() or (words[end] == "-" and words[end - 1][:1].isupper())):
            end += 1
        last = next((k for k in range(i + 2, end) if words[k].lower() in BODIES_FOR), None)
        if last is not None:
            yield range(start, last + 1)


def names_of_members(words: Sequence[str], possessives: Sequence[int]) -> Iterator[range]:
    """Yield the tokens of bodies called after their members: "the Norland Miners' Union" is one name, no miners' own.

    >>> list(names_of_members(("the", "Norland", "Miners", "'", "Union", "said"), [3]))
    [range(1, 5)]
    """
    done = 0
    for i in possessives:
        if i <= done or not _is_possessive(words, i):
            continue
        start, end = i - 1, i + 1
        while start > 0 and words[start - 1].istitle() and words[start - 1].lower() not in NO_FIRST_WORDS:
            start -= 1
        while end < len(words) and (words[end][:1].isupper() or _is_possessive(words, end)):
            end += 1
        last = next((k for k in range(end - 1, i, -1) if words[k].lower() in BODIES_OF), None)
        if last is not None:
            yield range(start, last + 1)
            done = last


def _is_possessive(words: Sequence[str], i: int) -> bool:
    """Tell whether what belongs to the word before may be called after it: "Girls' School", "St Mary's Hospital"."""
    owner = words[i - 1] if i > 0 and words[i] in POSSESSIVES else ""
    is_saint = i > 1 and words[i - 2].rstrip(".") in SAINTS
    return owner[:1].isupper() and (is_saint or owner.lower() in MEMBERS)


def _links(word: str) -> bool:
    return word in LINKERS or ELIDED.match(word) is not None


def _is_capital(word: str) -> bool:
    return word[:1].isupper() or ELIDED.match(word) is not None


def _start(words: Sequence[str], tags: Sequence[str], i: int) -> int:
    """Return where the name begins: at the first of the names before, but behind a title."""
    while i > 0 and tags[i - 1] == "NNP" and _is_capital(words[i - 1]) and words[i - 1].lower() not in TITLES:
        i -= 1
    return i


def _last(words: Sequence[str], tags: Sequence[str], i: int) -> int | None:
    """Return the last word in capitals that the small words lead to, if they do."""
    last = None
    for k in range(i, len(words)):
        word = words[k]
        if _is_capital(word) and word.lower() not in NO_LAST_WORDS and not tags[k].startswith("W"):
            last = k
        elif not (_links(word) or _is_bare(words, k) or (word == "-" and words[k - 1] in ARABIC)):
            break
    return last


def _is_bare(words: Sequence[str], k: int) -> bool:
    """Tell whether a word in small letters stands inside: "deutsche" of "Gesellschaft für deutsche Sprache"."""
    is_led = words[k - 1] in OPENERS and words[k].isalpha() and k + 1 < len(words)
    return is_led and (_links(words[k + 1]) or _is_capital(words[k + 1]))
