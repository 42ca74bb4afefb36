"""Dates of publication, as sources write them, to EDTF."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

ISO = re.compile(r"\s*([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:[T ].*)?)?)?\s*", re.DOTALL)
BASIC = re.compile(r"\s*([0-9]{4})([0-9]{2})([0-9]{2})(?:T.*)?\s*")


def parse_published(stated: str) -> str | None:
    """Return the EDTF date that a source states, cut to the day; None if it states none.

    Read are ISO 8601 dates and times, and those of mails and feeds (RFC 5322). Others
    would have to be guessed at: 03/04/2022 is March to some and April to others.

    >>> parse_published("2022-01-07T09:30:00+06:00")
    '2022-01-07'
    >>> parse_published("Fri, 07 Jan 2022 09:30:00 +0600")
    '2022-01-07'
    >>> parse_published("2022-02-30") is None
    True
    """
    match = ISO.fullmatch(stated) or BASIC.fullmatch(stated)
    if match:
        return _checked(*match.groups())
    try:
        return parsedate_to_datetime(stated).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join(part for part in (year, month, day) if part)
