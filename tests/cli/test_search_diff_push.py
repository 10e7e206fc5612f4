"""Finding by words, comparing two graphs, sending one to a server, and the evidence behind the rows of a query."""

from __future__ import annotations

import http.client
import http.server
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import diff, search
from kg.cli.program import program
from kg.graph.search import KINDS
from kg.graph.store import Graph
from tests.cli.conftest import Run

BOUGHT = "SELECT ?who ?what { ?who kg:buys ?what }"


def rows(text: str) -> list[list[str]]:
    return [line.split("\t") for line in text.splitlines()]


# ------------------------------------------------------------------------------------------------ search


def test_what_is_named_so_comes_first_and_quotes_have_a_place(run: Run, graph: Path) -> None:
    result = run("search", "chile", "-g", graph)
    assert (result.exit_code, result.stderr) == (0, "")
    found = rows(result.stdout)
    assert found[0] == ["entity", "entity:Chile", "[Chile] Republic of [Chile]"]
    assert {row[0] for row in found} == set(KINDS)
    assert ["Tugs leave for [Chile]", "ledger.txt"] in [row[2:] for row in found if row[0] == "article"]
    quotes = [row[2:] for row in found if row[0] == "quote"]
    assert ["[Chile] bought the tugs", "ledger.txt:68-89"] in quotes


def test_a_kind_and_a_number_of_hits(run: Run, graph: Path) -> None:
    result = run("search", "chile", "--kind", "quote", "--most", "2", "-g", graph)
    assert [row[0] for row in rows(result.stdout)] == ["quote", "quote"]


def test_all_words_must_match_and_phrases_hold_together(run: Run, graph: Path) -> None:
    assert "Two [tugs] [left] Bergen" in run("search", "bergen", "left", "tugs", "-g", graph).stdout.replace(
        "[Bergen]", "Bergen"
    )
    assert run("search", '"tugs left"', "-g", graph).stdout
    assert run("search", '"left tugs"', "-g", graph).stdout == ""


def test_no_hit_is_said_and_no_error(run: Run, graph: Path) -> None:
    result = run("search", "chile", "zeppelin", "-g", graph)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{graph}: nothing matches 'chile zeppelin'; give fewer words, or the beginning of one\n"


def test_a_misspelt_word_is_said_with_the_one_that_may_be_meant(run: Run, graph: Path) -> None:
    result = run("search", "tugs", "nroway", "-g", graph)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{graph}: nothing matches 'tugs nroway'; did you mean: Norway?\n"


def test_signs_are_no_words(run: Run, graph: Path) -> None:
    result = run("search", "?!", "-g", graph)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "'?!': there is no word to search for; give at least one word\n"


def test_the_iri_of_a_hit_can_be_explained(run: Run, graph: Path) -> None:
    fact = next(row for row in rows(run("search", "chile", "buys", "-g", graph).stdout) if row[0] == "fact")
    assert run("explain", fact[1], "-g", graph).stdout.startswith("Chile buys tugs [")


def test_the_kinds_are_those_of_the_index() -> None:
    assert search.KINDS == KINDS


# ------------------------------------------------------------------------------------------------ diff


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two graphs: the second denies what the first affirms, and has an article more."""
    affirmed, denied = (tmp_path_factory.mktemp(name) for name in ("affirmed", "denied"))
    (affirmed / "a.txt").write_text("Chile joined NATO in May 2023, the envoy said.", encoding="utf-8")
    (denied / "a.txt").write_text("Chile did not join NATO in May 2023, the envoy said.", encoding="utf-8")
    (denied / "b.txt").write_text("Peru bought two tugs from Norway in June 2023.", encoding="utf-8")
    for folder in (affirmed, denied):
        result = CliRunner().invoke(program, ["build", str(folder), "-o", str(folder / "out")])
        assert result.exit_code == 0, result.output
    return affirmed / "out", denied / "out"


def test_a_graph_agrees_with_itself(run: Run, graph: Path) -> None:
    result = run("diff", graph, graph)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{graph}, {graph}: no difference\n"


def test_contradictions_come_first_then_facts_articles_entities(run: Run, pair: tuple[Path, Path]) -> None:
    one, other = pair
    result = run("diff", *pair)
    assert result.exit_code == 0
    found = rows(result.stdout)
    assert found[0][:2] == ["contradicted", "fact"]
    assert found[0][2].startswith("fact:")
    assert found[0][4] == "positive → negative"
    assert ["added", "article", "b.txt"] in [[row[0], row[1], row[3]] for row in found]
    assert ["added", "entity", "entity:Peru", "Peru"] in found
    things = [row[1] for row in found]
    assert things == sorted(things, key=diff.THINGS.index)
    assert set(things) == set(diff.THINGS)
    assert result.stderr.startswith(f"{one}, {other}: 1 fact contradicted, ")


def test_the_other_way_round_added_is_removed(run: Run, pair: tuple[Path, Path]) -> None:
    result = run("diff", *reversed(pair), "--only", "entity")
    assert ["removed", "entity", "entity:Peru", "Peru"] in rows(result.stdout)


def test_only_some_things_are_compared(run: Run, pair: tuple[Path, Path]) -> None:
    found = rows(run("diff", *pair, "--only", "article", "--only", "entity").stdout)
    assert {row[1] for row in found} == {"article", "entity"}


def test_graphs_of_other_iris_cannot_be_compared(
    run: Run, graph: Path, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_BASE_IRI", "https://example.org/")
    assert run("build", articles / "ledger.txt", "-o", tmp_path).exit_code == 0
    result = run("diff", graph, tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("with https://example.org/ in the other; build both with the same base_iri\n")


@pytest.mark.parametrize("place", [0, 1])
def test_both_must_be_graphs(run: Run, graph: Path, tmp_path: Path, place: int) -> None:
    folders = [graph, graph]
    folders[place] = tmp_path / "nowhere"
    result = run("diff", *folders)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nowhere" in result.stderr
    assert result.stderr.count("\n") == 1


# ------------------------------------------------------------------------------------------------ query --explain


def test_the_evidence_stands_below_each_row(run: Run, graph: Path) -> None:
    result = run("query", BOUGHT, "--explain", "-g", graph)
    assert (result.exit_code, result.stderr) == (0, "")
    row, fact, quote, place, *_ = result.stdout.splitlines()
    assert row.startswith("who: entity:Chile, what: entity:tugs")
    assert fact == "  Chile buys tugs [certain, 1 independent article]"
    assert quote == "    “«Chile» «bought» «the tugs»”"
    assert place.endswith("ledger.txt:68-89")


def test_labels_and_polarity_lead_to_the_fact_as_well(run: Run, graph: Path) -> None:
    found = {name: run("query", "--name", name, "--explain", "-g", graph).stdout for name in ("denied", "uncertain")}
    blocks = "\n\n".join(text.strip() for text in found.values()).split("\n\n")
    denied = next(block for block in blocks if "polarity: negative" in block)
    possible = next(block for block in blocks if "certainty: possible" in block)
    assert denied in found["denied"]
    assert possible in found["uncertain"]
    assert "\n  negative: yard maintains tugs [denied" in denied
    assert "\n  yard maintains third tug [possible, claimed only" in possible
    assert all(block.count("“") == 1 for block in blocks), "each row holds one quote, and no other is behind it"


def test_rows_without_a_fact_are_printed_and_that_is_said(run: Run, graph: Path) -> None:
    result = run("query", "SELECT ?a { ?s kg:sourceFile ?a } ORDER BY ?a", "--explain", "-g", graph)
    assert (result.exit_code, result.stdout.split()) == (0, ["a:", "courier.txt", "a:", "ledger.txt"])
    assert result.stderr.startswith("no fact is behind any row; ")


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["ASK { ?a a kg:Fact }"], "only the rows of a SELECT can be explained"),
        (["DESCRIBE entity:Chile"], "only the rows of a SELECT can be explained"),
        (["--list"], "--explain goes with neither --list nor --format"),
        ([BOUGHT, "-f", "csv"], "--explain goes with neither --list nor --format"),
    ],
)
def test_what_cannot_be_explained_is_a_wrong_call(run: Run, graph: Path, args: list[str], message: str) -> None:
    result = run("query", *args, "--explain", "-g", graph)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"kg query: {message}; ")


def test_a_query_at_fault_is_refused_with_explain_too(run: Run, graph: Path) -> None:
    result = run("query", "SELECT ?a { ?a a kg:Fact", "--explain", "-g", graph)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("query:1:")


# ------------------------------------------------------------------------------------------------ push


class Recorder(http.server.BaseHTTPRequestHandler):
    """Takes whatever is sent and notes it."""

    seen: list[tuple[str, str, str]]

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.seen.append((self.command, self.path, self.headers.get("Authorization", "")))
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def recorder() -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Give the address of a server on loopback, and what it is sent."""
    seen: list[tuple[str, str, str]] = []
    handler = type("Handler", (Recorder,), {"seen": seen})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/store", seen
        server.shutdown()
        thread.join()


@pytest.fixture
def copied(graph: Path, tmp_path: Path) -> Path:
    """A copy of the graph, since a push notes what it sent."""
    return Path(shutil.copytree(graph, tmp_path / "copied"))


def test_a_push_sends_all_then_what_changed_or_all_again(
    run: Run, copied: Path, recorder: tuple[str, list[tuple[str, str, str]]]
) -> None:
    url, seen = recorder
    number = len(graphs_in(copied))
    first = run("push", url, "-g", copied)
    assert (first.exit_code, first.stderr) == (0, "")
    assert first.stdout == f"{url}: {number} graphs sent, 0 deleted, 0 unchanged\n"
    assert len(seen) == number
    assert ("PUT", "/store?default", "") in seen
    assert run("push", url, "-g", copied).stdout == f"{url}: 0 graphs sent, 0 deleted, {number} unchanged\n"
    assert run("push", url, "--whole", "-g", copied).stdout == first.stdout
    assert len(seen) == 2 * number


def test_a_token_is_taken_from_the_environment(
    run: Run, copied: Path, recorder: tuple[str, list[tuple[str, str, str]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_PUSH_TOKEN", "not-a-real-one\n")
    result = run("push", recorder[0], "-g", copied)
    assert {authorization for _, _, authorization in recorder[1]} == {"Bearer not-a-real-one"}
    assert "not-a-real-one" not in result.output


@pytest.mark.parametrize("url", ["localhost:7878", "ftp://a/b", "http://", "http://a:b/", "http://a/b c", "http://[a/"])
def test_an_address_that_is_none_is_a_wrong_call(run: Run, graph: Path, url: str) -> None:
    result = run("push", url, "-g", graph)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"{url!r} is no address of a server; give it as http://HOST:PORT/store\n"


@pytest.mark.parametrize("token", ["two words", "two\nlines", "schlüssel"])
def test_a_token_that_no_server_takes_is_refused_and_not_shown(run: Run, graph: Path, token: str) -> None:
    result = run("push", "http://127.0.0.1:9/store", "--token", token, "-g", graph)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "the token is not one word of ASCII; give it as the server's keeper wrote it\n"


@pytest.mark.parametrize(
    "args", [["search", "x"], ["push", "http://127.0.0.1:9/store"], ["query", BOUGHT, "--explain"]]
)
def test_a_folder_without_a_graph_is_said(run: Run, tmp_path: Path, args: list[str]) -> None:
    result = run(*args, "-g", tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"{tmp_path}")
    assert result.stderr.count("\n") == 1


def test_a_server_that_is_not_there_is_said_in_one_line(run: Run, graph: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    result = run("push", f"http://127.0.0.1:{port}/store", "-g", graph)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"http://127.0.0.1:{port}/store: cannot be reached (")
    assert result.stderr.count("\n") == 1
    assert not (graph / "pushed").exists(), "a push that failed is not noted as done"


@pytest.fixture
def oxigraph(tmp_path: Path) -> Iterator[str]:
    """Give the address of an Oxigraph server of its own, on loopback."""
    binary = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
    if not binary:
        pytest.skip("needs the Oxigraph server: install the package oxigraph")
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [binary, "serve", "--location", str(tmp_path / "server"), "--bind", address]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait_for(address)
        yield f"http://{address}/store"
    finally:
        process.terminate()
        process.wait()


def wait_for(address: str) -> None:
    host, port = address.split(":")
    for _ in range(300):
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server does not start")


def quads_in(folder: Path) -> set[ox.Quad]:
    """Return all that a graph in a folder holds."""
    with Graph.open(folder) as opened:
        return set(opened.quads())


def graphs_in(folder: Path) -> set[object]:
    """Return the names of its graphs, the default one among them."""
    return {quad.graph_name for quad in quads_in(folder)}


def held_by(url: str) -> set[ox.Quad]:
    """Return all that a server holds."""
    connection = http.client.HTTPConnection(url.split("/")[2], timeout=30)
    connection.request("GET", "/store", headers={"Accept": "application/n-quads"})
    data = connection.getresponse().read()
    connection.close()
    return set(ox.parse(data, ox.RdfFormat.N_QUADS))


@pytest.mark.slow
def test_a_real_server_holds_what_the_graph_does_also_after_a_removal(run: Run, copied: Path, oxigraph: str) -> None:
    assert " 0 unchanged\n" in run("push", oxigraph, "-g", copied).stdout
    assert held_by(oxigraph) == quads_in(copied)
    assert run("remove", "ledger.txt", "-g", copied).exit_code == 0
    result = run("push", oxigraph, "-g", copied)
    assert ", 1 deleted, " in result.stdout
    assert " 0 unchanged" not in result.stdout, "the other article did not change"
    assert held_by(oxigraph) == quads_in(copied)
