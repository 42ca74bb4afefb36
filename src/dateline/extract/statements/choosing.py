"""Which reports stay where several cover the same words."""

from __future__ import annotations

from dateline.extract.statements.reports import Report


def choose(reports: list[Report]) -> list[Report]:
    """Return the reports without those that say the same of the same words.

    Two contents are the same when they share at least 60 % of the words of both; the
    higher rank stays. Of several reports by one verb, the best ranked stays.
    """
    kept: list[Report] = []
    by_verb: dict[int, list[Report]] = {}
    for report in sorted(reports, key=lambda r: (-r.rank, r.first)):
        if report.verb >= 0 and any(
            other.rank > report.rank for other in by_verb.get(report.verb, ())
        ):
            continue
        if any(_same(report, other) for other in _near(kept, report)):
            continue
        kept.append(report)
        by_verb.setdefault(report.verb, []).append(report)
    return sorted(kept, key=lambda r: (r.first, -r.end))


def _near(kept: list[Report], report: Report) -> list[Report]:
    return [other for other in kept if other.first < report.end and report.first < other.end]


def _same(one: Report, other: Report) -> bool:
    shared = one.shared(other)
    return shared >= 0.6 * (one.size() + other.size() - shared)
