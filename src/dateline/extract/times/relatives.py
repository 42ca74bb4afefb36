"""Times that count from another: weekdays, "yesterday", "last week", "two days later"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    MONTH,
    NUMBER,
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


# Days of history and of trade that are no weekday of the story.
NAMED = re.compile(r"\b(?:Black|Bloody|Super|Cyber|Giving)\s+$")
REPEATED = re.compile(r"\b(?:every|each)\s+(?:\w+\s+)?$", re.IGNORECASE)
FRAME_OF = re.compile(
    rf"\s+(?:of|in)\s+(?:{MONTH}\b|(?:the|this|that|last|next)\s+(?:month|year)\b)", re.IGNORECASE
)


def find_weekdays(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield weekdays; "Mondays" and "every Monday" name no day."""
    for found in WEEKDAYS.finditer(text, start, end):
        which = squeezed(found["which"] or "")
        after = squeezed(found["after"] or "")
        if REPEATED.search(text, max(start, found.start() - 16), found.start()):
            continue
        if NAMED.search(text, max(start, found.start("day") - 8), found.start("day")):
            continue
        if which in ("last", "the last") and FRAME_OF.match(text, found.end(), end):
            continue
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
    r"yesterday|(?<!-)to-?day|to-?morrow|to-?night|last\s+(?:night|evening))\b(?P<week>\s+week\b)?",
    re.IGNORECASE,
)
# "The week before last", "the Sunday after next": two units from now.
TWO_AWAY = re.compile(
    rf"\b(?:the\s+)?(?P<unit>week|weekend|month|year|{WEEKDAY})\s+(?P<way>before\s+last|after\s+next)\b",
    re.IGNORECASE,
)
# "A week on Monday" is seven days after it.
WEEKS_ON = re.compile(
    rf"\b(?P<count>{NUMBER})\s+(?P<unit>week|fortnight)s?\s+(?:on|from|after)\s+(?:the\s+)?(?P<day>{WEEKDAY})\b",
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
    for found in TWO_AWAY.finditer(text, start, end):
        unit, steps = found["unit"].lower(), 2 if found["way"].lower().startswith("after") else -2
        if not unit.endswith("day"):
            yield Wording(*found.span(), "unit", unit=unit, count=steps, base="published")
        elif steps > 0:
            made = Wording(*found.span(), "weekday", weekday=weekday_of(unit), which="after next")
            yield made
    for found in WEEKS_ON.finditer(text, start, end):
        if found["day"][0].isupper() and (weeks := number_of(found["count"])):
            made = Wording(*found.span(), "offset", unit=found["unit"].lower(), count=weeks)
            made.base = "published"
            made.frame = Wording(0, 0, "weekday", weekday=weekday_of(found["day"]), which="coming")
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
