"""Times: every expression that fixes a date or a time of day, with its value in EDTF."""

from __future__ import annotations

from dateline.records.parses import Parse
from dateline.records.readings import Time

__all__ = ["find_times"]


def find_times(parse: Parse, published: str | None) -> tuple[Time, ...]:
    """Return the times of a text in text order, resolved against `published` (EDTF)."""
    return ()
