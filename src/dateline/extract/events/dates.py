"""Dates: the date of an event where no time of its own sentence gives it.

Measured on corpus/train: of the events whose sentence has no time, most have no date in the
annotation either, whatever was told before. Three shapes do:

- entries of a list ("Near Mosul, three strikes ...", a paragraph each) keep the date of
  the entry before;
- market moves happen on the day that is reported on, else on the day of publication;
- running totals ("at least 63 have died so far") happened up to the day that is told.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import msgspec

from dateline.extract.events.matches import Match
from dateline.records.parses import Parse
from dateline.records.readings import Event, Time

DAY = re.compile(r"\d{4}-\d\d-\d\d")
LISTED = frozenset({"ASSAULT", "COERCE", "OTHER", "PROTEST"})
# What is counted up while it goes on.
COUNTED = frozenset({"killed", "injured", "detained", "missing", "displaced"})
SUMMED = frozenset({None, "death", "arrest", "firearms", "targeted"})

Made = list[tuple[Match, Event]]


def continue_dates(parse: Parse, made: Made, published: str | None) -> Made:
    """Return the events with the dates that the discourse gives them."""
    dated: Made = []
    last: tuple[int, Event] | None = None
    for match, event in made:
        paragraph = parse.paragraph_of[match.head]
        now = event
        if event.time is None and event.date is None:
            if (
                last is not None
                and last[0] != paragraph
                and event.type in LISTED
                and (event.type, event.mode) == (last[1].type, last[1].mode)
                and event.status == last[1].status == "happened"
            ):
                now = _with(event, time=last[1].time, date=last[1].date)
            elif published is not None and event.mode == "business" and event.status == "happened":
                now = _with(event, date=published[:10])
        if now.time is not None or now.date is not None:
            last = (paragraph, now)
        dated.append((match, now))
    return dated


def _with(event: Event, *, time: str | None = None, date: str | None = None) -> Event:
    why = {name: reason for name, reason in event.why.items() if name not in ("time", "date")}
    if time is None:
        why["time"] = "not-stated"
    if date is None:
        why["date"] = event.why.get("date", "not-stated")
    return msgspec.structs.replace(event, time=time, date=date, why=why)


def total_date(
    match: Match,
    measures: Collection[str],
    time: Time | None,
    published: str | None,
    *,
    reported: bool,
) -> str | None:
    """Return `../D` for a counted harm that is told as of day D, else None.

    D is the day of the report ("said on Monday that 40 had died"), or, where no time is
    told, the day of publication.
    """
    if match.group.mode not in SUMMED or not COUNTED & set(measures):
        return None
    if match.group.type not in ("ASSAULT", "COERCE", "OTHER"):
        return None
    if time is None:
        return f"../{published[:10]}" if published else None
    if reported and time.edtf is not None and DAY.fullmatch(time.edtf[:10]):
        return f"../{time.edtf[:10]}"
    return None
