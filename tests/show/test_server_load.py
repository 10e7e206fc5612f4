"""The measurements of the service, in small: no lookup fails under load, and no mutated request breaks it.

The figures themselves come from `python -m tests.benchmarks.serve load` and `… fuzz`; how fast the machine is decides
no test.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def measured(*args: str) -> str:
    command = [sys.executable, "-m", "tests.benchmarks.serve", *args]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.mark.slow
def test_no_lookup_fails_under_load() -> None:
    lines = measured("load", "--entities", "2000", "--clients", "50", "--seconds", "3").splitlines()
    assert [line.partition(":")[0] for line in lines] == ["kg serve", "oxigraph"]
    for line in lines:
        assert re.search(r" requests/s, p50 \d+ ms, p99 \d+ ms, \{200: \d+\}$", line), line


@pytest.mark.slow
def test_no_mutated_request_breaks_the_service() -> None:
    assert "'200': " in measured("fuzz", "--number", "600", "--seed", "3")
