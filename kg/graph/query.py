"""Queries by people: prefixes known, mistakes pointed at, nothing that leaves the graph; named ones with parameters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

import pyoxigraph as ox

from kg.errors import Limit, LimitError, QueryError
from kg.graph import sparql as reading
from kg.graph import terms as t
from kg.graph.mistakes import mistake
from kg.graph.results import AnyTerm, ResultFormat, Row, write_answer, write_rows, write_triples

if TYPE_CHECKING:
    from kg.ontology import NamedQuery

Item = TypeVar("Item")
Value = str | int | float | bool | Decimal | date | datetime | None


@dataclass(frozen=True, slots=True)
class Dataset:
    """The graphs that a query sees instead of those that it names by FROM; both empty means all of them."""

    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


EVERYTHING = Dataset()


class Rows(Sequence[tuple[Value, ...]]):
    """The answer to a SELECT: rows of Python values in the order of the query; IRIs are strings.

    Attributes:
        columns: names of the variables, in the order of the query.
        terms: the same rows as RDF terms.
    """

    def __init__(self, columns: Sequence[str], terms: Iterable[Row]) -> None:
        self.columns = tuple(columns)
        self.terms = tuple(tuple(row) for row in terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self[position] for position in range(*index.indices(len(self)))]
        return tuple(map(python_value, self.terms[index]))

    def __repr__(self) -> str:
        return f"<Rows {', '.join(self.columns)}: {len(self)}>"

    def _repr_html_(self) -> str | None:
        """Show the rows in a notebook as the data frame that they give; without pandas, `repr` is shown."""
        try:
            return str(self.frame().to_html())
        except ImportError:
            return None

    def frame(self) -> Any:
        """Return the rows as a pandas data frame.

        Raises:
            ImportError: pandas is not installed; `pip install newskg[pandas]` does it.
        """
        import pandas as pd  # type: ignore[import-untyped]

        return pd.DataFrame(list(self), columns=list(self.columns))


def python_value(term: AnyTerm | None) -> Value:
    """Return a term as the Python value it stands for; one whose form is not valid stays text.

    >>> python_value(ox.Literal(3)), python_value(ox.NamedNode("http://a/b"))
    (3, 'http://a/b')
    """
    if not isinstance(term, ox.Literal):
        return None if term is None else term.value if isinstance(term, ox.NamedNode) else str(term)
    make = _VALUES.get(term.datatype.value.removeprefix(t.XSD))
    try:
        return term.value if make is None else make(term.value)
    except (ValueError, ArithmeticError):
        return term.value


_VALUES: dict[str, Any] = {
    "integer": int,
    "int": int,
    "long": int,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "boolean": lambda text: text in ("true", "1"),
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
}


def run(
    store: ox.Store,
    sparql: str,
    prefixes: Mapping[str, str],
    dataset: Dataset = EVERYTHING,
    *,
    base_iri: str | None = None,
) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
    """Run a query on the union of all graphs, or on the graphs given.

    Raises:
        QueryError: it is malformed, changes the graph, or asks another server.
    """
    reading.refuse(sparql)
    is_given = dataset != EVERYTHING  # then FROM does not count, as the protocol says
    try:
        return store.query(
            sparql,
            base_iri=base_iri,
            prefixes=dict(prefixes),
            use_default_graph_as_union=not is_given and not reading.chooses_graphs(sparql),
            default_graph=[*_nodes(dataset.default_graphs)] if is_given else None,
            named_graphs=[*_nodes(dataset.named_graphs)] if is_given else None,
        )
    except SyntaxError as error:
        raise mistake(sparql, error, prefixes) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(str(error), where="query", hint="simplify it") from error


def _nodes(iris: Iterable[str]) -> list[ox.NamedNode]:
    try:
        return [ox.NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QueryError(f"a graph's name is no IRI ({error})", where="query", hint="give the full IRI") from error


def ask(store: ox.Store, sparql: str, prefixes: Mapping[str, str]) -> Rows | bool | tuple[ox.Triple, ...]:
    """Return the rows of a SELECT, the answer to an ASK, or the triples of a CONSTRUCT or DESCRIBE, sorted."""
    result = run(store, sparql, prefixes)
    if isinstance(result, ox.QueryBoolean):
        return bool(result)
    if isinstance(result, ox.QueryTriples):
        return tuple(sorted(set(result), key=str))
    return Rows(*_in_order(sparql, result))


def answer(
    store: ox.Store,
    sparql: str,
    form: ResultFormat,
    prefixes: Mapping[str, str],
    dataset: Dataset = EVERYTHING,
    *,
    base_iri: str | None = None,
    max_rows: int | None = None,
) -> Iterator[str]:
    """Yield the parts of a query's answer in a format.

    Args:
        store: the quads.
        sparql: the query.
        form: the format.
        prefixes: those that need no declaration.
        dataset: the graphs that the query sees.
        base_iri: what relative IRIs in the query count from; without it they are mistakes.
        max_rows: how many rows or triples it may give.

    Raises:
        QueryError: the query is malformed or refused.
        LimitError: it gives more rows than allowed.
        UsageError: what the query gives has no such form.
    """
    result = run(store, sparql, prefixes, dataset, base_iri=base_iri)
    if isinstance(result, ox.QueryBoolean):
        return write_answer(bool(result), form)
    if isinstance(result, ox.QueryTriples):
        return write_triples(_at_most(max_rows, result), form, prefixes)
    columns, rows = _in_order(sparql, result)
    return write_rows(columns, _at_most(max_rows, rows), form, prefixes)


def _in_order(sparql: str, result: ox.QuerySolutions) -> tuple[list[str], Iterator[Row]]:
    """Return columns and rows in the order of the query; for `SELECT *` the engine gives them by name."""
    columns = [variable.value for variable in result.variables]
    if not reading.selects_all(sparql):
        return columns, (tuple(row) for row in result)
    ordered = sorted(columns, key=reading.variables(sparql).index)
    places = [columns.index(name) for name in ordered]
    return ordered, (tuple(row[place] for place in places) for row in result)


def _at_most(number: int | None, rows: Iterable[Item]) -> Iterator[Item]:
    for count, row in enumerate(rows):
        if count == number:
            hint = "add a LIMIT, or raise query_rows"
            raise LimitError(f"more than {number:,} rows", limit=Limit.ROWS, where="query", hint=hint)
        yield row


# ------------------------------------------------------------------------------------------------ named queries


def find_named(queries: Iterable[NamedQuery], name: str) -> NamedQuery:
    """Return the query of that name.

    Raises:
        QueryError: there is none.
    """
    by_name = {query.name: query for query in queries}
    if name not in by_name:
        raise QueryError(f"no query is named {name!r}", hint=f"one of: {', '.join(sorted(by_name)) or 'none is there'}")
    return by_name[name]


def with_parameters(query: NamedQuery, values: Mapping[str, str], prefixes: Mapping[str, str]) -> str:
    """Return the text of a named query with parameters bound: an IRI, a prefixed name, a label, or any text.

    Raises:
        QueryError: the query has no such parameter.
    """
    unknown = sorted(values.keys() - set(query.parameters))
    if unknown:
        known = ", ".join(query.parameters) or "none"
        raise QueryError(f"{query.name} has no parameter {unknown[0]!r}", hint=f"its parameters: {known}")
    return reading.bound(query.sparql, {name: parameter(value, prefixes) for name, value in values.items()})


def parameter(value: str, prefixes: Mapping[str, str]) -> ox.NamedNode | ox.Literal:
    """Return what a person wrote as a term: an IRI in full or with a known prefix, else a text.

    >>> parameter("kg:Fact", {"kg": "https://w3id.org/newskg/ontology#"}).value
    'https://w3id.org/newskg/ontology#Fact'
    >>> parameter("defense official", {}).value
    'defense official'
    """
    prefix, colon, local = value.strip("<>").partition(":")
    full = f"{prefixes[prefix]}{local}" if prefix in prefixes else value.strip("<>")
    node = t.node_or_none(full) if colon else None
    return node or ox.Literal(value)
