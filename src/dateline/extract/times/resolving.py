"""Resolving: from what a time says, and where the story stands, to its value."""

from __future__ import annotations

from collections.abc import Callable

from dateline.extract.times.calendar_days import resolve_date
from dateline.extract.times.day_times import resolve_clock, resolve_part
from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Case, Discourse
from dateline.extract.times.distances import (
    resolve_nth,
    resolve_offset,
    resolve_period,
    resolve_span,
)
from dateline.extract.times.edtf import Moment, Value, doubtfully, loosely, since, until
from dateline.extract.times.named_days import (
    resolve_anniversary,
    resolve_deictic,
    resolve_holiday,
    resolve_weekday,
)
from dateline.extract.times.spans import resolve_range
from dateline.extract.times.units import resolve_around, resolve_unit
from dateline.extract.times.wordings import Wording
from dateline.extract.times.year_parts import resolve_decade, resolve_quarter, resolve_season

Resolve = Callable[[Case], Moment | None]

KINDS: dict[str, Resolve] = {
    "date": resolve_date,
    "weekday": resolve_weekday,
    "holiday": resolve_holiday,
    "deictic": resolve_deictic,
    "anniversary": resolve_anniversary,
    "part": resolve_part,
    "clock": resolve_clock,
    "season": resolve_season,
    "quarter": resolve_quarter,
    "half": resolve_quarter,
    "decade": resolve_decade,
    "century": resolve_decade,
    "unit": resolve_unit,
    "around": resolve_around,
    "period": resolve_period,
    "offset": resolve_offset,
    "nth": resolve_nth,
    "span": resolve_span,
}
# "Until the end of May" is until May is over, no less sharp than "until May".
EDGES = frozenset({"end", "close", "start", "beginning"})


def resolve(story: Discourse, wording: Wording, direction: Direction) -> Moment | None:
    """Return the value of a wording; None where nothing tells what it counts from."""
    moment = _plain(story, wording, direction)
    if moment is None:
        return None
    if wording.edge and isinstance(moment, Value) and moment.year and moment.digits == 4:
        first = wording.edge == "first"
        moment = Value(moment.year, 1 if first else 12, 1 if first else 31)
    if _is_loose(wording, moment):
        moment = loosely(moment)
    if wording.uncertain:
        moment = doubtfully(moment)
    if wording.bound == "until":
        return until(moment)
    return since(moment) if wording.bound else moment


def _is_loose(wording: Wording, moment: Moment) -> bool:
    if wording.approximate:
        return not (wording.fuzz in EDGES and wording.bound)
    if not wording.fuzz or (wording.fuzz in EDGES and wording.bound):
        return False
    if isinstance(moment, Value) and moment.year is None:
        return False
    # "Early on Monday" is Monday; "early in May" is not all of May.
    return not (isinstance(moment, Value) and moment.day is not None)


def _plain(story: Discourse, wording: Wording, direction: Direction) -> Moment | None:
    if wording.kind == "range":
        return resolve_range(story, wording, direction, lambda part, way: _plain(story, part, way))
    framed = None if wording.frame is None else _plain(story, wording.frame, direction)
    return KINDS[wording.kind](Case(story, wording, framed, direction))
