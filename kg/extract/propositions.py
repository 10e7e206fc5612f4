"""Propositions: who does what to whom, from clauses."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.extract.arguments import OPT, is_time, Complement, Slot, complements, prepositional, noun_words
from kg.extract.clauses import Clause, Link, Phrase, View, find_clauses
from kg.extract.relations import predicate
from kg.extract.trees import LOOSE, Tree, read_tree
from kg.extract.words import LIGHT_NOUNS, LIGHT_VERBS
from kg.model import Proposition

CORE = (Slot.OBJECT, Slot.PREDICATIVE)


def find_propositions(doc: Doc) -> tuple[Proposition, ...]:
    """Find the propositions of every clause, in text order."""
    tree = read_tree(doc)
    clauses = find_clauses(tree)
    slots = {clause.verb: complements(tree, clause) for clause in clauses}
    return tuple(p for clause in clauses for p in _of_clause(tree, clause, slots))


def _of_clause(tree: Tree, clause: Clause, all_slots: dict[int, tuple[Complement, ...]]) -> Iterator[Proposition]:
    slots = all_slots[clause.verb]
    if clause.link is Link.GERUND and not OPT["gerund_own"]:
        return
    if not OPT["to_noun_own"] and OPT["to_noun"] and clause.link in (Link.PARTICIPLE, Link.RELATIVE) and tree.tags[clause.verb] == "VB" and tree.first(clause.verb, "nsubj") is None:
        return
    if not OPT["purpose_own"] and clause.link is Link.ADVERBIAL and tree.tags[clause.verb] == "VB" and "to" in [tree.words[c] for c in tree.having(clause.verb, "aux")] and tree.first(clause.verb, "nsubj") is None:
        return
    if OPT["chain"]:
        inner = controlled_by(tree, clause, all_slots)
        if inner is not None:
            slots = tuple(c for c in slots if c.slot in (*CORE, Slot.DATIVE, Slot.CLAUSE))
        slots = (*_from_governor(tree, clause, all_slots), *slots)
    if OPT["share"]:
        slots = (*slots, *_shared_objects(tree, clause, all_slots))
    if OPT["spread"]:
        slots = (*_fronted(tree, clause, all_slots), *slots)
    for view in clause.views:
        for subject in view.subjects:
            yield from _rows(tree, clause, view, subject, slots, all_slots)


def _shared_objects(tree, clause, all_slots):
    """"buy and sell stocks": what follows the last verb belongs to both."""
    verb = clause.verb
    conj = tree.first(verb, "conj")
    if conj is None or conj not in all_slots or tree.left[conj] != conj or conj - verb > 3 or tree.first(verb, "dobj", "prep", "attr", "acomp", "ccomp", "xcomp", "prt", "agent", "advcl"):
        return ()
    if any(c > verb and c < conj and tree.deps[c] not in ("cc", "punct") for c in tree.children[verb]):
        return ()
    if tree.tags[conj] != tree.tags[verb] or tree.first(conj, "dobj") is None and not clause.passive:
        return ()
    return tuple(c for c in all_slots[conj] if c.at > conj)


def is_light(tree, verb, at, kind):
    preps = [tree.words[p].lower() for p in tree.having(at, "prep")]
    if kind == "copula":
        return tree.words[at].lower() in LIGHT_NOUNS and bool(preps)
    if kind != "object" or tree.lemmas[verb].lower() not in LIGHT_VERBS or not preps:
        return False
    return preps[0] in ("on", "for", "with", "to", "against") and tree.pos[at] == "NOUN"


def controlled_by(tree, clause, all_slots):
    for c in tree.children[clause.verb]:
        if tree.deps[c] == "xcomp" and c in all_slots and tree.first(c, "nsubj", "nsubjpass") is None:
            return c
        if tree.deps[c] == "acomp":
            for d in tree.having(c, "xcomp"):
                if d in all_slots:
                    return d
    return None


def _from_governor(tree, clause, all_slots):
    if clause.link is not Link.CONTROLLED:
        return ()
    verb = clause.verb
    while tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    governor = tree.heads[verb]
    if tree.deps[governor] == "acomp":
        governor = tree.heads[governor]
    if governor not in all_slots:
        return ()
    found = tuple(c for c in all_slots[governor] if c.slot not in (*CORE, Slot.DATIVE, Slot.CLAUSE) and (c.at < governor or c.at > verb or c.slot is Slot.TIME))
    if tree.deps[governor] == "xcomp":
        g2 = tree.heads[governor]
        found = (*(c for c in all_slots.get(g2, ()) if c.slot not in (*CORE, Slot.DATIVE, Slot.CLAUSE) and (c.at < g2 or c.at > verb)), *found)
    return found


def _fronted(tree: Tree, clause: Clause, all_slots) -> tuple[Complement, ...]:
    """Return what stands before the subject of the first conjunct and holds for all of them."""
    verb = clause.verb
    if tree.deps[verb] != "conj" or tree.first(verb, "nsubj", "nsubjpass", "expl") is not None:
        return ()
    while tree.deps[verb] == "conj":
        verb = tree.heads[verb]
    subject = tree.first(verb, "nsubj", "nsubjpass", "expl")
    if subject is None:
        return ()
    return tuple(c for c in all_slots.get(verb, ()) if c.at < subject and c.slot not in CORE)


def _rows(tree: Tree, clause: Clause, view: View, subject: Phrase, slots: tuple[Complement, ...], all_slots) -> Iterator[Proposition]:
    direct = [c for c in slots if c.slot in CORE]
    folded: tuple[int, ...] = ()
    group = view.group
    if clause.gap is not None:
        yield _make(tree, clause, subject, group, clause.gap, "relative")
        folded = fold(tree, clause.gap, OPT["fold"])
    for complement in direct:
        kind = "object" if complement.slot is Slot.OBJECT else ("copula" if tree.deps[complement.at] == "attr" else "complement")
        if kind == "complement" and tree.first(complement.at, "xcomp") is not None and not OPT["able"]:
            continue
        bare = True
        if kind == "complement" and tree.tags[complement.at].startswith("JJ") and not OPT["acomp_base"] and tree.first(complement.at, "prep") is not None:
            bare = False
        if OPT["light"] and is_light(tree, clause.verb, complement.at, kind):
            bare = False
        for phrase in complement.phrases:
            if OPT["svoc"] and kind == "complement" and folded and tree.first(clause.verb, "dobj") is not None:
                o = tuple(sorted({*folded, *phrase.words}))
                yield _make(tree, clause, subject, group, Phrase(o, folded[-1]), "svoc")
            if bare:
                yield _make(tree, clause, subject, (*group, *folded), phrase, kind)
            yield from _of_noun(tree, clause, subject, (*group, *folded), phrase, kind)
        folded = (*folded, *fold(tree, complement.phrases[0], OPT["fold"])) if complement.phrases else folded
    others = [c for c in slots if c.slot not in CORE]
    core = None
    if OPT["core"] and not folded:
        near = [c for c in others if c.slot is Slot.PREPOSITIONAL and c.at > clause.verb and c.phrases and not is_time(tree, c.phrases[0].head)]
        allowed = OPT.get("core_preps")
        core = next((c for c in near if allowed is None or tree.words[c.lead[-1]].lower() in allowed), None)
        if OPT.get("core_first") and near and core is not None and near[0].at != core.at:
            core = None
        if clause.link is Link.PARTICIPLE and OPT.get("core_noacl"):
            core = None
    folds = [folded]
    if OPT["foldall"] and len(direct) == 1 and len(direct[0].phrases) > 1:
        folds = [fold(tree, x, OPT["fold"]) for x in direct[0].phrases]
    for complement, folded in [(c, f) for c in others for f in folds]:
        if core is not None and complement.slot is not Slot.CLAUSE and not (OPT.get('agent_free') and tree.words[complement.lead[-1:][0] if complement.lead else 0].lower() == 'by') and complement.at != core.at and (complement.at > core.at or complement.at < clause.verb):
            folded = (*core.lead, *fold(tree, core.phrases[0], OPT["fold"]))
        kind = str(complement.slot)
        if complement.slot is Slot.ADVERB and len(slots) > 1:
            continue
        relation = (*group, *folded, *complement.lead)
        if OPT.get("drop") and complement.phrases and complement.slot in (Slot.PREPOSITIONAL, Slot.TIME) and folded:
            t = is_time(tree, complement.phrases[0].head)
            cat = ("front" if complement.at < clause.verb else "after") + ("time" if t else "notime") + ("obj" if direct else "pp")
            if cat in OPT["drop"]:
                continue
        for phrase in complement.phrases:
            if complement.slot is Slot.CLAUSE and not OPT["clausal"]:
                continue
            if complement.slot is Slot.ADVERBIAL:
                if OPT["adverbial"] == "none":
                    continue
                if OPT["adverbial"] == "after" and complement.at < clause.verb:
                    continue
            if complement.slot is Slot.PURPOSE:
                yield from _purpose(tree, clause, subject, relation, phrase, all_slots)
                continue
            if complement.slot is Slot.GERUND:
                yield from _gerund(tree, clause, subject, relation, phrase)
                continue
            b = OPT.get("border")
            if b and complement.slot is Slot.PREPOSITIONAL and b(tree, clause, complement, phrase, bool(folded), bool(direct)):
                yield _make(tree, clause, subject, relation[: len(relation) - len(complement.lead)], Phrase((*complement.lead, *phrase.words), phrase.head), kind)
            else:
                yield _make(tree, clause, subject, relation, phrase, kind)
            if complement.slot is not Slot.CLAUSE:
                yield from _of_noun(tree, clause, subject, relation, phrase, kind)
        if OPT["fold_first"] and not folded and complement.phrases and complement.slot is Slot.PREPOSITIONAL and complement.at > clause.verb:
            folded = (*complement.lead, *fold(tree, complement.phrases[0], OPT["fold"]))


def _purpose(tree, clause, subject, relation, phrase, all_slots):
    from kg.extract.clauses import verb_group
    inner = [c for c in all_slots.get(phrase.head, ()) if c.slot is Slot.OBJECT]
    group = (*relation, *verb_group(tree, phrase.head))
    if OPT["purpose"] == "clause" or not inner:
        to = [w for w in phrase.words if tree.words[w] == "to"][:1]
        rest = tuple(w for w in phrase.words if w > to[0])
        yield _make(tree, clause, subject, (*relation, *to), Phrase(rest, phrase.head), "purpose")
    else:
        for c in inner:
            for x in c.phrases:
                yield _make(tree, clause, subject, group, x, "purpose")


def _gerund(tree, clause, subject, relation, phrase):
    verb = phrase.head
    objects = tree.having(verb, "dobj")
    if objects and tree.deps[tree.heads[relation[-1]]] != "ROOT" and tree.pos[tree.heads[relation[-1]]] in ("NOUN", "PROPN"):
        from kg.extract.clauses import verb_group
        from kg.extract.arguments import phrases_of
        for o in objects:
            for x in phrases_of(tree, o):
                yield _make(tree, clause, subject, (*relation, *verb_group(tree, verb)), x, "noun gerund")
        return
    if OPT["gerund"] == "clause" or not objects:
        yield _make(tree, clause, subject, relation, phrase, "gerund")
    else:
        from kg.extract.clauses import verb_group
        from kg.extract.arguments import phrases_of
        for o in objects:
            for x in phrases_of(tree, o):
                yield _make(tree, clause, subject, (*relation, *verb_group(tree, verb)), x, "gerund")


def fold(tree: Tree, phrase: Phrase, how: str) -> tuple[int, ...]:
    """Return the phrase without what follows its head."""
    if how == "short":
        return noun_words(tree, phrase.head, "none")
    if how == "of":
        return noun_words(tree, phrase.head, "of")
    return phrase.words


def _of_noun(tree: Tree, clause: Clause, subject: Phrase, group: tuple[int, ...], phrase: Phrase, kind: str, depth: int = 1) -> Iterator[Proposition]:
    if OPT["nested"] == "none":
        return
    base = (*group, *fold(tree, phrase, OPT["nestfold"]))
    if OPT["acl_nested"]:
        yield from _acl_nested(tree, clause, subject, base, phrase, kind)
    if OPT["to_noun"]:
        yield from _to_noun(tree, clause, subject, base, phrase, kind)
    for child in tree.having(phrase.head, "prep"):
        if OPT["nested"] == "nonof" and tree.words[child].lower() == "of":
            if OPT.get("through", False):
                for c in prepositional(tree, child):
                    if c.slot is Slot.PREPOSITIONAL and len(c.phrases) == 1:
                        yield from _of_noun(tree, clause, subject, (*base, *c.lead), c.phrases[0], kind, depth)
            continue
        for c in prepositional(tree, child):
            for inner in c.phrases:
                if c.slot is Slot.GERUND and OPT["noun_gerund"]:
                    yield from _gerund(tree, clause, subject, (*base, *c.lead), inner)
                    continue
                if tree.words[child].lower() == "of" and (tree.tags[inner.head] == "CD" or is_time(tree, inner.head)):
                    continue
                yield _make(tree, clause, subject, (*base, *c.lead), inner, "nested " + kind)
                if OPT["to_deep"]:
                    yield from _to_noun(tree, clause, subject, (*base, *c.lead, *fold(tree, inner, OPT["nestfold"])), inner, kind)
                if depth < OPT["depth"]:
                    yield from _of_noun(tree, clause, subject, (*base, *c.lead), inner, kind, depth + 1)


def _acl_nested(tree, clause, subject, base, phrase, kind):
    from kg.extract.clauses import verb_group
    from kg.extract.arguments import phrases_of
    for child in tree.having(phrase.head, "acl"):
        if tree.tags[child] not in ("VBN", "VBG") or tree.first(child, "nsubj") is not None:
            continue
        group = (*base, *verb_group(tree, child))
        folded = ()
        if tree.tags[child] == "VBG":
            for o in tree.having(child, "dobj", "attr"):
                for x in phrases_of(tree, o):
                    yield _make(tree, clause, subject, group, x, "acl nested")
                    folded = fold(tree, x, OPT["fold"])
        for p in tree.having(child, "prep", "agent")[:1]:
            for c in prepositional(tree, p):
                for x in c.phrases:
                    yield _make(tree, clause, subject, (*group, *folded, *c.lead), x, "acl nested")


def _to_noun(tree, clause, subject, base, phrase, kind):
    from kg.extract.clauses import verb_group
    from kg.extract.arguments import phrases_of
    for child in tree.having(phrase.head, "acl", "relcl"):
        if tree.tags[child] != "VB" or not any(tree.tags[c] == "TO" for c in tree.having(child, "aux")) or tree.first(child, "nsubj") is not None:
            continue
        group = (*base, *verb_group(tree, child))
        folded = ()
        for o in tree.having(child, "dobj", "attr"):
            for x in phrases_of(tree, o):
                yield _make(tree, clause, subject, group, x, "to noun")
                folded = fold(tree, x, OPT["fold"])
        for p in tree.having(child, "prep"):
            for c in prepositional(tree, p):
                for x in c.phrases:
                    yield _make(tree, clause, subject, (*group, *folded, *c.lead), x, "to noun pp")


def _extend(tree, clause, object_, kind):
    mode = OPT.get("extend")
    if not mode or object_.head < clause.verb:
        return object_
    words = list(object_.words)
    for p in tree.having(clause.verb, "prep"):
        if p == words[-1] + 1:
            inner = tree.first(p, "pobj")
            if inner is None or (mode == "time" and not is_time(tree, inner)):
                break
            words += list(tree.subtree(p))
    return Phrase(tree.trimmed(words), object_.head)


def _make(tree: Tree, clause: Clause, subject: Phrase, relation: tuple[int, ...], object_: Phrase, kind: str) -> Proposition:
    if kind in OPT.get("extend_kinds", ()):
        object_ = _extend(tree, clause, object_, kind)
    if OPT.get("fine"):
        kind = OPT["fine"](tree, clause, subject, relation, object_, kind)
    everything = sorted({*subject.words, *relation, *object_.words})
    return Proposition(
        subject=tree.argument(subject.words, subject.head),
        predicate=predicate(tree, relation, clause.verb, passive=clause.passive),
        object=tree.argument(object_.words, object_.head),
        kind=kind,
        span=tree.span(tuple(everything)),
        clause=tree.starts[clause.verb],
    )
