"""The sieves that join "the country" with the state that is named, and "the company" with the company."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract import words_mentions as words
from kg.extract import words_names as cues
from kg.extract.agreement import is_kind
from kg.extract.candidates import NAME, NOMINAL, Candidate, Partition, Scene
from kg.extract.quotes import quote_at
from kg.extract.sieves_owners import nominals, owner_of
from kg.extract.words_distinct import UNNAMED_PLACES
from kg.model import Attribution

Proposal = tuple[Candidate, Candidate, str, float]

TYPED = 0.75
UNKNOWN_SORT = 0.6
# What makes a name what "the company" means: as for pronouns.
SENTENCE, SUBJECT, OFTEN, MANY = 2.0, 2.0, 0.5, 4
GENERAL = ("Entity", "Agent", "Organization", "Place", "Facility", "Product", "Event", "Group", "Activity", "Work")
BODIES = ("Organization", "Place")
NO_OTHERS = frozenset({"appos", "attr"})  # nouns that only say what another thing is
SMALL = frozenset({"hamlet", "town", "village"})  # known names of places are cities
NEAR = 3  # sentences back to which "the country" reaches


def typed_definites(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join "the country" with the state that an article speaks of there, "the company" with the company."""
    names: list[Candidate] = []
    spoken_for = _spoken_for(scene)
    for candidate in scene.candidates:
        if candidate.kind is NAME and not candidate.mention.plural:
            if scene.tree.pos[candidate.token] != "ADJ":  # "Swiss francs" speak of no country
                names.append(candidate)
        elif _whose_speaker_says(candidate, spoken_for, scene) is not None:
            continue
        elif _is_bare_definite(candidate, scene) and len(partition.chain_of(candidate)) == 1:
            near = [name for name in names if _is_near(candidate, name, scene)]
            fitting = [name for name in near if _is_of_sort(name, candidate, scene, partition)]
            if fitting and _is_one_of_many(candidate, fitting, scene, partition):
                continue
            antecedent = _most_salient(candidate, fitting or _of_unknown_sort(candidate, near, scene), partition)
            if antecedent is not None:
                yield candidate, antecedent, "type", TYPED if fitting else UNKNOWN_SORT


def _is_near(candidate: Candidate, name: Candidate, scene: Scene) -> bool:
    """Tell whether a name is told of near, as a thing of its own."""
    if candidate.sentence - name.sentence > NEAR or not _is_itself(name, scene):
        return False
    return not _is_one_of_several(name, scene) and _is_told_to(candidate, name, scene)


def owners_of_speakers(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join "the company" with whose officer speaks of it: "Its chairman said the company would sell"."""
    spoken_for = _spoken_for(scene)
    for candidate in nominals(scene) if spoken_for else ():
        owner = _whose_speaker_says(candidate, spoken_for, scene)
        if owner is None or len(partition.chain_of(candidate)) > 1:
            continue
        if any(one.kind is NAME for one in partition.chain_of(owner)):  # a union that is "it" is no company
            yield candidate, owner, "type", TYPED


def _spoken_for(scene: Scene) -> list[tuple[Attribution, Candidate]]:
    """Return what officers of "its" say, with that pronoun."""
    said = []
    for attribution in scene.attributions:
        index = None if attribution.source is None else attribution.source.mention
        source = None if index is None else scene.by_index.get(index)
        if source is not None and source.dep == "appos":
            source = scene.by_token.get(scene.tree.heads[source.token])
        owner = None if source is None or source.head not in words.SPEAKING_FOR else owner_of(source, scene)
        if owner is not None and owner.head in words.NEUTER_PRONOUNS:
            said.append((attribution, owner))
    return said


def _whose_speaker_says(
    candidate: Candidate, spoken_for: Sequence[tuple[Attribution, Candidate]], scene: Scene
) -> Candidate | None:
    """Return the "its" of who speaks of a company or another body: "its chairman said the company"."""
    span = candidate.mention.head
    owner = next((owner for said, owner in spoken_for if said.content.contains(span)), None)
    if owner is None or not _is_bare_definite(candidate, scene):
        return None
    return owner if is_kind(candidate.mention.label, "Company", scene.vocabulary) else None


def _is_of_sort(name: Candidate, noun: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether a name, or another one in its chain, is of a noun's class, and something is told of it."""
    if noun.head in SMALL and name.mention.link:
        return False
    named = (one for one in partition.chain_of(name) if one.kind is NAME)
    if not any(scene.lexicon.is_a(one.mention.label, noun.mention.label) for one in named):
        return False
    return name.sentence == noun.sentence or not _names_a_part(name, scene)


def _is_itself(name: Candidate, scene: Scene) -> bool:
    """Tell whether a name is not a city that stands for a government ("accused Oslo of lying"), nor "north of Oslo"."""
    known, tree, before = scene.lexicon.names.get(name.mention.link), scene.tree, scene.tree.heads[name.token]
    if name.dep == "pobj" and tree.words[before] == "of" and tree.bases[tree.heads[before]] in words.DIRECTIONS:
        return False
    if known is None or not known.metonym_for:
        return True
    return name.dep == "pobj" and tree.lowers[before] in words.LOCATIVE - {"from", "to"}


def _is_one_of_several(name: Candidate, scene: Scene) -> bool:
    """Tell whether others stand beside a name, so that one of them could not be told by the noun: "Benin and Togo"."""
    return name.dep == "conj" or any(child in scene.by_token for child in scene.tree.having(name.token, "conj"))


def _is_one_of_many(candidate: Candidate, fitting: Sequence[Candidate], scene: Scene, partition: Partition) -> bool:
    """Tell whether "the ship" may be any of several things of its sort near, with or without a name."""
    label = candidate.mention.label
    if any(is_kind(label, core, scene.vocabulary) for core in (*BODIES, "State")):
        return False
    named = {partition.owner[name.index] for name in fitting}
    beside = {scene.tree.heads[name.token] for name in fitting if name.dep == "appos"}
    rivals = (
        one
        for one in nominals(scene)
        if 0 <= candidate.sentence - one.sentence <= NEAR and one.token < candidate.start and one.token not in beside
        if not one.mention.plural and one.dep not in NO_OTHERS and scene.lexicon.is_a(one.mention.label, label)
    )
    return len(named) > 1 or any(partition.owner[one.index] not in named for one in rivals)


def _is_told_to(candidate: Candidate, name: Candidate, scene: Scene) -> bool:
    """Tell whether a name is not only in words that somebody else is quoted with."""
    text = scene.tree.text
    return quote_at(text, name.mention.head.start) is None or quote_at(text, candidate.mention.head.start) is not None


def _names_a_part(name: Candidate, scene: Scene) -> bool:
    """Tell whether a body's name before a noun only says which one that is, within a phrase on something else.

    In "founded by engineers of the Nokia archive" nothing is told of Nokia; "Nokia shares fell" is about it.
    """
    tree, noun = scene.tree, scene.tree.heads[name.token]
    body = scene.by_token.get(tree.heads[noun])
    if name.dep == "pobj" and tree.lowers[noun] == "in" and body is not None:
        return is_kind(body.mention.label, "Organization", scene.vocabulary)  # "the embassy in Oslo"
    if not name.is_modifier or not any(is_kind(name.mention.label, core, scene.vocabulary) for core in BODIES):
        return False
    is_told_of = tree.deps[noun] in ("nsubj", "nsubjpass") or tree.pos[noun] == "PROPN"
    return not is_told_of and tree.deps[tree.left[noun]] == "det"


def _of_unknown_sort(candidate: Candidate, names: Sequence[Candidate], scene: Scene) -> list[Candidate]:
    """Return the one body near of which it is not known what sort it is, for "the company"."""
    core = scene.vocabulary.core["Organization"]
    if not is_kind(candidate.mention.label, "Company", scene.vocabulary):
        return []
    found = [name for name in names if name.mention.label == core and _may_be_company(name.mention.normal)]
    if len({name.mention.normal.split()[0] for name in found}) < 2:
        return found
    last = [name for name in found if name.sentence == found[-1].sentence and name.sentence < candidate.sentence]
    is_one = len({name.mention.normal for name in last}) == 1 and last[0].dep == "nsubj"
    return last if is_one else []


def _may_be_company(name: str) -> bool:
    """Tell whether a body of unknown sort can be a company: no acronym, no council or newspaper by its last word."""
    last = name.rpartition(" ")[2].lower()
    is_other_body = last in (words.ORGANIZATION_WORDS | words.OF_TOWNS) - words.OF_COMPANIES
    return not name.isupper() and not is_other_body


def _most_salient(candidate: Candidate, names: Sequence[Candidate], partition: Partition) -> Candidate | None:
    """Return the name that is nearest, subject and often mentioned; none that stands within the noun's own phrase."""
    outside = [name for name in names if not candidate.contains(name)]
    return max(outside, key=lambda name: _salience(candidate, name, partition), default=None)


def _salience(candidate: Candidate, name: Candidate, partition: Partition) -> tuple[float, int]:
    score = -SENTENCE * (candidate.sentence - name.sentence) + OFTEN * min(len(partition.chain_of(name)), MANY)
    return score + (SUBJECT if name.dep in ("nsubj", "nsubjpass") else 0.0), name.index


def _is_bare_definite(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it is a singular "the X" or "this X" of a class that names belong to, with nothing else said."""
    if candidate.kind is not NOMINAL or not candidate.is_definite or candidate.mention.plural:
        return False
    label = candidate.mention.label
    if not label or candidate.end > candidate.token + 2 or candidate.head in cues.OF_STATES | UNNAMED_PLACES:
        return False
    if scene.modifiers(candidate) or scene.tree.words[candidate.token][:1].isupper():  # "the Senate" is a name
        return False
    is_general = any(label == scene.vocabulary.core[name] for name in GENERAL)
    return not is_general and not is_kind(label, "Person", scene.vocabulary)
