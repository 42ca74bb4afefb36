"""When and where somebody said something: the times and places beside the cue."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dateline.extract.statements.reports import Range, Report
from dateline.records.parses import Parse
from dateline.records.readings import Place, Time


class Circumstances:
    """Looks up the times and places of a text by offset."""

    def __init__(self, times: tuple[Time, ...], places: tuple[Place, ...]) -> None:
        """Order the mentions by their start."""
        self.times = sorted((time.start, time.end, time.id) for time in times)
        self.places = sorted((m.start, m.end, place.id) for place in places for m in place.mentions)

    def time_of(self, parse: Parse, report: Report, spans: list[Range]) -> str | None:
        """Return the id of the time nearest to the cue that tells when it was said."""
        return _nearest(parse, report, spans, self.times, None)

    def place_of(self, parse: Parse, report: Report, spans: list[Range]) -> str | None:
        """Return the id of the place, after "in" or "at", where it was said."""
        return _nearest(parse, report, spans, self.places, frozenset({"in", "at", "from"}))


def _nearest(
    parse: Parse,
    report: Report,
    spans: list[Range],
    mentions: list[tuple[int, int, str]],
    after: frozenset[str] | None,
) -> str | None:
    if report.cue is None or report.rule.startswith(("phrase", "noun", "adverb")):
        return None
    low, high = parse.sentences[parse.sentence_of[report.cue[0]]]
    begin, stop = parse.starts[low], parse.ends[high - 1]
    at = parse.starts[report.cue[0]]
    source = (
        (parse.starts[report.source[0]], parse.ends[report.source[1] - 1])
        if report.source
        else (at, at)
    )
    taken = [*spans, source]
    best: tuple[int, str] | None = None
    first = bisect_left(mentions, (begin, 0, ""))
    for start, end, name in mentions[first : bisect_right(mentions, (stop, 0, ""))]:
        if any(s < end and start < e for s, e in taken):
            continue
        if (
            after is not None
            and parse.lowers[max(0, parse.tokens_in(start, end)[0] - 1)] not in after
        ):
            continue
        distance = abs(start - at)
        if best is None or distance < best[0]:
            best = (distance, name)
    return best[1] if best else None
