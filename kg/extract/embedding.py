"""How the words above a predicate change whether it is true: one signature per governing word, composed upwards."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import words_factuality as words
from kg.extract.trees import Tree
from kg.model import Certainty, Polarity

RANK = {Certainty.UNKNOWN: 0, Certainty.POSSIBLE: 1, Certainty.PROBABLE: 2, Certainty.CERTAIN: 3}
SIGNS = {"+": Polarity.POSITIVE, "-": Polarity.NEGATIVE, "?": Polarity.UNKNOWN}
CERTAINTIES = {
    "CT": Certainty.CERTAIN,
    "PR": Certainty.PROBABLE,
    "PS": Certainty.POSSIBLE,
    "?": Certainty.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class View:
    """Whether something is true, and how sure that is.

    >>> DENIED.within(View(Polarity.NEGATIVE, Certainty.PROBABLE))
    View(polarity=<Polarity.POSITIVE: 'positive'>, certainty=<Certainty.PROBABLE: 'probable'>)
    """

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN

    def within(self, outer: View) -> View:
        """Return this view as it stands inside another: two denials affirm, the lower certainty wins."""
        return View(_product(self.polarity, outer.polarity), lower(self.certainty, outer.certainty))


def _product(one: Polarity, other: Polarity) -> Polarity:
    if Polarity.UNKNOWN in (one, other):
        return Polarity.UNKNOWN
    return Polarity.POSITIVE if one is other else Polarity.NEGATIVE


def lower(one: Certainty, other: Certainty) -> Certainty:
    """Return the lower of two certainties."""
    return one if RANK[one] <= RANK[other] else other


AFFIRMED = View()
DENIED = View(Polarity.NEGATIVE, Certainty.CERTAIN)
POSSIBLE = View(Polarity.POSITIVE, Certainty.POSSIBLE)
PROBABLE = View(Polarity.POSITIVE, Certainty.PROBABLE)
OPEN = View(Polarity.UNKNOWN, Certainty.UNKNOWN)


def view_from(half: str) -> View:
    """Read one half of a signature.

    >>> view_from("-PR")
    View(polarity=<Polarity.NEGATIVE: 'negative'>, certainty=<Certainty.PROBABLE: 'probable'>)
    """
    return View(SIGNS[half[0]], CERTAINTIES[half[1:]])


def apply(signature: str, governor: View) -> View:
    """Return what holds of a complement, given its governor's signature and whether the governor itself is true.

    >>> apply("ban", DENIED).certainty, apply("fail", DENIED).polarity
    (<Certainty.PROBABLE: 'probable'>, <Polarity.POSITIVE: 'positive'>)
    """
    affirmed, denied = words.SIGNATURES[signature]
    if governor.polarity is Polarity.UNKNOWN:
        return OPEN
    if signature == "factive":
        return AFFIRMED
    view = view_from(affirmed if governor.polarity is Polarity.POSITIVE else denied)
    return View(view.polarity, lower(view.certainty, governor.certainty))


def verb_signature(tree: Tree, verb: int, complement: int) -> str | None:
    """Return the signature of a verb for one of its complements, by particle and preposition where they matter."""
    lemma = tree.lemmas[verb].lower()
    if tree.deps[complement] in ("prep", "agent"):
        return words.VERB_PREPOSITIONS.get((lemma, tree.words[complement].lower()))
    for particle in tree.having(verb, "prt"):
        if found := words.VERBS.get(f"{lemma}_{tree.words[particle].lower()}"):
            return found
    if (special := _special_signature(tree, verb, complement, lemma)) is not None:
        return special
    return words.VERBS.get(lemma)


def _special_signature(tree: Tree, verb: int, complement: int, lemma: str) -> str | None:
    """Return the signature of auxiliary-like verbs: "going to", "have to", "is to", "used to"."""
    if tree.deps[complement] == "dobj":
        return words.NOUN_OBJECTS.get(lemma)
    is_infinitive = any(tree.tags[c] == "TO" for c in tree.having(complement, "aux"))
    if not is_infinitive or tree.deps[complement] not in ("xcomp", "ccomp", "advcl"):
        return None
    if lemma == "go" and tree.tags[verb] == "VBG":
        return "future"
    if lemma == "have" and tree.deps[complement] in ("xcomp", "ccomp"):
        return "transmit" if tree.tags[verb] in ("VBD", "VBN") else "plan"
    if lemma == "be":
        return "plan"
    if lemma == "work" and tree.having(verb, "prep"):
        return "purpose"  # "who work in Lviv to repair" are there for it; "work to repair" is to try
    return "transmit" if lemma == "use" and tree.tags[verb] == "VBD" else _infinitive_verb(lemma)


def _infinitive_verb(lemma: str) -> str | None:
    return words.VERBS.get(f"{lemma}_to")


def noun_signature(tree: Tree, noun: int) -> str | None:
    """Return the signature of a noun for its clause or its "of" phrase."""
    return words.NOUNS.get(tree.lemmas[noun].lower())
