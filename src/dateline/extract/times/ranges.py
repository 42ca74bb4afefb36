"""Ranges of two times, and times that lend each other their day: "from A to B", "A (B) Friday"."""

from __future__ import annotations

import itertools
import re

from dateline.extract.times.joining import LONGEST_GAP
from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import DASH, squeezed

DAY, YEAR = 2, 6

ENDED = re.compile(r"\s+(?:that\s+|which\s+)?end(?:ed|ing|s)\s+(?:on\s+)?", re.IGNORECASE)


def share_frames(text: str, wordings: list[Wording]) -> None:
    """Let neighbours that stay two times tell each other their day or their quarter.

    "10:35 a.m. (0735 GMT) Friday" are two clocks of one day; "the quarter ended Sept. 30"
    is the quarter of that day; an anniversary falls on the day of a date named with it.
    """
    for a, b in itertools.pairwise(wordings):
        gap = text[a.end : b.start]
        if (
            a.kind == b.kind == "clock"
            and a.frame is None
            and b.frame is not None
            and gap.strip() in ("(", "or", "/", ",")
        ):
            a.frame = b.frame
        elif (
            (
                a.unit in ("quarter", "year")
                and a.kind == "unit"
                and a.which in ("the", "latest")
                and ENDED.fullmatch(gap)
            )
            and b.kind == "date"
            and b.month is not None
        ):
            a.kind, a.frame, a.loose = "around", b, False
    for at, wording in enumerate(wordings):
        if wording.kind == "anniversary":
            named = (
                w
                for w in wordings[at + 1 : at + 3]
                if w.kind == "date" and w.year and w.month and w.day
            )
            wording.frame = next((w for w in named if w.start - wording.end < SAME_SENTENCE), None)
            wording.loose = wording.frame is None


SAME_SENTENCE = 120
RANGE = re.compile(
    rf"\s*,?\s*(?P<sep>{DASH}|to|into|through|thru|till|until|and|up\s+to)\s*(?:(?:at\s+least|on|at|the|early|late|about)\s+){{0,2}}",
    re.IGNORECASE,
)
FROM = re.compile(
    r"\b(?P<word>from|between)\s+(?:(?:the|about|around|early|late|at|on)\s+){0,2}$", re.IGNORECASE
)


def bind_ranges(text: str, wordings: list[Wording]) -> list[Wording]:
    """Return the wordings with "from A to B", "between A and B" and "A-B" as one range."""
    bound: list[Wording] = []
    for wording in wordings:
        if bound and (made := _range(text, bound[-1], wording)):
            bound[-1] = made
        else:
            bound.append(wording)
    return bound


def _range(text: str, a: Wording, b: Wording) -> Wording | None:
    if (
        not a.end <= b.start <= a.end + LONGEST_GAP
        or a.kind == "range"
        or b.low is not None
        or a.low is not None
    ):
        return None
    found = RANGE.fullmatch(text, a.end, b.start)
    if not found:
        return None
    before = FROM.search(text, max(0, a.start - 24), a.start)
    opened = before["word"].lower() if before else ""
    if not opened:
        within = re.match(
            r"(?:\w+\s+)?(?P<word>from|between)\b", text[a.start : a.end], re.IGNORECASE
        )
        opened = "from" if within else ""
    separator = squeezed(found["sep"])
    night = a.kind == "part" and a.part in ("night", "overnight")
    same = (
        abs(a.rank() - b.rank()) <= 1 and (a.rank() >= DAY or b.rank() >= DAY)
    ) or a.rank() == b.rank()
    if separator == "and":
        sure = opened == "between"
    elif separator in ("-", "–", "—"):
        sure = a.kind == b.kind and same
    else:
        sure = opened == "from" or night or (a.kind == b.kind and same and separator != "until")
    if not sure or a.kind == "period" or b.kind == "period":
        return None
    if (
        a.kind == "date"
        and a.year
        and b.kind == "date"
        and b.year
        and a.rank() == b.rank() == YEAR
        and a.year >= b.year
    ):
        return None
    made = Wording(
        before.start() if before and before["word"].lower() in ("from", "between") else a.start,
        b.end,
        "range",
        low=a,
        high=b,
    )
    made.loose = a.loose and b.loose
    return made
