"""Lemmas of verbs that the lookup cuts too short: "hoped" is of "hope", since that of "hop" would be "hopped"."""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "kg_verb_lemmas"
# One syllable that ends in consonant, vowel, consonant doubles the last letter before -ed and -ing (not w, x, y).
DOUBLES = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$")
SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")  # after these the present ends in -es


def verb_lemma(word: str, lemma: str) -> str:
    """Return the lemma of a verb's form, with the final e that was lost.

    >>> [verb_lemma(*pair) for pair in [("hoped", "hop"), ("hopes", "hop"), ("staging", "stag"), ("fines", "fin")]]
    ['hope', 'hope', 'stage', 'fine']
    >>> [verb_lemma(*pair) for pair in [("hopped", "hop"), ("goes", "go"), ("added", "add"), ("opened", "open")]]
    ['hop', 'go', 'add', 'open']
    """
    lower = word.lower()
    is_past = lower in (f"{lemma}ed", f"{lemma}ing") and DOUBLES.match(lemma)
    is_present = lower == f"{lemma}es" and not SIBILANT.search(lemma)
    return f"{lemma}e" if is_past or is_present else lemma


@Language.component(COMPONENT)
def mend_verb_lemmas(doc: Doc) -> Doc:
    """Mend the lemmas of the verbs of a parse, in place as spaCy's components do."""
    for token in doc:
        if token.tag_[:2] == "VB":
            lemma = token.lemma_
            mended = verb_lemma(token.text, lemma)
            if mended != lemma:
                token.lemma_ = mended
    return doc
