"""Seasons, quarters, halves, decades and centuries."""

from __future__ import annotations

from datetime import date

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Case
from dateline.extract.times.edtf import Moment, Range, Value, add_months, half, quarter
from dateline.extract.times.wordings import Wording


def resolve_season(case: Case) -> Moment | None:  # noqa: PLR0911 - one case a return
    """Return a season, of the year named or as the tense has it."""
    story, wording, framed, direction = case.story, case.wording, case.framed, case.direction
    assert wording.season is not None
    year = _framed_year(wording, framed)
    if year is not None:
        return Value(year, season=wording.season)
    near = story.published
    if near is None:
        year = story.year or story.newest_year
        return Value(year, season=wording.season)
    # Spring, summer, autumn of this year; winter may have begun in the last.
    current = near.year - 1 if wording.season == 24 and near.month < 6 else near.year
    start = Value(current, season=wording.season).first()
    assert start is not None
    end = add_months(start, 3)
    which = wording.which.removeprefix("the ")
    if which in {"last", "previous"}:
        return Value(current - (near < end), season=wording.season)
    if which in ("next", "coming", "this coming"):
        return Value(current + (near >= start), season=wording.season)
    if which in ("this past", "past"):
        return Value(current - (near < start), season=wording.season)
    if which in ("this", "this coming", "coming") or start <= near < end:
        return Value(
            current if near < end or which == "this" else current + 1, season=wording.season
        )
    if direction is Direction.FUTURE or (
        wording.bound == "until" and direction is not Direction.PAST
    ):
        return Value(current + (near >= end), season=wording.season)
    return Value(current - (near < start and direction is Direction.PAST), season=wording.season)


def _framed_year(wording: Wording, framed: Moment | None) -> int | None:
    """Return the year that the words or their frame name."""
    if wording.year is not None:
        return wording.year
    first = framed.first() if framed else None
    return first.year if first else None


def resolve_quarter(case: Case) -> Moment | None:
    """Return a quarter or a half of a year."""
    story, wording, framed, direction = case.story, case.wording, case.framed, case.direction
    assert wording.number is not None
    if (
        framed is not None
        and wording.kind == "half"
        and isinstance(framed, Value)
        and framed.digits == 3
    ):
        first = (framed.year or 0) + 5 * (wording.number - 1)
        return Range(Value(first), Value(first + 4))
    make, months = (half, 6) if wording.kind == "half" else (quarter, 3)
    year = _framed_year(wording, framed)
    if year is None:
        near = story.published
        if near is None:
            year = story.year or story.newest_year
            return make(year, wording.number) if year else None
        # Results are reported after their quarter, plans before: the tense of either is
        # the present of business ("third-quarter net rises"), so nearness decides.
        starts = date(near.year, months * (wording.number - 1) + 1, 1)
        year = near.year
        ahead = (starts.year - near.year) * 12 + starts.month - near.month
        if direction is not Direction.FUTURE and ahead > (5 if months == 3 else 4):
            year -= 1
        if direction is Direction.FUTURE and add_months(starts, months) <= near and -ahead > 6:
            year += 1
    if wording.which == "year-ago" and wording.year is None:
        year -= 1
    return make(year, wording.number)


def resolve_decade(case: Case) -> Moment | None:
    """Return a decade or a century."""
    wording = case.wording
    return Value(wording.year, digits=wording.digits)
