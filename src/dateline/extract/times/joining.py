"""Joining: "9 a.m." + "on" + "Monday" + "of" + "last week" become one wording."""

from __future__ import annotations

import itertools
import re

from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import DASH, squeezed

CLOCK, PART, DAY, WEEK, MONTH, YEAR = 0, 1, 2, 3, 4, 6

NOTHING = re.compile(r"\s*")
COMMA = re.compile(r"\s*,\s*(?:the\s+)?|\s*(?:the\s+)?")
DOWN = re.compile(
    r"\)?[\s,(]*(?:(?:on|of|in|the|that|this|during|for|from|at|over|late|early)\s+){0,3}(?:the\s+)?",
    re.IGNORECASE,
)
UP = re.compile(
    r"[\s,(]*(?:(?:at|around|about|in\s+the|by|shortly\s+(?:before|after)|just\s+(?:before|after)|nearly|early|late)\s+){0,2}",
    re.IGNORECASE,
)
LONGEST_GAP = 24


def join_wordings(text: str, wordings: list[Wording]) -> list[Wording]:
    """Return the wordings of a paragraph with those joined that make one time.

    Of two that overlap, the longer is kept.
    """
    apart: list[Wording] = []
    for wording in sorted(wordings, key=lambda w: (w.start, w.start - w.end)):
        if not apart or wording.start >= apart[-1].end:
            apart.append(wording)
        elif _beats(wording, apart[-1]):
            apart[-1] = wording
    # From the right, so that "Thursday of last week" is whole before "9 a.m." joins it.
    joined: list[Wording] = []
    for wording in reversed(apart):
        made = wording
        while joined and (both := join(text, made, joined[-1])):
            joined.pop()
            made = both
        joined.append(made)
    joined.reverse()
    return joined


def _beats(one: Wording, other: Wording) -> bool:
    if (
        other.low is None
        and one.loose != other.loose
        and one.end - one.start >= (other.end - other.start) * 0.6
    ):
        return other.loose
    return one.end - one.start > other.end - other.start


def join(text: str, a: Wording, b: Wording) -> Wording | None:
    """Return one wording for two neighbours, None where they are two times."""
    gap = text[a.end : b.start]
    if (
        a.muted
        or b.muted
        or len(gap) > LONGEST_GAP
        or "\n\n" in gap
        or a.kind == "range"
        or b.kind == "range"
    ):
        return None
    made = _joined(a, b, gap)
    if made:
        made.start, made.end, made.loose = min(a.start, b.start), max(a.end, b.end), False
        made.fuzz = made.fuzz or (a.fuzz if made is not a else "")
        made.approximate |= a.approximate or b.approximate
    return made


def _joined(a: Wording, b: Wording, gap: str) -> Wording | None:
    small, large = a.rank(), b.rank()
    if a.kind == "nth":
        return (
            _within(a, b) if large > small and DOWN.fullmatch(gap) and b.kind != "offset" else None
        )
    if (
        a.kind == "unit"
        and a.unit in ("week", "weekend", "month")
        and large == DAY
        and re.fullmatch(
            r"\s+(?:of|beginning|starting|ending|that\s+(?:began|started))\s+(?:on\s+)?", gap
        )
    ):
        return Wording(0, 0, "around", unit=a.unit, frame=b)
    if a.kind == "offset" and a.base == "next":
        if large <= DAY + 0 and re.fullmatch(r"\s+(?:the\s+)?", gap) and b.kind != "clock":
            a.base, a.frame = "published", b
            return a
        return None
    if a.kind == "offset" and small == DAY and large == DAY:
        return (
            a
            if re.fullmatch(r"\s*,\s*(?:on\s+)?(?:the\s+)?", gap)
            and a.frame
            and a.base == "published"
            else None
        )
    if small < large:
        return _join_down(a, b, gap, small, large)
    if small == large == DAY:
        return _join_days(a, b, gap)
    if (small == DAY and large <= PART and UP.fullmatch(gap)) or (
        small == PART and large == CLOCK and UP.fullmatch(gap)
    ):
        parted = (
            b.kind == "clock"
            and b.frame is not None
            and b.frame.kind == "part"
            and b.frame.frame is None
        )
        if (
            a.kind == "weekday"
            and (day := b.outermost()).kind == "date"
            and day.weekday is None
            and day is not b
        ):
            day.weekday = a.weekday
            return b
        if (
            a.kind == "offset"
            or (b.frame is not None and not parted)
            or (a.kind == "unit" and a.unit != "day")
        ):
            return None
        if "," in gap and not re.search(r"\w", gap) and b.kind == "part":
            return None
        return _within(b, a)
    return None


def _join_down(a: Wording, b: Wording, gap: str, small: int, large: int) -> Wording | None:
    """Join a smaller time to the larger that follows."""
    if not DOWN.fullmatch(gap) or (a.outermost() is not a and a.outermost().rank() >= large):
        return None
    blank = not gap.strip(" \n\t")
    if small == CLOCK and large <= DAY:
        if large == DAY and b.kind == "offset" and b.frame is None:
            return None
        return _within(a, b)
    if small == PART and large == DAY:
        # "morning, Monday" are two, "the morning of Monday" is one.
        return _within(a, b) if a.frame is None and "," not in gap else None
    if small == DAY and large == WEEK and a.kind == "weekday" and b.kind in ("unit", "around"):
        return _within(a, b)
    if a.kind == "date" and b.kind in ("unit", "offset"):
        if a.month is None and a.year is None and large == MONTH:
            return _within(a, b)
        if (
            a.year is None
            and a.month is not None
            and large == YEAR
            and ("of" in gap.split() or blank)
        ):
            return _within(a, b)
    if (
        small == DAY
        and a.kind == "holiday"
        and large == YEAR
        and a.year is None
        and ("of" in gap.split() or blank)
    ):
        return _within(a, b)
    if (
        a.kind in ("season", "quarter", "half", "period")
        and large >= YEAR
        and getattr(a, "year", None) is None
    ):
        if "," in gap or (b.kind == "offset" and a.frame):
            return None
        return _within(a, b)
    if (
        a.kind == "unit"
        and a.which == "the"
        and a.unit in ("quarter", "month", "week", "weekend")
        and large == YEAR
    ):
        return (
            Wording(0, 0, "period", unit=a.unit, which="year-ago", frame=None)
            if b.base == "period" or (b.kind == "offset" and b.count == -1)
            else None
        )
    return None


def _join_days(a: Wording, b: Wording, gap: str) -> Wording | None:
    """Join two names of one day: "Friday, Aug. 25", "tomorrow, Christmas Eve"."""
    if not COMMA.fullmatch(gap) and not re.fullmatch(r"\s*,?\s*\(?(?:on\s+)?(?:the\s+)?", gap):
        return None
    kinds = {a.kind, b.kind}
    if kinds == {"weekday", "date"}:
        day, other = (a, b) if a.kind == "date" else (b, a)
        if day.low is not None or other.which not in (
            "",
            "this",
            "last",
            "next",
            "this coming",
            "the",
            "the coming",
            "coming",
        ):
            return None
        if a.kind == "date" and "," not in gap and "(" not in gap:
            return None
        day.weekday = other.weekday
        return day
    if ("deictic" in kinds and len(kinds) > 1) or ("offset" in kinds and len(kinds) > 1):
        if not gap.strip(" ") and b.kind != "weekday":
            return None
        known = a if a.kind in ("deictic", "offset") else b
        other = b if known is a else a
        if known.kind == "offset" and (
            known.base != "published" or not known.frame or known.frame.kind != "deictic"
        ):
            return None
        if other.kind == "date" and other.month is not None:
            return other
        return known if known.loose is False else None
    if kinds == {"holiday", "date"} and "," in gap:
        day = a if a.kind == "date" else b
        return day if day.month is not None else None
    if kinds == {"holiday", "weekday"}:
        return a if a.kind == "holiday" else b
    return None


def _within(small: Wording, large: Wording) -> Wording:
    outer = small.outermost()
    outer.frame = large
    if small.low is not None and small.low.frame is None:
        small.low.frame = large
    return small


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
    rf"\s*,?\s*(?P<sep>{DASH}|to|through|thru|till|until|and|up\s+to)\s*(?:(?:on|at|the|early|late|about)\s+){{0,2}}",
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
