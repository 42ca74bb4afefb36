"""Units told by their place: "last week", "the same day", "the quarter", "the last day of"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    APOSTROPHE,
    MONTH,
    ORDINAL,
    UNIT,
    WEEKDAY,
    YEAR,
    ordinal_of,
    squeezed,
    weekday_of,
)

FOLLOWED_BY_OF = re.compile(rf"\s+of\s+(?:the|this|that|last|next|{MONTH}|{YEAR})\b", re.IGNORECASE)
FRAME_AHEAD = re.compile(
    rf"\s+(?:(?:of|in)\s+)?(?:{YEAR}|last\s+year|a\s+year\s+(?:ago|earlier|before)|the\s+previous\s+year|the\s+year\s+before)\b",
    re.IGNORECASE,
)
WHICH = re.compile(
    r"\b(?:(?P<the>the|this|these|that|its|their|his|her|our|all|a)\s+)?"
    rf"(?:(?P<owner>(?:last|this|next)\s+year){APOSTROPHE}s\s+)?"
    r"(?P<which>last|past|previous|preceding|prior|next|coming|following|this|current|present|that|same|upcoming|"
    r"latest|new|corresponding|comparable|year-ago|year-earlier|rest\s+of\s+the|remainder\s+of\s+the)\s+"
    r"(?:same\s+|very\s+|past\s+|coming\s+|whole\s+|entire\s+)?"
    r"(?:(?P<fiscal>fiscal|financial)\s+|(?:calendar|full|academic|school|year-ago|year-earlier)\s+)?"
    rf"(?P<unit>{UNIT}|period|time)\b(?!-(?:old|long|to-date))(?!{APOSTROPHE}?s\s+(?:old|time)\b)(?P<last>\s+before\s+last)?"
    rf"(?=\s|[.,;:!?)\]\"”]|{APOSTROPHE}|-|$)",
    re.IGNORECASE,
)
BEFORE = {
    "last": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "this": 0,
    "current": 0,
    "present": 0,
}
AROUND = {"previous": "before", "preceding": "before", "prior": "before", "following": "after",
          "that": "same", "same": "same", "new": "next"}  # fmt: skip
BARE = re.compile(
    rf"\b(?:the|a|all)\s+(?P<fiscal>fiscal\s+|full\s+|financial\s+)?(?P<unit>weekend|quarter|year|month|week|day|decade|century)\b"
    rf"(?!-(?:old|long))(?!{APOSTROPHE}s\s+(?:old)\b)",
    re.IGNORECASE,
)
IS_OUT = re.compile(
    r"\b(?:the|this)\s+(?P<unit>day|week|month|year|decade|century)\s+(?:is|was|had\s+been)\s+(?:out|over|up)\b",
    re.IGNORECASE,
)
ANNIVERSARY = re.compile(
    rf"\b(?:the\s+|its\s+|their\s+)?(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{ORDINAL}|(?:for|fif|six|seven|eigh|nine)tieth|hundredth)[-\s]+anniversary\b",
    re.IGNORECASE,
)
TENS = {
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
FOLLOWED_BY_WHEN = re.compile(r"\s+(?:of|when|to|in|that|he|she|they)\b", re.IGNORECASE)
MONTHS_SO_FAR = re.compile(
    r"\b(?:the|its|their|in|latest|year-earlier)\s+(?:first\s+)?(?:six|nine|three|6|9|3)\s+months\b(?!\s+(?:ago|later|earlier|before))",
    re.IGNORECASE,
)
YEAR_END = re.compile(
    r"\b(?:the\s+)?(?:calendar\s+)?(?:year-end|year(?:'s|’s)?\s+end)\b", re.IGNORECASE
)
EARLIER_IN = re.compile(
    r"\b(?P<fuzz>earlier|later|early|late)\s+(?:in|on|during)\s+the\s+(?P<unit>day|week|month|year|decade|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
ITS_FIRST = re.compile(
    rf"\b(?:the\s+)?(?P<nth>last|first|final|opening|closing|{ORDINAL})\s+(?P<unit>(?:few\s+)?days|day|week|weekend|decade|half|quarter|{WEEKDAY})"
    r"\s+(?:of|in)(?=\s)",
    re.IGNORECASE,
)


def find_units(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield units told by their place: "last week", "the same day", "the quarter"."""
    for found in WHICH.finditer(text, start, end):
        if made := _which_unit(found):
            yield made
    for found in BARE.finditer(text, start, end):
        yield _bare_unit(found)
    for found in IS_OUT.finditer(text, start, end):
        unit = found["unit"].lower()
        yield Wording(*found.span(), "unit", unit=unit, which="this", base="published")
    for found in ANNIVERSARY.finditer(text, start, end):
        nth = squeezed(found["nth"])
        count = TENS.get(nth) or ordinal_of(nth)
        yield Wording(*found.span(), "anniversary", unit="day", count=count, loose=True)
    for found in YEAR_END.finditer(text, start, end):
        yield Wording(*found.span(), "date", month=12, day=31)
    for found in MONTHS_SO_FAR.finditer(text, start, end):
        # Not a time to mark, but what "a year earlier" is then held against.
        made = Wording(*found.span(), "unit", unit="year", which="this", base="published")
        made.muted = True
        yield made
    for found in EARLIER_IN.finditer(text, start, end):
        unit = found["unit"].lower()
        made = Wording(*found.span(), "unit", unit=unit, which="this", base="published")
        made.fuzz = found["fuzz"].lower()
        if unit in {"day", "morning", "afternoon", "evening", "night"}:
            made.unit, made.which, made.base = "day", "same", "context"
        yield made
    for found in ITS_FIRST.finditer(text, start, end):
        if not EVERY.search(text, max(start, found.start() - 7), found.start()):
            yield _nth_unit(found)


def _bare_unit(found: re.Match[str]) -> Wording:
    """Return "the quarter", "the full year": loose where they are mostly no time."""
    unit, kind = found["unit"].lower(), (found["fiscal"] or "").lower()
    made = Wording(*found.span(), "unit", unit=unit, which="the", base="context")
    made.fiscal = bool(kind) and "full" not in kind
    text, at = found.string, found.start()
    whole = unit == "year" and ("full" in kind or text[max(0, at - 4) : at].lower() == "for ")
    whole &= not FOLLOWED_BY_WHEN.match(text, found.end())
    sure = unit in {"weekend", "quarter"} or made.fiscal or whole
    article = found.group().split()[0].lower()
    made.loose = not sure or article == "a" or (article == "all" and unit != "weekend")
    return made


def _nth_unit(found: re.Match[str]) -> Wording:
    """Return "the last day of", "the first Tuesday in", which want their frame."""
    unit, nth = squeezed(found["unit"]), squeezed(found["nth"])
    ends = {"last": -1, "final": -1, "closing": -1, "first": 1, "opening": 1}
    count = ends.get(nth) or ordinal_of(nth)
    made = Wording(*found.span(), "nth", unit=unit.removeprefix("few ").rstrip("s"), loose=True)
    made.count = count
    if unit.endswith("days"):
        made.fuzz = "late" if count == -1 else "early"
    elif unit.endswith("day") and unit != "day":
        made.unit, made.weekday = "day", weekday_of(unit)
    return made


def _which_unit(found: re.Match[str]) -> Wording | None:  # noqa: PLR0911 - one case a return
    which, unit, text = squeezed(found["which"]), found["unit"].lower(), found.string
    made = Wording(*found.span(), "unit", unit=unit, fiscal=bool(found["fiscal"]))
    definite = (found["the"] or "").lower()
    named = found["unit"][0].isupper() and not found["unit"].isupper()
    part = which in {"last", "latest", "new"} and FOLLOWED_BY_OF.match(text, found.end())
    if unit in {"hour", "minute"} or named or (part and not found["last"]):
        return None
    if which == "same" and unit in COMPARABLE and FRAME_AHEAD.match(text, found.end()):
        made.kind, made.which, made.base = "period", "same", "context"
        return made
    if unit in {"period", "time"} or which in COMPARING:
        return _compared(made, which, found)
    if definite == "a":
        return None
    if definite == "that" and which != "same":
        # "told them that this year": the conjunction.
        made.start, definite = found.start("which"), ""
    if found["last"]:
        made.which, made.base, made.count = "last", "published", -2
        return made
    if which == "new":
        return _new(made, definite, text[max(0, found.start() - 3) : found.start()].lower())
    _place(made, which, definite)
    if definite == "the" and unit in {"month", "year"} and which in TRAILING:
        before = text[max(0, found.start() - 12) : found.start()]
        if TRAILING[which].search(before):
            # "Over the past year" is the year up to now, not the calendar's last.
            made.kind, made.base, made.count = "span", "published", 1 if which == "next" else -1
    return made


OVER = r"\b(?:over|in|during|within|throughout"
TRAILING = {
    "past": re.compile(OVER + r"|for)\s+$", re.IGNORECASE),
    "last": re.compile(OVER + r")\s+$", re.IGNORECASE),
    "next": re.compile(OVER + r"|for)\s+$", re.IGNORECASE),
}
EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
COMPARABLE = frozenset({"quarter", "month", "week", "time"})
COMPARING = frozenset({"latest", "corresponding", "comparable", "year-ago", "year-earlier"})


def _place(made: Wording, which: str, definite: str) -> None:
    """Tell where a unit lies: before or after publication, or the time spoken of."""
    if which.endswith("of the"):
        made.which, made.base = "this", "published"
    elif which == "next" and (definite == "the" or (not definite and made.unit == "day")):
        made.which, made.base = "after", "context"
    elif which in BEFORE:
        made.which, made.base, made.count = which, "published", BEFORE[which]
        if definite == "this" and which in {"past", "coming"}:
            made.which = {"past": "last", "coming": "next"}[which]
        if definite == "the" and which in {"last", "past"}:
            made.which = "past"
    else:
        made.which, made.base = AROUND.get(which, "same"), "context"


def _new(made: Wording, definite: str, before: str) -> Wording | None:
    """Return "in the new year", "the new century"; other new years are feasts."""
    made.which, made.base, made.count = "next", "published", 1
    far = made.unit in {"century", "decade"} or (made.unit == "year" and before == "in ")
    return made if far and definite == "the" else None


def _compared(made: Wording, which: str, found: re.Match[str]) -> Wording | None:
    """Return a period told by another: "the year-ago quarter", "the same period"."""
    made.kind, made.base = "period", "context"
    if (
        which in ("year-ago", "year-earlier")
        or "year-ago" in found.group()
        or "year-earlier" in found.group()
    ):
        made.which, made.count = "year-ago", -1
    elif which == "latest":
        made.which = "latest"
    elif which in ("same", "corresponding", "comparable") and made.unit != "time":
        made.which, made.loose = "same", True
    elif made.unit == "period" and which in ("that", "this"):
        made.which = "same"
    else:
        return None
    return made
