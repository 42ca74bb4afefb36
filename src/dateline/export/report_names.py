"""The report's names: people and bodies, places, times, and what stayed open."""

from __future__ import annotations

from rich.text import Text

from dateline.export.clean import to_line
from dateline.export.dates import date_words
from dateline.export.excerpts import clip_words
from dateline.export.facts import coordinates, feature_words, spellings
from dateline.export.gaps import Gap, find_gaps, short
from dateline.export.lines import Sheet, join, line
from dateline.export.lookups import Lookup, country_name, words
from dateline.records.readings import Entity, Place, Time

# So many other names are shown; the record has them all.
MOST_ALIASES = 6


def offsets(start: int, end: int, more: int = 0) -> tuple[str, str]:
    """Return offsets as the report writes them, with how often more it is mentioned."""
    return f"[{start}–{end}]" + (f" +{more}" if more else ""), "dim"


def add_entities(sheet: Sheet, lookup: Lookup) -> None:
    """Add people and bodies by kind, the most mentioned first."""
    if not lookup.reading.entities:
        return
    sheet.heading("People and bodies")
    for kind, title in words("kinds").items():
        found = [entity for entity in lookup.reading.entities if entity.kind == kind]
        found.sort(key=lambda e: (-len(e.mentions), e.mentions[0].start if e.mentions else 0))
        if found:
            sheet.blank()
            sheet.add(line((title, "dim")))
        for entity in found:
            _add_entity(sheet, lookup, entity)


def _add_entity(sheet: Sheet, lookup: Lookup, entity: Entity) -> None:
    first = entity.mentions[0] if entity.mentions else None
    sheet.add(
        join(
            [
                (to_line(entity.name), "name"),
                *lookup.roles(entity),
                country_name(entity.country) if entity.kind != "state" else None,
                words("sectors").get(entity.sector or "", entity.sector),
                (entity.code or "", "dim"),
                offsets(first.start, first.end, len(entity.mentions) - 1) if first else None,
            ]
        ),
        indent=2,
        hang=4,
    )
    aliases = lookup.aliases(entity)
    if aliases:
        shown = ", ".join(clip_words(alias, 60) for alias in aliases[:MOST_ALIASES])
        more = len(aliases) - MOST_ALIASES
        sheet.add(line(("also: ", "dim"), shown, *([f" and {more} more"] if more > 0 else [])),
                  indent=6, hang=2)  # fmt: skip


def add_places(sheet: Sheet, lookup: Lookup) -> None:
    """Add the places, with where they are."""
    if not lookup.reading.places:
        return
    sheet.heading("Places")
    sheet.blank()
    for place in lookup.reading.places:
        _add_place(sheet, place)


def _add_place(sheet: Sheet, place: Place) -> None:
    country = country_name(place.country)
    first = place.mentions[0] if place.mentions else None
    written = spellings(place)
    region = to_line(place.admin1 or "")
    sheet.add(
        join(
            [
                (to_line(place.name), "place"),
                "written " + ", ".join(written[:MOST_ALIASES]) if written else None,
                feature_words(place),
                region if region != place.name else None,
                country if country != place.name else None,
                coordinates(place) or ("not on the map", "dim"),
                (f"GeoNames {place.geonameid}" if place.geonameid else "", "dim"),
                offsets(first.start, first.end, len(place.mentions) - 1) if first else None,
            ]
        ),
        indent=2,
        hang=4,
    )


def add_times(sheet: Sheet, lookup: Lookup) -> None:
    """Add the times as written, with their values."""
    times = lookup.reading.times
    if not times:
        return
    sheet.heading("Times")
    sheet.blank()
    longest = max(len(to_line(time.text)) for time in times)
    first = min(longest + 2, max(14, sheet.width // 4))
    second = max(14, min(34, sheet.width // 3))
    for time in times:
        _add_time(sheet, time, [first, second, sheet.width - first - second - 6])


def _add_time(sheet: Sheet, time: Time, widths: list[int]) -> None:
    cells = [
        line((to_line(time.text), "time")),
        line(date_words(time.edtf) if time.edtf else ("value unknown", "dim")),
        join(
            [
                (time.edtf or "", "dim"),
                (words("anchors")[time.anchor] if time.edtf else "", "dim"),
                offsets(time.start, time.end),
            ]
        ),
    ]
    sheet.columns(cells, widths, indent=2)


def add_gaps(sheet: Sheet, lookup: Lookup) -> None:
    """Add what could not be resolved, and why."""
    gaps = find_gaps(lookup)
    if not gaps:
        return
    sheet.heading("Left open")
    sheet.blank()
    for gap in gaps:
        if not gap.is_silence:
            sheet.add(_gap_line(gap), indent=2, hang=4)
    silent: dict[str, list[str]] = {}
    for gap in gaps:
        if gap.is_silence:
            count = gap.counted
            silent.setdefault(gap.reason_words, []).append(count)
    for reason, counts in silent.items():
        sheet.add(line((f"{reason}: ", "dim"), (", ".join(counts), "dim")), indent=2, hang=4)


def _gap_line(gap: Gap) -> Text:
    text = line(
        (f"{gap.reason_words}: ", "alarm"),
        gap.counted,
    )
    for number, span in enumerate(gap.examples()):
        text.append(" – " if number == 0 else ", ")
        text.append(f"“{short(span)}”")
        text.append(f" [{span.start}–{span.end}]", "dim")
    return text
