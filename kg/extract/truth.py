"""The climb: from a predicate up through everything that governs it, to whether it is true, and when."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from spacy.tokens import Doc

from kg.extract import words_attribution
from kg.extract import words_factuality as words
from kg.extract.clause_shapes import (
    beside_infinitive,
    carrier,
    clause_above,
    is_after_nor,
    is_being_done,
    is_condition,
    is_content,
    is_explained,
    is_few_people,
    is_infinitive,
    is_inverted_condition,
    is_likeness,
    is_mandative,
    is_negative_phrase,
    is_pointed_out,
    is_result,
    is_said_beside,
    is_set_apart,
    is_singled_out,
    is_split_perfect,
    is_too_much,
    is_verb,
    is_whether,
    shares_auxiliaries,
)
from kg.extract.clause_view import called_off, is_after_condition, is_imperative, is_quoted_elsewhere, local_view
from kg.extract.cues import noun_source
from kg.extract.embedding import AFFIRMED, DENIED, OPEN, POSSIBLE, View, apply, demanded, lower
from kg.extract.signatures import (
    is_gerund_complement,
    is_in_the_event,
    is_out_of,
    is_purpose,
    noun_before,
    noun_signature,
    object_of_infinitive,
    prepositional_signature,
)
from kg.extract.signatures import signature as signature_of
from kg.extract.tense import finite_tense, has_gone_on, is_beside_all, is_pending, tense_of, was_expected
from kg.extract.trees import Tree, read_tree
from kg.extract.verdicts import (
    is_false_report,
    is_for_whoever,
    is_only_unsaid,
    is_scarce,
    says_clause,
    spelled_out,
    verdict,
)
from kg.model import Certainty, Factuality, Polarity, Tense


@lru_cache(maxsize=2)
def reading_of(doc: Doc) -> Reading:
    """Return the views of a document in hand; they are found once."""
    return Reading(read_tree(doc))


@dataclass(slots=True)
class Reading:
    """The parse of a document with the views found so far; a view depends on nothing but the parse."""

    tree: Tree
    views: dict[int, View] = field(default_factory=dict)
    factualities: dict[int, Factuality] = field(default_factory=dict)

    def view(self, i: int) -> View:
        """Return whether what the token stands for is true: its own words within what governs it."""
        i = carrier(self.tree, i)
        if i not in self.views:
            self.views[i] = AFFIRMED  # a broken parse that leads back here stops here
            self.views[i] = self._own(i).within(self.context(i))
        return self.views[i]

    def factuality(self, i: int) -> Factuality:
        """Return whether what the token stands for is true, and when."""
        if i not in self.factualities:
            view = self.view(i)
            self.factualities[i] = Factuality(view.polarity, view.certainty, tense_of(self.tree, i))
        return self.factualities[i]

    def _own(self, i: int) -> View:
        """Return what the clause's own words say; a conjunct without auxiliaries of its own shares the first one's."""
        own = local_view(self.tree, i)
        if not is_verb(self.tree, i):
            return called_off(self.tree, i).within(own)
        if self.tree.deps[i] == "conj" and is_after_nor(self.tree, i):
            return own.within(DENIED)
        if self.tree.deps[i] == "conj" and shares_auxiliaries(self.tree, i):
            return own.within(self._own(self.tree.heads[i]))
        return own.within(POSSIBLE) if self.tree.deps[i] == "conj" and is_after_condition(self.tree, i) else own

    def context(self, i: int) -> View:
        """Return what the words above say of the token's truth, before its own words count."""
        dep, head = self.tree.deps[i], self.tree.heads[i]
        if head == i or dep in ("parataxis", "appos", "dep", "punct"):
            return AFFIRMED
        if dep == "conj":
            return self._beside(i, head)
        if dep == "ccomp" and is_quoted_elsewhere(self.tree, i, head):
            return AFFIRMED
        rule = CONTEXTS.get(dep)
        return AFFIRMED if rule is None else rule(self, i, head)

    def _beside(self, i: int, head: int) -> View:
        """Return the context of a conjunct: that of the first one, unless their forms differ."""
        tree = self.tree
        if is_infinitive(tree, head) and finite_tense(tree, i) is not None:  # "was expected to resign but stayed on"
            return self.context(tree.heads[head])
        is_strayed = is_infinitive(tree, i) and finite_tense(tree, head) is not None and is_verb(tree, i)
        return POSSIBLE if is_strayed else self.context(head)  # "may cause prices to fall, and jobs to be lost"

    # -------------------------------------------------------------------------------- clauses

    def complement(self, i: int, head: int) -> View:
        """Return the context of a clause that a verb, adjective or noun takes."""
        tree, governor = self.tree, self._asserted(head)
        if (view := self._by_shape(i, head, governor)) is not None:
            return view
        signature = signature_of(tree, head, i)
        if is_whether(tree, i):
            is_silent = signature == "report" and governor.polarity is not Polarity.POSITIVE
            return OPEN if is_silent else POSSIBLE
        if is_false_report(tree, head):
            return DENIED if governor.polarity is Polarity.POSITIVE else OPEN
        if signature is None:
            is_headline = is_infinitive(tree, i) and not is_verb(tree, head)
            return apply("plan", governor) if is_headline else View(Polarity.POSITIVE, governor.certainty)
        if signature == "report":
            leads_in = is_pointed_out(tree, head) or is_imperative(tree, head)  # "it is fair to say", "Note that"
            return AFFIRMED if leads_in else self.reported(governor)
        is_beside = tree.deps[i] == "ccomp" and signature in WITHOUT_FINITE and finite_tense(tree, i) is not None
        if is_beside:
            return AFFIRMED
        if governor.polarity is Polarity.NEGATIVE and is_only_unsaid(tree, i, head):
            return OPEN
        return POSSIBLE if was_expected(tree, head, i) else apply(signature, governor)

    def _by_shape(self, i: int, head: int, governor: View) -> View | None:
        """Return the context of a complement whose form tells it, whatever governs it."""
        tree = self.tree
        if is_content(tree, i) and says_clause(tree, head):
            return self._told_by_noun(i, head)
        if is_set_apart(tree, i, head) or is_explained(tree, head, i):
            return AFFIRMED
        if (noun := spelled_out(tree, i, head)) is not None:
            return self._told_by_noun(i, noun).within(governor)
        if is_inverted_condition(tree, i, head):
            return POSSIBLE
        if is_result(tree, head, i) or is_split_perfect(tree, head, i):
            return governor
        if is_mandative(tree, i):
            return demanded(governor)
        if is_too_much(tree, head, i):
            return DENIED.within(governor)
        is_failure = signature_of(tree, head, i) == "fail"  # "if she fails to win"
        return None if not is_condition(tree, head) else apply("fail", POSSIBLE) if is_failure else POSSIBLE

    def _asserted(self, head: int) -> View:
        """Return the view of a governor; what few believe is not believed."""
        subject = self.tree.first(head, "nsubj")
        if subject is None or not is_few_people(self.tree, subject):
            return self.view(head)
        return self.view(head).within(DENIED)

    def reported(self, governor: View) -> View:
        """Return the context of what is said: certain in the eyes of who says it, open where nobody says it."""
        if governor.polarity is not Polarity.POSITIVE:
            return OPEN
        return POSSIBLE if governor.certainty is Certainty.POSSIBLE else AFFIRMED

    def adverbial(self, i: int, head: int) -> View:
        """Return the context of an adverbial clause."""
        tree = self.tree
        if tree.lowers[head] in words.WAITING and tree.deps[head] == "advmod":
            is_ahead = tense_of(tree, tree.heads[head]) is Tense.FUTURE
            return POSSIBLE if is_ahead else AFFIRMED
        if is_infinitive(tree, i):
            if is_result(tree, head, i):
                return self.view(head)
            if (noun := object_of_infinitive(tree, head, i)) is not None:
                return self.noun_clause(i, noun)
            return apply("purpose", self.view(head)) if is_purpose(tree, head, i) else self.complement(i, head)
        if is_gerund_complement(tree, head, i):
            return self.complement(i, head)
        if is_said_beside(tree, i):
            return View(Polarity.POSITIVE, self.view(beside_infinitive(tree, head)).certainty)
        if is_condition(tree, i):
            return POSSIBLE
        if is_pending(tree, i, head):
            is_open = any(tree.lowers[m] in words.OPEN_ENDED for m in tree.having(i, "mark", "advmod", "prep"))
            certainty = Certainty.POSSIBLE if is_open else Certainty.PROBABLE
            return View(Polarity.POSITIVE, lower(certainty, self.view(head).certainty))
        mark = tree.first(i, "mark")
        is_bare = tree.first(i, "aux", "auxpass", "nsubj") is None
        is_beside = mark is None or (is_bare and tree.lowers[mark] in ("while", "when", "whilst"))
        if is_beside and tree.tags[i] in ("VBG", "VBN"):
            return View(Polarity.POSITIVE, self.view(head).certainty)
        return AFFIRMED

    def relative(self, i: int, head: int) -> View:
        """Return the context of a clause about a noun: what is said of what may not exist is not sure."""
        tree = self.tree
        if is_infinitive(tree, i) or (is_content(tree, i) and says_clause(tree, head)):
            return self.noun_clause(i, head)
        if is_in_the_event(tree, head):
            return POSSIBLE
        if is_negative_phrase(tree, head):
            return DENIED
        is_loose = any(tree.words[w] == "," for w in range(head, tree.left[i]))
        if not is_loose and is_likeness(tree, head):
            return POSSIBLE
        determiner = tree.first(head, "det")
        is_some = determiner is None or tree.lowers[determiner] in ("a", "an", "any")
        if is_loose or not is_some:
            return AFFIRMED
        if tree.bases[head] in words.HYPOTHETICAL or is_for_whoever(tree, i, head):
            return POSSIBLE
        above = clause_above(tree, head)
        certainties = {self.view(head).certainty, AFFIRMED.certainty if above is None else self.view(above).certainty}
        is_told = finite_tense(tree, i) is Tense.PAST  # "may hire people who worked there": they did
        return POSSIBLE if Certainty.POSSIBLE in certainties and not is_told else AFFIRMED

    def noun_clause(self, i: int, head: int) -> View:
        """Return the context of "to …", "that …" or a participle after a noun."""
        tree = self.tree
        signature = noun_signature(tree, head)
        if is_infinitive(tree, i):
            if signature is None and is_singled_out(tree, head):
                return AFFIRMED
            default = "plan" if is_negative_phrase(tree, head) else "purpose"
            return apply(signature or default, self._come_to(head).within(self.view(head)))
        if tree.first(i, "mark") is not None or is_content(tree, i) or is_mandative(tree, i):
            return self._told_by_noun(i, head)
        if is_likeness(tree, head):
            return POSSIBLE
        is_going_on = tree.tags[i] == "VBG" or is_being_done(tree, i)
        return self.view(head) if is_going_on and tree.deps[head] == "pobj" else AFFIRMED

    def _told_by_noun(self, i: int, noun: int) -> View:
        """Return the context of what a noun says: "reports that", "no evidence that", "the idea that"."""
        tree, lemma, signature = self.tree, self.tree.bases[noun], noun_signature(self.tree, noun)
        if is_mandative(tree, i):
            return demanded(self.view(noun))
        if (judged := verdict(tree, noun)) is not None:
            judgement, judge = judged
            return apply(judgement, AFFIRMED if judge is None else self.view(judge))
        if is_whether(tree, i) or lemma in words.HYPOTHETICAL:
            return POSSIBLE
        if signature is not None:
            return apply(signature, self.view(noun))
        if is_scarce(tree, noun) or is_negative_phrase(tree, noun):
            return View(Polarity.NEGATIVE, Certainty.POSSIBLE)
        is_unowned = lemma in words.CLAIM_NOUNS and noun_source(tree, noun) is None
        return POSSIBLE if is_unowned else self.reported(self.view(noun))

    # -------------------------------------------------------------------------------- nouns and prepositions

    def prepositional(self, i: int, preposition: int) -> View:
        """Return the context of what follows a preposition: "without …", "a ban on …", "prevent from …"."""
        tree, governor = self.tree, self.tree.heads[preposition]
        if tree.lowers[preposition] in words.NEGATIVE_PREPOSITIONS:
            return DENIED
        if tree.lowers[preposition] == "of" and tree.lowers[preposition - 1] == "instead":
            return DENIED
        if tree.lowers[preposition] in words.PROVIDED and is_verb(tree, i):
            return POSSIBLE  # "she said, provided that the council agrees"
        if governor == preposition:
            return AFFIRMED
        if is_out_of(tree, preposition):
            governor = tree.heads[governor]
        if is_in_the_event(tree, governor):
            return POSSIBLE
        governor = noun_before(tree, preposition, governor)
        signature = prepositional_signature(tree, governor, preposition)
        if signature == "report":
            return self.reported(self._governing(governor))
        if signature is not None:
            was_ahead = signature == "expect" and self._is_over(governor)
            return POSSIBLE if was_ahead else apply(signature, self._governing(governor))
        return self._gerund(i, preposition, governor) if is_verb(tree, i) else AFFIRMED

    def _governing(self, i: int) -> View:
        """Return the view of a governor; an adverb or adjective beside its verb stands or falls with it."""
        is_beside = self.tree.deps[i] in ("advmod", "oprd") and is_verb(self.tree, self.tree.heads[i])
        return self._own(i).within(self.view(self.tree.heads[i])) if is_beside else self.view(i)

    def _is_over(self, noun: int) -> bool:
        """Tell whether what was ahead once need not have come: "was on the verge of leaving"."""
        verb = clause_above(self.tree, noun) if self.tree.tags[noun].startswith("NN") else None
        return verb is not None and finite_tense(self.tree, verb) is Tense.PAST

    def _gerund(self, i: int, preposition: int, governor: int) -> View:
        """Return the context of "in leaving", "after leaving", "before leaving": as sure as the clause above it."""
        word = self.tree.lowers[preposition]
        if word in words.FACTUAL_PREPOSITIONS:
            return AFFIRMED
        above = clause_above(self.tree, governor)
        if above is not None and is_beside_all(self.tree, i):
            above = beside_infinitive(self.tree, above)
        view = AFFIRMED if above is None or above == i else self.view(above)
        is_open = word == "before" and not (view == AFFIRMED and has_gone_on(self.tree, i, above))
        return View(Polarity.POSITIVE, lower(Certainty.PROBABLE, view.certainty) if is_open else view.certainty)

    def nominal(self, i: int, head: int) -> View:
        """Return the context of a noun that a verb takes as its object: "denied the attack", "held no talks"."""
        signature = signature_of(self.tree, head, i)
        if signature is None or is_verb(self.tree, i):
            return AFFIRMED
        if is_negative_phrase(self.tree, i):  # its own "no" has denied the verb already
            return View(Polarity.POSITIVE, self.view(head).certainty)
        return AFFIRMED if signature == "report" else apply(signature, self.view(head))

    def subject(self, _: int, head: int) -> View:
        """Return the context of a subject: "the attack is unlikely", "talks may resume"."""
        tree = self.tree
        for adjective in tree.having(head, "acomp", "attr"):
            if signature := words.ADJECTIVES.get(tree.bases[adjective]):
                return apply(signature, self.view(head)) if signature in HEDGES else AFFIRMED
        if tree.bases[head] in words.HAPPENING:
            return self.view(head)
        return AFFIRMED

    def _come_to(self, noun: int) -> View:
        """Return what becomes of plans and talks: "talks to end the strike collapsed", "a plan to sell it stalled"."""
        tree, verb = self.tree, self.tree.heads[noun]
        if tree.deps[noun] != "nsubj" or self.view(verb) != AFFIRMED:
            return AFFIRMED
        particle, lemma = tree.first(verb, "prt", "advmod", "prep"), tree.bases[verb]
        names = {lemma, f"{lemma} {tree.lowers[particle]}" if particle is not None else ""}
        return DENIED if names & words.FALLING_THROUGH else POSSIBLE if names & words.STALLING else AFFIRMED

    def compound(self, _: int, head: int) -> View:
        """Return the context of a noun before a noun: "a withdrawal plan", "recession fears"."""
        signature = noun_signature(self.tree, head)
        return AFFIRMED if signature is None else apply(signature, self.view(head))

    def called(self, _: int, head: int) -> View:
        """Return the context of what a thing is called: nobody says it where nobody calls it that."""
        return self.reported(self.view(head)) if self.tree.bases[head] in NAMING else AFFIRMED

    # -------------------------------------------------------------------------------- whose view

    def cues_above(self, i: int) -> tuple[int, ...]:
        """Return the verbs and nouns of saying and thinking whose clause holds the token, innermost first."""
        tree, found = self.tree, []
        while tree.heads[i] != i:
            dep, i = tree.deps[i], tree.heads[i]
            if dep in ("ccomp", "acl", "xcomp", "dobj") and tree.bases[i] in CUES:
                found.append(i)
        return tuple(found)

    def vouches(self, cue: int) -> bool:
        """Tell whether the cue presupposes what follows, and is itself affirmed."""
        lemma = self.tree.bases[cue]
        is_hearsay = lemma in words.HEARSAY and self.tree.first(cue, "auxpass") is not None
        return lemma in words.FACTIVE_CUES and not is_hearsay and self.view(cue) == AFFIRMED


NAMING = words_attribution.NAMING
CUES = (
    words_attribution.SAYING | words_attribution.THINKING | words_attribution.SHOWING | words_attribution.SPEECH_NOUNS
)
WITHOUT_FINITE = frozenset("fail refuse delay ban transmit allow force future purpose warn".split())
HEDGES = frozenset({"believe", "expect", "want", "consider", "doubt", "deny"})
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
    "oprd": Reading.called,
}
