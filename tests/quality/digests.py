"""The digest that pins a floor to its data."""

from __future__ import annotations

import hashlib
from pathlib import Path


def digest_of(folder: Path, pattern: str) -> str:
    """Return the SHA-256 of the files' names and bytes, in order, cut to 16 digits."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob(pattern)):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
