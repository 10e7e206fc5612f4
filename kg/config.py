"""What a build needs besides the articles: settings, ontologies, and the digests of all that its results depend on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kg import __version__
from kg.ontology import Ontology, load_ontology
from kg.settings import Settings, load_settings

CODE = frozenset({".py", ".html", ".css", ".js"})  # the page is made of the last three
OF_THE_GRAPH = ("base_iri", "model", "min_confidence")  # the other settings change nothing in it


@dataclass(frozen=True, slots=True)
class Config:
    """What a build needs besides the articles; small enough to hand to another process."""

    settings: Settings
    ontologies: tuple[Path, ...] = ()
    defaults: bool = True
    extractor: str = "rules"

    def ontology(self) -> Ontology:
        """Load the ontologies, once a process."""
        return _ontology(self.ontologies, self.defaults, self.settings.base_iri)

    def made_with(self) -> str:
        """Return the digest of all that an extraction depends on besides its document."""
        parts = (
            __version__,
            _code("model", "text", "extract"),
            self.extractor,
            self.settings.model,
            self.ontology().digest,
        )
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]

    def derived_with(self) -> str:
        """Return the digest of all that a graph depends on besides its extractions and what people decided."""
        parts = (self.made_with(), _code("."), *sorted(self.described().values()))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]

    def described(self) -> dict[str, str]:
        r"""Return it as text, to be read by people and by `as_described`.

        >>> Config(Settings(), (Path("deals"), Path("ships"))).described()["ontologies"].split("\n")
        ['deals', 'ships']
        """
        return {name: str(getattr(self.settings, name)) for name in OF_THE_GRAPH} | {
            "ontologies": "\n".join(path.as_posix() for path in self.ontologies),
            "defaults": str(self.defaults),
            "extractor": self.extractor,
        }


def as_described(text: Mapping[str, str]) -> Config:
    """Return what a graph was built with, from the text beside it; what is not said there is as it is set now.

    >>> config = Config(Settings(min_confidence=0.2), (Path("deals"),), defaults=False)
    >>> as_described(config.described()) == config
    True
    """
    settings = load_settings({name: text.get(name) for name in OF_THE_GRAPH})
    ontologies = tuple(map(Path, filter(None, text.get("ontologies", "").split("\n"))))
    return Config(settings, ontologies, text.get("defaults") != "False", text.get("extractor", "rules"))


def differences(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[str, ...]:
    """Return in words what is set otherwise than before.

    >>> differences({"model": "a", "ontologies": "deals"}, {"model": "a", "ontologies": ""})
    ('ontologies: deals → none',)
    """
    shown = {name: [" ".join(text.get(name, "").split("\n")) or "none" for text in (before, now)] for name in now}
    return tuple(f"{name}: {' → '.join(two)}" for name, two in shown.items() if name in before and two[0] != two[1])


@lru_cache(maxsize=4)
def _ontology(folders: tuple[Path, ...], defaults: bool, base_iri: str) -> Ontology:
    return load_ontology(folders, defaults=defaults, base_iri=base_iri)


@lru_cache(maxsize=2)
def _code(*parts: str) -> str:
    """Return the digest of parts of the package: after an update that changes them, what they made is made anew."""
    package = Path(__file__).parent
    paths = sorted(path for part in parts for path in (package / part).rglob("*") if path.suffix in CODE)
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()
