"""The W3C's protocol and service description tests, sent to a real service; the counts never fall."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import rdflib
from click.testing import CliRunner
from rdflib.collection import Collection

from kg.cli.program import program
from kg.graph.store import commit
from kg.model import Lexicon
from kg.ontology import Ontology
from tests.graph.w3c import Case, cases, expected, rows_in
from tests.show.serving import running

MF = rdflib.Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
HT = rdflib.Namespace("http://www.w3.org/2011/http#")
CNT = rdflib.Namespace("http://www.w3.org/2011/content#")
DATA = "http://kasei.us/2009/09/sparql/data/data{}.rdf"
TYPES = {
    "boolean": ("application/sparql-results+json", "application/sparql-results+xml"),
    "tabular": ("application/sparql-results+json", "application/sparql-results+xml"),
    "RDF": ("text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"),
}


@dataclass(frozen=True)
class Expected:
    """A request of the suite with what must come back."""

    method: str
    path: str
    body: bytes | None
    headers: dict[str, str]
    classes: set[str]
    format: str
    boolean: bool | None


@pytest.fixture(scope="module")
def folder(request: pytest.FixtureRequest) -> Path:
    shared: Callable[[str], Path] = request.getfixturevalue("shared")
    return shared("bench/w3c/sparql/sparql11/protocol")


@pytest.fixture(scope="module")
def suite(folder: Path) -> dict[str, list[Expected]]:
    manifest = rdflib.Graph().parse(folder / "manifest.ttl")
    entries = Collection(manifest, next(manifest.objects(None, MF.entries)))
    return {str(entry).rpartition("#")[2]: list(requests(manifest, entry)) for entry in entries}


@pytest.fixture(scope="module")
def client(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    graph = tmp_path_factory.mktemp("protocol")
    commit(graph, quads(folder), Ontology(Lexicon()))
    with running(graph) as client:
        yield client


def quads(folder: Path) -> Iterator[ox.Quad]:
    for number in (1, 2, 3):
        name = ox.NamedNode(DATA.format(number))
        for quad in ox.parse(path=folder / f"data{number}.nt"):
            yield ox.Quad(quad.subject, quad.predicate, quad.object, name)


def requests(manifest: rdflib.Graph, entry: rdflib.term.Node) -> Iterator[Expected]:
    connection = manifest.value(entry, MF.action)
    for node in Collection(manifest, manifest.value(connection, HT.requests)):
        response, body = manifest.value(node, HT.resp), manifest.value(node, HT.body)
        fields = manifest.value(node, HT.headers)
        headers = {
            str(manifest.value(field, HT.fieldName)): str(manifest.value(field, HT.fieldValue))
            for field in (Collection(manifest, fields) if fields else ())
        }
        boolean = manifest.value(response, MF.expectedBoolean)
        yield Expected(
            str(manifest.value(node, HT.methodName)),
            str(manifest.value(node, HT.absolutePath)),
            str(manifest.value(body, CNT.chars)).encode(str(manifest.value(body, CNT.characterEncoding)))
            if body
            else None,
            headers,
            {str(status)[-3] for status in manifest.objects(response, MF.expectedStatus)},
            str(manifest.value(response, MF.expectedFormat) or ""),
            None if boolean is None else bool(boolean.toPython()),
        )


def answer(client: httpx.Client, expected: Expected) -> httpx.Response:
    return client.request(expected.method, expected.path, content=expected.body, headers=expected.headers)


def meets(client: httpx.Client, expected: Expected) -> bool:
    response = answer(client, expected)
    if str(response.status_code)[0] not in expected.classes:
        return False
    media_type = response.headers.get("content-type", "").partition(";")[0]
    if expected.format and media_type not in TYPES[expected.format]:
        return False
    return expected.boolean is None or response.json()["boolean"] == expected.boolean


def test_every_query_is_answered_as_the_suite_says(client: httpx.Client, suite: dict[str, list[Expected]]) -> None:
    names = [name for name in suite if name.startswith("query_") or "quer" in name]
    assert len(names) == 20
    assert {name for name in names if not all(meets(client, expected) for expected in suite[name])} == set()


def test_every_bad_update_is_refused_as_the_suite_says(client: httpx.Client, suite: dict[str, list[Expected]]) -> None:
    names = [name for name in suite if name.startswith("bad_") and "update" in name]
    assert len(names) == 7
    assert {name for name in names if not all(meets(client, expected) for expected in suite[name])} == set()


def test_every_good_update_is_refused_and_changes_nothing(
    client: httpx.Client, suite: dict[str, list[Expected]]
) -> None:
    names = [name for name in suite if name.startswith("update_")]
    assert len(names) == 7
    assert len(suite) == 34
    count = {"query": "SELECT * { ?s ?p ?o }", "format": "csv"}
    before = client.get("/sparql", params=count).text
    for name in names:
        assert answer(client, suite[name][0]).status_code == 403, name
    assert client.get("/sparql", params=count).text == before
    assert before.count("\n") == 4


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/rdf+xml"])
def test_the_service_describes_itself(client: httpx.Client, accept: str) -> None:
    response = client.get("/sparql", headers={"Accept": accept})
    assert response.headers["content-type"].partition(";")[0] == accept
    described = rdflib.Graph().parse(data=response.text, format=accept)
    sd = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    service = next(described.subjects(rdflib.RDF.type, sd.Service))
    assert described.value(service, sd.endpoint) == rdflib.URIRef(f"{client.base_url}sparql")
    assert described.value(service, sd.supportedLanguage) == sd.SPARQL11Query
    assert described.value(service, sd.defaultDataset) is not None
    assert not [node for triple in described for node in triple if isinstance(node, rdflib.BNode)]


FORMATS = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tsv": ox.QueryResultsFormat.TSV}


@pytest.mark.slow
def test_results_in_every_format_through_endpoint_and_command(folder: Path, tmp_path: Path) -> None:
    """Each query of the result-format tests in each format that can be read back, and the CSV of the CSV tests."""
    suite = [case for case in cases(folder.parent) if case.name.startswith(("json-res/", "csv-tsv-res/"))]
    done: Counter[str] = Counter()
    for number, data in enumerate(sorted({case.data for case in suite})):
        graph = tmp_path / str(number)
        commit(graph, (quad for path in data for quad in ox.parse(path=path)), Ontology(Lexicon()))
        with running(graph) as client:
            for case in suite:
                if case.data == data:
                    done.update(right_forms(case, client, graph))
    assert done == {"json": 7, "xml": 7, "tsv": 7, "csv": 3}


def right_forms(case: Case, client: httpx.Client, graph: Path) -> Iterator[str]:
    assert case.result is not None
    sparql = case.query.read_text(encoding="utf-8")
    is_csv = case.result.suffix == ".csv"
    for form in ("csv",) if is_csv else FORMATS:
        served = client.get("/sparql", params={"query": sparql, "format": form}).content
        command = ["query", "-g", str(graph), "-f", form, "--query-file", str(case.query)]
        printed = CliRunner().invoke(program, command, prog_name="kg").stdout_bytes
        assert printed == served, case.name
        wanted = table(case.result.read_bytes()) if is_csv else expected(case.result)
        if (table(served) if is_csv else rows_in(served, FORMATS[form])) == wanted:
            yield form


def table(data: bytes) -> list[list[str]]:
    """Return the cells of some CSV: blank nodes are alike, numbers count by value, and so does no order of rows."""
    return sorted([cell(text) for text in row] for row in csv.reader(io.StringIO(data.decode("utf-8"))))


def cell(text: str) -> str:
    try:
        return str(float(text))
    except ValueError:
        return "_" if text.startswith("_:") else text
