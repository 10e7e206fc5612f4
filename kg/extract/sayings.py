"""What every cue of a saying is made of: its source, and the characters of what is said."""

from __future__ import annotations

from dataclasses import dataclass

from kg.extract import words_attribution as words
from kg.extract.clause_shapes import beside_infinitive, is_infinitive, is_said_beside
from kg.extract.quotes import quote_at
from kg.extract.trees import CLOSING, Tree
from kg.model import Span

CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "xcomp", "pcomp", "csubj"})
RELATIVES = frozenset({"who", "which", "that"})
SPEAKING = words.SAYING | words.ACCUSING | words.DIRECTING | words.NAMING | words.PROMISING


@dataclass(frozen=True, slots=True)
class Saying:
    """A cue with its source and what it says, as token positions; `content` is empty where a quotation holds it.

    Attributes:
        cue: the words that show it; the first verb or noun of it is `head`.
        source: head word of who says it, or None where the text hides it.
        content: the characters of what is said, or None.
        takes_quotes: whether a quotation beside it may be its content.
    """

    head: int
    cue: tuple[int, ...]
    source: int | None
    content: Span | None
    takes_quotes: bool = False


# ------------------------------------------------------------------------------------------------ who says it


def source_of(tree: Tree, i: int, depth: int = 4) -> int | None:
    """Return the head word of the verb's logical subject: its own, its agent, or the one it shares."""
    if (speaker := _inverted_source(tree, i)) is not None:
        return speaker
    is_passive = tree.first(i, "auxpass", "nsubjpass") is not None or is_bare_accused(tree, i)
    if is_passive:
        agent = tree.first(i, "agent")
        source = None if agent is None else tree.first(agent, "pobj")
        is_means = source is not None and tree.bases[source] in words.MESSAGES  # "was told by letter"
        return None if is_means else source
    subject = tree.first(i, "nsubj")
    if subject is not None:
        is_relative = tree.lowers[subject] in RELATIVES and tree.deps[i] == "relcl"
        return tree.heads[i] if is_relative else subject
    return None if depth == 0 or tree.heads[i] == i else _shared_source(tree, i, depth)


def is_bare_accused(tree: Tree, i: int) -> bool:
    """Tell whether a participle tells of whom others accuse or ask: "on trial in May accused of helping them"."""
    is_participle = tree.tags[i] in ("VBN", "VBD") and tree.deps[i] in ("acl", "advcl")
    is_bare = tree.first(i, "nsubj", "aux", "dobj", "mark") is None
    is_before = tree.right[i] < tree.heads[i]  # "Asked whether she would go, Berg said no"
    is_such = tree.bases[i] in words.ACCUSING or (tree.bases[i] in words.ASKING and is_before)
    return is_such and is_participle and is_bare


def _inverted_source(tree: Tree, i: int) -> int | None:
    """Return the subject that follows the verb after a quotation, whatever the parser calls it: ", added KCNA"."""
    if i == 0 or tree.words[i - 1] not in CLOSING | {","}:
        return None
    subject = tree.first(i, "nsubj")
    if subject is not None and CLOSING.isdisjoint(tree.words[subject:i]):
        return None
    if not any(word in CLOSING for word in tree.words[max(i - 3, 0) : i]):
        return None
    if tree.deps[i] == "amod" and tree.left[tree.heads[i]] == i:
        return tree.heads[i]
    after = (c for c in tree.children[i] if tree.left[c] == i + 1 and tree.tags[c][:2] in ("NN", "PR"))
    return next(after, None)


def _shared_source(tree: Tree, i: int, depth: int) -> int | None:
    head, dep = tree.heads[i], tree.deps[i]
    head = beside_infinitive(tree, head) if is_said_beside(tree, i) else head
    if dep in ("acl", "relcl") and tree.tags[head][0] in "NP":
        return head
    if dep == "pcomp":
        governor = tree.heads[head]
        if tree.bases[governor] in words.CITING:  # "quoted the mayor as saying"
            return tree.first(governor, "dobj", "nsubjpass")
        head = governor
    if tree.tags[head].startswith("VB") and dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"):
        source = source_of(tree, head, depth - 1)
        source = tree.first(head, "nsubjpass") if source is None else source
        is_speaker_of_both = dep == "conj" and tree.bases[head] in SPEAKING and tree.first(head, "auxpass") is None
        is_deed = dep == "conj" and tree.first(head, "dobj", "dative") is not None  # "It thanked Ann and said"
        is_nobody = source is not None and tree.lowers[source] in words.IMPERSONAL  # but "It said … and urged"
        return None if is_nobody and not (is_speaker_of_both or is_deed) else source
    return None


def is_speaker(tree: Tree, i: int) -> bool:
    """Tell whether the noun can be somebody's words' source: a name, a person, a body, a document."""
    return tree.tags[i].startswith("NNP") or tree.bases[i] in words.SOURCE_NOUNS


# ------------------------------------------------------------------------------------------------ what is said


def trimmed(tree: Tree, first: int, last: int, cue: int | None = None) -> Span | None:
    """Return the characters from one token to another, on one side of the cue, without punctuation at the ends."""
    if cue is not None and first <= cue <= last:
        first, last = (first, cue - 1) if cue - first > last - cue else (cue + 1, last)
    while first <= last and _is_edge(tree, first):
        first += 1
    while first <= last and _is_edge(tree, last):
        last -= 1
    return _with_mark(tree, tree.span((first, last))) if first <= last else None


def _with_mark(tree: Tree, span: Span) -> Span:
    """Return the characters with the mark behind them that closes a quotation in them: "it was “a gift”"."""
    quote = quote_at(tree.text, span.end - 1)
    is_cut = quote is not None and span.start <= quote.outer.start and quote.inner.end == span.end
    return Span(span.start, quote.outer.end) if quote is not None and is_cut else span


def _is_edge(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("PUNCT", "SPACE") or tree.words[i].isspace() or tree.lowers[i] in ("that", "and", "but")


def end_of(tree: Tree, clause: int) -> int:
    """Return the last word of a clause; of a deed that is asked for, what else is told behind it is no part.

    "Asked Ann to act, saying …", "told Ann to go, who left", "ordered Ann to leave after the dam broke".
    """
    last = tree.right[clause]
    if not is_infinitive(tree, clause):
        return last
    behind = [tree.left[c] for c in tree.having(clause, "advcl") if c > clause and _is_told_beside(tree, c)]
    return min(before_relative(tree, clause), min(behind, default=last + 1) - 1)


def before_relative(tree: Tree, clause: int) -> int:
    """Return the last word of a clause without what is told behind its end: "of hiding a leak, which it denies"."""
    last = tree.right[clause]
    behind = (tree.left[c] for c in tree.subtree(clause) if tree.right[c] == last and _is_loose_relative(tree, c))
    return min(behind, default=last + 1) - 1


def _is_told_beside(tree: Tree, clause: int) -> bool:
    """Tell whether an adverbial clause tells what is or was so: "saying", "after the dam broke"."""
    marks = {tree.lowers[m] for m in tree.having(clause, "mark")}
    is_past = tree.tags[clause] == "VBD" and "if" not in marks  # but "to play as if it was a game"
    return is_said_beside(tree, clause) or (is_past and bool(marks & words.FACTUAL_MARKS))


def _is_loose_relative(tree: Tree, clause: int) -> bool:
    return tree.deps[clause] == "relcl" and tree.words[tree.left[clause] - 1] == ","


def around(tree: Tree, clause: int, cue: int) -> Span | None:
    """Return the characters of a clause; one that a cue is put into keeps both its parts."""
    first, last = tree.left[clause], end_of(tree, clause)
    own = min((tree.left[c] for c in tree.children[cue] if c != clause), default=cue)  # "which the mayor says is old"
    is_inside = any(not _is_edge(tree, w) for w in range(first, min(own, cue))) if first < cue < last else False
    has_rest = any(not _is_edge(tree, w) for w in range(cue + 1, last + 1))
    return trimmed(tree, first, last, None if is_inside and has_rest and clause > cue else cue)


def outside(tree: Tree, clause: int, cue: int) -> Span | None:
    """Return the characters of a clause without the cue's own part where that stands at its end or its start."""
    while tree.deps[clause] in ("aux", "auxpass"):
        clause = tree.heads[clause]
    first, last = tree.left[clause], tree.right[clause]
    if tree.right[cue] >= last - 1:
        last = tree.left[cue] - 1
    elif tree.left[cue] <= first + 1:
        first = tree.right[cue] + 1
    return trimmed(tree, first, last)


def around_phrase(tree: Tree, i: int, end: int) -> Span | None:
    """Return what a phrase such as "according to X" speaks of: the sentence it opens or closes, else its clause."""
    first, last = sentence_around(tree, i)
    while last > end and _is_edge(tree, last):
        last -= 1
    if all(_is_edge(tree, w) or tree.lowers[w] in ("but", "meanwhile") for w in range(first, i)):
        return trimmed(tree, end + 1, last)
    if end >= last:
        return trimmed(tree, first, i - 1)
    clause = tree.heads[i]
    while tree.deps[clause] not in CLAUSE_DEPS and tree.heads[clause] != clause:
        clause = tree.heads[clause]
    return trimmed(tree, tree.left[clause], tree.right[clause])


def sentence_around(tree: Tree, i: int) -> tuple[int, int]:
    """Return the first and the last token of the sentence that holds the token."""
    for first, end in tree.sentences:
        if i < end:
            return first, end - 1
    return 0, len(tree.words) - 1
