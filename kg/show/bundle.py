"""The page's own scripts and styles, each one file, joined to one text.

The scripts are modules that name what they import, so that each can be read and tested alone; for the page they
are put in an order in which what is imported comes first, without their import and export words.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

ENTRY = "main.js"
STYLES = ("base.css", "frame.css", "panel.css", "parts.css", "print.css")
IMPORT = re.compile(r"^import\s[^;]*?from\s+\"\./([\w.]+)\";\n", re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function|const|class|let)", re.MULTILINE)


@cache
def script() -> str:
    """Return the scripts as one, in strict mode, nothing of them visible outside.

    >>> script().startswith('"use strict";')
    True
    """
    parts: dict[str, str] = {}
    _collect(ENTRY, parts)
    body = "\n".join(f"// ---- {name}\n{text}" for name, text in parts.items())
    return f'"use strict";\n(() => {{\n{body}\n}})();\n'


def _collect(name: str, parts: dict[str, str]) -> None:
    """Add a module after all that it imports."""
    if name in parts:
        return
    source = _read(f"js/{name}")
    for other in IMPORT.findall(source):
        _collect(other, parts)
    parts[name] = EXPORT.sub("", IMPORT.sub("", source)).strip() + "\n"


@cache
def style() -> str:
    """Return the styles as one.

    >>> "@media print" in style()
    True
    """
    return "\n".join(_read(f"css/{name}") for name in STYLES)


def _read(name: str) -> str:
    return files("kg.show").joinpath(f"template/{name}").read_text(encoding="utf-8")
