"""Verb groups: the auxiliaries, negation, adverbs and particle that go with a verb, and its voice."""

from __future__ import annotations

from kg.extract.trees import Tree
from kg.extract.words import BE, INTRANSITIVE, LINKING_ADVERBS, WH
from kg.extract.words_factuality import VERB_PREPOSITIONS
from kg.extract.words_repairs import DONE_TO_CHILDREN

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
NEVER_WITHIN = WH | LINKING_ADVERBS
# Nobody does these to anything: "were kept apart and consisted of two rooms".
NEVER_DONE = frozenset("arrive belong consist depend die emerge exist happen occur remain result rise".split())
PRESENT_OR_BARE = frozenset({"is", "are", "be", "been", "being"})
REACH = 4  # words between a verb and its particle: "put the whole thing off"


def verb_group(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the words of a verb's own group.

    >>> tree = Tree(words=("was", "soon", "sold", "off"), tags=("VBD", "RB", "VBN", "RP"),
    ...             pos=("AUX", "ADV", "VERB", "ADP"), deps=("auxpass", "advmod", "ROOT", "prt"),
    ...             lemmas=("be", "soon", "sell", "off"), heads=(2, 2, 2, 2), starts=(0, 4, 9, 14),
    ...             sentences=((0, 4),), text="was soon sold off")
    >>> verb_group(tree, 2)
    (0, 1, 2, 3)
    """
    before = [c for c in tree.having(verb, "aux", "auxpass", "neg") if c < verb]
    if tree.words[verb - 1] == "-":  # "un-freeze"
        before += [c for c in tree.having(verb, "compound") if verb - 2 <= c]
    start = min(before, default=verb)
    beside = tree.having(verb, "advmod")
    adverbs = [c for c in beside if _is_within_group(tree, c, verb, start) and not tree.having(c, "npadvmod")]
    after = [c for c in tree.having(verb, "prt", "neg") if verb < c <= verb + REACH]
    after += [*_adverbs_of_be(tree, verb), *(c for c in beside if is_yet(tree, c))]
    around = [start - 1] if _opens_question(tree, start - 1, verb) else []
    around += [verb + 1] if _is_stranded(tree, verb + 1, verb) else []
    return tuple(sorted({*around, *before, *(w for a in adverbs for w in tree.subtree(a)), verb, *after}))


def _opens_question(tree: Tree, i: int, verb: int) -> bool:
    """Tell whether the word opens "whether to sell", "how to sell"."""
    if i < 0 or tree.heads[i] != verb or tree.deps[i] not in ("mark", "advmod"):
        return False
    return tree.lowers[i] == "whether" or (tree.tags[i] == "WRB" and tree.words[i + 1 : i + 2] == ("to",))


def is_yet(tree: Tree, i: int) -> bool:
    """Tell whether the adverb is that of "has yet to leave"."""
    return tree.lowers[i] == "yet" and tree.words[i + 1 : i + 2] == ("to",)


def gerund_doer(tree: Tree, gerund: int) -> int | None:
    """Return who is kept from a deed, or accused of it: "barred Ann from leaving", "accused Ann of lying"."""
    preposition = tree.heads[gerund]
    governor = tree.heads[preposition]
    pair = (tree.bases[governor], tree.lowers[preposition])
    if tree.deps[gerund] != "pcomp" or pair not in VERB_PREPOSITIONS or tree.first(governor, "auxpass") is not None:
        return None
    doer = tree.first(governor, "dobj")
    return doer if doer is not None and governor < doer < preposition else None


def _is_within_group(tree: Tree, adverb: int, verb: int, start: int) -> bool:
    if adverb > verb or tree.lowers[adverb] in NEVER_WITHIN:
        return False
    return adverb > start or all(
        tree.deps[i] in ("advmod", "neg") and tree.tags[i] in ("RB", "RBR", "RBS") for i in range(adverb, start)
    )


def _adverbs_of_be(tree: Tree, verb: int) -> list[int]:
    """Return the adverbs between "be" and what it says: "is now a hotel", "are there to help"."""
    adverbs: list[int] = []
    if tree.lowers[verb] in BE:
        last = max((c for c in tree.children[verb] if tree.deps[c] != "punct"), default=verb)
        for i in range(verb + 1, last):
            if tree.heads[i] != verb or tree.deps[i] != "advmod" or tree.children[i]:
                break
            if tree.lowers[i] not in LINKING_ADVERBS:
                adverbs.append(i)
    return adverbs


def _is_stranded(tree: Tree, preposition: int, verb: int) -> bool:
    """Tell whether the word is a preposition that has lost its object to the subject: "is referred to as"."""
    if tree.tags[verb] != "VBN" or preposition >= len(tree.words) or tree.children[preposition]:
        return False
    return tree.heads[preposition] == verb and tree.deps[preposition] == "prep"


def shared_group(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the verb group, with the auxiliaries that a conjunct shares: "was cut and (was) washed"."""
    own = verb_group(tree, verb)
    if tree.deps[verb] != "conj" or tree.first(verb, "aux", "auxpass", *SUBJECTS) is not None:
        return own
    first = tree.heads[verb]
    group = [w for w in shared_group(tree, first) if tree.heads[w] != verb]
    shared = [w for w in group if tree.deps[w] in ("aux", "auxpass")]
    if any(tree.tags[w] == "MD" for w in shared) and not any(tree.lowers[c] == "but" for c in tree.having(first, "cc")):
        shared = [w for w in group if tree.deps[w] in ("aux", "auxpass", "neg")]  # "can't sell it and keep the rent"
    return (*shared, *own) if shared and _can_share(tree, shared, first, verb) else own


def _can_share(tree: Tree, shared: list[int], first: int, verb: int) -> bool:
    if tree.lowers[first] == "born" and tree.bases[verb] not in DONE_TO_CHILDREN:
        return False  # "was born in Bergen and studied in Graz"
    if tree.bases[verb] in NEVER_DONE and any(tree.deps[w] == "auxpass" for w in shared):
        return False
    if tree.tags[verb] == tree.tags[first]:
        return True
    if not is_passive(tree, first) or tree.tags[verb] != "VBD":
        return False
    is_open = any(tree.lowers[w] in PRESENT_OR_BARE for w in shared) and tree.first(verb, "dobj", "ccomp") is None
    return is_open or _lacks_object(tree, verb)  # "had been held and admitted theft"


def _lacks_object(tree: Tree, verb: int) -> bool:
    """Tell whether a transitive verb goes without object: "was passed in May and (was) repealed in June"."""
    taken = tree.first(verb, "dobj", "xcomp", "ccomp", "acomp", "attr", "prt", "oprd")
    return taken is None and tree.bases[verb] not in INTRANSITIVE


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is a passive or a bare past participle."""
    if tree.first(verb, "auxpass", "nsubjpass") is not None:
        return True
    if tree.tags[verb] not in ("VBN", "VBD") or tree.first(verb, "aux", *SUBJECTS) is not None:
        return False
    if tree.deps[verb] == "conj":
        first = tree.heads[verb]
        shared = list(tree.having(first, "auxpass"))
        return is_passive(tree, first) and (not shared or _can_share(tree, shared, first, verb))
    return tree.tags[verb] == "VBN"


def is_to_infinitive(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is an infinitive with "to"."""
    return tree.tags[verb] == "VB" and any(tree.tags[c] == "TO" for c in tree.having(verb, "aux"))


def first_conjunct(tree: Tree, verb: int) -> int:
    """Return the verb that the chain of conjuncts begins with."""
    while tree.deps[verb] == "conj" and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    return verb
