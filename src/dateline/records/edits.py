"""Edits: the way between a text as it was found and as it is stored.

An edit is `(start, end, source_start, source_end)`: the words from `start` to `end` stand
where the source has those from `source_start` to `source_end`. Edits are in order and do
not overlap; between two of them both texts run in step. Offsets count code points.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

Edit = tuple[int, int, int, int]
Edits = tuple[Edit, ...]


def apply_edits(text: str, changes: Iterable[tuple[int, int, str]]) -> tuple[str, Edits]:
    """Return `text` with `(start, end, new)` changes made, and the edits that lead back.

    The changes come in order and do not overlap; those that touch become one edit.

    >>> apply_edits("a&amp;b", [(1, 6, "&")])
    ('a&b', ((1, 2, 1, 6),))
    """
    pieces: list[str] = []
    edits: list[Edit] = []
    done = length = 0
    for start, end, new in changes:
        if text[start:end] == new:
            continue
        pieces += (text[done:start], new)
        length += start - done
        if edits and edits[-1][3] == start:
            first, _, source, _ = edits.pop()
            edits.append((first, length + len(new), source, end))
        else:
            edits.append((length, length + len(new), start, end))
        length += len(new)
        done = end
    if not edits:
        return text, ()
    pieces.append(text[done:])
    return "".join(pieces), tuple(edits)


def join_edits(first: Sequence[Edit], second: Sequence[Edit]) -> Edits:
    """Return the edits that do what `first` and then `second` do.

    >>> join_edits([(1, 2, 1, 6)], [(0, 0, 0, 1)])
    ((0, 0, 0, 1), (0, 1, 1, 6))
    """
    if not first or not second:
        return tuple(first) or tuple(second)
    joined: list[Edit] = []
    into_source = into_text = 0  # what to add to an offset of the middle text
    at_first = at_second = 0
    while at_first < len(first) or at_second < len(second):
        ranges = [first[at_first][:2]] if at_first < len(first) else []
        ranges += [second[at_second][2:]] if at_second < len(second) else []
        low, high = min(ranges)
        is_first = bool(at_first < len(first) and first[at_first][:2] == (low, high))
        source_low, text_low = low + into_source, low + into_text
        # All that overlaps becomes one edit; what merely touches stays apart.
        while True:
            if at_first < len(first) and (is_first or first[at_first][0] < high):
                _, end, _, source_end = first[at_first]
                high, into_source = max(high, end), source_end - end
                at_first += 1
            elif at_second < len(second) and (
                (low, high) == second[at_second][2:] or second[at_second][2] < high
            ):
                _, end, _, middle_end = second[at_second]
                high, into_text = max(high, middle_end), end - middle_end
                at_second += 1
            else:
                break
            is_first = False
        joined.append((text_low, high + into_text, source_low, high + into_source))
    return tuple(joined)


def to_source(edits: Sequence[Edit], start: int, end: int) -> tuple[int, int]:
    """Return the offsets in the source of the words from `start` to `end` of the text.

    Where a span begins or ends inside an edit, all that the edit replaced is covered.

    >>> to_source([(1, 2, 1, 6)], 1, 3)
    (1, 7)
    """
    low = _image(edits, start)
    if end <= start:
        return low, low
    at = bisect_right(edits, end - 1, key=lambda edit: edit[0]) - 1
    if at >= 0 and end - 1 < edits[at][1]:
        return low, edits[at][3]
    return low, (end if at < 0 else end - edits[at][1] + edits[at][3])


def to_text(edits: Sequence[Edit], start: int, end: int) -> tuple[int, int]:
    """Return the offsets in the text of what stands from `start` to `end` in the source.

    >>> to_text([(1, 2, 1, 6)], 1, 7)
    (1, 3)
    """
    back = [(s, e, start_, end_) for start_, end_, s, e in edits]
    return to_source(back, start, end)


def _image(edits: Sequence[Edit], start: int) -> int:
    at = bisect_right(edits, start, key=lambda edit: edit[0]) - 1
    if at < 0:
        return start
    _, end, source_start, source_end = edits[at]
    return source_start if start < end else start - end + source_end
