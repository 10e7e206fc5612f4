"""Qualifiers: what the circumstances of a clause add to its propositions, each with its role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.extract.borders import loose, with_ranges, words_behind
from kg.extract.complements import CIRCUMSTANCES, Complement, Slot
from kg.extract.doubtful import is_cut
from kg.extract.moments import is_rate, is_when, is_year
from kg.extract.phrases import Phrase
from kg.extract.role_phrases import is_amount, role_of_phrase, verb_of
from kg.extract.trees import OPENING, Tree
from kg.extract.words import ROLE_OF_CONJUNCTION, ROLE_OF_GERUND, ROLE_OF_PREPOSITION, SAYING, TIME_ADVERBS
from kg.extract.words_roles import (
    COMPASS,
    DIRECTIONS,
    FOR_A_GOAL,
    FOR_A_REASON,
    LASTING,
    MOMENTS,
    MOTION,
    MOVING,
    OF_CHANGE,
    OUTCOME_INFINITIVES,
    REASONED,
    SCHEDULING,
    SIZES,
    TIMELESS_PHRASES,
)
from kg.model import Qualifier, Role

OLDEST = 120  # "at 17" tells an age
PLACE_ADVERBS = frozenset(
    """here there abroad overseas home elsewhere nearby away outside inside everywhere downstream upstream downriver
    inland offshore onshore indoors outdoors""".split()
)
OFTEN = frozenset({"twice", "thrice"})
UNWELL = frozenset({"ill", "sick"})
HOW_FAR = frozenset({"ahead", "apart", "clear", "light", "short"})
COUNTING = frozenset({"a", "an", "less", "more"})
CONTRASTED = frozenset({"that", "there", "those"})
ASIDE_MARKS = frozenset({"after", "as", "while"})
CLAUSAL = (Slot.ADVERBIAL, Slot.GERUND, Slot.PURPOSE)
CERTAIN = frozenset({"that", "the", "this"})
WHITHER = frozenset({"home", "abroad", "overseas"})  # "sent home" is where to, "stayed home" where
NOT_BEFORE_TIME = ("of", "to", "with", "as")
BEGINNING = frozenset("begin break emerge erupt open start".split())
FINISHED = ("VBD", "VBN")
LOCKED_UP = frozenset({"prison", "jail", "custody"})
NAMED = ("nsubj", "nsubjpass", "expl")


def qualifiers(tree: Tree, complements: Iterable[Complement]) -> tuple[tuple[int, Qualifier], ...]:
    """Return a qualifier for each circumstance, with the position of its head word."""
    given = tuple(complements)
    own = with_ranges(tree, [c for c in given if c.slot in CIRCUMSTANCES and not _is_agent(tree, c)])
    found = (
        (complement, phrase, _words(tree, complement, phrase))
        for complement in (*own, *(further for c in given for further in loose(tree, c)))
        for phrase in complement.phrases
    )
    return tuple((p.head, _qualifier(tree, c, p, words)) for c, p, words in found if not _is_half(tree, c, words))


def _is_half(tree: Tree, complement: Complement, words: Sequence[int]) -> bool:
    """Tell whether something lacks that the words cannot do without: "a week later", of "a week later than planned"."""
    is_open = complement.slot is Slot.TIME and tree.lowers[words[-1] + 1 : words[-1] + 2] == ("than",)
    return is_open or is_cut(tree, words)


def _words(tree: Tree, complement: Complement, phrase: Phrase) -> tuple[int, ...]:
    further = _name_behind(tree, phrase) or _behind(tree, complement, phrase)
    own = _without_tail(tree, phrase) if complement.slot in CLAUSAL else phrase.words
    return (*complement.lead, *own, *further)


def _qualifier(tree: Tree, complement: Complement, phrase: Phrase, words: Sequence[int]) -> Qualifier:
    role = role_of(tree, complement, phrase)
    return Qualifier(role, tree.string(words), tree.span((min(words), max(words))), tree.token_span(phrase.head))


def _without_tail(tree: Tree, phrase: Phrase) -> tuple[int, ...]:
    """Return a clause without one behind a comma at its end, which may be the whole sentence's as well.

    "Convicted him of taking bribes, ending a long trial": the verdict ended it.
    """
    last = phrase.words[-1]
    tails = (c for w in phrase.words for c in tree.having(w, "advcl") if tree.right[c] == last and c > w)
    starts = [tree.left[c] for c in tails if tree.words[tree.left[c] - 1] == "," and _is_aside(tree, c)]
    seconds = (c for c in tree.having(phrase.head, "conj") if tree.right[c] == last and tree.pos[c] == "VERB")
    signs = (sign for c in seconds for sign in tree.having(phrase.head, "cc") if sign < c)
    starts += [sign for sign in signs if tree.words[sign - 1] == ","]  # "when she runs in Lund, and hopes to win"
    return tuple(w for w in phrase.words if w < min(starts) - 1) if starts else phrase.words


def _is_aside(tree: Tree, clause: int) -> bool:
    is_participle = tree.tags[clause] == "VBG" and tree.left[clause] == clause
    return is_participle or tree.lowers[tree.left[clause]] in ASIDE_MARKS


def _name_behind(tree: Tree, phrase: Phrase) -> tuple[int, ...]:
    """Return the name right behind a noun: "from the shipyard Vestergaard"."""
    names = (c for c in tree.having(phrase.head, "appos") if tree.left[c] == phrase.words[-1] + 1)
    return next((tree.phrase(c) for c in names if tree.pos[c] == "PROPN"), ())


def _behind(tree: Tree, complement: Complement, phrase: Phrase) -> tuple[int, ...]:
    if complement.slot is Slot.ADVERB:  # "as soon as it rained"
        clauses = (c for c in tree.having(phrase.head, "advcl") if tree.left[c] == phrase.words[-1] + 1)
        return next((tuple(tree.subtree(c)) for c in clauses), ())
    return words_behind(tree, phrase, complement.lead) if complement.slot in (Slot.PREPOSITIONAL, Slot.TIME) else ()


def role_of(tree: Tree, complement: Complement, phrase: Phrase) -> Role:
    """Tell what a circumstance adds: by its sort, its preposition, and whether it names a time."""
    if complement.slot is Slot.ADVERB:
        return _of_adverb(tree, phrase)
    if complement.slot is Slot.PURPOSE:
        return _of_infinitive(tree, phrase)
    if complement.slot is Slot.TIME:
        return _of_bare_noun(tree, phrase)
    lead = " ".join(tree.lowers[w] for w in complement.lead)
    last = lead.rsplit(" ", 1)[-1]
    if " than " in lead and last not in ("after", "before"):  # "70 percent more than in May"
        return Role.EXTENT
    if complement.slot is Slot.ADVERBIAL:
        words = reversed([tree.lowers[w] for w in complement.lead])  # "after a court found that she had lied"
        return _of_clause(tree, phrase, next((word for word in words if word in ROLE_OF_CONJUNCTION), last))
    if complement.slot is Slot.GERUND:
        is_reason = last == "for" and _is_reasoned(tree, complement)
        of_whole = ROLE_OF_PREPOSITION.get(lead, Role.OTHER)  # "in exchange for helping them"
        return Role.CAUSE if is_reason else of_whole if " " in lead else ROLE_OF_GERUND.get(last, Role.OTHER)
    if _is_no_time(tree, complement, phrase, lead):
        return Role.OTHER
    if last == "by" and _is_span(tree, phrase):
        return Role.EXTENT  # "delayed by two weeks"
    if lead not in NOT_BEFORE_TIME and (is_when(tree, phrase) or (lead == "at" and _is_age(tree, phrase))):
        return Role.TIME
    return role_of_phrase(tree, complement, phrase)


def _is_no_time(tree: Tree, complement: Complement, phrase: Phrase, lead: str) -> bool:
    """Tell whether a time is what somebody waits or plans for: "a budget for 2025", "waited for the day"."""
    if tree.lowers[phrase.head] == "time" and f"{lead} {tree.string(phrase.words).lower()}" in TIMELESS_PHRASES:
        return True
    if lead != "for":
        return False
    verb = verb_of(tree, complement)
    if is_year(tree, phrase) and verb not in SCHEDULING:
        return True
    is_certain = tree.lowers[phrase.words[0]] in CERTAIN or tree.lowers[phrase.head] == "time"
    return verb in FOR_A_GOAL and is_certain


def _is_span(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the words say how long: "three weeks", "a year"."""
    is_counted = tree.first(phrase.head, "nummod") is not None or tree.lowers[phrase.words[0]] in COUNTING
    return tree.bases[phrase.head] in SIZES and is_counted


def _is_reasoned(tree: Tree, complement: Complement) -> bool:
    """Tell whether "for" leads to what somebody is praised or punished for: "fined for speeding", "a fine for"."""
    above = tree.heads[complement.lead[-1]]
    beside = (noun for p in tree.having(above, "prep") for noun in tree.having(p, "pobj"))
    is_held = any(tree.bases[noun] in LOCKED_UP for noun in beside)  # "spent a year in prison for lying"
    return is_held or verb_of(tree, complement) in FOR_A_REASON or tree.bases[above] in REASONED | LOCKED_UP


def _of_bare_noun(tree: Tree, phrase: Phrase) -> Role:
    """Tell what a phrase without preposition adds: "two years ago", "three times", "40 miles north", "nine points"."""
    word = tree.lowers[phrase.head]
    if word in COMPASS:
        return Role.PLACE
    if is_rate(tree, phrase) or any(
        tree.lowers[w] in HOW_FAR for w in phrase.words
    ):  # "12 light years away", "two seconds ahead"
        return Role.EXTENT
    if is_amount(tree, phrase):
        return Role.EXTENT if word == "times" or not is_when(tree, phrase) else Role.TIME
    return Role.TIME if tree.pos[phrase.head] in ("ADV", "ADP") or is_when(tree, phrase) else Role.OTHER


def _of_adverb(tree: Tree, phrase: Phrase) -> Role:
    word = tree.lowers[phrase.head]
    if tree.string(phrase.words).lower() in ("so far", "no longer") or word == "ago":
        return Role.TIME
    if word in OFTEN:
        return Role.EXTENT
    if word == "away" and tree.bases[tree.heads[phrase.head]] in MOVING | MOTION:
        return Role.OTHER  # "walked away", but "lives far away"
    if word in PLACE_ADVERBS:
        return Role.GOAL if word in WHITHER and tree.bases[tree.heads[phrase.head]] in MOVING else Role.PLACE
    if word in TIME_ADVERBS or word in MOMENTS:
        return Role.TIME
    if any(is_amount(tree, Phrase(phrase.words, w)) for w in phrase.words):  # "up 3%"
        return Role.EXTENT
    return Role.OTHER if word in DIRECTIONS or word in UNWELL else Role.MANNER


def _of_infinitive(tree: Tree, phrase: Phrase) -> Role:
    """Tell a purpose from an outcome ("fell to close at 12") and from a name for a grade ("cut it to “sell”")."""
    if not tree.tags[phrase.head].startswith("VB") or tree.lowers[phrase.words[0]] == "with":
        return Role.OTHER  # "with 3 km to go"
    is_bare = tree.first(phrase.head, "dobj", "ccomp", "xcomp") is None
    if is_bare and any(tree.words[w] in OPENING for w in phrase.words[:2]):
        return Role.GOAL
    is_outcome = tree.bases[phrase.head] in OUTCOME_INFINITIVES
    return Role.OTHER if is_outcome and tree.lemmas[tree.heads[phrase.head]] in OF_CHANGE else Role.PURPOSE


def _of_clause(tree: Tree, phrase: Phrase, conjunction: str) -> Role:
    """Tell what a clause adds: "as many had assumed" is no cause, "as he was leaving" tells when."""
    verb = phrase.head
    auxiliaries = [c for c in tree.having(verb, "aux", "auxpass") if tree.tags[c] == "VBD"]
    if conjunction == "as":
        if tree.bases[verb] in SAYING and tree.first(verb, "dobj", "ccomp") is None:
            return Role.OTHER
        is_under_way = tree.tags[verb] == "VBG" or any(tree.tags[c] == "VBG" for c in tree.having(verb, "auxpass"))
        if tree.bases[verb] == "do":
            return Role.OTHER  # "as it did in May"
        is_done = tree.tags[verb] == "VBD" or any(tree.tags[c] == "VBD" for c in tree.having(verb, "auxpass"))
        is_deed = is_done and tree.bases[verb] not in LASTING
        return Role.TIME if is_deed or (is_under_way and auxiliaries) else Role.CAUSE
    if conjunction == "while" and _is_contrast(tree, verb):
        return Role.OTHER
    if conjunction == "since" and tree.tags[verb] in FINISHED and (tree.tags[verb] == "VBD" or auxiliaries):
        above = tree.having(tree.heads[verb], "aux")
        is_most = any(tree.tags[c] == "JJS" for n in tree.having(tree.heads[verb], "attr") for c in tree.children[n])
        is_loose = tree.tags[tree.heads[verb]] == "VBG" or tree.bases[verb] in BEGINNING  # "since the war began"
        return Role.TIME if is_most or is_loose or any(tree.bases[c] == "have" for c in above) else Role.CAUSE
    return ROLE_OF_CONJUNCTION.get(conjunction, Role.OTHER)


def _is_contrast(tree: Tree, verb: int) -> bool:
    """Tell whether "while" only sets two things side by side: "Ann won, while Bob lost", but "while Bob slept"."""
    subject, other = tree.first(verb, *NAMED), tree.first(tree.heads[verb], *NAMED)
    is_under_way = tree.tags[verb] == "VBG" and tree.first(verb, "aux") is not None
    is_pronoun = subject is None or (tree.pos[subject] == "PRON" and tree.lowers[subject] not in CONTRASTED)
    is_apart = tree.left[verb] == 0 or tree.words[tree.left[verb] - 1] in (",", ";")
    both_change = {tree.bases[verb], tree.bases[tree.heads[verb]]} <= OF_CHANGE
    is_beside = is_apart or both_change or (other is not None and tree.left[verb] < other)
    return is_beside and not (is_under_way or is_pronoun or other is None)


def _is_age(tree: Tree, phrase: Phrase) -> bool:
    word = tree.words[phrase.head]
    return len(phrase.words) == 1 and word.isdigit() and int(word) <= OLDEST


def _is_agent(tree: Tree, complement: Complement) -> bool:
    return bool(complement.lead) and tree.deps[complement.lead[-1]] == "agent"
