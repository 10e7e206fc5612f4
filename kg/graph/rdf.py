"""Extractions and entities to RDF: each article's evidence in its own graph, what the corpus says in the default one.

No triple stands in two graphs, and there are no blank nodes. An article's graph depends on nothing but the article
and the entities that its speakers are; facts, labels and counts are made anew from the whole corpus.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pyoxigraph as ox

from kg.graph import terms as t
from kg.graph.copies import count_independent
from kg.graph.decisions import UNDECIDED, Decisions
from kg.graph.evidence import ArticleWriter, Evidence
from kg.graph.facts import Fact, Reading, find_readings
from kg.graph.iris import Iris
from kg.graph.moments import of_one_time
from kg.graph.verb_forms import third_person
from kg.model import Certainty, Entity, Extraction, Polarity, Resolution
from kg.ontology import Ontology

SURE = frozenset({Certainty.CERTAIN, Certainty.PROBABLE})
CERTAINTIES = (Certainty.CERTAIN, Certainty.PROBABLE, Certainty.POSSIBLE, Certainty.UNKNOWN)  # surest first
Triple = tuple[ox.NamedNode, ox.NamedNode, t.Term]
MAX_LABEL = 300  # characters; the label of a fact about a fact about a fact is cut


@dataclass(frozen=True, slots=True)
class Wording:
    """What labels are made of: how nodes are called, and which properties deny the clause that is their object."""

    labels: Mapping[str, str]
    denying: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Corpus:
    """What the articles say together, gathered while they go by; articles by document id, paragraphs by place."""

    facts: dict[str, Fact] = field(default_factory=dict)
    evidence: dict[str, list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    articles: dict[str, ox.NamedNode] = field(default_factory=dict)
    paragraphs: dict[tuple[str, int], str] = field(default_factory=dict)
    wrong: frozenset[str] = frozenset()

    def add(self, extraction: Extraction, article: ox.NamedNode, found: Iterable[tuple[Evidence, Reading]]) -> None:
        """Take in what one article says."""
        document = extraction.document
        self.articles[document.id] = article
        for evidence, reading in found:
            self.facts[reading.fact.iri] = reading.fact
            self.evidence[reading.fact.iri].append(evidence)
            self.paragraphs[document.id, evidence.paragraph.start] = evidence.paragraph.of(document.text)

    def support(self, fact: str) -> int:
        """Count the articles that state a fact of one time and do not copy each other.

        Where some are sure of it, those that take it as merely possible do not count: they do not state it.
        """
        sure = [evidence for evidence in self.evidence[fact] if evidence.certainty in SURE]
        stating = sure or self.evidence[fact]
        groups = of_one_time({at: evidence.time for at, evidence in enumerate(stating)})
        return max((self._independent(stating[at] for at in group) for group in groups), default=0)

    def _independent(self, stating: Iterable[Evidence]) -> int:
        said: dict[str, list[str]] = defaultdict(list)
        for evidence in stating:
            said[evidence.document].append(self.paragraphs[evidence.document, evidence.paragraph.start])
        return count_independent(said)


def quads(
    extractions: Iterable[Extraction],
    resolution: Resolution,
    ontology: Ontology,
    *,
    min_confidence: float,
    decisions: Decisions = UNDECIDED,
) -> Iterator[ox.Quad]:
    """Yield every quad of the graph but the derived ones, each once.

    Args:
        extractions: one for each article; read once.
        resolution: the entities of these articles.
        ontology: gives labels of properties, the vocabulary, and what is known of the entities beforehand.
        min_confidence: statements less sure than this stay out, from 0 to 1.
        decisions: the facts that people have judged wrong have no plain triple.
    """
    terms = t.Terms(Iris(ontology.base_iri))
    corpus = Corpus(wrong=decisions.wrong)
    for extraction in extractions:
        readings = find_readings(extraction, resolution.entity_of, terms.iris, min_confidence=min_confidence)
        writer = ArticleWriter(extraction, resolution.entity_of, terms)
        evidence = writer.evidence(readings)
        yield from writer.quads(evidence)
        corpus.add(extraction, writer.article, evidence.values())
    vocabulary = list(dict.fromkeys(_parsed(ontology.vocabulary)))
    for triple in _corpus_triples(corpus, resolution, vocabulary, terms):
        yield ox.Quad(*triple)
    for triple in vocabulary:
        yield ox.Quad(*triple, ox.NamedNode(f"{ontology.base_iri}ontology"))
    for triple in known_beforehand(ontology, resolution, corpus):
        yield ox.Quad(*triple, ox.NamedNode(f"{ontology.base_iri}background"))


def _corpus_triples(
    corpus: Corpus, resolution: Resolution, vocabulary: Sequence[Triple], terms: t.Terms
) -> Iterator[Triple]:
    """Yield the default graph: plain triples, facts, relations, entities."""
    labels = {entity.iri: entity.label for entity in resolution.entities} | _labels(vocabulary)
    phrases = {f.predicate: third_person(f.phrase) for _, f in sorted(corpus.facts.items()) if f.phrase}
    words = Wording(labels | phrases, _denying(vocabulary, terms))
    for iri in sorted(corpus.facts):
        yield from fact_triples(corpus, corpus.facts[iri], words, terms)
    for iri in sorted(corpus.wrong):  # of a derived fact, too: it is there only once the rules have run
        yield ox.NamedNode(iri), terms["judgedWrong"], t.TRUE
    for iri, phrase in sorted(phrases.items()):
        yield ox.NamedNode(iri), t.TYPE, t.PROPERTY
        yield ox.NamedNode(iri), t.LABEL, ox.Literal(phrase)
    for entity in resolution.entities:
        yield from entity_triples(entity, corpus.articles, terms)


def fact_triples(corpus: Corpus, fact: Fact, words: Wording, kg: t.Terms) -> Iterator[Triple]:
    """Yield a fact's node, and its plain triple where some evidence suffices for one."""
    node, evidence = ox.NamedNode(fact.iri), corpus.evidence[fact.iri]
    subject, predicate = ox.NamedNode(fact.subject), ox.NamedNode(fact.predicate)
    is_plain = fact.iri not in corpus.wrong and any(item.is_plain for item in evidence)
    if is_plain:
        yield subject, predicate, fact.object
    else:
        yield node, t.TYPE, kg["Claim"]
    yield node, t.TYPE, kg["Fact"]
    yield node, t.SUBJECT, subject
    yield node, t.PREDICATE, predicate
    yield node, t.OBJECT, fact.object
    yield node, t.LABEL, ox.Literal(_shortened(fact_label(fact, words, corpus.facts)))
    yield node, kg["polarity"], ox.Literal(fact.polarity)
    yield node, kg["factCertainty"], ox.Literal(min((e.certainty for e in evidence), key=CERTAINTIES.index))
    yield node, kg["support"], t.integer(corpus.support(fact.iri))
    for item in evidence:
        yield node, kg["evidence"], ox.NamedNode(item.iri)


def fact_label(fact: Fact, words: Wording, facts: Mapping[str, Fact], depth: int = 3) -> str:
    """Return a fact in words; a fact within it stands in square brackets, to the given depth."""
    phrase = _phrase(fact, words, facts, depth)
    return phrase if fact.polarity is Polarity.POSITIVE else f"{fact.polarity}: {phrase}"


def _phrase(fact: Fact, words: Wording, facts: Mapping[str, Fact], depth: int) -> str:
    """Return a fact in words, whether it holds or not: what somebody prevents is denied by the preventing.

    So is what somebody does not allow or expect: one denial of two, said twice, would read as none.
    """
    is_denying = fact.predicate in words.denying or fact.polarity is Polarity.NEGATIVE
    subject = _end_label(ox.NamedNode(fact.subject), words, facts, depth)
    value = "" if fact.object == t.TRUE else _end_label(fact.object, words, facts, depth, is_denied=is_denying)
    return " ".join(part for part in (subject, words.labels.get(fact.predicate, ""), value) if part)


def _end_label(term: t.Term, words: Wording, facts: Mapping[str, Fact], depth: int, *, is_denied: bool = False) -> str:
    inner = facts.get(term.value) if isinstance(term, ox.NamedNode) else None
    if inner is None:
        return words.labels.get(term.value, term.value)
    if not depth:
        return "[…]"
    is_bare = is_denied and inner.polarity is Polarity.NEGATIVE
    return f"[{(_phrase if is_bare else fact_label)(inner, words, facts, depth - 1)}]"


def _shortened(label: str) -> str:
    return label if len(label) <= MAX_LABEL else f"{label[: MAX_LABEL - 1]}…"


def entity_triples(entity: Entity, articles: Mapping[str, ox.NamedNode], kg: t.Terms) -> Iterator[Triple]:
    """Yield what is known of an entity as such: names, class, where it is mentioned, why mentions were merged."""
    node = ox.NamedNode(entity.iri)
    yield node, t.TYPE, ox.NamedNode(entity.kind) if entity.kind else kg["Entity"]
    yield node, t.LABEL, ox.Literal(entity.label)
    yield from ((node, t.ALT_LABEL, ox.Literal(alias)) for alias in entity.aliases)
    for iri in entity.same_as:
        other = t.node_or_none(iri)
        if other is not None:
            yield node, t.SAME_AS, other
    if entity.broader:
        yield node, t.BROADER, ox.NamedNode(entity.broader)
    if entity.metonym_for:
        yield node, kg["metonymFor"], ox.NamedNode(entity.metonym_for)
    yield node, kg["mentionCount"], t.integer(len(entity.merges))
    for document in dict.fromkeys(merge.document for merge in entity.merges):
        if document in articles:
            yield node, kg["mentionedIn"], articles[document]
    for reason in sorted({merge.reason for merge in entity.merges}):
        yield node, kg["mergeReason"], ox.Literal(reason)


def known_beforehand(ontology: Ontology, resolution: Resolution, corpus: Corpus) -> Iterator[Triple]:
    """Yield what the gazetteer says of the entities that occur, but for what some article says too."""
    names = ontology.lexicon.names
    occurring = {entity.iri for entity in resolution.entities}
    stated = {(fact.subject, fact.predicate, fact.object) for fact in corpus.facts.values()}
    unlabelled: set[str] = set()
    background = _by_subject(_parsed(ontology.background))
    objects = {subject: _nodes(described) for subject, described in background.items()}
    told = {s for s in background if s in occurring or (s not in names and objects[s] & occurring)}  # terms of office
    told |= {s for one in told - names.keys() for s in objects[one] & background.keys() - names.keys()}  # and offices
    for subject in sorted(told):
        yield from (triple for triple in background[subject] if (subject, triple[1].value, triple[2]) not in stated)
        unlabelled |= ({subject} | objects[subject]) & names.keys() - occurring
    for iri in sorted(unlabelled):
        yield ox.NamedNode(iri), t.LABEL, ox.Literal(names[iri].label)


def _nodes(described: Iterable[Triple]) -> set[str]:
    return {value.value for _, _, value in described if isinstance(value, ox.NamedNode)}


def _by_subject(triples: Iterable[Triple]) -> dict[str, list[Triple]]:
    grouped: dict[str, list[Triple]] = defaultdict(list)
    for triple in triples:
        grouped[triple[0].value].append(triple)
    return grouped


def _parsed(ntriples: str) -> Iterator[Triple]:
    """Yield the triples of an N-Triples text; it holds no blank nodes and no triple terms."""
    for subject, predicate, value, _ in ox.parse(ntriples, format=ox.RdfFormat.N_TRIPLES):
        if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
            yield subject, predicate, value


def _denying(vocabulary: Iterable[Triple], kg: t.Terms) -> frozenset[str]:
    """Return the properties that deny the clause that is their object."""
    return frozenset(node.value for node, p, kind in vocabulary if p == t.TYPE and kind == kg["DenyingProperty"])


def _labels(vocabulary: Iterable[Triple]) -> dict[str, str]:
    return {subject.value: value.value for subject, predicate, value in vocabulary if predicate == t.LABEL}
