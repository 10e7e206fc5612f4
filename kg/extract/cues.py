"""The words that show that somebody says something: verbs, nouns, "according to", "citing", adverbs of hearsay.

Each finder takes the parse and one token and gives a `Saying` or None. They know sentences; quotations that run over
several sentences are joined to them in `attribution.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kg.extract import words_attribution as words
from kg.extract.clause_shapes import is_negative_phrase
from kg.extract.trees import CLOSING, Tree
from kg.extract.verdicts import judging_verb, verdict
from kg.model import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "parataxis", "acl", "xcomp", "pcomp", "csubj"})
RELATIVES = frozenset({"who", "which", "that"})
VERB_CUES = words.SAYING | words.THINKING | words.SHOWING | words.NAMING | words.ACCUSING | words.VOICING


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


def find_sayings(tree: Tree) -> tuple[Saying, ...]:
    """Return every cue of a parsed text, in order."""
    found: list[Saying] = []
    for i, lemma in enumerate(tree.lemmas):
        sayings = (finder(tree, i) for finder in BY_LEMMA.get(lemma.lower(), ()))
        saying = next((saying for saying in sayings if saying is not None), None)
        if saying is not None:
            found.append(saying)
    return tuple(found)


# ------------------------------------------------------------------------------------------------ verbs


def _verb(tree: Tree, i: int) -> Saying | None:
    source = source_of(tree, i)
    is_passive = tree.first(i, "auxpass") is not None
    if not _is_uttered(tree, i) or (source is None and not is_passive):
        return None
    if source is not None and is_negative_phrase(tree, source):  # "nobody said that"
        return None
    is_speech = tree.lemmas[i].lower() in words.SAYING | words.NAMING or _follows_quote(tree, i, source)
    content = _verb_content(tree, i)
    return Saying(i, (i,), source, content, is_speech) if content is not None or is_speech else None


def _follows_quote(tree: Tree, i: int, source: int | None) -> bool:
    """Tell whether a verb such as "laugh" stands behind a quotation, with none but who laughs between or after."""
    if tree.lemmas[i].lower() not in words.VOICING or source is None:
        return False
    first = min(i, tree.left[source])
    return first > 0 and tree.words[first - 1] in CLOSING


def _is_uttered(tree: Tree, i: int) -> bool:
    """Tell whether the verb tells of words that were said, and not of words that were not, or could be."""
    if not tree.tags[i].startswith("VB") or _is_denied_saying(tree, i):
        return False
    if tree.deps[i] == "pcomp":
        return tree.words[tree.heads[i]].lower() in ("by", "in", "as", "with", "after")
    if any(tree.tags[c] == "TO" for c in tree.having(i, "aux")):
        return tree.deps[i] in ("xcomp", "advcl") and tree.lemmas[tree.heads[i]].lower() in words.GOING_ON
    return True


def _verb_content(tree: Tree, i: int) -> Span | None:
    """Return the clause that is said, the one that the verb is put into, or the noun that stands for what is said."""
    lemma, clause = tree.lemmas[i].lower(), _said_clause(tree, i)
    if clause is not None and (lemma not in words.NEEDS_FINITE_OR_QUOTE or _is_finite(tree, clause)):
        return around(tree, clause, i)
    if (main := _parenthetical_in(tree, i)) is not None:
        return outside(tree, main, i)
    if (deed := _accused_of(tree, i)) is not None:
        return trimmed(tree, tree.left[deed], tree.right[deed])
    noun = tree.first(i, "dobj") if lemma in words.TAKES_NOUN else None
    if noun is not None and tree.tags[noun].startswith("N"):
        return trimmed(tree, tree.left[noun], tree.right[noun], i)
    return None


def _accused_of(tree: Tree, i: int) -> int | None:
    """Return what somebody is accused of: "accused the firm of hiding it"."""
    if tree.lemmas[i].lower() not in words.ACCUSING:
        return None
    of = (p for child in (i, *tree.having(i, "dobj")) for p in tree.having(child, "prep") if _is_of_deed(tree, p))
    return next((deed for p in of if (deed := tree.first(p, "pcomp")) is not None), None)


def _is_of_deed(tree: Tree, preposition: int) -> bool:
    return tree.words[preposition].lower() in words.OF_DEED


def _is_denied_saying(tree: Tree, i: int) -> bool:
    return tree.lemmas[i].lower() not in words.THINKING and tree.first(i, "neg") is not None


def _said_clause(tree: Tree, i: int) -> int | None:
    """Return the head of the clause that the verb says: finite, with a subject or "that"."""
    for child in tree.having(i, "ccomp"):
        if ";" in tree.words[child:i]:  # "prices fell; the bank said that …"
            continue
        verbs = (child, *tree.having(child, "aux", "auxpass"))  # the parser may hang the subject on the auxiliary
        if any(tree.first(verb, *SUBJECTS, "mark") is not None for verb in verbs):
            return child
    return None


def _is_finite(tree: Tree, i: int) -> bool:
    if tree.tags[i] in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(tree.deps[c] in ("aux", "auxpass") and tree.tags[c] in FINITE_TAGS for c in tree.children[i])


FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _parenthetical_in(tree: Tree, i: int) -> int | None:
    """Return the head of the clause that the verb is put into: "The port, he added, is closed", "as officials said"."""
    head, lemma = tree.heads[i], tree.lemmas[i].lower()
    if head == i or lemma not in words.INSERTED or tree.first(i, "dobj", "ccomp", "xcomp") is not None:
        return None
    if tree.deps[i] == "parataxis":
        return None if ";" in tree.words[head:i] else head
    if lemma in words.NEEDS_FINITE_OR_QUOTE:
        return None
    is_as_clause = tree.deps[i] == "advcl" and any(tree.words[c].lower() == "as" for c in tree.having(i, "mark"))
    return head if is_as_clause and tree.first(i, "nsubj") is not None else None


def source_of(tree: Tree, i: int, depth: int = 4) -> int | None:
    """Return the head word of the verb's logical subject: its own, its agent, or the one it shares."""
    if (speaker := _inverted_source(tree, i)) is not None:
        return speaker
    is_passive = tree.first(i, "auxpass") is not None or tree.first(i, "nsubjpass") is not None
    if is_passive:
        agent = tree.first(i, "agent")
        return None if agent is None else tree.first(agent, "pobj")
    subject = tree.first(i, "nsubj")
    if subject is not None:
        is_relative = tree.words[subject].lower() in RELATIVES and tree.deps[i] == "relcl"
        return tree.heads[i] if is_relative else subject
    return None if depth == 0 or tree.heads[i] == i else _shared_source(tree, i, depth)


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
    if dep in ("acl", "relcl") and tree.tags[head][0] in "NP":
        return head
    if dep == "pcomp":
        governor = tree.heads[head]
        if tree.lemmas[governor].lower() in words.CITING:  # "quoted the mayor as saying"
            return tree.first(governor, "dobj", "nsubjpass")
        head = governor
    if tree.tags[head].startswith("VB") and dep in ("conj", "xcomp", "advcl", "pcomp", "ccomp", "dep"):
        source = source_of(tree, head, depth - 1) or tree.first(head, "nsubjpass")
        return None if source is None or tree.words[source].lower() in words.IMPERSONAL else source
    return None


# ------------------------------------------------------------------------------------------------ other cues


def _hearsay_passive(tree: Tree, i: int) -> Saying | None:
    """Find "is said to have left" and "it is believed that she left"."""
    if tree.tags[i] != "VBN" or tree.first(i, "auxpass") is None or tree.first(i, "agent") is not None:
        return None
    subject = tree.first(i, "nsubjpass", "nsubj", "expl")
    infinitive = tree.first(i, "xcomp")
    if infinitive is not None and subject is not None and tree.first(infinitive, "aux") is not None:
        return Saying(i, (i,), None, trimmed(tree, tree.left[subject], tree.right[infinitive]))
    clause = _said_clause(tree, i)
    if clause is not None and (subject is None or tree.words[subject].lower() in words.IMPERSONAL):
        return Saying(i, (i,), None, trimmed(tree, tree.left[clause], tree.right[clause], i))
    return None


def _according(tree: Tree, i: int) -> Saying | None:
    if i + 1 >= len(tree.words) or tree.words[i + 1].lower() != "to" or tree.words[i].lower() != "according":
        return None
    to = i + 1
    source = tree.first(to, "pobj") or tree.first(i, "pobj")
    if source is None:
        return None
    content = _around_phrase(tree, i, max(tree.right[i], tree.right[to]))
    return Saying(i, (i, to), source, content)


def _quoted(tree: Tree, i: int) -> Saying | None:
    """Find the one who passes words on: "the paper quoted the mayor as saying that the bridge is safe"."""
    for preposition in tree.having(i, "prep"):
        verb = tree.first(preposition, "pcomp")
        clause = None if verb is None else _said_clause(tree, verb)
        if clause is not None and tree.words[preposition].lower() == "as":
            return Saying(i, (i,), source_of(tree, i), trimmed(tree, tree.left[clause], tree.right[clause]))
    return None


def _citing(tree: Tree, i: int) -> Saying | None:
    """Find "citing officials" beside a clause: what the clause says comes from them."""
    source = tree.first(i, "dobj")
    if tree.tags[i] != "VBG" or source is None or not is_speaker(tree, source):
        return None
    clause = tree.heads[i]
    if tree.deps[i] not in ("advcl", "prep", "acl", "xcomp", "pcomp", "conj") or clause == i:
        return None
    said = _said_clause(tree, clause) if tree.tags[clause].startswith("VB") else None
    what = said if said is not None else tree.first(clause, "dobj")
    if tree.lemmas[clause].lower() in words.SAYING and what is not None and not tree.is_below(i, what):
        return Saying(i, (i,), source, trimmed(tree, tree.left[what], tree.right[what], i))
    return Saying(i, (i,), source, _around_phrase(tree, i, tree.right[i]))


def is_speaker(tree: Tree, i: int) -> bool:
    """Tell whether the noun can be somebody's words' source: a name, a person, a body, a document."""
    return tree.tags[i].startswith("NNP") or tree.lemmas[i].lower() in words.SOURCE_NOUNS


def _noun(tree: Tree, i: int) -> Saying | None:
    """Find "his claim that prices fell"."""
    if not tree.tags[i].startswith("NN"):
        return None
    for clause in tree.having(i, "acl", "ccomp", "relcl"):
        marks = [tree.words[c].lower() for c in tree.having(clause, "mark", "advmod")]
        if "that" in marks and tree.first(clause, *SUBJECTS) is not None:
            said = trimmed(tree, tree.left[clause], tree.right[clause], i)
            return _judged(tree, i, said) if verdict(tree, i) else Saying(i, (i,), noun_source(tree, i), said)
    return None


def _judged(tree: Tree, noun: int, said: Span | None) -> Saying | None:
    """Return who rejects or confirms what the noun says ("dismissed claims that"); else the author does."""
    verb = judging_verb(tree, noun)
    if verb is None or tree.lemmas[verb].lower() in words.TAKES_NOUN:  # what is confirmed or denied is found with it
        return None
    return Saying(verb, (verb,), source_of(tree, verb), said)


def noun_source(tree: Tree, i: int) -> int | None:
    """Return the head word of whoever says what a noun says: "his claim", "a report by officials"."""
    if (owner := tree.first(i, "poss")) is not None:
        return owner
    for preposition in tree.having(i, "prep", "agent"):
        if tree.words[preposition].lower() in words.FROM_SOURCE:
            return tree.first(preposition, "pobj")
    verb = tree.heads[i]
    if tree.deps[i] == "dobj" and tree.lemmas[verb].lower() in words.UTTERING:
        return source_of(tree, verb)
    return i if tree.lemmas[i].lower() in words.DOCUMENT_NOUNS else None


def _attitude(tree: Tree, i: int) -> Saying | None:
    """Find "is concerned that the bridge will close"."""
    verb = tree.heads[i]
    if tree.deps[i] not in ("acomp", "ROOT") or tree.tags[i] not in ("JJ", "VBN"):
        return None
    clause = _said_clause(tree, i) if _said_clause(tree, i) is not None else _said_clause(tree, verb)
    subject = tree.first(verb, "nsubj", "nsubjpass")
    if clause is None or clause == i or subject is None or tree.words[subject].lower() in words.IMPERSONAL:
        return None
    return Saying(i, (i,), subject, trimmed(tree, tree.left[clause], tree.right[clause], i))


def _made_clear(tree: Tree, i: int) -> Saying | None:
    """Find "made it clear that he will not resign"."""
    verb = tree.heads[i]
    if tree.lemmas[verb].lower() != "make" or tree.deps[i] not in ("ccomp", "acomp", "oprd", "xcomp"):
        return None
    for clause in tree.having(i, "advcl", "ccomp", "acl") + tree.having(verb, "ccomp"):
        if clause != i and any(tree.words[m].lower() == "that" for m in tree.having(clause, "mark")):
            content = trimmed(tree, tree.left[clause], tree.right[clause], i)
            return Saying(verb, (verb, i), source_of(tree, verb), content)
    return None


def _adverb(tree: Tree, i: int) -> Saying | None:
    """Find "has reportedly left"."""
    head = tree.heads[i]
    if tree.deps[i] != "advmod" or head == i:
        return None
    return Saying(i, (i,), None, trimmed(tree, tree.left[head], tree.right[head]))


# ------------------------------------------------------------------------------------------------ what is said


def trimmed(tree: Tree, first: int, last: int, cue: int | None = None) -> Span | None:
    """Return the characters from one token to another, on one side of the cue, without punctuation at the ends."""
    if cue is not None and first <= cue <= last:
        first, last = (first, cue - 1) if cue - first > last - cue else (cue + 1, last)
    while first <= last and _is_edge(tree, first):
        first += 1
    while first <= last and _is_edge(tree, last):
        last -= 1
    return tree.span((first, last)) if first <= last else None


def _is_edge(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("PUNCT", "SPACE") or tree.words[i].isspace() or tree.words[i].lower() in ("that", "and")


def around(tree: Tree, clause: int, cue: int) -> Span | None:
    """Return the characters of a clause; one that a cue is put into keeps both its parts."""
    first, last = tree.left[clause], tree.right[clause]
    is_inside = any(not _is_edge(tree, w) for w in range(first, tree.left[cue])) if first < cue < last else False
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


def _around_phrase(tree: Tree, i: int, end: int) -> Span | None:
    """Return what a phrase such as "according to X" speaks of: the sentence it opens or closes, else its clause."""
    first, last = sentence_around(tree, i)
    while last > end and _is_edge(tree, last):
        last -= 1
    if all(_is_edge(tree, w) or tree.words[w].lower() in ("but", "meanwhile") for w in range(first, i)):
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


Finder = Callable[[Tree, int], Saying | None]
FINDERS: tuple[tuple[frozenset[str], Finder], ...] = (
    (words.HEARSAY_PASSIVES, _hearsay_passive),
    (words.CITING, _citing),
    (words.CITING, _quoted),
    (VERB_CUES, _verb),
    (words.ATTITUDES, _attitude),
    (words.PLAIN, _made_clear),
    (words.SPEECH_NOUNS, _noun),
    (frozenset({"according", "accord"}), _according),
    (words.HEARSAY_ADVERBS, _adverb),
)
BY_LEMMA: dict[str, tuple[Finder, ...]] = {
    lemma: tuple(finder for triggers, finder in FINDERS if lemma in triggers)
    for lemma in sorted(frozenset().union(*(triggers for triggers, _ in FINDERS)))
}
