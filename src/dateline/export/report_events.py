"""The report's timeline: what happened, day by day, and how sure that is."""

from __future__ import annotations

from rich.text import Text

from dateline.export.amounts import toll
from dateline.export.lines import Sheet, join, line
from dateline.export.lookups import Lookup
from dateline.export.timelines import (
    MARKS,
    Day,
    clock,
    day_words,
    event_type,
    find_days,
    sentence_around,
)
from dateline.records.readings import Event


def add_events(sheet: Sheet, lookup: Lookup) -> None:
    """Add the timeline."""
    days = find_days(lookup)
    if not days:
        return
    used = {event.status for event in lookup.reading.events}
    key = " ".join(f"{mark} {status}" for status, mark in MARKS.items() if status in used)
    sheet.heading("What happened", key)
    for day in days:
        _add_day(sheet, lookup, day)


def _add_day(sheet: Sheet, lookup: Lookup, day: Day) -> None:
    sheet.blank()
    sheet.add(line((day_words(day.date), "time")))
    for group in day.groups:
        for event in group:
            _add_event(sheet, lookup, event)
        _add_quote(sheet, lookup, group)


def _add_event(sheet: Sheet, lookup: Lookup, event: Event) -> None:
    mark, plain = MARKS[event.status], event.status == "happened"
    style = "alarm" if event.status == "denied" else "event"
    text = line((f"{mark} ", style))
    text.append_text(who_to_whom(lookup, event))
    sheet.add(text, indent=2, hang=2)
    facts = join(
        [
            (event_type(event), style),
            None if plain else (event.status, style),
            clock(lookup.event_date(event)),
            (lookup.place_name(event.place) or "", "place"),
            *((_toll(lookup, figure), "figure") for figure in event.figures),
            says_so(lookup, event.voice),
        ]
    )
    sheet.add(facts, indent=4)


def who_to_whom(lookup: Lookup, event: Event) -> Text:
    """Return who did what to whom; what the article leaves open is left out."""
    text = Text()
    trigger = " ".join(event.trigger.text.split())
    if event.actors:
        text.append_text(line((lookup.names(event.actors), "name"), " ─ "))
    text.append_text(line((trigger, "event")))
    if event.recipients:
        text.append_text(line(" → ", (lookup.names(event.recipients), "name")))
    return text


def says_so(lookup: Lookup, voice: str) -> tuple[str, str]:
    """Return the source chain as a part of a line, empty for the article's own voice."""
    chain = lookup.says_so(voice)
    return (f"says {chain}", "statement") if chain else ("", "")


def _toll(lookup: Lookup, figure: str) -> str:
    found = lookup.figures.get(figure)
    return toll(found) if found else figure


def _add_quote(sheet: Sheet, lookup: Lookup, group: tuple[Event, ...]) -> None:
    shown, cut = sentence_around(lookup, group)
    triggers = [(event.trigger.start, event.trigger.end) for event in group]
    sheet.quote(lookup.text, shown, triggers, style="event", cut=cut)
