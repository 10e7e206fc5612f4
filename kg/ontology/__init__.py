"""ontologies/ -> what the stages need to know of a domain, as one frozen value.

A folder holds Turtle (classes, properties with their phrases, known names), `shapes*.ttl` (SHACL), `rules/*.rq` and
`queries/*.rq`. What ships is loaded first, then each given folder on top.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.model import Lexicon
from kg.ontology import turtle
from kg.ontology.files import BASE_IRI, Source, digest, read_sources, shipped_folder
from kg.ontology.lexicon import make_lexicon
from kg.ontology.mistakes import clashing_names, refuse_mistakes
from kg.ontology.rules import NamedQuery, Rule, find_queries, find_rules

__all__ = ["BASE_IRI", "NamedQuery", "Ontology", "Rule", "load_ontology", "shipped_folder"]


@dataclass(frozen=True, slots=True)
class Ontology:
    """What the ontologies say.

    Attributes:
        shapes: SHACL, in Turtle.
        vocabulary: classes and properties without their phrases and nouns, as sorted N-Triples without blank nodes.
        background: what the gazetteer says of the known names beyond their names (makers, members, terms of office),
            in the same form.
        digest: SHA-256 of all files; it changes when an extraction may come out differently.
        problems: what is doubtful but harmless, one line each, such as a wording of two names.
    """

    lexicon: Lexicon
    rules: tuple[Rule, ...] = ()
    queries: tuple[NamedQuery, ...] = ()
    shapes: str = ""
    vocabulary: str = ""
    background: str = ""
    base_iri: str = BASE_IRI
    digest: str = ""
    problems: tuple[str, ...] = ()


def load_ontology(folders: Sequence[Path] = (), *, defaults: bool = True, base_iri: str = BASE_IRI) -> Ontology:
    """Read what ships and, on top of it, the given folders; without `defaults` only the core stays beneath them.

    A rule or query in a later folder replaces the one of the same name.

    Raises:
        OntologyError: a folder or file is missing, is not valid, or says what cannot be.

    >>> lexicon = load_ontology().lexicon
    >>> [name.label for name in lexicon.names.values() if "DoD" in name.aliases]
    ['Department of Defense']
    """
    sources = read_sources(folders, defaults=defaults, base_iri=base_iri)
    described = [source for source in sources if source.path.suffix == ".ttl" and not source.holds_shapes]
    graph = turtle.read_triples(described, f"{base_iri}ontology#")
    lexicon = make_lexicon(graph)
    refuse_mistakes(graph, lexicon, described)
    return Ontology(
        lexicon=lexicon,
        rules=find_rules(sources, base_iri),
        queries=find_queries(sources),
        shapes=_shapes(sources),
        vocabulary=turtle.lines(turtle.vocabulary(graph)),
        background=turtle.lines(turtle.background(graph)),
        base_iri=base_iri,
        digest=digest(sources),
        problems=tuple(clashing_names(lexicon)),
    )


def _shapes(sources: Sequence[Source]) -> str:
    """Join the shapes: Turtle may say its prefixes again. Each file is parsed by itself to find its mistakes."""
    shapes = [source for source in sources if source.holds_shapes]
    for source in shapes:
        for _ in turtle.parse(source):
            pass
    return "\n".join(source.text for source in shapes)
