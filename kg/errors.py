"""Every error that kg raises on purpose.

KgError                 what happened, where, and what to do next; the command line prints it as one line
├── UsageError          the call is at fault (exit status 2)
└── DataError           the data or the query is at fault (exit status 1)
    ├── ReadError       an article cannot be read, or is not one that kg can use
    ├── OntologyError   a file in ontologies/ is wrong
    ├── GraphError      the graph in the output folder is missing, broken or in use
    ├── QueryError      a query is malformed or refused
    │   └── LimitError  a query is right, and takes more than it may
    └── ModelError      the spaCy pipeline is missing or unfit
"""

from __future__ import annotations

from enum import StrEnum


class KgError(Exception):
    """What happened, where it happened and what to do next, in one line.

    Args:
        what: what happened, without a full stop.
        where: the file, the file and line, or the name it happened at.
        hint: what to do next.

    >>> str(KgError("no articles found", where="news/", hint="name a folder that holds .txt files"))
    'news/: no articles found; name a folder that holds .txt files'
    """

    exit_status = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        self.what = what
        self.where = where
        self.hint = hint
        super().__init__((f"{where}: " if where else "") + what + (f"; {hint}" if hint else ""))


class UsageError(KgError):
    """The call is at fault."""

    exit_status = 2


class DataError(KgError):
    """The data or the query is at fault."""


class ReadError(DataError):
    """An article cannot be read, or is not one that kg can use."""


class OntologyError(DataError):
    """A file in ontologies/ is wrong."""


class GraphError(DataError):
    """The graph in the output folder is missing, broken or in use."""


class QueryError(DataError):
    """A query is malformed or refused."""


class Limit(StrEnum):
    """What a query may take so much of."""

    TIME = "time"
    MEMORY = "memory"
    ROWS = "rows"
    BYTES = "bytes"


class LimitError(QueryError):
    """A query is right, and takes more than it may; `limit` says of what."""

    def __init__(self, what: str, *, limit: Limit, where: str = "", hint: str = "") -> None:
        super().__init__(what, where=where, hint=hint)
        self.limit = limit


class ModelError(DataError):
    """The spaCy pipeline is missing or unfit."""
