"""What cannot be meant in an ontology: each check yields the IRI it is at, what is wrong, and what to do."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from kg.errors import OntologyError
from kg.model import Lexicon, Phrase
from kg.ontology.files import Source, short
from kg.ontology.lexicon import all_above
from kg.ontology.turtle import DOMAIN, RANGE, RDF_TYPE, RDFS, Triples

Mistake = tuple[str, str, str]


def refuse_mistakes(graph: Triples, lexicon: Lexicon, sources: Sequence[Source]) -> None:
    """Raise the first mistake, with its place.

    Raises:
        OntologyError: there is one.
    """
    for check in (_unknown_classes, _names_without_class, _shared_phrases, _misspelt_phrases):
        for iri, what, hint in check(graph, lexicon):
            raise OntologyError(what, where=_place(iri, sources), hint=hint)


def clashing_names(lexicon: Lexicon) -> Iterator[str]:
    """Yield a line for each wording of several names of which more than one has no context words to decide."""
    owners: dict[str, list[str]] = {}
    for name in lexicon.names.values():
        if not name.contexts:
            for wording in dict.fromkeys((name.label, *name.aliases, *name.demonyms)):
                owners.setdefault(wording, []).append(short(name.iri))
    for wording, names in sorted(owners.items()):
        if len(names) > 1:
            yield f"{wording!r} names {' and '.join(names)}; give all but one of them kg:context words"


def _place(iri: str, sources: Sequence[Source]) -> str:
    """Give the last file and line that describes something: what is on top is more likely wrong than what ships."""
    places = [f"{source.path}:{line}" for source in sources if (line := source.line_of(iri))]
    return places[-1] if places else iri


def _unknown_classes(graph: Triples, lexicon: Lexicon) -> Iterator[Mistake]:
    """Find classes of ours that are used and not declared; those of other vocabularies need no declaration."""
    hint = "declare it as an owl:Class, or mend its spelling"
    for iri in graph.by_subject:
        for used in graph.iris(iri, *DOMAIN, *RANGE, f"{RDFS}subClassOf", RDF_TYPE):
            if used.startswith(graph.kg) and used not in lexicon.kinds:
                yield iri, f"{short(iri)} uses the unknown class {short(used)}", hint


def _names_without_class(_: Triples, lexicon: Lexicon) -> Iterator[Mistake]:
    for name in lexicon.names.values():
        if not name.kind:
            yield name.iri, f"the name {name.label!r} has no class", "say what it is: a kg:State, a kg:Company ..."


def _shared_phrases(graph: Triples, lexicon: Lexicon) -> Iterator[Mistake]:
    """Find phrases that two properties share with the same classes, where neither is a case of the other."""
    for text, phrases in lexicon.phrases.items():
        for one, other in itertools.combinations(phrases, 2):
            if _ends(one) == _ends(other) and not _related(graph, one.property, other.property):
                what = f"{short(one.property)} and {short(other.property)} share the phrase {text!r} and their classes"
                yield other.property, what, "drop it from one of them, or narrow a domain or range"


def _ends(phrase: Phrase) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(phrase.subjects), frozenset(phrase.objects)


def _related(graph: Triples, one: str, other: str) -> bool:
    above = f"{RDFS}subPropertyOf"
    return other in all_above(graph, one, above) or one in all_above(graph, other, above)


def _misspelt_phrases(_: Triples, lexicon: Lexicon) -> Iterator[Mistake]:
    for text, phrases in lexicon.phrases.items():
        if text != " ".join(text.lower().split()):
            hint = "write lower-case lemmas joined by single blanks"
            yield phrases[0].property, f"the phrase {text!r} is not in the normal form", hint
