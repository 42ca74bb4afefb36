"""Marks: an article's words as HTML, with its findings marked where they overlap.

The text is cut at every edge of a finding. Findings that lie within one another nest;
where two cross, the inner one is closed at the edge and opened again behind it. Each
finding has a lane below the line, the shortest nearest the text, so that no line hides
another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

import msgspec

from dateline.export.clean import spell_unseen

# More lanes than this would cross the next line of text; what lies beyond shares the last.
LANES = 3
# Times have their line above the text, people a tint: neither takes a lane below.
LANELESS = frozenset({"time", "people"})


class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """Words of one finding: `target` is its anchor in the lists, `card` what hovering shows.

    `anchor` is set on the first words of a finding: the place to come back to.
    """

    start: int
    end: int
    kind: str
    tag: str
    target: str
    card: str
    anchor: str | None = None


def to_safe(text: str) -> str:
    r"""Return `text` as HTML: escaped, with control and bidi characters written out.

    >>> to_safe("<b onclick='x'>\u202e")
    '&lt;b onclick=&#x27;x&#x27;&gt;[U+202E]'
    """
    return escape(spell_unseen(text))


def find_lanes(marks: Sequence[Mark]) -> list[int]:
    """Return the lane of each mark, 1 nearest the text, 0 for kinds without one."""
    lanes = [0] * len(marks)
    taken: list[list[tuple[int, int]]] = [[] for _ in range(LANES - 1)]
    order = sorted(range(len(marks)), key=lambda n: (marks[n].end - marks[n].start, n))
    for number in order:
        if marks[number].kind not in LANELESS:
            lanes[number] = next(
                (lane for lane, spans in enumerate(taken, 1) if _take(spans, marks[number])), LANES
            )
    return lanes


def _take(spans: list[tuple[int, int]], mark: Mark) -> bool:
    """Put a mark among the spans of a lane, which are in order and do not touch, if it fits."""
    at = bisect_left(spans, (mark.start, mark.end))
    if (at and spans[at - 1][1] > mark.start) or (at < len(spans) and spans[at][0] < mark.end):
        return False
    spans.insert(at, (mark.start, mark.end))
    return True


def mark_words(text: str, start: int, end: int, marks: Sequence[Mark]) -> str:
    """Return the words from `start` to `end` with those of `marks` that touch them."""
    here = [m for m in marks if m.start < end and start < m.end and m.start < m.end]
    here.sort(key=lambda m: (m.start, -m.end))
    lanes = find_lanes(here)
    edges = sorted({start, end, *(max(start, m.start) for m in here)}
                   | {min(end, m.end) for m in here})  # fmt: skip
    out: list[str] = []
    open_marks: list[int] = []
    waiting = 0
    for at, until in pairwise(edges):
        again = _close(here, open_marks, at, out)
        while waiting < len(here) and max(start, here[waiting].start) <= at:
            again.append(waiting)
            waiting += 1
        again.sort(key=lambda n: (-here[n].end, here[n].start))
        for number in again:
            out.append(_opening(here[number], lanes[number], is_first=here[number].start == at))
            open_marks.append(number)
        out.append(to_safe(text[at:until]))
    out.append("</span>" * len(open_marks))
    return "".join(out)


def _close(marks: Sequence[Mark], open_marks: list[int], at: int, out: list[str]) -> list[int]:
    """Close what ends at `at`; return what was closed with it and has to go on."""
    first = next((n for n, mark in enumerate(open_marks) if marks[mark].end <= at), None)
    if first is None:
        return []
    again = [number for number in open_marks[first:] if marks[number].end > at]
    out.append("</span>" * (len(open_marks) - first))
    del open_marks[first:]
    return again


def _opening(mark: Mark, lane: int, *, is_first: bool) -> str:
    place = f" l{lane}" if lane else ""
    if not is_first:
        return (
            f'<span class="m {mark.kind}{place}"><a class="tag" tabindex="-1" aria-hidden="true"'
            f' href="#{mark.target}"><span class="card">{mark.card}</span></a>'
        )
    anchor = f' id="{mark.anchor}"' if mark.anchor else ""
    reach = "" if mark.anchor else ' tabindex="-1"'
    return (
        f'<span class="m {mark.kind}{place}"{anchor}><a class="tag" href="#{mark.target}"{reach}'
        f' data-tag="{mark.tag}" aria-label="{mark.kind} {mark.tag}">'
        f'<span class="card">{mark.card}</span></a>'
    )


def paragraph_marks(
    paragraphs: Sequence[tuple[int, int]], marks: Sequence[Mark]
) -> Iterator[tuple[int, int, list[Mark]]]:
    """Yield each paragraph with the marks that touch it."""
    ordered = sorted(marks, key=lambda m: m.start)
    going: list[Mark] = []
    at = 0
    for start, end in paragraphs:
        while at < len(ordered) and ordered[at].start < end:
            going.append(ordered[at])
            at += 1
        going = [mark for mark in going if mark.end > start]
        yield start, end, going
