"""Times of day: "4:53 p.m.", "half past two", "0800 GMT", "at dawn", "that evening"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import NUMBER, PART, ZONE, number_of, squeezed, table

HALF_DAY = r"(?P<half>[ap]\.?\s?m\b\.?|[ap]\.\s?m\b\.?)"
HOUR = r"(?:[01]?\d|2[0-4])"
HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
WHERE = rf"(?:\s*\(?(?P<zone>(?i:{ZONE})\b(?!\s+\w+ing\b)|Z\b)\)?|,?\s+(?:local\s+time|hrs\b|hours\b|h\b))?"
ROUGH = r"(?P<rough>(?:about|around|approximately|shortly\s+(?:before|after)|just\s+(?:before|after)|soon\s+after|nearly|almost|some\s+time\s+after)\s+)?"

WITH_HALF = re.compile(
    rf"(?<![\w:.,$])(?P<hour>{HOUR}|(?i:{HOUR_WORD}))(?:[:.](?P<minute>[0-5]\d))?(?::\d\d)?\s*(?i:{HALF_DAY}){WHERE}"
)
COLON = re.compile(
    rf"(?<![\w:.,$/-])(?P<hour>{HOUR}):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:%]|\.\d){WHERE}"
)
MILITARY = re.compile(
    r"(?<![\w:.,$/-])(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)\s*(?:(?P<zone>GMT|UTC|Z|EST|EDT|CET|BST)\b|(?:hours|hrs|h)\b)"
)
DOTTED = re.compile(
    rf"(?P<at>\b[Aa][Tt]\s+)(?P<hour>{HOUR})\.(?P<minute>[0-5]\d)(?=\s*(?:[.,;:)]|$|\s(?:on|in|today|this|last|yesterday|tomorrow|local|hrs|hours|GMT)\b)){WHERE}"
)
SPOKEN = re.compile(
    rf"\b(?:(?P<fraction>half|(?:a\s+)?quarter|(?:{NUMBER}))(?:\s+minutes?)?\s+(?P<side>past|to|after|before)\s+|(?P<bare>half\s+))"
    rf"(?P<hour>{HOUR_WORD}|midnight|noon)\b",
    re.IGNORECASE,
)
OCLOCK = re.compile(rf"\b(?P<hour>{HOUR_WORD}|{HOUR})\s+o['’]clock\b", re.IGNORECASE)
IN_THE = re.compile(
    rf"\b(?P<hour>{HOUR_WORD}|{HOUR})(?:[:.](?P<minute>[0-5]\d))?(?=\s+in\s+the\s+(?:morning|afternoon|evening)\b)",
    re.IGNORECASE,
)
AT_HOUR = re.compile(
    rf"\b(?:at|until|till|by|between|after|before|around|about)\s+(?P<hour>{HOUR_WORD}|(?<=at\s){HOUR}|{HOUR}(?=\s+(?:this\s+(?:morning|afternoon|evening)|last\s+night|tonight)))(?:\s+(?:and|to)\s+(?P<hour2>{HOUR_WORD}|{HOUR}))?"
    r"(?=\s*[;)]|\s*[.,](?!\d)|\s+(?:on|this|last|the|tomorrow|yesterday|today|tonight|in\s+the)\b)",
    re.IGNORECASE,
)
SPAN_OF_HOURS = re.compile(
    rf"\b(?:between|from)\s+(?P<hour>{HOUR}|{HOUR_WORD})(?:[:.](?P<minute>[0-5]\d))?\s+(?:and|to)\s+(?P<hour2>{HOUR}|{HOUR_WORD})"
    r"(?=\s+(?:tomorrow|yesterday|today|tonight|this|on\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day))",
    re.IGNORECASE,
)
NOON = re.compile(rf"\b(?P<word>noon|midnight|mid-?day|noontime)\b{WHERE}", re.IGNORECASE)
INTO = re.compile(
    rf"\b(?P<count>half\s+an|{NUMBER})\s+(?P<unit>hour|minute)s?\s+into\b", re.IGNORECASE
)


def find_clocks(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield times by the clock; those without a sure sign are loose."""
    for found in WITH_HALF.finditer(text, start, end):
        hour = number_of(found["hour"])
        if hour is not None and 1 <= hour <= 12:
            late = found["half"].lower().startswith("p")
            yield _clock(found, hour % 12 + 12 * late, found["minute"], sure=True)
    for found in MILITARY.finditer(text, start, end):
        yield _clock(found, int(found["hour"]), found["minute"], sure=True)
    for found in COLON.finditer(text, start, end):
        # "1:23" may be a score, a verse or a ratio, unless something near says otherwise.
        cue = re.search(r"\b(?:at|around|about|since|until|till|by|from|to|was|of|is|after|before|between|and)\s+$",
                        text[max(start, found.start() - 9) : found.start()], re.IGNORECASE)  # fmt: skip
        sure = found.group() != found.group("hour") + ":" + found.group("minute") or bool(cue)
        yield _clock(
            found, int(found["hour"]), found["minute"], sure=sure, open_half=len(found["hour"]) < 2
        )
    for found in DOTTED.finditer(text, start, end):
        made = _clock(found, int(found["hour"]), found["minute"], sure=True, open_half=True)
        made.start = found.start("hour")
        yield made
    yield from _find_spoken(text, start, end)


def _clock(
    found: re.Match[str], hour: int, minute: str | None, *, sure: bool, open_half: bool = False
) -> Wording:
    zone = squeezed(found["zone"] or "") if "zone" in found.re.groupindex else ""
    made = Wording(
        *found.span(), "clock", hour=hour, minute=int(minute) if minute else None, loose=not sure
    )
    made.zone = zone
    # `count` keeps whether the half of the day is still to be told by the words around.
    made.count = 1 if open_half and 1 <= hour <= 12 else None
    return made


def _is_cued(found: re.Match[str], text: str) -> bool:
    """Return whether "five to seven" is a time and not a count or a score."""
    if "quarter" in found["fraction"].lower() or "minute" in found.group().lower():
        return True
    cue = re.search(
        r"\b(?:at|until|till|since|about|around)\s+$",
        text[max(0, found.start() - 8) : found.start()],
        re.IGNORECASE,
    )
    return bool(cue) and number_of(found["fraction"]) in (5, 10, 20, 25)


def _find_spoken(text: str, start: int, end: int) -> Iterator[Wording]:
    for found in SPOKEN.finditer(text, start, end):
        word = found["hour"].lower()
        hour = {"midnight": 24, "noon": 12}.get(word) or number_of(word) or 0
        fraction = squeezed(found["fraction"] or "half")
        if (found["side"] or "").lower() in ("to", "after", "before") and not _is_cued(found, text):
            continue
        minutes = 30 if "half" in fraction else 15 if "quarter" in fraction else number_of(fraction)
        if minutes is None or minutes > 59:
            continue
        total = 60 * hour + (
            minutes if (found["side"] or "past").lower() in ("past", "after") else -minutes
        )
        made = Wording(*found.span(), "clock", hour=total // 60 % 24, minute=total % 60)
        made.count = None if word in ("midnight", "noon") else 1
        made.loose = bool(found["bare"])
        yield made
    for pattern, loose in ((OCLOCK, False), (IN_THE, False), (AT_HOUR, True)):
        for found in pattern.finditer(text, start, end):
            spoken = number_of(found["hour"])
            if spoken is None:
                continue
            minute = found["minute"] if "minute" in pattern.groupindex else None
            made = Wording(
                found.start("hour"),
                found.end(),
                "clock",
                hour=spoken,
                minute=int(minute) if minute else None,
            )
            made.count, made.loose = (1 if spoken <= 12 else None), loose
            if loose and found["hour2"]:
                continue
            if (
                loose
                and found["hour"][0].isalpha()
                and re.match(r"\s*[.,;)]|\s+the\b", text[found.end() : found.end() + 5])
            ):
                made.loose = text[found.start() : found.start() + 2].lower() != "at"
            yield made
    for found in SPAN_OF_HOURS.finditer(text, start, end):
        low, high = number_of(found["hour"]), number_of(found["hour2"])
        if low is not None and high is not None and low < 24 and high <= 24:
            made = Wording(*found.span(), "clock", hour=high, count=1 if high <= 12 else None)
            made.low = Wording(*found.span(), "clock", hour=low, count=1 if low <= 12 else None)
            made.loose = True
            yield made
    for found in NOON.finditer(text, start, end):
        hour = 24 if found["word"].lower() == "midnight" else 12
        made = Wording(*found.span(), "clock", hour=hour, zone=squeezed(found["zone"] or ""))
        made.loose = not re.search(
            r"\b(?:at|by|until|till|since|before|after|around|about|from)\s+$",
            text[max(start, found.start() - 8) : found.start()],
            re.IGNORECASE,
        )
        yield made
    for found in INTO.finditer(text, start, end):
        count = 30 if "half" in found["count"].lower() else number_of(found["count"])
        if (
            count is not None
            and found["unit"].lower() == "hour"
            and "half" not in found["count"].lower()
        ):
            count *= 60
        if count is not None and count < 1440:
            yield Wording(*found.span(), "clock", hour=count // 60, minute=count % 60, loose=True)


PARTS = re.compile(
    rf"\b(?:(?:before|just\s+before|shortly\s+before|just\s+after|shortly\s+after)\s+(?=(?:dawn|daybreak|daylight|sunrise|sunup|first\s+light|sunset|dusk|nightfall)\b))?"
    r"(?:(?P<which>this\s+same|this|that\s+same|that|the\s+same|same|the\s+next|next|the\s+following|the\s+previous|"
    r"the\s+preceding|the|last|early|all\s+last|all)\s+)?"
    r"(?:(?:coming|very)\s+)?(?:(?P<fuzz>early|late|mid)[-\s]+)?"
    rf"(?P<part>{PART})\b(?!-(?:long|time))(?P<after>\s+(?:before|after)\b(?=\s*(?:[.,;:)]|$|(?:and|but|in|at|when|on|by)\b)))?",
    re.IGNORECASE,
)
# Parts that fix a time of the day in question even where no day is named.
OVERNIGHT = re.compile(r"\bovernight\b", re.IGNORECASE)
POINTS = frozenset(
    {
        "dawn",
        "dusk",
        "sunset",
        "sunrise",
        "sundown",
        "daybreak",
        "nightfall",
        "first light",
        "sunup",
    }
)
STEPS = {"next": 1, "following": 1, "previous": -1, "preceding": -1}


def find_parts(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield parts of days, with the day they point at where a word tells it."""
    for found in PARTS.finditer(text, start, end):
        part = squeezed(found["part"])
        which = squeezed(found["which"] or "").removeprefix("all").strip()
        made = Wording(*found.span(), "part", part=part, hour=table("parts")[part], fuzz="")
        last = which.split()[-1] if which else ""
        if found["after"] and last != "the":
            made.end = found.end("part")
        made.frame = _day_of(last, found["after"] if last == "the" else None)
        made.loose = made.frame is None
        if made.frame is None and part in POINTS:
            before = text[max(start, found.start() - 8) : found.start("part")]
            made.loose = not re.search(
                r"\b(?:at|by|before|until|since|after)\s+(?:the\s+)?$", before, re.IGNORECASE
            )
        elif made.frame is None and part in ("morning", "afternoon", "evening"):
            before = text[max(start, found.start() - 8) : found.start()]
            made.loose = not (
                re.search(r"\b(?:in)\s+$", before, re.IGNORECASE) and last == "the"
            ) and not re.search(r"\b[Bb]y\s+$", before)
        yield made
    for found in OVERNIGHT.finditer(text, start, end):
        yield Wording(*found.span(), "part", part="overnight", hour=24, loose=True)


def _day_of(last: str, after: str | None) -> Wording | None:
    """Return the day that "this", "that", "the next" or "the … before" point at."""
    day = Wording(0, 0, "unit", unit="day")
    if after:
        day.which, day.base = ("before" if "before" in after.lower() else "after"), "context"
    elif last == "this":
        return Wording(0, 0, "deictic", count=0, base="published")
    elif last == "last":
        return Wording(0, 0, "deictic", count=-1, base="published")
    elif last in STEPS:
        day.which, day.base = ("after" if STEPS[last] > 0 else "before"), "context"
    elif last in ("that", "same"):
        day.which, day.base = "same", "context"
    else:
        return None
    return day
