"""The service as people and programs use it."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pytest
from click.testing import CliRunner

from kg.cli.program import program
from kg.graph.generations import current
from kg.graph.question import Limits
from kg.graph.store import commit
from kg.model import Lexicon
from kg.ontology import Ontology
from tests.show.serving import SENDERS, depot_graph, running

SENT = "SELECT ?what { entity:Northland relation:send ?what }"
BUILT = "CONSTRUCT { ?s relation:send ?o } WHERE { ?s relation:send ?o }"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return depot_graph(tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx.Client]:
    with running(folder) as client:
        yield client


def ask(client: httpx.Client, sparql: str, accept: str = "", **fields: object) -> httpx.Response:
    return client.get("/sparql", params={"query": sparql, **fields}, headers={"Accept": accept})


# ---------------------------------------------------------------------------------------------- formats


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, application/sparql-results+xml;q=0.4", "text/csv"),
        ("text/*;q=0.1, text/tab-separated-values", "text/tab-separated-values"),
        ("application/pdf, */*;q=0.1", "application/sparql-results+json"),
    ],
)
def test_rows_come_as_the_client_likes(client: httpx.Client, accept: str, media_type: str) -> None:
    response = ask(client, SENT, accept)
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert "pumps" in response.text


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/ld+json", "application/ld+json"),
        ("application/rdf+xml", "application/rdf+xml"),
    ],
)
def test_triples_come_as_the_client_likes(client: httpx.Client, accept: str, media_type: str) -> None:
    response = ask(client, BUILT, accept)
    assert response.headers["content-type"].partition(";")[0] == media_type
    assert "pumps" in response.text


def test_all_formats_say_the_same(client: httpx.Client) -> None:
    as_json = ask(client, SENT, format="json").json()["results"]["bindings"][0]["what"]["value"]
    as_xml = ET.fromstring(ask(client, SENT, format="xml").text).find(".//{*}uri")
    assert as_xml is not None
    assert as_xml.text == as_json
    assert list(csv.reader(io.StringIO(ask(client, SENT, format="csv").text))) == [["what"], [as_json]]
    assert ask(client, SENT, format="tsv").text.splitlines()[0] == "?what"


def test_a_format_that_there_is_not(client: httpx.Client) -> None:
    for response in (ask(client, SENT, "image/png"), ask(client, SENT, format="turtle")):
        assert response.status_code == 406
        assert "text/csv" in response.text


def test_yes_or_no(client: httpx.Client) -> None:
    assert ask(client, "ASK { entity:Northland ?p ?o }").json() == {"head": {}, "boolean": True}
    assert client.head("/sparql", params={"query": "ASK {}"}).status_code == 200


# ---------------------------------------------------------------------------------------------- graphs


def test_from_chooses_among_the_stored_graphs(client: httpx.Client) -> None:
    graphs = ask(client, "SELECT DISTINCT ?g { GRAPH ?g { ?e a kg:Evidence } } ORDER BY ?g").json()
    names = [row["g"]["value"] for row in graphs["results"]["bindings"]]
    assert len(names) == 3
    assert 0 < evidence(client, f"FROM <{names[0]}>") < evidence(client)
    one = evidence(client, f"FROM <{names[0]}>")
    assert evidence(client, **{"default-graph-uri": names[0]}) == one
    assert evidence(client, **{"default-graph-uri": names[:2]}) == 2 * one
    assert evidence(client, **{"named-graph-uri": names[0]}) == 0, "the default graph is empty then"


def evidence(client: httpx.Client, graphs: str = "", **fields: object) -> int:
    sparql = f"SELECT (COUNT(DISTINCT ?e) AS ?n) {graphs} {{ ?e a kg:Evidence }}"
    return int(ask(client, sparql, **fields).json()["results"]["bindings"][0]["n"]["value"])


# ---------------------------------------------------------------------------------------------- mistakes


def test_a_mistake_is_pointed_at(client: httpx.Client) -> None:
    response = ask(client, "SELECT * { FOO }")
    assert (response.status_code, response.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert response.text.startswith("query:1:12: unknown word 'FOO'; ")


@pytest.mark.parametrize(
    ("limits", "status", "message"),
    [
        (Limits(seconds=0.2), 503, "takes longer than 0.2 s and was ended"),
        (Limits(megabytes=150), 503, "takes more than 150 MB of memory"),
        (Limits(rows=10), 413, "more than 10 rows; add a LIMIT"),
        (Limits(answer_megabytes=1), 413, "gives more than 1 MB"),
    ],
)
def test_a_limit_has_a_status_of_its_own(folder: Path, limits: Limits, status: int, message: str) -> None:
    order = "ORDER BY ?f ?i" if limits.megabytes == 150 else ""
    with running(folder, limits=limits) as client:
        response = ask(client, f"SELECT * {{ ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }} {order}")
        assert response.status_code == status
        assert message in response.text
        assert ask(client, "ASK {}").json()["boolean"] is True


@pytest.mark.parametrize("sparql", ["LOAD <http://a/b>", "CLEAR ALL", "INSERT DATA { <http://a/b> a <http://a/c> }"])
def test_updates_are_refused(client: httpx.Client, sparql: str) -> None:
    assert ask(client, sparql).status_code == 400
    assert client.post("/sparql", data={"update": sparql}).status_code == 403
    headers = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content=sparql, headers=headers).status_code == 403


# ---------------------------------------------------------------------------------------------- caching


def test_what_has_not_changed_is_not_sent_again(client: httpx.Client) -> None:
    first = ask(client, SENT)
    tag = first.headers["etag"]
    again = client.get("/sparql", params={"query": SENT}, headers={"If-None-Match": f'"x", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert ask(client, SENT, "text/csv").headers["etag"] != tag
    assert "etag" not in ask(client, "SELECT (RAND() AS ?x) {}").headers


def test_a_new_build_changes_the_tag(tmp_path: Path) -> None:
    depot_graph(tmp_path, articles=1)
    with running(tmp_path) as client:
        first = ask(client, SENT)
        commit(tmp_path, [], Ontology(Lexicon()))
        again = client.get("/sparql", params={"query": SENT}, headers={"If-None-Match": first.headers["etag"]})
        assert again.status_code == 200
        assert again.json()["results"]["bindings"] == []


def test_answers_are_compressed(client: httpx.Client) -> None:
    plain = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"}, headers={"Accept-Encoding": "identity"})
    packed = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"}, headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.text == plain.text
    assert packed.num_bytes_downloaded < plain.num_bytes_downloaded / 3


def test_a_large_answer_comes_whole(client: httpx.Client) -> None:
    answer = ask(client, "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000", format="csv")
    assert len(answer.content) > 1_000_000
    assert answer.text.count("\r\n") == 20_001


# ---------------------------------------------------------------------------------------------- things and pages


def test_an_entity_is_a_page_for_people_and_rdf_for_programs(client: httpx.Client) -> None:
    page = client.get("/entity/Northland", headers={"Accept": "text/html,*/*;q=0.8"})
    assert page.headers["content-type"].startswith("text/html")
    assert "<h1>Northland</h1>" in page.text
    fact = re.search(r'href="(/fact/\w+)"', page.text)
    assert fact is not None
    assert "Evidence" in client.get(fact[1], headers={"Accept": "text/html"}).text
    turtle = client.get("/entity/Northland", headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert "entity:Northland" in turtle.text
    assert client.get("/entity/Nowhere").status_code == 404


def test_named_queries_are_links(client: httpx.Client) -> None:
    assert f'<a href="/queries/{SENDERS.name}">{SENDERS.title}</a>' in client.get("/").text
    page = client.get("/queries/senders", headers={"Accept": "text/html"})
    assert "pumps" in page.text
    assert "pumps" in client.get("/queries/senders?format=csv&who=entity:Northland").text
    assert "pumps" not in client.get("/queries/senders?format=csv&who=entity:Southland").text
    assert client.get("/queries/senders?format=csv&whom=x").status_code == 400
    assert client.get("/queries/other").status_code == 404


def test_text_of_the_graph_is_no_markup(client: httpx.Client) -> None:
    page = client.get(
        "/queries/senders", params={"who": '"><script>alert(1)</script>'}, headers={"Accept": "text/html"}
    )
    assert "<script" not in page.text


def test_the_editor_has_the_named_queries_and_asks_nobody_else(client: httpx.Client) -> None:
    page = client.get("/editor")
    data = re.search(r'<script type="application/json" id="data">(.*?)</script>', page.text)
    assert data is not None
    assert json.loads(data[1])["examples"] == [{"title": SENDERS.title, "query": SENDERS.sparql}]
    assert "connect-src 'self'" in page.headers["content-security-policy"]
    for address in re.findall(r'(?:src|href)="(/static/[^"]+)"', page.text):
        assert client.get(address).status_code == 200
    assert "MIT" in client.get("/static/yasgui/LICENSE.txt").text
    to_people = client.get("/sparql", headers={"Accept": "text/html"})
    assert (to_people.status_code, to_people.headers["location"]) == (303, "/editor")


def test_the_page_of_the_graph(client: httpx.Client) -> None:
    page = client.get("/graph")
    assert page.text.startswith("<!DOCTYPE html>")
    assert client.get("/graph", headers={"If-None-Match": page.headers["etag"]}).status_code == 304


def test_the_page_is_drawn_once_where_no_build_has_written_it(folder: Path) -> None:
    assert not (folder / "graph.html").exists()
    with running(folder) as client, ThreadPoolExecutor(3) as crowd:
        pages = [job.result() for job in [crowd.submit(client.get, "/graph") for _ in range(3)]]
        began = time.monotonic()
        pages.append(client.get("/graph"))
        again = time.monotonic() - began
        milliseconds = [int(line.split()[-2]) for line in client.lines]  # type: ignore[attr-defined]
    assert {page.status_code for page in pages} == {200}
    assert len({page.text for page in pages}) == 1
    assert "Northland" in pages[0].text
    assert again < max(milliseconds) / 1000 / 2, "what was drawn is sent again"


def test_a_page_that_cannot_be_drawn(tmp_path: Path) -> None:
    depot_graph(tmp_path, articles=1)
    with running(tmp_path) as client:
        (current(tmp_path) / "quads" / "CURRENT").write_text("x", encoding="utf-8")
        page = client.get("/graph")
    assert page.status_code == 503
    assert "the page cannot be drawn" in page.text
    assert "Traceback" not in page.text


def test_health_and_log(client: httpx.Client) -> None:
    assert client.get("/health").json() == {"status": "ok", "generation": "000001"}
    client.get("/entity/a%0Ab?secret=1")
    lines = client.lines  # type: ignore[attr-defined]
    assert any(re.fullmatch(r"127\.0\.0\.1 GET /health 200 \d+ \d+ ms", line) for line in lines)
    assert not any("\n" in line or "secret" in line for line in lines)


# ---------------------------------------------------------------------------------------------- start and stop


def test_who_listens_everywhere_needs_a_token(folder: Path) -> None:
    result = CliRunner().invoke(program, ["serve", "-g", str(folder), "--host", "0.0.0.0"], prog_name="kg")
    assert result.exit_code == 2
    assert "--token" in result.stderr


def test_a_port_that_is_taken(folder: Path, client: httpx.Client) -> None:
    port = str(client.base_url.port)
    result = CliRunner().invoke(program, ["serve", "-g", str(folder), "--port", port], prog_name="kg")
    assert result.exit_code == 2
    assert "choose another with --port" in result.stderr


def test_no_graph(tmp_path: Path) -> None:
    result = CliRunner().invoke(program, ["serve", "-g", str(tmp_path)], prog_name="kg")
    assert result.exit_code == 1
    assert "no graph here" in result.stderr


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_within_two_seconds_whatever_runs(folder: Path, number: int) -> None:
    command = [sys.executable, "-m", "kg", "serve", "-g", str(folder), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        with httpx.Client(base_url=address) as client, pytest.raises(httpx.TimeoutException):
            client.get(
                "/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"}, timeout=1
            )
        began = time.monotonic()
        process.send_signal(number)
        assert process.wait(timeout=10) == 0
        assert time.monotonic() - began < 2
