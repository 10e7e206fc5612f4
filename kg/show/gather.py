"""A store -> Network: one pass over each property that the page needs, joined in Python.

A query with a dozen OPTIONAL parts takes minutes on a large graph; a dozen scans take seconds.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pyoxigraph import Literal, NamedNode, Store

from kg.graph.comparison import DENIED
from kg.show.columns import PROV, RDF, RDFS, SCHEMA, SKOS, Columns, words_of
from kg.show.network import NO_ENTITY, Dispute, Fact, Network, Node, Source
from kg.show.quotes import Evidence, Texts, are_ahead, best_certainty, quotes_from
from kg.show.weights import strongest_first

# The classes of core.ttl that have a shape and a colour of their own; a class below several takes the first.
FAMILIES = ("Person", "Organization", "Group", "Place", "Product", "Event", "Activity", "Work", "Topic")
CLAUSE_OBJECT = "true"  # what a clause without an object has as its object


class HasStore(Protocol):
    """What the page needs of a graph."""

    @property
    def store(self) -> Store:
        """The store that holds the default graph and the articles' graphs."""
        ...


def network_from(
    graph: Store | HasStore,
    *,
    base_iri: str = "https://w3id.org/newskg/",
    title: str = "",
    texts: Mapping[str, str] | None = None,
) -> Network:
    """Return what the page shows of a graph.

    Args:
        graph: what holds the store.
        base_iri: how the IRIs that kg made begin.
        title: the page's.
        texts: the cleaned text of each article by its source, for the sentences around the quotes.

    >>> network_from(Store()).nodes
    ()
    """
    store = graph if isinstance(graph, Store) else graph.store
    columns = Columns(store, f"{base_iri}ontology#")
    labels = columns.one(RDFS + "label")
    objects = dict(columns.pairs(RDF + "object"))
    subjects = columns.one(RDF + "subject")
    ends = _Ends(subjects, objects, columns.one(RDF + "predicate"), labels, columns.own("polarity"))
    sources = _sources(columns, labels)
    nodes = _nodes(columns, labels, ends.entities(), {source.iri: i for i, source in enumerate(sources)})
    texts_of = Texts({iri: (texts or {}).get(file, "") for iri, file in columns.own("sourceFile").items()})
    quotes = quotes_from(columns, labels, sources, texts_of)
    evidence = Evidence.of(quotes, columns.many(columns.vocabulary + "evidence"))
    facts = _facts(columns, ends, {node.iri: i for i, node in enumerate(nodes)}, evidence)
    disputes = _disputes(columns, {iri: i for i, iri in enumerate(ends.facts())}, evidence)
    return strongest_first(Network(title, nodes, _looking_ahead(facts), sources, base_iri, disputes))


# ------------------------------------------------------------------------------------------------ ends


@dataclass(frozen=True, slots=True)
class _Ends:
    """Subject, predicate and object of each fact, before they have an index."""

    subjects: Mapping[str, str]
    objects: Mapping[str, NamedNode | Literal]
    predicates: Mapping[str, str]
    labels: Mapping[str, str]
    polarity: Mapping[str, str]

    def entities(self) -> set[str]:
        """Return the IRI of everything that facts are about."""
        found = {self.entity(s) for s in self.subjects.values()}
        return found | {self.entity(o.value) for o in self.objects.values() if isinstance(o, NamedNode)}

    def facts(self) -> list[str]:
        """Return the IRIs of all facts, in the order of the alphabet."""
        return sorted(iri for iri in self.predicates if iri in self.subjects)

    def entity(self, iri: str) -> str:
        """Return the entity itself, or the subject of the clause that stands in its place."""
        for _ in range(8):  # a clause within a clause within a clause is rare; a circle must end
            if iri not in self.subjects:
                break
            iri = self.subjects[iri]
        return iri

    def object_text(self, fact: str, depth: int = 3) -> str:
        """Return the words of an object that is no entity: a literal or a clause."""
        value = self.objects.get(fact)
        if isinstance(value, NamedNode):
            return self._clause(value.value, depth) if value.value in self.subjects and depth else ""
        return "" if value is None or value.value == CLAUSE_OBJECT else value.value

    def _clause(self, fact: str, depth: int) -> str:
        """Return a fact that stands within another in words, in full: its own label may be cut."""
        predicate, value = self.predicates.get(fact, ""), self.objects.get(fact)
        thing = self.labels.get(value.value, "") if isinstance(value, NamedNode) else ""
        subject = self.subjects[fact]
        within = self._clause(subject, depth - 1) if subject in self.subjects and depth else ""
        parts = (
            within or self.labels.get(subject, ""),
            self.labels.get(predicate) or words_of(predicate),
            self.object_text(fact, depth - 1) or thing,
        )
        polarity = self.polarity.get(fact, "positive")
        return " ".join(filter(None, ("" if polarity == "positive" else f"{polarity}:", *parts)))


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


# ------------------------------------------------------------------------------------------------ facts


def _facts(columns: Columns, ends: _Ends, nodes: Mapping[str, int], evidence: Evidence) -> tuple[Fact, ...]:
    polarity, support = ends.polarity, columns.own("support")
    certainty, rules = columns.own("factCertainty"), columns.own("rule")
    origins = columns.many(PROV + "wasDerivedFrom")
    iris = ends.facts()
    index = {iri: i for i, iri in enumerate(iris)}
    facts = []
    for iri in iris:
        value = ends.objects.get(iri)
        target = ends.entity(value.value) if isinstance(value, NamedNode) else ""
        found, rule = evidence.quotes(iri), rules.get(iri, "")
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
                quotes=found,
                premises=tuple(index[p] for p in origins.get(iri, ()) if p in index) if rule else (),
                rule=(ends.labels.get(rule) or words_of(rule)) if rule else "",
                is_ahead=polarity.get(iri, "positive") == "positive" and are_ahead(found),
            )
        )
    return tuple(facts)


def _looking_ahead(facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts where what follows from something that is still to come is still to come, too."""
    while True:
        ahead = {i for i, fact in enumerate(facts) if fact.is_ahead}
        late = {i for i, fact in enumerate(facts) if i not in ahead and ahead.intersection(fact.premises)}
        if not late:
            return facts
        facts = tuple(replace(fact, is_ahead=True) if i in late else fact for i, fact in enumerate(facts))


def _disputes(columns: Columns, facts: Mapping[str, int], evidence: Evidence) -> tuple[Dispute, ...]:
    """Return what sources contradict each other on, as the graph keeps it (`kg:Contradiction`)."""
    affirmed, against = columns.own("affirmed"), columns.own("against")
    stating, opposing, conflict = columns.own("affirmedBy"), columns.own("againstBy"), columns.own("conflict")
    return tuple(
        Dispute(
            facts[affirmed[iri]],
            facts[against[iri]],
            conflict.get(iri) == DENIED,
            evidence.place(affirmed[iri], stating.get(iri, "")),
            evidence.place(against[iri], opposing.get(iri, "")),
        )
        for iri in sorted(affirmed.keys() & against.keys())
    )
