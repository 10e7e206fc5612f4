"""The lexicon as mention detection needs it: names by their pieces, class nouns by their last word, core classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.extract.names import NameIndex, index_names
from kg.model import Kind, Lexicon

DEFAULT_BASE = "https://w3id.org/newskg/ontology#"
CORE_CLASSES = (
    "Entity Agent Person Organization Company GovernmentBody MilitaryOrganization Group Place State Region City"
    " Facility Product Vehicle Event Activity Work Law"
).split()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is looked up for each mention.

    Attributes:
        names: the known names, ready for matching.
        nouns: class nouns by their last word: (the words before it, the IRI of the class), the longest first.
        core: IRI of each core class by its plain name.
        demonyms: IRI of the one state or body that a word is a demonym of.
    """

    lexicon: Lexicon
    names: NameIndex
    nouns: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    core: Mapping[str, str]
    demonyms: Mapping[str, str]

    def class_noun(self, before: Sequence[str], last: Iterable[str]) -> tuple[str, int]:
        """Return the class that a noun denotes, and how many of the words before it belong to it.

        Args:
            before: the lower-case words before the noun, in order.
            last: the forms of the noun to look up: as written, and its lemma.

        >>> kind = Kind("x:Jet", "jet", frozenset({"x:Jet"}), ("fighter jet",))
        >>> vocabulary_of(Lexicon(kinds={"x:Jet": kind})).class_noun(["two", "fighter"], ["jets", "jet"])
        ('x:Jet', 1)
        """
        for form in last:
            for words, kind in self.nouns.get(form, ()):
                if not words or tuple(before[-len(words) :]) == words:
                    return kind, len(words)
        return "", 0


_latest: list[Vocabulary] = []  # indexing hundreds of names costs more than reading a short article


def vocabulary_of(lexicon: Lexicon) -> Vocabulary:
    """Return the indexes of a lexicon; those of the one used last are kept."""
    if not _latest or _latest[0].lexicon is not lexicon:
        nouns, core = _index_nouns(lexicon), _core_classes(lexicon)
        _latest[:] = [Vocabulary(lexicon, index_names(lexicon), nouns, core, _demonyms(lexicon))]
    return _latest[0]


def _index_nouns(lexicon: Lexicon) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    by_last: dict[str, set[tuple[tuple[str, ...], str]]] = defaultdict(set)
    for iri, kind in lexicon.kinds.items():
        for noun in kind.nouns:
            *before, last = noun.lower().replace("-", " - ").split()
            by_last[last].add((tuple(before), iri))
    depth = {iri: _depth(kind) for iri, kind in lexicon.kinds.items()}
    return {
        last: tuple(sorted(nouns, key=lambda noun: (-len(noun[0]), -depth[noun[1]], noun)))
        for last, nouns in by_last.items()
    }


def _demonyms(lexicon: Lexicon) -> dict[str, str]:
    meant: dict[str, set[str]] = defaultdict(set)
    for iri, name in lexicon.names.items():
        for wording in name.demonyms:
            meant[wording].add(iri)
    return {wording: min(iris) for wording, iris in meant.items() if len(iris) == 1}


def _depth(kind: Kind) -> int:
    return len(kind.ancestors)


def _core_classes(lexicon: Lexicon) -> dict[str, str]:
    known = {iri.rsplit("#", 1)[-1]: iri for iri in sorted(lexicon.kinds)}
    base = next((known[name].removesuffix(name) for name in CORE_CLASSES if name in known), DEFAULT_BASE)
    return {name: known.get(name, base + name) for name in CORE_CLASSES}
