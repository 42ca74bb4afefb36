"""Gaps: what could not be resolved in a reading, and why, put together by reason.

Each empty field of a finding has its reason in `why`; here they are counted, so that a
person sees at once what the article leaves open and what dateline could not read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from dateline.export.clean import to_line
from dateline.export.lookups import Lookup, clip_words, words
from dateline.records.readings import Why
from dateline.records.texts import Span

# Codes of other codebooks are derived; that they lack a code says nothing about the article.
DERIVED = frozenset({"cameo", "acled", "codes.cameo", "codes.acled", "codes", "confidence"})
# Where these are empty, nothing is amiss: an open bound is shown as such, most figures are
# part of no other, and not every type has modes.
SHOWN_ELSEWHERE = frozenset(
    {"low", "high", "part_of", "per", "unit", "mode", "addressee", "lat", "lon"}
)
KINDS = ("events", "statements", "figures", "times", "places", "people and bodies", "sources")
# These come last and without examples: the article is silent, nobody failed.
SILENT = frozenset({"not-stated", "not-applicable"})


class Gap(msgspec.Struct, frozen=True, kw_only=True):
    """One field that is empty for one reason in some findings of one kind."""

    kind: str
    field: str
    reason: str
    spans: tuple[Span, ...]
    total: int

    @property
    def is_silence(self) -> bool:
        """Whether the article just does not say."""
        return self.reason in SILENT

    @property
    def field_words(self) -> str:
        """What the field is called."""
        return words("fields").get(self.field, self.field.replace("_", " "))

    @property
    def reason_words(self) -> str:
        """Why it is empty."""
        return words("reasons").get(self.reason, self.reason.replace("-", " "))

    @property
    def counted(self) -> str:
        """Which field it is, and in how many of the findings: "place (15 of 29 events)"."""
        return f"{self.field_words} ({len(self.spans)} of {self.total} {self.kind})"

    def examples(self, most: int = 3) -> tuple[Span, ...]:
        """Return the first findings with this gap, each wording once."""
        seen: dict[str, Span] = {}
        for span in self.spans:
            seen.setdefault(to_line(span.text).lower(), span)
        return tuple(seen.values())[:most]


def find_gaps(lookup: Lookup) -> list[Gap]:
    """Return the gaps of a reading: what dateline could not do first, silence last."""
    found: dict[tuple[str, str, str], list[Span]] = {}
    totals: dict[str, int] = {}
    for kind, span, why in _reasons(lookup):
        totals[kind] = totals.get(kind, 0) + 1
        for field, reason in why.items():
            if field not in DERIVED and field not in SHOWN_ELSEWHERE:
                found.setdefault((kind, field, reason), []).append(span)
    gaps = [
        Gap(kind=kind, field=field, reason=reason, spans=tuple(spans), total=totals[kind])
        for (kind, field, reason), spans in found.items()
    ]
    order = list(words("reasons"))
    rank = {reason: number for number, reason in enumerate(order)}
    gaps.sort(key=lambda g: (rank.get(g.reason, 5.5), KINDS.index(g.kind), -len(g.spans)))
    return gaps


def _reasons(lookup: Lookup) -> Iterator[tuple[str, Span, Why]]:
    reading = lookup.reading
    for event in reading.events:
        yield "events", event.trigger, event.why
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
