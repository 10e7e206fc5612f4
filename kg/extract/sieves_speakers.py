"""The sieve that joins "I" and "we" in a quotation with who says it, and with the body or the team it is said for."""

from __future__ import annotations

from collections.abc import Iterator

from kg.extract import words_mentions as words
from kg.extract.agreement import is_kind
from kg.extract.candidates import Candidate, Partition, Scene
from kg.extract.trees import Tree
from kg.extract.words_nominal import KIN
from kg.model import Determination, Manner, MentionKind

Proposal = tuple[Candidate, Candidate, str, float]

FIRST_PERSON = words.FIRST_SINGULAR | words.FIRST_PLURAL
PLACED = frozenset({"at", "of", "from", "with", "in"})

SPEAKER = 0.85
OUR_ORGANIZATION = 0.6
FAR = 12  # sentences back to the team of who speaks for it


def speakers(scene: Scene, _: Partition) -> Iterator[Proposal]:
    """Join "I" in a quote with its source; "we" with the source's organization or team, else its other "we"."""
    ours: dict[int, Candidate] = {}
    said = (one for one in scene.candidates if one.kind is MentionKind.PRONOUN)  # "the US" is not "us"
    lowers = {one.index: one.mention.head_normal.lower() for one in said}
    speaking = [one for one in scene.candidates if lowers.get(one.index) in FIRST_PERSON]
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
                first = ours.get(source.index) or _organization(source, scene) or _team(source, scene) or candidate
                ours[source.index] = first
                if first is not candidate:
                    yield candidate, first, "speaker", OUR_ORGANIZATION


def _organization(source: Candidate, scene: Scene) -> Candidate | None:
    """Return the one organization that a source is, or is named with: "a spokesman for the ministry"."""
    found = [
        c
        for c in scene.candidates
        if (c is source or source.contains(c)) and c.kind is not MentionKind.PRONOUN and _is_body(c, scene)
    ]
    return found[0] if len(found) == 1 and not _is_passing(found[0], source, scene) else None


def _is_passing(body: Candidate, source: Candidate, scene: Scene) -> bool:
    """Tell whether a body is only told of beside the speaker: "Ann Berg, who walked to a school"."""
    token, heads = body.token, scene.tree.heads
    if body is not source and _is_only_placed(body, scene):
        return True
    while token != source.token and heads[token] != token:
        if scene.tree.deps[token] in ("relcl", "acl"):
            return scene.tree.bases[token] not in words.BELONGING
        token = heads[token]
        if scene.tree.bases[token] in KIN:  # "said Bo Ode, a brother of the duke"
            return True
    return False


def _is_only_placed(body: Candidate, scene: Scene) -> bool:
    """Tell whether it is where somebody works who does not speak for it: "a nurse at the school", "Ann of Acme"."""
    tree, before = scene.tree, scene.tree.heads[body.token]
    if body.dep != "pobj" or tree.lowers[before] not in PLACED:
        return False
    post = tree.heads[before]
    return tree.pos[post] in ("NOUN", "PROPN") and not _speaks_for(tree, post)


def _speaks_for(tree: Tree, post: int) -> bool:
    """Tell whether somebody's post, or the one named with them, is to speak for a body: "Coach Ann Lee of Halden"."""
    around = (post, *tree.children[post])
    return any(tree.bases[i] in words.SPEAKING_FOR for i in around if tree.deps[i] != "relcl")


def _team(source: Candidate, scene: Scene) -> Candidate | None:
    """Return the team spoken of last before somebody who leads it: "said Ann Berg, a physicist who led the study"."""
    if not _leads(source, scene):
        return None
    teams = (one for one in reversed(scene.candidates) if one.token < source.start and one.head in words.TEAMS)
    team = next(teams, None)
    if team is None or source.sentence - team.sentence > FAR or team.mention.determination is Determination.INDEFINITE:
        return None
    return team


def _leads(source: Candidate, scene: Scene) -> bool:
    tree = scene.tree
    inside = range(source.start, source.end)
    has_led = any(tree.bases[i] in words.BELONGING and tree.pos[i] == "VERB" for i in inside)
    return has_led or any(tree.bases[i] in words.AUTHORS for i in inside)


def _is_body(candidate: Candidate, scene: Scene) -> bool:
    return is_kind(candidate.mention.label, "Organization", scene.vocabulary)
