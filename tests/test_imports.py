"""Imports run one way, and spaCy and RDF stay in their places."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BASE = {"errors", "model", "settings", "codec"}
ALLOWED = {
    "errors": set(),
    "model": {"model"},
    "settings": {"errors"},
    "codec": {"errors", "model"},
    "ontology": BASE | {"ontology"},
    "config": {"settings", "ontology"},
    "text": BASE | {"text"},
    "extract": BASE | {"extract"},
    "graph": BASE | {"codec", "graph", "ontology"},
    "show": BASE | {"show", "graph", "ontology"},
    "pipeline": BASE | {"codec", "config", "text", "extract", "graph", "show"},
    "evaluation": BASE | {"evaluation", "ontology", "text", "extract", "graph", "pipeline"},
    "cli": BASE | {"cli", "config", "ontology", "text", "extract", "graph", "show", "pipeline", "evaluation"},
    "__init__": BASE | {"graph", "pipeline", "cli", "show"},
    "__main__": {"cli"},
}
PLACES = {
    "spacy": {"text", "extract", "evaluation"},  # a yardstick parses the gold's own tokens
    "rdflib": {"ontology", "graph", "show"},
    "pyoxigraph": {"ontology", "graph", "show"},
}
FILES = sorted((ROOT / "kg").rglob("*.py"))


def part_of(path: Path) -> str:
    return path.relative_to(ROOT / "kg").parts[0].removesuffix(".py")


def imported_modules(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: write imports in full"
            names |= {f"{node.module}.{alias.name}" for alias in node.names} if node.module == "kg" else {node.module}
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    part = part_of(path)
    own = {name.split(".")[1] for name in imported_modules(path) if name.startswith("kg.")}
    assert own <= ALLOWED[part] | {"__version__"}, f"{part} must not know {sorted(own - ALLOWED[part])}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_packages_stay_in_their_places(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported_modules(path)}
    for package, places in PLACES.items():
        assert package not in tops or part_of(path) in places, f"{package} belongs in {sorted(places)}"
