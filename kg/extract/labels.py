"""Which class a name or a nominal belongs to: the ontologies decide, then all that the document says of the name.

One name has one type in a document: each place where it is used votes (its title, its last word, the noun beside it,
the tagger), and all its places get the winner.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.extract import words_mentions as words
from kg.extract.proper_names import ProperName
from kg.extract.trees import Tree
from kg.extract.vocabulary import Vocabulary
from kg.extract.words_given_names import FEMALE_NAMES, MALE_NAMES

CLASS_OF_TAG = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Facility",
    "NORP": "Group",
    "PRODUCT": "Product",
    "EVENT": "Event",
    "LAW": "Law",
    "WORK_OF_ART": "Work",
}
MODEL = re.compile(r"[A-Z][A-Za-z]*-?[0-9]+[A-Za-z]*\Z")  # "IE6", "F-35B"
CLASSES_WITH_NAMES = ("Organization", "Place", "Product", "Event", "Work")
WORD_LISTS = ((words.PERSON_NOUNS, "Person"), (words.GROUP_NOUNS, "Organization"), (words.PLACE_NOUNS, "Place"))
# How much each sign weighs, against 1 for the tagger's label at one place.
TAGGED = 1.0
CLASS_NOUN = 3.0
PLACE_NOUN = 0.9  # "Livorno District": a body or a place, so that the tagger decides
ORGANIZATION_WORD = 3.0
ACRONYM = 0.6
MODEL_NUMBER = 2.0
FIRST_NOUN = 2.5  # "Lake Baikal", "Operation Overlord"
GIVEN_NAME = 1.5
TITLE = 2.0
HONORIFIC = 5.0
COMPANY_SUFFIX = 4.0
BESIDE = 2.0
LISTED = 2.5
LOCATED = 1.2  # "in Tuscany", though the tagger takes it for somebody
SURNAME = 2.5


def label_names(tree: Tree, names: Sequence[ProperName], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the class of each proper name, the same for the same name throughout the document."""
    keys = [_key(tree, name) for name in names]
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for key, name in zip(keys, names, strict=True):
        for kind, weight in _signs(tree, name, vocabulary):
            votes[key][kind] += weight
    _add_surnames(votes, set(keys), vocabulary.core["Person"])
    winners = {key: _winner(counter) for key, counter in votes.items()}
    return tuple(name.name.kind if name.name else winners.get(key, "") for key, name in zip(keys, names, strict=True))


def _key(tree: Tree, name: ProperName) -> str:
    return " ".join(tree.words[name.start : name.end]).lower()


def _winner(votes: Mapping[str, float]) -> str:
    return min(votes, key=lambda kind: (-votes[kind], kind), default="")


def _signs(tree: Tree, name: ProperName, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what speaks for a class at one place of a name, and how much."""
    core = vocabulary.core
    if name.label in CLASS_OF_TAG and not _is_thing(tree, name):
        yield core[CLASS_OF_TAG[name.label]], TAGGED
    yield from _words_within(tree, name, vocabulary)
    before = tree.words[name.start - 1].lower().rstrip(".") if name.start else ""
    if before in words.HONORIFICS:
        yield core["Person"], HONORIFIC
    elif before in words.TITLES and tree.heads[name.start - 1] in name:
        yield core["Person"], TITLE
    yield from _beside(tree, name, vocabulary)


def _is_thing(tree: Tree, name: ProperName) -> bool:
    """Tell whether an article speaks against somebody's name: "the Bushmaster"."""
    is_single = name.label == "PERSON" and name.end - name.start == 1
    return is_single and name.start > 0 and tree.words[name.start - 1].lower() in ("the", "a", "an")


def _words_within(tree: Tree, name: ProperName, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what the words of the name itself say: "Acme Corp.", "Supreme Court", "Ada Lovelace", "NRA"."""
    core = vocabulary.core
    first, last = tree.words[name.start].lower(), tree.words[name.end - 1].lower()
    if name.end - name.start == 1:
        if MODEL.match(tree.words[name.start]):
            yield core["Product"], MODEL_NUMBER
        elif tree.words[name.start].isupper() and not name.label:
            yield core["Organization"], ACRONYM
        return
    if last in words.COMPANY_SUFFIXES:
        yield core["Company"], COMPANY_SUFFIX
    elif last in words.ORGANIZATION_WORDS:
        yield core["Organization"], ORGANIZATION_WORD
    elif name.label != "PERSON":
        kind = noun_class(tree, name.root, range(name.start, name.root), vocabulary, is_name=True)
        if kind:
            yield kind, (PLACE_NOUN if vocabulary.lexicon.is_a(kind, core["Place"]) else CLASS_NOUN)
    if _is_of_named(first_kind := vocabulary.class_noun((), (first,))[0], vocabulary):
        yield first_kind, FIRST_NOUN
    if first in MALE_NAMES or first in FEMALE_NAMES:
        yield core["Person"], GIVEN_NAME


def _beside(tree: Tree, name: ProperName, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield the classes of the nouns beside a name, of people for "who", of places for "in"."""
    for noun, weight in _nouns_beside(tree, name):
        kind = noun_class(tree, noun, range(max(0, noun - 3), noun), vocabulary)
        if kind:
            yield kind, weight
    if any(tree.deps[child] == "relcl" and _has_who(tree, child) for child in tree.children[name.root]):
        yield vocabulary.core["Person"], BESIDE
    is_unsure = name.label in ("PERSON", "") and name.end - name.start == 1
    if is_unsure and tree.words[tree.heads[name.root]].lower() == "in":
        yield vocabulary.core["Place"], LOCATED


def _nouns_beside(tree: Tree, name: ProperName) -> Iterator[tuple[int, float]]:
    """Yield nouns that say what a name is: "carmaker Acme", "Acme, a carmaker", "carmakers such as Acme"."""
    before = name.start - 1
    if before >= 0 and tree.pos[before] == "NOUN" and tree.deps[before] == "compound" and tree.heads[before] in name:
        yield before, BESIDE
    for child in tree.children[name.root]:
        if tree.deps[child] == "appos" and tree.pos[child] == "NOUN":
            yield child, BESIDE
    listing = _listing_noun(tree, name.root)
    if listing is not None:
        yield listing, LISTED


def _listing_noun(tree: Tree, token: int) -> int | None:
    """Return the noun whose cases a name is listed as: "vehicles, including the Sisu and the Leopard"."""
    while tree.deps[token] == "conj" and tree.heads[token] != token:
        token = tree.heads[token]
    link = tree.heads[token]
    if tree.deps[token] != "pobj" or tree.words[link].lower() not in words.LISTING:
        return None
    noun = tree.heads[link]
    return noun if tree.pos[noun] == "NOUN" else None


def _has_who(tree: Tree, verb: int) -> bool:
    return any(tree.words[child].lower() == "who" for child in tree.children[verb])


def _add_surnames(votes: Mapping[str, dict[str, float]], keys: set[str], person: str) -> None:
    """Let a full name's winner vote for its last word standing alone."""
    full = {key.split()[-1] for key, counter in votes.items() if " " in key and _winner(counter) == person}
    for key in sorted(full & keys):
        votes[key][person] += SURNAME


def noun_class(tree: Tree, i: int, before: range, vocabulary: Vocabulary, *, is_name: bool = False) -> str:
    """Return the class that a noun denotes: of the ontologies, else a core class by general word lists.

    With `is_name` the noun ends a name, and says its class only as it stands ("Nations" makes no state), and only
    if that is a class of what has names.
    """
    forms = (tree.words[i].lower(),) if is_name else _forms(tree, i)
    kind, _ = vocabulary.class_noun([tree.words[j].lower() for j in before], forms)
    if kind and (not is_name or _is_of_named(kind, vocabulary)):
        return kind
    for form in forms:
        for listed, name in WORD_LISTS:
            if form in listed:
                return vocabulary.core[name]
    return ""


def _is_of_named(kind: str, vocabulary: Vocabulary) -> bool:
    return bool(kind) and any(vocabulary.lexicon.is_a(kind, vocabulary.core[name]) for name in CLASSES_WITH_NAMES)


def _forms(tree: Tree, i: int) -> tuple[str, ...]:
    lower, lemma = tree.words[i].lower(), tree.lemmas[i].lower()
    singular = lower.removesuffix("s") if tree.tags[i] in ("NNS", "NNPS", "NNP") else lower
    return tuple(dict.fromkeys((lower, lemma, singular)))


def class_noun_range(tree: Tree, i: int, vocabulary: Vocabulary) -> tuple[str, range | None]:
    """Return the class that the ontologies give a noun and the tokens of the class noun ("fighter jets")."""
    before = [tree.words[j].lower() for j in range(max(0, i - 4), i)]
    kind, count = vocabulary.class_noun(before, _forms(tree, i))
    return kind, (range(i - count, i + 1) if kind else None)
