"""Times that count from another: weekdays, "yesterday", "last week", "two days later"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import (
    APOSTROPHE,
    MONTH,
    NUMBER,
    ORDINAL,
    UNIT,
    WEEKDAY,
    WEEKDAY_SHORT,
    YEAR,
    number_of,
    ordinal_of,
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


FOLLOWED_BY_OF = re.compile(rf"\s+of\s+(?:the|this|that|last|next|{MONTH}|{YEAR})\b", re.IGNORECASE)
FRAME_AHEAD = re.compile(
    rf"\s+(?:(?:of|in)\s+)?(?:{YEAR}|last\s+year|a\s+year\s+(?:ago|earlier|before)|the\s+previous\s+year|the\s+year\s+before)\b",
    re.IGNORECASE,
)
WHICH = re.compile(
    r"\b(?:(?P<the>the|this|these|that|its|their|his|her|our|all|a)\s+)?"
    rf"(?:(?P<owner>(?:last|this|next)\s+year){APOSTROPHE}s\s+)?"
    r"(?P<which>last|past|previous|preceding|prior|next|coming|following|this|current|present|that|same|upcoming|"
    r"latest|new|corresponding|comparable|year-ago|year-earlier|rest\s+of\s+the|remainder\s+of\s+the)\s+"
    r"(?:same\s+|very\s+|past\s+|coming\s+|whole\s+|entire\s+)?"
    r"(?:(?P<fiscal>fiscal|financial)\s+|(?:calendar|full|academic|school|year-ago|year-earlier)\s+)?"
    rf"(?P<unit>{UNIT}|period|time)\b(?!-(?:old|long|to-date))(?!{APOSTROPHE}?s\s+(?:old|time)\b)(?P<last>\s+before\s+last)?"
    rf"(?=\s|[.,;:!?)\]\"”]|{APOSTROPHE}|-|$)",
    re.IGNORECASE,
)
BEFORE = {
    "last": -1,
    "past": -1,
    "next": 1,
    "coming": 1,
    "upcoming": 1,
    "this": 0,
    "current": 0,
    "present": 0,
}
AROUND = {"previous": "before", "preceding": "before", "prior": "before", "following": "after",
          "that": "same", "same": "same", "new": "next"}  # fmt: skip
BARE = re.compile(
    rf"\b(?:the|a|all)\s+(?P<fiscal>fiscal\s+|full\s+|financial\s+)?(?P<unit>weekend|quarter|year|month|week|day|decade|century)\b"
    rf"(?!-(?:old|long))(?!{APOSTROPHE}s\s+(?:old)\b)",
    re.IGNORECASE,
)
IS_OUT = re.compile(
    r"\b(?:the|this)\s+(?P<unit>day|week|month|year|decade|century)\s+(?:is|was|had\s+been)\s+(?:out|over|up)\b",
    re.IGNORECASE,
)
ANNIVERSARY = re.compile(
    rf"\b(?:the\s+|its\s+|their\s+)?(?P<nth>\d{{1,3}}(?:st|nd|rd|th)|{ORDINAL}|(?:for|fif|six|seven|eigh|nine)tieth|hundredth)[-\s]+anniversary\b",
    re.IGNORECASE,
)
TENS = {
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "seventieth": 70,
    "eightieth": 80,
    "ninetieth": 90,
    "hundredth": 100,
}
FOR_THE_YEAR = re.compile(r"\bfor\s$", re.I)
FOLLOWED_BY_WHEN = re.compile(r"\s+(?:of|when|to|in|that|he|she|they)\b", re.I)
MONTHS_SO_FAR = re.compile(
    r"\b(?:the|its|their|in|latest|year-earlier)\s+(?:first\s+)?(?:six|nine|three|6|9|3)\s+months\b(?!\s+(?:ago|later|earlier|before))",
    re.I,
)
YEAR_END = re.compile(
    r"\b(?:the\s+)?(?:calendar\s+)?(?:year-end|year(?:'s|’s)?\s+end)\b", re.IGNORECASE
)
EARLIER_IN = re.compile(
    r"\b(?P<fuzz>earlier|later|early|late)\s+(?:in|on|during)\s+the\s+(?P<unit>day|week|month|year|decade|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
ITS_FIRST = re.compile(
    rf"\b(?:the\s+)?(?P<nth>last|first|final|opening|closing|{ORDINAL})\s+(?P<unit>(?:few\s+)?days|day|week|weekend|decade|half|quarter|{WEEKDAY})"
    r"\s+(?:of|in)(?=\s)",
    re.IGNORECASE,
)


def find_units(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield units told by their place: "last week", "the same day", "the quarter"."""
    for found in WHICH.finditer(text, start, end):
        if made := _which_unit(found):
            yield made
    for found in BARE.finditer(text, start, end):
        unit = found["unit"].lower()
        made = Wording(*found.span(), "unit", unit=unit, which="the", base="context", loose=True)
        made.fiscal = bool(found["fiscal"]) and "full" not in found["fiscal"].lower()
        article = found.group().split()[0].lower()
        whole = unit == "year" and (
            "full" in (found["fiscal"] or "").lower()
            or bool(FOR_THE_YEAR.search(text, max(start, found.start() - 5), found.start()))
        )
        sure = unit in {"weekend", "quarter"} or made.fiscal or whole
        made.loose = not sure or article == "a" or (article == "all" and unit != "weekend")
        if FOLLOWED_BY_WHEN.match(text, found.end(), end):
            made.loose |= whole
        yield made
    for found in IS_OUT.finditer(text, start, end):
        yield Wording(
            *found.span(), "unit", unit=found["unit"].lower(), which="this", base="published"
        )
    for found in ANNIVERSARY.finditer(text, start, end):
        nth = squeezed(found["nth"])
        yield Wording(
            *found.span(),
            "anniversary",
            unit="day",
            count=TENS.get(nth) or ordinal_of(nth),
            loose=True,
        )
    for found in YEAR_END.finditer(text, start, end):
        yield Wording(*found.span(), "date", month=12, day=31)
    for found in MONTHS_SO_FAR.finditer(text, start, end):
        # Not a time to mark, but what "a year earlier" is then held against.
        yield Wording(
            *found.span(), "unit", unit="year", which="this", base="published", muted=True
        )
    for found in EARLIER_IN.finditer(text, start, end):
        unit = found["unit"].lower()
        if unit in ("morning", "afternoon", "evening", "night"):
            unit = "day"
        base = "context" if unit == "day" else "published"
        yield Wording(
            *found.span(), "unit", unit=unit, which="same" if unit == "day" else "this", base=base,
            fuzz=found["fuzz"].lower(),
        )  # fmt: skip
    for found in ITS_FIRST.finditer(text, start, end):
        unit = squeezed(found["unit"])
        nth = squeezed(found["nth"])
        count = (
            -1
            if nth in ("last", "final", "closing")
            else 1
            if nth in ("first", "opening")
            else ordinal_of(nth)
        )
        made = Wording(
            *found.span(),
            "nth",
            unit=unit.removeprefix("few ").rstrip("s"),
            count=count,
            loose=True,
        )
        if unit.endswith("days"):
            made.fuzz = "late" if count == -1 else "early"
        elif unit.endswith("day") and unit != "day":
            made.unit, made.weekday = "day", weekday_of(unit)
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


def _which_unit(found: re.Match[str]) -> Wording | None:
    which, unit = squeezed(found["which"]), found["unit"].lower()
    made = Wording(*found.span(), "unit", unit=unit, fiscal=bool(found["fiscal"]))
    definite = (found["the"] or "").lower()
    if unit in ("hour", "minute") or (found["unit"][0].isupper() and not found["unit"].isupper()):
        return None
    if (
        which in ("last", "latest", "new")
        and FOLLOWED_BY_OF.match(found.string, found.end())
        and not found["last"]
    ):
        return None
    if (
        which == "same"
        and unit in ("quarter", "month", "week", "time")
        and FRAME_AHEAD.match(found.string, found.end())
    ):
        made.kind, made.which, made.base = "period", "same", "context"
        return made
    if unit in ("period", "time") or which in (
        "latest",
        "corresponding",
        "comparable",
        "year-ago",
        "year-earlier",
    ):
        return _compared(made, which, found)
    if definite == "a":
        return None
    if definite == "that" and which != "same":
        # "told them that this year": the conjunction.
        made.start, definite = found.start("which"), ""
    if found["last"]:
        made.which, made.base, made.count = "last", "published", -2
    elif which.endswith("of the"):
        made.which, made.base = "this", "published"
    elif (definite == "the" and which == "next") or (
        not definite and which == "next" and unit == "day"
    ):
        made.which, made.base = "after", "context"
    elif which in BEFORE:
        made.which, made.base, made.count = which, "published", BEFORE[which]
        if definite == "this" and which in ("past", "coming"):
            made.which = {"past": "last", "coming": "next"}[which]
        if definite == "the" and which in ("last", "past"):
            made.which = "past"
    else:
        made.which, made.base = AROUND.get(which, "same"), "context"
        if made.which == "next":
            made.base, made.count = "published", 1
            in_front = found.string[max(0, found.start() - 3) : found.start()].lower()
            if unit == "year" and in_front != "in ":
                return None
            return made if unit in ("year", "century", "decade") and definite == "the" else None
    return made


def _compared(made: Wording, which: str, found: re.Match[str]) -> Wording | None:
    """Return a period told by another: "the year-ago quarter", "the same period"."""
    made.kind, made.base = "period", "context"
    if (
        which in ("year-ago", "year-earlier")
        or "year-ago" in found.group()
        or "year-earlier" in found.group()
    ):
        made.which, made.count = "year-ago", -1
    elif which == "latest":
        made.which = "latest"
    elif which in ("same", "corresponding", "comparable") and made.unit != "time":
        made.which, made.loose = "same", True
    elif made.unit == "period" and which in ("that", "this"):
        made.which = "same"
    else:
        return None
    return made


HEDGE = (
    r"(?:(?P<hedge>(?:(?:just|only|about|around|roughly|nearly|almost|some|over|under|more\s+than|less\s+than|barely|"
    r"exactly|at\s+least|approximately|well\s+over|precisely)\s+)+))?"
)
OFFSET = re.compile(
    rf"\b{HEDGE}(?P<count>{NUMBER})(?P<half>\s+and\s+a\s+half)?\s+(?:(?:full|whole|short|calendar|business|working|trading|long)\s+)?"
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
