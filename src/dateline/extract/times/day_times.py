"""Parts of the day and times by the clock, on the day they belong to."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Case
from dateline.extract.times.edtf import Moment, Range, Value, add_days, between, on
from dateline.extract.times.near import current_day
from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import table


def resolve_part(case: Case) -> Moment | None:  # noqa: PLR0911 - one case a return
    """Return the day of which a part is named."""
    story, wording, framed = case.story, case.wording, case.framed
    if wording.frame is not None:
        first = framed.first() if framed else None
        if wording.part == "overnight" and first:
            if wording.which == "into":
                return between(add_days(first, -1), first)
            return between(first, add_days(first, 1))
        return framed
    if wording.part == "overnight":
        return _night(case)
    day = current_day(story)
    if day is None:
        return None
    if wording.bound == "until" and wording.part == "morning":
        return on(add_days(day, 1))
    return on(day)


def _night(case: Case) -> Moment | None:
    """Return a bare "overnight": the night before publication, after it where that is told."""
    near = case.story.published
    if near is None:
        return None
    day = near if case.direction is Direction.FUTURE else add_days(near, -1)
    return between(day, add_days(day, 1))


def resolve_clock(case: Case) -> Moment | None:
    """Return a time by the clock, on the day named or spoken of."""
    story, wording, framed = case.story, case.wording, case.framed
    part: int | None
    if wording.frame is not None:
        day = framed.first() if framed else None
        part = _part_hour(wording)
    elif wording.which == "head":
        # An entry of a live blog is of the day of the blog, whatever the last one told of.
        day, part = story.published or current_day(story), None
    else:
        day, part = current_day(story), None
        if story.day_paragraph == story.paragraph:
            part = story.near_part_hour
    if day is None or wording.hour is None:
        return None
    if wording.frame is None and wording.hour == 24 and case.direction is Direction.FUTURE:
        # "The guns will fall silent at midnight": at the end of today.
        day = add_days(day, 1)
    low = _at(wording.low, day, part) if wording.low is not None else None
    high = _at(wording, day, part)
    return Range(low, high) if low else high


def _at(wording: Wording, day: date, part: int | None) -> Value:
    hour = wording.hour or 0
    if wording.count and part is not None and part >= 12 and hour < 12:
        hour += 12 if hour >= 5 or part < 20 else 0
    elif wording.count and part is None and hour < 7 and wording.minute is None:
        # Spoken hours of one to six are of the working day.
        hour += 12
    elif wording.count and part is not None and part < 12 and hour == 12:
        hour = 0
    if hour == 24:
        # Midnight ends the day it is named with.
        day, hour = (add_days(day, 1), 0) if wording.frame is not None else (day, 0)
    zone = ""
    if wording.zone:
        minutes = _minutes_of(wording.zone)
        sign = "-" if minutes < 0 else "+"
        zone = f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}" if minutes else "Z"
    return replace(on(day), hour=hour, minute=wording.minute, zone=zone)


SHIFTED = re.compile(r"(?:gmt|utc)\s?(?P<sign>[+−-])\s?(?P<hours>\d{1,2}):?(?P<minutes>\d\d)?")


def _minutes_of(zone: str) -> int:
    """Return how many minutes a zone is ahead of UTC: "cet", "utc+3", "gmt -05:30"."""
    found = SHIFTED.fullmatch(zone)
    if found is None:
        minutes: int = table("zones").get(zone, 0)
        return minutes
    ahead = 60 * int(found["hours"]) + int(found["minutes"] or 0)
    # No zone is further off than fourteen hours.
    return 0 if ahead > 14 * 60 else ahead if found["sign"] == "+" else -ahead


def _part_hour(wording: Wording) -> int | None:
    at: Wording | None = wording.frame
    while at is not None:
        if at.part and at.hour is not None:
            return at.hour
        at = at.frame
    return None
