"""Wording: what the words of one time expression say, before anything is resolved."""

from __future__ import annotations

from dataclasses import dataclass

# How large a stretch of time each kind names, so that a smaller can stand within a larger:
# "9 a.m." within "Monday" within "last week".
RANKS = {
    "clock": 0,
    "part": 1,
    "date": 2,
    "weekday": 2,
    "deictic": 2,
    "holiday": 2,
    "day": 2,
    "week": 3,
    "weekend": 3,
    "fortnight": 3,
    "month": 4,
    "season": 5,
    "quarter": 5,
    "half": 5,
    "period": 5,
    "year": 6,
    "decade": 7,
    "century": 8,
    "hour": 0,
    "minute": 0,
}


@dataclass(slots=True, eq=False)
class Wording:
    """A time expression as it is worded.

    `kind` is one of
    `date` (any of year, month, day), `weekday`, `deictic` (today: `count` days away),
    `holiday` (`name`), `season`, `quarter`, `half`, `clock`, `part` (of a day), `unit`
    (`which` of `unit`: last week), `offset` (`count` of `unit`, signed: two days later),
    `nth` (the `count`th `unit` or weekday of its frame), `around` (the week of its frame),
    `span` (the last three days), `range`, `decade`, `century`.

    `frame` is the larger time in which this one lies. `base` tells what a relative time
    counts from: `published` or `context`. `loose` wordings are kept only where they join
    another, being too vague alone; `muted` ones only tell what others count from. `edge` is
    "first" or "last" where a year's first or last day is meant: "since the start of 2009".
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    digits: int = 4
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    zone: str = ""
    part: str = ""
    season: int | None = None
    number: int | None = None
    name: str = ""
    unit: str = ""
    count: int | None = None
    which: str = ""
    base: str = ""
    fuzz: str = ""
    edge: str = ""
    bound: str = ""
    approximate: bool = False
    uncertain: bool = False
    loose: bool = False
    muted: bool = False
    fiscal: bool = False
    frame: Wording | None = None
    low: Wording | None = None
    high: Wording | None = None

    def rank(self) -> int:
        """Return how large a time this is, comparable between wordings."""
        if self.kind == "date":
            if self.day is not None:
                return RANKS["day"]
            return RANKS["month"] if self.month is not None else RANKS["year"]
        if self.kind in ("unit", "offset", "nth", "around", "span"):
            return RANKS.get(self.unit, 2)
        return RANKS.get(self.kind, 9)

    def outermost(self) -> Wording:
        """Return the largest frame, the wording itself where it has none."""
        wording = self
        while wording.frame is not None:
            wording = wording.frame
        return wording
