"""Which language a text is written in."""

from __future__ import annotations

from kg.text.furniture import function_share, words

SURELY_ENGLISH = 0.28  # of the words are English function words; other languages stay under .15, news has .35 to .50
ENOUGH_WORDS = 20
SAMPLE = 5_000  # characters


def language_of(text: str) -> str:
    """Return the ISO 639-1 code of the language of a text.

    >>> language_of("Die Reparaturen haben begonnen, und die Regierung hat sie bezahlt.")
    'de'
    """
    sample = text[:SAMPLE]
    if len(words(sample)) >= ENOUGH_WORDS and function_share(sample) >= SURELY_ENGLISH:
        return "en"
    from py3langid import classify  # its model takes most of a second to load, and few articles need it

    return str(classify(sample)[0])
