"""Files that somebody gets in a terminal."""

from __future__ import annotations

import tempfile
from hashlib import blake2s
from pathlib import Path


def put_down(name: str, content: bytes) -> Path:
    """The file in a folder of its own among the temporary ones; the same content in the same place."""
    folder = Path(tempfile.gettempdir()) / f"uitslagbot-{blake2s(content, digest_size=8).hexdigest()}"
    folder.mkdir(exist_ok=True)
    path = folder / Path(name).name
    path.write_bytes(content)
    return path
