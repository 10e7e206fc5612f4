"""The W3C's SPARQL 1.1 query tests: their manifests, and results that can be compared."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path

import pyoxigraph as ox

MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
INTEGERS = {"integer", "int", "long", "short", "byte", "negativeInteger", "nonNegativeInteger", "positiveInteger"}
NUMBERS = INTEGERS | {"decimal", "double", "float"}
KINDS = ("Query", "Syntax", "CSVResult")
RESULTS = {
    ".srx": ox.QueryResultsFormat.XML,
    ".srj": ox.QueryResultsFormat.JSON,
    ".tsv": ox.QueryResultsFormat.TSV,
}


@dataclass(frozen=True)
class Case:
    """One test of a manifest."""

    name: str
    kind: str
    query: Path
    data: tuple[Path, ...] = ()
    graphs: tuple[Path, ...] = ()
    result: Path | None = None


def cases(folder: Path) -> Iterator[Case]:
    """Yield the query tests of all manifests below a folder, by name."""
    for manifest in sorted(folder.glob("*/manifest.ttl")):
        triples = list(ox.parse(path=manifest, base_iri=manifest.parent.as_uri() + "/"))
        said: dict[str, dict[str, list[str]]] = {}
        for subject, predicate, value, _ in triples:
            said.setdefault(str(subject), {}).setdefault(predicate.value, []).append(str(value))
        for _, described in sorted(said.items()):
            kind = described.get(TYPE, [""])[0].strip("<>").removeprefix(MF)
            if f"{MF}action" in described and "Update" not in kind and any(word in kind for word in KINDS):
                yield _case(manifest.parent, kind, described, said)


def _case(folder: Path, kind: str, described: dict[str, list[str]], said: dict[str, dict[str, list[str]]]) -> Case:
    action = described[f"{MF}action"][0]
    inner = said.get(action, {})
    query = inner.get(f"{QT}query", [action])[0]
    result = described.get(f"{MF}result", [""])[0]
    return Case(
        f"{folder.name}/{described[f'{MF}name'][0].strip(chr(34))}",
        kind,
        _path(query),
        tuple(map(_path, inner.get(f"{QT}data", ()))),
        tuple(map(_path, inner.get(f"{QT}graphData", ()))),
        _path(result) if result.startswith("<file") else None,
    )


def _path(iri: str) -> Path:
    return Path(iri.strip("<>").removeprefix("file://"))


Row = frozenset[tuple[str, str]]


def rows_in(data: bytes, form: ox.QueryResultsFormat) -> Counter[Row] | bool:
    """Return results as a bag of rows; blank nodes count as alike."""
    parsed = ox.parse_query_results(data, form)
    if isinstance(parsed, ox.QueryBoolean):
        return bool(parsed)
    names = [variable.value for variable in parsed.variables]
    return Counter(_row(dict(zip(names, row, strict=True))) for row in parsed)


def expected(path: Path) -> Counter[Row] | bool | set[str]:
    """Return the results in a file of the suite."""
    if path.suffix in RESULTS:
        return rows_in(path.read_bytes(), RESULTS[path.suffix])
    triples = list(ox.parse(path=path, base_iri=path.as_uri()))
    if not any(quad.predicate.value.startswith(RS) for quad in triples):
        return {blanked(str(quad.triple)) for quad in triples}
    said: dict[str, list[tuple[str, ox.NamedNode | ox.BlankNode | ox.Literal]]] = {}
    for subject, predicate, value, _ in triples:
        said.setdefault(str(subject), []).append((predicate.value.removeprefix(RS), value))
    truth = [value.value for pairs in said.values() for name, value in pairs if name == "boolean"]
    if truth:
        return truth[0] == "true"
    solutions = [str(value) for pairs in said.values() for name, value in pairs if name == "solution"]
    return Counter(_row(_bindings(solution, said)) for solution in solutions)


def _bindings(solution: str, said: dict) -> dict:
    found = {}
    for name, node in said.get(solution, []):
        if name == "binding":
            pair = dict(said[str(node)])
            found[pair["variable"].value] = pair["value"]
    return found


def _row(named: dict[str, ox.NamedNode | ox.BlankNode | ox.Literal | None]) -> Row:
    return frozenset((name, comparable(term)) for name, term in named.items() if term is not None)


def comparable(term: ox.NamedNode | ox.BlankNode | ox.Literal) -> str:
    """Return a term as text in which equal values are equal: the store keeps values, not the way they were written."""
    if isinstance(term, ox.BlankNode):
        return "_"
    kind = term.datatype.value.rsplit("#", 1)[-1] if isinstance(term, ox.Literal) else ""
    if kind == "boolean":
        return {"0": "false", "1": "true"}.get(term.value, term.value)
    if kind not in NUMBERS:
        return str(term)
    try:
        number = float(Decimal(term.value))
    except InvalidOperation:
        return str(term)
    return f"{'integer' if kind in INTEGERS else kind} {number:.6g}" if math.isfinite(number) else str(term)


def blanked(triple: str) -> str:
    return " ".join("_" if part.startswith("_:") else part for part in triple.split(" ", 2))
