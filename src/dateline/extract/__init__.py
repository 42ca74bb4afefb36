"""Stage 4, find what is claimed: `Parse` to `Findings`.

The layers run in one order, and each is handed what those before it found; none imports
another. `LAYERS` names them.
"""

from __future__ import annotations

import msgspec

from dateline.extract.completeness import (
    Mender,
    Record,
    explain_nulls,
    with_sound_spans,
    with_unique_ids,
)
from dateline.extract.entities import find_entities
from dateline.extract.events import find_events
from dateline.extract.figures import find_figures
from dateline.extract.places import find_places
from dateline.extract.statements import find_statements
from dateline.extract.times import check_published, find_times
from dateline.records.codebooks import Codebooks
from dateline.records.parses import Parse
from dateline.records.readings import (
    Entity,
    Event,
    Figure,
    Place,
    Statement,
    Time,
    Voice,
)
from dateline.records.readings import Warning as Notice

__all__ = ["LAYERS", "Findings", "find"]

LAYERS = ("times", "places", "entities", "statements", "figures", "events")


class Findings(msgspec.Struct, frozen=True, kw_only=True):
    """All findings of one text; `warnings` is what a person should know about them."""

    entities: tuple[Entity, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    voices: tuple[Voice, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    events: tuple[Event, ...]
    warnings: tuple[Notice, ...] = ()


def find(parse: Parse, published: str | None = None, *, own: Codebooks | None = None) -> Findings:
    """Return everything that is claimed in a text; `published` is an EDTF date.

    `own` holds the actors and event types that the user brought along.
    """
    times = find_times(parse, published)
    places = find_places(parse)
    actors = find_entities(parse, places, own, published, times=times)
    statements, voices, scopes = find_statements(parse, actors, times, places)
    figures = find_figures(parse, actors, scopes, times, places)
    events = find_events(parse, actors, scopes, times, places, figures, published, own=own)
    return complete(
        Findings(
            entities=actors.entities(),
            places=places,
            times=times,
            voices=voices,
            statements=statements,
            figures=figures,
            events=events,
            warnings=check_published(times, published, text=parse.text, parse=parse),
        )
    )


def complete(found: Findings) -> Findings:
    """Return findings whose nulls are explained and whose references lead somewhere."""
    taken: set[str] = set()
    mended: list[str] = []
    voices = found.voices or (Voice(id="v0"),)
    if not any(voice.id == "v0" for voice in voices):
        voices = (Voice(id="v0"), *voices)

    def settle(records: tuple[Record, ...]) -> tuple[Record, ...]:
        sound = with_sound_spans(records, mended.append)
        return with_unique_ids(sound, taken, mended.append)

    entities = settle(found.entities)
    places = settle(found.places)
    times = settle(found.times)
    voices = with_unique_ids(voices, taken, mended.append)
    statements = settle(found.statements)
    figures = settle(found.figures)
    events = settle(found.events)
    mender = Mender(
        entity={one.id for one in entities},
        place={one.id for one in places},
        time={one.id for one in times},
        voice={one.id for one in voices},
        figure={one.id for one in figures},
    )
    whole = Findings(
        entities=tuple(map(explain_nulls, entities)),
        places=tuple(map(explain_nulls, places)),
        times=tuple(map(explain_nulls, times)),
        voices=tuple(map(mender.voice, voices)),
        statements=tuple(map(mender.statement, statements)),
        figures=tuple(map(mender.figure, figures)),
        events=tuple(map(mender.event, events)),
        warnings=found.warnings,
    )
    mended += mender.mended
    if not mended:
        return whole
    notice = Notice("mended", f"references that led nowhere: {', '.join(mended[:10])}")
    return msgspec.structs.replace(whole, warnings=(*whole.warnings, notice))
