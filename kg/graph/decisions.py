"""What people have decided: `decisions.ttl` in the output folder, read at every build and never written by one.

    entity:Jim_Olsen owl:sameAs entity:James_Olsen .
    entity:NHA owl:differentFrom entity:Northern_Harbour_Authority .
    fact:5f2c kg:judgedWrong true .

The usual prefixes need no declaration there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import GraphError
from kg.graph.terms import OWL, SAME_AS, TRUE, prefixes
from kg.ontology.files import Source, short
from kg.ontology.turtle import parse

DECISIONS = "decisions.ttl"
DIFFERENT = ox.NamedNode(f"{OWL}differentFrom")
FALSE = ox.Literal("false", datatype=TRUE.datatype)
BOTH = (True, False)
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is the same, what is not, which facts are wrong, and which are right after all; all by IRI.

    >>> Decisions(different=(("x:a", "x:b"),)).apart == {"x:a", "x:b"}
    True
    """

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()
    wrong: frozenset[str] = frozenset()
    right: frozenset[str] = frozenset()

    @property
    def apart(self) -> frozenset[str]:
        """Everything that is kept apart from something."""
        return frozenset(iri for pair in self.different for iri in pair)


UNDECIDED = Decisions()


def decisions_text(folder: Path) -> str:
    """Return what stands in the file, "" where there is none."""
    path = folder / DECISIONS
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def read_decisions(folder: Path, base_iri: str) -> Decisions:
    """Return what people have decided about the graph in a folder; nothing where there is no such file.

    Raises:
        OntologyError: the file is not valid Turtle; names the line.
        GraphError: it cannot be read, or says something that is no decision.
    """
    path = folder / DECISIONS
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return UNDECIDED
    except UnicodeDecodeError as error:
        raise GraphError("not UTF-8", where=str(path), hint="save it as UTF-8") from error
    except OSError as error:
        raise GraphError(error.strerror or "cannot be read", where=str(path), hint="check its permissions") from error
    return _decisions(Source(path, text), base_iri)


def _decisions(source: Source, base_iri: str) -> Decisions:
    declared = " ".join(f"@prefix {name}: <{iri}> ." for name, iri in prefixes(base_iri).items())
    wrong = ox.NamedNode(f"{base_iri}ontology#judgedWrong")
    same: list[Pair] = []
    different: list[Pair] = []
    pairs = {SAME_AS: same, DIFFERENT: different}
    judged: dict[str, bool] = {}
    # On one line with the first, so that the line of a mistake is the file's own.
    for quad in parse(Source(source.path, f"{declared} {source.text}")):
        subject, predicate, value = quad.subject, quad.predicate, quad.object
        match subject, predicate, value:
            case ox.NamedNode(value=one), ox.NamedNode(), ox.NamedNode(value=other) if predicate in pairs:
                pairs[predicate].append((one, other))
            case ox.NamedNode(value=fact), ox.NamedNode(), ox.Literal() if predicate == wrong and value in (
                TRUE,
                FALSE,
            ):
                judged[fact] = value == TRUE
            case _:
                raise _no_decision(source, subject, predicate)
    said = {verdict: frozenset(fact for fact, is_wrong in judged.items() if is_wrong is verdict) for verdict in BOTH}
    return Decisions(_once(same), _once(different), said[True], said[False])


def _once(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(dict.fromkeys(pairs))


def _no_decision(source: Source, subject: object, predicate: ox.NamedNode) -> GraphError:
    line = source.line_of(subject.value) if isinstance(subject, ox.NamedNode) else 0
    where = f"{source.path}:{line}" if line else str(source.path)
    hint = "write A owl:sameAs B, A owl:differentFrom B, or FACT kg:judgedWrong true"
    return GraphError(f"{short(predicate.value)} is no decision between two IRIs or on a fact", where=where, hint=hint)
