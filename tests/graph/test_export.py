from __future__ import annotations

import csv
import io
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import GraphError, UsageError
from kg.graph.export import Format, Level, export, format_of, write_export
from kg.graph.store import Graph
from kg.graph.terms import NOT_XML, prefixes
from kg.graph.turtle import split_line, write_trig, write_turtle
from kg.model import Extraction, Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import BASE, ArticleBuilder, depot_builder, graph_of

RDF_FORMATS = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.RDFXML: ox.RdfFormat.RDF_XML,
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}
DATASETS = (Format.TRIG, Format.NQUADS, Format.JSONLD)


@pytest.fixture
def graph(depot: Extraction) -> Graph:
    return Graph.of(graph_of(depot, depot_builder("b/é (1).txt").build()), Ontology(Lexicon()))


def text_of(graph: Graph, form: Format, **more: object) -> str:
    return "".join(export(graph, form, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("form", RDF_FORMATS)
def test_a_strict_parser_reads_the_same_graph(graph: Graph, form: Format) -> None:
    parsed = set(ox.parse(text_of(graph, form).encode(), RDF_FORMATS[form]))
    if form in DATASETS:
        assert parsed == set(graph.quads())
    else:
        assert {quad.triple for quad in parsed} == {quad.triple for quad in graph.quads()}


def test_rdflib_reads_the_turtle(graph: Graph) -> None:
    parsed = rdflib.Graph().parse(data=text_of(graph, Format.TURTLE), format="turtle")
    assert len(parsed) == len(graph)


def test_triple_terms_reify_the_facts(graph: Graph) -> None:
    written = text_of(graph, Format.RDF12)
    store = ox.Store()
    store.load(written.encode(), ox.RdfFormat.TURTLE)
    query = "SELECT ?f { ?f rdf:reifies <<( ?s ?p ?o )>> }"
    reified = {row[0] for row in store.query(query, prefixes=prefixes(BASE))}
    assert reified == {row[0] for row in graph.select("SELECT ?f { ?f a kg:Fact }")}
    assert "rdf:subject" not in written


@pytest.mark.parametrize("form", [form for form in Format if form is not Format.CSV])
def test_the_same_graph_gives_the_same_bytes(graph: Graph, form: Format) -> None:
    other = Graph.of(reversed(list(graph.quads())), Ontology(Lexicon()))
    assert text_of(graph, form) == text_of(other, form)


def test_turtle_is_pretty(graph: Graph) -> None:
    written = text_of(graph, Format.TURTLE)
    assert f"@prefix entity: <{BASE}entity/> .\n" in written
    assert '\nentity:Northland a kg:Entity ;\n    rdfs:label "Northland" ;\n' in written
    assert "    kg:support 1 .\n" in written
    assert "relation:collapse true" in written


def test_plain_has_direct_triples_labels_and_types_alone(graph: Graph) -> None:
    quads = list(ox.parse(text_of(graph, Format.NTRIPLES, level=Level.PLAIN), ox.RdfFormat.N_TRIPLES))
    predicates = {quad.predicate.value.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for quad in quads}
    assert {"send", "repair", "label", "type"} <= predicates
    assert not predicates & {"arm", "buy", "subject", "evidence", "anchorOf", "mentionCount", "sourceFile"}


def test_facts_have_no_evidence_but_articles(graph: Graph) -> None:
    written = text_of(graph, Format.TURTLE, level=Level.FACTS)
    assert "a kg:Claim, kg:Fact" in written
    assert "kg:sourceFile" in written
    assert "kg:evidence " not in written
    assert "nif:anchorOf" not in written


def test_quotes_can_stay_out(graph: Graph, depot: Extraction) -> None:
    written = text_of(graph, Format.TURTLE, quotes=False)
    assert "nif:beginIndex" in written
    for words in ("will repair", "in Eastvale", "in May", "said", "denied"):
        assert words in depot.document.text
        assert words not in written


@pytest.mark.parametrize("form", [Format.GRAPHML, Format.GEXF])
def test_networkx_reads_its_formats(graph: Graph, form: Format) -> None:
    read = nx.read_graphml if form is Format.GRAPHML else nx.read_gexf
    network = read(io.BytesIO(text_of(graph, form).encode()))
    original = graph.to_networkx()
    assert set(network.nodes) == set(original.nodes)
    assert network.number_of_edges() == original.number_of_edges()
    assert network.nodes[f"{BASE}entity/Northland"]["label"] == "Northland"


def test_csv_has_the_headers_of_neo4j(graph: Graph, tmp_path: Path) -> None:
    nodes, edges = write_export(graph, tmp_path / "out.csv")
    assert (nodes.name, edges.name) == ("out.nodes.csv", "out.edges.csv")
    node_rows, edge_rows = (list(csv.DictReader(path.open(encoding="utf-8", newline=""))) for path in (nodes, edges))
    known = {row["iri:ID"] for row in node_rows}
    assert {row["label"] for row in node_rows} >= {"Northland", "pumps"}
    assert edge_rows
    assert all({row[":START_ID"], row[":END_ID"]} <= known and row[":TYPE"] for row in edge_rows)


def test_csv_needs_files(graph: Graph) -> None:
    with pytest.raises(UsageError, match="CSV needs two files; name them with -o"):
        export(graph, Format.CSV)


def test_an_odd_article_breaks_no_export(tmp_path: Path) -> None:
    odd = "Odd\x01\x0b\x85\u2028\ufffe <b>\\u0001 \"q\" 'a' `{}|^"
    article = ArticleBuilder(f"{odd} 2024 things sent <x> \x02y", f"odd {odd} #7.html", publisher=odd)
    article.say(odd, "sent", "<x>", lemma=f"7 {odd}")
    article.say("things", "sent", "\x02y", lemma="2024")
    graph = Graph.of(graph_of(article.build()), Ontology(Lexicon()))
    assert graph.counts()["facts"] == 2
    for form in Format:
        written = write_export(
            graph, tmp_path / f"odd.{form}.csv" if form is Format.CSV else tmp_path / form, form=form
        )
        assert all(path.stat().st_size for path in written)
        if form in RDF_FORMATS:
            quads = list(ox.parse(path=written[0], format=RDF_FORMATS[form]))
            expected = {quad.triple for quad in graph.quads()}
            if form is Format.RDFXML:
                assert len(quads) == len(expected)
            else:
                assert {quad.triple for quad in quads} == expected
        elif form in (Format.GRAPHML, Format.GEXF):
            (nx.read_graphml if form is Format.GRAPHML else nx.read_gexf)(written[0])


def test_the_name_tells_the_format() -> None:
    assert format_of(Path("a.TTL")) is Format.TURTLE
    with pytest.raises(UsageError, match=r"a.doc: .doc tells no format; give one with -f"):
        format_of(Path("a.doc"))


def test_a_file_that_cannot_be_written_leaves_nothing(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(GraphError, match="cannot be written"):
        write_export(graph, tmp_path / "file" / "x.ttl")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


IRI_PARTS = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn", "Co", "Zs", "Zl", "Zp")), min_size=1, max_size=8
)
IRIS = IRI_PARTS.map(lambda part: f"{BASE}entity/{part}").filter(lambda iri: _is_iri(iri))
LITERALS = st.one_of(
    st.text(st.characters(blacklist_categories=("Cs",)), max_size=12).map(ox.Literal),
    st.integers().map(ox.Literal),
    st.booleans().map(ox.Literal),
    st.text("ab-", max_size=5).map(lambda text: ox.Literal(text, language="en")),
    st.text("0123456789.-+e", max_size=5).map(
        lambda text: ox.Literal(text, datatype=ox.NamedNode(prefixes("")["xsd"] + "decimal"))
    ),
)


def _is_iri(iri: str) -> bool:
    try:
        ox.NamedNode(iri)
    except ValueError:
        return False
    return True


@settings(max_examples=300)
@given(st.lists(st.tuples(IRIS, IRIS, st.one_of(IRIS.map(ox.NamedNode), LITERALS), st.none() | IRIS), max_size=6))
def test_turtle_and_trig_round_trip(rows: list[tuple[str, str, ox.Literal | ox.NamedNode, str | None]]) -> None:
    quads = {
        ox.Quad(ox.NamedNode(s), ox.NamedNode(p), o, ox.NamedNode(g) if g else ox.DefaultGraph()) for s, p, o, g in rows
    }
    lines = (ox.serialize(quads, format=ox.RdfFormat.N_QUADS) or b"").decode().split("\n")[:-1]
    parts = [split_line(line) for line in lines]
    known = prefixes(BASE)
    trig = "".join(write_trig(parts, known))
    assert set(ox.parse(trig.encode(), ox.RdfFormat.TRIG)) == quads
    turtle = "".join(write_turtle({triple for triple, _ in parts}, known))
    assert {quad.triple for quad in ox.parse(turtle.encode(), ox.RdfFormat.TURTLE)} == {quad.triple for quad in quads}


def test_what_xml_cannot_hold_is_known() -> None:
    assert NOT_XML.sub("", "a\x00\x08\x0b\x0c\x0e\x1f\ufffe\uffffb\t\n\r") == "ab\t\n\r"
