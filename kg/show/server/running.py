"""Run the service until somebody stops it."""

from __future__ import annotations

import logging
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import uvicorn

from kg.errors import UsageError
from kg.graph.generations import current
from kg.show.server.app import make_app
from kg.show.server.connections import MOST_CONNECTIONS, PatientProtocol
from kg.show.server.options import Options, ignore, is_loopback

STOP_SECONDS = 1  # that answers under way have left; the rest of two seconds is for the workers
LARGEST_HEAD = 80_000  # bytes of a request's line and headers


class Server(uvicorn.Server):
    """uvicorn's server, for which being stopped is no error."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop at SIGINT and SIGTERM; unlike uvicorn's own, raise them not again afterwards."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def serve(
    options: Options, *, ready: Callable[[str], None] = ignore, started: Callable[[Server], None] | None = None
) -> None:
    """Serve a graph until the process is told to stop.

    Args:
        options: what is served, and to whom.
        ready: called with the address once requests are taken.
        started: called with the server, whose `should_exit` stops it.

    Raises:
        UsageError: the port is taken, or everybody could read the graph.
        GraphError: there is no graph.
    """
    if not is_loopback(options.host) and not options.token:
        what = f"on {options.host} everybody in the network could read the graph"
        raise UsageError(what, where="kg serve", hint="add --token WORD, which they must then give")
    current(options.folder)
    listening = _listening(options)
    address = f"http://{_shown(options.host)}:{listening.getsockname()[1]}/"
    logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
    config = uvicorn.Config(
        make_app(options, on_start=lambda: ready(address)),
        http=PatientProtocol,
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=MOST_CONNECTIONS,
        timeout_keep_alive=5,
        timeout_graceful_shutdown=STOP_SECONDS,
        h11_max_incomplete_event_size=LARGEST_HEAD,
    )
    server = Server(config)
    if started is not None:
        started(server)
    with listening:
        server.run(sockets=[listening])


def _listening(options: Options) -> socket.socket:
    """Return a socket on which clients can connect."""
    family = socket.AF_INET6 if ":" in options.host else socket.AF_INET
    try:
        return socket.create_server((options.host.strip("[]"), options.port), family=family, backlog=512)
    except (OSError, OverflowError) as error:
        what = f"cannot listen on {options.host} port {options.port} ({getattr(error, 'strerror', None) or error})"
        raise UsageError(what, where="kg serve", hint="choose another with --port") from error


def _shown(host: str) -> str:
    return f"[{host.strip('[]')}]" if ":" in host else host
