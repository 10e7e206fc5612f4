"""Bytes to text: the encoding found, line ends made LF, and nothing left in it that no file format could carry."""

from __future__ import annotations

import codecs
import re

from kg.errors import ReadError

# The longer marks first: the mark of UTF-16 LE is the beginning of that of UTF-32 LE.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-]{2,40})", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes; HTML asks for the declaration within the first 1024
BINARY_STARTS = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
)
CONTROLS = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
BINARY_SHARE = 0.02  # text has next to no control characters; compressed and compiled files have 9 to 30 percent
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# What XML, Turtle or JSON cannot hold: control characters, surrogates, and the last two code points of a plane.
UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def decode(data: bytes) -> str:
    r"""Return the text of a file.

    Raises:
        ReadError: it is not text.

    >>> decode("\ufeffCaf\u00e9\r\nopen".encode("utf-8"))
    'Café\nopen'
    >>> decode("Café \u2013 open".encode("cp1252"))
    'Café – open'
    """
    return scrub(data.decode(encoding_of(data), errors="replace"))


def scrub(text: str) -> str:
    r"""Make line ends LF, and what no file format could carry U+FFFD.

    >>> scrub("one\r\ntwo\x00three\ud800")
    'one\ntwo�three�'
    """
    return UNFIT.sub(REPLACEMENT, LINE_ENDS.sub("\n", text))


def encoding_of(data: bytes) -> str:
    """Return the encoding of a text by its mark, as UTF-8, as it declares itself, or as Windows-1252.

    Args:
        data: the text or its beginning.

    Raises:
        ReadError: it is not text.

    >>> encoding_of("Café".encode("utf-16"))
    'utf-16'
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    if zeros := _zeros_of_utf16(data):
        return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    if _is_binary(data):
        raise ReadError("not a text file", hint="give the article as text, Markdown, HTML or JSON Lines")
    return "utf-8" if _is_utf8(data) else _declared_encoding(data) or "cp1252"


def _is_utf8(data: bytes) -> bool:
    """Tell whether the bytes are UTF-8, if need be with some damage: more letters beyond ASCII than broken ones."""
    text = codecs.getincrementaldecoder("utf-8")(errors="replace").decode(data)
    return sum(map("\x7f".__lt__, text)) >= 2 * text.count(REPLACEMENT)


def _declared_encoding(data: bytes) -> str:
    declared = DECLARED.search(data, 0, DECLARED_WITHIN)
    if declared is None:
        return ""
    try:
        return codecs.lookup(declared[1].decode("ascii")).name
    except LookupError:
        return ""


def _zeros_of_utf16(data: bytes) -> tuple[int, int] | None:
    """Count the zeros at even and odd places if every other byte is one, as in English text written as UTF-16."""
    sample = data[:2000]
    zeros = (sample[::2].count(0), sample[1::2].count(0))
    is_utf16 = len(sample) >= 4 and max(zeros) > 0.6 * (len(sample) // 2) and min(zeros) < 0.05 * len(sample)
    return zeros if is_utf16 else None


def _is_binary(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, CONTROLS))
    return data.startswith(BINARY_STARTS) or controls > max(3, BINARY_SHARE * len(data))
