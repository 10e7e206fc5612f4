"""The graph as people use it: opened read-only from its folder, and written as a whole by a build."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.graph import explain, query, search, validate
from kg.graph import terms as t
from kg.graph.comparison import contradiction_quads
from kg.graph.explain import ArticleView, EntityView, FactView
from kg.graph.generations import (
    AGAIN,
    QUADS,
    About,
    current,
    new_generation,
    read_about,
    register,
    write_about,
)
from kg.graph.iris import Iris
from kg.graph.locking import lock
from kg.graph.query import Rows
from kg.graph.rules import derive
from kg.graph.search import INDEX, Hit, write_index
from kg.graph.turtle import Shortener
from kg.graph.validate import Violation
from kg.ontology import NamedQuery, Ontology

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

__all__ = ["Graph", "commit", "lock"]


def commit(folder: Path, quads: Iterable[ox.Quad], ontology: Ontology) -> Path:
    """Write a new generation of the store with what follows by the rules, and make it the one that readers open.

    Raises:
        GraphError: the disk is full or the folder cannot be written; the old generation stays.
        OntologyError: a rule is malformed.
    """
    with new_generation(folder) as draft:
        store = ox.Store(draft / QUADS)
        store.bulk_extend(quads)
        derive(store, ontology.rules, ontology.base_iri)
        store.bulk_extend([*contradiction_quads(store, ontology.base_iri)])
        store.optimize()
        store.flush()
        write_index(store, t.Terms(Iris(ontology.base_iri)), draft / INDEX)
        del store  # closes it, so that the folder can be moved
        write_about(draft, ontology)
    return current(folder)


class Graph:
    """A graph in a folder, read-only; a build beside it does not disturb it.

    Attributes:
        folder: where it was opened, or None for one in memory.
        store: the quads; facts and entities in the default graph, each article in a graph of its own.
        generation: the folder of what was current then.
        about: how its IRIs begin, its named queries and its shapes.
    """

    def __init__(
        self,
        store: ox.Store,
        about: About,
        *,
        folder: Path | None = None,
        generation: Path | None = None,
        note: Path | None = None,
    ) -> None:
        self.store = store
        self.about = about
        self.folder = folder
        self.generation = generation
        self._note = note

    @classmethod
    def open(cls, folder: str | os.PathLike[str]) -> Self:
        """Open the current generation in an output folder.

        Raises:
            GraphError: there is none, or it is broken.
        """
        generation = current(Path(folder))
        about, note = read_about(generation), register(generation)  # before it is opened, so that nobody deletes it
        try:
            store = ox.Store.read_only(str(generation / QUADS))
        except (OSError, RuntimeError) as error:  # RocksDB's "Corruption" comes as the latter
            raise GraphError(f"broken store ({error})", where=str(generation), hint=AGAIN) from error
        return cls(store, about, folder=Path(folder), generation=generation, note=note)

    @classmethod
    def of(cls, quads: Iterable[ox.Quad], ontology: Ontology) -> Self:
        """Make a graph in memory, with what follows by the rules.

        >>> from kg.model import Lexicon
        >>> len(Graph.of([], Ontology(Lexicon())))
        0
        """
        store = ox.Store()
        store.extend(quads)
        derive(store, ontology.rules, ontology.base_iri)
        store.extend([*contradiction_quads(store, ontology.base_iri)])
        return cls(store, About(ontology.base_iri, ontology.queries, ontology.shapes))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Say that this generation is no longer read, so that a later build may delete it."""
        if self._note is not None:
            self._note.unlink(missing_ok=True)
            self._note = None

    def __len__(self) -> int:
        return len(self.store)

    @property
    def base_iri(self) -> str:
        """What every IRI that kg made begins with."""
        return self.about.base_iri

    @property
    def queries(self) -> tuple[NamedQuery, ...]:
        """The named queries that the ontologies bring."""
        return self.about.queries

    @cached_property
    def prefixes(self) -> dict[str, str]:
        """The prefixes that queries may use undeclared."""
        return t.prefixes(self.base_iri)

    def quads(self) -> Iterator[ox.Quad]:
        """Yield all quads, in the order of the store."""
        return iter(self.store)

    def select(self, sparql: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a SELECT of our own over the union of all graphs, unlimited, as terms or None."""
        rows: Any = self.store.query(sparql, prefixes=self.prefixes, use_default_graph_as_union=True)
        return (tuple(row) for row in rows)

    def counts(self) -> dict[str, int]:
        """Return how many entities, facts and plain triples there are.

        >>> from kg.model import Lexicon
        >>> Graph.of([], Ontology(Lexicon())).counts()
        {'entities': 0, 'facts': 0, 'triples': 0}
        """
        kg = self.prefixes["kg"]
        claims, facts = (set(self._instances(kg + name)) for name in ("Claim", "Fact"))
        entities = {quad.subject for quad in self._with(kg + "mentionCount")}
        return {"entities": len(entities), "facts": len(facts), "triples": len(facts - claims)}

    def _instances(self, kind: str) -> Iterator[object]:
        return (quad.subject for quad in self.store.quads_for_pattern(None, t.TYPE, ox.NamedNode(kind), None))

    def _with(self, predicate: str) -> Iterator[ox.Quad]:
        return self.store.quads_for_pattern(None, ox.NamedNode(predicate), None, None)

    def query(self, sparql: str) -> Rows | bool | tuple[ox.Triple, ...]:
        """Return the rows of a SELECT, the answer to an ASK, or the triples of a CONSTRUCT or DESCRIBE.

        The query runs on the union of all graphs, in this process and without limits; prefixes need no declaration.

        Raises:
            QueryError: it is malformed, changes the graph, or asks another server.

        >>> from kg.model import Lexicon
        >>> Graph.of([], Ontology(Lexicon())).query("ASK { ?s a kg:Fact }")
        False
        """
        return query.ask(self.store, sparql, self.prefixes)

    def query_named(self, name: str, **parameters: str) -> Rows | bool | tuple[ox.Triple, ...]:
        """Return the answer to a named query; parameters are IRIs, prefixed names or texts.

        Raises:
            QueryError: there is no query of that name, or it has no such parameter.
        """
        named = query.find_named(self.queries, name)
        return self.query(query.with_parameters(named, parameters, self.prefixes))

    def rows(self, sparql: str) -> Rows:
        """Return the rows of a SELECT, whatever is installed.

        Raises:
            QueryError: as `query`, or the query is no SELECT.
        """
        rows = query.ask(self.store, sparql, self.prefixes)
        if not isinstance(rows, Rows):
            raise QueryError("only a SELECT gives rows", where="query", hint="use query()")
        return rows

    def explain(self, term: str) -> EntityView | FactView:
        """Return what the graph knows of an entity or a fact, with every piece of evidence.

        Args:
            term: an IRI, a prefixed name such as `entity:Poland`, or a label or alias in any case.

        Raises:
            QueryError: nothing, or more than one thing, is called so.
        """
        return explain.explain(self, term)

    def search(self, words: str, *, kind: str = "", most: int = 20) -> tuple[Hit, ...]:
        """Return entities, facts, quotes and articles that match all the words, the best first.

        Args:
            words: any text; words in double quotes must follow each other, and the last word may be a beginning.
            kind: "entity", "fact", "quote" or "article", or "" for all.
            most: how many hits to return.

        Raises:
            QueryError: there is no word in the text.
            GraphError: there is no index, or it is broken.
        """
        if self.generation is None:
            raise GraphError("a graph in memory has no search index", hint="open one in a folder")
        return search.search(self.generation / INDEX, words, kind=kind, most=most)

    def near(self, words: str) -> tuple[str, ...]:
        """Return words of names in the graph that are spelt much like some that are in none."""
        return () if self.generation is None else search.near(self.generation / INDEX, words)

    def articles(self) -> tuple[ArticleView, ...]:
        """Return the articles in the graph, by source."""
        return explain.articles(self)

    def check(self) -> tuple[Violation, ...]:
        """Return what is wrong with the graph: broken shapes, offsets that do not give their quote; sorted.

        Raises:
            GraphError: a kept article is missing or broken.
        """
        return validate.check(self)

    def shortened(self, iri: str) -> str:
        """Return an IRI with its prefix, where it has one."""
        return self._shortener.short(f"<{iri}>")

    @cached_property
    def _shortener(self) -> Shortener:
        return Shortener(self.prefixes)

    @cached_property
    def rdf(self) -> rdflib.Dataset:
        """The same graph for rdflib, read-only; queries run on the union of all graphs."""
        import rdflib
        from oxrdflib import OxigraphStore

        dataset = rdflib.Dataset(store=OxigraphStore(store=self.store), default_union=True)
        for name, namespace in self.prefixes.items():
            dataset.bind(name, namespace, override=True)
        return dataset

    def to_networkx(self) -> nx.MultiDiGraph:
        """Return the plain triples between nodes, with labels: nodes by IRI, edges by IRI of the property."""
        from kg.graph.networks import plain_network

        return plain_network(self)
