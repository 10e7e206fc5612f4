"""What somebody promises, asks for, warns of or calls something: words reported without a clause of their own.

Each function takes the parse and the verb, and gives the characters of what is said, or None.
"""

from __future__ import annotations

from collections.abc import Callable

from kg.extract import words_attribution as words
from kg.extract.clause_shapes import is_infinitive
from kg.extract.quotes import quote_at
from kg.extract.sayings import Saying, around_phrase, end_of, is_speaker, outside, sentence_around, source_of, trimmed
from kg.extract.trees import OPENING, Tree
from kg.model import Span


def stance(tree: Tree, i: int) -> Span | None:
    """Return what the verb reports without a clause: the first that fits."""
    return next((said for find in STANCES if (said := find(tree, i)) is not None), None)


def _promised(tree: Tree, i: int) -> Span | None:
    """Find "vowed to fight the plan"."""
    deed = tree.first(i, "xcomp", "advcl") if tree.bases[i] in words.PROMISING else None
    if deed is None or deed < i or not is_infinitive(tree, deed):
        return None
    return trimmed(tree, tree.left[deed], tree.right[deed], i)


def _asked(tree: Tree, i: int) -> Span | None:
    """Find "urged voters to reject it": what they are to do, with who is to do it."""
    if tree.bases[i] not in words.DIRECTING:
        return None
    for deed in tree.having(i, "xcomp", "ccomp", "advcl"):
        asked = tree.first(i, "dobj", "dative") or tree.first(deed, "nsubj")
        if asked is not None and i < asked < deed and is_infinitive(tree, deed):
            return trimmed(tree, tree.left[asked], end_of(tree, deed), i)
    return None


def _thought(tree: Tree, i: int) -> Span | None:
    """Find "expects the rain to ease", "believed the firm to be sound": what somebody thinks of whom."""
    if tree.bases[i] not in words.THINKING_OF:
        return None
    for deed in tree.having(i, "ccomp", "xcomp"):
        subject = tree.first(deed, "nsubj", "nsubjpass", "expl")
        if subject is not None and i < subject < deed and is_infinitive(tree, deed):
            return trimmed(tree, tree.left[subject], end_of(tree, deed), i)
    return None


def _warned(tree: Tree, i: int) -> Span | None:
    """Find "warned of a flood"."""
    if tree.bases[i] not in words.WARNING:
        return None
    for preposition in tree.having(i, "prep"):
        what = tree.first(preposition, "pobj", "pcomp")
        if what is not None and tree.lowers[preposition] in words.OF_TOPIC:
            return trimmed(tree, tree.left[what], tree.right[what], i)
    return None


def _called(tree: Tree, i: int) -> Span | None:
    """Find "called the plan reckless", "dismissed it as a stunt"."""
    lemma, thing = tree.bases[i], tree.first(i, "dobj")
    if lemma not in words.NAMING or thing is None:
        return None
    last = tree.first(i, "oprd", "xcomp")
    for preposition in tree.having(i, "prep"):
        if tree.lowers[preposition] == "as" and preposition > thing:
            last = preposition
    if last is None or last < thing or _holds_speech(tree, tree.right[last]):
        return None
    first = tree.left[thing] if thing > i else tree.left[last]  # "which he called reckless"
    return trimmed(tree, first, tree.right[last], i)


def _holds_speech(tree: Tree, last: int) -> bool:
    """Tell whether the words end in a quotation of some length, which alone is what is said."""
    quote = quote_at(tree.text, tree.starts[last])
    return quote is not None and quote.is_long(tree.text)


STANCES: tuple[Callable[[Tree, int], Span | None], ...] = (_promised, _asked, _thought, _warned, _called)


# ------------------------------------------------------------------------------------------------ phrases


def in_view_of(tree: Tree, i: int) -> Saying | None:
    """Find "in the mayor's view", "in the words of the mayor", "by her account"."""
    lead = tree.heads[i]
    if tree.deps[i] != "pobj" or tree.lowers[lead] not in words.VIEW_PREPOSITIONS or tree.deps[lead] != "prep":
        return None
    of = next((p for p in tree.having(i, "prep") if tree.lowers[p] == "of"), None)
    source = tree.first(i, "poss") if of is None else tree.first(of, "pobj")
    if source is None:
        return None
    return Saying(i, (lead, i), source, around_phrase(tree, lead, tree.right[i]))


def per(tree: Tree, i: int) -> Saying | None:
    """Find "Prices fell, per the agency": behind a comma, or at the head of the sentence."""
    source = tree.first(i, "pobj")
    is_apart = i == 0 or tree.words[i - 1] in (",", ".", ";") or "\n" in tree.words[i - 1]
    if source is None or not is_apart or not (is_speaker(tree, source) and tree.words[i + 1 : i + 2] != ("year",)):
        return None
    is_one = tree.tags[source].startswith("NNP") or tree.first(source, "det", "poss") is not None
    return Saying(i, (i,), source, around_phrase(tree, i, tree.right[i])) if is_one else None


def chance(tree: Tree, i: int) -> Saying | None:
    """Find "traders see a 40% chance that the bank will cut rates": what is likely is so to whoever sees it."""
    verb = tree.heads[i]
    if tree.deps[i] != "dobj" or tree.bases[verb] not in words.SEEING or not tree.tags[i].startswith("NN"):
        return None
    source = source_of(tree, verb)
    for clause in tree.having(i, "acl", "ccomp", "relcl"):
        is_content = any(tree.lowers[c] == "that" for c in tree.having(clause, "mark"))
        if source is not None and is_content and tree.first(clause, "nsubj", "nsubjpass", "expl") is not None:
            return Saying(i, (i,), source, trimmed(tree, tree.left[clause], tree.right[clause], i))
    return None


def as_put(tree: Tree, i: int) -> Saying | None:
    """Find "as the mayor put it", "as the mayor sees it"."""
    source, thing, clause = tree.first(i, "nsubj"), tree.first(i, "dobj"), tree.heads[i]
    is_as = any(tree.lowers[c] == "as" for c in tree.having(i, "mark"))
    is_it = thing is not None and tree.lowers[thing] == "it"
    if source is None or clause == i or not (is_as and is_it) or tree.lowers[source] in words.IMPERSONAL:
        return None
    return Saying(i, (i,), source, outside(tree, clause, i), takes_quotes=True)


def to_whom(tree: Tree, i: int) -> Saying | None:
    """Find "To Petra Holm, the treaty is a mistake": what something is in somebody's eyes."""
    if tree.words[i] != "To":
        return None
    source, verb = tree.first(i, "pobj"), tree.heads[i]
    if source is None or tree.bases[verb] not in words.SEEMING:
        return None
    comma = tree.right[i] + 1
    is_apart = tree.words[comma : comma + 1] == (",",) and tree.first(verb, "nsubj") is not None
    is_somebody = tree.tags[source].startswith("NN") and is_speaker(tree, source)
    return Saying(i, (i,), source, around_phrase(tree, i, tree.right[i])) if is_apart and is_somebody else None


def spelled_out_view(tree: Tree, noun: int, source: int | None) -> Saying | None:
    """Find "her view is that prices fell", "the fear is that", "his message was simple: prices had fallen"."""
    verb = tree.heads[noun]
    if tree.deps[noun] != "nsubj" or tree.lemmas[verb] != "be" or noun > verb:
        return None
    is_own = source is not None and source != noun
    if not is_own and tree.bases[noun] in words.OWNED_NOUNS:
        return None
    for clause in tree.having(verb, "ccomp"):
        if verb < clause and any(tree.lowers[m] == "that" for m in tree.having(clause, "mark")):
            return Saying(noun, (noun,), source, trimmed(tree, tree.left[clause], tree.right[clause], noun))
    _, last = sentence_around(tree, verb)
    colon = next((w for w in range(verb, last) if tree.words[w] == ":"), None)
    if colon is None or not is_own or tree.words[colon + 1] in OPENING:
        return None
    is_clause = any(tree.tags[w] in ("VBD", "VBZ", "VBP", "MD") for w in range(colon + 1, last))
    return Saying(noun, (noun,), source, trimmed(tree, colon + 1, last)) if is_clause else None
