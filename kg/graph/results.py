"""What a query gives, written as people and programs want it: a table, or one of the W3C's formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from html import escape

import pyoxigraph as ox

from kg.errors import UsageError
from kg.graph.terms import NOT_XML, XSD
from kg.graph.turtle import Shortener, write_turtle

AnyTerm = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
Row = Sequence[AnyTerm | None]
STRING = f"{XSD}string"
LANG_STRING = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString"
WIDEST = 60  # characters of a column in a table on a terminal


class ResultFormat(StrEnum):
    """How the answer to a query is written."""

    TABLE = "table"
    CSV = "csv"
    TSV = "tsv"
    JSON = "json"
    XML = "xml"
    TURTLE = "turtle"
    NTRIPLES = "ntriples"
    JSONLD = "jsonld"
    RDFXML = "rdfxml"


GRAPHS = {ResultFormat.NTRIPLES: ox.RdfFormat.N_TRIPLES, ResultFormat.RDFXML: ox.RdfFormat.RDF_XML}
GRAPHS |= {ResultFormat.JSONLD: ox.RdfFormat.JSON_LD}
ROWS = (ResultFormat.CSV, ResultFormat.TSV, ResultFormat.JSON, ResultFormat.XML)


def write_rows(
    columns: Sequence[str], rows: Iterable[Row], form: ResultFormat, prefixes: Mapping[str, str]
) -> Iterator[str]:
    """Yield the parts of a table of results, in the order of the query.

    >>> print("".join(write_rows(["n"], [[ox.Literal(1)]], ResultFormat.TSV, {})))
    ?n
    1
    <BLANKLINE>
    """
    writers = {
        ResultFormat.CSV: _csv,
        ResultFormat.TSV: _tsv,
        ResultFormat.JSON: _json,
        ResultFormat.XML: _xml,
    }
    if form is ResultFormat.TABLE:
        return _table(columns, rows, Shortener(prefixes))
    if form not in writers:
        raise UsageError(f"rows cannot be written as {form}", hint="use csv, tsv, json or xml, or ask with CONSTRUCT")
    return writers[form](columns, rows)


def write_answer(answer: bool, form: ResultFormat) -> Iterator[str]:
    """Yield the answer to an ASK.

    >>> "".join(write_answer(True, ResultFormat.JSON))
    '{"head":{},"boolean":true}'
    """
    text = "true" if answer else "false"
    if form is ResultFormat.JSON:
        yield f'{{"head":{{}},"boolean":{text}}}'
    elif form is ResultFormat.XML:
        yield f"{_XML_HEAD}<head></head><boolean>{text}</boolean></sparql>"
    elif form in (ResultFormat.TABLE, ResultFormat.CSV, ResultFormat.TSV):
        yield f"{text}\n"
    else:
        raise UsageError(f"yes or no cannot be written as {form}", hint="use json or xml")


def write_triples(triples: Iterable[ox.Triple], form: ResultFormat, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the triples of a CONSTRUCT or DESCRIBE, sorted, each once."""
    distinct = sorted(set(map(str, triples)))
    if form in (ResultFormat.TABLE, ResultFormat.TURTLE):
        yield from write_turtle(distinct, prefixes)
    elif form is ResultFormat.NTRIPLES:
        yield from (f"{triple} .\n" for triple in distinct)
    elif form in GRAPHS:
        parsed = (quad.triple for quad in ox.parse("".join(f"{line} .\n" for line in distinct), ox.RdfFormat.N_TRIPLES))
        yield (ox.serialize(parsed, format=GRAPHS[form], prefixes=dict(prefixes)) or b"").decode()
    else:
        hint = "use turtle, ntriples, jsonld or rdfxml, or ask with SELECT"
        raise UsageError(f"triples cannot be written as {form}", hint=hint)


# ------------------------------------------------------------------------------------------------ for people


def _table(columns: Sequence[str], rows: Iterable[Row], shortener: Shortener) -> Iterator[str]:
    """Yield an aligned table with short names for IRIs and bare texts for literals."""
    cells = [list(columns), *([cell(term, shortener) for term in row] for row in rows)]
    widths = [min(WIDEST, max(len(row[column]) for row in cells)) for column in range(len(columns))]
    cells.insert(1, ["-" * width for width in widths])
    for row in cells:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield f"{line.rstrip()}\n"


def cell(term: AnyTerm | None, shortener: Shortener) -> str:
    """Return a term on one line: a literal as its text, an IRI by its short name."""
    if term is None:
        return ""
    text = term.value if isinstance(term, ox.Literal) else shortener.short(str(term))
    return " ".join(text.split())


# ------------------------------------------------------------------------------------------------ W3C formats


def _csv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)  # ends lines with CR LF, as the format asks for
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_plain(term) for term in row])
        if buffer.tell() > 65_536:
            yield buffer.getvalue()
            buffer.seek(0)
            buffer.truncate()
    yield buffer.getvalue()


def _plain(term: AnyTerm | None) -> str:
    return "" if term is None else term.value if isinstance(term, ox.NamedNode | ox.Literal) else str(term)


def _tsv(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    shortener = Shortener({})
    yield "\t".join(f"?{name}" for name in columns) + "\n"
    for row in rows:
        yield "\t".join("" if term is None else _turtle(term, shortener) for term in row) + "\n"


def _turtle(term: AnyTerm, shortener: Shortener) -> str:
    return shortener.short(str(term)).replace("\t", "\\t")


def _json(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    names = [_dumped(name) for name in columns]
    yield f'{{"head":{{"vars":[{",".join(names)}]}},"results":{{"bindings":['
    separator = ""
    for row in rows:
        named = zip(names, row, strict=True)
        yield f"{separator}{{{','.join(f'{name}:{_json_term(term)}' for name, term in named if term is not None)}}}"
        separator = ","
    yield "]}}"


_dumped = json.JSONEncoder(ensure_ascii=False).encode


def _json_term(term: AnyTerm) -> str:
    """Return a term as JSON, written out: three times as fast as by way of a dictionary."""
    if isinstance(term, ox.NamedNode):
        return f'{{"type":"uri","value":{_dumped(term.value)}}}'
    if isinstance(term, ox.BlankNode):
        return f'{{"type":"bnode","value":{_dumped(term.value)}}}'
    if isinstance(term, ox.Triple):
        parts = (("subject", term.subject), ("predicate", term.predicate), ("object", term.object))
        inner = ",".join(f'"{name}":{_json_term(part)}' for name, part in parts)
        return f'{{"type":"triple","value":{{{inner}}}}}'
    marks = "".join(f',"{name}":{_dumped(value)}' for name, value in _literal_marks(term))
    return f'{{"type":"literal","value":{_dumped(term.value)}{marks}}}'


def _literal_marks(term: ox.Literal) -> Iterator[tuple[str, str]]:
    """Yield language or datatype of a literal that is more than a plain text."""
    if term.language:
        yield "xml:lang", term.language
    elif term.datatype.value not in (STRING, LANG_STRING):
        yield "datatype", term.datatype.value


_XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?><sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def _xml(columns: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    names = [escape(name) for name in columns]
    variables = "".join(f'<variable name="{name}"/>' for name in names)
    yield f"{_XML_HEAD}<head>{variables}</head><results>"
    for row in rows:
        named = zip(names, row, strict=True)
        bindings = "".join(f'<binding name="{n}">{_xml_term(term)}</binding>' for n, term in named if term is not None)
        yield f"<result>{bindings}</result>"
    yield "</results></sparql>"


def _xml_term(term: AnyTerm) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_xml_text(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_xml_text(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        parts = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts.items())}</triple>"
    marks = "".join(f' {name}="{escape(value)}"' for name, value in _literal_marks(term))
    return f"<literal{marks}>{_xml_text(term.value)}</literal>"


def _xml_text(text: str) -> str:
    """Return a text as XML; a character that XML cannot hold becomes U+FFFD."""
    return escape(NOT_XML.sub("\ufffd", text), quote=False).replace("\r", "&#13;")
