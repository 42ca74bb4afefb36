"""Which strings are values of EDTF, the Extended Date/Time Format (ISO 8601-2)."""

from __future__ import annotations

import re
from calendar import monthrange

YEAR = r"(?P<year>[0-9X]{4})"
MONTH = r"(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2}))?)?"
CLOCK = (
    r"(?:T(?P<hour>[0-9]{2})(?::(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?)?"
    r"(?P<zone>Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?"
)
VALUE = re.compile(YEAR + MONTH + CLOCK + r"[?~%]?")
# Months from 21 on are seasons, quarters, thirds and halves of a year.
FIRST_PART, LAST_PART = 21, 41
LEAP_YEAR = 2000


def is_edtf(value: str) -> bool:
    """Return whether `value` is a date, a time of day or an interval in EDTF.

    Read are levels 0 to 2 as news needs them: unknown digits, seasons, open intervals and
    the marks of doubt; a clock may stop at the hour. Sets and years beyond 9999 are not.

    >>> [is_edtf(one) for one in ("2022-01-07", "../2022-01-19", "XXXX-06-08", "199X", "2004-02~")]
    [True, True, True, True, True]
    >>> [is_edtf(one) for one in ("7 January", "2022-02-30", "2022-13", "../..", "2022/")]
    [False, False, False, False, False]
    """
    first, slash, last = value.partition("/")
    if not slash:
        return _is_value(value)
    if first == last == "..":
        return False
    return all(side == ".." or _is_value(side) for side in (first, last))


def _is_value(value: str) -> bool:
    match = VALUE.fullmatch(value)
    if match is None:
        return False
    year, month, day = match["year"], match["month"], match["day"]
    # Digits are unknown from the right: a decade, a century, or the whole year.
    if "X" in year.rstrip("X"):
        return False
    return _is_date(year, month, day) and _is_clock(match)


def _is_date(year: str, month: str | None, day: str | None) -> bool:
    if month is None or (month == "XX" and day is None):
        return True
    if not all(part.isdigit() or part == "XX" for part in (month, day or "XX")):
        return False
    number = 12 if month == "XX" else int(month)
    if not 1 <= number <= 12:
        return FIRST_PART <= number <= LAST_PART and day is None
    # A day that some year or month has will do where that is not known.
    known = int(year) if year.isdigit() and year != "0000" else LEAP_YEAR
    return day in {None, "XX"} or 1 <= int(day or 0) <= monthrange(known, number)[1]


def _is_clock(match: re.Match[str]) -> bool:
    if match["hour"] is None:
        return True
    if match["day"] is None:
        return False
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    return (hour < 24 and minute < 60 and second < 61) or (hour, minute, second) == (24, 0, 0)
