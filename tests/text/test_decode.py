"""Whatever bytes a file holds: text comes out right, or the file is refused."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReadError
from kg.text.decode import decode, encoding_of, scrub

TEXT = "Café “Zürich” – the crews’ coffee costs 3 €.\nThey pay."


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.replace("\n", "\r\n").encode("cp1252"),
        TEXT.replace("\n", "\r").encode(),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16", "utf-16 be", "utf-16 no mark", "utf-32", "cp1252", "cp1252 crlf", "cr"],
)
def test_the_encoding_is_found(data: bytes) -> None:
    assert decode(data) == TEXT


def test_a_page_may_declare_its_encoding() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>Łódź</body></html>'
    assert "Łódź" in decode(page.encode("iso-8859-2"))


def test_a_declaration_that_does_not_exist_is_ignored() -> None:
    assert "Zürich" in decode('<meta charset="utf-99">Zürich'.encode("cp1252"))


def test_damaged_utf8_stays_utf8() -> None:
    assert decode(TEXT.encode()[:-3] + b"\xe2\x80") == TEXT[:-3] + "�"


def test_a_lone_surrogate_or_a_nul_becomes_a_replacement_character() -> None:
    assert scrub("a\ud800b\x00c\x01d\uffffe") == "a�b�c�d�e"
    assert decode(b"The crews\x00 arrived.") == "The crews� arrived."


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7 text", b"PK\x03\x04....", bytes(range(256)) * 20, b"\x89PNG\r\n\x1a\n" + b"\0" * 50]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(ReadError, match="not a text file"):
        encoding_of(data)


@given(st.binary(max_size=300))
def test_any_bytes_give_clean_text_or_an_error(data: bytes) -> None:
    try:
        text = decode(data)
    except ReadError:
        return
    assert text == scrub(text)
    text.encode("utf-8")
