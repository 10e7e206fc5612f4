"""Triples -> the Lexicon: names with their classes, phrases with their properties, classes with their nouns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from kg.model import Kind, Lexicon, Name, Phrase
from kg.ontology.turtle import CLASS, DOMAIN, OWL, PROPERTY, RANGE, RDF_TYPE, RDFS, SKOS, Triples

# name, whether its subject is the property's object, whether both ends must be of known classes
PHRASES = (
    ("phrase", False, False),
    ("strictPhrase", False, True),
    ("inversePhrase", True, False),
    ("strictInversePhrase", True, True),
)
# What leads from a place, a body or a seat of power to its state.
TO_STATES = ("country", "partOf", "locatedIn", "capitalOf", "metonymFor")
VALUED = frozenset({f"{OWL}DatatypeProperty"})


def make_lexicon(graph: Triples) -> Lexicon:
    """Return what extraction needs to know."""
    kinds = {iri: _kind(graph, iri) for iri in graph.typed(CLASS)}
    offices = _offices(graph)
    names = {iri: _name(graph, iri, kinds, offices.get(iri, ())) for iri in graph.named()}
    return Lexicon(names=names, phrases=_phrases(graph, kinds), kinds=kinds)


def all_above(graph: Triples, iri: str, *predicates: str) -> frozenset[str]:
    """Return what a class or property is below, itself among it."""
    above, found = [iri], {iri}
    while above:
        new = set(graph.iris(above.pop(), *predicates)) - found
        found |= new
        above += new
    return frozenset(found)


def _kind(graph: Triples, iri: str) -> Kind:
    ancestors = all_above(graph, iri, f"{RDFS}subClassOf")
    return Kind(iri, graph.label(iri), ancestors, graph.words(iri, f"{graph.kg}noun"))


def _offices(graph: Triples) -> dict[str, tuple[str, ...]]:
    """Return what somebody holds or held office in, by the holder."""
    found: dict[str, set[str]] = {}
    for tenure in graph.typed(frozenset({f"{graph.kg}Tenure"})):
        bodies = {body for office in graph.iris(tenure, f"{graph.kg}office") for body in _bodies(graph, office)}
        for holder in graph.iris(tenure, f"{graph.kg}holder"):
            found.setdefault(holder, set()).update(bodies)
    return {holder: tuple(sorted(bodies)) for holder, bodies in found.items()}


def _bodies(graph: Triples, office: str) -> set[str]:
    """Return the body that an office is in, and its state."""
    bodies = set(graph.iris(office, f"{graph.kg}officeOf"))
    return bodies | {state for body in bodies for state in graph.iris(body, f"{graph.kg}country")}


def _name(graph: Triples, iri: str, kinds: Mapping[str, Kind], offices: tuple[str, ...]) -> Name:
    label, shared = graph.label(iri), graph.words(iri, f"{graph.kg}sharedLabel")
    others = dict.fromkeys((*graph.words(iri, f"{SKOS}altLabel"), *shared))
    types = [kind for kind in graph.iris(iri, RDF_TYPE) if kind in kinds]
    return Name(
        iri=iri,
        label=label,
        kind=max(types, key=lambda kind: (len(kinds[kind].ancestors), kind), default=""),
        aliases=tuple(other for other in others if other != label),
        demonyms=graph.words(iri, f"{graph.kg}demonym"),
        same_as=graph.iris(iri, f"{OWL}sameAs"),
        metonym_for=next(iter(graph.iris(iri, f"{graph.kg}metonymFor")), ""),
        contexts=graph.words(iri, f"{graph.kg}context"),
        belongs_to=(*graph.iris(iri, f"{graph.kg}country"), *offices),
        states=_states(graph, (iri, *offices), kinds),
        shared=shared,
    )


def _states(graph: Triples, iris: Iterable[str], kinds: Mapping[str, Kind]) -> tuple[str, ...]:
    """Return the states that something is, or that the ontologies lead to from it."""
    ways = [graph.kg + way for way in TO_STATES]
    reached = frozenset(found for iri in iris for found in all_above(graph, iri, *ways))
    state = f"{graph.kg}State"
    kinds_of = {iri: (kinds[kind] for kind in graph.iris(iri, RDF_TYPE) if kind in kinds) for iri in reached}
    return tuple(sorted(iri for iri, found in kinds_of.items() if any(state in kind.ancestors for kind in found)))


def _phrases(graph: Triples, kinds: Mapping[str, Kind]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    valued_properties = frozenset(graph.typed(VALUED))
    for iri in graph.typed(PROPERTY):
        domain, range_ = graph.iris(iri, *DOMAIN), graph.iris(iri, *RANGE)
        valued = iri in valued_properties
        for name, inverse, strict in PHRASES:
            subjects, objects = (range_, domain) if inverse else (domain, range_)
            for text in graph.words(iri, graph.kg + name):
                found.setdefault(text, []).append(Phrase(text, iri, inverse, subjects, objects, strict, valued))
    return {text: tuple(sorted(found[text], key=lambda phrase: _breadth(phrase, kinds))) for text in sorted(found)}


def _breadth(phrase: Phrase, kinds: Mapping[str, Kind]) -> tuple[int, int, str, bool]:
    """Order phrases from the most specific: both ends together, then the object, by the depth of their classes."""
    subject, object_ = (
        min((len(kinds[kind].ancestors) for kind in ends if kind in kinds), default=0)
        for ends in (phrase.subjects, phrase.objects)
    )
    return -(subject + object_), -object_, phrase.property, phrase.inverse
