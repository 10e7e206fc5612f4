"""Where an IRI of the graph is found on the service, and which IRI a path stands for."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from kg.graph.terms import node_or_none

KINDS = ("entity", "relation", "fact", "evidence", "article", "rule")
ONTOLOGY = "ontology"
SAFE = "/:@!$&'()*+,;=~%"  # what stands in a path as it is


def href(iri: str, base_iri: str) -> str:
    """Return the address at which people see an IRI, or "" where there is none that is safe to follow.

    >>> href("https://w3id.org/newskg/entity/Oslo", "https://w3id.org/newskg/")
    '/entity/Oslo'
    >>> href("javascript:alert(1)", "https://w3id.org/newskg/")
    ''
    """
    rest = iri.removeprefix(base_iri)
    if rest != iri and rest.startswith(f"{ONTOLOGY}#"):
        return f"/{ONTOLOGY}#{quote(rest.partition('#')[2], safe=SAFE)}"
    if rest != iri and rest.partition("/")[0] in KINDS:
        return f"/{quote(rest, safe=SAFE)}"
    return iri if iri.startswith(("http://", "https://")) else ""


def iris_at(path: str, raw_path: str, base_iri: str) -> Iterator[str]:
    """Yield the IRIs that a path can stand for: as it reads, and as it was sent.

    >>> list(iris_at("/entity/Çorlu", "/entity/%C3%87orlu", "http://a/"))
    ['http://a/entity/Çorlu', 'http://a/entity/%C3%87orlu']
    """
    for text in dict.fromkeys((path, raw_path)):
        iri = base_iri + text.removeprefix("/")
        if node_or_none(iri) is not None:
            yield iri
