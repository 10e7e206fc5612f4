"""Connections that do not wait for ever: for a request that trickles in, or for a client that does not read.

Nor can one client hold them all.
"""

from __future__ import annotations

import asyncio
import socket
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

MOST_CONNECTIONS = 512
MOST_OF_ONE = MOST_CONNECTIONS // 2  # connections from one address; a browser keeps six
HEAD_SECONDS = 10.0  # in which the head of a request must have come
READ_SECONDS = 30.0  # in which a client must take what is sent
CLOSE_SECONDS = 2.0  # in which it must take the rest once the connection closes


class PatientProtocol(H11Protocol):
    """uvicorn's protocol with an end to patience."""

    head_timer: asyncio.TimerHandle | None = None
    read_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """Begin to wait for the first request."""
        super().connection_made(transport)
        connection = transport.get_extra_info("socket")
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # or each answer waits 40 ms for the client
        if self._of_the_same_client() > MOST_OF_ONE:
            self.transport.abort()
        self._expect_head()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait for nothing any more."""
        for timer in (self.head_timer, self.read_timer):
            if timer is not None:
                timer.cancel()
        super().connection_lost(exc)

    def on_response_complete(self) -> None:
        """Begin to wait for the next request."""
        self._expect_head()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Give the client some time to take what was sent."""
        super().pause_writing()
        self.read_timer = self.loop.call_later(READ_SECONDS, self.transport.abort)

    def resume_writing(self) -> None:
        """Send on."""
        if self.read_timer is not None:
            self.read_timer.cancel()
            self.read_timer = None
        super().resume_writing()

    def _of_the_same_client(self) -> int:
        clients = (other.client for other in self.connections if isinstance(other, PatientProtocol))
        return sum(client is not None and self.client is not None and client[0] == self.client[0] for client in clients)

    def _expect_head(self) -> None:
        if self.head_timer is not None:
            self.head_timer.cancel()
        self.head_timer = self.loop.call_later(HEAD_SECONDS, self._stop_waiting)

    def _stop_waiting(self) -> None:
        """Close a connection on which no request is being answered."""
        if self.cycle is None or self.cycle.response_complete:
            self.transport.close()
            self.loop.call_later(CLOSE_SECONDS, self.transport.abort)
