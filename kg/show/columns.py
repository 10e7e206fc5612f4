"""Single properties of a store as columns, over the union of all graphs, and words for what has no label."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Store

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SCHEMA = "https://schema.org/"


@dataclass(frozen=True, slots=True)
class Columns:
    """The values of single properties over the union of all graphs."""

    store: Store
    vocabulary: str

    def pairs(self, predicate: str) -> Iterator[tuple[str, NamedNode | Literal]]:
        """Yield subject and value of each triple with this property, in no order."""
        for quad in self.store.quads_for_pattern(None, NamedNode(predicate), None, None):
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
                yield quad.subject.value, quad.object

    def one(self, predicate: str) -> dict[str, str]:
        """Return one value for each subject, the first in the alphabet where there are several."""
        values: dict[str, str] = {}
        for subject, value in self.pairs(predicate):
            known = values.get(subject)
            if known is None or value.value < known:
                values[subject] = value.value
        return values

    def many(self, predicate: str) -> dict[str, tuple[str, ...]]:
        """Return all values for each subject, sorted."""
        values: defaultdict[str, set[str]] = defaultdict(set)
        for subject, value in self.pairs(predicate):
            values[subject].add(value.value)
        return {subject: tuple(sorted(found)) for subject, found in values.items()}

    def own(self, name: str) -> dict[str, str]:
        """Return the first value of one of kg's own properties for each subject."""
        return self.one(self.vocabulary + name)


def words_of(iri: str) -> str:
    """Return the local name of an IRI as words, for what carries no label.

    >>> words_of("https://w3id.org/newskg/ontology#invitesBidsFrom")
    'invites bids from'
    """
    local = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", local).replace("_", " ")
    return spaced.lower() if local[:1].islower() else spaced
