"""Parts of the graph for export, as lines: direct triples alone, facts without evidence, all, without quotes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from kg.graph import terms as t
from kg.graph.evidence import ROLE_PROPERTIES

Quad = tuple[str, str]  # a triple as a line of N-Triples without the full stop, and its graph ("" for the default one)
REIFIES = f"<{t.RDF}reifies>"
_ENDS = (str(t.SUBJECT), str(t.PREDICATE), str(t.OBJECT))


class Level(StrEnum):
    """How much of the graph: direct triples with labels and types; facts as well; or all, with evidence."""

    PLAIN = "plain"
    FACTS = "facts"
    ALL = "all"


def layer(quads: Iterable[Quad], level: Level, kg: str) -> list[Quad]:
    """Return the quads of a level.

    Args:
        quads: the whole graph.
        level: what is kept.
        kg: the namespace of our own vocabulary.
    """
    if level is Level.ALL:
        return list(quads)
    return list(_facts(quads, kg)) if level is Level.FACTS else _plain(list(quads), kg)


def _facts(quads: Iterable[Quad], kg: str) -> Iterator[Quad]:
    """Keep the default graph without links to evidence, and what describes articles and the vocabulary."""
    evidence = f"<{kg}evidence>"
    for triple, graph in quads:
        subject, predicate, _ = triple.split(" ", 2)
        is_shared = not graph or graph.startswith(f"<{kg.removesuffix('#')}>") or subject == graph
        if is_shared and predicate != evidence:
            yield triple, graph


def _plain(quads: list[Quad], kg: str) -> list[Quad]:
    """Keep the triples of facts that are no claims, and labels and types of all that they join."""
    claims = {triple.split(" ", 1)[0] for triple, _ in quads if triple.endswith(f" {t.TYPE} <{kg}Claim>")}
    stated = {" ".join(ends) for fact, ends in facts_in(quads).items() if fact not in claims}
    joined = {part for triple in stated for part in triple.split(" ", 2)}
    kept = []
    for triple, graph in quads:
        subject, predicate, _ = triple.split(" ", 2)
        if triple in stated or (predicate in (str(t.LABEL), str(t.TYPE)) and subject in joined):
            kept.append((triple, graph))
    return kept


def facts_in(quads: Iterable[Quad]) -> Mapping[str, tuple[str, str, str]]:
    """Return subject, predicate and object of each fact."""
    ends: dict[str, dict[str, str]] = defaultdict(dict)
    for triple, _ in quads:
        node, predicate, value = triple.split(" ", 2)
        if predicate in _ENDS:
            ends[node][predicate] = value
    return {
        node: (found[_ENDS[0]], found[_ENDS[1]], found[_ENDS[2]]) for node, found in ends.items() if len(found) == 3
    }


def without_quotes(quads: Iterable[Quad], kg: str) -> Iterator[Quad]:
    """Leave out the article's own words: quotes, cues, circumstances. Offsets stay."""
    words = {f"<{kg}{name}>" for name in {*ROLE_PROPERTIES.values(), "cue", "timeText"}} | {str(t.QUOTE)}
    return (quad for quad in quads if quad[0].split(" ", 2)[1] not in words)


def with_triple_terms(quads: Iterable[Quad]) -> Iterator[Quad]:
    """Write each fact as RDF 1.2 has it: a node that reifies a triple term, in place of subject, predicate, object."""
    listed = list(quads)
    facts = facts_in(listed)
    for triple, graph in listed:
        node, predicate, _ = triple.split(" ", 2)
        if node not in facts or predicate not in _ENDS:
            yield triple, graph
        elif predicate == _ENDS[0]:
            yield f"{node} {REIFIES} <<( {' '.join(facts[node])} )>>", graph
