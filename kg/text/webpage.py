"""A web page to its article: the text without navigation and teasers, and what the page says of it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING, Any

from kg.errors import ReadError
from kg.text.dates import find_date
from kg.text.decode import scrub
from kg.text.frontmatter import Metadata
from kg.text.headlines import is_role
from kg.text.words_furniture import ADVERT_WORDS

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

IS_MARKUP = re.compile(r"<(?:p|div|br|span|article|h[1-6]|ul|blockquote)\b[^<>]*>|</(?:p|div|a|span)>", re.IGNORECASE)
IS_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype|html|head|body)\b", re.IGNORECASE)
BLOCK_END = re.compile(r"<br[^<>]{0,200}>|</(?:p|div|h[1-6]|li|blockquote|article|section|tr)>", re.IGNORECASE)
UNSEEN = re.compile(r"<(script|style|figure|aside|nav|table)\b.{0,100000}?</\1>|<!--.{0,100000}?-->", re.IGNORECASE)
TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
NAME_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")  # "AdSlot", "ad_slot" and "ad-slot" are two words each
# The date finder refuses days after "today" unless told otherwise; then the graph would depend on the clock.
DATES = {"original_date": True, "extensive_search": True, "min_date": "1990-01-01", "max_date": "2100-01-01"}


def is_markup(text: str) -> bool:
    """Tell whether a text is written in HTML.

    >>> is_markup("<p>Crews have arrived.</p>"), is_markup("a < b and b > c")
    (True, False)
    """
    return IS_MARKUP.search(text) is not None


def is_page(text: str) -> bool:
    """Tell whether a text is a whole page, as a browser saves it.

    >>> is_page("<!DOCTYPE html><html><p>Crews"), is_page("<p>Crews have arrived.</p>")
    (True, False)
    """
    return IS_PAGE.match(text) is not None and is_markup(text)


def without_markup(text: str) -> str:
    r"""Return the words of a piece of HTML, each block on a line of its own.

    >>> without_markup("<p>Crews &amp; pilots have <b>arrived</b>.</p><script>x()</script><p>They stay.</p>")
    'Crews & pilots have arrived.\nThey stay.'
    """
    is_set_by_tags = len(BLOCK_END.findall(text)) > text.count("\n\n")  # else a stray tag in plain text
    blocks = BLOCK_END.sub("\n", UNSEEN.sub("", text.replace("\n", " ") if is_set_by_tags else text))
    lines = (" ".join(unescape(TAG.sub("", line)).split()) for line in blocks.split("\n"))
    return "\n".join(filter(None, lines) if is_set_by_tags else lines)


def read_page(page: str) -> tuple[Metadata, str]:
    """Return what a page says of its article, and the article's paragraphs as lines.

    Raises:
        ReadError: there is no article in it.

    >>> sentence = "The crews have repaired two launchers, and the ministry has paid for the work. "
    >>> page = f"<html><head><title>Repairs begin</title></head><body><p>{sentence * 4}</p></body></html>"
    >>> metadata, text = read_page(page)
    >>> metadata.title, text.startswith("The crews")
    ('Repairs begin', True)
    """
    from trafilatura import bare_extraction  # it takes a third of a second to load
    from trafilatura.utils import load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs what the error below says
    tree = load_html(page)
    if tree is not None:
        drop_adverts(tree)
    found = tree is not None and bare_extraction(
        tree,
        favor_precision=True,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params=dict(DATES),
    )
    if not found or isinstance(found, dict) or not (found.text or "").strip():
        raise ReadError("no article found in the page", hint="give the article's text as a .txt file")
    metadata = Metadata(
        title=_field(found.title),
        author="; ".join(part for part in _field(found.author).split("; ") if not is_role(part)),
        publisher=_field(found.sitename) or _field(found.hostname),
        published=find_date(found.date or ""),
        url=_field(found.url),
    )
    return metadata, scrub(_without_headings(found.text or "", found.body))


def drop_adverts(tree: HtmlElement) -> None:
    """Take the boxes that the page itself calls adverts out of it, but for one that holds most of its text.

    >>> from lxml.html import fromstring, tostring
    >>> page = fromstring('<div><p>Crews have arrived.</p><div class="ad-box">Buy now.</div></div>')
    >>> drop_adverts(page)
    >>> tostring(page)
    b'<div><p>Crews have arrived.</p></div>'
    """
    most = len(tree.text_content()) / 2  # "has-ads" may stand on the body, "ad-free" on the article
    for element in list(tree.iter("div", "section", "p", "span", "a", "li", "ins")):
        if _is_advert(element) and len(element.text_content()) <= most:
            element.drop_tree()


def _is_advert(element: HtmlElement) -> bool:
    names = [element.get(name, "") for name in ("class", "id", "aria-label")]
    names += [name for name in element.attrib if name.startswith("data-ad")]
    return any(word.lower() in ADVERT_WORDS for name in names for word in NAME_WORD.findall(name))


def _without_headings(text: str, body: Iterable[Any]) -> str:
    """Leave out the lines that the page sets as headings: they are no sentences, and nothing may be read off them."""
    elements = (element for child in body for element in child.iter("head"))
    headings = {" ".join("".join(element.itertext()).split()) for element in elements}
    return "\n".join(line for line in text.split("\n") if " ".join(line.split()) not in headings)


def _field(value: str | None) -> str:
    return " ".join(scrub(unescape(value or "")).split())
