"""Times that count from another: weekdays, "yesterday", "last week", "two days later"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    APOSTROPHE,
    NUMBER,
    UNIT,
    WEEKDAY,
    WEEKDAY_SHORT,
    number_of,
    squeezed,
    weekday_of,
)

WEEKDAYS = re.compile(
    rf"\b(?:(?P<which>this\s+coming|this\s+past|this|that\s+same|that|the\s+same|last|next|coming|upcoming|past|"
    r"the\s+following|the\s+previous|the\s+next|the\s+preceding|the\s+past|the\s+coming|following|previous|the|"
    r"each|every|all)\s+)?"
    rf"(?P<day>{WEEKDAY}|{WEEKDAY_SHORT}\b\.?(?!\s+(?:set|down)))(?P<plural>s\b)?\b"
    r"(?P<after>\s+before\s+last|\s+next\b|\s+last\b(?!\s+(?:week|month|year))|\s+week\b(?!\s+of)|\s+fortnight\b|"
    r"\s+(?:before|after)\b(?=\s*(?:[.,;:)?!]|$|(?:and|but|when|that)\b)))?",
    re.IGNORECASE,
)


def find_weekdays(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield weekdays; "Mondays" and "every Monday" name no day."""
    for found in WEEKDAYS.finditer(text, start, end):
        which = squeezed(found["which"] or "")
        after = squeezed(found["after"] or "")
        if found["plural"] or which in ("each", "every", "all") or not found["day"][0].isupper():
            continue
        short = len(found["day"].rstrip(".")) < 6 and not found["day"].endswith(".")
        made = Wording(
            *found.span(), "weekday", weekday=weekday_of(found["day"]), which=which, loose=short
        )
        if which in ("that same", "the same"):
            made.which = "that"
        elif after in ("week", "fortnight", "next", "last", "before last", "before", "after"):
            made.which = after
        yield made


TITLE = re.compile(r"(?-i:[A-Z][a-z]+(?:\s+[A-Z][a-z]+)+)")


def _is_title(text: str, start: int, end: int) -> bool:
    """Return whether the words are a name in quotation marks: "Today", "This Week"."""
    words = text[start:end]
    if text[max(0, start - 1) : start] in set("\"“'‘") and start and TITLE.match(text, start):
        return True
    quoted = (
        text[max(0, start - 1) : start] in set("\"“'‘`")
        and text[end : end + 1] in set("\"”'’")
        and start > 0
    )
    return quoted and words[0].isupper() and not words.isupper()


DAYS = {
    "today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0, "last night": -1,
    "last evening": -1, "yesteryear": 0, "to-day": 0, "to-morrow": 1, "to-night": 0,
    "the day before yesterday": -2, "day before yesterday": -2, "the day after tomorrow": 2,
    "day after tomorrow": 2, "the night before last": -2, "night before last": -2,
}  # fmt: skip
DEICTIC = re.compile(
    r"\b(?:(?:the\s+)?day\s+before\s+yesterday|(?:the\s+)?day\s+after\s+tomorrow|(?:the\s+)?night\s+before\s+last|"
    r"yesterday|to-?day|to-?morrow|to-?night|last\s+(?:night|evening))\b(?P<week>\s+week\b)?",
    re.IGNORECASE,
)
WEEK_AWAY = re.compile(
    rf"\b(?:(?P<count>{NUMBER})\s+(?P<unit>week|fortnight|month|year)s?\s+(?P<from>from\s+)?(?P<day>today|tomorrow|yesterday)|this\s+day\s+week)\b",
    re.IGNORECASE,
)


def find_deictics(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield days told from the day of writing: "today", "the night before last"."""
    for found in DEICTIC.finditer(text, start, end):
        words = squeezed(found.group())
        made = Wording(*found.span(), "deictic", count=DAYS.get(words, 0), base="published")
        if found["week"]:
            made.count = 7 + DAYS.get(words.removesuffix(" week"), 0)
        if words.endswith(("night", "evening")):
            made.part, made.hour = ("night", 22)
        made.loose = _is_title(text, *found.span())
        yield made
    for found in WEEK_AWAY.finditer(text, start, end):
        made = Wording(*found.span(), "offset", unit="day", count=7, base="published")
        if found["count"]:
            count = number_of(found["count"])
            if count is None:
                continue
            made.unit, made.count = squeezed(found["unit"]), count
            made.frame = Wording(
                0, 0, "deictic", count=DAYS[found["day"].lower()], base="published"
            )
        yield made


HEDGE = (
    r"(?:(?P<hedge>(?:(?:just|only|about|around|roughly|nearly|almost|some|over|under|more\s+than|less\s+than|barely|"
    r"exactly|at\s+least|approximately|well\s+over|precisely)\s+)+))?"
)
OFFSET = re.compile(
    rf"\b{HEDGE}(?P<count>{NUMBER})\]?(?P<half>\s+and\s+a\s+half)?\s+(?:(?:full|whole|short|calendar|business|working|trading|long)\s+)?"
    rf"(?P<unit>{UNIT}|centurie|night|{WEEKDAY})s?(?:\s+or\s+(?P<so>so|more))?\s+"
    r"(?P<way>ago|later|earlier|hence|afterwards?|previously|from\s+now|before\s+that|after\s+that|into\s+it|"
    r"on(?=,)|before(?=\s*(?:[.,;:)?!]|$))|after(?=\s*(?:[.,;:)?!]|$)))"
    r"(?P<today>\s+(?:today|yesterday|tomorrow)\b)?",
    re.IGNORECASE,
)
NEIGHBOUR = re.compile(
    r"\b(?:the|an?|one)\s+(?P<unit>very\s+day|day|night|evening|morning|week|weekend|month|year)\s+(?P<way>before|after|later|earlier|previous)\b"
    r"(?P<that>\s+that\b)?",
    re.IGNORECASE,
)
THEN = re.compile(r"\b(?:by|until|till)\s+then\b", re.IGNORECASE)
CLAUSE_END = re.compile(
    r"\s*(?:[.,;:)?!\"”]|$|(?:and|but|in|at|when|on|by|to|with|as|was|had|were|from|of)\b)",
    re.IGNORECASE,
)
YEAR_AGO = re.compile(
    r"\b(?P<count>year|month|week)-(?:ago|earlier)\b(?!\s+(?:quarter|period|third|first|second|fourth|month|week))",
    re.IGNORECASE,
)
AHEAD = re.compile(
    rf"\b(?P<in>in|within)\s+{HEDGE}(?P<count>{NUMBER}|an?\s+further)\s+(?P<unit>day|week|month|year|fortnight)s?(?P<time>{APOSTROPHE}\s*time)?\b"
    rf"(?!\s+(?:of|to|or)\b)(?!-)(?!{APOSTROPHE}?\s*time)",
    re.IGNORECASE,
)
PERIOD = re.compile(
    rf"\b(?:(?:the|these|this)\s+)?(?P<which>last|past|previous|preceding|next|coming|following)\s+(?P<count>{NUMBER})\s+"
    rf"(?:(?:consecutive|full|calendar|business|working|trading|fiscal|straight)\s+)?(?P<unit>{UNIT}|season)s\b(?!\s+of\b)",
    re.IGNORECASE,
)
BACKWARD = frozenset({"ago", "earlier", "previously", "before that", "before"})


def find_offsets(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield times at a distance: "two days later", "a year ago", "the day before"."""
    for found in OFFSET.finditer(text, start, end):
        if made := _offset(found, text):
            yield made
    for found in NEIGHBOUR.finditer(text, start, end):
        way, unit = found["way"].lower(), squeezed(found["unit"]).removeprefix("very ")
        if not found["that"] and not CLAUSE_END.match(text, found.end(), end):
            # "the day before Christmas": kept if a time follows.
            made = Wording(*found.span(), "offset", unit=_day_unit(unit), loose=True, base="next")
        else:
            made = Wording(*found.span(), "offset", unit=_day_unit(unit), base="context")
        made.count = -1 if way in ("before", "earlier", "previous") else 1
        if (
            made.base == "context"
            and made.unit != "day"
            and found.group().lower().startswith("the")
        ):
            made.kind, made.which = "unit", "before" if made.count < 0 else "after"
        yield made
    for found in THEN.finditer(text, start, end):
        yield Wording(
            found.end() - 4, found.end(), "unit", unit="day", which="same", base="context"
        )
    for found in YEAR_AGO.finditer(text, start, end):
        yield Wording(*found.span(), "offset", unit=found["count"].lower(), count=-1, base="period")
    for found in AHEAD.finditer(text, start, end):
        count = number_of(found["count"])
        made = Wording(
            found.start(),
            found.end(),
            "offset",
            unit=found["unit"].lower(),
            base="published",
            which="in",
        )
        made.count, made.approximate = count, True
        if count and made.unit != "year":
            yield made
    for found in PERIOD.finditer(text, start, end):
        made = Wording(*found.span(), "span", unit=found["unit"].lower(), base="published")
        made.count = number_of(found["count"]) or 0
        if found["which"].lower() in ("last", "past", "previous", "preceding"):
            made.count = -made.count
        yield made


def _day_unit(unit: str) -> str:
    return "day" if unit in ("night", "evening", "morning") else unit


def _offset(found: re.Match[str], text: str) -> Wording | None:
    count, unit, way = number_of(found["count"]), found["unit"].lower(), squeezed(found["way"])
    if count is None or (unit in ("hour", "minute") and way != "ago"):
        return None
    hedge = squeezed(found["hedge"] or "")
    made = Wording(*found.span(), "offset", unit=_day_unit(unit))
    if unit.endswith("day") and unit != "day":
        made.unit, made.weekday = "week", weekday_of(unit)
    made.count = -count if way in BACKWARD else count
    made.base = "published" if way in ("ago", "hence", "from now") else "context"
    if way == "earlier" and unit in ("year", "month", "week", "quarter"):
        made.base = "period"
    if found["half"] and unit in ("year", "decade"):
        made.unit, made.count = (
            "month",
            made.count * (12 if unit == "year" else 120) + (6 if made.count > 0 else -6),
        )
    exact = not hedge or hedge in ("just", "only", "exactly", "precisely", "barely")
    made.approximate = (
        not exact or bool(found["so"]) or (unit in ("week", "fortnight") and way == "ago")
    )
    if way == "on":
        # "Ten days on, the clock still stands": the story has come to the present.
        return (
            Wording(*found.span(), "deictic", count=0, base="published")
            if found.start() < 3
            or re.search(r"[.!?\n]\s*$", text[max(0, found.start() - 3) : found.start()])
            else None
        )
    if found["today"]:
        step = DAYS[found["today"].strip().lower()]
        made.approximate = False
        made.frame = Wording(0, 0, "deictic", count=step, base="published")
    return made
