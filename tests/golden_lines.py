"""Golden files of lines: what is given on the left margin, what is expected below it, indented.

    The firm [sold] no shares.
        sold: negative certain past

A line that begins with "?" between the two says why the case is a known miss; it must fail until it is mended.
`--regen` writes what comes out now in place of what is expected, but for the known misses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

GOLDEN = Path(__file__).resolve().parent / "golden"
INDENT = "    "


@dataclass(frozen=True)
class Case:
    path: Path
    given: str
    expected: tuple[str, ...]
    miss: str = ""


def golden_tests(folder: str, outcome: Callable[[Case], tuple[str, ...]]) -> tuple[Callable[..., None], ...]:
    """Return the test of each case of a folder and the one that rewrites them, to be named `test_...` in a module.

    Args:
        folder: below `tests/golden`.
        outcome: gives the lines that come out of a case.
    """
    cases = read_cases(folder)

    @pytest.mark.parametrize("case", as_parameters(cases))
    def test_golden(case: Case, regen: bool) -> None:
        if not regen:
            assert outcome(case) == case.expected

    def test_regen(regen: bool) -> None:
        if regen:
            rewrite(cases, outcome)

    return test_golden, test_regen


def read_cases(folder: str) -> list[Case]:
    return [case for path in sorted((GOLDEN / folder).glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> Iterable[Case]:
    for block in path.read_text(encoding="utf-8").strip("\n").split("\n\n"):
        lines = block.splitlines()
        given = "\n".join(line for line in lines if not line.startswith((INDENT, "? ")))
        expected = tuple(line.strip() for line in lines if line.startswith(INDENT))
        yield Case(path, given, expected, next((line[2:] for line in lines if line.startswith("? ")), ""))


def as_parameters(cases: list[Case]) -> list[object]:
    return [
        pytest.param(
            case,
            id=f"{case.path.stem}: {case.given[:60]}",
            marks=[pytest.mark.xfail(strict=True, reason=case.miss)] if case.miss else [],
        )
        for case in cases
    ]


def rewrite(cases: list[Case], run: Callable[[Case], tuple[str, ...]]) -> None:
    for path in sorted({case.path for case in cases}):
        blocks = [_block(case, case.expected if case.miss else run(case)) for case in cases if case.path == path]
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def _block(case: Case, lines: tuple[str, ...]) -> str:
    note = [f"? {case.miss}"] if case.miss else []
    return "\n".join([case.given, *note, *(INDENT + line for line in lines)])
