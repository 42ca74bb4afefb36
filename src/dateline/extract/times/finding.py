"""Finding: the wordings of a paragraph, by the families of rules that its words call for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from functools import cache

from dateline.extract.times.bounds import add_neighbours
from dateline.extract.times.clock_heads import find_clock_head
from dateline.extract.times.clocks import find_clocks
from dateline.extract.times.dates import find_days, find_months
from dateline.extract.times.day_parts import find_parts
from dateline.extract.times.distance_words import find_offsets
from dateline.extract.times.doubts import is_time
from dateline.extract.times.happenings import find_from_happenings
from dateline.extract.times.holidays import holiday_rules
from dateline.extract.times.joining import join_wordings
from dateline.extract.times.numeric_dates import find_numeric
from dateline.extract.times.ranges import bind_ranges, share_frames
from dateline.extract.times.relatives import find_deictics, find_weekdays
from dateline.extract.times.seasons import find_holidays, find_quarters, find_seasons
from dateline.extract.times.unit_words import find_units
from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import table
from dateline.extract.times.years import find_decades, find_years
from dateline.records.parses import Parse

HOUR_WORDS = frozenset(
    [
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ]
)
BEFORE_HOURS = frozenset(
    {"at", "until", "till", "by", "past", "to", "half", "between", "from", "around", "about"}
)
# Words too common to call for a search on their own; another word of the name does.
COMMON = frozenset(
    [
        "new",
        "all",
        "good",
        "st",
        "st.",
        "the",
        "of",
        "may",
        "first",
        "start",
        "day",
        "days",
        "black",
        "feast",
        "saint",
        "world",
    ]
)


@cache
def _families() -> dict[str, tuple[str, ...]]:
    """Return the families of rules that each word calls for."""
    called: dict[str, set[str]] = {}

    def add(words: Iterable[str], *families: str) -> None:
        for word in words:
            called.setdefault(word, set()).update(families)

    for month in table("months"):
        add([month, f"{month}."], "months", "numeric")
    for weekday in table("weekdays"):
        add([weekday, f"{weekday}.", f"{weekday}s"], "weekdays", "offsets", "days", "units")
    add(["today", "yesterday", "tomorrow", "tonight", "to-day", "last"], "deictics")
    add(["then"], "offsets")
    for unit in ("day", "week", "month", "year"):
        add([unit, f"{unit}s"], "happenings")
    add(["night", "morning", "evening", "afternoon"], "happenings")
    add(table("weekdays"), "deictics")
    add(["overnight"], "parts")
    add(["night", "evening", "morning"], "deictics", "offsets")
    for unit in (
        "day",
        "week",
        "weekend",
        "month",
        "year",
        "quarter",
        "decade",
        "century",
        "fortnight",
        "hour",
    ):
        plural = "centuries" if unit == "century" else f"{unit}s"
        add([unit, plural], "units", "offsets", "deictics", *(["days"] if unit == "month" else []))
    add(["minute", "minutes"], "offsets", "clocks")
    add(["hour", "hours", "noon", "midnight", "midday", "mid-day", "mid", "noontime", "o'clock",
         "quarter", "half", "a.m.", "p.m.",
         "am", "pm", "hrs", "gmt", "utc", "est", "edt", "cet", "bst"], "clocks")  # fmt: skip
    add(["period", "time", "anniversary"], "units")
    add(["century", "centuries", *table("decades")], "decades")
    add(["nineteen", "eighteen", "thousand", "ad", "a.d.", "bc", "b.c.", "bce"], "years")
    add(
        [
            "quarter",
            "quarters",
            "half",
            "fiscal",
            "financial",
            "fy",
            "period",
            "tax",
            "month",
            "q1",
            "q2",
            "q3",
            "q4",
            "h1",
            "h2",
        ],
        "quarters",
    )
    for season in table("seasons"):
        add([season], "seasons")
    for part in table("parts"):
        add([part.split()[-1].split("-")[-1]], "parts")
    for name in holiday_rules():
        tokens = name.replace("'s", "").replace("s'", "s").replace("-", " ").split()
        rare = ["new"] if "year" in tokens else [token for token in tokens if token not in COMMON]
        add(rare[:1] or tokens[-1:], "holidays")
    for word in HOUR_WORDS:
        called.setdefault(word, set()).add("clocks")
    return {word: tuple(sorted(names)) for word, names in called.items()}


# Tokens before and after a calling word in which its expression must lie.
BEFORE, AFTER = 9, 14
Windows = dict[str, list[tuple[int, int]]]


def windows_of(parse: Parse, first: int, end: int) -> Windows:
    """Return, for each family of rules that is called for, the token ranges to search."""
    windows: Windows = {}
    known, lowers = _families(), parse.lowers
    for token in range(first, end):
        word = lowers[token]
        names = known.get(word)
        if names is None:
            if not (word[-1].isdigit() or word[0].isdigit() or word[-2:-1].isdigit()):
                continue
            names = _families_of_number(lowers, token, first, end)
        elif word in HOUR_WORDS and (token == first or lowers[token - 1] not in BEFORE_HOURS):
            continue
        low, high = max(first, token - BEFORE), min(end, token + AFTER)
        for name in names:
            ranges = windows.get(name)
            if ranges is None:
                windows[name] = [(low, high)]
            elif ranges[-1][1] >= low:
                ranges[-1] = (ranges[-1][0], high)
            else:
                ranges.append((low, high))
    return windows


def _families_of_number(lowers: list[str], token: int, first: int, end: int) -> tuple[str, ...]:  # noqa: PLR0911 - one case a return
    """Return the families that a token with digits calls for, by its shape and neighbours."""
    word = lowers[token]
    before = lowers[token - 1] if token > first else ""
    after = lowers[token + 1] if token + 1 < end else ""
    clocks = ("clocks",) if before in BEFORE_HOURS or ":" in word else ()
    if word.isdigit():
        if len(word) == 4:
            joined = ("numeric",) if after in JOINTS else ()
            if after == "'s" and word[-1] == "0":
                joined = ("decades", *joined)
            return ("years", *joined, *clocks)
        if len(word) > 4:
            return ()
        if before in ("'", "‘", "`"):
            return ("years", "decades")
        return ("numeric", *clocks) if after in JOINTS or before in JOINTS else clocks
    if word.endswith(ORDINAL_ENDINGS):
        return ("days",)
    if word.endswith("s"):
        return ("decades", *clocks)
    return ("years", "numeric", "decades", *clocks)


JOINTS = frozenset({"-", "/", ".", "–", "—"})
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")


def find_wordings(parse: Parse, paragraph: int, near: date | None) -> list[Wording]:
    """Return the times of a paragraph as they are worded, in text order."""
    first, end = parse.paragraphs[paragraph]
    head = find_clock_head(parse, paragraph)
    if head is not None:
        first = parse.sentences[parse.sentence_of[first]][1]
        return [head, *_find_wordings(parse, first, end, near)]
    return _find_wordings(parse, first, end, near)


def _find_wordings(parse: Parse, first: int, end: int, near: date | None) -> list[Wording]:
    windows = windows_of(parse, first, end)
    if not windows:
        return []
    text, starts, ends = parse.text, parse.starts, parse.ends
    found: list[Wording] = []
    for name, ranges in windows.items():
        for low, high in ranges:
            if name in NEAR_FAMILIES:
                found.extend(NEAR_FAMILIES[name](text, starts[low], ends[high - 1], near))
            else:
                found.extend(FAMILIES[name](text, starts[low], ends[high - 1]))
    likely = []
    for wording in found:
        if not wording.loose or is_time(parse, wording):
            # A number that is a year here is one however it stands.
            wording.loose &= (
                wording.kind != "date" or wording.month is not None or wording.day is not None
            )
            likely.append(wording)
    kept = bind_ranges(text, join_wordings(text, likely))
    share_frames(text, kept)
    floor = starts[first]
    for wording in kept:
        after = parse.tokens_in(wording.start, wording.end)[1]
        modifies = (
            after < end and parse.pos[after] == "NOUN" and wording.kind in ("date", "weekday")
        )
        add_neighbours(text, wording, floor, modifies=modifies)
        floor = wording.end
    return [w for w in kept if is_time(parse, w, alone=True)]


def token_at(parse: Parse, wording: Wording) -> int:
    """Return the token at which a wording begins."""
    return max(0, bisect_right(parse.starts, wording.start) - 1)


# These read two-digit years and the order of day and month by the day of publication.
NEAR_FAMILIES = {"months": find_months, "numeric": find_numeric}
FAMILIES = {
    "days": find_days,
    "years": find_years,
    "decades": find_decades,
    "weekdays": find_weekdays,
    "deictics": find_deictics,
    "units": find_units,
    "offsets": find_offsets,
    "happenings": find_from_happenings,
    "seasons": find_seasons,
    "quarters": find_quarters,
    "holidays": find_holidays,
    "clocks": find_clocks,
    "parts": find_parts,
}
