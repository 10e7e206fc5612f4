"""What trials tell of who is meant: who is accused is who is acquitted, and nobody passes their own sentence."""

from __future__ import annotations

from collections.abc import Sequence

from kg.extract import words_mentions as words
from kg.extract.candidates import Candidate, Scene
from kg.extract.words_people import PRONOUNCED, PRONOUNCING, SENTENCING

SAME_SIDE = 3.0  # "accused Lund, but the court acquitted her"
OTHER_SIDE = -4.0  # "Moss jailed Lund. She read out the sentence"


def trial_fit(candidate: Candidate, chain: Sequence[Candidate], scene: Scene) -> float:
    """Score whether a pronoun and what it may mean stand on one side of a trial."""
    if is_tried(candidate, scene):
        return SAME_SIDE if any(is_tried(member, scene) for member in chain) else 0.0
    if not _is_judging(candidate, scene):
        return 0.0
    if any(_is_judging(member, scene) for member in chain):
        return SAME_SIDE
    return OTHER_SIDE if any(is_tried(member, scene) for member in chain) else 0.0


def is_tried(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether somebody is what police and courts do something to."""
    verb = scene.tree.bases[scene.tree.heads[candidate.token]]
    return candidate.dep in ("dobj", "nsubjpass") and verb in words.TRIED


def _is_judging(candidate: Candidate, scene: Scene) -> bool:
    """Tell whether somebody sentences another one, or says what the sentence is: "read out the verdict"."""
    tree, verb = scene.tree, scene.tree.heads[candidate.token]
    if candidate.dep != "nsubj":
        return False
    said = tree.first(verb, "dobj")
    is_said = said is not None and tree.bases[said] in PRONOUNCED and tree.bases[verb] in PRONOUNCING
    return tree.bases[verb] in SENTENCING or is_said
