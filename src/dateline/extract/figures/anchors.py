"""Anchors: the time and the place that the clause of a figure names."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from dateline.extract.figures.drafts import Draft
from dateline.records.parses import Parse
from dateline.records.readings import Place, Time

# A name further away than this, in code points, belongs to another clause.
REACH = 160
# A mention so near behind a figure, in code points, belongs to no figure before it.
BESIDE = 2
# What may stand between a figure and the place or day that it is told of.
AT = re.compile(r"(?: [\w-]+){0,2} (?:in|at|on|near|from|by)(?: the)? ")


class Anchors:
    """Finds the time and place nearest to a figure within its sentence."""

    def __init__(
        self,
        parse: Parse,
        times: tuple[Time, ...],
        places: tuple[Place, ...],
        drafts: list[Draft],
    ) -> None:
        """Order the mentions by their offsets.

        What stands right behind a figure, or behind a part ("103 of them in Almaty"), is told
        of that figure and of none before it.
        """
        self._parse = parse
        stated = [d for d in drafts if not d.implicit]
        self._walls = sorted(d.end for d in stated if d.pronoun)
        self._ends = sorted(d.end for d in stated)
        self._times = sorted((t.start, t.end, t.id) for t in times)
        self._places = sorted((m.start, m.end, p.id) for p in places for m in p.mentions)

    def at(self, draft: Draft) -> tuple[str | None, str | None]:
        """Return the ids of the time and the place that a figure stands with."""
        first, stop = self._parse.sentences[self._parse.sentence_of[draft.first]]
        low, high = self._parse.starts[first], self._parse.ends[stop - 1]
        return (
            self._nearest(self._times, draft, low, high),
            self._nearest(self._places, draft, low, high),
        )

    def _nearest(
        self, mentions: list[tuple[int, int, str]], draft: Draft, low: int, high: int
    ) -> str | None:
        inside = mentions[bisect_left(mentions, (low,)) : bisect_right(mentions, (high,))]
        best, gap = None, REACH
        for start, end, name in inside:
            if start >= draft.end and self._is_walled(draft.end, start):
                continue
            distance = start - draft.end if start >= draft.end else draft.start - end
            # What stands behind a count more often belongs to it than what stands before.
            distance = distance if start >= draft.end else distance + distance // 2
            if start >= draft.end and AT.fullmatch(self._parse.text, draft.end, start):
                distance = 0
            if 0 <= distance < gap:
                best, gap = name, distance
        return best

    def _is_walled(self, end: int, start: int) -> bool:
        """Return whether a mention belongs to a figure between `end` and `start`."""
        wall = bisect_right(self._walls, end)
        if wall < len(self._walls) and self._walls[wall] <= start:
            return True
        last = bisect_right(self._ends, start) - 1
        return last >= 0 and end < self._ends[last] and start - self._ends[last] <= BESIDE
