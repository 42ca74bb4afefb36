"""Times of day: "4:53 p.m.", "half past two", "0800 GMT", "at dawn", "that evening"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import NUMBER, ZONE, number_of, squeezed

HALF_DAY = r"(?P<half>[ap]\.?\s?m\b\.?|[ap]\.\s?m\b\.?)"
HOUR = r"(?:[01]?\d|2[0-4])"
HOUR_WORD = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
WHERE = (
    rf"(?:\s*(?P<open>\()?(?P<zone>(?:GMT|UTC)\s?[+−-]\s?\d{{1,2}}(?::?[0-5]\d)?\b"
    rf"|(?i:{ZONE})\b(?!\s+\w+ing\b)|Z\b)(?(open)\))"
    # A zone whose offset has changed with the years is read over: "Moscow time".
    r"|,?\s+(?:local\s+time|[A-Z][a-z]+(?:[\s-][A-Z][a-z]+)?\s+[Tt]ime\b|hrs\b|hours\b|h\b))?"
)

WITH_HALF = re.compile(
    rf"(?<![\w:.,$])(?P<hour>{HOUR}|(?i:{HOUR_WORD}))(?:[:.](?P<minute>[0-5]\d))?(?::\d\d)?\s*(?i:{HALF_DAY}){WHERE}"
)
COLON_CUE = re.compile(
    r"\b(?:at|around|about|since|until|till|by|from|to|was|of|is|after|before|between|and)\s+$",
    re.IGNORECASE,
)
COLON = re.compile(
    rf"(?<![\w:.,$/-])(?P<hour>{HOUR}):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:%]|\.\d){WHERE}"
)
# "Between 3 and 5 p.m.", "9-11 a.m.": the half of the day is told once.
TWO_WITH_HALF = re.compile(
    rf"\b(?:(?:between|from)\s+)?(?P<hour>{HOUR})(?::(?P<minute>[0-5]\d))?\s*(?:and|to|until|till|-|–)\s*"
    rf"(?P<hour2>{HOUR})(?::(?P<minute2>[0-5]\d))?\s*(?i:{HALF_DAY}){WHERE}",
)
AT_DIGITS = re.compile(
    r"(?<=\bat\s)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)"
    r"(?=\s+(?:on|this|today|yesterday|tomorrow)\b)",
    re.IGNORECASE,
)
# "Daily at 9 a.m." names no day.
REPEATED = re.compile(r"\b(?:daily|(?:every|each)\s+\w+)\s+(?:at|from)\s+$", re.IGNORECASE)
MILITARY = re.compile(
    r"(?<![\w:.,$/-])(?P<hour>[01]\d|2[0-4]):?(?P<minute>[0-5]\d)\s*(?:(?P<zone>GMT|UTC|Z|EST|EDT|CET|BST)\b|(?:hours|hrs|h|local\s+time)\b)"
)
DOTTED = re.compile(
    rf"(?P<at>\b[Aa][Tt]\s+(?:about\s+|around\s+)?)(?P<hour>{HOUR})\.(?P<minute>[0-5]\d)(?=\s*(?:[.,;:)]|$|\s(?:on|in|today|this|last|yesterday|tomorrow|local|hrs|hours|GMT)\b)){WHERE}"
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
        daily = REPEATED.search(text, max(start, found.start() - 24), found.start())
        if hour is not None and 1 <= hour <= 12 and not daily:
            late = found["half"].lower().startswith("p")
            yield _clock(found, hour % 12 + 12 * late, found["minute"], sure=True)
    for found in TWO_WITH_HALF.finditer(text, start, end):
        low, high = int(found["hour"]), int(found["hour2"])
        if 1 <= low <= 12 and 1 <= high <= 12:
            late = found["half"].lower().startswith("p")
            made = _clock(found, high % 12 + 12 * late, found["minute2"], sure=True)
            # "11 to 2 p.m." begins in the morning.
            low_late = late and low % 12 <= high % 12
            made.low = Wording(*found.span(), "clock", hour=low % 12 + 12 * low_late)
            made.low.minute = int(found["minute"]) if found["minute"] else None
            yield made
    for pattern in (MILITARY, AT_DIGITS):
        for found in pattern.finditer(text, start, end):
            yield _clock(found, int(found["hour"]), found["minute"], sure=True)
    for found in COLON.finditer(text, start, end):
        # "1:23" may be a score, a verse or a ratio, unless something near says otherwise.
        cue = COLON_CUE.search(text, max(start, found.start() - 9), found.start())
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
    """Yield times in words: "half past two", "five o'clock", "at eight"."""
    for found in SPOKEN.finditer(text, start, end):
        if made := _past_the_hour(found, text):
            yield made
    for pattern, loose in ((OCLOCK, False), (IN_THE, False), (AT_HOUR, True)):
        for found in pattern.finditer(text, start, end):
            hour = number_of(found["hour"])
            if hour is None or (loose and found["hour2"]):
                continue
            if loose and COUNTED.search(text, max(start, found.start() - 60), found.start()):
                continue
            minute = found["minute"] if "minute" in pattern.groupindex else None
            made = Wording(found.start("hour"), found.end(), "clock", hour=hour, loose=loose)
            made.minute = int(minute) if minute else None
            made.count = 1 if hour <= 12 else None
            ends = re.match(r"\s*[.,;)]|\s+the\b", text[found.end() : found.end() + 5])
            if loose and found["hour"][0].isalpha() and ends:
                made.loose = text[found.start() : found.start() + 2].lower() != "at"
            yield made
    yield from _find_hours(text, start, end)


def _past_the_hour(found: re.Match[str], text: str) -> Wording | None:
    word = found["hour"].lower()
    hour = {"midnight": 24, "noon": 12}.get(word) or number_of(word) or 0
    fraction, side = squeezed(found["fraction"] or "half"), (found["side"] or "past").lower()
    if side != "past" and not _is_cued(found, text):
        return None
    minutes = 30 if "half" in fraction else 15 if "quarter" in fraction else number_of(fraction)
    if minutes is None or minutes > 59:
        return None
    total = 60 * hour + (minutes if side in {"past", "after"} else -minutes)
    made = Wording(*found.span(), "clock", hour=total // 60 % 24, minute=total % 60)
    made.count = None if word in {"midnight", "noon"} else 1
    made.loose = bool(found["bare"])
    return made


def _find_hours(text: str, start: int, end: int) -> Iterator[Wording]:
    """Yield spans of hours, noon and midnight, and times so long into a day."""
    for found in SPAN_OF_HOURS.finditer(text, start, end):
        low, high = number_of(found["hour"]), number_of(found["hour2"])
        if low is not None and high is not None and low < 24 and high <= 24:
            made = Wording(*found.span(), "clock", hour=high, loose=True)
            made.count = 1 if high <= 12 else None
            made.low = Wording(*found.span(), "clock", hour=low, count=1 if low <= 12 else None)
            yield made
    for found in NOON.finditer(text, start, end):
        hour = 24 if found["word"].lower() == "midnight" else 12
        made = Wording(*found.span(), "clock", hour=hour, zone=squeezed(found["zone"] or ""))
        made.loose = not NOON_CUE.search(text, max(start, found.start() - 8), found.start())
        yield made
    for found in INTO.finditer(text, start, end):
        half = "half" in found["count"].lower()
        count = 30 if half else number_of(found["count"])
        if count is not None and found["unit"].lower() == "hour" and not half:
            count *= 60
        if count is not None and count < 1440:
            yield Wording(*found.span(), "clock", hour=count // 60, minute=count % 60, loose=True)


# "put the number of dead at five", "the toll stood at eight": a count and no hour.
COUNTED = re.compile(
    r"\b(?:number|toll|total|figure|count|death|dead|injured|wounded|missing|estimate)\w*\b[^.;]*$"
    r"|\b(?:put|stood|stands|remained|estimated|stuck|level)\b[^.;]*$",
    re.IGNORECASE,
)
NOON_CUE = re.compile(
    r"\b(?:at|by|until|till|since|before|after|around|about|from)\s+$", re.IGNORECASE
)
