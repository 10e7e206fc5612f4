"""What every nominal rule needs: the tree, the sort of name each token belongs to, and how a proposition is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.extract.clauses import Clause, find_clauses
from kg.extract.phrases import Phrase, noun_phrases
from kg.extract.trees import LOOSE, Tree, read_tagged, read_tree
from kg.model import Argument, Predicate, Proposition, Qualifier, Span

PLACES = frozenset({"GPE", "LOC", "FAC"})
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})
BARE = LOOSE | {"acl"}


@dataclass(frozen=True, slots=True)
class Nouns:
    """One document's tree with its names.

    Attributes:
        sorts: of each token the sort of the name it belongs to (PERSON, GPE, ...), or "".
        names: (first token, end, sort) of each name.
        clauses: by the position of their verb.
    """

    tree: Tree
    sorts: tuple[str, ...]
    names: tuple[tuple[int, int, str], ...]
    clauses: Mapping[int, Clause]

    def is_name(self, i: int) -> bool:
        """Tell whether the token belongs to a name of somebody, something or some place."""
        return self.tree.pos[i] == "PROPN" and self.sorts[i] not in NUMBERS

    def is_noun(self, i: int) -> bool:
        """Tell whether the token can head a noun phrase that denotes something (no number, no date)."""
        return self.tree.pos[i] in ("NOUN", "PROPN") and self.sorts[i] not in NUMBERS


def read_nouns(doc: Doc, tree: Tree | None = None) -> Nouns:
    """Read the tables of a parsed document that nominal rules work on."""
    tree = tree or read_tree(doc)
    names = tuple((name.start, name.end, name.label) for name in read_tagged(doc))
    sorts = [""] * len(tree.words)
    for start, end, sort in names:
        sorts[start:end] = [sort] * (end - start)
    return Nouns(tree, tuple(sorts), names, {clause.verb: clause for clause in find_clauses(tree)})


def phrases(nouns: Nouns, head: int) -> tuple[Phrase, ...]:
    """Return the phrase of the noun and of each noun that is joined to it by "and", without lists of members."""
    return tuple(Phrase(_without_list(nouns, p.words), p.head) for p in noun_phrases(nouns.tree, head))


def _without_list(nouns: Nouns, words: tuple[int, ...]) -> tuple[int, ...]:
    tree = nouns.tree
    for position, i in enumerate(words):
        if position and tree.lowers[i] in ("including", "such") and tree.deps[i] in ("prep", "amod"):
            if tree.lowers[i] == "such" and tree.lowers[min(i + 1, len(tree.words) - 1)] != "as":
                continue
            return tree.trimmed(words[:position])
    return words


def argument(nouns: Nouns, phrase: Phrase) -> Argument:
    """Make an argument of a phrase."""
    return nouns.tree.argument(phrase.words, phrase.head)


def subjects_of(nouns: Nouns, verb: int) -> tuple[Phrase, ...]:
    """Return who does what the verb says, through control and coordination."""
    clause = nouns.clauses.get(verb)
    if clause is None or clause.passive:
        return ()
    inner = [view for view in clause.views if not view.outer]
    return inner[0].subjects if inner else ()


def governing_verb(nouns: Nouns, i: int) -> int | None:
    """Return the nearest verb above the token that heads a clause."""
    tree = nouns.tree
    while tree.heads[i] != i:
        i = tree.heads[i]
        if i in nouns.clauses:
            return i
    return None


def make(
    nouns: Nouns,
    subject: Argument,
    predicate: Predicate,
    object_: Argument | None,
    *,
    kind: str,
    confidence: float,
    qualifiers: tuple[Qualifier, ...] = (),
) -> Proposition:
    """Make a nominal proposition; it shares the clause of the verb that governs it."""
    anchor = nouns.tree.at[predicate.anchor.start]
    verb = governing_verb(nouns, anchor)
    spans = [subject.span, predicate.span, *([object_.span] if object_ else [])]
    return Proposition(
        subject=subject,
        predicate=predicate,
        object=object_,
        kind=kind,
        span=Span(min(span.start for span in spans), max(span.end for span in spans)),
        clause=nouns.tree.starts[anchor if verb is None else verb],
        qualifiers=qualifiers,
        confidence=confidence,
    )


def worded(nouns: Nouns, anchor: int, lemma: str, text: str, words: Sequence[int] = (), active: str = "") -> Predicate:
    """Make a predicate that the sentence does not say in these words; it is anchored at a token."""
    tree = nouns.tree
    return Predicate(lemma, text, tree.span(tuple(words) or (anchor,)), tree.token_span(anchor), active)
