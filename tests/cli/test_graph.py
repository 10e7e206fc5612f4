"""The commands that make a graph and those that read it."""

from __future__ import annotations

import csv
import gzip
import io
import json
import shutil
from pathlib import Path

import pytest

from kg.cli.explain import marked
from kg.graph.explain import ArticleView, EvidenceView
from kg.model import Span
from tests.cli.conftest import ARTICLES, Run

SENT = "SELECT ?what ?where { ?what ?how ?where . FILTER(?where = entity:Chile) }"


# ------------------------------------------------------------------------------------------------ build


def test_a_build_tells_what_is_in_the_graph(run: Run, articles: Path, tmp_path: Path) -> None:
    result = run("build", articles, "-o", tmp_path)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{tmp_path}: 2 articles (2 new), ")
    assert result.stdout.endswith(" plain triples, 0 left out\n")
    assert result.stderr == ""
    assert {"graph.ttl", "graph.html", "report.json", "articles"} <= {path.name for path in tmp_path.iterdir()}


def test_a_second_build_reads_only_what_is_new(run: Run, articles: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "news", tmp_path / "out"
    shutil.copytree(articles, folder)
    run("build", folder, "-o", out)
    (folder / "third.txt").write_text("Peru bought a tug from Chile in May 2023.", encoding="utf-8")
    assert "3 articles (1 new)" in run("build", folder, "-o", out).stdout


def test_a_vanished_file_is_kept_and_said_until_it_is_pruned(run: Run, articles: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "news", tmp_path / "out"
    shutil.copytree(articles, folder)
    run("build", folder, "-o", out)
    (folder / "ledger.txt").unlink()
    kept = run("build", folder, "-o", out)
    assert "2 articles (0 new)" in kept.stdout
    assert kept.stderr == "no longer found, but still in the graph: ledger.txt; --prune drops them\n"
    assert "1 article (0 new)" in run("build", folder, "-o", out, "--prune").stdout


def test_what_a_bare_text_does_not_say_can_be_given(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile bought two tugs from Norway in January.", encoding="utf-8")
    run("build", tmp_path, "-o", tmp_path / "out", "--published", "2023-02-16", "--publisher", "Fjord Radio")
    assert run("articles", "-g", tmp_path / "out").stdout == "a.txt\t2023-02-16\tFjord Radio\t\n"


def test_articles_without_a_date_are_counted_with_what_to_do(run: Run, articles: Path, tmp_path: Path) -> None:
    folder, out = tmp_path / "news", tmp_path / "out"
    shutil.copytree(articles, folder)
    bare = "BERGEN, Feb 16 (Fjord Radio) - Chile bought two tugs from Norway on Tuesday.\n"
    (folder / "bare.txt").write_text(bare, encoding="utf-8")
    said = run("build", folder, "-o", out).stderr
    assert said.startswith("1 of 3 articles has no date (with its year), so that"), said
    assert said.count("\n") == 1
    assert "--published" in said
    assert run("build", folder, "-o", out, "--published", "2023-02-16").stderr == ""
    (folder / "bare.txt").write_text(f"Date: 2023-02-16\n\n{bare}", encoding="utf-8")
    assert run("build", folder, "-o", out).stderr == ""


def test_standard_input_can_be_built(run: Run, tmp_path: Path) -> None:
    result = run("build", "-", "-o", tmp_path, stdin=ARTICLES["ledger.txt"])
    assert "1 article (1 new)" in result.stdout, result.output
    assert run("articles", "-g", tmp_path).stdout.startswith("stdin\t2023-02-15\tThe Fjord Ledger\tTugs leave")


@pytest.mark.slow
def test_without_paths_the_samples_are_built(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert result.stdout.startswith(f"{Path('outputs', 'samples')}: 9 articles (9 new)"), result.output
    assert len(run("articles", "-g", "outputs/samples").stdout.splitlines()) == 9


# ------------------------------------------------------------------------------------------------ articles, remove


def test_articles_are_listed_by_source(run: Run, graph: Path) -> None:
    assert run("articles", "-g", graph).stdout.splitlines() == [
        "courier.txt\t2023-02-14\tThe Skerry Courier\tYard repairs tugs for Chile",
        "ledger.txt\t2023-02-15\tThe Fjord Ledger\tTugs leave for Chile",
    ]


def test_a_graph_without_an_article_equals_one_built_without_it(run: Run, articles: Path, tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    shutil.copy(articles / "courier.txt", tmp_path / "one")
    run("build", tmp_path / "one", "-o", tmp_path / "expected")
    run("build", articles, "-o", tmp_path / "out")
    result = run("remove", "ledger.txt", "-g", tmp_path / "out")
    assert result.exit_code == 0
    assert (tmp_path / "out/graph.ttl").read_bytes() == (tmp_path / "expected/graph.ttl").read_bytes()


def test_removing_what_is_not_there_is_an_error(run: Run, graph: Path) -> None:
    result = run("remove", "nobody.txt", "-g", graph)
    assert result.exit_code == 1
    assert result.stderr == f"{graph}: no article 'nobody.txt' in the graph; kg articles lists them\n"


# ------------------------------------------------------------------------------------------------ query


def test_columns_come_in_the_order_of_the_query(run: Run, graph: Path) -> None:
    result = run("query", SENT, "-f", "csv", "-g", graph)
    assert result.exit_code == 0, result.stderr
    table = list(csv.reader(io.StringIO(result.stdout)))
    assert table[0] == ["what", "where"]
    assert len(table) > 1


@pytest.mark.parametrize("form", ["table", "csv", "tsv", "json", "xml"])
def test_rows_in_every_form(run: Run, graph: Path, form: str) -> None:
    result = run("query", "SELECT ?t { ?a a kg:Article ; rdfs:label ?t } ORDER BY ?t", "-f", form, "-g", graph)
    assert result.exit_code == 0
    assert result.stdout.index("Tugs leave for Chile") < result.stdout.index("Yard repairs tugs")


@pytest.mark.parametrize("form", ["turtle", "ntriples", "jsonld", "rdfxml"])
def test_triples_in_every_form(run: Run, graph: Path, form: str) -> None:
    result = run("query", "CONSTRUCT { ?a rdfs:label ?t } { ?a a kg:Article ; rdfs:label ?t }", "-f", form, "-g", graph)
    assert result.exit_code == 0
    assert "Tugs leave for Chile" in result.stdout


def test_a_query_from_a_file_or_standard_input(run: Run, graph: Path, tmp_path: Path) -> None:
    (tmp_path / "ask.rq").write_text("ASK { ?a a kg:Article }", encoding="utf-8")
    assert run("query", "--query-file", tmp_path / "ask.rq", "-g", graph).stdout == "true\n"
    assert run("query", "-q", "-", "-g", graph, stdin="ASK { ?a a kg:Article }").stdout == "true\n"
    assert run("query", "-", "-g", graph, stdin="ASK { ?a a kg:Article }").stdout == "true\n"


def test_rows_cannot_be_written_as_triples(run: Run, graph: Path) -> None:
    result = run("query", "SELECT ?a { ?a a kg:Article }", "-f", "turtle", "-g", graph)
    assert result.exit_code == 2
    assert result.stderr == "rows cannot be written as turtle; use csv, tsv, json or xml, or ask with CONSTRUCT\n"


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?a { ?a a kg:Article", "query:1:"),
        ("DELETE WHERE { ?s ?p ?o }", "query"),
        ("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", "SERVICE"),
    ],
)
def test_a_query_at_fault_gives_one_line_and_status_1(run: Run, graph: Path, sparql: str, message: str) -> None:
    result = run("query", sparql, "-g", graph)
    assert (result.exit_code, result.stdout) == (1, "")
    assert message in result.stderr
    assert result.stderr.count("\n") == 1


def test_a_named_query_with_a_parameter(run: Run, tmp_path: Path, articles: Path) -> None:
    queries = tmp_path / "ontology" / "queries"
    queries.mkdir(parents=True)
    (queries / "titled.rq").write_text(
        "# title: articles with a title\n# parameter: title\n"
        "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\nPREFIX kg: <https://w3id.org/newskg/ontology#>\n"
        "SELECT ?source { ?a rdfs:label ?title ; kg:sourceFile ?source }\n",
        encoding="utf-8",
    )
    (tmp_path / "ontology/tugs.ttl").write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        'kg:Tug rdfs:subClassOf kg:Product ; rdfs:label "tug" ; kg:noun "tug" .\n',
        encoding="utf-8",
    )
    built = run("build", articles, "-o", tmp_path / "out", "--ontologies", tmp_path / "ontology")
    assert built.exit_code == 0, built.stderr
    name = ("query", "--name", "titled", "-f", "csv", "-g", tmp_path / "out")
    assert run(*name, "--title", "Tugs leave for Chile").stdout.split() == ["source", "ledger.txt"]
    assert run(*name, "--title=Tugs leave for Chile").stdout.split() == ["source", "ledger.txt"]
    assert len(run(*name).stdout.split()) == 3
    assert "titled\t--title\tarticles with a title\n" in run("query", "--list", "-g", tmp_path / "out").stdout
    wrong = run(*name, "--author", "me")
    assert (wrong.exit_code, wrong.stderr) == (1, "titled has no parameter 'author'; its parameters: title\n")
    assert run(*name, "title").exit_code == 2


def test_an_unknown_name_is_said_with_the_known_ones(run: Run, graph: Path) -> None:
    result = run("query", "--name", "nonsense", "-g", graph)
    assert result.exit_code == 1
    assert result.stderr.startswith("no query is named 'nonsense'; one of: ")


# ------------------------------------------------------------------------------------------------ export, explain, view


def test_an_export_is_the_same_on_standard_output_and_in_a_file(run: Run, graph: Path, tmp_path: Path) -> None:
    to_file = run("export", "-o", tmp_path / "g.ttl", "-g", graph)
    assert to_file.exit_code == 0
    printed = run("export", "-g", graph)
    assert (tmp_path / "g.ttl").read_bytes() == printed.stdout_bytes == (graph / "graph.ttl").read_bytes()


@pytest.mark.parametrize("name", ["g.trig", "g.nq", "g.nt", "g.jsonld", "g.rdf", "g.graphml", "g.gexf"])
def test_the_name_of_the_file_tells_the_format(run: Run, graph: Path, tmp_path: Path, name: str) -> None:
    result = run("export", "-o", tmp_path / name, "-g", graph)
    assert result.exit_code == 0, result.stderr
    assert (tmp_path / name).stat().st_size > 500


def test_a_table_of_nodes_and_one_of_edges(run: Run, graph: Path, tmp_path: Path) -> None:
    result = run("export", "-o", tmp_path / "g.csv", "-g", graph)
    assert result.stderr == f"written: {tmp_path / 'g.nodes.csv'}, {tmp_path / 'g.edges.csv'}\n"
    assert "Chile" in (tmp_path / "g.nodes.csv").read_text(encoding="utf-8")


def test_a_name_that_tells_no_format_is_a_wrong_call(run: Run, graph: Path) -> None:
    result = run("export", "-o", "g.docx", "-g", graph)
    assert (result.exit_code, result.stderr) == (2, "g.docx: .docx tells no format; give one with -f\n")


def test_an_entity_is_explained_with_its_quotes(run: Run, graph: Path) -> None:
    result = run("explain", "Chile", "-g", graph)
    assert result.exit_code == 0
    assert result.stdout.startswith("Chile (")
    assert "The Fjord Ledger, Tugs leave for Chile, 2023-02-15, ledger.txt:" in result.stdout
    assert "“" in result.stdout
    assert "«" in result.stdout


def test_marks_may_lie_within_each_other() -> None:
    article = ArticleView("a.txt", "article:a")
    marks = (Span(0, 5), Span(6, 17), Span(13, 17))
    view = EvidenceView("e:1", article, "Chile bought tugs", Span(0, 17), marks, "certain", "past", "1.0")
    assert marked(view) == "«Chile» «bought «tugs»»"


def test_an_alias_will_do(run: Run, graph: Path) -> None:
    assert run("explain", "norway", "-g", graph).stdout.startswith("Norway (")


def test_a_name_that_is_not_there_is_said_with_near_ones(run: Run, graph: Path) -> None:
    result = run("explain", "Chil", "-g", graph)
    assert result.exit_code == 1
    assert result.stderr.startswith("nothing is called 'Chil'; did you mean: Chile")


def test_a_page_of_all_and_of_a_part(run: Run, graph: Path, tmp_path: Path) -> None:
    whole = run("view", "-o", tmp_path / "all.html", "-g", graph)
    assert whole.stdout == f"{tmp_path / 'all.html'}\n"
    part = run("view", "--about", "Chile", "--depth", "1", "-o", tmp_path / "part.html", "-g", graph)
    assert part.exit_code == 0, part.stderr
    assert (tmp_path / "part.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


def test_a_depth_needs_a_middle(run: Run, graph: Path) -> None:
    result = run("view", "--depth", "2", "-g", graph)
    assert (result.exit_code, result.stderr) == (2, "kg view: --depth needs --about; name the entity in the middle\n")


def test_a_sound_graph_is_called_so(run: Run, graph: Path) -> None:
    result = run("check", "-g", graph)
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"{graph}: sound\n", "")


def test_a_quote_that_is_not_in_its_article_is_found(run: Run, articles: Path, tmp_path: Path) -> None:
    run("build", articles, "-o", tmp_path)
    for kept in (tmp_path / "articles").glob("*.json.gz"):
        kept.write_bytes(gzip.compress(gzip.decompress(kept.read_bytes()).replace(b"two tugs", b"ten tugs")))
    result = run("check", "-g", tmp_path)
    assert result.exit_code == 1
    assert "the offsets do not give the quote" in result.stdout
    assert result.stdout.startswith(("courier.txt: ", "ledger.txt: "))
    assert "violation" in result.stderr


@pytest.mark.parametrize(
    "args",
    [["query", "ASK {}"], ["check"], ["export"], ["explain", "Chile"], ["articles"], ["view"], ["remove", "a.txt"]],
    ids=lambda args: args[0],
)
def test_a_folder_without_a_graph_is_said_with_what_to_do(run: Run, tmp_path: Path, args: list[str]) -> None:
    result = run(*args, "-g", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    assert str(tmp_path) in result.stderr


def test_the_report_names_what_was_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Chile bought two tugs from Norway.", encoding="utf-8")
    (tmp_path / "b.txt").write_text(
        "Chile hat zwei Schlepper gekauft, und Norwegen hat sie verkauft.", encoding="utf-8"
    )
    result = run("build", tmp_path, "-o", tmp_path / "out", "--published", "2023-02-16")
    assert result.exit_code == 0
    assert result.stderr == "left out: b.txt: not in English but in 'de'; kg reads English\n"
    report = json.loads((tmp_path / "out/report.json").read_text(encoding="utf-8"))
    assert report["skipped"] == [{"where": "b.txt", "reason": "not in English but in 'de'; kg reads English"}]
