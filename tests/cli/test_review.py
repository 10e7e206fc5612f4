"""`kg review` asks; what people write into decisions.ttl holds at the next build."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Run

ARTICLES = {
    "a.txt": "Karin Lindholm bought a tug from Chile in May 2023. She sold the tug to Peru in June 2023.",
    "b.txt": "Karin Lindholm met K. Lindholm in Lima in July 2023. Norway praised Lindholm in August 2023.",
    "c.txt": "Kenneth Lindholm left Bergen for Chile in May 2023. He returned to Norway in June 2023.",
}
LINE = re.compile(r"^# (\S+ (?:owl:differentFrom|kg:judgedWrong) \S+ \.)$", re.MULTILINE)


@pytest.fixture
def folder(run: Run, tmp_path: Path) -> Path:
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return built(run, tmp_path)


def built(run: Run, folder: Path) -> Path:
    result = run("build", *(folder / name for name in ARTICLES), "-o", folder / "out")
    assert result.exit_code == 0, result.output
    return folder


def decide(folder: Path, *lines: str) -> None:
    (folder / "out" / "decisions.ttl").write_text("\n".join(lines), encoding="utf-8")


def test_each_question_has_its_quote_and_the_line_that_decides(run: Run, folder: Path) -> None:
    asked = run("review", "-g", folder / "out").stdout
    blocks = [block for block in asked.split("\n\n") if block]
    assert len(blocks) > 4
    assert all("“" in block and LINE.search(block) for block in blocks)
    assert any("«She» sold" in block and "taken for Karin Lindholm" in block for block in blocks)
    kinds = ["judgedWrong" in block for block in blocks]
    assert kinds == sorted(kinds)  # merges, then facts


def test_what_is_printed_is_a_file_of_decisions_that_decides_nothing_yet(run: Run, folder: Path) -> None:
    before = (folder / "out" / "graph.ttl").read_bytes()
    decide(folder, run("review", "-g", folder / "out").stdout)
    built(run, folder)
    assert (folder / "out" / "graph.ttl").read_bytes() == before


def test_every_line_holds_at_the_next_build_and_is_asked_no_more(run: Run, folder: Path) -> None:
    lines = LINE.findall(run("review", "-g", folder / "out", "-n", "1000").stdout)
    decide(folder, *lines)
    built(run, folder)
    built(run, folder)
    again = set(LINE.findall(run("review", "-g", folder / "out", "-n", "1000").stdout))
    assert not again & set(lines)
    kept = "ASK { ?fact kg:judgedWrong true ; a kg:Claim ; kg:evidence/nif:anchorOf ?quote }"
    assert run("query", "-g", folder / "out", kept).stdout == "true\n"
    assert run("check", "-g", folder / "out").exit_code == 0


def test_what_is_confirmed_is_asked_no_more(run: Run, folder: Path) -> None:
    asked = run("review", "-g", folder / "out", "-n", "1000").stdout
    before = (folder / "out" / "graph.ttl").read_bytes()
    lines = [
        line.replace("differentFrom", "sameAs").replace("Wrong true", "Wrong false") for line in LINE.findall(asked)
    ]
    decide(folder, *lines)
    built(run, folder)
    assert LINE.findall(run("review", "-g", folder / "out", "-n", "1000").stdout) == []
    assert (folder / "out" / "graph.ttl").read_bytes() == before


def test_a_mistake_in_the_file_is_one_line_with_its_place(run: Run, folder: Path) -> None:
    decide(folder, "entity:A owl:sameAs entity:B .", "entity:C owl:sameAs .")
    result = run("build", folder / "a.txt", "-o", folder / "out")
    assert result.exit_code == 1
    assert re.fullmatch(r"\S+decisions\.ttl:2: not valid Turtle: [^\n]+; [^\n]+\n", result.stderr)


def test_the_number_of_questions_can_be_chosen(run: Run, folder: Path) -> None:
    assert len(LINE.findall(run("review", "-g", folder / "out", "-n", "1").stdout)) == 2


def test_what_nothing_rests_on_is_not_asked(run: Run, tmp_path: Path) -> None:
    text = "Karin Lindholm bought a tug from Chile in May 2023. She smiled. “I know my yard,” said Lindholm."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    asked = run("review", "-g", tmp_path / "out").stdout
    assert "bought" in asked
    assert not re.search("«(I|my)»", asked)


def test_the_ontologies_of_the_build_are_remembered(run: Run, tmp_path: Path) -> None:
    domain = tmp_path / "domain"
    domain.mkdir()
    (domain / "names.ttl").write_text(
        "@prefix kg: <https://w3id.org/newskg/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://example.org/Hulda> a kg:Ship ; skos:prefLabel "Hulda" ; skos:altLabel "Hulda II" .\n',
        encoding="utf-8",
    )
    (tmp_path / "a.txt").write_text("Chile bought Hulda II in May 2023. Norway praised Hulda.", encoding="utf-8")
    run("build", tmp_path / "a.txt", "-o", tmp_path / "out", "--ontologies", domain)
    shown = run("explain", "Hulda", "--mentions", "-g", tmp_path / "out")
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.count("known name") == 2
    assert run("review", "-g", tmp_path / "out").exit_code == 0


def test_each_mention_is_shown_with_what_merged_it_and_how_sure(run: Run, folder: Path) -> None:
    shown = run("explain", "Karin Lindholm", "--mentions", "-g", folder / "out").stdout
    sorts, *lines = shown.splitlines()
    assert re.fullmatch(r"sorts: \w+ \(\d+\)(?:, \w+ \(\d+\))*", sorts)
    quotes, reasons = lines[::2], lines[1::2]
    assert len(quotes) == len(reasons) > 2
    assert all(re.match(r"[01]\.\d\d  “.*«.+».*”$", quote) for quote in quotes)
    assert any("«She»" in quote and "pronoun" in why for quote, why in zip(quotes, reasons, strict=True))
    assert any(why.strip().startswith("b.txt:") for why in reasons)
