"""What speech tells of pronouns: who goes on speaking, who is only spoken of, and what cannot speak."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kg.extract import words_attribution
from kg.extract import words_mentions as words
from kg.extract.candidates import Candidate, Partition, Scene
from kg.extract.quotes import quote_at
from kg.extract.sayings import sentence_around
from kg.extract.trees import Tree
from kg.model import Attribution, Determination, Manner, MentionKind

SINGULAR = words.MALE_PRONOUNS | words.FEMALE_PRONOUNS
MUTE = words_attribution.SPEECH_NOUNS - words_attribution.DOCUMENT_NOUNS


def speaker_before(candidate: Candidate, scene: Scene) -> Candidate | None:
    """Return who spoke in the sentence before, for the pronoun of "Moss would appeal, she added".

    Whom the words are about is not who says them.
    """
    own = next((a for a in scene.attributions if _source(a) == candidate.index), None)
    if own is None or candidate.mention.head_normal.lower() not in SINGULAR or not _goes_on(own):
        return None
    first = sentence_around(scene.tree, _token_at(scene, own.content.start))[0]
    reach = sentence_around(scene.tree, max(first - 1, 0))[0]
    by_index = {other.index: other for other in scene.candidates if reach <= other.token < first}
    told = [a for a in scene.attributions if _source(a) in by_index and not _is_nested(a, scene)]
    last = max(told, key=lambda a: a.cue.span, default=None)
    return None if last is None else by_index[_source(last)]


def speakers_first(scene: Scene) -> list[tuple[int, Candidate]]:
    """Return the candidates with their places, who says something in a quotation before what stands in it.

    In "“He wept,” she said" it must be known first who she is, for she is not who wept.
    """
    at = {one.index: one.mention.head.start for one in scene.candidates}
    for attribution in scene.attributions:
        index = _source(attribution)
        if attribution.manner is Manner.DIRECT and at.get(index, -1) > attribution.content.start:
            at[index] = attribution.content.start - 1
    return sorted(enumerate(scene.candidates), key=lambda pair: (at[pair[1].index], pair[0]))


def _source(attribution: Attribution) -> int:
    source = attribution.source
    return -1 if source is None or source.mention is None else source.mention


def _goes_on(attribution: Attribution) -> bool:
    """Tell whether the words stand before who says them, or are added to others."""
    is_behind = attribution.content.start < attribution.cue.span.start  # "The mill, she said, would close"
    return is_behind or attribution.cue.text.lower() in words.ADDED


def _is_nested(attribution: Attribution, scene: Scene) -> bool:
    return any(other.content.contains(attribution.cue.span) for other in scene.attributions)


def _token_at(scene: Scene, position: int) -> int:
    return max(bisect_right(scene.tree.starts, position) - 1, 0)


def is_in_words_of(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether somebody whom the pronoun can mean names the other one in a quotation that the pronoun is not in.

    "“His sister helped me,” the poet said. She was born in Oslo.": the poet was.
    """
    text = scene.tree.text
    quote = quote_at(text, other.mention.head.start)
    if quote is None or quote_at(text, candidate.mention.head.start) is not None:
        return False
    direct = [a for a in scene.attributions if a.manner is not Manner.INDIRECT and a.content.overlaps(quote.inner)]
    if any(a.source is not None and a.source.span.contains(candidate.mention.span) for a in direct):
        return True  # "“The province has no doctors,” its chairman said": not the province's
    if not direct and other.kind is MentionKind.NOMINAL and quote.is_long(text):
        return True  # somebody's words, whoever that is
    speakers = [scene.by_index[_source(a)] for a in direct if _source(a) in scene.by_index]
    return any(
        partition.may_join(candidate, one) or one in partition.chain_of(candidate)
        for one in speakers
        if one not in partition.chain_of(other)
    )


def is_anybody(other: Candidate, scene: Scene) -> bool:
    """Tell whether a noun stands for anybody of its kind: "the first time that a poet had won"."""
    if other.kind is not MentionKind.NOMINAL or other.mention.determination is not Determination.INDEFINITE:
        return False
    tree, token = scene.tree, other.token
    while tree.heads[token] != token:
        if tree.deps[token] in ("relcl", "acl"):
            return tree.bases[tree.heads[token]] == "time"
        token = tree.heads[token]
    return False


def is_where_it_is_said(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether it only holds the words that a pronoun stands in: "Norvik said in a letter that it would sell"."""
    tree, before = scene.tree, scene.tree.heads[other.token]
    verb = tree.heads[before]
    if other.dep != "pobj" or other.sentence != candidate.sentence or other.token > candidate.token:
        return False
    return other.head in words.HOLDING_WORDS and _is_told_by(tree, candidate.token, verb)


def _is_told_by(tree: Tree, token: int, verb: int) -> bool:
    """Tell whether a word stands in the clause that tells what somebody says."""
    while tree.heads[token] not in (verb, token):
        token = tree.heads[token]
    return tree.heads[token] == verb and tree.deps[token] == "ccomp"


def is_anyone_at_all(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether "they" in a quotation are whoever dealt with the speaker ("They told me"), and named outside it."""
    quote = quote_at(scene.tree.text, candidate.mention.head.start)
    if quote is None or candidate.traits.singular or candidate.dep not in ("nsubj", "nsubjpass"):
        return False
    if quote.inner.contains(other.mention.head):
        return False
    beside = scene.tree.having(scene.tree.heads[candidate.token], "dobj", "dative")
    return any(scene.tree.lowers[c] in words.FIRST_SINGULAR | words.FIRST_PLURAL for c in beside)


def is_unable_to_say(candidate: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether a pronoun that says something would be words: "rejected the claim. It said"."""
    verb = scene.tree.bases[scene.tree.heads[candidate.token]]
    says = candidate.dep == "nsubj" and verb in words.AGENTIVE_VERBS
    return says and other.kind is MentionKind.NOMINAL and other.head in MUTE


def speakers_of(candidate: Candidate, scene: Scene, partition: Partition) -> frozenset[int]:
    """Return the chains of who says the words that a pronoun is quoted in: who speaks is "I" there, and not "he"."""
    quote = quote_at(scene.tree.text, candidate.mention.head.start)
    if quote is None:
        return frozenset()
    direct = (a for a in scene.attributions if a.manner is Manner.DIRECT and a.content.overlaps(quote.inner))
    said = {_source(a) for a in direct if a.content.contains(candidate.mention.span)}
    return frozenset(partition.owner[index] for index in said if index in partition.owner)


def is_told(candidate: Candidate, best: Candidate, other: Candidate, scene: Scene) -> bool:
    """Tell whether one does something to the other before a clause, which may mean either: "Ann told Eve she"."""
    tree = scene.tree
    verb = tree.heads[best.token]
    if tree.heads[other.token] != verb or other.dep not in ("dobj", "dative") or best.dep != "nsubj":
        return False
    token = candidate.token
    while token != verb and tree.heads[token] != token:
        if tree.heads[token] == verb:
            return tree.deps[token] in ("ccomp", "xcomp", "prep", "advcl")
        token = tree.heads[token]
    return False


def is_on_side_of_speaker(candidate: Candidate, other: Candidate, scene: Scene, partition: Partition) -> bool:
    """Tell whether "they" in a quotation would be who speaks, or theirs: "his members", a minister's "government".

    Nor is it the group that somebody is quoted for: "Some analysts doubted it. “They paid too much,” said Ann Lee."
    """
    speaking = speakers_of(candidate, scene, partition) if not candidate.traits.singular else ()
    if not speaking or quote_at(scene.tree.text, other.mention.head.start) is not None:
        return False
    return (
        _is_with(other, speaking, scene, partition)
        or _is_quoted_for(other, scene)
        or _governs(other, speaking, partition)
    )


def _is_with(other: Candidate, speaking: Iterable[int], scene: Scene, partition: Partition) -> bool:
    """Tell whether it is what somebody owns, or what is told of them: "his members", "Lee, who heads the union"."""
    owner = scene.by_token.get(scene.tree.first(other.content, "poss") or -1)
    return any(
        one is owner or one.contains(other) or partition.owner[other.index] == chain
        for chain in speaking
        for one in partition.members[chain]
    )


def _is_quoted_for(other: Candidate, scene: Scene) -> bool:
    """Tell whether it is a group some of whom judge something: "some unions rejected it", "other scientists said"."""
    is_some = other.mention.plural and scene.tree.lowers[other.start] in words.SOME
    return is_some and other.dep == "nsubj" and scene.tree.bases[scene.tree.heads[other.token]] in words.OPINING


def _governs(other: Candidate, speaking: Iterable[int], partition: Partition) -> bool:
    """Tell whether somebody who is in office would speak of the government."""
    if other.head not in words.GOVERNING:
        return False
    said = (
        word
        for chain in speaking
        for member in partition.members[chain]
        for word in member.mention.text.lower().split()
    )
    return not words.OFFICES.isdisjoint(said)
