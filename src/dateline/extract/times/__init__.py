"""Times: every expression that fixes a date or a time of day, with its value in EDTF.

`why["edtf"]` is `not-stated` where a time is relative and nothing says to what: the day of
publication is unknown, or no time before it is spoken of.
"""

from __future__ import annotations

from dateline.extract.times.checks import check_published
from dateline.extract.times.reading import find_times

__all__ = ["check_published", "find_times"]
