"""The report: a reading as something a person enjoys reading in a terminal.

Each line stands with the words of the article that it rests on, and with their offsets.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.export.clean import to_line
from dateline.export.dates import date_words
from dateline.export.excerpts import clip_words
from dateline.export.lines import Piece, Sheet, join, line
from dateline.export.lookups import Lookup, is_empty
from dateline.export.report_claims import add_figures, add_statements
from dateline.export.report_events import add_events
from dateline.export.report_names import add_entities, add_gaps, add_places, add_times
from dateline.records.readings import Reading


def to_report(readings: Sequence[Reading], *, colour: bool, width: int) -> str:
    """Return readings as text of at most `width` columns, one after the other.

    Several begin with an overview. `colour` adds ANSI codes; without it there are none.
    """
    sheet = Sheet(width, colour=colour)
    lookups = [Lookup(reading) for reading in readings]
    if len(lookups) > 1:
        _add_overview(sheet, lookups)
    for number, lookup in enumerate(lookups, 1):
        if number > 1 or len(lookups) > 1:
            sheet.blank()
        _add_header(sheet, lookup, f"{number}/{len(lookups)}" if len(lookups) > 1 else "")
        if is_empty(lookup.reading):
            sheet.blank()
            sheet.add(line("Nothing was found in this article."))
            continue
        add_events(sheet, lookup)
        add_statements(sheet, lookup)
        add_figures(sheet, lookup)
        add_entities(sheet, lookup)
        add_places(sheet, lookup)
        add_times(sheet, lookup)
        add_gaps(sheet, lookup)
    return sheet.to_text() if sheet.lines else ""


def _add_header(sheet: Sheet, lookup: Lookup, number: str) -> None:
    article = lookup.reading.article
    sheet.lines.append(line(("━" * sheet.width, "dim")))
    sheet.add(line((lookup.title, "title")))
    published = date_words(article.published) if article.published else "no date"
    sheet.add(
        join(
            [
                (number, "dim"),
                to_line(article.outlet or "") or None,
                (published, "time"),
                f"{lookup.word_count:,} words",
                (f"id {article.id[:12]}", "dim"),
                (f"key {to_line(article.key)}", "dim") if article.key else None,
            ]
        )
    )
    if article.url:
        sheet.add(line((to_line(article.url), "dim")))
    sheet.add(join(counts(lookup.reading)))
    for warning in lookup.reading.warnings:
        sheet.add(line(("! ", "alarm"), (to_line(warning.message), "alarm")), hang=2)


def counts(reading: Reading) -> list[Piece]:
    """Return how many findings of each kind a reading has, of those it has."""
    found = []
    for one, many, number, style in (
        ("event", "events", len(reading.events), "event"),
        ("statement", "statements", len(reading.statements), "statement"),
        ("figure", "figures", len(reading.figures), "figure"),
        ("person or body", "people and bodies", len(reading.entities), ""),
        ("place", "places", len(reading.places), "place"),
        ("time", "times", len(reading.times), "time"),
    ):
        if number:
            found.append((f"{number} {one if number == 1 else many}", style))
    return list(found)


def _add_overview(sheet: Sheet, lookups: Sequence[Lookup]) -> None:
    """Add one line for each article; narrow sheets show fewer columns."""
    sheet.lines.append(line((f"{len(lookups)} articles", "title")))
    sheet.blank()
    articles = [lookup.reading.article for lookup in lookups]
    outlets = [clip_words(to_line(article.outlet or ""), 40) for article in articles]
    with_outlet = sheet.width >= 90 and any(outlets)
    with_tally = sheet.width >= 78
    fixed = [len(str(len(lookups))), 11, *([18] if with_outlet else [])]
    rest = sheet.width - sum(fixed) - 2 * len(fixed) - (24 if with_tally else 0)
    widths = [*fixed, max(16, rest), *([22] if with_tally else [])]
    for number, (lookup, outlet) in enumerate(zip(lookups, outlets, strict=True), 1):
        published = lookup.reading.article.published
        found = lookup.reading
        tally = f"{len(found.events)} ev, {len(found.statements)} st, {len(found.figures)} fig"
        cells = [
            line((str(number), "dim")),
            line((date_words(published) if published else "no date", "time")),
            *([line(outlet)] if with_outlet else []),
            line((lookup.title, "title")),
            *([line((tally, "dim"))] if with_tally else []),
        ]
        sheet.columns(cells, widths)
