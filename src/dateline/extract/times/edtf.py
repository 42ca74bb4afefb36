"""Values of time in EDTF (ISO 8601-2), and what can be reckoned with them.

A `Value` is a day, a month, a year or a part of one, with what is not known left open; a
`Range` runs from one value to another, either side of which may be open. Nothing here
knows any words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

# Season codes of EDTF level 1, with the month each begins in.
SEASON_STARTS = {21: 3, 22: 6, 23: 9, 24: 12}
EARLIEST, LATEST = 1, 9998


@dataclass(frozen=True, slots=True)
class Value:
    """One date or time of day; None is a part that is not fixed.

    `digits` tells how many digits of the year are known: 3 for a decade, 2 for a century.
    `hour` may be 24 only where a clock says so; `zone` is `Z` or an offset such as `+05:30`.

    >>> str(Value(1998, 3, 8)), str(Value(None, 6, 16)), str(Value(1987, None, 15))
    ('1998-03-08', 'XXXX-06-16', '1987-XX-15')
    >>> str(Value(1990, digits=3)), str(Value(2004, 2, approximate=True))
    ('199X', '2004-02~')
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str = ""
    season: int | None = None
    digits: int = 4
    some_day: bool = False
    approximate: bool = False
    uncertain: bool = False

    def __str__(self) -> str:
        """Return the EDTF text."""
        year = "XXXX" if self.year is None else f"{abs(self.year):04d}"
        text = year[: self.digits].ljust(4, "X")
        if self.year is not None and self.year < 0:
            text = "-" + text
        if self.season:
            text += f"-{self.season}"
        elif self.month is not None or self.day is not None:
            text += "-XX" if self.month is None else f"-{self.month:02d}"
            if self.day is not None:
                text += f"-{self.day:02d}"
            elif self.some_day:
                text += "-XX"
        if self.hour is not None and self.day is not None:
            text += f"T{self.hour:02d}"
            text += "" if self.minute is None else f":{self.minute:02d}"
            text += self.zone
        marks = (self.approximate, self.uncertain)
        return text + {(True, True): "%", (True, False): "~", (False, True): "?"}.get(marks, "")

    def first(self) -> date | None:
        """Return the first day the value covers; None where the year is not fixed."""
        if self.year is None or not EARLIEST <= self.year <= LATEST:
            return None
        if self.season:
            return date(self.year, SEASON_STARTS[self.season], 1)
        if self.month is None and self.day is not None:
            return None
        year = self.year - self.year % 10 ** (4 - self.digits)
        try:
            return date(max(year, EARLIEST), self.month or 1, self.day or 1)
        except ValueError:
            return None

    def last(self) -> date | None:
        """Return the last day the value covers."""
        start = self.first()
        if start is None or self.year is None:
            return None
        if self.season:
            return add_months(start, 3) - timedelta(1)
        if self.digits < 4:
            return date(start.year + 10 ** (4 - self.digits) - 1, 12, 31)
        if self.day is not None:
            return start
        if self.month is not None:
            return start.replace(day=monthrange(start.year, start.month)[1])
        return date(self.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Range:
    """The time from `low` to `high`, both included; None is an open side.

    >>> str(Range(None, Value(2022, 1, 19))), str(Range(Value(1972), Value(1976)))
    ('../2022-01-19', '1972/1976')
    """

    low: Value | None
    high: Value | None

    def __str__(self) -> str:
        """Return the EDTF text."""
        return f"{self.low or '..'}/{self.high or '..'}"

    def first(self) -> date | None:
        """Return the first day, None where that side is open."""
        return self.low.first() if self.low else None

    def last(self) -> date | None:
        """Return the last day, None where that side is open."""
        return self.high.last() if self.high else None


Moment = Value | Range


def on(day: date) -> Value:
    """Return the value of one day."""
    return Value(day.year, day.month, day.day)


def between(first: date, last: date) -> Range:
    """Return the range of two days."""
    return Range(on(first), on(last))


def add_months(day: date, count: int) -> date:
    """Return the day `count` months on; the last of the month where it has no such day.

    >>> add_months(date(2021, 1, 31), 1), add_months(date(2021, 1, 31), -2)
    (datetime.date(2021, 2, 28), datetime.date(2020, 11, 30))
    """
    months = day.year * 12 + day.month - 1 + count
    year, month = divmod(months, 12)
    year = min(max(year, EARLIEST), LATEST)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def add_days(day: date, count: int) -> date:
    """Return the day `count` days on, held within what a calendar can say."""
    ordinal = min(max(day.toordinal() + count, 1), date(LATEST, 12, 31).toordinal())
    return date.fromordinal(ordinal)


def unit_around(day: date, unit: str, offset: int = 0) -> Moment:  # noqa: PLR0911 - one case a return
    """Return the unit that holds `day`, or the one `offset` units on.

    Weeks run from Monday to Sunday, a weekend is Saturday and Sunday, and the weekend
    around a weekday is the one at the end of its week.

    >>> str(unit_around(date(2022, 1, 7), "week")), str(unit_around(date(2022, 1, 7), "week", -1))
    ('2022-01-03/2022-01-09', '2021-12-27/2022-01-02')
    >>> str(unit_around(date(2022, 1, 7), "quarter", -1))
    '2021-10/2021-12'
    """
    if unit == "day":
        return on(add_days(day, offset))
    if unit in ("week", "fortnight"):
        monday = add_days(day, 7 * offset - day.weekday())
        return between(monday, add_days(monday, 6))
    if unit == "weekend":
        saturday = add_days(day, 7 * offset + 5 - day.weekday())
        return between(saturday, add_days(saturday, 1))
    if unit == "month":
        day = add_months(day, offset)
        return Value(day.year, day.month)
    if unit == "quarter":
        day = add_months(day, 3 * offset)
        return quarter(day.year, (day.month - 1) // 3 + 1)
    if unit == "half":
        day = add_months(day, 6 * offset)
        return half(day.year, 1 if day.month < 7 else 2)
    size = {"decade": 10, "century": 100}.get(unit, 1)
    year = min(max(day.year + size * offset, EARLIEST), LATEST)
    return Value(year - year % size if size > 1 else year, digits={10: 3, 100: 2}.get(size, 4))


def quarter(year: int, number: int) -> Range:
    """Return a quarter of a year as its months.

    >>> str(quarter(1974, 4))
    '1974-10/1974-12'
    """
    return Range(Value(year, 3 * number - 2), Value(year, 3 * number))


def half(year: int, number: int) -> Range:
    """Return a half of a year as its months."""
    return Range(Value(year, 6 * number - 5), Value(year, 6 * number))


def loosely(moment: Moment) -> Moment:
    """Return the same time, marked as approximate."""
    if isinstance(moment, Value):
        return replace(moment, approximate=True)
    low = replace(moment.low, approximate=True) if moment.low else None
    return Range(low, replace(moment.high, approximate=True) if moment.high else None)


def doubtfully(moment: Moment) -> Moment:
    """Return the same time, marked as uncertain."""
    return replace(moment, uncertain=True) if isinstance(moment, Value) else moment


def until(moment: Moment) -> Range:
    """Return the time up to and with `moment`."""
    return Range(None, moment if isinstance(moment, Value) else moment.high)


def since(moment: Moment) -> Range:
    """Return the time from `moment` on."""
    return Range(moment if isinstance(moment, Value) else moment.low, None)


READ = re.compile(r"(-?\d{4}|X{4})(?:-(\d\d|XX)(?:-(\d\d|XX))?)?(?:T(\d\d)(?::(\d\d))?\S*)?")


def read_edtf(text: str | None) -> Value | None:
    """Return the value of a plain EDTF date; None where it is none, or an interval.

    >>> read_edtf("2022-01-07T10:00Z").first(), read_edtf("2006"), read_edtf("spring")
    (datetime.date(2022, 1, 7), Value(year=2006, ...), None)
    """
    found = READ.match((text or "").strip())
    if not found or "/" in (text or ""):
        return None
    year, month, day = (
        None if not part or "X" in part else int(part) for part in found.group(1, 2, 3)
    )
    value = Value(year, month, day)
    if month is not None and not 1 <= month <= 12:
        return Value(year)
    return value if year is None or value.first() else None
