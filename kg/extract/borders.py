"""How far a circumstance reaches: "with support from the council", "in a decision that surprised the town".

A qualifier is no use without what tells its noun apart; when it happened stays a circumstance of the verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.complements import Complement, Slot
from kg.extract.moments import is_when
from kg.extract.phrases import Phrase
from kg.extract.prepositions import prepositional
from kg.extract.role_phrases import is_amount, is_event
from kg.extract.trees import Tree
from kg.extract.verbs import is_to_infinitive
from kg.extract.words_mentions import MEASURES, ORDINALS
from kg.extract.words_roles import HELD_IN, NEVER_OF_NOUN, OF_TWO, OUTCRIES, SINCE_WHEN, TAKES_INFINITIVE, WHEN
from kg.extract.words_times import UNITS

CLAUSES = ("acl", "relcl")
COMPARED = frozenset({"against", "from", "than", "with"})
BACK_THEN = frozenset({"ago", "before", "earlier"})
UP_TO = frozenset({"to", "until", "till", "through", "per"})
OF_AMOUNTS = ("of", "per", "worth", "than")
PAUSES = (",", "(", "-", "–", "—")
TO_COME = frozenset({"come", "go", "spare"})  # "with 3 km to go"
APART = ("appos", "relcl", "acl", "advcl", "parataxis")


def words_behind(tree: Tree, phrase: Phrase, lead: Sequence[int] = ()) -> tuple[int, ...]:
    """Return the words right behind a phrase that belong to its noun.

    >>> tree = Tree(words=("with", "support", "from", "banks"), tags=("IN", "NN", "IN", "NNS"),
    ...             pos=("ADP", "NOUN", "ADP", "NOUN"), deps=("prep", "pobj", "prep", "pobj"),
    ...             lemmas=("with", "support", "from", "bank"), heads=(0, 0, 1, 2), starts=(0, 5, 13, 18),
    ...             sentences=((0, 4),), text="with support from banks")
    >>> words_behind(tree, Phrase((1,), 1))
    (2, 3)
    """
    end = phrase.words[-1]
    found: list[int] = []
    if tree.pos[phrase.head] != "NOUN" and tree.tags[phrase.head] != "CD" and tree.lowers[phrase.head] != "those":
        return ()
    for child in _behind(tree, (*lead[-1:], *phrase.words), end):
        if tree.left[child] <= end:
            continue
        if tree.left[child] != end + 1 or not _belongs(tree, child, tree.heads[child]):
            break
        words = _whole(tree, child)
        found += words
        end = words[-1] if words else end
        if end != tree.right[child]:
            break
    return tuple(found)


def _behind(tree: Tree, words: Sequence[int], end: int) -> list[int]:
    """Return what hangs on the words of a phrase and stands behind it, in text order."""
    return sorted((c for w in words for c in tree.children[w] if tree.left[c] > end), key=lambda c: tree.left[c])


def with_ranges(tree: Tree, complements: Sequence[Complement]) -> list[Complement]:
    """Return the complements with both ends of a range as one: "from May to July", "from 4% to 6%"."""
    found: list[Complement] = []
    for complement in complements:
        if found and _ends_range(tree, found[-1], complement):
            first = found.pop()
            words = (*first.phrases[0].words, *complement.lead, *complement.phrases[0].words)
            complement = first._replace(phrases=(Phrase(words, first.phrases[0].head),))
        found.append(complement)
    return found


def _ends_range(tree: Tree, first: Complement, last: Complement) -> bool:
    if len(first.phrases) != 1 or len(last.phrases) != 1 or not first.lead or len(last.lead) != 1:
        return False
    start, end = first.phrases[0], last.phrases[0]
    if tree.lowers[last.lead[0]] == "in" and (tree.lowers[end.head] == "row" or _is_nth(tree, start)):
        return last.lead[0] == start.words[-1] + 1 and is_when(tree, start)  # "for the third year in a row"
    if tree.lowers[last.lead[0]] not in UP_TO or last.lead[0] != start.words[-1] + 1:
        return False
    if tree.lowers[last.lead[0]] == "per":
        return is_amount(tree, start)  # "394 per euro"
    is_open = tree.lowers[first.lead[-1]] == "from" or tree.bases[start.head] in UNITS
    both_when = is_when(tree, start) and is_when(tree, end)
    return is_open and (both_when or (is_amount(tree, start) and is_amount(tree, end)))


def _is_nth(tree: Tree, phrase: Phrase) -> bool:
    """Tell whether it counts how often something has been: "for the third time (in a year)"."""
    is_one = tree.lowers[phrase.head] == "time" and tree.tags[phrase.head] == "NN"
    return is_one and any(tree.bases[w] in ORDINALS for w in phrase.words)


def loose(tree: Tree, complement: Complement) -> Iterator[Complement]:
    """Yield what hangs on a noun and belongs to the verb: when it was, and all that stands behind a bare amount."""
    is_earlier = any(tree.lowers[w] in ("down", "up") for w in complement.lead)  # "down from 40 tonnes in 2023"
    if complement.slot in (Slot.PREPOSITIONAL, Slot.OBJECT) and not is_earlier:
        for phrase in complement.phrases:
            for preposition in _loose_prepositions(tree, phrase.head):
                yield from (c for c in prepositional(tree, preposition) if _is_of_verb(tree, c))
            is_alone = complement.slot is Slot.OBJECT and len(complement.phrases) == 1
            if is_alone and is_amount(tree, phrase):  # "paid €9m in cash and €2m in shares"
                yield from _beside_amount(tree, phrase)


def _beside_amount(tree: Tree, phrase: Phrase) -> Iterator[Complement]:
    """Yield what follows an amount: "paid €9m for the mill"."""
    for preposition in tree.having(phrase.head, "prep"):
        if preposition > phrase.words[-1] and tree.lowers[preposition] not in OF_AMOUNTS:
            yield from (c for c in prepositional(tree, preposition) if c.slot is Slot.PREPOSITIONAL)


def _loose_prepositions(tree: Tree, noun: int) -> Iterator[int]:
    """Yield each preposition below a noun that leads to a time, unless an event stands between."""
    if _has_time(tree, noun):
        return
    for preposition in tree.having(noun, "prep"):
        if preposition > noun:
            is_count = tree.lowers[noun] == "time" and tree.lowers[preposition] == "in"  # "the third time in a year"
            if tree.lowers[preposition] in WHEN and _leads_to_time(tree, preposition) and not is_count:
                yield preposition
            if tree.lowers[preposition] == "since":  # "the first woman to win since Lund in 1985"
                continue
            for inner in tree.having(preposition, "pobj"):
                yield from _loose_prepositions(tree, inner)


def _is_of_verb(tree: Tree, complement: Complement) -> bool:
    return complement.slot is Slot.PREPOSITIONAL and all(is_when(tree, phrase) for phrase in complement.phrases)


# ------------------------------------------------------------------------------------------------ what belongs


def _belongs(tree: Tree, child: int, noun: int) -> bool:
    if tree.deps[child] == "prep":
        return _is_of_noun(tree, child, noun)
    if tree.lowers[child] in BACK_THEN and tree.first(child, "npadvmod") is not None:
        return is_compared(tree, noun) or tree.lowers[noun] in COMPARED  # "from 3 million a year earlier"
    is_number = tree.tags[noun] == "CD" and not is_compared(tree, noun)
    if is_number or tree.deps[child] not in CLAUSES or tree.words[tree.left[child]] in PAUSES:
        return False
    if is_to_infinitive(tree, child):
        return tree.bases[noun] in TAKES_INFINITIVE or tree.lowers[child] in TO_COME
    return True


def _is_of_noun(tree: Tree, preposition: int, noun: int) -> bool:
    word = tree.lowers[preposition]
    if tree.words[noun] == "%":
        return word == "of"
    if word == "in" and any(tree.bases[n] in OUTCRIES for n in tree.having(preposition, "pobj")):
        return False  # "voted against it in protest"
    if word == "for" and tree.first(preposition, "pcomp") is not None:  # "suspended for two games for lying"
        return tree.first(noun, "nummod") is None
    if tree.tags[noun] == "CD" and not is_compared(tree, noun):
        return word == "per"
    if _leads_to_time(tree, preposition) or word in SINCE_WHEN:
        return word != "for" and _has_time(tree, noun)
    if tree.lowers[noun] in MEASURES or is_when(tree, Phrase((noun,), noun)):
        return word == "in" and any(tree.bases[c] in HELD_IN for c in tree.having(preposition, "pobj"))
    return tree.bases[noun] in OF_TWO if word == "with" else word not in NEVER_OF_NOUN


def _has_time(tree: Tree, noun: int) -> bool:
    """Tell whether a noun happens, so that a time can be its own: "the vote in May", "his worst day since April"."""
    lemma = tree.bases[noun]
    is_most = "JJS" in (tree.tags[noun], *(tree.tags[c] for c in tree.children[noun]))
    return is_most or is_compared(tree, noun) or is_event(lemma) or lemma in UNITS


def is_compared(tree: Tree, number: int) -> bool:
    """Tell whether it is a number that another is compared with: "down from 4,597 in 2022", "from 5 percent in May"."""
    above = tree.heads[number]
    if tree.deps[number] != "pobj" or tree.lowers[above] not in COMPARED:
        return False
    is_other = tree.lowers[above] == "from" or tree.lowers[tree.heads[above]] == "compared"
    is_measure = is_other and tree.lowers[number] in MEASURES and tree.first(number, "nummod") is not None
    return tree.tags[number] == "CD" or is_measure


def _leads_to_time(tree: Tree, preposition: int) -> bool:
    nouns = tree.having(preposition, "pobj")
    return any(is_when(tree, Phrase((noun,), noun)) for noun in nouns) and tree.lowers[preposition] != "of"


def _whole(tree: Tree, child: int) -> tuple[int, ...]:
    """Return the words of what belongs to a noun, up to the first that stands apart or tells when."""
    end = min((cut for i in tree.subtree(child) if (cut := _cut(tree, i, child)) is not None), default=len(tree.words))
    return tree.trimmed([i for i in tree.subtree(child) if i < end])


def _cut(tree: Tree, i: int, child: int) -> int | None:
    """Return where something begins that the phrase can do without."""
    first = tree.left[i]
    if i == child or (tree.deps[i] in APART and first > 0 and tree.words[first - 1] in PAUSES):
        return None if i == child else first
    return first if tree.deps[i] == "prep" and _is_beside(tree, i, child) else None


def _is_beside(tree: Tree, preposition: int, child: int) -> bool:
    """Tell whether a preposition within what belongs to a noun leads to what the verb has: a time, a companion."""
    noun = tree.heads[preposition]
    above = noun
    while above != child:
        if tree.pos[above] not in ("NOUN", "PROPN", "NUM", "ADP"):
            return False  # "a mine that was shut in May"
        above = tree.heads[above]
    return tree.pos[child] == "ADP" and tree.pos[noun] != "ADP" and not _is_of_noun(tree, preposition, noun)
