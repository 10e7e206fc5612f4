"""The rule families: from one clause, seen from one subject, to its propositions.

Each family is a pure function from a Frame to rows, tried in the order of `FAMILIES`. With "Ann sold the shop to Bob
in May" the object family gives (sold / the shop), the circumstance family (sold the shop to / Bob) and (sold the shop
in / May): what the verb takes first is part of what the rest says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from kg.extract.clauses import Clause, Link
from kg.extract.complements import Complement, Slot
from kg.extract.families_nouns import gerund, nested
from kg.extract.frames import Frame, Row
from kg.extract.moments import is_rate
from kg.extract.phrases import Phrase, is_time, object_words, told_apart, whole_phrase
from kg.extract.relations import Relation
from kg.extract.role_phrases import is_amount
from kg.extract.singled_out import with_deed
from kg.extract.trees import Tree
from kg.extract.verbs import first_conjunct, gerund_doer, is_to_infinitive
from kg.extract.words import BE, CAUSING, CORE_PREPOSITIONS, NEEDS_TIME, SAYING, TIME_ADVERBS
from kg.extract.words_factuality import STATES
from kg.extract.words_phrases import SET_PHRASES
from kg.extract.words_repairs import CALLING_AS, LOOSE_LEADS

Family = Callable[[Frame], Iterator[Row]]

ADDED = frozenset({Slot.PREPOSITIONAL, Slot.TIME, Slot.DATIVE, Slot.ADVERB, Slot.GERUND})
WITHOUT_SUBJECT = frozenset({Link.ADVERBIAL, Link.PARTICIPLE, Link.RELATIVE})

SCORE = re.compile(r"\d+[-–]\d+")  # of a match, that tells no time: "beat Chile 2-1"


def rows(frame: Frame) -> Iterator[Row]:
    """Yield what every family finds; a clause that takes nothing is one row without an object."""
    if _is_told_by_governor(frame.tree, frame.clause):
        return
    found = False
    for family in FAMILIES:
        for row in family(frame):
            found = True
            yield row
    if (not found or _takes_only_times(frame)) and _says_something_alone(frame):
        yield Row(frame.relation, None, "intransitive")


def _says_something_alone(frame: Frame) -> bool:
    """Tell whether the clause is finite and complete without an object: "talks collapsed"."""
    is_finite = frame.clause.link not in (Link.PARTICIPLE, Link.ADVERBIAL) or bool(
        frame.tree.having(frame.clause.verb, "nsubj", "nsubjpass")
    )
    is_empty = frame.tree.bases[frame.clause.verb] in EMPTY  # "then we would be"
    return is_finite and not is_empty and not frame.tree.having(frame.clause.verb, *GOVERNED)


def _takes_only_times(frame: Frame) -> bool:
    """Tell whether the clause is complete without what it says of when: "resigned on Monday" says that somebody did."""
    tree, verb = frame.tree, frame.clause.verb
    if tree.lowers[verb] in BE or tree.bases[verb] in NEEDS_TIME or frame.clause.gap is not None:
        return False
    return all(_says_when(tree, complement) for complement in frame.complements)


def _says_when(tree: Tree, complement: Complement) -> bool:
    if complement.slot is Slot.PREPOSITIONAL:
        return all(is_time(tree, phrase.head) for phrase in complement.phrases)
    if complement.slot is Slot.ADVERB:  # "performed badly" does not say that they performed
        return tree.lowers[complement.at] in TIME_ADVERBS
    return complement.slot in (Slot.TIME, Slot.ADVERBIAL)


EMPTY = frozenset({"be", "say", "tell", "add"})
GOVERNED = ("xcomp", "ccomp", "acomp", "attr", "dobj", "oprd")


def _is_told_by_governor(tree: Tree, clause: Clause) -> bool:
    """Tell whether the governor's rows say it: a purpose, the infinitive of a noun, "by selling shares"."""
    if clause.link is Link.GERUND:
        first = first_conjunct(tree, clause.verb)
        is_own = tree.having(first, "nsubj", "nsubjpass") or tree.lowers[tree.heads[first]] in OF_OWN_DEED
        return not is_own and gerund_doer(tree, clause.verb) is None
    is_bare = clause.link in WITHOUT_SUBJECT and tree.first(clause.verb, "nsubj") is None
    if clause.link is Link.ADVERBIAL:
        return is_bare and is_to_infinitive(tree, clause.verb)
    return is_bare and tree.tags[clause.verb] == "VB"


# ------------------------------------------------------------------------------------------------ objects


def relative_objects(frame: Frame) -> Iterator[Row]:
    """The antecedent is the object: "the tools she used" -> (she / used / the tools), "the job she asked for"."""
    is_called = any(c.slot is Slot.PREDICATIVE for c in frame.core) or _is_called(frame)  # "a move that he called odd"
    if frame.clause.gap is not None and not is_called:
        tree, verb = frame.tree, frame.clause.verb
        left = tuple(p for p in tree.having(verb, "prep") if verb < p == tree.right[p])
        yield Row(frame.relation.to(left[-1:]), frame.clause.gap, "relative")


def objects(frame: Frame) -> Iterator[Row]:
    """Objects and predicatives, each conjunct by itself, and what hangs on them by a preposition."""
    relation = frame.relation if frame.clause.gap is None else frame.over(frame.relation, frame.clause.gap)
    is_caused = _caused_verb(frame) is not None or _is_kept(frame) or _is_called(frame)
    slots = {c.slot for c in frame.core}
    for complement in frame.core:
        kind = _kind_of(frame.tree, complement)
        is_part = is_caused or (kind == "object" and Slot.PREDICATIVE in slots)  # "found him" of "found him guilty"
        if kind == "complement" and frame.tree.first(complement.at, "xcomp") is not None:
            continue  # "was able to start" is told by "start"
        for phrase in complement.phrases:
            yield from _small_clause(frame, relation, complement, phrase)
            if not is_part and not _needs_preposition(frame.tree, complement, kind):
                yield Row(relation, _bordered(frame, phrase, kind), kind)
            yield from nested(frame, relation, phrase, kind)
        if complement.phrases:
            relation = frame.over(relation, complement.phrases[0])


def _bordered(frame: Frame, phrase: Phrase, kind: str) -> Phrase:
    """Return how far an object reaches; a predicative takes all that follows its noun."""
    tree, verbs = frame.tree, frame.relation.words
    return told_apart(tree, phrase, verbs) if kind == "object" else with_deed(tree, whole_phrase(tree, phrase))


def _kind_of(tree: Tree, complement: Complement) -> str:
    if complement.slot is Slot.OBJECT:
        return "object"
    return "copula" if tree.deps[complement.at] == "attr" else "complement"


def _needs_preposition(tree: Tree, complement: Complement, kind: str) -> bool:
    """Tell whether the adjective says nothing without what follows: "is responsible for the bridge"."""
    return (
        kind == "complement" and tree.tags[complement.at].startswith("JJ") and bool(tree.having(complement.at, "prep"))
    )


def _small_clause(frame: Frame, relation: Relation, complement: Complement, phrase: Phrase) -> Iterator[Row]:
    """Object and predicative together: "made them poor" -> (made / them poor)."""
    taken = relation.words[len(frame.relation.words) :]
    if complement.slot is Slot.PREDICATIVE and taken and frame.clause.gap is None:
        yield Row(frame.relation, Phrase(tuple(sorted({*taken, *phrase.words})), taken[-1]), "small clause")


# ------------------------------------------------------------------------------------------------ circumstances


def clauses(frame: Frame) -> Iterator[Row]:
    """What is said or believed: (said / that talks failed)."""
    for complement in frame.complements:
        if complement.slot is Slot.CLAUSE:
            relation = frame.folded()
            yield from (Row(relation, phrase, "clause") for phrase in complement.phrases)


def caused(frame: Frame) -> Iterator[Row]:
    """What somebody is made or let to do: (forced / him to open the safe)."""
    inner = _caused_verb(frame)
    object_ = frame.tree.first(frame.clause.verb, "dobj")
    if inner is not None and object_ is not None:
        words = frame.tree.trimmed([*frame.tree.subtree(object_), *frame.tree.subtree(inner)])
        yield Row(frame.relation, Phrase(words, inner), "clause")


def _caused_verb(frame: Frame) -> int | None:
    """Return what the object of the clause is made to do, if so: "forced him to open"."""
    tree, verb = frame.tree, frame.clause.verb
    inner = tree.first(verb, "xcomp")
    object_ = None if inner is None else tree.first(verb, "dobj")
    if inner is None or object_ is None or object_ > inner or frame.clause.passive:
        return None
    return inner if is_to_infinitive(tree, inner) and tree.bases[verb] in CAUSING else None


def _is_kept(frame: Frame) -> bool:
    """Tell whether the object is only kept from doing something: "blocked Ann from selling" does not block Ann."""
    tree = frame.tree
    gerunds = (g for p in tree.having(frame.clause.verb, "prep") for g in tree.having(p, "pcomp"))
    return any(tree.lowers[tree.heads[g]] == "from" and gerund_doer(tree, g) is not None for g in gerunds)


def _is_called(frame: Frame) -> bool:
    """Tell whether what is said of the object follows it: "described the ruling as historic"."""
    tree, verb = frame.tree, frame.clause.verb
    is_as = any(c.lead and tree.lowers[c.lead[-1]] == "as" for c in frame.complements)
    return is_as and tree.bases[verb] in CALLING_AS


def circumstances(frame: Frame) -> Iterator[Row]:
    """What a preposition, an adverb or a time adds, with the object taken in."""
    if not frame.complements or _says_a_clause(frame):
        return  # "said on Friday" leaves out what was said; the time stays as a qualifier
    taken, inner = _taken(frame), _caused_verb(frame)  # "told them to leave before the flood" tells nothing before it
    for complement in frame.complements:
        if complement.slot is Slot.ADVERB and len(frame.complements) > 1:
            continue
        if _is_loose(frame, complement) or (inner is not None and complement.at > inner):
            continue
        if complement.slot in ADDED:
            before = _measured(frame, complement, _before(frame, complement, *taken))
            relation = _with_manner(frame, complement, before).to(complement.lead)
            for phrase in complement.phrases:
                yield from _circumstance(frame, relation, complement, phrase)


def _is_loose(frame: Frame, complement: Complement) -> bool:
    """Tell whether it is said of the whole clause: "rose, depending on the load", but "is pending approval"."""
    lead = frame.tree.lowers[complement.lead[0]] if complement.lead else ""
    return lead in LOOSE_LEADS and not (lead == "pending" and frame.tree.lowers[frame.clause.verb] in BE)


def _with_manner(frame: Frame, complement: Complement, relation: Relation) -> Relation:
    """Keep the adverb that stands between the verb and a later circumstance: (grows well in / cool climates)."""
    last = frame.relation.words[-1]
    for other in frame.complements:
        if other.slot is Slot.ADVERB and other.at < complement.at and other.phrases[0].words[0] == last + 1:
            end = len(frame.relation.words)
            words = (*frame.relation.words, *other.phrases[0].words, *relation.words[end:])
            return relation._replace(words=words)  # no part of the normal form: "grow in"
    return relation


def _measured(frame: Frame, complement: Complement, relation: Relation) -> Relation:
    """Keep what is raised or cut beside how much it is: (raised spending on roads by / 8%)."""
    tree, last = frame.tree, relation.words[-1]
    is_by = [tree.lowers[w] for w in complement.lead] == ["by"]
    object_ = tree.first(frame.clause.verb, "dobj") if is_by else None
    if object_ is None or not is_amount(tree, complement.phrases[0]):
        return relation
    behind = [p for p in tree.having(object_, "prep") if p == last + 1 and tree.right[p] < complement.lead[0]]
    words = tuple(w for p in behind for w in tree.subtree(p))
    return relation._replace(words=(*relation.words, *words))  # no part of the normal form: "raise by"


def _says_a_clause(frame: Frame) -> bool:
    is_saying = frame.tree.bases[frame.clause.verb] in SAYING
    return is_saying and any(c.slot is Slot.CLAUSE for c in frame.complements)


def _circumstance(frame: Frame, relation: Relation, complement: Complement, phrase: Phrase) -> Iterator[Row]:
    if complement.slot is Slot.GERUND:
        yield from gerund(frame, relation, phrase)
        return
    if complement.slot is Slot.DATIVE:
        yield from _given(frame, phrase)
        return
    if complement.slot is Slot.TIME and _is_no_end(frame.tree, phrase):
        return
    yield Row(relation, told_apart(frame.tree, phrase, frame.relation.words), str(complement.slot))
    yield from nested(frame, relation, phrase, str(complement.slot))


def _is_no_end(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether words without preposition are the end of no statement: a score, "himself", "its lowest level"."""
    is_self = tree.pos[phrase.head] == "PRON" and len(phrase.words) == 1
    is_score = SCORE.fullmatch(tree.string(phrase.words)) is not None
    is_open = tree.lowers[phrase.words[-1] + 1 : phrase.words[-1] + 2] == ("than",)  # "a week later than planned"
    return is_self or is_score or is_open or is_rate(tree, phrase) or _sums_up(tree, phrase)


def _sums_up(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether the words say what a clause comes to: "fell to 160, its lowest level", "the fastest time ever"."""
    first = phrase.words[0]
    is_most = any(tree.tags[w] == "JJS" for w in phrase.words)
    is_apart = first > 0 and tree.words[first - 1] in PAUSES
    return is_apart and (is_most or (tree.tags[first] == "PRP$" and not is_time(tree, phrase.head)))


def _given(frame: Frame, receiver: Phrase) -> Iterator[Row]:
    """The receiver stands before the gift: (gave the families / food)."""
    relation = frame.over(frame.relation, receiver)
    for complement in frame.core:
        if complement.slot is Slot.OBJECT:
            yield from (Row(relation, phrase, "dative") for phrase in complement.phrases)


def purposes(frame: Frame) -> Iterator[Row]:
    """What it is done for: (used tools to repair / the roof)."""
    for complement in frame.complements:
        if complement.slot is Slot.PURPOSE:
            relation = _before(frame, complement, *_taken(frame)).to(complement.lead)
            for phrase in complement.phrases:
                if frame.tree.lowers[phrase.words[0]] != "with":  # "broke away with 3 km to go"
                    yield from _purpose(frame, relation, phrase)


def _purpose(frame: Frame, relation: Relation, phrase: Phrase) -> Iterator[Row]:
    tree, verb = frame.tree, phrase.head
    inner = [c for c in frame.inner(verb) if c.slot is Slot.OBJECT]
    bare = relation._replace(key=frame.relation.key)  # "use to inspect": what it is used on says nothing here
    further = bare.doing(tree, verb)._replace(anchor=verb)
    for complement in inner:
        yield from (Row(further, object_, "purpose") for object_ in complement.phrases)
    if not inner and tree.lowers[frame.clause.verb] not in BE:  # not "was (too far away) to / write"
        opening = phrase.words[:1] if tree.tags[phrase.words[0]] == "TO" else ()
        yield Row(relation.to(opening), Phrase(phrase.words[len(opening) :], verb), "purpose")


def _taken(frame: Frame) -> tuple[Relation, Complement | None]:
    """Return the relation with its objects; where it has none, the complement that the verb needs most, too."""
    relation = frame.folded()
    return relation, _close(frame) if relation.words == frame.relation.words else None


def _before(frame: Frame, complement: Complement, relation: Relation, near: Complement | None) -> Relation:
    """Return what of the clause stands before a circumstance: its objects, or else its first close complement."""
    verb = frame.clause.verb
    if near is None or near.at == complement.at or verb < complement.at < near.at:
        return relation
    is_agent = bool(complement.lead) and frame.tree.lowers[complement.lead[-1]] == "by"
    if is_agent:
        return relation
    between = (*near.lead, *object_words(frame.tree, near.phrases[0].head))
    is_set = frame.tree.string(between).lower() in SET_PHRASES  # "go on show (in Oslo)"
    key = (*relation.key, *between) if is_set else relation.key  # else no part of the normal form: "be sent to"
    return relation._replace(words=(*relation.words, *between), key=key)


def _close(frame: Frame) -> Complement | None:
    """Return the complement that the verb needs most: "was hit by a storm (within a week)"."""
    if frame.clause.link is Link.PARTICIPLE:
        return None
    tree = frame.tree
    is_state = tree.lowers[frame.clause.verb] in BE
    for c in frame.complements:
        if c.slot is not Slot.PREPOSITIONAL or c.at < frame.clause.verb or not c.phrases:
            continue
        if is_state and _is_state(tree, c):
            return c
        if tree.lowers[c.lead[-1]] in CORE_PREPOSITIONS and not is_time(tree, c.phrases[0].head):
            return c
    return None


def _is_state(tree: Tree, complement: Complement) -> bool:
    """Tell whether a bare noun behind "be" says what state it is in: "had been under pressure (after four defeats)"."""
    preposition, noun = complement.lead[-1], complement.phrases[0].head
    is_bare = complement.phrases[0].words == (noun,) and noun == preposition + 1
    if tree.lowers[preposition] == "without":  # "were without a boat (since May)"
        return True
    return is_bare and tree.lowers[preposition] in STATES and not is_time(tree, noun)


PAUSES = frozenset({",", ";", "-", "--", "–", "—", "("})
# After these a gerund is a deed of its own: "died after giving a speech" says that he gave one.
OF_OWN_DEED = frozenset({"after", "before", "since", "upon"})
FAMILIES: tuple[Family, ...] = (relative_objects, objects, clauses, caused, circumstances, purposes)
