"""Dates by the calendar, with the year or month that they leave out."""

from __future__ import annotations

from dataclasses import replace

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Case, Discourse
from dateline.extract.times.edtf import Moment, Range, Value, add_months
from dateline.extract.times.near import day_of_month, nearest, told_day
from dateline.extract.times.wordings import Wording


def resolve_date(case: Case) -> Moment | None:
    """Return a date by the calendar, with the parts that its words leave out."""
    story, wording, framed, direction = case.story, case.wording, case.framed, case.direction
    high: Value | None
    if wording.year is not None:
        high = _value(wording)
    elif wording.month is None and wording.day is not None:
        high = _day_alone(story, wording, framed, direction)
    elif wording.month is not None:
        first = framed.first() if framed else None
        year = first.year if first else _year_of(story, wording, direction)
        high = replace(_value(wording), year=year)
    else:
        return framed
    if high is None or wording.low is None:
        return high
    return _first_of_two(wording.low, high)


def _first_of_two(low: Wording, high: Value) -> Range:
    """Return the range whose first side lacks what its last side says."""
    first = Value(low.year or high.year, low.month or high.month, low.day)
    if low.year is not None and low.month is None:
        first = Value(low.year)
    start, end = first.first(), high.first()
    if start and end and start > end and high.month:
        month = add_months(end.replace(day=1), -1)
        first = replace(first, year=month.year, month=month.month)
    return Range(first, high)


def _day_alone(
    story: Discourse, wording: Wording, framed: Moment | None, direction: Direction
) -> Value | None:
    day = wording.day or 1
    if framed is not None:
        first = framed.first()
        if first is None:
            return Value(None, getattr(framed, "month", None), day)
        return day_of_month(first.year, first.month, day)
    near = story.published
    told = story.day
    # In a sentence that tells of another time, its month holds.
    if told and (
        near is None or (abs((near - told).days) > 120 and story.day_sentence == story.sentence)
    ):
        near = told
        found = day_of_month(told.year, told.month, day)
        if found and (start := found.first()) and start >= told:
            return found
        later = add_months(told.replace(day=1), 1)
        return day_of_month(later.year, later.month, day)
    if near is None:
        return Value(None, None, day)
    candidates = []
    for step in (-2, -1, 0, 1, 2):
        month = add_months(near.replace(day=1), step)
        if (found := day_of_month(month.year, month.month, day)) and found.first():
            candidates.append(found)
    if wording.weekday is not None:
        fitting = [
            c for c in candidates if (start := c.first()) and start.weekday() == wording.weekday
        ]
        candidates = fitting or candidates
    elif direction is not Direction.UNKNOWN:
        # Months are short: "fell ill on the 12th" is the 12th that was.
        ahead = direction is Direction.FUTURE
        fitting = [c for c in candidates if (d := c.first()) and (d == near or (d > near) == ahead)]
        candidates = fitting or candidates
    return nearest(candidates, near, direction)


def _year_of(story: Discourse, wording: Wording, direction: Direction) -> int | None:  # noqa: PLR0911 - one case a return
    """Return the year of a month or day without one."""
    near = story.published
    if near is None and wording.which in ("last", "next"):
        near = story.day
    if near is None:
        here = story.stated_sentence == story.sentence or story.stated_month == wording.month
        return story.year or (story.stated_year if here else story.newest_year)
    told = story.stated_year
    if (
        told is not None
        and abs(told - near.year) > 1
        and story.stated_sentence == story.sentence
        and (
            story.stated_month is not None
            and direction is not Direction.FUTURE
            and not wording.which
        )
    ):
        return told
    if wording.which in ("the following", "the next") and (start := told_day(story)):
        return start.year + (start.month >= (wording.month or 0))
    if wording.which == "the previous" and (start := told_day(story)):
        return start.year - (start.month <= (wording.month or 0))
    if (
        wording.which
        and wording.day is None
        and wording.which
        not in (
            "effective",
            "beginning",
            "some day",
        )
    ):
        if wording.which in ("last", "this past"):
            return near.year - (near.month <= (wording.month or 0))
        if wording.which in ("next", "this coming"):
            return near.year + (near.month >= (wording.month or 0))
        return near.year
    candidates = [Value(near.year + step, wording.month, wording.day) for step in (-1, 0, 1)]
    candidates = [c for c in candidates if c.first()]
    if wording.weekday is not None:
        fitting = [c for c in candidates if (day := c.first()) and day.weekday() == wording.weekday]
        candidates = fitting or candidates
    if wording.day is None and near.month == wording.month and direction is not Direction.FUTURE:
        return near.year
    chosen = nearest(candidates, near, direction)
    return chosen.year if chosen else near.year


def _value(wording: Wording) -> Value:
    value = Value(wording.year, wording.month, wording.day, digits=wording.digits)
    if wording.hour is not None:
        value = replace(value, hour=wording.hour, minute=wording.minute, zone=wording.zone)
    return replace(value, some_day=wording.which == "some day")
