"""Which signature a governing word has for what depends on it."""

from __future__ import annotations

from kg.extract import words_factuality as words
from kg.extract.clause_shapes import COMPLEMENTS, is_infinitive, is_verb
from kg.extract.trees import Tree


def signature(tree: Tree, head: int, i: int) -> str | None:
    """Return the signature of a governor for its clause or its object."""
    if is_verb(tree, head):
        for adjective in tree.having(head, *COMPLEMENTS):
            if found := words.ADJECTIVES.get(tree.lemmas[adjective].lower()):
                return found
        return verb_signature(tree, head, i)
    if tree.tags[head].startswith("JJ") or tree.tags[head] in ("VBN", "RB"):
        return words.ADJECTIVES.get(tree.lemmas[head].lower())
    return noun_signature(tree, head)


def prepositional_signature(tree: Tree, governor: int, preposition: int) -> str | None:
    """Return the signature of a governor for what follows its preposition: "ban … from", "hope of", "afraid of"."""
    if is_verb(tree, governor):
        return verb_signature(tree, governor, preposition)
    if tree.tags[governor].startswith("NN") and tree.words[preposition].lower() in words.NOUN_PREPOSITIONS:
        return noun_signature(tree, governor)
    if tree.words[preposition].lower() not in words.ADJECTIVE_PREPOSITIONS:
        return None
    return words.ADJECTIVES.get(tree.lemmas[governor].lower())


def signature_above(tree: Tree, i: int) -> str | None:
    """Return the signature of what governs a noun."""
    head = tree.heads[i]
    if tree.deps[i] == "pobj" and tree.heads[head] != head:
        governor = noun_before(tree, head, tree.heads[head])
        return "consider" if is_in_the_event(tree, governor) else prepositional_signature(tree, governor, head)
    return signature(tree, head, i) if tree.deps[i] in ("dobj", "nsubjpass", "compound") else None


def verb_signature(tree: Tree, verb: int, complement: int) -> str | None:
    """Return the signature of a verb for one of its complements, by particle and preposition where they matter."""
    lemma = tree.lemmas[verb].lower()
    if tree.deps[complement] in ("prep", "agent"):
        return words.VERB_PREPOSITIONS.get((lemma, tree.words[complement].lower()))
    for particle in tree.having(verb, "prt"):
        if found := words.VERBS.get(f"{lemma}_{tree.words[particle].lower()}"):
            return found
    if (special := _special_signature(tree, verb, complement, lemma)) is not None:
        return special
    return words.VERBS.get(lemma)


def _special_signature(tree: Tree, verb: int, complement: int, lemma: str) -> str | None:
    """Return the signature of auxiliary-like verbs: "going to", "have to", "is to", "used to"."""
    if tree.deps[complement] == "dobj":
        return words.NOUN_OBJECTS.get(lemma)
    if not is_infinitive(tree, complement) or tree.deps[complement] not in ("xcomp", "ccomp", "advcl"):
        return None
    if lemma == "go" and tree.tags[verb] == "VBG":
        return "future"
    if lemma == "have" and tree.deps[complement] in ("xcomp", "ccomp"):
        return "transmit" if tree.tags[verb] in ("VBD", "VBN") else "plan"
    if lemma == "be":
        return "plan"
    if lemma == "work" and tree.having(verb, "prep"):
        return "purpose"  # "who work in Lviv to repair" are there for it; "work to repair" is to try
    return "transmit" if lemma == "use" and tree.tags[verb] == "VBD" else words.VERBS.get(f"{lemma}_to")


def noun_signature(tree: Tree, noun: int) -> str | None:
    """Return the signature of a noun for its clause or its "of" phrase."""
    return words.NOUNS.get(tree.lemmas[noun].lower())


def is_in_the_event(tree: Tree, noun: int) -> bool:
    """Tell whether the noun is that of "in the event (of)", "in case (of)"."""
    is_event = tree.lemmas[noun].lower() in words.EVENTUALITIES
    return is_event and tree.deps[noun] == "pobj" and tree.words[tree.heads[noun]].lower() == "in"


def noun_before(tree: Tree, preposition: int, governor: int) -> int:
    """Return the governor, or the object that stands right before the preposition and governs such phrases.

    The parser often hangs "on exports" on the verb in "lifted the ban on exports".
    """
    if not is_verb(tree, governor):
        return governor
    noun = tree.first(governor, "dobj", "nsubjpass")
    is_right_before = noun is not None and tree.right[noun] == preposition - 1
    return noun if noun is not None and is_right_before and noun_signature(tree, noun) else governor
