"""Word lists are there to be used: one that no code reads is taken out."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

KG = Path(__file__).resolve().parents[2] / "kg"
WORD_LISTS = sorted(KG.glob("**/words*.py"))


def defined(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module assigns at its top."""
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if is_annotated(node) else []
        yield from (target.id for target in targets if isinstance(target, ast.Name))


def is_annotated(node: ast.stmt) -> bool:
    return isinstance(node, ast.AnnAssign)


def read(tree: ast.Module) -> Iterator[str]:
    """Yield the names that a module reads, of its own or of another one's."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.name for alias in node.names)


@cache
def read_anywhere() -> frozenset[str]:
    return frozenset(name for path in KG.glob("**/*.py") for name in read(ast.parse(path.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("path", WORD_LISTS, ids=lambda path: path.stem)
def test_every_word_list_is_used(path: Path) -> None:
    names = list(defined(ast.parse(path.read_text(encoding="utf-8"))))
    assert [name for name in names if name not in read_anywhere()] == []


def test_an_unused_list_would_be_found() -> None:
    tree = ast.parse("USED = {'a'}\nIDLE: set[str] = {'b'}\nBOTH = USED | {'c'}")
    assert [name for name in defined(tree) if name not in set(read(tree))] == ["IDLE", "BOTH"]
