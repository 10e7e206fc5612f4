"""What the graph knows of something, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.explain import EntityView, EvidenceView, FactView


def wording(view: EntityView | FactView) -> str:
    """Return a view as text for a terminal."""
    lines = _entity_lines(view) if isinstance(view, EntityView) else _fact_lines(view, "")
    return "".join(f"{line}\n" for line in lines)


def _entity_lines(view: EntityView) -> Iterator[str]:
    yield f"{view.label} ({view.kind})  {view.iri}"
    yield from _named("also called", view.aliases)
    yield from _named("same as", view.same_as)
    yield from _named("a case of", [view.broader] if view.broader else [])
    yield f"  {view.mentions} mentions in {view.articles} articles"
    yield from (f"    merged: {reason}" for reason in view.reasons)
    for fact in view.facts:
        yield ""
        yield from _fact_lines(fact, "  ")


def _named(name: str, values: Iterable[str]) -> Iterator[str]:
    joined = ", ".join(values)
    if joined:
        yield f"  {name}: {joined}"


def _fact_lines(view: FactView, indent: str) -> Iterator[str]:
    status = "derived" if view.rule else "fact" if view.is_plain else "claim"
    known = f"{view.support} independent article{'s' if view.support != 1 else ''}" if view.support else view.rule
    yield f"{indent}{view.label}  [{status}, {view.polarity}, {view.certainty}; {known}]"
    for evidence in view.evidence:
        yield from _evidence_lines(evidence, f"{indent}  ")
    if view.rule:
        yield f"{indent}  follows from:"
    for premise in view.premises:
        yield from _fact_lines(premise, f"{indent}    ")


def _evidence_lines(view: EvidenceView, indent: str) -> Iterator[str]:
    article = view.article
    where = ", ".join(part for part in (article.publisher, article.title, article.published) if part)
    yield f"{indent}“{marked(view)}”"
    said = f"{view.speaker} ({view.cue}), " if view.speaker else ""
    when = f", {view.time}" if view.time else ""
    yield f"{indent}  {said}{view.certainty}{when} — {where or article.source} [{article.source}:{view.span.start}]"
    yield from (f"{indent}  {name}: {text}" for name, text in view.qualifiers)


def marked(view: EvidenceView) -> str:
    """Return the quote with the words of subject, relation and object in brackets, on one line."""
    edges: dict[int, str] = {}
    end = 0
    for mark in sorted(view.marks):
        if mark.start >= end:
            edges[mark.start] = edges.get(mark.start, "") + "["
            edges[mark.end] = "]" + edges.get(mark.end, "")
            end = mark.end
    text = "".join(edges.get(place, "") + character for place, character in enumerate(f"{view.quote}\0")).rstrip("\0")
    return " ".join(text.split())
