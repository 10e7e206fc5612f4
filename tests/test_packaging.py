"""A wheel built from the project works without the project: ontologies, samples and page template are inside."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCKS = sorted(ROOT.glob("requirements*.txt"))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with nothing but the unpacked wheel, as an install leaves it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        ".",
    ]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("newskg-*.whl")
    site = folder / "site"
    zipfile.ZipFile(wheel).extractall(site)
    return site


def run(site: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"PYTHONPATH": str(site)}
    command = [sys.executable, "-m", "kg", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_wheel_builds_its_samples_elsewhere(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "build")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "outputs" / "samples" / "graph.ttl").stat().st_size > 10_000
    assert (tmp_path / "outputs" / "samples" / "graph.html").is_file()
    code = "import kg; print(kg.__file__)"
    where = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert str(installed) in where.stdout, "the wheel, not the project, must have been used"


@pytest.mark.slow
def test_the_wheel_holds_what_is_not_code(installed: Path) -> None:
    for name in (
        "ontologies/core.ttl",
        "ontologies/queries",
        "ontologies/rules",
        "samples",
        "show/template",
        "py.typed",
    ):
        assert (installed / "kg" / name).exists(), name


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_a_lock_pins_with_hashes_and_names_no_host(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    entries = [line for line in text.replace("\\\n", " ").splitlines() if line and not line.startswith("#")]
    assert entries
    for line in entries:
        assert "==" in line, line
        assert "--hash=sha256:" in line, line
