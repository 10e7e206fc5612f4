"""What stands before the service: who may ask under which name, and what every answer tells the browser."""

from __future__ import annotations

import base64
import binascii
import hmac
import socket
from collections.abc import Iterable
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

OPEN = "/health"  # says nothing of the graph
LONGEST_ADDRESS = 64_000  # characters of path and query
METHODS = frozenset({"GET", "HEAD", "POST", "OPTIONS"})
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class Guard:
    """Lets requests pass that name this machine, come from its own pages, and know the token."""

    def __init__(self, app: ASGIApp, *, names: Iterable[str], origins: Iterable[str], token: str) -> None:
        self.app = app
        self.names = frozenset({"localhost", socket.gethostname().lower(), *(name.lower() for name in names)})
        self.origins = frozenset(origins)
        self.token = token
        marks = ALWAYS | ({"Cross-Origin-Resource-Policy": "cross-origin"} if self.origins else {})
        self.marks = tuple((name.lower().encode(), value.encode()) for name, value in marks.items())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request that may not pass, else hand it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_marked(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *self.marks]
            await send(message)

        refusal = self._refusal(scope, Headers(scope=scope))
        await (refusal or self.app)(scope, receive, send_marked)

    def _refusal(self, scope: Scope, headers: Headers) -> Response | None:
        if scope["method"] not in METHODS:
            return _said(405, f"{scope['method'][:20]} does nothing here; use GET or POST", Allow=", ".join(METHODS))
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return _said(414, "the address is too long; send the query in the body of a POST")
        hosts = headers.getlist("host")
        if len(hosts) != 1 or not is_known(hosts[0], self.names):
            return _said(421, "this service does not go by that name; start it with --allow-host NAME")
        if scope["method"] == "POST" and not self._is_own(headers.get("origin"), hosts[0]):
            return _said(403, "other sites may not ask; start the service with --allow-origin ORIGIN")
        is_open = scope["path"] == OPEN or scope["method"] == "OPTIONS"
        if self.token and not is_open and not knows(headers.get("authorization", ""), self.token):
            challenge = 'Basic realm="kg", charset="UTF-8"'
            return _said(401, "give the token, as password or as Bearer", **{"WWW-Authenticate": challenge})
        return None

    def _is_own(self, origin: str | None, host: str) -> bool:
        """Tell whether a page of this service, a program, or a site that is allowed sends a request."""
        if origin is None or origin in self.origins or "*" in self.origins:
            return True
        return origin.partition("://")[2].lower() == host.lower()


def is_known(host: str, names: Iterable[str]) -> bool:
    """Tell whether a Host header names this machine: by an address, which no other site can take, or by a known name.

    >>> is_known("127.0.0.1:8080", []), is_known("[::1]", []), is_known("evil.example:8080", ["localhost"])
    (True, True, False)
    """
    name, _, port = host.rpartition(":") if host.rpartition(":")[2].isdigit() else (host, "", "")
    if port and int(port[:6]) > 65_535:
        return False
    try:
        ip_address(name[1:-1] if name.startswith("[") and name.endswith("]") else name)
    except ValueError:
        return name.lower() in set(names)
    return True


def knows(authorization: str, token: str) -> bool:
    """Tell whether a request shows the token.

    >>> knows("Bearer sesame", "sesame"), knows("Basic a2c6c2VzYW1l", "sesame"), knows("Bearer", "sesame")
    (True, True, False)
    """
    scheme, _, shown = authorization.strip().partition(" ")
    if scheme.lower() == "basic":
        try:
            shown = base64.b64decode(shown, validate=True).decode("utf-8").partition(":")[2]
        except (binascii.Error, ValueError):
            return False
    elif scheme.lower() != "bearer":
        return False
    return hmac.compare_digest(shown.strip().encode(), token.encode())


def _said(status: int, what: str, **headers: str) -> Response:
    return PlainTextResponse(f"{what}\n", status, headers)
