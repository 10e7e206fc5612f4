"""Signs of what a name is, from how one sentence uses it: its title, the nouns and verbs beside it, its pronouns."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract import words_mentions as words
from kg.extract import words_names as cues
from kg.extract.name_ranges import ProperName
from kg.extract.trees import Tree
from kg.extract.words_attribution import SAYING

# How much each sign weighs, against 1 for the tagger's label at one place.
HONORIFIC = 5.0
TITLE = 2.0
WHO = 2.0
AGE = 2.0  # "Lund, 43,"
KIN = 2.0
BODY = 1.5  # "Acme shares", "Acme's chairman"
BORN_OR_FOUNDED = 1.5
SELF = 1.5  # "Lund said he would", "Acme said it would"
DOES_BUSINESS = 1.0
LOCATED = 1.2  # "in Tuscany", though the tagger takes it for somebody


def usage_signs(tree: Tree, name: ProperName) -> Iterator[tuple[str, float]]:
    """Yield the core class, by its plain name, that each use of a name speaks for, and how much."""
    before = tree.lowers[name.start - 1].rstrip(".") if name.start else ""
    if before in words.HONORIFICS:
        yield "Person", HONORIFIC
    elif before in words.TITLES and tree.heads[name.start - 1] in name:
        yield "Person", TITLE
    yield from _said_of_it(tree, name)
    yield from _owned_by_it(tree, name)
    yield from _done_by_it(tree, name)
    is_unsure = name.label in ("PERSON", "") and name.end - name.start == 1
    if is_unsure and is_located(tree, name):
        yield "Place", LOCATED


def is_located(tree: Tree, name: ProperName) -> bool:
    """Tell whether something is in or near it."""
    head = tree.heads[name.root]
    return tree.deps[name.root] == "pobj" and tree.lowers[head] in cues.LOCATIVES


def _said_of_it(tree: Tree, name: ProperName) -> Iterator[tuple[str, float]]:
    """Yield what clauses and numbers after it say: "Lund, who", "Lund, 43,", "Acme, founded in 1988"."""
    for child in tree.children[name.root]:
        if tree.deps[child] == "relcl" and any(tree.lowers[c] == "who" for c in tree.children[child]):
            yield "Person", WHO
        elif tree.deps[child] in ("acl", "appos", "advcl") and tree.bases[child] in cues.FOUNDED:
            yield "Organization", BORN_OR_FOUNDED
        elif tree.deps[child] in ("acl", "appos", "advcl") and tree.bases[child] in cues.BORN:
            yield "Person", BORN_OR_FOUNDED
    if _is_age(tree, name.end):
        yield "Person", AGE


def _is_age(tree: Tree, comma: int) -> bool:
    """Tell whether a number between commas follows: "Lund, 43, said"."""
    if comma + 2 >= len(tree.words) or tree.words[comma] != "," or tree.words[comma + 2] not in (",", "."):
        return False
    number = tree.words[comma + 1]
    return number.isdigit() and 1 < len(number) < 4


def _owned_by_it(tree: Tree, name: ProperName) -> Iterator[tuple[str, float]]:
    """Yield what things of its own say: "Acme shares", "Acme's chairman", "the board of Acme", "Lund's wife"."""
    following = name.end + (name.end < len(tree.words) and tree.tags[name.end] == "POS")
    noun = tree.words[following] if following < len(tree.words) else ""
    if following > name.end and tree.bases[following if noun else -1] in cues.OF_PEOPLE:
        yield "Person", KIN
    elif noun in cues.OF_BODIES or (noun in cues.BEFORE_ROLE and _is_second_word(tree, following + 1)):
        yield "Organization", BODY
    link = tree.heads[name.root]
    if tree.deps[name.root] == "pobj" and tree.lowers[link] in cues.LINKS:
        owned = tree.lowers[tree.heads[link]]
        is_dealt_with = tree.lowers[link] == "with" and tree.lemmas[tree.heads[link]] in cues.DEALT_WITH
        if is_dealt_with or (owned in cues.OF_BODIES and tree.lowers[link] != "with"):
            yield "Organization", BODY


def _is_second_word(tree: Tree, i: int) -> bool:
    return i < len(tree.words) and tree.lowers[i] in cues.ROLE_OF_TWO_WORDS


def _done_by_it(tree: Tree, name: ProperName) -> Iterator[tuple[str, float]]:
    """Yield what it does: "Acme hires", "Lund said he would"."""
    verb = tree.heads[name.root]
    if tree.deps[name.root] != "nsubj" or tree.pos[verb] != "VERB":
        return
    if tree.bases[verb] in cues.BUSINESS_VERBS and name.label != "PERSON":
        yield "Organization", DOES_BUSINESS
    clause = tree.first(verb, "ccomp")
    if tree.bases[verb] not in SAYING or clause is None or clause < verb:
        return
    subject = tree.first(clause, "nsubj", "nsubjpass")
    pronoun = tree.lowers[subject] if subject is not None else ""
    if pronoun in ("he", "she"):
        yield "Person", SELF
    elif pronoun == "it" and not _is_empty(tree, clause):
        yield "Organization", SELF


def _is_empty(tree: Tree, clause: int) -> bool:
    """Tell whether "it" may stand for nothing: "said it was clear that"."""
    return tree.bases[clause] == "be" or any(tree.deps[c] in ("ccomp", "csubj") for c in tree.children[clause])
