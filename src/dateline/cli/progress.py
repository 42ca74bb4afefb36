"""Progress: one line on a terminal that says how far a long run is."""

from __future__ import annotations

import time
from typing import TextIO

# Seconds until the line first shows, and between two of it.
PATIENCE = 3.0
EVERY = 0.5


class Progress:
    """Shows articles and rates on `stream`, and nothing at all where that is no terminal."""

    def __init__(self, stream: TextIO | None, *, wanted: bool = True) -> None:
        """Start the clock."""
        self._stream = stream if wanted and stream is not None and stream.isatty() else None
        self._began = self._last = time.monotonic()
        self._width = 0

    def show(self, articles: int, words: int) -> None:
        """Say how many articles are done, with how many words, where it is time to."""
        if self._stream is None:
            return
        now = time.monotonic()
        seconds = now - self._began
        if seconds < PATIENCE or now - self._last < EVERY:
            return
        self._last = now
        line = (
            f"dateline: {articles:,} articles, {articles / seconds:,.1f} articles/s,"
            f" {words / seconds:,.0f} words/s"
        )
        self._stream.write("\r" + line.ljust(self._width))
        self._stream.flush()
        self._width = len(line)

    def clear(self) -> None:
        """Take the line away, so that something else can be written there."""
        if self._stream is not None and self._width:
            self._stream.write("\r" + " " * self._width + "\r")
            self._stream.flush()
            self._width = 0
