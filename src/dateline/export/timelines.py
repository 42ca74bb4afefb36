"""The timeline: events in the order in which they happened, day by day.

Events of one sentence on one day stand together, so that their words are shown once.
"""

from __future__ import annotations

import re
from datetime import date
from itertools import groupby

import msgspec

from dateline.export.clean import to_line
from dateline.export.dates import clock_words, date_key, date_words, day_of
from dateline.export.excerpts import clip_around
from dateline.export.lookups import Lookup
from dateline.records.readings import Event
from dateline.records.texts import Span

# How sure it is that something happened: a mark each, and a word for all but the plain case.
MARKS = {
    "happened": "●",
    "ongoing": "◐",
    "planned": "○",
    "demanded": "◇",
    "possible": "◌",
    "denied": "✕",
}


# Long enough for most sentences of news; a longer one is cut around its events.
LONGEST_QUOTE = 260


class Day(msgspec.Struct, frozen=True, kw_only=True):
    """The events of one day (or one longer time), by sentence."""

    date: str | None
    groups: tuple[tuple[Event, ...], ...]


def find_days(lookup: Lookup) -> list[Day]:
    """Return the events of a reading by day, undated ones last."""
    dated = [
        (day_of(when), when, event)
        for event in lookup.reading.events
        for when in (lookup.event_date(event),)
    ]
    dated.sort(key=lambda row: (date_key(row[0]), row[0] or "", date_key(row[1]), row[2].trigger))
    days = []
    for day, rows in groupby(dated, key=lambda row: row[0]):
        events = [event for _, _, event in rows]
        groups = groupby(events, key=lambda e: (e.sentence.start, e.sentence.end))
        days.append(Day(date=day, groups=tuple(tuple(group) for _, group in groups)))
    return days


def day_words(edtf: str | None) -> str:
    """Return a day of the timeline, with its weekday where it is one day.

    >>> day_words("2022-01-05"), day_words("2022-01"), day_words(None)
    ('Wednesday, 5 Jan 2022', 'Jan 2022', 'No date')
    """
    if edtf is None:
        return "No date"
    try:
        weekday = date.fromisoformat(edtf).strftime("%A") if len(edtf) == 10 else ""
    except ValueError:
        weekday = ""
    said = date_words(edtf)
    return f"{weekday}, {said}" if weekday else said[:1].upper() + said[1:]


def event_type(event: Event) -> str:
    """Return the type with its mode: "COERCE arrest"; of OTHER, the kind alone.

    The user's own types stand in front: "land-grab, COERCE"; before OTHER, alone.
    """
    kind = f"{event.type} {event.mode or ''}"
    if event.type == "OTHER" and (event.mode or event.own):
        kind = event.mode or ""
    return to_line(", ".join(part for part in (*(event.own or ()), kind.strip()) if part))


def clock(edtf: str | None) -> str | None:
    """Return the time of day of an EDTF value.

    >>> clock("2022-01-05T16:20"), clock("2022-01-05T09+06:00"), clock("2022-01-05TEV")
    ('16:20', '9h', 'evening')
    """
    if not edtf or "/" in edtf or "T" not in edtf:
        return None
    part = edtf.split("T", 1)[1]
    spelt = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}.get(part)
    match = re.match(r"\d\d(:\d\d)?", part)
    return spelt or (clock_words(match.group()) if match else None)


def sentence_around(lookup: Lookup, group: tuple[Event, ...]) -> tuple[Span, tuple[bool, bool]]:
    """Return the sentence of some events, and on which sides it was cut to be shown."""
    sentence = group[0].sentence
    if sentence.end <= sentence.start:
        sentence = group[0].trigger
    first = min(event.trigger.start for event in group)
    last = max(event.trigger.end for event in group)
    inner = Span(max(first, sentence.start), min(last, sentence.end))
    shown = clip_around(lookup.text, sentence, inner, LONGEST_QUOTE)
    return shown, (shown.start > sentence.start, shown.end < sentence.end)
