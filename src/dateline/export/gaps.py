"""Gaps: what could not be resolved in a reading, and why, put together by reason.

Each empty field of a finding has its reason in `why`; here they are counted, so that a
person sees at once what the article leaves open and what dateline could not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.export.clean import to_line
from dateline.export.excerpts import clip_words
from dateline.export.lookups import Lookup, words
from dateline.records.readings import Why
from dateline.records.texts import Span

# Codes of other codebooks are derived; that they lack a code says nothing about the article.
DERIVED = frozenset({"cameo", "acled", "codes.cameo", "codes.acled", "codes", "confidence"})
# Where these are empty, nothing is amiss: an open bound is shown as such, most figures are
# part of no other, and not every type has modes.
SHOWN_ELSEWHERE = frozenset({"low", "high", "part_of", "per", "unit", "mode", "addressee", "lon"})
KINDS = ("events", "statements", "figures", "times", "places", "people and bodies", "sources")
# Silence that a reader wants to know of; of most other fields it is the rule.
TELLING = frozenset(
    {
        ("events", "date"), ("events", "place"), ("events", "actors"), ("events", "recipients"),
        ("statements", "speaker"), ("figures", "of"), ("figures", "time"), ("figures", "place"),
        ("times", "edtf"), ("places", "geonameid"),
    }
)  # fmt: skip
# Come last and without examples: the article is silent, nobody failed.
SILENT = frozenset({"not-stated"})
# Nothing is missing: there is no such value.
NOTHING_AMISS = frozenset(
    {"not-applicable", "no-mode", "no-such-code", "no-country", "whole-country", "open"}
)


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """Fields of one kind of finding that are empty for one reason."""

    kind: str
    reason: str
    fields: tuple[str, ...]
    spans: tuple[Span, ...]
    total: int

    @property
    def is_silence(self) -> bool:
        """Whether the article just does not say."""
        return self.reason in SILENT

    @property
    def reason_words(self) -> str:
        """Why they are empty."""
        return words("reasons").get(self.reason, self.reason.replace("-", " "))

    @property
    def counted(self) -> str:
        """Which fields, and in how many of the findings: "place (15 of 29 events)"."""
        names = dict.fromkeys(words("fields").get(f, f.replace("_", " ")) for f in self.fields)
        return f"{', '.join(names)} ({len(self.spans)} of {self.total} {self.kind})"

    def examples(self, most: int = 3) -> tuple[Span, ...]:
        """Return the first findings with this gap, each wording once."""
        seen: dict[str, Span] = {}
        for span in self.spans:
            seen.setdefault(to_line(span.text).lower(), span)
        return tuple(seen.values())[:most]


def find_gaps(lookup: Lookup) -> list[Gap]:
    """Return the gaps of a reading: what dateline could not do first, silence last.

    Where the article is silent, each field is a gap of its own; where something failed, the
    fields that failed together are one.
    """
    found: dict[tuple[str, str, str], dict[Span, list[str]]] = {}
    totals: dict[str, int] = {}
    for kind, span, why in _reasons(lookup):
        totals[kind] = totals.get(kind, 0) + 1
        for field, reason in why.items():
            if not is_gap(field, reason):
                continue
            silent = reason in SILENT
            if not silent or (kind, field) in TELLING:
                key = (kind, reason, field if silent else "")
                found.setdefault(key, {}).setdefault(span, []).append(field)
    gaps = [
        Gap(
            kind=kind,
            reason=reason,
            fields=tuple(dict.fromkeys(field for fields in spans.values() for field in fields)),
            spans=tuple(spans),
            total=totals[kind],
        )
        for (kind, reason, _), spans in found.items()
    ]
    rank = {reason: number for number, reason in enumerate(words("reasons"))}
    gaps.sort(key=lambda g: (rank.get(g.reason, 5.5), KINDS.index(g.kind), -len(g.spans)))
    return gaps


def is_gap(field: str, reason: str) -> bool:
    """Return whether an empty field is worth a reader's while."""
    return not (field in DERIVED or field in SHOWN_ELSEWHERE or reason in NOTHING_AMISS)


def _reasons(lookup: Lookup) -> Iterator[tuple[str, Span, Why]]:
    reading = lookup.reading
    for event in reading.events:
        why = dict(event.why)
        # `date` is there only where it is not the value of `time`: one of them is enough.
        if why.pop("time", None) and "date" not in why:
            why["date"] = event.why["time"]
        if lookup.event_date(event):
            why.pop("date", None)
        yield "events", event.trigger, why
    for statement in reading.statements:
        yield "statements", _first(statement.content), statement.why
    for figure in reading.figures:
        yield "figures", Span(figure.start, figure.end, figure.text), figure.why
    for time in reading.times:
        yield "times", Span(time.start, time.end, time.text), time.why
    for place in reading.places:
        yield "places", _first(place.mentions), place.why
    for entity in reading.entities:
        first = entity.mentions[0] if entity.mentions else None
        span = Span(first.start, first.end, first.text) if first else Span(0, 0)
        yield "people and bodies", span, entity.why
    for voice in reading.voices:
        for link in voice.chain:
            yield "sources", link.span or link.cue or Span(0, 0), link.why


def _first(spans: Sequence[Span]) -> Span:
    return spans[0] if spans else Span(0, 0)


def short(span: Span, room: int = 40) -> str:
    """Return the words of a span, cut to `room`."""
    return clip_words(to_line(span.text), room)
