"""Resolving: from what a time says, and where the story stands, to its value."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from dateline.extract.times.directions import Direction
from dateline.extract.times.discourse import Discourse
from dateline.extract.times.edtf import (
    Moment,
    Range,
    Value,
    add_days,
    add_months,
    between,
    doubtfully,
    half,
    loosely,
    on,
    quarter,
    since,
    unit_around,
    until,
)
from dateline.extract.times.holidays import holiday, nth_weekday
from dateline.extract.times.wordings import Wording
from dateline.extract.times.words import table

# A date without a year is the nearest one, but the tense weighs: a day in the direction
# against the tense counts as this many.
AGAINST_THE_TENSE = 8
# "Next Friday", said on a Thursday, is not tomorrow.
TOO_NEAR_FOR_NEXT = 2


class Resolver:
    """Resolves the wordings of one text in their order."""

    def __init__(self, discourse: Discourse) -> None:
        """Start where the discourse stands."""
        self.discourse = discourse

    def resolve(self, wording: Wording, direction: Direction) -> Moment | None:
        """Return the value of a wording; None where nothing tells what it counts from."""
        moment = self._plain(wording, direction)
        if moment is None:
            return None
        if wording.fuzz in ("end", "close", "start", "beginning") and wording.bound:
            pass
        elif wording.fuzz or wording.approximate:
            if not (isinstance(moment, Value) and moment.day is not None and not wording.approximate):
                moment = loosely(moment)
        if wording.uncertain:
            moment = doubtfully(moment)
        if wording.bound == "until":
            return until(moment)
        if wording.bound in ("since", "from"):
            return since(moment)
        return moment

    def _plain(self, wording: Wording, direction: Direction) -> Moment | None:
        made: Moment | None = getattr(self, f"_{wording.kind}")(wording, direction)
        return made

    def _frame(self, wording: Wording, direction: Direction) -> Moment | None:
        return self._plain(wording.frame, direction) if wording.frame is not None else None

    # Calendar dates.

    def _date(self, wording: Wording, direction: Direction) -> Moment | None:
        framed = self._frame(wording, direction)
        if wording.year is not None:
            high = _value(wording)
        elif wording.month is None and wording.day is not None:
            high = self._day_alone(wording, framed, direction)
        elif wording.month is not None:
            year = framed.first().year if framed and framed.first() else None  # type: ignore[union-attr]
            year = year or self._year_of(wording, direction)
            high = replace(_value(wording), year=year)
        else:
            return framed
        if high is None or wording.low is None:
            return high
        return self._first_of_two(wording.low, high)

    def _first_of_two(self, low: Wording, high: Value) -> Range:
        """Return the range whose first side lacks what its last side says."""
        first = Value(low.year or high.year, low.month or high.month, low.day)
        if low.year is not None and low.month is None:
            first = Value(low.year)
        start, end = first.first(), high.first()
        if start and end and start > end and high.month:
            month = add_months(end.replace(day=1), -1)
            first = replace(first, year=month.year, month=month.month)
        return Range(first, high)

    def _day_alone(self, wording: Wording, framed: Moment | None, direction: Direction) -> Value | None:
        day = wording.day or 1
        if framed is not None:
            first = framed.first()
            if first is None:
                return Value(None, getattr(framed, "month", None), day)
            return _on(first.year, first.month, day)
        near = self.discourse.published
        told = self.discourse.day
        # In a sentence that tells of another time, its month holds.
        if told and (near is None or abs((near - told).days) > 120 and self.discourse.day_sentence == self.sentence):
            near = told
            found = _on(told.year, told.month, day)
            if found and (start := found.first()) and start >= told:
                return found
            later = add_months(told.replace(day=1), 1)
            return _on(later.year, later.month, day)
        if near is None:
            return Value(None, None, day)
        candidates = []
        for step in (-2, -1, 0, 1, 2):
            month = add_months(near.replace(day=1), step)
            if (found := _on(month.year, month.month, day)) and found.first():
                candidates.append(found)
        if wording.weekday is not None:
            fitting = [c for c in candidates if (start := c.first()) and start.weekday() == wording.weekday]
            candidates = fitting or candidates
        return _nearest(candidates, near, direction)

    def _year_of(self, wording: Wording, direction: Direction) -> int | None:
        """Return the year of a month or day without one."""
        discourse = self.discourse
        near = discourse.published
        if near is None:
            return discourse.year or (discourse.stated_year if discourse.stated_sentence == self.sentence else discourse.newest_year)
        told = discourse.stated_year
        if told is not None and abs(told - near.year) > 1 and discourse.stated_sentence == self.sentence and (
            discourse.stated_month is not None and direction is not Direction.FUTURE and not wording.which
        ):
            return told
        if wording.which in ("the following", "the next") and (start := self._told()):
            return start.year + (start.month >= (wording.month or 0))
        if wording.which == "the previous" and (start := self._told()):
            return start.year - (start.month <= (wording.month or 0))
        if wording.which and wording.day is None and wording.which != "effective":
            if wording.which in ("last", "this past"):
                return near.year - (near.month <= (wording.month or 0))
            if wording.which in ("next", "this coming"):
                return near.year + (near.month >= (wording.month or 0))
            return near.year
        candidates = [Value(near.year + step, wording.month, wording.day) for step in (-1, 0, 1)]
        candidates = [c for c in candidates if c.first()]
        if wording.weekday is not None:
            fitting = [c for c in candidates if (day := c.first()) and day.weekday() == wording.weekday]
            candidates = fitting or candidates
        if wording.day is None and near.month == wording.month and direction is not Direction.FUTURE:
            return near.year
        chosen = _nearest(candidates, near, direction)
        return chosen.year if chosen else near.year

    paragraph = -1

    # Weekdays and named days.

    def _weekday(self, wording: Wording, direction: Direction) -> Moment | None:
        weekday, which, near = wording.weekday, wording.which, self.discourse.published
        assert weekday is not None
        framed = self._frame(wording, direction)
        if framed is not None and (first := framed.first()):
            return on(add_days(first, (weekday - first.weekday()) % 7))
        if wording.frame is not None:
            return None
        told = self.discourse.day
        if which in ("the following", "the next", "following", "after") and told:
            return on(add_days(told, (weekday - told.weekday() - 1) % 7 + 1))
        if which in ("before", "the previous", "the preceding", "previous") and told:
            return on(add_days(told, -((told.weekday() - weekday - 1) % 7 + 1)))
        if which == "that" and told:
            return on(_closest(told, weekday))
        if near is None and told and which in ("", "the", "this", "on"):
            return on(_closest(told, weekday))
        if which == "the" and told and near and told < near:
            after = add_days(told, (weekday - told.weekday()) % 7)
            if after <= near:
                return on(after)
        if near is None:
            return None
        return on(add_days(near, _weekday_step(weekday, which, near, direction)))

    def _holiday(self, wording: Wording, direction: Direction) -> Moment | None:
        framed = self._frame(wording, direction)
        near = self.discourse.published
        shift = wording.count or 0
        year = wording.year
        if year is None and framed is not None and (first := framed.first()):
            year = first.year
        if year is None and near is None:
            year = self.discourse.year or self.discourse.newest_year
            if year is None:
                fixed = holiday(wording.name, 2001), holiday(wording.name, 2002)
                if fixed[0] and fixed[1] and fixed[0].replace(year=2002) == fixed[1]:
                    return Value(None, fixed[0].month, fixed[0].day)
                return None
        if year is not None:
            day = holiday(wording.name, year)
            return on(add_days(day, shift)) if day else None
        assert near is not None
        days = [d for step in (-1, 0, 1) if (d := holiday(wording.name, near.year + step))]
        if wording.which == "last":
            days = [d for d in days if d < near][-1:]
        elif wording.which == "next":
            days = [d for d in days if d > near][:1]
        chosen = _nearest([on(d) for d in days], near, direction)
        first = chosen.first() if chosen else None
        return on(add_days(first, shift)) if first else None

    def _deictic(self, wording: Wording, direction: Direction) -> Moment | None:
        near = self.discourse.published
        if near is None:
            return None
        day = add_days(near, wording.count or 0)
        return on(day)

    # Parts of the day, clocks.

    def _part(self, wording: Wording, direction: Direction) -> Moment | None:
        framed = self._frame(wording, direction)
        if wording.frame is not None:
            first = framed.first() if framed else None
            if wording.part == "overnight" and first:
                return between(first, add_days(first, 1))
            return framed
        day = self._current_day()
        if day is None:
            return None
        if wording.bound == "until" and wording.part == "morning":
            return on(add_days(day, 1))
        return on(day)

    def _current_day(self) -> date | None:
        """Return the day a time of day belongs to where none is named with it."""
        discourse = self.discourse
        near, told = discourse.published, discourse.day
        if near is None:
            return told
        if discourse.near_day and discourse.near_paragraph == self.paragraph:
            return discourse.near_day
        return near

    def _clock(self, wording: Wording, direction: Direction) -> Moment | None:
        if wording.frame is not None:
            framed = self._frame(wording, direction)
            day = framed.first() if framed else None
            part = _part_hour(wording)
        else:
            day, part = self._current_day(), None
            if self.discourse.day_paragraph == self.paragraph:
                part = self.discourse.day_part_hour
        if day is None or wording.hour is None:
            return None
        low = self._at(wording.low, day, part) if wording.low is not None else None
        high = self._at(wording, day, part)
        return Range(low, high) if low else high

    def _at(self, wording: Wording, day: date, part: int | None) -> Value:
        hour = wording.hour or 0
        if wording.count and part is not None and part >= 12 and hour < 12:
            hour += 12 if hour >= 5 or part < 20 else 0
        elif wording.count and part is None and hour < 7 and wording.minute is None:
            # Spoken hours of one to six are of the working day.
            hour += 12
        elif wording.count and part is not None and part < 12 and hour == 12:
            hour = 0
        if hour == 24:
            # Midnight ends the day it is named with.
            day, hour = (add_days(day, 1), 0) if wording.frame is not None else (day, 0)
        zone = ""
        if wording.zone:
            minutes = table("zones").get(wording.zone, 0)
            sign = "-" if minutes < 0 else "+"
            zone = f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}" if minutes else "Z"
        return replace(on(day), hour=hour, minute=wording.minute, zone=zone)

    # Seasons, quarters, halves, decades.

    def _season(self, wording: Wording, direction: Direction) -> Moment | None:
        assert wording.season is not None
        year = self._framed_year(wording, direction)
        if year is not None:
            return Value(year, season=wording.season)
        near = self.discourse.published
        if near is None:
            year = self.discourse.year or self.discourse.newest_year
            return Value(year, season=wording.season)
        # Spring, summer, autumn of this year; winter may have begun in the last.
        current = near.year - 1 if wording.season == 24 and near.month < 6 else near.year
        start = Value(current, season=wording.season).first()
        assert start is not None
        end = add_months(start, 3)
        which = wording.which.removeprefix("the ")
        if which == "last" or which == "previous":
            return Value(current - (near < end), season=wording.season)
        if which == "next":
            return Value(current + (near >= start), season=wording.season)
        if which in ("this past", "past"):
            return Value(current - (near < start), season=wording.season)
        if which in ("this", "this coming", "coming") or start <= near < end:
            return Value(current if near < end or which == "this" else current + 1, season=wording.season)
        if direction is Direction.FUTURE or (wording.bound == "until" and direction is not Direction.PAST):
            return Value(current + (near >= end), season=wording.season)
        return Value(current - (near < start and direction is Direction.PAST), season=wording.season)

    def _framed_year(self, wording: Wording, direction: Direction) -> int | None:
        if wording.year is not None:
            return wording.year
        framed = self._frame(wording, direction)
        first = framed.first() if framed else None
        return first.year if first else None

    def _quarter(self, wording: Wording, direction: Direction) -> Moment | None:
        assert wording.number is not None
        make, months = (half, 6) if wording.kind == "half" else (quarter, 3)
        year = self._framed_year(wording, direction)
        if year is None:
            near = self.discourse.published
            if near is None:
                year = self.discourse.year or self.discourse.newest_year
                return make(year, wording.number) if year else None
            # Results are reported after their quarter, plans before: the tense of either is
            # the present of business ("third-quarter net rises"), so nearness decides.
            starts = date(near.year, months * (wording.number - 1) + 1, 1)
            year = near.year
            ahead = (starts.year - near.year) * 12 + starts.month - near.month
            if direction is not Direction.FUTURE and ahead > (5 if months == 3 else 4):
                year -= 1
            if direction is Direction.FUTURE and add_months(starts, months) <= near and -ahead > 6:
                year += 1
        if wording.which == "year-ago" and wording.year is None:
            year -= 1
        return make(year, wording.number)

    _half = _quarter

    def _decade(self, wording: Wording, direction: Direction) -> Moment | None:
        return Value(wording.year, digits=wording.digits)

    _century = _decade

    # Units, distances.

    def _unit(self, wording: Wording, direction: Direction) -> Moment | None:
        discourse, unit = self.discourse, wording.unit
        near = discourse.published
        if wording.base == "context":
            return self._context_unit(wording, direction)
        if near is None:
            if unit in ("year", "decade", "century") and (year := discourse.year or discourse.newest_year):
                return unit_around(date(year, 6, 1), unit, wording.count or 0)
            return None
        if wording.which == "past":
            return self._past(unit, near)
        if unit == "weekend":
            return self._weekend(wording, near, direction)
        if wording.which in ("the", "this", "current"):
            return unit_around(near, unit, 0)
        return unit_around(near, unit, wording.count or 0)

    def _past(self, unit: str, near: date) -> Moment | None:
        """Return "the past year": the year up to now, told in months; other units as "last"."""
        if unit == "year":
            return Value(near.year - 1)
        return unit_around(near, unit, -1)

    def _weekend(self, wording: Wording, near: date, direction: Direction) -> Moment:
        coming = unit_around(near, "weekend")
        step = wording.count or 0
        if wording.which in ("last",) or step < 0:
            return unit_around(near, "weekend", -1)
        if wording.which in ("next", "upcoming") and near.weekday() > 3:
            return unit_around(near, "weekend", 1)
        if wording.which in ("this", "the") and direction is Direction.PAST and near.weekday() < 5:
            # On a Monday, "this weekend" with a past tense is the one that has just ended.
            return unit_around(near, "weekend", -1)
        return coming

    def _context_unit(self, wording: Wording, direction: Direction) -> Moment | None:
        discourse, unit = self.discourse, wording.unit
        if wording.which == "the":
            return self._definite(wording, direction)
        step = {"before": -1, "after": 1}.get(wording.which, 0)
        if unit in ("day", "week", "weekend", "fortnight"):
            told = discourse.day or discourse.published
            if told is None:
                return None
            if discourse.published and told > discourse.published and step and direction is Direction.PAST:
                told = discourse.published
            if unit == "weekend" and step and told.weekday() >= 5 and step < 0:
                return unit_around(told, unit, -1)
            if unit == "weekend" and step:
                return unit_around(told, unit, step if step < 0 else 0)
            return unit_around(told, unit, step)
        told = self._told()
        return unit_around(told, unit, step) if told else None

    def _told(self) -> date | None:
        """Return a day in the time last spoken of, whatever its size."""
        moment = self.discourse.moment
        return (moment.first() if moment else None) or self.discourse.published

    def _definite(self, wording: Wording, direction: Direction) -> Moment | None:
        """Return "the quarter", "the weekend", "the year": the one spoken of, or now."""
        discourse, unit = self.discourse, wording.unit
        near = discourse.published
        if unit == "quarter" and discourse.period is not None:
            return discourse.period
        if unit == "quarter" and near is not None:
            return unit_around(near, "quarter", -1)
        if unit == "weekend" and near is not None:
            return self._weekend(wording, near, Direction.PAST if direction is Direction.UNKNOWN else direction)
        if near is None:
            told = self._told()
            return unit_around(told, unit) if told else None
        return unit_around(near, unit)

    def _period(self, wording: Wording, direction: Direction) -> Moment | None:
        """Return a period compared with: "the year-ago quarter", "the 1988 period"."""
        told = self._period_told()
        framed = self._frame(wording, direction)
        near = self.discourse.published
        if wording.which == "latest" and near:
            ended = told.last() if told else None
            if wording.unit == "year":
                return Value(near.year - 1)
            if ended is None or not 0 <= (near - ended).days < 270:
                told = unit_around(near, "quarter", -1)
        year = wording.year
        if year is None and framed is not None and (first := framed.first()):
            year = first.year
        if told is None or (first := told.first()) is None:
            return Value(year) if year is not None else None
        if year is not None:
            return _shift_years(told, year - first.year)
        if wording.which == "year-ago":
            return _shift_years(told, -1)
        return told

    def _period_told(self) -> Moment | None:
        discourse = self.discourse
        if discourse.moment_sentence == self.sentence and discourse.moment is not None:
            moment = discourse.moment
            if isinstance(moment, Range) or moment.day is None:
                return moment
        return discourse.period

    sentence = -1

    def _offset(self, wording: Wording, direction: Direction) -> Moment | None:
        unit, count = wording.unit, wording.count or 0
        framed = self._frame(wording, direction)
        if wording.frame is not None:
            start = framed.first() if framed else None
            return _moved(start, unit, count, exact=True) if start else None
        if wording.base == "period" or wording.base == "published" and unit == "year" and count == -1:
            if unit == "year" and (told := self._period_told()) and told.first():
                return _shift_years(told, count)
            if unit == "year" and wording.base == "period" and (moved := self._from_moment(unit, count)):
                return moved
        if wording.base == "period" and unit in ("month", "quarter", "year"):
            return self._from_moment(unit, count)
        if wording.base in ("context", "period"):
            if unit in ("day", "week", "fortnight") and self.discourse.day:
                moved = _moved(self.discourse.day, unit, count, exact=True)
                if wording.weekday is not None and (first := moved.first()):
                    return on(_closest(first, wording.weekday))
                return moved
            return self._from_moment(unit, count)
        near = self.discourse.published
        if near is None:
            year = self.discourse.year
            return Value(year + count) if year and unit == "year" else None
        if wording.which == "in" and direction is not Direction.FUTURE:
            return None
        return _moved(near, unit, count, exact=False)

    def _from_moment(self, unit: str, count: int) -> Moment | None:
        told = self._told()
        return _moved(told, unit, count, exact=False) if told else None

    def _nth(self, wording: Wording, direction: Direction) -> Moment | None:
        framed = self._frame(wording, direction)
        count = wording.count or 1
        if framed is None or (first := framed.first()) is None or (last := framed.last()) is None:
            return None
        if wording.fuzz:
            return framed
        if wording.weekday is not None:
            if (last - first).days > 31:
                return None
            return on(nth_weekday(first.year, first.month, wording.weekday, count))
        if wording.unit == "day":
            return on(last if count < 0 else add_days(first, count - 1))
        if wording.unit == "decade":
            return Value(first.year + 10 * (count - 1), digits=3) if count > 0 else None
        if wording.unit in ("half", "quarter"):
            number = count if count > 0 else 2 if wording.unit == "half" else 4
            return (half if wording.unit == "half" else quarter)(first.year, min(number, 4))
        if wording.unit == "week":
            return between(add_days(last, -6), last) if count < 0 else between(add_days(first, 7 * count - 7), add_days(first, 7 * count - 1))
        if wording.unit == "weekend":
            saturday = add_days(first, (5 - first.weekday()) % 7)
            return between(add_days(saturday, 7 * count - 7), add_days(saturday, 7 * count - 6))
        return None

    def _anniversary(self, wording: Wording, direction: Direction) -> Moment | None:
        framed = self._frame(wording, direction)
        first = framed.first() if framed else None
        return on(add_months(first, 12 * (wording.count or 0))) if first else None

    def _around(self, wording: Wording, direction: Direction) -> Moment | None:
        framed = self._frame(wording, direction)
        first = framed.first() if framed else None
        return unit_around(first, wording.unit) if first else None

    def _span(self, wording: Wording, direction: Direction) -> Moment | None:
        """Return "the past three months": from so long before up to now."""
        near, unit, count = self.discourse.published, wording.unit, wording.count or 0
        if near is None or not count or unit == "minute":
            return None
        if unit == "hour":
            days = max(1, round(abs(count) / 24))
            other = add_days(near, days if count > 0 else -days)
        elif unit in ("day", "week", "fortnight"):
            step = {"day": 1, "week": 7, "fortnight": 14}[unit] * count
            other = add_days(near, step)
        else:
            moved = _moved(near, unit, count, exact=False)
            now = Value(near.year, near.month) if unit in ("month", "quarter") else Value(near.year)
            if isinstance(moved, Range):
                return None
            return Range(moved, now) if count < 0 else Range(now, moved)
        return between(min(near, other), max(near, other))

    def _range(self, wording: Wording, direction: Direction) -> Moment | None:
        low, high = wording.low, wording.high
        assert low is not None and high is not None
        if low.kind == high.kind == "weekday" and low.frame is None:
            low.frame = high.frame
        _share(low, high)
        if low.kind == "part" and low.frame and low.frame.kind == "weekday" or low.kind == "weekday":
            return self._weekday_range(low, high, direction)
        first = self._plain(low, direction)
        if high.kind == "date" and high.month is None and high.year is None and first is not None and first.first():
            start = first.first()
            assert start is not None
            last: Moment | None = _on(start.year, start.month, high.day or 1)
            if last and last.first() and last.first() < start:  # type: ignore[operator]
                later = add_months(start.replace(day=1), 1)
                last = _on(later.year, later.month, high.day or 1)
        elif high.kind == "weekday" and first is not None and (start := first.first()):
            last = on(add_days(start, ((high.weekday or 0) - start.weekday()) % 7))
        else:
            last = self._plain(high, direction)
        return self._pair(low, high, first, last)

    def _pair(self, low: Wording, high: Wording, first: Moment | None, last: Moment | None) -> Moment | None:
        if first is None or last is None:
            return first if last is None else last
        start = first.low if isinstance(first, Range) else first
        end = last.high if isinstance(last, Range) else last
        if start and end and (a := start.first()) and (b := end.first()) and a > b:
            if low.kind == "date" and low.year is None and start.year:
                start = replace(start, year=start.year - 1)
            elif high.kind == "date" and high.year is None and end.year:
                end = replace(end, year=end.year + 1)
            else:
                start, end = end, start
        return Range(start, end)

    def _weekday_range(self, low: Wording, high: Wording, direction: Direction) -> Moment | None:
        if direction is Direction.FUTURE:
            first, last = self._plain(low, direction), self._plain(high, direction)
        else:
            last, first = self._plain(high, direction), self._plain(low, direction)
        start = first.first() if first else None
        end = last.first() if last else None
        if start is None or end is None:
            return None
        near = self.discourse.published
        if direction is Direction.UNKNOWN and near and high.kind == "weekday" and end < start == near:
            return between(start, add_days(start, ((high.weekday or 0) - start.weekday()) % 7))
        if end < start:
            if direction is Direction.FUTURE or high.kind != "weekday":
                end = add_days(end, 7 * (1 + (start - end).days // 7)) if high.kind == "weekday" else end
            else:
                start = add_days(start, -7 * (1 + (start - end).days // 7))
        elif (end - start).days > 6 and low.kind == "weekday":
            start = add_days(start, 7 * ((end - start).days // 7))
        return between(min(start, end), max(start, end))


def _value(wording: Wording) -> Value:
    value = Value(wording.year, wording.month, wording.day, digits=wording.digits)
    if wording.hour is not None:
        value = replace(value, hour=wording.hour, minute=wording.minute, zone=wording.zone)
    return replace(value, some_day=wording.which == "some day")


def _on(year: int, month: int, day: int) -> Value | None:
    value = Value(year, month, day)
    return value if value.first() else None


def _nearest(candidates: list[Value], near: date, direction: Direction) -> Value | None:
    def cost(value: Value) -> float:
        first, last = value.first(), value.last()
        if first is None or last is None:
            return 1e9
        if first <= near <= last:
            return 0
        ahead = (first - near).days
        if ahead > 0:
            return ahead * (AGAINST_THE_TENSE if direction is Direction.PAST else 1)
        return (near - last).days * (AGAINST_THE_TENSE if direction is Direction.FUTURE else 1)

    return min(candidates, key=cost, default=None)


def _closest(day: date, weekday: int) -> date:
    step = (weekday - day.weekday()) % 7
    return add_days(day, step if step <= 3 else step - 7)


def _weekday_step(weekday: int, which: str, near: date, direction: Direction) -> int:
    """Return the days from `near` to the weekday that `which` and the tense point at."""
    ahead = (weekday - near.weekday()) % 7
    behind = ahead - 7 if ahead else 0
    if which in ("last", "past", "this past", "previous", "the past"):
        return ahead - 7
    if which == "before last":
        return ahead - 14
    if which == "next":
        return ahead + 7 if ahead <= TOO_NEAR_FOR_NEXT else ahead
    if which in ("coming", "upcoming", "this coming", "the coming", "following"):
        return ahead or 7
    if which == "week":
        return (ahead or 7) + 7 if ahead else 7
    if which == "fortnight":
        return ahead + 14
    if which == "this":
        if direction is Direction.PAST and ahead:
            return behind
        return ahead
    return ahead if direction is Direction.FUTURE else behind


def _moved(start: date, unit: str, count: int, *, exact: bool) -> Moment:
    """Return the time `count` units from `start`, as exact as the unit is."""
    if unit in ("day", "week", "fortnight", "weekend"):
        return on(add_days(start, count * {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit]))
    if unit in ("hour", "minute"):
        return on(add_days(start, round(count / (24 if unit == "hour" else 1440))))
    if unit in ("month", "quarter"):
        moved = add_months(start, count * (3 if unit == "quarter" else 1))
        if unit == "quarter":
            return unit_around(moved, "quarter")
        return on(moved) if exact else Value(moved.year, moved.month)
    years = count * {"decade": 10, "century": 100}.get(unit, 1)
    if exact:
        return on(add_months(start, 12 * years))
    return Value(min(max(start.year + years, 1), 9998))


def _shift_years(moment: Moment, count: int) -> Moment:
    if isinstance(moment, Range):
        low = replace(moment.low, year=moment.low.year + count) if moment.low and moment.low.year else moment.low
        high = replace(moment.high, year=moment.high.year + count) if moment.high and moment.high.year else moment.high
        return Range(low, high)
    return replace(moment, year=moment.year + count) if moment.year else moment


def _part_hour(wording: Wording) -> int | None:
    at: Wording | None = wording.frame
    while at is not None:
        if at.part and at.hour is not None:
            return at.hour
        at = at.frame
    return None


def _share(low: Wording, high: Wording) -> None:
    """Give the first side of a range the month and year that only the last names."""
    if low.kind == "date" and high.kind == "date":
        if low.month is None and low.day is not None and low.year is None:
            low.month, low.year = high.month, high.year
        if low.year is None and low.day is not None and high.year is not None:
            low.year = high.year
            if low.month and high.month and low.month > high.month:
                low.year -= 1
        if low.month is not None and low.year is None and high.year is not None and low.day is None:
            low.year = high.year - (low.month > (high.month or 12))
