"""Relations that no property covers, worded as a sentence words them: "is held in", not "be held in"."""

from __future__ import annotations

IRREGULAR = {"be": "is", "do": "does", "go": "goes", "have": "has"}
WITHOUT_ENDING = frozenset({"can", "could", "may", "might", "must", "shall", "should", "will", "would"})
SIBILANTS = ("s", "x", "z", "ch", "sh")
VOWELS = "aeiou"


def third_person(phrase: str) -> str:
    """Return the normal form of a predicate with its first verb in the third person, as the properties' labels have it.

    >>> third_person("be hold in"), third_person("carry out"), third_person("fall from")
    ('is hold in', 'carries out', 'falls from')
    """
    verb, blank, rest = phrase.partition(" ")
    return f"{_inflected(verb)}{blank}{rest}"


def _inflected(verb: str) -> str:
    lower = verb.lower()
    if lower in WITHOUT_ENDING or not lower[-1:].isalpha():
        return verb
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if lower.endswith("y") and lower[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ies"
    return verb + ("es" if lower.endswith((*SIBILANTS, "o")) else "s")
