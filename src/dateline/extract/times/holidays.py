"""Days with a name: on which day of a given year they fall."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from dateline.extract.times.moons import diwali, lunar_new_year
from dateline.tables import load_rows

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
RULE = re.compile(r"(easter|pascha)([+-]\d+)|(\d\d)-(\d\d)|(\d\d) (\w+day) (-?\d)([+-]\d+)?|"
                  r"(islamic|hebrew) (\d\d)-(\d\d)|(lunar new year|diwali)")  # fmt: skip
# Of a feast that lasts, the rule ends with how many days: "islamic 09-01 for 30".
LASTING = re.compile(r" for (\d+)$")


@cache
def holiday_rules() -> dict[str, str]:
    """Return the rule of each holiday name, in lower case with straight apostrophes."""
    rows = load_rows("times_holidays.tsv")
    return {name: rule for rule, names in rows for name in names.split("|")}


@cache
def holiday(name: str, year: int) -> date | None:  # noqa: PLR0911 - one rule a return
    """Return the day of a holiday in `year`; None where the calendar cannot tell.

    >>> holiday("easter monday", 2022), holiday("orthodox easter", 2022)
    (datetime.date(2022, 4, 18), datetime.date(2022, 4, 24))
    >>> holiday("thanksgiving", 2016), holiday("election day", 2016)
    (datetime.date(2016, 11, 24), datetime.date(2016, 11, 8))
    >>> holiday("yom kippur", 1973), holiday("memorial day", 2020)
    (datetime.date(1973, 10, 6), datetime.date(2020, 5, 25))
    """
    if not 326 <= year <= 9000:
        return None
    found = RULE.fullmatch(LASTING.sub("", holiday_rules()[name]))
    if not found:
        return None
    feast, shift, month, day, nth_month, weekday, nth, extra, calendar, far_month, far_day, moon = (
        found.groups()
    )
    if moon:
        return (diwali if moon == "diwali" else lunar_new_year)(year) if year < 3000 else None
    if feast:
        return (easter if feast == "easter" else pascha)(year) + timedelta(int(shift))
    if month:
        return date(year, int(month), int(day))
    if nth_month:
        return nth_weekday(year, int(nth_month), WEEKDAYS.index(weekday), int(nth)) + timedelta(
            int(extra or 0)
        )
    reckon = islamic if calendar == "islamic" else hebrew
    return reckon(year, int(far_month), int(far_day))


def holiday_length(name: str) -> int:
    """Return how many days a holiday lasts.

    >>> holiday_length("ramadan"), holiday_length("christmas day")
    (30, 1)
    """
    found = LASTING.search(holiday_rules()[name])
    return int(found[1]) if found else 1


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the nth such weekday of a month, the last for -1.

    >>> nth_weekday(2018, 11, 1, 1)
    datetime.date(2018, 11, 6)
    """
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta((last.weekday() - weekday) % 7 + 7 * (-nth - 1))
    first = date(year, month, 1)
    return first + timedelta((weekday - first.weekday()) % 7 + 7 * (nth - 1))


def easter(year: int) -> date:
    """Return Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def pascha(year: int) -> date:
    """Return Orthodox Easter: the Julian reckoning (Meeus), as a Gregorian day."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def islamic(year: int, month: int, day: int) -> date | None:
    """Return a day of the tabular Islamic calendar that falls in `year`, the first of two.

    The moon is sighted, not reckoned, so that the true day may lie a day off.
    """
    guess = (year - 622) * 33 // 32
    for islamic_year in range(guess - 1, guess + 3):
        days = day + (59 * (month - 1) + 1) // 2 + (islamic_year - 1) * 354
        days += (3 + 11 * islamic_year) // 30 + 227014
        if days > 0 and (found := date.fromordinal(days)).year == year:
            return found
    return None


def hebrew(year: int, month: int, day: int) -> date | None:
    """Return a day of the Hebrew calendar that falls in `year`; Nisan is the first month.

    Good for the feasts from Nisan to Kislev; the leap month lies after these.
    """
    for hebrew_year in (year + 3760, year + 3761):
        new_year = _hebrew_new_year(hebrew_year)
        if month >= 7:
            lengths = [30, 29 + (_hebrew_length(hebrew_year) % 10 == 5), 30]
            ordinal = new_year + sum(lengths[: month - 7]) + day - 1
        else:
            lengths = [30, 29, 30, 29, 30, 29]
            ordinal = _hebrew_new_year(hebrew_year + 1) - sum(lengths[month - 1 :]) + day - 1
        if (found := date.fromordinal(ordinal)).year == year:
            return found
    return None


def _hebrew_new_year(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    if 3 * (days + 1) % 7 < 3:
        days += 1
    before, after = _elapsed(year - 1), _elapsed(year + 1)
    correction = 2 if after - days == 356 else 1 if days - before == 382 else 0
    return days + correction - 1373429 + 2


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    days = 29 * months + (12084 + 13753 * months) // 25920
    return days + (3 * (days + 1) % 7 < 3)


def _hebrew_length(year: int) -> int:
    return _hebrew_new_year(year + 1) - _hebrew_new_year(year)
