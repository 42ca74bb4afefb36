"""Anchors: the names by which a page's findings and their words lead to each other.

They are made from a finding's number and not from its id, so that an id of a reading from
elsewhere cannot reach into the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from dateline.export.facts import (
    Fact,
    entity_facts,
    event_facts,
    figure_facts,
    place_facts,
    statement_facts,
    time_facts,
)
from dateline.export.lookups import Lookup
from dateline.export.marks import Mark, to_safe
from dateline.records.readings import Mention, Time
from dateline.records.texts import Span

LETTERS = {
    "event": "E", "statement": "S", "figure": "F", "place": "P", "time": "T", "people": "N",
}  # fmt: skip


class Anchors:
    """The anchors of one article on a page; `prefix` keeps articles apart."""

    def __init__(self, lookup: Lookup, prefix: str) -> None:
        """Give the findings of each kind their numbers, in text order."""
        reading = lookup.reading
        self.prefix = prefix
        self._numbers: dict[tuple[str, str], int] = {}
        for kind, ids in (
            ("event", [e.id for e in sorted(reading.events, key=lambda e: e.trigger)]),
            ("statement", [s.id for s in reading.statements]),
            ("figure", [f.id for f in reading.figures]),
            ("place", [p.id for p in reading.places]),
            ("time", [t.id for t in reading.times]),
            ("people", [e.id for e in reading.entities]),
        ):
            for number, finding in enumerate(ids, 1):
                self._numbers.setdefault((kind, finding), number)

    def tag(self, kind: str, finding: str) -> str:
        """Return the short name of a finding on the page: "F12"."""
        return f"{LETTERS[kind]}{self._numbers.get((kind, finding), 0)}"

    def listed(self, kind: str, finding: str) -> str:
        """Return the anchor of a finding in the lists."""
        return f"{self.prefix}{self.tag(kind, finding)}"

    def in_text(self, kind: str, finding: str) -> str:
        """Return the anchor of a finding's first words."""
        return f"{self.prefix}{self.tag(kind, finding)}w"


def find_marks(lookup: Lookup, anchors: Anchors) -> list[Mark]:
    """Return the marks of all findings of an article."""
    reading, marks = lookup.reading, list[Mark]()
    for statement in reading.statements:
        facts = statement_facts(lookup, statement)
        marks += _marks("statement", statement.id, statement.content, facts, anchors)
    for figure in reading.figures:
        span = Span(figure.start, figure.end)
        marks += _marks("figure", figure.id, [span], figure_facts(lookup, figure), anchors)
    for event in reading.events:
        spans = [event.trigger, *(m for m in event.mentions if m != event.trigger)]
        marks += _marks("event", event.id, spans, event_facts(lookup, event), anchors)
    for place in reading.places:
        marks += _marks("place", place.id, place.mentions, place_facts(place), anchors)
    for time in reading.times:
        marks += _marks("time", time.id, [time], time_facts(time), anchors)
    for entity in reading.entities:
        facts = entity_facts(lookup, entity)
        marks += _marks("people", entity.id, entity.mentions, facts, anchors)
    return marks


def _marks(
    kind: str, finding: str, spans: Iterable[Span | Mention | Time], facts: Iterable[Fact],
    anchors: Anchors,
) -> Iterator[Mark]:  # fmt: skip
    made = card(facts)
    for number, span in enumerate(spans):
        yield Mark(
            start=span.start,
            end=span.end,
            kind=kind,
            tag=anchors.tag(kind, finding),
            target=anchors.listed(kind, finding),
            card=made,
            anchor=anchors.in_text(kind, finding) if number == 0 else None,
        )


def card(facts: Iterable[Fact]) -> str:
    """Return facts as the cells of a card."""
    return "".join(
        f"<b>{escape(name)}</b><span{' class=gone' if name == 'missing' else ''}>"
        f"{to_safe(value)}</span>"
        for name, value in facts
    )
