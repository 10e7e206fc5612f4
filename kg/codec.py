"""Values of kg.model as plain JSON and back, without loss: how the extraction of an article is kept for good.

The form follows the classes' own type hints: a class is an object, a Span a pair of numbers, an enum its value, a day
its ISO form. What stands at its default is left out, so that files stay small and old ones can be read when a class
gains a field.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

from kg.errors import DataError
from kg.model import Extraction, Span

Decoder = Callable[[Any], Any]


def to_json(value: Any) -> Any:
    """Return a value of kg.model as dicts, lists, strings, numbers and None.

    >>> from kg.model import Skip
    >>> to_json((Skip("a.txt", "empty"), Span(3, 6), date(2024, 11, 9)))
    [{'where': 'a.txt', 'reason': 'empty'}, [3, 6], '2024-11-09']
    """
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value) if not _is_default(value, f)}
    return value


def extraction_from_json(data: Mapping[str, Any]) -> Extraction:
    """Return the extraction that `to_json` made the data of.

    Raises:
        DataError: the data has another form.

    >>> from kg.model import Document
    >>> extraction = Extraction(Document("1f", "a.txt", "Talks collapsed."))
    >>> extraction_from_json(to_json(extraction)) == extraction
    True
    """
    try:
        extraction = _decoder(Extraction)(data)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        what = f"stored extraction has another form ({type(error).__name__}: {error})"
        raise DataError(what, hint="build the graph again") from error
    assert isinstance(extraction, Extraction)  # noqa: S101 - for the type checker: the decoder of a class makes it
    return extraction


def _is_default(value: Any, item: Field[Any]) -> bool:
    return item.default is not MISSING and bool(getattr(value, item.name) == item.default)


@cache
def _decoder(kind: Any) -> Decoder:
    """Return the function that makes a value of this type from its JSON."""
    if kind is Span:
        return lambda pair: Span(*pair)
    if kind is date:
        return date.fromisoformat
    if get_origin(kind) is tuple:
        item = _decoder(get_args(kind)[0])
        return lambda values: tuple(map(item, values))
    if isinstance(kind, UnionType):
        return _optional(_decoder(get_args(kind)[0]))
    if is_dataclass(kind):
        return _dataclass_decoder(kind)
    return kind if isinstance(kind, type) and issubclass(kind, Enum) else _same


def _same(value: Any) -> Any:
    return value


def _optional(decode: Decoder) -> Decoder:
    return _same if decode is _same else lambda value: None if value is None else decode(value)


def _dataclass_decoder(kind: Any) -> Decoder:
    """Decode the fields that have a form of their own; most are text and numbers, and stay."""
    found = {name: _decoder(hint) for name, hint in get_type_hints(kind).items()}
    changing = tuple((name, decode) for name, decode in found.items() if decode is not _same)

    def decoded(data: Any) -> Any:
        values = dict(data)
        for name, decode in changing:
            if name in values:
                values[name] = decode(values[name])
        return kind(**values)

    return decoded
