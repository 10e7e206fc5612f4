"""The pages for people: what is there, answers as tables, single things, and the editor."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader
from markupsafe import Markup

from kg.graph.turtle import Shortener
from kg.ontology import NamedQuery
from kg.show.encode import Json, safe_json
from kg.show.server.places import href

PLAIN = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
EDITOR = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
MOST_ROWS = 2000


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as people read it."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """An answer as people read it."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    more: int = 0

    def __bool__(self) -> bool:
        return bool(self.rows)


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads terms with the prefixes of the graph, and knows where they are shown."""

    prefixes: Mapping[str, str]
    base_iri: str

    def table(self, answer: bytes) -> Table:
        """Return an answer in JSON as a table; yes or no as one of one cell."""
        data = json.loads(answer)
        if "boolean" in data:
            return Table(("answer",), ((Cell("yes" if data["boolean"] else "no"),),))
        columns, found = data["head"]["vars"], data["results"]["bindings"]
        cell = self._cells()
        rows = tuple(tuple(cell(row.get(name)) for name in columns) for row in found[:MOST_ROWS])
        return Table(tuple(columns), rows, max(0, len(found) - MOST_ROWS))

    def _cells(self) -> Callable[[Any], Cell]:
        short = Shortener(self.prefixes).short

        def cell(term: Any) -> Cell:
            if term is None:
                return Cell("")
            if term["type"] != "uri":
                return Cell(str(term["value"]))
            return Cell(short(f"<{term['value']}>"), href(term["value"], self.base_iri))

        return cell


def home(queries: Sequence[NamedQuery]) -> str:
    """Return the page that leads to all others."""
    return _rendered("home.html", queries=queries)


def answered(query: NamedQuery, values: Mapping[str, str], table: Table, links: Mapping[str, str]) -> str:
    """Return the answer to a named query."""
    return _rendered("answer.html", query=query, values=values, table=table, links=links)


def thing(iri: str, label: str, tables: Mapping[str, Table]) -> str:
    """Return what is known of one thing."""
    return _rendered("thing.html", iri=iri, label=label, tables=tables)


def editor(queries: Sequence[NamedQuery], prefixes: Mapping[str, str]) -> str:
    """Return the editor with the named queries as examples."""
    data: dict[str, Json] = {
        "examples": [{"title": query.title, "query": query.sparql} for query in queries],
        "prefixes": dict(prefixes),
    }
    return _rendered("editor.html", data=Markup(safe_json(data)))  # noqa: S704 (no < > or & is left in it)


def _rendered(name: str, **values: object) -> str:
    return _templates().get_template(name).render(**values)


@cache
def _templates() -> Environment:
    folder = files("kg.show").joinpath("server/templates")
    loader = FunctionLoader(lambda name: folder.joinpath(name).read_text(encoding="utf-8"))
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)
