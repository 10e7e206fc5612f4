"""Participles that nobody named does: what came of a whole clause, and how something is looked at."""

from __future__ import annotations

from kg.extract.trees import Tree
from kg.extract.verbs import SUBJECTS, first_conjunct, is_passive
from kg.extract.words_repairs import OUTCOMES


def is_of_clause(tree: Tree, verb: int) -> bool:
    """Tell whether a participle is said of no thing: "was attacked, forcing it to close", "as measured by its sales".

    >>> tree = Tree(words=("It", "was", "hit", ",", "causing", "panic"), tags=("PRP", "VBD", "VBN", ",", "VBG", "NN"),
    ...             pos=("PRON", "AUX", "VERB", "PUNCT", "VERB", "NOUN"),
    ...             lemmas=("it", "be", "hit", ",", "cause", "panic"),
    ...             deps=("nsubjpass", "auxpass", "ROOT", "punct", "advcl", "dobj"), heads=(2, 2, 2, 2, 2, 4),
    ...             starts=(0, 3, 7, 10, 12, 20), sentences=((0, 6),), text="It was hit, causing panic")
    >>> is_of_clause(tree, 4)
    True
    """
    verb = first_conjunct(tree, verb)
    if tree.first(verb, *SUBJECTS) is not None or tree.deps[verb] not in ("advcl", "prep"):
        return False
    if tree.tags[verb] == "VBG":
        is_apart = verb > 0 and tree.words[tree.left[verb] - 1] == ","
        return is_apart and tree.lemmas[verb].lower() in OUTCOMES and is_passive(tree, tree.heads[verb])
    return tree.tags[verb] == "VBN" and any(tree.words[c].lower() == "as" for c in tree.having(verb, "mark"))
