"""Files of every kind become articles, in one order, under names that hold nothing of the machine."""

from __future__ import annotations

import io
import json
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.model import Article, Document, Skip
from kg.text.clean import clean
from kg.text.read import read_articles

BODY = (
    "The yard has repaired eleven ships since the spring, and it has hired forty people to do the work on time. "
    "Its owner, a company from Bergen, says that orders will last until 2027."
)
PAGE = f"""<!DOCTYPE html><html><head><title>Yard hires forty people | The Skerry Courier</title>
<meta property="og:site_name" content="The Skerry Courier"><meta name="author" content="Marit Solheim">
<meta property="article:published_time" content="2023-02-14T06:00:00Z">
<link rel="canonical" href="https://skerry.example/yard"></head>
<body><nav><a href="/">Home</a> <a href="/sea">Sea</a></nav><article><h1>Yard hires forty people</h1>
<p>{BODY}</p><p>{BODY.replace("ships", "tugs")}</p></article>
<aside><h2>Latest</h2><p>Fish market to close for repairs.</p></aside></body></html>"""

YAML = """---
title: "Yard hires"
author: M. Solheim
publisher: The Skerry Courier
date: 2023-02-14
url: https://a.example
tags:
  - sea
---
"""
TOML = """+++
title = "Yard hires"
authors = ["M. Solheim"]
outlet = "The Skerry Courier"
date = 2023-02-14
link = "https://a.example"
+++
"""


def read(*paths: Path, **known: object) -> list[Article]:
    found = list(read_articles(paths, **known))  # type: ignore[arg-type]
    assert all(isinstance(article, Article) for article in found), found
    return found  # type: ignore[return-value]


def read_one(path: Path, content: str | bytes, **known: object) -> Article:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    (article,) = read(path, **known)
    return article


# ------------------------------------------------------------------------------------------------ kinds of files


def test_text_with_head_lines(tmp_path: Path) -> None:
    text = f"Yard hires forty people\nBy Marit Solheim, The Skerry Courier\n14 February 2023\n\n{BODY}\n"
    article = read_one(tmp_path / "yard.txt", text)
    known = (article.title, article.author, article.publisher, article.published)
    assert known == ("Yard hires forty people", "Marit Solheim", "The Skerry Courier", date(2023, 2, 14))


@pytest.mark.parametrize(
    "head",
    [
        "Title: Yard hires\nBy: M. Solheim\nSource: The Skerry Courier\nDate: 14 February 2023\nURL: https://a.example\n\n",
        YAML,
        TOML,
    ],
    ids=["lines", "yaml", "toml"],
)
@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_front_matter(tmp_path: Path, head: str, suffix: str) -> None:
    article = read_one(tmp_path / f"yard{suffix}", head + BODY)
    assert article == Article(
        f"yard{suffix}", BODY, "Yard hires", "M. Solheim", "The Skerry Courier", date(2023, 2, 14), "https://a.example"
    )


def test_a_text_that_begins_with_one_word_and_a_colon_has_no_front_matter(tmp_path: Path) -> None:
    article = read_one(tmp_path / "a.txt", f"Source: nobody knows.\n\n{BODY}")
    assert article.text.startswith("Source: nobody knows.")


def test_markdown(tmp_path: Path) -> None:
    article = read_one(tmp_path / "yard.md", f"# Yard *hires*\n\n{BODY.replace('yard', '[yard](https://a.example)')}")
    assert (article.title, article.text) == ("Yard hires", BODY)


def test_a_page(tmp_path: Path) -> None:
    article = read_one(tmp_path / "yard.html", PAGE)
    assert article.title == "Yard hires forty people"
    assert (article.author, article.publisher) == ("Marit Solheim", "The Skerry Courier")
    assert (article.published, article.url) == (date(2023, 2, 14), "https://skerry.example/yard")
    assert BODY in article.text
    assert "Fish market" not in article.text
    assert not article.is_plain


@pytest.mark.parametrize(
    "box", ['class="ad"', 'class="AdSlot wide"', 'class="promo-box"', 'id="div-gpt-ad-3"', 'aria-label="Advertisement"']
)
def test_an_advert_within_the_article_is_none_of_it(tmp_path: Path, box: str) -> None:
    advert = f"<div {box}><p>Fjord Insurance protects your family. Fjord Insurance gives free quotes.</p></div>"
    article = read_one(tmp_path / "yard.html", PAGE.replace("</p><p>", f"</p>{advert}<p>"))
    assert article.text == read_one(tmp_path / "yard.html", PAGE).text


@pytest.mark.parametrize("name", ["has-ads", "ad-free", "gradient", "headline loading", "address"])
def test_what_only_sounds_like_an_advert_stays(tmp_path: Path, name: str) -> None:
    page = PAGE.replace("<body>", f'<body class="{name}">').replace("<article>", f'<article><div class="{name}">')
    assert BODY in read_one(tmp_path / "yard.html", page.replace("</article>", "</div></article>")).text


def test_a_desk_is_no_publisher_and_no_author(tmp_path: Path) -> None:
    text = f"Yard hires forty people\n\nBy Marit Solheim, Harbour Desk\n\n{BODY}\n\n{BODY}"
    known = clean(read_one(tmp_path / "yard.txt", text))
    assert isinstance(known, Document)
    assert (known.author, known.publisher) == ("Marit Solheim", "")
    page = PAGE.replace('content="Marit Solheim"', 'content="Marit Solheim, Harbour Desk"')
    assert read_one(tmp_path / "yard.html", page).author == "Marit Solheim"


def test_a_page_saved_as_text_is_read_as_the_page_it_is(tmp_path: Path) -> None:
    assert read_one(tmp_path / "yard.txt", PAGE).title == "Yard hires forty people"


def test_json_lines(tmp_path: Path) -> None:
    records = [
        {"headline": "Yard hires", "body": BODY, "source": "The Skerry Courier", "byline": "M. Solheim"},
        {"title": "Yard hires", "content": BODY, "publisher": {"name": "The Skerry Courier"}, "author": ["M. Solheim"]},
        {"Title": "Yard hires", "text": BODY, "publisher": "The Skerry Courier", "authors": [{"name": "M. Solheim"}]},
    ]
    (tmp_path / "yard.jsonl").write_text("\n\n".join(map(json.dumps, records)), encoding="utf-8")
    articles = read(tmp_path / "yard.jsonl")
    assert [article.source for article in articles] == ["yard.jsonl#1", "yard.jsonl#3", "yard.jsonl#5"]
    known = {(article.title, article.text, article.publisher, article.author) for article in articles}
    assert known == {("Yard hires", BODY, "The Skerry Courier", "M. Solheim")}


def test_a_body_in_html_gives_its_words(tmp_path: Path) -> None:
    body = "<p>Chile &amp; Peru bought <a href='x'>two tugs</a>.</p>\n<p>They paid<br/>in May.</p><aside>Ad.</aside>"
    article = read_one(tmp_path / "a.jsonl", json.dumps({"text": body}))
    assert article.text == "Chile & Peru bought two tugs.\nThey paid\nin May."


def test_a_stray_tag_does_not_join_paragraphs(tmp_path: Path) -> None:
    article = read_one(tmp_path / "a.txt", f"{BODY}\n\n<span>{BODY}</span>\n\n{BODY}")
    assert article.text == f"{BODY}\n\n{BODY}\n\n{BODY}"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_json_lines_in_other_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"text": f"Café. {BODY}"}, ensure_ascii=False) + "\n", encoding=encoding)
    assert read(path)[0].text == f"Café. {BODY}"


def test_an_escaped_lone_surrogate_is_replaced(tmp_path: Path) -> None:
    assert read_one(tmp_path / "a.jsonl", '{"text": "a\\ud800b\\u0000c", "title": "\\udfff"}').text == "a�b�c"


# ------------------------------------------------------------------------------------------------ metadata


def test_what_an_article_says_of_itself_comes_before_what_the_caller_says(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    caller = {"published": date(2001, 1, 1), "publisher": "Nobody"}
    assert read_one(path, BODY, **caller).published == date(2001, 1, 1)
    assert read_one(path, f"Headline of the day here\n14 February 2023\n\n{BODY}", **caller).published == date(
        2023, 2, 14
    )
    assert read_one(path, BODY, **caller).publisher == "Nobody"


def test_a_time_stamp_of_the_file_is_no_date_of_publication(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(BODY, encoding="utf-8")
    os.utime(path, (10**9, 10**9))
    assert read(path)[0].published is None


# ------------------------------------------------------------------------------------------------ folders and order


def make_tree(root: Path) -> None:
    for name in ("b.txt", "a/z.md", "a/c.txt", ".hidden/d.txt", "a/.e.txt", "photo.jpg", "a/table.csv"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(BODY, encoding="utf-8")


def test_folders_are_read_with_all_below_them_in_order_of_source(tmp_path: Path) -> None:
    make_tree(tmp_path)
    assert [article.source for article in read(tmp_path)] == ["a/c.txt", "a/z.md", "b.txt"]


def test_the_order_of_the_paths_changes_nothing(tmp_path: Path) -> None:
    make_tree(tmp_path)
    paths = [tmp_path / "b.txt", tmp_path / "a"]
    assert read(*paths) == read(*reversed(paths))


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    make_tree(tmp_path)
    assert len(read(tmp_path, tmp_path / "b.txt", tmp_path / "a" / ".." / "b.txt")) == 3


def test_two_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(f"{BODY} {folder}", encoding="utf-8")
    first, second = read_articles([tmp_path / "x", tmp_path / "y"])
    assert isinstance(first, Article)
    assert second == Skip("a.txt", "another file is called the same; give the folder above both")


def test_what_a_build_wrote_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "outputs" / "articles").mkdir(parents=True)
    (tmp_path / "outputs" / "manifest.json").touch()
    (tmp_path / "outputs" / "graph.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    assert [article.source for article in read(tmp_path)] == ["a.txt"]


@pytest.mark.parametrize(
    ("data", "source", "text"),
    [(BODY, "stdin", BODY), (json.dumps({"text": BODY}), "stdin#1", BODY), (PAGE, "stdin", None)],
    ids=["text", "json lines", "page"],
)
def test_standard_input(monkeypatch: pytest.MonkeyPatch, data: str, source: str, text: str | None) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
    (article,) = read(Path("-"))
    assert article.source == source
    assert text is None or article.text == text


# ------------------------------------------------------------------------------------------------ what cannot be read


def skips(path: Path) -> list[Skip]:
    return [found for found in read_articles([path]) if isinstance(found, Skip)]


def test_a_missing_path_is_an_error_at_once(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="nowhere: no such file or folder; check the spelling"):
        read_articles([tmp_path / "nowhere"])


def test_an_address_is_not_fetched() -> None:
    with pytest.raises(ReadError, match="save the page as a file first"):
        read_articles([Path("https://a.example/yard.html")])


def test_a_broken_line_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{BODY} {number}"}) for number in range(1, 10)]
    lines[6] = lines[6][:-3]
    (tmp_path / "wire.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found = list(read_articles([tmp_path / "wire.jsonl"]))
    assert sum(isinstance(article, Article) for article in found) == 8
    (skip,) = (article for article in found if isinstance(article, Skip))
    assert skip.where == "wire.jsonl:7"
    assert skip.reason.startswith("not valid JSON at column ")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("[1, 2]", "not a JSON object"),
        (
            '{"title": "Yard hires"}',
            "the article has no text; one of the keys must be text, body, content; here: title",
        ),
        ('{"text": "   "}', "the article has no text"),
        ("[" * 100_000, "not valid JSON"),
        ('{"text": "' + "a" * 4_000_000, "a line of more than 4 MB"),
    ],
    ids=["list", "no body", "blank body", "deep", "long"],
)
def test_an_odd_line_is_left_out(tmp_path: Path, line: str, reason: str) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text(f"{line}\n{json.dumps({'text': BODY})}\n", encoding="utf-8")
    (skip,) = skips(path)
    assert skip.where == "odd.jsonl:1"
    assert skip.reason.startswith(reason)
    assert len(list(read_articles([path]))) == 2


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", bytes(range(256)) * 30, "not a text file"),
        ("a.txt", b"x" * 16_000_001, "larger than 16 MB"),
        ("a.html", b"<html><body><img src='a.png'></body>", "no article found in the page"),
        ("a.html", b"", "no article found in the page"),
        ("a.jsonl", b"\n\n", "no articles in it"),
    ],
    ids=["binary", "large", "page without article", "empty page", "empty lines"],
)
def test_an_odd_file_is_left_out(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    (skip,) = skips(tmp_path / name)
    assert skip.where == name
    assert skip.reason.startswith(reason)


def test_broken_html_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    broken = PAGE.replace("</p>", "").replace("</article>", "<div <p <b>").replace("</body></html>", "")
    assert BODY in read_one(tmp_path / "a.html", broken).text


def test_a_file_that_cannot_be_opened_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_text(BODY, encoding="utf-8")
    skip, article = read_articles([tmp_path])
    reason = "cannot be read: No such file or directory; check the file and its permissions"
    assert skip == Skip("a.txt", reason)
    assert isinstance(article, Article)
