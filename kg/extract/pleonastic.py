"""The "it" that refers to nothing: "it rained", "it is likely that", "makes it clear that"."""

from __future__ import annotations

from kg.extract import words_mentions as words
from kg.extract.trees import Tree

LINKING = frozenset({"be", "'s", "’s", "remain", "become", "look", "sound"})
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "csubj", "acl", "relcl", "csubjpass"})


def is_pleonastic(tree: Tree, it: int) -> bool:
    """Tell whether "it" stands for nothing, or for a clause that follows.

    >>> tree = Tree(words=("It", "rained"), tags=("PRP", "VBD"), pos=("PRON", "VERB"), deps=("nsubj", "ROOT"),
    ...             lemmas=("it", "rain"), heads=(1, 1), starts=(0, 3), sentences=((0, 2),), text="It rained")
    >>> is_pleonastic(tree, 0)
    True
    """
    if tree.lowers[it] != "it":
        return False
    if tree.deps[it] == "expl" or _is_made_clear(tree, it):
        return True
    verb = tree.heads[it]
    lemma = tree.bases[verb]
    if tree.deps[it] not in ("nsubj", "nsubjpass"):
        return False
    deps = {tree.deps[child] for child in tree.children[verb] if child > verb}
    if lemma in words.SEEMING and it > 0 and tree.words[it - 1] in ('"', "“", "``"):
        return any(tree.lowers[child] in ("like", "as") for child in tree.children[verb])
    if lemma in words.IMPERSONAL_VERBS:
        return lemma in words.WEATHER_VERBS or bool(deps & CLAUSES)
    if tree.deps[it] == "nsubjpass":
        return lemma in words.CLAUSE_TAKING_PARTICIPLES and bool(deps & CLAUSES)
    if lemma == "be" and any(tree.deps[c] == "pcomp" for p in tree.having(verb, "prep") for c in tree.children[p]):
        return any(tree.lowers[child] == "like" for child in tree.children[verb])  # "It was like opening a door"
    return lemma in LINKING and _introduces_clause(tree, verb, deps)


def _is_made_clear(tree: Tree, it: int) -> bool:
    """Tell whether it is the "it" of "makes it clear that", "find it hard to"."""
    if not 0 < it < len(tree.words) - 1 or tree.lemmas[it - 1] not in words.IT_CLAUSE_VERBS:
        return False
    following = it + 1 if tree.pos[it + 1] != "ADV" else it + 2
    return following < len(tree.words) and tree.lowers[following] in words.IMPERSONAL_ADJECTIVES


def _introduces_clause(tree: Tree, verb: int, deps: set[str]) -> bool:
    for child in tree.children[verb]:
        dep, lower = tree.deps[child], tree.lowers[child]
        if dep in ("acomp", "advmod") and lower in words.IMPERSONAL_ADJECTIVES:
            inside = {tree.deps[grandchild] for grandchild in tree.children[child] if grandchild > child}
            return lower in words.AMBIENT_ADJECTIVES or bool((deps | inside) & CLAUSES)
        if dep == "attr" and (lower in words.TIME_NOUNS or lower == "degrees" or deps & {"ccomp", "csubj"}):
            return True
    return False
