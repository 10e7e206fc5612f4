"""The command line: `kg build | extract | query | export | view | explain | check | articles | remove | evaluate`.

Commands import what is heavy only when they run, so that help comes at once.
"""

from __future__ import annotations

from kg.cli.program import main

__all__ = ["main"]
