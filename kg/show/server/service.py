"""What each address gives: the handlers of the application."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response

from kg.errors import QueryError
from kg.graph.generations import About, read_about
from kg.graph.newest import Newest
from kg.graph.query import find_named, with_parameters
from kg.graph.question import Question
from kg.graph.results import ResultFormat
from kg.graph.terms import prefixes
from kg.ontology import NamedQuery
from kg.show.server import entities, pages
from kg.show.server.answers import conditional, marks, sent
from kg.show.server.description import description
from kg.show.server.drawing import Drawing
from kg.show.server.lanes import Answer, Lanes
from kg.show.server.negotiation import HTML, LONGEST_ACCEPT, ROWS, TRIPLES, best, offered_for
from kg.show.server.options import Options
from kg.show.server.pages import Reader, Table
from kg.show.server.places import ONTOLOGY, iris_at
from kg.show.server.protocol import read_query, tag_of, weak_tag

PAGE = "graph.html"  # as a build writes it
LARGEST_TABLE = 10_000_000  # bytes of an answer that is shown as a table
TOO_LARGE = "the answer is too large for a page; take it as CSV"


class Service:
    """A graph and those who ask it."""

    def __init__(self, options: Options) -> None:
        self.options = options
        self.folder = options.folder
        self._newest = Newest(options.folder)
        self._drawing = Drawing(options.folder)
        self._large = asyncio.Semaphore(1)
        self._lanes: Lanes | None = None

    async def open(self) -> None:
        """Get ready to answer."""
        self._lanes = Lanes(self.folder, self.options.limits)
        await self._lanes.warm_up()

    async def close(self) -> None:
        """End all queries."""
        if self._lanes is not None:
            await self._lanes.close()
        await self._drawing.close()

    # -------------------------------------------------------------------------------------------- for programs

    async def sparql(self, request: Request) -> Response:
        """Answer a query; without one, describe the service or lead people to the editor."""
        sparql, dataset, fields = await read_query(request, self._large)
        if sparql is None:
            return self._description(request, fields)
        media_type, form = _chosen(request, offered_for(sparql), fields)
        question = Question(sparql, form, dataset, _endpoint(request))
        return await self._answer(request, question, media_type)

    async def health(self, _: Request) -> Response:
        """Say that the service is there, and which generation of the graph it reads."""
        return JSONResponse({"status": "ok", "generation": self._newest.state().generation.name}, headers=marks(None))

    def _description(self, request: Request, fields: Mapping[str, Sequence[str]]) -> Response:
        media_type, form = _chosen(request, TRIPLES, fields, else_html=True)
        if media_type == HTML:
            return RedirectResponse("/editor", 303, headers={"Vary": "Accept"})
        return Response(description(_endpoint(request), form), media_type=media_type, headers=marks(None))

    async def _answer(self, request: Request, question: Question, media_type: str) -> Response:
        tag = tag_of(question, self._newest.state().tag)
        unchanged = conditional(request, tag)
        if unchanged is not None:
            return unchanged
        return sent(await self._ask(request, question), media_type, marks(tag))

    async def _ask(self, request: Request, question: Question) -> Answer:
        if self._lanes is None:
            raise HTTPException(503, "the service is starting; ask again")
        client = request.client.host if request.client else ""
        return await self._lanes.ask(question, client, request.is_disconnected)

    # -------------------------------------------------------------------------------------------- for people

    async def home(self, request: Request) -> Response:
        """Give the page that leads to all others."""
        return self._page(request, pages.home(self._about().queries))

    async def editor(self, request: Request) -> Response:
        """Give the editor."""
        about = self._about()
        return self._page(request, pages.editor(about.queries, prefixes(about.base_iri)), pages.EDITOR)

    async def graph(self, request: Request) -> Response:
        """Give the page that shows the graph: the one that the build wrote, else one made now."""
        policy = {"Content-Security-Policy": "frame-ancestors 'none'", "Cache-Control": "no-cache"}
        state, written = self._newest.state(), self.folder / PAGE
        is_written = written.is_file()
        tag = weak_tag(PAGE, state.tag, str(written.stat().st_mtime_ns if is_written else 0))
        unchanged = conditional(request, tag)
        if unchanged is not None:
            return unchanged
        page = written if is_written else await self._drawing.page(state)
        return FileResponse(page, media_type=HTML, headers={**policy, "ETag": tag})

    async def named(self, request: Request) -> Response:
        """Answer a query that has a name, as a page or in any of the formats."""
        query = self._query(request.path_params["name"])
        values = {name: value for name, value in request.query_params.items() if name != "format" and value}
        about = self._about()
        sparql = with_parameters(query, values, prefixes(about.base_iri))
        fields = {"format": request.query_params.getlist("format")}
        media_type, form = _chosen(request, offered_for(sparql), fields, else_html=True)
        if media_type != HTML:
            return await self._answer(request, Question(sparql, form), media_type)
        table = await self._table(request, sparql)
        links = {name: f"?{urlencode({**values, 'format': form})}" for name, form in (("CSV", "csv"), ("JSON", "json"))}
        return self._page(request, pages.answered(query, values, table, links))

    async def thing(self, request: Request) -> Response:
        """Give what is known of one thing, as a page or as RDF."""
        about = self._about()
        raw = request.scope["raw_path"].decode("latin-1")
        for iri in iris_at(request.scope["path"], raw, about.base_iri):
            response = await self._thing(request, iri)
            if response is not None:
                return response
        raise HTTPException(404, "the graph knows nothing of that name")

    async def ontology(self, request: Request) -> Response:
        """Give the terms that the graph is written in, as a page or as RDF."""
        name = f"{self._about().base_iri}{ONTOLOGY}#"
        fields = {"format": request.query_params.getlist("format")}
        media_type, form = _chosen(request, TRIPLES, fields, else_html=True)
        if media_type != HTML:
            return await self._answer(request, Question(entities.vocabulary(name), form), media_type)
        tables = {"Terms": await self._table(request, entities.terms(name))}
        return self._page(request, pages.thing(name, "The ontology", tables))

    async def _thing(self, request: Request, iri: str) -> Response | None:
        """Return what is known of a thing, or None where nothing is."""
        fields = {"format": request.query_params.getlist("format")}
        media_type, form = _chosen(request, TRIPLES, fields, else_html=True)
        known = await self._table(request, entities.properties(iri))
        if not known:
            return None
        if media_type != HTML:
            return await self._answer(request, Question(entities.everything_about(iri), form), media_type)
        tables = {
            "Facts": await self._table(request, entities.facts(iri)),
            "Evidence": await self._table(request, entities.quotes(iri)),
            "Properties": known,
        }
        label = next((row[1].text for row in known.rows if row[0].text == "rdfs:label"), iri)
        return self._page(request, pages.thing(iri, label, tables))

    async def _table(self, request: Request, sparql: str) -> Table:
        """Return the answer to a query as a table."""
        about = self._about()
        form = ResultFormat.JSON if offered_for(sparql) is ROWS else ResultFormat.NTRIPLES
        with await self._ask(request, Question(sparql, form)) as answer:
            data = answer.read(LARGEST_TABLE + 1)
        if len(data) > LARGEST_TABLE or form is not ResultFormat.JSON:
            raise HTTPException(413, TOO_LARGE)
        return await run_in_threadpool(Reader(prefixes(about.base_iri), about.base_iri).table, data)

    def _page(self, request: Request, html: str, policy: str = pages.PLAIN) -> Response:
        tag = weak_tag(html)
        headers = {**marks(tag), "Content-Security-Policy": policy}
        return conditional(request, tag) or HTMLResponse(html, headers=headers)

    # -------------------------------------------------------------------------------------------- of the graph

    def _about(self) -> About:
        return _about(*self._newest.state())

    def _query(self, name: str) -> NamedQuery:
        try:
            return find_named(self._about().queries, name)
        except QueryError as error:
            raise HTTPException(404, str(error)) from error


@lru_cache(maxsize=4)
def _about(generation: Path, _: str) -> About:
    return read_about(generation)


def _chosen(
    request: Request,
    offered: Mapping[str, ResultFormat],
    fields: Mapping[str, Sequence[str]],
    *,
    else_html: bool = False,
) -> tuple[str, ResultFormat]:
    """Return the media type and form of an answer: as the field `format` says, else as the client accepts.

    Raises:
        HTTPException: the client accepts nothing that there is.
    """
    wanted = next(iter(fields.get("format", ())), "")
    for media_type, form in offered.items():
        if wanted == form:
            return media_type, form
    choices = (*offered, *([HTML] if else_html else []))
    liked = best(request.headers.get("accept", "")[:LONGEST_ACCEPT], choices)
    if wanted or liked is None:
        raise HTTPException(406, f"no such format; there are {', '.join(choices)}")
    return liked, offered.get(liked, ResultFormat.TABLE)


def _endpoint(request: Request) -> str:
    return str(request.url.replace(path="/sparql", query="", fragment=""))
