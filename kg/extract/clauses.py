"""Clauses: each verb with its subjects, the words of its verb group, and how it hangs on the rest of the sentence.

A verb that another one governs is read as one predicate with it ("was able to start", "began building"): its subject
is the governor's subject. Where somebody else is made or let to do it ("led him to lobby"), there are two views: what
he does, and what is done to him.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from kg.extract.outcomes import is_of_clause
from kg.extract.phrases import Phrase, is_time, noun_phrases
from kg.extract.trees import Tree
from kg.extract.verbs import SUBJECTS, first_conjunct, gerund_doer, is_passive, is_to_infinitive, shared_group
from kg.extract.words import BE, CAUSING, INTRANSITIVE, RELATIVE, SUBJECT_PURPOSE, WH
from kg.extract.words_factuality import REJECTING, VOICING
from kg.extract.words_mentions import IMPERSONAL_ADJECTIVES

__all__ = ["Clause", "Link", "Phrase", "View", "find_clauses", "noun_phrases"]

CLAUSAL = frozenset("ROOT conj ccomp xcomp advcl relcl acl pcomp csubj csubjpass parataxis dep".split())
VERBAL = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN")
WAYS = frozenset("day moment month night reason time way week year".split())
BEGINNING = frozenset({"begin", "continue", "finish", "resume", "start", "stop"})
# Said of what is to be done, and of nothing that "it" was: "it is too early to say".
JUDGING = IMPERSONAL_ADJECTIVES - frozenset("certain likely unlikely good bad better best useful useless".split())
NAMED = frozenset("nsubj nsubjpass dobj pobj appos conj attr dative".split())


class Link(StrEnum):
    """How a clause hangs on its sentence."""

    MAIN = "main"
    COMPLEMENT = "complement"  # "that he left"
    CONTROLLED = "controlled"  # "was able to start"
    RELATIVE = "relative"  # "who left"
    PARTICIPLE = "participle"  # "named after him"
    ADVERBIAL = "adverbial"  # "because he left", "leaving early"
    GERUND = "gerund"  # "by leaving"


LINKS = {
    "relcl": Link.RELATIVE,
    "acl": Link.PARTICIPLE,
    "advcl": Link.ADVERBIAL,
    "pcomp": Link.GERUND,
    "xcomp": Link.CONTROLLED,
    "ccomp": Link.COMPLEMENT,
    "csubj": Link.COMPLEMENT,
    "csubjpass": Link.COMPLEMENT,
}


class View(NamedTuple):
    """Who does it, and in what words.

    Attributes:
        group: the verb group with the verbs that govern it.
        verbs: of these words the ones that its normal form is made of.
        outer: it tells what the governor's subject does: "(they) led him to lobby".
    """

    subjects: tuple[Phrase, ...]
    group: tuple[int, ...]
    verbs: tuple[int, ...]
    outer: bool = False


class Clause(NamedTuple):
    """One verb and what belongs to it.

    Attributes:
        gap: what the relative pronoun (or its absence) stands for where that is not the subject.
    """

    verb: int
    link: Link
    views: tuple[View, ...]
    passive: bool
    gap: Phrase | None = None


@lru_cache(maxsize=2)  # verbs and nouns ask for the same document's clauses
def find_clauses(tree: Tree) -> tuple[Clause, ...]:
    """Find every clause of the document, in text order; one without a subject has no view."""
    found: dict[int, Clause] = {}
    for i in tree.top_down:
        if is_predicate(tree, i):
            link = LINKS.get(tree.deps[first_conjunct(tree, i)], Link.MAIN)
            gap = _gap_of(tree, first_conjunct(tree, i), link)
            found[i] = Clause(i, link, _views(tree, i, found), is_passive(tree, i), gap)
    return tuple(found[i] for i in sorted(found))


def is_predicate(tree: Tree, i: int) -> bool:
    """Tell whether the token heads a clause."""
    if tree.deps[i] not in CLAUSAL:
        return False
    if _is_verb_read_as_noun(tree, i):
        return True
    if tree.pos[i] not in VERBAL:
        return False
    if tree.deps[i] == "pcomp":
        return tree.pos[tree.heads[tree.heads[i]]] in (*VERBAL, "ADJ")
    return tree.deps[i] != "conj" or tree.pos[tree.heads[i]] in VERBAL or tree.first(i, *SUBJECTS) is not None


def _is_verb_read_as_noun(tree: Tree, i: int) -> bool:
    """Tell whether the sentence's verb was tagged as a noun or adjective: "The doctor suspects he is ill"."""
    if tree.deps[i] != "ROOT" or tree.tags[i] not in ("NN", "NNS", "JJ"):
        return False
    return tree.first(i, "nsubj", "nsubjpass") is not None and tree.first(i, "det", "poss", "cop", "amod") is None


# ------------------------------------------------------------------------------------------------ views


def _views(tree: Tree, verb: int, found: dict[int, Clause]) -> tuple[View, ...]:
    if is_asked(tree, verb) or is_of_clause(tree, verb) or _lasts_until_done(tree, verb):
        return ()
    own = tree.having(verb, *SUBJECTS)
    dep = tree.deps[verb]
    if own:
        return _with_subject(tree, verb, own[-1], found)
    if dep == "conj":
        return _shared(tree, verb, found)
    if dep in ("acl", "relcl"):
        return (_view(tree, verb, _antecedents(tree, verb, found)),)
    if dep == "xcomp":
        return _controlled(tree, verb, found)
    if (doer := gerund_doer(tree, verb)) is not None:
        return (_view(tree, verb, noun_phrases(tree, doer)),)
    if any(tree.lowers[c] == "whether" for c in tree.having(verb, "mark")):
        return ()  # "will rule on whether to free her" says of nobody that they will
    if dep in ("advcl", "pcomp") or (dep in ("ccomp", "dep") and tree.tags[verb] in ("VB", "VBG", "VBN")):
        governor = _governor(tree, verb, found)
        return tuple(_view(tree, verb, view.subjects) for view in governor.views[:1]) if governor else ()
    return ()


def is_asked(tree: Tree, verb: int) -> bool:
    """Tell whether the clause is a direct question: its sentence ends in "?"."""
    last = tree.right[first_conjunct(tree, verb)]
    return tree.deps[first_conjunct(tree, verb)] in ("ROOT", "ccomp") and "?" in tree.words[last : last + 2]


def _view(tree: Tree, verb: int, subjects: tuple[Phrase, ...]) -> View:
    return View(subjects, shared_group(tree, verb), (verb,))


def _with_subject(tree: Tree, verb: int, subject: int, found: dict[int, Clause]) -> tuple[View, ...]:
    own = _view(tree, verb, _named(tree, verb, subject, found))
    governor = found.get(tree.heads[verb])
    if tree.deps[verb] == "ccomp" and is_to_infinitive(tree, verb) and governor is not None:
        return (*_outer(tree, governor, subject, verb), own)
    return (own,)


def _antecedents(tree: Tree, verb: int, found: dict[int, Clause]) -> tuple[Phrase, ...]:
    """Return what a relative clause or a participle says more of: nothing that follows it.

    Behind a predicate noun that is its subject: in "Ann is a nurse who works in Ghana" it is Ann who works there.
    """
    noun = tree.heads[verb]
    governor = found.get(tree.heads[noun])
    if tree.deps[noun] == "attr" and governor is not None and len(governor.views) == 1:
        subject = tree.first(governor.verb, "nsubj")
        if subject is not None and _can_be_meant(tree, subject, governor.verb):
            return governor.views[0].subjects
    return tuple(phrase for phrase in noun_phrases(tree, noun) if phrase.head < verb or noun > verb)


def _can_be_meant(tree: Tree, subject: int, verb: int) -> bool:
    return tree.lowers[verb] in BE and tree.lowers[subject] not in ("it", "this", "that", "what", "all")


def _named(tree: Tree, verb: int, subject: int, found: dict[int, Clause]) -> tuple[Phrase, ...]:
    """Return the phrases that the subject stands for: of a relative pronoun those of its antecedent."""
    if any(tree.lowers[c] == "whose" for c in tree.having(subject, "poss")):
        return ()
    if tree.lowers[subject] in RELATIVE and tree.tags[subject] in ("WDT", "WP", "DT", "IN"):
        first = first_conjunct(tree, verb)
        if tree.deps[first] == "relcl":
            return _antecedents(tree, first, found)
        if tree.tags[subject] == "WDT":
            return ()
    if tree.tags[tree.left[subject]] in ("WRB", "WDT", "WP$"):
        return ()  # "how many people were hurt" says of nobody that they were
    return tuple(_with_own_clause(tree, phrase) for phrase in noun_phrases(tree, subject))


def _with_own_clause(tree: Tree, phrase: Phrase) -> Phrase:
    """Return the subject with the relative clause that says which one, no comma before it: "the ship that sank"."""
    own = (c for c in tree.having(phrase.head, "relcl") if tree.left[c] == phrase.words[-1] + 1)
    clause = None if tree.pos[phrase.head] == "PROPN" else next(own, None)
    return phrase if clause is None else phrase._replace(words=(*phrase.words, *tree.trimmed(tree.subtree(clause))))


def _shared(tree: Tree, verb: int, found: dict[int, Clause]) -> tuple[View, ...]:
    """Return the views of the first conjunct, with this verb's group in place of its own."""
    first = tree.heads[verb]
    if first not in found:
        return ()
    replaced, own = set(shared_group(tree, first)), shared_group(tree, verb)
    views = []
    for view in found[first].views:
        before = tuple(w for w in view.group if w not in replaced)
        to = tuple(w for w in view.group if w in replaced and tree.tags[w] == "TO")
        own_to = tuple(w for w in own if tree.tags[w] == "TO")
        led = (own_to or to) if any(w in view.verbs for w in to) else ()  # "agreed to pay and (to) close"
        verbs = (*(w for w in view.verbs if w not in replaced), *led, verb)
        views.append(View(view.subjects, (*before, *(() if own_to else to), *own), verbs, view.outer))
    return tuple(views)


def _controlled(tree: Tree, verb: int, found: dict[int, Clause]) -> tuple[View, ...]:
    """Return the views of a verb without a subject that another verb governs."""
    governor = _governor(tree, verb, found)
    if governor is None:
        return ()
    head, group = tree.heads[verb], shared_group(tree, verb)
    if tree.deps[head] == "amod":
        return _of_noun(tree, head, verb)
    if _is_extraposed(tree, governor.verb, head):
        return ()
    controller = tree.first(governor.verb, "dobj", "dative")
    controller = None if controller is None or _is_result(tree, controller) else controller
    lemma = tree.bases[governor.verb]
    is_voiced = tree.bases[verb] in VOICING and lemma not in CAUSING  # "blocked bridges to demand reforms"
    if controller is not None and (is_voiced or lemma in SUBJECT_PURPOSE):
        return _outer(tree, governor, controller, verb)
    if controller is not None and head == governor.verb and controller < verb and not governor.passive:
        inner = View(noun_phrases(tree, controller), group, (verb,))
        return (*_outer(tree, governor, controller, verb), inner)
    middle = () if head == governor.verb else tree.phrase(head, cut=(verb,))
    adjective = () if head == governor.verb else (head,)
    to = tuple(w for w in group if tree.tags[w] == "TO")
    return tuple(
        View(view.subjects, (*view.group, *middle, *group), (*view.verbs, *adjective, *to, verb), view.outer)
        for view in governor.views
    )


def _is_result(tree: Tree, i: int) -> bool:
    """Tell whether an object is the result of a vote: in "voted 51 to 44 to keep her" no result keeps her."""
    return tree.tags[i] == "CD" and any(tree.lowers[c] in ("to", "-", "–") for c in tree.having(i, "quantmod"))


def _of_noun(tree: Tree, adjective: int, verb: int) -> tuple[View, ...]:
    """Return the view of an infinitive behind an adjective that hangs on a noun: "the tunnel, due to open in May"."""
    noun, group = tree.heads[adjective], shared_group(tree, verb)
    is_bare = tree.tags[noun] == "NN" and tree.first(noun, "det", "poss") is None  # "fully battle ready to strike"
    if tree.pos[noun] not in NOUNS or noun > adjective or tree.deps[noun] not in NAMED or is_bare:
        return ()
    own = frozenset(tree.subtree(adjective))
    named = (p._replace(words=tree.trimmed([w for w in p.words if w not in own])) for p in noun_phrases(tree, noun))
    return (View(tuple(named), (*tree.phrase(adjective, cut=(verb,)), *group), (adjective, *group)),)


def _is_extraposed(tree: Tree, governor: int, head: int) -> bool:
    """Tell whether "it" only stands for the infinitive: "It is necessary to climb", "It was too early to say"."""
    is_it = any(tree.lowers[c] == "it" for c in tree.having(governor, "nsubj", "expl"))
    judged = tree.first(governor, "acomp", "attr")
    return is_it and judged is not None and (head == governor or tree.lowers[head] in JUDGING)


def _lasts_until_done(tree: Tree, verb: int) -> bool:
    """Tell whether "it" only stands for what takes time: "It could take until May to clear the mud"."""
    if tree.bases[verb] != "take" or all(tree.lowers[c] != "it" for c in tree.having(verb, "nsubj")):
        return False
    taken = tree.having(verb, "dobj")
    is_done = any(is_to_infinitive(tree, c) for c in tree.having(verb, "xcomp", "advcl"))
    return is_done and all(is_time(tree, c) for c in taken)


def _outer(tree: Tree, governor: Clause, controller: int, verb: int) -> tuple[View, ...]:
    group = shared_group(tree, verb)
    middle, to = tree.phrase(controller), tuple(w for w in group if tree.tags[w] == "TO")
    noun = (controller,) if tree.pos[controller] == "NOUN" else ()
    return tuple(
        View(view.subjects, (*view.group, *middle, *group), (*view.verbs, *noun, *to, verb), outer=True)
        for view in governor.views[:1]
    )


def _governor(tree: Tree, verb: int, found: dict[int, Clause]) -> Clause | None:
    """Return the clause above; of "concerns about being able to go" it is none, as nobody is said to be able."""
    i = tree.heads[verb]
    while i not in found and tree.heads[i] != i:
        if tree.deps[i] == "pcomp" and tree.pos[i] in VERBAL:
            return None
        i = tree.heads[i]
    return found.get(i)


# ------------------------------------------------------------------------------------------------ gaps


def _gap_of(tree: Tree, verb: int, link: Link) -> Phrase | None:
    """Return what a relative clause leaves out for this verb: "the loan it hopes to repay" is repaid, not hoped."""
    if link is Link.RELATIVE:
        return None if _leaves_to_inner(tree, verb) else _gap(tree, verb)
    governor = tree.heads[verb]
    if link is Link.CONTROLLED and tree.tags[verb] == "VBG" and _begun(tree, governor) == verb:
        governor = tree.heads[governor]  # "planned to start selling"
    inner = tree.first(governor, "xcomp")
    last = _begun(tree, inner) or inner
    is_inner = link is Link.CONTROLLED and tree.deps[governor] == "relcl" and verb == last
    return _gap(tree, governor) if is_inner and _leaves_to_inner(tree, governor) else None


def _leaves_to_inner(tree: Tree, verb: int) -> bool:
    """Tell whether an infinitive that a verb governs takes what the clause leaves out as its object."""
    inner = tree.first(verb, "xcomp")
    if inner is None or not is_to_infinitive(tree, inner) or tree.first(verb, "dobj") is not None:
        return False
    inner = _begun(tree, inner) or inner
    objects = tree.having(inner, "dobj", "attr", "acomp", "ccomp", "xcomp", "nsubj")
    objects = tuple(c for c in objects if tree.deps[c] != "dobj" or not is_time(tree, c))
    if objects:
        return all(tree.lowers[c] in RELATIVE for c in objects)
    is_told = tree.bases[verb] in CAUSING and tree.first(inner, "prep") is not None  # "they told to wait for it"
    return not is_told and tree.bases[inner] not in INTRANSITIVE


def _begun(tree: Tree, verb: int | None) -> int | None:
    """Return what is begun or ended: "selling" of "to start selling"."""
    inner = None if verb is None or tree.bases[verb] not in BEGINNING else tree.first(verb, "xcomp")
    return inner if inner is not None and tree.tags[inner] == "VBG" else None


def _gap(tree: Tree, verb: int) -> Phrase | None:
    """Return what a relative clause leaves out: the antecedent, where it is no subject and no object is there."""
    subject = tree.first(verb, *SUBJECTS)
    if subject is None or _stands_for_antecedent(tree, subject) or _is_content(tree, verb):
        return None
    first = tree.left[verb]
    is_place_or_amount = tree.tags[first] in ("WRB", "WP") and tree.lowers[first] not in RELATIVE
    if is_place_or_amount or _is_of_clause_before(tree, verb):  # "Alba, where it plans to", "twice what we hoped for"
        return None
    fronted = [c for c in tree.having(verb, "dobj", "dative") if tree.lowers[c] in RELATIVE]
    if not fronted and tree.bases[tree.heads[verb]] in WAYS:
        return None  # "the day he died", "the way that she sings"
    if not fronted and not _misses_object(tree, verb):
        return None
    return next(iter(noun_phrases(tree, tree.heads[verb])), None)


def _stands_for_antecedent(tree: Tree, subject: int) -> bool:
    """Tell whether a subject is the relative pronoun or a part of what it stands for: "who", "most of whom"."""
    ends = [end for preposition in tree.having(subject, "prep") for end in tree.having(preposition, "pobj")]
    return any(tree.tags[word].startswith("W") for word in (tree.left[subject], *ends))


def _is_of_clause_before(tree: Tree, verb: int) -> bool:
    """Tell whether "which" stands for all that is told before: "is accused of hiding a leak, which it denies"."""
    noun = tree.heads[verb]
    first, deed = tree.left[verb], tree.heads[noun]
    is_which = first > 0 and tree.lowers[first] == "which" and tree.words[first - 1] == ","
    is_told = tree.deps[noun] == "dobj" and tree.deps[deed] in ("pcomp", "ccomp", "xcomp")
    return is_which and is_told and tree.bases[verb] in REJECTING


def _is_content(tree: Tree, verb: int) -> bool:
    """Tell whether the clause is what a noun says, not a relative one: "a risk that the dam will break"."""
    return any(tree.lowers[c] == "that" and tree.tags[c] == "IN" for c in tree.children[verb])


def _misses_object(tree: Tree, verb: int) -> bool:
    """Tell whether a clause without a relative pronoun ("the tools she used") lacks its object."""
    if tree.lemmas[verb] in BE or tree.lowers[verb] in BE:
        return False
    if tree.having(verb, "dobj", "attr", "acomp", "ccomp"):
        return False
    led = [w for preposition in tree.having(verb, "prep") for w in tree.children[preposition]]
    return not any(tree.lowers[w] in WH - RELATIVE for w in tree.children[verb]) and not any(
        tree.lowers[w] in RELATIVE for w in led
    )
