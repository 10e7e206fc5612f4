"""The files of the service itself, by name: no path is ever made of what a client sends."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.show.server.answers import conditional
from kg.show.server.protocol import weak_tag

TYPES = {
    "service.css": "text/css",
    "editor.js": "text/javascript",
    "yasgui/yasgui.min.css": "text/css",
    "yasgui/yasgui.min.js": "text/javascript",
    "yasgui/LICENSE.txt": "text/plain",
}


async def static(request: Request) -> Response:
    """Give a file."""
    name = request.path_params["name"]
    if name not in TYPES:
        raise HTTPException(404, "there is no such file")
    data, tag = _file(name)
    return conditional(request, tag) or Response(data, media_type=TYPES[name], headers={"ETag": tag})


@cache
def _file(name: str) -> tuple[bytes, str]:
    data = files("kg.show").joinpath(f"static/{name}").read_bytes()
    return data, weak_tag(data.decode("utf-8"))
