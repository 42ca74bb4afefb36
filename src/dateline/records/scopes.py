"""Scopes: which words of a text are said by which voice."""

from __future__ import annotations

from bisect import bisect_right
from heapq import heappop, heappush

import msgspec

ARTICLE_VOICE = "v0"


class Scope(msgspec.Struct, frozen=True, order=True):
    """The words from `start` to `end` are said by `voice`."""

    start: int
    end: int
    voice: str


class Scopes:
    """Looks up the voice of an offset; the innermost (shortest) scope holds.

    The scopes are cut into stretches once, so that a look-up costs a binary search however
    many scopes a text has.

    >>> Scopes([Scope(0, 40, "v1"), Scope(10, 20, "v2")]).voice_at(12)
    'v2'
    >>> Scopes([Scope(0, 40, "v1"), Scope(10, 20, "v2")]).voice_at(20)
    'v1'
    >>> Scopes([]).voice_at(3)
    'v0'
    """

    def __init__(self, scopes: list[Scope]) -> None:
        """Order the scopes by their start, and cut them into stretches of one voice."""
        self.scopes = sorted(scopes)
        self._starts: list[int] = []
        self._voices: list[str] = []
        self._cut()

    def _cut(self) -> None:
        """Sweep over all edges; the open scope on top of the heap is the shortest."""
        edges = sorted({edge for s in self.scopes for edge in (s.start, s.end)})
        open_: list[tuple[int, int, int, str]] = []
        following = 0
        for edge in edges:
            while following < len(self.scopes) and self.scopes[following].start <= edge:
                scope = self.scopes[following]
                # Of two equally short ones the later in order holds.
                heappush(open_, (scope.end - scope.start, -following, scope.end, scope.voice))
                following += 1
            while open_ and open_[0][2] <= edge:
                heappop(open_)
            self._starts.append(edge)
            self._voices.append(open_[0][3] if open_ else ARTICLE_VOICE)

    def voice_at(self, offset: int) -> str:
        """Return the id of the voice that says the word at `offset`."""
        at = bisect_right(self._starts, offset) - 1
        return self._voices[at] if at >= 0 else ARTICLE_VOICE
