"""Proper names in a parse: the ontologies' first, then the tagger's repaired by rules, then runs of proper nouns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from kg.extract import words_mentions as words
from kg.extract import words_names as cues
from kg.extract.inner_names import hyphenated, nested, spelled_out
from kg.extract.linked_names import names_held_together
from kg.extract.name_ranges import Fragment, ProperName, has_number, is_inner, is_within, overlap, root_of
from kg.extract.names import PREFIXES, NameMatch
from kg.extract.trees import Tagged, Tree, read_tagged
from kg.extract.words import EITHER_MONTHS, MONTHS
from kg.extract.words_given_names import FEMALE_NAMES, MALE_NAMES

NAME_LABELS = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "LANGUAGE"}
)
CURRENCIES = ("$", "£", "€", "¥")  # "US$3m" names no country
MIN_SURNAME = 3  # letters of a last word that is looked for though the tagger knows no person
PROPER = ("NNP", "NNPS")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
OF_COMPASS = ("stern", "thern")  # "Western Australia", but "Bayern Alba" is no Alba
MARKS = 3  # letters of what tells a thing from its like: "Kestrel-B", "Kestrel-XL"
TIME_LABELS = frozenset({"DATE", "TIME"})
ROLE_FREE = frozenset({"ORG", "GPE", "FAC", "NORP"})  # "State Department spokesperson" names the department
OFFICES = words.TITLES | words.ROLES | words.PERSON_NOUNS
NO_SURNAMES = (
    words.ORGANIZATION_WORDS | words.COMPANY_SUFFIXES | words.GROUP_NOUNS | words.PLACE_NOUNS | words.TIME_NOUNS
) | words.ROLES
QUANTITY_LABELS = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})


def find_proper_names(
    doc: Doc, tree: Tree, matches: Sequence[NameMatch]
) -> tuple[tuple[ProperName, ...], tuple[Fragment, ...]]:
    """Return the proper names of a document in order, nested ones included, and the names inside tokens."""
    known, fragments = _aligned(tree, matches)
    marked = read_tagged(doc)
    repaired = [_repaired(tree, ent.start, ent.end, ent.label) for ent in marked if ent.label in NAME_LABELS]
    wholes = [*spelled_out(tree), *hyphenated(tree), *_linked(tree, repaired)]
    wholes = [name for name in wholes if all(is_inner(one, name) for one in known if overlap(one, name))]
    tagged = [name for name in repaired if name is not None and not any(overlap(name, whole) for whole in wholes)]
    wholes += [name for one in tagged if (name := _beside_known(tree, one, known)) is not None]
    taken = {i for name in (*known, *wholes) for i in range(name.start, name.end)}
    taken |= {i for ent in marked if not _may_be_named(ent) for i in range(ent.start, ent.end)}
    wholes += [_with_owner(tree, run, known) for run in _runs(tree, taken)]
    kept = [*wholes, *(name for name in known if not any(is_within(name, whole) for whole in wholes))]
    kept = [_without_noun(tree, name, kept) for name in kept if not _follows_prefix(tree, name)]
    kept += _recurring(tree, kept)
    kept += nested(tree, kept, known)
    kept = [name for name in kept if not _is_day(tree, name)]
    return tuple(sorted(kept, key=lambda name: (name.start, -name.end))), fragments


def _linked(tree: Tree, tagged: Iterable[ProperName | None]) -> Iterator[ProperName]:
    """Yield the names of other languages that the tagger has cut at their small words: "Syndicat du Nord"."""
    found = [name for name in tagged if name is not None]
    for part in names_held_together(tree.words, tree.tags, tree.by_word):
        inside = [name for name in found if name.start < part.stop and part.start < name.end]
        small = next(i for i in part if not tree.words[i][:1].isupper())
        apart = part.start if tree.tags[part.start - 1] == "DT" else 0  # "awarded Ann Lee the Prix du Nord"
        if not any(apart <= name.start < small and name.end >= part.stop for name in inside):
            label = next((name.label for name in inside if apart <= name.start <= part.start), "")
            yield ProperName(part.start, part.stop, root_of(tree, part.start, part.stop), label)


def _is_day(tree: Tree, name: ProperName) -> bool:
    """Tell whether it is a date that the tagger has passed over: "Nov 7"."""
    is_month = tree.lowers[name.start] in MONTHS | EITHER_MONTHS
    return name.end - name.start == 2 and is_month and tree.words[name.end - 1].isdigit()


def _may_be_named(ent: Tagged) -> bool:
    """Tell whether a tagged phrase is a name, or a number that may end one: "Falcon 9"."""
    return ent.label in NAME_LABELS or (ent.label == "CARDINAL" and ent.end - ent.start == 1)


def _follows_prefix(tree: Tree, name: ProperName) -> bool:
    """Tell whether it is the second part of a word such as "pro-Oslo", which says what is thought and not who."""
    before = name.start - 2
    is_joined = before >= 0 and tree.words[name.start - 1] == "-"
    is_one = is_joined and tree.starts[before] + len(tree.words[before]) + 1 == tree.starts[name.start]
    return is_one and name.name is None and tree.lowers[before] in PREFIXES


def _without_noun(tree: Tree, name: ProperName, kept: Sequence[ProperName]) -> ProperName:
    """Drop a noun in capitals before a name that stands without it elsewhere: "Scientologist Tom Cruise"."""
    size = name.end - name.start
    if name.name is not None or size < 2 or (size == 2 and tree.lowers[name.start] not in cues.BEFORE_NAMES):
        return name
    is_given = _is_given(tree.words[name.start])
    is_trade = not is_given and size > 2 and tree.lowers[name.start] in cues.BEFORE_NAMES  # "Goalkeeper Ann Lee"
    is_likely = size == 2 or (name.label == "PERSON" and not is_given)
    if not is_trade and not (is_likely and _is_said_without(tree, name, kept)):
        return name
    return ProperName(name.start + 1, name.end, root_of(tree, name.start + 1, name.end), name.label)


def _is_said_without(tree: Tree, name: ProperName, kept: Sequence[ProperName]) -> bool:
    """Tell whether another name begins with the words that follow the first one."""
    rest = tree.words[name.start + 1 : name.end]
    starts = (other.start for other in kept if other is not name)
    return any(tree.words[start : start + len(rest)] == rest for start in starts)


def _is_given(word: str) -> bool:
    return word.lower() in MALE_NAMES or word.lower() in FEMALE_NAMES


# ------------------------------------------------------------------------------------------------ known names


def _aligned(tree: Tree, matches: Iterable[NameMatch]) -> tuple[list[ProperName], tuple[Fragment, ...]]:
    """Put the matches on tokens; one that begins or ends inside a token is a fragment."""
    first = tree.at
    last = {start + len(word): i for i, (start, word) in enumerate(zip(tree.starts, tree.words, strict=True))}
    known: list[ProperName] = []
    fragments: list[Fragment] = []
    matches = tuple(matches)
    closed = frozenset(last.get(match.end) for match in matches)
    openings = frozenset(at for at, _ in tree.sentences)
    for match in matches:
        start, end = first.get(match.start), last.get(match.end)
        if start is not None and end is not None:
            is_alone = start == 0 or start - 1 in closed
            is_begun = not is_alone and start - 1 not in openings and _is_first_part(tree, start - 1, start)
            is_begun = is_begun or (not is_alone and _is_tail(tree, start, end, match))
            found = _reading(tree, match, start, end + 1)
            found = ProperName(start - 1, end + 1, found.root) if is_begun and found and found.name else found
            known += [found] if found else []
        elif (name := match.name or match.demonym_of) and tree.text[match.end : match.end + 1] not in CURRENCIES:
            fragments.append(Fragment(match.start, match.end, name, match.name is None))
    return known, tuple(fragments)


def _reading(tree: Tree, match: NameMatch, start: int, end: int) -> ProperName | None:
    """Read the wording as a name or as a demonym, by how it is used."""
    root = root_of(tree, start, end)
    if has_number(tree, start, end):  # "Explorer 6" is not Explorer
        return ProperName(start, end + 1, root)
    if match.name is not None and (_are_members(tree, match, root) or not _is_inside_longer_name(tree, start, end)):
        end += end < len(tree.words) and tree.lowers[end] in words.LEGAL_FORMS
        return ProperName(start, end, root_of(tree, start, end), name=match.name)
    if match.demonym_of is not None:
        return ProperName(start, end, root, label="NORP", name=match.demonym_of, is_demonym=True)
    return None


def _are_members(tree: Tree, match: NameMatch, root: int) -> bool:
    """Tell whether a party is called by its people, of whom the word before says which: "Senate Republicans"."""
    return match.name is not None and bool(match.name.shared) and tree.tags[root] == "NNPS"


def _is_inside_longer_name(tree: Tree, start: int, end: int) -> bool:
    """Tell whether an unknown first part makes it another name: "Michael Jordan", "New England"."""
    before = start - 1
    if before < 0 or tree.pos[before] != "PROPN" or tree.heads[before] not in range(start, end):
        return False
    word = tree.words[before]
    return (
        tree.deps[before] == "compound"
        and end - start == 1
        and word[:1].isupper()
        and word.lower().rstrip(".") not in words.TITLES
        and not word.lower().endswith(OF_COMPASS)
        and not word.isupper()
    )


def _is_first_part(tree: Tree, i: int, head: int) -> bool:
    """Tell whether an adjective with a capital makes another name of the known one behind it: "Free Democrats"."""
    word = tree.words[i]
    is_adjective = tree.pos[i] in ("ADJ", "PROPN") and tree.deps[i] == "amod" and tree.heads[i] >= head
    return is_adjective and word.istitle() and not word.endswith("ern") and word.lower() not in cues.FIRST_WORDS


def _is_tail(tree: Tree, start: int, end: int, match: NameMatch) -> bool:
    """Tell whether a name that others share is only the end of one: "New Democratic Party", no "Justice Department"."""
    is_shared = match.name is not None and bool(match.name.shared) and end > start
    before = start - 1
    is_part = tree.tags[before] == "NNP" and start <= tree.heads[before] <= end and tree.words[before][:1].isupper()
    return is_shared and is_part and tree.lowers[before].rstrip(".") not in OFFICES


# ------------------------------------------------------------------------------------------------ tagged names


def _repaired(tree: Tree, start: int, end: int, label: str, *, first: int = 0) -> ProperName | None:
    """Trim determiners, titles, possessive endings and punctuation off a tagged name; drop what is no name.

    Args:
        tree: the parse.
        start: the first token of the name, as tagged.
        end: the token after its last one.
        label: as tagged.
        first: the first token that a given name that the tagger has left out can be.
    """
    while start < end and _is_loose_start(tree, start, end, label):
        start += 1
    if end - start > 1 and tree.lowers[start] in words.SURE_TITLES:
        return _repaired(tree, start + 1, end, "PERSON")
    while end - start > 1 and label in ROLE_FREE and tree.lowers[end - 1] in words.ROLES:
        end -= 1
    while end > start and (tree.tags[end - 1] in ("POS", "SYM") or tree.pos[end - 1] in ("PUNCT", "SPACE")):
        if tree.words[end - 1] in (")", "]", "”", '"'):
            break
        end -= 1
    if start >= end or tree.lowers[end - 1] in words.TIME_ZONES:
        return None
    end = _with_place(tree, start, _before_bracket(tree, start, end))
    if _has_origin(tree, start, end):
        end, label = start + 2, "PERSON"
    if not any(word[:1].isupper() or word[:1].isdigit() for word in tree.words[start:end]):
        return None
    if any(cues.MONEY_SIGNS.intersection(word) for word in tree.words[start:end]):
        return None
    if end - start == 1 and _is_portfolio(tree, start):
        return None
    end += 2 if end < len(tree.words) and _has_mark(tree, end - 1) and tree.tags[end + 1] in PROPER else 0
    end, label = _with_legal_form(tree, end + has_number(tree, start, end), label)
    root = root_of(tree, start, end)
    while label == "PERSON" and start > first and _is_given_name(tree, start - 1, root):
        start -= 1
    start -= start > first and _is_numbered(tree, start, end, label)
    return ProperName(start, end, root, label)


def _is_numbered(tree: Tree, start: int, end: int, label: str) -> bool:
    """Tell whether the tagger has cut off the first part of a body's name: "8th Coastal Flotilla", "An Tam"."""
    before = start - 1
    is_ordinal = label == "ORG" and end - start > 1 and ORDINAL.fullmatch(tree.words[before]) is not None
    is_an = tree.words[before] == "An" and tree.tags[before] == "NNP"
    return (is_ordinal or is_an) and start <= tree.heads[before] < end


def _with_legal_form(tree: Tree, end: int, label: str) -> tuple[int, str]:
    """Take in what a firm is in law, and the tagger took for a name of its own: "Norvik ASA"."""
    word = tree.words[end] if end < len(tree.words) else ""
    is_form = word.isupper() and word.lower() in words.LEGAL_FORMS and tree.tags[end] == "NNP"
    return (end + 1, "ORG") if is_form else (end, label)


def _has_origin(tree: Tree, start: int, end: int) -> bool:
    """Tell whether somebody's name has run on into where they are from: "Ann Lowe of Canada"."""
    behind = tree.words[start + 2 : start + 3]
    return end - start > 3 and behind == ("of",) and _is_given(tree.words[start]) and tree.pos[start + 1] == "PROPN"


def _with_place(tree: Tree, start: int, end: int) -> int:
    """Return where a name ends that the tagger has cut behind "of": "the Bay of" Biscay."""
    last = tree.first(end - 1, "pobj") if tree.lowers[end - 1] == "of" and end - start > 1 else None
    is_name = last is not None and all(tree.pos[i] == "PROPN" for i in range(end, last + 1))
    return last + 1 if last is not None and is_name else end


def _before_bracket(tree: Tree, start: int, end: int) -> int:
    """Return where a name ends that the tagger has run on into a bracket: "Lindqvist Group (Lindgro"."""
    opened = next((i for i in range(start + 1, end) if tree.words[i] == "("), end)
    return opened if ")" not in tree.words[opened:end] else end


def _is_given_name(tree: Tree, i: int, surname: int) -> bool:
    """Tell whether the tagger has left out a given name before a surname."""
    if i < 0 or tree.heads[i] != surname or tree.deps[i] != "compound" or tree.tags[i] != "NNP":
        return False
    word = tree.words[i]
    lower = word.lower().rstrip(".")
    is_name = word[:1].isupper() and not word.isupper()
    return is_name and lower not in words.TITLES and lower not in words.ORGANIZATION_WORDS


def _is_loose_start(tree: Tree, start: int, end: int, label: str) -> bool:
    lower = tree.lowers[start]
    if tree.tags[start] in ("DT", "PRP$") or tree.pos[start] in ("PUNCT", "SPACE", "ADP") or lower in cues.FIRST_WORDS:
        return True
    return label == "PERSON" and end - start > 1 and lower.rstrip(".") in words.TITLES


def _beside_known(tree: Tree, tagged: ProperName, known: Sequence[ProperName]) -> ProperName | None:
    """Return what a tagged name adds to the known ones: nothing if one of them is its head, else the whole name.

    "Swedish Navy" is a name though "Swedish" is known; of a person's name what is known before it is no part.
    """
    inside = [name for name in known if overlap(name, tagged)]
    small = frozenset(tree.words[tagged.start : tagged.end]) & cues.LINKERS
    if tagged.label == "PERSON" and small and all(tagged.start < name.start for name in inside):
        return tagged  # "Emilio del Rio" is no Rio
    if any(tagged.root in name or not is_within(name, tagged) for name in inside):
        return None
    if inside and _is_given_name_too(tagged, inside[0]):
        return tagged
    is_owner = bool(inside) and tree.tags[inside[-1].end : inside[-1].end + 1] == ("POS",)
    if inside and (tagged.label == "PERSON" or is_owner):
        start = inside[-1].end + is_owner
        return _repaired(tree, start, tagged.end, tagged.label, first=start)
    return tagged


def _is_given_name_too(person: ProperName, known: ProperName) -> bool:
    """Tell whether a known name is somebody's given name here: "Paris" in "Paris Lindqvist"."""
    is_first_of_two = known.start == person.start and known.end == known.start + 1 == person.end - 1
    return person.label == "PERSON" and is_first_of_two and not known.is_demonym


# ------------------------------------------------------------------------------------------------ runs


def _runs(tree: Tree, covered: set[int]) -> Iterator[ProperName]:
    """Yield the runs of proper nouns that nobody has claimed."""
    named = (i for i, tag in enumerate(tree.tags) if tag in PROPER or (tag == "NN" and _is_portfolio(tree, i)))
    free = [i for i in named if i not in covered and _is_proper(tree, i)]
    known = frozenset(free)
    marked = frozenset(i + 1 for i in free if _has_mark(tree, i) and i + 2 in known)  # hyphens inside names
    known |= marked
    starts, ends = [i for i in free if i - 1 not in known], [i + 1 for i in free if i + 1 not in known]
    for at, end in zip(starts, ends, strict=True):
        end += has_number(tree, at, end) and end not in covered
        name = _after_titles(tree, at, end)
        if name > at:
            yield ProperName(at, name, root_of(tree, at, name))
        if name < end:
            name -= name == at and at > 0 and _is_numbered(tree, at, end, "ORG")
            yield ProperName(name, end, root_of(tree, name, end))


def _has_mark(tree: Tree, i: int) -> bool:
    """Tell whether a hyphen and a short mark in capitals go on with the word: "Kestrel-B"."""
    mark = tree.words[i + 2] if i + 2 < len(tree.words) and tree.words[i + 1] == "-" else ""
    is_one = mark != "" and tree.starts[i] + len(tree.words[i]) + 1 == tree.starts[i + 2]
    return is_one and mark.isupper() and len(mark) < MARKS + 1


def _after_titles(tree: Tree, start: int, end: int) -> int:
    """Return where a name begins after the titles before it: "Prime Minister | Lund"; titles alone are one run."""
    at = start
    while at < end and (tree.lowers[at].rstrip(".") in words.TITLES or _is_portfolio(tree, at)):
        at += 1
    return at


def _is_portfolio(tree: Tree, i: int) -> bool:
    """Tell whether it says what somebody is minister of: the first word of "Education Minister"."""
    word = tree.words[i]
    is_known = word[:1].isupper() and word.lower() in cues.PORTFOLIOS
    return is_known and tree.words[i + 1 : i + 2] in (("Minister",), ("Secretary",))


def _with_owner(tree: Tree, run: ProperName, known: Iterable[ProperName]) -> ProperName:
    """Let the name of a body begin with the place or state before it: "Stockholm Police Department"."""
    last = tree.lowers[run.end - 1]
    before = next((name for name in known if name.end == run.start and tree.heads[name.root] in run), None)
    if before is None or not (last in words.ORGANIZATION_WORDS or _completes(tree, run, before)):
        return run
    return ProperName(before.start, run.end, run.root, run.label)


def _completes(tree: Tree, run: ProperName, before: ProperName) -> bool:
    """Tell whether a name goes on: "Acme Commercial Airplanes", but neither "Acme President" nor "Acme Ann Lee"."""
    lowers = [word.rstrip(".") for word in tree.lowers[run.start : run.end]]
    is_person = _is_given(lowers[0]) or lowers[0] in words.HONORIFICS
    is_role = not OFFICES.isdisjoint(lowers)
    return not before.is_demonym and not is_person and not is_role and tree.deps[before.root] in ("compound", "nmod")


def _is_proper(tree: Tree, i: int) -> bool:
    lower = tree.lowers[i]
    return tree.words[i][:1].isupper() and lower not in words.TIME_ZONES and lower not in cues.FIRST_WORDS


def _may_be_full(tree: Tree, name: ProperName) -> bool:
    """Tell whether a name may be somebody's full one, whatever the tagger takes it for."""
    last = tree.words[name.end - 1]
    if name.end - name.start < 2 or name.is_demonym or not last[:1].isupper() or last.isupper():
        return False
    is_unsure = name.label in ("ORG", "GPE") and name.name is None and len(last) > MIN_SURNAME
    return name.label == "PERSON" or (is_unsure and last.lower() not in NO_SURNAMES)


def _recurring(tree: Tree, kept: Sequence[ProperName]) -> Iterator[ProperName]:
    """Yield words that the tagger has missed though they end somebody's full name elsewhere in the document."""
    surnames = {tree.words[name.end - 1] for name in kept if _may_be_full(tree, name)}
    covered = {i for name in kept for i in range(name.start, name.end)}
    for i, word in enumerate(tree.words):
        if word not in surnames:
            continue
        is_free = word[:1].isupper() and i not in covered
        if is_free and tree.pos[i] in ("NOUN", "PROPN", "ADJ") and i - 1 not in covered:
            yield ProperName(i, i + 1, i, "PERSON")
