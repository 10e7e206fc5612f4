"""Which signature a governing word has for what depends on it."""

from __future__ import annotations

from kg.extract import words_factuality as words
from kg.extract.clause_shapes import AUXILIARIES, COMPLEMENTS, SUBJECTS, clause_above, is_infinitive, is_verb
from kg.extract.trees import Tree
from kg.extract.words_attribution import SAYING

TAKE_INFINITIVES = frozenset(
    "transmit fail refuse allow plan want consider ban future believe expect delay doubt appear".split()
)
TAKE_GERUNDS = frozenset("fail refuse exclude delay consider ban want plan allow deny".split())
ONLY_WITHOUT_OBJECT = frozenset("transmit fail refuse delay".split())  # "withdrew troops to avoid" is a purpose


def signature(tree: Tree, head: int, i: int) -> str | None:
    """Return the signature of a governor for its clause or its object."""
    if is_verb(tree, head):
        for adjective in tree.having(head, *COMPLEMENTS):
            if found := words.ADJECTIVES.get(tree.bases[adjective]):
                return found
        return verb_signature(tree, head, i)
    if tree.tags[head].startswith("JJ") or tree.tags[head] in ("VBN", "RB"):
        return words.ADJECTIVES.get(tree.bases[head])
    return noun_signature(tree, head)


def is_purpose(tree: Tree, head: int, i: int) -> bool:
    """Tell whether an adverbial infinitive says what for, and is not the verb's own complement badly attached."""
    found = signature(tree, head, i) if tree.tags[head][:2] in ("VB", "JJ") else None
    has_object = found in ONLY_WITHOUT_OBJECT and tree.first(head, "dobj") is not None
    return i < head or found not in TAKE_INFINITIVES or has_object


def object_of_infinitive(tree: Tree, head: int, i: int) -> int | None:
    """Return the object right before an infinitive that the parser hung on the verb: "vetoed the bill to fund it"."""
    noun = tree.first(head, "dobj") if is_verb(tree, head) else None
    if noun is None or tree.right[noun] != tree.left[i] - 1:
        return None
    return noun if noun_signature(tree, noun) is not None else None


def is_gerund_complement(tree: Tree, head: int, i: int) -> bool:
    """Tell whether a participle right after its verb is what the verb takes: "ruled out sending", "stopped making"."""
    before = max([head, *tree.having(head, "prt")])
    return tree.tags[i] == "VBG" and tree.left[i] == before + 1 and signature(tree, head, i) in TAKE_GERUNDS


def prepositional_signature(tree: Tree, governor: int, preposition: int) -> str | None:
    """Return the signature of a governor for what follows its preposition: "ban … from", "hope of", "afraid of"."""
    if is_verb(tree, governor):
        return verb_signature(tree, governor, preposition)
    if (tree.bases[governor], tree.lowers[preposition]) in words.NEAR:
        return _near(tree, governor)
    if tree.tags[governor].startswith("NN") and tree.lowers[preposition] in words.NOUN_PREPOSITIONS:
        return noun_signature(tree, governor)
    lemma, word = tree.bases[governor], tree.lowers[preposition]
    if word not in words.ADJECTIVE_PREPOSITIONS:
        return words.ADJECTIVE_PAIRS.get((lemma, word))
    return words.ADJECTIVES.get(lemma)


def _near(tree: Tree, close: int) -> str:
    """Return what "close to" says: "came close to buying" has not bought, "is close to buying" is expected to."""
    verb = clause_above(tree, close)
    is_over = verb is not None and tree.tags[verb] in ("VBD", "VBN")
    return "near" if is_over and tree.lemmas[verb or 0] != "be" else "expect"


def signature_above(tree: Tree, i: int) -> str | None:
    """Return the signature of what governs a noun."""
    head = tree.heads[i]
    if tree.deps[i] == "pobj" and tree.heads[head] != head:
        governor = noun_before(tree, head, tree.heads[head])
        return "consider" if is_in_the_event(tree, governor) else prepositional_signature(tree, governor, head)
    return signature(tree, head, i) if tree.deps[i] in ("dobj", "nsubjpass", "compound") else None


def verb_signature(tree: Tree, verb: int, complement: int) -> str | None:
    """Return the signature of a verb for one of its complements, by particle and preposition where they matter."""
    lemma = tree.bases[verb]
    if tree.deps[complement] in ("prep", "agent"):
        word = "out-of" if is_out_of(tree, complement) else tree.lowers[complement]
        is_particle = tree.first(complement, "pcomp") is not None  # "ruled out sending": the parser's preposition
        particle = words.VERBS.get(f"{lemma}_{word}") if is_particle else None
        return particle or words.VERB_PREPOSITIONS.get((lemma, word))
    for particle_word in tree.having(verb, "prt"):
        if found := words.VERBS.get(f"{lemma}_{tree.lowers[particle_word]}"):
            return found
    if (told := words.HEARSAY.get(lemma)) and _is_told_by_nobody(tree, verb, complement):
        return told
    if (special := _special_signature(tree, verb, complement, lemma)) is not None:
        return special
    is_unknown_infinitive = lemma not in words.VERBS and tree.deps[complement] in ("xcomp", "ccomp")
    if is_unknown_infinitive and is_infinitive(tree, complement):
        return "plan"
    return words.VERBS.get(lemma) or ("report" if lemma in SAYING else None)


def _is_told_by_nobody(tree: Tree, verb: int, complement: int) -> bool:
    """Tell whether nobody in particular says it: "is said to", "it is reported that"."""
    is_passive = tree.first(verb, "auxpass") is not None and tree.first(verb, "agent") is None
    subject = tree.first(verb, "nsubjpass", "nsubj", "expl")
    is_impersonal = subject is not None and tree.lowers[subject] == "it"
    is_raised = tree.deps[complement] == "xcomp" and is_infinitive(tree, complement)
    return is_passive and (is_raised or (is_impersonal and tree.deps[complement] == "ccomp"))


def _special_signature(tree: Tree, verb: int, complement: int, lemma: str) -> str | None:
    """Return the signature of auxiliary-like verbs: "going to", "have to", "is to", "used to"."""
    if tree.deps[complement] == "dobj":
        return words.NOUN_OBJECTS.get(lemma)
    if tree.tags[complement] == "VBG" and tree.first(complement, *AUXILIARIES, *SUBJECTS) is None:
        return words.GERUND_VERBS.get(lemma)
    if not is_infinitive(tree, complement) or tree.deps[complement] not in ("xcomp", "ccomp", "advcl"):
        return None
    if (waited := words.VERB_PREPOSITIONS.get((lemma, "for"))) and _opens_with_for(tree, complement):
        return waited
    if lemma == "go" and tree.tags[verb] == "VBG":
        return "future"
    if lemma in ("have", "be") and _has_yet(tree, complement):
        return "refuse"
    if lemma == "have" and tree.deps[complement] in ("xcomp", "ccomp"):
        return "transmit" if tree.tags[verb] in ("VBD", "VBN") else "plan"
    if lemma == "be":
        return "plan"
    if lemma == "consider":  # "is considered to be"
        return "believe"
    if lemma == "work" and tree.having(verb, "prep"):
        return "purpose"  # "who work in Lviv to repair" are there for it; "work to repair" is to try
    return "transmit" if lemma == "use" and tree.tags[verb] == "VBD" else words.VERBS.get(f"{lemma}_to")


def _opens_with_for(tree: Tree, infinitive: int) -> bool:
    """Tell whether it is one of "wait for the state to act"."""
    return any(tree.lowers[c] == "for" for c in tree.having(infinitive, "mark"))


def _has_yet(tree: Tree, infinitive: int) -> bool:
    """Tell whether it is one of "has yet to": so far it has not."""
    marks = [c for c in tree.children[infinitive] if tree.tags[c] == "TO"]
    return any(to > 0 and tree.lowers[to - 1] == "yet" for to in marks)


def is_out_of(tree: Tree, of: int) -> bool:
    """Tell whether the preposition is the second one of "talked her out of leaving"."""
    return tree.lowers[of] == "of" and tree.deps[tree.heads[of]] == "prep" and tree.lowers[of - 1] == "out"


def noun_signature(tree: Tree, noun: int) -> str | None:
    """Return the signature of a noun for its clause or its "of" phrase; "in order to" says what for."""
    if tree.lowers[noun] == "order" and noun > 0 and tree.lowers[noun - 1] == "in":
        return "purpose"
    return words.NOUNS.get(tree.lowers[noun]) or words.NOUNS.get(tree.bases[noun])


def is_in_the_event(tree: Tree, noun: int) -> bool:
    """Tell whether the noun is that of "in the event (of)", "in case (of)"."""
    is_event = tree.bases[noun] in words.EVENTUALITIES
    return is_event and tree.deps[noun] == "pobj" and tree.lowers[tree.heads[noun]] == "in"


def noun_before(tree: Tree, preposition: int, governor: int) -> int:
    """Return the governor, or the object that stands right before the preposition and governs such phrases.

    The parser often hangs "on exports" on the verb in "lifted the ban on exports".
    """
    if not is_verb(tree, governor):
        return governor
    noun = tree.first(governor, "dobj", "nsubjpass")
    is_right_before = noun is not None and tree.right[noun] == preposition - 1
    return noun if noun is not None and is_right_before and noun_signature(tree, noun) else governor
