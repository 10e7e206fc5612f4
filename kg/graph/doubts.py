"""What it is not sure enough which thing it is: doubtful links, and "the company" that nothing else is said of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from kg.model import Chain, Determination, Extraction, MentionKind

# On OntoGUM's news and MEANTIME 85 of 100 links that are at least so sure are right, of the others 60.
SURE_ENOUGH = 0.6
CERTAIN_ONES = frozenset({Determination.DEFINITE, Determination.DEMONSTRATIVE})  # "its mill" has an owner


def doubtful_mentions(extraction: Extraction) -> frozenset[int]:
    """Return the mentions that a doubtful link lies between and what names their chain.

    >>> from kg.model import Document, Link
    >>> chain = Chain((0, 1, 2), 0, (Link(1, 0, "pronoun", 0.5), Link(2, 1, "pronoun", 0.95)))
    >>> sorted(doubtful_mentions(Extraction(Document("a", "a.txt", ""), (), (chain,), ())))
    [1, 2]
    """
    return frozenset(mention for chain in extraction.chains for mention in _doubtful(chain))


def _doubtful(chain: Chain) -> Iterator[int]:
    """Yield the mentions of a chain that its doubtful links part from its best name."""
    if all(link.confidence >= SURE_ENOUGH for link in chain.links):
        return
    beside: dict[int, list[int]] = defaultdict(list)
    for link in chain.links:
        if link.confidence >= SURE_ENOUGH:
            beside[link.mention].append(link.antecedent)
            beside[link.antecedent].append(link.mention)
    reached = [chain.representative]
    for mention in reached:
        reached += [other for other in beside[mention] if other not in reached]
    yield from (mention for mention in chain.mentions if mention not in reached)


def vague_entities(extraction: Extraction, entity_of: Mapping[tuple[str, int], str]) -> frozenset[str]:
    """Return the IRIs of things that an article speaks of as known, and never by more than their noun: "the company".

    Args:
        extraction: of the article.
        entity_of: IRI of what a mention denotes, by document and index.
    """
    told: dict[str, bool] = {}
    for index, mention in enumerate(extraction.mentions):
        iri = entity_of.get((extraction.document.id, index), "")
        if iri and mention.kind in (MentionKind.NAME, MentionKind.NOMINAL):
            is_bare = mention.determination in CERTAIN_ONES and " " not in (mention.wording or mention.normal)
            told[iri] = told.get(iri, False) or mention.kind is MentionKind.NAME or not is_bare
    return frozenset(iri for iri, is_told in told.items() if not is_told)
