"""Which reports stay: the best of those that cover the same words, and few inside others."""

from __future__ import annotations

from dateline.extract.statements.edges import Marks
from dateline.extract.statements.reports import Report
from dateline.records.parses import Parse

# Rules whose content is a clause: what is said, not only what it is about.
CLAUSAL = frozenset({"clause", "clause-before", "parataxis", "as", "tail"})
# Rules whose content counts inside another one where a named other says it.
TOLD = frozenset({"object-complement", "passive-infinitive", "complement"})
NESTED = frozenset({"clause", "infinitive"})
# Words in a block: about two sentences.
BLOCK = 64
FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us", "one", "everyone", "nobody", "people"})
PRONOUNS = frozenset({"he", "she", "it", "they", "who", "that", "which"})


OUTSIDE = ("speech", "turn", "headline", "noun", "phrase")
# A quotation of at least so many characters holds words of its own, not a term.
SPOKEN_LENGTH = 30
PAST = frozenset({"VBD", "VBZ", "VBN"})


def choose(parse: Parse, reports: list[Report], marks: Marks) -> list[Report]:
    """Return the reports without those that say the same of the same words.

    Two contents are the same when they share at least 60 % of the words of both; the
    higher rank stays. Of several reports by one verb, the best ranked stays.
    """
    kept: list[Report] = []
    by_verb: dict[int, list[Report]] = {}
    near = _Nearby(len(parse))
    for report in sorted(reports, key=lambda r: (-r.rank, r.first, -r.end)):
        if report.verb >= 0 and any(
            other.rank > report.rank and not _leads_on(report, other)
            for other in by_verb.get(report.verb, ())
        ):
            continue
        blocks = near.blocks_of(report)
        if any(_same(report, other) for other in near.at(blocks)):
            continue
        kept.append(report)
        near.add(blocks, report)
        by_verb.setdefault(report.verb, []).append(report)
    kept.sort(key=lambda r: (r.first, -r.end))
    return [
        report
        for report in kept
        if _may_stay(parse, report, near) and _counts_in_quote(parse, report, marks)
    ]


class _Nearby:
    """The reports of each block of words, so that only neighbours are compared."""

    def __init__(self, tokens: int) -> None:
        self._blocks: list[list[Report]] = [[] for _ in range(tokens // BLOCK + 1)]

    @staticmethod
    def blocks_of(report: Report) -> range:
        return range(report.first // BLOCK, (report.end - 1) // BLOCK + 1)

    def at(self, blocks: range) -> list[Report]:
        found: dict[int, Report] = {}
        for number in blocks:
            for report in self._blocks[number]:
                found[id(report)] = report
        return list(found.values())

    def around(self, token: int) -> list[Report]:
        return self._blocks[token // BLOCK]

    def add(self, blocks: range, report: Report) -> None:
        for number in blocks:
            self._blocks[number].append(report)


def _leads_on(report: Report, other: Report) -> bool:
    """Return whether one cue tells a clause and, behind a colon, a quotation."""
    clause = report.rule.split(":")[-1] in CLAUSAL and other.rule == "speech"
    return clause and report.verb < report.first and report.end <= other.first


def _same(one: Report, other: Report) -> bool:
    if _holds(one, other) or _holds(other, one):
        return False
    shared = one.shared(other)
    return shared >= 0.6 * (one.size() + other.size() - shared)


def _holds(outer: Report, inner: Report) -> bool:
    """Return whether one has the source and the cue of the other, in it: "she said Oslo said …"."""
    if inner.source is None or inner.cue is None or inner.kind != "say":
        return False
    if outer.rule.startswith(("speech", "turn")) or inner.rule.split(":")[-1] not in NESTED:
        return False
    return any(
        first <= inner.source[0] and inner.source[1] <= inner.cue[0] < end
        for first, end in outer.content
    )


def _may_stay(parse: Parse, report: Report, near: _Nearby) -> bool:
    """Return whether a report inside another's content is worth its own line.

    Within words that somebody says, "I think" and "they want" are part of what is said.
    What stays is what another one, named there, is told to have said.
    """
    if report.cue is None:
        return True
    at = report.cue[0]
    hosts = [
        other
        for other in near.around(at)
        if other is not report and any(first <= at < end for first, end in other.content)
    ]
    if not hosts:
        return True
    if report.kind == "noun" and report.head is None:
        # "dismissed as a fantasy the report that …": somebody else's claim is denied.
        return any(host.force in ("denies", "retracts") for host in hosts)
    if report.kind not in ("say", "show", "noun") or report.head is None:
        return False
    word = parse.lowers[report.head]
    spoken = any(other.rule.startswith(("speech", "turn")) for other in hosts)
    if word in FIRST_PERSONS or (spoken and not report.spans and word in PRONOUNS):
        return False
    rule = report.rule.split(":")[-1]
    promise = rule == "infinitive" and report.force in ("promises", "threatens")
    other = rule in TOLD and not spoken and parse.pos[report.head] in ("NOUN", "PROPN")
    return rule in CLAUSAL or promise or other or report.rule.startswith(("phrase", "speech"))


def _counts_in_quote(parse: Parse, report: Report, marks: Marks) -> bool:
    """Return whether a report inside a quotation tells what a named other said.

    "“The governor told him that …,” she said" is worth a line of its own; "“People say …”"
    and "“I think …”" are only how somebody talks.
    """
    if report.verb < 0 or report.cue is None or report.rule.startswith(OUTSIDE):
        return True
    at = parse.starts[report.verb]
    inside = any(
        quote.start <= at < quote.end and not quote.inner
        for quote in marks.near(at, at + 1)
        if quote.end - quote.start > SPOKEN_LENGTH
    )
    if not inside:
        return True
    if report.kind not in ("say", "show") or report.head is None:
        return False
    plain = parse.tags[report.verb] in PAST and parse.pos[report.head] in ("NOUN", "PROPN", "ADJ")
    rule = report.rule.split(":")[-1]
    definite = parse.pos[report.head] == "PROPN" or parse.lowers[parse.left_edges[report.head]] in (
        "the",
        "his",
        "her",
        "my",
        "our",
        "their",
    )
    return plain and definite and rule in CLAUSAL
