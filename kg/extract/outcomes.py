"""Participles that nobody named does: what came of a whole clause, and how something is looked at."""

from __future__ import annotations

from kg.extract.trees import Tree
from kg.extract.verbs import SUBJECTS, first_conjunct, is_passive
from kg.extract.words_repairs import GIVING_OUTCOMES, OUTCOMES


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
        if not is_apart:
            return False
        return _gives_to_doer(tree, verb) or (tree.bases[verb] in OUTCOMES and is_passive(tree, tree.heads[verb]))
    return tree.tags[verb] == "VBN" and any(tree.lowers[c] == "as" for c in tree.having(verb, "mark"))


def _gives_to_doer(tree: Tree, verb: int) -> bool:
    """Tell whether what is done gives something to who does it: "bought a rival, giving it its first factory"."""
    lemma, receiver = tree.bases[verb], tree.first(verb, "dobj", "dative")
    if lemma not in GIVING_OUTCOMES or receiver is None or tree.lowers[receiver] not in ("it", "them"):
        return False
    subject = tree.first(tree.heads[verb], *SUBJECTS)
    is_one = subject is not None and tree.tags[subject] not in ("NNS", "NNPS") and not tree.having(subject, "conj")
    return is_one == (tree.lowers[receiver] == "it")
