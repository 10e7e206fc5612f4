"""How answers go out: with a tag to ask again by, whole where they are small and in parts where they are not."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from kg.show.server.lanes import Answer

SMALL = 262_144  # bytes
PART = 65_536
REVALIDATE = "no-cache"  # keep it, but ask whether it still holds


def conditional(request: Request, tag: str | None) -> Response | None:
    """Return "not modified" where the client has what carries the tag, else None."""
    said = request.headers.get("if-none-match", "")
    known = {part.strip().removeprefix("W/") for part in said[:4000].split(",")}
    if tag is None or request.method not in ("GET", "HEAD") or tag.removeprefix("W/") not in known:
        return None
    return Response(status_code=304, headers=marks(tag))


def marks(tag: str | None) -> dict[str, str]:
    """Return the headers that say how long an answer holds.

    >>> marks(None)
    {'Vary': 'Accept', 'Cache-Control': 'no-store'}
    """
    kept = {"Cache-Control": REVALIDATE, "ETag": tag} if tag else {"Cache-Control": "no-store"}
    return {"Vary": "Accept", **kept}


def sent(answer: Answer, media_type: str, headers: Mapping[str, str]) -> Response:
    """Return an answer of any size; it is closed once it is sent."""
    size = answer.seek(0, os.SEEK_END)
    answer.seek(0)
    if size > SMALL:
        length = {"Content-Length": str(size)}
        return StreamingResponse(_parts(answer), media_type=media_type, headers={**headers, **length})
    with answer:
        return Response(answer.read(), media_type=media_type, headers=dict(headers))


def _parts(answer: Answer) -> Iterator[bytes]:
    with answer:
        while part := answer.read(PART):
            yield part
