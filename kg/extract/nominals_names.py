"""What a phrase says of a name beside it: appositions and titles before names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kg.extract.nouns import PLACES, Nouns, argument, make, phrases, worded
from kg.extract.phrases import Phrase
from kg.extract.role_phrases import is_event
from kg.extract.singled_out import with_deed
from kg.extract.trees import OPENING, Tree
from kg.extract.words_mentions import (
    CLAUSE_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    ORDINALS,
    PERSON_NOUNS,
    PLACE_NOUNS,
    ROLES,
    STYLES,
    TITLES,
    TRANSPARENT,
)
from kg.extract.words_nominal import (
    BODIES_TOO,
    EVENT_NOUNS,
    GIFTS,
    HAPPENINGS,
    KIN,
    OF_NO_PEOPLE,
    OFFICES,
    SINGLING_OUT,
    WHERE,
)
from kg.extract.words_relatives import SOMEBODY
from kg.extract.words_repairs import FIGURES
from kg.model import Argument, Proposition

PLURAL = ("NNS", "NNPS")
SOMEBODY_TOO = PERSON_NOUNS | GROUP_NOUNS | TITLES | KIN
EVENTS = CLAUSE_NOUNS | EVENT_NOUNS | {"discount", "discovery", "premium"}
OF_SEVERAL = frozenset({"couple", "crew", "crowd", "family", "pair", "team"})  # none of which is one person
PEOPLE, BODIES = PERSON_NOUNS - BODIES_TOO, GROUP_NOUNS - PERSON_NOUNS
NEVER_HAPPEN = SOMEBODY_TOO | ROLES | PLACE_NOUNS
RANKED = ORDINALS | {"late", "new"}
NO_EVENTS = PLACES | {"PERSON", "NORP", "ORG"}  # sorts of names of what is no deed
# How likely each is right; read by hand on the development sentences of both benchmarks (their gold asks for half).
APPOSITION = 0.75
TITLE = 0.8
OFFICE = 0.7

# ------------------------------------------------------------------------------------------------ appositions


def appositions(nouns: Nouns) -> Iterator[Proposition]:
    """Yield what is put beside a noun: "Lloyd Austin, the defense secretary"; "Austin, Texas" lies in it."""
    tree = nouns.tree
    for i, dep in enumerate(tree.deps):
        if dep != "appos":
            continue
        head = beside(nouns, tree.heads[i], i)
        if not nouns.is_noun(head) or not describes(nouns, head, i) or clashes(nouns, head, i):
            continue
        if is_within(nouns, head, i):
            yield _lies_in(nouns, head, i)
        elif not (is_list(nouns, head, i) or is_chain(nouns, head)) and agree(nouns, head, i):
            yield _is(nouns, head, i)


def beside(nouns: Nouns, head: int, i: int) -> int:
    """Return what an apposition stands beside: of joined names the last, if it is one thing: "A and B, a bank"."""
    joined = [member for member in nouns.tree.having(head, "conj") if member < i]
    return joined[-1] if joined and nouns.tree.tags[i] not in PLURAL else head


def describes(nouns: Nouns, head: int, i: int) -> bool:
    """Tell whether what stands beside a noun says what it is, rather than how it is called or what follows from it."""
    tree = nouns.tree
    if tree.lowers[i] == "one":  # "one of the oldest ships"; but "the head of the port, the only one in Alba"
        return any(tree.lowers[p] == "of" for p in tree.having(i, "prep"))
    can_be_event = nouns.is_name(head) and nouns.sorts[head] not in NO_EVENTS  # "Operation Dawn, an attack on"
    clause_like = tree.bases[i] in EVENTS and not can_be_event
    is_about_clause = clause_like and tree.bases[head] not in EVENTS  # "..., a step that pleased them"
    is_about_clause |= not can_be_event and _is_happening(nouns, head, i)
    is_caption = any(tree.words[w] == ":" for w in range(head, i))  # "Image: Ann Keller"
    if tree.bases[i] in ORDINALS and tree.first(i, "relcl", "acl") is not None:  # "the tenth to hit it"
        return False
    is_feat = _is_level(nouns, head, i) or (is_event(tree.bases[i]) and _is_feat(nouns, head, i))
    if is_feat or tree.first(i, "nsubj") is not None:
        return False  # nor are all of them what "many of them" are: "80 people, many of them miners"
    is_member = any(tree.lowers[w] in SINGLING_OUT for w in tree.having(i, "advmod"))  # a list, by itself
    is_member |= tree.lowers[tree.left[head]] in ("only", "whose")  # "only one bidder, Acme,", "whose son, Bo, left"
    return nouns.is_noun(i) and not (is_abbreviation(nouns, i) or is_about_clause or is_caption or is_member)


def _is_feat(nouns: Nouns, head: int, i: int) -> bool:
    """Tell whether a deed is what a clause comes to: "sold the mill, her third sale" says of no mill that it is one."""
    tree = nouns.tree
    return _is_counted(tree, i) and tree.tags[tree.left[i]] == "PRP$" and not is_event(tree.bases[head])


def _is_level(nouns: Nouns, head: int, i: int) -> bool:
    """Tell whether a level stands behind a name: "rose in Alba, its highest level yet" makes no level of Alba."""
    tree = nouns.tree
    return nouns.is_name(head) and tree.bases[i] in FIGURES and _is_counted(tree, i)


def _is_counted(tree: Tree, i: int) -> bool:
    return any(tree.bases[w] in ORDINALS or tree.tags[w] == "JJS" for w in tree.having(i, "amod"))


def _is_happening(nouns: Nouns, head: int, i: int) -> bool:
    """Tell whether what happened stands behind what is nothing of that sort: "freed her son, the first return"."""
    tree, noun = nouns.tree, nouns.tree.bases[head]
    if tree.bases[i] not in HAPPENINGS or noun in HAPPENINGS or is_event(noun):
        return False
    is_known = nouns.is_name(head) or noun in NEVER_HAPPEN or noun.endswith(SOMEBODY)
    return is_known or any(tree.bases[w] in RANKED or tree.tags[w] == "JJS" for w in tree.having(i, "amod"))


def is_abbreviation(nouns: Nouns, i: int) -> bool:
    """Tell whether the token is a short form in brackets: "Department of Defense (DoD)"."""
    word = nouns.tree.words[i]
    return i > 0 and nouns.tree.words[i - 1] in OPENING and sum(letter.isupper() for letter in word) > 1


def clashes(nouns: Nouns, head: int, i: int) -> bool:
    """Tell whether what stands beside a noun can only be said of another one before it.

    "A lawyer for the owner, a company" is a person and no company; in "born in Halden, the daughter of a baker" the
    daughter is who was born there.
    """
    tree = nouns.tree
    is_person = not nouns.is_name(head) and tree.bases[head] in PEOPLE
    is_body = nouns.sorts[i] == "ORG" if nouns.is_name(i) else tree.bases[i] in BODIES
    is_several = not nouns.is_name(head) and tree.bases[head] in OF_SEVERAL and nouns.sorts[i] == "PERSON"
    is_where = tree.deps[head] == "pobj" and tree.lowers[tree.heads[head]] in WHERE
    is_other = (is_person and is_body) or is_several or (is_where and tree.bases[i] in KIN)
    return is_other or (nouns.is_name(head) and _is_no_such(nouns, head, i))


def _is_no_such(nouns: Nouns, name: int, i: int) -> bool:
    """Tell whether nothing with such a name is that: no person a medal, no place a car, no union ovens."""
    tree, sort, lemma = nouns.tree, nouns.sorts[name], nouns.tree.bases[i]
    is_somebody = lemma in SOMEBODY_TOO or lemma.endswith(SOMEBODY)
    if sort == "PERSON":
        return tree.tags[i] == "NN" and lemma in GIFTS
    if sort in PLACES:
        is_listed = tree.first(i, "cc") is not None and tree.deps[name] == "pobj" and not is_somebody
        is_thing = nouns.sorts[i] not in PLACES and tree.tags[i] in ("NNP", "NNPS")
        return tree.first(i, "det") is not None and lemma not in PLACE_NOUNS and (is_thing or is_listed)
    are_things = tree.tags[i] == "NNS" and tree.first(i, "cc") is not None and tree.first(i, "det") is not None
    return sort == "ORG" and are_things and not is_somebody


def is_within(nouns: Nouns, head: int, i: int) -> bool:
    """Tell whether one place is given as lying in the other: "Lviv, Ukraine"."""
    between = nouns.tree.words[head + 1 : nouns.tree.left[i]]
    is_next = all(word in (",", "(") for word in between)  # "to Lima, then Bogota" is a way
    return is_next and {nouns.sorts[head], nouns.sorts[i]} <= PLACES and nouns.is_name(i) and nouns.is_name(head)


def is_list(nouns: Nouns, head: int, i: int) -> bool:
    """Tell whether the apposition is a list that was read wrongly: two names of one sort, or "A, B or C"."""
    sorts = {nouns.sorts[head], nouns.sorts[i]}
    if nouns.is_name(head) and nouns.is_name(i):
        return len(sorts) == 1 or "" in sorts or "PERSON" in sorts
    second = nouns.tree.first(i, "conj")
    if second is None or not nouns.tree.having(i, "det", "poss"):
        return second is not None
    is_bare = not nouns.tree.having(second, "det", "poss")
    return is_bare and nouns.tree.tags[i] == "NN" and nouns.tree.tags[second] == "NNS"  # "a boat and papers"


def is_chain(nouns: Nouns, head: int) -> bool:
    """Tell whether the noun stands beside another itself: "his wife, her brother, a cousin" are several people."""
    return nouns.tree.deps[head] == "appos" and not nouns.is_name(head)


def agree(nouns: Nouns, head: int, i: int) -> bool:
    """Tell whether both are one or both are many; "allies—a process" is said of the sentence, not of the noun."""
    owners = {nouns.tree.lowers[c] for c in nouns.tree.having(i, "poss")}
    if "their" in owners and nouns.sorts[head] in PLACES:
        return False  # "fell in Oslo, their steepest drop" tells of what fell
    is_group = nouns.tree.bases[i] in GROUP_NOUNS | TRANSPARENT
    is_joined = nouns.tree.first(head, "conj") is not None
    is_many = nouns.tree.tags[head] in PLURAL, nouns.tree.tags[i] in PLURAL
    return is_many[0] == is_many[1] or is_joined or is_group or (nouns.is_name(head) and nouns.sorts[head] == "ORG")


def _is(nouns: Nouns, head: int, i: int) -> Proposition:
    """Say that the name is what the noun beside it says, in whichever order they stand."""
    first, second = phrases(nouns, head)[0], _what_it_is(nouns, i)
    if nouns.is_name(i) and not nouns.is_name(head):
        first, second = second, first
    predicate = worded(nouns, i, "be", "are" if nouns.tree.tags[first.head] in PLURAL else "is")
    return make(
        nouns, argument(nouns, first), predicate, argument(nouns, second), kind="apposition", confidence=APPOSITION
    )


def _what_it_is(nouns: Nouns, i: int) -> Phrase:
    """Return all that somebody is, and what they are the first to do: "a nurse and mother of two"."""
    tree, first = nouns.tree, phrases(nouns, i)[0]
    second = tree.first(i, "conj")
    if second is not None and tree.tags[second] == tree.tags[i] == "NN" and tree.first(second, "det", "conj") is None:
        last = tree.right[second]
        last = max([last, *(tree.right[p] for p in tree.having(i, "prep") if p == last + 1)])  # "… of the club"
        return Phrase(tuple(range(first.words[0], last + 1)), i)
    return with_deed(tree, first)


def _lies_in(nouns: Nouns, head: int, i: int) -> Proposition:
    inner, outer = phrases(nouns, head)[0], phrases(nouns, i)[0]
    predicate = worded(nouns, i, "be in", "is in")
    return make(
        nouns, argument(nouns, inner), predicate, argument(nouns, outer), kind="apposition", confidence=APPOSITION
    )


# ------------------------------------------------------------------------------------------------ titles


def titles(nouns: Nouns) -> Iterator[Proposition]:
    """Yield what the words before a person's name say: "Defense Secretary Lloyd Austin"."""
    for start, end, sort in nouns.names:
        head = _head_of(nouns, start, end)
        if sort != "PERSON" or head is None:
            continue
        end -= nouns.tree.tags[end - 1] == "POS"
        first = _first_of_name(nouns, start, end)
        title = _title_before(nouns, first, head)
        if title:
            yield from _holds(nouns, Phrase(tuple(range(first, end)), head), title)


def _head_of(nouns: Nouns, start: int, end: int) -> int | None:
    heads = [i for i in range(start, end) if not start <= nouns.tree.heads[i] < end or nouns.tree.heads[i] == i]
    return heads[0] if len(heads) == 1 and nouns.tree.pos[heads[0]] == "PROPN" else None


def _first_of_name(nouns: Nouns, start: int, end: int) -> int:
    """Return where the name itself begins, after a title that was taken for a part of it."""
    while start < end - 1 and is_title_word(nouns, start):
        start += 1
    return start


def is_title_word(nouns: Nouns, i: int) -> bool:
    """Tell whether the word denotes what somebody is: an office, a rank, a trade."""
    lemma = nouns.tree.bases[i]
    known = lemma in PERSON_NOUNS or lemma.rstrip(".") in TITLES
    return known and lemma not in HONORIFICS | STYLES and nouns.tree.pos[i] in ("NOUN", "PROPN")


def _title_before(nouns: Nouns, first: int, head: int) -> tuple[int, ...]:
    """Return the words right before the name that depend on it and end in what somebody is."""
    tree = nouns.tree
    start = first
    while start > 0 and start - 1 != head and tree.is_below(start - 1, head) and _can_be_title(nouns, start - 1):
        start -= 1
    while start < first and tree.tags[start] in ("DT", "CC", ",", "HYPH"):
        start += 1
    if is_brand(nouns, head, start) or (start > 0 and tree.words[start - 1] in ("&", "-")):
        return ()  # half a name is nobody's office: "Lund" of "Smith & Lund spokeswoman"
    return tuple(range(start, first)) if start < first and is_title_word(nouns, first - 1) else ()


def is_brand(nouns: Nouns, head: int, title: int) -> bool:
    """Tell whether a title is part of a name: "the Captain Flint brands", "the Captain Flint"."""
    tree = nouns.tree
    above = tree.heads[head]
    is_modifier = tree.deps[head] in ("compound", "nmod") and tree.tags[above] in ("NN", "NNS") and head < above
    has_article = title > 0 and tree.lowers[title - 1] == "the"
    return is_modifier or (has_article and title == head - 1 and tree.tags[title] == "NNP")


def _can_be_title(nouns: Nouns, i: int) -> bool:
    return nouns.tree.pos[i] in ("NOUN", "PROPN", "ADJ", "DET") or nouns.tree.tags[i] in ("HYPH", "VBN", "POS", "PRP$")


def _holds(nouns: Nouns, name: Phrase, title: tuple[int, ...]) -> Iterator[Proposition]:
    role = title[-1]
    subject = argument(nouns, name)
    yield make(
        nouns,
        subject,
        worded(nouns, role, "be", "is"),
        _of_one(nouns, nouns.tree.argument(title, role), role),
        kind="title",
        confidence=TITLE,
    )
    lemma, sort = nouns.tree.bases[role], nouns.sorts[title[0]]
    if lemma in OFFICES and sort in ("NORP", "GPE", "ORG") and not (sort == "NORP" and lemma in OF_NO_PEOPLE):
        yield from _office_of(nouns, name, title)


def _of_one(nouns: Nouns, title: Argument, role: int) -> Argument:
    """Return the title as one holder has it: each of "Justices Ann Lund and Bo Kerr" is a Justice."""
    word = nouns.tree.words[role]
    is_many = nouns.tree.tags[role] in PLURAL and word.endswith("s") and title.text.endswith(word)
    one = title.text.removesuffix("ies") + "y" if word.endswith("ies") else title.text[:-1]
    return replace(title, text=one) if is_many else title


def _office_of(nouns: Nouns, name: Phrase, title: tuple[int, ...]) -> Iterator[Proposition]:
    """Say what the office is of: "Russian President X" is President of what is called Russian."""
    tree = nouns.tree
    said = [i for i in title if tree.tags[i] != "POS"]
    body = [i for i in said if nouns.sorts[i] == nouns.sorts[title[0]] and i < title[-1]]
    office = [i for i in said if i not in body]
    if not body or body != list(range(body[0], body[-1] + 1)):
        return
    if len(body) == 1 and tree.bases[body[0]] in GROUP_NOUNS:  # "Party chairman Ann Lund": of which party?
        return
    lemma = " ".join(tree.bases[i] for i in office if tree.pos[i] in ("NOUN", "PROPN"))
    predicate = worded(nouns, title[-1], f"be {lemma} of", f"is {tree.string(office)} of", office)
    object_ = tree.argument(tuple(body), body[-1])
    yield make(nouns, argument(nouns, name), predicate, object_, kind="title", confidence=OFFICE)
