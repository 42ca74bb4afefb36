"""From reports in tokens to statements in offsets: edges, manner, ids, voices, scopes."""

from __future__ import annotations

import re

from dateline.extract.statements.quotes import Quote
from dateline.extract.statements.reports import Range, Report
from dateline.records.actors import Actors
from dateline.records.parses import Parse
from dateline.records.readings import Link, Manner, Statement, Voice
from dateline.records.scopes import ARTICLE_VOICE, Scope, Scopes
from dateline.records.texts import Span, mark

LEADING = " \t\n\r,;:-–—―\"“”„‟«»`'‘’‚"
TRAILING = " \t\n\r,;:.-–—―"


def spans_of(parse: Parse, report: Report, quotes: list[Quote]) -> list[Range]:
    """Return the offsets of a content: no "that", no outer marks, no final stops."""
    spans = report.spans or [
        (parse.starts[first], parse.ends[end - 1]) for first, end in _trimmed(parse, report)
    ]
    neat = (_neat(parse.text, start, end, quotes) for start, end in spans)
    return [span for span in neat if span[0] < span[1]]


# "LIMA, June 4 (Agency) —": where and when a dispatch was written, not what it says.
DATELINE = re.compile(
    r"[A-Z][A-Z.'’ -]{2,30}(?:, [\w .]{2,25}){0,2}\s?(?:\([\w /,]{2,20}\)\s?)?[,.]?\s?[—–-]{1,2}\s+"
)


def _after_dateline(parse: Parse, first: int) -> int:
    """Return the first token after a dateline that begins at `first`, else `first`."""
    if parse.paragraphs[parse.paragraph_of[first]][0] != first:
        return first
    match = DATELINE.match(parse.text, parse.starts[first])
    return parse.tokens_in(match.end(), match.end() + 1)[0] if match else first


def _trimmed(parse: Parse, report: Report) -> list[Range]:
    kept = []
    for number, (first, end) in enumerate(report.content):
        if number == 0:
            first = min(_after_dateline(parse, first), end - 1)
        while first < end and (
            parse.lowers[first] in (",", ":", ";", "-", "–", "—", "--", ".", ")", "]")
            or (number == 0 and parse.lowers[first] == "that" and parse.tags[first] in ("IN", "DT") and parse.deps[first] == "mark")
        ):
            first += 1
        while end > first and parse.words[end - 1] in (",", ":", ";", "-", "–", "—", "--", ".", "(", "["):
            end -= 1
        if first < end:
            kept.append((first, end))
    return kept


def _neat(text: str, start: int, end: int, quotes: list[Quote]) -> Range:
    changed = True
    while changed and start < end:
        before = (start, end)
        while start < end and text[start] in " \t\n\r,;:–—―":
            start += 1
        while start < end and text[end - 1] in TRAILING:
            end -= 1
        for quote in quotes:
            if quote.outer_start == start and quote.outer_end >= end - 1 and quote.start < quote.end:
                start, end = quote.start, min(end, quote.end)
            elif quote.outer_end == end and quote.start == start:
                end = quote.end
            elif quote.outer_end == end and quote.outer_start < start:
                # The mark closes a quotation that began before.
                end = quote.end
            elif quote.outer_start == start and not quote.closed:
                start = quote.start
        changed = before != (start, end)
    return start, end


def manner_of(spans: list[Range], quotes: list[Quote]) -> Manner:
    """Return direct, mixed or indirect: all, part or none of it between marks."""
    whole = sum(end - start for start, end in spans)
    inside = sum(
        max(0, min(end, q.end) - max(start, q.start))
        for start, end in spans
        for q in quotes
        if not q.inner
    )
    if inside >= 0.9 * whole:
        return "direct"
    return "mixed" if inside > 0 else "indirect"


def write(
    parse: Parse, reports: list[Report], quotes: list[Quote], actors: Actors
) -> tuple[tuple[Statement, ...], tuple[Voice, ...], Scopes]:
    """Return the statements in text order, their voices, and who says which words."""
    drafts = []
    for report in reports:
        spans = spans_of(parse, report, quotes)
        if spans:
            drafts.append((spans, report))
    drafts.sort(key=lambda draft: (draft[0][0][0], -draft[0][-1][1]))
    voices: dict[tuple[Link, ...], Voice] = {(): Voice(id=ARTICLE_VOICE)}
    used: set[str] = {ARTICLE_VOICE}
    statements: list[Statement] = []
    scopes: list[Scope] = []
    open_: list[tuple[list[Range], tuple[Link, ...], Report]] = []
    for spans, report in drafts:
        at = _anchor(parse, report, spans)
        outer: tuple[Link, ...] = ()
        # The shortest content around this report's cue is who passes it on.
        width = 1 << 60
        for other_spans, chain, other in open_:
            size = other_spans[-1][1] - other_spans[0][0]
            if other is not report and size < width and any(s <= at < e for s, e in other_spans):
                outer, width = chain, size
        speaker = actors.adopt(report.head) if report.head is not None else None
        cue = parse.span(*report.cue) if report.cue else None
        source = parse.span(*report.source) if report.source else None
        relays = tuple(
            Link(
                source=actors.adopt(relay.head),
                cue=parse.span(*relay.cue) if relay.cue else None,
                span=parse.span(*relay.phrase),
            )
            for relay in report.relays
        )
        chain = (*outer, *relays)
        told = _voice(chain, voices, used)
        why = {}
        if speaker is None:
            why["speaker"] = "not-stated" if source is None else "unresolved"
        if source is None:
            why["source"] = "not-stated"
        if cue is None:
            why["cue"] = "not-stated"
        link = Link(
            source=speaker, cue=cue, span=source, why={} if speaker else {"source": why["speaker"]}
        )
        full = (*chain, link)
        addressee = actors.adopt(report.addressee) if report.addressee is not None else None
        if addressee is None:
            why["addressee"] = "not-stated"
        why["time"] = why["place"] = "not-stated"
        statements.append(
            Statement(
                id=_free("s", spans[0][0], used),
                speaker=speaker,
                source=source,
                cue=cue,
                content=tuple(mark(parse.text, s, e) for s, e in spans),
                manner="direct" if report.kind == "turn" else manner_of(spans, quotes),
                force=report.force,  # type: ignore[arg-type]
                addressee=addressee,
                voice=told.id,
                why=why,
            )
        )
        voice = _voice(full, voices, used)
        scopes.extend(Scope(s, e, voice.id) for s, e in spans)
        open_.append((spans, full, report))
    return tuple(statements), tuple(voices.values()), Scopes(scopes)


def _anchor(parse: Parse, report: Report, spans: list[Range]) -> int:
    if report.cue is not None:
        return parse.starts[report.cue[0]]
    return spans[0][0]


def _voice(
    chain: tuple[Link, ...], voices: dict[tuple[Link, ...], Voice], used: set[str]
) -> Voice:
    key = tuple(_key(link) for link in chain)
    found = voices.get(key)  # type: ignore[call-overload]
    if found is None:
        last = chain[-1]
        span = last.span or last.cue
        found = Voice(id=_free("v", span.start if span else 0, used), chain=chain)
        voices[key] = found  # type: ignore[index]
    return found


def _key(link: Link) -> tuple[str | None, Span | None, Span | None]:
    return link.source, link.cue, link.span


def _free(letter: str, offset: int, used: set[str]) -> str:
    name, number = f"{letter}{offset}", 0
    while name in used:
        name = f"{letter}{offset}{'abcdefghijklmnopqrstuvwxyz'[number % 26] * (1 + number // 26)}"
        number += 1
    used.add(name)
    return name
