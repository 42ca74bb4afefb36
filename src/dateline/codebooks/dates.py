"""Dates of codebooks: PETRARCH's digits, and ISO 8601 to the year, month or day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# Years of two digits up to this one are of this century, as in KEDS, TABARI and PETRARCH.
_LAST_OF_2000 = 30


def parse_digits(digits: str, *, month_first: bool = False) -> date | None:
    """Return the day that YYYYMMDD or YYMMDD means, or MMDDYY; None if it is none.

    >>> parse_digits("010120"), parse_digits("19971231"), parse_digits("970231")
    (datetime.date(2001, 1, 20), datetime.date(1997, 12, 31), None)
    >>> parse_digits("123199", month_first=True)
    datetime.date(1999, 12, 31)
    """
    if not (digits.isascii() and digits.isdigit() and len(digits) in {6, 8}):
        return None
    if len(digits) == 8:
        year, month, day = digits[:4], digits[4:6], digits[6:]
    elif month_first:
        month, day, year = digits[:2], digits[2:4], digits[4:]
    else:
        year, month, day = digits[:2], digits[2:4], digits[4:]
    full = int(year)
    if len(year) == 2:
        full += 2000 if full <= _LAST_OF_2000 else 1900
    try:
        return date(full, int(month), int(day))
    except ValueError:
        return None


def parse_iso(stated: str, *, last: bool) -> date | None:
    """Return the first, or the last, day of a year, month or day; None if it is none.

    >>> parse_iso("2023-04", last=False), parse_iso("2023-04", last=True)
    (datetime.date(2023, 4, 1), datetime.date(2023, 4, 30))
    """
    match = _ISO.fullmatch(stated)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    try:
        month = month or (12 if last else 1)
        day = day or (monthrange(year, month)[1] if last else 1)
        return date(year, month, day)
    except ValueError:
        return None
