"""From reports in tokens to statements in offsets, with their voices and scopes."""

from __future__ import annotations

import msgspec

from dateline.extract.statements.casting import Part, cast_parts
from dateline.extract.statements.chains import Voices
from dateline.extract.statements.circumstances import Circumstances
from dateline.extract.statements.edges import Marks, find_manner, find_spans
from dateline.extract.statements.forces import find_force
from dateline.extract.statements.reports import Range, Relay, Report
from dateline.records.actors import Actors, Cast
from dateline.records.parses import Parse
from dateline.records.readings import Link, Statement, Voice, Why
from dateline.records.scopes import ARTICLE_VOICE, Scope, Scopes
from dateline.records.texts import Span, mark


def write(
    parse: Parse,
    reports: list[Report],
    marks: Marks,
    actors: Cast,
    circumstances: Circumstances,
) -> tuple[tuple[Statement, ...], tuple[Voice, ...], Scopes]:
    """Return the statements in text order, their voices, and who says which words."""
    drafts = [(spans, report) for report in reports if (spans := find_spans(parse, report, marks))]
    # A content stands before those inside it, so that their chains can begin with its own.
    drafts.sort(key=lambda draft: (draft[0][0][0], -draft[0][-1][1]))
    voices = Voices()
    parts = cast_parts(parse, drafts, marks, actors)
    statements: list[Statement] = []
    scopes: list[Scope] = []
    for (spans, report), part in zip(drafts, parts, strict=True):
        at = parse.starts[report.cue[0]] if report.cue else spans[0][0]
        relays = tuple(_relay_link(parse, relay, actors) for relay in report.relays)
        told = (*voices.around(at), *relays)
        statement = msgspec.structs.replace(
            _statement(parse, spans, report, part, circumstances),
            id=voices.free("s", spans[0][0]),
            manner=find_manner(report, spans, marks),
            voice=voices.of(told).id,
        )
        statements.append(statement)
        if report.kind == "want" or report.source is None:
            # What somebody intends, the article tells; and what it tells of nobody, too.
            continue
        chain = (*told, _own_link(statement))
        voice = voices.of(chain)
        voices.enter(spans, chain)
        scopes.extend(Scope(start, end, voice.id) for start, end in spans)
    return tuple(statements), tuple(voices.voices), Scopes(scopes)


def _statement(
    parse: Parse,
    spans: list[Range],
    report: Report,
    part: Part,
    circumstances: Circumstances,
) -> Statement:
    """Return a statement as far as it depends on its own report alone."""
    fields = {
        "speaker": part[0],
        "addressee": part[1],
        "time": circumstances.time_of(parse, report, spans),
        "place": circumstances.place_of(parse, report, spans),
    }
    why: Why = {name: "not-stated" for name, value in fields.items() if value is None}
    if report.source is None:
        why["source"] = "not-stated"
    elif fields["speaker"] is None:
        why["speaker"] = "unresolved"
    if report.cue is None:
        why["cue"] = "not-stated"
    return Statement(
        id="",
        source=_span(parse, report.source),
        cue=_span(parse, report.cue),
        content=tuple(mark(parse.text, start, end) for start, end in spans),
        manner="indirect",
        force=find_force(parse, report, parse.text[spans[0][0] : spans[-1][1]]),
        voice=ARTICLE_VOICE,
        why=why,
        **fields,
    )


def _own_link(statement: Statement) -> Link:
    """Return the last link of what a statement says: its speaker."""
    why = {} if statement.speaker else {"source": statement.why["speaker"]}
    return Link(source=statement.speaker, cue=statement.cue, span=statement.source, why=why)


def _relay_link(parse: Parse, relay: Relay, actors: Actors) -> Link:
    entity = actors.adopt(relay.head)
    why = {} if entity else {"source": "unresolved"}
    return Link(source=entity, cue=_span(parse, relay.cue), span=parse.span(*relay.phrase), why=why)


def _span(parse: Parse, tokens: Range | None) -> Span | None:
    return parse.span(*tokens) if tokens else None
