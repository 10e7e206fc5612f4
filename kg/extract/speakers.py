"""Who speaks where no word of saying tells it: before a colon, at the end of a headline, in the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from kg.extract import words_attribution as words
from kg.extract.quotes import Quote, paragraphs
from kg.extract.sayings import Saying, is_speaker, sentence_around
from kg.extract.trees import Tree
from kg.extract.words_mentions import FEMALE_PRONOUNS, MALE_PRONOUNS, PERSON_NOUNS, ROLES
from kg.model import Span

SPEAKER_LINE = re.compile(r"([A-Z][^\n:.!?“”\"]{1,60}):[ \t]+(?=\S+(?:[ \t]+\S+){3})")
SPEAKER_END = re.compile(r"(?<=\w)(:[ \t]+|[ \t]+[–—-][ \t]+)([^\n:.!?“”\"–—]{2,40})$")
SPEAKER_WORDS = 5  # a longer phrase before a colon is a sentence that goes on
SPEECH = re.compile(r"[“„«‘\"]|``|(?:.*?[\s“\"])?(?:I|we|We)[\s'’]", re.DOTALL)  # somebody speaks: "Berg: we have lost"
HEADLINE_WORDS = 20
ENDS = (".", "!", "?", "”", '"', "''", ",", ";", ":")
VERBS = frozenset({"VBD", "VBZ", "VBP", "MD", "TO"})
PRONOUNS = FEMALE_PRONOUNS | MALE_PRONOUNS


# ------------------------------------------------------------------------------------------------ quotations


def after_colon(tree: Tree, quote: Quote) -> Saying | None:
    """Return whom a sentence that ends in a colon is about: "The mayor was blunt: “…”", "The mayor on taxes: “…”"."""
    before = tree.text[: quote.outer.start].rstrip(" ")
    colon = bisect_left(tree.starts, len(before) - 1)
    if not before.endswith(":") or colon >= len(tree.words):
        return None
    first, _ = sentence_around(tree, colon)
    clauses = [(i, s) for i in range(first, colon) if (s := tree.first(i, "nsubj")) is not None and first <= s < i]
    verb, source = clauses[0] if clauses else (colon, _headed(tree, first, colon))
    if source is None or tree.lowers[source] in words.IMPERSONAL | words.POINTING:
        return None
    owner = tree.first(source, "poss")
    if not clauses and owner is None and not is_speaker(tree, source):
        return None
    return Saying(verb, (verb,), source if owner is None else owner, quote.inner)


def _headed(tree: Tree, first: int, end: int) -> int | None:
    """Return the head of a phrase without a verb: "Brandt" of "Brandt on taxes"."""
    if any(tree.tags[i] in VERBS for i in range(first, end)):
        return None
    heads = (i for i in range(first, end) if not first <= tree.heads[i] < end or tree.heads[i] == i)
    return next((i for i in heads if tree.tags[i].startswith("NN")), None)


def from_sentence_before(tree: Tree, quote: Quote, people: frozenset[int]) -> Saying | None:
    """Return the person whom the sentence right before a quotation tells of: "Olga Brandt shakes her head. “Nobody …”".

    There must be only one person in it who can be meant.
    """
    sentence = sentence_before(tree, quote)
    if sentence is None:
        return None
    first, last = sentence
    named = [i for i in range(first, last) if tree.starts[i] in people]
    verb = next((i for i in range(first, last) if tree.heads[i] == i), None)
    source = None if verb is None else tree.first(verb, "nsubj")
    if verb is None or source is None or not _is_person(tree, source, people):
        return None
    if tree.having(source, "conj"):  # "She and Berg no longer speak. “He called …”": one of them says so
        return Saying(verb, (verb,), None, quote.inner)
    others = [i for i in named if not tree.left[source] <= i <= tree.right[source]]
    return None if others else Saying(verb, (verb,), source, quote.inner)


def sentence_before(tree: Tree, quote: Quote) -> tuple[int, int] | None:
    """Return the first and the last token of the sentence right before a quotation, if it ends in a full stop."""
    last = bisect_left(tree.starts, quote.outer.start) - 1
    while last >= 0 and (tree.words[last].isspace() or tree.pos[last] == "SPACE"):
        last -= 1
    return (sentence_around(tree, last)[0], last) if last >= 0 and tree.words[last] == "." else None


def _is_person(tree: Tree, i: int, people: frozenset[int]) -> bool:
    if tree.lowers[i] in PRONOUNS:
        return True
    is_named = any(tree.starts[w] in people for w in tree.subtree(i))
    lemma = tree.bases[i]
    is_one = tree.tags[i] == "NN" and (lemma in PERSON_NOUNS | ROLES or lemma.endswith(("man", "woman")))
    return (is_named and tree.tags[i].startswith("NNP")) or (is_one and tree.first(i, "det", "poss") is not None)


# ------------------------------------------------------------------------------------------------ lines


def speaker_lines(tree: Tree, people: frozenset[int]) -> list[Saying]:
    """Find paragraphs that begin or end with a speaker, as in an interview or a headline; "Sport:" heads an item."""
    found: list[Saying] = []
    spans = [(SPEAKER_LINE.match(tree.text, start, end), start, end) for start, end in paragraphs(tree.text)]
    names = Counter(match.group(1) for match, _, _ in spans if match is not None)
    for match, start, end in spans:
        if match is None:
            saying = _at_end(tree, start, end, people)
        else:
            saying = _at_start(tree, match, end, people, is_repeated=names[match.group(1)] > 1)
        found += [saying] if saying is not None else []
    return found


def _at_start(
    tree: Tree, match: re.Match[str], end: int, people: frozenset[int], *, is_repeated: bool
) -> Saying | None:
    """Find "Mayor Lopes: The bridge will open", "Police: Man stole truck"."""
    name = range(bisect_left(tree.starts, match.start()), bisect_left(tree.starts, match.end(1)))
    head = next((i for i in name if tree.heads[i] not in name), name[-1])
    is_headline = _is_headline(tree, match.start(), end) and tree.bases[head] in words.SOURCE_NOUNS
    if not is_headline and not _is_speaker(match.group(1)):
        return None
    said = tree.text[match.end() : end]
    is_named = not people.isdisjoint(range(match.start(), match.end(1)))
    if not (is_headline or is_repeated or is_named or SPEECH.match(said)):
        return None
    colon, is_noun = name[-1] + 1, tree.tags[head].startswith("NN") or (is_headline and len(name) == 1)
    if not is_noun or not _has_verb(tree, colon, end, is_headline=is_headline):
        return None
    return Saying(colon, (colon,), head, Span(match.end(), end))


def _at_end(tree: Tree, start: int, end: int, people: frozenset[int]) -> Saying | None:
    """Find "Man stole truck: police" in a headline."""
    if not _is_headline(tree, start, end):
        return None
    match = SPEAKER_END.search(tree.text, start, end)
    if match is None or len(match.group(2).split()) > SPEAKER_WORDS - 1:
        return None
    first, sign, name = (bisect_left(tree.starts, at) for at in (start, match.start(1), match.start(2)))
    words_of_name = range(name, bisect_left(tree.starts, end))
    head = next((i for i in words_of_name if tree.heads[i] == i or tree.heads[i] not in words_of_name), None)
    if head is None or (len(words_of_name) > 1 and any(tree.tags[i] in VERBS for i in words_of_name)):
        return None
    is_source = tree.bases[head] in words.SOURCE_NOUNS or tree.starts[words_of_name[0]] in people
    has_verb = any(tree.tags[i] in VERBS for i in range(first, sign))
    return Saying(sign, (sign,), head, Span(start, match.start(1))) if is_source and has_verb else None


def _is_headline(tree: Tree, start: int, end: int) -> bool:
    text = tree.text[start:end].rstrip()
    return not text.endswith(ENDS) and len(text.split()) <= HEADLINE_WORDS


def _is_speaker(name: str) -> bool:
    """Tell whether the words before a colon can be a name: a few words, each with a capital."""
    parts = name.split()
    return (
        len(parts) <= SPEAKER_WORDS
        and all(part[0].isupper() for part in parts)
        and not any(part.lower() in words.NO_SPEAKER for part in parts)
    )


def _has_verb(tree: Tree, first: int, end: int, *, is_headline: bool) -> bool:
    tags = VERBS if is_headline else VERBS - {"TO"}
    return any(tree.tags[i] in tags for i in range(first, bisect_left(tree.starts, end)))
