"""Which class a name or a nominal belongs to: the ontologies decide, then all that the document says of the name.

One name has one type in a document: each place where it is used votes (its title, its last word, the noun beside it,
the tagger), and all its places get the winner.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from kg.extract import words_mentions as words
from kg.extract.proper_names import ProperName
from kg.extract.trees import Tree
from kg.extract.vocabulary import Vocabulary

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
# How much each sign weighs, against 1 for the tagger's label at one place.
TAGGED = 1.0
CLASS_NOUN = 3.0
TITLE = 2.0
HONORIFIC = 5.0
COMPANY_SUFFIX = 4.0
BESIDE = 2.0
SURNAME = 2.5


def label_names(tree: Tree, names: Sequence[ProperName], vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the class of each proper name, the same for the same name throughout the document."""
    keys = [_key(tree, name) for name in names]
    votes: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for key, name in zip(keys, names, strict=True):
        for kind, weight in _signs(tree, name, vocabulary):
            votes[key][kind] += weight
    _add_surnames(votes, vocabulary.core["Person"])
    winners = {key: _winner(counter) for key, counter in votes.items()}
    return tuple(name.name.kind if name.name else winners.get(key, "") for key, name in zip(keys, names, strict=True))


def _key(tree: Tree, name: ProperName) -> str:
    return " ".join(tree.words[name.start : name.end]).lower()


def _winner(votes: Mapping[str, float]) -> str:
    return min(votes, key=lambda kind: (-votes[kind], kind), default="")


def _signs(tree: Tree, name: ProperName, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield what speaks for a class at one place of a name, and how much."""
    core = vocabulary.core
    lowers = [word.lower() for word in tree.words[name.start : name.end]]
    if name.label in CLASS_OF_TAG:
        yield core[CLASS_OF_TAG[name.label]], TAGGED
    if lowers[-1] in words.COMPANY_SUFFIXES and len(lowers) > 1:
        yield core["Company"], COMPANY_SUFFIX
    elif name.label != "PERSON":
        root = name.root - name.start
        kind = noun_class(tree, name.root, range(name.start, name.root), vocabulary) if root < len(lowers) else ""
        if kind and len(lowers) > 1:
            yield kind, CLASS_NOUN
    before = tree.words[name.start - 1].lower().rstrip(".") if name.start else ""
    if before in words.HONORIFICS:
        yield core["Person"], HONORIFIC
    elif before in words.TITLES and tree.heads[name.start - 1] in name:
        yield core["Person"], TITLE
    yield from _beside(tree, name, vocabulary)


def _beside(tree: Tree, name: ProperName, vocabulary: Vocabulary) -> Iterator[tuple[str, float]]:
    """Yield the class of the noun in apposition to the name ("Acme, a carmaker"), and of people for "who"."""
    for child in tree.children[name.root]:
        if tree.deps[child] == "appos" and tree.pos[child] == "NOUN":
            kind = noun_class(tree, child, range(max(0, child - 3), child), vocabulary)
            if kind:
                yield kind, BESIDE
        elif tree.deps[child] == "relcl" and _has_who(tree, child):
            yield vocabulary.core["Person"], BESIDE


def _has_who(tree: Tree, verb: int) -> bool:
    return any(tree.words[child].lower() == "who" for child in tree.children[verb])


def _add_surnames(votes: Mapping[str, dict[str, float]], person: str) -> None:
    """Let a full name's winner vote for its last word standing alone."""
    full = {key.split()[-1] for key, counter in votes.items() if " " in key and _winner(counter) == person}
    for key in full & votes.keys():
        votes[key][person] += SURNAME


def noun_class(tree: Tree, i: int, before: range, vocabulary: Vocabulary) -> str:
    """Return the class that a noun denotes: of the ontologies, else a core class by general word lists."""
    kind, _ = vocabulary.class_noun([tree.words[j].lower() for j in before], _forms(tree, i))
    if kind:
        return kind
    for form in _forms(tree, i):
        for listed, name in (
            (words.PERSON_NOUNS, "Person"),
            (words.GROUP_NOUNS, "Organization"),
            (words.PLACE_NOUNS, "Place"),
        ):
            if form in listed:
                return vocabulary.core[name]
    return ""


def _forms(tree: Tree, i: int) -> tuple[str, ...]:
    lower, lemma = tree.words[i].lower(), tree.lemmas[i].lower()
    singular = lower.removesuffix("s") if tree.tags[i] in ("NNS", "NNPS", "NNP") else lower
    return tuple(dict.fromkeys((lower, lemma, singular)))


def class_noun_range(tree: Tree, i: int, vocabulary: Vocabulary) -> tuple[str, range | None]:
    """Return the class that the ontologies give a noun and the tokens of the class noun ("fighter jets")."""
    before = [tree.words[j].lower() for j in range(max(0, i - 4), i)]
    kind, count = vocabulary.class_noun(before, _forms(tree, i))
    return kind, (range(i - count, i + 1) if kind else None)
