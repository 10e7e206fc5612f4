"""What somebody is the first or only one to do, which says nothing without the deed: "the second judge to leave"."""

from __future__ import annotations

from kg.extract.clause_shapes import is_singled_out
from kg.extract.phrases import Phrase
from kg.extract.trees import Tree
from kg.extract.verbs import is_to_infinitive


def with_deed(tree: Tree, phrase: Phrase) -> Phrase:
    """Return a predicative with what it is the first or only one to do: "is the second judge to leave the court".

    >>> tree = Tree(words=("first", "one", "to", "win"), tags=("JJ", "NN", "TO", "VB"),
    ...             pos=("ADJ", "NOUN", "PART", "VERB"), deps=("amod", "ROOT", "aux", "relcl"),
    ...             lemmas=("first", "one", "to", "win"), heads=(1, 1, 3, 1), starts=(0, 6, 10, 13),
    ...             sentences=((0, 4),), text="first one to win")
    >>> with_deed(tree, Phrase((0, 1), 1)).words
    (0, 1, 2, 3)
    """
    if not phrase.words or not is_singled_out(tree, phrase.head):
        return phrase
    for clause in tree.having(phrase.head, "relcl", "acl"):
        if is_to_infinitive(tree, clause) and tree.left[clause] == phrase.words[-1] + 1:
            return Phrase((*phrase.words, *tree.trimmed(list(tree.subtree(clause)))), phrase.head)
    return phrase
