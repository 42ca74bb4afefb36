"""Weekdays, days with a name, and days told from today."""

from __future__ import annotations

from datetime import date

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Case, Discourse
from dateline.extract.times.edtf import Moment, Value, add_days, add_months, between, on
from dateline.extract.times.holidays import holiday, holiday_length
from dateline.extract.times.near import closest, nearest

# "Next Friday", said on a Thursday, is not tomorrow.
TOO_NEAR_FOR_NEXT = 2


def resolve_weekday(case: Case) -> Moment | None:  # noqa: PLR0911 - one case a return
    """Return the day of a weekday, by the words beside it or else by the tense."""
    story, wording, framed, direction = case.story, case.wording, case.framed, case.direction
    weekday, which, near = wording.weekday, wording.which, story.published
    assert weekday is not None
    if framed is not None and (first := framed.first()):
        return on(add_days(first, (weekday - first.weekday()) % 7))
    if wording.frame is not None:
        return None
    told = story.day
    if which in ("the following", "the next", "following", "after") and told:
        return on(add_days(told, (weekday - told.weekday() - 1) % 7 + 1))
    if which in ("before", "the previous", "the preceding", "previous") and told:
        return on(add_days(told, -((told.weekday() - weekday - 1) % 7 + 1)))
    if which == "that" and told:
        return on(closest(told, weekday))
    if near is None and told and which in ("", "the", "this", "on"):
        return on(closest(told, weekday))
    if which == "the" and told and near and told < near:
        after = add_days(told, (weekday - told.weekday()) % 7)
        if after <= near:
            return on(after)
    if near is None:
        return _some_day(story, sure=False)
    return on(add_days(near, _weekday_step(weekday, which, near, direction)))


def _weekday_step(weekday: int, which: str, near: date, direction: Direction) -> int:  # noqa: PLR0911 - one case a return
    """Return the days from `near` to the weekday that `which` and the tense point at."""
    ahead = (weekday - near.weekday()) % 7
    behind = ahead - 7 if ahead else 0
    if which in ("last", "past", "this past", "previous", "the past"):
        return ahead - 7
    if which == "before last":
        return ahead - 14
    if which == "next":
        return ahead + 7 if ahead <= TOO_NEAR_FOR_NEXT else ahead
    if which in ("coming", "upcoming", "this coming", "the coming", "following"):
        return ahead or 7
    if which == "after next":
        return (ahead or 7) + 7
    if which == "week":
        return (ahead or 7) + 7 if ahead else 7
    if which == "fortnight":
        return ahead + 14
    if which == "this":
        if direction is Direction.PAST and ahead:
            return behind
        return ahead
    return ahead if direction is Direction.FUTURE else behind


def resolve_holiday(case: Case) -> Moment | None:
    """Return the day of a holiday, of the year named or of the nearest."""
    story, wording, framed, direction = case.story, case.wording, case.framed, case.direction
    near = story.published
    shift = wording.count or 0
    year = wording.year
    if year is None and framed is not None and (first := framed.first()):
        year = first.year
    if year is None and near is None:
        year = story.year or story.newest_year
        if year is None:
            fixed = holiday(wording.name, 2001), holiday(wording.name, 2002)
            if fixed[0] and fixed[1] and fixed[0].replace(year=2002) == fixed[1]:
                return Value(None, fixed[0].month, fixed[0].day)
            return None
    if year is not None:
        return _feast(wording.name, holiday(wording.name, year), shift)
    assert near is not None
    days = [d for step in (-1, 0, 1) if (d := holiday(wording.name, near.year + step))]
    if wording.which == "last":
        days = [d for d in days if d < near][-1:]
    elif wording.which == "next":
        days = [d for d in days if d > near][:1]
    chosen = nearest([on(d) for d in days], near, direction)
    return _feast(wording.name, chosen.first() if chosen else None, shift)


def _feast(name: str, first: date | None, shift: int) -> Moment | None:
    """Return the day of a feast, or all its days where it lasts; `shift` is -1 for its eve."""
    if first is None:
        return None
    length = holiday_length(name)
    if shift or length == 1:
        return on(add_days(first, shift))
    return between(first, add_days(first, length - 1))


def resolve_deictic(case: Case) -> Moment | None:
    """Return the day so many days from publication."""
    story, wording = case.story, case.wording
    near = story.published
    if near is None:
        return _some_day(story, sure=not wording.count)
    return on(add_days(near, wording.count or 0))


def _some_day(story: Discourse, *, sure: bool) -> Value | None:
    """Return some day of the month of publication, None where not even that is known.

    `sure` is False where the day may lie in the month before or after.
    """
    if story.month is None:
        return None
    return Value(story.year, story.month, some_day=True, uncertain=not sure)


def resolve_anniversary(case: Case) -> Moment | None:
    """Return the anniversary of the day that is its frame."""
    wording, framed = case.wording, case.framed
    first = framed.first() if framed else None
    return on(add_months(first, 12 * (wording.count or 0))) if first else None
