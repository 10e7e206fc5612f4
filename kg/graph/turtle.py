"""Turtle and TriG in a fixed order, with prefixes, from N-Quads lines: the same graph gives the same bytes.

pyoxigraph writes fast but in the store's own order. Here its N-Quads are sorted and grouped: one block for each
subject, its class first, then its predicates and their objects by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.graph.terms import RDF, XSD

_TYPE = f"<{RDF}type>"
# What a local name may hold without escapes (PN_LOCAL of the Turtle grammar, without colons and percent signs).
_LETTER = (
    r"A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c-\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_CHARACTER = rf"{_LETTER}_0-9\u00b7\u0300-\u036f\u203f-\u2040\-"
_LOCAL = re.compile(rf"[{_LETTER}_0-9](?:[{_CHARACTER}.]*[{_CHARACTER}])?")
_BARE = (
    (f"^^<{XSD}integer>", re.compile(r"[+-]?[0-9]+")),
    (f"^^<{XSD}decimal>", re.compile(r"[+-]?[0-9]*\.[0-9]+")),
    (f"^^<{XSD}boolean>", re.compile("true|false")),
)


def split_line(line: str) -> tuple[str, str]:
    """Part a line of N-Quads, as pyoxigraph writes it, into the triple and the graph ("" for the default one).

    >>> split_line('<s> <p> "two <words>" <g> .')
    ('<s> <p> "two <words>"', '<g>')
    >>> split_line('<s> <p> "a <b>"^^<type> .')
    ('<s> <p> "a <b>"^^<type>', '')
    """
    line = line.removesuffix(" .")
    subject_and_predicate = line.index(" ", line.index(" ") + 1)
    cut = line.rfind(" <") if line.endswith(">") else 0
    if cut <= subject_and_predicate or '"' in line[cut:]:
        return line, ""
    return line[:cut], line[cut + 1 :]


def write_turtle(triples: Iterable[str], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the parts of a Turtle file.

    Args:
        triples: lines of N-Triples without the full stop, in any order.
        prefixes: namespace by name; all are declared.

    >>> text = "".join(write_turtle(["<http://a/s> <http://a/p> <http://a/o>"], {"a": "http://a/"}))
    >>> print(text)
    @prefix a: <http://a/> .
    <BLANKLINE>
    a:s a:p a:o .
    <BLANKLINE>
    """
    shortener = Shortener(prefixes)
    yield shortener.header()
    for block in _blocks(sorted(triples), shortener):
        yield f"\n{block}"


def write_trig(quads: Iterable[tuple[str, str]], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield the parts of a TriG file: the default graph, then the named ones by name.

    Args:
        quads: triples (lines of N-Triples without the full stop) with their graph, in any order.
        prefixes: namespace by name; all are declared.
    """
    shortener = Shortener(prefixes)
    yield shortener.header()
    ordered = sorted((graph, triple) for triple, graph in quads)
    for graph, group in groupby(ordered, key=lambda quad: quad[0]):
        blocks = _blocks((triple for _, triple in group), shortener)
        if graph:
            yield f"\n{shortener.short(graph)} {{\n"
            yield from ("    " + block.replace("\n    ", "\n        ") for block in blocks)
            yield "}\n"
        else:
            yield from (f"\n{block}" for block in blocks)


def _blocks(triples: Iterable[str], shortener: Shortener) -> Iterator[str]:
    """Yield what is said of each subject; the triples come sorted."""
    for subject, group in groupby((triple.split(" ", 2) for triple in triples), key=lambda parts: parts[0]):
        objects: dict[str, list[str]] = {}
        for _, predicate, value in group:
            objects.setdefault(predicate, []).append(shortener.short(value))
        lines = []
        if _TYPE in objects:
            lines.append(f"a {', '.join(objects.pop(_TYPE))}")
        lines += [f"{shortener.short(predicate)} {', '.join(values)}" for predicate, values in objects.items()]
        described = " ;\n    ".join(lines)
        yield f"{shortener.short(subject)} {described} .\n"


class Shortener:
    """Writes terms of N-Triples as short as Turtle allows, and remembers the IRIs that come again and again."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self.prefixes = dict(sorted(prefixes.items()))
        self.by_length = sorted(self.prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self.known: dict[str, str] = {}

    def header(self) -> str:
        """Return the lines that declare the prefixes."""
        return "".join(f"@prefix {name}: <{namespace}> .\n" for name, namespace in self.prefixes.items())

    def short(self, term: str) -> str:
        """Return the short form of a term."""
        if term.startswith('"'):
            return self._literal(term)
        if term.startswith("<<("):
            return f"<<( {' '.join(map(self.short, term[4:-4].split(' ', 2)))} )>>"
        found = self.known.get(term)
        if found is None:
            found = self.known[term] = self._iri(term)
        return found

    def _iri(self, term: str) -> str:
        iri = term[1:-1]
        for name, namespace in self.by_length:
            if iri.startswith(namespace):
                local = iri[len(namespace) :]
                return f"{name}:{local}" if _LOCAL.fullmatch(local) else term
        return term

    def _literal(self, term: str) -> str:
        if not term.endswith(">"):
            return term
        for ending, form in _BARE:
            if term.endswith(ending):
                text = term[1 : -len(ending) - 1]
                if form.fullmatch(text):
                    return text
        cut = term.rindex("<")
        return term[:cut] + self.short(term[cut:])
