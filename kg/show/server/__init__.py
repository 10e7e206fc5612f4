"""The service: page, SPARQL endpoint, editor and entities over HTTP, read-only."""

from __future__ import annotations

from kg.show.server.app import make_app
from kg.show.server.options import Options
from kg.show.server.running import serve

__all__ = ["Options", "make_app", "serve"]
