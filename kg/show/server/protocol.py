"""What a client asks: a request read as the SPARQL 1.1 Protocol says."""

from __future__ import annotations

import asyncio
import hashlib
import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from kg.graph.query import Dataset
from kg.graph.question import Question
from kg.graph.sparql import decoded

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
MOST_BYTES = 1_000_000  # of a request's body
LARGE = 50_000  # bytes of a body that takes a while to read
MOST_FIELDS = 1000
BODY_SECONDS = 10  # in which the body must have come
LONGEST_TAGGED = 50_000  # characters of a query: all others wait while it is looked through
# Wherever they stand: a tag less, where a text has one of these words, costs little.
_CHANGING = re.compile(r"\b(?:NOW|RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)
READ_ONLY = "this service is read-only; ask with SELECT, ASK, CONSTRUCT or DESCRIBE"


def tag_of(question: Question, generation: str) -> str | None:
    """Return the ETag of the answer from a generation of the store; None where it may change from time to time.

    >>> from kg.graph.results import ResultFormat
    >>> tag_of(Question("SELECT (RAND() AS ?x) {}", ResultFormat.JSON), "000001")
    """
    if len(question.sparql) > LONGEST_TAGGED or _CHANGING.search(decoded(question.sparql)):
        return None
    return weak_tag(generation, question.sparql, question.form, repr(question.dataset), question.base_iri)


def weak_tag(*parts: str) -> str:
    """Return an ETag made of some texts; weak, as the bytes differ where they are compressed.

    >>> weak_tag("a", "b") == weak_tag("ab"), weak_tag("a")[:3]
    (False, 'W/"')
    """
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()
    return f'W/"{digest[:32]}"'


async def read_query(
    request: Request, large: asyncio.Semaphore
) -> tuple[str | None, Dataset, Mapping[str, Sequence[str]]]:
    """Return the query of a request (None where a GET has none), its graphs, and all the fields.

    Large bodies are read beside all else, one after another, as `large` has it.

    Raises:
        HTTPException: the request is none that the protocol knows, is too large, or would change the graph.
    """
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        fields = await _with_body(request, fields, large)
    if "update" in fields:
        raise HTTPException(403, READ_ONLY)
    queries = fields.get("query", [])
    if len(queries) > 1:
        raise HTTPException(400, f"{len(queries)} queries in one request; send one")
    if request.method == "POST" and not queries:
        raise HTTPException(400, "no query in the request; send it as the field query")
    dataset = Dataset(tuple(fields.get("default-graph-uri", ())), tuple(fields.get("named-graph-uri", ())))
    return (queries[0] if queries else None), dataset, fields


async def _with_body(request: Request, fields: dict[str, list[str]], large: asyncio.Semaphore) -> dict[str, list[str]]:
    """Return the fields of the address and of the body."""
    media_type, charset = _content_type(request)
    if media_type not in (FORM, QUERY, UPDATE):
        raise HTTPException(415, f"cannot read {media_type or 'a body of no type'}; send {FORM} or {QUERY}")
    if charset not in ("", "utf-8"):
        raise HTTPException(415, f"cannot read {charset}; send UTF-8")
    body = await _body(request)
    if media_type == UPDATE:
        raise HTTPException(403, READ_ONLY)
    if media_type == FORM and len(body) > LARGE:
        async with large:
            return _joined(fields, await run_in_threadpool(_fields, body))
    if media_type == FORM:
        return _joined(fields, _fields(body))
    return _joined(fields, {"query": [_text(body)]})


def _content_type(request: Request) -> tuple[str, str]:
    media_type, *parameters = request.headers.get("content-type", "").lower().split(";")
    pairs = (parameter.partition("=") for parameter in parameters)
    charset = next((value.strip().strip('"') for name, _, value in pairs if name.strip() == "charset"), "")
    return media_type.strip(), charset


async def _body(request: Request) -> bytes:
    """Return the body; a client that sends too much or too slowly is told so."""
    length = request.headers.get("content-length", "0")
    if not length.isdigit() or int(length) > MOST_BYTES:
        raise HTTPException(413, f"more than {MOST_BYTES:,} bytes; send a shorter query")
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for part in request.stream():
                parts.append(part)
                size += len(part)
                if size > MOST_BYTES:
                    raise HTTPException(413, f"more than {MOST_BYTES:,} bytes; send a shorter query")
    except TimeoutError as error:
        hint = f"the body did not come within {BODY_SECONDS} s; send it faster"
        raise HTTPException(408, hint, headers={"Connection": "close"}) from error
    except ClientDisconnect as error:
        raise HTTPException(400, "the client has gone; ask again") from error
    return b"".join(parts)


def _joined(fields: Mapping[str, list[str]], more: Mapping[str, list[str]]) -> dict[str, list[str]]:
    return {name: [*fields.get(name, []), *more.get(name, [])] for name in [*fields, *more]}


def _fields(data: bytes) -> dict[str, list[str]]:
    try:
        text = data.decode("utf-8")
        return parse_qs(text, keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS)
    except ValueError as error:  # UnicodeDecodeError is one
        raise HTTPException(400, "the fields are malformed; encode them as UTF-8 with %") from error


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, "the query is not UTF-8; send it as UTF-8") from error
