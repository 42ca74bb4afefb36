"""Casting: who each report's source and addressee are, and whose "I" stands in what they say."""

from __future__ import annotations

from dateline.extract.statements import documents, lexicon
from dateline.extract.statements.edges import Marks
from dateline.extract.statements.focus import Focus
from dateline.extract.statements.reports import Range, Report
from dateline.records.actors import Cast
from dateline.records.parses import Parse

FIRST = frozenset({"i", "we", "me", "us"})
Draft = tuple[list[Range], Report]
# Speaker and addressee, each an entity or None.
Part = tuple[str | None, str | None]


def cast_parts(parse: Parse, drafts: list[Draft], marks: Marks, actors: Cast) -> list[Part]:
    """Return the speaker and the addressee of each draft.

    Those who are named by another word than "I" come first: once it is known whose words
    are quoted, "I" and "we" in there are theirs.
    """
    focus = Focus(parse, actors)
    speakers: dict[int, str] = {}
    later: list[int] = []
    for number, (_, report) in enumerate(drafts):
        if report.head is None:
            continue
        if parse.lowers[report.head] in FIRST:
            later.append(number)
            continue
        found = focus.speaker(documents.issuer(parse, report.head))
        if found is not None:
            speakers[number] = found
    # What is taken stays, so the shortest words come first.
    for number in sorted(speakers, key=lambda n: (drafts[n][1].size(), n)):
        for first, end in _own_words(parse, drafts[number], marks):
            actors.speaks(actors.current(speakers[number]), first, end)
    issuer = _issuer(parse, drafts, actors) if later else None
    for number in later:
        head = drafts[number][1].head
        found = actors.adopt(head) if head is not None else None
        if found is None and head is not None and parse.lowers[head] in ("we", "us"):
            found = issuer
        if found is not None:
            speakers[number] = found
    parts: list[Part] = []
    for number, (_, report) in enumerate(drafts):
        speaker = speakers.get(number)
        addressee = actors.adopt(report.addressee) if report.addressee is not None else None
        parts.append((actors.current(speaker) if speaker is not None else None, addressee))
    return [(speaker, actors.current(to) if to is not None else None) for speaker, to in parts]


def _issuer(parse: Parse, drafts: list[Draft], actors: Cast) -> str | None:
    """Return the body that a release is by, where it acts by its own words.

    "The United States condemns the attack. … We urge …": such a verb in the present does
    what it says, so that "we" outside quotation marks is who says it.
    """
    for _, report in drafts:
        if report.head is None or report.verb < 0 or parse.tags[report.verb] != "VBZ":
            continue
        if parse.lemmas[report.verb] not in lexicon.phrases("performing"):
            continue
        found = actors.adopt(report.head)
        if found is not None and actors.get(found).kind in ("state", "organization"):
            return actors.current(found)
    return None


def _own_words(parse: Parse, draft: Draft, marks: Marks) -> list[Range]:
    """Return the tokens that somebody is quoted with: between marks, or a turn of speech."""
    spans, report = draft
    if report.kind == "turn":
        return [parse.tokens_in(start, end) for start, end in spans]
    words = []
    for start, end in spans:
        for quote in marks.near(start, end):
            low, high = max(start, quote.start), min(end, quote.end)
            if low < high:
                words.append(parse.tokens_in(low, high))
    return words
