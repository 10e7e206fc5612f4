"""Things of which one word is all that an article says, so that a triple on them says nothing outside of it.

Nobody knows which one "its chairman" or "the company" is while it is not found who that is; and "investors await the
results" speaks of whichever there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from kg.graph.counts import amount_of, count_of
from kg.graph.naming import is_one_word, singular
from kg.graph.words_plain import NAMED_SORTS
from kg.model import Determination, Extraction, Mention, MentionKind

CERTAIN_ONES = frozenset({Determination.DEFINITE, Determination.DEMONSTRATIVE})  # "its mill" has an owner
CALLING = frozenset({MentionKind.NAME, MentionKind.NOMINAL})
LISTED_MEMBER = "hyponym"  # the rule family of "systems, including F-16": class, then member


@dataclass(frozen=True, slots=True)
class Emptiness:
    """What an article says so little of, by IRI.

    Attributes:
        nameless: things of a sort that has a name, spoken of as known: "the company".
        whichever: things that are not counted or described at all: "investors", "its members".
        telling: things that are called by a name of something else: "Acme's website".
        vague: things spoken of as known, and never by more than their noun, of whatever sort: "the step".
    """

    nameless: frozenset[str] = frozenset()
    whichever: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()

    def says_nothing(self, subject: str, value: str, named: Set[str]) -> bool:
        """Tell whether a triple with these ends says nothing outside of its article.

        Args:
            subject: IRI of the subject.
            value: IRI of the object, or its words.
            named: IRIs of what the article names, and of what it says in a clause.
        """
        ends = {subject, value}
        is_told = not ends.isdisjoint(named) or not ends.isdisjoint(self.telling)
        return not ends.isdisjoint(self.nameless) or (subject in self.whichever and not is_told)


def find_empty(extraction: Extraction, entity_of: Mapping[tuple[str, int], str]) -> Emptiness:
    """Return what an article says so little of.

    >>> from kg.model import Document, Span
    >>> firm = Mention("a", Span(0, 8), Span(4, 8), "The firm", MentionKind.NOMINAL, normal="firm", head_normal="firm",
    ...                determination=Determination.DEFINITE)
    >>> extraction = Extraction(Document("a", "a.txt", "The firm paid."), (firm,), (), ())
    >>> find_empty(extraction, {("a", 0): "x:firm"}).nameless
    frozenset({'x:firm'})
    """
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for index, mention in enumerate(extraction.mentions):
        iri = entity_of.get((extraction.document.id, index))
        if iri is not None and mention.kind is not MentionKind.PRONOUN:
            mentions[iri].append(mention)
    text, listed = extraction.document.text, _listed(extraction, entity_of)
    bare = {iri: found for iri, found in mentions.items() if iri not in listed and _is_one_word(found, text)}
    return Emptiness(
        frozenset(iri for iri, found in bare.items() if all(map(_lacks_its_name, found))),
        frozenset(iri for iri, found in bare.items() if all(map(_is_whichever, found))),
        frozenset(iri for iri, found in mentions.items() if any(map(_tells, found))),
        frozenset(iri for iri, found in mentions.items() if _is_vague(found)),
    )


def _listed(extraction: Extraction, entity_of: Mapping[tuple[str, int], str]) -> Set[str]:
    """Return the things of which the article lists members: "ships, including the Alba"."""
    lists = (s.proposition.subject.mention for s in extraction.statements if s.proposition.kind == LISTED_MEMBER)
    return frozenset(entity_of.get((extraction.document.id, mention), "") for mention in lists if mention is not None)


def _is_one_word(mentions: Sequence[Mention], text: str) -> bool:
    """Tell whether no mention names, counts or describes the thing."""
    is_bare = all(
        one.kind is MentionKind.NOMINAL and not one.link and len((one.wording or one.normal).split()) == 1
        for one in mentions
    )
    return is_bare and not any(count_of(one, text) or amount_of(one, text) for one in mentions)


def _is_vague(mentions: Sequence[Mention]) -> bool:
    """Tell whether all that calls the thing something is its noun with "the" or "this"."""
    calling = [one for one in mentions if one.kind in CALLING]
    return bool(calling) and all(
        one.kind is MentionKind.NOMINAL and one.determination in CERTAIN_ONES and is_one_word(one) for one in calling
    )


def _lacks_its_name(mention: Mention) -> bool:
    is_certain = mention.determination in CERTAIN_ONES and not mention.plural
    head = mention.head_normal.lower()
    return is_certain and (singular(head) in NAMED_SORTS or head.endswith("year-old"))


def _is_whichever(mention: Mention) -> bool:
    is_bare = mention.determination is Determination.BARE and mention.plural
    return is_bare or mention.determination is Determination.POSSESSIVE


def _tells(mention: Mention) -> bool:
    *before, _ = (mention.wording or mention.normal or " ").split(" ")
    return mention.kind is MentionKind.NOMINAL and any(word[:1].isupper() for word in before)
