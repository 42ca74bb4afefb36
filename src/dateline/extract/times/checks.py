"""Checks whether the text contradicts the day on which it is said to be published.

Only what the text states in full counts: a date with its year, or a weekday beside a date.
A report may quote the distant past freely, and may look ahead; it cannot tell, in a date
line or in the past tense, of days that come long after it.
"""

from __future__ import annotations

import re
from datetime import date

from dateline.extract.times.directions import is_told_as_past
from dateline.extract.times.edtf import Value, add_days, read_edtf
from dateline.extract.times.words import WEEKDAY, WEEKDAY_SHORT, weekday_of
from dateline.records.parses import Parse
from dateline.records.readings import Time
from dateline.records.readings import Warning as Notice

# Reports name days to come ("due March 15, 2007"), so that a full date after publication
# says little by itself. It contradicts where it stands as a stamp, with its weekday, with a
# clock time or alone on its line, and so far ahead that nobody announces it yet; or where
# many such dates and no earlier one are told. On the 183 articles of TimeBank, whose dates
# are right, one warning comes of it; counting any later date gave eight.
ANNOUNCED = 60
MANY = 3
WEEKDAY_NAMED = re.compile(rf"\b(?P<day>{WEEKDAY}|{WEEKDAY_SHORT}\b)", re.IGNORECASE)
DATE_IN_WORDS = re.compile(r"\b[A-Za-z]{3,9}\.?\s+\d|\d\s+(?:of\s+)?[A-Z][a-z]")
DEICTIC = re.compile(r"\b(?:to-?day|yesterday|tomorrow)\b", re.IGNORECASE)
# The text's own date line stands in its first characters.
HEAD = 400
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def check_published(
    times: tuple[Time, ...], published: str | None, *, text: str = "", parse: Parse | None = None
) -> tuple[Notice, ...]:
    r"""Return what is odd about the day of publication, seen from the times of the text.

    The codes are `published-missing` (relative times, and nothing to count them from),
    `published-contradicted` (the text tells of days after its publication) and
    `weekday-contradicted` (a weekday and a date in the text do not fit each other, which
    points to a wrong day, or to a wrong year of publication), `published-unreadable`. With
    `text`, the whole text of the article, a date alone on its line counts as its own; with
    `parse`, days that the text tells of in the past tense count too.

    >>> late = Time(id="t0", start=0, end=11, text="May 7, 2015", edtf="2015-05-07")
    >>> [w.code for w in check_published((late,), "2011-12-02", text="May 7, 2015\nHe left.")]
    ['published-contradicted']
    >>> check_published((late,), "2015-05-08")
    ()
    """
    value = read_edtf(published)
    day = value.first() if value is not None and value.day is not None else None
    warnings = [*_missing(times, value), *_weekdays(times, value)]
    if value is not None and (limit := value.last()):
        later = _later(times, limit, published or "", text)
        if not later and parse is not None:
            later = _told_after(times, limit, published or "", parse)
        warnings.extend(later)
    elif day is None and published and value is None:
        warnings.append(
            Notice(
                "published-unreadable", f"the publication date {published!r} is not an EDTF date"
            )
        )
    return tuple(warnings)


def _missing(times: tuple[Time, ...], value: Value | None) -> list[Notice]:
    if value is not None:
        return []
    lost = [time for time in times if time.edtf is None]
    if not lost:
        return []
    return [
        Notice(
            "published-missing",
            f"{len(lost)} times such as {lost[0].text!r} count from an unknown day of publication",
        )
    ]


def _later(times: tuple[Time, ...], limit: date, published: str, text: str) -> list[Notice]:
    stated = [(t, value) for t in times if t.anchor == "stated" and (value := read_edtf(t.edtf))]
    days = [(t, first) for t, value in stated if value.day is not None and (first := value.first())]
    later = [(t, first) for t, first in days if (first - limit).days > ANNOUNCED]
    stamps = [(t, first) for t, first in later if _is_stamp(t, text)]
    stamps += [(t, first) for t, first in days if first > limit and _is_date_line(t, text)]
    if not stamps and not (len(later) >= MANY and len(later) == len(days)):
        return []
    time, first = (stamps or later)[0]
    return [
        Notice(
            "published-contradicted",
            f"the text tells of {time.text!r} ({first}), {(first - limit).days} days after its"
            f" publication on {published}",
        )
    ]


def _told_after(times: tuple[Time, ...], limit: date, published: str, parse: Parse) -> list[Notice]:
    """Return a warning where the text tells of days after its publication as past ones."""
    for time in times:
        value = read_edtf(time.edtf)
        first = value.first() if value is not None and value.day is not None else None
        if first is None or first <= add_days(limit, 1) or time.anchor == "context":
            continue
        if DATE_IN_WORDS.search(time.text) and is_told_as_past(parse, time.start, time.end):
            return [
                Notice(
                    "published-contradicted",
                    f"the text tells of {time.text!r} ({first}) as past, "
                    f"{(first - limit).days} days after its publication on {published}",
                )
            ]
    return []


def _is_date_line(time: Time, text: str) -> bool:
    return 0 < time.end < min(len(text), HEAD) and _is_alone(time, text)


def _is_stamp(time: Time, text: str) -> bool:
    if "T" in (time.edtf or "") or WEEKDAY_NAMED.search(time.text):
        return True
    return _is_alone(time, text)


def _is_alone(time: Time, text: str) -> bool:
    """Return whether nothing else stands on the line of a time."""
    before = text[: time.start].rpartition("\n")[2]
    return bool(text) and not before.strip() and not text[time.end :].partition("\n")[0].strip()


def _weekdays(times: tuple[Time, ...], value: Value | None) -> list[Notice]:
    warnings: list[Notice] = []
    for time in times:
        said = WEEKDAY_NAMED.search(time.text)
        told = read_edtf(time.edtf)
        dated = DATE_IN_WORDS.search(time.text) or DEICTIC.search(time.text)
        if not said or told is None or told.day is None or not dated:
            continue
        first = told.first()
        if first is None or first.weekday() == weekday_of(said["day"]):
            continue
        what = "day" if DEICTIC.search(time.text) else "year"
        cause = "" if time.anchor == "stated" else f"; the {what} of publication may be wrong"
        if value is None and cause:
            continue
        warnings.append(
            Notice(
                "weekday-contradicted",
                f"{time.text!r} is {first}, a {NAMES[first.weekday()]}{cause}",
            )
        )
    return list(dict.fromkeys(warnings))
