"""Large graphs made of copies of a small one, for what is measured on many facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pyoxigraph as ox

from kg.model import Extraction
from tests.graph.conftest import BASE, KG, ArticleBuilder

OF_ARTICLES = tuple(f"{BASE}{name}" for name in ("evidence", "article"))
OF_THINGS = tuple(f"{BASE}{name}" for name in ("entity", "fact", "contradiction"))
Term = ox.NamedNode | ox.Literal | ox.DefaultGraph


def copies(quads: Sequence[ox.Quad], count: int, *, shared_by: int) -> Iterator[ox.Quad]:
    """Yield the quads again and again, each time of another article; so many articles each tell of the same facts."""
    for number in range(count):
        for quad in quads:
            yield renamed(quad, number, shared_by)


def renamed(quad: ox.Quad, number: int, shared_by: int = 1) -> ox.Quad:
    """Return a quad of the copy with this number."""

    def new(term: Term) -> Term:
        if isinstance(term, ox.NamedNode) and term.value.startswith(OF_ARTICLES):
            return ox.NamedNode(f"{term.value}{number}")
        if isinstance(term, ox.NamedNode) and term.value.startswith(OF_THINGS):
            return ox.NamedNode(f"{term.value}{number // shared_by}")
        return term

    return ox.Quad(new(quad.subject), quad.predicate, new(quad.object), new(quad.graph_name))


def crews() -> Extraction:
    """Return an article to which every rule that ships has something to say."""
    article = ArticleBuilder(
        "Northland maintains systems, including Alpha One and Beta Two. It borders Southland. Eastvale lies in "
        "the Coast, and the Coast lies in Northland. Crews repair Beta Two. The yard owns docks. "
        "Northland visited the Coast."
    )
    article.say("Northland", "maintains", "systems", lemma="maintain", property=f"{KG}maintains")
    for member in ("Alpha One", "Beta Two"):
        article.say("systems", "including", member, lemma="include as member", kind="hyponym")
    article.say("Northland", "borders", "Southland", lemma="border", property=f"{KG}borders")
    article.say("Eastvale", "lies in", "Coast", lemma="lie in", property=f"{KG}locatedIn")
    article.say("Coast", "lies in", "Northland", lemma="lie in", property=f"{KG}locatedIn")
    article.say("Crews", "repair", "Beta Two", lemma="repair", property=f"{KG}maintains")
    article.say("yard", "owns", "docks", lemma="own", property=f"{KG}owns")
    article.say("Northland", "visited", "Coast", lemma="visit", property=f"{KG}visits")
    return article.build()
