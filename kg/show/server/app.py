"""The application: which address gives what."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.errors import DataError, GraphError, KgError, Limit, LimitError
from kg.show.server.access import AccessLog
from kg.show.server.guard import Guard
from kg.show.server.lanes import BusyError, GoneError
from kg.show.server.options import Options
from kg.show.server.places import KINDS, ONTOLOGY
from kg.show.server.service import Service
from kg.show.server.static import static

COMPRESSION = 5  # of 9: half the time of 9 for a few percent more bytes
SMALLEST = 1000  # bytes worth compressing
PREFLIGHT_SECONDS = 600
CLIENT_GONE = 499  # for the log, as nginx has it; nobody receives it
# A query that took too long is right, so it is no 400; the same query may do when less is going on.
STATUSES = {Limit.TIME: 503, Limit.MEMORY: 503, Limit.ROWS: 413, Limit.BYTES: 413}


def nothing() -> None:
    """Do nothing."""


def make_app(options: Options, *, on_start: Callable[[], None] = nothing) -> Starlette:
    """Return the application that serves a graph; `on_start` is called when it takes requests."""
    service = Service(options)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await service.open()
        on_start()
        try:
            yield
        finally:
            await service.close()

    return Starlette(
        routes=_routes(service),
        middleware=_middleware(options),
        lifespan=lifespan,
        exception_handlers={
            HTTPException: _refused,
            KgError: _at_fault,
            BusyError: _busy,
            GoneError: _gone,
            Exception: _fault(options.log),
        },
    )


def _routes(service: Service) -> list[Route]:
    return [
        Route("/", service.home),
        Route("/graph", service.graph),
        Route("/editor", service.editor),
        Route("/sparql", service.sparql, methods=["GET", "POST"]),
        Route("/sparql/", service.sparql, methods=["GET", "POST"]),
        Route("/queries/{name}", service.named),
        Route("/health", service.health),
        Route("/static/{name:path}", static),
        Route(f"/{ONTOLOGY}", service.ontology),
        *(Route(f"/{kind}/{{rest:path}}", service.thing) for kind in KINDS),
    ]


def _middleware(options: Options) -> list[Middleware]:
    cors = Middleware(
        CORSMiddleware,
        allow_origins=list(options.origins),
        allow_methods=["GET", "POST"],
        allow_headers=["Authorization", "Content-Type"],
        expose_headers=["ETag"],
        max_age=PREFLIGHT_SECONDS,
    )
    return [
        Middleware(AccessLog, log=options.log),
        *([cors] if options.origins else []),
        Middleware(Guard, names=options.names, origins=options.origins, token=options.token),
        Middleware(GZipMiddleware, minimum_size=SMALLEST, compresslevel=COMPRESSION),
    ]


async def _refused(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - for the type checker
    return PlainTextResponse(f"{error.detail}\n", error.status_code, headers=error.headers)


async def _at_fault(_: Request, error: Exception) -> Response:
    return PlainTextResponse(f"{error}\n", _status(error))


def _status(error: Exception) -> int:
    if isinstance(error, LimitError):
        return STATUSES[error.limit]
    return 503 if isinstance(error, GraphError) else 400 if isinstance(error, DataError) else 406


async def _busy(_: Request, __: Exception) -> Response:
    said = "other slow queries are running; ask again later, or narrow the query\n"
    return PlainTextResponse(said, 503, headers={"Retry-After": "5"})


async def _gone(_: Request, __: Exception) -> Response:
    return Response(status_code=CLIENT_GONE)


def _fault(log: Callable[[str], None]) -> Callable[[Request, Exception], Response]:
    def fault(_: Request, error: Exception) -> Response:
        log(f"a fault of kg: {type(error).__name__}: {error}")
        return PlainTextResponse("a fault of kg; its log says more\n", 500)

    return fault
