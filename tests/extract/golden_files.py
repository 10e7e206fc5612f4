"""Golden files: a sentence, below it what is expected of it, one line each; "!" marks a known miss, with the reason.

Kyiv received U.S.-provided weapons.
  compound: U.S. | provided | weapons
! A sentence that goes wrong.  # why it does
  compound: what | would be | right
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "golden"


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence with the lines expected of it; `miss` is the reason why they do not come out yet."""

    sentence: str
    expected: tuple[str, ...]
    miss: str = ""


def cases(name: str) -> list[Case]:
    """Read a golden file."""
    found: list[Case] = []
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("  "):
            last = found[-1]
            found[-1] = Case(last.sentence, (*last.expected, line.strip()), last.miss)
        elif line.strip():
            sentence, _, reason = line.removeprefix("! ").partition("  # ")
            found.append(Case(sentence, (), reason if line.startswith("! ") else ""))
    return found


def parameters(name: str) -> list[object]:
    """Give each sentence as a parameter; a known miss is expected to fail, and must."""
    return [
        pytest.param(
            case, id=case.sentence[:60], marks=[pytest.mark.xfail(strict=True, reason=case.miss)] * bool(case.miss)
        )
        for case in cases(name)
    ]


def rewrite(name: str, find: Callable[[str], Iterable[str]]) -> None:
    """Put what is found in place of what was expected, but for known misses."""
    lines: list[str] = []
    for case in cases(name):
        lines.append(f"! {case.sentence}  # {case.miss}" if case.miss else case.sentence)
        lines += [f"  {line}" for line in (case.expected if case.miss else find(case.sentence))]
    (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
