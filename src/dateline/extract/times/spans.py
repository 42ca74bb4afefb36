"""Ranges: what the two sides lend each other, and which comes first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Discourse
from dateline.extract.times.edtf import Moment, Range, add_days, add_months, between, on
from dateline.extract.times.near import day_of_month
from dateline.extract.times.wordings import Wording


def resolve_range(
    story: Discourse,
    wording: Wording,
    direction: Direction,
    plain: Callable[[Wording, Direction], Moment | None],
) -> Moment | None:
    """Return a range; `plain` resolves one of its sides."""
    low, high = wording.low, wording.high
    assert low is not None
    assert high is not None
    if low.kind == high.kind and low.kind in ("weekday", "clock") and low.frame is None:
        low.frame = high.frame
    _share(low, high)
    if (low.kind == "part" and low.frame and low.frame.kind == "weekday") or low.kind == "weekday":
        return _weekday_range(story, low, high, direction, plain)
    first = plain(low, direction)
    if (
        high.kind == "date"
        and high.month is None
        and high.year is None
        and first is not None
        and first.first()
    ):
        start = first.first()
        assert start is not None
        last: Moment | None = day_of_month(start.year, start.month, high.day or 1)
        if last and last.first() and last.first() < start:  # type: ignore[operator]
            later = add_months(start.replace(day=1), 1)
            last = day_of_month(later.year, later.month, high.day or 1)
    elif high.kind == "weekday" and first is not None and (start := first.first()):
        last = on(add_days(start, ((high.weekday or 0) - start.weekday()) % 7))
    else:
        last = plain(high, direction)
    return _pair(low, high, first, last)


def _pair(low: Wording, high: Wording, first: Moment | None, last: Moment | None) -> Moment | None:
    if first is None or last is None:
        return first if last is None else last
    start = first.low if isinstance(first, Range) else first
    end = last.high if isinstance(last, Range) else last
    if start and end and (a := start.first()) and (b := end.first()) and a > b:
        if low.kind == "date" and low.year is None and start.year:
            start = replace(start, year=start.year - 1)
        elif high.kind == "date" and high.year is None and end.year:
            end = replace(end, year=end.year + 1)
        else:
            start, end = end, start
    return Range(start, end)


def _weekday_range(
    story: Discourse,
    low: Wording,
    high: Wording,
    direction: Direction,
    plain: Callable[[Wording, Direction], Moment | None],
) -> Moment | None:
    if direction is Direction.FUTURE:
        first, last = plain(low, direction), plain(high, direction)
    else:
        last, first = plain(high, direction), plain(low, direction)
    start = first.first() if first else None
    end = last.first() if last else None
    if start is None or end is None:
        return None
    near = story.published
    if direction is Direction.UNKNOWN and near and high.kind == "weekday" and end < start == near:
        return between(start, add_days(start, ((high.weekday or 0) - start.weekday()) % 7))
    if direction is Direction.UNKNOWN and near and high.kind != "weekday" and start < near < end:
        return (
            between(add_days(start, 7), end) if add_days(start, 7) <= end else between(start, end)
        )
    if end < start:
        if direction is Direction.FUTURE or high.kind != "weekday":
            end = (
                add_days(end, 7 * (1 + (start - end).days // 7)) if high.kind == "weekday" else end
            )
        else:
            start = add_days(start, -7 * (1 + (start - end).days // 7))
    elif (end - start).days > 6 and low.kind == "weekday":
        start = add_days(start, 7 * ((end - start).days // 7))
    return between(min(start, end), max(start, end))


def _share(low: Wording, high: Wording) -> None:
    """Give the first side of a range the month and year that only the last names."""
    if low.kind == "date" and high.kind == "date":
        if low.month is None and low.day is not None and low.year is None:
            low.month, low.year = high.month, high.year
        if low.year is None and low.day is not None and high.year is not None:
            low.year = high.year
            if low.month and high.month and low.month > high.month:
                low.year -= 1
        if low.month is not None and low.year is None and high.year is not None and low.day is None:
            low.year = high.year - (low.month > (high.month or 12))
