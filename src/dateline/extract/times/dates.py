"""Dates by the calendar: "12 August 2000", "March 3rd", "02.06.1988", "the 1830s", "in 1970"."""

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
    table,
    weekday_of,
)

MONTH_NAME = re.compile(
    rf"\b(?:(?P<which>last|this(?:\s+past|\s+coming)?|next|this\s+coming|the\s+following|the\s+previous|the\s+next)\s+)?"
    rf"(?P<name>{MONTH}\b|{MONTH_SHORT}\b\.?)(?!-?\d?[a-z])(?!{APOSTROPHE}[a-rt-z])",
    re.IGNORECASE,
)
# Words that join two days of one month; "and" only after "between".
SEPARATOR = rf"(?:{DASH}|to|through|thru|till|until|and|&|or)"
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
SPOKEN_YEAR = re.compile(
    r"\s*,?\s*(?P<head>(?:eigh|nine)teen|twenty)[\s-]+(?P<tens>twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|oh)"
    r"(?:[\s-]+(?P<ones>one|two|three|four|five|six|seven|eight|nine))?\b",
    re.IGNORECASE,
)
MILLENNIUM = re.compile(
    r"\b(?:the\s+year\s+)?two\s+thousand(?:\s+(?:and\s+)?(?P<ones>one|two|three|four|five|six|seven|"
    r"eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen))?\b",
    re.IGNORECASE,
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
        made.year, made.end = _spoken_year(found), found.end()
    elif day_first and (found := WIRE_YEAR.match(text, made.end, end)):
        made.year, made.end = full_year(found["year"], near.year if near else None), found.end()


def _spoken_year(found: re.Match[str]) -> int:
    numbers = table("numbers")
    head = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[found["head"].lower()]
    return (
        head + numbers.get(found["tens"].lower(), 0) + numbers.get((found["ones"] or "").lower(), 0)
    )


ISO = re.compile(
    r"(?<![\w./-])(?P<year>[12]\d{3})(?P<sep>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sep)(?P<day>0?[1-9]|[12]\d|3[01])"
    r"(?:[T ](?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d)(?::[\d.]+)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?(?![\w/-]|\.\d)"
)
NUMERIC = re.compile(
    r"(?<![\w.,/:$€£-])(?P<a>\d{1,2})\s?(?P<sep>[-/.])\s?(?P<b>\d{1,2})\s?(?P=sep)\s?(?P<year>\d{4}|\d\d)(?![\w/:%-]|[.,]\d)"
)
ROMAN = re.compile(
    r"(?<![\w.])(?P<day>\d{1,2})\.\s?(?P<month>I{1,3}|I?V|VI{1,3}|I?X|XI{1,2})\.?\s?(?P<year>\d{4}|\d\d)\b"
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
            *found.span(), "date", int(found["year"]), month=int(found["month"]), day=int(found["day"]),
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
    for found in DATE_TIME_GROUP.finditer(text, start, end):
        yield Wording(
            *found.span(), "date", full_year(found["year"], near.year if near else None),
            month=month_of(found["month"]), day=int(found["day"]), hour=int(found["hour"]),
            minute=int(found["minute"]), zone="Z",
        )  # fmt: skip
    for found in SHORT.finditer(text, start, end):
        a, b = int(found["a"]), int(found["b"])
        cued = SHORT_CUE.search(text, max(start, found.start() - 12), found.start())
        year = near.year if near else 2000
        if cued and (order := _day_and_month(a, b, year, near, "/")):
            yield Wording(*found.span(), "date", month=order[1], day=order[0])
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
SOME_DAY = re.compile(
    r"\b(?:an?|some|one)\s+(?:unknown|unspecified|unnamed|uncertain)\s+(?:day|date)\s+(?:of|in)\s+$",
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


YEAR_WORD = re.compile(
    rf"(?<![\w$€£¥.,/:#№])(?<!\d[-–/])(?P<the>(?:the|its|their|his|her|our|an?)\s+)?(?P<word>year\s+)?(?P<year>{YEAR})"
    rf"(?P<to>\s?[-–/]\s?(?P<year2>{YEAR}|\d\d(?![\d\w,:]|[-/.]\d)))?(?P<tail>\s+year\b(?!-))?"
)
SHORT_YEAR = re.compile(rf"(?<!\w){APOSTROPHE}(?P<year>\d\d)\b(?!{APOSTROPHE}?s\b)")
DECADE = re.compile(
    rf"(?<![\w$€£])(?:the\s+)?(?:(?P<full>1[0-9]\d0|20\d0){APOSTROPHE}?s\b|"
    rf"(?P<short>{APOSTROPHE}?[2-9]0){APOSTROPHE}?s\b|{APOSTROPHE}?(?P<word>{'|'.join(table('decades'))})\b)",
    re.IGNORECASE,
)
DECADE_CUE = re.compile(
    r"\bthe\s+(?:(?:early|mid|late|middle|later)[-\s]+|(?:end|start|half)\s+of\s+the\s+)?$|\bmid-$",
    re.IGNORECASE,
)
CENTURY = re.compile(
    rf"\b(?:the\s+)?(?:(?P<fuzz>early|mid|late)[-\s]+)?(?P<nth>\d{{1,2}}(?:st|nd|rd|th)|{ORDINAL})[-\s]centur(?:y|ies)\b"
    r"(?P<bc>\s+(?:B\.?C\.?|BCE))?",
    re.IGNORECASE,
)
# Years between these calendars' and ours, to the year.
ERAS = {
    "buddhist": 543,
    "islamic": -579,
    "hijri": -579,
    "persian": -621,
    "jewish": 3760,
    "hebrew": 3760,
}


ERA_YEAR = re.compile(
    r"\b(?:the\s+)?year\s+(?P<year>\d{3,4})\s+(?:of|in|by)\s+the\s+(?P<era>Buddhist|Islamic|Hijri|Persian|Jewish|Hebrew)\s+(?:calendar|era)\b"
)


def find_years(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield years, and pairs of years; whether a number is a year is decided elsewhere."""
    for found in YEAR_WORD.finditer(text, start, end):
        year = int(found["year"])
        sure = bool(found["word"] or found["tail"])
        at = found.start("word") if found["word"] else found.start("year")
        if found["the"] and sure:
            at = found.start()
        made = Wording(at, found.end(), "date", year, loose=not sure)
        if found["year2"]:
            last = (
                int(found["year2"])
                if len(found["year2"]) > 2
                else year - year % 100 + int(found["year2"])
            )
            last += 100 if last < year and len(found["year2"]) == 2 else 0
            if not year < last <= year + 120:
                made.end = found.end("year")
            else:
                made.low, made.year = Wording(at, at, "date", year), last
        yield made
    for found in ERA_YEAR.finditer(text, start, end):
        if (year := int(found["year"]) - ERAS[found["era"].lower()]) > 0:
            yield Wording(*found.span(), "date", year)
    for found in SHORT_YEAR.finditer(text, start, end):
        yield Wording(*found.span(), "date", full_year(found["year"], 2010))
    for found in SPOKEN_YEAR.finditer(text, start, end):
        if found["ones"] or found["tens"].lower() != "oh":
            blank = len(found.group()) - len(found.group().lstrip(" \t\r\n,"))
            if found["head"].lower() != "twenty":
                yield Wording(found.start() + blank, found.end(), "date", _spoken_year(found))
    for found in MILLENNIUM.finditer(text, start, end):
        made = Wording(
            *found.span(), "date", 2000 + table("numbers").get((found["ones"] or "").lower(), 0)
        )
        if not found["ones"] and not found.group().lower().startswith("the"):
            continue
        yield made


def find_decades(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield decades and centuries."""
    for found in DECADE.finditer(text, start, end):
        if found["full"]:
            year = int(found["full"])
        else:
            # "in their twenties" is an age: a decade without a century wants "the".
            words = found.group().lower()
            before = DECADE_CUE.search(text, max(start, found.start() - 24), found.start())
            if not (words.startswith("the") or before or (found["short"] or "0")[0] in "'’‘"):
                continue
            tens = (
                table("decades")[found["word"].lower()]
                if found["word"]
                else int(found["short"][-2:])
            )
            year = 1900 + tens
        made = Wording(
            *found.span(), "decade", year, digits=2 if year % 100 == 0 and year < 2000 else 3
        )
        yield made
    for found in CENTURY.finditer(text, start, end):
        number = ordinal_of(found["nth"])
        if number and number <= 25 and not found["bc"]:
            yield Wording(
                *found.span(),
                "century",
                100 * (number - 1),
                digits=2,
                fuzz=squeezed(found["fuzz"] or ""),
            )
