"""Dates with the name of a month, or told by their day alone: "12 August 2000", "the 26th"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    APOSTROPHE,
    DASH,
    DAY,
    MONTH,
    MONTH_SHORT,
    ORDINAL,
    WEEKDAY,
    YEAR,
    full_year,
    month_of,
    ordinal_of,
    squeezed,
    weekday_of,
)
from dateline.extract.times.years import SPOKEN_YEAR, spoken_year

MONTH_NAME = re.compile(
    rf"\b(?:(?P<which>last|this(?:\s+past|\s+coming)?|next|this\s+coming|the\s+following|the\s+previous|the\s+next)\s+)?"
    rf"(?:the\s+month\s+of\s+)?(?P<name>{MONTH}\b|{MONTH_SHORT}\b\.?)(?!-?\d?[a-z])(?!{APOSTROPHE}[a-rt-z])",
    re.IGNORECASE,
)
# Words that join two days of one month; "and" only after "between".
SEPARATOR = rf"(?:{DASH}|/|to|through|thru|till|until|and|&|or)"
BEFORE = re.compile(
    rf"(?:\bthe\s+)?(?<![\w.:,/])(?:(?P<low>{DAY}|{ORDINAL})\s*(?P<sep>{SEPARATOR})\s*(?:the\s+)?)?"
    rf"(?P<day>{DAY}|{ORDINAL})(?:\s+day)?\s+(?:of\s+)?(?:the\s+month\s+of\s+)?$",
    re.IGNORECASE,
)
AFTER = re.compile(
    rf"\s*(?:the\s+)?(?P<day>{DAY}|{ORDINAL}\b)"
    rf"(?:\s*(?P<sep>{SEPARATOR})\s*(?:the\s+)?(?P<high>{DAY})(?!\s*(?:[ap]\.?m|{MONTH}|{MONTH_SHORT}\b)))?",
    re.IGNORECASE,
)
YEAR_AFTER = re.compile(
    rf"\s*,?\s*(?:of\s+|in\s+)?(?:the\s+year\s+)?(?P<year>{YEAR}|{APOSTROPHE}\d\d\b)"
)
# "LIMA, 17 APR 89 (WIRE) -- …": two digits are a year only where a dateline goes on.
WIRE_YEAR = re.compile(r"\s+(?P<year>\d\d)(?=\s*(?:\(|\[|--|[–—_]|$|\n))")
NOT_A_DAY = re.compile(
    r"\s*(?:%|percent\b|per\s+cent\b|million\b|billion\b|people\b|dollars\b)", re.IGNORECASE
)


def find_months(text: str, start: int, end: int, near: date | None = None) -> Iterator[Wording]:
    """Yield dates with the name of a month."""
    for found in MONTH_NAME.finditer(text, start, end):
        name = found["name"]
        if not name[0].isupper():
            continue
        month = month_of(name)
        left = (
            BEFORE.search(text, max(start, found.start() - 48), found.start())
            if not found["which"]
            else None
        )
        # A day after the month belongs to it only where none stands before it.
        right = None if left else AFTER.match(text, found.end(), end)
        if right and NOT_A_DAY.match(text, right.end("day"), end):
            right = None
        made = Wording(found.start(), found.end(), "date", month=month)
        made.which = squeezed(found["which"] or "")
        if left:
            made.start, made.day = left.start(), ordinal_of(left["day"])
            if left["low"] and not _is_list(text, left.start(), left["sep"]):
                made.low = Wording(left.start(), left.start(), "date", day=ordinal_of(left["low"]))
            elif left["low"]:
                made.start = left.start("day")
                first = Wording(
                    left.start("low"),
                    left.end("low"),
                    "date",
                    month=month,
                    day=ordinal_of(left["low"]),
                )
                first.frame = Wording(0, 0, "date")
                yield first
        elif right:
            made.end, made.day = right.end(), ordinal_of(right["day"])
            if right["high"] and not _is_list(text, found.start(), right["sep"]):
                made.low = Wording(made.start, made.start, "date", day=made.day)
                made.day = ordinal_of(right["high"])
            elif right["high"]:
                made.end = right.end("day")
                second = Wording(
                    right.start("high"),
                    right.end("high"),
                    "date",
                    month=month,
                    day=ordinal_of(right["high"]),
                )
                yield second
        if made.day is not None and made.day > 31:
            continue
        _add_year(made, text, end, near, day_first=bool(left))
        made.loose = (
            made.day is None and made.year is None and not made.which and len(name.rstrip(".")) < 5
            and not (name.lower() in ("may", "june", "july") or name.endswith("."))
        )  # fmt: skip
        yield made


def _is_list(text: str, start: int, separator: str) -> bool:
    """Return whether "9 and 16 June" names two days and not the time between them."""
    if separator.lower() not in ("and", "&", "or"):
        return False
    return not re.search(
        r"\bbetween\s+(?:the\s+)?$", text[max(0, start - 14) : start], re.IGNORECASE
    )


def _add_year(made: Wording, text: str, end: int, near: date | None, *, day_first: bool) -> None:
    if found := YEAR_AFTER.match(text, made.end, end):
        made.year, made.end = full_year(found["year"], 2010), found.end()
    elif found := SPOKEN_YEAR.match(text, made.end, end):
        made.year, made.end = spoken_year(found), found.end()
    elif day_first and (found := WIRE_YEAR.match(text, made.end, end)):
        made.year, made.end = full_year(found["year"], near.year if near else None), found.end()


DAY_ALONE = re.compile(
    r"\b(?:the|this|that(?:\s+same)?)\s+(?P<day>(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th))\b(?!\s+(?:centur|anniversar|birthday)|-)",
    re.IGNORECASE,
)
DAY_CUE = re.compile(
    r"\b(?:on|of|since|until|till|by|from|for|around|about|before|after|between|to|and|late|early)\s+$|,\s*$",
    re.IGNORECASE,
)
WEEKDAY_AND_DAY = re.compile(
    rf"\b(?P<weekday>{WEEKDAY}),?\s+(?:the\s+)?(?P<day>{DAY}|{ORDINAL})\b(?!\s*(?:of\s+)?(?:{MONTH}|{MONTH_SHORT})\b|:|\s+(?:o|[ap]\.?m|GMT|people|minutes|hours))",
    re.IGNORECASE,
)
DAY_OF_MONTH = re.compile(
    rf"\b(?:the\s+)?(?P<day>{DAY}|{ORDINAL})(?:\s+day)?\s+of\s+(?=(?:the|this|last|next|that|the\s+same|each|a)\s+(?:same\s+|previous\s+|following\s+|current\s+)?month\b)",
    re.IGNORECASE,
)
NO_MONTH = re.compile(
    rf"\b(?:the\s+)?(?P<day>{DAY}|{ORDINAL})\s+of\s+an?\s+(?:\w+\s+)?month\b[^.,;]{{0,40}},?\s+in\s+(?P<year>{YEAR})",
    re.IGNORECASE,
)


def find_days(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield days told by their number alone: "on the 26th", "the 3rd of this month"."""
    for found in DAY_OF_MONTH.finditer(text, start, end):
        yield Wording(found.start(), found.end("day"), "date", day=ordinal_of(found["day"]))
    for found in NO_MONTH.finditer(text, start, end):
        yield Wording(*found.span(), "date", int(found["year"]), day=ordinal_of(found["day"]))
    for found in WEEKDAY_AND_DAY.finditer(text, start, end):
        if found["weekday"][0].isupper():
            plain = found["day"].isdigit()
            if "," in found.group() and found["day"][0].isalpha():
                continue
            if not plain or re.match(
                r"\s*(?:[.,;)]|to\b|and\b|$)", text[found.end() : found.end() + 5]
            ):
                yield Wording(
                    *found.span(),
                    "date",
                    day=ordinal_of(found["day"]),
                    weekday=weekday_of(found["weekday"]),
                )
    for found in DAY_ALONE.finditer(text, start, end):
        cued = DAY_CUE.search(text, max(start, found.start() - 9), found.start())
        yield Wording(*found.span(), "date", day=ordinal_of(found["day"]), loose=not cued)
