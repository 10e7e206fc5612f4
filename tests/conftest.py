"""What tests share: where the given data is, one parser, one lexicon, and the flag that rewrites golden files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Property tests draw the same examples in every run, so that only a change fails them; fresh ones are drawn with
# `pytest --hypothesis-profile=fresh`.
settings.register_profile("same", deadline=None, derandomize=True)
settings.register_profile("fresh", deadline=None, derandomize=False)
settings.load_profile("same")

ROOT = Path(__file__).resolve().parent.parent
# The one thing that no installation brings where tests run as root.
ONLY_AS_A_USER = "root may read every file"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--regen", action="store_true", help="rewrite the golden files; review the diff")
    parser.addoption(
        "--no-skips", action="store_true", help="a test that is skipped fails: what it needs must be there"
    )


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    outcome = yield
    report = outcome.get_result()
    if report.skipped and item.config.getoption("--no-skips") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        if not reason.endswith(ONLY_AS_A_USER):
            report.outcome = "failed"


@pytest.fixture(scope="session")
def regen(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--regen"))


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    """Give the path of something in the shared folder (KG_SHARED), or skip with a reason."""
    root = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared"))

    def at(name: str) -> Path:
        path = root / name
        if not path.exists():
            pytest.skip(f"needs {name} in the shared folder; set KG_SHARED to where it is")
        return path

    return at
