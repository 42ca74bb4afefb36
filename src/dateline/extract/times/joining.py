"""Joining: "9 a.m." + "on" + "Monday" + "of" + "last week" become one wording."""

from __future__ import annotations

import re

from dateline.extract.times.wordings import Wording

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


def _joined(a: Wording, b: Wording, gap: str) -> Wording | None:  # noqa: PLR0911 - one case a return
    small, large = a.rank(), b.rank()
    if a.kind == "nth" or a.part == "overnight":
        return _nth_or_night(a, b, gap)
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


def _nth_or_night(a: Wording, b: Wording, gap: str) -> Wording | None:
    """Join "the last day of" and "overnight" to what they are part of."""
    if a.kind == "part" and b.kind == "weekday" and gap.strip() == "into":
        a.which = "into"
        return _within(a, b)
    fits = b.rank() > a.rank() and DOWN.fullmatch(gap) and b.kind != "offset"
    return _within(a, b) if fits and "," not in gap else None


def _join_down(a: Wording, b: Wording, gap: str, small: int, large: int) -> Wording | None:
    """Join a smaller time to the larger that follows."""
    if not DOWN.fullmatch(gap) or (a.outermost() is not a and a.outermost().rank() >= large):
        return None
    tight = "of" in gap.split() or not gap.strip(" \n\t")
    if small == CLOCK and large <= DAY:
        fits = large != DAY or b.kind != "offset" or b.frame is not None
    elif small == PART and large == DAY:
        # "morning, Monday" are two, "the morning of Monday" is one.
        fits = a.frame is None and "," not in gap
    elif a.kind == "weekday" and large == WEEK:
        fits = b.kind in {"unit", "around"}
    elif a.kind == "date" and b.kind in {"unit", "offset"}:
        lone = a.month is None and a.year is None and large == MONTH
        fits = lone or (a.year is None and a.month is not None and large == YEAR and tight)
    elif a.outermost().kind == "holiday" and large == YEAR:
        fits = a.outermost().year is None and tight
    elif a.kind in {"season", "quarter", "half", "period"} and large >= YEAR:
        fits = a.year is None and "," not in gap and not (b.kind == "offset" and a.frame)
    else:
        return _year_before(a, b) if large == YEAR else None
    return _within(a, b) if fits else None


def _year_before(a: Wording, b: Wording) -> Wording | None:
    """Return "the quarter a year ago" as the year-ago quarter."""
    told = a.kind == "unit" and a.which == "the" and a.unit in {"quarter", "month", "week"}
    if told and (b.base == "period" or (b.kind == "offset" and b.count == -1)):
        return Wording(0, 0, "period", unit=a.unit, which="year-ago")
    return None


def _join_days(a: Wording, b: Wording, gap: str) -> Wording | None:  # noqa: PLR0911 - one case a return
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
