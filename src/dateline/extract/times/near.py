"""Near: the nearest of several times, and times at a distance from another."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Discourse
from dateline.extract.times.edtf import (
    EARLIEST,
    LATEST,
    Moment,
    Range,
    Value,
    add_days,
    add_months,
    on,
    unit_around,
)

# A date without a year is the nearest one, but the tense weighs: a day in the direction
# against the tense counts as this many. In January's news "in March" with a past tense is
# last year's; in December's, "in January" with a slip of the tense is still the next.
AGAINST_THE_TENSE = 5
# A clock in the sentence of a day belongs to it, unless that day is history: an anniversary.
SAME_STORY = 300


def nearest(candidates: list[Value], near: date, direction: Direction) -> Value | None:
    """Return the candidate nearest to `near`, the tense considered."""

    def cost(value: Value) -> float:
        first, last = value.first(), value.last()
        if first is None or last is None:
            return 1e9
        if first <= near <= last:
            return 0
        ahead = (first - near).days
        # Months without a year are told of almost a year back, days seldom.
        against = AGAINST_THE_TENSE + (3 if first != last else 0)
        if ahead > 0:
            return ahead * (against if direction is Direction.PAST else 1)
        return (near - last).days * (against if direction is Direction.FUTURE else 1)

    return min(candidates, key=cost, default=None)


def closest(day: date, weekday: int) -> date:
    """Return the day with this weekday that lies nearest to `day`, itself included."""
    step = (weekday - day.weekday()) % 7
    return add_days(day, step if step <= 3 else step - 7)


def day_of_month(year: int, month: int, day: int) -> Value | None:
    """Return the value of a day, None where the month has no such day."""
    value = Value(year, month, day)
    return value if value.first() else None


def moved_by(start: date, unit: str, count: int, *, exact: bool) -> Moment:
    """Return the time `count` units from `start`, as exact as the unit is."""
    if unit in ("day", "week", "fortnight", "weekend"):
        return on(
            add_days(start, count * {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit])
        )
    if unit in ("hour", "minute"):
        return on(add_days(start, round(count / (24 if unit == "hour" else 1440))))
    if unit in ("month", "quarter"):
        moved = add_months(start, count * (3 if unit == "quarter" else 1))
        if unit == "quarter":
            return unit_around(moved, "quarter")
        return on(moved) if exact else Value(moved.year, moved.month)
    years = count * {"decade": 10, "century": 100}.get(unit, 1)
    if exact:
        return on(add_months(start, 12 * years))
    return Value(min(max(start.year + years, EARLIEST), LATEST))


def shift_years(moment: Moment, count: int) -> Moment:
    """Return the same time of another year, `count` years on."""
    if isinstance(moment, Range):
        return Range(_shifted(moment.low, count), _shifted(moment.high, count))
    return _shifted(moment, count) or moment


def _shifted(value: Value | None, count: int) -> Value | None:
    if value is None or value.year is None:
        return value
    moved = replace(value, year=min(max(value.year + count, EARLIEST), LATEST))
    # A leap day has no fellow in most years.
    return replace(moved, day=28) if moved.day == 29 and moved.first() is None else moved


def told_day(story: Discourse) -> date | None:
    """Return a day in the time last spoken of, whatever its size."""
    moment = story.moment
    return (moment.first() if moment else None) or story.published


def current_day(story: Discourse) -> date | None:
    """Return the day a time of day belongs to where none is named with it."""
    near, told = story.published, story.day
    if near is None:
        return told
    if told and story.day_sentence == story.sentence and abs((near - told).days) < SAME_STORY:
        return told
    if story.near_day and story.near_paragraph == story.paragraph:
        return story.near_day
    return near
