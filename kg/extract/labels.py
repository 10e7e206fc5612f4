"""Which class a name or a nominal belongs to: the ontologies decide, then all that the document says of the name.

One name has one type in a document: each place where it is used votes (its title, its last word, the noun beside it,
the tagger), and all its places get the winner.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.extract import words_mentions as words
from kg.extract import words_names as cues
from kg.extract.inner_names import is_spelled_out
from kg.extract.label_signs import is_located, usage_signs
from kg.extract.name_ranges import ProperName
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
SYLLABLES = re.compile(r"[A-Z][a-z]*-[a-z]+\Z")  # a given name behind the surname: "Shin Ji-woo"
MODEL = re.compile(r"[A-Z][A-Za-z]*-?[0-9]+[A-Za-z]*\Z")  # "IE6", "F-35B"
CLASSES_WITH_NAMES = ("Organization", "Place", "Product", "Event", "Work")
FAMILIES = ("Person", "Organization", "Place", "Product", "Event", "Work")
WORD_LISTS = ((words.PERSON_NOUNS, "Person"), (words.GROUP_NOUNS, "Organization"), (words.PLACE_NOUNS, "Place"))
# How much each sign weighs, against 1 for the tagger's label at one place.
TAGGED = 1.0
MOST_TAGGED = 2.0  # of all places together: where the tagger errs on a name, it does so again and again
CLASS_NOUN = 3.0
PLACE_NOUN = 0.9  # "Livorno District": a body or a place, so that the tagger decides
ORGANIZATION_WORD = 3.0
ACRONYM = 0.6
MODEL_NUMBER = 2.0
FIRST_NOUN = 2.5  # "Lake Baikal", "Operation Overlord"
GIVEN_NAME = 1.5
GIVEN_SYLLABLES = 4.0
NUMBERED_PLACE = 4.0  # "Highway 7A"
COMPANY_SUFFIX = 4.0
BESIDE = 2.0
IN_BRACKETS = 3.0  # "the forestry board (Conaf)"
SPELLED_OUT = 4.0
IS = 1.5  # "Acme is a maker of panels"
LISTED = 2.5
SURNAME = 2.5
FIRST_WORD = 2.5
CALLED_BY = 1.5  # people are called by their last name, bodies by their first word


Votes = dict[str, dict[str, float]]


def label_names(tree: Tree, names: Sequence[ProperName], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the class of each proper name, the same for the same name throughout the document."""
    keys = [_key(tree, name) for name in names]
    votes: Votes = defaultdict(lambda: defaultdict(float))
    for key, name in zip(keys, names, strict=True):
        for kind, weight in _signs(tree, name, vocabulary):
            votes[key][kind] += weight
    _add_tags(votes, keys, names, tree, vocabulary)
    _add_short_forms(votes, keys, names, tree, vocabulary)
    winners = {key: _winner(counter, vocabulary) for key, counter in votes.items()}
    return tuple(name.name.kind if name.name else winners.get(key, "") for key, name in zip(keys, names, strict=True))


def _key(tree: Tree, name: ProperName) -> str:
    return " ".join(tree.words[name.start : name.end]).lower()


def _winner(votes: Mapping[str, float], vocabulary: Vocabulary) -> str:
    """Return the class with most votes of the family with most: "company" and "organization" speak for each other."""
    if len(votes) < 2:
        return next(iter(votes), "")
    family_of = {kind: _family(kind, vocabulary) for kind in votes}
    families: dict[str, float] = defaultdict(float)
    for kind, weight in votes.items():
        families[family_of[kind]] += weight
    family = min(families, key=lambda name: (-families[name], name))
    inside = {kind: weight for kind, weight in votes.items() if family_of[kind] == family}
    special = {kind: weight for kind, weight in inside.items() if kind != family} or inside
    return min(special, key=lambda kind: (-special[kind], kind), default="")


def _family(kind: str, vocabulary: Vocabulary) -> str:
    cores = (vocabulary.core[name] for name in FAMILIES)
    return next((core for core in cores if vocabulary.lexicon.is_a(kind, core)), kind)


def _signs(tree: Tree, name: ProperName, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what speaks for a class at one place of a name, and how much; what the tagger says is counted apart."""
    yield from _words_within(tree, name, vocabulary)
    for core, weight in usage_signs(tree, name):
        yield vocabulary.core[core], weight
    for noun, weight in _nouns_beside(tree, name):
        kind = noun_class(tree, noun, range(max(0, noun - 3), noun), vocabulary)
        if kind:
            yield kind, weight


def _add_tags(
    votes: Votes, keys: Sequence[str], names: Sequence[ProperName], tree: Tree, vocabulary: Vocabulary
) -> None:
    """Count the tagger's labels: all its places together weigh no more than one good sign."""
    tags: Votes = defaultdict(lambda: defaultdict(float))
    for key, name in zip(keys, names, strict=True):
        if name.label in CLASS_OF_TAG and not _is_thing(tree, name):
            tags[key][vocabulary.core[CLASS_OF_TAG[name.label]]] += TAGGED
    for key, counts in tags.items():
        scale = min(1.0, MOST_TAGGED / sum(counts.values()))
        for kind, count in counts.items():
            votes[key][kind] += count * scale


def _is_thing(tree: Tree, name: ProperName) -> bool:
    """Tell whether an article speaks against somebody's name: "the Bushmaster"."""
    return name.label == "PERSON" and name.end - name.start == 1 and _has_article(tree, name)


def _has_article(tree: Tree, name: ProperName) -> bool:
    return name.start > 0 and tree.lowers[name.start - 1] in ("the", "a", "an")


def _is_article_its_own(tree: Tree, name: ProperName) -> bool:
    return _has_article(tree, name) and tree.heads[name.start - 1] in name


def _words_within(tree: Tree, name: ProperName, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what the words of the name itself say: "Acme Corp.", "Supreme Court", "Ada Lovelace", "NRA"."""
    core = vocabulary.core
    first, last = tree.lowers[name.start], tree.lowers[name.end - 1]
    if name.end - name.start == 1:
        if MODEL.match(tree.words[name.start]):
            yield core["Product"], MODEL_NUMBER
        elif tree.words[name.start].isupper() and not name.label:
            yield core["Organization"], ACRONYM
        return
    if is_spelled_out(tree, name):
        yield core["Organization"], SPELLED_OUT
    yield from _last_parts(tree, name, core)
    if last in words.COMPANY_SUFFIXES:
        yield core["Company"], COMPANY_SUFFIX
    elif last in words.ORGANIZATION_WORDS:
        yield core["Organization"], ORGANIZATION_WORD
    elif name.label != "PERSON":
        kind = noun_class(tree, name.root, range(name.start, name.root), vocabulary, is_name=True)
        if kind:
            yield kind, (PLACE_NOUN if vocabulary.lexicon.is_a(kind, core["Place"]) else CLASS_NOUN)
    if first not in cues.PARTICLES and _is_of_named(first_kind := vocabulary.class_noun((), (first,))[0], vocabulary):
        yield first_kind, FIRST_NOUN
    if _is_given(first):
        yield core["Person"], GIVEN_NAME


def _last_parts(tree: Tree, name: ProperName, core: Mapping[str, str]) -> Iterator[tuple[str, float]]:
    """Yield what the form of the last part of a name says: "Shin Ji-woo", "Highway 7A"."""
    if name.end - name.start == 2 and SYLLABLES.match(tree.words[name.end - 1]):
        yield core["Person"], GIVEN_SYLLABLES
    if tree.tags[name.end - 1] == "CD" and tree.lowers[name.end - 2] in cues.NUMBERED_PLACES:
        yield core["Facility"], NUMBERED_PLACE


def _nouns_beside(tree: Tree, name: ProperName) -> Iterator[tuple[int, float]]:
    """Yield nouns that say what a name is: "carmaker Acme", "Acme, a carmaker", "carmakers such as Acme"."""
    before = name.start - 1
    if before > 0 and tree.words[before] == "(" and tree.words[before - 1].islower():
        yield before - 1, IN_BRACKETS
    if before >= 0 and tree.pos[before] == "NOUN" and tree.deps[before] == "compound" and tree.heads[before] in name:
        yield before, BESIDE
    for child in tree.children[name.root]:
        if tree.deps[child] == "appos" and tree.pos[child] == "NOUN":
            yield child, BESIDE
    head = tree.heads[name.root]
    is_told = tree.deps[name.root] == "appos" and name.start > 0 and tree.words[name.start - 1] == ","
    is_called = tree.deps[name.root] == "appos" and head == name.start - 1  # "the organiser Ann Lund"
    if (is_told or is_called) and tree.pos[head] == "NOUN" and head < name.start:
        yield head, BESIDE
    said = tree.first(head, "attr") if tree.deps[name.root] == "nsubj" and tree.lemmas[head] == "be" else None
    if said is not None and tree.pos[said] == "NOUN" and tree.first(head, "neg") is None:
        yield said, IS
    listing = _listing_noun(tree, name.root)
    if listing is not None:
        yield listing, LISTED


def _listing_noun(tree: Tree, token: int) -> int | None:
    """Return the noun whose cases a name is listed as: "vehicles, including the Sisu and the Leopard"."""
    while tree.deps[token] == "conj" and tree.heads[token] != token:
        token = tree.heads[token]
    link = tree.heads[token]
    if tree.deps[token] != "pobj" or tree.lowers[link] not in words.LISTING:
        return None
    noun = tree.heads[link]
    return noun if tree.pos[noun] == "NOUN" else None


def _add_short_forms(
    votes: Votes, keys: Sequence[str], names: Sequence[ProperName], tree: Tree, vocabulary: Vocabulary
) -> None:
    """Let a full name and its short form speak for each other: "Ada Lund" and "Lund", "Norvik Power" and "Norvik"."""
    person, body = vocabulary.core["Person"], vocabulary.core["Organization"]
    keyed = list(zip(keys, names, strict=True))
    known = {key: name.name.kind for key, name in keyed if name.name is not None and not name.is_demonym}
    surnames, firsts = _surnames(keyed, tree), _first_words(keyed, votes, tree, vocabulary)
    for key in sorted({key for key in keys if " " in key}):
        first, last = key.split()[0], key.split()[-1]
        if key not in known and last in surnames and first not in firsts and not _is_common(last):
            votes[key][person] += CALLED_BY
        elif key not in known and first in firsts and last not in surnames and not _is_given(first):
            votes[key][body] += CALLED_BY
        kind = known.get(key) or _winner(votes[key], vocabulary)
        if vocabulary.lexicon.is_a(kind, person) and (surname := _surname(key)) in surnames:
            votes[surname][person] += SURNAME
        elif first in firsts and vocabulary.lexicon.is_a(kind, body):
            votes[first][kind] += FIRST_WORD


def _surnames(keyed: Iterable[tuple[str, ProperName]], tree: Tree) -> set[str]:
    """Return the single words that may be somebody's last name: neither "the Lions" nor "IHA"."""
    single = ((key, name) for key, name in keyed if _surname(key) == key and name.name is None)
    return {key for key, name in single if not _is_article_its_own(tree, name) and not tree.words[name.root].isupper()}


def _surname(key: str) -> str:
    """Return the last word of a name, with the particle before it: "van lunden"; the first of "shin ji-woo"."""
    parts = key.split()
    if len(parts) == 2 and "-" in parts[1][1:-1]:
        return parts[0]
    return " ".join(parts[-2:]) if len(parts) > 1 and parts[-2] in cues.PARTICLES else parts[-1]


def _first_words(keyed: Sequence[tuple[str, ProperName]], votes: Votes, tree: Tree, vocabulary: Vocabulary) -> set[str]:
    """Return the single words that may be short for the name of a body: no places, and no parts of longer names."""
    longer = {token for _, name in keyed if name.end - name.start > 1 for token in range(name.start, name.end)}
    single = [(key, name) for key, name in keyed if " " not in key and name.name is None]
    places = {key for key, name in single if is_located(tree, name) or _is_place(votes[key], vocabulary)}
    return {key for key, name in single if name.start not in longer} - places


def _is_place(votes: Mapping[str, float], vocabulary: Vocabulary) -> bool:
    """Tell whether a name is a place, and nothing but the tagger says otherwise."""
    body = vocabulary.core["Organization"]
    return vocabulary.lexicon.is_a(_winner(votes, vocabulary), vocabulary.core["Place"]) and votes.get(body, 0.0) == 0.0


def _is_given(word: str) -> bool:
    return word in MALE_NAMES or word in FEMALE_NAMES


def _is_common(word: str) -> bool:
    """Tell whether the last word of a name says what sort of body it is: "Court", "Group"."""
    return word in words.ORGANIZATION_WORDS or word in words.COMPANY_SUFFIXES or word in words.GROUP_NOUNS


def noun_class(tree: Tree, i: int, before: range, vocabulary: Vocabulary, *, is_name: bool = False) -> str:
    """Return the class that a noun denotes: of the ontologies, else a core class by general word lists.

    With `is_name` the noun ends a name, and says its class only as it stands ("Nations" makes no state), and only
    if that is a class of what has names.
    """
    forms = (tree.lowers[i],) if is_name else _forms(tree, i)
    kind, _ = vocabulary.class_noun([tree.lowers[j] for j in before], forms)
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
    lower, lemma = tree.lowers[i], tree.bases[i]
    singular = lower.removesuffix("s") if tree.tags[i] in ("NNS", "NNPS", "NNP") else lower
    return (lower,) if lower == lemma == singular else tuple(dict.fromkeys((lower, lemma, singular)))


def class_noun_range(tree: Tree, i: int, vocabulary: Vocabulary) -> tuple[str, range | None]:
    """Return the class that the ontologies give a noun and the tokens of the class noun ("fighter jets")."""
    forms = _forms(tree, i)
    if not any(form in vocabulary.nouns for form in forms):
        return "", None
    kind, count = vocabulary.class_noun(tree.lowers[max(0, i - 4) : i], forms)
    return kind, (range(i - count, i + 1) if kind else None)
