"""Discourse: the time that an article is speaking of, carried from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from dateline.extract.times.directions import Direction
from dateline.extract.times.edtf import Moment, Range, Value
from dateline.extract.times.happenings import Happenings
from dateline.extract.times.wordings import Wording

# A time of day without a day belongs to the news, not to the history told with it.
NEWS_DAYS = 45


@dataclass(slots=True)
class Discourse:
    """What a relative time may count from.

    `published` is the day of publication, `year` and `month` its year and month, where they
    are known and the day is not. `day` is the day last spoken of, `moment` the time last
    spoken of, whatever its size, `period` the last quarter, half, month or year. Each
    remembers the paragraph where it stood. `paragraph` and `sentence` tell where the reader
    stands now.
    """

    paragraph: int = -1
    sentence: int = -1
    published: date | None = None
    year: int | None = None
    month: int | None = None
    day: date | None = None
    day_paragraph: int = -1
    day_sentence: int = -1
    near_day: date | None = None
    near_paragraph: int = -1
    near_part_hour: int | None = None
    moment: Moment | None = None
    moment_sentence: int = -1
    period: Moment | None = None
    stated_year: int | None = None
    stated_month: int | None = None
    stated_sentence: int = -1
    newest_year: int | None = None
    happenings: Happenings = field(default_factory=Happenings)

    def note(self, wording: Wording, moment: Moment) -> None:
        """Remember a time that has been read where the reader stands."""
        paragraph, sentence = self.paragraph, self.sentence
        if isinstance(moment, Range) and (moment.low is None or moment.high is None):
            moment = moment.high or moment.low or moment
        first, last = moment.first(), moment.last()
        if first is None or last is None or _is_compared(wording):
            return
        if first == last or (isinstance(moment, Value) and moment.day is not None):
            self.day, self.day_paragraph, self.day_sentence = first, paragraph, sentence
            near = self.published is None or abs((self.published - first).days) <= NEWS_DAYS
            if near and not wording.bound:
                self.near_day, self.near_paragraph = first, paragraph
                self.near_part_hour = _part_hour(wording)
        elif isinstance(moment, Range) and moment.low and moment.low.day is not None:
            # After "from Monday to Friday" the story stands at its end.
            self.day, self.day_paragraph, self.day_sentence = last, paragraph, sentence
            if self.published is None or abs((self.published - last).days) <= NEWS_DAYS:
                self.near_day, self.near_paragraph, self.near_part_hour = last, paragraph, None
        if not (isinstance(moment, Value) and moment.digits < 4):
            self.moment, self.moment_sentence = moment, sentence
        if (
            self.period
            and self.published
            and first.year < self.published.year
            and first < (self.period.first() or first)
        ):
            # A period of an earlier year is there to compare; the story keeps its own.
            return
        if wording.kind in ("quarter", "half", "period") or (
            wording.kind == "unit" and wording.unit == "quarter"
        ):
            self.period = moment
        if wording.kind == "date" and wording.year is not None and not wording.fiscal:
            self.stated_month, self.stated_sentence = wording.month, sentence
            self.stated_year = wording.year
            self.newest_year = max(self.newest_year or 0, wording.year)


def _is_compared(wording: Wording) -> bool:
    """Return whether a time is only held against the one spoken of: "a year earlier"."""
    outer = wording.outermost()
    if wording.kind == "period" or (
        wording.kind == "unit" and wording.unit == "year" and wording.which == "before"
    ):
        return True
    return (
        outer.base == "period"
        or outer.kind == "period"
        or outer.which == "year-ago"
        or (outer.kind == "offset" and outer.unit == "year" and outer.count == -1)
    )


def _part_hour(wording: Wording | None) -> int | None:
    while wording is not None:
        if wording.part and wording.hour is not None:
            return wording.hour
        wording = wording.frame
    return None


@dataclass(frozen=True, slots=True)
class Case:
    """One wording to resolve: where the story stands, the value of its frame, the tense."""

    story: Discourse
    wording: Wording
    framed: Moment | None
    direction: Direction
