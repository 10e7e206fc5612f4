"""Sieves that join pronouns: relative ones by syntax, speakers by who is quoted, the rest by agreement and salience."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract import words_mentions as words
from kg.extract.agreement import Gender, is_kind
from kg.extract.candidates import Candidate, Partition, Scene
from kg.extract.pleonastic import is_pleonastic
from kg.extract.sieves_nominals import is_said_of_other
from kg.extract.sieves_speech import is_anybody, is_in_words_of, is_told, is_unable_to_say, speaker_before, speakers_of
from kg.extract.words_nominal import KIN
from kg.model import Manner, MentionKind

Proposal = tuple[Candidate, Candidate, str, float]

FIRST_PERSON = words.FIRST_SINGULAR | words.FIRST_PLURAL
NOBODY = frozenset({MentionKind.PRONOUN, MentionKind.DATE, MentionKind.QUANTITY})

RELATIVE = 0.95
SPEAKER = 0.85
OUR_ORGANIZATION = 0.6
# What makes an antecedent salient, set on OntoGUM's news and MEANTIME together.
SENTENCE, SUBJECT, PARALLEL, OFTEN, MODIFIER, WORD, CANNOT_ACT = -2.0, 2.0, 1.0, 0.5, -1.5, -0.02, -3.0
ONE_BODY = -4.0  # "they" for a company
ONE_OF_SEVERAL = -3.0  # "it" for one of "Acme and Bolt"
SUFFERER = 3.0  # "Police raided the club, but it": more than for who did it
WHOSE = 3.0  # "the club's rise since it was sold"
UNTOLD = -1.5  # "her" for Kim Lee in "Kim Lee, who sold her house": it may be another's
OBJECTS = frozenset({"him", "her", "them"})
# How sure a pronoun is, by how many sentences back its antecedent is: shares that are right on the same two corpora.
SURE = {"he": (0.95, 0.9, 0.75, 0.7, 0.6, 0.6, 0.6), "it": (0.85, 0.75), "they": (0.85, 0.7, 0.5)}
# Of pronouns whose antecedent is less than this ahead of any other 6 in 10 are right, of all others 9 in 10: there.
CLEAR, CLOSE = 2.0, 0.6


def relatives(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join "who", "which" and "that" with the noun that their clause hangs on, and a quantity with what it counts."""
    for candidate in scene.candidates:
        if candidate.kind is MentionKind.PRONOUN and candidate.head in words.RELATIVE_PRONOUNS:
            noun = _modified(scene, candidate.token)
            if noun is not None:
                yield candidate, noun, "relative", RELATIVE
        elif candidate.is_inner:
            counted = scene.by_token.get(scene.tree.heads[scene.tree.heads[candidate.token]])
            if counted is not None:
                yield candidate, counted, "quantity", RELATIVE


def _modified(scene: Scene, token: int) -> Candidate | None:
    tree = scene.tree
    for _ in range(6):
        if tree.deps[token] == "relcl":
            return scene.by_token.get(tree.heads[token])
        if tree.heads[token] == token:
            return None
        token = tree.heads[token]
    return None


def speakers(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join "I" in a quote with its source; "we" with the source's organization, else with its other "we"."""
    ours: dict[int, Candidate] = {}
    lowers = {one.index: one.mention.head_normal.lower() for one in scene.candidates}
    speaking = [one for one in scene.candidates if lowers[one.index] in FIRST_PERSON]
    for attribution in scene.attributions:
        if attribution.manner is Manner.INDIRECT or attribution.source is None or attribution.source.mention is None:
            continue
        source = scene.by_index.get(attribution.source.mention)
        if source is None:
            continue
        for candidate in speaking:
            if not attribution.content.contains(candidate.mention.span):
                continue
            if lowers[candidate.index] in words.FIRST_SINGULAR:
                yield candidate, source, "speaker", SPEAKER
            else:
                first = ours.setdefault(source.index, _organization(source, scene) or candidate)
                if first is not candidate:
                    yield candidate, first, "speaker", OUR_ORGANIZATION


def _organization(source: Candidate, scene: Scene) -> Candidate | None:
    """Return the one organization or state that a source is, or is named with: "a spokesman for the ministry"."""
    found = [
        c
        for c in scene.candidates
        if (c is source or source.contains(c)) and c.kind is not MentionKind.PRONOUN and _is_body(c, scene)
    ]
    return found[0] if len(found) == 1 and not _is_passing(found[0], source, scene) else None


def _is_passing(body: Candidate, source: Candidate, scene: Scene) -> bool:
    """Tell whether a thing without a name is only told of beside the speaker: "Ann Berg, who walked to a school"."""
    token, heads = body.token, scene.tree.heads
    while token != source.token and heads[token] != token:
        if scene.tree.deps[token] in ("relcl", "acl"):
            is_theirs = scene.tree.lemmas[token].lower() in words.BELONGING
            return body.kind is not MentionKind.NAME and not is_theirs
        token = heads[token]
        if scene.tree.lemmas[token].lower() in KIN:  # "said Bo Ode, a brother of the duke"
            return True
    return False


def _is_body(candidate: Candidate, scene: Scene) -> bool:
    label = candidate.mention.label
    return is_kind(label, "Organization", scene.vocabulary) or is_kind(label, "State", scene.vocabulary)


def pronouns(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join third-person pronouns with the antecedent that agrees and is most salient."""
    for place, candidate in enumerate(scene.candidates):
        if candidate.kind is not MentionKind.PRONOUN or not _is_open(candidate, partition):
            continue
        sure = _sureness(candidate.mention.head_normal.lower())
        if not sure or is_pleonastic(scene.tree, candidate.token):
            continue
        told = speaker_before(candidate, scene)
        if told is not None and partition.may_join(candidate, told):
            yield candidate, told, "pronoun", sure[min(candidate.sentence - told.sentence, len(sure) - 1)]
            continue
        ranked = _ranked(candidate, scene.candidates[:place], scene, partition, len(sure) - 1)
        if ranked:
            best = ranked[0][1]
            is_close = _is_close(candidate, ranked, scene, partition)
            likely = sure[candidate.sentence - best.sentence] * (CLOSE if is_close else 1.0)
            yield candidate, best, "pronoun", round(likely, 2)


def _is_open(candidate: Candidate, partition: Partition) -> bool:
    """Tell whether nothing says yet who a pronoun is: alone, or joined by nothing but its own "I" in a quotation."""
    others = (member for member in partition.chain_of(candidate) if member is not candidate)
    return all(other.head in words.FIRST_SINGULAR for other in others)


def _sureness(lower: str) -> tuple[float, ...]:
    """Return how sure a third-person pronoun is of an antecedent in its own sentence, the one before, and so on."""
    if lower in words.MALE_PRONOUNS or lower in words.FEMALE_PRONOUNS:
        return SURE["he"]
    if lower in words.NEUTER_PRONOUNS:
        return SURE["it"]
    return SURE["they"] if lower in words.PLURAL_PRONOUNS else ()


def _ranked(
    candidate: Candidate, earlier: Sequence[Candidate], scene: Scene, partition: Partition, reach: int
) -> list[tuple[float, Candidate]]:
    """Return the antecedents within reach, the most salient first."""
    speaking = speakers_of(candidate, scene, partition)
    scored = []
    for other in reversed(earlier):
        if candidate.sentence - other.sentence > reach:
            break
        if partition.owner[other.index] not in speaking and _may_refer(candidate, other, scene, partition):
            scored.append((_salience(candidate, other, scene, partition), other))
    return sorted(scored, key=lambda pair: (pair[0], pair[1].index), reverse=True)


def _is_close(
    candidate: Candidate, ranked: Sequence[tuple[float, Candidate]], scene: Scene, partition: Partition
) -> bool:
    """Tell whether another thing could be meant nearly as well as the best one."""
    score, best = ranked[0]
    owner = partition.owner[best.index]
    rivals = [
        (value, one) for value, one in ranked if partition.owner[one.index] != owner and one.token != best.content
    ]
    is_one_of_two = _is_coordinated(best, scene) and not best.mention.plural and not best.is_person
    return is_one_of_two or any(
        score - value < CLEAR or is_told(candidate, best, other, scene) or _is_owner(best, other)
        for value, other in rivals
    )


def _is_owner(best: Candidate, other: Candidate) -> bool:
    """Tell whether the other one is whose the best one is, so that the text may go on about either: "her mother"."""
    return best.is_person and other.kind is MentionKind.PRONOUN and other.dep == "poss" and best.contains(other)


def _may_refer(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    if other.is_inner or _is_inside(candidate, other, scene) or not partition.may_join(candidate, other):
        return False
    if other.kind in NOBODY and not _is_referring(other, scene) and not _is_unnamed(candidate, other, scene):
        return False
    if scene.tree.pos[other.token] == "ADJ" or other.head in words.TIME_NOUNS or is_said_of_other(other, scene):
        return False
    if _is_own_kind(candidate, other, scene) or _is_taken_from(candidate, other, scene):
        return False
    if any(_is_bound(candidate, member, scene) for member in partition.chain_of(other)):
        return False
    if is_anybody(other, scene) or is_unable_to_say(candidate, other, scene):
        return False
    return not is_in_words_of(candidate, other, scene, partition)


def _is_unnamed(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it is somebody without a name: "One said she had waited", "Five of them left. They"."""
    if other.dep not in ("nsubj", "nsubjpass") or candidate.sentence - other.sentence > 1:
        return False
    is_someone = scene.tree.pos[other.token] == "NUM" or other.head in words.UNNAMED
    if not candidate.traits.singular:
        return is_someone or other.head in words.PLURAL_PRONOUNS
    return is_someone and other.content == other.token and other.sentence == candidate.sentence


def _is_coordinated(other: Candidate, scene: Scene) -> bool:
    """Tell whether a mention is one of several subjects that stand side by side: "Acme and Bolt say"."""
    tree = scene.tree
    first = tree.heads[other.token] if other.dep == "conj" else other.token
    joined = [child for child in tree.children[first] if tree.deps[child] == "conj" and child in scene.by_token]
    return tree.deps[first] in ("nsubj", "nsubjpass") and bool(joined)


def _is_own_kind(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it would own its like: "its army" is no army's."""
    return candidate.dep == "poss" and scene.tree.lemmas[scene.tree.heads[candidate.token]].lower() == other.head


def _is_taken_from(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it would take away its own: "Police seized its files" are no files of the police."""
    tree, verb = scene.tree, scene.tree.heads[other.token]
    if candidate.dep != "poss" or other.dep != "nsubj" or tree.lemmas[verb].lower() not in words.DONE_TO_OTHERS:
        return False
    token = tree.heads[candidate.token]
    while tree.deps[token] in ("pobj", "prep"):
        token = tree.heads[token]
    return tree.deps[token] == "dobj" and tree.heads[token] == verb


def _is_referring(candidate: Candidate, scene: Scene) -> bool:
    third_person = _sureness(candidate.mention.head_normal.lower())
    return bool(third_person) and not is_pleonastic(scene.tree, candidate.token)


def _is_inside(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
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


def _is_bound(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether both are arguments of one verb, where only a reflexive can take up the other."""
    tree = scene.tree
    if candidate.head in words.REFLEXIVES or candidate.dep == "poss":
        return False
    clause = _clause(tree.heads, tree.deps, candidate.token)
    if candidate.dep == "nsubj" and candidate.head in OBJECTS and tree.deps[clause] in ("ccomp", "xcomp"):
        clause = tree.heads[clause]  # "called her the best": the parser makes a clause of what somebody is called
    return clause == _clause(tree.heads, tree.deps, other.token)


def _clause(heads: Sequence[int], deps: Sequence[str], token: int) -> int:
    """Return the verb that a token is an argument of, through its preposition."""
    head = heads[token]
    return heads[head] if deps[head] in ("prep", "agent", "dative") else head


def _salience(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> float:
    """Score an antecedent: near, subject, often mentioned, able to do what the pronoun does."""
    score = SENTENCE * (candidate.sentence - other.sentence)
    score += SUBJECT if other.dep in ("nsubj", "nsubjpass") else 0.0
    score += PARALLEL if other.dep == candidate.dep else 0.0
    score += min(len(partition.chain_of(other)), 4) * OFTEN
    score += MODIFIER if other.is_modifier else 0.0
    score += WORD * (candidate.token - other.token)
    is_whose = other.dep == "poss" and _is_owners(candidate, other, scene)
    if not candidate.traits.singular:
        score += max(_plural_fit(other), 0.0) if is_whose else _plural_fit(other)
    if candidate.head in words.NEUTER_PRONOUNS and _is_coordinated(other, scene):
        score += ONE_OF_SEVERAL
    score += WHOSE if is_whose else 0.0
    score += UNTOLD if other.contains(candidate) and _is_of_any_gender(other, partition) else 0.0
    score += SUFFERER if _is_sufferer(candidate, other, scene) else 0.0
    if _is_agent(candidate, scene) and not any(_can_act(member, scene) for member in partition.chain_of(other)):
        score += CANNOT_ACT
    return score


def _is_of_any_gender(other: Candidate, partition: Partition) -> bool:
    """Tell whether nothing says whether somebody is a man or a woman."""
    genders = partition.traits[partition.owner[other.index]].genders
    return other.is_person and {Gender.MALE, Gender.FEMALE} <= genders


def _is_owners(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a pronoun stands in a clause that tells more of what the other one owns."""
    owned, heads = scene.tree.heads[other.token], scene.tree.heads
    if not other.token < owned < candidate.token or other.kind is not MentionKind.NAME:
        return False
    verb = heads[candidate.token]
    return candidate.dep in ("nsubj", "nsubjpass") and verb != owned and owned in (heads[verb], heads[heads[verb]])


def _is_sufferer(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether the other one, or its own, is what something was done to before a "but": "but it reopened"."""
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    done = tree.heads[verb]
    if candidate.dep != "nsubj" or tree.deps[verb] != "conj" or tree.lemmas[done].lower() not in words.DONE_TO_OTHERS:
        return False
    if other.token < done or candidate.head not in words.NEUTER_PRONOUNS or "but" not in tree.words[done:verb]:
        return False
    token = other.token
    while tree.deps[token] in ("poss", "pobj", "prep", "appos"):
        token = tree.heads[token]
    return tree.heads[token] == done and tree.deps[token] == "dobj"


def _is_agent(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether the pronoun stands where only somebody or a body of people can: "it seeks", "its troops"."""
    tree = scene.tree
    parent = tree.heads[candidate.token]
    if candidate.dep == "poss":
        return tree.words[parent].lower() in words.POSSESSED_BY_AGENTS
    return candidate.dep == "nsubj" and tree.lemmas[parent].lower() in words.AGENTIVE_VERBS


def _can_act(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether a mention is a person, an organization or a state, a city that stands for one, or may be any."""
    name = scene.lexicon.names.get(candidate.mention.link)
    is_open = candidate.kind is MentionKind.QUANTITY or (
        candidate.kind is MentionKind.NAME and not candidate.mention.label
    )
    if is_open or candidate.is_person or (name is not None and name.metonym_for):
        return True
    return any(is_kind(candidate.mention.label, core, scene.vocabulary) for core in ("Agent", "Organization", "State"))


def _plural_fit(other: Candidate) -> float:
    """Score how well "they" takes a mention up: people rather than things, several rather than one body of people."""
    if other.kind in (MentionKind.PRONOUN, MentionKind.QUANTITY):
        return 1.0
    if not other.mention.plural and other.head not in words.INVARIANT_NOUNS:
        return ONE_BODY
    return 1.5 if other.is_person else 0.0
