"""Free continuation: the sentence behind a report that goes on telling in its tense.

"The owners promised to keep all jobs. *The canteen would reopen.*" What was promised,
threatened or announced lies ahead of a past report, and is told with "would"; the article
itself tells what came of it with a plain past. Behind other cues "would" is more often the
writer's own view ("the deal would be a signature achievement"), so they carry nothing.
"""

from __future__ import annotations

from dateline.extract.statements import grammar
from dateline.extract.statements.reports import Report
from dateline.records.parses import Parse

FUTURE = frozenset({"would", "'d"})
AHEAD = frozenset({"announce", "unveil"})
# So many sentences go on at most.
LONGEST = 3


def go_on_freely(parse: Parse, reports: list[Report]) -> None:
    """Add to each indirect report the sentences behind it that go on with "would"."""
    told = {parse.sentence_of[r.cue[0]] for r in reports if r.cue is not None}
    told |= {parse.sentence_of[r.first] for r in reports}
    for report in reports:
        if report.cue is None or report.spans or not _is_ahead(parse, report):
            continue
        number = parse.sentence_of[report.cue[0]]
        if report.end < parse.sentences[number][1] - 2:
            continue
        for following in range(number + 1, min(number + 1 + LONGEST, len(parse.sentences))):
            first, end = parse.sentences[following]
            same = parse.paragraph_of[first] == parse.paragraph_of[report.cue[0]]
            if not same or following in told or not _lies_ahead(parse, first, end):
                break
            report.content.append((first, end))


def _is_ahead(parse: Parse, report: Report) -> bool:
    """Return whether somebody promised, threatened or announced something in the past."""
    if report.kind != "say" or report.head is None or report.cue is None:
        return False
    ahead = report.force in ("promises", "threatens") or parse.lemmas[report.verb] in AHEAD
    return ahead and parse.tags[report.cue[0]] == "VBD"


def _lies_ahead(parse: Parse, first: int, end: int) -> bool:
    """Return whether each main verb of a sentence stands behind "would"."""
    if grammar.has_quote(parse, first, end):
        return False
    root = next((t for t in range(first, end) if parse.heads[t] == t), None)
    if root is None or parse.lowers[first] in ("but", "if", "i", "we"):
        return False
    return any(parse.lowers[c] in FUTURE for c in parse.children_by(root, "aux"))
