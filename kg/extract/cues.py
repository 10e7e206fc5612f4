"""The words that show that somebody says something: verbs, nouns, "according to", "citing", adverbs of hearsay.

Each finder takes the parse and one token and gives a `Saying` or None. They know sentences; quotations that run over
several sentences are joined to them in `attribution.py`.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract import words_attribution as words
from kg.extract.clause_shapes import is_after_nor, is_few_people, is_infinitive, is_negative_phrase
from kg.extract.sayings import (
    Saying,
    around,
    around_phrase,
    before_relative,
    is_bare_accused,
    is_speaker,
    outside,
    source_of,
    trimmed,
)
from kg.extract.stances import as_put, chance, in_view_of, per, spelled_out_view, stance, to_whom
from kg.extract.trees import CLOSING, Tree
from kg.extract.verdicts import judging_verb, says_clause, verdict
from kg.model import Span

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
SPEECH = words.SAYING | words.NAMING
VERB_CUES = frozenset().union(
    words.SAYING, words.THINKING, words.SHOWING, words.NAMING, words.ACCUSING, words.VOICING,
    words.PROMISING, words.DIRECTING, words.WARNING,
)  # fmt: skip


def find_sayings(tree: Tree) -> tuple[Saying, ...]:
    """Return every cue of a parsed text, in order."""
    found: list[Saying] = []
    for i in [i for i, base in enumerate(tree.bases) if base in BY_LEMMA]:
        sayings = (finder(tree, i) for finder in BY_LEMMA[tree.bases[i]])
        saying = next((saying for saying in sayings if saying is not None), None)
        if saying is not None:
            found.append(saying)
    return tuple(found)


# ------------------------------------------------------------------------------------------------ verbs


def _verb(tree: Tree, i: int) -> Saying | None:
    source = source_of(tree, i)
    is_passive = tree.first(i, "auxpass") is not None or is_bare_accused(tree, i)
    if not _is_uttered(tree, i) or (source is None and not is_passive):
        return None
    if source is not None and (is_negative_phrase(tree, source) or is_few_people(tree, source)):  # "nobody said that"
        return None
    is_said = tree.bases[i] in SPEECH and not is_bare_accused(tree, i)
    is_speech = is_said or _follows_quote(tree, i, source)
    content = _verb_content(tree, i)
    return Saying(i, (i,), source, content, is_speech) if content is not None or is_speech else None


def _follows_quote(tree: Tree, i: int, source: int | None) -> bool:
    """Tell whether a verb such as "laugh" stands behind a quotation, with none but who laughs between or after."""
    if tree.bases[i] not in words.VOICING or source is None:
        return False
    first = min(i, tree.left[source])
    return first > 0 and tree.words[first - 1] in CLOSING


def _is_uttered(tree: Tree, i: int) -> bool:
    """Tell whether the verb tells of words that were said, and not of words that were not, or could be."""
    if not tree.tags[i].startswith("VB") or _is_denied_saying(tree, i):
        return False
    if tree.deps[i] == "pcomp":
        return tree.lowers[tree.heads[i]] in ("by", "in", "as", "with", "after")
    if tree.bases[i] in words.CITING and _passes_on(tree, i):
        return False
    if any(tree.tags[c] == "TO" for c in tree.having(i, "aux")):
        return tree.deps[i] in ("xcomp", "advcl") and tree.bases[tree.heads[i]] in words.GOING_ON
    return tree.tags[i] != "VB" or tree.deps[i] not in ("xcomp", "ccomp") or tree.bases[tree.heads[i]] != "help"


def _passes_on(tree: Tree, i: int) -> bool:
    """Tell whether the words are somebody else's, who is named with "as saying": "the paper quoted Ann as saying"."""
    leads = (p for p in tree.having(i, "prep") if tree.lowers[p] == "as")
    return any(tree.first(p, "pcomp") is not None for p in leads)


def _verb_content(tree: Tree, i: int) -> Span | None:
    """Return the clause that is said, the one that the verb is put into, or the noun that stands for what is said."""
    lemma, clause = tree.bases[i], _said_clause(tree, i)
    if clause is not None and (lemma not in words.NEEDS_FINITE_OR_QUOTE or _is_finite(tree, clause)):
        return around(tree, clause, i)
    if (main := _parenthetical_in(tree, i)) is not None:
        return outside(tree, main, i)
    if (deed := _accused_of(tree, i)) is not None:
        return trimmed(tree, tree.left[deed], before_relative(tree, deed))
    if (said := stance(tree, i)) is not None:
        return said
    noun = tree.first(i, "dobj") if lemma in words.TAKES_NOUN else None
    if noun is not None and tree.tags[noun].startswith("N"):
        return trimmed(tree, tree.left[noun], tree.right[noun], i)
    return None


def _accused_of(tree: Tree, i: int) -> int | None:
    """Return what somebody is accused of: "accused the firm of hiding it"."""
    if tree.bases[i] not in words.ACCUSING:
        return None
    of = (p for child in (i, *tree.having(i, "dobj")) for p in tree.having(child, "prep") if _is_of_deed(tree, p))
    return next((deed for p in of if (deed := tree.first(p, "pcomp")) is not None), None)


def _is_of_deed(tree: Tree, preposition: int) -> bool:
    return tree.lowers[preposition] in words.OF_DEED


def _is_denied_saying(tree: Tree, i: int) -> bool:
    is_denied = tree.first(i, "neg") is not None or (tree.deps[i] == "conj" and is_after_nor(tree, i))
    return tree.bases[i] not in words.THINKING and is_denied


def _said_clause(tree: Tree, i: int) -> int | None:
    """Return the head of the clause that the verb says: finite, with a subject or "that"."""
    for child in tree.having(i, "ccomp"):
        if ";" in tree.words[child:i]:  # "prices fell; the bank said that …"
            continue
        verbs = (child, *tree.having(child, "aux", "auxpass"))  # the parser may hang the subject on the auxiliary
        is_about = tree.deps[i] == "relcl" and _is_finite(tree, child)  # "a step she says would help"
        if is_about or any(tree.first(verb, *SUBJECTS, "mark") is not None for verb in verbs):
            return child
    nouns = (noun for p in tree.having(i, "prep") for noun in tree.having(p, "pobj"))
    behind = (c for noun in nouns if not says_clause(tree, noun) for c in tree.having(noun, "relcl", "acl"))
    return next((c for c in behind if tree.bases[i] in words.SAYING and _is_that_clause(tree, c)), None)


def _is_that_clause(tree: Tree, clause: int) -> bool:
    """Tell whether a clause that the parser hung on a noun has its own subject: "said in Riga that prices fell"."""
    that = any(tree.lowers[m] == "that" for m in tree.having(clause, "mark"))
    return that and tree.first(clause, *SUBJECTS) is not None


def _is_finite(tree: Tree, i: int) -> bool:
    if tree.tags[i] in FINITE_TAGS or any(tree.lowers[c] == "that" for c in tree.having(i, "mark")):
        return True
    return any(tree.deps[c] in ("aux", "auxpass") and tree.tags[c] in FINITE_TAGS for c in tree.children[i])


FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})


def _parenthetical_in(tree: Tree, i: int) -> int | None:
    """Return the head of the clause that the verb is put into: "The port, he added, is closed", "as officials said"."""
    head, lemma = tree.heads[i], tree.bases[i]
    if head == i or lemma not in words.INSERTED or tree.first(i, "dobj", "ccomp", "xcomp") is not None:
        return None
    if tree.deps[i] == "parataxis":
        return None if ";" in tree.words[head:i] else head
    if lemma in words.NEEDS_FINITE_OR_QUOTE:
        return None
    is_as_clause = tree.deps[i] == "advcl" and any(tree.lowers[c] == "as" for c in tree.having(i, "mark"))
    return head if is_as_clause and tree.first(i, "nsubj") is not None else None


# ------------------------------------------------------------------------------------------------ other cues


def _hearsay_passive(tree: Tree, i: int) -> Saying | None:
    """Find "is said to have left" and "it is believed that she left"."""
    if tree.tags[i] != "VBN" or tree.first(i, "auxpass") is None or tree.first(i, "agent") is not None:
        return None
    subject = tree.first(i, "nsubjpass", "nsubj", "expl")
    infinitive = tree.first(i, "xcomp")
    if infinitive is not None and subject is not None and tree.first(infinitive, "aux") is not None:
        start = tree.left[infinitive] if tree.first(subject, "relcl") is not None else tree.left[subject]
        return Saying(i, (i,), None, trimmed(tree, start, tree.right[infinitive]))
    clause = _said_clause(tree, i)
    if clause is not None and (subject is None or tree.lowers[subject] in words.IMPERSONAL):
        return Saying(i, (i,), None, trimmed(tree, tree.left[clause], tree.right[clause], i))
    return None


def _according(tree: Tree, i: int) -> Saying | None:
    if i + 1 >= len(tree.words) or tree.lowers[i + 1] != "to" or tree.lowers[i] != "according":
        return None
    to = i + 1
    source = tree.first(to, "pobj") or tree.first(i, "pobj")
    if source is None:
        return None
    content = around_phrase(tree, i, max(tree.right[i], tree.right[to]))
    return Saying(i, (i, to), source, content)


def _quoted(tree: Tree, i: int) -> Saying | None:
    """Find the one who passes words on: "the paper quoted the mayor as saying that the bridge is safe"."""
    for preposition in tree.having(i, "prep"):
        verb = tree.first(preposition, "pcomp")
        clause = None if verb is None else _said_clause(tree, verb)
        if clause is not None and tree.lowers[preposition] == "as":
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
    if tree.bases[clause] in words.SAYING and what is not None and not tree.is_below(i, what):
        return Saying(i, (i,), source, trimmed(tree, tree.left[what], tree.right[what], i))
    goes_on = any(c > i for c in tree.having(clause, "conj"))  # "doubts this, citing a study, and has sued"
    content = trimmed(tree, tree.left[clause], i - 1) if goes_on else around_phrase(tree, i, tree.right[i])
    return Saying(i, (i,), source, content)


def _noun(tree: Tree, i: int) -> Saying | None:
    """Find "his claim that prices fell"."""
    if not tree.tags[i].startswith("NN"):
        return None
    source = noun_source(tree, i)
    if source is None and tree.bases[i] in words.UTTERED_NOUNS:  # "the case that" is somebody's who makes it
        return None
    for clause in tree.having(i, "acl", "ccomp", "relcl"):
        said = trimmed(tree, tree.left[clause], tree.right[clause], i)
        if _is_said_by_noun(tree, clause):
            return _judged(tree, i, said) if verdict(tree, i) else Saying(i, (i,), source, said)
        if source is not None and is_infinitive(tree, clause) and tree.bases[i] in words.PROMISE_NOUNS:
            return Saying(i, (i,), source, said)
    return spelled_out_view(tree, i, source)


def _is_said_by_noun(tree: Tree, clause: int) -> bool:
    """Tell whether the clause is what a noun says: "fears that it will fall", "fears it will fall"."""
    if tree.first(clause, *SUBJECTS) is None or ":" in tree.words[tree.heads[clause] : clause]:
        return False
    marks = [tree.lowers[c] for c in tree.having(clause, "mark", "advmod")]
    return "that" in marks or (tree.deps[clause] == "acl" and not marks and _is_finite(tree, clause))


def _judged(tree: Tree, noun: int, said: Span | None) -> Saying | None:
    """Return who rejects or confirms what the noun says ("dismissed claims that"); else the author does."""
    verb = judging_verb(tree, noun)
    if verb is None or tree.bases[verb] in words.TAKES_NOUN:  # what is confirmed or denied is found with it
        return None
    return Saying(verb, (verb,), source_of(tree, verb), said)


def noun_source(tree: Tree, i: int) -> int | None:
    """Return the head word of whoever says what a noun says: "his claim", "a report by officials"."""
    if (owner := tree.first(i, "poss")) is not None:
        return owner
    for preposition in tree.having(i, "prep", "agent"):
        if tree.lowers[preposition] in words.FROM_SOURCE:
            return tree.first(preposition, "pobj")
    for participle in tree.having(i, "acl"):
        if (agent := tree.first(participle, "agent")) is not None:  # "the claim, made by the mayor, that"
            return tree.first(agent, "pobj")
    verb = tree.heads[i]
    if tree.deps[i] == "dobj" and tree.bases[verb] in words.UTTERING:
        return source_of(tree, verb)
    return i if tree.bases[i] in words.DOCUMENT_NOUNS else None


def _attitude(tree: Tree, i: int) -> Saying | None:
    """Find "is concerned that the bridge will close"."""
    verb = tree.heads[i]
    if tree.deps[i] not in ("acomp", "ROOT") or tree.tags[i] not in ("JJ", "VBN"):
        return None
    clause = _said_clause(tree, i) if _said_clause(tree, i) is not None else _said_clause(tree, verb)
    subject = tree.first(verb, "nsubj", "nsubjpass")
    if clause is None or clause == i or subject is None or tree.lowers[subject] in words.IMPERSONAL:
        return None
    return Saying(i, (i,), subject, trimmed(tree, tree.left[clause], tree.right[clause], i))


def _made_clear(tree: Tree, i: int) -> Saying | None:
    """Find "made it clear that he will not resign"."""
    verb = tree.heads[i]
    if tree.bases[verb] != "make" or tree.deps[i] not in ("ccomp", "acomp", "oprd", "xcomp"):
        return None
    for clause in tree.having(i, "advcl", "ccomp", "acl") + tree.having(verb, "ccomp"):
        if clause != i and any(tree.lowers[m] == "that" for m in tree.having(clause, "mark")):
            content = trimmed(tree, tree.left[clause], tree.right[clause], i)
            return Saying(verb, (verb, i), source_of(tree, verb), content)
    return None


def _adverb(tree: Tree, i: int) -> Saying | None:
    """Find "has reportedly left"."""
    head = tree.heads[i]
    if tree.deps[i] != "advmod" or head == i:
        return None
    return Saying(i, (i,), None, trimmed(tree, tree.left[head], tree.right[head]))


Finder = Callable[[Tree, int], Saying | None]
FINDERS: tuple[tuple[frozenset[str], Finder], ...] = (
    (words.HEARSAY_PASSIVES, _hearsay_passive),
    (words.CITING, _citing),
    (words.CITING, _quoted),
    (words.AS_PUT, as_put),
    (VERB_CUES, _verb),
    (words.ATTITUDES, _attitude),
    (words.PLAIN, _made_clear),
    (words.SPEECH_NOUNS | words.UTTERED_NOUNS | words.OWNED_NOUNS, _noun),
    (words.VIEW_NOUNS, in_view_of),
    (words.CHANCE_NOUNS, chance),
    (frozenset({"per"}), per),
    (frozenset({"to"}), to_whom),
    (frozenset({"according", "accord"}), _according),
    (words.HEARSAY_ADVERBS, _adverb),
)
BY_LEMMA: dict[str, tuple[Finder, ...]] = {
    lemma: tuple(finder for triggers, finder in FINDERS if lemma in triggers)
    for lemma in sorted(frozenset().union(*(triggers for triggers, _ in FINDERS)))
}
