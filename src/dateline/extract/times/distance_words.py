"""Times at a distance: "two days later", "a year ago", "the day before", "in a fortnight"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.relatives import DAYS
from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    APOSTROPHE,
    NUMBER,
    UNIT,
    WEEKDAY,
    number_of,
    squeezed,
    weekday_of,
)

HEDGE = (
    r"(?:(?P<hedge>(?:(?:just|only|about|around|roughly|nearly|almost|some|over|under|more\s+than|less\s+than|barely|"
    r"exactly|at\s+least|approximately|well\s+over|precisely)\s+)+))?"
)
OFFSET = re.compile(
    rf"\b{HEDGE}(?P<count>{NUMBER})\]?(?P<half>\s+and\s+a\s+half)?\s+(?:(?:full|whole|short|calendar|business|working|trading|long)\s+)?"
    rf"(?P<unit>{UNIT}|centurie|night|{WEEKDAY})s?(?:\s+or\s+(?P<so>so|more))?\s+"
    r"(?P<way>ago|later(?!\s+than)|earlier(?!\s+than)|hence|afterwards?|previously|from\s+now|before\s+that|after\s+that|into\s+it|"
    r"on(?=,)|before(?=\s*(?:[.,;:)?!]|$))|after(?=\s*(?:[.,;:)?!]|$)))"
    r"(?P<today>\s+(?:today|yesterday|tomorrow)\b)?",
    re.IGNORECASE,
)
NEIGHBOUR = re.compile(
    r"\b(?:the|an?|one)\s+(?P<unit>very\s+day|day|night|evening|morning|week|weekend|month|year)\s+(?P<way>before|after|later|earlier|previous)\b"
    r"(?P<that>\s+that\b)?",
    re.IGNORECASE,
)
HALVES = re.compile(
    r"\b(?:half\s+an?|an?)\s+(?P<unit>year|decade|century)(?P<more>\s+and\s+a\s+half)?\s+(?P<way>ago|later|earlier)\b",
    re.IGNORECASE,
)
MONTHS_IN_HALF = {"year": 6, "decade": 60, "century": 600}
THEN = re.compile(r"\b(?:by|until|till)\s+then\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"\s*(?:[.,;:)?!\"”]|$|(?:and|but|in|at|when|on|by|to|with|as|was|had|were|from|of)\b)",
    re.IGNORECASE,
)
YEAR_AGO = re.compile(
    r"\b(?P<count>year|month|week)-(?:ago|earlier)\b(?!\s+(?:quarter|period|third|first|second|fourth|month|week))",
    re.IGNORECASE,
)
AHEAD = re.compile(
    rf"\b(?P<in>in|within)\s+{HEDGE}(?P<count>{NUMBER}|an?\s+further)\s+(?P<unit>day|week|month|year|fortnight)s?(?P<time>{APOSTROPHE}\s*time)?\b"
    rf"(?!\s+(?:of|to|or)\b)(?!-)(?!{APOSTROPHE}?\s*time)",
    re.IGNORECASE,
)
PERIOD = re.compile(
    rf"\b(?:(?:the|these|this)\s+)?(?P<which>last|past|previous|preceding|next|coming|following)\s+(?P<count>{NUMBER})\s+"
    rf"(?:(?:consecutive|full|calendar|business|working|trading|fiscal|straight)\s+)?(?P<unit>{UNIT}|season)s\b(?!\s+of\b)",
    re.IGNORECASE,
)
BACKWARD = frozenset({"ago", "earlier", "previously", "before that", "before"})


def find_offsets(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield times at a distance: "two days later", "a year ago", "the day before"."""
    for found in OFFSET.finditer(text, start, end):
        if made := _offset(found, text):
            yield made
    for found in HALVES.finditer(text, start, end):
        if found["more"] or found.group().lower().startswith("half"):
            yield _halves(found)
    for found in NEIGHBOUR.finditer(text, start, end):
        # "A year later" is a distance, "the day later" is none.
        if found["way"].lower() not in {"later", "earlier"} or found.group()[0] not in "tT":
            yield _neighbour(found, end)
    for found in THEN.finditer(text, start, end):
        made = Wording(found.end() - 4, found.end(), "unit", unit="day", which="same")
        made.base = "context"
        yield made
    for found in YEAR_AGO.finditer(text, start, end):
        yield Wording(*found.span(), "offset", unit=found["count"].lower(), count=-1, base="period")
    for found in AHEAD.finditer(text, start, end):
        made = Wording(*found.span(), "offset", unit=found["unit"].lower(), base="published")
        made.which, made.count, made.approximate = "in", number_of(found["count"]), True
        if made.count and made.unit != "year":
            yield made
    for found in PERIOD.finditer(text, start, end):
        made = Wording(*found.span(), "span", unit=found["unit"].lower(), base="published")
        back = found["which"].lower() in {"last", "past", "previous", "preceding"}
        made.count = (number_of(found["count"]) or 0) * (-1 if back else 1)
        yield made


def _halves(found: re.Match[str]) -> Wording:
    """Return "half a century ago", "a year and a half later"."""
    unit, way = found["unit"].lower(), found["way"].lower()
    months = MONTHS_IN_HALF[unit] * (3 if found["more"] else 1) * (1 if way == "later" else -1)
    made = Wording(*found.span(), "offset", unit="month", count=months, approximate=True)
    if unit != "year":
        made.unit, made.count = "year", months // 12
    made.base = "published" if way == "ago" else "context"
    return made


def _neighbour(found: re.Match[str], end: int) -> Wording:
    """Return "the day before", counted from the story, or from the time that follows."""
    unit = _day_unit(squeezed(found["unit"]).removeprefix("very "))
    count = 1 if found["way"].lower() in {"after", "later"} else -1
    if not found["that"] and not CLAUSE_END.match(found.string, found.end(), end):
        # "the day before Christmas": kept if a time follows.
        return Wording(*found.span(), "offset", unit=unit, count=count, loose=True, base="next")
    made = Wording(*found.span(), "offset", unit=unit, count=count, base="context")
    if unit != "day" and found.group().lower().startswith("the"):
        made.kind, made.which = "unit", "before" if count < 0 else "after"
    return made


def _day_unit(unit: str) -> str:
    return "day" if unit in ("night", "evening", "morning") else unit


def _offset(found: re.Match[str], text: str) -> Wording | None:
    count, unit, way = number_of(found["count"]), found["unit"].lower(), squeezed(found["way"])
    if count is None or (unit in ("hour", "minute") and way != "ago"):
        return None
    hedge = squeezed(found["hedge"] or "")
    made = Wording(*found.span(), "offset", unit=_day_unit(unit))
    if unit.endswith("day") and unit != "day":
        made.unit, made.weekday = "week", weekday_of(unit)
    made.count = -count if way in BACKWARD else count
    made.base = "published" if way in ("ago", "hence", "from now") else "context"
    if way == "earlier" and unit in ("year", "month", "week", "quarter"):
        made.base = "period"
    if found["half"] and unit in ("year", "decade"):
        made.unit, made.count = (
            "month",
            made.count * (12 if unit == "year" else 120) + (6 if made.count > 0 else -6),
        )
    exact = not hedge or hedge in ("just", "only", "exactly", "precisely", "barely")
    made.approximate = (
        not exact or bool(found["so"]) or (unit in ("week", "fortnight") and way == "ago")
    )
    if way == "on":
        # "Ten days on, the clock still stands": the story has come to the present.
        return (
            Wording(*found.span(), "deictic", count=0, base="published")
            if found.start() < 3
            or re.search(r"[.!?\n]\s*$", text[max(0, found.start() - 3) : found.start()])
            else None
        )
    if found["today"]:
        step = DAYS[found["today"].strip().lower()]
        made.approximate = False
        made.frame = Wording(0, 0, "deictic", count=step, base="published")
    return made
