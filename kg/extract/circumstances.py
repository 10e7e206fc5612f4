"""Circumstances hold for more than the verb they hang on: for its conjuncts and for the verbs it governs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.extract.arguments import complements
from kg.extract.clauses import Clause, Link
from kg.extract.complements import CIRCUMSTANCES, Complement, Slot
from kg.extract.trees import Tree
from kg.extract.verbs import first_conjunct
from kg.extract.words_attribution import DIRECTING

SUBJECTS = ("nsubj", "nsubjpass", "expl")
ADJACENT = 3  # words from one verb to the next in "buy and then sell shares"
TAKES_SOMETHING = ("dobj", "prep", "attr", "acomp", "ccomp", "xcomp", "prt", "agent", "advcl")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The complements of every clause of a document, by the position of its verb."""

    tree: Tree
    own: Mapping[int, tuple[Complement, ...]]

    def of(self, clause: Clause) -> tuple[Complement, ...]:
        """Return all that holds for the clause: from its governor, from its conjuncts, and its own."""
        fronted, own = self._fronted(clause.verb), self.own[clause.verb]
        if self.governed(clause.verb) is not None:
            fronted, own = _without_circumstances(fronted), _without_circumstances(own)
        return (*fronted, *self._from_governor(clause), *own, *self._shared(clause))

    def inner(self, verb: int) -> tuple[Complement, ...]:
        """Return the own complements of a clause, by its verb; none where it heads no clause."""
        return self.own.get(verb, ())

    def governed(self, verb: int) -> int | None:
        """Return the verb that this one only governs ("was able to start"): circumstances belong there."""
        tree = self.tree
        if self.directs(verb):
            return None
        for c in tree.having(verb, "xcomp", "acomp"):
            for inner in (c, *tree.having(c, "xcomp")):
                if tree.deps[inner] == "xcomp" and inner in self.own and not tree.having(inner, "nsubj", "nsubjpass"):
                    return inner
        return None

    def directs(self, verb: int) -> bool:
        """Tell whether somebody else is to do it: who "told Ann on Monday to go" told her on Monday."""
        tree = self.tree
        if tree.bases[verb] not in DIRECTING:
            return False
        doer, deed = tree.first(verb, "dobj", "dative"), tree.first(verb, "xcomp")
        return doer is not None and deed is not None and doer < deed

    def _from_governor(self, clause: Clause) -> tuple[Complement, ...]:
        if clause.link is not Link.CONTROLLED:
            return ()
        verb = first_conjunct(self.tree, clause.verb)
        found: tuple[Complement, ...] = ()
        while self.tree.deps[verb] == "xcomp":
            governor = self._governor(verb)
            if self.directs(governor):
                return found
            told = (*self._fronted(governor), *self.own.get(governor, ()))
            around = (c for c in told if c.at < governor or c.at > verb or c.slot is Slot.TIME)
            found = (*(c for c in around if c.slot in CIRCUMSTANCES), *found)
            verb = governor
        return found

    def _governor(self, verb: int) -> int:
        head = self.tree.heads[verb]
        return self.tree.heads[head] if self.tree.deps[head] == "acomp" else head

    def _fronted(self, verb: int) -> tuple[Complement, ...]:
        """Return what stands before the subject of the first conjunct: "In May he wrote and signed it"."""
        tree = self.tree
        if tree.deps[verb] != "conj" or tree.first(verb, *SUBJECTS) is not None:
            return ()
        first = first_conjunct(tree, verb)
        subject = tree.first(first, *SUBJECTS)
        if subject is None:
            return ()
        told = self.own.get(first, ())
        return tuple(c for c in told if c.at < subject and c.slot in (*CIRCUMSTANCES, Slot.CLAUSE))

    def _shared(self, clause: Clause) -> Iterable[Complement]:
        """Return what follows the last of two verbs that stand side by side: "buy and sell shares"."""
        tree, verb = self.tree, clause.verb
        second = tree.first(verb, "conj")
        if second is None or second not in self.own or tree.left[second] != second or second - verb > ADJACENT:
            return ()
        if any(c > verb for c in tree.having(verb, *TAKES_SOMETHING)) or not _is_same_form(tree, verb, second):
            return ()
        if any(verb < c < second and tree.deps[c] not in ("cc", "punct") for c in tree.children[verb]):
            return ()
        is_transitive = tree.first(second, "dobj") is not None or clause.passive
        return (c for c in self.own[second] if c.at > second) if is_transitive else ()


def _is_same_form(tree: Tree, first: int, second: int) -> bool:
    """Tell whether two verbs have one form: of "they buy and sell" the parser may take one for an infinitive."""
    tags = {tree.tags[first], tree.tags[second]}
    return len(tags) == 1 or tags == {"VB", "VBP"}


def _without_circumstances(complements: Iterable[Complement]) -> tuple[Complement, ...]:
    return tuple(c for c in complements if c.slot not in CIRCUMSTANCES)


def read_circumstances(tree: Tree, clauses: Iterable[Clause]) -> Circumstances:
    """Collect the complements of every clause."""
    return Circumstances(tree, {clause.verb: complements(tree, clause) for clause in clauses})
