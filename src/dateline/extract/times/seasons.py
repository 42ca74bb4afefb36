"""Seasons, quarters, halves and days with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.extract.times.holidays import holiday_rules
from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    APOSTROPHE,
    SEASON,
    YEAR,
    either,
    ordinal_of,
    squeezed,
    table,
)

SEASONS = re.compile(
    r"\b(?:(?P<which>this\s+past|this\s+coming|this|last|next|that|the\s+following|the\s+next|the\s+previous|previous|past|coming|the\s+coming)\s+)?"
    rf"(?P<the>(?:the|all)\s+)?(?P<season>{SEASON})\b(?:\s*,?\s*(?:of\s+)?(?P<year>{YEAR})(?:[-–/](?P<to>\d\d(?:\d\d)?)\b)?)?",
    re.IGNORECASE,
)
SEASON_CUE = re.compile(
    r"\b(?:in|by|until|till|since|over|during|before|after|through|from|early|mid|late|every|each|of|for|into|their|its)[-\s]+(?:the\s+)?$",
    re.IGNORECASE,
)
QUARTER = re.compile(
    rf"\b(?:(?P<owner>(?P<whose>last|this|next)\s+year){APOSTROPHE}s\s+)?"
    rf"(?:(?:the|its|their|a|his|our|that)\s+)?(?:(?P<ago>year-ago|year-earlier|comparable|same|weak|strong|flat|disappointing)\s+)?"
    rf"(?:(?P<before>{YEAR})\s+)?(?P<fiscal>fiscal[-\s]+)?"
    rf"(?:(?P<nth>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[-\s]+(?P<unit>quarter|half)\b|(?P<q>[QH][1-4])\b)"
    rf"(?:\s*,?\s*(?:of\s+|in\s+)?(?P<fiscal2>fiscal\s+|financial\s+)?(?P<year>{YEAR}))?",
    re.IGNORECASE,
)
FISCAL = re.compile(
    rf"\b(?:the\s+)?(?P<fiscal>fiscal|financial|FY|tax)\s*(?:year\s+)?(?P<year>{YEAR}|{APOSTROPHE}?\d\d\b)",
    re.IGNORECASE,
)
YEAR_PERIOD = re.compile(
    rf"\b(?:the|its|their)\s+(?P<year>{YEAR})\s+(?P<unit>period|quarter|month)\b", re.IGNORECASE
)
TWO_QUARTERS = re.compile(
    rf"\b(?:the\s+)?(?P<nth>first|last)\s+two\s+quarters\s+of\s+(?P<year>{YEAR})", re.IGNORECASE
)


def find_seasons(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield seasons; "spring" and "fall" alone may be other words."""
    for found in SEASONS.finditer(text, start, end):
        made = Wording(*found.span(), "season", season=table("seasons")[found["season"].lower()])
        made.which = squeezed(found["which"] or "").removeprefix("the ")
        made.year = int(found["year"]) if found["year"] else None
        if not (made.which or made.year):
            made.loose = not SEASON_CUE.search(
                text, max(start, found.start() - 12), found.start("season")
            )
        yield made


def find_quarters(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield quarters and halves of years, fiscal years, and periods told by their year."""
    for found in QUARTER.finditer(text, start, end):
        q = found["q"]
        kind = (
            "half"
            if (q or "")[:1] in ("H", "h") or (found["unit"] or "").lower() == "half"
            else "quarter"
        )
        made = Wording(*found.span(), kind)
        nth = (found["nth"] or "").lower()
        made.number = (
            int(q[1])
            if q
            else (2 if kind == "half" else 4)
            if nth in ("last", "final")
            else ordinal_of(nth)
        )
        if kind == "half" and made.number not in (1, 2):
            continue
        year = found["year"] or found["before"]
        made.year = int(year) if year else None
        made.fiscal = bool(found["fiscal"] or found["fiscal2"])
        if found["whose"]:
            step = {"last": -1, "this": 0, "next": 1}[found["whose"].lower()]
            made.frame = Wording(
                0,
                0,
                "unit",
                unit="year",
                which=found["whose"].lower(),
                count=step,
                base="published",
            )
        if (found["ago"] or "").lower() in ("year-ago", "year-earlier"):
            made.which = "year-ago"
        # A half of a match is no half of a year, a first quarter may be one of basketball.
        made.loose = kind == "half" and made.year is None and made.frame is None
        yield made
    for found in FISCAL.finditer(text, start, end):
        digits = re.sub(r"\D", "", found["year"])
        year = (
            int(digits)
            if len(digits) == 4
            else 1900 + int(digits) + (100 if int(digits) < 60 else 0)
        )
        if len(digits) == 4 or found["fiscal"].lower() != "tax":
            yield Wording(*found.span(), "date", year, fiscal=True)
    for found in YEAR_PERIOD.finditer(text, start, end):
        yield Wording(
            *found.span(),
            "period",
            int(found["year"]),
            unit=found["unit"].lower(),
            which="same",
            base="context",
        )
    for found in TWO_QUARTERS.finditer(text, start, end):
        yield Wording(
            *found.span(),
            "half",
            int(found["year"]),
            number=1 if found["nth"].lower() == "first" else 2,
        )


@cache
def _holiday_pattern() -> re.Pattern[str]:
    names = either(holiday_rules())
    return re.compile(
        rf"\b(?P<before>(?:the\s+)?eve\s+of\s+)?(?:(?P<which>this|last|next|that|the|their)\s+)?(?P<name>{names})(?:\s+Day\b)?(?!\w)(?:\s*,?\s*(?P<year>{YEAR}))?"
        rf"(?:(?P<eve>(?:['’]s)?\s+eve)\b|\s+(?P<unit>week|weekend)\b)?",
        re.IGNORECASE,
    )


NOT_THE_DAY = re.compile(
    r"\s+(?:Islands?|tree|trees|card|cards|shopping|shoppers|lights?|season|carols?|egg|eggs|market|bombing|agreement|"
    r"accords?|agreements|massacre|parade|offensive|uprising|present|presents|gifts?|dinner|pudding|Rising|Revolution)\b|'?s\s+(?:Island|tree)",
    re.IGNORECASE,
)


def find_holidays(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield days with a name: "Good Friday", "on New Year's Day 1993"."""
    for found in _holiday_pattern().finditer(text, start, end):
        if not any(c.isupper() for c in found["name"]) or NOT_THE_DAY.match(text, found.end(), end):
            continue
        made = Wording(*found.span(), "holiday", name=squeezed(found["name"]))
        made.which = squeezed(found["which"] or "")
        made.year = int(found["year"]) if found["year"] else None
        if found["eve"] or found["before"]:
            made.count = -1
        if found["unit"]:
            around = Wording(*found.span(), "around", unit=found["unit"].lower(), frame=made)
            made.end = found.start("unit")
            yield around
        else:
            yield made
