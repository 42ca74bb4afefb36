"""The date line: a full date that stands alone on a line, or in the dateline of a report."""

from __future__ import annotations

import re
from datetime import date

from dateline.extract.times.dates import find_months
from dateline.extract.times.numeric_dates import find_numeric
from dateline.records.parses import Parse

# A header stands near the top; below, a full date alone is more often something else.
PARAGRAPHS = 6
DATELINE = re.compile(r"^[A-Z][A-Z.,'’\- /]{2,60}[,(]?\s*(?:[A-Z][\w.]+,?\s+){0,3}$")
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s*", re.IGNORECASE)
AFTER = re.compile(r"\s*(?:[(–—-]|--|_|$)")


def find_date_line(parse: Parse) -> date | None:
    """Return the day that the text itself gives as its own, None where it gives none."""
    for first, end in parse.paragraphs[:PARAGRAPHS]:
        start, stop = parse.starts[first], parse.ends[end - 1]
        head = min(stop, start + 140)
        found = [
            w
            for w in (
                *find_months(parse.text, start, head),
                *find_numeric(parse.text, start, head, None),
            )
            if w.year and w.day
        ]
        for wording in found[:1]:
            before = WEEKDAY.sub("", parse.text[start : wording.start]).strip()
            after = parse.text[wording.end : stop].strip(" .")
            line = not before and not after
            dateline = bool(DATELINE.match(before + " ")) and bool(
                AFTER.match(parse.text, wording.end)
            )
            if line or dateline:
                try:
                    return date(wording.year or 0, wording.month or 0, wording.day or 0)
                except ValueError:
                    return None
    return None


# A report is filed up to so many days before it is published.
FILED = 7
# A dateline stands at the top; a headline and a byline may come before it.
TOP = 4


def find_dateline(parse: Parse, near: date) -> date | None:
    """Return the day in the dateline of a report that was published on or after it.

    "ALMATY, January 6 (Wire) --" of a report published on the 7th was written on the 6th:
    its "today" is the 6th.
    """
    for first, end in parse.paragraphs[:TOP]:
        start, stop = parse.starts[first], parse.ends[end - 1]
        for wording in find_months(parse.text, start, min(stop, start + 140), near):
            before = parse.text[start : wording.start].strip()
            is_dateline = before and DATELINE.match(before + " ")
            if not wording.day or not is_dateline or not AFTER.match(parse.text, wording.end):
                break
            for year in (near.year, near.year - 1):
                try:
                    day = date(wording.year or year, wording.month or 0, wording.day)
                except ValueError:
                    continue
                if 0 <= (near - day).days <= FILED:
                    return day
            break
    return None
