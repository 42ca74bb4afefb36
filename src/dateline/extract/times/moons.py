"""New moons, and the feasts that follow them: the lunar new year and Diwali.

The moment of a new moon is reckoned after Jean Meeus, Astronomical Algorithms (2nd edition),
chapter 49, with the terms above a thousandth of a day: good to some minutes for the years
1600 to 2200.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import floor, radians, sin

# Clocks of the calendars: China's, and India's evening lamps, lit before the moon is new.
CHINA = timedelta(hours=8)
LAMPS = timedelta(hours=-14)
LUNATIONS = 12.3685


def new_moon(number: int) -> datetime:
    """Return the moment, in universal time, of the new moon `number` after January 6, 2000.

    >>> new_moon(0).date()
    datetime.date(2000, 1, 6)
    """
    t = number / 1236.85
    moment = 2451550.09766 + 29.530588861 * number + 0.00015437 * t * t
    sun = radians(2.5534 + 29.10535670 * number)
    moon = radians(201.5643 + 385.81693528 * number + 0.0107582 * t * t)
    node = radians(160.7108 + 390.67050284 * number - 0.0016118 * t * t)
    e = 1 - 0.002516 * t
    moment += (
        -0.40720 * sin(moon) + 0.17241 * e * sin(sun) + 0.01608 * sin(2 * moon)
        + 0.01039 * sin(2 * node) + 0.00739 * e * sin(moon - sun) - 0.00514 * e * sin(moon + sun)
        + 0.00208 * e * e * sin(2 * sun) - 0.00111 * sin(moon - 2 * node)
    )  # fmt: skip
    return datetime(2000, 1, 1, 12) + timedelta(moment - 2451545.0)  # noqa: DTZ001 - universal time


def lunar_new_year(year: int) -> date:
    """Return the first day of the Chinese year that begins in `year`.

    The month that holds the winter solstice is the eleventh.

    >>> lunar_new_year(1968), lunar_new_year(1985), lunar_new_year(2022)
    (datetime.date(1968, 1, 30), datetime.date(1985, 2, 20), datetime.date(2022, 2, 1))
    """
    number = floor((year - 2000) * LUNATIONS) + 2
    while (new_moon(number) + CHINA).date() > date(year - 1, 12, 22):
        number -= 1
    return (new_moon(number + 2) + CHINA).date()


def diwali(year: int) -> date:
    """Return the main day of Diwali, at the new moon of late October or early November.

    >>> diwali(2019), diwali(2020), diwali(2023)
    (datetime.date(2019, 10, 27), datetime.date(2020, 11, 14), datetime.date(2023, 11, 12))
    """
    number = floor((year + 0.8 - 2000) * LUNATIONS) - 1
    while (day := (new_moon(number) + LAMPS).date()) < date(year, 10, 17):
        number += 1
    return day
