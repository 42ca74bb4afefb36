"""Numerals: the value of a number in words, in digits, or in both.

Works on characters, not on tokens, because a tokeniser cuts "5.8 thousand", "1 466" and
"fifty-four" differently from one text to the next.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from dateline import tables


class Numeral(NamedTuple):
    """A number as written: where it ends, its value, and what kind of number it is.

    `vague` numbers ("dozens", "several hundred") give the least they can mean; `multiplier`
    is the last scale word's value, 1 for none; `in_words` tells that no digit stands in it.
    """

    end: int
    value: float
    vague: bool
    approximate: bool
    multiplier: float
    in_words: bool


@cache
def _words() -> dict[str, dict[str, float]]:
    known = tables.load_toml("figures_numbers.toml")
    return {
        name: known[name]
        for name in ("units", "tens", "multipliers", "glued", "vague", "fractions")
    }


def _any(*names: str) -> str:
    words = sorted((w for name in names for w in _words()[name]), key=len, reverse=True)
    return "|".join(words)


SPACE = r"[ \t\n\u00a0\u2009\u202f]{1,3}"
DIGITS = (
    r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,.]\d|\d)|\d{1,3}(?:\.\d{3}){2,}(?!\d)"
    r"|\d+(?:[.,]\d+)?(?![.,]?\d))"
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    flags = re.IGNORECASE
    unit, tens, mult = _any("units"), _any("tens"), _any("multipliers")
    joint = rf"(?:[-\u2010\u2011]|{SPACE})"
    below_ten = "one|two|three|four|five|six|seven|eight|nine"
    small = rf"(?:(?:{tens})(?:{joint}(?:{below_ten})\b)?|(?:{unit})|{DIGITS})"
    scale = rf"(?:{joint}(?:{mult})\b)"
    glued = rf"(?:(?<=\d)(?:{_any('glued')}|bn|mn)\b)"
    word = rf"(?:(?:{tens})(?:{joint}(?:{below_ten}))?|(?:{unit}))\b"
    tail = rf"(?:(?:{SPACE}and{SPACE}|{joint}){word}{scale}*|{SPACE}and{SPACE}{DIGITS}{scale}+)"
    plain = (
        rf"(?:{small}(?!\w)|{small}(?=(?:{_any('glued')}|bn|mn)\b))"
        rf"(?:{SPACE}and{SPACE}(?:a{SPACE}half|a{SPACE}quarter))?"
        rf"(?:{glued}|{scale}+(?:{tail}){{0,3}})?"
    )
    return {
        "half": re.compile(
            rf"half(?:{SPACE}|-)(?:an?{SPACE})?({mult})\b(?:{SPACE}({mult})\b)?", flags
        ),
        "article": re.compile(rf"an?{SPACE}((?:{mult})\b(?:{scale})*)", flags),
        "score": re.compile(rf"a{SPACE}score(?={SPACE}of{SPACE}[A-Za-z])", flags),
        "couple": re.compile(rf"(?:a{SPACE})?couple(?:{SPACE}of)?\b(?:{SPACE}({mult})\b)?", flags),
        "several": re.compile(
            rf"(several|a{SPACE}few|many)(?:{SPACE}({mult}|score)\b)?(?:{SPACE}({mult})\b)?", flags
        ),
        "vague": re.compile(
            rf"({_any('vague')})\b"
            rf"(?:{SPACE}of{SPACE}(thousands|millions|billions|hundreds)\b)?",
            flags,
        ),
        "bare": re.compile(rf"((?:{mult})\b(?:{scale})*)", flags),
        "plain": re.compile(plain, flags),
        "piece": re.compile(rf"{DIGITS}|[a-z]+", flags),
    }  # fmt: skip


def read_digits(written: str) -> float:
    """Return the value of digits with any of the world's separators.

    >>> [read_digits(d) for d in ("1,466", "1 466", "1,20,000", "2,6", "16.40", "1.234.567")]
    [1466.0, 1466.0, 120000.0, 2.6, 16.4, 1234567.0]
    """
    written = re.sub(r"[ \u00a0\u2009\u202f]", "", written)
    if written.count(".") > 1:
        return float(written.replace(".", ""))
    head, comma, last = written.rpartition(",")
    if comma and "." not in written and len(last) != 3 and "," not in head:
        return float(f"{head}.{last}")
    return float(written.replace(",", ""))


def _scales(words: str) -> float:
    value = 1.0
    for word in re.findall(r"[a-z]+", words.lower()):
        value *= _words()["multipliers"].get(word, 1.0)
    return value


def _sum(written: str) -> tuple[float, float, bool]:
    """Return value, last multiplier and whether all is in words."""
    known, total, current, multiplier, in_words = _words(), 0.0, 0.0, 1.0, True
    lowered = written.lower()
    half = re.search(r"\band\s+a\s+(half|quarter)\b", lowered)
    if half:
        lowered = lowered[: half.start()] + lowered[half.end() :]
    first = True
    for piece in _patterns()["piece"].findall(lowered):
        if piece[0].isdigit():
            current += read_digits(piece)
            in_words = False
        elif (small := known["units"].get(piece, known["tens"].get(piece))) is not None:
            current += small
        else:
            scale = known["multipliers"].get(
                piece, 1.0 if in_words else known["glued"].get(piece, 1.0)
            )
            if scale == 1.0:
                continue
            if first and half:
                current += 0.5 if half.group(1) == "half" else 0.25
            first, multiplier = False, scale
            if scale < 1000:
                current = (current or 1.0) * scale
            elif current or not total:
                total, current = total + (current or 1.0) * scale, 0.0
            else:
                total *= scale
    if first and half:
        current += 0.5 if half.group(1) == "half" else 0.25
    return total + current, multiplier, in_words


def read_numeral(text: str, start: int) -> Numeral | None:
    """Return the number that begins at `start`, or None where none does.

    >>> for words in ("two and a half thousand", "5.8 thousand", "fifty-four others", "3m"):
    ...     print(read_numeral(words, 0).value)
    2500.0
    5800.0
    54.0
    3000000.0
    """
    patterns, known = _patterns(), _words()
    first = text[start : start + 1].lower()
    if first.isalpha():
        found = _read_words(text, start)
        if found:
            return found
    match = patterns["plain"].match(text, start)
    if match:
        value, multiplier, in_words = _sum(match.group())
        made = _in_words(match.end(), float(f"{value:.12g}"), multiplier)
        return made._replace(in_words=in_words)
    match = patterns["bare"].match(text, start) if first in "dhtlmbc" else None
    if match and match.group().lower() not in ("mn", "bn", "bln", "mln", "trn"):
        return _in_words(
            match.end(),
            _scales(match.group(1)),
            known["multipliers"].get(match.group(1).lower(), 1.0),
        )
    return None


def _read_words(text: str, start: int) -> Numeral | None:
    """Return the number in words that an article, "half" or a vague plural begins."""
    first = text[start].lower()
    if first == "h" and (match := _patterns()["half"].match(text, start)):
        scale = _scales(" ".join(g for g in match.groups() if g))
        return _in_words(match.end(), 0.5 * scale, scale)
    if first == "a" and (match := _patterns()["article"].match(text, start)):
        scale = _scales(match.group(1))
        return _in_words(match.end(), scale, scale)
    if first == "a" and (match := _patterns()["score"].match(text, start)):
        return _in_words(match.end(), 20.0, 20.0)
    if first in "ac" and (match := _patterns()["couple"].match(text, start)):
        scale = _scales(match.group(1) or "")
        return _in_words(match.end(), 2 * scale, scale)._replace(approximate=True)
    return _read_vague(text, start)


def _in_words(end: int, value: float, multiplier: float) -> Numeral:
    return Numeral(end, value, vague=False, approximate=False, multiplier=multiplier, in_words=True)


def _read_vague(text: str, start: int) -> Numeral | None:
    """Return "several dozen", "tens of thousands": the least they can mean."""
    value, scale = 0.0, 1.0
    if match := _patterns()["several"].match(text, start):
        second = (match.group(2) or "").lower()
        scale = 20.0 if second == "score" else _scales(second)
        scale *= _scales(match.group(3) or "")
        several = match.group(1).lower() == "several"
        # "a few" alone is no number; "many" never is.
        value = 3 * scale if several or (scale > 1 and match.group(1).lower() != "many") else 0.0
    elif match := _patterns()["vague"].match(text, start):
        value = float(_words()["vague"][match.group(1).lower()])
        if match.group(2):
            value *= _words()["multipliers"][match.group(2).lower()[:-1]]
        elif match.group(1).lower() == "tens":
            value = 0.0
    if not match or not value:
        return None
    return _in_words(match.end(), value, scale)._replace(vague=True, approximate=True)
