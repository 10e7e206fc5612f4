"""A mistake in a query, said so that people find it: at its token, with what to do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from itertools import pairwise

from kg.errors import QueryError
from kg.graph.sparql import DECLARATIONS, FORMS, Kind, Token, place, tokens
from kg.graph.words_sparql import KEYWORDS

CHECK = "check it against SPARQL 1.1"


def mistake(sparql: str, error: SyntaxError, prefixes: Mapping[str, str]) -> QueryError:
    """Return what is wrong with a malformed query, at the token where it is.

    Args:
        sparql: the query as it was given.
        error: what pyoxigraph says of it.
        prefixes: those that need no declaration.
    """
    found = tuple(tokens(sparql))
    for check in (_empty, _broken_token, _unknown_form, _unknown_prefix, _unknown_word, _relative, _unbalanced):
        mistake = check(found, prefixes)
        if mistake is not None:
            return mistake
    return _from_engine(found, str(error.msg or error))


def _empty(found: Sequence[Token], _: Mapping[str, str]) -> QueryError | None:
    return (
        None if found else QueryError("the query is empty", where="query", hint="try: SELECT * { ?s ?p ?o } LIMIT 10")
    )


def _broken_token(found: Sequence[Token], _: Mapping[str, str]) -> QueryError | None:
    for token in found:
        if token.kind is Kind.BROKEN:
            what = "a string without its end" if token.text in "'\"" else f"unexpected {token.text!r}"
            return QueryError(what, where=place(token), hint="close it with the same quote, or write \\ before a quote")
    return None


def _unknown_form(found: Sequence[Token], _: Mapping[str, str]) -> QueryError | None:
    word = next((token for token in found if token.kind is Kind.WORD), found[0])
    if word.text.upper() in FORMS | DECLARATIONS:
        return None
    return QueryError(f"unexpected {word.text!r}", where=place(word), hint=f"begin with {', '.join(sorted(FORMS))}")


def _unknown_prefix(found: Sequence[Token], prefixes: Mapping[str, str]) -> QueryError | None:
    declared = {
        name.text.removesuffix(":")
        for word, name in pairwise(found)
        if word.text.upper() == "PREFIX" and name.kind is Kind.PREFIXED
    }
    for token in found:
        name = token.text.partition(":")[0]
        if token.kind is Kind.PREFIXED and name not in declared | prefixes.keys() | {"_"}:
            hint = f"declare it with PREFIX, or use one of: {', '.join(sorted(prefixes))}"
            return QueryError(f"unknown prefix {name + ':'!r}", where=place(token), hint=hint)
    return None


def _unknown_word(found: Sequence[Token], _: Mapping[str, str]) -> QueryError | None:
    for token in found:
        if token.kind is Kind.WORD and token.text.upper() not in KEYWORDS:
            close = get_close_matches(token.text.upper(), sorted(KEYWORDS), n=1)
            hint = f"did you mean {close[0]}?" if close else "write ?name for a variable, prefix:name for a term"
            return QueryError(f"unknown word {token.text!r}", where=place(token), hint=hint)
    return None


def _relative(found: Sequence[Token], _: Mapping[str, str]) -> QueryError | None:
    if any(token.text.upper() == "BASE" for token in found):
        return None
    for token in found:
        if token.kind is Kind.IRI and not re.match(r"<[A-Za-z][A-Za-z0-9+.-]*:", token.text):
            return QueryError(
                f"{token.text} is no full IRI", where=place(token), hint="write it in full or with a prefix"
            )
    return None


def _unbalanced(found: Sequence[Token], _: Mapping[str, str]) -> QueryError | None:
    pairs = {")": "(", "}": "{", "]": "["}
    opened: list[Token] = []
    for token in found:
        if token.text in pairs.values() and token.kind is Kind.MARK:
            opened.append(token)
        if token.text not in pairs or token.kind is not Kind.MARK:
            continue
        if not opened or opened.pop().text != pairs[token.text]:
            return QueryError(f"{token.text!r} closes nothing", where=place(token), hint="check the brackets")
    if not opened:
        return None
    return QueryError(f"{opened[-1].text!r} is not closed", where=place(opened[-1]), hint="check the brackets")


_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_MARK = re.compile(r'"[^\w\s"]+"|BY')


def _from_engine(found: Sequence[Token], message: str) -> QueryError:
    """Say what the parser says, at the last token that begins where it stopped or before."""
    match = _PLACE.match(message)
    if match is None:
        return QueryError(message, where="query", hint=CHECK)
    stopped = int(match[1]), int(match[2])
    token = next((token for token in reversed(found) if (token.line, token.column) <= stopped), found[0])
    expected = [part.strip() for part in match[3].split(", ")]
    sentence = next((part for part in expected if len(part.split()) > 2 and part[0].isalpha()), "")
    if sentence:
        return QueryError(sentence, where=place(token), hint="check the variables")
    marks = [part for part in expected if _MARK.fullmatch(part)]
    if len(marks) == len(expected) <= 3:
        hint = f"expected {' or '.join(marks)}"
    else:
        hint = "a triple has a subject, a predicate and an object" if token.text == "}" else CHECK
    return QueryError(f"unexpected {token.text!r}", where=place(token), hint=hint)
