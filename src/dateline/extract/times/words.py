"""The words of time, as tables and as pieces of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from dateline.tables import load_toml

APOSTROPHE = "['’‘`]"


def table(name: str) -> dict[str, int]:
    """Return one table of `times_words.toml`."""
    return load_toml("times_words.toml")[name]  # type: ignore[no-any-return]


def either(words: Iterable[str]) -> str:
    r"""Return an alternation of words, longest first, that lets any blank or hyphen match.

    >>> either(["a", "twenty-one"])
    '(?:twenty[-\\s]+one|a)'
    """
    ordered = sorted(words, key=len, reverse=True)
    pieces = (re.escape(word).replace(r"\-", r"[-\s]+").replace(r"\ ", r"\s+") for word in ordered)
    return "(?:" + "|".join(piece.replace("'", APOSTROPHE) for piece in pieces) + ")"


MONTH = either(name for name in table("months") if len(name) > 4 or name in ("may", "june", "july"))
MONTH_SHORT = either(
    name for name in table("months") if len(name) < 5 and name not in ("may", "june", "july")
)
WEEKDAY = either(name for name in table("weekdays") if name.endswith("day"))
# Abbreviated weekdays want their capital: "sat" and "sun" are other words.
WEEKDAY_SHORT = (
    "(?-i:"
    + "|".join(
        form
        for name in sorted(table("weekdays"), key=len, reverse=True)
        if not name.endswith("day")
        for form in (name.capitalize(), name.upper())
    )
    + ")"
)
SEASON = either(table("seasons"))
PART = either(table("parts"))
ORDINAL = either(table("ordinals"))
NUMBER = rf"(?:\d{{1,4}}(?:\.\d+)?|{either(table('numbers'))})"
ORDINARY_WORDS = frozenset({"west", "cat", "eat", "art"})
ZONE = either(z for z in table("zones") if len(z) > 1 and z not in ORDINARY_WORDS)
DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:\s?(?:st|nd|rd|th))?(?!\d|[.,:]\d|\w|\s?%)"
YEAR = r"(?:1[0-9]|20|21)\d\d(?![\d\w]|[.,:]\d|\s?%)"
UNIT = r"(?:day|week|weekend|month|year|quarter|decade|century|fortnight|hour|minute)"
DASH = "[-–—]"


def squeezed(words: str) -> str:
    r"""Return words in lower case with straight apostrophes and single blanks.

    >>> squeezed("New  Year’s\nDay")
    "new year's day"
    """
    return re.sub(r"\s+", " ", re.sub(APOSTROPHE, "'", words.lower())).strip()


@cache
def number_of(words: str) -> int | None:
    """Return the whole number that words or digits tell, None where they tell none.

    >>> number_of("Twenty one"), number_of("17"), number_of("2.5")
    (21, 17, 2)
    """
    words = squeezed(words)
    if words[:1].isdigit():
        return int(float(re.match(r"\d+", words).group()))  # type: ignore[union-attr]
    return table("numbers").get(words, table("numbers").get(words.replace(" ", "-")))


@cache
def ordinal_of(words: str) -> int | None:
    """Return the number of an ordinal, in words or digits.

    >>> ordinal_of("fifth"), ordinal_of("23rd"), ordinal_of("twenty first")
    (5, 23, 21)
    """
    words = squeezed(words)
    if words[:1].isdigit():
        return int(re.match(r"\d+", words).group())  # type: ignore[union-attr]
    return table("ordinals").get(words, table("ordinals").get(words.replace(" ", "-")))


@cache
def month_of(word: str) -> int:
    """Return the number of a month's name."""
    return table("months")[word.lower().rstrip(".")]


@cache
def weekday_of(word: str) -> int:
    """Return the number of a weekday's name, 0 for Monday."""
    word = word.lower().rstrip(".")
    return table("weekdays")[word]


def full_year(digits: str, near: int | None) -> int:
    """Return a year of two or four digits; two digits mean the nearest such year.

    A date may lie twenty years ahead of `near` and eighty behind it, as style guides of
    archives have it.

    >>> full_year("89", 1990), full_year("05", 1998), full_year("2021", None), full_year("30", 1995)
    (1989, 2005, 2021, 1930)
    """
    year = int(re.sub(r"\D", "", digits))
    if year >= 100:
        return year
    near = near or 2015
    year += near - near % 100
    if year > near + 20:
        year -= 100
    elif year <= near - 80:
        year += 100
    return year
