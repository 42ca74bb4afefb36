"""Anchors: the time and the place that the clause of a figure names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dateline.extract.figures.drafts import Draft
from dateline.records.parses import Parse
from dateline.records.readings import Place, Time

# A name further away than this, in code points, belongs to another clause.
REACH = 160


class Anchors:
    """Finds the time and place nearest to a figure within its sentence."""

    def __init__(self, parse: Parse, times: tuple[Time, ...], places: tuple[Place, ...]) -> None:
        """Order the mentions by their offsets."""
        self._parse = parse
        self._times = sorted((t.start, t.end, t.id) for t in times)
        self._places = sorted((m.start, m.end, p.id) for p in places for m in p.mentions)

    def at(self, draft: Draft) -> tuple[str | None, str | None]:
        """Return the ids of the time and the place that a figure stands with."""
        first, stop = self._parse.sentences[self._parse.sentence_of[draft.first]]
        low, high = self._parse.starts[first], self._parse.ends[stop - 1]
        return (
            _nearest(self._times, draft, low, high),
            _nearest(self._places, draft, low, high),
        )


def _nearest(mentions: list[tuple[int, int, str]], draft: Draft, low: int, high: int) -> str | None:
    inside = mentions[bisect_left(mentions, (low,)) : bisect_right(mentions, (high,))]
    best, gap = None, REACH
    for start, end, name in inside:
        distance = start - draft.end if start >= draft.end else draft.start - end
        # What stands behind a count more often belongs to it than what stands before.
        distance = distance if start >= draft.end else distance + distance // 2
        if 0 <= distance < gap:
            best, gap = name, distance
    return best
