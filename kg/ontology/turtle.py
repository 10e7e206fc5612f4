"""Turtle -> triples by subject and predicate, and back to sorted N-Triples.

Parsed by pyoxigraph: rdflib takes ten times as long for the gazetteer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology.files import Source, short

OWL = "http://www.w3.org/2002/07/owl#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SCHEMA = "https://schema.org/"
SKOS = "http://www.w3.org/2004/02/skos/core#"
CLASS = frozenset({f"{OWL}Class"})
RELATION = frozenset({f"{OWL}ObjectProperty"})
PROPERTY = frozenset({f"{OWL}ObjectProperty", f"{OWL}DatatypeProperty", f"{OWL}AnnotationProperty"})
DOMAIN = (f"{RDFS}domain", f"{SCHEMA}domainIncludes")
RANGE = (f"{RDFS}range", f"{SCHEMA}rangeIncludes")
LEXICAL = ("phrase", "strictPhrase", "inversePhrase", "strictInversePhrase", "noun", "context")

Value = ox.NamedNode | ox.Literal


@dataclass(frozen=True, slots=True)
class Triples:
    """All triples by subject and predicate, in the order of the files; `kg` is the namespace of the core's terms."""

    by_subject: Mapping[str, Mapping[str, Sequence[Value]]]
    by_type: Mapping[str, Sequence[str]]
    kg: str

    def iris(self, subject: str, *predicates: str) -> tuple[str, ...]:
        """Give the objects that are IRIs, predicate by predicate, each once."""
        found = (value.value for value in self._values(subject, predicates) if isinstance(value, ox.NamedNode))
        return tuple(dict.fromkeys(found))

    def words(self, subject: str, *predicates: str) -> tuple[str, ...]:
        """Give the objects that are words in English or in no language, predicate by predicate, each once."""
        return tuple(dict.fromkeys(value.value for value in self._values(subject, predicates) if _is_english(value)))

    def _values(self, subject: str, predicates: Iterable[str]) -> list[Value]:
        described = self.by_subject.get(subject, {})
        return [value for predicate in predicates if predicate in described for value in described[predicate]]

    def label(self, subject: str) -> str:
        """Give the preferred label, else the label, else the last part of the IRI."""
        return next(iter(self.words(subject, f"{SKOS}prefLabel", f"{RDFS}label")), short(subject))

    def typed(self, types: frozenset[str]) -> list[str]:
        """List what has one of the types, in order."""
        return sorted({iri for type_ in types for iri in self.by_type.get(type_, ())})

    def named(self) -> list[str]:
        """List the known names: what has a preferred label."""
        return sorted(iri for iri, described in self.by_subject.items() if f"{SKOS}prefLabel" in described)


def _is_english(value: Value) -> bool:
    if not isinstance(value, ox.Literal):
        return False
    language = value.language
    return language is None or language.partition("-")[0] == "en"


def read_triples(sources: Iterable[Source], kg: str) -> Triples:
    """Read Turtle files as one graph.

    Raises:
        OntologyError: a file is not valid Turtle, or has a node without a name.
    """
    by_subject: dict[str, dict[str, list[Value]]] = {}
    by_type: dict[str, list[str]] = {}
    for source in sources:
        for subject, predicate, value, _ in parse(source):
            if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode | ox.Literal):
                hint = "give it an IRI; blank nodes [ ] and lists ( ) are not read"
                raise OntologyError("a node without a name", where=str(source.path), hint=hint)
            by_subject.setdefault(subject.value, {}).setdefault(predicate.value, []).append(value)
            if predicate.value == RDF_TYPE:
                by_type.setdefault(value.value, []).append(subject.value)
    return Triples(by_subject, by_type, kg)


def parse(source: Source) -> Iterator[ox.Quad]:
    """Parse one Turtle file.

    Raises:
        OntologyError: it is not valid; names the line.
    """
    try:
        yield from ox.parse(source.text, format=ox.RdfFormat.TURTLE)
    except SyntaxError as error:
        # pyoxigraph says "Parser error at line 3 between columns 13 and 16: A dot is expected ..."
        what = f"not valid Turtle: {str(error.msg).partition(': ')[2] or error.msg}"
        where = f"{source.path}:{error.lineno}"
        raise OntologyError(what, where=where, hint="mend this line, or the end of the one before") from error


def lines(triples: Iterable[ox.Triple]) -> str:
    """Write sorted N-Triples."""
    return "".join(sorted(f"{triple} .\n" for triple in triples))


def vocabulary(graph: Triples) -> Iterator[ox.Triple]:
    """Give what describes classes and properties.

    Several rdfs:domain of one property would mean all of them at once to other readers; here they mean any of them,
    so that they are written as schema:domainIncludes, and ranges likewise.
    """
    lexical = {graph.kg + name for name in LEXICAL}
    several = {DOMAIN[0]: DOMAIN[1], RANGE[0]: RANGE[1]}
    for subject in sorted({*graph.typed(PROPERTY | CLASS | {f"{OWL}Ontology"})} - lexical):
        for predicate, values in graph.by_subject[subject].items():
            written = several.get(predicate, predicate) if len(values) > 1 else predicate
            if predicate not in lexical:
                yield from (ox.Triple(ox.NamedNode(subject), ox.NamedNode(written), value) for value in values)


def background(graph: Triples) -> Iterator[ox.Triple]:
    """Give what ties known names to each other, their demonyms, offices and terms of office."""
    told = {*graph.typed(RELATION), f"{graph.kg}demonym"} - {f"{graph.kg}metonymFor"}
    offices = set(graph.typed(frozenset({f"{graph.kg}Tenure", f"{graph.kg}Role"})))
    for subject in sorted({*graph.named(), *offices}):
        for predicate, values in graph.by_subject[subject].items():
            if predicate in told or subject in offices:
                yield from (ox.Triple(ox.NamedNode(subject), ox.NamedNode(predicate), value) for value in values)
