"""The predicate of a proposition: its words in order, and its normal form."""

from __future__ import annotations

from typing import NamedTuple

from kg.extract.trees import Tree
from kg.extract.verbs import is_passive, verb_group
from kg.extract.words import BE
from kg.model import Predicate


class Relation(NamedTuple):
    """The words of a relation as they grow to the right of the verb.

    Attributes:
        words: all of them, in the order in which they are read.
        anchor: the verb that carries the proposition.
        key: those of the words that the normal form is made of.
        folded: how many objects have been taken in.
    """

    words: tuple[int, ...]
    anchor: int
    key: tuple[int, ...]
    folded: int = 0

    def over(self, tree: Tree, words: tuple[int, ...], head: int) -> Relation:
        """Take in an object: "made an offer". Names and pronouns stay out of the normal form."""
        kept = (head,) if tree.pos[head] in ("NOUN", "ADJ", "VERB") else ()
        return Relation((*self.words, *words), self.anchor, (*self.key, *kept), self.folded + 1)

    def to(self, lead: tuple[int, ...]) -> Relation:
        """Take in the words that lead to the next argument: "made an offer on"."""
        return Relation((*self.words, *lead), self.anchor, (*self.key, *lead), self.folded) if lead else self

    def doing(self, tree: Tree, verb: int) -> Relation:
        """Take in a further verb: "used tools to repair"."""
        group = verb_group(tree, verb)
        opening = (w for w in group if tree.tags[w] == "TO")
        return Relation((*self.words, *group), self.anchor, (*self.key, *opening, verb), self.folded)


def predicate(tree: Tree, relation: Relation) -> Predicate:
    """Make the predicate of the words, in their order."""
    lemma = normal_form(tree, relation)
    return Predicate(
        lemma=lemma,
        text=tree.string(relation.words),
        span=tree.span((min(relation.words), max(relation.words))),
        anchor=tree.token_span(relation.anchor),
        active=_active(tree, relation),
        folded=relation.folded,
    )


BEFORE_TO = frozenset({"yet", "whether", "how", "when", "where"})  # "decide how to vote" is not to decide to vote


def normal_form(tree: Tree, relation: Relation) -> str:
    """Return the lemmas joined by blanks, without auxiliaries, adverbs and determiners; a passive keeps "be"."""
    parts: list[str] = []
    for w in relation.key:
        if tree.deps[w] in ("aux", "auxpass") and tree.tags[w] != "TO":
            continue
        if tree.tags[w] == "TO" and w - 1 in relation.words and tree.lowers[w - 1] in BEFORE_TO:
            parts.append(tree.lowers[w - 1])
        parts += _verb(tree, w) if tree.pos[w] in ("VERB", "AUX") else [_word(tree, w)]
    return " ".join(parts)


def _verb(tree: Tree, verb: int) -> list[str]:
    particles = [tree.lowers[c] for c in tree.having(verb, "prt")]
    if tree.lowers[verb] in BE:
        return ["be"]
    if is_passive(tree, verb):
        return ["be", tree.lowers[verb], *particles]
    return [tree.bases[verb], *particles]


def _word(tree: Tree, w: int) -> str:
    return tree.lowers[w] if tree.tags[w] in ("IN", "TO", "RP", "RB") else tree.bases[w]


def _active(tree: Tree, relation: Relation) -> str:
    """Return what the agent does: "maintain" for "be maintained by"; "" where no agent is led to."""
    verb, last = relation.anchor, relation.words[-1]
    if tree.lowers[last] != "by" or tree.deps[last] not in ("agent", "prep") or not is_passive(tree, verb):
        return ""
    if relation.key[-2:] != (verb, last):
        return ""
    # Whoever strikes somebody off a register strikes nobody; what Ann paid for, she did not pay.
    between = [c for c in tree.having(verb, "prep") if verb < c < last]
    beside = [c for c in between if tree.lowers[c] == "off" or not tree.children[c]]
    particles = [tree.lowers[c] for c in (*tree.having(verb, "prt"), *beside)]
    return " ".join([tree.bases[verb], *particles])
