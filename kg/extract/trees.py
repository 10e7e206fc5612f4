"""The parse of a document as plain tables, built once, and the words of a phrase.

Everything is indexed by the token's position in the document. Rules read the tables instead of walking spaCy's
tokens again and again:

>>> tree = Tree(words=("Old", "dogs", "sleep", "."), tags=("JJ", "NNS", "VBP", "."),
...             pos=("ADJ", "NOUN", "VERB", "PUNCT"), deps=("amod", "nsubj", "ROOT", "punct"),
...             lemmas=("old", "dog", "sleep", "."), heads=(1, 2, 2, 2), starts=(0, 4, 9, 15),
...             sentences=((0, 4),), text="Old dogs sleep .")
>>> tree.children[2], tree.subtree(1), tree.argument(tree.phrase(1), 1).text
((1, 3), range(0, 2), 'Old dogs')
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.parses import Parse, dependents, places
from kg.extract.repair import repair
from kg.model import Argument, Span

# What hangs on a noun (or adjective) and is said about it, rather than needed to say which one is meant.
LOOSE = frozenset({"relcl", "appos", "conj", "cc", "preconj", "punct", "parataxis", "advcl", "meta", "dep"})
OPENING = frozenset({"(", "[", "{", "-LRB-", "-LSB-", "-LCB-", "``", "`", "“", "‘", '"', "'", "«"})
CLOSING = frozenset({")", "]", "}", "-RRB-", "-RSB-", "-RCB-", "''", "'", "”", "’", '"', "»"})
QUOTES = frozenset({"``", "''", "`", "'", '"', "“", "”", "‘", "’", "«", "»"})
DOUBLE_QUOTES = frozenset({"``", "''", "“", "”", '"'})
STOPS = frozenset({",", ".", ";", ":", "--", "-", "...", "–", "—", "!", "?"})


@dataclass(frozen=True, slots=True, eq=False)
class Tree:
    """One document's parse: a row of values for each token.

    Attributes:
        heads: the position of each token's head; a root is its own head.
        lowers: the words in small letters; `bases` the lemmas.
        children: the positions of each token's dependents, left to right.
        top_down: the positions of all tokens, each behind its head.
        left: the first position of each token's subtree; `right` the last one.
        sentences: (first token, end) of each sentence.
        at: the position of the token that begins at a character.
        by_word: where each word stands, in small letters.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    starts: tuple[int, ...]
    sentences: tuple[tuple[int, int], ...]
    text: str
    lowers: tuple[str, ...] = field(default=(), repr=False)
    bases: tuple[str, ...] = field(default=(), repr=False)
    children: tuple[tuple[int, ...], ...] = field(default=(), repr=False)
    by_word: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)
    top_down: tuple[int, ...] = field(init=False, repr=False)
    at: Mapping[int, int] = field(init=False, repr=False)
    left: tuple[int, ...] = field(init=False, repr=False)
    right: tuple[int, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Derive the tables that follow from the heads."""
        children = self.children or dependents(self.heads)
        top_down = _top_down(self.heads, children)
        left, right = list(range(len(self.words))), list(range(len(self.words)))
        for i in reversed(top_down):
            for child in children[i]:
                if left[child] < left[i]:
                    left[i] = left[child]
                if right[child] > right[i]:
                    right[i] = right[child]
        lowers = self.lowers or tuple([word.lower() for word in self.words])
        object.__setattr__(self, "lowers", lowers)
        object.__setattr__(self, "bases", self.bases or tuple([lemma.lower() for lemma in self.lemmas]))
        object.__setattr__(self, "children", children)
        object.__setattr__(self, "by_word", self.by_word or places(lowers))
        object.__setattr__(self, "top_down", tuple(top_down))
        object.__setattr__(self, "at", {start: i for i, start in enumerate(self.starts)})
        object.__setattr__(self, "left", tuple(left))
        object.__setattr__(self, "right", tuple(right))

    def subtree(self, i: int) -> range:
        """Return the positions from the first to the last word that depends on the token."""
        return range(self.left[i], self.right[i] + 1)

    def having(self, i: int, *deps: str) -> tuple[int, ...]:
        """Return the token's dependents with one of the labels, left to right."""
        labels = self.deps  # this and the next one are called a hundred times for each sentence, mostly in vain
        found: tuple[int, ...] = ()
        for child in self.children[i]:
            if labels[child] in deps:
                found = (*found, child)
        return found

    def first(self, i: int, *deps: str) -> int | None:
        """Return the token's first dependent with one of the labels."""
        labels = self.deps
        for child in self.children[i]:
            if labels[child] in deps:
                return child
        return None

    def is_below(self, i: int, ancestor: int) -> bool:
        """Tell whether the token is the other one or depends on it, however deep."""
        while i != ancestor and self.heads[i] != i:
            i = self.heads[i]
        return i == ancestor

    def phrase(self, head: int, *, without: frozenset[str] = LOOSE, cut: Iterable[int] = ()) -> tuple[int, ...]:
        """Return the positions of the words of a phrase: its head and what depends on it.

        Dependents with a label in `without`, and those in `cut`, are left out with all that hangs on them; within
        the phrase, relative clauses are left out too. Punctuation at either end goes, unless it is a pair.
        """
        skipped = set(cut)
        words: list[int] = []
        waiting = [head]
        while waiting:
            i = waiting.pop()
            words.append(i)
            waiting += [c for c in self.children[i] if c not in skipped and not self._is_loose(c, i, head, without)]
        return self.trimmed(sorted(words))

    def _is_loose(self, child: int, parent: int, head: int, without: frozenset[str]) -> bool:
        if self.deps[child] == "punct":
            return parent == head and child > head and "punct" in without and self.words[child] not in QUOTES
        if parent == head:
            return self.deps[child] in without
        return self.deps[child] in ("relcl", "parataxis") and bool(without)

    def trimmed(self, words: Sequence[int]) -> tuple[int, ...]:
        """Return the positions without punctuation at either end, but with quotes and brackets that form a pair."""
        words = self.without_single_quotes(list(words))
        while words and self.is_stray(words[-1], words):
            words.pop()
        while words and self.is_stray(words[0], words):
            words.pop(0)
        return tuple(words)

    def without_single_quotes(self, words: list[int]) -> list[int]:
        """Return the positions without a quotation mark whose partner is not among them."""
        quotes = [w for w in words if self.words[w] in DOUBLE_QUOTES]
        if len(quotes) != 1:
            return words
        return [w for w in words if w != quotes[0]]

    def is_stray(self, i: int, words: Sequence[int]) -> bool:
        """Tell whether the token is punctuation that the phrase can lose: no pair, no sign such as %, $."""
        word = self.words[i]
        if self.pos[i] == "SPACE" or word in STOPS:
            return True
        if word in QUOTES:
            return sum(self.words[w] in QUOTES for w in words) % 2 == 1
        if word in OPENING or word in CLOSING:
            return sum(self.words[w] in OPENING for w in words) != sum(self.words[w] in CLOSING for w in words)
        return False

    def string(self, words: Sequence[int]) -> str:
        """Join the words as the sentence does, with one blank where words are skipped."""
        if not words:
            return ""
        first, last = words[0], words[-1]
        if last - first == len(words) - 1:  # side by side, as they mostly are
            text = self.text[self.starts[first] : self.starts[last] + len(self.words[last])]
            return text if text.isprintable() and "  " not in text else " ".join(text.split())
        parts: list[str] = []
        for here, following in zip(words, [*words[1:], -1], strict=True):
            touches = following == here + 1 and self.starts[following] == self.starts[here] + len(self.words[here])
            parts.append(self.words[here].strip() + ("" if touches else " "))
        return " ".join("".join(parts).split())

    def span(self, words: Sequence[int]) -> Span:
        """Return the characters from the first to the last of the words."""
        last = words[-1]
        return Span(self.starts[words[0]], self.starts[last] + len(self.words[last]))

    def token_at(self, span: Span) -> int:
        """Return the position of the token that a span begins with, or begins in.

        Raises:
            ValueError: the span begins before or behind all tokens.
        """
        place = self.at.get(span.start)
        if place is not None:
            return place
        within = bisect_right(self.starts, span.start) - 1
        if within < 0 or self.token_span(within).end <= span.start:
            raise ValueError(f"no token at {span}")
        return within

    def token_span(self, i: int) -> Span:
        """Return the characters of one token."""
        return Span(self.starts[i], self.starts[i] + len(self.words[i]))

    def argument(self, words: Sequence[int], head: int) -> Argument:
        """Make an argument of the words; `head` is the word that mentions and chains are joined by."""
        return Argument(self.string(words), self.span(words), self.token_span(head))


def _top_down(heads: Sequence[int], children: Sequence[Sequence[int]]) -> list[int]:
    order = [i for i, head in enumerate(heads) if head == i]
    for i in order:
        order.extend(children[i])
    return order


def _column(doc: Doc, attribute: str) -> tuple[str, ...]:
    """Return one attribute of all tokens; a column at once takes a tenth of the time of token after token."""
    keys, strings = doc.to_array(attribute).tolist(), doc.vocab.strings
    values = {key: strings[key] for key in set(keys)}
    return tuple([values[key] for key in keys])


class Tagged(NamedTuple):
    """What the tagger takes for a name, a date or a quantity: its tokens, its label and its characters."""

    start: int
    end: int
    label: str
    start_char: int
    end_char: int


@lru_cache(maxsize=2)  # spaCy makes its entities anew each time it is asked
def read_tagged(doc: Doc) -> tuple[Tagged, ...]:
    """Return what the tagger has found, in order."""
    return tuple(Tagged(ent.start, ent.end, ent.label_, ent.start_char, ent.end_char) for ent in doc.ents)


@lru_cache(maxsize=2)
def read_parse(doc: Doc) -> Parse:
    """Copy the columns of a parsed document, as the parser has left them."""
    words, lemmas, tags, pos, deps = (_column(doc, attribute) for attribute in ("ORTH", "LEMMA", "TAG", "POS", "DEP"))
    lemmas = tuple([lemma or word.lower() for lemma, word in zip(lemmas, words, strict=True)])
    offsets = doc.to_array("HEAD").astype("int64").tolist()
    return Parse(words, lemmas, tags, pos, deps, tuple([i + offset for i, offset in enumerate(offsets)]))


@lru_cache(maxsize=2)  # every stage of an extraction reads the same document
def read_tree(doc: Doc) -> Tree:
    """Copy a parsed document into tables, what is plainly wrong in the parse put right.

    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), ["Dogs", "sleep"], heads=[1, 1], deps=["nsubj", "ROOT"], tags=["NNS", "VBP"])
    >>> read_tree(doc).having(1, "nsubj")
    (0,)
    """
    parse = repair(read_parse(doc))
    spaces = doc.to_array("SPACY").tolist()
    return Tree(
        words=parse.words,
        tags=parse.tags,
        pos=parse.pos,
        deps=parse.deps,
        lemmas=parse.lemmas,
        heads=parse.heads,
        starts=tuple(doc.to_array("IDX").tolist()),
        sentences=tuple((sentence.start, sentence.end) for sentence in doc.sents),
        text="".join([f"{word} " if space else word for word, space in zip(parse.words, spaces, strict=True)]),
        lowers=parse.lowers,
        bases=parse.bases,
        children=parse.below,
        by_word=parse.by_word,
    )
