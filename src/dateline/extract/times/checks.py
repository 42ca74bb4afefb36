"""Checks: does the text contradict the day on which it is said to be published?"""

from __future__ import annotations

from dateline.extract.times.edtf import read_edtf
from dateline.records.readings import Time, Warning


def check_published(times: tuple[Time, ...], published: str | None) -> tuple[Warning, ...]:
    """Return what is odd about the day of publication, seen from the times of the text."""
    return ()
