"""The "it" that refers to nothing: "it rained", "it is likely that", "makes it clear that"."""

from __future__ import annotations

from kg.extract import words_mentions as words
from kg.extract.trees import Tree

CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl", "csubjpass"})


def is_pleonastic(tree: Tree, it: int) -> bool:
    """Tell whether "it" stands for nothing, or for a clause that follows.

    >>> tree = Tree(words=("It", "rained"), tags=("PRP", "VBD"), pos=("PRON", "VERB"), deps=("nsubj", "ROOT"),
    ...             lemmas=("it", "rain"), heads=(1, 1), starts=(0, 3), sentences=((0, 2),), text="It rained")
    >>> is_pleonastic(tree, 0)
    True
    """
    verb = tree.heads[it]
    lemma = tree.lemmas[verb].lower()
    deps = {tree.deps[child] for child in tree.children[verb] if child > verb}
    if tree.deps[it] in ("dobj", "nsubj") and lemma in words.IT_CLAUSE_VERBS and tree.deps[verb] != "ROOT":
        return bool(deps & CLAUSES)
    if tree.deps[it] not in ("nsubj", "nsubjpass", "expl"):
        return tree.deps[it] == "expl"
    if lemma in words.IMPERSONAL_VERBS:
        return True
    if tree.deps[it] == "nsubjpass":
        return lemma in words.CLAUSE_TAKING_PARTICIPLES and bool(deps & CLAUSES)
    return lemma == "be" and _introduces_clause(tree, verb, deps)


def _introduces_clause(tree: Tree, verb: int, deps: set[str]) -> bool:
    for child in tree.children[verb]:
        dep, lower = tree.deps[child], tree.words[child].lower()
        if dep == "acomp" and lower in words.IMPERSONAL_ADJECTIVES:
            inside = {tree.deps[grandchild] for grandchild in tree.children[child] if grandchild > child}
            return bool((deps | inside) & CLAUSES)
        if dep == "attr" and (lower in words.TIME_NOUNS or deps & {"ccomp", "csubj"}):
            return True
    return False
