"""Who says what: kinds of sources and cues, quotations over sentences and paragraphs, nested ones."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.attribution import attributions_at, find_attributions
from kg.extract.quotes import find_quotes
from kg.model import Attribution, Document, Span
from kg.text.parse import parse
from tests.golden_lines import Case, golden_tests
from tests.parsing import parser

BREAK = "⏎"  # between paragraphs


def found_in(text: str) -> tuple[Attribution, ...]:
    return find_attributions(parse(parser(), Document("a", "a.txt", text)))


def outcome(case: Case) -> tuple[str, ...]:
    text = case.given.replace(BREAK, "\n\n")
    return tuple(as_line(attribution, text) for attribution in found_in(text))


def as_line(attribution: Attribution, text: str) -> str:
    source = attribution.source.text if attribution.source else "-"
    content = attribution.content.of(text).replace("\n\n", BREAK).strip()
    return f"{source} | {attribution.cue.text} | {content} | {attribution.manner.value}"


test_golden, test_regen = golden_tests("attribution", outcome)


def test_outer_comes_first_and_a_cue_is_not_attributed_to_itself() -> None:
    text = "The paper reported that officials said the bridge was closed."
    found = found_in(text)
    closed, said = (Span(text.index(word), text.index(word) + len(word)) for word in ("closed", "said"))
    assert [a.cue.text for a in attributions_at(found, closed)] == ["reported", "said"]
    assert [a.cue.text for a in attributions_at(found, said)] == ["reported"]


def test_offsets_give_the_words() -> None:
    text = "Prices fell, the bank said.\n\n“They will fall again,” it added."
    for attribution in found_in(text):
        assert attribution.cue.span.of(text) == attribution.cue.text
        assert attribution.source is None or attribution.source.span.of(text) == attribution.source.text


PIECES = st.lists(
    st.sampled_from(["“", "”", '"', "``", "''", "‘", "’", "'", "We stay.", " he said ", "\n\n", "5", " ", "so"]),
    max_size=14,
)


@given(PIECES)
@settings(max_examples=200)
def test_quotes_lie_in_order_within_the_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    end = 0
    for quote in find_quotes(text):
        assert end <= quote.outer.start <= quote.inner.start <= quote.inner.end <= quote.outer.end <= len(text)
        end = quote.outer.end


@given(PIECES)
@settings(max_examples=40)
def test_odd_quotation_marks_never_stop_it(pieces: list[str]) -> None:
    text = "".join(pieces)
    for attribution in found_in(text):
        assert 0 <= attribution.content.start < attribution.content.end <= len(text)
