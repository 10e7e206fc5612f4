"""An extraction survives its JSON form unchanged, and a broken one is said to be so."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.codec import extraction_from_json, to_json
from kg.errors import DataError
from kg.model import Document, Extraction, Mention, Skip, Span, Statement, TimeValue

st.register_type_strategy(float, st.floats(min_value=0, max_value=1))  # a confidence; what is no number equals nothing
EXTRACTIONS = st.builds(
    Extraction,
    document=st.builds(Document),
    mentions=st.lists(st.builds(Mention), max_size=2).map(tuple),
    statements=st.lists(st.from_type(Statement), max_size=2).map(tuple),
    skipped=st.lists(st.builds(Skip), max_size=2).map(tuple),
)


@given(EXTRACTIONS)
def test_round_trip_through_text(extraction: Extraction) -> None:
    text = json.dumps(to_json(extraction), ensure_ascii=False)
    assert extraction_from_json(json.loads(text)) == extraction


def test_defaults_are_left_out() -> None:
    data = to_json(Extraction(Document("1f", "a.txt", "Talks collapsed.")))
    assert data == {"document": {"id": "1f", "source": "a.txt", "text": "Talks collapsed."}}


def test_nested_values_keep_their_classes() -> None:
    time = TimeValue("in 2024", Span(0, 7), date(2024, 1, 1), None, "year")
    assert to_json(time)["start"] == "2024-01-01"
    assert to_json(time)["end"] is None


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"document": {"id": "1f"}},
        {"document": {"id": "1f", "source": "a", "text": "b"}, "mentions": 3},
        {"document": {"id": "1f", "source": "a", "text": "b"}, "colour": "red"},
    ],
)
def test_another_form_is_an_error(data: dict[str, object]) -> None:
    with pytest.raises(DataError, match="build the graph again"):
        extraction_from_json(data)
