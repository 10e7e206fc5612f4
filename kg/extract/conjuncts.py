"""Coordination: which words of a list stand side by side, so that each can be said of on its own."""

from __future__ import annotations

from kg.extract.trees import Tree
from kg.extract.words_mentions import PERSON_NOUNS, ROLES, TITLES

OFFICES = PERSON_NOUNS | ROLES | TITLES
WHOLE = frozenset({"&", "plus", "minus", "/"})  # "Smith & Sons" is one thing
SHARES = frozenset("chiefly largely mainly mostly partly predominantly primarily".split())  # "mostly from A and B"
OPEN_ENDS = frozenset({"more", "less", "fewer", "so", "beyond"})  # "107 or more", "in Oslo and beyond"
SPREAD = frozenset({"in", "at", "across"})
OWN = ("det", "poss", "nummod", "prep")  # what a member of a list has for itself
SINGLE = frozenset({"one", "1"})
PAIRING = frozenset({"between", "among", "amongst"})  # "between A and B" needs both


def conjuncts(tree: Tree, first: int) -> tuple[int, ...]:
    """Return the heads of a coordination, the first included.

    >>> tree = Tree(words=("Ann", "and", "Bob"), tags=("NNP", "CC", "NNP"), pos=("PROPN", "CCONJ", "PROPN"),
    ...             deps=("ROOT", "cc", "conj"), lemmas=("Ann", "and", "Bob"), heads=(0, 0, 0), starts=(0, 4, 8),
    ...             sentences=((0, 3),), text="Ann and Bob")
    >>> conjuncts(tree, 0)
    (0, 2)
    """
    if tree.first(first, "conj") is None:
        return (first,)
    heads = [first]
    for head in heads:
        if not is_one_thing(tree, head):
            heads += [child for child in tree.children[head] if is_conjunct(tree, child, first)]
    return tuple(sorted(heads))


def is_conjunct(tree: Tree, child: int, first: int) -> bool:
    """Tell whether the token is coordinated with the first and is of its sort (a clause is not listed with nouns)."""
    if tree.deps[child] != "conj" or tree.lowers[child] in OPEN_ENDS:
        return False
    if tree.pos[child] == "ADP" and tree.pos[first] != "ADP":
        return False
    clausal = (
        tree.pos[child] in ("VERB", "AUX") and tree.first(child, "nsubj", "nsubjpass", "aux", "auxpass") is not None
    )
    return clausal == (tree.pos[first] in ("VERB", "AUX"))


def is_one_thing(tree: Tree, head: int) -> bool:
    """Tell whether the coordination names one thing or a pair that belongs together."""
    signs = {tree.lowers[child] for child in tree.having(head, "cc")}
    if signs and (not WHOLE.isdisjoint(signs) or (signs == {"and"} and is_one_person(tree, head))):
        return True
    if is_counted_together(tree, head) or _is_of_many(tree, head, signs):
        return True
    if tree.deps[head] != "pobj":
        return False
    governor = tree.heads[head]
    is_share = any(tree.lowers[c] in SHARES for c in tree.having(governor, "advmod"))
    return is_share or tree.lowers[governor] in PAIRING or _is_shared_out(tree, governor)


def _is_of_many(tree: Tree, head: int, signs: set[str]) -> bool:
    """Tell whether a list says who several are: in "the winners were Ann and Bob" they are both, and not either."""
    if tree.deps[head] != "attr" or tree.tags[head] not in ("NN", "NNP") or "or" in signs:
        return False
    subject = tree.first(tree.heads[head], "nsubj")
    return subject is not None and tree.tags[subject] == "NNS" and subject < head


def _is_model(word: str) -> bool:
    """Tell whether a number says which model it is: "B-52 bombers and Hawk radars" are no 52 of them."""
    return word[0].isalpha() and any(letter.isdigit() for letter in word)


def is_counted_together(tree: Tree, head: int) -> bool:
    """Tell whether a number is that of a whole list: "40 nurses, clerks and drivers" are no 40 nurses."""
    numbers = [k for k in tree.having(head, "nummod") if k < head and tree.lowers[k] not in SINGLE]
    if not numbers or tree.tags[head] != "NNS" or tree.tags[numbers[0]] != "CD" or _is_model(tree.words[numbers[0]]):
        return False
    others = list(tree.having(head, "conj"))
    for other in others:
        others += tree.having(other, "conj")
    bare = (k for k in others if tree.tags[k] == "NNS" and tree.first(k, *OWN, "appos") is None)
    return bool(others) and len(others) == sum(1 for _ in bare)


def _is_shared_out(tree: Tree, preposition: int) -> bool:
    """Tell whether an amount is that of all the places: in "400 workers struck in Oslo and Bergen" it is in no one."""
    subject = tree.first(tree.heads[preposition], "nsubj", "nsubjpass")
    numbers = () if subject is None else tree.having(subject, "nummod")
    is_number = any(tree.tags[k] == "CD" and tree.lowers[k] not in SINGLE for k in numbers)
    return is_number and tree.lowers[preposition] in SPREAD


def is_one_person(tree: Tree, head: int) -> bool:
    """Tell whether two offices are one person's, whose name follows: "the founder and chairman, Ann Lund,"."""
    other, name = tree.first(head, "conj"), tree.first(head, "appos")
    if other is None or name is None or not other < name or tree.tags[name] != "NNP":
        return False
    is_alone = tree.tags[head] == tree.tags[other] == "NN" and len(tree.having(head, "conj")) == 1
    is_joined = is_alone and tree.first(other, "det", "poss", "conj") is None and tree.first(name, "conj") is None
    is_office = tree.bases[other] in OFFICES or tree.first(other, "amod") is not None
    return is_joined and is_office and tree.bases[head] in OFFICES
