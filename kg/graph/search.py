"""Text search over labels and quotes, ranked: an SQLite index (FTS5) beside each generation of the store."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError, QueryError
from kg.graph import terms as t
from kg.graph.terms import Terms

INDEX = "search.db"
MOST_WORDS = 10  # of a search, for which near ones are looked up
ALIKE = 0.75  # of difflib's likeness: "ukrane" is to "ukraine" .92, to "crane" .73
KINDS = ("entity", "fact", "quote", "article")
# What a hit in the name of a thing counts against one in a quote: bm25 weighs the first column more.
WEIGHTS = "4.0, 1.0"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something whose words match: its kind, IRI, label, the words around the match, and how well it matches."""

    kind: str
    iri: str
    label: str
    snippet: str
    score: float


def write_index(store: ox.Store, terms: Terms, path: Path) -> None:
    """Write the index of a store to a new file."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5(name, text, kind UNINDEXED, iri UNINDEXED, label UNINDEXED, "
            "tokenize = 'porter unicode61 remove_diacritics 2')"
        )
        connection.executemany("INSERT INTO words VALUES (?, ?, ?, ?, ?)", sorted(_entries(store, terms)))
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")


def _entries(store: ox.Store, kg: Terms) -> Iterator[tuple[str, str, str, str, str]]:
    """Yield name, text, kind, IRI and label of all that can be found."""
    labels = _texts(store, t.LABEL)
    aliases = _texts(store, t.ALT_LABEL)
    for quad in store.quads_for_pattern(None, kg["mentionCount"], None, None):
        label = " ".join(labels.get(quad.subject, ()))
        yield f"{label} {' '.join(aliases.get(quad.subject, ()))}", "", "entity", _iri(quad.subject), label
    for kind, name in (("fact", "Fact"), ("article", "Article")):
        for quad in store.quads_for_pattern(None, t.TYPE, kg[name], None):
            label = " ".join(labels.get(quad.subject, ()))
            yield label if kind == "article" else "", label if kind == "fact" else "", kind, _iri(quad.subject), label
    for subject, quotes in _texts(store, t.QUOTE).items():
        yield "", " ".join(quotes), "quote", _iri(subject), ""


def _texts(store: ox.Store, predicate: ox.NamedNode) -> dict[object, list[str]]:
    found: dict[object, list[str]] = {}
    for quad in store.quads_for_pattern(None, predicate, None, None):
        if isinstance(quad.object, ox.Literal):
            found.setdefault(quad.subject, []).append(quad.object.value)
    return {subject: sorted(texts) for subject, texts in found.items()}


def _iri(subject: object) -> str:
    return subject.value if isinstance(subject, ox.NamedNode) else ""


def search(path: Path, words: str, *, kind: str = "", most: int = 20) -> tuple[Hit, ...]:
    """Return what matches all the words, the best first.

    Args:
        path: the index.
        words: any text; words in double quotes must follow each other, and the last word may be a beginning.
        kind: one of `KINDS`, or "" for all.
        most: how many hits to return.

    Raises:
        QueryError: there is no word in the text.
        GraphError: the index is missing or broken.
    """
    if not path.is_file():
        raise GraphError("there is no search index", where=str(path), hint="build the graph again")
    match = match_expression(words)
    sql = (
        f"SELECT kind, iri, label, snippet(words, -1, '[', ']', ' … ', 16), bm25(words, {WEIGHTS}) AS score FROM words "  # noqa: S608 - constants only
        "WHERE words MATCH ? AND (? = '' OR kind = ?) ORDER BY score, kind, label, iri LIMIT ?"
    )
    try:
        with closing(_opened(path)) as connection:
            rows = connection.execute(sql, (match, kind, kind, most)).fetchall()
    except sqlite3.Error as error:
        raise GraphError(
            f"the search index is broken ({error})", where=str(path), hint="build the graph again"
        ) from error
    return tuple(Hit(k, iri, label, " ".join(snippet.split()), -score) for k, iri, label, snippet, score in rows)


def near(path: Path, words: str) -> tuple[str, ...]:
    """Return words of names that are spelt much like some words, for those that are in no name.

    Args:
        path: the index.
        words: what was searched for.
    """
    try:
        with closing(_opened(path)) as connection:
            names = [name for (name,) in connection.execute("SELECT name FROM words WHERE kind = 'entity'")]
    except sqlite3.Error:
        return ()  # what is near is a courtesy
    by_lower = {word.lower(): word for name in sorted(names) for word in re.findall(r"\w+", name)}
    searched = [word.lower() for word in re.findall(r"\w+", words)[:MOST_WORDS]]
    found = [get_close_matches(word, by_lower, n=1, cutoff=ALIKE) for word in searched if word not in by_lower]
    return tuple(by_lower[match[0]] for match in found if match)


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)


def match_expression(words: str) -> str:
    """Return what a person typed as an expression of FTS5 in which nothing is an operator.

    >>> match_expression('fighter "air defence" NOT pol')
    '"fighter" "air defence" "NOT" "pol"*'
    """
    phrases = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\w+)', words)]
    phrases = [" ".join(re.findall(r"\w+", phrase)) for phrase in phrases]
    parts = [f'"{phrase}"' for phrase in phrases if phrase]
    if not parts:
        raise QueryError("there is no word to search for", where=repr(words), hint="give at least one word")
    return " ".join(parts) + ("*" if not words.rstrip().endswith('"') else "")
