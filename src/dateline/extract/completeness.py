"""Completeness: the last step of finding, after which a reading keeps its promises.

Every field that is None has its reason in `why` ("not-stated" where the layer gave none;
"open" for the open side of a figure's range), ids are unique, and every id that a finding
refers to is there. What had to be mended is counted, for it is a defect of a layer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import msgspec

from dateline.records.readings import Event, Figure, Link, Statement, Voice
from dateline.records.texts import Span

NOT_STATED = "not-stated"
OPEN = "open"
UNRESOLVED = "unresolved"

# Spans that a finding can do without, and lists of spans of which one has to be left.
OPTIONAL_SPANS = frozenset({"source", "cue", "span", "of"})
SPAN_LISTS = ("mentions", "content")

Record = TypeVar("Record", bound=msgspec.Struct)


def explain_nulls(record: Record) -> Record:
    """Return a finding with a reason for every field that is None.

    >>> from dateline.records.readings import Time
    >>> explain_nulls(Time(id="t1", start=1, end=2)).why
    {'edtf': 'not-stated'}
    """
    why: Mapping[str, str] = record.why  # type: ignore[attr-defined]
    nulls = [name for name in record.__struct_fields__ if getattr(record, name) is None]
    missing = [name for name in nulls if name not in why]
    stale = [name for name in why if name not in nulls and name in record.__struct_fields__]
    if not missing and not stale:
        return record
    reasons = {name: reason for name, reason in why.items() if name not in stale}
    for name in missing:
        is_open = isinstance(record, Figure) and name in {"low", "high"}
        reasons[name] = OPEN if is_open else NOT_STATED
    return msgspec.structs.replace(record, why=reasons)


class Mender:
    """Mends the references among the findings of one text, and counts what it mended."""

    def __init__(self, **ids: set[str]) -> None:
        """Take the ids that exist, by kind: entity, place, time, voice, figure."""
        self.ids = ids
        self.mended: list[str] = []

    def voice(self, voice: Voice) -> Voice:
        """Return a voice whose sources are entities, with reasons where they are not."""
        return msgspec.structs.replace(voice, chain=tuple(self._link(x) for x in voice.chain))

    def _link(self, link: Link) -> Link:
        return explain_nulls(self._references(link, source="entity"))

    def statement(self, found: Statement) -> Statement:
        """Return a statement that refers to nothing that is not there."""
        return explain_nulls(
            self._references(
                found,
                speaker="entity",
                addressee="entity",
                time="time",
                place="place",
                voice="voice",
            )
        )

    def figure(self, found: Figure) -> Figure:
        """Return a figure that refers to nothing that is not there."""
        low, high = _whole(found.low), _whole(found.high)
        if (type(low), type(high)) != (type(found.low), type(found.high)):
            found = msgspec.structs.replace(found, low=low, high=high)
        return explain_nulls(
            self._references(found, part_of="figure", time="time", place="place", voice="voice")
        )

    def event(self, found: Event) -> Event:
        """Return an event that refers to nothing that is not there."""
        for name, kind in (("actors", "entity"), ("recipients", "entity"), ("figures", "figure")):
            named = getattr(found, name)
            kept = tuple(one for one in named if one in self.ids[kind])
            if kept != named:
                self.mended.append(f"{found.id}.{name}")
                found = msgspec.structs.replace(found, **{name: kept})
        return explain_nulls(self._references(found, time="time", place="place", voice="voice"))

    def _references(self, record: Record, **kinds: str) -> Record:
        changes: dict[str, Any] = {}
        for name in OPTIONAL_SPANS.intersection(record.__struct_fields__):
            span = getattr(record, name)
            # A link's source is an id.
            if isinstance(span, Span) and span.start >= span.end:
                self.mended.append(f"{getattr(record, 'id', 'link')}.{name}")
                changes[name] = None
        for name, kind in kinds.items():
            named = getattr(record, name)
            if named is not None and named not in self.ids[kind]:
                self.mended.append(f"{getattr(record, 'id', 'link')}.{name}")
                changes[name] = "v0" if kind == "voice" else None
        if not changes:
            return record
        why = record.why | {name: UNRESOLVED for name, new in changes.items() if new is None}  # type: ignore[attr-defined]
        return msgspec.structs.replace(record, **changes, why=why)


def with_sound_spans(
    records: Iterable[Record], mended: Callable[[str], None]
) -> tuple[Record, ...]:
    """Return the records that mark words; a span that ends where it begins marks none."""
    kept: list[Record] = []
    for record in records:
        changes: dict[str, Any] = {}
        own: Any = getattr(record, "trigger", record)
        sound = not hasattr(own, "start") or own.start < own.end
        for name in SPAN_LISTS:
            spans = getattr(record, name, ())
            left = tuple(span for span in spans if span.start < span.end)
            if len(left) < len(spans):
                changes[name] = left
                # An event's further mentions may be none.
                sound = sound and bool(left or hasattr(record, "trigger"))
        if changes or not sound:
            mended(f"{getattr(record, 'id', '')}.spans")
        if sound:
            kept.append(msgspec.structs.replace(record, **changes) if changes else record)
    return tuple(kept)


def _whole(bound: float | None) -> float | None:
    """Return a bound as an int where it is whole, so that it is written the same always."""
    is_whole = isinstance(bound, float) and bound.is_integer()
    return int(bound) if is_whole and bound is not None else bound


def with_unique_ids(
    records: Iterable[Record], taken: set[str], repeated: Callable[[str], None]
) -> tuple[Record, ...]:
    """Return the records with ids that no other has; a repeated one gets a letter more."""
    kept: list[Record] = []
    for record in records:
        name: str = record.id  # type: ignore[attr-defined]
        if name in taken:
            repeated(name)
            letters = "abcdefghijklmnopqrstuvwxyz"
            name = next(
                (name + more for more in letters if name + more not in taken),
                f"{name}-{len(taken)}",
            )
            record = msgspec.structs.replace(record, id=name)  # noqa: PLW2901 - the one kept
        taken.add(name)
        kept.append(record)
    return tuple(kept)
