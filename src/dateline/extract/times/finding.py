"""Finding: the wordings of a paragraph, by the families of rules that its words call for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import cache

from dateline.extract.times.bounds import add_neighbours
from dateline.extract.times.clocks import find_clocks, find_parts
from dateline.extract.times.dates import find_days, find_decades, find_months, find_numeric, find_years
from dateline.extract.times.doubts import is_time
from dateline.extract.times.holidays import holiday_rules
from dateline.extract.times.joining import bind_ranges, join_wordings, share_frames
from dateline.extract.times.relatives import find_deictics, find_offsets, find_units, find_weekdays
from dateline.extract.times.seasons import find_holidays, find_quarters, find_seasons
from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import table
from dateline.records.parses import Parse

HOUR_WORDS = frozenset("one two three four five six seven eight nine ten eleven twelve".split())
BEFORE_HOURS = frozenset({"at", "until", "till", "by", "past", "to", "half", "between", "from"})
# Words too common to call for a search on their own; another word of the name does.
COMMON = frozenset("new all good st st. the of may first start day days black feast saint world".split())


@cache
def _families() -> dict[str, frozenset[str]]:
    """Return the families of rules that each word calls for."""
    called: dict[str, set[str]] = {}

    def add(words: Iterable[str], *families: str) -> None:
        for word in words:
            called.setdefault(word, set()).update(families)

    for month in table("months"):
        add([month, f"{month}."], "months")
    for weekday in table("weekdays"):
        add([weekday, f"{weekday}.", f"{weekday}s"], "weekdays", "offsets", "days")
    add(["today", "yesterday", "tomorrow", "tonight", "to-day", "last"], "deictics")
    add(["then"], "offsets")
    add(["overnight"], "parts")
    add(["night", "evening", "morning"], "deictics", "offsets")
    for unit in ("day", "week", "weekend", "month", "year", "quarter", "decade", "century", "fortnight", "hour"):
        plural = "centuries" if unit == "century" else f"{unit}s"
        add([unit, plural], "units", "offsets", "deictics", *(["days"] if unit == "month" else []))
    add(["minute", "minutes"], "offsets", "clocks")
    add(["hour", "hours", "noon", "midnight", "midday", "mid-day", "mid", "noontime", "o'clock", "quarter", "half", "a.m.", "p.m.",
         "am", "pm", "hrs"], "clocks")  # fmt: skip
    add(["period", "time", "anniversary"], "units")
    add(["century", "centuries", *table("decades")], "decades")
    add(["nineteen", "eighteen", "thousand"], "years")
    add(["quarter", "quarters", "half", "fiscal", "financial", "fy", "period", "tax", "month", "q1", "q2", "q3", "q4", "h1", "h2"], "quarters")
    for season in table("seasons"):
        add([season], "seasons")
    for part in table("parts"):
        add([part.split()[-1].split("-")[-1]], "parts")
    for name in holiday_rules():
        tokens = name.replace("'s", "").replace("s'", "s").replace("-", " ").split()
        rare = [token for token in tokens if token not in COMMON]
        add(rare[:1] or tokens[-1:], "holidays")
        add([f"{token}s" for token in rare[:1]] if "year" in rare[:1] else [], "holidays")
    return {word: frozenset(names) for word, names in called.items()}


DIGITS = frozenset({"years", "numeric", "clocks", "days", "decades"})
SHORT_DIGITS = frozenset({"days", "clocks"})


def families_of(parse: Parse, first: int, end: int) -> set[str]:
    """Return the families of rules that the words of a paragraph call for."""
    called: set[str] = set()
    known = _families()
    lowers = parse.lowers
    for token in range(first, end):
        word = lowers[token]
        if names := known.get(word):
            called |= names
        if word in HOUR_WORDS:
            if token and lowers[token - 1] in BEFORE_HOURS:
                called.add("clocks")
        elif word[-1].isdigit() or word[0].isdigit() or word[-2:-1].isdigit():
            if len(word) > 2 or token and lowers[token - 1] in ("'", "‘", "`"):
                called |= DIGITS
            elif token + 1 < end and (lowers[token + 1] in ("-", "/", ".") or lowers[token - 1] in ("-", "/", ".")):
                called |= DIGITS
            else:
                called.add("clocks")
    return called


def find_wordings(parse: Parse, paragraph: int, near: date | None) -> list[Wording]:
    """Return the times of a paragraph as they are worded, in text order."""
    first, end = parse.paragraphs[paragraph]
    called = families_of(parse, first, end)
    if not called:
        return []
    text, start, stop = parse.text, parse.starts[first], parse.ends[end - 1]
    found: list[Wording] = []
    for name, find in FAMILIES.items():
        if name in called:
            found.extend(find(text, start, stop))
    if "numeric" in called:
        found.extend(find_numeric(text, start, stop, near))
    likely = []
    for wording in found:
        if not wording.loose or is_time(parse, wording, token_at(parse, wording)):
            # A number that is a year here is one however it stands.
            wording.loose &= wording.kind != "date" or wording.month is not None or wording.day is not None
            likely.append(wording)
    kept = bind_ranges(text, join_wordings(text, likely))
    share_frames(text, kept)
    floor = start
    for wording in kept:
        add_neighbours(text, wording, floor)
        floor = wording.end
    return [w for w in kept if is_time(parse, w, token_at(parse, w), alone=True)]


def token_at(parse: Parse, wording: Wording) -> int:
    """Return the token at which a wording begins."""
    return max(0, bisect_right(parse.starts, wording.start) - 1)


FAMILIES = {
    "months": find_months,
    "days": find_days,
    "years": find_years,
    "decades": find_decades,
    "weekdays": find_weekdays,
    "deictics": find_deictics,
    "units": find_units,
    "offsets": find_offsets,
    "seasons": find_seasons,
    "quarters": find_quarters,
    "holidays": find_holidays,
    "clocks": find_clocks,
    "parts": find_parts,
}
