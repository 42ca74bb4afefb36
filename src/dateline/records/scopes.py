"""Scopes: which words of a text are said by which voice."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

ARTICLE_VOICE = "v0"


class Scope(msgspec.Struct, frozen=True, order=True):
    """The words from `start` to `end` are said by `voice`."""

    start: int
    end: int
    voice: str


class Scopes:
    """Looks up the voice of an offset; the innermost (shortest) scope holds.

    >>> Scopes([Scope(0, 40, "v1"), Scope(10, 20, "v2")]).voice_at(12)
    'v2'
    >>> Scopes([]).voice_at(3)
    'v0'
    """

    def __init__(self, scopes: list[Scope]) -> None:
        """Order the scopes by their start."""
        self.scopes = sorted(scopes)
        self._starts = [scope.start for scope in self.scopes]

    def voice_at(self, offset: int) -> str:
        """Return the id of the voice that says the word at `offset`."""
        best, width = ARTICLE_VOICE, 1 << 60
        for scope in self.scopes[: bisect_right(self._starts, offset)]:
            if offset < scope.end and scope.end - scope.start <= width:
                best, width = scope.voice, scope.end - scope.start
        return best
