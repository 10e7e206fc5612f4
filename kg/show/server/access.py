"""The access log: one line for each request."""

from __future__ import annotations

import time
from collections.abc import Callable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

LONGEST = 200  # characters of a path


class AccessLog:
    """Writes client, method, path, status, bytes and milliseconds; never what was asked, nor a token."""

    def __init__(self, app: ASGIApp, *, log: Callable[[str], None]) -> None:
        self.app = app
        self.log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, and write down how it went."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began = time.perf_counter()
        status, size = 0, 0

        async def counted(message: Message) -> None:
            nonlocal status, size
            if message["type"] == "http.response.start":
                status = message["status"]
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            client = scope["client"][0] if scope.get("client") else "-"
            milliseconds = (time.perf_counter() - began) * 1000
            path = printable(scope["path"])
            self.log(f"{client} {printable(scope['method'])} {path} {status} {size} {milliseconds:.0f} ms")


def printable(text: str) -> str:
    r"""Return a text that cannot forge another line of a log.

    >>> printable("/a\nb")
    '/a\\nb'
    """
    return text[:LONGEST].encode("unicode_escape").decode("ascii")
