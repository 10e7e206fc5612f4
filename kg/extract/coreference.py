"""Coreference: which mentions of a document are the same thing, by sieves from the most to the least precise.

After Raghunathan and others (2010) and Lee and others (2013): each sieve sees what the ones before it have joined, so
that a doubtful link can use what sure ones have brought together. Every link keeps its sieve and how sure it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from kg.extract.candidates import Candidate, Partition, Scene, make_scene
from kg.extract.sieves_described import described
from kg.extract.sieves_names import acronyms, bracketed, exact_names, known_names, partial_names
from kg.extract.sieves_nominals import (
    appositions,
    exact_nominals,
    identified,
    same_heads,
)
from kg.extract.sieves_owners import clients, same_owners
from kg.extract.sieves_pronouns import pronouns, relatives
from kg.extract.sieves_speakers import speakers
from kg.extract.sieves_typed import owners_of_speakers, typed_definites
from kg.extract.trees import read_tree
from kg.extract.vocabulary import vocabulary_of
from kg.model import Attribution, Chain, Lexicon, Link, Mention, MentionKind

Proposal = tuple[Candidate, Candidate, str, float]
SIEVES: tuple[Callable[[Scene, Partition], Iterator[Proposal]], ...] = (
    relatives,
    speakers,
    known_names,
    exact_names,
    acronyms,
    bracketed,
    appositions,
    identified,
    partial_names,
    exact_nominals,
    same_heads,
    described,
    typed_definites,
    clients,
    pronouns,
    clients,
    owners_of_speakers,
    same_owners,
)


def find_chains(
    doc: Doc, mentions: Sequence[Mention], lexicon: Lexicon, attributions: Sequence[Attribution] = ()
) -> tuple[Chain, ...]:
    """Return the chains of two mentions or more, in order of their first mention.

    Args:
        doc: the parse that the mentions were found in.
        mentions: as `find_mentions` gives them.
        lexicon: the one that the mentions were found with.
        attributions: who says what; without them nobody is "I" or "we".

    >>> from kg.extract.mentions import find_mentions
    >>> from spacy.vocab import Vocab
    >>> doc = Doc(Vocab(), ["Dogs", "hurt", "themselves"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "dobj"],
    ...           pos=["NOUN", "VERB", "PRON"], tags=["NNS", "VBP", "PRP"], lemmas=["dog", "hurt", "themselves"])
    >>> find_chains(doc, find_mentions(doc, Lexicon()), Lexicon())[0].mentions
    (0, 1)
    """
    scene = make_scene(read_tree(doc), mentions, vocabulary_of(lexicon), attributions)
    partition = Partition.of(scene)
    for sieve in SIEVES:
        for candidate, antecedent, name, confidence in sieve(scene, partition):
            if partition.may_join(candidate, antecedent):
                partition.join(candidate, antecedent, name, confidence)
    return _chains(partition)


def _chains(partition: Partition) -> tuple[Chain, ...]:
    links: dict[int, list[Link]] = defaultdict(list)
    for link in partition.links:
        links[partition.owner[link.mention]].append(link)
    chains = [
        Chain(
            tuple(member.index for member in members),
            _representative(members),
            tuple(sorted(links[number], key=lambda link: (link.mention, link.antecedent))),
        )
        for number, members in partition.members.items()
        if len(members) > 1
    ]
    return tuple(sorted(chains, key=lambda chain: chain.mentions))


def _representative(members: Sequence[Candidate]) -> int:
    """Return the best name, else the first of the longest nominals, else the first mention."""
    rank = {MentionKind.NAME: 0, MentionKind.NOMINAL: 1}
    best = min(
        members,
        key=lambda m: (rank.get(m.kind, 2), not m.mention.link, -len(m.mention.normal.split()), m.index),
    )
    return best.index
