"""Repairs of what hangs on the wrong word: a preposition that the verb takes, a relative clause that disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract.parses import NOUNS, PLURAL, Parse
from kg.extract.words_frames import DONE_TO_HOLDERS, HOLDERS, TAKEN_BEHIND_OBJECT, TAKES_FOR
from kg.extract.words_mentions import PLURAL_NOUNS

PLURAL_VERBS = frozenset({"are", "were", "have", "do", "'re", "’re", "'ve", "’ve"})
SINGULAR_VERBS = frozenset({"is", "was", "has", "does", "'s", "’s"})
NUMBERS = {"are": True, "were": True, "is": False, "was": False, "has": False}
MANY = frozenset({"all", "both", "many", "most", "other", "some", "these", "those"})
REACH = 3  # nouns up from the one that a relative clause hangs on


def taken_by_verb(parse: Parse) -> Parse:
    """Hang a preposition on the verb that takes it behind its object: "accused the mayor of taking bribes"."""
    for i in parse.labelled("prep"):
        verbs = TAKEN_BEHIND_OBJECT.get(parse.lowers[i])
        if verbs is None:
            continue
        noun = _owned(parse, parse.heads[i])
        verb = parse.heads[noun]
        if parse.deps[noun] not in ("dobj", "nsubjpass") or parse.bases[verb] not in verbs:
            continue
        if parse.lowers[i] == "for" and parse.bases[i - 1] in TAKES_FOR:
            continue  # "blamed weak demand for cars"
        if verb < noun < i:
            parse = parse.attached(i, verb, "prep")
    return parse


def holder_at(parse: Parse) -> Parse:
    """Hang where somebody works on them: "sentenced a clerk at the Port of Alba" is not done at that port."""
    for i in parse.inner("at"):
        verb, noun, led = parse.heads[i], _owned(parse, i - 1), parse.child(i, "pobj")  # "a head of sales at Acme"
        is_of_verb = parse.deps[i] == "prep" and parse.bases[verb] in DONE_TO_HOLDERS
        if led is None or not is_of_verb or parse.deps[noun] != "dobj" or parse.heads[noun] != verb:
            continue
        if parse.bases[noun] in HOLDERS and parse.pos[led] == "PROPN":
            parse = parse.attached(i, noun, "prep")
    return parse


def _owned(parse: Parse, noun: int) -> int:
    """Return the "control" of "control of 30 ports": what is handed over is handed over to somebody."""
    preposition = parse.heads[noun]
    is_owner = parse.deps[noun] == "pobj" and parse.lowers[preposition] == "of"
    return parse.heads[preposition] if is_owner else noun


# ------------------------------------------------------------------------------------------------ relative clauses


def relative_of_noun_that_agrees(parse: Parse) -> Parse:
    """Hang a relative clause on the noun that its verb agrees with: "the fate of migrants at sea who are in need"."""
    for i in parse.labelled("relcl"):
        if parse.heads[i] > i:
            continue
        is_plural = number_of_verb(parse, i)
        noun = parse.heads[i]
        if is_plural and (owned := _of_many(parse, noun)) is not None:
            parse = parse.attached(i, owned, "relcl")
            continue
        if is_plural is None or not _differs(parse, noun, plural=is_plural):
            continue
        fitting = (n for n in _other_nouns(parse, noun, i) if _agrees(parse, n, plural=is_plural))
        if (better := next(fitting, None)) is not None:
            parse = parse.attached(i, better, "relcl")
    return parse


def _of_many(parse: Parse, name: int) -> int | None:
    """Return the many things of one that is named: "Shares in Acme, which have fallen"."""
    preposition = parse.heads[name]
    is_one = parse.tags[name] == "NNP" and parse.child(name, "conj") is None and parse.deps[name] == "pobj"
    above = parse.heads[preposition]
    is_of = is_one and parse.lowers[preposition] in ("in", "of") and parse.words[name + 1] == ","
    return above if is_of and parse.tags[above] == "NNS" and above == preposition - 1 else None


def number_of_verb(parse: Parse, verb: int) -> bool | None:
    """Tell whether the relative clause speaks of many, where its verb shows it and its pronoun is the subject."""
    subject = parse.child(verb, "nsubj", "nsubjpass")
    if subject is None or parse.lowers[subject] not in ("who", "which", "that"):
        return None
    finite = parse.child(verb, "aux", "auxpass")
    finite = verb if finite is None else finite
    word = parse.lowers[finite]
    if word in PLURAL_VERBS or parse.tags[finite] == "VBP":
        return True
    if word in SINGULAR_VERBS or parse.tags[finite] == "VBZ":
        return False
    joined = parse.child(verb, "conj")  # "which had been planned but was called off"
    shown = None if joined is None else parse.child(joined, "aux", "auxpass")
    is_same = joined is not None and parse.child(joined, "nsubj", "nsubjpass", "expl") is None
    return NUMBERS.get(parse.lowers[shown]) if shown is not None and is_same else None


def is_many(parse: Parse, noun: int) -> bool:
    """Tell whether a noun is a plural or the first of a list."""
    return parse.tags[noun] in PLURAL or parse.child(noun, "conj") is not None


def _differs(parse: Parse, noun: int, *, plural: bool) -> bool:
    """Tell whether the noun plainly has the other number; names and groups take both."""
    if parse.pos[noun] != "NOUN" or parse.bases[noun] in PLURAL_NOUNS or parse.deps[noun] == "conj":
        return False
    return is_many(parse, noun) != plural and parse.child(noun, "conj") is None


def _agrees(parse: Parse, noun: int, *, plural: bool) -> bool:
    if names_many(parse, noun):
        return plural
    if parse.pos[noun] == "PROPN" and parse.words[noun + 1] != ",":  # a name needs no clause to say which one
        return False
    return parse.pos[noun] in NOUNS and is_many(parse, noun) == plural


def names_many(parse: Parse, name: int) -> bool:
    """Tell whether a name is that of a sort, of which a clause says who is meant: "all Finns who live in Lapland"."""
    determiner = parse.child(name, "det")
    is_many = determiner is not None and parse.lowers[determiner] in MANY
    return parse.pos[name] == "PROPN" and (is_many or (determiner is not None and parse.tags[name] == "NNPS"))


def _other_nouns(parse: Parse, noun: int, verb: int) -> Iterator[int]:
    """Yield the noun right before the clause, and then the nouns above that the first one hangs on."""
    pronoun = parse.child(verb, "nsubj", "nsubjpass") or verb
    before = pronoun - 1
    if parse.words[before] == ",":
        before -= 1
    if before > noun:
        yield before
    for _ in range(REACH):
        preposition = parse.heads[noun]
        if parse.deps[noun] != "pobj" or parse.deps[preposition] != "prep":
            return
        above = preposition - 1 if parse.pos[preposition - 1] in NOUNS else parse.heads[preposition]
        if above > noun:
            return
        yield above
        noun = above
