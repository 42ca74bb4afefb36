"""The edges of a content in the text: no "that", no outer marks, no final stops."""

from __future__ import annotations

from bisect import bisect_left

from dateline.extract.statements.datelines import after_dateline
from dateline.extract.statements.quotes import Quote
from dateline.extract.statements.reports import Range, Report
from dateline.records.parses import Parse
from dateline.records.readings import Manner

LEADING = " \t\n\r,;:–—―"
TRAILING = " \t\n\r,;:.-–—―"
SIGNS_BEFORE = frozenset({",", ":", ";", "-", "–", "—", "--", ".", ")", "]"})
SIGNS_AFTER = frozenset({",", ":", ";", "-", "–", "—", "--", ".", "(", "[", "and", "but"})


class Marks:
    """The quotations of a text, looked up by where they stand."""

    def __init__(self, quotes: list[Quote]) -> None:
        """Take the quotations in text order."""
        self.quotes = quotes
        self._starts = [quote.start for quote in quotes]

    def near(self, start: int, end: int) -> list[Quote]:
        """Return the quotations that touch the offsets from `start` to `end`."""
        first = bisect_left(self._starts, start)
        # An outer quotation stands before the inner ones that it holds.
        first = max(0, first - 4)
        last = bisect_left(self._starts, end + 3)
        return [q for q in self.quotes[first:last] if q.outer_end >= start and q.outer_start <= end]


def find_spans(parse: Parse, report: Report, marks: Marks) -> list[Range]:
    """Return the offsets of a report's content."""
    spans = report.spans
    if not spans:
        spans = [
            _with_quotation(marks, parse.starts[first], parse.ends[end - 1])
            for first, end in _trimmed(parse, report)
        ]
    neat = (_neat(parse.text, start, end, marks) for start, end in spans)
    return [span for span in neat if span[0] < span[1]]


def _trimmed(parse: Parse, report: Report) -> list[Range]:
    """Return the content's tokens without signs and joining words at the edges."""
    kept = []
    for number, (low, high) in enumerate(report.content):
        first, end = low, high
        if number == 0:
            first = min(after_dateline(parse, low), high - 1)
            if parse.lowers[first] == "that" and _joins(parse, first, report):
                first += 1
        while first < end and parse.lowers[first] in SIGNS_BEFORE:
            first += 1
        while end > first and parse.lowers[end - 1] in SIGNS_AFTER:
            end -= 1
        if first < end:
            kept.append((first, end))
    return kept


def _joins(parse: Parse, that: int, report: Report) -> bool:
    """Return whether a "that" only joins a clause to its cue."""
    joins = parse.deps[that] == "mark" or parse.tags[that] == "IN"
    return joins or report.rule.endswith("clause-ordered")


def _neat(text: str, start: int, end: int, marks: Marks) -> Range:
    """Return a span without the marks that enclose all of it, blanks and stops."""
    near = marks.near(start, end)
    before = (-1, -1)
    while before != (start, end) and start < end:
        before = (start, end)
        while start < end and text[start] in LEADING:
            start += 1
        while start < end and text[end - 1] in TRAILING:
            end -= 1
        for quote in near:
            start, end = _without_marks(quote, start, end)
    return start, end


def _with_quotation(marks: Marks, start: int, end: int) -> Range:
    """Return a content with all of a quotation that it begins or stops in."""
    for quote in marks.near(start, end):
        if quote.inner or not (quote.closed and quote.opened):
            continue
        if start <= quote.start < end <= quote.end:
            end = quote.outer_end
        elif start == quote.start and quote.outer_end < end:
            start = quote.outer_start
    return start, end


def _without_marks(quote: Quote, start: int, end: int) -> Range:
    if quote.outer_start == start:
        if quote.outer_end >= end - 1:
            return quote.start, min(end, quote.end)
        return (start if quote.closed else quote.start), end
    if quote.outer_end == end and quote.start <= start:
        # The mark closes a quotation that begins with the span, or before it.
        return start, quote.end
    return start, end


def find_manner(report: Report, spans: list[Range], marks: Marks) -> Manner:
    """Return direct, mixed or indirect: at least 90 %, part or none of it between marks."""
    if report.kind == "turn":
        return "direct"
    whole = inside = 0
    for start, end in spans:
        whole += end - start
        for quote in marks.near(start, end):
            if not quote.inner:
                inside += max(0, min(end, quote.end) - max(start, quote.start))
    if inside >= 0.9 * whole:
        return "direct"
    return "mixed" if inside > 0 else "indirect"
