"""Rows that tell nothing: what is only asked or compared, an "it" that stands for nothing, half of a set phrase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.extract.trees import Tree
from kg.extract.words import TIME_NOUNS
from kg.extract.words_attribution import SPEECH_NOUNS
from kg.extract.words_factuality import CLAIM_NOUNS
from kg.extract.words_phrases import CALLING_DEEDS, DRIVING_OUT, MOVING_CLOSER, NOT_THERE, SET_PHRASES, VERB_PHRASES
from kg.model import Argument, Proposition, Span

ASKING = ("WP", "WDT")
INTERROGATIVE = frozenset({"who", "whom", "what", "which", "whatever", "whoever", "whichever"})
EXACTLY = frozenset({"exactly", "just", "precisely"})  # "knew exactly what was in it"
FROM_FIGURE = (" up from ", " down from ")
DENIED = SPEECH_NOUNS | CLAIM_NOUNS | {"involvement", "link", "responsibility", "role", "wrongdoing"}
OBJECTS = ("dobj", "pobj", "dative", "attr")


def without_untold(tree: Tree, propositions: Sequence[Proposition]) -> Iterator[Proposition]:
    """Yield the propositions that tell something, those with half a set phrase with all of it."""
    judged: dict[int, bool] = {}
    for proposition in propositions:
        verb = tree.at.get(proposition.predicate.anchor.start, -1)
        if verb not in judged:
            judged[verb] = verb >= 0 and (_is_compared(tree, verb) or _is_what_is_asked(tree, verb))
        if judged[verb] or _is_asked(tree, proposition.subject) or _is_empty(tree, verb, proposition):
            continue
        whole = _whole(proposition) if _is_half(proposition) else proposition
        if whole is not None:
            yield whole


def _is_asked(tree: Tree, subject: Argument) -> bool:
    """Tell whether the subject is what a question asks for: "nobody knows what will happen"."""
    before, _, asked = subject.text.lower().rpartition(" ")
    if asked not in INTERROGATIVE or (before and before not in EXACTLY):
        return False
    return tree.tags[tree.at[subject.head.start]] in ASKING


def _is_what_is_asked(tree: Tree, verb: int) -> bool:
    """Tell whether the clause asks for its object: "(asked) what she wanted on the stone"."""
    if tree.deps[verb] not in ("ccomp", "pcomp", "advcl"):
        return False
    fronted = (c for c in tree.having(verb, *OBJECTS) if c < verb and tree.tags[c] == "WP")
    is_stranded = any(tree.lowers[c] == "where" for c in tree.having(verb, "advmod") if c < verb) and any(
        not tree.children[p] for p in tree.having(verb, "prep") if p > verb
    )
    return is_stranded or next(fronted, None) is not None


def _is_compared(tree: Tree, verb: int) -> bool:
    """Tell whether it is only held against what is told: "would rather lose than win badly", "later than planned"."""
    mark = tree.first(verb, "mark") if tree.deps[verb] == "advcl" else None
    if mark is not None and tree.lowers[mark] == "than":
        return tree.first(verb, "nsubj", "nsubjpass") is None
    return tree.tags[verb] == "VBG" and tree.deps[verb] in ("acl", "pcomp") and _is_likeness(tree, verb)


def _is_likeness(tree: Tree, verb: int) -> bool:
    """Tell whether it is what something is like: "a sound like a truck falling off a bridge"."""
    noun = tree.heads[verb]
    like = tree.heads[noun] if tree.deps[verb] == "acl" and tree.deps[noun] == "pobj" else noun
    if tree.lowers[like] != "like" or tree.pos[like] != "ADP":
        return False
    return like == noun or any(tree.lowers[c] in ("a", "an") for c in tree.having(noun, "det"))


# ------------------------------------------------------------------------------------------------ empty words


def _is_empty(tree: Tree, verb: int, proposition: Proposition) -> bool:
    end, lemma = proposition.object, proposition.predicate.lemma
    if end is None:
        return lemma == "do"  # "as did the casino"
    if proposition.kind == "relative" and lemma == "deny" and tree.bases[tree.at[end.head.start]] not in DENIED:
        return True  # "accused of lying to the court, which she denies"
    if proposition.subject.text.lower() == "it" and lemma.partition(" ")[0] == "take":
        return _takes_time(tree, verb, proposition)
    if proposition.kind == "complement" and proposition.subject.text.lower() == "it" and _is_of_deed(tree, verb, end):
        return True
    words = f" {proposition.predicate.text.lower()} "
    is_figure = any(lead in words for lead in FROM_FIGURE) and lemma.partition(" ")[0] != "be"
    if is_figure or words.split()[-2:-1] == ["than"]:  # "sold ten, up from / nine", "sold ten more than in / May"
        return True
    if proposition.kind == "object" and proposition.predicate.lemma in DRIVING_OUT:
        return _is_driven_out(tree, verb, tree.at[end.head.start])
    if proposition.kind == "object" and proposition.predicate.lemma in MOVING_CLOSER:
        return any(tree.lowers[c] in NOT_THERE for c in tree.having(verb, "advmod", "prep"))
    return proposition.kind in ("small clause", "complement") and _is_made_hard(tree, end)


def _is_driven_out(tree: Tree, verb: int, end: int) -> bool:
    """Tell whether the verb means another thing without its "out of": "rules him out of the cup" rules nobody."""
    outs = (p for p in tree.having(verb, "prep", "advmod") if p > end and tree.lowers[p] == "out")
    return any(tree.lowers[c] == "of" for p in outs for c in tree.children[p])


def _is_of_deed(tree: Tree, verb: int, end: Argument) -> bool:
    """Tell whether "it" only stands for the deed that is called so: "it was hard to imagine"."""
    deed = tree.first(verb, "xcomp", "advcl", "ccomp")
    return deed is not None and end.text.lower() in CALLING_DEEDS and tree.tags[tree.left[deed]] == "TO"


def _takes_time(tree: Tree, verb: int, proposition: Proposition) -> bool:
    """Tell whether "it" only stands for the deed that took so long: "It took them a year to admit it"."""
    took = tree.heads[tree.at[proposition.subject.head.start]]
    deed = tree.first(took, "xcomp", "advcl")
    times = (c for c in tree.having(took, *OBJECTS, "npadvmod") if tree.bases[c] in TIME_NOUNS)
    is_told_so = deed is not None and tree.tags[tree.left[deed]] == "TO"
    return verb in (took, deed) and is_told_so and next(times, None) is not None


def _is_made_hard(tree: Tree, end: Argument) -> bool:
    """Tell whether the adjective is said of a deed that "it" stands for: "made it impossible to plan"."""
    adjective = next((i for i in _words(tree, end.span) if tree.pos[i] == "ADJ"), None)
    if adjective is None or adjective < 1 or adjective + 2 >= len(tree.words):
        return False
    before, behind = tree.lowers[adjective - 1], tree.lowers[adjective + 1]
    return before == "it" and behind in ("to", "for", "that")


def _words(tree: Tree, span: Span) -> Iterator[int]:
    i = tree.at.get(span.start, len(tree.words))
    while i < len(tree.words) and tree.starts[i] < span.end:
        yield i
        i += 1


# ------------------------------------------------------------------------------------------------ set phrases


def _is_half(proposition: Proposition) -> bool:
    """Tell whether the object is the noun of a set phrase that the relation begins: "was at / a loss"."""
    end = proposition.object
    if end is None:
        return False
    if proposition.kind == "object":
        return (proposition.predicate.lemma.rpartition(" ")[2], end.text.lower()) in VERB_PHRASES
    if "prepositional" not in proposition.kind:
        return False
    noun, lead = end.text.lower(), proposition.predicate.text.lower().split()
    return f"{lead[-1]} {noun}" in SET_PHRASES or " ".join((*lead[-2:], noun)) in SET_PHRASES


def _whole(proposition: Proposition) -> Proposition | None:
    """Return the row with the set phrase as a part of its verb, which then has no object: "is in force"."""
    end, predicate = proposition.object, proposition.predicate
    if end is None or predicate.folded or proposition.kind not in ("object", "prepositional"):
        return None
    text, lemma = f"{predicate.text} {end.text}", f"{predicate.lemma} {end.text.lower()}"
    told = replace(predicate, text=text, lemma=lemma, span=Span(predicate.span.start, end.span.end))
    return replace(proposition, predicate=told, object=None, kind="intransitive")
