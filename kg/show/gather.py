"""A store -> Network: one pass over each property that the page needs, joined in Python.

A query with a dozen OPTIONAL parts takes minutes on a large graph; a dozen scans take seconds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Store

from kg.show.network import NO_ENTITY, Fact, Network, Node, Quote, Source
from kg.show.weights import strongest_first

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
PROV = "http://www.w3.org/ns/prov#"
NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"
SCHEMA = "https://schema.org/"
CERTAINTIES = ("certain", "probable", "possible", "unknown")
# The classes of core.ttl that have a shape and a colour of their own; a class below several takes the first.
FAMILIES = ("Person", "Organization", "Group", "Place", "Product", "Event", "Activity", "Work", "Topic")
CLAUSE_OBJECT = "true"  # what a clause without an object has as its object


class HasStore(Protocol):
    """What the page needs of a graph."""

    @property
    def store(self) -> Store:
        """The store that holds the default graph and the articles' graphs."""
        ...


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


def network_from(graph: Store | HasStore, *, base_iri: str = "https://w3id.org/newskg/", title: str = "") -> Network:
    """Return what the page shows of a graph.

    >>> network_from(Store()).nodes
    ()
    """
    store = graph if isinstance(graph, Store) else graph.store
    columns = Columns(store, f"{base_iri}ontology#")
    labels = columns.one(RDFS + "label")
    objects = dict(columns.pairs(RDF + "object"))
    subjects = columns.one(RDF + "subject")
    ends = _Ends(subjects, objects, columns.one(RDF + "predicate"), labels)
    sources = _sources(columns, labels)
    nodes = _nodes(columns, labels, ends.entities(), {source.iri: i for i, source in enumerate(sources)})
    facts = _facts(columns, ends, {node.iri: i for i, node in enumerate(nodes)}, _quotes(columns, labels, sources))
    return strongest_first(Network(title, nodes, facts, sources, base_iri))


# ------------------------------------------------------------------------------------------------ ends


@dataclass(frozen=True, slots=True)
class _Ends:
    """Subject, predicate and object of each fact, before they have an index."""

    subjects: Mapping[str, str]
    objects: Mapping[str, NamedNode | Literal]
    predicates: Mapping[str, str]
    labels: Mapping[str, str]

    def entities(self) -> set[str]:
        """Return the IRI of everything that facts are about."""
        found = {self.entity(s) for s in self.subjects.values()}
        return found | {self.entity(o.value) for o in self.objects.values() if isinstance(o, NamedNode)}

    def entity(self, iri: str) -> str:
        """Return the entity itself, or the subject of the clause that stands in its place."""
        for _ in range(8):  # a clause within a clause within a clause is rare; a circle must end
            if iri not in self.subjects:
                break
            iri = self.subjects[iri]
        return iri

    def object_text(self, fact: str) -> str:
        """Return the words of an object that is no entity: a literal or a clause."""
        value = self.objects.get(fact)
        if isinstance(value, NamedNode):
            return self.labels.get(value.value, "") if value.value in self.subjects else ""
        return "" if value is None or value.value == CLAUSE_OBJECT else value.value


# ------------------------------------------------------------------------------------------------ articles, entities


def _sources(columns: Columns, labels: Mapping[str, str]) -> tuple[Source, ...]:
    dates, urls = columns.one(SCHEMA + "datePublished"), columns.one(SCHEMA + "url")
    publishers, files = columns.own("publisher"), columns.own("sourceFile")
    article = columns.vocabulary + "Article"
    iris = sorted({s for s, o in columns.pairs(RDF + "type") if o.value == article})
    found = (
        Source(i, labels.get(i) or files.get(i, i), publishers.get(i, ""), dates.get(i, ""), urls.get(i, ""))
        for i in iris
    )
    return tuple(sorted(found, key=lambda source: (source.date, source.publisher, source.title, source.iri)))


def _nodes(
    columns: Columns, labels: Mapping[str, str], ends: Collection[str], sources: Mapping[str, int]
) -> tuple[Node, ...]:
    """Return everything that facts are about, and everything that articles mention."""
    kinds, parents = columns.many(RDF + "type"), columns.many(RDFS + "subClassOf")
    aliases, mentions = columns.many(SKOS + "altLabel"), columns.own("mentionCount")
    broader, articles = columns.one(SKOS + "broader"), columns.many(columns.vocabulary + "mentionedIn")
    iris = sorted({*ends, *mentions})
    index = {iri: i for i, iri in enumerate(iris)}
    return tuple(
        Node(
            iri,
            labels.get(iri) or words_of(iri),
            *_kind(kinds.get(iri, ()), parents, labels, columns.vocabulary),
            aliases=tuple(a for a in aliases.get(iri, ()) if a != labels.get(iri)),
            mentions=int(mentions.get(iri, "0")),
            broader=index.get(broader.get(iri, ""), NO_ENTITY),
            sources=() if iri in ends else tuple(sources[a] for a in articles.get(iri, ()) if a in sources),
        )
        for iri in iris
    )


def _kind(
    kinds: Sequence[str], parents: Mapping[str, Sequence[str]], labels: Mapping[str, str], vocabulary: str
) -> tuple[str, str]:
    """Return the label of the most specific class and the family that it belongs to."""
    above = {kind: _ancestors(kind, parents) for kind in kinds}
    own = [k for k in kinds if not any(k in above[other] for other in kinds if other != k)]
    if not own:
        return "entity", "Entity"
    kind = min(own, key=lambda k: (not k.startswith(vocabulary), -len(above[k]), k))
    reached = {kind, *above[kind]}
    family = next((name for name in FAMILIES if vocabulary + name in reached), "Entity")
    return labels.get(kind) or words_of(kind), family


def _ancestors(kind: str, parents: Mapping[str, Sequence[str]]) -> frozenset[str]:
    found: set[str] = set()
    waiting = list(parents.get(kind, ()))
    while waiting:
        parent = waiting.pop()
        if parent not in found:
            found.add(parent)
            waiting.extend(parents.get(parent, ()))
    return frozenset(found - {kind})


def words_of(iri: str) -> str:
    """Return the local name of an IRI as words, for what carries no label.

    >>> words_of("https://w3id.org/newskg/ontology#invitesBidsFrom")
    'invites bids from'
    """
    local = re.split(r"[/#]", iri.rstrip("/#"))[-1]
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", local).replace("_", " ")
    return spaced.lower() if local[:1].islower() else spaced


# ------------------------------------------------------------------------------------------------ evidence


def _quotes(columns: Columns, labels: Mapping[str, str], sources: Sequence[Source]) -> dict[str, Quote]:
    """Return the quote of each piece of evidence by its IRI."""
    source_of = {source.iri: i for i, source in enumerate(sources)}
    begins = columns.one(NIF + "beginIndex")
    origins = columns.one(PROV + "wasDerivedFrom")
    own = {name: columns.own(name) for name in _QUOTE_PROPERTIES}
    quotes = {}
    for iri, text in columns.one(NIF + "anchorOf").items():
        if origins.get(iri) not in source_of:
            continue
        start = int(begins.get(iri, "0"))
        speaker = own["attributedTo"].get(iri, "")
        quotes[iri] = Quote(
            text=text,
            source=source_of[origins[iri]],
            subject=mark(own["subjectAt"].get(iri, ""), start, len(text)),
            relation=mark(own["predicateAt"].get(iri, ""), start, len(text)),
            object=mark(own["objectAt"].get(iri, ""), start, len(text)),
            speaker=labels.get(speaker) or words_of(speaker) if speaker else "",
            cue=own["cue"].get(iri, ""),
            certainty=own["certainty"].get(iri, "unknown"),
            polarity=own["evidencePolarity"].get(iri, "positive"),
            tense=own["tense"].get(iri, "none"),
            time=own["timeText"].get(iri, ""),
        )
    return quotes


_QUOTE_PROPERTIES = (
    "attributedTo",
    "subjectAt",
    "predicateAt",
    "objectAt",
    "cue",
    "certainty",
    "evidencePolarity",
    "tense",
    "timeText",
)


def mark(place: str, start: int, length: int) -> tuple[int, int] | None:
    """Return a place in the article ("begin-end") as a range within the quote that starts there.

    >>> mark("104-110", 100, 40)
    (4, 10)
    >>> mark("20-30", 100, 40) is None
    True
    """
    match = re.fullmatch(r"(\d+)-(\d+)", place)
    if not match:
        return None
    begin, end = int(match[1]) - start, int(match[2]) - start
    return (begin, end) if 0 <= begin < end <= length else None


# ------------------------------------------------------------------------------------------------ facts


def _facts(columns: Columns, ends: _Ends, nodes: Mapping[str, int], quotes: Mapping[str, Quote]) -> tuple[Fact, ...]:
    polarity, support = columns.own("polarity"), columns.own("support")
    certainty, rules = columns.own("factCertainty"), columns.own("rule")
    evidence = columns.many(columns.vocabulary + "evidence")
    origins = columns.many(PROV + "wasDerivedFrom")
    iris = sorted(iri for iri in ends.predicates if iri in ends.subjects)
    index = {iri: i for i, iri in enumerate(iris)}
    opposites = _opposites(iris, ends, polarity)
    facts = []
    for iri in iris:
        value = ends.objects.get(iri)
        target = ends.entity(value.value) if isinstance(value, NamedNode) else ""
        found = tuple(quotes[e] for e in evidence.get(iri, ()) if e in quotes)
        rule = rules.get(iri, "")
        facts.append(
            Fact(
                iri,
                subject=nodes[ends.entity(ends.subjects[iri])],
                object=nodes.get(target, NO_ENTITY),
                relation=ends.labels.get(ends.predicates[iri]) or words_of(ends.predicates[iri]),
                relation_iri=ends.predicates[iri],
                text=ends.object_text(iri),
                polarity=polarity.get(iri, "positive"),
                certainty=certainty.get(iri) or best_certainty(found),
                support=int(support.get(iri, "0")),
                quotes=tuple(sorted(found, key=_quote_order)),
                premises=tuple(index[p] for p in origins.get(iri, ()) if p in index) if rule else (),
                rule=(ends.labels.get(rule) or words_of(rule)) if rule else "",
                against=index.get(opposites.get(iri, ""), NO_ENTITY),
            )
        )
    return tuple(facts)


def _quote_order(quote: Quote) -> tuple[int, int, str, tuple[int, int]]:
    return CERTAINTIES.index(_known(quote.certainty)), quote.source, quote.text, quote.subject or (0, 0)


def _known(certainty: str) -> str:
    return certainty if certainty in CERTAINTIES else "unknown"


def best_certainty(quotes: Iterable[Quote]) -> str:
    """Return the surest of what the quotes say.

    >>> best_certainty([Quote("", 0, certainty="possible"), Quote("", 0, certainty="probable")])
    'probable'
    """
    return min((_known(quote.certainty) for quote in quotes), key=CERTAINTIES.index, default="unknown")


def _opposites(iris: Sequence[str], ends: _Ends, polarity: Mapping[str, str]) -> dict[str, str]:
    """Return for each fact one that affirms what it denies, or denies what it affirms."""
    same: defaultdict[tuple[str, str, str], dict[str, str]] = defaultdict(dict)
    keys = {iri: (ends.subjects[iri], ends.predicates[iri], str(ends.objects.get(iri))) for iri in iris}
    for iri in iris:
        same[keys[iri]].setdefault(polarity.get(iri, "positive"), iri)
    turned = {"positive": "negative", "negative": "positive"}
    found = {iri: same[keys[iri]].get(turned.get(polarity.get(iri, "positive"), "")) for iri in iris}
    return {iri: other for iri, other in found.items() if other}
