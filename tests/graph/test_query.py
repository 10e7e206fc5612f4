from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pyoxigraph as ox
import pytest

from kg.errors import QueryError, UsageError
from kg.graph.query import Rows, answer
from kg.graph.results import ResultFormat, write_rows
from kg.graph.store import Graph
from kg.model import Extraction, Lexicon
from kg.ontology import NamedQuery, Ontology
from tests.graph.conftest import BASE, graph_of

BY_WHOM = NamedQuery(
    "claims-by",
    "Claims by a speaker",
    "SELECT ?fact ?who { ?fact kg:evidence/kg:attributedTo/rdfs:label ?who FILTER(LCASE(?who) = LCASE(?speaker)) }",
    ("speaker",),
)
ALL_TERMS = """SELECT ?n ?t ?l ?i ?u { VALUES (?n ?t ?l ?i ?u) {
(1 'a\\"b,\\n\\tc' 'x'@en <http://a/b> UNDEF) (0.5 '' true kg:x 'é') } }"""


@pytest.fixture
def graph(depot: Extraction) -> Graph:
    return Graph.of(graph_of(depot), Ontology(Lexicon(), queries=(BY_WHOM,)))


def test_rows_are_python_values_in_the_order_of_the_query(graph: Graph) -> None:
    rows = graph.query("SELECT ?title ?date ?n { ?a schema:datePublished ?date ; rdfs:label ?title BIND(0.50 AS ?n) }")
    assert isinstance(rows, Rows)
    assert rows.columns == ("title", "date", "n")
    assert list(rows) == [("Title of a.txt", date(2024, 11, 9), Decimal("0.5"))]


def test_all_columns_come_in_the_order_in_which_they_are_written(graph: Graph) -> None:
    rows = graph.query("SELECT * { ?who relation:send ?a }")
    assert isinstance(rows, Rows)
    assert rows.columns == ("who", "a")
    assert rows[0] == (f"{BASE}entity/Northland", f"{BASE}entity/pumps")


def test_a_data_frame_has_the_same_columns(graph: Graph) -> None:
    pytest.importorskip("pandas")
    frame = graph.rows("SELECT ?who ?a { ?who relation:send ?a }").frame()
    assert list(frame.columns) == ["who", "a"]
    with pytest.raises(QueryError, match="only a SELECT gives rows"):
        graph.rows("ASK {}")


def test_ask_and_construct(graph: Graph) -> None:
    assert graph.query("ASK { entity:Northland relation:send ?x }") is True
    triples = graph.query("CONSTRUCT WHERE { entity:Northland relation:send ?x }")
    assert [str(triple) for triple in triples] == [  # type: ignore[union-attr]
        f"<{BASE}entity/Northland> <{BASE}relation/send> <{BASE}entity/pumps>"
    ]


def test_a_named_query_takes_a_text(graph: Graph) -> None:
    rows = graph.query_named("claims-by", speaker="AN ENVOY")
    assert [who for _, who in rows] == ["an envoy"]  # type: ignore[union-attr, misc]


def test_unknown_names_say_what_there_is(graph: Graph) -> None:
    with pytest.raises(QueryError, match="no query is named 'claims'; one of: claims-by"):
        graph.query_named("claims")
    with pytest.raises(QueryError, match="claims-by has no parameter 'who'; its parameters: speaker"):
        graph.query_named("claims-by", who="x")


@pytest.mark.parametrize("form", [ResultFormat.JSON, ResultFormat.XML, ResultFormat.TSV])
def test_rows_are_read_back_by_another_reader(graph: Graph, form: ResultFormat) -> None:
    written = "".join(answer(graph.store, ALL_TERMS, form, graph.prefixes))
    expected = graph.store.query(ALL_TERMS, prefixes=graph.prefixes)
    format_ = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML, "tsv": ox.QueryResultsFormat.TSV}[
        form
    ]
    parsed = ox.parse_query_results(written.encode(), format_)
    assert [v.value for v in parsed.variables] == ["n", "t", "l", "i", "u"]
    assert [tuple(row) for row in parsed] == [tuple(row) for row in expected]


def test_csv_has_plain_values_and_crlf(graph: Graph) -> None:
    written = "".join(answer(graph.store, ALL_TERMS, ResultFormat.CSV, graph.prefixes))
    assert written == f'n,t,l,i,u\r\n1,"a""b,\n\tc",x,http://a/b,\r\n0.5,,true,{BASE}ontology#x,é\r\n'


def test_a_table_has_short_names(graph: Graph) -> None:
    written = "".join(
        answer(
            graph.store,
            "SELECT ?who ?n { ?who relation:send ?x BIND('two\\nlines' AS ?n) }",
            ResultFormat.TABLE,
            graph.prefixes,
        )
    )
    assert written == "who               n\n----------------  ---------\nentity:Northland  two lines\n"


def test_control_characters_leave_the_xml_well_formed() -> None:
    written = "".join(write_rows(["x"], [[ox.Literal("a\x00b\x0bc\uffff & <d>\r")]], ResultFormat.XML, {}))
    parsed = next(iter(ox.parse_query_results(written.encode(), ox.QueryResultsFormat.XML)))
    assert parsed["x"].value == "a\ufffdb\ufffdc\ufffd & <d>\r"


def test_answers_in_graph_formats_parse(graph: Graph) -> None:
    sparql = "CONSTRUCT WHERE { ?s ?p ?o }"
    expected = set(graph.query(sparql))  # type: ignore[arg-type]
    formats = {"turtle": ox.RdfFormat.TURTLE, "ntriples": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD}
    for name, format_ in (formats | {"rdfxml": ox.RdfFormat.RDF_XML}).items():
        written = "".join(answer(graph.store, sparql, ResultFormat(name), graph.prefixes))
        assert {quad.triple for quad in ox.parse(written.encode(), format_)} == expected


def test_a_form_that_does_not_fit_is_refused(graph: Graph) -> None:
    for sparql, form in [
        ("SELECT * { ?s ?p ?o }", "turtle"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "csv"),
        ("ASK {}", "turtle"),
    ]:
        with pytest.raises(UsageError, match="cannot be written as"):
            "".join(answer(graph.store, sparql, ResultFormat(form), graph.prefixes))


def test_rows_are_limited(graph: Graph) -> None:
    with pytest.raises(QueryError, match="more than 3 rows; add a LIMIT"):
        list(answer(graph.store, "SELECT * { ?s ?p ?o }", ResultFormat.CSV, graph.prefixes, max_rows=3))
    written = answer(graph.store, "SELECT * { ?s ?p ?o } LIMIT 3", ResultFormat.JSON, graph.prefixes, max_rows=3)
    assert len(json.loads("".join(written))["results"]["bindings"]) == 3
