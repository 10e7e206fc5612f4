"""The climb: from a predicate up through everything that governs it, to whether it is true, and when."""

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
    lower,
    noun_signature,
    verb_signature,
)
from kg.extract.tense import finite_tense
from kg.extract.trees import Tree, read_tree
from kg.model import Certainty, Polarity, Tense

COMPLEMENTS = ("attr", "acomp", "oprd")
DEPTH = 40  # a parse nested deeper than this is broken


@lru_cache(maxsize=2)
def reading_of(doc: Doc) -> Reading:
    """Return the views of a document in hand; they are found once."""
    return Reading(read_tree(doc))


@dataclass(slots=True)
class Reading:
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
        if not is_verb(self.tree, i):
            return self._called_off(i).within(own)
        if self.tree.deps[i] == "conj" and shares_auxiliaries(self.tree, i):
            return own.within(self._own(self.tree.heads[i]))
        return own

    def _called_off(self, noun: int) -> View:
        """Return what a participle after a noun makes of it: "talks cancelled after the attack"."""
        for participle in self.tree.having(noun, "acl"):
            if self.tree.tags[participle] == "VBN":
                signature = words.VERBS.get(self.tree.lemmas[participle].lower())
                if signature in ("fail", "delay", "refuse"):
                    return DENIED
        return AFFIRMED

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
        tree, signature, governor = self.tree, self.signature(head, i), self.view(head)
        if signature is None:
            return View(Polarity.POSITIVE, governor.certainty)
        if signature == "report":
            return self.reported(governor)
        is_beside = tree.deps[i] == "ccomp" and signature in WITHOUT_FINITE and finite_tense(tree, i) is not None
        return AFFIRMED if is_beside else apply(signature, governor)

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
            if is_result(tree, i):
                return self.view(head)
            signature = self.signature(head, i) if is_verb(tree, head) else None
            return self.complement(i, head) if signature in PURPOSE_TAKES_OVER else apply("purpose", self.view(head))
        if is_condition(tree, i):
            return AFFIRMED
        if self.is_pending(i, head):
            return View(Polarity.POSITIVE, lower(Certainty.PROBABLE, self.view(head).certainty))
        if tree.first(i, "mark") is None and tree.tags[i] in ("VBG", "VBN"):
            return View(Polarity.POSITIVE, self.view(head).certainty)
        return AFFIRMED

    def is_pending(self, i: int, head: int) -> bool:
        """Tell whether the clause waits on a main clause that lies ahead: "will leave when it arrives"."""
        tree = self.tree
        marks = {tree.words[m].lower() for m in tree.having(i, "mark", "advmod", "prep")}
        return bool(marks & words.ACCOMPANYING) and self.tense(head) is Tense.FUTURE

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
            if signature is None and is_singled_out(tree, head):
                return AFFIRMED
            return apply(signature or "purpose", self.view(head))
        if tree.first(i, "mark") is not None:
            return apply(signature, self.view(head)) if signature else self.reported(self.view(head))
        return self.view(head) if tree.tags[i] == "VBG" and tree.deps[head] == "pobj" else AFFIRMED

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
        if not is_verb(tree, i):
            return AFFIRMED
        if tree.words[preposition].lower() in words.PART_OF_THE_SAME and is_verb(tree, governor):
            return View(Polarity.POSITIVE, self.view(governor).certainty)
        return PROBABLE if tree.words[preposition].lower() == "before" else AFFIRMED

    def _prepositional_signature(self, governor: int, preposition: int) -> str | None:
        tree = self.tree
        if is_verb(tree, governor):
            return verb_signature(tree, governor, preposition)
        if tree.tags[governor].startswith("NN") and tree.words[preposition].lower() in words.NOUN_PREPOSITIONS:
            return noun_signature(tree, governor)
        if tree.words[preposition].lower() not in words.ADJECTIVE_PREPOSITIONS:
            return None
        return words.ADJECTIVES.get(tree.lemmas[governor].lower())

    def nominal(self, i: int, head: int) -> View:
        """Return the context of a noun that a verb takes as its object: "denied the attack", "held no talks"."""
        signature = self.signature(head, i)
        if signature is None or is_verb(self.tree, i):
            return AFFIRMED
        return AFFIRMED if signature == "report" else apply(signature, self.view(head))

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
        own, head = finite_tense(tree, i), tree.heads[i]
        if own is not None:
            waits = tree.deps[i] == "advcl" and (is_condition(tree, i) or self.is_pending(i, head))
            return Tense.FUTURE if waits and self.tense(head, depth + 1) is Tense.FUTURE else own
        if head == i:
            return (
                Tense.FUTURE
                if tree.tags[i] == "VB" or is_infinitive(tree, i)
                else Tense.PAST
                if tree.tags[i] == "VBN"
                else Tense.PRESENT
            )
        if tree.deps[i] == "conj" and shares_auxiliaries(tree, i):
            return self.tense(head, depth + 1)
        return self._governed_tense(i, head, depth)

    def _governed_tense(self, i: int, head: int, depth: int) -> Tense:
        """Return the tense of an infinitive or a participle."""
        tree = self.tree
        if is_infinitive(tree, i):
            if any(tree.lemmas[c] == "have" for c in tree.having(i, "aux")):
                return Tense.PAST
            signature = self.signature(head, i)
            is_factual = is_result(tree, i) or is_singled_out(tree, head) or signature in ("transmit", "fail", "refuse")
            is_purpose = tree.deps[i] in ("advcl", "acl", "relcl") and not is_factual
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
        if dep == "pobj" and signature is None:
            return Tense.NONE
        governing = self.tense(head, depth + 1) if is_verb(tree, head) or signature else Tense.NONE
        return governing if signature == "transmit" or governing is Tense.FUTURE else Tense.NONE

    def clause_above(self, i: int) -> int | None:
        """Return the verb of the clause that the token stands in."""
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
WITHOUT_FINITE = frozenset("fail refuse delay ban transmit allow force future purpose warn".split())
HEDGES = frozenset({"believe", "expect", "want", "consider", "doubt", "deny"})
HAPPENING = frozenset("happen occur begin start resume continue take follow proceed go come".split())
PURPOSE_TAKES_OVER = frozenset(
    "transmit fail refuse allow plan want consider ban future believe delay doubt appear".split()
)
CONTEXTS = {
    "ccomp": Reading.complement,
    "xcomp": Reading.complement,
    "advcl": Reading.adverbial,
    "relcl": Reading.relative,
    "acl": Reading.noun_clause,
    "pcomp": Reading.prepositional,
    "pobj": Reading.prepositional,
    "dobj": Reading.nominal,
    "nsubjpass": Reading.nominal,
    "nsubj": Reading.subject,
    "compound": Reading.compound,
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


def is_result(tree: Tree, i: int) -> bool:
    """Tell whether an infinitive says what came of it: "fell to close at", "only to find"."""
    is_only = tree.left[i] > 0 and any(tree.words[w].lower() == "only" for w in tree.having(i, "advmod"))
    return is_only or tree.lemmas[i].lower() in words.RESULTS


def is_singled_out(tree: Tree, noun: int) -> bool:
    """Tell whether the noun phrase picks out who did it: "the first (one) to leave", "the highest building to burn"."""
    modifiers = (noun, *tree.having(noun, "amod", "nummod"))
    return any(tree.words[m].lower() in words.SINGLED_OUT or tree.tags[m] == "JJS" for m in modifiers)


def shares_auxiliaries(tree: Tree, i: int) -> bool:
    """Tell whether a verb joined by "and" or "or" stands under the auxiliaries and the "not" of the first one."""
    head = tree.heads[i]
    if not (is_verb(tree, i) and is_verb(tree, head)):
        return False
    has_own = tree.first(i, *AUXILIARIES, *SUBJECTS) is not None
    is_same_form = tree.tags[i] == tree.tags[head] or {tree.tags[i], tree.tags[head]} <= {"VB", "VBP"}
    is_contrast = any(tree.words[c].lower() == "but" for c in tree.having(head, "cc"))
    return not has_own and is_same_form and not is_contrast and tree.tags[i] not in ("VBD", "VBZ")
