"""Nouns that say what a verb says, with who does it and to what: "Russia's invasion of Ukraine", "U.S.-made jets"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from kg.extract.deed_nouns import deed_frame
from kg.extract.nouns import Nouns, argument, make, phrases, subjects_of, worded
from kg.extract.phrases import Phrase
from kg.extract.words_nominal import (
    AGENT_PARTICIPLES,
    BARE_HELPING_VERBS,
    HELPING_PREPOSITIONS,
    HELPING_VERBS,
    LIGHT_VERBS,
    MOVING_NOTHING,
    NO_AGENTS,
    SHARED_DEEDS,
)
from kg.model import Argument, Predicate, Proposition, Qualifier, Role, Span

BOTH_ENDS = 0.75
CONTROLLED = 0.7
MOVED = 0.65
COMPOUND = 0.75
ROLES = {"to": Role.GOAL, "into": Role.GOAL, "from": Role.SOURCE, "in": Role.PLACE, "inside": Role.PLACE,
         "at": Role.PLACE, "near": Role.PLACE, "on": Role.PLACE, "outside": Role.PLACE}  # fmt: skip


IRREGULAR = {"sell": "sold", "send": "sent", "ship": "shipped", "take": "taken", "withdraw": "withdrawn"}


@dataclass(frozen=True, slots=True)
class Deed:
    """A noun for a verb, with what its phrase says of the ends."""

    noun: int
    verb: str
    doers: tuple[Phrase, ...]
    objects: tuple[Phrase, ...]
    others: tuple[tuple[int, tuple[Phrase, ...]], ...]  # other prepositions and what they lead to


def deeds(nouns: Nouns) -> Iterator[Proposition]:
    """Yield what nouns for deeds say, where one of the two ends is known at least and the deed has a goal or doer."""
    for i, tag in enumerate(nouns.tree.tags):
        deed = _read_deed(nouns, i) if tag in ("NN", "NNS") else None
        if deed is not None:
            yield from _told(nouns, deed)


def _read_deed(nouns: Nouns, i: int) -> Deed | None:
    tree = nouns.tree
    lemma = tree.bases[i]
    frame = deed_frame(lemma)
    if frame is None or tree.deps[i] in ("compound", "amod", "nmod"):
        return None
    verb, object_prepositions, subject_prepositions = frame
    objects: tuple[Phrase, ...] = ()
    doers: tuple[Phrase, ...] = ()
    others: list[tuple[int, tuple[Phrase, ...]]] = []
    for preposition, led in _led_to(nouns, i):
        word = tree.lowers[preposition]
        if word == "by" or word in subject_prepositions:
            doers = doers or led
        elif word in object_prepositions and not objects:
            objects = led
        else:
            others.append((preposition, led))
    possessor = _possessor(nouns, i)
    if possessor and doers and not objects:
        objects = possessor
    return Deed(i, verb, doers or possessor or _named_doer(nouns, i), objects, tuple(others))


def _led_to(nouns: Nouns, i: int) -> tuple[tuple[int, tuple[Phrase, ...]], ...]:
    """Return the prepositions after a noun and what they lead to; joined nouns share them ("repair and upkeep of")."""
    tree = nouns.tree
    joined = [c for c in reversed(tree.having(i, "conj")) if deed_frame(tree.bases[c])]
    before = [tree.heads[i]] if tree.deps[i] == "conj" else []
    for holder in (i, *joined[:1], *before):
        led = tuple(_leading(nouns, holder, after=i))
        if led:
            return led
    return ()


def _leading(nouns: Nouns, holder: int, *, after: int) -> Iterator[tuple[int, tuple[Phrase, ...]]]:
    tree = nouns.tree
    for preposition in tree.having(holder, "prep", "agent"):
        target = tree.first(preposition, "pobj")
        if target is not None and preposition > after and nouns.is_noun(target):
            yield preposition, phrases(nouns, target)


def _possessor(nouns: Nouns, i: int) -> tuple[Phrase, ...]:
    tree = nouns.tree
    owner = tree.first(i, "poss")
    if owner is None or tree.pos[owner] not in ("PROPN", "NOUN", "PRON"):
        return ()
    return tuple(Phrase(tuple(w for w in p.words if tree.tags[w] != "POS"), p.head) for p in phrases(nouns, owner))


def _named_doer(nouns: Nouns, i: int) -> tuple[Phrase, ...]:
    """Return the name right before the noun that says who did it: "Russian invasion", "U.S. support"."""
    tree = nouns.tree
    for child in tree.having(i, "amod", "compound", "nmod"):
        if nouns.sorts[child] in ("NORP", "GPE", "ORG") and tree.pos[child] in ("PROPN", "ADJ"):
            return (Phrase(tree.phrase(child), child),)
    return ()


# ------------------------------------------------------------------------------------------------ what is told


def _told(nouns: Nouns, deed: Deed) -> Iterator[Proposition]:
    if deed.doers:
        yield from _done(nouns, deed, deed.noun, deed.doers, BOTH_ENDS)
    else:
        carrier, doers = _carrier(nouns, deed.noun)
        yield from _done(nouns, deed, carrier, doers, CONTROLLED)
    yield from _moved(nouns, deed)


def _done(nouns: Nouns, deed: Deed, anchor: int, doers: tuple[Phrase, ...], confidence: float) -> Iterator[Proposition]:
    """Say who does it to what; the anchor is what decides its truth, the noun or the verb that carries it."""
    qualifiers = _qualifiers(nouns, deed)
    for doer, object_ in product(doers, deed.objects):
        if doer.head != object_.head:
            words = _relation_words(nouns, deed, object_)
            predicate = worded(nouns, anchor, deed.verb, nouns.tree.string(words), words)
            ends = argument(nouns, doer), argument(nouns, object_)
            yield make(nouns, ends[0], predicate, ends[1], kind="nominal", confidence=confidence, qualifiers=qualifiers)


def _relation_words(nouns: Nouns, deed: Deed, object_: Phrase) -> tuple[int, ...]:
    """Return the noun and the preposition that leads to its object."""
    tree = nouns.tree
    i = object_.head
    while tree.deps[i] == "conj":
        i = tree.heads[i]
    governor = tree.heads[i]
    return (deed.noun, governor) if tree.deps[governor] == "prep" else (deed.noun,)


def _carrier(nouns: Nouns, noun: int) -> tuple[int, tuple[Phrase, ...]]:
    """Return the verb that lends the deed who does it, and who that is.

    "X supports Y with maintenance of Z", "X is responsible for repairs of Z", "repairs of Z are done by X". What light
    verbs carry otherwise ("carry out repairs on Z") needs no statement beside the verb's own.
    """
    tree = nouns.tree
    while tree.deps[noun] == "conj":
        noun = tree.heads[noun]
    governor = tree.heads[noun]
    if tree.deps[noun] == "nsubjpass" and _verb_with_particle(nouns, governor) in LIGHT_VERBS:
        return governor, _agents(nouns, governor)
    if tree.deps[noun] == "pobj":
        helper = helper_above(nouns, governor)
        return (noun, ()) if helper is None else (helper, helpers(nouns, helper))
    return noun, ()


def _verb_with_particle(nouns: Nouns, verb: int) -> str:
    particle = nouns.tree.first(verb, "prt")
    lemma = nouns.tree.bases[verb]
    return lemma if particle is None else f"{lemma}_{nouns.tree.lowers[particle]}"


def _agents(nouns: Nouns, verb: int) -> tuple[Phrase, ...]:
    by = nouns.tree.first(verb, "agent")
    agent = None if by is None else nouns.tree.first(by, "pobj")
    return () if agent is None else phrases(nouns, agent)


def helper_above(nouns: Nouns, preposition: int) -> int | None:
    """Return the verb whose subject does what follows: "helps Ann with …", "is responsible for …"."""
    tree = nouns.tree
    word, helper = tree.lowers[preposition], tree.heads[preposition]
    if word == "for" and tree.bases[helper] == "responsible" and tree.deps[helper] == "acomp":
        return tree.heads[helper]
    while tree.pos[helper] in ("NOUN", "PROPN") and tree.deps[helper] in ("dobj", "pobj"):  # attached too low
        helper = tree.heads[helper]
    is_helper = word in HELPING_PREPOSITIONS and tree.bases[helper] in HELPING_VERBS
    return helper if is_helper else None


def helpers(nouns: Nouns, helper: int) -> tuple[Phrase, ...]:
    """Return who helps; in "To help Ann with repairs, the town hired a smith" it is not the town."""
    return tuple(doer for doer in subjects_of(nouns, helper) if doer.head < helper)


def helped(nouns: Nouns) -> Iterator[Proposition]:
    """Yield what a helper does too: "they assist Estonia in maintaining ships", "they help Estonia repair ships"."""
    tree = nouns.tree
    for verb in (i for i, pos in enumerate(tree.pos) if pos == "VERB"):
        helper = _helper_of(nouns, tree.heads[verb] if tree.deps[verb] == "conj" else verb)
        for doer in () if helper is None else helpers(nouns, helper):
            yield from _helps(nouns, doer, verb)


def _helper_of(nouns: Nouns, verb: int) -> int | None:
    """Return the verb of helping that a verb says more of: "assist in maintaining", "help repair", not "help win"."""
    tree, head = nouns.tree, nouns.tree.heads[verb]
    is_shared = tree.bases[verb] in SHARED_DEEDS
    if tree.tags[verb] == "VBG" and tree.deps[verb] == "pcomp":
        return helper_above(nouns, head) if is_shared or tree.lowers[head] == "for" else None
    is_infinitive = is_shared and tree.tags[verb] == "VB" and tree.deps[verb] in ("ccomp", "xcomp")
    return head if is_infinitive and tree.bases[head] in BARE_HELPING_VERBS and verb > head else None


def _helps(nouns: Nouns, doer: Phrase, gerund: int) -> Iterator[Proposition]:
    tree = nouns.tree
    last = tree.first(gerund, "conj")
    target = tree.first(gerund, "dobj") or (None if last is None else tree.first(last, "dobj"))
    for thing in () if target is None else phrases(nouns, target):
        predicate = worded(nouns, gerund, tree.bases[gerund], tree.words[gerund])
        ends = argument(nouns, doer), argument(nouns, thing)
        yield make(nouns, ends[0], predicate, ends[1], kind="nominal", confidence=CONTROLLED)


def _moved(nouns: Nouns, deed: Deed) -> Iterator[Proposition]:
    """Say where something went, whoever moved it: "the delivery of jets to Kyiv"."""
    for preposition, led in deed.others:
        word = nouns.tree.lowers[preposition]
        if word in ("to", "from", "into") and deed.verb not in MOVING_NOTHING:
            words = (deed.noun, preposition)
            lemma = f"be {_participle(deed.verb)} {word}"
            predicate = worded(nouns, deed.noun, lemma, nouns.tree.string(words), words)
            for object_, goal in product(deed.objects, led):
                ends = argument(nouns, object_), argument(nouns, goal)
                yield make(nouns, ends[0], predicate, ends[1], kind="nominal", confidence=MOVED)


def _participle(verb: str) -> str:
    first, _, rest = verb.partition(" ")
    word = IRREGULAR.get(first) or first + ("d" if first.endswith("e") else "ed")
    if first.endswith("y"):
        word = first[:-1] + "ied" if first[-2] not in "aeou" else first + "ed"
    return f"{word} {rest}".strip()


def _qualifiers(nouns: Nouns, deed: Deed) -> tuple[Qualifier, ...]:
    tree = nouns.tree
    found = []
    for preposition, led in deed.others:
        role = ROLES.get(tree.lowers[preposition], Role.OTHER)
        for phrase in led:
            words = (preposition, *phrase.words)
            found.append(Qualifier(role, tree.string(words), tree.span(words), tree.token_span(phrase.head)))
    return tuple(found)


# ------------------------------------------------------------------------------------------------ compounds


def compounds(nouns: Nouns) -> Iterator[Proposition]:
    """Yield who did it from modifiers such as "U.S.-provided", in one token or in three."""
    tree = nouns.tree
    for i, dep in enumerate(tree.deps):
        if dep != "amod" or not nouns.is_noun(tree.heads[i]):
            continue
        found = _agent_in_token(nouns, i) or _agent_before(nouns, i)
        if found is None:
            continue
        agent, predicate = found
        for phrase in _modified(nouns, i):
            thing = argument(nouns, _without_modifier(nouns, phrase, i))
            yield make(nouns, agent, predicate, thing, kind="compound", confidence=COMPOUND)


def _modified(nouns: Nouns, modifier: int) -> tuple[Phrase, ...]:
    """Return the nouns that the modifier belongs to: its own, and those joined to it that have nothing before them."""
    first, *joined = phrases(nouns, nouns.tree.heads[modifier])
    return (first, *(phrase for phrase in joined if phrase.words[0] == phrase.head))


def _agent_in_token(nouns: Nouns, i: int) -> tuple[Argument, Predicate] | None:
    agent, hyphen, participle = nouns.tree.words[i].rpartition("-")
    if not hyphen or participle.lower() not in AGENT_PARTICIPLES or not _is_agent(agent):
        return None
    start = nouns.tree.starts[i]
    at = Span(start, start + len(agent))
    rest = Span(at.end + 1, start + len(nouns.tree.words[i]))
    verb = AGENT_PARTICIPLES[participle.lower()]
    return Argument(agent, at, at), Predicate(verb, participle, rest, nouns.tree.token_span(i))


def _agent_before(nouns: Nouns, i: int) -> tuple[Argument, Predicate] | None:
    tree = nouns.tree
    participle = tree.lowers[i]
    if i < 2 or tree.words[i - 1] != "-" or participle not in AGENT_PARTICIPLES or not _is_agent(tree.words[i - 2]):
        return None
    words = [i - 2]
    while words[0] > 0 and nouns.sorts[i - 2] and nouns.sorts[words[0] - 1] == nouns.sorts[i - 2]:
        words.insert(0, words[0] - 1)
    return tree.argument(words, i - 2), worded(nouns, i, AGENT_PARTICIPLES[participle], tree.words[i])


def _is_agent(word: str) -> bool:
    return word.lower() not in NO_AGENTS and not word.lower().endswith("ly") and word[-1].isalpha() | (word[-1] == ".")


def _without_modifier(nouns: Nouns, phrase: Phrase, modifier: int) -> Phrase:
    """Return the thing without the compound itself, which the statement says already."""
    gone = {modifier, modifier - 1, modifier - 2} if nouns.tree.words[modifier - 1] == "-" else {modifier}
    return Phrase(tuple(i for i in phrase.words if i not in gone), phrase.head)
