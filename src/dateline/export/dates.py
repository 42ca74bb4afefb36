"""EDTF values in words, and in order.

Covers what a reading holds: dates of any precision, times of day, weeks, seasons, quarters,
decades, intervals open on either side, unspecified digits, uncertain and approximate
values. What it does not know is shown as it stands.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
# ISO 8601-2, level 1 and 2: seasons, hemispheres' seasons, quarters, quadrimesters, halves.
PARTS = {
    "21": "spring", "22": "summer", "23": "autumn", "24": "winter",
    "25": "spring", "26": "summer", "27": "autumn", "28": "winter",
    "33": "first quarter of", "34": "second quarter of", "35": "third quarter of",
    "36": "fourth quarter of", "40": "first half of", "41": "second half of",
}  # fmt: skip
FIRST_MONTH = {
    "21": 3, "22": 6, "23": 9, "24": 12, "25": 3, "26": 6, "27": 9, "28": 12,
    "33": 1, "34": 4, "35": 7, "36": 10, "40": 1, "41": 7,
}  # fmt: skip
DAY_PARTS = {"TMO": "morning", "TAF": "afternoon", "TEV": "evening", "TNI": "night"}
DATE = re.compile(
    r"(?P<year>-?[\dX]{2,4}|Y-?\d+)(?:-W(?P<week>\d\d)(?:-(?P<weekday>[1-7]))?"
    r"|-(?P<month>[\dX]{2})(?:-(?P<day>[\dX]{2}))?)?"
    r"(?:T(?P<clock>\d\d(?::\d\d)?(?::\d\d)?)(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?)?"
)
Key = tuple[int, int, int, str]
UNDATED: Key = (10**9, 0, 0, "")


def date_words(edtf: str | None) -> str:
    """Return an EDTF value as a newsroom writes it.

    >>> date_words("2022-01-07"), date_words("../2022-01-19"), date_words("2022-01-02/..")
    ('7 Jan 2022', 'until 19 Jan 2022', 'from 2 Jan 2022')
    >>> date_words("2022-01-02/2022-01-05"), date_words("2022-01-05T16:20+06:00")
    ('2 Jan 2022 – 5 Jan 2022', '5 Jan 2022, 16:20 UTC+06:00')
    >>> date_words("2022-01-XX"), date_words("XXXX-06-08"), date_words("199X")
    ('a day in Jan 2022', '8 Jun, year unknown', '1990s')
    >>> date_words("2021-21~"), date_words("2022-W03"), date_words(None)
    ('about spring 2021', 'week 3 of 2022', 'undated')
    """
    if not edtf:
        return "undated"
    start, slash, end = edtf.partition("/")
    if not slash:
        return _point_words(edtf)
    if start in {"", ".."}:
        return f"until {_point_words(end)}" if end not in {"", ".."} else "open"
    if end in {"", ".."}:
        return f"from {_point_words(start)}"
    return _point_words(start) if start == end else f"{_point_words(start)} – {_point_words(end)}"


def _point_words(value: str) -> str:
    for mark, word in (("%", "perhaps about"), ("~", "about"), ("?", "perhaps")):
        if mark in value:
            return f"{word} {_point_words(value.replace(mark, ''))}"
    for code, part in DAY_PARTS.items():
        if value.endswith(code):
            return f"{_point_words(value[: -len(code)])}, {part}"
    match = DATE.fullmatch(value)
    if match is None:
        return value
    words = _day_words(match)
    if match["clock"]:
        words += f", {clock_words(match['clock'])}"
        if match["zone"]:
            words += " UTC" + ("" if match["zone"] == "Z" else match["zone"])
    return words


def clock_words(clock: str) -> str:
    """Return a time of day: "16:20", or "9h" where only the hour is known."""
    return clock if ":" in clock else f"{int(clock)}h"


def _day_words(match: re.Match[str]) -> str:
    year, month, day = _year_words(match["year"]), match["month"], match["day"]
    if match["week"]:
        return f"week {int(match['week'])} of {year}"
    if not month or month in PARTS:
        return f"{PARTS[month]} {year}" if month else year
    if not (month.isdigit() and 1 <= int(month) <= len(MONTHS)):
        return f"a {'day' if day else 'month'} in {year}"
    between = ", " if match["year"] == "XXXX" else " "
    number = f"{int(day)} " if day and day.isdigit() else "a day in " if day else ""
    return f"{number}{MONTHS[int(month) - 1]}{between}{year}"


def _year_words(year: str) -> str:
    if year == "XXXX":
        return "year unknown"
    if len(year) == 4 and year.endswith("XX"):
        return f"{year[:2]}00s"
    if year.endswith("X"):
        return f"{year[:-1]}0s"
    return f"{year}00s" if len(year) == 2 else year


def date_key(edtf: str | None) -> Key:
    """Return where a value stands on a timeline; what has no date comes last.

    >>> date_key("2022-01-05") < date_key("2022-01-05T16:20") < date_key("2022-01-06")
    True
    >>> date_key("../2022-01-19") < date_key(None)
    True
    """
    if not edtf:
        return UNDATED
    start, slash, end = edtf.partition("/")
    point = end if slash and start in {"", ".."} else start
    match = DATE.match(re.sub(r"[?~%]", "", point))
    if match is None or "X" in match["year"][:2] or match["year"].startswith("Y"):
        return UNDATED
    year = int(match["year"].replace("X", "0").ljust(4, "0"))
    if match["week"] and 1 <= year < 9999:
        monday = date.fromisocalendar(year, 1, 1) + timedelta(weeks=int(match["week"]) - 1)
        return monday.year, monday.month, monday.day, ""
    month = match["month"] or "00"
    number = FIRST_MONTH.get(month, int(month) if month.isdigit() else 0)
    day = match["day"] or "00"
    return year, number, int(day) if day.isdigit() else 0, match["clock"] or ""


def day_of(edtf: str | None) -> str | None:
    """Return the value without its time of day: what the timeline groups by.

    >>> day_of("2022-01-05T16:20"), day_of("2022-01-05TEV"), day_of("2022-01")
    ('2022-01-05', '2022-01-05', '2022-01')
    """
    if not edtf or "/" in edtf:
        return edtf
    return edtf.split("T", 1)[0]
