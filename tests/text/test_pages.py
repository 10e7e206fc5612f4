"""Pages of our own writing with furniture of every sort around the article: it goes, the article stays whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.model import Document
from kg.text.clean import clean
from kg.text.read import read_articles

PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))


@dataclass(frozen=True)
class Page:
    text: str
    kept: list[str]
    known: dict[str, str]


def parse_page(path: Path) -> Page:
    lines = path.read_text(encoding="utf-8").split("\n")
    known = dict(line[2:].split(": ", 1) for line in lines if line.startswith("= "))
    text = "\n".join(line[2:] for line in lines if not line.startswith("= "))
    kept = [re.sub(r"\[\[.*\]\]", "", line[2:]) for line in lines if line.startswith("+ ")]
    return Page(text.replace("[[", "").replace("]]", ""), kept, known)


def cleaned(page: Page, folder: Path) -> Document:
    path = folder / "page.txt"
    path.write_text(page.text, encoding="utf-8")
    (article,) = read_articles([path])
    document = clean(article)
    assert isinstance(document, Document), document
    return document


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_stays_whole_and_the_furniture_goes(path: Path, tmp_path: Path) -> None:
    page = parse_page(path)
    document = cleaned(page, tmp_path)
    assert re.split(r"\s+", document.text) == re.split(r"\s+", "\n".join(page.kept))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_head_lines_become_metadata(path: Path, tmp_path: Path) -> None:
    page = parse_page(path)
    document = cleaned(page, tmp_path)
    found = {key: str(getattr(document, key) or "") for key in page.known}
    assert found == page.known
