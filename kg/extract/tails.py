"""What a noun that says nothing by itself needs of what follows it: "shares in Norvik", "a state of emergency"."""

from __future__ import annotations

from collections.abc import Callable

from kg.extract.noun_phrases import content_head
from kg.extract.trees import Tree
from kg.extract.words_mentions import MEASURES, RELATIONAL_IN, RELATIONAL_NOUNS
from kg.extract.words_nominal import OBJECT_AFTER_OF, SUBJECT_AFTER_OF

NEED_OF = RELATIONAL_NOUNS | RELATIONAL_IN | OBJECT_AFTER_OF.keys() | SUBJECT_AFTER_OF.keys()
CERTAIN = frozenset({"the", "this", "that", "these", "those"})


def complement_of(tree: Tree, noun: int) -> tuple[int, int] | None:
    """Return the preposition and the noun that a relational noun needs, if they follow it.

    >>> tree = Tree(words=("Shares", "in", "firms"), tags=("NNS", "IN", "NNS"), pos=("NOUN", "ADP", "NOUN"),
    ...             deps=("ROOT", "prep", "pobj"), lemmas=("share", "in", "firm"), heads=(0, 0, 1), starts=(0, 7, 10),
    ...             sentences=((0, 3),), text="Shares in firms")
    >>> complement_of(tree, 0)
    (1, 2)
    """
    lemma = tree.bases[noun]
    if lemma not in NEED_OF:
        return None
    for child in tree.having(noun, "prep"):
        word = tree.lowers[child]
        needs = NEED_OF if word == "of" else RELATIONAL_IN if word == "in" else frozenset[str]()
        inner = tree.first(child, "pobj")
        if child == noun + 1 and lemma in needs and inner is not None:
            inner = content_head(tree, inner)
            is_thing = tree.pos[inner] in ("NOUN", "PROPN") and tree.words[inner][:1].isalpha()
            return (child, inner) if is_thing and tree.lowers[inner] not in MEASURES else None
    return None


def tail(tree: Tree, noun: int, label: Callable[[int], str]) -> str:
    """Return the words that complete a relational noun, or ""; `label` gives those of the noun that follows it."""
    found = complement_of(tree, noun)
    if found is None:
        return ""
    preposition, inner = found
    joined = tree.having(inner, "conj")
    if len(joined) > 1 or any(tree.pos[member] not in ("NOUN", "PROPN") for member in joined):
        return ""  # a list would have to be told to its end
    sign = next((tree.lowers[c] for c in tree.having(inner, "cc")), "and")
    return f" {tree.words[preposition]} " + f" {sign} ".join(label(member) for member in (inner, *joined))


def is_of_one(tree: Tree, noun: int) -> bool:
    """Tell whether what follows a bare noun makes it a certain one: "shares in the firm" are no class."""
    found = complement_of(tree, noun)
    return found is not None and any(
        tree.lowers[c] in CERTAIN or tree.deps[c] == "poss" for c in tree.children[found[1]] if c < found[1]
    )
