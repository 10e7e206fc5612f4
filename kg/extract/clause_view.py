"""What a clause says of its own truth, by its own words: negation, modals, adverbs, conditions, questions."""

from __future__ import annotations

from kg.extract import words_factuality as words
from kg.extract.clause_shapes import (
    AUXILIARIES,
    SUBJECTS,
    clause_above,
    is_condition,
    is_infinitive,
    is_negative_phrase,
    is_proviso,
    is_verb,
)
from kg.extract.embedding import AFFIRMED, DENIED, OPEN, POSSIBLE, PROBABLE, View, view_from
from kg.extract.quotes import quote_at
from kg.extract.signatures import is_in_the_event
from kg.extract.tense import finite_tense, is_refusal, tense_of
from kg.extract.trees import Tree
from kg.extract.words import SAYING
from kg.model import Tense

PROVISO_DEPS = ("advcl", "advmod", "prep", "acomp", "oprd", "dep", "npadvmod", "ccomp", "xcomp")
CONDITION_DEPS = ("advcl", "prep", *SUBJECTS)
COMPARATIVES = ("JJR", "RBR")
NEGATABLE = ("nsubj", "nsubjpass", "dobj", "attr", "npadvmod")
MAY_DENY = frozenset({"neg", "advmod", "preconj", "cc", "prep", "agent", "dative", *NEGATABLE})
WITH_NOBODY = ("prep", "agent", "dative")


def local_view(tree: Tree, i: int) -> View:
    """Return what the words of the clause (or noun phrase) headed by the token say of its truth."""
    if not is_verb(tree, i):
        return _noun_view(tree, i)
    if is_question(tree, i):
        return OPEN
    certainty = _certainty_view(tree, i)
    return certainty.within(DENIED) if is_negated(tree, i) else certainty


# ------------------------------------------------------------------------------------------------ negation


def is_negated(tree: Tree, i: int) -> bool:
    """Tell whether the clause is denied by its own words; two denials in it count as one."""
    auxiliaries = [a for a in tree.having(i, *AUXILIARIES) if tree.children[a]]
    words_of_it = (*tree.children[i], *(c for a in auxiliaries for c in tree.having(a, "neg", "cc", "advmod")))
    return any(tree.deps[child] in MAY_DENY and _denies(tree, i, child) for child in words_of_it)


def _denies(tree: Tree, i: int, child: int) -> bool:
    word, dep = tree.lowers[child], tree.deps[child]
    if dep == "neg" or (dep in ("advmod", "preconj", "cc") and word in words.NEGATIVE_ADVERBS and child < i):
        return not _is_not_only(tree, child)
    if dep == "advmod":
        is_hardly_ever = any(tree.lowers[c] in words.NEGATIVE_ADVERBS for c in tree.having(child, "advmod"))
        return _is_no_longer(tree, child) or (word in words.ALMOST and child == i - 1) or is_hardly_ever
    if dep in NEGATABLE:
        return is_negative_phrase(tree, child)
    if dep in WITH_NOBODY:
        is_whole = dep == "prep" and any(_is_negative_circumstance(tree, n) for n in tree.having(child, "pobj"))
        return is_whole or _is_with_nobody(tree, child)
    return False


def _is_with_nobody(tree: Tree, child: int) -> bool:
    """Tell whether it happens to or with nobody: "belongs to nobody", "was seen by no one"."""
    if tree.lowers[child] in words.EXCEPT:
        return False
    nouns = (child, *tree.having(child, "pobj"))
    return any(tree.lowers[n] in words.NOBODY and is_negative_phrase(tree, n) for n in nouns)


def _is_not_only(tree: Tree, i: int) -> bool:
    """Tell whether the "not" belongs to "not only", which affirms."""
    return i + 1 < len(tree.words) and tree.lowers[i + 1] in words.NOT_ONLY


def _is_no_longer(tree: Tree, i: int) -> bool:
    return tree.lowers[i] in ("longer", "more") and any(tree.lowers[c] == "no" for c in tree.children[i])


def _is_negative_circumstance(tree: Tree, noun: int) -> bool:
    """Tell whether the phrase denies the whole clause: "under no circumstances", "at no time"."""
    return tree.bases[noun] in words.NEGATIVE_PHRASES and is_negative_phrase(tree, noun)


# ------------------------------------------------------------------------------------------------ certainty


def _certainty_view(tree: Tree, i: int) -> View:
    is_seeming = tree.bases[i] in words.SEEMING and tree.first(i, "acomp", "oprd") is not None
    view = PROBABLE if is_seeming else AFFIRMED
    for child in tree.children[i]:
        if (found := _hedge(tree, i, child)) is not None:
            view = found.within(view)
    if is_infinitive(tree, i) and tree.deps[i] == "xcomp" and _has_proviso(tree, tree.heads[i]):
        return POSSIBLE.within(view)  # "is expected to close, subject to a vote"
    return POSSIBLE.within(view) if is_imperative(tree, i) else view


def _hedge(tree: Tree, i: int, child: int) -> View | None:
    word, dep = tree.lowers[child], tree.deps[child]
    if dep in AUXILIARIES:
        return _modal_view(tree, i, word)
    if dep in PROVISO_DEPS and is_proviso(tree, child) and _is_open_consequence(tree, i):
        return None if any(is_infinitive(tree, c) for c in tree.having(i, "xcomp")) else POSSIBLE
    if dep == "advmod":
        return _adverb_view(word)
    if dep == "mark" and (word in words.CONDITIONS or _is_as_if(tree, child)):
        return POSSIBLE
    if dep in CONDITION_DEPS and _is_condition(tree, i, child) and _is_open_consequence(tree, i):
        return POSSIBLE
    return None


def _has_proviso(tree: Tree, verb: int) -> bool:
    return any(tree.deps[c] in PROVISO_DEPS and is_proviso(tree, c) for c in tree.children[verb])


def _is_condition(tree: Tree, verb: int, i: int) -> bool:
    """Tell whether it is a condition: "if …", "in the event of …", "without help, …", "the sale, if approved, …"."""
    if tree.deps[i] in SUBJECTS:
        return any(is_condition(tree, participle) for participle in tree.having(i, "acl", "advcl"))
    if tree.lowers[i] == "without":
        comma = tree.right[i] + 1
        return comma < verb and tree.words[comma] == "," and finite_tense(tree, verb) is Tense.FUTURE
    return is_condition(tree, i) or any(is_in_the_event(tree, noun) for noun in tree.having(i, "pobj"))


def is_after_condition(tree: Tree, i: int) -> bool:
    """Tell whether a clause joined by "and" stands under a condition at the head of both: "if it rains, … and …"."""
    first = tree.heads[i]
    fronted = (c for c in tree.having(first, "advcl") if c < first and is_condition(tree, c))
    return any(True for _ in fronted) and finite_tense(tree, i) is Tense.FUTURE


def _modal_view(tree: Tree, i: int, word: str) -> View | None:
    if word in words.ABILITY_MODALS and _is_unable(tree, i):
        return None
    if word in words.POSSIBLE_MODALS or word in words.ADVISORY_MODALS:
        return POSSIBLE
    if word in words.PROBABLE_MODALS:
        return PROBABLE
    if word not in words.CONDITIONAL_MODALS or is_refusal(tree, i):
        return None
    is_report = is_future_in_the_past(tree, i) and not (_is_about_any(tree, i) or _is_polled(tree, i))
    return None if is_report and not _is_unreal(tree, i) else POSSIBLE


def _is_polled(tree: Tree, i: int) -> bool:
    """Tell whether a poll says what would be: "a survey showed that the party would lose" foretells no loss."""
    subject = tree.first(tree.heads[i], "nsubj") if tree.deps[i] == "ccomp" else None
    return subject is not None and tree.bases[subject] in words.POLLS


def _is_unable(tree: Tree, i: int) -> bool:
    """Tell whether somebody cannot, and so does not: "could not find it"; who "could not be happier" is happy."""
    if any(tree.bases[a] == "have" for a in tree.having(i, "aux")):
        return False
    is_compared = any(tree.tags[c] in COMPARATIVES for c in tree.having(i, "acomp", "advmod", "attr"))
    return not is_compared and is_negated(tree, i)


def _is_unreal(tree: Tree, i: int) -> bool:
    """Tell whether "would" is no look ahead whatever reports it: "would have won", or in somebody's own words."""
    is_perfect = any(tree.lowers[a] in ("have", "'ve", "’ve") for a in tree.having(i, "aux"))
    if tree.bases[i] in words.POLITE:
        return False
    own = quote_at(tree.text, tree.starts[i])
    above = clause_above(tree, tree.heads[i])
    return is_perfect or (own is not None and above is not None and not own.outer.contains(tree.token_span(above)))


def _is_about_any(tree: Tree, i: int) -> bool:
    """Tell whether the clause speaks of whatever may come: "any entry would come with safeguards"."""
    subject = tree.first(i, *SUBJECTS)
    return subject is not None and any(tree.lowers[d] == "any" for d in tree.children[subject])


def _adverb_view(word: str) -> View | None:
    if word in words.POSSIBLE_ADVERBS:
        return POSSIBLE
    return PROBABLE if word in words.PROBABLE_ADVERBS else None


def is_future_in_the_past(tree: Tree, i: int) -> bool:
    """Tell whether "would" only looks ahead from a past report: "she said it would close", "it would, she said"."""
    first = i
    while tree.deps[first] == "conj" and tree.heads[first] < first:  # "none will close, he said, but one would be sold"
        first = tree.heads[first]
    asides = (*tree.having(i, "parataxis"), *(tree.having(first, "parataxis") if first != i else ()))
    if any(tree.bases[v] in SAYING and finite_tense(tree, v) is Tense.PAST for v in asides):
        return True
    while tree.heads[i] != i:
        dep, i = tree.deps[i], tree.heads[i]
        if dep == "ccomp" and tree.tags[i] == "VBG" and tree.deps[i] == "advcl" and finite_tense(tree, i) is None:
            return tense_of(tree, i) is Tense.PAST  # "left, saying it would rain"
        if dep in ("ccomp", "relcl", "acl", "advcl") and is_verb(tree, i):
            return finite_tense(tree, i) is Tense.PAST
        if dep == "relcl":
            continue
    return False


def _is_as_if(tree: Tree, mark: int) -> bool:
    return tree.lowers[mark] == "though" and mark > 0 and tree.lowers[mark - 1] == "as"


def _is_open_consequence(tree: Tree, i: int) -> bool:
    return finite_tense(tree, i) in (Tense.FUTURE, Tense.PRESENT, None)


# ------------------------------------------------------------------------------------------------ questions, orders


def is_question(tree: Tree, i: int) -> bool:
    """Tell whether the clause asks whether it is so, or who or what; "why" and "when" take for granted that it is."""
    if tree.deps[i] not in ("ROOT", "conj", "ccomp", "parataxis"):
        return False
    last = tree.right[i]
    if not any(tree.words[w] == "?" for w in range(last, max(last - 3, i), -1)):
        return False
    if any(tree.tags[c] == "WRB" for c in tree.having(i, "advmod")):
        return False
    subject, auxiliary = tree.first(i, *SUBJECTS), tree.first(i, *AUXILIARIES)
    front = auxiliary if auxiliary is not None else i
    return subject is not None and (front < subject or tree.tags[subject] == "WP")


def is_imperative(tree: Tree, i: int) -> bool:
    """Tell whether the verb orders or asks for something: a bare form without a subject at the top."""
    return (
        tree.tags[i] == "VB"
        and tree.deps[i] == "ROOT"
        and tree.lemmas[i] != "have"  # an auxiliary that the parser took for the verb
        and tree.first(i, *SUBJECTS) is None
        and tree.first(i, *AUXILIARIES) is None
    )


def is_quoted_elsewhere(tree: Tree, i: int, head: int) -> bool:
    """Tell whether a quotation holds the governor and not the token: what is quoted governs nothing before it."""
    quote = quote_at(tree.text, tree.starts[head]) if i < head else None
    return quote is not None and not quote.outer.contains(tree.span((i,)))


# ------------------------------------------------------------------------------------------------ nouns


def _noun_view(tree: Tree, i: int) -> View:
    is_denied = is_negative_phrase(tree, i) or tree.first(i, "neg") is not None
    view = DENIED if is_denied else AFFIRMED
    for modifier in tree.having(i, "amod", "compound", "nmod"):
        if half := words.MODIFIERS.get(tree.lowers[modifier]):
            view = view_from(half).within(view)
    is_any = not is_denied and any(tree.lowers[d] == "any" for d in tree.having(i, "det"))
    return POSSIBLE.within(view) if is_any else view  # "any extension of the pact would"


def called_off(tree: Tree, noun: int) -> View:
    """Return what a participle after a noun makes of it: "talks cancelled after the attack"."""
    for participle in tree.having(noun, "acl"):
        if tree.tags[participle] == "VBN":
            signature = words.VERBS.get(tree.bases[participle])
            if signature in ("fail", "delay", "refuse"):
                return DENIED
    return AFFIRMED
