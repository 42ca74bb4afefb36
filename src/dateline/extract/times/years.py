"""Years, decades and centuries: "in 1970", "the 1830s", "the nineteenth century"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    APOSTROPHE,
    MONTH,
    ORDINAL,
    SEASON,
    YEAR,
    full_year,
    ordinal_of,
    squeezed,
    table,
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


def spoken_year(found: re.Match[str]) -> int:
    """Return the year that words tell: "nineteen ninety-seven"."""
    numbers = table("numbers")
    head = {"eighteen": 1800, "nineteen": 1900, "twenty": 2000}[found["head"].lower()]
    return (
        head + numbers.get(found["tens"].lower(), 0) + numbers.get((found["ones"] or "").lower(), 0)
    )


YEAR_WORD = re.compile(
    rf"(?<![\w$€£¥.,/:#№])(?<!\d[-–/])(?P<the>(?:the|its|their|his|her|our|an?)\s+)?(?P<word>year\s+)?(?P<year>{YEAR})"
    rf"(?P<to>\s?[-–/]\s?(?P<year2>{YEAR}|\d\d(?![\d\w,:]|[-/.]\d)))?(?P<tail>\s+year\b(?!-))?"
)
SHORT_YEAR = re.compile(rf"(?<!\w){APOSTROPHE}(?P<year>\d\d)\b(?!{APOSTROPHE}?s\b)")
# "Studio '11" is a product, "May '11" a month, "Class of '11" a year.
PRODUCT = re.compile(rf"\b(?!(?i:{MONTH}|{SEASON}))[A-Z]?\w*[A-Z]\w*\s+$")
DECADE = re.compile(
    rf"(?<![\w$€£])(?:the\s+)?(?:(?P<full>1[0-9]\d0|20\d0){APOSTROPHE}?s\b|"
    rf"(?P<short>{APOSTROPHE}?[2-9]0){APOSTROPHE}?s\b|{APOSTROPHE}?(?P<word>{'|'.join(table('decades'))})\b)",
    re.IGNORECASE,
)
DECADE_CUE = re.compile(
    r"\bthe\s+(?:(?:early|mid|late|middle|later)[-\s]+|(?:end|start|half)\s+of\s+the\s+)?$|\b(?:\d0['’]?s|\w+ties)\s+and\s+$|\bmid-$",
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


AGE = re.compile(
    r"\b(?:A\.?D\.?\s+(?P<after>\d{1,4})|(?P<before>\d{1,4})\s+(?P<era>BCE?\b|B\.C\.(?:E\.)?|AD\b|A\.D\.|CE\b))"
)
ERA_YEAR = re.compile(
    r"\b(?:the\s+)?year\s+(?P<year>\d{3,4})\s+(?:of|in|by)\s+the\s+(?P<era>Buddhist|Islamic|Hijri|Persian|Jewish|Hebrew)\s+(?:calendar|era)\b"
)


def find_years(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield years, and pairs of years; whether a number is a year is decided elsewhere."""
    for found in YEAR_WORD.finditer(text, start, end):
        yield _year(found)
    for found in ERA_YEAR.finditer(text, start, end):
        if (year := int(found["year"]) - ERAS[found["era"].lower()]) > 0:
            yield Wording(*found.span(), "date", year)
    for found in AGE.finditer(text, start, end):
        year = int(found["after"] or found["before"])
        if year:
            past = bool(found["era"]) and found["era"][0] in "Bb"
            yield Wording(*found.span(), "date", 1 - year if past else year)
    for found in SHORT_YEAR.finditer(text, start, end):
        if PRODUCT.search(text, max(start, found.start() - 24), found.start()):
            continue
        yield Wording(*found.span(), "date", full_year(found["year"], 2010))
    for found in SPOKEN_YEAR.finditer(text, start, end):
        # "twenty twelve" may be a count; "nineteen oh" is not yet a year.
        if found["head"].lower() != "twenty" and (found["ones"] or found["tens"].lower() != "oh"):
            blank = len(found.group()) - len(found.group().lstrip(" \t\r\n,"))
            yield Wording(found.start() + blank, found.end(), "date", spoken_year(found))
    for found in MILLENNIUM.finditer(text, start, end):
        if found["ones"] or found.group().lower().startswith("the"):
            ones = table("numbers").get((found["ones"] or "").lower(), 0)
            yield Wording(*found.span(), "date", 2000 + ones)


def _year(found: re.Match[str]) -> Wording:
    """Return one year, or the range of "1999-2000" and "2014-15"."""
    year, sure = int(found["year"]), bool(found["word"] or found["tail"])
    at = found.start("word") if found["word"] else found.start("year")
    if found["the"] and sure:
        at = found.start()
    made = Wording(at, found.end(), "date", year, loose=not sure)
    if found["year2"]:
        short = len(found["year2"]) == 2
        last = int(found["year2"]) + (year - year % 100 if short else 0)
        last += 100 if short and last < year else 0
        if year < last <= year + 120:
            made.low, made.year = Wording(at, at, "date", year), last
        else:
            made.end = found.end("year")
    return made


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
