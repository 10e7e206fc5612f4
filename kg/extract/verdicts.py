"""What a sentence makes of what a noun says: "reports that … are false", "rejected claims that …"."""

from __future__ import annotations

from kg.extract import words_factuality as words
from kg.extract.clause_shapes import COMPLEMENTS, is_infinitive
from kg.extract.tense import finite_tense
from kg.extract.trees import Tree
from kg.extract.words_attribution import DIRECTING, PROMISING, SPEECH_NOUNS
from kg.model import Tense

SAYING_NOUNS = SPEECH_NOUNS | words.EVIDENCE_NOUNS | words.HYPOTHETICAL | words.CLAIM_NOUNS
JUDGING = frozenset({"deny", "rumour", "truth"})


def verdict(tree: Tree, noun: int) -> tuple[str, int | None] | None:
    """Return the signature that a judgement has for what the noun says, and the word that judges; or None.

    Without a word the judgement stands in the noun phrase itself ("false reports that").
    """
    if any(_signature(tree, m) in JUDGING for m in tree.having(noun, "amod")):
        return next(s for m in tree.having(noun, "amod") if (s := _signature(tree, m)) in JUDGING), None
    if _is_contrary(tree, noun):
        return "deny", None
    if (judge := judging_verb(tree, noun)) is not None:
        return ("deny" if tree.bases[judge] in words.REJECTING else "report"), judge
    if tree.deps[noun] not in ("nsubj", "nsubjpass"):
        return None
    head = tree.heads[noun]
    found = (s for c in (head, *tree.having(head, *COMPLEMENTS)) if (s := _signature(tree, c)) in JUDGING)
    signature = next(found, None)
    return None if signature is None else (signature, head)


def judging_verb(tree: Tree, noun: int) -> int | None:
    """Return the verb by which somebody rejects or confirms what the noun says: "dismissed claims that"."""
    verb = tree.heads[noun]
    is_object = tree.deps[noun] in ("dobj", "nsubjpass")
    return verb if is_object and tree.bases[verb] in words.REJECTING | words.CONFIRMING else None


def _signature(tree: Tree, i: int) -> str:
    lemma = tree.bases[i]
    return (words.NOUNS if tree.tags[i].startswith("NN") else words.ADJECTIVES).get(lemma, "")


def _is_contrary(tree: Tree, noun: int) -> bool:
    """Tell whether it is one of "contrary to reports that"."""
    to = tree.heads[noun]
    return tree.deps[noun] == "pobj" and to > 0 and tree.lowers[to - 1] == "contrary"


def is_scarce(tree: Tree, noun: int) -> bool:
    """Tell whether there is hardly any of it: "little evidence that"."""
    return any(tree.lowers[c] in words.FEW for c in tree.having(noun, "amod", "det"))


def is_false_report(tree: Tree, verb: int) -> bool:
    """Tell whether the words of saying say that it is not so: "was wrongly reported that", "falsely claimed"."""
    return any(tree.lowers[c] in words.FALSELY for c in tree.having(verb, "advmod"))


def is_only_unsaid(tree: Tree, i: int, head: int) -> bool:
    """Tell whether what is not said leaves open what is done: "cannot promise that it pays", "did not order it"."""
    return tree.bases[head] in (DIRECTING if is_infinitive(tree, i) else PROMISING)


def is_for_whoever(tree: Tree, i: int, head: int) -> bool:
    """Tell whether a rule is for whoever does so: "fines for firms that pollute", "firms that pollute must pay"."""
    above = tree.heads[head]
    if tree.tags[head] != "NNS" or tree.having(head, "det", "poss", "nummod"):
        return False
    around = tree.heads[above]
    ruled = (around, *tree.having(around, "dobj"))  # "doubles the fines for": the parser may ask the verb
    is_now = finite_tense(tree, i) is Tense.PRESENT and tree.tags[i] in ("VBP", "VB")
    is_dealt_with = tree.deps[head] == "pobj" and any(tree.bases[n] in words.RULE_NOUNS for n in ruled)
    is_bound = tree.deps[head] == "nsubj" and any(tree.lowers[a] in words.BINDING for a in tree.having(above, "aux"))
    return is_now and (is_dealt_with or is_bound)


def says_clause(tree: Tree, noun: int) -> bool:
    """Tell whether the noun can stand for what somebody says, thinks or knows, or for what may happen."""
    lemma = tree.bases[noun]
    is_known = lemma in words.NOUNS or tree.lowers[noun] in words.NOUNS
    return is_known or lemma in SAYING_NOUNS


def spelled_out(tree: Tree, clause: int, verb: int) -> int | None:
    """Return the noun that a clause behind "be" spells out: "her view is that prices fall", "the fear is that"."""
    noun = tree.first(verb, "nsubj") if tree.lemmas[verb] == "be" and tree.deps[clause] == "ccomp" else None
    if noun is None or not noun < verb < clause or tree.first(verb, *COMPLEMENTS) is not None:
        return None
    has_mark = any(tree.lowers[m] in ("that", "whether") for m in tree.having(clause, "mark"))
    return noun if has_mark and says_clause(tree, noun) else None
