from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.graph.mistakes import mistake
from kg.graph.query import ask
from kg.graph.sparql import bound, refuse, tokens
from kg.graph.terms import prefixes
from tests.graph.conftest import BASE

PREFIXES = prefixes(BASE)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://x/> { ?s ?p ?o } }",
        "SELECT * { service silent <http://x/> { ?s ?p ?o } }",
        "SELECT * { SERVICESILENT<http://x/>{ ?s ?p ?o } }",
        "SELECT * { SERVICEkg:x{ ?s ?p ?o } }",
        r"SELECT * { \u0053ERVICE <http://x/> { ?s ?p ?o } }",
        r"SELECT * { \U00000053ervice <http://x/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p trueSERVICE<http://x/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p kg:.SERVICE<http://x/>{ ?s ?p ?o } }",
        "SELECT * { ?s ?p 1.SERVICE<http://x/>{ ?s ?p ?o } }",
        "SELECT * { OPTIONAL { GRAPH ?g { SERVICE ?x { ?s ?p ?o } } } }",
        "SELECT * { FILTER(?a<'>') SERVICE <http://x/> { ?s ?p 'x' } FILTER(\"'\"='') }",
        'SELECT * { FILTER("\\u0022" != "x") SERVICE <http://x/> { ?s ?p ?o } FILTER("\\u0022"="") }',
        "SELECT * { # a comment\n SERVICE # another\n <http://x/> { } }",
    ],
)
def test_no_spelling_of_service_passes(sparql: str) -> None:
    with pytest.raises(QueryError, match=r"query:\d+:\d+: SERVICE would ask another server"):
        refuse(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { ?s rdfs:label 'SERVICE' }",
        'SELECT * { ?s rdfs:label """a "SERVICE" { }""" }',
        "SELECT ?service { ?service kg:providesService ?x } # SERVICE",
        "SELECT * { ?s ?p <http://example.com/SERVICE> }",
        "SELECT * { ?s ?p <http://example.com/O'Hara> }",
        "PREFIX load: <http://x/> SELECT * { ?s load:INSERT ?o }",
    ],
)
def test_what_only_looks_like_a_keyword_passes(sparql: str) -> None:
    refuse(sparql)


@pytest.mark.parametrize("word", ["INSERT DATA", "delete where", "LOAD <http://x/>", "CLEAR ALL", "DROP ALL"])
def test_updates_are_refused(word: str) -> None:
    with pytest.raises(QueryError, match="would change the graph; ask with SELECT"):
        refuse(f"PREFIX a: <http://a/> {word} {{ }}")


def test_deep_brackets_are_refused_before_they_end_the_process() -> None:
    with pytest.raises(QueryError, match="brackets within each other"):
        refuse("ASK " + "{" * 100_000 + "}" * 100_000)


@given(st.text(alphabet="SERVICE service<>{}'\"\\#?:.a1@^ \n", max_size=60))
def test_tokens_lie_in_the_query_in_order(sparql: str) -> None:
    end = 0
    for token in tokens(sparql):
        assert token.start >= end
        assert sparql[token.start : token.start + len(token.text)] == token.text
        assert sparql.split("\n")[token.line - 1][token.column - 1 :].startswith(token.text.split("\n")[0])
        end = token.start + len(token.text)


@pytest.mark.parametrize(
    "pattern", ["a." * 50_000, "'" * 50_000, '"""a' * 20_000, "<" * 50_000, "a:" * 50_000, "\\" * 50_000]
)
def test_tokens_take_linear_time(pattern: str) -> None:
    assert sum(1 for _ in tokens(pattern)) > 0


# ------------------------------------------------------------------------------------------------ a listener


@pytest.fixture
def listener() -> Iterator[tuple[str, list[object]]]:
    """Give a URL on loopback, and the connections that reached it."""
    server = socket.create_server(("127.0.0.1", 0))
    reached: list[object] = []

    def accept() -> None:
        while True:
            try:
                connection, peer = server.accept()
            except OSError:
                return
            reached.append(peer)
            connection.close()

    threading.Thread(target=accept, daemon=True).start()
    yield f"http://127.0.0.1:{server.getsockname()[1]}/", reached
    server.close()


def test_the_listener_notices_what_is_not_refused(listener: tuple[str, list[object]]) -> None:
    url, reached = listener
    with pytest.raises(OSError, match=r"(?i)http|connection|reset"):
        list(ox.Store().query(f"SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }}"))
    assert reached


def test_no_mutated_query_leaves(listener: tuple[str, list[object]]) -> None:
    url, reached = listener
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("http://a/s"), ox.NamedNode("http://a/p"), ox.Literal(True)))
    parts = [
        f"SERVICE <{url}> {{ ?s ?p ?o }}",
        f"SERVICE SILENT<{url}>{{}}",
        "?s ?p true",
        "?s ?p 'a'",
        "FILTER(?s<'>')",
    ]
    parts += [
        "FILTER(\"'\"!='')",
        "{",
        "}",
        ".",
        "'",
        '"',
        "#",
        "\n",
        "\\u0022",
        "\\u0053ERVICE",
        "<",
        ">",
        "VALUES ?s {1}",
    ]
    parts += [
        f"SERVICE{{}}<{url}>",
        "OPTIONAL {",
        "true",
        "kg:",
        "kg:a.",
        "_:b.",
        "@en",
        "'''",
        '"""',
        "1.",
        "UNION",
        f"<{url}>",
    ]
    choice = random.Random(6)
    ran = 0
    for _ in range(3_000):
        middle = "".join(choice.choice(["", " "]) + choice.choice(parts) for _ in range(choice.randint(1, 9)))
        try:
            ask(store, f"SELECT * {{ {middle} }}", PREFIXES)
            ran += 1
        except QueryError:
            continue
    assert ran > 20, "the mutations never make a query that runs"
    assert not reached


def test_from_reads_no_file_and_no_server(listener: tuple[str, list[object]], tmp_path) -> None:
    url, reached = listener
    canary = tmp_path / "canary.nt"
    canary.write_text("<http://a/s> <http://a/p> <http://a/o> .\n", encoding="utf-8")
    for iri in (url, canary.as_uri()):
        assert ask(ox.Store(), f"ASK FROM <{iri}> {{ ?s ?p ?o }}", PREFIXES) is False
        assert ask(ox.Store(), f"ASK FROM NAMED <{iri}> {{ GRAPH ?g {{ ?s ?p ?o }} }}", PREFIXES) is False
    assert not reached


# ------------------------------------------------------------------------------------------------ mistakes


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("", "query: the query is empty"),
        ("SELEC ?x {}", "query:1:1: unexpected 'SELEC'; begin with ASK"),
        (
            "SELECT ?x {\n  ?x foaf:name ?y }",
            "query:2:6: unknown prefix 'foaf:'; declare it with PREFIX, or use one of: arti",
        ),
        ("SELECT ?x { ?x a ?y", "query:1:11: '{' is not closed"),
        ("SELECT ?x { ?x a ?y }}", "query:1:22: '}' closes nothing"),
        ("SELECT ?x { ?x a 'abc }", "query:1:18: a string without its end"),
        ("SELECT ?x WERE { ?x a ?y }", "query:1:11: unknown word 'WERE'; did you mean WHERE?"),
        ("SELECT ?x { ?x a <y> }", "query:1:18: <y> is no full IRI"),
        ("SELECT ?x { ?x a }", "query:1:18: unexpected '}'; a triple has a subject, a predicate and an object"),
        ("SELECT ?x WHERE ?x a ?y", "query:1:17: unexpected '?x'; expected \"{\""),
        ("SELECT ?x ?n { ?x a ?y } GROUP BY ?x", "The SELECT contains a variable that is unbound"),
    ],
)
def test_a_mistake_points_at_its_token(sparql: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        ask(ox.Store(), sparql, PREFIXES)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


@given(st.text(alphabet="SELECTWHERE {}?xyz.'\"<>:#()1 \n", max_size=50))
def test_every_mistake_has_a_message(sparql: str) -> None:
    error = SyntaxError("error at 1:1: expected one of a, b")
    assert str(mistake(sparql, error, PREFIXES))


# ------------------------------------------------------------------------------------------------ parameters


def test_a_parameter_is_bound_as_a_term_and_never_as_text() -> None:
    store = ox.Store()
    evil = '" } } INSERT \\ \n { ?s ?p "'
    for text in ("plain", evil):
        store.add(ox.Quad(ox.NamedNode("http://a/s"), ox.NamedNode("http://a/p"), ox.Literal(text)))
    sparql = bound("SELECT ?text WHERE { ?s ?p ?text FILTER(?text = ?wanted) }", {"wanted": ox.Literal(evil)})
    assert list(ask(store, sparql, PREFIXES)) == [(evil,)]


def test_a_parameter_goes_into_the_pattern_of_a_construct() -> None:
    sparql = bound("CONSTRUCT { ?s a ?x } WHERE { ?s ?p ?x }", {"x": ox.Literal("y")})
    assert sparql.index("VALUES") > sparql.index("WHERE")
