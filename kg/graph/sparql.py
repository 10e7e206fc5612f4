r"""Reading a query before it runs: its tokens, what is refused in it, and its parameters.

The tokens follow the SPARQL grammar: IRIs, strings and comments are taken whole, so that what only looks like a keyword
is none. The specification decodes escapes such as \u0053 before all else, pyoxigraph within strings and IRIs only, so a
query is looked at both ways. pyoxigraph also takes SERVICEex:name and SERVICESILENT for keywords: what holds the word
outside strings, comments, IRIs, variables and local names is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import pyoxigraph as ox

from kg.errors import QueryError


class Kind(StrEnum):
    """What a token is."""

    IRI = "iri"
    STRING = "string"
    VARIABLE = "variable"
    PREFIXED = "prefixed"
    WORD = "word"
    NUMBER = "number"
    LANGUAGE = "language"
    MARK = "mark"
    BROKEN = "broken"


class Token(NamedTuple):  # made by the thousand, three times as fast as a frozen dataclass
    """A token with its place in the query; line and column count from 1."""

    kind: Kind
    text: str
    start: int
    line: int
    column: int


FORMS = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})
UPDATES = frozenset("INSERT DELETE LOAD CLEAR CREATE DROP COPY MOVE ADD WITH".split())
DECLARATIONS = frozenset({"PREFIX", "BASE", "VERSION"})
KINDS = {kind.value: kind for kind in Kind}
DEEPEST = 200  # brackets; pyoxigraph's parser overflows at some thousands, people nest a handful
_TOKEN = re.compile(
    r"""(?P<skip>\s+|\#[^\n\r]*)
    |(?P<iri><[^\x00-\x20<>"{}|^`\\]*>)
    |(?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''
        |"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*')
    |(?P<variable>[?$][\w·]+)
    |(?P<prefixed>(?:[^\W\d_](?:[\w·.-]{0,200}[\w·-])?)?:(?:[\w:%·-]|\\[_~.\-!$&'()*+,;=/?\#@%])?(?:[\w:%·.-]|\\[_~.\-!$&'()*+,;=/?\#@%])*
        |_:\w[\w.-]*)
    |(?P<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<word>[^\W\d_]\w*)
    |(?P<mark>\^\^|&&|\|\||!=|<=|>=|<<\(|\)>>|<<|>>|[^\s"'\\])
    |(?P<broken>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def decoded(sparql: str) -> str:
    r"""Return the query with its escapes of code points decoded, which comes before all else.

    >>> decoded(r"\u0053ERVICE")
    'SERVICE'
    """
    return _ESCAPE.sub(_character, sparql)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def tokens(sparql: str) -> Iterator[Token]:
    """Yield the tokens of a query.

    >>> [token.text for token in tokens("ASK { ?s a kg:Fact } # SERVICE")]
    ['ASK', '{', '?s', 'a', 'kg:Fact', '}']
    """
    line, line_start = 1, 0
    for match in _TOKEN.finditer(sparql):
        text, start = match[0], match.start()
        kind = KINDS.get(match.lastgroup or "")
        if kind is not None:
            yield Token(kind, text, start, line, start - line_start + 1)
        if "\n" in text:
            line, line_start = line + text.count("\n"), start + text.rindex("\n") + 1


@lru_cache(maxsize=2)  # as it is written, and decoded: one query is looked at in several ways
def read(sparql: str) -> tuple[Token, ...]:
    """Return the tokens of the query that is about to run.

    >>> [token.text for token in read("ASK {}")]
    ['ASK', '{', '}']
    """
    return tuple(tokens(sparql))


def refuse(sparql: str) -> None:
    """Let a query pass that only reads this graph.

    Raises:
        QueryError: it changes the graph, or reaches out to another server.
    """
    for view in dict.fromkeys((sparql, decoded(sparql))):
        _refuse_depth(view)
        for token in read(view):
            if _reaches_out(token, view):
                what, hint = "SERVICE would ask another server", "query what is in this graph"
                raise QueryError(what, where=place(token), hint=hint)
        form = next((token for token in read(view) if token.kind is Kind.WORD and not _is_declaration(token)), None)
        if form is not None and form.text.upper() in UPDATES:
            raise QueryError(f"{form.text.upper()} would change the graph", where=place(form), hint="ask with SELECT")


def _refuse_depth(sparql: str) -> None:
    """Raise where brackets are nested so deep that a parser would run out of stack, and end the process."""
    depth = 0
    for token in read(sparql):
        depth += (token.text in "{([") - (token.text in "})]")
        if depth > DEEPEST:
            raise QueryError(f"more than {DEEPEST} brackets within each other", where=place(token), hint="simplify it")


def _reaches_out(token: Token, sparql: str) -> bool:
    if token.kind is Kind.WORD:
        return "SERVICE" in token.text.upper()
    if token.kind is Kind.PREFIXED:
        prefix, _, local = token.text.upper().partition(":")
        return "SERVICE" in prefix or ".SERVICE" in local
    # After an operand this is no IRI but a comparison with a string, and the rest may be other than it seems.
    return token.kind is Kind.IRI and "'" in token.text and "SERVICE" in sparql.upper()


def _is_declaration(token: Token) -> bool:
    return token.text.upper() in DECLARATIONS


def place(token: Token) -> str:
    """Return where a token is, as errors give it."""
    return f"query:{token.line}:{token.column}"


# ------------------------------------------------------------------------------------------------ parameters


def bound(sparql: str, values: Mapping[str, ox.NamedNode | ox.Literal]) -> str:
    r"""Return the query with variables bound at the start of its pattern; the values come in as terms, never as text.

    >>> print(bound("SELECT ?x WHERE { ?x ?p ?name }", {"name": ox.Literal('a "quoted" one')}))
    SELECT ?x WHERE { VALUES (?name) { ("a \"quoted\" one") } ?x ?p ?name }
    """
    if not values:
        return sparql
    start = _pattern_start(tuple(tokens(sparql)))
    names = " ".join(f"?{name}" for name in values)
    row = " ".join(str(value) for value in values.values())
    return f"{sparql[:start]} VALUES ({names}) {{ ({row}) }}{sparql[start:]}"


def _pattern_start(found: Sequence[Token]) -> int:
    """Return where the outermost pattern begins, behind its brace; a CONSTRUCT has a template before it."""
    braces = [index for index, token in enumerate(found) if token.text == "{"]
    where = [index + 1 for index in braces if found[index - 1].text.upper() == "WHERE"]
    first = where[0] - 1 if where else braces[0] if braces else None
    if first is None:
        raise QueryError("a query without a pattern has no parameters", where="query", hint="leave them out")
    return found[first].start + 1


def variables(sparql: str) -> tuple[str, ...]:
    """Return the names of the variables in the order in which they first occur.

    >>> variables("SELECT * { ?s ?p ?o FILTER(?s != ?o) }")
    ('s', 'p', 'o')
    """
    return tuple(dict.fromkeys(token.text[1:] for token in read(sparql) if token.kind is Kind.VARIABLE))


def chooses_graphs(sparql: str) -> bool:
    """Tell whether the query says which graphs it is about.

    >>> chooses_graphs("ASK FROM <http://a/b> { ?s ?p ?o }"), chooses_graphs("ASK { ?s ?p 'FROM' }")
    (True, False)
    """
    return any(token.kind is Kind.WORD and token.text.upper() == "FROM" for token in read(decoded(sparql)))


def selects_all(sparql: str) -> bool:
    """Tell whether the columns are not named: `SELECT *`."""
    words = [token.text.upper() for token in read(sparql)]
    start = words.index("SELECT") if "SELECT" in words else len(words)
    return "*" in words[start + 1 : start + 3] and "{" not in words[:start]
