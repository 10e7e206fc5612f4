"""Nouns that stand for verbs: "repairs on" for "repair", and what light verbs make of them."""

from __future__ import annotations

from kg.extract.words_nominal import LIGHT_VERBS, OBJECT_AFTER_OF, OBJECT_AFTER_OTHERS, SUBJECT_AFTER_OF


def deed_frame(lemma: str) -> tuple[str, frozenset[str], frozenset[str]] | None:
    """Return the verb that a noun stands for, and the prepositions that lead to its object and to its subject.

    >>> deed_frame("invasion"), deed_frame("table")
    (('invade', frozenset({'of'}), frozenset()), None)
    """
    if lemma in OBJECT_AFTER_OTHERS:
        verb, prepositions = OBJECT_AFTER_OTHERS[lemma]
        return verb.replace("_", " "), prepositions, frozenset()
    if lemma in OBJECT_AFTER_OF:
        return OBJECT_AFTER_OF[lemma].replace("_", " "), frozenset({"of"}), frozenset()
    if lemma in SUBJECT_AFTER_OF:
        return SUBJECT_AFTER_OF[lemma].replace("_", " "), frozenset(), frozenset({"of"})
    return None


def plain_verb(lemma: str) -> str:
    """Return the verb that a light verb with a noun says in more words, or "".

    >>> plain_verb("carry out repair on"), plain_verb("provide maintenance for"), plain_verb("carry bag to")
    ('repair', 'maintain', '')
    """
    words = lemma.split()
    size = 2 if "_".join(words[:2]) in LIGHT_VERBS else 1
    if len(words) != size + 2 or "_".join(words[:size]) not in LIGHT_VERBS:
        return ""
    frame = deed_frame(words[size])
    return frame[0] if frame is not None and words[-1] in frame[1] else ""
