"""Sieves that join pronouns: relative ones by syntax, the rest by agreement and salience."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract import words_mentions as words
from kg.extract.binding import (
    SUBJECTS,
    are_of_several,
    is_bound,
    is_denied_to_be,
    is_inside,
    is_own_kind,
    is_taken_from,
    part_of,
)
from kg.extract.candidates import Candidate, Partition, Scene
from kg.extract.left_open import is_left_open
from kg.extract.pleonastic import is_pleonastic
from kg.extract.salience import (
    can_act,
    is_another_sort,
    is_coordinated,
    is_no_actor,
    is_no_thing,
    is_of_unclear_doer,
    salience,
)
from kg.extract.sieves_nominals import is_said_of_other
from kg.extract.sieves_speech import (
    is_anybody,
    is_anyone_at_all,
    is_in_words_of,
    is_on_side_of_speaker,
    is_told,
    is_unable_to_say,
    is_where_it_is_said,
    speaker_before,
    speakers_first,
    speakers_of,
)
from kg.model import Determination, MentionKind

Proposal = tuple[Candidate, Candidate, str, float]

NOBODY = frozenset({MentionKind.PRONOUN, MentionKind.DATE, MentionKind.QUANTITY})

STRESSING = frozenset({"appos", "npadvmod", "nmod"})  # how "itself" hangs on "Sweden"

RELATIVE = 0.95
# How sure a pronoun is, by how many sentences back its antecedent is: shares that are right on the same two corpora.
SURE = {"he": (0.95, 0.9, 0.75, 0.7, 0.6, 0.6, 0.6), "it": (0.85, 0.75), "they": (0.85, 0.7, 0.5)}
# Of pronouns whose antecedent is less than this ahead of any other 6 in 10 are right, of all others 9 in 10: there.
CLEAR, CLOSE = 2.0, 0.6


def relatives(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join "who", "which" and "that" with the noun that their clause hangs on, and a quantity with what it counts.

    In "Sweden itself" the pronoun only stresses the name.
    """
    for candidate in scene.candidates:
        if candidate.kind is MentionKind.PRONOUN and candidate.head in words.RELATIVE_PRONOUNS:
            noun = _modified(scene, candidate.token)
            if noun is not None:
                yield candidate, noun, "relative", RELATIVE
        elif candidate.head in words.REFLEXIVES and candidate.dep in STRESSING:
            stressed = scene.by_token.get(scene.tree.heads[candidate.token])
            if stressed is not None and stressed.dep in SUBJECTS:
                yield candidate, stressed, "relative", RELATIVE
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


def pronouns(scene: Scene, partition: Partition) -> Iterator[Proposal]:
    """Join third-person pronouns with the antecedent that agrees and is most salient."""
    for place, candidate in speakers_first(scene):
        if candidate.kind is not MentionKind.PRONOUN or not _is_open(candidate, partition):
            continue
        sure = _sureness(candidate.mention.head_normal.lower())
        if not sure or is_pleonastic(scene.tree, candidate.token) or _is_unclear(candidate, scene):
            continue
        told = speaker_before(candidate, scene)
        if told is not None and partition.may_join(candidate, told):
            yield candidate, told, "pronoun", sure[min(candidate.sentence - told.sentence, len(sure) - 1)]
            continue
        if are_of_several(candidate, scene):
            continue
        whole = part_of(candidate, scene)
        if whole is not None and partition.may_join(candidate, whole):
            yield candidate, whole, "pronoun", sure[0]
            continue
        ranked = _ranked(candidate, scene.candidates[:place], scene, partition, len(sure) - 1)
        if ranked:
            best = ranked[0][1]
            is_close = _is_close(candidate, ranked, scene, partition)
            if is_left_open(candidate, best, scene, partition, is_close=is_close):
                continue
            likely = sure[candidate.sentence - best.sentence] * (CLOSE if is_close else 1.0)
            yield candidate, best, "pronoun", round(likely, 2)


def _is_unclear(candidate: Candidate, scene: Scene) -> bool:
    is_one = _is_its_own_kind(candidate, scene) or _is_one_of_them(candidate, scene)
    return is_one or is_of_unclear_doer(candidate, scene)


def _is_one_of_them(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether two groups are called "they" in one clause, so that either may be meant: "They gave them a map"."""
    tree = scene.tree
    if tree.lowers[candidate.token] not in ("they", "them"):
        return False
    beside = tree.having(tree.heads[candidate.token], "nsubj", "dobj", "dative")
    return any(tree.lowers[c] in ("they", "them") and c != candidate.token for c in beside)


def _is_its_own_kind(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether it belongs to what it stands behind: "the oldest fossil of its kind"."""
    tree, kind = scene.tree, scene.tree.heads[candidate.token]
    is_kind_of = candidate.dep == "poss" and tree.bases[kind] in words.KINDS
    return is_kind_of and tree.lowers[tree.heads[kind]] == "of"


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
            scored.append((salience(candidate, other, scene, partition), other))
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
    is_one_of_two = is_coordinated(best, scene) and not best.mention.plural and not best.is_person
    return is_one_of_two or any(
        score - value < CLEAR or is_told(candidate, best, other, scene) or _is_owner(best, other)
        for value, other in rivals
    )


def _is_owner(best: Candidate, other: Candidate) -> bool:
    """Tell whether the other one is whose the best one is, so that the text may go on about either: "her mother"."""
    return best.is_person and other.kind is MentionKind.PRONOUN and other.dep == "poss" and best.contains(other)


def _may_refer(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    if other.is_inner or is_inside(candidate, other, scene) or not partition.may_join(candidate, other):
        return False
    if other.kind in NOBODY and not _is_referring(other, scene) and not _is_unnamed(candidate, other, scene):
        return False
    is_quality = scene.tree.pos[other.token] == "ADJ" and not other.mention.plural  # "the dead" are people
    if is_quality or other.head in words.TIME_NOUNS or is_said_of_other(other, scene):
        return False
    if other.mention.determination is Determination.NEGATED or _is_no_event(candidate, other, scene):
        return False
    if is_no_thing(candidate, other, scene) or is_another_sort(candidate, other, scene):
        return False
    if _is_namesake(candidate, other, scene) or is_denied_to_be(candidate, other, scene):
        return False
    if is_own_kind(candidate, other, scene) or is_taken_from(candidate, other, scene):
        return False
    if is_bound(candidate, partition.chain_of(other), scene):
        return False
    return not _is_of_speech(candidate, other, scene, partition)


def _is_of_speech(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether who says what to whom keeps a pronoun from meaning the other one, or what it does."""
    if is_anybody(other, scene) or is_unable_to_say(candidate, other, scene):
        return True
    if is_where_it_is_said(candidate, other, scene) or is_anyone_at_all(candidate, other, scene):
        return True
    if is_on_side_of_speaker(candidate, other, scene, partition) or is_no_actor(candidate, other, scene, partition):
        return True
    return is_in_words_of(candidate, other, scene, partition)


def _is_namesake(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether somebody only gave a thing its name: "she won the Erik Lund prize"."""
    named = scene.tree.bases[scene.tree.heads[other.token]]
    return other.is_modifier and candidate.head not in words.NEUTER_PRONOUNS and named in words.NAMED_AFTER


def _is_no_event(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether the pronoun happens or takes years and the other one is somebody or a body: "It took a year"."""
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    if candidate.dep != "nsubj" or not can_act(other, scene):
        return False
    lemma, taken = tree.bases[verb], tree.first(verb, "dobj")
    takes_time = lemma == "take" and taken is not None and tree.bases[taken] in words.TIME_NOUNS | {"place"}
    return takes_time or lemma in words.HAPPENING


def _is_unnamed(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it is somebody without a name: "One said she had waited", "Five of them left. They"."""
    if other.dep not in ("nsubj", "nsubjpass") or candidate.sentence - other.sentence > 1:
        return False
    is_someone = scene.tree.pos[other.token] == "NUM" or other.head in words.UNNAMED
    if not candidate.traits.singular:
        return is_someone or other.head in words.PLURAL_PRONOUNS
    return is_someone and other.content == other.token and other.sentence == candidate.sentence


def _is_referring(candidate: Candidate, scene: Scene) -> bool:
    third_person = _sureness(candidate.mention.head_normal.lower())
    return bool(third_person) and not is_pleonastic(scene.tree, candidate.token)
