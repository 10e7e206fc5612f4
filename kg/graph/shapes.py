"""SHACL shapes, checked one property at a time over the whole store: a scan each, however large it is.

The part of SHACL Core that is read: targets by class, by subjects and by objects of a property; paths that are a
property or its inverse; and the constraints in `COUNTS`, `TESTS` and `NEIGHBOURS`. Anything else is an error, so that
no shape is silently left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache

import pyoxigraph as ox

from kg.errors import OntologyError
from kg.graph import terms as t

Node = ox.NamedNode | ox.BlankNode
AnyTerm = ox.NamedNode | ox.BlankNode | ox.Literal
Values = Mapping[AnyTerm, Sequence[AnyTerm]]
SH = t.SHACL
SUBCLASS = ox.NamedNode(f"{t.RDFS}subClassOf")
INFORMATION = frozenset("path property message name description order severity group".split())
TARGETS = ("targetClass", "targetSubjectsOf", "targetObjectsOf")


@dataclass(frozen=True, slots=True)
class Path:
    """A property, or its inverse."""

    property: ox.NamedNode
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class PropertyShape:
    """What is asked of the values at the end of a path (None: of the node itself), by name of the constraint."""

    path: Path | None
    constraints: tuple[tuple[str, AnyTerm | tuple[AnyTerm, ...]], ...]
    message: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which nodes are looked at (kind of target, IRI), and what is asked of them."""

    targets: tuple[tuple[str, ox.NamedNode], ...]
    properties: tuple[PropertyShape, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A node that does not do what a shape asks, the path, and the value where there is one."""

    message: str
    focus: AnyTerm
    path: str
    value: AnyTerm | None = None


# ------------------------------------------------------------------------------------------------ reading


def read_shapes(turtle: str) -> tuple[Shape, ...]:
    """Return the shapes in a Turtle text.

    Raises:
        OntologyError: the shapes use what is not read.
    """
    reader = _Reader(ox.Dataset(ox.parse(turtle, format=ox.RdfFormat.TURTLE)))
    return tuple(map(reader.shape, reader.nodes()))


@dataclass(frozen=True, slots=True)
class _Reader:
    dataset: ox.Dataset

    def nodes(self) -> list[Node]:
        wanted = {SH + name for name in TARGETS}
        found = {quad.subject for quad in self.dataset if quad.predicate.value in wanted}
        return sorted((node for node in found if isinstance(node, Node)), key=str)

    def values(self, node: AnyTerm, name: str) -> list[AnyTerm]:
        if isinstance(node, ox.Literal):
            raise _unread(str(node))
        quads = self.dataset.quads_for_subject(node)
        found = [quad.object for quad in quads if quad.predicate.value == SH + name]
        return sorted((value for value in found if isinstance(value, AnyTerm)), key=str)

    def shape(self, node: Node) -> Shape:
        targets = [(name, value) for name in TARGETS for value in self.values(node, name)]
        own = PropertyShape(None, tuple(self.constraints(node)), self.message(node))
        inner = [self.property_shape(value) for value in self.values(node, "property")]
        return Shape(tuple((n, v) for n, v in targets if isinstance(v, ox.NamedNode)), (own, *inner))

    def property_shape(self, node: AnyTerm) -> PropertyShape:
        return PropertyShape(self.path(node), tuple(self.constraints(node)), self.message(node))

    def message(self, node: AnyTerm) -> str:
        return next((value.value for value in self.values(node, "message")), "")

    def path(self, shape: AnyTerm) -> Path:
        for value in self.values(shape, "path"):
            inverse = self.values(value, "inversePath") if isinstance(value, ox.BlankNode) else [value]
            if len(inverse) == 1 and isinstance(inverse[0], ox.NamedNode):
                return Path(inverse[0], isinstance(value, ox.BlankNode))
        raise _unread("a path that is no property and no inverse of one")

    def constraints(self, shape: AnyTerm) -> Iterator[tuple[str, AnyTerm | tuple[AnyTerm, ...]]]:
        for quad in sorted(self.dataset.quads_for_subject(shape) if isinstance(shape, Node) else (), key=str):
            name = quad.predicate.value.removeprefix(SH)
            if not quad.predicate.value.startswith(SH) or name in INFORMATION or name in TARGETS:
                continue
            if name not in COUNTS and name not in TESTS and name not in NEIGHBOURS:
                raise _unread(name)
            if isinstance(quad.object, AnyTerm):
                yield name, tuple(self.members(quad.object)) if name == "in" else quad.object

    def members(self, node: AnyTerm) -> Iterator[AnyTerm]:
        """Yield the members of an RDF list."""
        while isinstance(node, ox.BlankNode):
            quads = self.dataset.quads_for_subject(node)
            said = {q.predicate.value: q.object for q in quads if isinstance(q.object, AnyTerm)}
            yield said[f"{t.RDF}first"]
            node = said[f"{t.RDF}rest"]


def _unread(what: str) -> OntologyError:
    known = ", ".join(sorted([*COUNTS, *TESTS, *NEIGHBOURS]))
    return OntologyError(f"{what} is not read in shapes", hint=f"use one of: {known}")


# ------------------------------------------------------------------------------------------------ checking


def failures(store: ox.Store, shapes: Sequence[Shape]) -> Iterator[Failure]:
    """Yield what fails the shapes; the nodes of each shape in order."""
    data = _Data(store)
    for shape in shapes:
        nodes = sorted({node for target in shape.targets for node in data.targets(*target)}, key=str)
        for inner in shape.properties:
            values = {node: [node] for node in nodes} if inner.path is None else data.values(inner.path)
            for name, argument in inner.constraints:
                yield from _failing(data, nodes, values, inner, name, argument)


def _failing(
    data: _Data,
    nodes: Sequence[AnyTerm],
    values: Values,
    shape: PropertyShape,
    name: str,
    argument: AnyTerm | tuple[AnyTerm, ...],
) -> Iterator[Failure]:
    path = shape.path.property.value if shape.path else ""
    message = shape.message or f"{name} {_short(argument)}"
    if name in COUNTS:
        fits = COUNTS[name](argument)
        yield from (Failure(message, node, path) for node in nodes if not fits(values.get(node, ())))
        return
    test = NEIGHBOURS[name](data, argument) if name in NEIGHBOURS else _alone(TESTS[name](argument))
    for node in nodes:
        for value in values.get(node, ()):
            if not test(node, value):
                yield Failure(message, node, path, value)


def _alone(test: Callable[[AnyTerm], bool]) -> Callable[[AnyTerm, AnyTerm], bool]:
    return lambda _, value: test(value)


def _short(argument: object) -> str:
    if isinstance(argument, tuple):
        return ", ".join(map(_short, argument))
    return str(getattr(argument, "value", argument)).rsplit("#", 1)[-1]


class _Data:
    """The store by property, each read when it is asked for; the last few are kept."""

    def __init__(self, store: ox.Store) -> None:
        self.store = store
        self.values = cache(self._values)
        self.instances = cache(self._instances)

    def _values(self, path: Path) -> Values:
        found: dict[AnyTerm, list[AnyTerm]] = defaultdict(list)
        for quad in self.store.quads_for_pattern(None, path.property, None, None):
            start, end = (quad.object, quad.subject) if path.inverse else (quad.subject, quad.object)
            if isinstance(start, AnyTerm) and isinstance(end, AnyTerm):
                found[start].append(end)
        return found

    def _instances(self, kind: ox.NamedNode) -> frozenset[AnyTerm]:
        below = [kind, *(quad.subject for quad in self.store.quads_for_pattern(None, SUBCLASS, kind, None))]
        seen: set[object] = set()
        while below:
            now = below.pop()
            if now not in seen and isinstance(now, ox.NamedNode):
                seen.add(now)
                below += [quad.subject for quad in self.store.quads_for_pattern(None, SUBCLASS, now, None)]
        kinds = [node for node in seen if isinstance(node, ox.NamedNode)]
        quads = (quad for node in kinds for quad in self.store.quads_for_pattern(None, t.TYPE, node, None))
        return frozenset(quad.subject for quad in quads if isinstance(quad.subject, AnyTerm))

    def targets(self, name: str, iri: ox.NamedNode) -> frozenset[AnyTerm]:
        if name == "targetClass":
            return self.instances(iri)
        return frozenset(self.values(Path(iri, inverse=name == "targetObjectsOf")))


# ------------------------------------------------------------------------------------------------ constraints


def _number(term: object) -> Decimal | None:
    try:
        return Decimal(_short(term))
    except InvalidOperation:
        return None


def _at_least(argument: object) -> Callable[[Sequence[AnyTerm]], bool]:
    least = int(_short(argument))
    return lambda values: len(values) >= least if least < 2 else len(set(values)) >= least


def _at_most(argument: object) -> Callable[[Sequence[AnyTerm]], bool]:
    most = int(_short(argument))
    return lambda values: len(values) <= most or len(set(values)) <= most


def _datatype(argument: object) -> Callable[[AnyTerm], bool]:
    return lambda value: isinstance(value, ox.Literal) and value.datatype == argument


def _node_kind(argument: object) -> Callable[[AnyTerm], bool]:
    kinds = {"IRI": ox.NamedNode, "Literal": ox.Literal, "BlankNode": ox.BlankNode}
    wanted = tuple(kinds[name] for name in _short(argument).split("Or"))
    return lambda value: isinstance(value, wanted)


def _pattern(argument: object) -> Callable[[AnyTerm], bool]:
    found = re.compile(_short(argument)).search
    return lambda value: not isinstance(value, ox.BlankNode) and found(value.value) is not None


def _compared(fits: Callable[[Decimal, Decimal], bool]) -> Callable[[object], Callable[[AnyTerm], bool]]:
    """Make a test that compares a number with the argument; what is no number fails it."""

    def make(argument: object) -> Callable[[AnyTerm], bool]:
        limit = _number(argument)

        def test(value: AnyTerm) -> bool:
            number = _number(value)
            return number is not None and limit is not None and fits(number, limit)

        return test

    return make


def _instance_of(data: _Data, argument: object) -> Callable[[AnyTerm, AnyTerm], bool]:
    instances = data.instances(argument) if isinstance(argument, ox.NamedNode) else frozenset()
    return lambda _, value: value in instances


def _less_than(data: _Data, argument: object) -> Callable[[AnyTerm, AnyTerm], bool]:
    others = data.values(Path(argument)) if isinstance(argument, ox.NamedNode) else {}
    less = _compared(lambda number, limit: number < limit)
    return lambda node, value: all(less(other)(value) for other in others.get(node, ()))


COUNTS: dict[str, Callable[[object], Callable[[Sequence[AnyTerm]], bool]]] = {
    "minCount": _at_least,
    "maxCount": _at_most,
    "hasValue": lambda wanted: lambda values: wanted in values,
}
TESTS: dict[str, Callable[[object], Callable[[AnyTerm], bool]]] = {
    "datatype": _datatype,
    "in": lambda allowed: lambda value: isinstance(allowed, tuple) and value in allowed,
    "nodeKind": _node_kind,
    "pattern": _pattern,
    "minLength": lambda least: lambda value: len(value.value) >= int(_short(least)),
    "maxLength": lambda most: lambda value: len(value.value) <= int(_short(most)),
    "minInclusive": _compared(lambda number, limit: number >= limit),
    "maxInclusive": _compared(lambda number, limit: number <= limit),
    "minExclusive": _compared(lambda number, limit: number > limit),
    "maxExclusive": _compared(lambda number, limit: number < limit),
}
NEIGHBOURS: dict[str, Callable[[_Data, object], Callable[[AnyTerm, AnyTerm], bool]]] = {
    "class": _instance_of,
    "lessThan": _less_than,
}
