"""Clauses: each verb with its subjects, the words of its verb group, and how it hangs on the rest of the sentence.

A verb that another one governs is read as one predicate with it ("was able to start", "began building"): its subject
is the governor's subject. Where somebody else is made or let to do it ("led him to lobby"), there are two views: what
he does, and what is done to him.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kg.extract.conjuncts import conjuncts
from kg.extract.trees import LOOSE, Tree
from kg.extract.words import BE, RELATIVE, WH

CLAUSAL = frozenset("ROOT conj ccomp xcomp advcl relcl acl pcomp csubj csubjpass parataxis dep".split())
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
SUBJECT_LOOSE = LOOSE | {"acl"}
NON_FINITE = frozenset({"VB", "VBG", "VBN"})


CO = dict(adverbs=True)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together, and their head."""

    words: tuple[int, ...]
    head: int


class Link(StrEnum):
    """How a clause hangs on its sentence."""

    MAIN = "main"
    COMPLEMENT = "complement"  # "that he left"
    CONTROLLED = "controlled"  # "was able to start"
    RELATIVE = "relative"  # "who left"
    PARTICIPLE = "participle"  # "named after him"
    ADVERBIAL = "adverbial"  # "because he left", "leaving early"
    GERUND = "gerund"  # "by leaving"


@dataclass(frozen=True, slots=True)
class View:
    """Who does it, and in what words: the verb group with the verbs that govern it."""

    subjects: tuple[Phrase, ...]
    group: tuple[int, ...]
    outer: bool = False  # the governor's view: "led him to lobby"


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb and what belongs to it.

    Attributes:
        gap: what the relative pronoun (or its absence) stands for where that is not the subject.
    """

    verb: int
    link: Link
    views: tuple[View, ...]
    passive: bool
    gap: Phrase | None = None


def find_clauses(tree: Tree) -> tuple[Clause, ...]:
    """Find every clause of the document that has a subject, in text order."""
    found: dict[int, Clause] = {}
    for i in _top_down(tree):
        if is_predicate(tree, i):
            found[i] = _clause(tree, i, found)
    return tuple(found[i] for i in sorted(found))


def _top_down(tree: Tree) -> list[int]:
    order = [i for i, head in enumerate(tree.heads) if head == i]
    for i in order:
        order.extend(tree.children[i])
    return order


def is_predicate(tree: Tree, i: int) -> bool:
    """Tell whether the token heads a clause."""
    if tree.pos[i] == "NOUN" and tree.tags[i] == "NNS" and tree.deps[i] == "ROOT" and tree.first(i, "nsubj") is not None and tree.first(i, "det", "poss") is None:
        return True
    if tree.pos[i] not in ("VERB", "AUX") or tree.deps[i] not in CLAUSAL:
        return False
    if tree.deps[i] == "pcomp" and tree.pos[tree.heads[tree.heads[i]]] not in ("VERB", "AUX", "ADJ"):
        return False
    if tree.deps[i] == "conj" and tree.pos[tree.heads[i]] not in ("VERB", "AUX"):
        return tree.first(i, *SUBJECTS) is not None
    return True


def _clause(tree: Tree, verb: int, found: dict[int, Clause]) -> Clause:
    views = _views(tree, verb, found)
    link = link_of(tree, verb)
    first = verb
    while tree.deps[first] == "conj":
        first = tree.heads[first]
    return Clause(verb, link, views, is_passive(tree, verb), _gap(tree, first) if link is Link.RELATIVE else None)


def link_of(tree: Tree, verb: int) -> Link:
    """Tell how the clause hangs on its sentence; a conjunct hangs as the first one does."""
    while tree.deps[verb] == "conj" and tree.heads[verb] != verb:
        verb = tree.heads[verb]
    dep = tree.deps[verb]
    if dep == "relcl":
        return Link.RELATIVE
    if dep == "acl":
        return Link.PARTICIPLE
    if dep == "advcl":
        return Link.ADVERBIAL
    if dep == "pcomp":
        return Link.GERUND
    if dep == "xcomp":
        return Link.CONTROLLED
    return Link.COMPLEMENT if dep in ("ccomp", "csubj", "csubjpass") else Link.MAIN


def is_passive(tree: Tree, verb: int) -> bool:
    """Tell whether the verb is a passive or a bare past participle."""
    if tree.first(verb, "auxpass", "nsubjpass") is not None:
        return True
    if tree.tags[verb] != "VBN" or tree.first(verb, "aux") is not None:
        return False
    return tree.deps[verb] != "conj" or is_passive(tree, tree.heads[verb])


# ------------------------------------------------------------------------------------------------ verb group


def verb_group(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the words of the verb group: auxiliaries, negation, adverbs between them, verb and particle."""
    before = [c for c in tree.children[verb] if c < verb and tree.deps[c] in ("aux", "auxpass", "neg")]
    start = min(before, default=verb)
    adverbs = [c for c in tree.children[verb] if CO["adverbs"] and _belongs_to_group(tree, c, verb, start)]
    after = [c for c in tree.children[verb] if c > verb and tree.deps[c] in ("prt", "neg") and c <= verb + 4]
    after += [c for c in tree.having(verb, "prep") if c == verb + 1 and not tree.children[c] and tree.tags[verb] == "VBN"]
    return tuple(sorted({*before, *(w for a in adverbs for w in tree.subtree(a)), verb, *after}))


def _belongs_to_group(tree: Tree, child: int, verb: int, start: int) -> bool:
    if tree.deps[child] != "advmod" or child > verb or tree.words[child].lower() in WH:
        return False
    return child > start or all(_is_adverb(tree, i) for i in range(child, start))


def _is_adverb(tree: Tree, i: int) -> bool:
    return tree.deps[i] in ("advmod", "neg") and tree.tags[i] in ("RB", "RBR", "RBS")


def _group(tree: Tree, verb: int) -> tuple[int, ...]:
    """Return the verb group with the auxiliaries that a conjunct shares with the first one."""
    own = verb_group(tree, verb)
    if tree.deps[verb] != "conj" or tree.first(verb, "aux", "auxpass", *SUBJECTS) is not None:
        return own
    first = tree.heads[verb]
    shared = [w for w in _group(tree, first) if tree.deps[w] in ("aux", "auxpass") and tree.heads[w] != verb]
    if not shared or not _can_share(tree, shared, first, verb):
        return own
    return (*shared, *own)


def _can_share(tree: Tree, shared: list[int], first: int, verb: int) -> bool:
    if tree.tags[verb] == tree.tags[first]:
        return True
    present = any(tree.words[w].lower() in ("is", "are", "be", "been", "being") for w in shared)
    return present and is_passive(tree, first) and tree.tags[verb] == "VBD"


# ------------------------------------------------------------------------------------------------ subjects


def _views(tree: Tree, verb: int, found: dict[int, Clause]) -> tuple[View, ...]:
    group = _group(tree, verb)
    own = tree.having(verb, *SUBJECTS)
    dep, head = tree.deps[verb], tree.heads[verb]
    if own:
        views = (View(_named(tree, verb, own[-1]), group),)
        if dep == "ccomp" and _is_to_infinitive(tree, verb) and head in found:
            views = (*_outer(tree, found[head], tree.phrase(own[-1]), group), *views)
        return views
    if dep == "conj":
        return _shared(tree, verb, group, found)
    if dep in ("acl", "relcl"):
        return (View(noun_phrases(tree, head), group),)
    if dep == "xcomp":
        return _controlled(tree, verb, group, found)
    if dep in ("advcl", "pcomp") or (dep in ("ccomp", "dep") and tree.tags[verb] in NON_FINITE):
        governor = _governor(tree, verb, found)
        return tuple(View(view.subjects, group) for view in governor.views[:1]) if governor else ()
    return ()


def _named(tree: Tree, verb: int, subject: int) -> tuple[Phrase, ...]:
    word = tree.words[subject].lower()
    if word in RELATIVE and tree.tags[subject] in ("WDT", "WP", "DT", "IN"):
        first = verb
        while tree.deps[first] == "conj":
            first = tree.heads[first]
        if tree.deps[first] == "relcl":
            return noun_phrases(tree, tree.heads[first])
        if tree.tags[subject] == "WDT":
            return ()
    return noun_phrases(tree, subject)


def noun_phrases(tree: Tree, head: int) -> tuple[Phrase, ...]:
    """Return the phrase of each conjunct."""
    return tuple(Phrase(words, h) for h in conjuncts(tree, head) if (words := tree.phrase(h, without=SUBJECT_LOOSE)))


def _shared(tree: Tree, verb: int, group: tuple[int, ...], found: dict[int, Clause]) -> tuple[View, ...]:
    """Return the views of the first conjunct with this verb's group in place of its own."""
    first = tree.heads[verb]
    if first not in found:
        return ()
    replaced = set(_group(tree, first))
    views = []
    for view in found[first].views:
        before = tuple(w for w in view.group if w not in replaced)
        to = tuple(w for w in view.group if w in replaced and tree.words[w] == "to" and tree.tags[w] == "TO")
        own = group if any(tree.words[w] == "to" for w in group) else (*to, *group)
        views.append(View(view.subjects, (*before, *own), view.outer))
    return tuple(views)


def _controlled(tree: Tree, verb: int, group: tuple[int, ...], found: dict[int, Clause]) -> tuple[View, ...]:
    governor = _governor(tree, verb, found)
    if governor is None:
        return ()
    head = tree.heads[verb]
    controller = tree.first(governor.verb, "dobj", "dative")
    if controller is not None and head == governor.verb and controller < verb and not governor.passive:
        inner = View(noun_phrases(tree, controller), group)
        return (*_outer(tree, governor, tree.phrase(controller), group), inner)
    middle = () if head == governor.verb else tree.phrase(head, cut=(verb,))
    return tuple(View(view.subjects, (*view.group, *middle, *group), view.outer) for view in governor.views)


def _outer(tree: Tree, governor: Clause, middle: tuple[int, ...], group: tuple[int, ...]) -> tuple[View, ...]:
    return tuple(View(view.subjects, (*view.group, *middle, *group), outer=True) for view in governor.views[:1])


def _governor(tree: Tree, verb: int, found: dict[int, Clause]) -> Clause | None:
    i = tree.heads[verb]
    while i not in found and tree.heads[i] != i:
        i = tree.heads[i]
    return found.get(i)


def _is_to_infinitive(tree: Tree, verb: int) -> bool:
    return tree.tags[verb] == "VB" and any(tree.tags[c] == "TO" for c in tree.having(verb, "aux"))


def _gap(tree: Tree, verb: int) -> Phrase | None:
    """Return what a relative clause leaves out: the antecedent, where it is no subject and no object is there."""
    subject = tree.first(verb, *SUBJECTS)
    if subject is None or tree.words[subject].lower() in RELATIVE:
        return None
    wh = [c for c in tree.children[verb] if tree.words[c].lower() in RELATIVE and tree.deps[c] in ("dobj", "dative")]
    has_object = any(c not in wh for c in tree.having(verb, "dobj", "attr", "acomp", "ccomp"))
    adverbial = any(tree.words[w].lower() in RELATIVE for p in tree.having(verb, "prep") for w in tree.children[p]) or any(tree.words[i].lower() in WH - RELATIVE for i in tree.children[verb])
    if not wh and (has_object or adverbial or tree.lemmas[verb] in BE or tree.words[verb].lower() in BE):
        return None
    phrases = noun_phrases(tree, tree.heads[verb])
    return phrases[0] if phrases else None
