"""The .rq files: rules and named queries, parsed once to find their mistakes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.ontology.files import Source

RULE_VARIABLES = ("subject", "predicate", "object", "premise1")


@dataclass(frozen=True, slots=True)
class Rule:
    """A SPARQL SELECT of ?subject ?predicate ?object and the facts it follows from, ?premise1 and on."""

    name: str
    iri: str
    sparql: str


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name; each of its parameters is a variable that the caller may bind, and may leave open."""

    name: str
    title: str
    sparql: str
    parameters: tuple[str, ...] = ()


def find_rules(sources: Iterable[Source], base_iri: str) -> tuple[Rule, ...]:
    """Return the rules by name; of two with one name the later."""
    found, store = {}, ox.Store()
    for source in _beneath("rules", sources):
        columns = _columns(source, store)
        missing = [variable for variable in RULE_VARIABLES if variable not in columns]
        if missing:
            hint = "a rule selects ?subject ?predicate ?object ?premise1, and may select more premises"
            raise OntologyError(f"the rule does not select ?{missing[0]}", where=str(source.path), hint=hint)
        name = source.path.stem
        found[name] = Rule(name, f"{base_iri}rule/{name}", source.text)
    return tuple(found[name] for name in sorted(found))


def find_queries(sources: Iterable[Source]) -> tuple[NamedQuery, ...]:
    """Return the named queries by name; of two with one name the later."""
    found, store = {}, ox.Store()
    for source in _beneath("queries", sources):
        name = source.path.stem
        _columns(source, store)
        title = next(iter(_header(source, "title")), name)
        found[name] = NamedQuery(name, title, source.text, _header(source, "parameter"))
    return tuple(found[name] for name in sorted(found))


def _beneath(folder: str, sources: Iterable[Source]) -> Iterator[Source]:
    return (source for source in sources if source.path.suffix == ".rq" and folder in source.path.parts)


def _header(source: Source, key: str) -> tuple[str, ...]:
    """Give the values of the comment lines `# key: value`."""
    values = re.findall(rf"^#\s*{key}:(.*)$", source.text, flags=re.MULTILINE)
    return tuple(value.strip() for value in values)


def _columns(source: Source, store: ox.Store) -> tuple[str, ...]:
    """Give the variables that a SELECT gives; asking an empty store finds its mistakes."""
    try:
        answer = store.query(source.text)
    except SyntaxError as error:
        # pyoxigraph says "error at 2:9: expected one of ..."
        line, _, what = str(error).removeprefix("error at ").partition(":")
        where = f"{source.path}:{line}" if line.isdigit() else str(source.path)
        told = what.partition(":")[2].strip() or str(error)
        raise OntologyError(f"not valid SPARQL: {told}", where=where, hint="mend the query") from error
    return tuple(variable.value for variable in answer.variables) if isinstance(answer, ox.QuerySolutions) else ()
