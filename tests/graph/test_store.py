from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import GraphError
from kg.graph.export import Format, export
from kg.graph.generations import current
from kg.graph.store import Graph, commit, lock
from kg.model import Extraction, Lexicon
from kg.ontology import Ontology
from tests.graph.conftest import BASE, graph_of

ONTOLOGY = Ontology(Lexicon())


@pytest.fixture
def folder(tmp_path: Path, depot: Extraction) -> Path:
    commit(tmp_path, graph_of(depot), ONTOLOGY)
    return tmp_path


def test_what_was_committed_is_read(folder: Path, depot: Extraction) -> None:
    with Graph.open(folder) as graph:
        assert set(graph.quads()) == set(graph_of(depot))
        assert graph.base_iri == BASE
        assert graph.counts()["triples"] < graph.counts()["facts"]


def test_a_reader_keeps_the_generation_that_it_opened(folder: Path) -> None:
    with Graph.open(folder) as reader:
        before = "".join(export(reader, Format.NQUADS))
        for _ in range(4):
            commit(folder, [], ONTOLOGY)
        assert "".join(export(reader, Format.NQUADS)) == before
        assert (folder / "store" / "000001").is_dir()
    with Graph.open(folder) as later:
        assert len(later) == 0
    commit(folder, [], ONTOLOGY)
    assert not (folder / "store" / "000001").exists()


def test_only_the_last_generations_stay(folder: Path) -> None:
    for _ in range(3):
        commit(folder, [], ONTOLOGY)
    assert sorted(path.name for path in (folder / "store").glob("0*")) == ["000003", "000004"]


def test_a_failed_build_leaves_the_old_graph(folder: Path) -> None:
    def broken():
        yield from ()
        raise ValueError("no more")

    before = current(folder)
    with pytest.raises(ValueError, match="no more"):
        commit(folder, broken(), ONTOLOGY)
    assert current(folder) == before
    assert not list((folder / "store").glob(".draft*"))


def test_no_graph_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match=r"no graph here; make one: kg build"):
        Graph.open(tmp_path)


@pytest.mark.parametrize("victim", ["quads/CURRENT", "about.json", "quads"])
def test_a_broken_graph_says_what_to_do(folder: Path, victim: str) -> None:
    path = current(folder) / victim
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.write_text("{", encoding="utf-8")
    with pytest.raises(GraphError, match="makes it again from the kept articles"):
        Graph.open(folder)


def test_a_pointer_to_nowhere_says_what_to_do(folder: Path) -> None:
    (folder / "store" / "current").write_text("../elsewhere\n", encoding="utf-8")
    with pytest.raises(GraphError, match="the store is incomplete"):
        Graph.open(folder)


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    with lock(tmp_path), pytest.raises(GraphError, match=r"in use by process \d+; wait"), lock(tmp_path):
        pass
    with lock(tmp_path):
        pass


def test_networkx_has_the_plain_triples(folder: Path) -> None:
    network = Graph.open(folder).to_networkx()
    edge = network.get_edge_data(f"{BASE}entity/Northland", f"{BASE}entity/pumps")[f"{BASE}relation/send"]
    assert (edge["label"], edge["certainty"], edge["support"]) == ("sends", "certain", 1)
    assert network.nodes[f"{BASE}entity/crews"]["is"] == "tired"
    assert not any(key.endswith("/arm") for _, _, key in network.edges(keys=True))


def test_rdflib_reads_the_same_graph(folder: Path) -> None:
    graph = Graph.open(folder)
    rows = list(graph.rdf.query("SELECT ?o { entity:Northland relation:send ?o }"))
    assert [str(row.o) for row in rows] == [f"{BASE}entity/pumps"]
    assert len(set(graph.rdf.quads())) == len(graph)
