"""Prepositional phrases: the words that lead to what a verb or noun takes with a preposition."""

from __future__ import annotations

from kg.extract.complements import Complement, Slot
from kg.extract.phrases import Phrase, noun_phrases, object_phrases
from kg.extract.trees import Tree
from kg.extract.words import COMPLEX_PREPOSITIONS, DISCOURSE_OPENERS, DISCOURSE_PHRASES

PURPOSE_NOUNS = frozenset({"order", "effort", "attempt", "bid"})
INFINITIVES = ("acl", "relcl", "xcomp", "advcl")
PREPOSITION_TAGS = ("IN", "TO")
NOT_LEADING = frozenset("both either neither only even just also especially particularly".split())


def prepositional(tree: Tree, preposition: int) -> list[Complement]:
    """Return what a preposition leads to, each conjunct a phrase of its own.

    "out of", "because of" and "in front of" lead as one; "from May to June" leads to two.
    """
    if is_discourse(tree, preposition) or _is_attribution(tree, preposition):
        return []
    aim = _purpose_noun(tree, preposition)
    if aim is not None:
        return _purpose(tree, preposition, aim)
    before = [c for c in tree.having(preposition, "advmod", "npadvmod", "quantmod") if c < preposition]
    leading = [c for c in before if tree.lowers[c] not in NOT_LEADING]
    lead = (*(w for c in leading for w in tree.subtree(c)), preposition)
    if _is_fixed(tree, preposition, preposition + 1):
        lead = (*lead, preposition + 1)
    return _led(tree, preposition, lead)


def _is_fixed(tree: Tree, preposition: int, word: int) -> bool:
    """Tell whether the word is the second half of a preposition: "because of"."""
    if word >= len(tree.words) or tree.heads[word] != preposition or tree.children[word]:
        return False
    return tree.tags[word] in (*PREPOSITION_TAGS, "RP")


def _led(tree: Tree, preposition: int, lead: tuple[int, ...]) -> list[Complement]:
    found: list[Complement] = []
    for child in tree.children[preposition]:
        dep = tree.deps[child]
        last = _complex_preposition(tree, preposition, child)
        if last is not None:
            found += _led(tree, last, (*lead, *range(preposition + 1, last + 1)))
        elif dep == "pobj":
            found += _object(tree, preposition, lead, child)
        elif dep == "amod" and tree.lowers[preposition] == "as" and child > preposition:
            found.append(Complement(Slot.PREPOSITIONAL, lead, (Phrase(tree.phrase(child), child),), child))
        elif dep == "pcomp" and tree.tags[child] == "VBG":
            words = tree.trimmed(list(tree.subtree(child)))
            found.append(Complement(Slot.GERUND, lead, (Phrase(words, child),), child))
        elif dep in ("prep", "pcomp") and tree.tags[child] in PREPOSITION_TAGS and child == preposition + 1:
            found += _led(tree, child, (*lead, child))
        elif dep in ("prep", "conj") and tree.tags[child] in PREPOSITION_TAGS:
            found += prepositional(tree, child)
    return found


def _object(tree: Tree, preposition: int, lead: tuple[int, ...], noun: int) -> list[Complement]:
    """Return what one noun gives; "in which" leads to what the relative clause is about."""
    if not tree.tags[noun].startswith("W"):
        return [Complement(Slot.PREPOSITIONAL, lead, object_phrases(tree, noun), noun)]
    verb = tree.heads[preposition]
    if tree.lowers[noun] not in ("which", "whom") or tree.deps[verb] != "relcl":
        return []
    return [Complement(Slot.PREPOSITIONAL, lead, noun_phrases(tree, tree.heads[verb])[:1], noun)]


def _complex_preposition(tree: Tree, preposition: int, noun: int) -> int | None:
    """Return the last word of a preposition such as "in front of", if these are its first two."""
    for last in tree.having(noun, "prep"):
        words = (tree.lowers[w] for w in range(preposition, last + 1) if tree.tags[w] != "DT")
        if noun > preposition and last == noun + 1 and " ".join(words) in COMPLEX_PREPOSITIONS:
            return last
    return None


def _purpose_noun(tree: Tree, preposition: int) -> int | None:
    """Return the noun of "in order to" or "in an effort to", where an infinitive follows it."""
    for noun in tree.having(preposition, "pobj"):
        is_next = preposition < noun <= preposition + 2
        if is_next and tree.lowers[preposition] == "in" and tree.lowers[noun] in PURPOSE_NOUNS:
            return noun if tree.having(noun, *INFINITIVES) else None
    return None


def _purpose(tree: Tree, preposition: int, noun: int) -> list[Complement]:
    lead = tuple(range(preposition, noun + 1))
    return [
        Complement(Slot.PURPOSE, lead, (Phrase(tree.trimmed(list(tree.subtree(verb))), verb),), verb)
        for verb in tree.having(noun, *INFINITIVES)
    ]


def _is_attribution(tree: Tree, preposition: int) -> bool:
    """Tell whether the phrase says whose word it is: "according to the mayor"."""
    following = tree.words[preposition + 1 : preposition + 2]
    return tree.lowers[preposition] == "according" and following == ("to",)


def is_discourse(tree: Tree, i: int) -> bool:
    """Tell whether the phrase comments on the sentence ("for example") instead of being part of what it says."""
    is_begun = tree.lowers[tree.left[i]] in DISCOURSE_OPENERS
    return is_begun and tree.string(tree.subtree(i)).lower() in DISCOURSE_PHRASES
