"""SHACL shapes as SPARQL: one query for each constraint, which answers on a large store in the time of a scan.

The part of SHACL Core that is read: targets by class, by subjects and by objects of a property; paths that are a
property or its inverse; and the constraints in `CONSTRAINTS`. Anything else is an error, so that no shape is silently
left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph import terms as t

SH = t.SHACL
_IGNORED = frozenset(f"{SH}{name}" for name in "path property message name description order severity group".split())
_TARGETS = frozenset(f"{SH}{name}" for name in ("targetClass", "targetSubjectsOf", "targetObjectsOf"))


@dataclass(frozen=True, slots=True)
class Constraint:
    """One thing that a shape asks for, as a SELECT of the ?focus and ?value that fail it."""

    message: str
    path: str
    sparql: str


def constraints(shapes: str, subclasses: Callable[[str], Sequence[str]]) -> Iterator[Constraint]:
    """Yield the constraints of some shapes.

    Args:
        shapes: SHACL in Turtle.
        subclasses: gives a class with all classes below it.

    Raises:
        OntologyError: the shapes use what is not read.
    """
    reader = _Reader(ox.Dataset(ox.parse(shapes, format=ox.RdfFormat.TURTLE)), subclasses)
    for shape in reader.shapes():
        yield from reader.constraints(shape)


class _Reader:
    """Reads the shapes of one file."""

    def __init__(self, dataset: ox.Dataset, subclasses: Callable[[str], Sequence[str]]) -> None:
        self.dataset = dataset
        self.subclasses = subclasses

    def values(self, node: ox.NamedNode | ox.BlankNode, name: str) -> list[ox.NamedNode | ox.BlankNode | ox.Literal]:
        quads = self.dataset.quads_for_subject(node)
        found = [quad.object for quad in quads if quad.predicate.value == SH + name]
        return sorted((value for value in found if not isinstance(value, ox.Triple)), key=str)

    def shapes(self) -> list[ox.NamedNode | ox.BlankNode]:
        nodes = {quad.subject for quad in self.dataset if quad.predicate.value in _TARGETS}
        return sorted((node for node in nodes if not isinstance(node, ox.Triple)), key=str)

    def constraints(self, shape: ox.NamedNode | ox.BlankNode) -> Iterator[Constraint]:
        for target in self.targets(shape):
            yield from self.own(shape, target, "?focus")
            for inner in self.values(shape, "property"):
                if isinstance(inner, ox.Literal):
                    raise _unread(f"property {inner}")
                yield from self.own(inner, target, self.path(inner))

    def targets(self, shape: ox.NamedNode | ox.BlankNode) -> Iterator[str]:
        for kind in self.values(shape, "targetClass"):
            yield f"{self.one_of('?kind', kind)} ?focus a ?kind ."
        for predicate in self.values(shape, "targetSubjectsOf"):
            yield f"?focus {predicate} ?any ."
        for predicate in self.values(shape, "targetObjectsOf"):
            yield f"?any {predicate} ?focus ."

    def one_of(self, variable: str, kind: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
        kinds = " ".join(f"<{iri}>" for iri in self.subclasses(kind.value))
        return f"VALUES {variable} {{ {kinds} }}"

    def path(self, shape: ox.NamedNode | ox.BlankNode) -> str:
        path = next(iter(self.values(shape, "path")), None)
        if isinstance(path, ox.NamedNode):
            return str(path)
        inverse = self.values(path, "inversePath") if isinstance(path, ox.BlankNode) else []
        if len(inverse) != 1 or not isinstance(inverse[0], ox.NamedNode):
            raise _unread(f"path of {shape}")
        return f"^{inverse[0]}"

    def own(self, shape: ox.NamedNode | ox.BlankNode, target: str, path: str) -> Iterator[Constraint]:
        """Yield the constraints that stand on this node itself."""
        messages = self.values(shape, "message")
        for quad in sorted(self.dataset.quads_for_subject(shape), key=str):
            name = quad.predicate.value
            if not name.startswith(SH) or name in _IGNORED | _TARGETS:
                continue
            fails = self.failing(name.removeprefix(SH), quad.object, path)
            reach = "BIND(?focus AS ?value)" if path == "?focus" else f"?focus {path} ?value ."
            sparql = f"SELECT DISTINCT ?focus ?value {{ {target} {fails.replace('{reach}', reach)} }}"
            default = f"{name.removeprefix(SH)} {_short(quad.object)}"
            yield Constraint(messages[0].value if messages else default, path.strip("<>^"), sparql)

    def failing(self, name: str, value: object, path: str) -> str:
        """Return the part of the pattern that holds where a constraint fails; `{reach}` binds ?value."""
        if name == "in":
            return f"{{reach}} FILTER(?value NOT IN ({', '.join(map(str, self.members(value)))}))"
        if name == "class" and isinstance(value, ox.NamedNode):
            return f"{{reach}} FILTER NOT EXISTS {{ {self.one_of('?class', value)} ?value a ?class }}"
        if name in CONSTRAINTS:
            return CONSTRAINTS[name](value, path)
        raise _unread(name)

    def members(self, node: object) -> Iterator[object]:
        """Yield the members of an RDF list."""
        while isinstance(node, ox.BlankNode):
            said = {
                quad.predicate.value.removeprefix(t.RDF): quad.object for quad in self.dataset.quads_for_subject(node)
            }
            yield said["first"]
            node = said["rest"]


def _unread(what: str) -> OntologyError:
    return OntologyError(
        f"{what} is not read in shapes", hint=f"use one of: {', '.join(sorted(CONSTRAINTS))}, class, in"
    )


def _short(value: object) -> str:
    return getattr(value, "value", str(value)).rsplit("#", 1)[-1]


# ------------------------------------------------------------------------------------------------ what fails


def _min_count(value: object, path: str) -> str:
    number = int(_short(value))
    if number <= 1:
        return f"FILTER NOT EXISTS {{ ?focus {path} ?given }}" if number else "FILTER(false)"
    return (
        f"{{ SELECT ?focus (COUNT(DISTINCT ?v) AS ?n) {{ ?focus {path} ?v }} GROUP BY ?focus }} FILTER(?n < {number})"
    )


def _max_count(value: object, path: str) -> str:
    number = int(_short(value))
    if number == 0:
        return f"?focus {path} ?value ."
    if number == 1:
        return f"?focus {path} ?value, ?other . FILTER(STR(?value) < STR(?other) || !sameTerm(?value, ?other))"
    return (
        f"{{ SELECT ?focus (COUNT(DISTINCT ?v) AS ?n) {{ ?focus {path} ?v }} GROUP BY ?focus }} FILTER(?n > {number})"
    )


def _where(condition: str) -> Callable[[object, str], str]:
    """Make a constraint on each value, which fails where the condition does not hold."""

    def failing(value: object, _: str) -> str:
        return f"{{reach}} FILTER(!COALESCE({condition.replace('$', str(value))}, false))"

    return failing


_NODE_KINDS = {
    "IRI": "isIRI(?value)",
    "Literal": "isLiteral(?value)",
    "BlankNode": "isBlank(?value)",
    "BlankNodeOrIRI": "!isLiteral(?value)",
    "IRIOrLiteral": "!isBlank(?value)",
}


def _node_kind(value: object, _: str) -> str:
    return f"{{reach}} FILTER(!({_NODE_KINDS[_short(value)]}))"


def _has_value(value: object, path: str) -> str:
    return f"FILTER NOT EXISTS {{ ?focus {path} {value} }}"


def _less_than(value: object, _: str) -> str:
    return f"{{reach}} ?focus {value} ?limit . FILTER(!COALESCE(?value < ?limit, false))"


CONSTRAINTS: dict[str, Callable[[object, str], str]] = {
    "minCount": _min_count,
    "maxCount": _max_count,
    "datatype": _where("isLiteral(?value) && DATATYPE(?value) = $"),
    "nodeKind": _node_kind,
    "hasValue": _has_value,
    "pattern": _where("REGEX(STR(?value), $)"),
    "minLength": _where("STRLEN(STR(?value)) >= $"),
    "maxLength": _where("STRLEN(STR(?value)) <= $"),
    "minInclusive": _where("?value >= $"),
    "maxInclusive": _where("?value <= $"),
    "minExclusive": _where("?value > $"),
    "maxExclusive": _where("?value < $"),
    "lessThan": _less_than,
}
