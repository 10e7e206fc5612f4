"""How the words above a predicate change whether it is true: one signature per governing word, composed upwards."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract import words_factuality as words
from kg.model import Certainty, Polarity

RANK = {Certainty.UNKNOWN: 0, Certainty.POSSIBLE: 1, Certainty.PROBABLE: 2, Certainty.CERTAIN: 3}
SIGNS = {"+": Polarity.POSITIVE, "-": Polarity.NEGATIVE, "?": Polarity.UNKNOWN}
CERTAINTIES = {
    "CT": Certainty.CERTAIN,
    "PR": Certainty.PROBABLE,
    "PS": Certainty.POSSIBLE,
    "?": Certainty.UNKNOWN,
}


class View(NamedTuple):
    """Whether something is true, and how sure that is.

    >>> DENIED.within(View(Polarity.NEGATIVE, Certainty.PROBABLE))
    View(polarity=<Polarity.POSITIVE: 'positive'>, certainty=<Certainty.PROBABLE: 'probable'>)
    """

    polarity: Polarity = Polarity.POSITIVE
    certainty: Certainty = Certainty.CERTAIN

    def within(self, outer: View) -> View:
        """Return this view as it stands inside another: two denials affirm, the lower certainty wins."""
        if outer is AFFIRMED:  # as it mostly is
            return self
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


def demanded(governor: View) -> View:
    """Return what holds of what is demanded; where nobody demands it, it is open.

    >>> demanded(AFFIRMED).certainty.value, demanded(DENIED) is OPEN
    ('possible', True)
    """
    return OPEN if governor.polarity is Polarity.NEGATIVE else apply("want", governor)


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
