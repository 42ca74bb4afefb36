"""Reading the times of a text in their order, each with the story as far as it has come."""

from __future__ import annotations

import re
from datetime import date

from dateline.extract.times.date_lines import find_date_line, find_dateline
from dateline.extract.times.directions import Direction, find_direction, gives_time, is_state
from dateline.extract.times.discourse import Discourse
from dateline.extract.times.edtf import Moment, Value, read_edtf
from dateline.extract.times.finding import find_wordings, token_at
from dateline.extract.times.resolving import resolve
from dateline.extract.times.wordings import Wording
from dateline.records.parses import Parse
from dateline.records.readings import Anchor, Time

HALF_DAY_STOP = re.compile(r"(?<=[ap]m)\.\Z", re.IGNORECASE)
SUFFIXES = ("", *"abcdefghijklmnopqrstuvwxyz")


def find_times(parse: Parse, published: str | None) -> tuple[Time, ...]:
    """Return the times of a text in text order, resolved against `published` (EDTF).

    Where the publication is unknown, a full date that stands alone on a line, or in a
    dateline, takes its place; so does the day of a dateline up to a week before it.
    """
    day, year = _publication(parse, published)
    known = read_edtf(published)
    month = known.month if known and not day and known.day is None else None
    story = Discourse(published=day, year=year, month=month)
    times: list[Time] = []
    taken: set[str] = set()
    later: list[Wording] = []
    for paragraph in range(len(parse.paragraphs)):
        for wording in find_wordings(parse, paragraph, day):
            before = len(times)
            _read(parse, wording, story, times, taken)
            if wording.base == "happening" and len(times) == before:
                later.append(wording)
    # "Two days after the blast" may stand before the blast is dated.
    times += [
        _time(parse, wording, moment, "context", taken)
        for wording in later
        if (moment := resolve(story, wording, Direction.UNKNOWN))
    ]
    return tuple(sorted(times, key=lambda time: time.start) if later else times)


def _publication(parse: Parse, published: str | None) -> tuple[date | None, int | None]:
    value = read_edtf(published)
    day = value.first() if value and value.day is not None else None
    if day is None:
        stated = find_date_line(parse)
        if stated and (value is None or value.year in (None, stated.year)):
            day = stated
    elif filed := find_dateline(parse, day):
        day = filed
    year = day.year if day else value.year if value else None
    return day, year


def _read(
    parse: Parse,
    wording: Wording,
    story: Discourse,
    times: list[Time],
    taken: set[str],
) -> None:
    token = token_at(parse, wording)
    inner = min(max(token, parse.tokens_in(wording.start, wording.end)[1] - 1), len(parse) - 1)
    direction = find_direction(parse, inner) if _needs_direction(wording) else Direction.UNKNOWN
    if wording.which == "effective" or (
        direction is Direction.UNKNOWN and wording.bound == "until"
    ):
        direction = Direction.FUTURE
    elif wording.bound == "since" or parse.lowers[max(0, token - 2) : token] == ["as", "of"]:
        direction = Direction.PAST
    elif wording.bound == "until" and gives_time(parse, inner):
        direction = Direction.FUTURE
    elif wording.which == "beginning":
        direction = Direction.UNKNOWN
    at_end = wording.fuzz == "end" and parse.lowers[max(token - 1, 0)] == "at"
    if at_end and wording.year and is_state(parse, inner):
        wording.edge = "last" if wording.month is None else ""
    story.sentence = parse.sentence_of[token]
    moment = resolve(story, wording, direction)
    if moment is None and _is_idle(wording, story.published):
        return
    if moment is not None and not _is_held_against(parse, wording):
        story.note(wording, moment)
        told = moment.first() if isinstance(moment, Value) and moment.day else None
        if told and not wording.bound and wording.base != "happening":
            story.happenings.note(parse, inner, told)
    if wording.muted:
        return
    times.append(_time(parse, wording, moment, _anchor(wording, moment, story), taken))


def _needs_direction(wording: Wording) -> bool:
    outer = wording.outermost()
    if wording.kind == "range" or outer.kind in (
        "weekday",
        "holiday",
        "season",
        "quarter",
        "half",
        "unit",
        "offset",
    ):
        return True
    if outer.kind in ("clock", "part") and outer.hour == 24:
        return True
    return outer.kind == "date" and outer.year is None


# "18, up from 13 a day earlier", "more than on Thursday": a time of the number compared.
HELD_AGAINST = re.compile(
    r"\b(?:(?:up|down|rose|risen|rising|fell|fallen|falling|jumped|dropped|climbed|increased|increase"
    r"|rise|decrease|decreased)\s+from|compared\s+(?:to|with)|versus|than)\s+"
    r"(?:(?:the|about|some|just|only)\s+)*(?:[\d.,]*\d|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|eleven|twelve)(?:\s+\w+){0,3}?\s+(?:on\s+)?$"
    r"|\bthan\s+(?:on\s+|the\s+)?$",
    re.IGNORECASE,
)


def _is_held_against(parse: Parse, wording: Wording) -> bool:
    """Return whether a time is that of a number to compare with: the story is not then."""
    start = max(0, wording.start - 70)
    return HELD_AGAINST.search(parse.text, start, wording.start) is not None


def _is_idle(wording: Wording, near: date | None) -> bool:
    """Return whether a wording without a value says nothing: "in three years", a bare season."""
    return (
        wording.kind in ("period", "nth", "around", "season", "range")
        or (wording.kind == "span" and near is not None)
        or (
            wording.kind == "offset"
            and (wording.which == "in" or wording.base in ("next", "happening"))
        )
    )


def _anchor(wording: Wording, moment: Moment | None, story: Discourse) -> Anchor:
    outer = wording.outermost()
    if wording.kind == "range" and wording.high is not None:
        outer = wording.high.outermost()
    if wording.part == "overnight" and wording.frame is None:
        return "published"
    if outer.base in ("context", "period", "happening") or outer.kind in ("period", "part"):
        return "context"
    if outer.kind == "clock":
        headed = outer.which == "head" and story.published is not None
        return "published" if story.day is None or headed else "context"
    if (
        outer.kind in ("decade", "century")
        or outer.year is not None
        or (moment is None and outer.kind == "date")
    ):
        return "stated"
    if outer.kind == "weekday" and outer.which in (
        "the",
        "that",
        "before",
        "after",
        "the following",
        "the previous",
    ):
        return "context"
    known = story.published is not None or story.year is not None
    return "published" if moment is not None and known else "stated"


def _time(
    parse: Parse, wording: Wording, moment: Moment | None, anchor: Anchor, taken: set[str]
) -> Time:
    start, end = wording.start, wording.end
    while start < end and parse.text[start].isspace():
        start += 1
    while end > start and (parse.text[end - 1].isspace() or parse.text[end - 1] == ","):
        end -= 1
    # The full stop of "at 4am." ends the sentence; that of "4 a.m." is its own.
    end -= HALF_DAY_STOP.search(parse.text, start, end) is not None
    name = next(f"t{start}{s}" for s in SUFFIXES if f"t{start}{s}" not in taken)
    taken.add(name)
    return Time(
        id=name, start=start, end=end, text=parse.text[start:end],
        edtf=str(moment) if moment else None,
        anchor=anchor, why={} if moment else {"edtf": "not-stated"},
    )  # fmt: skip
