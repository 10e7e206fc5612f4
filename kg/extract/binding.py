"""What grammar forbids a pronoun to mean: what stands beside it under one verb, or holds it, or would own its like."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract import words_mentions as words
from kg.extract.candidates import Candidate, Scene
from kg.extract.trees import Tree
from kg.model import Determination, MentionKind

OBJECTS = frozenset({"him", "her", "them"})
SUBJECTS = ("nsubj", "nsubjpass")
# How a verb without a subject of its own hangs on the one whose subject, or object, does it.
GOVERNED = frozenset({"xcomp", "conj", "acomp", "oprd", "pcomp", "prep"})
STEPS = 6
TOLD = frozenset({"ccomp", "acl"})  # how a clause hangs on "said", or on the claim or letter that it tells
PARTS = frozenset("tenth ninth eighth seventh sixth fifth fourth majority minority".split())


def is_own_kind(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it would own its like: "its army" is no army's."""
    return candidate.dep == "poss" and scene.tree.bases[scene.tree.heads[candidate.token]] == other.head


def is_taken_from(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it would take, refuse or enter its own: "Police seized its files" are no files of the police."""
    tree, verb = scene.tree, scene.tree.heads[other.token]
    lemma = tree.bases[verb]
    if candidate.dep != "poss" or other.dep != "nsubj" or lemma not in words.DONE_TO_OTHERS | words.NOT_DONE_TO_OWN:
        return False
    token = tree.heads[candidate.token]
    while tree.deps[token] in ("pobj", "prep") and tree.heads[token] != verb:
        token = tree.heads[token]
    return tree.heads[token] == verb and (tree.deps[token] == "dobj" or lemma in words.ENTERING)


def is_denied_to_be(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it is only what something is said to be, or not to be: "The bay is no lake and it is ours"."""
    tree, verb = scene.tree, scene.tree.heads[other.token]
    if other.dep != "attr" or other.mention.determination not in (Determination.INDEFINITE, Determination.BARE):
        return False
    if tree.first(verb, "neg") is not None:
        return True
    if other.mention.determination is Determination.BARE:
        return False
    subject = scene.by_token.get(next(iter(tree.having(verb, "nsubj")), -1))
    return subject is not None and subject.kind is not MentionKind.PRONOUN and subject.traits.agrees(candidate.traits)


def is_inside(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether the pronoun is a part of the other phrase itself; within a clause on it, it can mean it."""
    if not other.contains(candidate):
        return False
    clause, token = _clause(scene.tree.heads, scene.tree.deps, candidate.token), candidate.token
    if candidate.dep != "poss" and scene.tree.deps[clause] == "relcl" and scene.tree.heads[clause] == other.token:
        return True  # "the man whom he met"
    while token != other.token and scene.tree.heads[token] != token:
        if scene.tree.deps[token] in ("relcl", "acl"):
            return False
        token = scene.tree.heads[token]
    return True


def is_bound(candidate: Candidate, others: Sequence[Candidate], scene: Scene) -> bool:
    """Tell whether it is an argument of one verb with one of the others, where only a reflexive can take that up."""
    tree = scene.tree
    if candidate.head in words.REFLEXIVES or candidate.dep == "poss":
        return False
    clause = _clause(tree.heads, tree.deps, _whole(tree, candidate.token))
    if candidate.dep == "nsubj" and candidate.head in OBJECTS and tree.deps[clause] in ("ccomp", "xcomp"):
        clause = tree.heads[clause]  # "called her the best": the parser makes a clause of what somebody is called
    others = [other for other in others if not other.contains(candidate)]
    if any(clause == _clause(tree.heads, tree.deps, other.token) for other in others):
        return True
    deed = None if candidate.dep in SUBJECTS else doer(tree, clause)
    return any(other.token == deed and tree.first(deed, "conj") is None for other in others)


def doer(tree: Tree, verb: int) -> int | None:
    """Return who does what a verb says: its subject, else the one that is understood.

    In "Norvik wants to sell and rebuild it" Norvik would rebuild, in "Norvik told Bolt to sell it" Bolt would sell.
    """
    for _ in range(STEPS):
        subject = tree.first(verb, *SUBJECTS)
        if subject is not None:
            return subject
        dep, verb, former = tree.deps[verb], tree.heads[verb], verb
        if dep == "xcomp" or (dep == "prep" and tree.lowers[former] in words.CHARGED_WITH):
            told = tree.first(verb, "dobj", "dative")
            if told is not None and told < former:
                return told
        elif dep not in GOVERNED and not _is_loose(tree, former):
            return None
    return None


def teller(tree: Tree, verb: int) -> int | None:
    """Return who says what a clause tells, also in a letter or by a claim: "Acme denied in a letter that it had paid".

    Of "Acme, which denies claims that it had paid", it is Acme.
    """
    if tree.deps[verb] not in TOLD:
        return None
    around = tree.heads[verb]
    while tree.deps[around] in ("pobj", "prep", "dobj") and tree.bases[around] not in words.TIME_NOUNS:
        around = tree.heads[around]
    subject = tree.first(around, "nsubj")
    if tree.deps[around] == "relcl" and subject is not None and tree.lowers[subject] in words.RELATIVE_PRONOUNS:
        return tree.heads[around]
    return subject


def are_of_several(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether "their" belongs to several subjects named one by one: "Lund and Hale, who sold their house"."""
    tree, token = scene.tree, scene.tree.heads[candidate.token]
    if candidate.dep != "poss" or candidate.traits.singular:
        return False
    while tree.deps[token] in ("pobj", "prep", "conj"):
        token = tree.heads[token]
    subject = tree.first(tree.heads[token], *SUBJECTS) if tree.deps[token] == "dobj" else None
    if subject is not None and tree.lowers[subject] in words.RELATIVE_PRONOUNS:
        subject = tree.heads[tree.heads[subject]]
    named = None if subject is None else scene.by_token.get(subject)
    if named is None or named.mention.plural:
        return False
    return named.dep == "conj" or tree.first(named.token, "conj") is not None


def _is_loose(tree: Tree, verb: int) -> bool:
    """Tell whether a clause has the subject of the verb that it hangs on: "closed, ending it", "closed to end it"."""
    if tree.deps[verb] not in ("advcl", "ccomp"):
        return False
    is_outcome = tree.tags[verb] == "VBG" and tree.bases[verb] in words.BRINGING_ABOUT
    return not is_outcome and (tree.tags[verb] == "VBG" or any(tree.tags[c] == "TO" for c in tree.having(verb, "aux")))


def _clause(heads: Sequence[int], deps: Sequence[str], token: int) -> int:
    """Return the verb that a token is an argument of, through its preposition."""
    head = heads[token]
    if deps[head] == "prep" and deps[heads[head]] == "advmod":
        head = heads[head]  # "ahead of her"
    return heads[head] if deps[head] in ("prep", "agent", "dative", "advmod") else head


def _whole(tree: Tree, token: int) -> int:
    """Return the word that stands where a pronoun would: "many" of "closed many of them", else the pronoun itself."""
    of = tree.heads[token]
    is_share = (
        tree.deps[token] == "pobj" and tree.lowers[of] == "of" and tree.bases[tree.heads[of]] in words.TRANSPARENT
    )
    return tree.heads[of] if is_share else token


def part_of(candidate: Candidate, scene: Scene) -> Candidate | None:
    """Return what "most of them" behind a comma are a part of: the noun that it stands beside, else the one before it.

    "She hired nine cooks, three of them women": of the cooks; "she beat nine cooks, among them the chef", too.
    """
    tree, of = scene.tree, scene.tree.heads[candidate.token]
    if candidate.dep != "pobj" or candidate.traits.singular:
        return None
    if tree.lowers[of] == "among" and tree.words[of - 1] == ",":
        return _plural_before(of, candidate, scene)
    share = tree.heads[of]
    first = tree.left[share]
    if tree.lowers[of] != "of" or tree.bases[share] not in PARTS | words.TRANSPARENT:
        return None
    if first == 0 or tree.words[first - 1] != ",":
        return None
    beside = scene.by_token.get(tree.heads[share])
    if tree.deps[share] == "appos" and beside is not None and not beside.traits.singular:
        return beside
    return _plural_before(first, candidate, scene)


def _plural_before(first: int, candidate: Candidate, scene: Scene) -> Candidate | None:
    """Return the one group that is named right before the comma that a token stands behind."""
    ending = [c for c in scene.candidates if first - 1 in (c.end, c.token + 1) and c.sentence == candidate.sentence]
    before = [c for c in ending if c.mention.plural]
    return before[0] if len(before) == 1 else None
