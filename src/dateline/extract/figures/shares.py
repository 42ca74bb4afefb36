"""Shares in words: "two-thirds of", "half of", "one in five", in per cent."""

from __future__ import annotations

import re
from typing import NamedTuple

from dateline import tables
from dateline.extract.figures.numerals import read_numeral
from dateline.extract.figures.wordsets import word_set

FRACTION = re.compile(
    r"(?:(an?|one|two|three|four|five|six|seven|eight|nine|\d)[\s-])?"
    r"(half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b",
    re.IGNORECASE,
)
ONE_IN = re.compile(
    r"(one|two|three|four|five|six|seven|eight|nine|\d{1,2})\s+(?:in|out\s+of)\s+"
    r"(?:every\s+|each\s+)?"
    r"(two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|hundred|\d{1,4}0|[2-9])\b",
    re.IGNORECASE,
)
OF_A_PERCENT = re.compile(r"\s+of\s+(?:a|one)\s+per\s?cent\b", re.IGNORECASE)
HALF_A_POINT = re.compile(r"\s+a\s+percentage\s+point", re.IGNORECASE)
SPANS = ("hour", "day", "year", "mile", "century", "decade", "second")


class Share(NamedTuple):
    """A share in words: where it ends and its value in per cent."""

    end: int
    value: float


def read_share(text: str, at: int) -> Share | None:
    """Return the share in words that begins at `at`.

    >>> read_share("two-thirds of the chamber", 0), read_share("one in five Scots", 0).value
    (Share(end=10, value=66.7), 20.0)
    >>> read_share("half an hour", 0), read_share("a third man", 0)
    (None, None)
    """
    if match := ONE_IN.match(text, at):
        part, whole = read_numeral(match.group(1), 0), read_numeral(match.group(2), 0)
        if part and whole and part.value < whole.value:
            return Share(match.end(), 100 * part.value / whole.value)
    match = FRACTION.match(text, at)
    if not match:
        return None
    if point := HALF_A_POINT.match(text, match.end()):
        return Share(point.end(), 0.5)
    return _value(text, match) if _is_share(text, match) else None


def _value(text: str, match: re.Match[str]) -> Share:
    word, count = match.group(2).lower(), match.group(1)
    stem = "half" if word in ("half", "halves") else word.rstrip("s")
    value = tables.load_toml("figures_numbers.toml")["fractions"][stem]
    number = read_numeral(count, 0) if count and count.lower() not in ("a", "an") else None
    value *= number.value if number else 1.0
    if tiny := OF_A_PERCENT.match(text, match.end()):
        return Share(tiny.end(), round(value, 3))
    return Share(match.end(), round(100 * value, 1))


def _is_share(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() : match.end() + 24].lower().split()
    follows = rest[0].strip(",.;") if rest else ""
    if follows == "of" and rest[1:2] in (["a"], ["an"]) and rest[2:] and rest[2].startswith(SPANS):
        return False
    if match.group(2).lower() == "half":
        glued = text[match.end() : match.end() + 1] == "-"
        span = len(rest) > 2 and rest[2].startswith(SPANS)
        return follows in word_set("after_half") - {"a"} and not glued and not span
    count = (match.group(1) or "").lower()
    if count in ("a", "an", "one"):
        # "a third man" counts nothing; "larger than a third" ends its clause.
        return follows in ("of", "to") or not rest or not rest[0].isalpha()
    return bool(count)
