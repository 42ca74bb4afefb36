"""Times at a distance or held against another: "two days later", "the year-ago quarter"."""

from __future__ import annotations

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Case, Discourse
from dateline.extract.times.edtf import (
    Moment,
    Range,
    Value,
    add_days,
    add_months,
    between,
    half,
    on,
    quarter,
    unit_around,
)
from dateline.extract.times.holidays import nth_weekday
from dateline.extract.times.near import closest, moved_by, shift_years, told_day

# "From a year earlier" compares with the month or quarter told up to so many sentences ago.
COMPARED_ACROSS = 2


def resolve_offset(case: Case) -> Moment | None:  # noqa: PLR0911 - one case a return
    """Return the time at a distance from publication, or from the time spoken of."""
    story, wording, framed, direction = case.story, case.wording, case.framed, case.direction
    unit, count = wording.unit, wording.count or 0
    if wording.base == "happening":
        start = story.happenings.day_of(wording.name)
        return moved_by(start, unit, count, exact=unit in {"day", "week"}) if start else None
    if wording.frame is not None:
        start = framed.first() if framed else None
        return moved_by(start, unit, count, exact=True) if start else None
    if wording.base == "period" or (wording.base == "published" and unit == "year" and count == -1):
        if unit == "year" and (told := _period_told(story)) and told.first():
            return shift_years(told, count)
        if (
            unit == "year"
            and wording.base == "period"
            and (moved := _from_moment(story, unit, count))
        ):
            return moved
    if wording.base == "period" and unit in ("month", "quarter", "year"):
        return _from_moment(story, unit, count)
    if wording.base in ("context", "period"):
        if unit in ("day", "week", "fortnight") and story.day:
            moved = moved_by(story.day, unit, count, exact=True)
            if wording.weekday is not None and (first := moved.first()):
                return on(closest(first, wording.weekday))
            return moved
        return _from_moment(story, unit, count)
    near = story.published
    if near is None:
        year = story.year
        return Value(year + count) if year and unit == "year" else None
    if wording.which == "in" and direction is not Direction.FUTURE:
        return None
    return moved_by(near, unit, count, exact=False)


def _from_moment(story: Discourse, unit: str, count: int) -> Moment | None:
    told = told_day(story)
    return moved_by(told, unit, count, exact=False) if told else None


def resolve_period(case: Case) -> Moment | None:
    """Return a period compared with: "the year-ago quarter", "the 1988 period"."""
    story, wording, framed = case.story, case.wording, case.framed
    told = _period_told(story)
    near = story.published
    if wording.which == "latest" and near:
        ended = told.last() if told else None
        if wording.unit == "year":
            return Value(near.year - 1)
        if ended is None or not 0 <= (near - ended).days < 270:
            told = unit_around(near, "quarter", -1)
    year = wording.year
    if year is None and framed is not None and (first := framed.first()):
        year = first.year
    if told is None or (first := told.first()) is None:
        return Value(year) if year is not None else None
    if year is not None:
        return shift_years(told, year - first.year)
    if wording.which == "year-ago":
        return shift_years(told, -1)
    return told


def _period_told(story: Discourse) -> Moment | None:
    moment = story.moment
    if moment is not None and (isinstance(moment, Range) or moment.day is None):
        short = isinstance(moment, Range) or moment.month is not None
        if story.moment_sentence >= story.sentence - (COMPARED_ACROSS if short else 0):
            return moment
    return story.period


def resolve_nth(case: Case) -> Moment | None:  # noqa: PLR0911 - one case a return
    """Return the nth part of its frame: "the last day of September"."""
    wording, framed = case.wording, case.framed
    count = wording.count or 1
    if framed is None or (first := framed.first()) is None or (last := framed.last()) is None:
        return None
    if wording.fuzz:
        return framed
    if wording.weekday is not None:
        if (last - first).days > 31:
            return None
        return on(nth_weekday(first.year, first.month, wording.weekday, count))
    if wording.unit == "day":
        return on(last if count < 0 else add_days(first, count - 1))
    if wording.unit == "decade":
        return Value(first.year + 10 * (count - 1), digits=3) if count > 0 else None
    if wording.unit in ("half", "quarter"):
        number = count if count > 0 else 2 if wording.unit == "half" else 4
        return (half if wording.unit == "half" else quarter)(first.year, min(number, 4))
    if wording.unit == "week":
        return (
            between(add_days(last, -6), last)
            if count < 0
            else between(add_days(first, 7 * count - 7), add_days(first, 7 * count - 1))
        )
    if wording.unit == "weekend":
        saturday = add_days(first, (5 - first.weekday()) % 7)
        return between(add_days(saturday, 7 * count - 7), add_days(saturday, 7 * count - 6))
    return None


def resolve_span(case: Case) -> Moment | None:
    """Return "the past three months": from so long before up to now."""
    story, wording = case.story, case.wording
    near, unit, count = story.published, wording.unit, wording.count or 0
    if near is None or not count or unit == "minute":
        return None
    if abs(count) == 1 and unit in ("month", "year"):
        other = add_months(near, count * (12 if unit == "year" else 1))
    elif unit == "hour":
        days = max(1, round(abs(count) / 24))
        other = add_days(near, days if count > 0 else -days)
    elif unit in ("day", "week", "fortnight"):
        step = {"day": 1, "week": 7, "fortnight": 14}[unit] * count
        other = add_days(near, step)
    else:
        moved = moved_by(near, unit, count, exact=False)
        now = Value(near.year, near.month) if unit in ("month", "quarter") else Value(near.year)
        if isinstance(moved, Range):
            return None
        return Range(moved, now) if count < 0 else Range(now, moved)
    return between(min(near, other), max(near, other))
