"""Which reports stay: the best of those that cover the same words, and few inside others."""

from __future__ import annotations

from dateline.extract.statements.reports import Report
from dateline.records.parses import Parse

# Rules whose content is a clause: what is said, not only what it is about.
CLAUSAL = frozenset({"clause", "clause-before", "parataxis", "as", "tail"})
FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us", "one", "everyone", "nobody", "people"})
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "that", "which"})


def choose(parse: Parse, reports: list[Report]) -> list[Report]:
    """Return the reports without those that say the same of the same words.

    Two contents are the same when they share at least 60 % of the words of both; the
    higher rank stays. Of several reports by one verb, the best ranked stays.
    """
    kept: list[Report] = []
    by_verb: dict[int, list[Report]] = {}
    near = _Nearby(len(parse.sentences))
    for report in sorted(reports, key=lambda r: (-r.rank, r.first, -r.end)):
        if report.verb >= 0 and any(
            other.rank > report.rank for other in by_verb.get(report.verb, ())
        ):
            continue
        sentences = near.range_of(parse, report)
        if any(_same(report, other) for other in near.at(sentences)):
            continue
        kept.append(report)
        near.add(sentences, report)
        by_verb.setdefault(report.verb, []).append(report)
    kept.sort(key=lambda r: (r.first, -r.end))
    return [report for report in kept if _may_stay(parse, report, near)]


class _Nearby:
    """The reports of each sentence, so that only neighbours are compared."""

    def __init__(self, sentences: int) -> None:
        self.by_sentence: list[list[Report]] = [[] for _ in range(sentences)]

    @staticmethod
    def range_of(parse: Parse, report: Report) -> tuple[int, int]:
        return parse.sentence_of[report.first], parse.sentence_of[report.end - 1] + 1

    def at(self, sentences: tuple[int, int]) -> list[Report]:
        found: dict[int, Report] = {}
        for number in range(*sentences):
            for report in self.by_sentence[number]:
                found[id(report)] = report
        return list(found.values())

    def add(self, sentences: tuple[int, int], report: Report) -> None:
        for number in range(*sentences):
            self.by_sentence[number].append(report)


def _same(one: Report, other: Report) -> bool:
    shared = one.shared(other)
    return shared >= 0.6 * (one.size() + other.size() - shared)


def _may_stay(parse: Parse, report: Report, near: _Nearby) -> bool:
    """Return whether a report inside another's content is worth its own line.

    Within words that somebody says, "I think" and "they want" are part of what is said.
    What stays is what another one, named there, is told to have said.
    """
    if report.cue is None:
        return True
    at = report.cue[0]
    sentence = parse.sentence_of[at]
    hosts = [
        other
        for other in near.by_sentence[sentence]
        if other is not report and any(first <= at < end for first, end in other.content)
    ]
    if not hosts:
        return True
    if report.kind not in ("say", "noun") or report.head is None:
        return False
    word = parse.lowers[report.head]
    spoken = any(other.rule.startswith(("speech", "turn")) for other in hosts)
    if word in FIRST_PERSONS or (spoken and not report.spans and word in PRONOUNS):
        return False
    rule = report.rule.split(":")[-1]
    promise = rule == "infinitive" and report.force in ("promises", "threatens")
    return rule in CLAUSAL or promise or report.rule.startswith(("phrase", "speech"))
