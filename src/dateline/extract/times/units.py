"""Units told by their place: "last week", "the same day", "the quarter"."""

from __future__ import annotations

from datetime import date

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Case, Discourse
from dateline.extract.times.edtf import Moment, Value, unit_around
from dateline.extract.times.near import told_day
from dateline.extract.times.wordings import Wording


def resolve_unit(case: Case) -> Moment | None:  # noqa: PLR0911 - one case a return
    """Return a unit told from publication or from the time spoken of."""
    story, wording, direction = case.story, case.wording, case.direction
    unit = wording.unit
    near = story.published
    if wording.base == "context":
        return _context_unit(story, wording, direction)
    if near is None:
        if unit in ("year", "decade", "century") and (year := story.year or story.newest_year):
            return unit_around(date(year, 6, 1), unit, wording.count or 0)
        if unit == "month" and story.year and story.month:
            return unit_around(date(story.year, story.month, 1), unit, wording.count or 0)
        if unit == "week" and story.month and not wording.count:
            return Value(story.year, story.month, some_day=True, uncertain=True)
        return None
    if wording.which == "past":
        return _past(unit, near)
    if unit == "weekend":
        return _weekend(wording, near, direction)
    if wording.which in ("the", "this", "current"):
        return unit_around(near, unit, 0)
    return unit_around(near, unit, wording.count or 0)


def _past(unit: str, near: date) -> Moment | None:
    """Return "the past year": the last one, as other units."""
    if unit == "year":
        return Value(near.year - 1)
    return unit_around(near, unit, -1)


def _weekend(wording: Wording, near: date, direction: Direction) -> Moment:
    coming = unit_around(near, "weekend")
    step = wording.count or 0
    if abs(step) > 1:
        return unit_around(near, "weekend", 1 if step > 0 else -2)
    if wording.which == "last" or step < 0:
        return unit_around(near, "weekend", -1)
    if wording.which in ("next", "upcoming") and near.weekday() > 3:
        return unit_around(near, "weekend", 1)
    if wording.which in ("this", "the") and direction is Direction.PAST and near.weekday() < 5:
        # On a Monday, "this weekend" with a past tense is the one that has just ended.
        return unit_around(near, "weekend", -1)
    return coming


def _context_unit(story: Discourse, wording: Wording, direction: Direction) -> Moment | None:
    unit = wording.unit
    if wording.which == "the":
        return _definite(story, wording, direction)
    step = {"before": -1, "after": 1}.get(wording.which, 0)
    if unit in ("day", "week", "weekend", "fortnight"):
        told = story.day or story.published
        if told is None:
            return None
        if story.published and told > story.published and step and direction is Direction.PAST:
            told = story.published
        if unit == "weekend" and step and told.weekday() >= 5 and step < 0:
            return unit_around(told, unit, -1)
        if unit == "weekend" and step:
            return unit_around(told, unit, min(0, step))
        return unit_around(told, unit, step)
    told = told_day(story)
    return unit_around(told, unit, step) if told else None


def _definite(story: Discourse, wording: Wording, direction: Direction) -> Moment | None:
    """Return "the quarter", "the weekend", "the year": the one spoken of, or now."""
    unit = wording.unit
    near = story.published
    if unit == "quarter" and story.period is not None:
        return story.period
    if unit == "quarter" and near is not None:
        return unit_around(near, "quarter", -1)
    if unit == "weekend" and near is not None:
        return _weekend(
            wording, near, Direction.PAST if direction is Direction.UNKNOWN else direction
        )
    if near is None:
        told = told_day(story)
        return unit_around(told, unit) if told else None
    return unit_around(near, unit)


def resolve_around(case: Case) -> Moment | None:
    """Return the unit around a day: "the week of March 6"."""
    wording, framed = case.wording, case.framed
    first = framed.first() if framed else None
    return unit_around(first, wording.unit) if first else None
