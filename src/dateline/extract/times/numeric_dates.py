"""Dates in figures: "02.06.1988", "1993/02/14", "8.IX.1991", "25/1"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    MONTH_SHORT,
    full_year,
    month_of,
)

ISO = re.compile(
    r"(?<![\w./-])(?P<year>[12]\d{3})(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[\d.]+)?"
    r"(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\w/-]|\.\d)"
)
NUMERIC = re.compile(
    r"(?<![\w.,/:$€£-])(?P<a>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d\d)(?![\w/:%-]|[.,]\d)"
)
ROMAN = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})\.\s?(?P<month>I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\.?\s?(?P<year>\d{4}|\d\d)\b"
)
WITH_NAME = re.compile(
    rf"(?<![\w-])(?P<day>[0-3]?\d)(?P<sep>[-/.])(?P<month>{MONTH_SHORT}|may|june|july)(?P=sep)(?P<year>\d{{4}}|\d\d)(?![\w-])",
    re.IGNORECASE,
)
# "On 5.11." is a day and a month where a dot ends it and a preposition leads it.
DOTTED = re.compile(
    r"\b(?:on|since|until|till|by|dated)\s+(?P<a>\d{1,2})\.(?P<b>\d{1,2})\.(?=\s|,|$)",
    re.IGNORECASE,
)
SHORT = re.compile(r"(?<![\w.,/:$€£-])(?P<a>\d{1,2})/(?P<b>\d{1,2})(?![\w/%-]|[.,]\d)")
DATE_TIME_GROUP = re.compile(
    rf"\b(?P<day>[0-3]\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s?(?P<zone>Z|UTC|GMT)\s?"
    rf"(?P<month>{MONTH_SHORT}|MAY|JUNE|JULY)\s?(?P<year>\d{{4}}|\d\d)\b",
    re.IGNORECASE,
)
ROMAN_MONTHS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SHORT_CUE = re.compile(
    r"\b(?:on|of|since|until|till|by|from|dated|before|after|between)\s+$", re.IGNORECASE
)


def find_numeric(text: str, start: int, end: int, near: date | None) -> Iterator[Wording]:
    """Yield dates in figures; `near` (the day of publication) tells day-first from month-first."""
    for found in ISO.finditer(text, start, end):
        yield Wording(
            *found.span(), "date", int(found["year"]),
            month=int(found["month"]), day=int(found["day"]),
            hour=int(found["hour"]) if found["hour"] else None,
            minute=int(found["minute"]) if found["minute"] else None, zone=found["zone"] or "",
        )  # fmt: skip
    for found in NUMERIC.finditer(text, start, end):
        year = full_year(found["year"], near.year if near else None)
        if order := _day_and_month(int(found["a"]), int(found["b"]), year, near, found["sep"]):
            yield Wording(*found.span(), "date", year, month=order[1], day=order[0])
    for found in ROMAN.finditer(text, start, end):
        year = full_year(found["year"], near.year if near else None)
        yield Wording(
            *found.span(),
            "date",
            year,
            month=ROMAN_MONTHS.index(found["month"]) + 1,
            day=int(found["day"]),
        )
    for found in WITH_NAME.finditer(text, start, end):
        year = full_year(found["year"], near.year if near else None)
        day, month = int(found["day"]), month_of(found["month"])
        if _day(year, month, day):
            yield Wording(*found.span(), "date", year, month=month, day=day)
    for found in DATE_TIME_GROUP.finditer(text, start, end):
        yield Wording(
            *found.span(), "date", full_year(found["year"], near.year if near else None),
            month=month_of(found["month"]), day=int(found["day"]), hour=int(found["hour"]),
            minute=int(found["minute"]), zone="Z",
        )  # fmt: skip
    yield from _find_without_year(text, start, end, near)


def _find_without_year(text: str, start: int, end: int, near: date | None) -> Iterator[Wording]:
    """Yield days and months in figures: "on 25/1", "on 5.11.", "9/11"."""
    for found in SHORT.finditer(text, start, end):
        a, b = int(found["a"]), int(found["b"])
        cued = SHORT_CUE.search(text, max(start, found.start() - 12), found.start())
        year = near.year if near else 2000
        if cued and (order := _day_and_month(a, b, year, near, "/")):
            yield Wording(*found.span(), "date", month=order[1], day=order[0])
    for found in DOTTED.finditer(text, start, end):
        if _day(2000, int(found["b"]), int(found["a"])):
            at, month, day = found.start("a"), int(found["b"]), int(found["a"])
            yield Wording(at, found.end(), "date", month=month, day=day)
    if "9/11" in text[start:end]:
        for found in re.finditer(r"(?<![\w/.-])9/11(?![\w/-])", text[start:end]):
            yield Wording(start + found.start(), start + found.end(), "date", 2001, month=9, day=11)


def _day_and_month(
    a: int, b: int, year: int, near: date | None, separator: str
) -> tuple[int, int] | None:
    """Return (day, month) of two numbers; day-first unless only month-first makes sense.

    Where both orders can be, the one nearer to the day of publication is taken, since a
    report's dates lie about its own; dots are day-first everywhere.
    """
    first, second = _day(year, b, a), _day(year, a, b)
    if not first or not second:
        chosen = first or second
        return (chosen.day, chosen.month) if chosen else None
    if separator != "." and near and abs((second - near).days) < abs((first - near).days):
        return second.day, second.month
    return first.day, first.month


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
