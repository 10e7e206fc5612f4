"""Every format at every level gives the same graph back, and no article is so odd that it breaks one."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
import tempfile
from dataclasses import replace
from itertools import product
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
import rdflib.compare
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.export import Format, Level, export, write_export
from kg.graph.store import Graph, commit
from kg.graph.terms import NOT_XML, OBJECT, PREDICATE, RDF, SUBJECT
from kg.model import Extraction, Lexicon
from kg.ontology import Ontology
from kg.text.decode import scrub
from tests.graph.conftest import ArticleBuilder, depot_builder, graph_of

TRIPLES = {
    Format.TURTLE: ox.RdfFormat.TURTLE,
    Format.NTRIPLES: ox.RdfFormat.N_TRIPLES,
    Format.RDFXML: ox.RdfFormat.RDF_XML,
    Format.RDF12: ox.RdfFormat.TURTLE,
}
QUADS = {
    Format.TRIG: ox.RdfFormat.TRIG,
    Format.NQUADS: ox.RdfFormat.N_QUADS,
    Format.JSONLD: ox.RdfFormat.JSON_LD,
}
NAMES = {Format.TURTLE: "turtle", Format.NTRIPLES: "nt", Format.RDFXML: "xml"}
CHOICES = list(product(Level, (True, False)))


@pytest.fixture(scope="module")
def graph() -> Graph:
    articles = (depot_builder().build(), depot_builder("b/é (1).txt").build())
    return Graph.of(graph_of(*articles), Ontology(Lexicon()))


def exported(graph: Graph, form: Format, level: Level = Level.ALL, *, quotes: bool = True) -> bytes:
    return "".join(export(graph, form, level=level, quotes=quotes)).encode()


def canonical(quads: list[ox.Quad]) -> set[str]:
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def unreified(quads: list[ox.Quad]) -> list[ox.Quad]:
    """Write each triple term as subject, predicate and object of the node that reifies it."""
    plain = []
    for quad in quads:
        if quad.predicate.value == f"{RDF}reifies" and isinstance(quad.object, ox.Triple):
            ends = zip((SUBJECT, PREDICATE, OBJECT), quad.object, strict=True)
            plain += [ox.Quad(quad.subject, predicate, end) for predicate, end in ends]
        else:
            plain.append(quad)
    return plain


# ------------------------------------------------------------------------------------------------ the same graph


@pytest.mark.parametrize(("level", "quotes"), CHOICES)
def test_all_formats_of_one_level_hold_one_graph(graph: Graph, level: Level, quotes: bool) -> None:
    quads = list(ox.parse(exported(graph, Format.NQUADS, level, quotes=quotes), QUADS[Format.NQUADS]))
    triples = canonical([ox.Quad(*quad.triple) for quad in quads])
    assert quads
    for form, syntax in QUADS.items():
        assert canonical(list(ox.parse(exported(graph, form, level, quotes=quotes), syntax))) == canonical(quads), form
    for form, syntax in TRIPLES.items():
        parsed = list(ox.parse(exported(graph, form, level, quotes=quotes), syntax))
        assert canonical(unreified(parsed)) == triples, form


def test_the_whole_is_what_the_store_holds(graph: Graph) -> None:
    assert canonical(list(ox.parse(exported(graph, Format.TRIG), QUADS[Format.TRIG]))) == canonical(list(graph.quads()))


@pytest.mark.parametrize("form", NAMES)
def test_another_parser_reads_the_same_graph(graph: Graph, form: Format) -> None:
    read = rdflib.Graph().parse(data=exported(graph, form), format=NAMES[form])
    expected = rdflib.Graph().parse(data=exported(graph, Format.NTRIPLES), format="nt")
    assert rdflib.compare.isomorphic(read, expected)


@pytest.mark.parametrize(("level", "quotes"), CHOICES)
def test_a_level_is_part_of_the_next(graph: Graph, level: Level, quotes: bool) -> None:
    part = set(exported(graph, Format.NQUADS, level, quotes=quotes).splitlines())
    assert part <= set(exported(graph, Format.NQUADS).splitlines())
    wider = {Level.PLAIN: Level.FACTS}.get(level, Level.ALL)
    assert part <= set(exported(graph, Format.NQUADS, wider, quotes=quotes).splitlines())


@pytest.mark.slow
def test_each_format_has_the_same_bytes_in_every_run(graph: Graph, tmp_path: Path) -> None:
    commit(tmp_path, graph.quads(), Ontology(Lexicon()))
    code = (
        "import sys; from pathlib import Path; from kg.graph.export import *; from kg.graph.store import Graph\n"
        "for form in Format: write_export(Graph.open(sys.argv[1]), Path(sys.argv[2], f'x.{form}.csv'), form=form)"
    )
    for seed in ("0", "4711"):
        call = [sys.executable, "-c", code, str(tmp_path), str(tmp_path / seed)]
        subprocess.run(call, env=os.environ | {"PYTHONHASHSEED": seed}, check=True)
    written = sorted(path.name for path in (tmp_path / "0").iterdir())
    assert len(written) == len(Format) + 1, "CSV is two files"
    assert all((tmp_path / "0" / name).read_bytes() == (tmp_path / "4711" / name).read_bytes() for name in written)


# ------------------------------------------------------------------------------------------------ odd articles

# Controls, ends of lines of every sort, marks of every syntax, halves of surrogate pairs, what is no character at all.
ODD = "\x00\x01\t\n\r\x0b\x0c\x1f\x7f\x85\u2028\ud800\udfff\ufffe\uffff\u202e\u200d<>\"'`{}|^\\%#?&;,. \U0001f600éΩ漢a1"
WORDS = st.one_of(
    st.text(st.sampled_from(ODD), min_size=1, max_size=12),
    st.text(st.characters(), min_size=1, max_size=12),
    st.sampled_from(("w" * 10_000, "../../etc", "http://a b/", "_:b0", "]]>", "<!--", "=cmd()", '","')),
)
URLS = st.one_of(WORDS, st.sampled_from(("http://[::1", "https://a.example/ü?q= x", "javascript:alert(1)", "//")))


@st.composite
def odd_articles(draw: st.DrawFn) -> Extraction:
    """Draw an article whose words, names and addresses are anything that a file can hold."""
    words = [scrub(draw(WORDS)) for _ in range(6)]
    source = scrub(draw(WORDS))
    article = ArticleBuilder(" ".join(words), source, publisher=scrub(draw(WORDS)))
    article.say(words[0], words[1], words[2], lemma=words[1], speaker=words[4], cue=words[5])
    article.say(words[2], words[3], words[4], lemma=words[3])
    built = article.build()
    title, author, url = (scrub(draw(some)) for some in (WORDS, WORDS, URLS))
    return replace(built, document=replace(built.document, title=title, author=author, url=url))


@settings(max_examples=60)
@given(odd_articles())
def test_no_article_is_too_odd(article: Extraction) -> None:
    graph = Graph.of(graph_of(article, depot_builder("usual.txt").build()), Ontology(Lexicon()))
    quads = canonical(list(graph.quads()))
    triples = canonical([ox.Quad(*quad.triple) for quad in graph.quads()])
    for form, syntax in QUADS.items():
        assert canonical(list(ox.parse(exported(graph, form), syntax))) == quads, form
    for form, syntax in TRIPLES.items():
        parsed = canonical(unreified(list(ox.parse(exported(graph, form), syntax))))
        if form is Format.RDFXML:  # XML cannot hold some characters; U+FFFD stands for them
            assert len(parsed) == len({NOT_XML.sub("�", triple) for triple in triples})
        else:
            assert parsed == triples, form
    with tempfile.TemporaryDirectory() as folder:
        check_networks(graph, Path(folder))


def test_a_cue_of_no_word_fails_nothing() -> None:
    article = ArticleBuilder("Ann met Bo, Cy \t.")
    article.say("Ann", "met", "Bo", lemma="meet", speaker="Cy", cue="\t")
    graph = Graph.of(graph_of(article.build()), Ontology(Lexicon()))
    assert canonical(list(ox.parse(exported(graph, Format.NQUADS), QUADS[Format.NQUADS]))) == canonical(
        list(graph.quads())
    )


def check_networks(graph: Graph, folder: Path) -> None:
    """Read the formats of networks with the tools that they are for."""
    network = graph.to_networkx()
    for form, read in ((Format.GRAPHML, nx.read_graphml), (Format.GEXF, nx.read_gexf)):
        (path,) = write_export(graph, folder / f"x.{form}", form=form)
        found = read(path)
        assert set(found.nodes) == set(network.nodes)
        assert found.number_of_edges() == network.number_of_edges()
    for path, count in zip(
        write_export(graph, folder / "x.csv"), (len(network), network.number_of_edges()), strict=True
    ):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        assert len(rows) == count + 1
        assert len({len(row) for row in rows}) == 1
