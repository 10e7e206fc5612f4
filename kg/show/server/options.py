"""What a service is told when it starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from kg.graph.question import Limits

LOOPBACK = "127.0.0.1"
ANSWER_MEGABYTES = 100  # of one answer; several may lie on disk at once


def ignore(_: str) -> None:
    """Say nothing."""


@dataclass(frozen=True, slots=True)
class Options:
    """How a graph is served.

    Attributes:
        folder: where the graph is.
        host: the address to listen on.
        port: the port; 0 lets the system choose.
        token: what everybody must show, or "" where nobody must.
        names: host names, besides localhost and addresses, under which the service is reached.
        origins: other sites whose scripts may read answers.
        limits: what one query may take.
        log: takes each line of the access log.
    """

    folder: Path
    host: str = LOOPBACK
    port: int = 8080
    token: str = field(default="", repr=False)
    names: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    limits: Limits = field(default_factory=lambda: Limits(answer_megabytes=ANSWER_MEGABYTES))
    log: Callable[[str], None] = ignore


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach an address.

    >>> is_loopback("127.0.0.1"), is_loopback("0.0.0.0"), is_loopback("localhost")
    (True, False, True)
    """
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"
