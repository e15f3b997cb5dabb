"""Pictures drawn from SVG: in a process of their own, for drawing would hold up every answer meanwhile."""

from __future__ import annotations

import asyncio
import sys
from collections import OrderedDict
from dataclasses import dataclass, field
from hashlib import blake2s
from pathlib import Path

from bot.errors import BotError

MOST_KEPT = 32
"""Pictures of which the last ones are kept: some 3 MB of cards, 9 MB of the largest brackets."""
AT_ONCE = 2
SCRIPT = Path(__file__).with_name("draw_svg.py")


class DrawingError(BotError):
    """A picture could not be drawn."""


@dataclass(frozen=True, slots=True)
class Drawer:
    """Draws with the letters of one font file, and keeps what it drew last, by its content."""

    font: Path
    family: str
    _kept: OrderedDict[bytes, bytes] = field(default_factory=OrderedDict)
    _room: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    async def png(self, svg: str) -> bytes:
        """Raises DrawingError."""
        key = blake2s(svg.encode()).digest()
        if key not in self._kept:
            async with self._room:
                self._kept[key] = await self._drawn(svg)
            while len(self._kept) > MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    async def _drawn(self, svg: str) -> bytes:
        # A script that imports nothing but resvg starts in no time, and leaves no memory behind.
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            str(SCRIPT),
            str(self.font),
            self.family,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        png, _ = await process.communicate(svg.encode())
        if process.returncode or not png:
            raise DrawingError(f"the drawing process ended with {process.returncode}")
        return png
