"""Sieves that join common nouns: appositions, the same words, the same head."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kg.extract import words_mentions as words
from kg.extract.agreement import is_kind
from kg.extract.candidates import NAME, NOMINAL, Candidate, Partition, Scene
from kg.extract.distinct import are_distinct
from kg.extract.sieves_owners import nominals
from kg.model import Determination

Proposal = tuple[Candidate, Candidate, str, float]

APPOSITION = 0.9
EXACT = 0.85
SAME_HEAD = 0.85
FAR = 12  # sentences back to which a definite noun reaches


def appositions(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join a noun with the name or definite noun beside it: "the carmaker, Acme".

    The other way round ("Acme, the carmaker") the noun says what the name is, which is a statement of its own; later
    "the carmaker" is joined to Acme all the same.
    """
    for candidate in scene.candidates:
        beside = scene.by_token.get(scene.tree.heads[candidate.token]) if candidate.dep == "appos" else None
        if beside is not None and beside.kind is NOMINAL and _is_same_thing(candidate, beside, scene):
            yield candidate, beside, "apposition", APPOSITION


def identified(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join a person with the name that is found out: "the victim was identified as Ann Lee"."""
    tree = scene.tree
    for verb in (i for form in words.IDENTIFIED for i in tree.by_word.get(form, ())):
        noun = tree.first(verb, "nsubjpass") if tree.first(verb, "auxpass") is not None else tree.first(verb, "dobj")
        person = None if noun is None else scene.by_token.get(noun)
        if person is None or tree.first(verb, "neg") is not None or not _may_be_identified(person):
            continue
        called = (name for p in tree.having(verb, "prep") if tree.words[p] == "as" for name in tree.having(p, "pobj"))
        name = scene.by_token.get(next(called, -1))
        if name is not None and name.kind is NAME and (name.is_person or not name.mention.label):
            yield name, person, "identified", APPOSITION


def _may_be_identified(person: Candidate) -> bool:
    is_someone = person.kind is NOMINAL and (person.is_definite or person.is_person)
    return is_someone and not person.mention.plural and not person.is_modifier


def _is_happening(candidate: Candidate, scene: Scene) -> bool:
    label = candidate.mention.label
    return any(is_kind(label, core, scene.vocabulary) for core in ("Event", "Activity"))


def _is_same_thing(candidate: Candidate, beside: Candidate, scene: Scene) -> bool:
    """Tell whether a name or definite noun beside a noun says who or which that is."""
    if beside.token < scene.tree.heads[beside.token] < candidate.token:
        return False  # "an error broke the pump, the Halden": the parser has looked too far back
    if candidate.kind is NAME and _is_cut(candidate, beside, scene):
        return False
    if candidate.kind is NAME:
        return candidate.is_person == beside.is_person
    if _is_happening(candidate, scene) != _is_happening(beside, scene) and beside.mention.label:
        return False  # "the flight of the jet, the largest plane": the flight is no plane
    is_possessed = candidate.mention.determination is Determination.POSSESSIVE
    if is_possessed and scene.tree.first(beside.token, "relcl") is not None:
        return False  # "the bay where the tide rose ten metres, its highest level"
    return candidate.kind is NOMINAL and (candidate.is_definite or is_possessed)


def _is_cut(name: Candidate, beside: Candidate, scene: Scene) -> bool:
    """Tell whether a name runs on from a word within the noun: "shares in Loch | Halden"."""
    tree = scene.tree
    return name.start < name.token and tree.deps[name.token - 1] == "pobj" and beside.start < name.token - 1


def is_said_of_other(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it is a noun in apposition to a name, so that the name is what is meant later."""
    if candidate.dep != "appos" or candidate.kind is not NOMINAL:
        return False
    beside = scene.by_token.get(scene.tree.heads[candidate.token])
    return beside is not None and beside.kind is NAME


def exact_nominals(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join definite nouns of the same wording, unless another thing called so has come up in between."""
    first: dict[str, Candidate] = {}
    for candidate in nominals(scene):
        if candidate.mention.determination is Determination.INDEFINITE and not candidate.mention.plural:
            first = {key: one for key, one in first.items() if one.head != candidate.head}
        if candidate.mention.determination is not Determination.DEFINITE or candidate.head in words.TIME_NOUNS:
            continue
        key = _wording(candidate, scene)
        if is_said_of_other(candidate, scene):
            first[key] = scene.by_token[scene.tree.heads[candidate.token]]
            continue
        if key in first and not first[key].contains(candidate) and not are_distinct(candidate, first[key], scene):
            yield candidate, first[key], "exact", EXACT
        if scene.modifiers(candidate):
            first.pop(candidate.head, None)
        first[key] = candidate


def _wording(candidate: Candidate, scene: Scene) -> str:
    kept = scene.tree.lowers[candidate.start : candidate.end]
    return " ".join(word for word in kept if word not in ("the", "'s", "’s", "'", "’"))


def same_heads(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join a definite noun with the nearest earlier one of the same head whose chain has all its modifiers."""
    by_head: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in scene.candidates:
        if _can_take_up(candidate, scene):
            fitting = (one for one in reversed(by_head[candidate.head]) if _fits(candidate, one, scene, partition))
            earlier = next(fitting, None)
            if earlier is not None and _is_bare(candidate, scene):
                earlier = _of_several(earlier, list(fitting), scene, partition)
            if earlier is not None:
                yield candidate, earlier, "head", SAME_HEAD
        if _can_be_taken_up(candidate, scene):
            for head in _heads(candidate, scene):
                by_head[head].append(candidate)


def _is_bare(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether nothing says which one a singular noun means: "the court"."""
    return not candidate.mention.plural and not scene.said(candidate)


def _of_several(
    nearest: Candidate, others: Sequence[Candidate], scene: Scene, partition: Partition
) -> Candidate | None:
    """Return which of several named things of one sort is meant: the one told of last; none where that is not clear.

    "Norvik sued at the Port Court. Lund was freed by the High Court. The court will hear Norvik": either may be meant.
    """
    owner = partition.owner[nearest.index]
    others = [one for one in others if partition.owner[one.index] != owner]
    if _is_one_more(nearest, others, scene) or _is_set_beside(nearest, others, scene):
        return None
    rivals = [one for one in others if one.kind is NAME]
    if nearest.kind is not NAME or not rivals or _is_told_of(nearest, scene):
        return nearest
    told = next((one for one in rivals if _is_told_of(one, scene)), None)
    if told is None:
        return nearest
    return told if told.sentence == nearest.sentence else None


def _is_one_more(nearest: Candidate, others: Sequence[Candidate], scene: Scene) -> bool:
    """Tell whether two are told apart where the nearer one is named: "a contract with Bolt and one more contract"."""
    if nearest.kind is NAME or nearest.mention.determination is not Determination.INDEFINITE:
        return False
    if scene.tree.lowers[nearest.start] == "another":
        return bool(others)
    beside = [one for one in others if one.sentence == nearest.sentence and one.kind is NOMINAL]
    return any(one.mention.determination is Determination.INDEFINITE for one in beside)


def _is_set_beside(nearest: Candidate, others: Sequence[Candidate], scene: Scene) -> bool:
    """Tell whether another one has just been told of beside the one spoken of: "The yard sold it to a yard in Oslo"."""
    if nearest.kind is NAME or nearest.mention.determination is not Determination.INDEFINITE:
        return False
    spoken_of = [one for one in others if one.kind is NOMINAL and one.is_definite and not scene.said(one)]
    return any(one.token < nearest.token for one in spoken_of)


def _is_told_of(name: Candidate, scene: Scene) -> bool:
    """Tell whether a clause is about a name, or somebody of it: "Judge Ann Lund of the High Court ordered"."""
    tree, token = scene.tree, name.token
    while tree.deps[token] in ("pobj", "prep", "poss"):
        token = tree.heads[token]
    return tree.deps[token] in ("nsubj", "nsubjpass", "dobj") and tree.deps[tree.heads[token]] not in ("relcl", "acl")


def _can_take_up(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it is a definite noun that an earlier mention can explain."""
    if candidate.kind is not NOMINAL or not candidate.is_definite:
        return False
    if scene.tree.lowers[candidate.start] == "such" and not candidate.mention.plural:
        return False  # "such a government" is any of its kind
    return candidate.head not in words.TIME_NOUNS and not is_said_of_other(candidate, scene)


def _can_be_taken_up(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a later definite noun can mean it; for a noun in apposition, what it stands beside is meant."""
    if candidate.kind not in (NAME, NOMINAL) or candidate.is_modifier or candidate.is_inner:
        return False
    return not is_said_of_other(candidate, scene)


def _heads(candidate: Candidate, scene: Scene) -> set[str]:
    """Return the nouns that a mention can be taken up by: its head, and the noun beside it or said of it."""
    heads = {candidate.head}
    heads |= {scene.tree.bases[child] for child in scene.tree.having(candidate.token, "appos")}
    if candidate.title:
        before = {scene.tree.bases[child] for child in scene.tree.having(candidate.token, "compound")}
        heads |= {candidate.title, *(before & words.TITLES)}
    parent = scene.tree.heads[candidate.token]
    is_denied = scene.tree.first(parent, "neg") is not None
    if candidate.dep == "nsubj" and scene.tree.lemmas[parent] == "be" and not is_denied:
        heads |= {scene.tree.bases[c] for c in scene.tree.children[parent] if scene.tree.deps[c] == "attr"}
    return heads


def _fits(candidate: Candidate, earlier: Candidate, scene: Scene, partition: Partition) -> bool:
    if candidate.sentence - earlier.sentence > FAR or earlier.contains(candidate) or candidate.contains(earlier):
        return False
    if candidate.mention.plural != earlier.mention.plural:
        return False
    if earlier.mention.determination is Determination.NEGATED:
        return False
    if _changes(candidate, scene) != _changes(_called(earlier, candidate.head, scene), scene):
        return False
    if are_distinct(candidate, earlier, scene):
        return False
    known = {word for member in partition.chain_of(earlier) for word in scene.said(member) | {member.head}}
    return all(scene.said(member) <= known for member in partition.chain_of(candidate))


def _called(earlier: Candidate, head: str, scene: Scene) -> Candidate:
    """Return the noun beside a name that calls it so ("Lund, a former judge"), else the mention itself."""
    children = scene.tree.children[earlier.token]
    beside = (scene.by_token.get(child) for child in children if scene.tree.deps[child] == "appos")
    return next((noun for noun in beside if noun is not None and noun.head == head), earlier)


def _changes(candidate: Candidate, scene: Scene) -> frozenset[str]:
    """Return what keeps a noun from what it is called: "the former judge" is not "the judge"."""
    before = range(candidate.start, max(candidate.content, candidate.token))
    return frozenset(scene.tree.lowers[i] for i in before) & words.CHANGING
