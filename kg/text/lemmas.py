"""Lemmas that the lookup cuts too short or leaves too long.

"Hoped" is of "hope", since that of "hop" would be "hopped"; "requalified" is of "requalify", not of "requalifie".
"""

from __future__ import annotations

import re

from spacy.language import Language
from spacy.tokens import Doc

COMPONENT = "kg_lemmas"
# One syllable that ends in consonant, vowel, consonant doubles the last letter before -ed and -ing (not w, x, y).
DOUBLES = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$")
# What no verb but those listed ends in: the lookup only takes -d off verbs that it does not know.
IN_IE = frozenset({"belie", "birdie", "die", "hie", "lie", "outlie", "overlie", "tie", "underlie", "untie", "vie"})
NO_E = re.compile(
    r"(?:[ncpflrx]t|[iou]st|[ncrsl]k|sh|[nlr]d|[mlr]p|[lr]m|rn|ll|[^aeiou]w|(?:ea|ee|oo|oa|ai|oi)[dfklmnpr]|(?:ee|oa)t)e$"
)
DOUBLED = re.compile(r"(?:bb|dd|gg|mm|nn|pp|rr|tt)e$")
SIBILANT = re.compile(r"(?:s|x|z|ch|sh|o)$")  # after these the present ends in -es
# What the lookup makes of plurals that are those of other nouns.
SINGULARS = {
    "cooky": {"cookies": "cookie"}, "corps": {"corpses": "corpse"}, "dos": {"doses": "dose"},
    "monie": {"monies": "money"}, "sens": {"senses": "sense"}, "speciman": {"specimen": "specimen"},
    "taxis": {"taxes": "tax"}, "us": {"uses": "use"}, "vas": {"vases": "vase"},
}  # fmt: skip


def verb_lemma(word: str, lemma: str) -> str:
    """Return the lemma of a verb's form, with the final e that was lost.

    >>> [verb_lemma(*pair) for pair in [("hoped", "hop"), ("hopes", "hop"), ("staging", "stag"), ("fines", "fin")]]
    ['hope', 'hope', 'stage', 'fine']
    >>> [verb_lemma(*pair) for pair in [("hopped", "hop"), ("goes", "go"), ("added", "add"), ("opened", "open")]]
    ['hop', 'go', 'add', 'open']
    >>> [verb_lemma(*pair) for pair in [("resupplied", "resupplie"), ("reposted", "reposte"), ("debugged", "debugge")]]
    ['resupply', 'repost', 'debug']
    """
    lower = word.lower()
    if lemma == "instal":
        return "install"  # as its other forms are written everywhere
    if lemma.endswith("e") and lower in (f"{lemma}d", f"{lemma[:-1]}ing"):
        return _without_e(lemma)
    is_past = lower in (f"{lemma}ed", f"{lemma}ing") and DOUBLES.match(lemma)
    is_present = lower == f"{lemma}es" and not SIBILANT.search(lemma)
    return f"{lemma}e" if is_past or is_present else lemma


def _without_e(lemma: str) -> str:
    """Return the lemma of a verb's form without the e of its ending."""
    if lemma.endswith("ie"):
        return lemma if lemma in IN_IE else f"{lemma[:-2]}y"
    if DOUBLED.search(lemma):
        return lemma[:-2]
    return lemma[:-1] if NO_E.search(lemma) else lemma


@Language.component(COMPONENT)
def mend_lemmas(doc: Doc) -> Doc:
    """Mend the lemmas of the verbs and plurals of a parse, in place as spaCy's components do."""
    for token in doc:
        tag = token.tag_
        if tag == "NNS":
            if token.lemma_ in SINGULARS:
                token.lemma_ = SINGULARS[token.lemma_].get(token.lower_, token.lemma_)
        elif tag[:2] == "VB":
            lemma = token.lemma_
            mended = verb_lemma(token.text, lemma)
            if mended != lemma:
                token.lemma_ = mended
    return doc
