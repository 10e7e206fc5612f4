"""When something holds, seen from the time of writing: tense, "going to", infinitives that lie ahead."""

from __future__ import annotations

from kg.extract import words_factuality as words
from kg.extract.clause_shapes import (
    AUXILIARIES,
    COMPLEMENTS,
    beside_infinitive,
    carrier,
    clause_above,
    is_being_done,
    is_condition,
    is_explained,
    is_infinitive,
    is_mandative,
    is_negative_phrase,
    is_result,
    is_said_beside,
    is_singled_out,
    is_too_much,
    is_verb,
    shares_auxiliaries,
)
from kg.extract.signatures import is_purpose, noun_before, prepositional_signature, signature_above
from kg.extract.signatures import signature as signature_of
from kg.extract.trees import Tree
from kg.extract.words_attribution import SAYING
from kg.model import Tense

PRESENT_TAGS = frozenset({"VBZ", "VBP"})
FINITE_TAGS = PRESENT_TAGS | {"VBD"}
DEPTH = 40  # a parse nested deeper than this is broken


def finite_tense(tree: Tree, verb: int) -> Tense | None:
    """Return the tense that the verb or its auxiliaries show, or None where it is not finite."""
    auxiliaries = tree.having(verb, *AUXILIARIES)
    lowered = [tree.lowers[a] for a in auxiliaries]
    if is_refusal(tree, verb) or ("could" in lowered and _was_unable(tree, verb)):
        return Tense.PAST
    if "MD" in [tree.tags[a] for a in auxiliaries] or not words.CONDITIONAL_MODALS.isdisjoint(lowered):
        is_now = any(tree.lowers[c] in words.BY_NOW for c in tree.having(verb, "advmod"))  # "may be at sea now"
        return Tense.PRESENT if is_now and _modal_tense(lowered) is Tense.FUTURE else _modal_tense(lowered)
    for auxiliary in auxiliaries:
        if tree.tags[auxiliary] == "TO":
            return None
        if tree.lemmas[auxiliary] == "have" and tree.tags[auxiliary] in FINITE_TAGS:
            return Tense.PAST
        if tree.tags[auxiliary] == "VBD":
            return Tense.PAST
        if tree.tags[auxiliary] in PRESENT_TAGS:
            return _present_or_planned(tree, verb)
    if tree.tags[verb] == "VBD" or _is_past_of_one(tree, verb):
        return Tense.PAST
    is_present = tree.tags[verb] in PRESENT_TAGS or _is_bare(tree, verb)
    return _present_or_planned(tree, verb) if is_present else None


def _is_past_of_one(tree: Tree, verb: int) -> bool:
    """Tell whether a verb without an ending is a past tense: "the bank cut rates" cannot be said of one bank now."""
    if tree.lowers[verb] not in words.UNCHANGED or not (tree.tags[verb] == "VBP" or _is_bare(tree, verb)):
        return False
    subject = tree.first(verb, "nsubj")
    if subject is None or tree.first(subject, "conj") is not None:
        return False
    return tree.tags[subject] in ("NN", "NNP") or tree.words[subject].isupper()


def _is_bare(tree: Tree, verb: int) -> bool:
    """Tell whether a main verb with a subject before it is read as an infinitive: "they no longer speak"."""
    subject = tree.first(verb, "nsubj")
    is_main = tree.tags[verb] == "VB" and tree.deps[verb] == "ROOT" and tree.first(verb, *AUXILIARIES) is None
    return is_main and subject is not None and subject < verb


def is_refusal(tree: Tree, verb: int) -> bool:
    """Tell whether somebody kept something to themselves: "he would not say where it is" is told of the past."""
    if tree.tags[verb] != "VB" or tree.bases[verb] not in words.REFUSED_TO_SAY:
        return False
    auxiliaries = tree.having(verb, "aux")
    is_modal = len(auxiliaries) == 1 and tree.lowers[auxiliaries[0]] in words.CONDITIONAL_MODALS
    subject = tree.first(verb, "nsubj")
    is_nobody = subject is not None and is_negative_phrase(tree, subject)
    return is_modal and (is_nobody or any(a < verb for a in tree.having(verb, "neg")))


def _was_unable(tree: Tree, verb: int) -> bool:
    """Tell whether somebody could not, then: "could not find it", but "could not leave until May", "if it rained"."""
    subject = tree.first(verb, "nsubj", "nsubjpass")
    is_nobody = subject is not None and is_negative_phrase(tree, subject)
    is_denied = is_nobody or any(a < verb for a in tree.having(verb, "neg"))
    if not is_denied or len(tree.having(verb, "aux")) > 1:
        return False
    circumstances = tree.having(verb, "prep", "advcl")
    is_ahead = any(tree.lowers[c] in words.LOOKING_AHEAD or is_condition(tree, c) for c in circumstances)
    return not is_ahead


def _modal_tense(auxiliaries: list[str]) -> Tense:
    """Return the tense of a verb with a modal: "may have left" is past, "can leave" holds now, the rest lies ahead."""
    if "have" in auxiliaries or "'ve" in auxiliaries or "’ve" in auxiliaries:
        will_have = any(word in words.FUTURE_MODALS for word in auxiliaries)
        return Tense.FUTURE if will_have else Tense.PAST
    return Tense.PRESENT if "can" in auxiliaries or "ca" in auxiliaries else Tense.FUTURE


def _present_or_planned(tree: Tree, verb: int) -> Tense:
    """Tell "is arriving" from "is arriving tomorrow" and "opens next week"."""
    return Tense.FUTURE if any(_is_future_word(tree, c) for c in tree.children[verb]) else Tense.PRESENT


def _is_future_word(tree: Tree, i: int) -> bool:
    if tree.deps[i] == "advmod":
        return tree.lowers[i] in words.FUTURE_WORDS
    if tree.deps[i] == "prep":
        return any(_is_future_word(tree, c) for c in tree.having(i, "pobj"))
    in_time = tree.deps[i] in ("npadvmod", "pobj", "tmod")
    return in_time and any(tree.lowers[w] in words.FUTURE_WORDS for w in (*tree.having(i, "amod"), i))


def tense_of(tree: Tree, i: int, depth: int = 0) -> Tense:
    """Return when what the token stands for holds."""
    i = carrier(tree, i)
    if depth > DEPTH:
        return Tense.NONE
    if not is_verb(tree, i):
        return _noun_tense(tree, i, depth)
    own, head = finite_tense(tree, i), tree.heads[i]
    if own is Tense.PRESENT and is_mandative(tree, i):
        return Tense.FUTURE
    if own is not None:
        return Tense.FUTURE if tree.deps[i] == "advcl" and _waits(tree, i, head) else own
    if head == i:
        return _headline_tense(tree, i)
    if tree.deps[i] == "conj" and tree.lowers[i] == "have" and tree.tags[head] == "VBD":
        return Tense.PRESENT  # "moved to Riga in 2003 and have two sons": misread by the tagger
    if tree.deps[i] == "conj" and shares_auxiliaries(tree, i):
        return tense_of(tree, head, depth + 1)
    return _governed_tense(tree, i, head, depth)


def _waits(tree: Tree, i: int, head: int) -> bool:
    """Tell whether an adverbial clause looks ahead, whatever its own tense: "will leave if it rains"."""
    marks = [m for m in tree.having(i, "mark") if tree.lowers[m] in words.CONDITIONS]
    has_condition = any(tree.lowers[m - 1] != "as" for m in marks)  # "play as if it was a game" lies not ahead
    if has_condition and is_past_perfect(tree, i):  # "if it had rained, we would have left"
        return False
    return is_pending(tree, i, head) or (has_condition and tense_of(tree, head) is Tense.FUTURE)


def is_past_perfect(tree: Tree, verb: int) -> bool:
    """Tell whether a verb is one of "had left"."""
    return any(tree.lowers[a] in ("had", "'d", "’d") and tree.tags[a] == "VBD" for a in tree.having(verb, "aux"))


def _headline_tense(tree: Tree, i: int) -> Tense:
    """Return the tense of a verb at the top that is not finite: "Firm to sell plant", "Plant sold"."""
    if tree.tags[i] == "VB" or is_infinitive(tree, i):
        return Tense.FUTURE
    return Tense.PAST if tree.tags[i] == "VBN" else Tense.PRESENT


def _governed_tense(tree: Tree, i: int, head: int, depth: int) -> Tense:
    """Return the tense of an infinitive or a participle."""
    if is_infinitive(tree, i):
        return _infinitive_tense(tree, i, head, depth)
    if is_mandative(tree, i):
        return Tense.FUTURE
    if is_said_beside(tree, i) or is_beside_all(tree, i):
        first = head if is_said_beside(tree, i) else tree.heads[head]
        return tense_of(tree, beside_infinitive(tree, first), depth + 1)
    if _is_standing(tree, i, head) or is_explained(tree, head, i):
        return Tense.PRESENT
    if tree.deps[i] == "acl" and tree.lowers[i] in words.AIMED and tree.first(i, "agent") is None:
        return _aimed_tense(tree, head, depth)
    if _is_done(tree, i, head, depth):
        return Tense.PAST
    if tree.deps[i] == "pcomp":
        signature, head = prepositional_signature(tree, tree.heads[head], head), tree.heads[head]
    elif tree.deps[i] in ("acl", "relcl"):
        signature, above = signature_above(tree, head), clause_above(tree, head)
        if (
            signature not in words.PROSPECTIVE
            and above is not None
            and tense_of(tree, above, depth + 1) is Tense.FUTURE
        ):
            return Tense.PRESENT  # "firms seeking to enter will pay"
        head = head if above is None else above
    else:
        is_governed = tree.deps[i] == "xcomp" or (tree.deps[i] == "ccomp" and tree.tags[i] == "VBN")
        signature = signature_of(tree, head, i) if is_governed else None  # "want the tower demolished"
    if signature in words.PROSPECTIVE and not (is_verb(tree, head) and _was_once_meant(tree, head)):
        return Tense.FUTURE
    governing = tense_of(tree, head, depth + 1)
    if signature == "accuse" and governing is not Tense.PAST:  # "accuses them of lying": whether they do or did
        return Tense.NONE
    return governing


def _is_done(tree: Tree, i: int, head: int, depth: int) -> bool:
    """Tell whether a participle tells of the past by its form or its place: "accused of having lied", "after lying"."""
    if any(tree.lowers[a] == "having" for a in tree.having(i, "aux")):
        return True
    if is_being_done(tree, i):
        return False
    if tree.tags[i] == "VBN" and (tree.deps[i] in ("acl", "relcl") or _is_absolute(tree, i, head, depth)):
        return True
    return tree.deps[i] == "pcomp" and tree.lowers[head] in words.DONE_PREPOSITIONS


def _is_absolute(tree: Tree, i: int, head: int, depth: int) -> bool:
    """Tell whether a participle with a subject tells what was done before: "has 900, many of them taken in the war"."""
    is_set_beside = tree.deps[i] == "advcl" and tree.first(i, "nsubj", "nsubjpass") is not None
    is_bare = tree.first(i, "mark", *AUXILIARIES) is None and tree.lowers[i] not in words.STANDING
    return is_set_beside and is_bare and tense_of(tree, head, depth + 1) is Tense.PRESENT


def is_beside_all(tree: Tree, i: int) -> bool:
    """Tell whether a clause behind a comma and "with" goes with all of it: "voted to keep her, with two abstaining"."""
    lead = tree.heads[i]
    is_with = tree.lowers[lead] == "with" and lead > 0 and tree.words[lead - 1] == ","
    return is_with and tree.first(i, "nsubj", "nsubjpass") is not None


def _is_standing(tree: Tree, i: int, noun: int) -> bool:
    """Tell whether a participle behind its noun says how things stand: "a firm based in Lund", "then based in"."""
    if tree.deps[i] != "acl" or tree.lowers[i] not in words.STANDING or tree.having(i, *AUXILIARIES):
        return False
    around = (*tree.having(i, "advmod", "prep"), *tree.having(noun, "amod", "advmod"))
    return not any(tree.lowers[w] in words.NO_LONGER for w in around)


def _aimed_tense(tree: Tree, noun: int, depth: int) -> Tense:
    """Return when something aims at something: once it is there, where it is first named as yet to be made."""
    verb = clause_above(tree, noun)
    around = Tense.PRESENT if verb is None else tense_of(tree, verb, depth + 1)
    if verb is None or around is not Tense.FUTURE:
        return around
    determiner = tree.first(noun, "det", "poss")
    is_new = determiner is None or tree.lowers[determiner] in ("a", "an")
    is_ended = words.VERBS.get(tree.bases[verb]) in ("ban", "fail", "refuse")
    return Tense.FUTURE if is_new and not is_ended and tree.deps[noun] in ("dobj", "pobj") else Tense.PRESENT


def _infinitive_tense(tree: Tree, i: int, head: int, depth: int) -> Tense:
    if any(tree.lemmas[c] == "have" for c in tree.having(i, "aux")):
        return Tense.PAST
    if is_condition(tree, head):  # "were the tax to pass"
        return Tense.FUTURE
    signature = signature_of(tree, head, i)
    if was_expected(tree, head, i) or _was_once_meant(tree, head):
        return Tense.PAST
    if (
        tree.bases[head] in words.TRYING
        or is_too_much(tree, head, i)
        or (signature == "allow" and _is_settled(tree, head, i))
    ):
        return tense_of(tree, head, depth + 1)
    if signature is None and not is_verb(tree, head):
        return tense_of(tree, head, depth + 1) if is_singled_out(tree, head) else Tense.FUTURE
    is_adverbial = tree.deps[i] == "advcl"
    came_true = signature in ("transmit", "fail", "refuse") and not (is_adverbial and is_purpose(tree, head, i))
    came_true = came_true or is_result(tree, head, i)
    is_ahead = tree.deps[i] in ("advcl", "acl", "relcl") and not came_true and not is_singled_out(tree, head)
    is_prospective = signature in words.PROSPECTIVE and not came_true
    return Tense.FUTURE if is_ahead or is_prospective else tense_of(tree, head, depth + 1)


def was_expected(tree: Tree, head: int, i: int) -> bool:
    """Tell whether something was once to happen, and whether it did is left open: "was due to land"."""
    verb = carrier(tree, head)
    if not is_infinitive(tree, i) or not is_verb(tree, verb) or finite_tense(tree, verb) is not Tense.PAST:
        return False
    if _is_said_then(tree, verb):  # "said the toll was likely to rise": that lies ahead of who says so
        return False
    is_passive = tree.lemmas[verb] == "be" or tree.first(verb, "auxpass") is not None
    return is_passive and (signature_of(tree, head, i) == "expect" or is_be_to(tree, head, i))


def has_gone_on(tree: Tree, i: int, above: int | None) -> bool:
    """Tell whether what came next came: "worked in Lund before joining Acme", not "left before reaching a deal"."""
    if above is None or finite_tense(tree, above) is not Tense.PAST:
        return False
    return tree.bases[above] not in words.BREAKING_OFF and tree.bases[i] not in words.ACHIEVING


def _is_said_then(tree: Tree, verb: int) -> bool:
    """Tell whether a past tense is only that of who says so: "said that it was due to land"."""
    while tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    said = tree.heads[verb]
    return tree.deps[verb] == "ccomp" and tree.bases[said] in SAYING and finite_tense(tree, said) is Tense.PAST


def _was_once_meant(tree: Tree, head: int) -> bool:
    """Tell whether something was meant to be once: "had planned to leave"."""
    if not is_verb(tree, head) or tree.bases[head] not in words.MEANING_TO:
        return False
    if is_past_perfect(tree, head):
        return True
    is_never = any(tree.lowers[c] == "never" for c in tree.having(head, "neg", "advmod"))
    is_over = tree.tags[head] == "VBD" and tree.bases[head] in words.EXPECTING and not _is_said_then(tree, head)
    return is_over or (is_never and tree.tags[head] in ("VBD", "VBN"))


def _is_settled(tree: Tree, head: int, i: int) -> bool:
    """Tell whether what was allowed has come or not: "have let them borrow four times since 2019", "did not let"."""
    if tree.first(head, "neg") is not None or finite_tense(tree, head) is Tense.PRESENT:  # "the law lets them stay"
        return True
    is_since = any(tree.lowers[c] == "since" for c in tree.having(i, "prep"))
    return is_since or any(tree.lowers[c] == "times" for c in tree.having(i, "npadvmod"))


def is_be_to(tree: Tree, head: int, i: int) -> bool:
    """Tell whether the infinitive is that of "is to leave"."""
    return tree.lemmas[head] == "be" and tree.deps[i] == "xcomp" and tree.first(head, *COMPLEMENTS) is None


def _noun_tense(tree: Tree, i: int, depth: int) -> Tense:
    dep, head = tree.deps[i], tree.heads[i]
    modifiers = {tree.lowers[m] for m in tree.having(i, "amod", "compound")}
    if modifiers & words.FUTURE_MODIFIERS:
        return Tense.FUTURE
    signature = signature_above(tree, i)
    if signature in words.PROSPECTIVE:
        return Tense.FUTURE
    if dep == "pobj":
        head = noun_before(tree, head, tree.heads[head])
    elif dep == "nsubj" and tree.bases[head] in words.STARTING:
        return tense_of(tree, head, depth + 1)
    elif dep not in ("dobj", "nsubjpass", "compound"):
        return Tense.NONE
    if dep == "pobj" and signature is None:
        return Tense.NONE
    governing = tense_of(tree, head, depth + 1) if is_verb(tree, head) or signature else Tense.NONE
    return governing if signature == "transmit" or governing is Tense.FUTURE else Tense.NONE


def is_pending(tree: Tree, i: int, head: int) -> bool:
    """Tell whether the clause waits on a main clause that lies ahead: "will leave when it arrives"."""
    marks = {tree.lowers[m] for m in tree.having(i, "mark", "advmod", "prep")}
    own = finite_tense(tree, i)
    if marks & {"until", "till"}:  # "let her stay until her case is heard"
        return own is Tense.PRESENT or tense_of(tree, head) in (Tense.FUTURE, Tense.PRESENT)
    if marks & {"as", "while"} and _goes_by_itself(tree, i, head, own):
        return False
    return bool(marks & words.ACCOMPANYING) and tense_of(tree, head) is Tense.FUTURE


def _goes_by_itself(tree: Tree, i: int, head: int, own: Tense | None) -> bool:
    """Tell whether a clause with "as" or "while" waits on nothing: "told them to leave as the storm drew near"."""
    is_apart = own is Tense.PRESENT and tree.words[tree.left[i] - 1] == ","  # "agreed to buy it, as costs rise"
    return own is Tense.FUTURE or (is_infinitive(tree, head) and (own is Tense.PAST or is_apart))
