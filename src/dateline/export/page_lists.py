"""The page's lists: timeline, figures, statements, people, places, times, gaps."""

from __future__ import annotations

from html import escape

from dateline.export.amounts import amount, toll
from dateline.export.anchors import Anchors
from dateline.export.clean import to_line
from dateline.export.dates import date_words
from dateline.export.excerpts import clip_words
from dateline.export.facts import ARTICLE_ITSELF, coordinates, feature_words, spellings, time_words
from dateline.export.gaps import find_gaps, short
from dateline.export.groups import by_measure, by_speaker, counted
from dateline.export.lookups import Lookup, country_name, words
from dateline.export.marks import to_safe
from dateline.export.timelines import (
    MARKS,
    clock,
    day_words,
    event_type,
    find_days,
    sentence_around,
)
from dateline.records.readings import Entity, Event, Figure, Place, Statement
from dateline.records.texts import Span


def to_lists(lookup: Lookup, anchors: Anchors) -> str:
    """Return all lists of an article, with links to each at the top."""
    prefix = anchors.prefix
    parts = [
        ("events", "What happened", _events(lookup, anchors), len(lookup.reading.events)),
        ("said", "Who says what", _statements(lookup, anchors), len(lookup.reading.statements)),
        ("figures", "How many", _figures(lookup, anchors), len(lookup.reading.figures)),
        ("names", "People and bodies", _entities(lookup, anchors), len(lookup.reading.entities)),
        ("places", "Places", _places(lookup, anchors), len(lookup.reading.places)),
        ("times", "Times", _times(lookup, anchors), len(lookup.reading.times)),
        ("open", "Left open", _gaps(lookup), None),
    ]
    shown = [part for part in parts if part[2]]
    links = "".join(
        f'<span><a href="#{prefix}{key}">{title}</a> <small>{count or ""}</small></span>'
        for key, title, _, count in shown
    )
    lists = "".join(
        f'<h2 id="{prefix}{key}">{title}</h2>\n{body}\n' for key, title, body, _ in shown
    )
    return f'<nav aria-label="Kinds of findings">{links}</nav>\n{lists}'


def bdi(words_: str, css: str = "") -> str:
    """Return words of an article, kept apart from the direction of those around them."""
    return f'<bdi class="{css}">{to_safe(words_)}</bdi>' if css else f"<bdi>{to_safe(words_)}</bdi>"


def _at(anchors: Anchors, kind: str, finding: str, span: Span) -> str:
    return (
        f'<a class="at" href="#{anchors.in_text(kind, finding)}" title="to its words">'
        f"{anchors.tag(kind, finding)} {span.start}–{span.end}</a>"
    )


def _chips(*parts: tuple[str, str]) -> str:
    shown = [bdi(text, css) if css != "raw" else text for text, css in parts if text]
    return f'<div class="chips">{" · ".join(shown)}</div>' if shown else ""


def _events(lookup: Lookup, anchors: Anchors) -> str:
    out = []
    for day in find_days(lookup):
        css = "none" if day.date is None else "span" if _is_long(day.date) else ""
        rows = "".join(_sentence_events(lookup, anchors, group) for group in day.groups)
        title = to_safe(day_words(day.date))
        out.append(f'<h3 class="{css}">{title}</h3><ul class="list">{rows}</ul>')
    return f'<div class="days">{"".join(out)}</div>' if out else ""


def _sentence_events(lookup: Lookup, anchors: Anchors, group: tuple[Event, ...]) -> str:
    rows = "".join(_event(lookup, anchors, event) for event in group)
    shown, cut = sentence_around(lookup, group)
    words_ = f"{'… ' if cut[0] else ''}{to_line(shown.text)}{' …' if cut[1] else ''}"
    # Beside the article, the words are in sight; elsewhere the list brings its own.
    return f'{rows}<li class="alone"><q>{to_safe(words_)}</q></li>'


def _is_long(edtf: str) -> bool:
    return "/" in edtf or "X" in edtf or len(edtf) < 10


def _event(lookup: Lookup, anchors: Anchors, event: Event) -> str:
    who = f"<b>{bdi(lookup.names(event.actors))}</b> ─ " if event.actors else ""
    whom = f" → <b>{bdi(lookup.names(event.recipients))}</b>" if event.recipients else ""
    status = (
        f' <span class="status">{escape(event.status)}</span>' if event.status != "happened" else ""
    )
    tolls = [toll(found) for found in map(lookup.figures.get, event.figures) if found]
    chips = _chips(
        (event_type(event), "type"),
        (clock(lookup.event_date(event)) or "", "time"),
        (lookup.place_name(event.place) or "", "place"),
        *((toll, "num") for toll in tolls),
        *_says(lookup, event.voice),
        (_at(anchors, "event", event.id, event.trigger), "raw"),
    )
    return (
        f'<li class="what {escape(event.status)}" id="{anchors.listed("event", event.id)}">'
        f'<span class="mark" aria-hidden="true">{MARKS[event.status]}</span>{who}'
        f'<b class="trigger">{bdi(to_line(event.trigger.text))}</b>{whom}{status}{chips}</li>'
    )


def _says(lookup: Lookup, voice: str) -> list[tuple[str, str]]:
    chain = lookup.says_so(voice)
    return [(f"says {chain}", "says")] if chain else []


def _statements(lookup: Lookup, anchors: Anchors) -> str:
    out = []
    for name, statements in by_speaker(lookup):
        entity = lookup.entities.get(statements[0].speaker or "")
        note = "not identified"
        if entity:
            note = " · ".join(to_safe(part) for part in lookup.about(entity))
        rows = "".join(_statement(lookup, anchors, statement) for statement in statements)
        title = bdi(to_line(entity.name) if entity else name)
        out.append(
            f'<h3 class="plain"><span class="says">{title}</span> <small>{note}</small></h3>'
            f'<ul class="list">{rows}</ul>'
        )
    return "".join(out)


def _statement(lookup: Lookup, anchors: Anchors, statement: Statement) -> str:
    chain = lookup.statement_chain(statement)
    cue = to_line(statement.cue.text) if statement.cue else ""
    act = words("forces")[statement.force]
    chips = _chips(
        (chain if chain != lookup.speaker(statement) else "", "says"),
        (act, "" if statement.force == "asserts" else "act"),
        (f"“{cue}”" if cue and cue.lower() != act else "", ""),
        (words("manners")[statement.manner], ""),
        (f"to {lookup.name(statement.addressee)}" if statement.addressee else "", ""),
        (time_words(lookup, statement.time), "time"),
        (lookup.place_name(statement.place) or "", "place"),
    )
    first = statement.content[0] if statement.content else Span(0, 0)
    said = " <small>…</small> ".join(bdi(to_line(span.text)) for span in statement.content)
    return (
        f'<li id="{anchors.listed("statement", statement.id)}">{chips}'
        f'<blockquote class="{escape(statement.manner)}" dir="auto">{said} '
        f"{_at(anchors, 'statement', statement.id, first)}</blockquote></li>"
    )


def _figures(lookup: Lookup, anchors: Anchors) -> str:
    rows = []
    for measure, figures in by_measure(lookup):
        title = words("measures")[measure].capitalize()
        rows.append(f'<tr><th class="group" colspan="4" scope="rowgroup">{escape(title)}</th></tr>')
        rows += [_figure(lookup, anchors, figure) for figure in figures]
    if not rows:
        return ""
    return (
        "<table><thead><tr><th>How many</th><th>Of whom or what</th><th>Who says so</th>"
        f"<th>As of, where</th></tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


def _figure(lookup: Lookup, anchors: Anchors, figure: Figure) -> str:
    whole = lookup.figures.get(figure.part_of) if figure.part_of else None
    notes = [words("sectors").get(figure.population or "", figure.population or "")]
    if figure.implicit:
        notes.append("no number in the text")
    details = "".join(f"<br><small>{to_safe(note)}</small>" for note in notes if note)
    if whole:
        link = f'<a href="#{anchors.listed("figure", whole.id)}">{to_safe(amount(whole))}</a>'
        details += f"<br><small>⊂ part of {link}</small>"
    when_where = [time_words(lookup, figure.time), lookup.place_name(figure.place) or ""]
    span = Span(figure.start, figure.end, figure.text)
    quote = f"<q>{to_safe(to_line(figure.text))}</q> {_at(anchors, 'figure', figure.id, span)}"
    claim = lookup.says_so(figure.voice)
    group = bdi(counted(figure)) if figure.of else "<small>not stated</small>"
    return (
        f'<tr id="{anchors.listed("figure", figure.id)}">'
        f'<td class="num"><bdi dir="ltr">{to_safe(amount(figure))}</bdi></td>'
        f"<td>{group}{details}<br>{quote}</td>"
        f'<td class="{"says" if claim else "muted"}">{bdi(claim or ARTICLE_ITSELF)}</td>'
        f"<td>{'<br>'.join(bdi(part) for part in when_where if part)}</td></tr>"
    )


def _entities(lookup: Lookup, anchors: Anchors) -> str:
    out = []
    for kind, title in words("kinds").items():
        found = [entity for entity in lookup.reading.entities if entity.kind == kind]
        found.sort(key=lambda e: (-len(e.mentions), e.mentions[0].start if e.mentions else 0))
        if found:
            rows = "".join(_entity(lookup, anchors, entity) for entity in found)
            out.append(f'<h3 class="plain">{title}</h3><ul class="list">{rows}</ul>')
    return "".join(out)


def _entity(lookup: Lookup, anchors: Anchors, entity: Entity) -> str:
    country = country_name(entity.country) if entity.kind != "state" else None
    also = ", ".join(clip_words(alias, 60) for alias in lookup.aliases(entity)[:6])
    first = entity.mentions[0] if entity.mentions else None
    more = f" <small>+{len(entity.mentions) - 1}</small>" if len(entity.mentions) > 1 else ""
    link = _at(anchors, "people", entity.id, Span(first.start, first.end)) + more if first else ""
    sector = words("sectors").get(entity.sector or "", entity.sector or "")
    facts = [*lookup.roles(entity), country or "", sector, entity.code or ""]
    return (
        f'<li id="{anchors.listed("people", entity.id)}"><b>{bdi(to_line(entity.name))}</b>'
        f"{_chips(*((fact, '') for fact in facts), (link, 'raw'))}"
        + (f'<div class="chips">also: {bdi(also)}</div>' if also else "")
        + "</li>"
    )


def _places(lookup: Lookup, anchors: Anchors) -> str:
    rows = "".join(_place(anchors, place) for place in lookup.reading.places)
    return f'<ul class="list">{rows}</ul>' if rows else ""


def _place(anchors: Anchors, place: Place) -> str:
    first = place.mentions[0] if place.mentions else Span(0, 0)
    more = f" <small>+{len(place.mentions) - 1}</small>" if len(place.mentions) > 1 else ""
    country, written = country_name(place.country) or "", spellings(place)
    region = to_line(place.admin1 or "")
    chips = _chips(
        (f"written {', '.join(written)}" if written else "", ""),
        (feature_words(place), ""),
        (region if region != place.name else "", ""),
        (country if country != place.name else "", ""),
        (coordinates(place) or "not on the map", ""),
        (f"GeoNames {place.geonameid}" if place.geonameid else "", ""),
        (_at(anchors, "place", place.id, first) + more, "raw"),
    )
    name = bdi(to_line(place.name))
    return f'<li id="{anchors.listed("place", place.id)}"><b>{name}</b>{chips}</li>'


def _times(lookup: Lookup, anchors: Anchors) -> str:
    rows = []
    for time in lookup.reading.times:
        chips = _chips(
            (time.edtf or "", ""),
            (words("anchors")[time.anchor] if time.edtf else "", ""),
            (_at(anchors, "time", time.id, Span(time.start, time.end)), "raw"),
        )
        value = to_safe(date_words(time.edtf)) if time.edtf else "<i>value unknown</i>"
        rows.append(
            f'<li id="{anchors.listed("time", time.id)}">{bdi(to_line(time.text))}'
            f" = <b>{value}</b>{chips}</li>"
        )
    return f'<ul class="list">{"".join(rows)}</ul>' if rows else ""


def _gaps(lookup: Lookup) -> str:
    rows, silent = [], dict[str, list[str]]()
    for gap in find_gaps(lookup):
        count = gap.counted
        if gap.is_silence:
            silent.setdefault(gap.reason_words, []).append(count)
            continue
        shown = ", ".join(f"<q>{to_safe(short(span))}</q>" for span in gap.examples())
        rows.append(
            f'<li class="gap"><b>{to_safe(gap.reason_words)}</b>: {to_safe(count)} – {shown}</li>'
        )
    for reason, counts in silent.items():
        rows.append(
            f'<li class="gap silent"><b>{to_safe(reason)}</b>: {to_safe(", ".join(counts))}</li>'
        )
    return f'<ul class="list">{"".join(rows)}</ul>' if rows else ""
