"""The terms that the graph is written in, as nodes: our own vocabulary, and those of others that it is aligned to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.graph.iris import Iris

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
SCHEMA = "https://schema.org/"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SHACL = "http://www.w3.org/ns/shacl#"
WIKIDATA = "http://www.wikidata.org/entity/"

TYPE = ox.NamedNode(f"{RDF}type")
SUBJECT = ox.NamedNode(f"{RDF}subject")
PREDICATE = ox.NamedNode(f"{RDF}predicate")
OBJECT = ox.NamedNode(f"{RDF}object")
PROPERTY = ox.NamedNode(f"{RDF}Property")
LABEL = ox.NamedNode(f"{RDFS}label")
ALT_LABEL = ox.NamedNode(f"{SKOS}altLabel")
BROADER = ox.NamedNode(f"{SKOS}broader")
SAME_AS = ox.NamedNode(f"{OWL}sameAs")
DERIVED_FROM = ox.NamedNode(f"{PROV}wasDerivedFrom")
URL = ox.NamedNode(f"{SCHEMA}url")
PUBLISHED = ox.NamedNode(f"{SCHEMA}datePublished")
QUOTE = ox.NamedNode(f"{NIF}anchorOf")
BEGIN = ox.NamedNode(f"{NIF}beginIndex")
END = ox.NamedNode(f"{NIF}endIndex")

TRUE = ox.Literal("true", datatype=ox.NamedNode(f"{XSD}boolean"))
DATE = ox.NamedNode(f"{XSD}date")
DECIMAL = ox.NamedNode(f"{XSD}decimal")
INTEGER = ox.NamedNode(f"{XSD}integer")

NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML 1.0 cannot hold, even escaped

Term = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Terms:
    """Our own vocabulary as nodes, made once each.

    >>> Terms(Iris("https://w3id.org/newskg/"))["Fact"].value
    'https://w3id.org/newskg/ontology#Fact'
    """

    iris: Iris
    _made: dict[str, ox.NamedNode] = field(default_factory=dict)

    def __getitem__(self, name: str) -> ox.NamedNode:
        node = self._made.get(name)
        if node is None:
            node = self._made[name] = ox.NamedNode(self.iris.term(name))
        return node


def prefixes(base_iri: str) -> dict[str, str]:
    """Return the prefixes that queries may use undeclared and that exports are written with.

    >>> prefixes("https://w3id.org/newskg/")["kg"]
    'https://w3id.org/newskg/ontology#'
    """
    return {
        "kg": f"{base_iri}ontology#",
        "entity": f"{base_iri}entity/",
        "relation": f"{base_iri}relation/",
        "fact": f"{base_iri}fact/",
        "evidence": f"{base_iri}evidence/",
        "article": f"{base_iri}article/",
        "rdf": RDF,
        "rdfs": RDFS,
        "owl": OWL,
        "xsd": XSD,
        "skos": SKOS,
        "prov": PROV,
        "schema": SCHEMA,
        "nif": NIF,
        "wd": WIKIDATA,
    }


def decimal(value: float) -> ox.Literal:
    """Return a number from 0 to 1 in the canonical form of xsd:decimal, two places at most.

    >>> decimal(0.9).value, decimal(1).value, decimal(0.333).value
    ('0.9', '1', '0.33')
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return ox.Literal(text, datatype=DECIMAL)


def integer(value: int) -> ox.Literal:
    """Return a whole number."""
    return ox.Literal(str(value), datatype=INTEGER)


def node_or_none(iri: str) -> ox.NamedNode | None:
    """Return the node, or None where the text is no valid IRI."""
    try:
        return ox.NamedNode(iri)
    except ValueError:
        return None
