"""Whose words a statement is: the attributions that hold it, without what the author adds of his own."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc

from kg.extract.factuality import is_disowned, is_unsaid
from kg.extract.trees import Tree, read_tree
from kg.extract.words import WH
from kg.extract.words_attribution import SPEECH_NOUNS, THINKING
from kg.extract.words_factuality import CLAIM_NOUNS
from kg.model import Attribution, Manner, Proposition, Span

BESIDE_NAMES = frozenset({"apposition", "title"})
CHARGES = SPEECH_NOUNS | CLAIM_NOUNS  # "a charge that she rejected": of this the author tells
OUTCOMES = frozenset("case decision judgement judgment move ruling verdict".split())
BESIDE = ("appos", "npadvmod", "dep")  # how such a noun hangs on what was said


def claimed_by(doc: Doc, anchor: Span, attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """Return the attributions whose content holds the predicate and that the author owns, outermost first."""
    around = [a for a in attributions if a.content.contains(anchor) and not _is_own_part(a, anchor)]
    if not around:
        return ()
    tree = read_tree(doc)
    cues = [tree.token_at(a.cue.head) for a in around]
    owned = [a for a, cue in zip(around, cues, strict=True) if not (is_disowned(doc, cue) or is_unsaid(doc, cue))]
    return tuple(sorted(owned, key=lambda a: (a.content.start - a.content.end, a.cue.span)))


def _is_own_part(claim: Attribution, anchor: Span) -> bool:
    """Tell whether a predicate is the cue or tells of the source: "fell, according to data compiled by the bank"."""
    return claim.cue.span.overlaps(anchor) or (claim.source is not None and claim.source.span.contains(anchor))


def claimed_with(doc: Doc, proposition: Proposition, claims: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions without those that the author only reports: what he adds of his own is nobody's word.

    Who somebody is ("said President Lee had lied") the author tells, and what he puts between commas where others only
    think: "hope that the mill, which Acme is building, will open". So he does what became of a charge.
    """
    if not claims:
        return claims
    if proposition.kind in BESIDE_NAMES:
        return tuple(claim for claim in claims if claim.manner is not Manner.INDIRECT)
    tree, anchor = read_tree(doc), proposition.predicate.anchor
    if _tells_of_charge(tree, anchor):
        claims = tuple(claim for claim in claims if claim.manner is Manner.DIRECT)
    insertion = _insertion(tree, anchor)
    return tuple(claim for claim in claims if insertion is None or not _is_thought_around(tree, claim, insertion))


def _relative_above(tree: Tree, anchor: Span) -> int | None:
    """Return the verb of the relative clause that a predicate stands in."""
    verb = tree.token_at(anchor)
    while tree.deps[verb] != "relcl":
        if tree.heads[verb] == verb:
            return None
        verb = tree.heads[verb]
    return verb


def _tells_of_charge(tree: Tree, anchor: Span) -> bool:
    """Tell whether it says what somebody makes of what was said: "called it a trap, a charge the firm rejected"."""
    verb = _relative_above(tree, anchor)
    noun = None if verb is None else tree.heads[verb]
    if noun is None:
        return False
    if tree.deps[noun] == "pobj" and tree.bases[noun] in OUTCOMES and tree.lowers[tree.heads[noun]] == "in":
        return tree.words[tree.heads[noun] - 1] == ","  # "ruled that she may stay, in a decision that the state called"
    before = tree.left[noun] - 1
    is_beside = tree.deps[noun] in BESIDE and tree.bases[noun] in CHARGES
    return is_beside and before > 0 and tree.words[before] == ","


def _insertion(tree: Tree, anchor: Span) -> Span | None:
    """Return the relative clause between commas that a verb stands in."""
    verb = _relative_above(tree, anchor)
    if verb is None:
        return None
    first = tree.left[verb]
    is_apart = first > 0 and tree.words[first - 1] == "," and tree.lowers[first] in WH
    return tree.span(tree.subtree(verb)) if is_apart else None


def _is_thought_around(tree: Tree, claim: Attribution, insertion: Span) -> bool:
    """Tell whether it is somebody's thought, in the author's words, that an insertion interrupts."""
    is_thought = claim.manner is Manner.INDIRECT and tree.bases[tree.token_at(claim.cue.head)] in THINKING
    return is_thought and claim.content.contains(insertion) and claim.content.start < insertion.start
