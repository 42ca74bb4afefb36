"""Parts of days: "at dawn", "that evening", "overnight", "the small hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import PART, squeezed, table

PARTS = re.compile(
    rf"\b(?:(?:before|just\s+before|shortly\s+before|just\s+after|shortly\s+after)\s+(?=(?:dawn|daybreak|daylight|sunrise|sunup|first\s+light|sunset|dusk|nightfall)\b))?"
    r"(?:(?P<which>this\s+same|this|that\s+same|that|the\s+same|same|the\s+next|next|the\s+following|the\s+previous|"
    r"the\s+preceding|the|last|early|all\s+last|all)\s+)?"
    r"(?:(?:coming|very)\s+)?(?:(?P<fuzz>early|late|mid)[-\s]+)?"
    rf"(?P<part>{PART})\b(?!-(?:long|time))(?P<after>\s+(?:before|after)\b(?=\s*(?:[.,;:)]|$|(?:and|but|in|at|when|on|by)\b)))?",
    re.IGNORECASE,
)
ENDS = re.compile(r"\s*(?:[.,;:)]|$)")
OVERNIGHT = re.compile(r"\bovernight\b", re.IGNORECASE)
# Parts that fix a time of the day in question even where no day is named.
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
        made = Wording(*found.span(), "part", part="overnight", hour=24)
        # "Three died overnight." fixes a night, "an overnight train" none.
        made.loose = not ENDS.match(text, found.end(), end)
        yield made


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
