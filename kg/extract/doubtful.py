"""Circumstances that may be another word's are left out: who is told less is told nothing wrong.

What hangs on a verb in a parse is mostly right behind its object, and often wrong behind a second noun, behind
what somebody said, and beside a noun. On the trees of GUM's news, behind a phrase of the same verb, eight in twelve
that tell no time belong to the noun before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.extract.moments import is_when
from kg.extract.phrases import Phrase, is_time
from kg.extract.role_phrases import is_amount, is_event
from kg.extract.trees import Tree
from kg.extract.verbs import is_to_infinitive
from kg.extract.words import SAYING, WEEKDAYS
from kg.extract.words_attribution import DIRECTING
from kg.extract.words_doubtful import DECISIVE, ERAS, MOVED, OF_NOUN_BEFORE, SUMMING_UP, WANTING
from kg.extract.words_mentions import ORDINALS
from kg.extract.words_times import UNITS

CIRCUMSTANTIAL = frozenset({"prep", "advcl", "npadvmod"})
VERBAL = ("VERB", "AUX")
NOMINAL = ("ADJ", "DET", "NOUN", "NUM", "PROPN")
NONE_AT_ALL = frozenset({"nothing", "nobody", "none", "nowhere"})
MOST = ("JJS", "RBS")
WHICH = frozenset({"the", "this", "that", "last", "next"})
INNER = ("acl", "advcl", "ccomp", "pcomp", "relcl", "xcomp")
WAYS = frozenset({"to", "into", "from", "onto"})


def is_doubtful(tree: Tree, child: int) -> bool:
    """Tell whether what hangs on a verb may as well be another word's.

    >>> tree = Tree(words=("warned", "of", "strikes", "in", "valleys"), tags=("VBD", "IN", "NNS", "IN", "NNS"),
    ...             pos=("VERB", "ADP", "NOUN", "ADP", "NOUN"), deps=("ROOT", "prep", "pobj", "prep", "pobj"),
    ...             lemmas=("warn", "of", "strike", "in", "valley"), heads=(0, 0, 1, 0, 3), starts=(0, 7, 10, 18, 21),
    ...             sentences=((0, 5),), text="warned of strikes in valleys")
    >>> is_doubtful(tree, 1), is_doubtful(tree, 3)
    (False, True)
    """
    verb, first = tree.heads[child], tree.left[child]
    if tree.deps[child] not in CIRCUMSTANTIAL or first < verb or tree.lowers[first] in DECISIVE:
        return False
    if any(doubt(tree, child) for doubt in NEVER_TOLD):
        return True
    is_denied = tree.first(verb, "neg") is not None  # who "did not close at a low in two years" may have closed at one
    return not is_denied and any(doubt(tree, child) for doubt in DOUBTS)


def is_cut(tree: Tree, words: Sequence[int]) -> bool:
    """Tell whether a circumstance ends before what it needs: "with nothing (but aspirin)", "as a warning from (Ann)".

    >>> tree = Tree(words=("with", "nothing", "but", "luck"), tags=("IN", "NN", "IN", "NN"),
    ...             pos=("ADP", "PRON", "ADP", "NOUN"), deps=("prep", "pobj", "prep", "pobj"),
    ...             lemmas=("with", "nothing", "but", "luck"), heads=(0, 0, 1, 2), starts=(0, 5, 13, 17),
    ...             sentences=((0, 4),), text="with nothing but luck")
    >>> is_cut(tree, (0, 1)), is_cut(tree, (0, 1, 2, 3))
    (True, False)
    """
    last = words[-1]
    if last + 1 >= len(tree.words):
        return False
    is_nothing = tree.lowers[last] in NONE_AT_ALL and tree.lowers[last + 1] in ("but", "except")
    is_led = tree.tags[last] == "IN" and tree.first(last, "pobj", "pcomp") is None and tree.pos[last + 1] in NOMINAL
    return is_nothing or is_led or tree.pos[last] == "CCONJ"


def behind_what_is_said(tree: Tree, child: int) -> bool:
    """Tell whether it stands behind what is said, and may be part of that: "said it sold Bolt, as demand falls"."""
    verb, first = tree.heads[child], tree.left[child]
    if tree.bases[verb] not in SAYING:
        return False
    said = tree.first(verb, "ccomp")
    if said is not None and (tree.pos[said] not in VERBAL or is_to_infinitive(tree, said)):
        return False  # "declared it a park in May", "expects prices to fall next year"
    if said is not None and said > verb:
        return first > tree.left[said]
    is_told = said is not None or tree.deps[verb] == "parataxis"
    return is_told and tree.words[first - 1] == ","


def beside_noun(tree: Tree, child: int) -> bool:
    """Tell whether it is a noun without preposition that tells neither time nor amount: "left Oslo, its base"."""
    if tree.deps[child] != "npadvmod" or is_time(tree, child) or is_amount(tree, Phrase((child,), child)):
        return False
    first = tree.left[child]
    if tree.pos[child] == "PROPN":
        return first - 1 != tree.heads[child]  # "Alba beat Berg 2-1" has an object
    return "," in tree.words[first - 1 : first + 1] and tree.pos[child] in ("NOUN", "NUM")


def behind_second_noun(tree: Tree, child: int) -> bool:
    """Tell whether a noun that is not the verb's object, but happens, is before: "warned of strikes in two valleys"."""
    led, before = tree.first(child, "pobj"), tree.left[child] - 1
    if tree.deps[child] != "prep" or tree.lowers[child] not in OF_NOUN_BEFORE or led is None:
        return False
    is_second = tree.deps[before] == "pobj" and tree.heads[before] > tree.heads[child] and tree.pos[before] == "NOUN"
    if tree.tags[before] == "NN" and not tree.children[before]:
        return False  # "went on show in Oslo"
    phrase = Phrase((led,), led)
    return is_second and is_event(tree.bases[before]) and not (is_when(tree, phrase) or is_amount(tree, phrase))


def span_of_rise(tree: Tree, child: int) -> bool:
    """Tell whether it is how long something wanted is to last: "asked for 20 percent over three years"."""
    led = tree.first(child, "pobj") if tree.lowers[child] == "over" else None
    is_span = led is not None and tree.deps[child] == "prep" and is_time(tree, led)
    return is_span and tree.bases[tree.heads[child]] in WANTING


def of_trial_or_deal(tree: Tree, child: int) -> bool:
    """Tell whether it says what a deed before was part of: "received a drug made by Acme as part of a trial"."""
    led = tree.first(child, "pobj") if tree.lowers[child] == "as" else None
    return led is not None and tree.deps[tree.heads[child]] == "acl" and tree.lowers[led] == "part"


def behind_participle(tree: Tree, child: int) -> bool:
    """Tell whether it may be where the main deed was done, not the participle: "got bags filled with hay at a farm"."""
    verb, led, before = tree.heads[child], tree.first(child, "pobj"), tree.left[child] - 1
    if tree.deps[verb] != "acl" or tree.tags[verb] != "VBN" or tree.lowers[child] not in OF_NOUN_BEFORE:
        return False
    is_second = tree.deps[before] == "pobj" and tree.lowers[tree.heads[before]] == "with"
    return is_second and led is not None and not is_when(tree, Phrase((led,), led))


def behind_clause_of_moved(tree: Tree, child: int) -> bool:
    """Tell whether it may be where something is moved that a clause tells apart: "took a clock he made to school"."""
    verb = tree.heads[child]
    if tree.deps[child] != "prep" or not _tells_moved_apart(tree, verb):
        return False
    return any(tree.lowers[c] in WAYS and tree.first(c, "pobj") is not None for c in tree.having(verb, "prep"))


def _tells_moved_apart(tree: Tree, verb: int) -> bool:
    """Tell whether a verb only says which thing is moved: "he made" of "took a clock he made", "featuring Ann"."""
    noun, subject = tree.heads[verb], tree.first(verb, "nsubj")
    is_contact = tree.deps[verb] == "relcl" and subject is not None and tree.tags[tree.left[verb]] not in ("WDT", "WP")
    is_bare = is_contact and tree.first(verb, "dobj") is None
    is_participle = tree.deps[verb] == "acl" and tree.tags[verb] == "VBG"
    is_moved = tree.deps[noun] == "dobj" and tree.bases[tree.heads[noun]] in MOVED
    return (is_bare or is_participle) and is_moved and tree.bases[verb] not in MOVED


def of_main_clause(tree: Tree, child: int) -> bool:
    """Tell whether it may be the main clause's, behind a comma in another: "told Ann that he won, as polls shut"."""
    verb, first = tree.heads[child], tree.left[child]
    is_inner = tree.deps[verb] in INNER and tree.heads[verb] < verb
    if not is_inner or tree.words[first - 1] != ",":
        return False
    led = tree.first(child, "pobj")
    is_as = tree.deps[child] == "advcl" and tree.lowers[first] == "as"
    return is_as or (tree.lowers[child] == "in" and led is not None and tree.bases[led] in SUMMING_UP)


def later_time(tree: Tree, child: int) -> bool:
    """Tell whether another time was told before it: "signed it on Monday, Ann said, after several raids this year"."""
    if tree.deps[child] != "npadvmod" or not is_time(tree, child):
        return False
    verb = tree.heads[child]
    others = [c for c in tree.children[verb] if verb < c < tree.left[child] and _tells_when(tree, c)]
    return any("," in tree.words[tree.right[c] : child] for c in others)


def _tells_when(tree: Tree, child: int) -> bool:
    led = tree.first(child, "pobj") if tree.deps[child] == "prep" else None
    return (tree.deps[child] == "npadvmod" and is_time(tree, child)) or (led is not None and is_time(tree, led))


def end_of_time(tree: Tree, child: int) -> bool:
    """Tell whether it ends a time that hangs elsewhere: "a profit in the ten months to the end of June"."""
    led, before = tree.first(child, "pobj"), tree.left[child] - 1
    is_to = tree.lowers[child] == "to" and led is not None and is_time(tree, led)
    is_behind_time = tree.deps[before] == "pobj" and is_time(tree, before)
    return is_to and is_behind_time and tree.heads[tree.heads[before]] != tree.heads[child]


def of_old_thing(tree: Tree, child: int) -> bool:
    """Tell whether it says how old the thing before it is: "tested bones from the same period"."""
    led, before = tree.first(child, "pobj"), tree.left[child] - 1
    is_from = tree.lowers[child] == "from" and led is not None and tree.bases[led] in ERAS
    return is_from and tree.deps[before] == "dobj" and tree.first(child, "prep") is None


def of_bidding(tree: Tree, child: int) -> bool:
    """Tell whether it is when somebody was bidden, behind until when: "ordered Ann to go within two days on Sunday"."""
    verb, led = tree.heads[child], tree.first(child, "pobj")
    if led is None or tree.lowers[led] not in WEEKDAYS or tree.bases[tree.heads[verb]] not in DIRECTING:
        return False
    return any(c < child and tree.lowers[c] == "within" for c in tree.having(verb, "prep"))


def of_superlative(tree: Tree, child: int) -> bool:
    """Tell whether it is since when, or in how long, something is the most: "had its best finish in two years"."""
    led = tree.first(child, "pobj") if tree.lowers[child] in ("in", "since") else None
    before = tree.left[child] - 1
    if led is None or not is_time(tree, led) or tree.deps[before] not in ("dobj", "pobj", "attr"):
        return False
    which = {tree.lowers[c] for c in tree.children[led]}
    is_span = tree.lowers[child] == "since" or (tree.bases[led] in UNITS and WHICH.isdisjoint(which))
    return is_span and any(tree.tags[c] in MOST or tree.bases[c] in ORDINALS for c in tree.children[before])


def of_pair(tree: Tree, child: int) -> bool:
    """Tell whether a noun is said twice: "ruined village after village"."""
    is_after = tree.lowers[child] == "after" and child + 1 < len(tree.words)
    return is_after and tree.lowers[child + 1] == tree.lowers[child - 1]


NEVER_TOLD: tuple[Callable[[Tree, int], bool], ...] = (behind_what_is_said, beside_noun, of_main_clause)
DOUBTS: tuple[Callable[[Tree, int], bool], ...] = (
    behind_second_noun,
    span_of_rise,
    of_trial_or_deal,
    behind_participle,
    behind_clause_of_moved,
    later_time,
    end_of_time,
    of_old_thing,
    of_bidding,
    of_superlative,
    of_pair,
)
